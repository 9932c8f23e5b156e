"""Pages of the web: every unit of the body is kept, what is around it is not, and the day is right or unknown."""

from __future__ import annotations

import io
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT

from jijitsu.extract.pipeline import extract_article
from jijitsu.extract.reading import Reading
from jijitsu.extract.reading.inputs import articles
from jijitsu.extract.reading.page import content as page_text
from jijitsu.extract.reading.stamps import day_of
from jijitsu.extract.reading.webpage import plain
from jijitsu.schemas.article import Article
from jijitsu.schemas.errors import UnreadableError

PAGES = ROOT / "tests" / "pages"
WANTED: dict[str, dict[str, Any]] = yaml.safe_load((PAGES / "pages.yaml").read_text(encoding="utf-8"))


def page(name: str) -> bytes:
    """A page as it lies on a server, in the encoding that it declares."""
    return (PAGES / f"{name}.html").read_text(encoding="utf-8").encode(WANTED[name].get("encoding", "utf-8"))


def read(data: bytes) -> Article:
    (found,) = articles(io.BytesIO(data), name="page.html")
    assert isinstance(found, Article), found
    return found


def test_every_page_has_its_expectation() -> None:
    assert {path.stem for path in PAGES.glob("*.html")} == set(WANTED)
    assert len(WANTED) >= 20


@pytest.mark.parametrize("name", WANTED)
def test_a_page(name: str) -> None:
    wanted, found = WANTED[name], read(page(name))
    assert [unit for unit in wanted["keeps"] if unit not in found.text] == []
    assert [unit for unit in wanted["leaves"] if unit in found.text] == []
    assert (found.published, found.published_by) == (wanted["published"], wanted.get("by"))
    for field in ("title", "publisher", "url"):
        if field in wanted:
            assert getattr(found, field) == wanted[field]
    claims = extract_article(found)
    for claim in claims:
        assert found.text[claim.evidence.start : claim.evidence.end] == claim.evidence.text
    said = [claim.evidence.text for claim in claims]
    assert [words for words in wanted.get("claimless", ()) if any(words in one for one in said)] == []


@pytest.mark.parametrize("name", ["03_shift_jis", "04_euc_jp"])
def test_a_declared_encoding_that_is_wrong_is_not_believed(name: str) -> None:
    """The page says one encoding of Japanese and is written in the other."""
    markup = (PAGES / f"{name}.html").read_text(encoding="utf-8")
    other = {"cp932": "euc_jis_2004", "euc_jp": "cp932"}[WANTED[name]["encoding"]]
    assert read(markup.encode(other)).text == read(page(name)).text


def test_a_page_that_cannot_be_decoded_names_the_byte() -> None:
    data = page("03_shift_jis").replace("312億円".encode("cp932"), b"312\x81\xff\xff")
    (found,) = articles(io.BytesIO(data), name="page.html")
    assert isinstance(found, UnreadableError) and found.where == "page.html" and "byte " in found.what


PAGE = """<html lang="ja"><head><meta charset="utf-8">{head}</head><body>{above}<article><h1>東都電機、3%下落</h1>{below}
<p>東都電機の株価は13日、前日比3%下落し、1250円で取引を終えた。売り注文が朝から続いた。</p>
<p>時価総額は約1兆5000億円減った。アナリストは驚いている。</p><p>出来高は2300万株だった。売買代金は280億円に達した。</p></article>{after}</body></html>"""


def made(head: str = "", above: str = "", below: str = "", after: str = "") -> Article:
    return read(PAGE.format(head=head, above=above, below=below, after=after).encode())


def ld(body: str) -> str:
    return f'<script type="application/ld+json">{body}</script>'


