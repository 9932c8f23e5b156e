"""Where a worker finds what paths and names stand for: paths are those of whoever began the run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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


def _store() -> Callable[[str], Sequence[Place]]:
    """Return what looks into stores, which asks once for each file: claims of an archive name one a few hundred times.

    A file that cannot be reached is not asked for again either. Raises UnfitError for such a file.
    """
    lost: dict[str, JijitsuError] = {}

    @lru_cache(maxsize=256)
    def there(path: str) -> Sequence[Place]:
        return [_Found(path)] if There(path).exists() else []

    def found(path: str) -> Sequence[Place]:
        if path in lost:
            raise lost[path]
        try:
            return there(path)
        except JijitsuError as fault:
            lost[path] = fault
            raise

    return found


def anywhere(*folders: Path) -> Places:
    """Return where one machine looks for articles: paths from each of several folders, names in a store there."""
    here, there = around(*folders), _store()
    return lambda path: there(path) if stores.remote(path) else here(path)


def places(base: str, claims: str) -> Places:
    """Return where articles are looked for that a file of claims names: from `base`, then beside that file."""
    beside, there = claims.rpartition("/")[0], _store()

    def found(path: str) -> Sequence[Place]:
        if stores.remote(path):
            return there(path)
        if stores.remote(beside):
            return [Path(base, path), *there(f"{beside}/{path}")]
        return [Path(base, path), Path(base, beside, path)]

    return found
