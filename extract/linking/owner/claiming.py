"""Whose money at law is: who asks for it. 妻が、ドアを設計した岬電機に5400万円の損害賠償を求めた訴訟 is the wife's.

`claimed` takes a reading and a value. It reads 賠償, 慰謝料 and money to be paid or given back that somebody asks of somebody, and
takes the first person or body in front of it that acts; a sentence that names nobody goes on about who sued in the ones before
(住民が県を訴えた。1人5万円の慰謝料を求めていた). It leaves what a court orders (支払いを命じた) and who is asked (請求された).
"""

from __future__ import annotations

from jijitsu.extract.linking.entity.shortening import ends_as_house
from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.subject.subjects import STRONG, Candidate
from jijitsu.extract.linking.subject.topics import AUTHORITY
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene
from jijitsu.schemas.claim import Subject

_ASKS = r"(?:求め|請求(?:し|す|を起こ))(?!られ|され)"
_MONEY = r"損害賠償|賠償|慰謝料|補償|支払い?|返還|残業代|未払い賃金|弁済"
# 1億円の損害賠償を求め, 慰謝料など300万円を求め, 900万円を市に返還するよう求め
_ASKED = regex(
    rf"(?:あまり|余り|以上|相当|など)?(?:の(?:国家)?(?:{_MONEY})[^、。はが0-9]{{0,12}}を(?:[^、。はが0-9]{{1,14}}に)?{_ASKS}"
    rf"|を[^、。はが0-9]{{0,14}}(?:賠償|返還|支払|払|弁済|返)[^、。はが0-9]{{0,4}}よう[^、。はが0-9]{{0,10}}{_ASKS}|など?を{_ASKS}|を{_ASKS})"
)
_AT_LAW = regex(r"損害賠償|慰謝料|訴え|訴訟|提訴|裁判|原告|返還するよう|支払うよう|未払い|残業代")
_ACTING = frozenset({"は", "が", "も", "では"})
_WHO = regex(
    r"(?:ら|側|[人夫妻父母親子弟姉兄妹]|夫婦|夫妻|息子|長[男女]|男性|女性|者|遺族|家族|住民|[市町村区県都府道]民|[社職会議店組教役隊部]員|従業員|生徒|学生|児童|園児|患者|団体|[会社店市町村県国団党組省]|組合|企業|銀行"
    r"|政府|メーカー|グループ|教諭|医師|メンバー|法人|さん|氏)$"
)
_SO_MANY = regex(
    r"(?:ら)?[0-9]{1,4}(?:人|名|社|世帯)(?:と[^、。はがも]{1,16})?(?:が|は|も)"
    r"|(?:\([^()]{1,20}\))?と[^、。はがも0-9]{1,12}の(?:計|合わせて)[0-9]{1,4}人(?:が|は)"
)
_AGED = regex(r"(?:ら)?(?:\([^()]{1,24}\))?(?:ら)?(?:[0-9]{1,4}人)?(?:が|は|も)")
# 岬電機が設計した浜工業: its clause is of another noun
_OF_NOUN = regex(r"[」』]?(?:[はがも])[^、。]{0,24}?(?:した|された|ていた|ている|する)(?=[一-鿿ァ-ヶA-Z「])")
_SUED = regex(
    r"(?:を|に|と)[^。]{0,40}?(?:訴え|提訴|相手取|訴訟を起こ|裁判を起こ|賠償を求め|賠償請求)|訴訟を起こ|提訴し|訴えを起こ"
)
_PLAINTIFF = regex(r"(?P<who>原告(?:側|団|ら|の[^、。はがもを]{1,8})?)(?:[はがもにのら]|を)")


def claimed(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """Return who asks for the money; nobody where it is not asked for at law."""
    folded = reading.folded
    if value.mention.type != "money" or not _ASKED.match(folded, value.tail):
        return ()
    lately = reading.discourse.before[-_FAR:]
    said = (folded, *(scene.sentence.folded for scene, _ in lately))
    if not any(_AT_LAW.search(text) for text in said[: 1 + _FAR]):
        return ()
    if found := _first(reading.scene, reading.names, value.start):
        return found
    if any(
        p.particle[:1] in {"は", "が"} and p.thing for p in phrases(reading.scene.sentence.text) if p.end <= value.start
    ):
        return ()
    for scene, names in reversed(lately):
        if told := _PLAINTIFF.search(scene.sentence.folded):
            return (Subject(told["who"], told["who"], None, "other"),)
        sued = _SUED.search(scene.sentence.folded)
        if sued is not None and (found := _first(scene, names, sued.end())):
            return found
    return ()


_FAR = 3


def _first(scene: Scene, names: tuple[Candidate, ...], end: int) -> tuple[Subject, ...]:
    """The first person or body that acts in front of `end`, unless its clause describes a noun."""
    folded = scene.sentence.folded
    found = [
        (c.start, c.subjects[:1]) for c in names
        if c.end <= end and c.strength >= STRONG and c.type in _PARTIES and c.particle in _ACTING
        and not AUTHORITY.search(c.text) and not _OF_NOUN.match(folded, c.end, end)
    ]  # fmt: skip
    found += [
        (p.start, (Subject(p.text, p.text, None, "other"),)) for p in phrases(scene.sentence.text)
        if p.end <= end and (_WHO.search(p.text) or ends_as_house(p.text)) and not AUTHORITY.search(p.text)
        and (p.particle in _ACTING or _SO_MANY.match(folded, p.end) or _AGED.match(folded, p.end))
        and not _OF_NOUN.match(folded, p.end, end) and not any(c.start < p.end and p.start < c.end for c in names)
    ]  # fmt: skip
    reasons = [match.end() for match in _REASON.finditer(folded, 0, end)]
    own = [one for one in found if reasons and one[0] >= reasons[-1]]
    return min(own or found, key=lambda one: one[0])[1] if found else ()


_REASON = regex(r"[だいたるれ]として、")
"""会社側が説明を怠ったとして、客ら12人が: what is sued for lies in front of who sues."""


_PARTIES = frozenset({"company", "person", "other", "group"})
