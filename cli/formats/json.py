"""One JSON array, for other programs; columns and offsets in code points."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from jijitsu.cli.formatting import Format, Report
from jijitsu.schemas.finding import flat


def _write(report: Report) -> Iterator[bytes]:
    yield msgspec.json.format(msgspec.json.encode([flat(finding) for finding in report.findings])) + b"\n"


FORMAT = Format("json", "one JSON array", _write)
