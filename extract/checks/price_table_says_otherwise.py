"""A price or its move is not what the user's price table says.

## What it checks
With `--prices`: the close, open, high, low of a share, index or currency on a day, prices within the day (they must lie between low and
high), and moves against the day before, for symbols and days that the table has. Target prices, moves against another day and
days that the table lacks say nothing. New York's day is meant where the article speaks of that market; where it says 日本時間 or
早朝, the session before counts too.

## Why it matters
A wrong close is the error that readers check first.

## How to mend
The message gives the table's figure and its row. If the table is wrong, mend it there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import date
from decimal import Decimal

import msgspec

from jijitsu.extract.checking import Check, Desk, Fault, Price
from jijitsu.extract.fold import fold
from jijitsu.extract.mending import instead
from jijitsu.extract.numbers.intervals import Interval, interval_of, meet, over, scaled, shifted, widened
from jijitsu.extract.numbers.saying import Pair, say
from jijitsu.extract.passages import Passage, passages_of, place
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Claim

_JAPAN_TIME = regex(r"日本時間|早朝|未明|明け方|の朝|日朝")
_TOKYO = "XTKS"
_QUOTED = frozenset({"share_price", "index", "fx_rate", "commodity", "crypto"})
_WITHIN = regex(r"一時|場中|寄り付き|寄付|取引時間中|前場|午前|前引け|後場寄り|まで(?:下|上|売|買|値)|高値|安値|日中")
_OTHER_BASIS = regex(
    r"年初来|高値から|安値から|以来|ぶり|週間|前週|月間|前月|前年|半年|から[^。]{0,12}$|公開価格|初値|期待|目標|累計|今年"
)
_DAILY = regex(r"前日|前営業日|前週末|前の日|前取引日")
_NAMED = frozenset({"close", "open", "high", "low"})
_LONGEST_GAP = 6
"""Days between two sessions, holidays included."""
_SLACK = Decimal("0.0005")


class Session(msgspec.Struct, frozen=True):
    """A row of the table, and the row of the session before it if the table has it."""

    today: Price
    before: Price | None


def find(desk: Desk) -> Iterator[Fault]:
    """Yield a fault for each price that the table contradicts."""
    if not desk.prices:
        return
    days: dict[str, list[date]] = {}
    for listed, day in desk.prices:
        days.setdefault(listed, []).append(day)
    for row in days.values():
        row.sort()
    names = _names(days)
    for _, found in passages_of(desk):
        in_japan = {day for passage in found if _JAPAN_TIME.search(passage.text) for day in _told_days(passage)}
        for passage in found:
            for claim in passage.claims:
                symbol = _symbol(claim, days, names)
                if symbol is None or claim.measure not in _QUOTED:
                    continue
                fault = _against(passage, claim, symbol, desk.prices, days[symbol], in_japan)
                if fault is not None:
                    yield fault


def _told_days(passage: Passage) -> Iterator[date]:
    return (claim.time.start for claim in passage.claims if claim.time)


def _names(days: Mapping[str, object]) -> dict[str, str]:
    """Name -> symbol for the table's symbols that the registry knows: アップル is XNAS:AAPL where the table has it."""
    from jijitsu.extract.linking.entity.registry import registry

    wanted: dict[str, str] = {}
    for form, entry in registry().forms.items():
        if entry.entity is not None and entry.entity.id in days:
            wanted[form] = str(entry.entity.id)
    return wanted


def _symbol(claim: Claim, days: Mapping[str, object], names: Mapping[str, str]) -> str | None:
    subject = claim.subject
    if subject is None:
        return None
    if subject.id is not None and subject.id in days:
        return subject.id
    return names.get(fold(subject.name), names.get(fold(subject.text)))


def _against(
    passage: Passage, claim: Claim, symbol: str, prices: Mapping[tuple[str, date], Price], days: Sequence[date],
    in_japan: Set[date],
) -> Fault | None:  # fmt: skip
    if (
        claim.time is None
        or claim.time.start != claim.time.end
        or claim.mark == "target"
        or claim.modality not in {"asserted", "reported"}
    ):
        return None
    sessions = [
        one for day in _days(claim, symbol, days, in_japan) if (one := _session(symbol, day, prices, days)) is not None
    ]
    verdicts = [_verdict(passage, claim, session) for session in sessions]
    if not verdicts or any(verdict is None for verdict in verdicts):
        return None
    said = verdicts[0]
    assert said is not None and claim.value is not None
    row = sessions[0].today
    message = (
        f"価格表({row.row}行目、{row.day})では{said[0]}で、{claim.value.text}ではない",
        f"The price table (row {row.row}, {row.day}) has {said[1]}, not {claim.value.text}",
    )
    # A level is one figure; a move or a range is told in more words than stand there.
    mends = (instead(claim, passage.path, said[0]),) if claim.mark in _NAMED else ()
    return Fault(place=place(claim, passage.path), message=message, mends=mends)


