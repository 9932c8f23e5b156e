"""One line a finding: path:line:column: code severity: message; columns in code points."""

from __future__ import annotations

from collections.abc import Iterator

from jijitsu.cli.console import visible
from jijitsu.cli.formatting import Format, Report


def _write(report: Report) -> Iterator[bytes]:
    for finding in report.findings:
        spot = finding.spot
        line = f"{spot.path}:{spot.line}:{spot.column}: {finding.code} {finding.severity}: {finding.message}"
        yield f"{visible(line)}\n".encode("utf-8", "replace")


FORMAT = Format("concise", "one line a finding", _write, summary=True)
