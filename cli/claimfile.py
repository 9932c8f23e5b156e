"""Files of claims: one JSON object a line."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from jijitsu.schemas.errors import JijitsuError

if TYPE_CHECKING:
    from jijitsu.schemas.claim import Claim


def lines(name: str) -> Iterator[tuple[int, bytes]]:
    """Yield the lines of a file (`-` is standard input) that are not blank, with their numbers from 1.

    Raises JijitsuError if it cannot be read.
    """
    yield from ((number, line) for number, line in every_line(name) if line.strip())


def every_line(name: str) -> Iterator[tuple[int, bytes]]:
    """Yield all lines of a file with their line ends, blank ones too, without a byte order mark."""
    try:
        with sys.stdin.buffer if name == "-" else Path(name).open("rb") as file:
            for number, line in enumerate(file, 1):
                yield number, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
    except (OSError, ValueError) as fault:
        why = getattr(fault, "strerror", None) or fault
        raise JijitsuError(
            f"cannot be read ({why})", where=name, hint="Name a file that `jijitsu extract` wrote"
        ) from None


def claims(name: str) -> Iterator[Claim]:
    """Yield the claims of a file. Raises JijitsuError at the first line that is none."""
    from jijitsu.schemas.record import RecordError, decode_line

    for number, line in lines(name):
        try:
            yield decode_line(line)
        except RecordError as fault:
            hint = f"`jijitsu validate {name}` lists all such lines"
            raise JijitsuError(f"this line is no claim: {fault}", where=f"{name}:{number}", hint=hint) from None
