"""Whose the price of one of several versions is: the version's (初回限定盤は3800円), or the ware's where it has no name of its own
(カメラは、小さなものが2万円; 大人用が500円).
"""

from __future__ import annotations

from jijitsu.extract.linking.measure.versions import version_at
from jijitsu.extract.linking.owner.launching import SIZE, launched
from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

_NAMELESS = frozenset({"もの", "用"})
_PRICE_OF = regex(r"の(?:小売|販売|希望小売|税込み?)?(?:価格|料金|値段|定価)?は")
_SUM = regex(r"価格|料金|値段|定価|代金|^[0-9]")


def of_version(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """Return what such a price is of; nobody where the value is none."""
    found = version_at(reading.folded, value) if measure.name == "commodity" else None
    if found is None:
        return ()
    text = reading.scene.sentence.text
    if found["what"] in _NAMELESS:
        return _ware(reading, found.start()) or launched(reading) or _spoken_of(reading)
    phrase = next((p for p in phrases(text) if p.start <= found.start("what") < p.end), None)
    if phrase is None:
        return ()
    size = SIZE.search(text, max(0, phrase.start - 6), phrase.start)
    name = text[size.start() if size else phrase.start : phrase.end]
    return (Subject(name, name, None, "other"),)


def _ware(reading: Reading, end: int) -> tuple[Subject, ...]:
    """弁当は、肉の入ったものが680円; リンゴの価格は大きなものが300円: the ware is the sentence's topic."""
    folded = reading.folded
    named = [
        c for c in reading.names if c.end <= end and c.type in {"product", "commodity"} and _topical(folded, c.end)
    ]
    if named:
        return named[-1].subjects[:1]
    found = [
        p for p in phrases(reading.scene.sentence.text)
        if p.end < end and p.thing and not _SUM.search(p.text) and _topical(folded, p.end)
    ]  # fmt: skip
    return (Subject(found[-1].text, found[-1].text, None, "other"),) if found else ()


def _topical(folded: str, at: int) -> bool:
    return (
        folded.startswith(("は", "」は", "』は"), at)
        or _PRICE_OF.match(folded, at + (folded[at : at + 1] in {"」", "』"})) is not None
    )


def _spoken_of(reading: Reading) -> tuple[Subject, ...]:
    discourse = reading.discourse
    thing = discourse.product or discourse.goods
    return (thing,) if thing is not None else ()
