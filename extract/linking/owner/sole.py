"""The one firm that the article names, where it tells of results before, or without, saying whose they are."""

from __future__ import annotations

from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.subject.subjects import subject_of_mention, tells_of_others
from jijitsu.extract.linking.value.measures import PROFITS, Measure
from jijitsu.schemas.claim import Subject

_RESULTS = PROFITS | {"revenue", "eps", "dividend", "operating_margin"}
_SHORT = 80
"""Longer texts tell of more than one firm; and each of their figures would look through all of them again."""


def sole_firm(reading: Reading, measure: Measure) -> tuple[Subject, ...]:
    """しかし売上高は5%増の529億ドルだった。アップルのクックCEOは…: the firm, if it is the only listed one from end to end."""
    if measure.name not in _RESULTS or reading.discourse.company is not None:
        return ()
    if len(reading.discourse.scenes) > _SHORT:
        return ()
    found: dict[str, Subject] = {}
    for scene in reading.discourse.scenes:
        if scene.sentence.role == "furniture":
            continue
        for mention in scene.of("company"):
            firm = subject_of_mention(mention)
            if firm.id is not None and not tells_of_others(firm.name):
                found.setdefault(firm.id, firm)
    return tuple(found.values()) if len(found) == 1 else ()
