"""Dates told from another: 昨年, 先月, 同日, 前週末, 年初来. Each resolver takes the match of its form and what the sentence is
anchored to, the publication or the date before, and returns the day or days, or None where it is no date."""

from __future__ import annotations

import re
from datetime import date, timedelta

from jijitsu.extract.linking.time.dates import (
    OF_EVENT,
    Anchor,
    day,
    month_text,
    months,
    number,
    shift_months,
    timex,
    week,
    year_days,
)
from jijitsu.extract.linking.time.written_dates import SEASONS, part_of
from jijitsu.schemas.mention import Timex

YEARS = {
    "今年": 0,
    "ことし": 0,
    "本年": 0,
    "昨年": -1,
    "去年": -1,
    "一昨年": -2,
    "おととし": -2,
    "来年": 1,
    "再来年": 2,
}
MONTHS = {"今月": 0, "先月": -1, "前月": -1, "来月": 1, "先々月": -2}
DAYS = {
    "今日": 0,
    "きょう": 0,
    "本日": 0,
    "今朝": 0,
    "ゆうべ": -1,
    "昨夜": -1,
    "昨晩": -1,
    "昨日": -1,
    "きのう": -1,
    "明日": 1,
    "あす": 1,
    "一昨日": -2,
    "おととい": -2,
    "あさって": 2,
}
WEEKS = {"今週": 0, "先週": -1, "前週": -1, "来週": 1}
_CLOSED = ("の終値", "終値", "の米", "の東京", "の株", "の市場", "のニューヨーク", "のNY", "の欧州", "の取引")


def this_year(match: re.Match[str], anchor: Anchor) -> Timex | None:
    """今年3月, 昨年末."""
    word, month, number_ = match.group("word"), match.group("month"), match.group("day")
    if anchor.published is None:
        return Timex("XXXX")
    year = anchor.published.year + YEARS[word]
    if number_:
        found = day(year, number(month), number(number_))
        return timex(f"{found}", found, "publication_date") if found else None
    days = months(year, number(month), number(month)) if month else year_days(year)
    return timex(*part_of(days, match.group("part")), "publication_date") if days else None


def of_play(match: re.Match[str], anchor: Anchor) -> Timex | None:
    """今季は23本塁打を打った: a season of baseball lies within its year; that of other games need not."""
    if anchor.published is None:
        return Timex("XXXX")
    year = anchor.published.year + {"今": 0, "昨": -1, "来": 1}[match.group("word")]
    return timex(*part_of(year_days(year), None), "publication_date")


def this_season(match: re.Match[str], anchor: Anchor) -> Timex | None:
    """今春, 昨夏."""
    begin, end, code = SEASONS[match.group("season")]
    if anchor.published is None:
        return Timex(f"XXXX-{code}")
    word = match.group("word")
    year = anchor.published.year + (YEARS[word] if word in YEARS else {"今": 0, "昨": -1, "来": 1}[word])
    return timex(f"{year}-{code}", months(year, begin, end), "publication_date")


def same_year(match: re.Match[str], anchor: Anchor) -> Timex | None:
    """同年5月, 翌年."""
    month, number_ = match.group("month"), match.group("day")
    if anchor.previous is None:
        return Timex("XXXX")
    year = anchor.previous[0].year + {"同": 0, "翌": 1, "前": -1}[match.group("word")]
    if not month:
        return timex(f"{year}", year_days(year), "context")
    if number_:
        found = day(year, number(month), number(number_))
        return timex(f"{found}", found, "context") if found else None
    days = months(year, number(month), number(month))
    return timex(*part_of(days, match.group("part")), "context") if days else None


def same_fiscal_year(match: re.Match[str], anchor: Anchor) -> Timex | None:
    """同年度: the year from April that the sentence has named; else that of the sentences before."""
    del match
    if anchor.previous is None or not 360 < (anchor.previous[1] - anchor.previous[0]).days < 370:
        return Timex("FYXXXX")
    return timex(month_text(anchor.previous), anchor.previous, "context")


def this_month(match: re.Match[str], anchor: Anchor) -> Timex | None:
    """先月10日, 今月末."""
    if anchor.published is None:
        return Timex("XXXX-XX")
    at = shift_months(anchor.published, MONTHS[match.group("word")])
    if match.group("day"):
        found = day(at.year, at.month, number(match.group("day")))
        return timex(f"{found}", found, "publication_date") if found else None
    days = months(at.year, at.month, at.month)
    return timex(*part_of(days, match.group("part")), "publication_date") if days else None


