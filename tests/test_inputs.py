"""Files as users have them: tables, feeds, .gz and .zip; every article named, every text found again, nobody let in."""

from __future__ import annotations

import gzip
import io
import json
import os
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet
from running import Run

import jijitsu
from jijitsu.extract.collect import collect
from jijitsu.extract.desk import is_claim_file
from jijitsu.extract.reading import Reading, unpacking
from jijitsu.extract.reading.columns import Columns
from jijitsu.extract.reading.formats import feed
from jijitsu.extract.reading.inputs import articles, raws
from jijitsu.extract.reading.raw import Format
from jijitsu.extract.reading.walking import SUFFIXES, walk
from jijitsu.schemas.article import Article
from jijitsu.schemas.errors import UnreadableError

ONE = "東都電機の株価は13日、前日比3%下落した。"
TWO = "南北自動車の株価は13日、前日比5%上昇した。"
ROWS: list[dict[str, Any]] = [
    {"id": 1, "body": ONE, "date": "2026-02-12T23:30:00Z", "headline": "東都電機が下落", "url": "https://e.example/1"},
    {"id": 2, "body": TWO, "date": "2026-02-13", "publisher": "架空新聞"},
]
LINES = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS).encode()


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JIJITSU_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path


def read(data: bytes, name: str, **told: Any) -> list[Article | UnreadableError]:
    return list(articles(io.BytesIO(data), Reading(**told), name=name))


def told(found: list[Article | UnreadableError]) -> list[str]:
    """Names of articles, and errors as they are printed."""
    return [str(one) if isinstance(one, UnreadableError) else str(one.name) for one in found]


