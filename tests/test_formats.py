"""How findings are written for each consumer: columns in its unit, on a line with letters outside the BMP."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from xml.etree import ElementTree

import jsonschema
import msgspec
import pytest
from rich.cells import cell_len
from sarif import SCHEMA

from jijitsu.cli.formatting import Report, byte_column, utf16_column
from jijitsu.extract import linting
from jijitsu.extract.checking import Place
from jijitsu.extract.collect import collect
from jijitsu.schemas.finding import Edit, Finding, Mend, Severity

CODE = 'x = "日本語テキスト🎌𠮷野家";'
"""The semicolon is column 18 in code points, 20 in UTF-16, 42 in bytes of UTF-8."""
TEXT = f"見出し\n{CODE}\n二行に\nわたる。\n"
PATH = "記事 1.txt"
FORMATS = {form.name: form for form in collect("jijitsu.cli.formats", "FORMAT")}
CHECKS = {check.code: check for check in linting.checks()}


def finding(
    start: int, end: int, severity: Severity = "error", message: str = "違う", related: bool = False
) -> Finding:
    """A finding in TEXT."""

    def spot(first: int, last: int, note: str = "") -> Any:
        return linting._spot(Place(PATH, first, last, (note, note)), look, "ja")

    return Finding(
        code="T302", severity=severity, message=message, spot=spot(start, end),
        related=(spot(0, 3, "他方"),) if related else (), fingerprint="0" * 32,
    )  # fmt: skip


def look(path: str) -> linting.Text | None:
    return linting.text_of(TEXT) if path == PATH else None


def written(name: str, findings: Sequence[Finding]) -> str:
    report = Report(findings, look, CHECKS, [PATH, "b.txt"], "ja")
    return b"".join(FORMATS[name].write(report)).decode()


AT = TEXT.index(";")
SEMICOLON = finding(AT, AT + 1, related=True)
OVER_LINES = finding(TEXT.index("二行"), TEXT.index("わたる") + 3)


def test_units() -> None:
    assert (CODE.index(";") + 1, utf16_column(CODE, 18), byte_column(CODE, 18)) == (18, 20, 42)


def test_all_formats_are_there() -> None:
    assert set(FORMATS) == {"full", "concise", "json", "ndjson", "github", "sarif", "rdjson", "junit", "gitlab"}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_nothing_and_much(name: str) -> None:
    written(name, [])
    assert "違う" in written(name, [SEMICOLON, OVER_LINES])


def test_json_counts_code_points() -> None:
    (one,) = json.loads(written("json", [SEMICOLON]))
    assert (one["line"], one["column"], one["end_column"]) == (2, 18, 19)
    assert one == json.loads(written("ndjson", [SEMICOLON]))
    assert written("concise", [SEMICOLON]) == f"{PATH}:2:18: T302 error: 違う\n"


def test_full_sets_the_caret_under_the_words() -> None:
    lines = written("full", [SEMICOLON]).splitlines()
    assert lines[0] == f"{PATH}:2:18: T302 error: 違う"
    line, under = lines[2], lines[3]
    assert under.index("^") == cell_len(line[: line.index(";")])
    assert lines[4:7] == ["   = 1:1: 他方", " 1 | 見出し", "   | ^^^^^^"]


def test_full_shows_of_a_long_line_what_stands_around() -> None:
    long = "あ" * 300 + "い" + "う" * 300
    spot = linting._spot(Place("x", 300, 301), lambda _: linting.text_of(long), "ja")
    one = Finding(code="T302", severity="error", message="m", spot=spot, fingerprint="0")
    report = Report([one], lambda _: linting.text_of(long), CHECKS)
    lines = b"".join(FORMATS["full"].write(report)).decode().splitlines()
    assert cell_len(lines[2]) <= 106
    assert cell_len(lines[2][: lines[2].index("い")]) == lines[3].index("^")


def test_github() -> None:
    assert written("github", [SEMICOLON]) == (
        f"::error file={PATH},line=2,endLine=2,col=20,endColumn=21,title=jijitsu T302::違う%0A{PATH}:1: 他方\n"
    )
    assert "col=" not in written("github", [OVER_LINES])
    assert "100%25 wrong%0Atwice" in written("github", [finding(0, 1, message="100% wrong\ntwice")])


def test_github_tells_what_it_leaves_out() -> None:
    told = written("github", [finding(0, 1)] * 13 + [finding(0, 1, "warning")] * 11 + [finding(0, 1, "note")] * 3)
    lines = told.splitlines()
    assert sum(line.startswith("::error") for line in lines) == 10
    assert sum(line.startswith("::warning") for line in lines) == 10
    assert lines[-1].startswith("::notice title=jijitsu::3 errors, 1 warning more left out")
    assert len(lines) == 28


def test_rdjson_counts_bytes() -> None:
    (one,) = json.loads(written("rdjson", [SEMICOLON]))["diagnostics"]
    assert one["location"]["range"] == {"start": {"line": 2, "column": 42}, "end": {"line": 2, "column": 43}}
    assert one["severity"] == "ERROR"


def test_sarif() -> None:
    log = json.loads(written("sarif", [SEMICOLON, OVER_LINES]))
    jsonschema.validate(log, SCHEMA)
    (ran,) = log["runs"]
    assert ran["columnKind"] == "utf16CodeUnits"
    one = ran["results"][0]
    place = one["locations"][0]["physicalLocation"]
    assert (place["region"]["startColumn"], place["region"]["endColumn"]) == (20, 21)
    assert place["region"]["snippet"] == {"text": ";"}
    assert place["artifactLocation"] == {"uri": "%E8%A8%98%E4%BA%8B%201.txt", "uriBaseId": "%SRCROOT%"}
    assert one["partialFingerprints"] == {"jijitsu/v1": "0" * 32}
    assert ran["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] == "T302"
    assert "fixes" not in one


def test_sarif_has_mends_as_fixes() -> None:
    mend = Mend("直す", (Edit(PATH, AT, AT + 1, "。"),))
    elsewhere = Mend("直す", (Edit("unknown.txt", 0, 1, "。"),))
    log = json.loads(written("sarif", [msgspec.structs.replace(SEMICOLON, mends=(mend, elsewhere))]))
    jsonschema.validate(log, SCHEMA)
    (fix,) = log["runs"][0]["results"][0]["fixes"]
    (change,) = fix["artifactChanges"]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 2, "startColumn": 20, "endLine": 2, "endColumn": 21},
            "insertedContent": {"text": "。"},
        }
    ]


def test_junit() -> None:
    root = ElementTree.fromstring(written("junit", [SEMICOLON, finding(0, 1, "note", "\x00 <注>")]))
    assert (root.get("tests"), root.get("failures")) == ("3", "1")
    assert [suite.get("name") for suite in root] == [PATH, "b.txt"]
