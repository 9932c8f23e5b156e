"""Whose a line of accounts is that would own itself: 岬交通は営業赤字が2億円に上った is of the sentence's topic, by whatever word.

`of_the_topic` takes the owners found so far. Where they are the line's own word alone (売上高, 営業赤字) it returns the topic of the
sentence, or of one of the two before it (岬荘は苦境にある。昨年度は売上高が3億円に落ち込んだ); else it leaves them.
"""

from __future__ import annotations

from jijitsu.extract.linking.entity.shortening import ends_as_house
from jijitsu.extract.linking.owner.carried import is_sum
from jijitsu.extract.linking.owner.tellers import WHEN, only_speaks
from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.linking.subject.nobody import is_no_payer, is_nobody
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.subject.things import reports
from jijitsu.extract.linking.subject.topics import NO_FIRM
from jijitsu.extract.linking.value.measures import PROFITS, Measure
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene
from jijitsu.schemas.claim import Subject

_LINES = PROFITS | {"revenue", "eps", "free_cash_flow"}
_FAR = 2
_TOPIC = regex(
    r"[」』]?(?:\([^()]{1,24}\))?は|の(?:[0-9]{2,4}年(?:[0-9]{1,2}月期|度)|前期|今期|昨年度|今年度)の?(?:連結)?決算"
)
_PLURAL = regex(r"(?:各|両|数|[0-9])社$|企業$|業者$|メーカー$")


def of_the_topic(reading: Reading, measure: Measure, owners: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """Return whose the line is; the owners as they are where they are more than its own word or no topic is told."""
    if measure.name not in _LINES or measure.start < 0 or len(owners) != 1:
        return owners
    if owners[0].name != reading.folded[measure.start : measure.end]:
        return owners
    if topic := _topic(reading.scene, measure.start):
        return topic
    for scene in reversed(reading.discourse.lately[-_FAR:]):
        if scene.sentence.role != "headline" and (topic := _topic(scene, len(scene.sentence.folded))):
            return owners if _PLURAL.search(topic[0].name) else topic
    return owners


def _topic(scene: Scene, end: int) -> tuple[Subject, ...]:
    folded = scene.sentence.folded
    for phrase in phrases(scene.sentence.text):
        if phrase.end > end:
            break
        named = phrase.thing or ends_as_house(phrase.text)
        if named and _TOPIC.match(folded, phrase.end) and _may_own(phrase.text) and not reports(phrase, folded):
            return (Subject(phrase.text, phrase.text, None, "other"),)
    return ()


def _may_own(text: str) -> bool:
    """False for when, for lines and sums themselves, and for those who only tell."""
    no_firm = is_nobody(text) or is_no_payer(text) or is_sum(text) or only_speaks(text)
    return not (no_firm or WHEN.search(text) or NO_FIRM.search(text))