def zipped(*members: tuple[str | zipfile.ZipInfo, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", how) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return file.getvalue()


# ---- formats


def test_formats_do_not_share_endings_and_have_one_way_to_read() -> None:
    formats: tuple[Format, ...] = collect("jijitsu.extract.reading.formats", "FORMAT")
    endings = [ending for form in formats for ending in form.suffixes]
    assert len(endings) == len(set(endings))
    assert all((form.text is None) != (form.rows is None) for form in formats)
    assert {ending for form in formats if form.text for ending in form.suffixes} == SUFFIXES


# ---- JSON Lines


@pytest.mark.parametrize("name", ["news.jsonl", "news.ndjson", "news.jsonl.gz", "s3://bucket/news.jsonl.gz"])
def test_a_row_is_an_article(name: str) -> None:
    found = read(gzip.compress(LINES, mtime=0) if name.endswith(".gz") else LINES, name)
    assert told(found) == [f"{name} row 1", f"{name} row 2"]
    one, two = found
    assert isinstance(one, Article) and isinstance(two, Article)
    assert (one.text, one.path, one.member, one.row, one.field) == (ONE, name, None, 1, "body")
    assert (one.published, one.published_by, one.title, one.url) == (
        date(2026, 2, 13), "column date", "東都電機が下落", "https://e.example/1",
    )  # fmt: skip
    assert (two.row, two.publisher, two.title) == (2, "架空新聞", None)


@pytest.mark.parametrize(
    ("line", "what"),
    [
        (b"{", "row 2: this is no JSON"), (b"[1]", "row 2: this is JSON, but no object"), (b"3", "but no object"),
        (b'{"id": 1}', "row 2: there is no column of text (it has id)"), (b"{}", "(it has none at all)"),
        (b'{"text": null}', "row 2: the column text is empty"), (b'{"text": 5}', "row 2: the column text holds no text"),
        (b'{"text": "a", "date": "yesterday"}', "row 2: the column date holds no date: 'yesterday'"),
        (b'{"text": "a", "date": [2026]}', "holds no date"), (b'{"text": "a", "date": true}', "holds no date"),
        (b'{"text": "\\ud800"}', "row 2: "), (b'{"text": "a", "x": NaN}', "row 2: this is no JSON"),
        (b'{"text": ' + b"[" * 100_000, "row 2: this is no JSON"), (b'{"text": "\xff\xfe"}', "row 2: "),
        (b'{"text": "' + b"a" * (unpacking.LARGEST + 5) + b'"}', "row 2: the line is longer than 16 MiB"),
    ],
)  # fmt: skip
def test_a_bad_row_is_named_and_leaves_the_others(line: bytes, what: str) -> None:
    first, second = LINES.splitlines()
    found = read(first + b"\n" + line + b"\n\n" + second, "news.jsonl")
    assert [one.row for one in found if isinstance(one, Article)] == [1, 4]
    assert what in told(found)[1] and len(found) == 3


def test_rows_in_other_encodings_and_with_a_mark() -> None:
    text = LINES.decode()
    for data in (b"\xef\xbb\xbf" + LINES, text.encode("cp932"), text.encode("euc_jp")):
        assert [getattr(one, "text", one) for one in read(data, "news.jsonl")] == [ONE, TWO]
    assert [one.text for one in read(text.encode("cp932"), "a.jsonl", encoding="cp932") if isinstance(one, Article)]


def test_columns_are_named_or_known() -> None:
    row = {"text": "x", "a": {"b": ONE}, "when": 1770939000, "見出し": "題", "名": "報"}
    data = json.dumps(row).encode()
    (found,) = read(data, "a.jsonl", columns=Columns("a.b", None, "when", "名", None))
    assert isinstance(found, Article)
    assert (found.text, found.field, found.published, found.title, found.publisher) == (
        ONE,
        "a.b",
        date(2026, 2, 13),
        "題",
        "報",
    )
    (found,) = read(json.dumps({"BODY": ONE, "Date": "?"}).encode(), "a.jsonl", columns=Columns(published=""))
    assert isinstance(found, Article) and (found.field, found.published) == ("BODY", None)
    (fault,) = read(data, "a.jsonl", columns=Columns("body"))
    assert "there is no column body (it has text, a, when, 見出し, 名)" in str(fault)


def test_memory_is_bounded_by_rows_and_nothing_is_read_ahead() -> None:
    """An endless table gives its first rows at once; no more of it is read than a buffer holds."""

    class Endless(io.RawIOBase):
        count = 0

        def readable(self) -> bool:
            return True

        def read(self, size: int = -1) -> bytes:
            self.count += size
            return (LINES * (size // len(LINES) + 1))[:size]

    stream = Endless()
    found = articles(stream, name="endless.jsonl")  # type: ignore[arg-type]  # a stream that only reads
    assert isinstance(next(found), Article) and isinstance(next(found), Article)
    assert stream.count <= 2**20


def test_a_claim_file_is_no_table_of_articles(run: Run, here: Path) -> None:
    (here / "a.txt").write_text(ONE, encoding="utf-8")
    assert run("extract", "a.txt", "-o", "claims.jsonl").code == 0
    ended = run("extract", "claims.jsonl")
    assert ended.code == 2
    assert ended.err == (
        "error: claims.jsonl: this file holds claims, no articles. `jijitsu lint` and `jijitsu validate` read them.\n"
    )
    (here / "news.jsonl").write_bytes(LINES)
    (here / "broken.jsonl").write_bytes(b"oops\n")
    assert [is_claim_file(name) for name in ("claims.jsonl", "news.jsonl", "broken.jsonl")] == [True, False, True]


# ---- Parquet


def test_parquet_rows_have_typed_days(here: Path) -> None:
    stamp = datetime(2026, 2, 12, 23, 30, tzinfo=UTC)
    table = pa.table(
        {"id": [1, 2, 3], "content": [ONE, None, TWO], "published_at": pa.array([stamp] * 3), "big": [b"x" * 10] * 3}
    )
    parquet.write_table(table, here / "news.parquet", row_group_size=1)
    found = list(articles("news.parquet"))
    assert told(found) == [
        "news.parquet row 1",
        "news.parquet row 2: the column content is empty.",
        "news.parquet row 3",
    ]
    assert isinstance(found[2], Article)
    assert (found[2].text, found[2].row, found[2].field, found[2].published) == (TWO, 3, "content", date(2026, 2, 13))
    packed = gzip.compress((here / "news.parquet").read_bytes())
    assert told(read(packed, "n.parquet.gz")) == [one.replace("news.parquet", "n.parquet.gz") for one in told(found)]
    days = pa.table({"text": [ONE], "date": pa.array([date(2026, 2, 13)])})
    parquet.write_table(days, here / "days.parquet")
    (one,) = articles("days.parquet")
    assert isinstance(one, Article) and one.published == date(2026, 2, 13)


def test_parquet_that_is_none(here: Path, run: Run) -> None:
    assert "this is no Parquet that can be read" in told(read(b"PAR1 no", "a.parquet"))[0]
    (here / "a.txt").write_text(ONE, encoding="utf-8")
    run("extract", "a.txt", "-o", "claims.parquet")
    assert "this file holds claims, no articles" in run("extract", "claims.parquet").err


# ---- .gz


def test_a_packed_text_keeps_its_sidecar(here: Path) -> None:
    (here / "a.txt.gz").write_bytes(gzip.compress(ONE.encode("cp932")))
    (here / "a.meta.json").write_text('{"published": "2026-02-13"}', encoding="utf-8")
    (found,) = articles("a.txt.gz")
    assert isinstance(found, Article)
    assert (found.text, found.path, found.published, found.published_by) == (
        ONE,
        "a.txt.gz",
        date(2026, 2, 13),
        "sidecar",
    )


def test_a_packed_table_that_is_cut_gives_what_comes_before() -> None:
    many = b"".join(json.dumps({"text": f"{ONE}{os.urandom(99).hex()}"}).encode() + b"\n" for _ in range(4000))
    packed = gzip.compress(many, mtime=0)
    found = read(packed[: len(packed) // 2], "a.jsonl.gz")
    assert 1000 < sum(isinstance(one, Article) for one in found) < 3000
    assert str(found[-1]) == "a.jsonl.gz: the .gz ends before it is complete. Fetch it again."


@pytest.mark.parametrize(
    "data", [b"", b"no gzip", b"\x1f\x8b\x08\x00", gzip.compress(LINES, mtime=0)[:-9] + b"XXXXXXXXX"]
)
def test_what_is_no_gz(data: bytes) -> None:
    assert all(isinstance(one, UnreadableError) for one in read(data, "a.txt.gz"))


def bomb(chunk: bytes, count: int) -> bytes:
    file = io.BytesIO()
    with gzip.open(file, "wb") as packed:
        for _ in range(count):
            packed.write(chunk)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "chunk", "what"),
    [
        ("a.txt.gz", b"0" * 10**6, "this is larger than 16 MiB. No article is"),
        ("a.jsonl.gz", b"0" * 10**6, "a.jsonl.gz row 1: the line is longer than 16 MiB"),
        ("a.jsonl.gz", b"\n" * 10**6, "blank lines on end"),
        ("a.parquet.gz", b"0" * 10**6, "unpacks to more than 200 times its size"),
        ("a.xml.gz", b"<rss>" * 10**5, "this is larger than 32 MiB"),
    ],
)  # fmt: skip
def test_bombs_end_early(name: str, chunk: bytes, what: str) -> None:
    found = read(bomb(chunk, 200), name)
    assert what in told(found)[0]


def test_a_bomb_of_rows_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small good rows without end, packed a thousandfold."""
    monkeypatch.setattr(unpacking, "FREE", 2**20)
    found = read(bomb(LINES * 1000, 100), "a.jsonl.gz")
    assert "unpacks to more than 200 times its size" in str(found[-1])
    assert sum(len(one.text) for one in found if isinstance(one, Article)) < 2**23


# ---- .zip


def test_members_are_articles_with_their_sidecars(here: Path) -> None:
    legacy = zipfile.ZipInfo("x")
    legacy.filename = legacy.orig_filename = "記事.txt".encode("cp932").decode("cp437")
    data = zipped(
        ("b/two.md", TWO.encode()), ("b/two.meta.yaml", b"published: 2026-02-13\n"), ("a.jsonl", LINES),
        ("page.html", f"<p>{ONE}</p><p>{TWO}</p>".encode("euc_jp")), ("image.png", b"\x89PNG"), ("b/", b""),
        ("__MACOSX/b/._two.md", b"\0"), (".hidden/three.txt", TWO.encode()),
    )  # fmt: skip
    (here / "news.zip").write_bytes(data)
    found = list(articles("news.zip"))
    assert told(found) == [
        "news.zip/a.jsonl row 1",
        "news.zip/a.jsonl row 2",
        "news.zip/b/two.md",
        "news.zip/page.html",
    ]
    two, page = found[2:]
    assert isinstance(two, Article) and isinstance(page, Article)
    assert (two.path, two.member, two.row, two.published, two.published_by) == (
        "news.zip", "b/two.md", None, date(2026, 2, 13), "sidecar",
    )  # fmt: skip
    assert page.text == f"{ONE}\n{TWO}"


def test_names_of_japanese_windows_are_told_apart() -> None:
    data = zipped(("AAAA.txt", ONE.encode()))
    data = data.replace(b"AAAA.txt", "記事".encode("cp932") + b".txt")
    (found,) = read(data, "a.zip")
    assert isinstance(found, Article) and found.member == "記事.txt"


def link() -> zipfile.ZipInfo:
    info = zipfile.ZipInfo("link.txt")
    info.external_attr = 0o120777 << 16
    return info


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("../../up.txt", "leads out of the archive"), ("/etc/passwd.txt", "leads out of the archive"),
        ("C:\\a.txt", "leads out of the archive"), ("a/../../b.txt", "leads out of the archive"),
        ("..\\b.txt", "leads out of the archive"), (link(), "is a link"),
        ("inner.zip", "an archive within an archive is not read; unpack it first"),
        ("a.jsonl.gz", "an archive within an archive"), ("b.tar", "an archive within an archive"),
    ],
)  # fmt: skip
def test_members_that_are_refused_are_named_and_leave_the_others(name: Any, what: str) -> None:
    found = read(zipped((name, b"/etc/passwd"), ("ok.txt", ONE.encode())), "a.zip")
    shown = getattr(name, "filename", name)
    assert [one for one in told(found) if what in one and one.startswith(f"a.zip/{shown}: ")]
    assert "a.zip/ok.txt" in told(found) and len(found) == 2


def test_other_members_that_cannot_be_read() -> None:
    twice = io.BytesIO()
    with pytest.warns(UserWarning), zipfile.ZipFile(twice, "w") as archive:
        archive.writestr("a.txt", ONE)
        archive.writestr("a.txt", TWO)
    assert told(read(twice.getvalue(), "z.zip")) == ["z.zip/a.txt: this name stands twice in the archive."]
    locked = bytearray(zipped(("a.txt", ONE.encode())))
    at = locked.index(b"PK\x01\x02")
    locked[at + 8] |= 1
    locked[6] |= 1
    assert told(read(bytes(locked), "z.zip")) == ["z.zip/a.txt: this member is encrypted."]
    broken = zipped(("a.txt", ONE.encode()), ("b.txt", TWO.encode()), how=zipfile.ZIP_STORED).replace(b"3%", b"9%")
    assert "z.zip/a.txt: this member is damaged" in told(read(broken, "z.zip"))[0]
    assert told(read(broken, "z.zip"))[1] == "z.zip/b.txt"
    assert "this is no .zip that can be read" in told(read(b"PK no", "z.zip"))[0]
    assert told(read(zipped(("a.png", b"x")), "z.zip")) == ["z.zip: there is no article in this archive."]


def test_bombs_in_archives(monkeypatch: pytest.MonkeyPatch) -> None:
    found = told(read(zipped(("a.txt", b"0" * 20 * 2**20), ("b.txt", ONE.encode())), "z.zip"))
    assert found == [
        "z.zip/a.txt: this is larger than 16 MiB. No article is; `jijitsu extract --max-size` reads it all the same.",
        "z.zip/b.txt",
    ]
    monkeypatch.setattr("jijitsu.extract.reading.archive.FREE", 2**20)
    found = told(read(zipped(*((f"{n}.txt", b"0" * 10**6) for n in range(20))), "z.zip"))
    assert "unpacks to more than 200 times its size" in found[-1] and len(found) < 8


# ---- feeds

RSS = """<?xml version="1.0" encoding="{}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>架空経済新聞</title>
<item><title>東都電機、3%下落</title><link>https://e.example/1</link><pubDate>Thu, 12 Feb 2026 23:30:00 GMT</pubDate>
<description>短い要約。</description><content:encoded><![CDATA[<p><ruby>東都電機<rt>とうとでんき</rt></ruby>の株価は13日、前日比<b>3%</b>
下落した。</p><script>alert(1)</script><p>出来高は2300万株だった。</p>]]></content:encoded></item>
<item><title>題だけで2%上昇</title><pubDate>そのうち</pubDate></item><item/></channel></rss>"""
RDF = """<?xml version="1.0" encoding="Shift_JIS"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>北の新聞</title></channel>
<item rdf:about="y"><title>減産</title><description>北海鉄鋼は21日、240万トンの減産を発表した。</description>
<dc:date>2009-04-21T15:00:00+09:00</dc:date></item></rdf:RDF>"""
ATOM = """<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "yyyyyyyyyy">]>
<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><title>T</title><published>2026-01-19T18:00:00Z</published>
<updated>2026-02-01T00:00:00Z</updated><content type="html">&lt;p&gt;東都電機は2000億円を投じる。&lt;/p&gt;&x;</content></entry>
<entry><title type="text">1 &lt; 2</title><updated>2026-02-01T00:00:00Z</updated><summary>南北自動車は5%上昇した。</summary></entry></feed>"""


@pytest.mark.parametrize("encoding", ["utf-8", "Shift_JIS", "euc-jp"])
def test_rss(encoding: str) -> None:
    one, two, three = read(RSS.format(encoding).encode(encoding), "feed.xml")
    assert isinstance(one, Article) and isinstance(two, Article)
    assert one.text == "東都電機の株価は13日、前日比3% 下落した。\n出来高は2300万株だった。"
    assert (one.field, one.row, one.title, one.published, one.published_by, one.publisher, one.url) == (
        "content", 1, "東都電機、3%下落", date(2026, 2, 13), "pubDate", "架空経済新聞", "https://e.example/1",
    )  # fmt: skip
    assert (two.text, two.field, two.published) == ("題だけで2%上昇", "title", None)
    assert str(three) == "feed.xml row 3: this item has neither content nor summary nor title."


def test_rdf_and_atom() -> None:
    (one,) = read(RDF.encode("cp932"), "feed.rdf")
    assert isinstance(one, Article)
    assert (one.text, one.field, one.published) == (
        "北海鉄鋼は21日、240万トンの減産を発表した。",
        "summary",
        date(2009, 4, 21),
    )
    one, two = read(ATOM.encode(), "feed.atom")
    assert isinstance(one, Article) and isinstance(two, Article)
    assert one.text.startswith("東都電機は2000億円を投じる。") and "root:" not in one.text
    assert one.published == date(2026, 1, 20)
    assert (two.title, two.published) == ("1 < 2", None)  # the day on which it was changed is not that of publication


def test_other_xml_is_no_feed() -> None:
    assert told(read(b"<project/>", "pom.xml")) == ["pom.xml: this XML is neither RSS nor Atom."]
    assert not feed.mine(io.BytesIO(b"<project/>")) and feed.mine(io.BytesIO(ATOM.encode()))


# ---- found again, in folders, from the cache


def everything(folder: Path) -> None:
    """A folder with articles in all the ways there are."""
    (folder / "a.txt").write_text(ONE, encoding="utf-8")
    (folder / "b.txt.gz").write_bytes(gzip.compress(TWO.encode()))
    (folder / "c.jsonl").write_bytes(LINES)
    (folder / "d.jsonl.gz").write_bytes(gzip.compress(LINES, mtime=0))
    parquet.write_table(pa.table({"text": [ONE, TWO]}), folder / "e.parquet")
    (folder / "f.xml").write_text(RSS.format("utf-8").replace("<item/>", ""), encoding="utf-8")
    page = f"<html><body><article><h1>題の行</h1><p>{ONE}</p><p>{TWO}</p></article></body></html>"
    (folder / "g.html").write_text(page, encoding="utf-8")
    (folder / "h.zip").write_bytes(zipped(("m/g.html", page.encode()), ("m/c.jsonl", LINES), ("a.txt", ONE.encode())))
    (folder / "i.md").write_text(f"# 題\n\n{TWO}\n", encoding="utf-8")


@pytest.fixture
def news(here: Path) -> Path:
    folder = here / "news"
    folder.mkdir()
    everything(folder)
    return folder


NAMES = [
    "news/a.txt", "news/b.txt.gz", "news/c.jsonl row 1", "news/c.jsonl row 2", "news/d.jsonl.gz row 1", "news/d.jsonl.gz row 2",
    "news/e.parquet row 1", "news/e.parquet row 2", "news/f.xml row 1", "news/f.xml row 2", "news/g.html", "news/h.zip/a.txt",
    "news/h.zip/m/c.jsonl row 1", "news/h.zip/m/c.jsonl row 2", "news/h.zip/m/g.html", "news/i.md",
]  # fmt: skip


def _texts(folder: Path) -> list[Article]:
    found = [one for path in sorted(folder.iterdir()) for one in articles(path)]
    return [one for one in found if isinstance(one, Article)]


def test_a_folder_of_everything_is_read_and_its_texts_are_found_again(run: Run, news: Path) -> None:
    ended = run("extract", "news", "-o", "claims.ndjson", "--parse", "none")
    assert (ended.code, ended.err) == (0, "")
    lines = (news.parent / "claims.ndjson").read_bytes().splitlines(keepends=True)
    refs = [json.loads(line)["article"] for line in lines]
    found = list(dict.fromkeys((ref["path"], ref["member"], ref["row"]) for ref in refs))
    shown = [f"{path}{f'/{member}' if member else ''}{f' row {row}' if row else ''}" for path, member, row in found]
    assert shown == NAMES
    assert run("validate", "claims.ndjson") == (0, "", "")
    assert run("lint", "claims.ndjson", "--select", "E,S").code == 0
    (news.parent / "backwards.ndjson").write_bytes(b"".join(reversed(lines)))
    assert run("validate", "backwards.ndjson") == (0, "", "")
    for name in ("csv", "sqlite", "parquet", "spacy", "jsonld"):
        assert run("export", "claims.ndjson", "-o", f"claims.{name}").code == 0
    assert run("export", "claims.sqlite", "--to", "ndjson").out.encode() == b"".join(lines)
    assert run("export", "claims.parquet", "--to", "ndjson").out.encode() == b"".join(lines)
    ended = run("show", "claims.ndjson")
    assert ended.err == "" and ended.out.count(ONE) == sum(ONE in one.text for one in _texts(news))


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_same_bytes_from_the_cache_and_over_processes(run: Run, news: Path, jobs: str) -> None:
    plain = run("extract", "news", "--no-cache", "--jobs", "1", "--parse", "none").out
    assert plain.count("\n") >= len(NAMES)
    assert run("extract", "news", "--jobs", jobs, "--parse", "none").out == plain
    assert run("extract", "news", "--jobs", jobs, "--parse", "none").out == plain
    (news / "c.jsonl").write_bytes(LINES.replace(b"5%", b"6%"))
    changed = run("extract", "news", "--parse", "none").out
    assert changed != plain and changed == run("extract", "news", "--no-cache", "--parse", "none").out
    named = run("extract", "news/c.jsonl", "--published-field", "", "--parse", "none").out
    assert '"published":null' in named and "2026-02-13" not in named


def test_an_edit_of_a_row_is_stale_and_a_row_that_is_gone_is_missing(run: Run, here: Path) -> None:
    (here / "c.jsonl").write_bytes(LINES)
    run("extract", "c.jsonl", "-o", "claims.ndjson", "--parse", "none")
    (here / "c.jsonl").write_bytes(
        LINES.replace("東都電機の株価".encode(), "東都電機の終値".encode()).replace(b"3%", b"4%")
    )
    ended = run("validate", "claims.ndjson")
    assert ended.code == 1 and "E101 the evidence 「3%」 is not at" in ended.out
    (here / "c.jsonl").write_bytes(LINES.splitlines(keepends=True)[0])
    assert "E102 there is no article c.jsonl row 2" in run("validate", "claims.ndjson").out
    assert "c.jsonl row 2" in run("lint", "claims.ndjson", "--format", "concise").out
    (here / "c.jsonl").unlink()
    assert run("validate", "claims.ndjson").out.count("E102") == 2


@pytest.mark.parametrize("command", ["lint", "mentions", "show"])
def test_other_commands_read_them_too(run: Run, here: Path, command: str) -> None:
    (here / "n.jsonl").write_bytes(LINES.replace(b'"id": 2', b'"id": NaN'))
    ended = run(command, "n.jsonl", "--text-field", "body")
    assert ended.code == (0 if command == "show" else 2)
    assert (
        ended.err.startswith("error: n.jsonl row 2: this is no JSON")
        or "\nerror: n.jsonl row 2: this is no" in ended.err
    )


def test_lint_names_members_and_rows(run: Run, here: Path) -> None:
    wrong = "東都電機は2026年1月6日(水)、工場を閉じた。"
    (here / "n.jsonl").write_text(json.dumps({"text": wrong}), encoding="utf-8")
    (here / "z.zip").write_bytes(zipped(("a/b.txt", wrong.encode())))
    out = run("lint", "n.jsonl", "z.zip", "--format", "concise", "--select", "T302", "--lang", "en").out
    assert [line.split(" T302")[0] for line in out.splitlines()] == ["n.jsonl row 1:1:6:", "z.zip/a/b.txt:1:6:"]
    assert run("lint", "n.jsonl", "--write-baseline", "--select", "T302").code == 0
    assert run("lint", "z.zip", "--baseline", "jijitsu-baseline.json", "--select", "T302").err.count("stale") == 0
    for form in ("sarif", "github", "rdjson", "junit", "json", "full"):
        assert run("lint", "n.jsonl", "z.zip", "--format", form, "--select", "T302").code == 1


def test_folders_hold_no_claims_and_no_parts_of_pages(run: Run, news: Path) -> None:
    run("extract", "news/a.txt", "-o", "news/claims.ndjson", "--parse", "none")
    run("extract", "news/a.txt", "-o", "news/claims.parquet", "--parse", "none")
    (news / "pom.xml").write_text("<project/>", encoding="utf-8")
    (news / "log.jsonl").write_text('{"level": 3}\n', encoding="utf-8")
    (news / "pictures.zip").write_bytes(zipped(("a.png", b"x")))
    (news / "g_files").mkdir()
    (news / "g_files" / "ad.html").write_text("<p>広告</p>", encoding="utf-8")
    (news / "my_files").mkdir()
    (news / "my_files" / "b.html").write_text("<p>記事</p>", encoding="utf-8")
    names = [str(path) for path in walk(["news"])]
    assert names == [
        "news/a.txt", "news/b.txt.gz", "news/c.jsonl", "news/d.jsonl.gz", "news/e.parquet", "news/f.xml", "news/g.html",
        "news/h.zip", "news/i.md", "news/my_files/b.html",
    ]  # fmt: skip


def test_what_is_taken_out_of_files_is_the_same_from_a_path_and_from_a_stream(news: Path) -> None:
    for path in sorted(news.iterdir()):
        with path.open("rb") as stream:
            assert list(raws(stream, name=str(path))) == list(raws(path))


def test_a_stream_that_cannot_seek_will_do_for_tables() -> None:
    source, sink = os.pipe()
    with os.fdopen(sink, "wb") as into:
        into.write(gzip.compress(LINES, mtime=0))
    with os.fdopen(source, "rb") as stream:
        assert told(list(articles(stream, name="a.jsonl.gz"))) == ["a.jsonl.gz row 1", "a.jsonl.gz row 2"]


def test_the_library_reads_each_article(here: Path) -> None:
    (here / "n.jsonl").write_bytes(LINES + b"oops\n" + LINES)
    faults: list[UnreadableError] = []
    found = list(jijitsu.extract_each("n.jsonl", failed=faults.append))
    assert [claims.text for claims in found] == [ONE, TWO, ONE, TWO]
    assert [claim.article.row for claims in found for claim in claims] == [1, 2, 4, 5]
    assert [fault.where for fault in faults] == ["n.jsonl row 3"]
    with pytest.raises(UnreadableError, match=r"n\.jsonl row 3: this is no JSON"):
        list(jijitsu.extract_each("n.jsonl"))
    with pytest.raises(UnreadableError, match=r"not one\. jijitsu\.extract_each reads them"):
        jijitsu.extract_file("n.jsonl")


# ---- standard input, and how large articles may be


@pytest.mark.parametrize(
    ("name", "ending"),
    [("a.txt", "txt"), ("a.txt", ".TXT"), ("b.txt.gz", "txt.gz"), ("c.jsonl", "jsonl"), ("d.jsonl.gz", "jsonl.gz"),
     ("e.parquet", "parquet"), ("f.xml", "rss"), ("g.html", "html"), ("h.zip", "zip"), ("i.md", "md")],
)  # fmt: skip
def test_standard_input_is_read_as_its_format(run: Run, news: Path, name: str, ending: str) -> None:
    said = run("extract", news / name, "--no-cache").out
    piped = run("extract", "-", "--input-format", ending, stdin=(news / name).read_bytes())
    assert piped.code == 0, piped.err
    one, other = ([json.loads(line) for line in out.splitlines()] for out in (said, piped.out))
    assert one and {claim["article"].pop("path") for claim in other} == {None}
    assert all(claim["article"].pop("path").endswith(name) for claim in one)
    for claim in (*one, *other):
        claim.pop("id"), claim["article"].pop("published"), claim["time"]
    assert [claim["evidence"] for claim in one] == [claim["evidence"] for claim in other]
    assert [claim["article"] for claim in one] == [claim["article"] for claim in other]


@pytest.mark.parametrize("command", ["lint", "show", "mentions"])
def test_other_commands_take_it_too(run: Run, command: str) -> None:
    ended = run(command, "-", "--input-format", "jsonl", stdin=LINES)
    assert ended.code in (0, 1)
    assert ("2 files" if command == "lint" else "row 2") in ended.out + ended.err


@pytest.mark.parametrize(
    ("data", "ending"),
    [(b"\n <!DOCTYPE html><p>", "html"), (b"<HTML>", "html"), (LINES, "jsonl"), (b"<?xml version", "rss"),
     (b"PK\x03\x04", "zip"), (b"PAR1", "parquet"), (ONE.encode(), None)],
)  # fmt: skip
def test_what_looks_like_another_format_is_read_as_text_and_told(run: Run, data: bytes, ending: str | None) -> None:
    ended = run("extract", "-", stdin=data)
    assert (f"--input-format {ending}" in ended.err) == (ending is not None)
    assert ("--input-format" in ended.err) == (ending is not None)
    assert "--input-format" not in run("extract", "-", "--input-format", "txt", stdin=data).err


@pytest.mark.parametrize("given", ["jsnl", "zip.gz", "", "docx"])
def test_an_input_format_that_is_none(run: Run, given: str) -> None:
    ended = run("extract", "-", "--input-format", given, stdin=LINES)
    assert ended.code == 2
    assert "is no format of articles" in ended.err
    assert ("Did you mean jsonl?" in ended.err) == (given == "jsnl")


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("a.txt", b"1" * 3000, "this is larger"), ("a.txt.gz", gzip.compress(b"1" * 3000, mtime=0), "this is larger"),
        ("a.html", b"<p>" * 1000, "this is larger"), ("a.zip", zipped(("b.txt", b"1" * 3000)), "b.txt: this is larger"),
        ("a.jsonl", b'{"text": "%s"}' % (b"1" * 3000), "row 1: the line is longer"),
    ],
)  # fmt: skip
def test_what_is_too_large_is_named_and_read_where_that_is_wanted(
    run: Run, here: Path, name: str, data: bytes, what: str
) -> None:
    (here / name).write_bytes(data)
    ended = run("extract", name, "--max-size", "2k")
    hint = "No article is; `jijitsu extract --max-size` reads it all the same."
    assert (ended.code, ended.out) == (2, "")
    assert what in ended.err and f"than 2 KiB. {hint}" in ended.err
    assert "larger" not in run("extract", name, "--max-size", "3100").err


@pytest.mark.parametrize("given", ["", "0", "-1", "M", "12 parsecs", "1.5M", "9999999G"])
def test_a_size_that_is_none(run: Run, given: str) -> None:
    ended = run("extract", "-", "--max-size", given, stdin=b"")
    assert ended.code == 2
    assert "is no size. Write it as 64M." in ended.err
