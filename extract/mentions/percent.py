"""Percentages and shares: a number with %, パーセント or 割 behind it, fractions (3分の1), and words (半減).

`2割5分` is 25 percent, `3分の1` 33.33... and `半減` 50. `5分で着く` and a bare `割引` are none. `%ポイント` belongs to
points.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Context, Decimal
from itertools import pairwise

from jijitsu.extract.gates import gate
from jijitsu.extract.numbers.figures import Figure, Reading, figures, mentions
from jijitsu.extract.numbers.numerals import Numeral, numerals
from jijitsu.extract.parts import Recogniser
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Setting
from jijitsu.extract.words.approximators import frame
from jijitsu.schemas.mention import Amount, Mention
from jijitsu.schemas.sentence import Sentence

_PERCENT = regex(r" ?(?:%|パーセント(?!ポイント|・ポイント)|percent\b|per cent\b)(?!(?: ?・)?ポイント|pt)")
_WARI = regex(r"割(?![れる合当愛譲り])")
_BU = regex(r"([\d一二三四五六七八九])分(?!の)(?:([\d一二三四五六七八九])厘)?")
_OF = regex(r"分の")
_HALF = regex(r"半減(?!期)|半値(?!八掛)|(?<![一-鿿])半分(?!コ)")
_DEFINED = regex(r"\((?:ミリ|マイクロ|ミクロン|ナノ|ピコ|フェムト|アト)は$")
"""3ナノ(ナノは[10億分の1])メートル: what a unit means."""
_DIGITS = Context(prec=16)


def find(sentence: Sentence, setting: Setting) -> Iterator[Mention]:
    """Yield the percentages of a sentence."""
    text = sentence.folded
    yield from mentions(sentence, "percent", figures(text, percent, band=True))
    yield from mentions(sentence, "percent", _fractions(text))
    yield from mentions(sentence, "percent", _halves(text))


def percent(text: str, numeral: Numeral) -> Reading | None:
    """Read % or 割 behind `numeral`."""
    if (match := _PERCENT.match(text, numeral.end)) is not None:
        return Reading(match.end(), numeral.amount, "percent")
    match = _WARI.match(text, numeral.end)
    if match is None or numeral.amount > 10:
        return None
    amount, end = numeral.amount * 10, match.end()
    if (tenth := _BU.match(text, end)) is not None:
        amount, end = amount + _digit(tenth[1]), tenth.end()
        amount += _digit(tenth[2]) / 10 if tenth[2] else 0
    return Reading(end, amount, "percent")


def _digit(written: str) -> Decimal:
    return numerals(written)[0].amount


def _fractions(text: str) -> Iterator[Figure]:
    """4分の3 is 75: the denominator stands first."""
    found = numerals(text)
    for below, above in pairwise(found):
        if (
            below.amount > 1
            and _OF.match(text, below.end)
            and above.start == below.end + 2
            and text[below.start - 1 : below.start] != "時"
            and not _DEFINED.search(text, max(0, below.start - 8), below.start)
        ):
            framed = frame(text, below.start, above.end)
            share = _DIGITS.divide(above.amount * 100, below.amount)
            yield Figure(framed.start, framed.end, Amount(share, "percent", framed.relation))


def _halves(text: str) -> Iterator[Figure]:
    for match in _HALF.finditer(text):
        framed = frame(text, *match.span())
        yield Figure(framed.start, framed.end, Amount(Decimal(50), "percent", framed.relation))


RECOGNISER = Recogniser(
    find,
    "A percentage, a share in 割 or a fraction, or a word that is one (半減).",
    takes={
        "前年比８．５％減。": "８．５％ = 8.5",
        "株価は2割5分安くなった。": "2割5分 = 25",
        "全体の5割強を占めた。": "5割強 = 50",
        "販売は三・二パーセント増えた。": "三・二パーセント = 3.2",
        "予算は4分の3に減った。": "4分の3 = 75",
        "利益は半減した。": "半減 = 50",
        "ほぼ半分が賛成した。": "ほぼ半分 = 50",
        "前年比2・5％増。": "2・5％ = 2.5",
        "2~3%の上昇を見込む。": "2~3% = 2",
        "利益率は前年比△1.2%だった。": "△1.2% = -1.2",
    },
    leaves={
        "割引率を見直す。": "割 without a number",
        "5分で着く。": "分 is a minute here",
        "3万円割れ目前だ。": "割れ is a verb",
        "面白半分で始めた。": "面白半分 is an idiom",
        "0.5%ポイント上がった。": "a percentage point, read by points.py",
        "半減期は長い。": "半減期 is a term",
    },
    needs=gate(_PERCENT, _WARI, _OF, _HALF),
)
