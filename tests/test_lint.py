"""`jijitsu lint` as a user meets it: claim files, settings, baseline, reference data, exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml
from conftest import ROOT
from running import Run

from jijitsu.extract.linting import picks

WRONG = "2026年1月6日(水)に発表した。\n"
RIGHT = "2026年1月6日(火)に発表した。\n"


@pytest.fixture
def claims(run: Run, tmp_path: Path) -> Path:
    """A file of claims, and the article a.txt that it names."""
    (tmp_path / "a.txt").write_text("2026年1月28日 12:30\n\nトヨタの株価は3%下落した。\n", encoding="utf-8")
    assert run("extract", "a.txt", "-o", "claims.ndjson").code == 0
    return tmp_path / "claims.ndjson"


def found(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def test_codes_are_picked_by_their_beginnings_the_longer_wins() -> None:
    assert picks("T302")
    assert picks("T302", ["T"], ["T301"])
    assert picks("T302", ["T302"], ["T"])
    assert not picks("T302", ["T"], ["T302"])
    assert not picks("T302", ["N"])
    assert not picks("T302", ["T"], ["T"])


def test_an_article(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WRONG, encoding="utf-8")
    ended = run("lint", "a.txt", "--format", "ndjson", "--no-config", "--no-cache")
    assert ended.code == 1
    (one,) = found(ended.out)
    assert (one["code"], one["start"], one["end"], one["line"], one["column"]) == ("T302", 0, 12, 1, 1)
    assert list(one) == [
        "code", "severity", "message", "path", "start", "end", "line", "column", "end_line", "end_column", "related",
        "fingerprint",
    ]  # fmt: skip
    assert run("lint", "a.txt", "--exit-zero").code == 0
    assert run("lint", "a.txt", "--ignore", "T").code == 0
    assert run("lint", "-", stdin=WRONG.encode()).code == 1
    assert "火曜日で、水曜日ではありません" in run("lint", "a.txt", "--lang", "ja").out
    assert "     1  T302" in run("lint", "a.txt", "--statistics").out


def test_notes_never_end_with_1_and_one_bad_file_stops_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("市場関係者は「売りが止まらない」と話した。\n", encoding="utf-8")
    ended = run("lint", "a.txt")
    assert ended.code == 0
    assert "A202" in ended.out
    (tmp_path / "b.txt").write_text(WRONG, encoding="utf-8")
    assert run("lint", "a.txt", "b.txt", "--severity", "warning").out.count("A202") == 0
    ended = run("lint", "none.txt", "b.txt", "--format", "concise")
    assert ended.code == 2
    assert "T302" in ended.out
    assert "none.txt" in ended.err


@pytest.mark.parametrize("arguments", [["--select", "X9"], ["--format", "xml"], ["--fx", "USDJPY"], ["--fail-on", "x"]])
def test_wrong_options_end_with_2(run: Run, tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "a.txt").write_text(RIGHT, encoding="utf-8")
    assert run("lint", "a.txt", *arguments).code == 2


def test_sound_claims(run: Run, claims: Path) -> None:
    assert run("lint", "claims.ndjson").code == 0


def test_a_record_that_is_none_and_one_that_stands_twice(run: Run, claims: Path) -> None:
    line = claims.read_bytes()
    claims.write_bytes(line + line.replace(b"price_move", b"pricemove") + b"\n{\n" + line)
    told = found(run("lint", "claims.ndjson", "--format", "ndjson").out)
    assert [(one["code"], one["line"]) for one in told] == [("S001", 2), ("S001", 4), ("S002", 5)]


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        ("id", "c_12"), ("fact", "f_12"), ("article.sha256", "12"), ("evidence.start", -1), ("evidence.end", 0),
        ("evidence.line", 0), ("evidence.column", 0), ("evidence.sentence.start", -1), ("evidence.sentence.end", 0),
        ("value.amount", "3"), ("value.more", 1), ("kind", "price_level"),
    ],
)  # fmt: skip
def test_records_out_of_form(run: Run, claims: Path, keys: str, value: object) -> None:
    record = json.loads(claims.read_text(encoding="utf-8"))
    inner = record
    *path, last = keys.split(".")
    for key in path:
        inner = inner[key]
    inner[last] = value
    claims.write_text(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    told = found(run("lint", "claims.ndjson", "--format", "ndjson").out)
    assert [one["code"] for one in told] == ["S001"]


def test_stale_evidence_is_found_again(run: Run, claims: Path, tmp_path: Path) -> None:
    text = (tmp_path / "a.txt").read_text(encoding="utf-8")
    (tmp_path / "a.txt").write_text(text.replace("トヨタ", "（更新）\nトヨタ"), encoding="utf-8")
    (one,) = found(run("lint", "claims.ndjson", "--format", "ndjson").out)
    edited = (tmp_path / "a.txt").read_text(encoding="utf-8")
    assert one["code"] == "E101"
    assert edited[int(str(one["start"])) : int(str(one["end"]))] == "3%"
    assert f"{one['start']}-{one['end']}" in str(one["message"])
    (tmp_path / "a.txt").write_text("消えた。\n", encoding="utf-8")
    assert "E101" in run("lint", "claims.ndjson").out
    (tmp_path / "a.txt").unlink()
    assert "E102" in run("lint", "claims.ndjson").out


def test_claim_files_are_linted_without_heavy_modules(claims: Path) -> None:
    program = (
        "import sys\nsys.argv = ['jijitsu', 'lint', 'claims.ndjson']\nfrom jijitsu.cli.app import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print([name for name in ('spacy', 'numpy', 'sudachipy', 'pandas') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=claims.parent, capture_output=True, text=True, check=False
    )
    assert done.stdout.splitlines()[-1] == "[]", done.stderr


def test_claims_are_linted_fast(run: Run, claims: Path) -> None:
    line = claims.read_text(encoding="utf-8")
    record = json.loads(line)
    rows = [json.dumps(record | {"id": f"c_{number:016x}"}, ensure_ascii=False) for number in range(10_000)]
    claims.write_text("\n".join(rows) + "\n", encoding="utf-8")
    start = time.process_time()
    assert run("lint", "claims.ndjson", "--select", "S,E,A,T").code == 0
    assert time.process_time() - start < 3, "a busy machine takes thrice the second that it should"


def test_settings_the_closest_wins(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for folder in (tmp_path, tmp_path / "in"):
        (folder / "a.txt").write_text(WRONG, encoding="utf-8")
    (tmp_path / "jijitsu.yaml").write_text("ignore: [T302]\n", encoding="utf-8")
    (tmp_path / "in" / "pyproject.toml").write_text('[tool.jijitsu]\nlang = "en"\n', encoding="utf-8")
    told = found(run("lint", ".", "--format", "ndjson").out)
    assert [one["path"] for one in told] == ["in/a.txt"]
    assert len(found(run("lint", ".", "--format", "ndjson", "--no-config").out)) == 2


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        (
            "jijitsu.yaml",
            "lang: ja\nselekt: [T]\n",
            ("jijitsu.yaml:2:1", "select", "2 | selekt: [T]\n  | ^^^^^^", "fail-on"),
        ),
        ("pyproject.toml", "[tool.jijitsu]\nselekt = ['T']\n", ("pyproject.toml:2:1", "select", "  | ^^^^^^")),
        ("jijitsu.yaml", "select: [T9]\n", ("no rule begins with 'T9'",)),
        ("jijitsu.yaml", "path-ignores: [{path: a, codes: [T]}]\n", ("has no reason",)),
        ("jijitsu.yaml", "lang: fr\n", ("'fr' is not known", "ja, en")),
        ("jijitsu.yaml", "select: [\n", ("no YAML",)),
    ],
)
def test_settings_that_cannot_be_used(run: Run, tmp_path: Path, name: str, content: str, told: tuple[str, ...]) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    (tmp_path / "a.txt").write_text(RIGHT, encoding="utf-8")
    ended = run("lint", "a.txt")
    assert ended.code == 2
    for words in told:
        assert words in ended.err


def test_suppressions(run: Run, tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "a.txt").write_text(WRONG, encoding="utf-8")
    entry = {"path": "old/**", "codes": ["T302"], "reason": "nobody reads it"}
    (tmp_path / "jijitsu.yaml").write_text(yaml.dump({"path-ignores": [entry]}), encoding="utf-8")
    ended = run("lint", ".")
    assert (ended.code, "unused" in ended.err) == (0, False)
    (tmp_path / "old" / "a.txt").write_text(RIGHT, encoding="utf-8")
    ended = run("lint", ".")
    assert "jijitsu.yaml:2: unused" in ended.err
    assert "nobody reads it" in ended.err


def test_baseline(run: Run, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(WRONG, encoding="utf-8")
    assert run("lint", "a.txt", "--write-baseline").code == 0
    known = ("--baseline", "jijitsu-baseline.json")
    assert run("lint", "a.txt", *known).code == 0
    article.write_text("前置きが加わった。\n" + WRONG, encoding="utf-8")
    assert run("lint", "a.txt", *known).code == 0, "an edit elsewhere"
    article.write_text(WRONG + "前置きの後。\n" + WRONG, encoding="utf-8")
    assert run("lint", "a.txt", *known).code == 1, "the same words a second time"
    article.write_text(RIGHT, encoding="utf-8")
    ended = run("lint", "a.txt", *known)
    assert (ended.code, "1 stale entry" in ended.err) == (0, True)
    run("lint", "a.txt", *known, "--prune-baseline")
    assert "stale" not in run("lint", "a.txt", *known).err


HEAD = "date,symbol,open,high,low,close,currency\n"


@pytest.mark.parametrize(
    ("option", "content", "told"),
    [
        ("--prices", "date,symbol\n", "row 1 has no column close"),
        ("--prices", HEAD + "2026-01-13,XTKS:7203,1,2,1,2,JPY\n2026-13-01,XTKS:7203,,,,1,JPY\n", "row 3: date"),
        ("--prices", HEAD + "2026-01-13,7203,,,,1,JPY\n", "row 2: symbol"),
        ("--prices", HEAD + "2026-01-13,XTKS:7203,,,,abc,JPY\n", "row 2: close: 'abc' is no number"),
        ("--prices", HEAD + "2026-01-13,XTKS:7203,,,,,JPY\n", "row 2: no price at all"),
        ("--prices", HEAD + "2026-01-13,XTKS:7203,,1,2,1,JPY\n", "row 2: low 2 is above high 1"),
        ("--facts", "- subject: A\n", "line 1: measure is missing"),
        ("--facts", "- {subject: A, measure: b, period: 2025-14, amount: 1}\n", "line 1: period"),
        ("--facts", "\n- {subject: A, measure: b, period: 2025, amount: x}\n", "line 2: amount"),
        ("--facts", "- {subject: A, price: 3}\n", "line 1: 'price' is not known"),
        ("--facts", "a: b\n", "line 1: the file is no list"),
    ],
)
def test_reference_data_that_cannot_be_used(run: Run, tmp_path: Path, option: str, content: str, told: str) -> None:
    (tmp_path / "a.txt").write_text(RIGHT, encoding="utf-8")
    (tmp_path / "given").write_text(content, encoding="utf-8")
    ended = run("lint", "a.txt", option, "given")
    assert ended.code == 2
    assert told in ended.err


def test_rule_pages(run: Run) -> None:
    assert run("rule", "t302").out.startswith("# T302 weekday-does-not-fit")
    assert json.loads(run("rule", "T302", "--format", "json").out)["severity"] == "error"
    assert "T304" in run("rule").out
    ended = run("rule", "T3O2")
    assert (ended.code, "T302" in ended.err) == (2, True)


def test_the_hook_is_serial() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["require_serial"] is True
    assert hook["entry"].startswith("jijitsu lint")
