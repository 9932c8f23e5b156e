"""Whose a loss is that a disaster did: 商工会議所は、台風による損失が1億ドルを超えるとみている is the storm's, not theirs who tell
or reckon it (県は、台風による農業被害額を12億円と試算した).

`what_did_it` takes the place of a word of damage and returns what did that. `of_the_disaster` takes the owners found so far and
leaves all but a body that only tells: a firm's losses are its own (岬電機は火災による損失が3億円に上ると発表した), and so are losses by
what is no disaster (キャンセルによる損失).
"""

from __future__ import annotations

from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.subject.topics import event
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

_DONE_BY = regex(
    r"(?P<by>[一-鿿ァ-ヺー0-9]{0,10}(?:台風(?:[0-9]{1,2}号)?|大雨|豪雨|暴風雨?|洪水|水害|浸水|地震|津波|噴火|山火事|山林火災|森林火災|ハリケーン|サイクロン|干ばつ|寒波|大雪|豪雪"
    r"|熱波|冷害|高潮|竜巻|ひょう|土砂崩れ|停電|断水|スト|ストライキ|感染症|感染拡大|鳥インフルエンザ|豚熱|口蹄疫|断層))(?:」)?による[^、。はがも0-9]{0,10}(?:損失|被害|損害)(?:総?額)?[^、。]{0,16}$"
)

# 県は、台風による農業被害額を12億円と試算した
_RECKONED = regex(r"(?:程度|前後|余り|以上)?(?:に上る|に達する)?と(?:試算|推計|見積|算定|算出|集計|推定|まとめ)")


def of_the_disaster(
    reading: Reading, value: Value, measure: Measure, owners: tuple[Subject, ...]
) -> tuple[Subject, ...]:
    """Return the disaster where the owner only tells of what it did; else the owners as they are."""
    if measure.name != "loss" or len(owners) != 1 or owners[0].type not in {"other", "person", "group", "country"}:
        return owners
    speech = next((s for s in reading.speeches if s.span.holds(value.mention.span)), None)
    by = _DONE_BY.search(reading.folded, max(0, value.start - 60), value.start)
    tells = speech is not None and owners[0].name in (speech.attribution.speaker or "")
    if by is None or not (tells or _RECKONED.match(reading.folded, value.tail)):
        return owners
    written = reading.scene.sentence.text[slice(*by.span("by"))]
    return (Subject(written, by["by"], None, "other"),)


def what_did_it(reading: Reading, at: int) -> Subject | None:
    """Return what did the damage at `at`: ストによる経済損失, 訪日客の減少による損失, 台風 … 被害額は68億円; else what befell the text's place."""
    text = reading.scene.sentence.text
    if storm := _STORM.search(reading.folded, 0, at):
        return Subject(text[slice(*storm.span("name"))], storm["name"], None, "other")
    by = _BY.search(reading.folded, 0, at)
    found = [p for p in phrases(text) if by is not None and p.end <= by.start()]
    if by is None or not found or found[-1].end != by.start():
        return event(reading.scene) or reading.discourse.event
    done, start = found[-1], found[-1].start
    if _CHANGE.fullmatch(done.text) and len(found) > 1 and found[-2].particle == "の" and found[-2].end + 1 == start:
        start = found[-2].start
    return Subject(text[start : done.end], text[start : done.end], None, "other")


_STORM = regex(r"(?P<name>(?:台風|ハリケーン|サイクロン)第?[0-9]{1,2}号)による(?:総)?$")
_BY = regex(r"(?:による[^、。]{0,8}|の(?:総)?)$")
_CHANGE = regex(
    r"減少|増加|停止|中止|延期|閉鎖|停滞|縮小|拡大|高騰|急増|急減|不足|遅れ|流出|低下|上昇|流行|廃棄|発生|開催|倒産|破綻|寄港"
)
