"""Whose a sum is that somebody gives: of who gets it (被災者に県から5万円が支給される), else of the giver (会から200万円が支払われる).

`given_by` takes a reading and a value, and leaves what comes from nobody (全国から1億円が寄せられた) or out of a purse (予算から).
`handed_over` reads the clause that describes the sum: 検察は、後援者が側近に渡した300万円を is the patron's, and not theirs who ask.
"""

from __future__ import annotations

from jijitsu.extract.linking.entity.shortening import ends_as_house
from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.linking.subject.nobody import is_no_payer, is_nobody
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

_GIVEN = regex(
    r"(?:余り|ほど|程度|相当|以上)?(?:の[^、。はが0-9]{1,12})?が(?:[^、。はが]{0,8}?)(?:支払わ|払わ|支給さ|交付さ|給付さ|贈ら|贈呈さ|授与さ|寄付さ|提供さ|拠出さ|補助さ|助成さ|振り込ま|渡さ|寄せら)れ"
)
_FROM = regex(
    r"」?から(?:は|も)?、?(?:[^、。はがを0-9]{0,14}(?:に(?:対し(?:て)?)?、?))?(?:[^、。はがを0-9]{0,10}として)?(?:[0-9]{4}年に|[0-9]{1,2}月に)?"
    r"(?:毎[年月]|年間|最大で?|上限|合計|計|総額|1[人件世帯カ所]{1,3}(?:当たり|あたり)|[一-鿿]{0,6}(?:金|報酬|手当|謝礼|費用|現金)(?:など)?)*(?:約|およそ)?$"
)
_TO = regex(r"」?(?:に(?:は|も|対し)|へ)、?")
_GETS = regex(
    r"(?:人|者|員|さん|氏|世帯|家族|住民|遺族|選手|チーム|監督|団体|農家|店|会社|企業|国|県|市|町|村|社|側|会|議員|学生|生徒)$"
)


# 後援者が知事の家族に対して提供した, 会社が秘書に手渡した現金
_HANDED = regex(
    r"(?:^|[、。])(?P<who>[^、。はがも「」0-9]{1,16})が、?[^、。はがも「」0-9]{1,20}(?:に対し(?:て)?|に|へ)(?:[0-9]{4}年に|[0-9]{1,2}月に|毎月|秘密裏に|現金で)?"
    r"(?:提供し|渡し|手渡し|払っ|支払っ|送っ|贈っ|貸し|貸し付け|寄付し|献金し|送金し|振り込ん|融通し|支出し|供与し|差し出し|与え)(?:て?い)?[ただ](?:とされる|とみられる|という)?(?:現金|資金)?(?:計|約|総額|およそ|合計)*$"
)


def handed_over(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """Return who handed the sum over, by the name or the noun that the clause in front of it has."""
    folded = reading.folded
    handed = _HANDED.search(folded, max(0, value.start - 70), value.start) if value.mention.type == "money" else None
    if handed is None:
        return ()
    known = next((c for c in reading.names if c.end == handed.end("who") and c.type != "country"), None)
    if known is not None:
        return known.subjects[:1]
    giver = next((p for p in phrases(reading.scene.sentence.text) if p.end == handed.end("who")), None)
    if giver is None or is_no_payer(giver.text) or is_nobody(giver.text):
        return ()
    return (Subject(giver.text, giver.text, None, "other"),)


def given_by(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """Return who gets the sum or gives it, where somebody gives it."""
    folded = reading.folded
    if value.mention.type != "money" or not _GIVEN.match(folded, value.tail):
        return ()
    source = _FROM.search(folded, max(0, value.start - 40), value.start)
    if source is None:
        return ()
    found = [p for p in phrases(reading.scene.sentence.text) if p.end <= value.start]
    payees = [p for p in found if p.thing and len(p.text) > 1 and _GETS.search(p.text) and _TO.match(folded, p.end)]
    if payees:
        return (Subject(payees[-1].text, payees[-1].text, None, "other"),)
    known = next((c for c in reading.names if c.end == source.start()), None)
    if known is not None:
        return known.subjects[:1]
    giver = next((p for p in found if p.end == source.start() and (p.thing or ends_as_house(p.text))), None)
    if giver is None or is_no_payer(giver.text) or is_nobody(giver.text) or _NO_GIVER.search(giver.text):
        return ()
    return (Subject(giver.text, giver.text, None, "other"),)


def of_next(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """優勝したカガリFCには賞金5000万円、準優勝の海原にも3000万円が贈られた: of the next who gets a share of it."""
    if value.mention.type != "money":
        return ()
    given = _NEXT.search(reading.folded, max(0, value.start - 40), value.start)
    if given is None or not _SHARED_OUT.search(reading.folded):
        return ()
    known = next((c for c in reading.names if c.end == given.end("who")), None)
    if known is not None:
        return known.subjects[:1]
    written = reading.scene.sentence.text[slice(*given.span("who"))]
    found = next((p for p in phrases(reading.scene.sentence.text) if p.end == given.end("who")), None)
    name = found.text if found is not None else written  # 三星: no noun by its words
    return () if is_nobody(name) else (Subject(name, name, None, "other"),)


_NEXT = regex(
    r"[0-9万億](?:円|ドル|ユーロ|ポンド|元|ウォン)(?:が|を)?、[^、。はがも「」0-9]{0,12}?(?P<who>[^、。はがもの「」0-9]{2,16})に(?:は|も)?、?(?:賞金|報奨金|優勝賞金|それぞれ)?(?:約)?$"
)
_SHARED_OUT = regex(r"賞金|報奨金|(?:贈ら|与えら|支払わ|(?:授与|贈呈|分配|配分|支給)さ)れ")
_NO_GIVER = regex(
    r"^(?:全国|各地|国内外?|海外|世界(?:中)?|周囲|一部)$|(?:口座|財布|金庫|予算|基金|会計|時点|[年月日時期])$"
)