def _days(claim: Claim, symbol: str, days: Sequence[date], in_japan: Set[date]) -> list[date]:
    """The day that is meant, and the session before it where a foreign market is told in Japanese time."""
    assert claim.time
    day = claim.time.start
    found = [day]
    if not symbol.startswith(_TOKYO) and day in in_japan:
        at = bisect_left(days, day)
        if at and (day - days[at - 1]).days <= _LONGEST_GAP:
            found.append(days[at - 1])
    return found


def _session(symbol: str, day: date, prices: Mapping[tuple[str, date], Price], days: Sequence[date]) -> Session | None:
    row = prices.get((symbol, day))
    if row is None:
        return None
    at = bisect_left(days, day)
    before = prices[symbol, days[at - 1]] if at and (day - days[at - 1]).days <= _LONGEST_GAP else None
    return Session(row, before)


def _verdict(passage: Passage, claim: Claim, session: Session) -> Pair | None:
    """What the table has instead, or None where it agrees or cannot tell."""
    assert claim.value
    if claim.kind == "price_level" and claim.direction is None:
        return _level(passage, claim, session.today)
    if claim.kind == "price_move" and session.before is not None:
        return _move(passage, claim, session)
    return None


def _level(passage: Passage, claim: Claim, row: Price) -> Pair | None:
    assert claim.value
    value = claim.value
    if value.unit not in {row.currency, "points"}:
        return None
    mark = claim.mark
    if mark == "close" and _WITHIN.search(passage.before(claim, 8)):
        mark = "intraday"
    named = {"close": row.close, "open": row.open, "high": row.high, "low": row.low}
    if mark in named:
        price = named[mark]
        return None if price is None or meet(Interval(price, price), interval_of(value)) else say(price, value.unit, 8)
    if mark is not None and mark != "intraday":
        return None
    if row.low is None or row.high is None or meet(Interval(row.low, row.high), interval_of(value)):
        return None
    low, high = say(row.low, value.unit, 8), say(row.high, value.unit, 8)
    return f"安値{low[0]}、高値{high[0]}", f"a low of {low[1]} and a high of {high[1]}"


def _move(passage: Passage, claim: Claim, session: Session) -> Pair | None:
    assert claim.value and session.before
    value, row, base = claim.value, session.today, session.before.close
    if base is None or not base or claim.direction not in {"up", "down"} or value.unit == "times":
        return None
    around = passage.before(claim, 20)
    if claim.basis is not None and not _DAILY.search(claim.basis):
        return None
    if claim.basis is None and _OTHER_BASIS.search(around + passage.after(claim, 4)):
        return None
    within = _WITHIN.search(passage.before(claim, 10) + passage.after(claim, 8))
    reached = Interval(row.low, row.high) if within else Interval(row.close, row.close)
    if reached.low is None or reached.high is None:
        return None
    sign = Decimal(-1) if claim.direction == "down" else Decimal(1)
    if value.unit == "percent":
        moved = scaled(shifted(over(reached, Interval(base, base)), Decimal(-1)), 100 * sign)
    elif value.unit in {row.currency, "points"}:
        moved = scaled(shifted(reached, -base), sign)
    else:
        return None
    if meet(widened(moved, _SLACK), interval_of(value)):
        return None
    nearest = moved.high if moved.high is not None and moved.high < value.amount else moved.low
    assert nearest is not None
    up = (nearest >= 0) == (sign > 0)
    said = say(abs(nearest), value.unit, 3)
    return f"前日比{said[0]}{'高' if up else '安'}", f"{said[1]} {'up' if up else 'down'} on the day"


_TABLE = tuple(
    Price(date(2026, 1, day), "XTKS:7203", Decimal(open_), Decimal(high), Decimal(low), Decimal(close), "JPY", row)
    for row, (day, open_, high, low, close) in enumerate(
        ((13, 2840, 2852, 2811, 2819), (14, 2830, 2884, 2826, 2876)), 2
    )
)

CHECK = Check(
    code="R601",
    severity="error",
    find=find,
    title=("株価が価格表と違う", "A price is not what the price table says"),
    needs="claims",
    fires=[
        "published: 2026-01-15\n14日の東京株式市場でトヨタ自動車の株価の終値は2786円だった。",
        "published: 2026-01-15\n14日の東京株式市場でトヨタ自動車の株価は前日比6.0%高で終えた。",
        "published: 2026-01-15\n14日の東京株式市場でトヨタ自動車の株価は一時2950円まで買われた。",
    ],
    silent=[
        "published: 2026-01-15\n14日の東京株式市場でトヨタ自動車の株価の終値は2876円だった。",
        "published: 2026-01-15\n14日の東京株式市場でトヨタ自動車の株価は前日比2%高で終えた。",
        # a day that the table lacks
        "published: 2026-01-15\n9日の東京株式市場でトヨタ自動車の株価の終値は2786円だった。",
        # a target price is no price of the day
        "published: 2026-01-15\n証券会社は14日、トヨタ自動車の目標株価を3500円とした。",
    ],
    prices=_TABLE,
)