DAYS: list[tuple[str, dict[str, str], date | None]] = [
    ("UTC", {"head": ld('{"@type":"NewsArticle","datePublished":"2026-02-12T15:00:00Z"}')}, date(2026, 2, 13)),
    ("a second before midnight in Japan", {"head": ld('{"@type":"NewsArticle","datePublished":"2026-02-12T14:59:59Z"}')},
     date(2026, 2, 12)),
    ("New York", {"head": '<meta property="article:published_time" content="2026-02-12T18:00:00-05:00">'},
     date(2026, 2, 13)),
    ("no zone", {"head": '<meta property="article:published_time" content="2026-02-12T23:30:00">'}, date(2026, 2, 12)),
    ("two scripts, one broken", {"head": ld("{oops") + ld('[{"@type":["Article","Thing"],"datePublished":"2026-02-13"}]')},
     date(2026, 2, 13)),
    ("a page's WebPage", {"head": ld('{"@graph":[{"@type":"WebPage","datePublished":"2026-02-13"}]}')}, date(2026, 2, 13)),
    ("articles of others only", {"head": ld('{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle",'
                                            '"datePublished":"2026-02-01"}]}')}, None),
    ("two articles, neither ours", {"head": ld('[{"@type":"Article","datePublished":"2026-02-01"},'
                                               '{"@type":"Article","datePublished":"2026-02-02"}]')}, None),
    ("an organisation's", {"head": ld('{"@type":"Organization","datePublished":"2001-01-01"}')}, None),
    ("a product's review", {"head": ld('{"@type":"Product","releaseDate":"2026-02-01","datePublished":"2026-02-01"}')}, None),
    ("JSON-LD against meta", {"head": ld('{"@type":"Article","datePublished":"2026-02-13"}')
                              + '<meta name="pubdate" content="2024-01-01">'}, None),
    ("modified only", {"head": ld('{"@type":"Article","dateModified":"2026-02-13"}')}, None),
    ("a template's", {"head": ld('{"@type":"Article","datePublished":"0001-01-01T00:00:00Z"}')}, None),
    ("no date at all in the field", {"head": ld('{"@type":"Article","datePublished":"昨日"}')}, None),
    ("a time element with pubdate", {"below": '<p>配信 <time pubdate datetime="2026-02-13">きょう</time></p>'},
     date(2026, 2, 13)),
    ("two time elements by the headline", {"below": "<p><time>2026-02-13</time> <time>2026-03-13</time></p>"}, None),
    ("a time element in a ranking", {"after": '<div class="side-ranking"><time datetime="2026-02-13">13日</time></div>'}, None),
    ("a time element without a year", {"below": "<p><time>2月13日</time></p>"}, None),
    ("an era", {"below": '<p class="date">令和8年2月13日（金）</p>'}, date(2026, 2, 13)),
    ("the first year of an era", {"below": "<p>令和元年5月7日</p>"}, date(2019, 5, 7)),
    ("a day that does not exist", {"below": "<p>2026年2月30日</p>"}, None),
    ("posted and revised", {"below": "<p>公開日 2026年2月13日</p><p>更新日 2026年4月1日</p>"}, date(2026, 2, 13)),
    ("revised and posted", {"below": "<p>更新日 2026年4月1日</p><p>公開日 2026年2月13日</p>"}, date(2026, 2, 13)),
    ("revised only", {"below": "<p>2026年4月1日 更新</p>"}, None),
    ("an event", {"below": "<p>開催日：2026年4月1日から4月5日まで</p>"}, None),
    ("today's date at the top of the site", {"above": "<div>2026年7月1日(水)</div>"}, None),
    ("a copyright", {"after": "<footer>© 2019-2026</footer>"}, None),
    ("the archive by months", {"above": '<ul class="archives"><li>2026年1月1日</li></ul>'}, None),
    ("comments", {"after": '<div id="comment-3"><p>2026年3月3日 10:00</p></div>'}, None),
    ("WordPress, never changed", {"below": '<p class="meta"><time class="entry-date published updated" '
                                           'datetime="2026-02-13T08:00:00+09:00">2026年2月13日</time></p>'}, date(2026, 2, 13)),
    ("WordPress, changed", {"below": '<p><time class="entry-date published" datetime="2026-02-13">2026年2月13日</time>'
                                     '<time class="updated" datetime="2026-04-01">2026年4月1日</time></p>'}, date(2026, 2, 13)),
    ("the page's name is an h1", {"head": "<title>東都電機、3%下落 | 架空新聞</title>", "above": "<h1>架空新聞</h1><p>2026年7月1日</p>",
                                  "below": "<p>2026年2月13日 8:00</p>"}, date(2026, 2, 13)),
    ("no year by the headline", {"below": "<p>2/13(金) 8:00配信</p>"}, None),
    ("a video's", {"head": ld('{"@type":"VideoObject","uploadDate":"2026-01-01","datePublished":"2026-01-01"}')}, None),
    ("a day in a caption", {"below": "<figure><figcaption>工場（2019年5月5日撮影）</figcaption></figure>"}, None),
    ("an address with a day", {"head": '<link rel="canonical" href="https://e.example/2026/02/13/a.html">'}, None),
]  # fmt: skip


@pytest.mark.parametrize(("parts", "day"), [one[1:] for one in DAYS], ids=[one[0] for one in DAYS])
def test_days_are_right_or_unknown(parts: dict[str, str], day: date | None) -> None:
    assert made(**parts).published == day


def test_who_is_not_believed_is_told() -> None:
    head = ld('{"@type":"Article","datePublished":"2021-04-01"}')
    found = made(head=head, below="<p>2012年7月9日</p>")
    assert (found.published, found.published_by) == (None, "JSON-LD says 2021-04-01, dateline 2012-07-09")


