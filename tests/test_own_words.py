"""A user's own measures: what the lexicon's entries make, and how wrong ones are named."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import article
from running import Run

from jijitsu.extract.linking.entity.userfile import LexiconError, user_file
from jijitsu.extract.pipeline import Options, extract_article

LEXICON = """\
- {name: 南海テック, forms: [ナンテク], type: company}
- kind: x-racks
  measure: racks
  words: [ラック数]
  units: [ラック, 架]
  unless: [ラック数理]
  seen: 拠点のラック数は300ラックだ。
- kind: x-arr
  measure: arr
  words: [ARR, 年間経常収益]
  units: [JPY, USD, percent]
- {kind: financial, measure: revenue, words: [流通総額]}
- {kind: x-panels, measure: panels, units: [パネル]}
"""


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("own") / "own.yaml"
    path.write_text(LEXICON, encoding="utf-8")
    return path


def read(text: str, lexicon: Path | None) -> list[tuple[object, ...]]:
    """Kind, measure, subject, amount, unit and direction of every claim."""
    return [
        (claim.kind, claim.measure, claim.subject and claim.subject.name, claim.value and int(claim.value.amount),
         claim.value and claim.value.unit, claim.direction)
        for claim in extract_article(article(text), Options(lexicon=lexicon, parse="none"))
    ]  # fmt: skip


READ = {
    "南海テックの新拠点のラック数は300ラックだ。": [("x-racks", "racks", "南海テック", 300, "ラック", None)],
    "南海テックの国内のラック数は450架に増えた。": [("x-racks", "racks", "南海テック", 450, "架", None)],
    "南海テックのＡＲＲは12億円だった。": [("x-arr", "arr", "南海テック", 1200000000, "JPY", None)],
    "南海テックのARRは12億円で、前年同期比30%増えた。": [
        ("x-arr", "arr", "南海テック", 1200000000, "JPY", None),
        ("x-arr", "arr", "南海テック", 30, "percent", "up"),
    ],
    # money in a unit that the kind does not take is what it would be without
    "南海テックのARRは30万ユーロだった。": [("financial", "other", "南海テック", 300000, "EUR", None)],
    "ナンテクの流通総額は85億円だった。": [("financial", "revenue", "南海テック", 8500000000, "JPY", None)],
    "ナンテクは屋根に1200パネルを置いた。": [("x-panels", "panels", "南海テック", 1200, "パネル", None)],
    # a word of the kind in another unit is not of it: ラック数 in percent
    "南海テックのラック数は30%増えた。": [("quantity", "ラック数", "南海テック", 30, "percent", "up")],
    # what `unless` names is no word of it
    "南海テックのラック数理は120億円だった。": [("financial", "other", "南海テック", 12000000000, "JPY", None)],
    # and the rest is read as ever
    "ナンテクの売上高は120億円だった。": [("financial", "revenue", "南海テック", 12000000000, "JPY", None)],
}


@pytest.mark.parametrize(("text", "claims"), READ.items())
def test_what_entries_make(lexicon: Path, text: str, claims: list[tuple[object, ...]]) -> None:
    assert read(text, lexicon) == claims


@pytest.mark.parametrize("text", [text for text, claims in READ.items() if claims[0][0] != "quantity"])
def test_none_of_it_is_known_without(lexicon: Path, text: str) -> None:
    """So each entry is what makes the difference."""
    assert read(text, None) != read(text, lexicon)


WRONG = {
    "- {kind: racks, measure: racks, words: [ラック数]}": "1: kind: racks is none of price_move, ",
    "- {kind: quote, words: [いわく]}": "1: kind: quote is none of price_move, ",
    "- name: 南海\n- kind: x-racks\n  words: [ラック数]": "2: measure: missing: what records shall call it",
    "- kind: financial\n  measure: arr\n  words: [ARR]": "2: measure: arr is none of revenue, ",
    "- {kind: delivery, words: [手渡し]}": "1: measure: nothing is none of deliveries, ",
    "- {kind: x-racks, measure: racks}": "1: words: missing: which words measure it, or which units",
    "- {kind: financial, measure: revenue, units: [架]}": "1: words: missing: which words measure it",
    "- kind: x-racks\n  measure: racks\n  words:\n    - 架": "3: words: 架 is too short",
    "- {kind: x-racks, measure: racks, words: ['ラック:数']}": "1: words: ラック:数 is too short, or holds a colon",
    "- {kind: x-racks, measure: racks, words: ラック数}": "1: words: a list of words is wanted",
    "- {kind: x-racks, measure: racks, units: [3ラック]}": "1: units: 3ラック is no unit",
    "- {kind: financial, measure: other, words: [流通総額], units: [JPY]}": "1: units: JPY is known already",
    "- {kind: x-racks, measure: racks, units: [ラック], seen: 拠点がある。}": "1: seen: none of its words and units",
    "- {kind: x-racks, measure: racks, word: [ラック数]}":
        "1: word: unknown key, wanted one of kind, measure, seen, units, unless, words",
    "- {kind: x-racks, measure: racks, words: [ラック数]}\n- {kind: x-b, measure: b, words: [ラック数]}":
        "2: words: ラック数 stands in line 1 already",
    "- {name: 南海, words: [ラック数]}": "1: words: unknown key, wanted one of forms, guard, id, name, type, unless",
    "- kind: x-racks\n  measure: [racks": "3: no YAML: ",
}  # fmt: skip


@pytest.mark.parametrize(("written", "said"), WRONG.items())
def test_a_wrong_entry_is_named_with_its_line(tmp_path: Path, written: str, said: str) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(written + "\n", encoding="utf-8")
    with pytest.raises(LexiconError) as raised:
        user_file(path)
    assert str(raised.value).startswith(f"{path}:{said}")


def test_commands_tell_of_it_in_one_line(tmp_path: Path, run: Run) -> None:
    Path("own.yaml").write_text("- {kind: racks, measure: racks, words: [ラック数]}\n", encoding="utf-8")
    Path("a.txt").write_text("休んだ。\n", encoding="utf-8")
    for command in ("extract", "lint", "show", "mentions"):
        ended = run(command, "a.txt", "--lexicon", "own.yaml")
        assert ended.code == 2
        assert ended.out == ""
        assert ended.err.count("\n") == 1
        assert ended.err.startswith("error: own.yaml:1: kind: racks is none of ")


def test_lexicons_of_one_name_in_two_folders_are_two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder, name in (("a", "架空電機"), ("b", "みほん電機")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "own.yaml").write_text(f"- {{name: {name}}}\n", encoding="utf-8")
        monkeypatch.chdir(tmp_path / folder)
        assert [entry["name"] for entry in user_file(Path("own.yaml")).names] == [name]


def test_every_wrong_entry_is_told(tmp_path: Path, run: Run) -> None:
    first, second = list(WRONG)[:2]
    Path("own.yaml").write_text(f"{first}\n- {{name: 南海}}\n{second}\n", encoding="utf-8")
    Path("a.txt").write_text("休んだ。\n", encoding="utf-8")
    ended = run("extract", "a.txt", "--lexicon", "own.yaml")
    assert (ended.code, ended.out) == (2, "")
    told = [line.removeprefix("error: ").split(" is none of ")[0] for line in ended.err.splitlines()]
    assert told == ["own.yaml:1: kind: racks", "own.yaml:3: kind: quote"]


def test_processes_read_with_it_too(lexicon: Path, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    for number in range(30):
        (tmp_path / "news" / f"{number:02}.txt").write_text(next(iter(READ)) + "\n", encoding="utf-8")

    def ran(*more: str) -> bytes:
        command = [sys.executable, "-m", "jijitsu", "extract", str(tmp_path / "news"), "--no-cache", *more]
        return subprocess.run(command, capture_output=True, check=True).stdout

    one = ran("--lexicon", str(lexicon), "--jobs", "1")
    assert one.count(b'"kind":"x-racks"') == 30
    assert ran("--lexicon", str(lexicon), "--jobs", "2") == one
