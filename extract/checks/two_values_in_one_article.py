"""One article states two values for one fact.

## What it checks
Two figures in the body that speak of the same subject, measure and period, of which no reading agrees with the other. Where
the text leaves the subject or the period open, only a slip of the pen counts: digits that changed places (320億円, 302億円) or
a scale ten times off (210億ドル, 21億ドル). Targets and results, parts and wholes, two days' prices are different facts; rounding
and `以上` are agreement.

## Why it matters
One of the two is wrong, and readers will quote either.

## How to mend
Look the figure up and write it the same way in both places. If both are right, say what tells them apart.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import combinations
from operator import itemgetter

from jijitsu.extract.checking import Check, Desk, Dossier, Fault
from jijitsu.extract.facts import Told, agree, alike, days, planned, same_owner, told_of
from jijitsu.extract.mending import both_ways
from jijitsu.extract.numbers.slips import slipped, tenfold, transposed
from jijitsu.extract.passages import place, roles_of

_REACH = 16
"""How many figures of the same sort are looked back on."""
_SMALL = Decimal(100)
_LOOSE_MEASURES = frozenset({"other", "commodity", "cost"})
_SURE = frozenset(
    {"revenue", "operating_profit", "ordinary_profit", "net_profit", "deliveries", "share_price", "index", "market_cap"}
)


def find(desk: Desk) -> Iterator[Fault]:
    """Yield a fault for each figure of a body that contradicts an earlier one."""
    roles = roles_of(desk)
    for number, (dossier, figures) in enumerate(told_of(desk)):
        found: list[tuple[int, Fault]] = []
        for row in _rivals(figures):
            found += _of_one_sort(dossier, row, roles(number))
        yield from (fault for _, fault in sorted(found, key=itemgetter(0)))


def _rivals(figures: Iterable[Told]) -> Iterator[list[tuple[int, Told]]]:
    """Yield figures of one sort with their numbers, if two may contradict each other; the others' sentences stay unread."""
    sorts: dict[object, list[tuple[int, Told]]] = {}
    for at, one in enumerate(figures):
        sorts.setdefault(one.sort, []).append((at, one))
    for row in sorts.values():
        if len(row) > _REACH or any(_apart(one, other) for (_, one), (_, other) in combinations(row, 2)):
            yield row


def _of_one_sort(
    dossier: Dossier, figures: Iterable[tuple[int, Told]], kept: Mapping[int, str]
) -> Iterator[tuple[int, Fault]]:
    earlier: dict[bool, deque[Told]] = {}
    for at, one in figures:
        if kept.get(one.passage.start, "body") != "body":
            continue
        row = earlier.setdefault(planned(one.claim, one.scope), deque(maxlen=_REACH))
        other = next((other for other in row if _contradicts(other, one)), None)
        if other is not None and not any(
            alike(third, one) and agree(third, one) for third in row if third is not other
        ):
            yield at, _fault(dossier, other, one)
        row.append(one)


def _apart(one: Told, other: Told) -> bool:
    """True if two figures of one sort contradict each other, should they speak of one fact."""
    first, second = one.value.amount, other.value.amount
    return (
        one.passage.start != other.passage.start
        and first != second
        and (one.claim.measure in _SURE or slipped(first, second))
    )


def _contradicts(one: Told, other: Told) -> bool:
    if not (_apart(one, other) and alike(one, other)):
        return False
    if slipped(one.value.amount, other.value.amount):
        plain = {one.value.relation, other.value.relation} <= {"eq", "approx"}
        return plain and not _trifle(one, other) and not agree(one, other) and not _whole_and_part(one, other)
    return _plainly_one(one, other) and not agree(one, other)


def _whole_and_part(one: Told, other: Told) -> bool:
    """True if what one has more than the other stands beside it: 7500人 in all, 遺族5700人の他に1800人."""
    more = abs(one.value.amount - other.value.amount)
    return any(
        claim.value is not None and claim.value.unit == one.value.unit and claim.value.amount == more
        for told in (one, other)
        for claim in told.passage.claims
    )


def _plainly_one(one: Told, other: Told) -> bool:
    """True if two figures speak of one fact beyond doubt, so that no slip has to show it: a company's result of one period."""
    subject = one.claim.subject
    return (
        subject is not None
        and subject.type == "company"
        and same_owner(one.claim, other.claim) == "same"
        and days(one.claim) is not None
        and days(one.claim) == days(other.claim)
        and one.claim.measure in _SURE
        and one.claim.direction is None
        and (one.claim.kind != "price_level" or one.claim.mark == "close")
        and not one.scope
    )


def _trifle(one: Told, other: Told) -> bool:
    """Small counts, round figures and unnamed prices are alike by chance: 2 people and 20 people, prizes of 1億円 and 10万円."""
    amount, least = one.value.amount, min(abs(one.value.amount), abs(other.value.amount))
    digits = len([digit for digit in amount.as_tuple().digits if digit])
    known = same_owner(one.claim, other.claim) == "same"
    if one.claim.measure in _LOOSE_MEASURES:
        return digits < 2 or not known
    if one.claim.kind == "quantity":
        return (
            least < _SMALL
            or digits < 2
            or not (transposed(amount, other.value.amount) or tenfold(amount, other.value.amount))
        )
    return digits < 2 and (one.value.unit in {"percent", "times"} or not known)


def _fault(dossier: Dossier, one: Told, other: Told) -> Fault:
    message = (
        f"同じことについて{one.value.text}と{other.value.text}の二つの値がある",
        f"Two values for one fact: {one.value.text} and {other.value.text}",
    )
    related = (place(one.claim, dossier.path, ("先に出た値", "the value given first")),)
    mends = both_ways(other.claim, dossier.path, one.claim, dossier.path)
    return Fault(place=place(other.claim, dossier.path), message=message, related=related, mends=mends)


CHECK = Check(
    code="C501",
    severity="error",
    find=find,
    title=("一つの事実に二つの値がある", "One article states two values for one fact"),
    needs="claims",
    fires=[
        "published: 2026-01-14\n任天堂の2025年3月期の純利益は320億円だった。\n\n会見で社長は2025年3月期の純利益302億円に触れた。",
        "published: 2026-01-14\nトヨタ自動車は2025年に4万8200台を出荷した。\n\n同社が2025年に出荷した4万2800台は輸出向けだ。",
        "任天堂は2026年末までに1300人の人員を減らすと発表した。\n\n今回発表された1万3000人の削減は、管理部門で進める。",
    ],
    silent=[
        # a target and a result
        "published: 2026-01-14\nトヨタ自動車の2025年の販売は27万1000台だった。2025年の販売目標の21万7000台を上回った。",
        # the whole, a part of it and the rest
        "式典には約6300人が集まった。\n\n遺族約3600人の他に、市長や議員など2700人が出席した。",
        # two days
        "published: 2026-01-14\n任天堂の13日の終値は1842円だった。任天堂の14日の終値は1824円だった。",
        # 以上 and rounding
        "published: 2026-01-14\n任天堂の時価総額は2000億ドル減った。任天堂の時価総額は2000億ドル以上減った。",
    ],
)
