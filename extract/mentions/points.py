"""Points of an index or a rate: a number with ポイント, ベーシスポイント or bp behind it.

Whether a ポイント is a percentage point is told by what it changes, so linking decides that; %ポイント says it itself.
ベーシスポイント and bp keep their name as the unit.
"""

from __future__ import annotations

from collections.abc import Iterator

from jijitsu.extract.gates import gate
from jijitsu.extract.numbers.figures import Reading, figures, mentions
from jijitsu.extract.numbers.numerals import Numeral
from jijitsu.extract.parts import Recogniser
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Setting
from jijitsu.schemas.mention import Mention
from jijitsu.schemas.sentence import Sentence

_POINT = regex(
    r" ?(?:(?P<share>(?:%|パーセント) ?・?(?:ポイント|pt))|(?P<basis>ベーシス・?ポイント|bps?(?![A-Za-z]))"
    r"|ポイント(?!カード|サイト|ガード|シュート|ショット|ライン|フィールド|プレー|コンバージョン|を[0-9]{1,2}本)|pts?(?![A-Za-z])|points?(?![A-Za-z]))"
)


def find(sentence: Sentence, setting: Setting) -> Iterator[Mention]:
    """Yield the points of a sentence."""
    return mentions(sentence, "points", figures(sentence.folded, points, band=True))


def points(text: str, numeral: Numeral) -> Reading | None:
    """Read ポイント behind `numeral`."""
    match = _POINT.match(text, numeral.end)
    if match is None:
        return None
    unit = "percentage_point" if match["share"] else match["basis"] or "points"
    return Reading(match.end(), numeral.amount, unit)


RECOGNISER = Recogniser(
    find,
    "Points of an index or a rate.",
    takes={
        "TOPIXは14.62ポイント安で終えた。": "14.62ポイント = 14.62",
        "利回りは６ｂｐ上昇した。": "６ｂｐ = 6",
        "25ベーシスポイントの利下げを決めた。": "25ベーシスポイント = 25",
        "シェアは約0.6ポイント上がった。": "約0.6ポイント = 0.6",
        "支持率は3パーセントポイント下がった。": "3パーセントポイント = 3",
    },
    leaves={
        "ポイントを押さえる。": "no number",
        "2ポイントカードを作る。": "a card",
        "3ポイントシュートを決めた。": "a throw",
    },
    needs=gate(_POINT),
)
