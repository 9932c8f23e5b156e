"""同年6月7日, 同月: a month or day of the year that was told last."""

from __future__ import annotations

from datetime import date

from jijitsu.extract.fold import fold
from jijitsu.extract.linking.time.dates import Days, day, months, number, year_days
from jijitsu.extract.regex import regex

_SAME = regex(r"同(?:年(?!度)(?:(?P<month>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})日)?)?|月(?:(?P<of>[0-9]{1,2})日)?)")


def of_the_same(text: str, last: date) -> Days | None:
    """The days of 同年, 同年6月, 同年6月7日, 同月 and 同月7日 by the date before; None where the words say more or other."""
    match = _SAME.fullmatch(fold(text))
    if match is None:
        return None
    if text.startswith("同年") and match["month"] is None:
        return year_days(last.year)
    month = number(match["month"]) if match["month"] else last.month
    if (which := match["day"] or match["of"]) is None:
        return months(last.year, month, month)
    found = day(last.year, month, number(which))
    return (found, found) if found else None
