"""Values as intervals: precision from the writing, approximators, arithmetic, and what cannot meet."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jijitsu.extract.numbers.intervals import Interval, meet, over, plus, reading, times
from jijitsu.extract.numbers.slips import slipped


def of(amount: str, text: str, relation: str = "eq", most: str | None = None, *, loose: bool = False) -> Interval:
    """An interval as the checks read it."""
    return reading(Decimal(amount), None if most is None else Decimal(most), relation, text, loose=loose)


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        (of("1636000", "約163.6万台", "approx"), of("1630000", "163万台"), True),
        (of("1626000", "162.6万台"), of("1630000", "163万台"), True),
        (of("1642000", "164.2万台"), of("1630000", "163万台"), False),
        (of("200000000000", "2000億ドル"), of("200000000000", "2000億ドル以上", "ge"), True),
        (of("12", "12%"), of("5", "5%以上", "ge"), True),
        (of("29.6", "29.6%"), of("30", "3割"), True),
        (of("13", "13%"), of("30", "3割"), False),
        (of("1296000000000", "1兆2960億円"), of("1300000000000", "約1兆3000億円", "approx"), True),
        (of("1023000000000", "1兆230億円"), of("1000000000000", "1兆円超", "gt"), True),
        (of("41500", "4万1500円"), of("40000", "4万円台", "approx"), True),
        (of("51500", "5万1500円"), of("40000", "4万円台", "approx"), False),
        (of("-180", "180億円"), of("-180", "180億円"), True),
        (of("93000000", "9300万円"), of("90000000", "約9000万円", "approx"), True),
        (of("3", "3%"), of("2", "2%"), True),  # 2.7%, rounded and cut off
        (of("4", "4%"), of("2", "2%"), False),
        # 2兆 is one digit, but nobody writes it for 1.5兆
        (of("1500000000000", "1兆5000億円"), of("2000000000000", "2兆円"), False),
    ],
)
def test_values_disagree_only_if_no_reading_of_both_agrees(one: Interval, other: Interval, may: bool) -> None:
    assert meet(one, other) is may and meet(other, one) is may


def test_trailing_zeros_may_have_been_rounded_to_where_that_is_asked() -> None:
    exact = Decimal(1296)
    assert not meet(of("1300", "1300人"), Interval(exact, exact))
    assert meet(of("1300", "1300人", loose=True), Interval(exact, exact))


def test_arithmetic_is_exact_in_its_ends_and_open_ends_stay_open() -> None:
    two, open_ = Interval(Decimal(1), Decimal(2)), Interval(Decimal(3), None)
    assert plus(two, two) == Interval(Decimal(2), Decimal(4))
    assert plus(two, open_) == Interval(Decimal(4), None)
    assert times(two, two) == Interval(Decimal(1), Decimal(4))
    assert over(two, two) == Interval(Decimal("0.5"), Decimal(2))
    assert over(two, open_).low == 0


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        (320, 302, True),
        (48200, 42800, True),
        (12, 21, True),
        (210, 21, True),
        (80, 68, False),
        (320, 320, False),
        (40, 14, False),
    ],
)
def test_a_slip_is_digits_that_changed_places_or_a_scale_ten_times_off(one: int, other: int, slip: bool) -> None:
    assert slipped(Decimal(one), Decimal(other)) is slip


def test_a_range_across_zero_keeps_its_ends() -> None:
    found = reading(Decimal(-1), Decimal(2), "range", "マイナス1%から2%")
    assert found.low is not None and found.high is not None
    assert -2 < found.low < -1 and 2 < found.high < 3
