"""A mention: something a recogniser saw in a sentence, with its place and its reading."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

import msgspec

from jijitsu.schemas.span import Span

MentionType = Literal[
    "money", "percent", "points", "multiple", "count", "number",
    "date", "duration", "period",
    "company", "person", "organisation", "index", "currency", "crypto", "commodity", "product", "country",
    "utterance", "basis", "direction", "hedge", "measure",
]  # fmt: skip
Relation = Literal["eq", "approx", "ge", "gt", "le", "lt", "range"]
EntityType = Literal[
    "company", "person", "index", "currency", "crypto", "commodity", "country", "product", "group", "other"
]


class Amount(msgspec.Struct, frozen=True):
    """A number with its unit. The mention's span covers number, unit and approximators (約5890億ドル)."""

    amount: Decimal
    unit: str
    """ISO 4217 for money, percent, percentage_point, points, times, else the counter as written ("" for a bare number)."""
    relation: Relation = "eq"
    amount_max: Decimal | None = None
    """The upper end, for relation `range` alone."""


class Timex(msgspec.Struct, frozen=True):
    """A date, period or duration: TIMEX3 value, and the days it covers where they can be told (both inclusive)."""

    timex: str
    start: date | None = None
    end: date | None = None
    resolved_by: Literal["absolute", "publication_date", "context", "calendar"] | None = None


class Entity(msgspec.Struct, frozen=True):
    """A named thing. `name` is canonical, `id` is MIC:TICKER for a listed company."""

    name: str
    type: EntityType
    id: str | None = None
    role: str | None = None
    """For a person: the title or description (最高経営責任者, 経済コンサルタント)."""
    org: str | None = None
    """For a person: the organisation, as a name."""


class Bracketed(msgspec.Struct, frozen=True):
    """What stands between 「」, 『』 or “ ”. The mention's span leaves the brackets out."""

    bracket: str
    """The opening bracket."""


class Word(msgspec.Struct, frozen=True):
    """A word of the lexicon: a direction, a basis, a hedge. `means` is what the lexicon says of it."""

    means: str


class Mention(msgspec.Struct, frozen=True):
    """One thing seen. `start` and `end` are code points into the article, `text` is what stands there."""

    type: MentionType
    start: int
    end: int
    text: str
    value: Amount | Timex | Entity | Bracketed | Word

    @property
    def span(self) -> Span:
        """The mention's place in the article."""
        return Span(self.start, self.end)
