"""Claims as Arrow tables: the record's shape with real types, for Parquet and for data frames.

Amounts are decimals of 38 digits, 12 of them behind the point; days are dates; evidence, subject and so on stay nested.
An amount that such a decimal does not give back digit for digit (more digits, or 8.50 from another hand) stands in
`amount_digits` too, so that nothing is lost; an amount that does not fit at all is null beside it.

pyarrow is asked for only here (`pip install 'jijitsu[parquet]'`): of the three that write Parquet it alone takes a
typed schema and batches as they come, and both pandas and polars take its tables. duckdb would have to guess types from
a file of JSON, polars is no smaller.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import islice
from typing import Any, get_args, get_type_hints

import msgspec

from jijitsu.schemas.claim import Claim
from jijitsu.schemas.errors import JijitsuError
from jijitsu.schemas.numbers import plain, written

PRECISION, SCALE = 38, 12
AT_ONCE = 8192
"""How many claims are held in memory at once: about 20 MB."""
_DIGITS = "_digits"


class ArrowMissingError(JijitsuError):
    """pyarrow is not installed."""


def batches(claims: Iterable[Claim]) -> Iterator[Any]:
    """Yield Arrow record batches of the claims, in their order. Raises ArrowMissingError."""
    arrow, stream = pyarrow(), iter(claims)
    while rows := [_row(claim) for claim in islice(stream, AT_ONCE)]:
        yield arrow.RecordBatch.from_struct_array(arrow.array(rows, arrow.struct(list(schema()))))


def claims_of(batch: Any) -> Iterator[Claim]:
    """Yield the claims in a batch that `batches` made. Raises JijitsuError where its columns are others."""
    if batch.schema.names != schema().names:
        raise JijitsuError("this table holds no claims", hint="Name a file that `jijitsu export` wrote")
    for row in batch.to_pylist():
        try:
            yield msgspec.convert({key: _read(value) for key, value in row.items()}, Claim)
        except msgspec.ValidationError as fault:
            raise JijitsuError(f"this row is no claim: {fault}") from None


def read(source: Any) -> Iterator[Claim]:
    """Yield the claims of a Parquet file: a path, or a stream that can seek.

    Raises ArrowMissingError, and JijitsuError for what is no table of claims.
    """
    arrow = pyarrow()
    from pyarrow import parquet

    try:
        with parquet.ParquetFile(source) as file:
            for group in range(file.num_row_groups):  # all of them at once would hold on to what was read
                for batch in file.iter_batches(AT_ONCE, [group]):
                    yield from claims_of(batch)
    except (arrow.ArrowException, OSError) as fault:
        raise JijitsuError(f"this is no Parquet that can be read ({str(fault).splitlines()[0]})") from None


def table(claims: Iterable[Claim]) -> Any:
    """Return one Arrow table of the claims. Raises ArrowMissingError."""
    return pyarrow().Table.from_batches(batches(claims), schema())


def flat(claims: Iterable[Claim]) -> Any:
    """Return one Arrow table without nesting, `value.amount` as `value_amount`: the columns of the CSV, with types.

    A sentence's place is `sentence_start`, `sentence_end`. An amount that does not fit is null, beside its
    `value_text`. Raises ArrowMissingError.
    """
    nested = table(claims)
    while any(arrow_type.num_fields for arrow_type in nested.schema.types):
        nested = nested.flatten()
    names = [name.replace(".", "_").replace("evidence_sentence_", "sentence_") for name in nested.column_names]
    kept = [name for name in names if not name.endswith(_DIGITS) and name != "schema"]
    return nested.rename_columns(names).select(kept)


@cache
def schema() -> Any:
    """Return the Arrow schema. Raises ArrowMissingError."""
    return pyarrow().schema(list(_fields(Claim)), {"jijitsu": "claim 1.0"})


def pyarrow() -> Any:
    """Return the library. Raises ArrowMissingError."""
    try:
        import pyarrow as library
    except ImportError:
        hint = "pip install 'jijitsu[parquet]'"
        raise ArrowMissingError("Parquet and data frames need pyarrow, which is not installed", hint=hint) from None
    return library


def _fields(shape: type[msgspec.Struct]) -> Iterator[Any]:
    """The Arrow fields of a shape of the record."""
    arrow, hints = pyarrow(), get_type_hints(shape)
    plain_types = {int: arrow.int64(), date: arrow.date32(), Decimal: arrow.decimal128(PRECISION, SCALE)}
    for name in shape.__struct_fields__:
        options = get_args(hints[name])
        types = [option for option in options or (hints[name],) if isinstance(option, type)]
        inner = next((option for option in types if issubclass(option, msgspec.Struct)), None)
        # What is left are strings, and literals, which are strings.
        kind = arrow.struct(list(_fields(inner))) if inner else plain_types.get(types[0] if types else str)
        yield arrow.field(name, kind or arrow.string(), nullable=type(None) in options or Decimal in types)
        if Decimal in types:
            yield arrow.field(name + _DIGITS, arrow.string())


def _row(claim: Claim) -> dict[str, Any]:
    row: dict[str, Any] = msgspec.to_builtins(claim, builtin_types=(Decimal, date))
    for part in ("value", "equivalent"):
        if row[part] is not None:
            row[part] = dict(_amounts(row[part]))
    return row


def _amounts(part: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """A value's fields, with the digits of amounts that a decimal of the schema does not give back."""
    for key, value in part.items():
        if key not in ("amount", "amount_max"):
            yield key, value
            continue
        held = value if value is not None and _fits(value) else None
        yield key, held
        same = value is None or (held is not None and written(plain(held)) == written(value))
        yield key + _DIGITS, None if same else written(value)


def _fits(amount: Decimal) -> bool:
    exponent = amount.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -SCALE and amount.adjusted() < PRECISION - SCALE


def _read(value: Any) -> Any:
    """A cell as the record has it."""
    if not isinstance(value, dict):
        return value
    found = {key: _read(inner) for key, inner in value.items() if not key.endswith(_DIGITS)}
    for key in ("amount", "amount_max"):
        if value.get(key + _DIGITS) is not None:
            found[key] = Decimal(value[key + _DIGITS])
        elif isinstance(value.get(key), Decimal):
            found[key] = plain(value[key])
    return found
