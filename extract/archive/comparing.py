"""The linter over an archive of claims: each part checked by itself, facts of all parts brought together by their keys.

What is found is what `jijitsu lint` finds in the same files on one machine, in the same order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache, partial
from pathlib import Path

import msgspec

from jijitsu.extract import linting
from jijitsu.extract.archive import shuffling, stores
from jijitsu.extract.archive.dispatch import Dispatcher, Engine, Tell
from jijitsu.extract.archive.places import places
from jijitsu.extract.archive.shuffling import Row, Written
from jijitsu.extract.cache import reader
from jijitsu.extract.checking import Check, Desk, HouseFact, Order, Price
from jijitsu.extract.desk import Gathered, read_article, read_claims
from jijitsu.extract.linting import Language, Look, Text
from jijitsu.extract.reading.again import finder
from jijitsu.schemas.claim import ArticleRef
from jijitsu.schemas.errors import JijitsuError
from jijitsu.schemas.finding import Finding

_ARTICLES_AT_MOST = 2**24
"""More than a part has, so that articles are numbered before anybody has counted them."""
_PARTS_AT_ONCE = 8
"""So many parts are checked in one go, and have one file of the shuffle."""


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """How parts are checked. `scratch` is where the shuffle's files lie; `base` is what paths are relative to."""

    base: str
    scratch: str
    encoding: str | None
    codes: tuple[str, ...]
    language: Language
    buckets: int
    prices: Mapping[tuple[str, object], Price] = {}
    house: Sequence[HouseFact] = ()
    rates: Mapping[tuple[str, str], Decimal] = {}
    reader: bytes = b""


class Stretch(msgspec.Struct, frozen=True):
    """Parts that are checked in one go. `names` is what they are called, `first` the number of the first."""

    first: int
    names: tuple[str, ...]


class Checked(msgspec.Struct, frozen=True):
    """What a stretch holds: articles by name, findings check by check, faults, and its rows for the shuffle."""

    stretch: Stretch
    articles: tuple[tuple[str, ...], ...]
    """For each part."""
    findings: tuple[Finding, ...]
    refs: dict[str, ArticleRef]
    """The articles that findings point into."""
    troubles: tuple[JijitsuError, ...]
    written: Written | None


class Judged(msgspec.Struct, frozen=True):
    """What was found in a bucket: check, place among the faults of the check, finding; and the articles of these."""

    findings: tuple[tuple[int, Order, Finding], ...]
    refs: dict[str, ArticleRef]
    troubles: tuple[JijitsuError, ...] = ()


class Outcome(msgspec.Struct):
    """All that was found. `read` is what was read, in order; `refs` finds the articles of findings again."""

    findings: list[Finding] = []
    read: list[str] = []
    refs: dict[str, ArticleRef] = {}
    troubles: list[JijitsuError] = []
    rows: int = 0
    bytes: int = 0


def stretches(names: Sequence[str]) -> list[Stretch]:
    """Return the parts of these names in stretches."""
    starts = range(0, len(names), _PARTS_AT_ONCE)
    return [Stretch(start, tuple(names[start : start + _PARTS_AT_ONCE])) for start in starts]


def compare(job: Job, names: Sequence[str], engine: Engine, step: Callable[[int], None], tell: Tell) -> Outcome:
    """Check parts, then what they have in common. Raises JijitsuError where the engine is gone."""
    found = Outcome()
    checking: Dispatcher[Stretch, Checked] = Dispatcher(engine, partial(_check, job), tell)
    every: list[Checked] = []
    for stretch, answer in checking.run(stretches(names)):
        step(len(stretch.names))
        if isinstance(answer, JijitsuError):
            where = f"{stretch.names[0]} … {stretch.names[-1]}" if len(stretch.names) > 1 else stretch.names[0]
            found.troubles.append(JijitsuError(answer.what, where=where, hint=answer.hint))
        else:
            every.append(answer)
    every.sort(key=lambda one: one.stretch.first)
    written = tuple(one.written for one in every if one.written is not None)
    judged: list[Judged] = []
    if written:
        judging: Dispatcher[int, Judged] = Dispatcher(engine, partial(_judge, job, written), tell)
        for _, verdict in judging.run(range(job.buckets)):
            if isinstance(verdict, JijitsuError):
                found.troubles.append(verdict)
            else:
                judged.append(verdict)
    _put_together(found, job, every, judged)
    return found


def _put_together(found: Outcome, job: Job, every: Iterable[Checked], judged: Iterable[Judged]) -> None:
    articles: list[str] = []
    files: list[str] = []
    for one in every:
        files += one.stretch.names
        for part in one.articles:
            articles += part
        found.findings += one.findings
        found.refs |= one.refs
        found.troubles += one.troubles
        if one.written is not None:
            found.rows += one.written.rows
            found.bytes += one.written.ends[-1]
    across = [one for verdict in judged for one in verdict.findings]
    across.sort(key=lambda one: one[:2])
    found.findings += linting.numbered(finding for *_, finding in across)
    for verdict in judged:
        found.refs |= verdict.refs
        found.troubles += verdict.troubles
    found.read = list(dict.fromkeys(articles + files))


