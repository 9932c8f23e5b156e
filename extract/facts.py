"""Which claims speak of the same fact: the key that repeats and contradictions share."""

from __future__ import annotations

from hashlib import sha256

import msgspec

from jijitsu.extract.draft import Draft

_SAME_COUNTER = {"名": "人"}


def fact_key(draft: Draft) -> str | None:
    """Return `f_` and 16 hex digits of subject, measure, period and unit family; null for quotes and unknown subjects.

    The period is the one that the reader has in mind. A level and its change are two facts (a revenue of 7.9兆円, and
    its rise by 3000億円), so which of the two it is belongs to what is measured.
    """
    if draft.kind == "quote" or draft.subject is None or draft.measure is None:
        return None
    period = draft.period or draft.time
    parts = (
        draft.subject.id or draft.subject.name,
        draft.measure,
        "level" if draft.direction is None else "change",
        period and (period.start.isoformat(), period.end.isoformat()),
        _family(draft.value.unit if draft.value else None),
    )
    return f"f_{sha256(msgspec.json.encode(parts)).hexdigest()[:16]}"


def _family(unit: str | None) -> str | None:
    """Currencies are one family, since the same money is told in several; counters that count alike are one."""
    if unit is not None and len(unit) == 3 and unit.isascii() and unit.isupper():
        return "money"
    return _SAME_COUNTER.get(unit, unit) if unit else unit
