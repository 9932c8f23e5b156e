"""The claim record: one checkable statement of an article, with its place. Field order is the record's key order."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

import msgspec

from jijitsu.schemas.article import named
from jijitsu.schemas.mention import EntityType, Relation

Modality = Literal["asserted", "reported", "estimated", "forecast", "conditional", "negated"]
Direction = Literal["up", "down", "flat"]
Mark = Literal["close", "open", "high", "low", "intraday", "record_high", "record_low", "target"]
ResolvedBy = Literal["absolute", "publication_date", "context", "calendar"]

SCHEMA = "1.0"
KINDS = (
    "price_move", "price_level", "market_cap_move", "market_cap_level", "delivery", "financial", "quote", "quantity",
)  # fmt: skip


class Subject(msgspec.Struct, frozen=True, gc=False):
    """Who or what a value belongs to."""

    text: str
    name: str
    id: str | None
    type: EntityType


class Value(msgspec.Struct, frozen=True, gc=False):
    """A number with its unit, as read; `text` as written."""

    amount: Decimal
    amount_max: Decimal | None
    unit: str | None
    relation: Relation
    text: str


class Equivalent(msgspec.Struct, frozen=True, gc=False):
    """The same money said again in another currency."""

    amount: Decimal
    unit: str
    relation: Relation
    text: str


class Time(msgspec.Struct, frozen=True, gc=False):
    """When the value held or the move happened; days inclusive."""

    text: str
    start: date
    end: date
    resolved_by: ResolvedBy | None


class Attribution(msgspec.Struct, frozen=True, gc=False):
    """Who says it. For a quote always there; for other kinds null when the article speaks for itself."""

    speaker: str | None
    speaker_text: str | None
    speaker_id: str | None = None
    role: str | None = None
    org: str | None = None
    medium: str | None = None
    cue: str | None = None


class Quote(msgspec.Struct, frozen=True, gc=False):
    """What was said."""

    text: str
    type: Literal["direct", "indirect"]


class Place(msgspec.Struct, frozen=True, gc=False):
    """Offsets of the sentence, in code points."""

    start: int
    end: int


class Evidence(msgspec.Struct, frozen=True, gc=False):
    """Where the article says it. `line` and `column` count from 1."""

    start: int
    end: int
    text: str
    line: int
    column: int
    sentence: Place
    prefix: str
    suffix: str


class ArticleRef(msgspec.Struct, frozen=True, gc=False):
    """The article that the evidence points into: its file, and the member of an archive, row and field of a table."""

    path: str | None
    sha256: str
    title: str | None
    published: date | None
    publisher: str | None
    url: str | None
    # Younger than the others: records without them are read (record.LATER), those we write have them.
    member: str | None = None
    row: int | None = None
    field: str | None = None

    @property
    def name(self) -> str | None:
        """What findings and errors call the article; None for standard input."""
        return named(self.path, self.member, self.row)


class Claim(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One line of NDJSON: see `jijitsu schema`."""

    schema: Literal["1.0"] = "1.0"
    id: str
    kind: str
    measure: str | None
    subject: Subject | None
    value: Value | None
    equivalent: Equivalent | None
    direction: Direction | None
    mark: Mark | None
    basis: str | None
    time: Time | None
    modality: Modality
    attribution: Attribution | None
    quote: Quote | None
    evidence: Evidence
    article: ArticleRef
    fact: str | None
    rule: str
