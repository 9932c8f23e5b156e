"""The day in Japan on which something was published, from a stamp that a program wrote.

Articles in Japanese mean days in Japan: `2026-02-12T23:30:00Z` is the 13th. Taken: ISO 8601, RFC 2822 (`Fri, 13 Feb 2026
08:30:00 +0900`), seconds or milliseconds since 1970, dates as people write them (dateline.py). A stamp without a zone is
taken as it is written. Left (None): what is no date, and days before 1900 or that no calendar has.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from jijitsu.extract.reading.dateline import parse_day
from jijitsu.extract.regex import regex

JAPAN = timezone(timedelta(hours=9))
_ISO = regex(
    r"\s*(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s*(Z|UTC|GMT|JST|[+-]\d\d(?::?\d\d)?)?\s*", re.I
)
_MAIL = regex(r"\s*(?:[A-Za-z]{3,9},?\s+)?\d{1,2}[ -][A-Za-z]{3,9}[ -]\d{2,4}\s")
_EPOCH = regex(r"\s*(\d{9,10}|\d{12,13})(?:\.\d+)?\s*")
_ZONES = {"Z": "+00:00", "UTC": "+00:00", "GMT": "+00:00", "JST": "+09:00"}
_FIRST, _LAST = 1900, 2999


def day_of(written: str | int | float | date) -> date | None:
    """Return the day in Japan that a stamp means, or None."""
    if isinstance(written, datetime):
        return _in_japan(written)
    if isinstance(written, date):
        return _sound(written)
    if isinstance(written, (int, float)):
        written = f"{written:.0f}"
    if len(written) > 100:
        return None
    iso = _ISO.fullmatch(written)
    if iso is not None:
        return _iso(iso)
    return _mail(written) or _epoch(written) or _sound(parse_day(written))


def _iso(match: re.Match[str]) -> date | None:
    zone = _ZONES.get((match[3] or "").upper(), match[3] or "")
    try:
        return _in_japan(datetime.fromisoformat(f"{match[1]}T{match[2]}{zone}"))
    except ValueError:
        # 24:00 is no time of datetime's; the day stands all the same where it needs no reckoning.
        return None if zone not in ("", "+09:00") else _sound(parse_day(match[1]))


def _mail(written: str) -> date | None:
    if not _MAIL.match(written):
        return None
    written = re.sub(r"\bJST\b", "+0900", written)
    try:
        return _in_japan(parsedate_to_datetime(written))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _epoch(written: str) -> date | None:
    match = _EPOCH.fullmatch(written)
    if match is None:
        return None
    seconds = int(match[1]) // (1000 if len(match[1]) > 10 else 1)
    return _in_japan(datetime.fromtimestamp(seconds, UTC))


def _in_japan(stamp: datetime) -> date | None:
    try:
        return _sound((stamp.astimezone(JAPAN) if stamp.tzinfo else stamp).date())
    except (OverflowError, ValueError):
        return None


def _sound(day: date | None) -> date | None:
    return day if day is not None and _FIRST <= day.year <= _LAST else None
