"""Files of claims: one JSON object a line, or one of the formats that can be read back (Parquet, SQLite)."""

from __future__ import annotations

import sys
from bisect import bisect_right
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from jijitsu.schemas.errors import JijitsuError

if TYPE_CHECKING:
    from jijitsu.cli.exporting import Export
    from jijitsu.extract.checking import ClaimFile, Record
    from jijitsu.schemas.claim import ArticleRef, Claim

Claims = Annotated[
    str,
    typer.Argument(help="Claims: NDJSON, or what export made of it (.parquet, .sqlite); - is standard input."),
]


_AT_ONCE = 2**20
"""Bytes that are read at once."""


def lines(name: str) -> Iterator[tuple[int, bytes]]:
    """Yield the lines of a file (`-` is standard input) that are not blank, with their numbers from 1.

    Raises JijitsuError if it cannot be read.
    """
    yield from ((number, line) for number, line in every_line(name) if line.strip())


def every_line(name: str) -> Iterator[tuple[int, bytes]]:
    """Yield all lines of a file with their line ends, blank ones too, without a byte order mark.

    Of a table or a database these are the lines that it gives back, one a claim.
    """
    if _format(name) is not None:
        from jijitsu.schemas.record import encode_line

        yield from enumerate(map(encode_line, claims(name)), 1)
        return
    try:
        with sys.stdin.buffer if name == "-" else Path(name).open("rb", buffering=_AT_ONCE) as file:
            for number, line in enumerate(file, 1):
                yield number, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
    except (OSError, ValueError) as fault:
        raise _unreadable(name, fault) from None


def claims(name: str) -> Iterator[Claim]:
    """Yield the claims of a file. Raises JijitsuError at the first line that is none."""
    from jijitsu.schemas.record import RecordError, decode_line

    export = _format(name)
    if export is not None and export.read is not None:
        try:
            yield from export.read(Path(name))
        except JijitsuError as fault:
            raise JijitsuError(fault.what, where=fault.where or name, hint=fault.hint) from None
        return
    for number, line in lines(name):
        try:
            yield decode_line(line)
        except RecordError as fault:
            hint = f"`jijitsu validate {name}` lists all such lines"
            raise JijitsuError(f"this line is no claim: {fault}", where=f"{name}:{number}", hint=hint) from None


def holds_claims(name: str) -> bool:
    """True for a file of claims: by its name, by how it begins, or by how standard input (`-`) does."""
    from jijitsu.extract.desk import is_claim_file

    if name == "-":
        peek = getattr(sys.stdin.buffer, "peek", None)
        return peek is not None and is_claim_file("", peek(16)[:16])
    if not Path(name).is_file():
        return False
    return is_claim_file(name) or (_format(name) is not None and not _holds_articles(name))


def _holds_articles(name: str) -> bool:
    """True for a table of articles, as far as its name and its columns tell."""
    from jijitsu.extract.reading.inputs import is_input, looks_like

    return is_input(name) and looks_like(Path(name))


def articles(folder: Path, encoding: str | None = None) -> Callable[[ArticleRef], str | None]:
    """Return a function that looks up the text that a claim names, from the working directory, then from `folder`.

    It gives None where there is none, and raises UnreadableError.
    """
    from jijitsu.extract.archive.places import anywhere
    from jijitsu.extract.reading.again import finder

    return finder(anywhere(Path(), folder), encoding)


class RecordLines:
    """The lines of a claim file that hold records, each read when a finding asks for it (`linting.Lines`).

    Of a table or a database, its lines are written to a file without a name when the first is asked for.
    """

    def __init__(self, file: ClaimFile) -> None:
        self._path, self._records = Path(file.path), file.records
        self._starts = [record.start for record in file.records]
        self._numbers = [record.number for record in file.records]
        self.line = lru_cache(maxsize=16)(self._line)

    def line_of(self, offset: int) -> int:
        """Number of the line that an offset stands in."""
        return self._numbers[max(0, bisect_right(self._starts, offset) - 1)]

    def holds(self, number: int) -> bool:
        """True if a record stands in this line."""
        record = self._record(number)
        return record is not None and record.number == number

    def begin(self, number: int) -> int:
        """Offset at which a record's line begins."""
        record = self._record(number)
        return record.start if record is not None else 0

    def part(self, start: int, end: int) -> str:
        """What stands from one offset to another of the same line."""
        number = self.line_of(start)
        begin = self.begin(number)
        return self.line(number)[start - begin : end - begin]

    def _line(self, number: int) -> str:
        record = self._record(number)
        if record is None:
            return ""
        file, begin = self._file
        file.seek(begin + record.at)
        return file.readline().decode("utf-8", "replace").rstrip("\r\n")

    @cached_property
    def _file(self) -> tuple[BinaryIO, int]:
        """The file of lines, open, and the byte at which its text begins."""
        if _format(str(self._path)) is None:
            file = self._path.open("rb")
            return file, len(BOM_UTF8) if file.read(len(BOM_UTF8)) == BOM_UTF8 else 0
        made = TemporaryFile()  # noqa: SIM115 (it lives as long as this)
        made.writelines(line for _, line in every_line(str(self._path)))
        return made, 0

    def _record(self, number: int) -> Record | None:
        at = bisect_right(self._numbers, number) - 1
        return self._records[at] if at >= 0 else None


def folder_of(name: str) -> Path:
    """Return the folder in which a file of claims lies."""
    return Path() if name == "-" else Path(name).parent


def _format(name: str) -> Export | None:
    """The format that a file begins like, if it is one that can be read back."""
    if name == "-" or not Path(name).is_file():
        return None
    from jijitsu.cli.exporting import exports

    try:
        with Path(name).open("rb") as file:
            head = file.read(16)
    except OSError as fault:
        raise _unreadable(name, fault) from None
    if head.startswith(b"{"):
        return None
    return next((export for export in exports() if export.magic and head.startswith(export.magic)), None)


def _unreadable(name: str, fault: Exception) -> JijitsuError:
    why = getattr(fault, "strerror", None) or fault
    return JijitsuError(f"cannot be read ({why})", where=name, hint="Name a file that `jijitsu extract` wrote")
