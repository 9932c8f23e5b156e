"""The library in notebooks, data frames and spaCy pipelines."""

from __future__ import annotations

import doctest
import os
import sys
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import msgspec
import polars
import pytest
import readme
from claims import TEXT, claims
from conftest import ROOT

import jijitsu
from jijitsu.cli.exporting import heads
from jijitsu.extract import arrow
from jijitsu.extract.notebook import article_html
from jijitsu.schemas.errors import JijitsuError
from jijitsu.schemas.record import encode_line

NEWS = "トヨタの株価は13日、3%超下落した。山野氏は「売上高は5%増えるだろう」と述べた。"


# A list that knows more


def test_claims_are_a_list_that_knows_its_text(tmp_path: Path) -> None:
    found = jijitsu.extract_text(NEWS)
    assert isinstance(found, jijitsu.Claims) and found == list(found) and found.text == NEWS
    (tmp_path / "c.ndjson").write_bytes(found.to_ndjson())
    back = jijitsu.read_claims(tmp_path / "c.ndjson")
    assert back == found and back.text is None
    (tmp_path / "a.txt").write_text(NEWS, encoding="utf-8")
    assert jijitsu.extract_file(tmp_path / "a.txt").text == NEWS


def test_frames_have_the_columns_of_the_csv_with_types() -> None:
    made = jijitsu.Claims(claims())
    frame = made.to_pandas()
    assert sorted(frame.columns) == sorted(heads())
    assert len(frame) == len(made)
    cap = frame[frame["kind"] == "market_cap_level"].iloc[0]
    assert (cap["value_amount"], cap["equivalent_amount"]) == (Decimal(589000000000), Decimal(87000000000000))
    delivery = frame[frame["kind"] == "delivery"].iloc[0]
    assert delivery["time_start"] == date(2025, 1, 1)
    other = made.to_polars()
    assert other.schema["value_amount"] == polars.Decimal(38, 12)
    assert other.filter(polars.col("kind") == "delivery")["time_start"].to_list() == [date(2025, 1, 1)]
    assert jijitsu.Claims().to_pandas().empty


@pytest.mark.parametrize(
    ("library", "method"), [("pandas", "to_pandas"), ("polars", "to_polars"), ("pyarrow", "to_arrow")]
)
def test_frames_say_what_is_not_installed(monkeypatch: pytest.MonkeyPatch, library: str, method: str) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    if library == "pyarrow":
        arrow.schema.cache_clear()
    with pytest.raises(JijitsuError, match=library):
        getattr(jijitsu.Claims(claims()), method)()


