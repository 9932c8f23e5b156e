"""What a bare sum goes on about: 新庁舎は5階建てで、来年完成する。総事業費は60億円。 is the new town hall's.

`carried` takes a reading, a value and its measure, and returns the ordinary noun that the sentences before were about. It
leaves sums with an owner beside them (市の建設費), and articles in which a firm is spoken of: that firm comes first.
"""

from __future__ import annotations

import re
from functools import cache

from jijitsu.extract.lexicon import either, words
from jijitsu.extract.linking.sentence.phrases import Phrase, phrases
from jijitsu.extract.linking.subject.nouns import is_nobody
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.subject.subjects import tells_of_others
from jijitsu.extract.linking.subject.topics import AUTHORITY
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.morphology import tokens
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

_OPENS = regex(r"(?:^|[、。])(?:(?:一般|特別)会計|歳[出入]|当初予算|新年度予算|今年度|新年度|基金)?の?$")
_TELLERS = regex(
    r"[側席面]$|(?:担当|関係|責任)者$|アナリスト$|エコノミスト$|記者$|(?:社|会|所|支店)長$|頭取$|知事$|市長$|大統領$|首相$|大臣$|長官$|議長$|総裁$"
)
"""担当者は…とみている: who speaks of sums owes none of them."""
_BACK = regex(r"^(?:同|当|弊|この|その|これ|それ)")
_ACCOUNT = regex(r"会計$|歳[出入]$|予算案?$|^基金$")
_SAME = regex(r"^(?:同|この|その)(?=[^社氏行店校者]{2})")
_PARTICLES = ("は", "には", "では", "が")


