"""Where a worker finds what paths and names stand for: paths are those of whoever began the run."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

import msgspec

from jijitsu.extract.archive import stores
from jijitsu.extract.archive.inputs import opened
from jijitsu.extract.reading.again import Place, Places


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


def places(base: str, claims: str) -> Places:
    """Return where articles are looked for that a file of claims names: from `base`, then beside that file."""
    beside = claims.rpartition("/")[0]

    def found(path: str) -> list[Place]:
        if stores.remote(path):
            return [There(path)]
        return [Path(base, path), There(f"{beside}/{path}") if stores.remote(beside) else Path(base, beside, path)]

    return found