class Page(HTMLParser):
    """The tags of a page, and the text outside its tables."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "table" not in self.open and "p" not in self.open:
            self.text += data


def test_a_notebook_shows_the_article_with_its_claims() -> None:
    found = jijitsu.extract_text(NEWS, date(2026, 2, 13))
    html = found._repr_html_()
    assert Page(html).text == NEWS
    assert html.count("<mark ") == len(found) == 3
    assert "売上高は<mark" in html  # a figure in an utterance is marked within it
    alone = jijitsu.Claims(found)._repr_html_()
    assert Page(alone).text == "" and alone.count("<tr>") == 4
    assert "… and 1 more" in jijitsu.Claims(found[:1] * 1001)._repr_html_()


def test_whatever_an_article_says_is_text_in_a_notebook() -> None:
    text = TEXT.replace("東都重工", "<script>alert(1)</script></style>&\"'<img src=x onerror=y>")
    made = [
        msgspec.structs.replace(
            claim,
            subject=msgspec.structs.replace(claim.subject, name=text, text=text) if claim.subject else None,
            basis='"><script>',
            evidence=msgspec.structs.replace(claim.evidence, text=text),
        )
        for claim in claims()
    ]
    page = Page(article_html(text, made))
    assert page.text == text
    assert page.tags == {"div", "mark", "table", "thead", "tbody", "tr", "th", "td"}
    assert page.attributes == {"style", "title", "scope"}


@pytest.mark.parametrize("spans", [[(0, 4), (2, 6)], [(0, 6), (1, 3), (2, 5)], [(3, 3)], [(0, 99)], [(2, 4), (2, 4)]])
def test_marks_that_cross_are_closed_in_order(spans: list[tuple[int, int]]) -> None:
    claim = claims()[0]
    made = [
        msgspec.structs.replace(claim, evidence=msgspec.structs.replace(claim.evidence, start=start, end=end))
        for start, end in spans
    ]
    page = Page(article_html("零一二三四五六", made))
    assert page.text == "零一二三四五六" and page.open == []


# spaCy


def pipeline(name: str, **config: Any) -> Any:
    import spacy

    nlp = spacy.load(name) if name != "ja" else spacy.blank("ja")
    nlp.add_pipe("jijitsu", config=config)
    return nlp


@pytest.mark.parametrize("name", ["ja_ginza", "ja"])
def test_the_component_finds_what_the_library_finds(name: str) -> None:
    doc = pipeline(name, published="2026-02-13")(NEWS)
    assert doc._.claims == jijitsu.extract_text(NEWS, date(2026, 2, 13))
    spans = doc.spans["claims"]
    assert [span.text for span in spans] == ["3%超", "売上高は5%増えるだろう", "5%"]
    assert [span.label_ for span in spans] == [claim.kind for claim in doc._.claims]
    assert [span.id_ for span in spans] == [claim.id for claim in doc._.claims]
    assert spans[0].kb_id_ == "XTKS:7203"


def test_a_document_brings_its_own_date() -> None:
    nlp = pipeline("ja", published="2020-01-20")
    docs = [nlp.make_doc(NEWS) for _ in range(2)]
    docs[0]._.published = "2026-02-13"
    days = [nlp(doc)._.claims[0].time.start for doc in docs]
    assert days == [date(2026, 2, 13), date(2020, 1, 13)]
    assert nlp("")._.claims == [] and list(nlp("  \n")._.claims) == []
    with pytest.raises(ValueError, match="きのう"):
        pipeline("ja", published="きのう")


def test_documents_come_through_processes_and_bytes() -> None:
    from spacy.tokens import Doc

    nlp = pipeline("ja", published="2026-02-13")
    wanted = jijitsu.extract_text(NEWS, date(2026, 2, 13))
    for doc in nlp.pipe([NEWS] * 3, n_process=2):
        assert doc._.claims == wanted
        assert [span.label_ for span in doc.spans["claims"]] == [claim.kind for claim in wanted]
    back = Doc(nlp.vocab).from_bytes(nlp(NEWS).to_bytes())
    assert back._.claims == wanted and len(back.spans["claims"]) == len(wanted)


def test_a_pipeline_with_the_component_is_stored_and_loaded(tmp_path: Path) -> None:
    import spacy

    pipeline("ja", published="2026-02-13").to_disk(tmp_path / "model")
    assert str(spacy.load(tmp_path / "model")(NEWS)._.claims[0].time.start) == "2026-02-13"


def test_long_texts_and_odd_blanks_keep_their_offsets() -> None:
    from jijitsu.extract.component import doc_bin

    text = "　\r\n " + "株価が上がった。" * 9000 + " \n\n  3% \t\x00 x  "
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    (doc,) = DocBin().from_bytes(doc_bin([(text, [])])).get_docs(Vocab())
    assert doc.text == text


def test_the_readme_is_right_about_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    blocks = [block for block in readme.blocks("python") if ">>>" in block]
    assert any("nlp.add_pipe" in block for block in blocks) and any("to_pandas" in block for block in blocks)
    space = {"jijitsu": jijitsu}
    for block in blocks:
        test = doctest.DocTestParser().get_doctest(block, space, "README", None, None)
        assert doctest.DocTestRunner(optionflags=doctest.REPORT_NDIFF).run(test, clear_globs=False).failed == 0
        space |= test.globs


def test_records_stay_whole_in_a_document() -> None:
    doc = pipeline("ja")(NEWS)
    assert doc.user_data["jijitsu"] == [encode_line(claim).decode() for claim in doc._.claims]
    assert os.linesep not in doc.user_data["jijitsu"][0][:-1]
