"""Multiples: a number with 倍, and 倍増 or 倍になる alone, which are 2.

`数倍` has no value; `人一倍` and `倍率` are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jijitsu.extract.gates import gate
from jijitsu.extract.numbers.figures import Figure, Reading, figures, mentions
from jijitsu.extract.numbers.numerals import Numeral
from jijitsu.extract.parts import Recogniser
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Setting
from jijitsu.extract.words.approximators import frame
from jijitsu.schemas.mention import Amount, Mention
from jijitsu.schemas.sentence import Sentence

_BAI = regex(r" ?倍(?![率返速音])増?(?![率返速音])")
_X = regex(r" ?(?:times|-fold)\b")
_ALONE = regex(
    r"(?<![\d〇一二三四五六七八九十百千万億数何幾安阿. ])(?:倍増(?!計画|論)|倍(?=以上|超|近|(?:に|へ|と|の)(?!ひと))|(?<=の)倍(?=だ|で(?!も)|。|、))"
)


def find(sentence: Sentence, setting: Setting) -> Iterator[Mention]:
    """Yield the multiples of a sentence."""
    text = sentence.folded
    yield from mentions(sentence, "multiple", figures(text, times))
    yield from mentions(sentence, "multiple", _doublings(text))


def times(text: str, numeral: Numeral) -> Reading | None:
    """Read 倍 behind `numeral`; 人一倍 is an idiom."""
    match = _BAI.match(text, numeral.end) or _X.match(text, numeral.end)
    if match is None or (numeral.text == "一" and text.endswith("人", 0, numeral.start)):
        return None
    end = match.end() - 1 if text.endswith("倍増", 0, match.end()) else match.end()
    return Reading(end, numeral.amount, "times")


def _doublings(text: str) -> Iterator[Figure]:
    for match in _ALONE.finditer(text):
        framed = frame(text, *match.span())
        yield Figure(framed.start, framed.end, Amount(Decimal(2), "times", framed.relation))


RECOGNISER = Recogniser(
    find,
    "How many times as much: 2.7倍, and 倍増 for 2倍.",
    takes={
        "利益は1.9倍に増えた。": "1.9倍 = 1.9",
        "販売は三・二倍の4万台だった。": "三・二倍 = 3.2",
        "受注は倍増した。": "倍増 = 2",
        "価格は倍以上になった。": "倍以上 = 2",
        "来場者は前年の倍だった。": "倍 = 2",
        "10倍から最大182倍の量が含まれる。": "10倍から最大182倍 = 10",
        "上限の3倍近い額だ。": "3倍近い = 3",
    },
    leaves={"倍率は高い。": "no number", "人一倍働いた。": "an idiom", "数倍に増えた。": "no amount can be told"},
    needs=gate(_BAI, _X, _ALONE),
)