def carried(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """Return what the last sentences were about, if the value's own has nothing but a bare sum; else ()."""
    bare = _sum_of(reading, value) if measure.family == "financial" else None
    if bare is None:
        return ()
    if _BUILDING.search(bare.text) and (work := _work(reading) or _new_work(reading)) is not None:
        return (Subject(work, work, None, "other"),)
    for scene in reversed(reading.discourse.lately):
        if scene.sentence.role in {"body", "bullet"} and (noun := _topic(scene.sentence.text)) is not None:
            noun = _SAME.sub("", noun)  # 同駅舎は: the station building
            return () if _BACK.match(noun) else (Subject(noun, noun, None, "other"),)
    return ()


def of_work(reading: Reading, value: Value, measure: Measure, meant: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """新球場の案が選ばれた。…ライトスタンドは芝生とする。事業費は129億円: of what is built, not of its last part; else `meant`."""
    bare = _sum_of(reading, value) if measure.name in {"cost", "capex"} else None
    if bare is None or not _BUILDING.search(bare.text) or not meant or meant[0].type not in {"other", "country"}:
        return meant
    if meant[0].type == "country":
        return carried(reading, value, measure) or meant  # 運河を拡張する。建設費用は52億ドル: no land's
    work = _new_work(reading)
    return (Subject(work, work, None, "other"),) if work is not None else meant


def part_of(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """市長は5000万円を受け取った。このうち1000万円は…、残りの4000万円は…: whose the whole was."""
    last, sentence = reading.discourse.last, reading.scene.sentence
    if value.mention.type != "money" or last is None or sentence.index - last[0] > 1:
        return ()
    if not _PART_OF.match(reading.folded, 0, value.start) or _ANOTHER.match(reading.folded, value.tail):
        return ()
    return (last[1],) if last[1].type in {"company", "person", "other", "country", "product", "group"} else ()


_PART_OF = regex(
    r"\s{0,2}(?:また、?|なお、?|さらに)?(?:(?:この|その)?うち(?:の|、)?|残る|残りの?"
    r"|(?:この|その)?(?:総?(?:工|事業|建設|整備|改修)?費用?|総額|全体|負債|債務|予算|資金)の(?:うち|(?:約|ほぼ|およそ)?[0-9.]{1,5}[%割](?:強|弱|近く|余り)?(?:に(?:あたる|当たる|相当する)|を占める|の))、?)(?:約|およそ|少なくとも)?\Z"
)
_ANOTHER = regex(r"(?:余り|ほど|程度)?(?:を|は|については)、?[^、。はが0-9]{1,16}が")
"""うち1億円は国が負担する: who bears that part."""


def told_of_itself(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """京都市によると、工費2億円をかけて球場を改修する; 市では、90億円の一部に充てる考えだ: the body that tells what it does itself."""
    folded, found = reading.folded, phrases(reading.scene.sentence.text)
    teller = _TOWN_TELLS.search(folded, 0, value.start) if _OWN_DEED.match(folded, value.tail) else None
    if teller is None and _IS_TO_DO.search(folded, value.tail):
        teller = _AT_BODY.match(folded, 0, value.start)
    if value.mention.type != "money" or teller is None:
        return ()
    town = next((p for p in found if p.end == teller.end("who")), None)
    others = [p for p in found if teller.end() <= p.start < value.start and p.thing]
    if town is None or AUTHORITY.search(town.text) or any(p.particle[:1] in {"は", "が"} for p in others):
        return ()
    return (Subject(town.text, town.text, None, "other"),)


_BODY = r"[都道府県市区町村国省庁局]|政府|委員会|理事会|協会|連盟|組合|大学|機構"
_TOWN_TELLS = regex(
    rf"(?:^|[、。])(?P<who>[^、。はがをに0-9]{{0,20}}(?:{_BODY}))(?:の[^、。はが]{{1,8}})?に(?:よると|よれば|よりますと)、?"
)
_AT_BODY = regex(
    rf"(?:(?:しかし|また|一方|なお|このため|これを受け)、?)?(?:[^、。]{{1,24}}によ(?:ると|れば|りますと)、?)?(?P<who>[^、。はがをに0-9]{{0,20}}(?:{_BODY}))では、?"
)
_IS_TO_DO = regex(
    r"(?:方針|考え|予定|計画|検討|決め|決定|認め|計上|盛り込|募集|公募|支給し|支払って|助成し|補助し|徴収し)"
)
_OWN_DEED = regex(r"(?:余り|ほど|程度|以上)?を(?:かけ|投じ|投入し|充て|計上|補助|助成|負担|支給|支出|拠出|盛り込)")


def has_no_purse(reading: Reading, subject: Subject, value: Value) -> bool:
    """True for what owes and earns nothing: an election, a plan, a trial; a person, where the sums are of a budget."""
    if subject.type == "company" or subject.name in reading.folded[: value.start]:
        return False
    if subject.type == "person":
        return _BUDGETED.search(reading.folded, 0, value.start) is not None
    return _NO_PURSE.search(subject.name) is not None


_NO_PURSE = regex(r"(?:選|選挙|コンペ|総会|会議|会見|演説|集会|デモ|裁判|訴訟|プラン|構想|条例|法案|改正案)$")
_BUDGETED = regex(r"(?:予算案?|歳出|歳入|(?:全体の|年間の|総)支出|財政|税収|市債|県債|補助金)(?:は|が|の|から|を)")


def _work(reading: Reading) -> str | None:
    """What is built, named last: コンペで新球場の案が選ばれた。…席は芝生とする。事業費は129億円 is the stadium's."""
    for scene in reversed(reading.discourse.lately):
        works = [p.text for p in phrases(scene.sentence.text) if p.thing and _WORK.search(p.text)]
        if works:
            return _SAME.sub("", works[-1])
    return None


def _new_work(reading: Reading) -> str | None:
    """The new building that an earlier sentence tells of: 新球場."""
    told = (s for s in reading.discourse.scenes if s.sentence.start < reading.scene.sentence.start)
    found = (_NEW.search(scene.sentence.text) for scene in told)
    return next((match.group() for match in found if match is not None), None)


_BUILDING = regex(r"(?:事業|工|工事|建設|建造|整備|改修|修復|拡張|建て替え)費用?$")
_WORKS = (
    r"(?:球場|競技場|スタジアム|工場|発電所|大?橋|道路|新駅|駅舎|庁舎|校舎|病院|美術館|博物館|図書館|会館|体育館|トンネル|ダム|空港|新線|タワー|ホール"
    r"|センター|施設|水族館|動物園|焼却場|処理場|住宅|団地)"
)
_WORK = regex(rf"[一-鿿ァ-ヺー]{_WORKS}$")
_NEW = regex(rf"(?<![更革刷])新[一-鿿ァ-ヺー]{{0,6}}?{_WORKS}")


def is_sum(text: str) -> bool:
    """True for a word that says what money is for, not whose it is: 総事業費, 金額, 初期費用; not 現金給与総額, which is told of itself."""
    return _sums().fullmatch(text) is not None and not text.endswith("給与総額")


@cache
def _sums() -> re.Pattern[str]:
    return regex(rf"(?:総|初期|年間|最終|概算|当初|追加|[一-鿿]{{2}}){{0,2}}(?:{either(words('pricing')['sums'])})")


def _sum_of(reading: Reading, value: Value) -> Phrase | None:
    """The bare sum that opens its clause in front of the value, if no topic stands before it."""
    found = [p for p in phrases(reading.scene.sentence.text) if p.end <= value.start]
    for number, phrase in enumerate(found):
        if is_sum(phrase.text) and phrase.particle[:1] in {"は", "が", "も", ""}:
            opens = _OPENS.search(reading.folded[: phrase.start])
            alone = not any(p.thing and p.particle[:1] in {"は", "も"} for p in found[:number])
            return phrase if opens and alone else None
    return None


def _topic(text: str) -> str | None:
    """The noun that a sentence is about: before は first, whose the sum or the measure is (新駅の総工費は: 新駅)."""
    found = [p for p in phrases(text) if p.thing]
    for particle in _PARTICLES:
        for number, phrase in enumerate(found):
            if particle == "には" and _is_spot(phrase.text):
                continue
            if phrase.particle != particle or AUTHORITY.search(phrase.text) or tells_of_others(phrase.text):
                continue
            holder = found[number - 1] if number and found[number - 1].end + 1 == phrase.start else None
            if holder is not None and holder.particle == "の" and _measured(phrase.text):
                phrase = holder
            elif _measured(phrase.text):
                continue
            if _ACCOUNT.search(phrase.text) or _TELLERS.search(phrase.text) or tells_of_others(phrase.text):
                continue
            if _BACK.match(phrase.text) or not is_nobody(phrase.text):
                return phrase.text
    return None


def _is_spot(text: str) -> bool:
    """True for where something was done, which costs nothing: 山頂には50分間滞在した。遠征費用は1億円だった."""
    return _SPOT.search(text) is not None or all("地名" in word.detail for word in tokens(text))


_SPOT = regex(r"(?:山頂|頂上|屋上|会場|現場|入り?口|店頭|[室館場構園社校店市県町]内|周辺|付近|場所|当日|[日月年])$")


def _measured(text: str) -> bool:
    return is_sum(text) or _attributes().search(text) is not None


@cache
def _attributes() -> re.Pattern[str]:
    held = words("counted")
    return regex(rf"(?:{either([*held['held'], *held['attributes'], *held['public']])})$")
