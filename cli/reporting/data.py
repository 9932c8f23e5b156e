"""What the page shows, as plain data for its script: tables of columns, strings told once and named by their number.

Offsets are UTF-16 units, as the script counts; days are days since 1970-01-01. What stands in which column, the page's
`store.js` says too.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec

from jijitsu import __version__
from jijitsu.cli.linting import Linted
from jijitsu.extract import linting
from jijitsu.extract.checking import Dossier
from jijitsu.extract.linting import Language
from jijitsu.extract.numbers.intervals import interval_of
from jijitsu.schemas.article import Article
from jijitsu.schemas.claim import ArticleRef, Attribution, Claim, Value
from jijitsu.schemas.finding import Finding, Spot
from jijitsu.schemas.numbers import written

_EPOCH = date(1970, 1, 1).toordinal()
LANGUAGES: tuple[Language, Language] = ("ja", "en")
_LARGEST = Decimal(10) ** 300
"""What a script's numbers hold."""


Rows = dict[Any, int]
"""Rows that are told once each -> their numbers, in the order in which they came."""


class Tables(msgspec.Struct, frozen=True):
    """What claims share."""

    words: Rows = {}
    subjects: Rows = {}
    speakers: Rows = {}
    attributions: Rows = {}
    facts: Rows = {}

    def word(self, text: str | None) -> int | None:
        """The number of a word, a new one where it was not told before."""
        return None if text is None else _number(self.words, text)


def _number(rows: Rows, row: Any) -> int:
    return rows.setdefault(row, len(rows))


def data(linted: Linted) -> dict[str, Any]:
    """Return articles, claims and findings, the latter in both languages."""
    kept = {(one.spot.path, one.fingerprint): at for at, one in enumerate(linted.found)}
    both = [_in_order(linted, language, kept) for language in LANGUAGES]
    titles = {check.code: check.title for check in linted.among}
    return {**tables(linted.desk.dossiers, *both), "checks": titles, "version": __version__}


def _in_order(linted: Linted, language: Language, kept: Mapping[tuple[str, str], int]) -> list[Finding]:
    """The findings that were kept, in a language, in the order in which they were kept."""
    told = linting.told(linted.faults, linted.look, language)
    found = [one for one in told if isinstance(one, Finding) and (one.spot.path, one.fingerprint) in kept]
    return sorted(found, key=lambda one: kept[one.spot.path, one.fingerprint])


def tables(dossiers: Sequence[Dossier], japanese: Sequence[Finding], english: Sequence[Finding]) -> dict[str, Any]:
    """Return articles, claims and findings; the latter in both languages, and in the same order."""
    shared = Tables()
    columns: dict[str, list[Any]] = {}
    articles, claims_of, units = [], [], []
    for number, dossier in enumerate(dossiers):
        text = dossier.article.text if dossier.article else None
        unit = utf16(text or "")
        first = len(columns.get("id", ()))
        for claim in dossier.claims:
            for name, value in _claim(claim, number, text, unit, shared):
                columns.setdefault(name, []).append(value)
        units.append(unit)
        claims_of.append([(first + at, claim) for at, claim in enumerate(dossier.claims)])
        articles.append(_article(dossier))
    places = {dossier.path: number for number, dossier in enumerate(dossiers)}

    def spot(one: Spot, note: str) -> list[Any]:
        number = places.get(one.path)
        if number is None:
            return [-1, 0, 0, one.note, note, [], f"{one.path}:{one.line}"]
        at = units[number]
        return [number, at(one.start), at(one.end), one.note, note, _hit(claims_of[number], one)]

    return {
        "articles": articles,
        "subjects": list(shared.subjects),
        "speakers": list(shared.speakers),
        "attributions": list(shared.attributions),
        "facts": list(shared.facts),
        "words": list(shared.words),
        "claims": columns,
        "findings": [_finding(one, other, spot) for one, other in zip(japanese, english, strict=True)],
    }


def utf16(text: str) -> Callable[[int], int]:
    """Return a function from offsets in code points to offsets in UTF-16 units."""
    if text.isascii() or max(text, default="") <= "\uffff":
        return int
    wide = [at for at, sign in enumerate(text) if sign > "\uffff"]
    return lambda offset: offset + bisect_left(wide, offset)


def _day(day: date | None) -> int | None:
    return day.toordinal() - _EPOCH if day else None


