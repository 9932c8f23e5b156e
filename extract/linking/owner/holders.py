"""Whose line it is by an ordinary noun: 上場企業の純利益, 部品メーカーの営業利益, 愛知県の税収, 国内勢も2兆円を投じる.

`holder_of` takes a reading, a value and its measure. Leaves nouns that point back at a firm (同社, 自社, 子会社) and those
that only stand for a market or a time.
"""

from __future__ import annotations

import re

from jijitsu.extract.linking.entity.endings import OF_PERIOD
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.modality import CLAUSE
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

_WHO = (
    r"(?P<who>(?<![一-鿿ァ-ヺーA-Za-z0-9])[一-鿿ァ-ヺーA-Za-z・]{1,14}"
    r"(?:企業|会社|メーカー|業界|各社|他社|商店街|農家|世帯|銀行|業者|百貨店|県|市|町|村|大学|病院|組合|団体|法人|学校|球団|クラブ)|家計)"
)
_HOLDS = regex(rf"{_WHO}(?:全体)?{OF_PERIOD}の(?:連結|最終|年間|累計|総)*$")
_ACTS = regex(r"(?:^|[、。])(?P<who>[一-鿿ァ-ヺー]{2,8}(?:勢|各社|企業))[はも]")
_BACK = regex(
    r"^(?:同|当|自|親|両|各|本|全)|^(?:子|孫|関連|持ち株|運営|持株)?会社$|市場$|都市$|^株式|調査会社$|証券会社$|格付け会社$"
)


_PUT_TO = regex(r"の[^、。はがもを0-9]{1,16}(?:に(?!対)|へ(?!の)|として|のため)")
"""中学校の給食費の無償化に2億円を計上した: whoever puts money to it has the money."""
_RATERS = regex(r"^証券|アナリスト")
_FORESEEN = ("予想", "見通し", "予測", "見込み")


def holder_of(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """The noun that has the line, or acts, in the value's clause; () where none does."""
    if measure.family not in {"financial", "delivery"}:
        return ()
    folded = reading.folded
    found: list[tuple[re.Match[str], int]] = []
    if measure.start > 0 and measure.end <= value.start and not _PUT_TO.match(folded, measure.end):
        found = [(m, measure.end) for m in _HOLDS.finditer(folded, max(0, measure.start - 40), measure.start)]
    found += [(m, m.end()) for m in _ACTS.finditer(folded, 0, value.start)]
    for match, end in found:
        if _RATERS.search(match["who"]) and folded.startswith(_FORESEEN, end):
            continue  # 証券各社の営業利益予想の平均
        if not CLAUSE.search(folded, end, value.start) and not _BACK.search(match["who"]):
            return (_subject(reading, *match.span("who")),)
    return ()


def _subject(reading: Reading, start: int, end: int) -> Subject:
    written = reading.scene.sentence.text[start:end]
    return Subject(written, reading.folded[start:end], None, "other")
