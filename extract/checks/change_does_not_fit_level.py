"""A change and the level that it led to do not fit together.

## What it checks
An `X増のY` (`20%増の180億円`, `10円増やして55円`) beside the earlier value that the text itself gives (`前年同期は160億円`), and the
amount and the percentage of one change with the level behind it (`80円(3%)安の1200円`). An old forecast (`従来は`) is no earlier
value, and a quarter is not held against a year.

## Why it matters
Three figures of which any two give the third: if they do not, one of them is wrong.

## How to mend
Recompute with the figure in the message, and look the three up in the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from jijitsu.extract.checking import Check, Desk, Fault
from jijitsu.extract.facts import family, is_level, versus
from jijitsu.extract.mending import instead
from jijitsu.extract.numbers.intervals import interval_of, meet, minus, over, plus, scaled, shifted, times
from jijitsu.extract.numbers.saying import middle, say
from jijitsu.extract.passages import Passage, passages_of, place
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Claim

_RATES = frozenset({"percent", "percentage_point", "times"})
_TURN = r"(?:増|減|安|高|プラス|マイナス|上昇|低下|下落|上が|下が|上げ|下げ|縮小|縮ん|拡大|伸び|伸ば|多い|少ない|上回|下回|膨ら|目減り|上積み|落ち込)"
_LED_TO = regex(rf"(?:ほど|程度|近く|余り|以上|超|弱|強)?の?(?:大幅な?)?{_TURN}[^はがも。0-9「」]{{0,10}}$")
_BY = regex(r"(?:と|で|に|へ|まで|だった|となり|となって)?(?:、)?[^はがも。0-9「」]{0,14}$")
_ENDS = regex(rf"(?:ほど|程度|近く|余り|以上|超|弱|強)?の?(?:大幅に?)?{_TURN}")
_PRIOR = regex(
    r"(?P<when>前年同期|前年同月|前年度|前年|昨年度|昨年|去年|前の年の同じ時期|前の年|1年前|前期|前の期|前四半期|前の四半期|前月|前の月|前週|前日)"
    r"(?P<what>の?[^。、0-9()はが]{0,10})?(?P<particle>は|が|の|に|から|実績)?[、 ]?(?:連結で)?$"
)
_PART = regex(r"うち|国内|海外|北米|欧州|単体|部門|事業|向け|現地通貨|為替|実質|既存")
_OLD = regex(r"従来|当初|予想|目標|計画|見通し|想定")
_SAME_CHANGE = regex(r"(?:\(|、?率にして|、?率で|、割合にして|、)$")


def find(desk: Desk) -> Iterator[Fault]:
    """Yield a fault for each change that cannot have led from the stated earlier value to the stated level."""
    for _, found in passages_of(desk):
        for at, passage in enumerate(found):
            following = found[at + 1] if at + 1 < len(found) and found[at + 1].start - passage.end <= 2 else None
            if len(passage.claims) >= 2:
                yield from _against_earlier(passage, following)
                yield from _amount_and_rate(passage)


def _against_earlier(passage: Passage, following: Passage | None) -> Iterator[Fault]:
    for change, level in _pairs(passage):
        for prior, where in _priors(passage, following, change, level):
            if (fault := _held_against(passage, change, level, prior, where)) is not None:
                yield fault
            break


def _pairs(passage: Passage) -> Iterator[tuple[Claim, Claim]]:
    """(change, level) that stand side by side: 20%増の180億円; 180億円と前年同期比20%増えた."""
    for one, other in pairwise(passage.claims):
        if _is_change(one) and is_level(other) and _LED_TO.fullmatch(passage.between(one, other)):
            yield one, other
        elif (
            is_level(one)
            and _is_change(other)
            and one.measure == other.measure
            and _BY.fullmatch(passage.between(one, other))
        ):
            behind = passage.after(other)
            if _ENDS.match(behind) and not _LED_TO.match(behind[:14]):
                yield other, one


def _is_change(claim: Claim) -> bool:
    return claim.direction in {"up", "down"} and claim.value is not None and claim.value.unit != "percentage_point"


def _priors(
    passage: Passage, following: Passage | None, change: Claim, level: Claim
) -> Iterator[tuple[Claim, Passage]]:
    """The earlier values that the text gives: in the same sentence first, else at the head of the next."""
    for where in (passage, following):
        for claim in where.claims if where else ():
            assert where is not None
            if (
                claim is not level
                and is_level(claim)
                and _earlier(where, claim, change, level, next_sentence=where is following)
            ):
                yield claim, where


def _earlier(where: Passage, claim: Claim, change: Claim, level: Claim, *, next_sentence: bool) -> bool:
    assert claim.value and level.value and change.value
    before = where.before(claim, 28)
    said = _PRIOR.search(before)
    if said is None or family(claim.value.unit) != family(level.value.unit) or claim.value.unit != level.value.unit:
        return False
    before = before[max(before.rfind(sign) for sign in "。(、") + 1 :]
    if _OLD.search(before) or _PART.search(before) or _PART.search(said["what"] or ""):
        return False
    if next_sentence and (said["particle"] not in {"は", "が"} or claim.measure != level.measure):
        return False
    if (
        not next_sentence
        and where.after(claim).startswith("から")
        and claim.evidence.start < level.evidence.start < change.evidence.start
    ):
        return False  # 80億円から116億円へ45%: the business of N401
    if claim.measure != level.measure and any(_own(other, claim, level) for other in where.claims):
        return False  # 売上高は11%減の4120億円、純利益は86億円(前年同期は140億円): that of the profit
    loose = said["particle"] in {"の", "に", "から", None} and not next_sentence
    if loose and not where.after(claim).startswith(("から", "に比べ", "と比べ", "より", "に対し", "だった", ")")):
        return False
    if change.basis and versus(change.basis, "") not in {versus(said["when"], ""), "term", "year"}:
        return False
    return _as_long(claim, level)


def _own(other: Claim, prior: Claim, level: Claim) -> bool:
    """True if another level, of the same measure as the earlier value, stands between it and `level`."""
    between = level.evidence.end <= other.evidence.start < prior.evidence.start
    return between and other.direction is None and other.measure == prior.measure


def _as_long(one: Claim, other: Claim) -> bool:
    """False for a quarter beside a year."""
    if one.time is None or other.time is None:
        return True
    first, second = ((claim.time.end - claim.time.start).days for claim in (one, other) if claim.time)
    return abs(first - second) <= 7


def _held_against(passage: Passage, change: Claim, level: Claim, prior: Claim, where: Passage) -> Fault | None:
    assert change.value and level.value and prior.value
    sign = -1 if change.direction == "down" else 1
    base, delta = interval_of(prior.value), interval_of(change.value)
    if change.value.unit == "percent":
        expected = times(base, shifted(scaled(delta, Decimal(sign) / 100), Decimal(1)))
    elif change.value.unit == "times":
        if change.direction == "down" or not re.match(r"に|へ|の", passage.after(change)):
            return None
        expected = times(base, delta)
    elif family(change.value.unit) == family(prior.value.unit) and change.value.unit == prior.value.unit:
        expected = plus(base, delta) if sign > 0 else minus(base, delta)
    else:
        return None
    if meet(expected, interval_of(level.value)) or (center := middle(expected)) is None:
        return None
    should, should_en = say(center, level.value.unit)
    turn = ("増", "up") if sign > 0 else ("減", "down")
    message = (
        f"{prior.value.text}から{change.value.text}{turn[0]}なら約{should}で、{level.value.text}にならない",
        f"{prior.value.text} {turn[1]} by {change.value.text} makes about {should_en}, not {level.value.text}",
    )
    related = (
        place(level, passage.path, ("変化後の値", "the level after the change")),
        place(prior, where.path, ("変化前の値", "the earlier value")),
    )
    mends = (instead(level, passage.path, should),)
    return Fault(place=place(change, passage.path), message=message, related=related, mends=mends)


def _amount_and_rate(passage: Passage) -> Iterator[Fault]:
    """80円(3%)安の1200円: the amount over the level before it must be the rate."""
    claims = passage.claims
    for at, (one, other) in enumerate(pairwise(claims)):
        if not (_is_change(one) and _is_change(other) and one.direction == other.direction):
            continue
        assert one.value and other.value
        if not _SAME_CHANGE.fullmatch(passage.between(one, other)):
            continue
        amount, rate = (other, one) if one.value.unit == "percent" else (one, other)
        assert amount.value and rate.value
        if rate.value.unit != "percent" or amount.value.unit in _RATES:
            continue
        level = _after_both(passage, other, claims[at + 2 :], amount)
        if level is not None and (fault := _uneven(passage, amount, rate, level)) is not None:
            yield fault


def _after_both(passage: Passage, last: Claim, rest: Sequence[Claim], amount: Claim) -> Claim | None:
    """The level that the change led to: right behind it, or the only one of its unit in the sentence."""
    assert amount.value
    same = [claim for claim in rest if claim.value and claim.value.unit == amount.value.unit]
    if len(same) != 1 or not is_level(same[0]):
        return None
    level = same[0]
    assert level.value
    between = passage.between(last, level) if rest[0] is level else ""
    if re.fullmatch(rf"\)?の?{_TURN}の", between):
        return level
    led = re.match(r"(?:と|に)(?:な(?:った|り|って)|まで|縮|減|膨|増)|まで", passage.after(level))
    return (
        level
        if led
        and "。" not in between
        and level.value.amount > amount.value.amount
        and not _OLD.search(passage.before(level))
        else None
    )


def _uneven(passage: Passage, amount: Claim, rate: Claim, level: Claim) -> Fault | None:
    assert amount.value and rate.value and level.value
    moved, reached = interval_of(amount.value), interval_of(level.value)
    base = minus(reached, moved) if amount.direction == "up" else plus(reached, moved)
    found = scaled(over(moved, base), Decimal(100))
    if meet(found, interval_of(rate.value)) or (center := middle(found)) is None:
        return None
    said, said_en = say(center, "percent", 3)
    message = (
        f"{amount.value.text}の変化で{level.value.text}になったのなら約{said}で、{rate.value.text}ではない",
        f"A change of {amount.value.text} that led to {level.value.text} is about {said_en}, not {rate.value.text}",
    )
    related = (
        place(amount, passage.path, ("変化の額", "the amount")),
        place(level, passage.path, ("変化後の値", "the level")),
    )
    mends = (instead(rate, passage.path, said),)
    return Fault(place=place(rate, passage.path), message=message, related=related, mends=mends)


CHECK = Check(
    code="N403",
    severity="warning",
    find=find,
    title=("増減と水準が合わない", "A change does not fit the level that it led to"),
    needs="claims",
    fires=[
        "published: 2026-01-14\nトヨタ自動車の営業利益は前年同期比20%増の180億円(前年同期は160億円)だった。",
        "published: 2026-01-14\n任天堂は年間配当を10円増やして55円とする。前期の配当は40円だった。",
        "published: 2026-01-14\n14日のトヨタ自動車の株価は前日比80円(5%)安の2400円で引けた。",
    ],
    silent=[
        "published: 2026-01-14\nトヨタ自動車の営業利益は前年同期比20%増の192億円(前年同期は160億円)だった。",
        # the profit's earlier value is none of the revenue
        "published: 2008-11-14\nトヨタ自動車の9月中間決算は、売上高が前年同期比10%減の4000億円、最終損益は86億円の赤字(前年同期は140億円の黒字)だった。",
        # about three tenths cover 31%
        "published: 2026-01-14\nトヨタ自動車の売上高は約3割増の131億円(前年同期は100億円)だった。",
        # the old forecast is no earlier value
        "published: 2026-01-14\nトヨタ自動車の営業利益は前期比20%増の120億円になる見込みだ。従来は110億円と予想していた。",
        "published: 2026-01-14\n14日のトヨタ自動車の株価は前日比80円(3.2%)安の2400円で引けた。",
    ],
)
