"""What the user knows better: a table of prices (CSV), house facts (YAML), exchange rates. Errors name the row or line.

Prices: `date,symbol,open,high,low,close,currency`, the symbol as MIC:TICKER; empty cells are unknown.
Facts: a list of mappings `subject, measure, period, amount, unit, source`.
"""

from __future__ import annotations

import csv
import io
from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import yaml

from jijitsu.extract.checking import HouseFact, Price
from jijitsu.extract.reading.dateline import parse_day
from jijitsu.extract.reading.decoding import decode
from jijitsu.schemas.errors import JijitsuError

COLUMNS = ("date", "symbol", "open", "high", "low", "close", "currency")
KEYS = ("subject", "measure", "period", "amount", "unit", "source")
_NUMBERS = ("open", "high", "low", "close")


def prices(path: Path) -> dict[tuple[str, date], Price]:
    """Return (symbol, day) -> row of a price table. Raises JijitsuError with the row's number."""
    rows = csv.reader(io.StringIO(_text(path), newline=""))
    header = [name.strip() for name in next(rows, [])]
    missing = [name for name in ("date", "symbol", "close", "currency") if name not in header]
    strange = [name for name in header if name not in COLUMNS]
    if missing or strange:
        what = f"no column {missing[0]}" if missing else f"a column {strange[0]!r} that is not known"
        raise JijitsuError(f"row 1 has {what}", where=str(path), hint=f"The columns are {','.join(COLUMNS)}")
    found: dict[tuple[str, date], Price] = {}
    for cells in rows:
        if not any(cell.strip() for cell in cells):
            continue
        price = _price(path, rows.line_num, header, cells)
        if (price.symbol, price.day) in found:
            first = found[price.symbol, price.day].row
            raise _wrong(path, price.row, f"{price.symbol} on {price.day} stands in row {first} already")
        found[price.symbol, price.day] = price
    return found


def _price(path: Path, row: int, header: list[str], cells: list[str]) -> Price:
    if len(cells) != len(header):
        raise _wrong(path, row, f"{len(cells)} cells where the header has {len(header)}")
    cell = dict(zip(header, (one.strip() for one in cells), strict=True))
    day = parse_day(cell["date"])
    if day is None:
        raise _wrong(path, row, f"date: {cell['date']!r} is no date; write it as 2025-01-28")
    if cell["symbol"].count(":") != 1 or not all(cell["symbol"].split(":")):
        raise _wrong(path, row, f"symbol: {cell['symbol']!r} is not written MIC:TICKER, as XNAS:NVDA")
    currency = cell["currency"]
    if not (len(currency) == 3 and currency.isascii() and currency.isupper()):
        raise _wrong(path, row, f"currency: {currency!r} is no ISO 4217 code, as USD")
    numbers = {name: _number(path, row, name, cell.get(name, "")) for name in _NUMBERS}
    if all(number is None for number in numbers.values()):
        raise _wrong(path, row, "no price at all")
    low, high = numbers["low"], numbers["high"]
    if low is not None and high is not None and low > high:
        raise _wrong(path, row, f"low {low} is above high {high}")
    return Price(
        day, cell["symbol"], numbers["open"], numbers["high"], numbers["low"], numbers["close"], currency, row
    )  # fmt: skip


def _number(path: Path, row: int, name: str, written: str) -> Decimal | None:
    if not written:
        return None
    try:
        number = Decimal(written.replace(",", ""))
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise _wrong(path, row, f"{name}: {written!r} is no number")
    return number


def _wrong(path: Path, row: int, what: str) -> JijitsuError:
    return JijitsuError(f"row {row}: {what}", where=str(path), hint="Mend the row, or leave --prices out")


