"""What a bare sum goes on about: 新庁舎は5階建てで、来年完成する。総事業費は60億円。 is the new town hall's.

`carried` takes a reading, a value and its measure, and returns the ordinary noun that the sentences before were about. It
leaves sums with an owner beside them (市の建設費), and articles in which a firm is spoken of: that firm comes first.
"""

from __future__ import annotations

import re
from functools import cache

from jijitsu.extract.lexicon import either, words
from jijitsu.extract.linking.agents import AUTHORITY
from jijitsu.extract.linking.measures import Measure
from jijitsu.extract.linking.nouns import is_nobody
from jijitsu.extract.linking.phrases import Phrase, phrases
from jijitsu.extract.linking.reading import Reading
from jijitsu.extract.linking.subjects import tells_of_others
from jijitsu.extract.linking.values import Value
from jijitsu.schemas.claim import Subject

_OPENS = re.compile(r"(?:^|[、。])(?:(?:一般|特別)会計|歳[出入]|当初予算|新年度予算|今年度|新年度|基金)?の?$")
_TELLERS = re.compile(
    r"[側席面]$|(?:担当|関係|責任)者$|アナリスト$|エコノミスト$|記者$|(?:社|会|所|支店)長$|頭取$|知事$|市長$"
)
"""担当者は…とみている: who speaks of sums owes none of them."""
_BACK = re.compile(r"^(?:同|当|弊|この|その|これ|それ)")
_ACCOUNT = re.compile(r"会計$|歳[出入]$|予算案?$|^基金$")
_SAME = re.compile(r"^(?:同|この|その)(?=[^社氏行店校者]{2})")
_PARTICLES = ("は", "には", "では", "が")


def carried(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """Return what the last sentences were about, if the value's own has nothing but a bare sum; else ()."""
    bare = _sum_of(reading, value) if measure.family == "financial" else None
    if bare is None:
        return ()
    if _BUILDING.search(bare.text) and (work := _work(reading)) is not None:
        return (Subject(work, work, None, "other"),)
    for scene in reversed(reading.discourse.lately):
        if scene.sentence.role in {"body", "bullet"} and (noun := _topic(scene.sentence.text)) is not None:
            noun = _SAME.sub("", noun)  # 同駅舎は: the station building
            return () if _BACK.match(noun) else (Subject(noun, noun, None, "other"),)
    return ()


def _work(reading: Reading) -> str | None:
    """What is built, named last: コンペで新球場の案が選ばれた。…席は芝生とする。事業費は129億円 is the stadium's."""
    for scene in reversed(reading.discourse.lately):
        works = [p.text for p in phrases(scene.sentence.text) if p.thing and _WORK.search(p.text)]
        if works:
            return _SAME.sub("", works[-1])
    return None


_BUILDING = re.compile(r"(?:事業費|工費|工事費|建設費|建造費|整備費|改修費)$")
_WORK = re.compile(
    r"[一-鿿ァ-ヺー](?:球場|競技場|スタジアム|工場|発電所|大?橋|道路|新駅|駅舎|庁舎|校舎|病院|美術館|博物館|図書館|会館|体育館|トンネル|ダム|空港|新線|タワー|ホール|センター|施設|水族館|動物園|焼却場|処理場|住宅|団地)$"
)


def is_sum(text: str) -> bool:
    """True for a word that says what money is for, not whose it is: 総事業費, 金額, 初期費用."""
    return _sums().fullmatch(text) is not None


@cache
def _sums() -> re.Pattern[str]:
    return re.compile(
        rf"(?:総|初期|年間|最終|概算|当初|追加|[一-鿿]{{2}}){{0,2}}(?:{either(words('pricing')['sums'])})"
    )


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


def _measured(text: str) -> bool:
    return is_sum(text) or _attributes().search(text) is not None


@cache
def _attributes() -> re.Pattern[str]:
    held = words("counted")
    return re.compile(rf"(?:{either([*held['held'], *held['attributes'], *held['public']])})$")
