"""Japanese numerals of every form read into Decimal: 1,234.5 / 1兆2400億 / 163.6万 / 三億五千万 / 一二・四 / 〇・九.

Takes width-folded text, gives each numeral with its place (offsets into that text) and its value. Leaves signs, units
and ranges to figures.py, and what has no value of its own: 数百万, 何十億, a bare 万. A comma that does not set off
thousands ends the numeral (3,4人), except behind 万 or 億, where Wikinews slips (1億416万80,00).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

import msgspec

from jijitsu.extract.regex import regex

_DIGITS = {sign: str(value) for value, sign in enumerate("〇一二三四五六七八九")}
_SMALL = {"十": Decimal(10), "百": Decimal(100), "千": Decimal(1000)}
_BIG = {"万": Decimal(10**4), "億": Decimal(10**8), "憶": Decimal(10**8), "兆": Decimal(10**12), "京": Decimal(10**16)}
_TOO_BIG = Decimal(10**24)

# One token of a numeral. Each alternative begins with another character, so the pattern cannot backtrack far.
_TOKEN = regex(
    r"(?P<arabic>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d{1,30})?|\d+(?:\.\d{1,30})?)"
    r"|(?P<kanji>[〇一二三四五六七八九]+)"
    r"|(?P<small>[十百千])"
    r"|(?<=[兆億万]) (?P<wrapped>\d{1,4})(?=[億万]| (?:[億万円台人株件本枚個戸棟頭匹隻基機元%倍]|キロ|トン|メートル|センチ|ドル|ユーロ|ウォン|ポ))"
    r"| ?(?P<big>[万億憶兆京])"
)
_KANJI_POINT = regex(r"・([〇一二三四五六七八九]{1,30})(?![十百千])")
_CENTS_POINT = regex(r"・(\d\d)(?![\d・.,])")
"""4万8112・45ドル: two places behind a full number."""
_ARABIC_POINT = regex(r"・(\d{1,3})(?![\d・.,])")
_SLIP = regex(r",(\d{2,3})(?![\d,])")
_FRACTION = regex(r"-([1-7])/([248])(?= ?(?:米?セント|米?ドル|ポイント))")
"""9-1/2セント, 4.14-1/4ドル: how grain is quoted; the fraction is of the last place."""
_START = regex(r"[0-9〇一二三四五六七八九十百千]")
_LONGEST = 24
"""Digits in a row: more is a code or noise, not a number."""


class Numeral(msgspec.Struct, frozen=True):
    """A number as written, without sign and unit. `start` and `end` are code points into the text that was given."""

    start: int
    end: int
    amount: Decimal
    scale: Decimal
    """The last multiplier where the numeral ends in one (3億: 10**8), else 1: `100~200億` lends it to its lower."""
    kanji: bool
    """True if no digit 0-9 takes part: such a numeral counts only before a known unit (一部 and 千葉 are none)."""
    text: str


class _Sum:
    """The running value of one numeral: what is closed by 万億兆京, what is closed by 十百千, and the open digits."""

    def __init__(self) -> None:
        self.total, self.section = Decimal(0), Decimal(0)
        self.open: Decimal | None = None
        self.big, self.small, self.scale = _TOO_BIG, Decimal(10**4), Decimal(1)

    def digits(self, value: Decimal) -> bool:
        """Take digits; False if digits are open already (五3)."""
        if self.open is not None or (self.section and value >= self.small):
            return False
        self.open, self.scale = value, Decimal(1)
        return True

    def multiply(self, by: Decimal) -> bool:
        """Take 十 百 千; False if they do not descend (百千)."""
        if by >= self.small:
            return False
        self.section += (Decimal(1) if self.open is None else self.open) * by
        self.open, self.small, self.scale = None, by, by
        return True

    def close(self, by: Decimal) -> bool:
        """Take 万 億 兆 京; False if they do not descend, or close nothing (a bare 万)."""
        value = self.section + (self.open or 0)
        if by >= self.big or not (self.section or self.open is not None):
            return False
        self.total += value * by
        self.section, self.open = Decimal(0), None
        self.big, self.small, self.scale = by, Decimal(10**4), by
        return True

    def value(self) -> Decimal:
        return self.total + self.section + (self.open or 0)


@lru_cache(maxsize=256)
def numerals(text: str) -> tuple[Numeral, ...]:
    """Return the numerals of `text` (widths folded) in order, without overlaps."""
    return tuple(_scan(text))


def read(text: str) -> Decimal | None:
    """Return the value of `text` if it is one numeral and nothing else, else None."""
    found = numerals(text)
    return found[0].amount if len(found) == 1 and (found[0].start, found[0].end) == (0, len(text)) else None


def _scan(text: str) -> Iterator[Numeral]:
    at = 0
    while (start := _START.search(text, at)) is not None:
        numeral, at = _numeral(text, start.start())
        if numeral is not None and not _vague(text, numeral):
            yield numeral


def _numeral(text: str, start: int) -> tuple[Numeral | None, int]:
    """Read one numeral at `start`; return it and where to look on."""
    total, at, kanji = _Sum(), start, True
    while (token := _TOKEN.match(text, at)) is not None:
        kind, written = str(token.lastgroup), token[token.lastgroup or 0]
        end = token.end()
        if kind == "wrapped":  # 7億 6900万: where an old line ended
            fits = total.digits(Decimal(written))
        elif kind == "arabic":
            value, end = _arabic(text, written, end, after_big=total.big != _TOO_BIG)
            fits = len(written) <= _LONGEST and total.digits(value)
            kanji = kanji and not fits
        elif kind == "kanji":
            value, end = _kanji(text, written, end)
            fits = len(written) <= _LONGEST and total.digits(value)
        elif kind == "small":
            fits = total.multiply(_SMALL[written])
            point = _KANJI_POINT.match(text, end) if fits else None
            if point and kanji:
                fits, end = total.digits(Decimal("0." + _plain(point[1]))), point.end()
        else:
            fits = total.close(_BIG[written])
        if not fits:
            break
        at = end
    if at == start:  # refused at once: too many digits
        token = _TOKEN.match(text, start)
        return None, token.end() if token else start + 1
    return Numeral(start, at, total.value(), total.scale, kanji, text[start:at]), at


def _arabic(text: str, written: str, end: int, *, after_big: bool) -> tuple[Decimal, int]:
    if not after_big and len(written) <= _LONGEST and (part := _FRACTION.match(text, end)) is not None:
        places = len(written.partition(".")[2])
        fraction = Decimal(part[1]) / Decimal(part[2]) / 10**places
        return Decimal(written.replace(",", "")) + fraction, part.end()
    plain = "." not in written and "," not in written
    found = _ARABIC_POINT if not after_big else _CENTS_POINT if len(written) == 4 else None
    point = found.match(text, end) if plain and found is not None else None
    if point is not None:
        written, end = f"{written}.{point[1]}", point.end()  # 2・5%, as some newspapers write it
    elif after_big and "." not in written and (slip := _SLIP.match(text, end)) is not None:
        written, end = written + slip[1], slip.end()
    return Decimal(written.replace(",", "")) if len(written) <= _LONGEST else Decimal(0), end


def _kanji(text: str, written: str, end: int) -> tuple[Decimal, int]:
    plain = _plain(written)
    if (point := _KANJI_POINT.match(text, end)) is not None:
        plain, end = f"{plain}.{_plain(point[1])}", point.end()
    return Decimal(plain) if len(written) <= _LONGEST else Decimal(0), end


def _plain(kanji: str) -> str:
    return "".join(_DIGITS[sign] for sign in kanji)


def _vague(text: str, numeral: Numeral) -> bool:
    """数百万, 何十億, 数100億 have no value; 銘柄数912 and 店舗数30店 have one."""
    before = text[numeral.start - 1] if numeral.start else ""
    if before in ("何", "幾"):
        return True
    if before != "数":
        return text.startswith("数", numeral.end) and text[numeral.end - 1] in "十百千万億"  # 十数人
    noun = numeral.start >= 2 and bool(re.match(r"[一-鿿ァ-ヶー]", text[numeral.start - 2]))
    noun = noun and not _SEVERAL.search(text, max(0, numeral.start - 4), numeral.start - 1)
    return numeral.kanji or not noun


# 約数100人, 毎年数100トン: several of them; 年数100 is none
_SEVERAL = regex(r"(?:約|合計|総計|毎[年月日週]|年間|月間|最大|総額|一度に)$")
