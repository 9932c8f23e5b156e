"""What holds for every input of a reader, however odd: `PROPERTIES`, name -> a function of bytes that fails where it does not.

An input is bytes, so that a fuzzer can steer it (tests/bench/fuzz.py); for what reads text, each byte stands for a
piece of Japanese news (`PIECES`).
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from datetime import date
from functools import cache

from jijitsu.extract import extract_text
from jijitsu.extract.fold import fold
from jijitsu.extract.mentions import date as days
from jijitsu.extract.mentions import duration, money, number, percent, period, utterance
from jijitsu.extract.numbers.numerals import numerals
from jijitsu.extract.parts import Recogniser
from jijitsu.extract.pipeline import setting
from jijitsu.extract.reading import Reading, article_of
from jijitsu.extract.reading.dateline import find_dateline, parse_day
from jijitsu.extract.reading.decoding import decode
from jijitsu.extract.reading.metadata import front_matter
from jijitsu.extract.reading.stamps import day_of
from jijitsu.extract.sentences import sentences
from jijitsu.extract.story import Setting
from jijitsu.schemas.article import Article
from jijitsu.schemas.errors import UnreadableError
from jijitsu.schemas.record import RecordError, decode_line, encode_line
from jijitsu.schemas.sentence import Sentence

SECONDS, PER_BYTE = 0.5, 2e-4
"""No input may take longer than the sum of both, of processor time: some hundred times what is usual."""
_SIGNS = (
    "0123456789０１９〇零一二三四五六七八九十百千万億兆京・.．,，、。！？!?％%円ドル$￥¥ユーロ元約数何第~〜～-−ー+＋▲△→/／:：;"
    "「」『』（）()“”【】[]<>＜＞年月日時分半週間前後末初今昨来翌同先々以来ぶり人台個株社年度期上下限強弱超余以上未満から"
    "まではがをにのとも アイウＡＺazT|\t\n\r\u2028\x85\u3000\u200b\u200f\u202e\u0301\u3099\ufeff\ufffd\x0b𠮷😀️\ud800\udfff"
)
_WORDS = (
    "令和", "平成", "昭和", "元年", "2026年", "9999年", "12月31日", "1月6日", "2月29日", "2025.12.27 06:14", "午前9:30", "前年同月比",
    "四半期", "1〜3月期", "第3四半期", "日経平均", "トヨタ自動車", "社長は", "と話した。", "と述べた", "は下落した。", "1兆2400億円",
    "3・5%", "数百万", "1ドル=155円", "～", "---\n", "published: ", "title: ", "更新", "(月)", "2026-01-14T09:00:00+09:00", "+99:99",
)  # fmt: skip
PIECES = tuple(dict.fromkeys((*_SIGNS, *_WORDS)))[:256]
"""Text for each byte."""
DAYS = (None, date(2026, 1, 14), date(2999, 12, 31), date(1900, 1, 1))
"""Publication dates: none, a usual one, and the last and the first that are believed."""
LONGEST = 200
"""Bytes of an input that are read."""
Property = Callable[[bytes], None]


def text_of(data: bytes) -> str:
    """The text that an input stands for."""
    return "".join(PIECES[byte % len(PIECES)] for byte in data[:LONGEST])


def decoder(data: bytes) -> None:
    """Text without NUL comes out, the same when read once more as UTF-8; or an error that is told."""
    for encoding in (None, "cp932", "utf-16-le", "nonsense"):
        try:
            text = decode(data, encoding)
        except UnreadableError as fault:
            assert fault.what
            continue
        assert "\0" not in text or encoding is not None
        if text and encoding is None and text[0] != "\ufeff":
            assert decode(b"\xef\xbb\xbf" + text.encode()) == text


def numbers(data: bytes) -> None:
    """Numerals stand in order, do not overlap, and are cut from their text."""
    text, last = fold(text_of(data)), 0
    for one in numerals(text):
        assert last <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text
        assert one.amount.is_finite() and one.amount >= 0
        last = one.end


def stamps(data: bytes) -> None:
    """Days are days or nothing, and a dateline stands where it says."""
    text = text_of(data)
    for read in (day_of, parse_day):
        found = read(text)
        assert found is None or isinstance(found, date)
    line = find_dateline(text)
    assert line is None or 0 <= line.start < len(text)
    try:
        _, body = front_matter(text)
    except UnreadableError:
        return
    assert 0 <= body <= len(text)


def splitter(data: bytes) -> None:
    """Sentences stand in order, are cut from their text, leave nothing out but blanks, and are never blank."""
    try:
        article = article_of(text_of(data).encode("utf-8", "replace").decode(), Reading())
    except UnreadableError:
        return
    last = article.body_start
    for one in sentences(article):
        assert not article.text[last : one.start].strip()
        assert last <= one.start < one.end <= len(article.text)
        assert one.text == article.text[one.start : one.end] and one.text.strip() == one.text
        assert len(one.folded) == len(one.text)
        last = one.end
    assert not article.text[last:].strip()


def seen_by(*recognisers: Recogniser) -> Property:
    """Mentions of these recognisers are cut from their sentence, wherever it stands."""

    def check(data: bytes) -> None:
        text = text_of(data)
        sentence = Sentence(index=0, start=7, end=7 + len(text), text=text, folded=fold(text))
        for known in map(_setting, DAYS):
            for recogniser in recognisers:
                for one in recogniser.find(sentence, known):
                    assert 7 <= one.start < one.end <= sentence.end
                    assert one.text == text[one.start - 7 : one.end - 7]

    return check


@cache
def _setting(published: date | None) -> Setting:
    return setting(Article(text="", sha256="", published=published))


def claim_lines(data: bytes) -> None:
    """A line is refused, or a claim that is written and read again is the same."""
    try:
        claim = decode_line(data)
    except RecordError as fault:
        assert str(fault)
        return
    assert decode_line(encode_line(claim)) == claim


@cache
def _lines() -> tuple[bytearray, ...]:
    said = "トヨタ自動車の株価は前日比5%高の3000円で終えた。「1万台を出荷した」と佐藤恒治社長は6日に話した。"
    return tuple(bytearray(encode_line(claim)) for claim in extract_text(said, date(2026, 1, 14)))


def damaged(data: bytes) -> None:
    """As `claim_lines`, for a sound line that the input says how to damage."""
    words = (b"null", b"1e999", b"NaN", b"-1", b'"\\ud800"', b"{}", b"[]", b"true", b'""', b"9" * 40, b"[" * 90, b"0.1")
    bent = _lines()[len(data) % len(_lines())].copy()
    for place, what in zip(data[::3], data[1::3], strict=False):
        at = (place * 7919 + what * 104_729) % (len(bent) + 1)
        if what < 100:
            bent[at : at + 1 + what % 9] = words[what % len(words)]
        elif what < 200:
            bent[at : at + 1] = bytes([what])
        else:
            colon = bytes(bent).find(b":", at) + 1
            comma = bytes(bent).find(b",", colon)
            bent[colon:comma] = words[place % len(words)]
    claim_lines(bytes(bent))


PROPERTIES: dict[str, Property] = {
    "decoder": decoder,
    "numbers": numbers,
    "amounts": seen_by(number.RECOGNISER, money.RECOGNISER, percent.RECOGNISER),
    "days": seen_by(days.RECOGNISER, duration.RECOGNISER, period.RECOGNISER),
    "stamps": stamps,
    "quotes": seen_by(utterance.RECOGNISER),
    "splitter": splitter,
    "claims": claim_lines,
    "damaged": damaged,
}


def held(name: str, data: bytes) -> None:
    """Check one property, and that it does not take long. Raises whatever is wrong."""
    begin = time.thread_time()
    PROPERTIES[name](data)
    assert time.thread_time() - begin < SECONDS + PER_BYTE * len(data), "takes too long"


def inputs(seed: int, number: int) -> bytes:
    """Input `number` of a row that `seed` begins: short ones mostly, some of few different bytes."""
    chance = random.Random(seed * 1_000_003 + number)
    size = chance.choice((3, 8, 20, 60))
    alphabet = chance.randbytes(chance.choice((2, 6))) if chance.random() < 0.3 else None
    return bytes(chance.choices(alphabet, k=size)) if alphabet else chance.randbytes(size)
