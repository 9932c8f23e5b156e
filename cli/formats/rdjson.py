"""reviewdog's JSON (rdjson); columns in bytes of UTF-8, the end exclusive."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from jijitsu.cli.formatting import Format, Report, byte_column, columns
from jijitsu.schemas.finding import Spot

_LEVELS = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def _write(report: Report) -> Iterator[bytes]:
    told = [
        {
            "message": finding.message,
            "location": _location(report, finding.spot),
            "severity": _LEVELS[finding.severity],
            "code": {"value": finding.code},
            "relatedLocations": [
                {"message": spot.note or spot.text, "location": _location(report, spot)} for spot in finding.related
            ],
        }
        for finding in report.findings
    ]
    yield msgspec.json.encode({"source": {"name": "jijitsu"}, "diagnostics": told}) + b"\n"


def _location(report: Report, spot: Spot) -> dict[str, object]:
    first, last = columns(report, spot, byte_column)
    start, end = {"line": spot.line, "column": first}, {"line": spot.end_line, "column": last}
    return {"path": spot.path, "range": {"start": start, "end": end}}


FORMAT = Format("rdjson", "reviewdog's JSON", _write)
