"""Stretches of time up to a day that words name without a date: 週間で, 今週, 月初から, 半年前に比べ, 上半期に.

`stretch_of` takes what stands before a value and the day in force; it returns the words and the days, or None. Only what
moves (prices, market values) is said of such stretches; a stretch runs to the day in force, a half-year to its own end.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from jijitsu.extract.linking.time.calendars import exchange_of, previous_session
from jijitsu.extract.linking.time.dates import NUM, Days, number, shift_months
from jijitsu.extract.regex import regex

_REACH = 44
"""So far before the value may the stretch be named."""
_TAIL = r"[^。0-9]{0,24}$"
_WEEK = regex(
    rf"(?P<text>今週|週明け|週初|(?<![0-9一二三四五六七八九十数])週間|(?<![0-9])1週間(?=で|の間|、)|この1週間)(?:だけ|ベース)?(?:で|の|に|は|から|、){_TAIL}"
)
_MONTH = regex(rf"(?P<text>月初|今月初め|今月)(?:から|以降|に入って?から|に入り|に入って|だけで|に|は|、){_TAIL}")
_HALF = regex(rf"(?P<text>(?:今年|ことし)?(?:の)?(?:上半期|年前半))(?:で|に|は|、|だけで|を通じ){_TAIL}")
_BEFORE = regex(
    rf"(?P<text>半年前|(?P<count>{NUM})(?P<unit>カ月|か月|ヶ月|ヵ月|週間|年)前)(?:に比べ|と比べ|比|より|との比較で|から)[^、。0-9]{{0,12}}$"
)
_DAYS = regex(rf"(?P<text>(?P<count>{NUM})営業日)(?:で|の間に){_TAIL}")
_FRIDAY = regex(r"(?P<text>[前先]週末)(?:から|に比べ|と比べ|より|比で?|比の?)[^、。0-9]{0,12}$")
# 四半期ベースではブレントが22%、月間では3%、年間では5%
_CALENDAR = regex(rf"(?P<text>四半期|月間|年間)(?:ベース)?では{_TAIL}")
_FISCAL = regex(r"年度|月期|決算|会計")


def stretch_of(before: str, until: date) -> tuple[str, Days] | None:
    """The words and days of the stretch that ends with `until`, where the words before a value name one."""
    before = before[-_REACH:]
    if match := _WEEK.search(before):
        if before.endswith(("先週", "前週", "先週の", "前週の"), 0, match.start("text")):
            return None  # 先週1週間で: the days that 先週 names
        friday = until - timedelta(days=max(0, until.weekday() - 4))
        if match["text"].endswith("1週間") and until.weekday() < 4:
            return None  # any seven days
        return match["text"], (friday - timedelta(days=friday.weekday()), until)
    if match := _MONTH.search(before):
        return match["text"], (until.replace(day=1), until)
    if (match := _HALF.search(before)) and not _FISCAL.search(before):
        return match["text"], (date(until.year, 1, 1), min(until, date(until.year, 6, 30)))
    if match := _CALENDAR.search(before):
        month = {"四半期": (until.month - 1) // 3 * 3 + 1, "月間": until.month, "年間": 1}[match["text"]]
        return match["text"], (date(until.year, month, 1), until)
    if match := _FRIDAY.search(before):
        first = until - timedelta(days=until.weekday())
        if previous_session("XTKS", until) < first or previous_session(exchange_of(before) or "XTKS", until) < first:
            first = until  # the first session of its week, be it Tuesday
        return match["text"], (first, until)
    if (match := _DAYS.search(before)) and 1 < number(match["count"]) <= 30:
        return match["text"], (_sessions_back(until, number(match["count"])), until)
    if match := _BEFORE.search(before):
        return match["text"], (_back(match, until), until)
    return None


def _sessions_back(until: date, count: int) -> date:
    """The first of `count` weekdays that end with `until`."""
    while count > 1:
        until -= timedelta(days=1)
        count -= until.weekday() < 5
    return until


def _back(match: re.Match[str], until: date) -> date:
    if match["text"] == "半年前":
        return shift_months(until, -6)
    count = number(match["count"])
    if match["unit"] == "週間":
        return until - timedelta(weeks=count)
    return shift_months(until, -count * (12 if match["unit"] == "年" else 1))