@pytest.mark.parametrize(
    ("markup", "kept"),
    [
        ("前日比<time>2026年2月13日</time>で3%下落した", "前日比2026年2月13日で3%下落した"),
        ("<q>底堅い</q>と述べた", "底堅いと述べた"),
        ("前日比<del>2%</del><ins>3%</ins>下落した", "前日比3%下落した"),
        ("<ruby><rb>下落</rb><rp>(</rp><rt>げらく</rt><rp>)</rp></ruby>した", "下落した"),
        ("<ruby>下<rt>げ</rt>落<rt>らく</rt></ruby>した", "下落した"),
        ("1250円<sup><a href='#n1'>1</a></sup>で終えた", "1250円で終えた"),
        ("1250円<sup>※2</sup>で終えた", "1250円で終えた"),
        ("面積は3km<sup>2</sup>だ", "面積は3km2だ"),
        ("1250円<span hidden>9999円</span><span style='display: none'>8888円</span>で終えた", "1250円で終えた"),
    ],
)
def test_what_a_reader_reads_is_read(markup: str, kept: str) -> None:
    found = made(below=f"<p>東都電機の株価は売り注文が朝から続いた。{markup}と市場の関係者が話している。</p>")
    assert f"{kept}と市場の関係者が" in found.text
    assert not any(figure in found.text for figure in ("9999", "8888", "げらく", "2%"))


@pytest.mark.parametrize("data", [b"", b" \n", b"<html></html>", b"<!-- a -->"])
def test_no_article_is_an_error(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        page_text(data, Reading())


HOSTILE = {
    "nested": "<div>" * 20_000 + "<p>株価は3%下落した。</p>",
    "times in one paragraph": "<h1>題の行です</h1><p>" + "<time>2026-02-13</time>" * 5000 + "</p>",
    "times": "<h1>題の行です</h1>" + "<p><time>2026-02-13</time></p>" * 5000,
    "struck out": "<p>" + "株価<del>は</del>" * 20_000 + "</p>",
    "marks": "<p>" + "株価<q>は</q>" * 20_000 + "</p>",
    "notes": "<p>" + "株価<sup>[1]</sup>" * 20_000 + "</p>",
    "hidden": "<p>" + "<b hidden>株価" * 5000,
    "ruby": "<p>" + "<ruby>漢<rt>かん</rt></ruby>" * 10_000,
    "headlines": "<h1>題</h1>" * 10_000,
    "classes": '<p class="' + "a-" * 300_000 + '">株価は3%下落した。',
    "JSON-LD": ld("[" * 100_000)
    + ld('{"@graph":' * 5000)
    + ld('[{"@type":"Article"}' + ',{"@type":"Article"}' * 20_000 + "]"),
    "meta": '<meta name="date" content="2026">' * 20_000,
    "declared": '<meta charset="' + "x" * 100_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_ends_soon(name: str) -> None:
    before = time.process_time()
    (found,) = articles(io.BytesIO(HOSTILE[name].encode()), name="page.html")
    assert isinstance(found, (Article, UnreadableError))
    assert time.process_time() - before < 10


def test_plain_text_of_a_fragment() -> None:
    assert plain("<p>一<b>二</b>三<br>四</p><ul><li>五<li>六</ul><script>七</script>") == "一二三\n四\n五\n六"
    assert plain("") == ""


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-02-12T23:30:00Z", date(2026, 2, 13)), ("2026-02-12T23:30:00.123+00:00", date(2026, 2, 13)),
        ("2026-02-13 00:10:00 +0900", date(2026, 2, 13)), ("2026-02-13T24:00:00+09:00", date(2026, 2, 13)),
        ("2026-02-13T24:00:00Z", None), ("Thu, 12 Feb 2026 23:30:00 GMT", date(2026, 2, 13)),
        ("13 Feb 2026 08:00:00 JST", date(2026, 2, 13)), ("2026年2月13日", date(2026, 2, 13)),
        ("令和8年2月13日", date(2026, 2, 13)), ("20260213", date(2026, 2, 13)), (1770939000, date(2026, 2, 13)),
        (1770939000000, date(2026, 2, 13)), (1770939000.5, date(2026, 2, 13)), ("12", None), ("", None), ("昨日", None),
        ("9999-99-99", None), ("0001-01-01T00:00:00Z", None), ("x" * 1000, None), (10**20, None), (-5, None),
    ],
)  # fmt: skip
def test_stamps(written: str | int | float, day: date | None) -> None:
    assert day_of(written) == day


def test_without_the_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "lxml.html", None)
    (found,) = articles(io.BytesIO(page("01_jsonld")), name=str(Path("page.html")))
    assert str(found).endswith("pip install 'jijitsu[html]'.")
