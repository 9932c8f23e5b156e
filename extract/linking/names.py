"""The registry of names: what news writes, linked to what is meant."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import msgspec

from jijitsu.schemas.mention import Entity


class Names(msgspec.Struct, frozen=True):
    """Surface form -> entity. Built once; recognisers find the forms in text."""

    forms: dict[str, Entity]

    def find(self, folded: str) -> Iterable[tuple[int, int, Entity]]:
        """Yield (start, end, entity) for each name in `folded`, longest first at each place, without overlaps."""
        return ()


@cache
def names(lexicon: Path | None = None) -> Names:
    """Return the registry, with the user's own entries from `lexicon` if given."""
    return Names({})
