"""Whose a sum is that another is set against: 市の希望額2億円に対し、岬食品は3億円を示した; 組合の要求額1万円に対して、会社側は9000円と答えた.

`asked_for` takes a reading and a value, and returns who asks, hopes for or fixes the first of the two, by its name or its noun.
"""

from __future__ import annotations

from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.linking.subject.nobody import is_nobody
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

_AGAINST = regex(
    r"(?:以上|以下|超|前後|程度)?(?:・?[^、。はがも「」]{0,10}の[^、。はが「」0-9]{1,8})?(?:に(?:対し|対する|比べ|届か|達し)|を(?:上回|下回)|と(?:比べ|の隔た|の差))"
)
_ASKED = regex(
    r"(?:^|[、。はがも]|よると|に対し(?:て)?)(?P<who>[^、。はがもの「」0-9]{1,16})(?:の(?:最低|当初|年間|新年度|予算)?|が(?:求める|希望する|示した|提示した|要求する|想定する)|の求める)"
    r"(?:(?:最低|年間)?(?:希望|要求|請求|予定|見積もり?|上限|最低|提示|予算要求|概算要求)[^、。はがも「」0-9]{0,6}|[^、。はがも「」0-9]{0,4}(?:価格|金額|総額|条件|額))(?:の|は|である)?(?:約|計|総額|年)?$"
)


def asked_for(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """Return who asks for the sum that another answers; nobody where no other is set against it."""
    folded = reading.folded
    if value.mention.type != "money" or not _AGAINST.match(folded, value.tail):
        return ()
    asked = _ASKED.search(folded, max(0, value.start - 48), value.start)
    if asked is None:
        return ()
    start, end = asked.span("who")
    known = next((c for c in reading.names if start <= c.start and c.end == end), None)
    if known is not None:
        return known.subjects[:1]
    who = next((p for p in phrases(reading.scene.sentence.text) if p.end == end), None)
    if who is None or is_nobody(who.text) or not _SOMEBODY.search(who.text):
        return ()
    return (Subject(who.text, who.text, None, "other"),)


_SOMEBODY = regex(
    r"(?:[市県区町村国州省庁]|政府|組合|労組|会社|側|者|人|員|手|主|大学|協会|団体|連盟|球団|クラブ|遺族|被害者|住民|原告|被告|選手|監督|メーカー|銀行|業界)$"
)
