"""The linter over an archive of claims: each part checked by itself, facts of all parts brought together by their keys.

What is found is what `jijitsu lint` finds in the same files on one machine, in the same order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache, partial
from io import BytesIO
from pathlib import Path

import msgspec

from jijitsu.extract import linting
from jijitsu.extract.archive import shuffling, stores
from jijitsu.extract.archive.dispatch import Dispatcher, Engine, Tell
from jijitsu.extract.archive.manifest import SUFFIXES
from jijitsu.extract.archive.places import places
from jijitsu.extract.archive.program import must_be
from jijitsu.extract.archive.shuffling import Bucket, Row, Written
from jijitsu.extract.checking import Check, Desk, Fault, HouseFact, Order, Price
from jijitsu.extract.desk import Gathered, read_article, read_claims
from jijitsu.extract.linting import Language, Look, Text
from jijitsu.extract.reading.again import finder
from jijitsu.schemas.claim import ArticleRef
from jijitsu.schemas.errors import JijitsuError
from jijitsu.schemas.finding import Finding
from jijitsu.schemas.record import encode_line

_ARTICLES_AT_MOST = 2**24
"""More than a part has, so that articles are numbered before anybody has counted them."""
_TEXTS = 256
"""So many texts are kept for the findings in them."""
_PARTS_AT_ONCE = 8
"""So many parts are checked in one go at least, and have one file of the shuffle."""
_FILES = 2000
"""So many files the shuffle has at most: each bucket is read from all of them."""
_PARTS_IN_A_BUCKET = 800
_BUCKETS = 4, 512
"""The fewest and the most buckets."""


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """How parts are checked. `scratch` is where the shuffle's files lie; `base` is what paths are relative to."""

    base: str
    scratch: str
    encoding: str | None
    codes: tuple[str, ...]
    language: Language
    buckets: int
    prices: Mapping[tuple[str, date], Price] = {}
    house: Sequence[HouseFact] = ()
    rates: Mapping[tuple[str, str], Decimal] = {}
    program: bytes = b""


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
    """What was found in a bucket: check, place among the faults of the check, fault; and the articles of these."""

    faults: tuple[tuple[int, Order, Fault], ...]
    refs: dict[str, ArticleRef]


def _nowhere(path: str) -> None:
    """No text is known."""


class Outcome(msgspec.Struct):
    """All that was found. `read` is what was read, in order; `refs` finds the articles of findings again."""

    findings: list[Finding] = []
    read: list[str] = []
    refs: dict[str, ArticleRef] = {}
    troubles: list[JijitsuError] = []
    rows: int = 0
    bytes: int = 0
    look: Look = _nowhere


def stretches(names: Sequence[str]) -> list[Stretch]:
    """Return the parts of these names in stretches."""
    long = max(_PARTS_AT_ONCE, -(-len(names) // _FILES))
    return [Stretch(start, tuple(names[start : start + long])) for start in range(0, len(names), long)]


def buckets_for(parts: int) -> int:
    """Return how many buckets the figures of so many parts go into."""
    return min(max(parts // _PARTS_IN_A_BUCKET, _BUCKETS[0]), _BUCKETS[1])


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
        judging: Dispatcher[Bucket, Judged] = Dispatcher(engine, partial(_judge, job), tell)
        for _, verdict in judging.run(shuffling.buckets(written, job.buckets)):
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
    for verdict in judged:
        found.refs |= verdict.refs
    found.read = list(dict.fromkeys(articles + files))
    found.look = _looker(job, found.refs, files)
    checks = _checks(job)
    across: dict[int, list[tuple[Order, Fault]]] = {}
    for at, order, fault in (one for verdict in judged for one in verdict.faults):
        across.setdefault(at, []).append((order, fault))
    faults = [(checks[at], [fault for _, fault in sorted(across[at], key=lambda one: one[0])]) for at in sorted(across)]
    for told in linting.told(faults, found.look, job.language):
        if isinstance(told, JijitsuError):
            found.troubles.append(told)
        else:
            found.findings.append(told)


def _checks(job: Job) -> list[Check]:
    return [check for check in linting.checks() if check.code in job.codes]


def _check(job: Job, stretch: Stretch, careful: bool, sure: bool) -> Checked:
    """Check parts one by one, and write down what is to be compared."""
    del careful, sure
    must_be(job.program)
    checks = _checks(job)
    alone = [check for check in checks if check.across is None]
    findings: list[Finding] = []
    troubles: list[JijitsuError] = []
    articles: list[tuple[str, ...]] = []
    refs: dict[str, ArticleRef] = {}
    rows: list[Row] = []
    for number, name in enumerate(stretch.names, stretch.first):
        data = _bytes(job.base, name)
        gathered = Gathered()
        read_claims(name, enumerate(data.splitlines(keepends=True), 1), job.encoding, gathered, _finder(job, name))
        desk = Desk(tuple(gathered.dossiers), job.prices, job.house, job.rates, tuple(gathered.files))
        for one in linting.lint(desk, alone, _look(desk, name, data), job.language):
            if isinstance(one, JijitsuError):
                troubles.append(one)
            else:
                findings.append(one)
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


def _judge(job: Job, bucket: Bucket, careful: bool, sure: bool) -> Judged:
    """Judge the rows of a bucket, key by key."""
    del careful, sure
    must_be(job.program)
    checks = _checks(job)
    found: list[tuple[int, Order, Fault]] = []
    refs: dict[str, ArticleRef] = {}
    for at, packed in shuffling.read(bucket):
        across = checks[at].across
        assert across is not None
        rows = sorted(map(across.unpack, packed), key=across.order)
        faults = list(across.judge(rows))
        if faults:
            found += ((at, order, fault) for order, fault in faults)
            known = {claim.article.name or "-": claim.article for claim in map(across.claim, rows)}
            places = {place.path for _, fault in faults for place in (fault.place, *fault.related)}
            refs |= {path: known[path] for path in places if path in known}
    return Judged(tuple(found), refs)


def _paths(finding: Finding) -> Iterator[str]:
    yield finding.spot.path
    yield from (spot.path for spot in finding.related)


def _bytes(base: str, name: str) -> bytes:
    """The lines of a part; of one that is Parquet, those that it was made of."""
    try:
        data = stores.get(name if stores.remote(name) else str(Path(base, name)))
    except FileNotFoundError:
        raise stores.UnfitError("is not there on this machine", where=name, hint="All workers must see it") from None
    if not name.endswith(SUFFIXES["parquet"]):
        return data
    from jijitsu.extract import arrow

    try:
        return b"".join(map(encode_line, arrow.read(BytesIO(data))))
    except arrow.ArrowMissingError as fault:
        raise stores.UnfitError(fault.what, where=name, hint=fault.hint) from None


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


def _looker(job: Job, refs: Mapping[str, ArticleRef], claims: Sequence[str]) -> Look:
    """Return a function that finds texts by the names of articles, as far as `refs` knows, and of files of claims."""
    find = finder(places(job.base, ""), job.encoding)
    files = frozenset(claims)

    @lru_cache(maxsize=_TEXTS)
    def look(path: str) -> Text | None:
        if path in files:
            return linting.text_of(_bytes(job.base, path).decode("utf-8", "replace"))
        if path not in refs:
            return None
        article = read_article(refs[path], find)
        return None if isinstance(article, str) else linting.text_of(article.text)

    return look
