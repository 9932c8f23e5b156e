"""Files in, articles out: encodings, metadata, datelines, front matter."""

from __future__ import annotations

import io
import time
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jijitsu.extract.reading import Reading, article_of, read
from jijitsu.extract.reading.dateline import find_dateline, parse_day
from jijitsu.extract.reading.decoding import decode
from jijitsu.extract.sentences import sentences
from jijitsu.schemas.errors import UnreadableError

NEWS = "東都重工の株価は3%下落した。\r\n終値は1200円だった。\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-16-le", "utf-32", "euc_jp", "cp932", "iso2022_jp"],
)
def test_encodings_are_told_apart(encoding: str) -> None:
    bom = {"utf-16-be": b"\xfe\xff", "utf-16-le": b"\xff\xfe"}.get(encoding, b"")
    assert decode(bom + NEWS.encode(encoding)) == NEWS


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("①位は㈱東都だった。", "cp932"),
        ("①位は東都だった。", "euc_jis_2004"),  # row 13, which plain EUC-JP lacks
        ("株価", "euc_jp"),
        ("ｶﾌﾞｶが下落した。", "cp932"),
        ("NASDAQ 3%", "ascii"),
        ("", "ascii"),
    ],
)
def test_short_texts_and_signs_of_makers(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@given(st.text(alphabet="株価は下落した。、「」ト３%1 \n", min_size=1), st.sampled_from(["utf-8", "cp932", "euc_jp"]))
def test_kana_tells_the_encoding(text: str, encoding: str) -> None:
    text = "株価は" + text
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "byte 8 is NUL"),
        ("株価\0は下落した。".encode(), "byte 6 is NUL"),
        ("株価\0は".encode("utf-16"), "byte 6 is NUL"),
        (b"\xff\xff\x80\x80", "byte 0"),
        (b"\xff\xd8\xff\xe0\x10JFIF\x01\x01", "byte"),
        # CP932 would take all three for text (縺ゅ): a damaged file is told, not mended.
        ("株価は下落した。".encode()[:-1], "byte 21 (0xE3) cannot be read as UTF-8"),
        (("株価は下落した。" * 9).encode().replace(b"\xa0", b"\xff", 1), "cannot be read as UTF-8"),
        (("株価は下落した。" * 9).encode("euc_jp") + b"\xff", "byte 144 (0xFF) cannot be read as EUC-JP"),
        ("株価".encode("utf-16") + b"\x00", "cannot be read as UTF-16"),
        (b"\x1b$B3t\xff", "byte"),
    ],
)
def test_what_is_no_text_is_an_error_that_names_the_byte(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableError, match="byte") as caught:
        decode(data)
    assert message in str(caught.value)


def test_encoding_overrides() -> None:
    assert decode("株価".encode("utf-16-le"), "utf-16-le") == "株価"
    assert decode("\ufeff株価".encode(), "utf-8") == "株価"
    with pytest.raises(UnreadableError, match="no text encoding called 'utf-9'"):
        decode(b"", "utf-9")
    with pytest.raises(UnreadableError, match="no text encoding called 'rot13'"):
        decode(b"abc", "rot13")
    with pytest.raises(UnreadableError, match=r"byte 0 \(0x8A\)"):
        decode("株価".encode("cp932"), "utf-8")


def test_line_ends_stay_and_sha_is_that_of_the_text(tmp_path: Path) -> None:
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    one.write_bytes(NEWS.encode())
    other.write_bytes(NEWS.encode("cp932"))
    assert read(one).text == NEWS
    assert read(one).sha256 == read(other).sha256
    assert read(one).path == one.as_posix()


FRONT = "---\ntitle: 東都重工、反落\npublished: 2025-01-28T23:30:00+09:00\nurl: https://example.org/1\n---\n"


def test_front_matter_is_read_and_skipped_but_stays_in_the_text() -> None:
    article = article_of(FRONT + NEWS)
    assert (article.title, article.published, article.published_by) == (
        "東都重工、反落", date(2025, 1, 28), "front matter",
    )  # fmt: skip
    assert article.text[article.body_start :] == NEWS
    first = sentences(article)[0]
    assert first.start == len(FRONT)
    assert article.text[first.start : first.end] == "東都重工の株価は3%下落した。"


