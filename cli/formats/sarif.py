"""SARIF 2.1.0, for code scanning; columns in UTF-16 units (`columnKind` says so), the end exclusive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import msgspec

from jijitsu import __version__
from jijitsu.cli import rulepages
from jijitsu.cli.formatting import Format, Report, columns, line_of, utf16_column
from jijitsu.extract.checking import Check
from jijitsu.schemas.finding import Edit, Finding, Mend, Spot

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"


def _write(report: Report) -> Iterator[bytes]:
    rules = list(report.checks.values())
    numbers = {check.code: number for number, check in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "jijitsu", "version": __version__, "rules": [_rule(check) for check in rules]}},
        "columnKind": "utf16CodeUnits",
        "language": "ja" if report.language == "ja" else "en",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder in which jijitsu was run."}}},
        "results": [_result(report, finding, numbers) for finding in report.findings],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    yield msgspec.json.format(msgspec.json.encode(log)) + b"\n"


def _rule(check: Check) -> dict[str, object]:
    return {
        "id": check.code,
        "name": "".join(part.capitalize() for part in rulepages.name_of(check).split("-")),
        "shortDescription": {"text": f"{check.title[1]} / {check.title[0]}"},
        "help": {"text": rulepages.body_of(check), "markdown": rulepages.body_of(check)},
        "defaultConfiguration": {"level": check.severity},
    }


def _result(report: Report, finding: Finding, numbers: dict[str, int]) -> dict[str, object]:
    told: dict[str, object] = {
        "ruleId": finding.code,
        "ruleIndex": numbers[finding.code],
        "level": finding.severity,
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": _location(report, finding.spot)}],
        "partialFingerprints": {"jijitsu/v1": finding.fingerprint},
    }
    if finding.related:
        told["relatedLocations"] = [
            {
                "id": number,
                "physicalLocation": _location(report, spot),
                "message": {"text": spot.note or spot.text or "-"},
            }
            for number, spot in enumerate(finding.related, 1)
        ]
    if fixes := [_fix(report, mend) for mend in finding.mends if all(report.look(edit.path) for edit in mend.edits)]:
        told["fixes"] = fixes
    return told


def _fix(report: Report, mend: Mend) -> dict[str, object]:
    """A mend; several of one finding are alternatives, as SARIF has it."""
    changes = [
        {
            "artifactLocation": _artifact(edit.path),
            "replacements": [{"deletedRegion": _region(report, edit), "insertedContent": {"text": edit.text}}],
        }
        for edit in mend.edits
    ]
    return {"description": {"text": mend.title}, "artifactChanges": changes}


def _region(report: Report, edit: Edit) -> dict[str, int]:
    text = report.look(edit.path)
    assert text is not None
    first, last = text.line_of(edit.start), text.line_of(edit.end)
    return {
        "startLine": first, "startColumn": utf16_column(text.line(first), edit.start - text.begin(first) + 1),
        "endLine": last, "endColumn": utf16_column(text.line(last), edit.end - text.begin(last) + 1),
    }  # fmt: skip


def _location(report: Report, spot: Spot) -> dict[str, object]:
    first, last = columns(report, spot, utf16_column)
    region: dict[str, object] = {
        "startLine": spot.line, "startColumn": first, "endLine": spot.end_line, "endColumn": last,
        "snippet": {"text": spot.text},
    }  # fmt: skip
    context = {"startLine": spot.line, "snippet": {"text": line_of(report, spot.path, spot.line)}}
    return {"artifactLocation": _artifact(spot.path), "region": region, "contextRegion": context}


def _artifact(path: str) -> dict[str, str]:
    """A relative URI for what lies beneath the working directory, else one that names the file."""
    place = Path(path)
    if place.is_absolute():
        try:
            place = place.relative_to(Path.cwd())
        except ValueError:
            return {"uri": place.as_uri()}
    name = place.as_posix()
    if name.startswith("../"):
        return {"uri": Path(path).resolve().as_uri()}
    return {"uri": quote(name if ":" not in name.split("/")[0] else f"./{name}"), "uriBaseId": _ROOT}


FORMAT = Format("sarif", "SARIF 2.1.0, for code scanning", _write)