def _article(dossier: Dossier) -> list[Any]:
    """Path, title, day of publication, publisher, address, text (null where it is not there)."""
    article: Article | ArticleRef | None = dossier.article or (dossier.claims[0].article if dossier.claims else None)
    if article is None:
        return [dossier.path, None, None, None, None, None]
    text = dossier.article.text if dossier.article else None
    return [dossier.path, article.title, _day(article.published), article.publisher, article.url, text]


def _claim(
    claim: Claim, article: int, text: str | None, unit: Callable[[int], int], tables: Tables
) -> Iterator[tuple[str, Any]]:
    """Columns of a claim."""
    subject, evidence, word = claim.subject, claim.evidence, tables.word
    yield "article", article
    yield "id", claim.id.removeprefix("c_")
    for name in ("kind", "measure", "direction", "mark", "basis", "modality", "rule"):
        yield name, word(getattr(claim, name))
    yield "subject", subject and _number(tables.subjects, (subject.name, subject.id, subject.type))
    yield "called", None if subject is None or subject.text == subject.name else word(subject.text)
    yield from _value(claim, word)
    yield from _time(claim, word)
    yield "said", claim.attribution and _attribution(claim.attribution, tables)
    yield "quote", word(claim.quote.type if claim.quote else None)
    yield "start", unit(evidence.start)
    yield "end", unit(evidence.end)
    yield "line", evidence.line
    yield "column", evidence.column
    yield "from", unit(evidence.sentence.start)
    yield "to", unit(evidence.sentence.end)
    there = text is not None and text[evidence.start : evidence.end] == evidence.text
    yield "words", None if there else [evidence.prefix, evidence.text, evidence.suffix]
    yield "fact", None if claim.fact is None else _number(tables.facts, claim.fact.removeprefix("f_"))


_Word = Callable[[str | None], int | None]


def _value(claim: Claim, word: _Word) -> Iterator[tuple[str, Any]]:
    value, same = claim.value, claim.equivalent
    low, high = _span(value)
    yield "amount", value and written(value.amount)
    yield "most", None if value is None or value.amount_max is None else written(value.amount_max)
    yield "unit", word(value.unit if value else None)
    yield "relation", word(value.relation if value else None)
    yield "low", low
    yield "high", high
    yield "same", [written(same.amount), same.unit, same.relation, same.text] if same else None


def _time(claim: Claim, word: _Word) -> Iterator[tuple[str, Any]]:
    time = claim.time
    yield "when", word(time.text if time else None)
    yield "first", time and _day(time.start)
    yield "last", time and _day(time.end)
    yield "resolved", word(time.resolved_by if time else None)


def _span(value: Value | None) -> tuple[float | None, float | None]:
    """What a value may stand for, where it is not told exactly; an open end is None.

    4兆ドル超 begins at 4兆: that a figure may be rounded, as checks bear in mind, is nothing that the article says.
    """
    if value is None or value.relation == "eq":
        return None, None
    end = _float(value.amount)
    if value.relation == "range":
        return end, _float(value.amount_max)
    if value.relation == "approx":
        found = interval_of(value)
        return _float(found.low), _float(found.high)
    least = (value.relation in {"ge", "gt"}) == (value.amount >= 0)  # マイナス5%超 is told of the 5
    return (end, None) if least else (None, end)


def _float(amount: Decimal | None) -> float | None:
    return None if amount is None or abs(amount) > _LARGEST else float(amount)


def _attribution(said: Attribution, tables: Tables) -> int:
    name = said.speaker or said.speaker_text
    speaker = None if name is None else _number(tables.speakers, (name, said.speaker_id))
    row = (speaker, said.speaker_text, said.role, said.org, said.medium, said.cue)
    return _number(tables.attributions, row)


def _finding(one: Finding, other: Finding, spot: Callable[[Spot, str], list[Any]]) -> list[Any]:
    """Code, severity, both messages, and the spots: the place itself, then those it is held against."""
    spots = zip((one.spot, *one.related), (other.spot, *other.related), strict=True)
    return [one.code, one.severity, one.message, other.message, [spot(mine, its.note) for mine, its in spots]]


def _hit(claims: Sequence[tuple[int, Claim]], spot: Spot) -> list[int]:
    """Numbers of the claims that a spot speaks of: those with its very words, else those that overlap it."""
    near = [(number, claim.evidence) for number, claim in claims if _meets(claim, spot)]
    same = [number for number, words in near if (words.start, words.end) == (spot.start, spot.end)]
    return same or [number for number, _ in near]


def _meets(claim: Claim, spot: Spot) -> bool:
    return claim.evidence.start < spot.end and spot.start < claim.evidence.end
