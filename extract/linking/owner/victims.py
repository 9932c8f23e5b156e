"""Whose a loss is that somebody was cheated or robbed of: 会社員が投資を持ちかけられ、4300万円をだまし取られた."""

from __future__ import annotations

from jijitsu.extract.linking.owner.owners import DESCRIBES
from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

_ROBBED = regex(
    r"(?:相当|分|余り|以上|ほど)*\)?(?:の[^、。はがを0-9]{1,12})?を[^、。はが]{0,14}?(?:だまし取|騙し取|脅し取|盗|奪)(?:ら|ま|わ)?れ"
)
_VICTIM = regex(
    r"(?:男性|女性|会社員|従業員|社員|職員|夫婦|夫妻|夫|妻|主婦|高齢者|利用者|住民|客|学生|生徒|経営者|役員|社長|店主|農家|被害者|さん|氏|店|会社|組合|大学|病院|[市町村])$"
)


def robbed(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """Who lost it: nobody of a clause that only describes (知り合った女を名乗る人物から)."""
    folded = reading.folded
    if value.mention.type != "money" or not _ROBBED.match(folded, value.tail):
        return ()
    for phrase in reversed(phrases(reading.scene.sentence.text)):
        if phrase.end > value.start or phrase.particle[:1] not in {"は", "が", "も"} or not _VICTIM.search(phrase.text):
            continue
        if (
            phrase.particle[:1] != "は"
            and DESCRIBES.search(folded, phrase.end, value.start)
            and not _FROM.search(folded, phrase.end, value.start)
        ):
            continue
        known = next((c for c in reading.names if c.start <= phrase.start and phrase.end <= c.end + 2), None)
        return known.subjects[:1] if known is not None else (Subject(phrase.text, phrase.text, None, "other"),)
    return ()


_FROM = regex(r"から|ら?れ、|され")
"""男性が…と名乗る男から電話を受け: the clause within is of whoever did it to him."""
