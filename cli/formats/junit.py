"""JUnit's XML, for servers that show tests: a suite a file, a failed case a finding; notes are output of a passed case."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jijitsu.cli.formatting import Format, Report
from jijitsu.schemas.finding import Finding

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _write(report: Report) -> Iterator[bytes]:
    by_path: dict[str, list[Finding]] = {path: [] for path in report.paths}
    for finding in report.findings:
        by_path.setdefault(finding.spot.path, []).append(finding)
    failures = sum(one.severity != "note" for one in report.findings)
    cases = sum(max(1, len(found)) for found in by_path.values())
    yield b'<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="jijitsu" tests="{cases}" failures="{failures}" errors="0">\n'.encode()
    for path, found in by_path.items():
        yield "".join(f"{line}\n" for line in _suite(path, found)).encode()
    yield b"</testsuites>\n"


def _suite(path: str, found: list[Finding]) -> Iterator[str]:
    failures = sum(one.severity != "note" for one in found)
    yield f'  <testsuite name={_attribute(path)} tests="{max(1, len(found))}" failures="{failures}" errors="0">'
    if not found:
        yield f'    <testcase classname={_attribute(path)} name="lint"/>'
    for finding in found:
        spot = finding.spot
        name = f"{finding.code} {spot.line}:{spot.column}"
        yield f'    <testcase classname={_attribute(path)} name={_attribute(name)} line="{spot.line}">'
        body = _text(f"{spot.path}:{spot.line}:{spot.column}: {finding.message}\n{spot.text}")
        if finding.severity == "note":
            yield f"      <system-out>{body}</system-out>"
        else:
            yield f"      <failure type={_attribute(finding.severity)} message={_attribute(finding.message)}>{body}</failure>"
        yield "    </testcase>"
    yield "  </testsuite>"


def _text(text: str) -> str:
    from xml.sax.saxutils import escape  # here, since it imports an HTTP client

    return escape(_NO_XML.sub("\ufffd", text))


def _attribute(text: str) -> str:
    from xml.sax.saxutils import quoteattr

    return quoteattr(_NO_XML.sub("\ufffd", text))


FORMAT = Format("junit", "JUnit's XML, a failed case a finding", _write)
