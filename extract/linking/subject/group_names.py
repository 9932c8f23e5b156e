"""What several firms are called that are told of together."""

from __future__ import annotations

from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.subject.subjects import STRONG
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

_SORT = r"[一-鿿ァ-ヺーA-Z]{2,14}(?<![約計全他各同両当上下])"
_HEADING = regex(rf"[ 　]?(?P<who>{_SORT}[0-9]{{1,2}}(?:社|行|グループ))、")


def heading_group(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """ビール大手4社、2月の販売5%増: the firms together that a headline begins with, unless it goes on to name one."""
    if reading.scene.sentence.role not in {"headline", "bullet"}:
        return ()
    found = _HEADING.match(reading.folded, 0, value.start)
    if found is None or any(found.end() <= c.start < value.start and c.strength >= STRONG for c in reading.names):
        return ()
    return (Subject(reading.scene.sentence.text[slice(*found.span("who"))], found["who"], None, "group"),)