@pytest.mark.parametrize(
    "text",
    [
        "---\nただの区切り線である。\n---\n本文。",  # a ruler around prose
        "---\n本文。",  # never closed
        "----\ntitle: x\n---\n本文。",
        "--- \n: [\n---\n本文。",  # no YAML, and none of our keys in it
        "",
    ],
)
def test_rulers_are_no_front_matter(text: str) -> None:
    assert article_of(text).body_start == 0


def test_front_matter_with_other_line_ends() -> None:
    article = article_of("---\r\ndate: 2025/1/28\r\n...\r\n本文。")
    assert article.published == date(2025, 1, 28)
    assert article.text[article.body_start :] == "本文。"


@pytest.mark.parametrize(
    ("front", "message"),
    [
        ("published: きのう", "published is no date in the front matter: 'きのう'"),
        ("published: 2025-02-30", "published is no date"),
        ("title: [a\npublished: 2025-01-28", "no YAML"),
        ("title: {a: b}", "title is no text"),
    ],
)
def test_faults_in_front_matter_are_told(front: str, message: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        article_of(f"---\n{front}\n---\n本文。")
    assert message in str(caught.value)


@pytest.mark.parametrize("block", ["[" * 10_000, "title: " + "[" * 10_000, "a: &a [*a," * 1500])
def test_hostile_front_matter_ends(block: str) -> None:
    # The loader in C dies of these, and takes the process along.
    try:
        assert article_of(f"---\n{block}\n---\n本文。").body_start == 0
    except UnreadableError as fault:
        assert "the front matter is no YAML" in str(fault)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.meta.json", '{"published": "2025-01-28", "title": "題", "publisher": "社", "url": null, "other": 1}'),
        ("a.meta.yaml", "published: 2025-01-28\ntitle: 題\npublisher: 社\n"),
    ],
)
def test_sidecars(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / "a.txt").write_text("2024年1月1日 10:00\n本文。", encoding="utf-8")
    (tmp_path / name).write_text(content, encoding="utf-8")
    article = read(tmp_path / "a.txt")
    assert (article.published, article.published_by) == (date(2025, 1, 28), "sidecar")
    assert (article.title, article.publisher, article.url) == ("題", "社", None)


@pytest.mark.parametrize("content", ["{", "[1]", '{"published": "soon"}', "\0", "[" * 60_000, " " * 99_999])
def test_faults_in_sidecars_are_told(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.txt").write_text("本文。", encoding="utf-8")
    (tmp_path / "a.meta.json").write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableError, match=r"a\.txt"):
        read(tmp_path / "a.txt")


def test_the_best_source_of_the_date_wins(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(FRONT + "2024年1月1日 10:00\n本文。", encoding="utf-8")
    (tmp_path / "a.meta.json").write_text('{"published": "2023-01-01"}', encoding="utf-8")
    assert read(path).published_by == "front matter"
    told = read(path, Reading(published=date(2022, 2, 2)))
    assert (told.published, told.published_by) == (date(2022, 2, 2), "option")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025年01月28日 12:30\n本文。", "2025-01-28"),
        ("東都重工、新型機を発売2025.12.27 06:14\n本文。", "2025-12-27"),
        ("ニュース＞市況\n見出し\n2025/11/22 09:15\n本文。", "2025-11-22"),
        ("２０２５年１１月１４日　０９：２３\n【材料】東都重工がストップ高", "2025-11-14"),
        ("令和7年1月28日\n本文。", "2025-01-28"),
        ("令和元年5月1日　配信\n本文。", "2019-05-01"),
        ("見出し\n公開日：2025年11月22日　更新日：2025年11月23日", "2025-11-22"),
        ("最終更新：2025年11月23日 8:00\n公開：2025年11月22日 8:00", "2025-11-22"),
        ("2025年1月28日(火) 12時30分 東都通信\n本文。", "2025-01-28"),
        ("【2025年1月28日】 東都重工は新工場を建てると発表した。", "2025-01-28"),
        ("東都重工、黒字に復帰　2025/11/22\n本文。", "2025-11-22"),
    ],
)
def test_datelines(text: str, day: str) -> None:
    article = article_of(text)
    assert (str(article.published), article.published_by) == (day, "dateline")


