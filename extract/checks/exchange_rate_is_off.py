"""An equivalent in another currency implies a rate that the article's other equivalents do not.

## What it checks
Every amount with its equivalent (`8000万ドル(約124億円)`) implies a rate. The rates of one pair of currencies in an article are
laid side by side, with all that rounding allows; a rate that the article states (`1元=22円`) or that `--fx` gives counts as
one of them. The odd one out is named. Equivalents at the rate of another time (`当時`) are left alone.

## Why it matters
A slip of a digit in a conversion is easy to make and hard to see.

## How to mend
Convert again; the message gives what the others' rate would make of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

import msgspec

from jijitsu.extract.checking import Check, Desk, Dossier, Fault, Mending, Place
from jijitsu.extract.fold import fold
from jijitsu.extract.mending import about, like, written
from jijitsu.extract.numbers.intervals import Interval, interval_of, meet, over, widened
from jijitsu.extract.numbers.saying import middle, say
from jijitsu.extract.passages import place
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Claim, Value

_SLACK = Decimal("0.03")
"""Rates of one week differ by so much, and rates are rounded before use."""
_BETWEEN_TWO = Decimal("0.15")
"""Of two equivalents alone, one is wrong only if they are as far apart as this."""
_EXACT = Decimal("0.04")
_FEW = 2
_OTHER_TIME = regex(r"当時|時点|換算レート|時のレート|時の為替|の為替レートで")
_STATED = regex(r"1(ドル|米ドル|ユーロ|元|人民元|ポンド|豪ドル|香港ドル|ウォン|フラン|ルピー|カナダドル)=約?$")
_CODES = {
    "ドル": "USD", "米ドル": "USD", "ユーロ": "EUR", "元": "CNY", "人民元": "CNY", "ポンド": "GBP", "豪ドル": "AUD",
    "香港ドル": "HKD", "ウォン": "KRW", "フラン": "CHF", "ルピー": "INR", "カナダドル": "CAD",
}  # fmt: skip

Pair = tuple[str, str]


class Rate(msgspec.Struct, frozen=True):
    """What one of the first currency costs in the second, and the claim that implies it (None for the user's rate)."""

    interval: Interval
    claim: Claim | None
    stated: bool = False


def find(desk: Desk) -> Iterator[Fault]:
    """Yield a fault for each equivalent that is the odd one out of its article."""
    for dossier in desk.dossiers:
        for pair, rates in _rates(dossier, desk.rates).items():
            for rate, others in _odd(rates):
                if (fault := _fault(dossier, pair, rate, others)) is not None:
                    yield fault


def _rates(dossier: Dossier, given: Mapping[Pair, Decimal]) -> dict[Pair, list[Rate]]:
    found: dict[Pair, list[Rate]] = {}
    seen: set[int] = set()
    for claim in dossier.claims:
        value, same = claim.value, claim.equivalent
        if value is None or claim.evidence.start in seen:
            continue
        seen.add(claim.evidence.start)
        if same is not None and value.unit and value.amount > 0 and same.amount > 0:
            if not _OTHER_TIME.search(claim.evidence.suffix[: len(same.text) + 14]):
                found.setdefault((value.unit, same.unit), []).append(
                    Rate(over(interval_of(same), _converted(value)), claim)
                )
        elif claim.measure == "fx_rate" and claim.direction is None and value.unit:
            stated = _STATED.search(fold(claim.evidence.prefix))
            if stated and value.unit != _CODES[stated[1]] and "換算" in fold(claim.evidence.suffix[:4]):
                found.setdefault((_CODES[stated[1]], value.unit), []).append(
                    Rate(interval_of(value), claim, stated=True)
                )
    for pair, rate in given.items():
        if pair in found:
            found[pair].append(Rate(Interval(rate, rate), None, stated=True))
    return found


def _converted(value: Value) -> Interval:
    """What was converted: the amount as it stands (2億ドル) or a little more exact, not all that is cut off to it."""
    found = interval_of(value)
    if value.relation != "eq" or found.low is None or found.high is None:
        return found
    return Interval(max(found.low, value.amount * (1 - _EXACT)), min(found.high, value.amount * (1 + _EXACT)))


def _odd(rates: Sequence[Rate]) -> Iterator[tuple[Rate, list[Rate]]]:
    """(odd one, those it is held against). Who tells the rate outright is believed; else the greatest group that agrees."""
    stated = [rate for rate in rates if rate.stated]
    if stated:
        for rate in rates:
            if not rate.stated and not any(_agree(rate, one) for one in stated):
                yield rate, stated
        return
    groups = [[other for other in rates if _agree(rate, other)] for rate in rates]
    greatest = max(groups, key=len, default=[])
    if len(greatest) >= _FEW:
        for rate in rates:
            if not any(_agree(rate, one) for one in greatest):
                yield rate, greatest
    elif len(rates) == _FEW and not meet(widened(rates[0].interval, _BETWEEN_TWO), rates[1].interval):
        # Of two, nobody can tell which is wrong; the later one is shown, with the other beside it.
        yield rates[1], [rates[0]]


def _agree(one: Rate, other: Rate) -> bool:
    return meet(widened(one.interval, _SLACK), other.interval)


def _fault(dossier: Dossier, pair: Pair, rate: Rate, others: Sequence[Rate]) -> Fault | None:
    claim = rate.claim
    centers = sorted(center for one in others if (center := middle(one.interval)) is not None)
    implied = middle(rate.interval)
    if claim is None or claim.value is None or claim.equivalent is None or not centers or implied is None:
        return None
    usual = centers[len(centers) // 2]
    should, should_en = say(claim.value.amount * usual, pair[1], 3)
    mine, mine_en = say(implied, pair[1])
    theirs, theirs_en = say(usual, pair[1])
    message = (
        f"{claim.value.text}が{claim.equivalent.text}なら1{pair[0]}={mine}だが、ほかは{theirs}。{theirs}なら約{should}",
        f"{claim.value.text} at {claim.equivalent.text} is {mine_en} per {pair[0]}, but the others say {theirs_en}: about {should_en}",
    )
    related = tuple(
        place(one.claim, dossier.path, ("ほかの換算", "another conversion"))
        for one in others[:3]
        if one.claim is not None
    )
    mends = tuple(_mends(claim, dossier.path, should))
    return Fault(place=_whole(claim, dossier.path), message=message, related=related, mends=mends)


def _mends(claim: Claim, path: str, should: str) -> Iterator[Mending]:
    """The equivalent reckoned by the others' rate, where the words behind the amount show where it stands."""
    assert claim.equivalent
    old, end = claim.equivalent.text, _whole(claim, path).end
    if end > claim.evidence.end:
        yield written(Place(path, end - len(old), end), old, about(old) + like(old, should))


def _whole(claim: Claim, path: str) -> Place:
    """The amount with its equivalent, where the words behind it show where it ends."""
    assert claim.equivalent
    at = claim.evidence.suffix.find(claim.equivalent.text)
    found = place(claim, path)
    return found if at < 0 else msgspec.structs.replace(found, end=claim.evidence.end + at + len(claim.equivalent.text))


CHECK = Check(
    code="N402",
    severity="error",
    find=find,
    title=("換算レートがほかと合わない", "An implied exchange rate is off"),
    needs="claims",
    fires=[
        "published: 2026-01-14\n任天堂は5億ドル(約775億円)で買収する。手元資金は12億ドル(約1860億円)ある。昨年の売上高は8000万ドル(約1240億円)だった。",
        "published: 2026-01-14\nトヨタ自動車の売上高は300億元(約6600億円)だった(1元=22円で換算)。純利益は8億元(約150億円)だった。",
    ],
    silent=[
        "published: 2026-01-14\n任天堂は5億ドル(約775億円)で買収する。手元資金は12億ドル(約1860億円)ある。昨年の費用は60万ドル(約9000万円)だった。",
        # each currency has a rate of its own
        "published: 2026-01-14\n任天堂は3億ドル(約450億円)を投じた。さらに2億ユーロ(約348億円)と1億ポンド(約200億円)を投じた。",
    ],
)
