"""Trading days: on which days the great exchanges were open, from a table in the lexicon.

`is_open` answers None where the table does not reach (before 2000, or later than the exchange's holidays are
known): who asks says nothing then.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

import msgspec

from jijitsu.extract.lexicon import either, words
from jijitsu.extract.regex import regex


class Exchange(msgspec.Struct, frozen=True):
    """An exchange's closed weekdays between two days, inclusive."""

    mic: str
    first: date
    last: date
    closed: frozenset[date]


@cache
def exchange(mic: str) -> Exchange | None:
    """The exchange with this ISO 10383 code, or None where there is no table for it."""
    row = words("exchange_days").get(mic)
    if row is None:
        return None
    closed = frozenset(
        date(year, int(day[:2]), int(day[2:])) for year, days in row["closed"].items() for day in days.split()
    )
    return Exchange(mic, date.fromisoformat(row["first"]), date.fromisoformat(row["last"]), closed)


def is_open(mic: str, day: date) -> bool | None:
    """True if the exchange traded that day; None where that is not known."""
    known = exchange(mic)
    if known is None or not known.first <= day <= known.last:
        return None
    return day.weekday() < 5 and day not in known.closed


def previous_session(mic: str, day: date) -> date:
    """The last trading day before `day`; where the table does not reach, the last weekday before it."""
    found = day - timedelta(days=1)
    while is_open(mic, found) is False or found.weekday() >= 5:
        found -= timedelta(days=1)
    return found


@cache
def _exchanges() -> re.Pattern[str]:
    return regex(either(word for row in words("exchanges") for word in row["words"]))


def exchange_of(folded: str) -> str | None:
    """The code of the exchange that a sentence (widths folded) speaks of, if it names one: the word that stands
    first.
    """
    if not _exchanges().search(folded):
        return None
    found = [(at, row["mic"]) for row in words("exchanges") for word in row["words"] if (at := folded.find(word)) >= 0]
    return min(found)[1] if found else None
