"""What people read in a terminal: the line of the article with a caret under the words, and the other side below it.

Carets stand under cells, not characters: a Japanese letter is two cells wide. Of a long line only what stands around
the words is shown, and of words wider than the terminal their beginning.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from jijitsu.cli.console import visible
from jijitsu.cli.formatting import Format, Report, line_of
from jijitsu.schemas.finding import Finding, Spot

_COLOURS = {"error": "1;31", "warning": "1;33", "note": "1;36", "path": "1", "frame": "34"}


def _write(report: Report) -> Iterator[bytes]:
    for finding in report.findings:
        yield "".join(f"{line}\n" for line in _lines(report, finding)).encode("utf-8", "replace")


def _lines(report: Report, finding: Finding) -> Iterator[str]:
    def paint(text: str, colour: str) -> str:
        return f"\x1b[{_COLOURS[colour]}m{text}\x1b[0m" if report.colour else text

    spot = finding.spot
    place = visible(f"{spot.path}:{spot.line}:{spot.column}")
    head = paint(f"{finding.code} {finding.severity}", finding.severity)
    yield f"{paint(place, 'path')}: {head}: {visible(finding.message)}"
    gutter = max(len(str(one.line)) for one in (spot, *finding.related))
    yield paint(f" {' ' * gutter} |", "frame")
    for one in (spot, *finding.related):
        if one is not spot:
            where = visible(one.path) if one.path != spot.path else ""
            shown = f"{where}:{one.line}:{one.column}".lstrip(":") if where else f"{one.line}:{one.column}"
            yield f" {' ' * gutter} {paint('=', 'frame')} {shown}{': ' if one.note else ''}{visible(one.note)}"
        line, before, under = _window(line_of(report, one.path, one.line), one, report.width - gutter - 4)
        if line:
            yield f" {paint(str(one.line).rjust(gutter) + ' |', 'frame')} {line}"
            yield f" {paint(' ' * gutter + ' |', 'frame')} {' ' * before}{paint('^' * under, finding.severity)}"
    yield ""


def _window(line: str, spot: Spot, width: int) -> tuple[str, int, int]:
    """The part of a line to show, the cells before the words, and the cells under them."""
    shown = visible(line.replace("\t", " "))
    start = spot.column - 1
    end = spot.end_column - 1 if spot.end_line == spot.line else len(line)
    room = max(width, 20)
    # No more characters than there are cells are looked at: a record of a claim file is a line of a thousand.
    first, last = start, min(max(end, start + 1), start + room, len(shown))
    while last > first + 1 and cell_len(shown[first:last]) > room:
        last -= 1
    end = min(end, last)
    room -= cell_len(shown[first:last])
    while room > 0 and (first > 0 or last < len(shown)):
        if first > 0:
            first -= 1
            room -= cell_len(shown[first])
        if last < len(shown) and room > 0:
            room -= cell_len(shown[last])
            last += 1
    left, right = "…" if first > 0 else "", "…" if last < len(shown) else ""
    before = cell_len(left) + cell_len(shown[first:start])
    return f"{left}{shown[first:last]}{right}", before, max(1, cell_len(shown[start:end]))


FORMAT = Format("full", "the line of the article with a caret under the words", _write, summary=True)
