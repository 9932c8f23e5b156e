"""One JSON object a line, for other programs; columns and offsets in code points."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from jijitsu.cli.formatting import Format, Report
from jijitsu.schemas.finding import flat


def _write(report: Report) -> Iterator[bytes]:
    for finding in report.findings:
        yield msgspec.json.encode(flat(finding)) + b"\n"


FORMAT = Format("ndjson", "one JSON object a line", _write)
