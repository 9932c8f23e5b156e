"""Whose a sum is by what is done with it: who takes or gives it, whose president speaks, who makes what is sold."""

from __future__ import annotations

import re

import msgspec

from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.linking.subject.nobody import is_no_payer
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.subject.subjects import tells_of_others
from jijitsu.extract.linking.subject.things import reports
from jijitsu.extract.linking.subject.topics import LED, OF_YEAR
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject


def maker_of(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """あおば木工は椅子を年間3万脚つくる, タオル工場では1日に6000枚を織る: who makes and sells it."""
    makers = [
        p for p in phrases(reading.scene.sentence.text)
        if p.end <= value.start and p.thing and not is_no_payer(p.text) and not _PLACE_OR_TIME.search(p.text)
        and ((p.particle == "は" and "を" in reading.folded[p.end : value.start]) or (p.particle == "では" and _WORKSHOP.search(p.text)))
    ]  # fmt: skip
    return (Subject(makers[-1].text, makers[-1].text, None, "other"),) if makers else ()


_WORKSHOP = regex(r"(?:工場|工房|農園|牧場|酒蔵|蔵元|窯元|製作所|農場|[^今当]社|店)$")
_PLACE_OR_TIME = regex(r"[県市町村都府国年月日期]$|国内|海外|今回|今年")


def led(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """アオバの大沢社長は、売上高を1500億円に引き上げる目標を示した: the firm that the sentence's president leads."""
    firms = [
        c for c in reading.names if c.type == "company" and c.end <= value.start and LED.match(reading.folded, c.end)
    ]
    return firms[-1].subjects[:1] if firms and not tells_of_others(firms[-1].subjects[0].name) else ()


def in_the_words_of_its_chief(reading: Reading, value: Value) -> Reading:
    """岬商事の山野社長は「稼働率は6割まで落とす」と語った: what the words go on about is the firm of whoever says them."""
    speech = next((s for s in reading.speeches if s.type == "direct" and s.span.holds(value.mention.span)), None)
    if speech is None:
        return reading
    start, end = speech.start - reading.scene.sentence.start, speech.end - reading.scene.sentence.start
    firms = [
        c for c in reading.names
        if c.type == "company" and not start <= c.start < end and not tells_of_others(c.subjects[0].name)
        and (LED.match(reading.folded, c.end) or _RUNS.match(reading.folded, c.end))
    ]  # fmt: skip
    if len(firms) != 1 or firms[0].subjects[0] == reading.discourse.company:
        return reading
    return msgspec.structs.replace(
        reading, discourse=msgspec.structs.replace(reading.discourse, company=firms[0].subjects[0])
    )


# 岬製糖の日下所長は, ミナト汽船の梶山常務は; no analyst, who speaks of others
_RUNS = regex(
    r"(?:の|・)?[^、。はがも「」0-9]{0,24}(?:所長|工場長|専務|常務|取締役|執行役員|本部長|支配人|店長)(?:\([^()]{1,12}\))?[はがも]"
)


def of_namesake(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """ビルト社の追徴税額は2000万円, 岬物流の25年12月期の売上高は: a firm by a short name of its own, or by its business year."""
    if measure.start < 0:
        return ()
    held = _SHORT_NAME.search(reading.folded, 0, measure.start) or _of_year(reading, measure)
    name = reading.scene.sentence.text[held.start("firm") : held.end("firm")] if held else ""
    return (Subject(name, name, None, "company"),) if name else ()


_SHORT_NAME = regex(r"(?:^|[、。はがも])(?P<firm>(?:[ァ-ヺー]{2,}|[A-Za-z]{2,})社)の[^、。はがも]{0,6}$")


def _of_year(reading: Reading, measure: Measure) -> re.Match[str] | None:
    """The firm of a business year, for the measure right behind it and for those that follow: …の売上高は10億円、純損失は2億円."""
    if "月期" not in reading.folded:
        return None
    heads = [m.start for m in reading.measures if m.family == "financial" and 0 <= m.start <= measure.start]
    found = next((f for head in heads if (f := OF_YEAR.search(reading.folded, max(0, head - 40), head))), None)
    return None if found is None or any(found.end() < c.start < measure.start for c in reading.names) else found


def taker(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """ジェフ千葉は、優勝賞金1億円を獲得した: the topic that gets or gives the sum, though no list knows it."""
    text = reading.scene.sentence.text
    if not _TAKES.match(reading.folded, value.tail):
        return ()
    topics = [p for p in phrases(text) if p.end <= value.start and p.particle == "は"]
    if not topics or not _NAMED_SO.search(topics[-1].text) or is_no_payer(topics[-1].text):
        return ()
    topic = topics[-1]
    speech = next((s for s in reading.speeches if s.span.holds(value.mention.span)), None)
    apart = speech is not None and reading.scene.sentence.start + topic.end <= speech.start
    if apart and reading.discourse.company is not None:
        return ()  # リー氏は「今年だけで700億ドルを投じる」と説明した: the firm's money
    return () if reports(topic, reading.folded) else (Subject(topic.text, topic.text, None, "other"),)


_TAKES = regex(
    r"(?:以上|程度|ほど|余り|相当)?(?:の[^、。はがを0-9]{1,16})?を(?:獲得|受け取|受領|手に[しい入]|得[たるて]|支払|払[いうっ]|寄付|寄贈|拠出|投じ|支出|投入|贈)"
)
_NAMED_SO = regex(r"[ァ-ヺーA-Za-z]{2}|(?:社|団|校|者|側|チーム|連盟|協会|組合|クラブ)$")
