"""Whose a figure is that another is held against: 粗利率は48%と、国内同業の30%前後を引き離す; the peers' and not the firm's.

Leaves what is only a share of them (業界の3割を占める) and what they do (競合の3社が値上げした).
"""

from __future__ import annotations

from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

_KINDS = frozenset({"percent", "money", "points", "duration"})


def of_peers(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """Return the peers whose figure this is; nobody where it is not held against another."""
    if value.mention.type not in _KINDS:
        return ()
    who = _PEERS.search(reading.folded, max(0, value.start - 30), value.start)
    if who is None or not (who["average"] or _HELD_AGAINST.match(reading.folded, value.tail)):
        return ()
    if who["average"] and value.mention.type == "money":
        return ()  # 業界平均は300円: the line says whose
    text = reading.scene.sentence.text[slice(*who.span("who"))]
    return (Subject(text, text, None, "group"),)


_PEERS = regex(
    r"(?<![一-鿿ァ-ヺ])(?P<who>(?:(?:国内|海外|中国|米国|欧米|欧州|日本|世界|地元)の?)?(?:同業(?:他社|各社|大手)?|競合(?:他社|各社|大手|企業|店)?|(?:小売り?|外食|製造|建設|金融|銀行)?業界|他社|大手[2-9]社|ライバル(?:企業|各社|社)?|大手各社|同業種))"
    r"(?:全体)?(?:(?P<average>の?平均値?(?:の|は|が|である|とされる)?)|の)(?:約|およそ)?$"
)
_HELD_AGAINST = regex(
    r"(?:程度|余り|台|前後|未満|以上)?(?:を(?:大きく|大幅に|やや|わずかに|はるかに|約?[0-9.]{1,5}(?:ポイント|%))?(?:上回|下回|引き離|超え|しのい|しのぐ|凌|抜)|より|に比べ|と比べ|に対し|の(?:半分|半額|約?[0-9.]{1,4}倍)|に(?:迫|並|及ば|届|見劣|対して))"
)
