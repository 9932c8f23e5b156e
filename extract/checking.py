"""The agreed shape of a check, and the desk that the checks read: claims, and the articles where there are any."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec

from jijitsu.extract.story import Speech, Story
from jijitsu.schemas.article import Article
from jijitsu.schemas.claim import Claim
from jijitsu.schemas.finding import Severity


class Dossier(msgspec.Struct, frozen=True):
    """One article with its claims. `story` and `speeches` are None where only a claim file was read.

    `article` is None where a claim file names an article that is not there.
    """

    path: str
    article: Article | None
    claims: tuple[Claim, ...]
    story: Story | None = None
    speeches: tuple[Speech, ...] | None = None


class Price(msgspec.Struct, frozen=True):
    """A row of the user's price table."""

    day: date
    symbol: str
    open: Decimal | None
    high: Decimal | None
    low: Decimal | None
    close: Decimal | None
    currency: str
    row: int


class HouseFact(msgspec.Struct, frozen=True):
    """An entry of the user's house facts. `period` is `first day/last day`, as 2025-01-01/2025-12-31."""

    subject: str
    measure: str
    period: str
    amount: Decimal
    unit: str
    source: str
    line: int


class Record(msgspec.Struct, frozen=True, gc=False):
    """A line of a claim file: its claim, or what is wrong with it.

    `start` and `end` are code points, the line end left out; `at` is the byte at which the line begins, behind a byte
    order mark.
    """

    number: int
    at: int
    start: int
    end: int
    claim: Claim | None
    wrong: str = ""


class ClaimFile(msgspec.Struct, frozen=True):
    """A claim file as it was read. `articles`: the path that claims name -> the article, or why there is none."""

    path: str
    records: tuple[Record, ...]
    articles: Mapping[str, Article | str]


class Desk(msgspec.Struct, frozen=True, eq=False):
    """All that was given to one run of the linter, in order of the paths given.

    The claims of `files` stand in the dossiers too, so that only the checks of records (S, E) read `files`. Equal only
    to itself, so that what several checks need of it is made once (passages.py, facts.py).
    """

    dossiers: tuple[Dossier, ...]
    prices: Mapping[tuple[str, date], Price] = {}
    house: Sequence[HouseFact] = ()
    rates: Mapping[tuple[str, str], Decimal] = {}
    files: tuple[ClaimFile, ...] = ()


class Place(msgspec.Struct, frozen=True):
    """A stretch of one dossier's article, code points; `note` says what stands there, in Japanese and English."""

    path: str
    start: int
    end: int
    note: tuple[str, str] = ("", "")


class Mending(msgspec.Struct, frozen=True):
    """One way to mend a fault: the places to be written anew, each with its new words. Several are alternatives."""

    title: tuple[str, str]
    """Japanese, English."""
    edits: tuple[tuple[Place, str], ...]


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """What a check hands on: the runner adds code, severity, line, column and fingerprint, and picks the language."""

    place: Place
    message: tuple[str, str]
    """Japanese, English."""
    related: tuple[Place, ...] = ()
    mends: tuple[Mending, ...] = ()
    """Ways to mend it, where the check knows the words; it never knows which is right."""


Order = tuple[int, ...]


class Across(msgspec.Struct, frozen=True):
    """A check across articles in two steps, so that it can be made on many machines.

    `rows` yields what a desk has to compare, each with a key; an article's number counts from `first` on. `judge` takes
    all rows of one key, of all articles, in their order, and yields faults, each with its place among all faults of the
    check. `pack` and `unpack` bring a row to another machine.
    """

    rows: Callable[[Desk, int], Iterable[tuple[tuple[object, ...], Any]]]
    judge: Callable[[Sequence[Any]], Iterable[tuple[Order, Fault]]]
    order: Callable[[Any], Order]
    """A row's place among all rows."""
    claim: Callable[[Any], Claim]
    """The claim that a row is about."""
    pack: Callable[[Any], bytes]
    unpack: Callable[[bytes], Any]

    def find(self, desk: Desk) -> list[Fault]:
        """Return the faults of a desk, in their order."""
        groups: dict[tuple[object, ...], list[Any]] = {}
        for key, row in self.rows(desk, 0):
            groups.setdefault(key, []).append(row)
        found = [one for rows in groups.values() for one in self.judge(rows)]
        return [fault for _, fault in sorted(found, key=lambda one: one[0])]


class Check(msgspec.Struct, frozen=True):
    """One lint check; its module's docstring is its page (What it checks, Why it matters, How to mend).

    `fires`: texts in which it must find something, as one article or several joined by a line of `----`, each with an
    optional first line `published: 2026-01-07`; `silent`: sound texts in which it must find nothing.
    """

    code: str
    severity: Severity
    find: Callable[[Desk], Iterable[Fault]]
    title: tuple[str, str]
    """Japanese, English: one line."""
    needs: str
    """"claims" if it works on claim files alone, "text" if it needs the article's text."""
    fires: Sequence[str]
    silent: Sequence[str]
    prices: Sequence[Price] = ()
    """The price table that the examples are held against, for the check that needs one."""
    house: Sequence[HouseFact] = ()
    """The house facts that the examples are held against."""
    across: Across | None = None
    """How it works where it compares articles: then `find` is that of it."""
