"""The claim record as bytes: one JSON object a line, exact decimals both ways, wrong records refused.

Errors name the path of the fault (`$.value.amount`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache, reduce
from operator import or_
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import msgspec

from jijitsu.schemas.claim import KINDS, Claim
from jijitsu.schemas.numbers import LONGEST, plain, written
from jijitsu.schemas.rules import FORMS, LATER, LEAST, check, check_amount, check_kind
from jijitsu.schemas.rules import RecordError as RecordError

_ID, _FACT, _SHA256 = (re.compile(form.replace("$", r"\Z")).search for form in FORMS.values())
_ENCODER = msgspec.json.Encoder(decimal_format="number")
_DECODER = msgspec.json.Decoder(Claim)
_LOOSE = msgspec.json.Decoder(float_hook=Decimal)


def encode_line(claim: Claim) -> bytes:
    """Return the claim as one line of JSON with its line end. Amounts are digits, never in exponent form."""
    line = _ENCODER.encode(claim)
    amounts = [claim.value.amount, claim.value.amount_max] if claim.value else []
    amounts += [claim.equivalent.amount] if claim.equivalent else []
    if any("E" in str(amount) for amount in amounts if amount is not None):
        line = _ENCODER.encode(_spelt_out(msgspec.to_builtins(claim, builtin_types=(Decimal,))))
    return line + b"\n"


def decode_own(lines: bytes) -> list[Claim]:
    """Return the claims in lines that `encode_line` made; others may get through unseen."""
    return _DECODER.decode_lines(lines)


def decode_line(line: bytes) -> Claim:
    """Return the claim in a line of JSON, whole and of the right types. Raises RecordError, which names the path."""
    claim = _whole(line)
    if claim is not None:
        return claim
    try:
        claim = _DECODER.decode(line)
        loaded = _LOOSE.decode(line)
    except msgspec.ValidationError as fault:
        raise RecordError(str(fault).replace("`decimal`", "`number`")) from None
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise RecordError(f"no JSON: {fault}") from None
    except RecursionError:
        raise RecordError("no JSON that can be read: nested too deeply") from None
    _complete(loaded, Claim, "$", more=claim.kind.startswith("x-"))
    check(claim)
    return claim


def decode_lines(lines: bytes) -> list[Claim] | None:
    """Return the claims in lines as `encode_line` writes them; None if any is written otherwise, or may have a fault.

    What comes out as it went in lacks no key, has none too many, and no amount in quotes. It takes half the time of
    line by line.
    """
    try:
        claims = _DECODER.decode_lines(lines)
        if _ENCODER.encode_lines(claims) != lines:
            return None
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return None
    return claims if all(_in_form(claim) and _goes_together(claim) for claim in claims) else None


def _whole(line: bytes) -> Claim | None:
    """The claim in a line without fault, ten times as fast as finding out what is wrong; None if anything is."""
    try:
        claim = _DECODER.decode(line)
        # What we wrote ourselves comes out as it went in: then no key is missing, and none is too many.
        if _ENCODER.encode(claim) != line.rstrip() or not _in_form(claim):
            _strict().decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
    return claim if _goes_together(claim) else None


def _goes_together(claim: Claim) -> bool:
    """True if a claim of one of our kinds has the parts of its kind, and its amounts are written in digits."""
    if claim.kind not in KINDS:
        return False
    value, equivalent = claim.value, claim.equivalent
    try:
        for amount in (
            value.amount if value else None, value.amount_max if value else None, equivalent.amount if equivalent else None
        ):  # fmt: skip
            if amount is not None and ("E" in (digits := str(amount)) or len(digits) >= LONGEST):
                check_amount(amount, "$")
        check_kind(claim)
    except RecordError:
        return False
    return True


def _in_form(claim: Claim) -> bool:
    """True if strings and numbers are as FORMS and LEAST want them; spelt out, since it is asked of every record."""
    evidence, sentence, row = claim.evidence, claim.evidence.sentence, claim.article.row
    return bool(
        _ID(claim.id) and _SHA256(claim.article.sha256) and (claim.fact is None or _FACT(claim.fact))
        and evidence.start >= 0 < evidence.end and evidence.line > 0 < evidence.column
        and sentence.start >= 0 < sentence.end and (row is None or row > 0)
    )  # fmt: skip


@cache
def _strict() -> msgspec.json.Decoder[Any]:
    """A decoder for the same shapes that wants every key, no other, numbers that are numbers, and strings in form."""
    return msgspec.json.Decoder(_strictly(Claim))


def _strictly(shape: type) -> type:
    fields = []
    for name, hint in get_type_hints(shape).items():
        types = [
            _strictly(one) if isinstance(one, type) and issubclass(one, msgspec.Struct)
            else int | float if one is Decimal else one
            for one in (get_args(hint) if get_origin(hint) in {Union, UnionType} else (hint,))
        ]  # fmt: skip
        field = f"{shape.__name__}.{name}"
        if field in FORMS:
            form = msgspec.Meta(pattern=FORMS[field].replace("$", r"\Z"))
            types = [Annotated[one, form] if one is str else one for one in types]
        if field in LEAST:
            types = [Annotated[one, msgspec.Meta(ge=LEAST[field])] if one is int else one for one in types]
        whole = reduce(or_, types)
        fields.append((name, whole, None) if field in LATER else (name, whole))
    return msgspec.defstruct(shape.__name__, fields, forbid_unknown_fields=True, kw_only=True)


def encode_plain(data: Any) -> bytes:
    """Return plain data (dicts, lists, decimals, dates) as JSON without a line end, decimals as digits."""
    return _ENCODER.encode(_spelt_out(data))


def _spelt_out(loaded: Any) -> Any:
    """The same data with its decimals as digits."""
    if isinstance(loaded, dict):
        return {key: _spelt_out(value) for key, value in loaded.items()}
    if isinstance(loaded, list):
        return [_spelt_out(value) for value in loaded]
    return msgspec.Raw(written(plain(loaded)).encode()) if isinstance(loaded, Decimal) else loaded


def _complete(loaded: Mapping[str, Any], shape: type, path: str, *, more: bool = False) -> None:
    """Raise RecordError for a key that is missing, or too many, and for an amount in quotes.

    Every key is always there, also those with a default; only kinds that users add bring `more` at the top.
    """
    fields = _fields(shape)
    for name, (inner, number) in fields.items():
        if name not in loaded:
            if f"{shape.__name__}.{name}" in LATER:
                continue
            raise RecordError(f"Object missing required field `{name}` - at `{path}`")
        value = loaded[name]
        if number and isinstance(value, str):
            raise RecordError(f"Expected `number`, got `str` - at `{path}.{name}`")
        if inner is not None and value is not None:
            _complete(value, inner, f"{path}.{name}")
    strange = next((name for name in loaded if name not in fields), None)
    if not more and strange is not None:
        raise RecordError(f"Object contains unknown field `{strange}` - at `{path}`")


@cache
def _fields(shape: type) -> Mapping[str, tuple[type | None, bool]]:
    """Field -> the shape inside it, if it holds one, and whether it is an amount."""
    found = {}
    for name, hint in get_type_hints(shape).items():
        types = get_args(hint) or (hint,)
        inner = next((one for one in types if isinstance(one, type) and issubclass(one, msgspec.Struct)), None)
        found[name] = inner, Decimal in types
    return found