def same_month(match: re.Match[str], anchor: Anchor) -> Timex | None:
    """同月, 翌月3日."""
    if anchor.previous is None:
        return Timex("XXXX-XX")
    at = shift_months(anchor.previous[0], {"同": 0, "翌": 1}[match.group("word")])
    if match.group("day"):
        found = day(at.year, at.month, number(match.group("day")))
        return timex(f"{found}", found, "context") if found else None
    days = months(at.year, at.month, at.month)
    return timex(month_text(days), days, "context") if days else None


def same_part(match: re.Match[str], anchor: Anchor) -> Timex | None:
    """同下旬, of the month before."""
    if anchor.previous is None:
        return None
    days = months(anchor.previous[0].year, anchor.previous[0].month, anchor.previous[0].month)
    return timex(*part_of(days, match.group("part")), "context") if days else None


def today(match: re.Match[str], anchor: Anchor) -> Timex | None:
    """きょう, 昨日, 昨夜."""
    if anchor.published is None:
        return Timex("XXXX-XX-XX")
    found = anchor.published + timedelta(days=DAYS.get(match.group(), 0))  # 0: けさ
    return timex(f"{found}", found, "publication_date")


def same_day(match: re.Match[str], anchor: Anchor) -> Timex | None:
    """同日, 翌日, 前日; 2005年の選挙での同日 is no day of that year."""
    if anchor.previous is None or (anchor.previous[1] - anchor.previous[0]).days > 26:
        if match.group() == "前日" and anchor.published and not OF_EVENT.search(match.string, 0, match.start()):
            found = anchor.published - timedelta(days=1)
            return timex(f"{found}", found, "publication_date")
        return Timex("XXXX-XX-XX")
    found = anchor.previous[1] + timedelta(days={"翌日": 1, "前日": -1, "翌々日": 2}.get(match.group(), 0))
    return timex(f"{found}", found, "context")


def weekday(match: re.Match[str], anchor: Anchor) -> Timex | None:
    """月曜, 先週の金曜日."""
    number_ = "月火水木金土日".index(match.group("weekday"))
    if anchor.published is None:
        return Timex(f"XXXX-WXX-{number_ + 1}")
    if match.group("week"):
        found = week(anchor.published, WEEKS[match.group("week")])[0] + timedelta(days=number_)
    else:
        found = anchor.published - timedelta(days=(anchor.published.weekday() - number_) % 7)
    return timex(f"{found}", found, "publication_date")


def weekend(match: re.Match[str], anchor: Anchor) -> Timex | None:
    """週末; 前週末 is the Friday, whose close it was."""
    word = match.group()
    if anchor.published is None:
        return Timex("XXXX-WXX-WE")
    back = anchor.published.weekday() < 5 or word in ("先週末", "前週末")
    monday = week(anchor.published, 1 if word == "来週末" else 0 if word == "今週末" else -1 if back else 0)[0]
    friday = word in ("前週末", "先週末")
    first = monday + timedelta(days=4 if friday else 5)
    year, number_, _ = monday.isocalendar()
    alone = word == "前週末" or (friday and match.string.startswith(_CLOSED, match.end()))
    text = f"{first}" if alone else f"{year}-W{number_:02d}-WE"
    return timex(text, (first, first if alone else monday + timedelta(days=6)), "publication_date")


def this_week(match: re.Match[str], anchor: Anchor) -> Timex | None:
    """今週, 来週."""
    if anchor.published is None:
        return Timex("XXXX-WXX")
    days = week(anchor.published, WEEKS[match.group()])
    year, number_, _ = days[0].isocalendar()
    return timex(f"{year}-W{number_:02d}", days, "publication_date")


_EARLY = 3


def turn_of_year(match: re.Match[str], anchor: Anchor) -> Timex | None:
    """年初来, 年末, 年内, 月末."""
    word = match.group()
    if anchor.published is None:
        return Timex({"年初": "XXXX-01", "年初来": "XXXX-01", "年末": "XXXX-12", "年内": "XXXX"}.get(word, "XXXX-XX"))
    year, month = anchor.published.year, anchor.published.month
    if word == "年初来":
        return timex(f"{year}-01", (date(year, 1, 1), anchor.published), "publication_date")
    if word == "年内":
        return timex(f"{year}", (anchor.published, date(year, 12, 31)), "publication_date")
    if word == "年初":
        return timex(f"{year}-01", months(year, 1, 1), "publication_date")
    if word == "年末" and month <= _EARLY and match.string.startswith(("時点", "現在"), match.end()):
        year -= 1  # 年末時点で60機が残っていた, told in January
    if word == "月末" and anchor.previous:
        year, month = anchor.previous[0].year, anchor.previous[0].month
    days = months(year, 12, 12) if word == "年末" else months(year, month, month)
    return timex(month_text(days), days[1], "publication_date") if days else None
