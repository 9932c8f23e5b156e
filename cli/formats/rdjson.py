"""reviewdog's JSON (rdjson); columns in bytes of UTF-8, the end exclusive. Mends within the article are suggestions."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from jijitsu.cli.formatting import Format, Report, byte_column, columns
from jijitsu.extract.linting import Lines
from jijitsu.schemas.finding import Finding, Spot

_LEVELS = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def _write(report: Report) -> Iterator[bytes]:
    told = [
        {
            "message": finding.message,
            "location": _location(report, finding.spot),
            "severity": _LEVELS[finding.severity],
            "code": {"value": finding.code},
            "related_locations": [
                {"message": spot.note or spot.text, "location": _location(report, spot)} for spot in finding.related
            ],
            "suggestions": list(_suggestions(report, finding)),
        }
        for finding in report.findings
    ]
    yield msgspec.json.encode({"source": {"name": "jijitsu"}, "diagnostics": told}) + b"\n"


def _suggestions(report: Report, finding: Finding) -> Iterator[dict[str, object]]:
    """The mends of one edit in the article of the finding; reviewdog shows no others."""
    text = report.look(finding.spot.path)
    for mend in finding.mends if text is not None else ():
        edit = mend.edits[0]
        if len(mend.edits) == 1 and edit.path == finding.spot.path:
            assert text is not None
            yield {"range": {"start": _place(text, edit.start), "end": _place(text, edit.end)}, "text": edit.text}


def _place(text: Lines, offset: int) -> dict[str, int]:
    line = text.line_of(offset)
    return {"line": line, "column": byte_column(text.line(line), offset - text.begin(line) + 1)}


def _location(report: Report, spot: Spot) -> dict[str, object]:
    first, last = columns(report, spot, byte_column)
    start, end = {"line": spot.line, "column": first}, {"line": spot.end_line, "column": last}
    return {"path": spot.path, "range": {"start": start, "end": end}}


FORMAT = Format("rdjson", "reviewdog's JSON", _write)
