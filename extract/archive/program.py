"""Which program reads: all workers of a run must be the same one, so that it does not matter which of them does what."""

from __future__ import annotations

from functools import cache
from hashlib import sha256

from jijitsu.extract import plugins
from jijitsu.extract.archive.stores import UnfitError
from jijitsu.extract.cache import reader


@cache
def program() -> bytes:
    """Return a digest of all that decides what is read and found: ours, what it reads with, and the plug-ins."""
    return sha256(reader() + plugins.digest(plugins.KINDS) + plugins.digest(plugins.CHECKS)).digest()


def must_be(wanted: bytes) -> None:
    """Raise UnfitError where another program is wanted than this one."""
    if wanted != program():
        hint = "Install the same version everywhere, with the same plug-ins, and the same Python"
        raise UnfitError("another version of jijitsu, or of what it reads with", hint=hint)
