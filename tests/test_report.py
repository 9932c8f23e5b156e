"""`jijitsu report` without a browser: what the file holds, and what holds it together."""

from __future__ import annotations

import json
import re
import sys
import zlib
from base64 import b64decode, b64encode
from decimal import Decimal
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, get_args

import pytest
from conftest import ROOT
from report import ARTICLES, write_articles
from running import Run

from jijitsu.cli.reporting import building
from jijitsu.cli.reporting.building import labels
from jijitsu.cli.reporting.data import _span, utf16
from jijitsu.schemas.claim import KINDS, Direction, Mark, Modality, ResolvedBy, Value
from jijitsu.schemas.finding import Severity
from jijitsu.schemas.mention import EntityType
from jijitsu.schemas.rules import MEASURES

PAGE = ROOT / "cli" / "reporting" / "page"


class Markup(HTMLParser):
    """The elements of a page, with their attributes and what stands right in them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None], str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs), ""))

    def handle_data(self, data: str) -> None:
        if self.found:
            tag, attributes, before = self.found[-1]
            self.found[-1] = tag, attributes, before + data

    def handle_endtag(self, tag: str) -> None:
        self.found.append(("", {}, ""))

    def all(self, tag: str) -> list[tuple[dict[str, str | None], str]]:
        return [(attributes, data) for name, attributes, data in self.found if name == tag]


def told(page: str) -> dict[str, Any]:
    """The data of a page."""
    (attributes, block), *_ = Markup(page).all("script")
    if attributes["data-form"] == "deflate":
        block = zlib.decompress(b64decode(block)).decode()
    found: dict[str, Any] = json.loads(block)
    return found


@pytest.fixture
def page(run: Run, tmp_path: Path) -> str:
    write_articles(tmp_path / "news")
    ended = run("report", "news", "-o", "report.html", "--lang", "ja")
    assert (ended.code, ended.out) == (0, "")
    assert ended.err.startswith("report.html: 4 articles, ")
    return (tmp_path / "report.html").read_text(encoding="utf-8")


def test_nothing_runs_but_what_the_policy_names(page: str) -> None:
    markup = Markup(page)
    (policy,) = (one["content"] for one, _ in markup.all("meta") if one.get("http-equiv"))
    assert policy is not None
    assert policy.startswith("default-src 'none'; ") and "unsafe" not in policy and "http" not in policy
    running = [data for attributes, data in markup.all("script") if attributes.get("type") is None]
    (_, style), *others = markup.all("style")
    assert len(running) == 2 and not others
    for source in (*running, style):
        digest = b64encode(sha256(source.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy


def test_nothing_is_fetched_and_no_attribute_runs(page: str) -> None:
    for tag, attributes, _ in Markup(page).found:
        assert not {"src", "srcset", "style", "action", "background"} & attributes.keys(), tag
        assert not [name for name in attributes if name.startswith("on")], tag
        assert (attributes.get("href") or "#").startswith(("#", "data:,")), tag


def test_article_text_is_data_alone(page: str) -> None:
    outside = page.replace(
        page[page.index('data-form="plain">') : page.index("</script>", page.index("data-form"))], ""
    )
    assert "window.stolen" not in outside and "テスラ" not in outside
    text = next(row[5] for row in told(page)["articles"] if row[0].endswith("d-hostile.txt"))
    assert text == ARTICLES["d-hostile"][1].replace("{port}", "9")


def test_a_title_is_escaped(run: Run, tmp_path: Path) -> None:
    write_articles(tmp_path / "news")
    run("report", "news", "-o", "report.html", "--title", "</title><script>alert(1)</script>")
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "</title><script>alert" not in page and len(Markup(page).all("script")) == 3


def test_the_same_bytes_again_and_from_a_claim_file(run: Run, page: str, tmp_path: Path) -> None:
    run("report", "news", "-o", "again.html", "--lang", "ja")
    assert (tmp_path / "again.html").read_text(encoding="utf-8") == page
    assert run("extract", "news", "-o", "claims.ndjson").code == 0
    assert run("report", "claims.ndjson", "-o", "other.html", "--lang", "ja").code == 0
    one, other = told(page), told((tmp_path / "other.html").read_text(encoding="utf-8"))
    for table in ("articles", "claims", "subjects", "speakers", "words"):
        assert one[table] == other[table]


def test_offsets_are_those_of_the_script(page: str) -> None:
    data = told(page)
    claims, units = data["claims"], {}
    for at, number in enumerate(claims["article"]):
        text = units.setdefault(number, data["articles"][number][5].encode("utf-16-le"))
        words = text[2 * claims["start"][at] : 2 * claims["end"][at]].decode("utf-16-le")
        assert claims["words"][at] is None and words
        if claims["amount"][at] == "2" and data["words"][claims["unit"][at]] == "percent":
            assert words == "2%"  # behind 𠮷, which takes two units
            return
    pytest.fail("the 2% of the article with 𠮷 was not found")


def test_utf16() -> None:
    assert [utf16("a𠮷b😀")(at) for at in range(5)] == [0, 1, 3, 4, 6]
    assert utf16("")(0) == 0


def test_intervals_and_contradictions(page: str) -> None:
    data = told(page)
    claims, word = data["claims"], data["words"].index
    about = [at for at in range(len(claims["id"])) if claims["relation"][at] == word("approx")]
    assert about and all(claims["low"][at] < float(claims["amount"][at]) < claims["high"][at] for at in about)
    least = next(at for at in range(len(claims["id"])) if claims["relation"][at] == word("ge"))
    assert (claims["amount"][least], claims["low"][least], claims["high"][least]) == ("3100000000000", 3.1e12, None)
    (finding,) = (row for row in data["findings"] if row[0] == "C502")
    assert "食い違" not in finding[2] and "別の記事" in finding[2] and "Another article" in finding[3]
    assert [data["articles"][spot[0]][0] for spot in finding[4]] == ["news/b-second.txt", "news/a-first.txt"]
    assert all(len(spot[5]) == 1 for spot in finding[4])


@pytest.mark.parametrize(
    ("amount", "most", "relation", "text", "span"),
    [
        (4, None, "gt", "4兆ドル超", (4, None)), (-5, None, "gt", "マイナス5%超", (None, -5)), (3, None, "lt", "3%未満", (None, 3)),
        (2, 5, "range", "2〜5%", (2, 5)), (7, None, "eq", "7", (None, None)),
    ],
)  # fmt: skip
def test_intervals_are_what_the_article_says(
    amount: int, most: int | None, relation: Any, text: str, span: tuple[int | None, int | None]
) -> None:
    top = None if most is None else Decimal(most)
    assert _span(Value(Decimal(amount), top, "percent", relation, text)) == span


def test_much_data_is_packed(run: Run, page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "_PLAIN", 100)
    run("report", "news", "-o", "packed.html", "--lang", "ja")
    packed = (tmp_path / "packed.html").read_text(encoding="utf-8")
    assert 'data-form="deflate"' in packed and told(packed) == told(page)


def test_what_cannot_be_read_is_told_and_the_rest_is_there(run: Run, tmp_path: Path) -> None:
    write_articles(tmp_path / "news")
    (tmp_path / "news" / "z.txt").write_bytes(b"\x89PNG\x00")
    ended = run("report", "news", "-o", "report.html")
    assert ended.code == 2 and "error: news/z.txt: byte 4 is NUL" in ended.err
    assert len(told((tmp_path / "report.html").read_text(encoding="utf-8"))["articles"]) == 4
    assert run("report", "nothing", "-o", "none.html").code == 2
    assert not (tmp_path / "none.html").exists()


def test_claims_whose_article_is_gone_are_shown_alone(run: Run, tmp_path: Path) -> None:
    write_articles(tmp_path / "news")
    run("extract", "news", "-o", "claims.ndjson")
    (tmp_path / "news" / "a-first.txt").unlink()
    assert run("report", "claims.ndjson", "-o", "report.html").code == 0
    data = told((tmp_path / "report.html").read_text(encoding="utf-8"))
    assert data["articles"][0][5] is None
    before, _, _ = next(words for words in data["claims"]["words"] if words[1] == "18万4000台")
    assert before.endswith("2025年の納車が") and "E102" in {row[0] for row in data["findings"]}


def test_settings_hold_as_for_lint(run: Run, tmp_path: Path) -> None:
    write_articles(tmp_path / "news")
    (tmp_path / "news" / "jijitsu.yaml").write_text("ignore: [C502]\n")
    run("report", "news", "-o", "report.html")
    assert "C502" not in {row[0] for row in told((tmp_path / "report.html").read_text(encoding="utf-8"))["findings"]}


def test_without_the_library_one_line_says_what_to_install(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    ended = run("report", "news", "-o", "report.html")
    assert ended.code == 2
    assert ended.err == (
        "error: a report needs vl-convert-python, which is not installed. pip install 'jijitsu[report]'.\n"
    )


# Words and colours of the page


def test_every_word_of_the_page_is_there_in_both_languages() -> None:
    asked = {key for path in PAGE.glob("*.js") for key in re.findall(r'\bt\("(\w+)"', path.read_text(encoding="utf-8"))}
    assert asked <= labels().keys() and len(asked) > 40
    for key, row in labels().items():
        pairs = [row] if set(row) == {"ja", "en"} else list(row.values())
        assert all(pair["ja"] and pair["en"] for pair in pairs), key


@pytest.mark.parametrize(
    ("group", "words"),
    [
        ("kinds", KINDS), ("modalities", get_args(Modality)), ("severities", get_args(Severity)), ("types", get_args(EntityType)),
        ("directions", get_args(Direction)), ("marks", get_args(Mark)), ("resolved", get_args(ResolvedBy)),
        ("measures", [one for measures in MEASURES.values() for one in measures]),
    ],
)  # fmt: skip
def test_every_word_of_the_record_has_a_label(group: str, words: list[str]) -> None:
    assert set(words) == labels()[group].keys()


def test_no_script_parses_markup() -> None:
    for path in PAGE.glob("*.js"):
        source = path.read_text(encoding="utf-8")
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function", source), (
            path.name
        )


def _light(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_colours_can_be_read_in_light_and_dark() -> None:
    style = (PAGE / "style.css").read_text(encoding="utf-8")
    themes = [
        {name: value if len(value) == 7 else "#" + "".join(2 * one for one in value[1:]) for name, value in found}
        for block in re.findall(r"\{([^{}]*--paper:[^{}]*)\}", style)
        if (found := re.findall(r"--(\w+): (#[0-9a-f]{3,6})", block))
    ]
    assert len(themes) == 4 and themes[1] == themes[2]  # light, dark by the system and by choice, print
    for theme in themes:
        for name in theme.keys() - {"paper", "sheet", "line", "rule"}:
            for under in ("paper", "sheet"):
                dark, bright = sorted((_light(theme[name]), _light(theme[under])))
                assert (bright + 0.05) / (dark + 0.05) >= 4.5, (name, under, theme[name])
