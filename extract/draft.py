"""What the claim kinds hand on: a claim without the parts that are the same for every kind (id, evidence, article)."""

from __future__ import annotations

import msgspec

from jijitsu.schemas.claim import Attribution, Direction, Equivalent, Mark, Modality, Subject, Time, Value


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A claim in the making. `start` and `end` are the evidence, code points into the article."""

    kind: str
    start: int
    end: int
    sentence: int
    """Index of the sentence that the evidence stands in."""
    measure: str | None = None
    subject: Subject | None = None
    value: Value | None = None
    equivalent: Equivalent | None = None
    direction: Direction | None = None
    mark: Mark | None = None
    basis: str | None = None
    time: Time | None = None
    period: Time | None = None
    """The period that the reader has in mind, inherited ones too; goes into the fact key, not into the record."""
    modality: Modality = "asserted"
    attribution: Attribution | None = None
    quote_type: str | None = None
