"""GitLab's Code Quality report: one JSON array, an issue a finding; lines alone, since GitLab shows no columns.

GitLab tells issues of a merge request apart by their fingerprints, which must not repeat within a report; so the path is
part of them here.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import msgspec

from jijitsu.cli.formatting import Format, Report
from jijitsu.schemas.finding import Finding

_LEVELS = {"error": "major", "warning": "minor", "note": "info"}


def _write(report: Report) -> Iterator[bytes]:
    yield msgspec.json.format(msgspec.json.encode([_issue(finding) for finding in report.findings])) + b"\n"


def _issue(finding: Finding) -> dict[str, object]:
    spot, path = finding.spot, _from_here(finding.spot.path)
    beside = "".join(f" ({_from_here(one.path)}:{one.line}: {one.note or one.text})" for one in finding.related)
    return {
        "description": finding.message + beside,
        "check_name": finding.code,
        "fingerprint": sha256(f"{path}\0{finding.fingerprint}".encode("utf-8", "replace")).hexdigest()[:32],
        "severity": _LEVELS[finding.severity],
        "location": {"path": path, "lines": {"begin": spot.line, "end": spot.end_line}},
    }


def _from_here(path: str) -> str:
    """A path from the working directory, which in a job is the project's; GitLab knows no `./`."""
    name = os.path.normpath(path)
    if Path(name).is_absolute():
        name = os.path.relpath(name)
    return Path(name).as_posix()


FORMAT = Format("gitlab", "GitLab's Code Quality report", _write)
