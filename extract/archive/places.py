"""Where a worker finds what paths and names stand for: paths are those of whoever began the run."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

import msgspec

from jijitsu.extract.archive import stores
from jijitsu.extract.archive.inputs import opened
from jijitsu.extract.reading.again import Place, Places, around
from jijitsu.schemas.errors import JijitsuError


class There(msgspec.Struct, frozen=True):
    """A name in a store, asked as a path is."""

    name: str

    def exists(self) -> bool:
        """True if something lies there. Raises UnfitError."""
        system, path = stores.at(self.name)
        try:
            return bool(system.exists(path))
        except Exception as fault:  # each store has errors of its own
            raise stores.unreached(self.name, fault) from None

    def open(self, mode: str) -> BinaryIO:
        """Return a stream of its bytes. Raises UnfitError."""
        del mode
        return opened(self.name)


class _Found(There, frozen=True):
    """A name in a store that is known to be there."""

    def exists(self) -> bool:
        """True without asking again."""
        return True


def anywhere(*folders: Path) -> Places:
    """Return where one machine looks for articles: paths from each of several folders, names in a store there.

    A store is asked once for each of its files, and a file that cannot be reached is not asked for again: the claims
    of an archive name each a few hundred times. Raises JijitsuError for such a file.
    """
    here, lost = around(*folders), dict[str, JijitsuError]()

    @lru_cache(maxsize=256)
    def in_store(path: str) -> list[Place]:
        return [_Found(path)] if There(path).exists() else []

    def found(path: str) -> Sequence[Place]:
        if not stores.remote(path):
            return here(path)
        if path in lost:
            raise lost[path]
        try:
            return in_store(path)
        except JijitsuError as fault:
            lost[path] = fault
            raise

    return found


def places(base: str, claims: str) -> Places:
    """Return where articles are looked for that a file of claims names: from `base`, then beside that file."""
    beside = claims.rpartition("/")[0]

    def found(path: str) -> list[Place]:
        if stores.remote(path):
            return [There(path)]
        return [Path(base, path), There(f"{beside}/{path}") if stores.remote(beside) else Path(base, beside, path)]

    return found
