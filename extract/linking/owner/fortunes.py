"""Whose a fortune is that several hold, or that is told beside a firm: ウォルトン家の資産は, 早見会長と家族の資産は, アルノー氏一家の純資産."""

from __future__ import annotations

from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

_FAMILY = regex(r"(?P<who>[ァ-ヺー・一-鿿]{2,14}(?:氏|さん)?(?:家|一家|一族|夫妻))の(?:合計|保有)?$")
_WITH_FAMILY = regex(r"と(?:その)?(?:家族|一家|一族|親族|妻|夫)の(?:合計|保有)?$")


def of_fortune(reading: Reading, measure: Measure) -> tuple[Subject, ...]:
    """The family, or the person who is named with one, right before the word 資産."""
    if measure.name != "net_worth" or measure.start < 0:
        return ()
    if beside := _WITH_FAMILY.search(reading.folded, max(0, measure.start - 12), measure.start):
        return next((c.subjects[:1] for c in reading.names if c.type == "person" and c.end == beside.start()), ())
    found = _FAMILY.search(reading.folded, max(0, measure.start - 24), measure.start)
    if found is None:
        return ()
    written = reading.scene.sentence.text[slice(*found.span("who"))]
    return (Subject(written, found["who"], None, "person"),)
