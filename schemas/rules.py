"""What must hold of a claim record beyond the types of its fields, told once for decoding and for the JSON Schema.

Errors name the path of the fault (`$.value.amount`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache, lru_cache

import msgspec

from jijitsu.schemas.claim import KINDS, Claim
from jijitsu.schemas.numbers import LONGEST, plain

EXTENSION = r"^x-[a-z0-9][a-z0-9_-]*$"
"""What kinds that users add are called."""

MEASURES: Mapping[str, tuple[str, ...]] = {
    "price_move": ("share_price", "index", "fx_rate", "crypto", "commodity", "yield"),
    "price_level": ("share_price", "index", "fx_rate", "crypto", "commodity", "yield"),
    "market_cap_move": ("market_cap",),
    "market_cap_level": ("market_cap",),
    "delivery": ("deliveries", "sales", "production", "shipments", "registrations"),
    "financial": (
        "revenue", "operating_profit", "ordinary_profit", "net_profit", "gross_margin", "free_cash_flow", "cash",
        "cost", "capex", "rnd", "funding", "debt", "dividend", "eps", "loss", "net_worth", "other",
    ),
}  # fmt: skip
"""The fixed words of each kind; `quantity` and added kinds say it in words of their own, `quote` has none."""
MOVES = ("price_move", "market_cap_move")
"""Kinds that always have a direction."""
LEVELS = ("price_level", "market_cap_level", "quote")
"""Kinds that never have one."""

FORMS: Mapping[str, str] = {
    "Claim.id": r"^c_[0-9a-f]{16}$",
    "Claim.fact": r"^f_[0-9a-f]{16}$",
    "ArticleRef.sha256": r"^[0-9a-f]{64}$",
}
"""What strings of these fields look like, by shape and field."""
LEAST: Mapping[str, int] = {
    "Evidence.start": 0, "Evidence.end": 1, "Evidence.line": 1, "Evidence.column": 1, "Place.start": 0, "Place.end": 1,
    "ArticleRef.row": 1,
}  # fmt: skip
"""The least value of these fields, by shape and field."""

LATER = frozenset({"ArticleRef.member", "ArticleRef.row", "ArticleRef.field"})
"""Fields that records of an earlier version lack; all others are always there."""


class RecordError(ValueError):
    """A line that is no claim. The message says what is wrong, and at which path."""


def check(claim: Claim) -> None:
    """Raise RecordError where the parts of a claim do not go together; the JSON Schema says the same."""
    kind = claim.kind
    if kind not in KINDS and not re.fullmatch(EXTENSION, kind):
        raise RecordError(f"`{kind}` is neither a kind ({', '.join(KINDS)}) nor called x-NAME - at `$.kind`")
    _check_fields(claim, "$")
    if kind in KINDS:
        check_kind(claim)


@cache
def wanted(kind: str) -> Mapping[str, bool]:
    """Field -> whether a claim of this kind has it (True) or has none (False); fields left out may be null."""
    parts = (
        {"value": False, "measure": False, "quote": True, "attribution": True, "fact": False}
        if kind == "quote"
        else {"value": True, "quote": False}
    )
    if kind in MOVES or kind in LEVELS:
        parts["direction"] = kind in MOVES
    return parts


def check_kind(claim: Claim) -> None:
    """Raise RecordError where a claim has a measure or a part that its kind has not."""
    fault = _fault(
        claim.kind, claim.measure if claim.kind in MEASURES else None, claim.value is not None, claim.measure is not None,
        claim.quote is not None, claim.attribution is not None, claim.fact is not None, claim.direction is not None,
    )  # fmt: skip
    if fault is not None:
        raise RecordError(fault)


_PARTS = ("value", "measure", "quote", "attribution", "fact", "direction")


@lru_cache(maxsize=4096)
def _fault(kind: str, measure: str | None, *there: bool) -> str | None:
    """What is wrong with a claim of this kind that has these `_PARTS`; kept, since it is asked of every record.

    `measure` is that of a kind with fixed words alone.
    """
    if measure is not None and measure not in MEASURES[kind]:
        return f"`{measure}` is no measure of {kind} ({', '.join(MEASURES[kind])}) - at `$.measure`"
    has = dict(zip(_PARTS, there, strict=True))
    for field, want in wanted(kind).items():
        if has[field] != want:
            return f"a {kind} has {'a' if want else 'no'} {field} - at `$.{field}`"
    return None


def _check_fields(shape: msgspec.Struct, path: str) -> None:
    """Raise RecordError for a string of another form, a number that is too small, an amount that is none."""
    for name in shape.__struct_fields__:
        value, here, field = getattr(shape, name), f"{path}.{name}", f"{type(shape).__name__}.{name}"
        if isinstance(value, msgspec.Struct):
            _check_fields(value, here)
        elif isinstance(value, Decimal):
            check_amount(value, here)
        elif isinstance(value, str) and field in FORMS and not re.search(FORMS[field].replace("$", r"\Z"), value):
            raise RecordError(f"`{value}` does not match {FORMS[field]} - at `{here}`")
        elif isinstance(value, int) and field in LEAST and value < LEAST[field]:
            raise RecordError(f"{value} is less than {LEAST[field]} - at `{here}`")


def check_amount(amount: Decimal, path: str) -> None:
    """Raise RecordError for an amount that no plain digits write."""
    if amount.as_tuple().exponent not in range(-LONGEST, 1):
        raise RecordError(f"{amount} is not written in plain digits - at `{path}`")
    try:
        plain(amount)
    except ValueError as fault:
        raise RecordError(f"{fault} - at `{path}`") from None
