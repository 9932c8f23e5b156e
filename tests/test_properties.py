"""Readers under odd input: what holds for every one of them (properties.py), and the inputs that once broke it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from properties import DAYS, PROPERTIES, held

from jijitsu.extract import extract_text
from jijitsu.extract.reading.stamps import day_of


@pytest.mark.parametrize("name", PROPERTIES)
@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(data=st.binary(max_size=60))
def test_readers_hold(name: str, data: bytes) -> None:
    held(name, data)


@pytest.mark.parametrize(
    "text",
    [
        "新型艦は9999年度に1万隻を出荷する。",
        "9999年12月31日の翌月に1万台を出荷した。",
        "9999年12月31日に1万台を出荷し、翌1日に2万台を出荷した。",
        "9999年12月31日に売上高は5億円だった。翌日の株価は5円だった。",
        "2999年度の売上高は5億円、翌年度は6億円だった。2999年12月の翌月も5億円だった。",
    ],
)
@pytest.mark.parametrize("published", DAYS)
def test_days_beyond_the_calendar_are_none(text: str, published: date | None) -> None:
    claims = extract_text(text, published)
    assert claims
    assert all(claim.time is None or claim.time.end is None or claim.time.end.year < 3001 for claim in claims)


@pytest.mark.parametrize("written", ["9999-12-31T00:00:00", "3000-01-01T09:00:00+09:00", "0001-01-01"])
def test_stamps_beyond_the_calendar_are_no_days(written: str) -> None:
    assert day_of(written) is None
