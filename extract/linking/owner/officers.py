"""Whose pay is cut: 会長は30%、ほかの役員は10%をカットする is of each of them by his office, or by his name."""

from __future__ import annotations

from jijitsu.extract.linking.sentence.pay_cuts import PayCut
from jijitsu.extract.linking.sentence.phrases import Phrase, phrases
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.schemas.claim import Subject


def whose_pay(reading: Reading, cut: PayCut) -> tuple[Subject, ...]:
    """Those whom the cut names, by their names where the text has them."""
    text = reading.scene.sentence.text
    found = [p for p in phrases(text) if cut.start <= p.start and p.end <= cut.end]
    if not found or found[-1].end != cut.end:
        return _named(reading, cut.start, cut.end) or _written(text[cut.start : cut.end])
    listed = [found[-1]]
    for phrase in reversed(found[:-1]):
        if text[phrase.end : listed[0].start] not in {"と", "、", "や"}:
            break
        listed.insert(0, phrase)
    return tuple(owner for phrase in listed for owner in _of(reading, phrase))


def _of(reading: Reading, phrase: Phrase) -> tuple[Subject, ...]:
    return _named(reading, phrase.start, phrase.end) or _written(phrase.text)


def _named(reading: Reading, start: int, end: int) -> tuple[Subject, ...]:
    """The person whose name and office stand there."""
    held = (c for c in reading.names if c.type == "person" and start <= c.start < end)
    return next((c.subjects[:1] for c in held), ())


def _written(text: str) -> tuple[Subject, ...]:
    return (Subject(text, text, None, "other"),)
