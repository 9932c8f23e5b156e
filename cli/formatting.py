"""What the formats of findings share: the shape of a format, what it is given, and columns in other units.

Offsets and columns of findings are code points; consumers count otherwise (UTF-16 units, bytes of UTF-8, cells of a
terminal), so each format converts with the line at hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec

from jijitsu.extract.checking import Check
from jijitsu.extract.collect import collect
from jijitsu.extract.linting import Language, Look
from jijitsu.schemas.finding import Finding, Spot


class Report(msgspec.Struct, frozen=True):
    """The findings of a run, in order, with the texts that they point into."""

    findings: Sequence[Finding]
    look: Look
    checks: Mapping[str, Check]
    paths: Sequence[str] = ()
    """All that was read, also files without findings."""
    language: Language = "en"
    colour: bool = False
    width: int = 100
    """Cells of a line on the screen."""


class Format(msgspec.Struct, frozen=True):
    """A way to write findings; `write` yields bytes for standard output."""

    name: str
    about: str
    write: Callable[[Report], Iterator[bytes]]
    summary: bool = False
    """True if people read it: a summary is told on standard error."""


def formats() -> tuple[Format, ...]:
    """All formats, in order of their modules' names."""
    return collect("jijitsu.cli.formats", "FORMAT")


def line_of(report: Report, path: str, number: int) -> str:
    """A line of a text that a finding points into; empty where the text is not known."""
    text = report.look(path)
    return text.line(number) if text is not None and text.holds(number) else ""


def columns(report: Report, spot: Spot, unit: Callable[[str, int], int]) -> tuple[int, int]:
    """First and last column of a spot (the last exclusive), counted by `unit` in their own lines."""
    return (
        unit(line_of(report, spot.path, spot.line), spot.column),
        unit(line_of(report, spot.path, spot.end_line), spot.end_column),
    )


def utf16_column(line: str, column: int) -> int:
    """A column (from 1) counted in UTF-16 units, as editors and most viewers of SARIF count."""
    return len(line[: column - 1].encode("utf-16-le", "surrogatepass")) // 2 + 1


def byte_column(line: str, column: int) -> int:
    """A column (from 1) counted in bytes of UTF-8, as reviewdog counts."""
    return len(line[: column - 1].encode("utf-8", "surrogatepass")) + 1
