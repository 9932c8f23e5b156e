"""Fortunes: money that stands beside a person where an article ranks the rich, and whose a bare 保有資産 is.

`fortune` reads 青木一郎氏は24億ドルと46%減り in an article on the rich; `rich_before` returns who was spoken of as rich in the
sentence before, `rich_together` all of those who are counted: 50人の資産の合計は. They leave what a person pays, gives or earns.
"""

from __future__ import annotations

from jijitsu.extract.linking.measure.asked import Asked
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.subject.subjects import STRONG
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

_RICH = regex(r"資産|富豪|長者|億万|富を|ランキング")
_OF_THE_RICH = regex(r"富豪|長者番付|長者ランキング|億万長者|資産家(?!族)|個人資産|保有資産")
# 24億ドルと46%減り, 24億ドルで3位, (24億ドル): nothing is paid, given or earned
_STANDS = regex(
    r"(?:余り|超|強|弱|近く|前後|程度)?(?:\([^()]{1,20}\))?(?:と|で|に|から|へ|の(?:[0-9]|増|減|プラス)|だ|、|。|\)|まで|を(?:持つ|保有|超|突破|上回|下回)|増|減|[上下]が)"
)
_DEED = regex(
    r"(?:投資|寄付|出資|寄贈|報酬|給与|年収|罰金|賠償|売却|購入|買収|納税|融資|負債|損失|利益|売上|売り上げ|収入|落札|費用|予算|調達)"
)
_LATELY = 4


def fortune(asked: Asked) -> Measure | None:
    """富豪番付で… 青木一郎氏は24億ドルと46%減り: a fortune, by who stands before it and what the article tells of."""
    reading, value = asked.reading, asked.value
    if not asked.sort("money"):
        return None
    if any(speech.span.holds(value.mention.span) for speech in reading.speeches):
        return None
    names = [c for c in reading.names if c.strength and c.end <= value.start]
    if not names or names[-1].type != "person" or not _STANDS.match(asked.folded, value.tail):
        return None
    if _DEED.search(asked.folded, names[-1].end) or any(m.start > names[-1].end for m in reading.measures):
        return None
    told = (
        reading.discourse.headline,
        asked.folded,
        *(s.sentence.folded for s, _ in reading.discourse.before[-_LATELY:]),
    )
    return Measure("financial", "net_worth") if any(_OF_THE_RICH.search(text) for text in told) else None


def rich_before(reading: Reading) -> Subject | None:
    """最も資産を増やしたのは山野氏だった。保有資産は3億ドル: who was spoken of as rich in the sentence before, by his fortune."""
    told, names = reading.discourse.before[-1] if reading.discourse.before else (None, ())
    if told is None or told.sentence.paragraph != reading.scene.sentence.paragraph:
        return None
    if not _RICH.search(told.sentence.folded):
        return None
    people = [c.subjects[-1] for c in names if c.type == "person" and c.strength >= STRONG]
    return people[-1] if len({person.name for person in people}) == 1 else None


def rich_together(reading: Reading, value: Value) -> Subject | None:
    """富豪上位50人の資産は, 50人の資産の合計は: of all of them."""
    match = _TOGETHER.search(reading.folded, 0, value.start)
    if match is None:
        return None
    written = reading.scene.sentence.text[slice(*match.span("who"))]
    return Subject(written, match["who"], None, "group")


_TOGETHER = regex(
    r"(?:^|[、。])(?P<who>[^、。はがも0-9の]{0,8}[0-9]{1,4}人)の(?:純|保有|個人)?資産(?:額)?(?:の(?:合計|総額))?(?:額)?(?:は|が|も)[^、。はが]{0,24}$"
)