def _checks(job: Job) -> list[Check]:
    return [check for check in linting.checks() if check.code in job.codes]


def _fit(job: Job) -> None:
    if job.reader != reader():
        hint = "Install the same version everywhere, and the same Python"
        raise stores.UnfitError("another version of jijitsu, or of what it reads with", hint=hint)


def _check(job: Job, stretch: Stretch, careful: bool, sure: bool) -> Checked:
    """Check parts one by one, and write down what is to be compared."""
    del careful, sure
    _fit(job)
    checks = _checks(job)
    findings: list[Finding] = []
    troubles: list[JijitsuError] = []
    articles: list[tuple[str, ...]] = []
    refs: dict[str, ArticleRef] = {}
    rows: list[Row] = []
    for number, name in enumerate(stretch.names, stretch.first):
        data = _data(job, name)
        gathered = Gathered()
        read_claims(name, enumerate(data.splitlines(keepends=True), 1), job.encoding, gathered, _finder(job, name))
        desk = Desk(
            tuple(gathered.dossiers),
            job.prices,
            job.house,
            job.rates,
            tuple(gathered.files),  # type: ignore[arg-type]
        )
        for one in linting.lint(
            desk, [check for check in checks if check.across is None], _look(desk, name, data), job.language
        ):
            (troubles if isinstance(one, JijitsuError) else findings).append(one)  # type: ignore[arg-type]
        articles.append(tuple(dossier.path for dossier in desk.dossiers))
        told = {dossier.path: dossier.claims[0].article for dossier in desk.dossiers if dossier.claims}
        refs |= {path: told[path] for one in findings for path in _paths(one) if path in told}
        rows += _rows(checks, desk, number)
    written = None
    if any(check.across for check in checks):
        written = shuffling.write(stores.join(job.scratch, f"rows-{stretch.first:08}"), rows, job.buckets)
    return Checked(stretch, tuple(articles), tuple(findings), refs, tuple(troubles), written)


def _rows(checks: Sequence[Check], desk: Desk, number: int) -> Iterator[Row]:
    for at, check in enumerate(checks):
        if check.across is not None:
            for key, row in check.across.rows(desk, number * _ARTICLES_AT_MOST):
                yield shuffling.key_of(at, key), at, check.across.pack(row)


def _judge(job: Job, written: Sequence[Written], bucket: int, careful: bool, sure: bool) -> Judged:
    """Judge the rows of a bucket, key by key."""
    del careful, sure
    _fit(job)
    checks = _checks(job)
    findings: list[tuple[int, Order, Finding]] = []
    refs: dict[str, ArticleRef] = {}
    for at, packed in shuffling.read(written, bucket):
        check = checks[at]
        assert check.across is not None
        rows = sorted(map(check.across.unpack, packed), key=check.across.order)
        faults = list(check.across.judge(rows))
        if not faults:
            continue
        known = {claim.article.name or "-": claim.article for claim in map(check.across.claim, rows)}
        look = looker(job.base, job.encoding, known)
        for order, fault in faults:
            finding = linting.finding(check, fault, look, job.language)
            findings.append((at, order, finding))
            refs |= {path: known[path] for path in _paths(finding) if path in known}
    return Judged(tuple(findings), refs)


def _paths(finding: Finding) -> Iterator[str]:
    yield finding.spot.path
    yield from (spot.path for spot in finding.related)


def _data(job: Job, name: str) -> bytes:
    try:
        return stores.get(name if stores.remote(name) else str(Path(job.base, name)))
    except FileNotFoundError:
        raise stores.UnfitError("is not there on this machine", where=name, hint="All workers must see it") from None


def _finder(job: Job, name: str) -> Callable[[ArticleRef], str | None]:
    return finder(places(job.base, name), job.encoding)


def _look(desk: Desk, name: str, data: bytes) -> Look:
    """Texts of the articles of a desk, and of its file of claims."""
    articles = {dossier.path: dossier.article for dossier in desk.dossiers}

    @cache
    def look(path: str) -> Text | None:
        article = articles.get(path)
        if article is not None:
            return linting.text_of(article.text)
        return linting.text_of(data.decode("utf-8", "replace")) if path == name else None

    return look


def looker(base: str, encoding: str | None, refs: Mapping[str, ArticleRef]) -> Look:
    """Return a function that finds texts by the names of articles, for as many as `refs` knows."""
    find = finder(places(base, ""), encoding)

    @cache
    def look(path: str) -> Text | None:
        if path not in refs:
            return None
        article = read_article(refs[path], find)
        return None if isinstance(article, str) else linting.text_of(article.text)

    return look
