"""Figures in a row, each right behind its own noun: 国民年金は1兆円、厚生年金は10兆円."""

from __future__ import annotations

from jijitsu.extract.linking.subject.nouns import Noun, is_attribute, nouns_of
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.regex import regex

_GLUE = regex(r"[」』]?(?P<particle>では|には|は|が|で|に|に対し|=)(?:約|およそ|計|総額|年間|最大|最大で)?")


def paired(reading: Reading, at: int) -> Noun | None:
    """Return the noun right in front of value number `at`, if another value of its unit stands so behind a noun of its own."""
    value = reading.values[at]
    nouns = [n for n in nouns_of(reading) if not is_attribute(n) and not _measured(reading, n)]
    own = _before(reading, nouns, at)
    if own is None:
        return None
    for other in range(len(reading.values)):
        if other == at or reading.values[other].amount.unit != value.amount.unit:
            continue
        theirs = _before(reading, nouns, other)
        if theirs is not None and (theirs[1] == own[1] or (theirs[0].subjects and own[0].subjects)):
            return own[0]
    return None


def _before(reading: Reading, nouns: list[Noun], at: int) -> tuple[Noun, str] | None:
    """The noun in front of the value, and the particle between."""
    start = reading.values[at].start
    for noun in reversed(nouns):
        if noun.end < start and (glue := _GLUE.fullmatch(reading.folded, noun.end, start)):
            return noun, glue["particle"]
    return None


def _measured(reading: Reading, noun: Noun) -> bool:
    return any(m.start < noun.end <= m.end for m in reading.measures)