def facts(path: Path) -> tuple[HouseFact, ...]:
    """Return the house facts in a YAML file. Raises JijitsuError with the entry's line."""
    try:
        root = yaml.compose(_text(path), Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError) as fault:
        mark = getattr(fault, "problem_mark", None)
        where = f"line {mark.line + 1}: " if mark is not None else ""
        raise JijitsuError(
            f"{where}this is no YAML ({getattr(fault, 'problem', None) or fault})", where=str(path)
        ) from None
    if root is None:
        return ()
    if not isinstance(root, yaml.SequenceNode):
        raise _bad(path, root, "the file is no list of facts")
    return tuple(_fact(path, node) for node in root.value)


def _fact(path: Path, node: Any) -> HouseFact:
    if not isinstance(node, yaml.MappingNode):
        raise _bad(path, node, "this entry is no mapping")
    cell: dict[str, str] = {}
    for key, value in node.value:
        if key.value not in KEYS:
            raise _bad(path, key, f"{key.value!r} is not known")
        cell[key.value] = _period(path, value) if key.value == "period" else _single(path, key.value, value)
    for name in KEYS[:-1]:
        if not cell.get(name) and name != "unit":
            raise _bad(path, node, f"{name} is missing")
    try:
        amount = Decimal(cell["amount"].replace(",", "").replace("_", ""))
    except InvalidOperation:
        amount = Decimal("NaN")
    if not amount.is_finite():
        raise _bad(path, node, f"amount: {cell['amount']!r} is no number")
    return HouseFact(
        cell["subject"], cell["measure"], cell["period"], amount, cell.get("unit", ""), cell.get("source", ""),
        node.start_mark.line + 1,
    )  # fmt: skip


def _single(path: Path, name: str, node: Any) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise _bad(path, node, f"{name} is no single value")
    return str(node.value).strip()


def _period(path: Path, node: Any) -> str:
    """A period as `first day/last day`; written so, as {start, end}, or as 2025, 2025-12, 2025-12-30."""
    if isinstance(node, yaml.MappingNode):
        ends = {key.value: _single(path, f"period.{key.value}", value) for key, value in node.value}
        if ends.keys() != {"start", "end"}:
            raise _bad(path, node, "period has other keys than start and end")
        written = f"{ends['start']}/{ends['end']}"
    else:
        written = _single(path, "period", node)
    first, _, last = written.partition("/")
    days = _days(first), _days(last or first)
    if days[0] is None or days[1] is None or days[0][0] > days[1][1]:
        raise _bad(path, node, f"period: {written!r} is no period; write it as 2025, 2025-12 or 2025-04-01/2026-03-31")
    return f"{days[0][0]}/{days[1][1]}"


def _days(written: str) -> tuple[date, date] | None:
    """First and last day of a year, a month or a day."""
    try:
        match [int(part) for part in written.strip().split("-")]:
            case [year]:
                return date(year, 1, 1), date(year, 12, 31)
            case [year, month]:
                return date(year, month, 1), date(year, month, monthrange(year, month)[1])
            case [year, month, day]:
                return date(year, month, day), date(year, month, day)
    except ValueError:
        pass
    return None


def _bad(path: Path, node: Any, what: str) -> JijitsuError:
    hint = f"An entry has the keys {', '.join(KEYS)}"
    return JijitsuError(f"line {node.start_mark.line + 1}: {what}", where=str(path), hint=hint)


def rates(given: Iterable[str]) -> Mapping[tuple[str, str], Decimal]:
    """Return (currency, currency) -> rate of texts such as `USD/JPY=147.5`. Raises ValueError that names the text."""
    found: dict[tuple[str, str], Decimal] = {}
    for text in given:
        pair, _, written = text.partition("=")
        one, _, other = pair.replace(":", "/").strip().upper().partition("/")
        try:
            rate = Decimal(written.strip())
        except InvalidOperation:
            rate = Decimal("NaN")
        if not (rate.is_finite() and rate > 0 and len(one) == len(other) == 3):
            raise ValueError(f"{text!r} is no rate; write it as USD/JPY=147.5")
        found[one, other] = rate
    return found


def _text(path: Path) -> str:
    try:
        return decode(path.read_bytes())
    except OSError as fault:
        raise JijitsuError(f"cannot be read ({fault.strerror or fault})", where=str(path)) from None
