"""A figure: a value with everything that was linked to it. One figure a subject."""

from __future__ import annotations

import msgspec

from jijitsu.schemas.claim import Attribution, Direction, Mark, Modality, Subject, Time
from jijitsu.schemas.mention import Amount, Mention


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """What the kinds read. `family` and `measure` say what is measured; `change` tells a change from a level."""

    mention: Mention
    amount: Amount
    sentence: int
    family: str
    measure: str
    subject: Subject | None
    direction: Direction | None = None
    worded: bool = False
    """The sentence has a word for what is measured."""
    change: bool = False
    negative: bool = False
    """A loss in a profit line: 85億円の赤字."""
    basis: str | None = None
    equivalent: Mention | None = None
    mark: Mark | None = None
    time: Time | None = None
    period: Time | None = None
    modality: Modality = "asserted"
    attribution: Attribution | None = None
