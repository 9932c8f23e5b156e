"""A title beside the text tells whom the text goes on about, and tells nothing of its own."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from jijitsu.extract import extract_each, extract_text
from jijitsu.extract.copies.titled import entitled
from jijitsu.extract.pipeline import extract_article, read_through
from jijitsu.extract.reading import article_of

TITLE = "シャープが破綻、負債2695億円"
TEXT = "東京地裁は10日、更生手続きの開始を決めた。\n負債総額は2695億円の見込みだ。\n"


def owners(text: str, title: str | None) -> dict[str, str | None]:
    article = msgspec.structs.replace(article_of(text), title=title)
    claims = extract_article(article)
    assert all(text[c.evidence.start : c.evidence.end] == c.evidence.text for c in claims)
    return {c.value.text: c.subject.name if c.subject else None for c in claims if c.value is not None}


def test_the_title_names_whose_the_figures_are() -> None:
    assert owners(TEXT, TITLE)["2695億円"] == "シャープ"
    assert owners(TEXT, None)["2695億円"] != "シャープ"


def test_what_the_title_alone_says_is_no_claim() -> None:
    assert list(owners("東京地裁は開始を決めた。\n", TITLE)) == []


@pytest.mark.parametrize("text", [f"{TITLE}\n{TEXT}", f"{TITLE} 2026/10/10\n{TEXT}", f"◆{TITLE}\n{TEXT}"])
def test_a_headline_of_the_text_is_not_read_twice(text: str) -> None:
    article = msgspec.structs.replace(article_of(text), title=TITLE)
    assert entitled(article) is article


@pytest.mark.parametrize("title", ["", "速報", "シャープが「破綻、負債2695億円", "北" * 200])
def test_titles_that_are_none(title: str) -> None:
    article = msgspec.structs.replace(article_of(TEXT), title=title)
    assert entitled(article) is article


def test_front_matter_stays_where_it_is() -> None:
    text = f"---\ntitle: {TITLE}\n---\n{TEXT}"
    article = article_of(text)
    assert article.body_start and article.title == TITLE
    (linked,) = read_through([article])
    assert linked.story.article is article
    for number, scene in enumerate(linked.story.scenes):
        assert scene.sentence.index == number
        assert text[scene.sentence.start : scene.sentence.end] == scene.sentence.text
        assert all(text[m.start : m.end] == m.text for m in scene.mentions)
    assert "シャープ" in {c.subject.name for c in extract_article(article) if c.subject}


def test_utterances_are_found_in_their_places() -> None:
    text = "会見した大沢社長は「深くおわびする」と述べた。\n"
    article = msgspec.structs.replace(article_of(text), title="シャープの大沢一郎社長、破綻で陳謝")
    (quote,) = (c for c in extract_article(article) if c.kind == "quote")
    assert quote.evidence.text == "深くおわびする"
    assert quote.attribution is not None and quote.attribution.speaker == "大沢一郎"


def test_rows_of_a_file_bring_their_titles(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text(json.dumps({"title": TITLE, "text": TEXT}, ensure_ascii=False) + "\n", encoding="utf-8")
    (claims,) = extract_each(path)
    assert [c.subject.name for c in claims if c.kind == "financial" and c.subject] == ["シャープ"]
    assert not any(c.kind == "financial" and c.subject for c in extract_text("東京地裁は開始を決めた。"))
