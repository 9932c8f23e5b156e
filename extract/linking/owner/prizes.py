"""Whose prize money is: the event's that it is offered at, the draw's, or the winner's who has won so much.

`prize_of` takes a reading and a value, and returns the event by its noun: of the sentence itself, of the headline, or the one
named last; for sums that somebody has won over time (獲得賞金) the person or horse that the text speaks of. It leaves other money.
"""

from __future__ import annotations

from collections.abc import Iterator

from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

_PRIZE = regex(r"(?P<won>(?:生涯|総|年間|通算)?獲得)?(?:賞金|当[せ選籤]ん?金|懸賞金)[^。0-9]{0,24}$")
_PRIZE_BEHIND = regex(r"(?:以上|余り)?の(?:賞金|当[せ選籤]ん?金)")
_GIVEN = regex(r"[がを][^。、]{0,10}(?:贈|授与|獲得|手に|受け取|得た|得て)")
_EVENT = regex(
    r"(?:大会|杯|カップ|チャンピオンシップ|(?<!受)(?<!入)(?<!表彰)賞|賞典|記念|ステークス|レース|選手権|オープン|グランプリ|トーナメント|リーグ|シリーズ"
    r"|くじ|ジャンボ|競走|マラソン|コンテスト|コンクール|ダービー|競技会)$"
)
_GENERAL = regex(
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
    if ahead is not None and ahead["won"] and (own := _whose_record(reading, ahead.start())):
        return own
    if ahead is not None and ahead["won"]:
        persons = [s for s in discourse.heads if s.type == "person"]
        winner = persons[0] if len(persons) == 1 else discourse.person
        return (winner,) if winner is not None else ()
    head = [scene for scene, _ in discourse.before if scene.sentence.role == "headline"]
    texts = [reading.scene.sentence.text[: value.start], discourse.headline]
    texts += [scene.sentence.text for scene, _ in reversed(discourse.before) if scene not in head]
    return next(((event,) for text in texts for event in _events(text)), ())


def winner_of(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """海鳥コンビがグランプリを獲得し、賞金1000万円を獲得した: who wins in the sentence and gets the money."""
    if value.mention.type != "money" or not _PRIZE.search(reading.folded, max(0, value.start - 36), value.start):
        return ()
    if not _GIVEN.match(reading.folded, value.tail):
        return ()
    found = [
        p for p in phrases(reading.scene.sentence.text)
        if p.end <= value.start and p.particle in {"が", "は"} and p.thing and _WINS.match(reading.folded, p.end)
    ]  # fmt: skip
    known = next((c for c in reading.names if found and c.end == found[-1].end), None)
    if known is not None:
        return known.subjects[:1]
    return (Subject(found[-1].text, found[-1].text, None, "other"),) if found else ()


_WINS = regex(
    r"(?:\([^()]{0,20}\))?[がは]、?[^。はが]{0,24}?(?:優勝|連覇|制覇|(?:グランプリ|大賞|最優秀賞|タイトル|王座|栄冠|1位|首位)[をに]|を(?:制|下|破)し?)"
)


def _whose_record(reading: Reading, before: int) -> tuple[Subject, ...]:
    """カゼノオーの戦績は16戦6勝、総獲得賞金は1億円となった: whose record the sentence tells."""
    record = _RECORD.search(reading.folded, 0, before)
    horse = next((p for p in phrases(reading.scene.sentence.text) if record and p.end == record.start()), None)
    return (Subject(horse.text, horse.text, None, "other"),) if horse is not None and horse.thing else ()


_RECORD = regex(r"の(?:[一-鿿]{0,4}戦績|[一-鿿]{0,4}成績)は")


def _events(text: str) -> Iterator[Subject]:
    """The events of a sentence, the last first."""
    for phrase in reversed(phrases(text)):
        if _EVENT.search(phrase.text) and not _GENERAL.match(phrase.text):
            noun = _COUNTED.sub("", phrase.text)  # 2007年ノーベル賞
            yield Subject(noun, noun, None, "other")


_COUNTED = regex(r"^[年回度](?=..)")