@pytest.mark.parametrize(
    "text",
    [
        "東都重工は2025年1月6日、新型機を発表した。",  # running prose
        "新型機の発売は2025年12月27日",  # は: the headline's own matter
        "2025年12月27日に発売する新型機の予約が始まった。",
        "・2025年12月27日発売",
        "新工場の稼働は2026年1月28日12時30分に",
        "1月28日 12:30\n本文。",  # no year
        "2025年2月30日 12:30\n本文。",  # no such day
        "2025年12月30日の終値で集計した時価総額",
        "見出し\n" * 9 + "2025年01月28日 12:30",  # too far down
    ],
)
def test_no_datelines(text: str) -> None:
    assert find_dateline(text) is None


def test_days_of_metadata() -> None:
    for written in (
        "2025-01-28",
        "2025-01-28T00:10:00+09:00",
        "2025/1/28",
        "20250128",
        "2025年1月28日",
        " 2025-01-28 ",
    ):
        assert parse_day(written) == date(2025, 1, 28), written
    for written in ("2025-1-45", "28 Jan 2025", "2025-01-281", "", "2025"):
        assert parse_day(written) is None, written


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("東都重工、新型機を発売2025.12.27 06:14\n本文である。", "東都重工、新型機を発売"),
        ("# 東都重工が反落\n\n本文である。", "東都重工が反落"),
        ("シェア 128\n2025年1月28日\n東都重工が反落\n本文である。", "東都重工が反落"),
        ("東都重工は28日、新型機を発表した。\n", None),
    ],
)
def test_title_is_the_first_headline(text: str, title: str | None) -> None:
    assert article_of(text).title == title


def test_standard_input_has_no_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(NEWS.encode("cp932"))))
    article = read("-")
    assert (article.text, article.path) == (NEWS, None)


def test_text_that_was_decoded_wrongly_is_refused() -> None:
    with pytest.raises(UnreadableError, match="character 2 is half a surrogate pair"):
        article_of("株価\udcff")


def test_missing_files_and_folders(tmp_path: Path) -> None:
    (tmp_path / "d01.txt").touch()
    with pytest.raises(UnreadableError, match=r"d02\.txt: there is no such file\. Did you mean .*d01\.txt\?"):
        read(tmp_path / "d02.txt")
    with pytest.raises(UnreadableError, match="this is a folder"):
        read(tmp_path)


@pytest.mark.parametrize("piece", ["株価は3%下落した", "「", "a", "2025年1月28日 ", "---\n"])
def test_a_line_of_50_megabytes_is_read_in_bounded_time(tmp_path: Path, piece: str) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(piece.encode() * (50_000_000 // len(piece.encode())))
    with pytest.raises(UnreadableError, match="larger than 16 MiB"):
        read(path)
    before = time.process_time()
    article = read(path, Reading(largest=2**26))
    assert article.published is None
    assert time.process_time() - before < 5


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (
            "海原電機(本社は大津市。\n以下「海原」)も売上高は3億円だった。\n株価は5%高だ。",
            2,
        ),  # broken behind every 。, also of an aside
        ("気象庁は8日(日本時間。\n以下同)、大雨に警戒してほしいと話した。\n雨は続く。", 2),
        (
            "価格は3億円だった(本紙調べ。\n株価は5%高だ。\n円は150円だった)。",
            3,
        ),  # the bracket never closes soon: a slip
        ("(写真は左から。\n\n社長の岬氏)", 2),
    ],
)
def test_an_aside_runs_over_the_lines_end(text: str, number: int) -> None:
    assert len(sentences(article_of(text))) == number
