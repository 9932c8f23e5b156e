"""Whose prize money is: the event's that it is offered at, the draw's, or the winner's who has won so much.

`prize_of` takes a reading and a value, and returns the event by its noun: of the sentence itself, of the headline, or the one
named last; for sums that somebody has won over time (獲得賞金) the person or horse that the text speaks of. It leaves other money.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jijitsu.extract.linking.phrases import phrases
from jijitsu.extract.linking.reading import Reading
from jijitsu.extract.linking.values import Value
from jijitsu.schemas.claim import Subject

_PRIZE = re.compile(r"(?P<won>(?:生涯|総|年間|通算)?獲得)?(?:賞金|当[せ選籤]ん?金|懸賞金)[^。0-9]{0,24}$")
_PRIZE_BEHIND = re.compile(r"(?:以上|余り)?の(?:賞金|当[せ選籤]ん?金)")
_GIVEN = re.compile(r"[がを][^。、]{0,10}(?:贈|授与|獲得|手に|受け取|得た|得て)")
_EVENT = re.compile(
    r"(?:大会|杯|カップ|チャンピオンシップ|(?<!受)(?<!入)(?<!表彰)賞|賞典|記念|ステークス|レース|選手権|オープン|グランプリ|トーナメント|リーグ|シリーズ"
    r"|くじ|ジャンボ|競走|マラソン|コンテスト|コンクール|ダービー|競技会)$"
)
_GENERAL = re.compile(
    r"^(?:同|この|その|各|両|今|本|全|前|次)?(?:大会|杯|カップ|グランプリ|賞|レース|オープン|リーグ|シリーズ|競走|記念|1等)$"
)


def prize_of(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """Return whose prize money this is, () for other money and where nothing tells."""
    folded = reading.folded
    ahead = _PRIZE.search(folded, max(0, value.start - 36), value.start)
    if value.mention.type != "money" or not (ahead or _PRIZE_BEHIND.match(folded, value.tail)):
        return ()
    if _GIVEN.match(folded, value.tail):
        return ()  # 夫婦漫才が優勝し、賞金1000万円が贈られた: the winner's
    discourse = reading.discourse
    if ahead is not None and ahead["won"]:
        persons = [s for s in discourse.heads if s.type == "person"]
        winner = persons[0] if len(persons) == 1 else discourse.person
        return (winner,) if winner is not None else ()
    head = [scene for scene, _ in discourse.before if scene.sentence.role == "headline"]
    texts = [reading.scene.sentence.text[: value.start], discourse.headline]
    texts += [scene.sentence.text for scene, _ in reversed(discourse.before) if scene not in head]
    return next(((event,) for text in texts for event in _events(text)), ())


def _events(text: str) -> Iterator[Subject]:
    """The events of a sentence, the last first."""
    for phrase in reversed(phrases(text)):
        if _EVENT.search(phrase.text) and not _GENERAL.match(phrase.text):
            noun = _COUNTED.sub("", phrase.text)  # 2007年ノーベル賞
            yield Subject(noun, noun, None, "other")


_COUNTED = re.compile(r"^[年回度](?=..)")
