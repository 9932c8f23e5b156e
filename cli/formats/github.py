"""Annotations of GitHub Actions; columns in UTF-16 units, left out where a finding runs over several lines.

GitHub shows ten errors, ten warnings and ten notices of a step. What is beyond that is printed as plain lines of the
log, and the last notice says how many there are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from jijitsu.cli.console import visible
from jijitsu.cli.formatting import Format, Report, columns, utf16_column
from jijitsu.schemas.finding import Finding

_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}
_MOST = {"error": 10, "warning": 10, "note": 9}
"""One notice is left for the last."""


def _write(report: Report) -> Iterator[bytes]:
    shown: Counter[str] = Counter()
    left: Counter[str] = Counter()
    for finding in report.findings:
        if shown[finding.severity] < _MOST[finding.severity]:
            shown[finding.severity] += 1
            yield f"{_annotation(report, finding)}\n".encode("utf-8", "replace")
        else:
            left[finding.severity] += 1
            spot = finding.spot
            line = visible(f"{spot.path}:{spot.line}:{spot.column}: {finding.code} {finding.message}")
            yield f"{' ' if line.startswith('::') else ''}{line}\n".encode("utf-8", "replace")
    if left:
        told = ", ".join(f"{left[one]} {one}{'s' if left[one] > 1 else ''}" for one in _LEVELS if left[one])
        yield f"::notice title=jijitsu::{told} more left out: GitHub shows no more annotations of a step. ".encode()
        yield b"All stand in the log.\n"


def _annotation(report: Report, finding: Finding) -> str:
    spot = finding.spot
    parts = {"file": spot.path, "line": str(spot.line), "endLine": str(spot.end_line)}
    if spot.line == spot.end_line:
        first, last = columns(report, spot, utf16_column)
        parts |= {"col": str(first), "endColumn": str(last)}
    parts["title"] = f"jijitsu {finding.code}"
    told = ",".join(f"{name}={_property(value)}" for name, value in parts.items())
    words = "\n".join([finding.message, *(_related(one.path, one.line, one.note, one.text) for one in finding.related)])
    return f"::{_LEVELS[finding.severity]} {told}::{_data(words)}"


def _related(path: str, line: int, note: str, text: str) -> str:
    return f"{path}:{line}: {note or text}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMAT = Format("github", "annotations of GitHub Actions", _write)
