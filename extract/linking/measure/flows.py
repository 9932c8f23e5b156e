"""What goes on with a flow of money: ETFは4億ドルの純流出。青葉のAB1だけで2億ドルに上り、岬のMS2が1億ドルで続いた; 清算は4億ドル、うちロングが3億ドル.

Leaves sums that are done something else with (3億ドルを調達した), that have a word of their own, and prices, which are far smaller.
"""

from __future__ import annotations

from collections.abc import Sequence

from jijitsu.extract.linking.figure import Figure
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

_FLOWS = frozenset({"流入", "流出", "純流入", "純流出", "清算", "強制清算", "ロスカット", "強制ロスカット", "強制決済"})
_SMALLEST = 200
_PRICED = frozenset({"crypto", "index", "currency", "commodity"})


def flow_goes_on(
    before: Sequence[Figure], reading: Reading, value: Value
) -> tuple[Measure, tuple[Subject, ...]] | None:
    """The flow that a bare sum is a part of, and whose part it is."""
    if closed := _closed(reading, value):
        return closed
    last, sentence = before[-1] if before else None, reading.scene.sentence
    if last is None or last.measure not in _FLOWS or value.mention.type != "money":
        return None
    same = last.sentence == sentence.index
    if not same and (sentence.index - last.sentence != 1 or sentence.paragraph != reading.discourse.paragraph):
        return None
    if last.amount.unit != value.amount.unit or abs(value.amount.amount) * _SMALLEST < abs(last.amount.amount):
        return None
    since = last.mention.end - sentence.start if same else 0
    worded = any(since <= m.start < value.start for m in reading.measures)
    if worded or _PLAIN.match(reading.folded, value.tail) is None:
        return None
    who = _WHO.search(reading.folded, since, value.start)
    if who is None:
        return None
    return Measure(last.family, last.measure), _part(reading, *who.span("who"))


def _closed(reading: Reading, value: Value) -> tuple[Measure, tuple[Subject, ...]] | None:
    """ロング5億ドルが清算された, 2億ドルのショートが強制決済に: what bets were closed, and on which side."""
    found = _CLOSED.match(reading.folded, value.tail) if value.mention.type == "money" else None
    side = _SIDE.search(reading.folded, max(0, value.start - 16), value.start) if found is not None else None
    if found is None or not (side or found["side"] or found["what"].startswith("強制")):
        return None
    at = side.span("who") if side is not None else found.span("side") if found["side"] else None
    return Measure("quantity", found["what"]), _part(reading, *at) if at is not None else ()


_CLOSED = regex(
    r"(?:余り|超|近く|規模)?(?:相当|分)?(?:の(?P<side>(?:ロング|ショート)(?:ポジション)?))?(?:が|の)(?P<what>(?:強制)?(?:清算|ロスカット|決済)|強制ロスカット)(?![額益])"
)
_SIDE = regex(r"(?P<who>(?:ロング|ショート)(?:ポジション)?)(?:勢)?(?:が|の|は|で|に)?(?:約|計|合計)?$")


def _part(reading: Reading, start: int, end: int) -> tuple[Subject, ...]:
    """Whose part it is: the name that ends there, else the words as written."""
    named = [c for c in reading.names if start <= c.start and c.end == end and c.type not in _PRICED]
    written = reading.scene.sentence.text[start:end]
    return named[-1].subjects[:1] if named else (Subject(written, written, None, "other"),)


# A time is nobody: 前の週は14億ドルの純流入だった.
_WHO = regex(
    r"(?:^|[、。(]|うち|内訳は|このうち)(?:内訳は|うち|このうち|中でも|特に|最大は|首位は)?、?(?!(?:前|昨|今|翌|先|去)の?[年月週日期回])(?P<who>[^、。はがをも0-9()「」]{1,24})(?:\([^()]{1,12}\))?"
    r"(?:が|は|も|だけで(?:も)?|単独で)(?:約|およそ|最大の)?$"
)
_PLAIN = regex(
    r"(?:余り|超|近く|規模|相当)?(?:に(?:上[っりる]|のぼ[っりる]|達[しす])|で|と(?:最大|最多|最も|な)|だった|、|。|$|が(?:これに|それに)?続|の(?:純)?(?:流入|流出)|\))"
)
