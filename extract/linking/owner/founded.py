"""Whose a firm's capital is where the firm is only now founded: 2社は新会社「みさきペイ」を設立する。資本金は5億円 is of the new firm.

Those who found it and put money into it have a capital of their own, which nobody tells here.
"""

from __future__ import annotations

import re

from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

_SORT = r"(?:[一-鿿ァ-ヺー]{0,12}(?:会社|企業|法人|組合)|[一-鿿]{0,3}新社|第[3三]セクター|新行|新銀行)"
_FOUND = r"(?:設立|創設|発足|立ち上げ|創立|旗揚げ|新設)"
# 共同出資会社「みさきペイ」を来年4月に設立する, ベトナムに合弁会社を立ち上げる
_FOUNDED = regex(
    rf"(?P<sort>{_SORT})(?:[「『](?P<name>[^「」『』]{{1,30}})[」』])?(?:\([^()]{{1,24}}\))?(?:を|が|の)(?:[^、。「」はがを]{{0,24}}[にでの付り]、?|共同で|新たに)?{_FOUND}"
)
# 新会社は2社が半分ずつ出資し、資本金は, 新会社の資本金は
_TOLD = regex(
    r"(?:^|[、。 ]|よると)(?P<sort>(?:合弁|共同出資|運営|事業|物流)会社|新会社|新社|新法人)"
    r"(?:[「『](?P<name>[^「」『』]{1,30})[」』])?(?:の資本金|は[^。]{0,70}資本金)"
)


def of_the_founded(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """The firm that the sentence, or one right before it, founds; nobody where the capital is an old firm's."""
    folded = reading.folded
    if measure.start < 0 or not _CAPITAL.match(folded, measure.start) or not _LEVEL.match(folded, measure.end):
        return ()
    if told := _TOLD.search(folded, 0, measure.end):
        return _subject(reading.scene.sentence.text, told)
    if found := list(_FOUNDED.finditer(folded, 0, measure.start)):
        return _subject(reading.scene.sentence.text, found[-1])
    topics = (
        p for p in phrases(reading.scene.sentence.text) if p.thing and p.end < measure.start and p.particle == "は"
    )
    if any(not _NAMELESS.search(p.text) for p in topics):
        return ()  # 岬運輸は、資本金が8億円
    for scene in reversed(reading.discourse.lately):
        if found := list(_FOUNDED.finditer(scene.sentence.folded)):
            return _subject(scene.sentence.text, found[-1])
    return ()


def _subject(text: str, found: re.Match[str]) -> tuple[Subject, ...]:
    part = "name" if found["name"] else "sort"
    written = text[slice(*found.span(part))]
    return (Subject(written, written, None, "company"),)


_CAPITAL = regex("資本金|資本の額")
_LEVEL = regex(r"[はがも]|[0-9]|約|最大")
_NAMELESS = regex(r"社名|名称|本社|本店|社長|代表|所在地|会長|トップ")
