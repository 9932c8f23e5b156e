"""The weekday written beside a date is another day's.

## What it checks
A day with its weekday behind it (`2026年1月6日(火)`, `6日（火曜日）`, `1月26日(月)〜30日(金)`). A year or month that is not
written is the one written before, or the one that lies nearest to the publication; only if none of these fits is it a
finding. Without a year and without a publication date nothing is said.

## Why it matters
It is the commonest trace of a date copied from elsewhere, and readers plan by it.

## How to mend
Look up which of the two was meant. The finding names the weekday of the date, and the nearest date with the weekday.

## What it needs
The article's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from jijitsu.extract.checking import Check, Desk, Fault, Mending, Place
from jijitsu.extract.fold import fold
from jijitsu.extract.mending import like, written
from jijitsu.extract.regex import regex
from jijitsu.schemas.article import Article

_DAYS = "月火水木金土日"
_ENGLISH = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
_HOLIDAY = r"(?:\s?[・、,/=]?\s?(?:祝日?|休日?|振替休日|祝前日?))?"
_DATE = regex(
    rf"""(?<![\d.,:/])
    (?:(?:(?P<year>(?:19|20)\d\d|(?:令和|平成|昭和)\s?(?:\d{{1,2}}|元)|'?\d\d(?=年))\s?[年/.-]\s?)?
       (?P<month>\d{{1,2}})\s?(?:月|[/.-](?=\d))\s?)?
    (?P<day>\d{{1,2}})(?P<sign>日?)
    (?:\s?\((?:祝[・、]?)?(?P<bracket>[{_DAYS}])(?:曜日?)?{_HOLIDAY}\)|\s?(?P<bare>[{_DAYS}])曜日?)
    """,
    re.X,
)
_STATED = regex(r"(?<!\d)(?P<year>(?:19|20)\d\d)年(?:\s?(?P<month>\d{1,2})月)?|(?<![\d.])(?P<alone>\d{1,2})月\s?\d")


def find(desk: Desk) -> Iterator[Fault]:
    """Yield the dates whose weekday fits none of the days that they may mean."""
    for dossier in desk.dossiers:
        if dossier.story is not None and dossier.article is not None:
            yield from _in_article(dossier.path, dossier.article)


def _in_article(path: str, article: Article) -> Iterator[Fault]:
    folded = fold(article.text)
    for match in _DATE.finditer(folded, article.body_start):
        if match["month"] is None and not match["sign"]:
            continue  # 6(火) may number anything
        days = _days(match, folded, article.published)
        wanted = _DAYS.index(match["bracket"] or match["bare"])
        if days and all(day.weekday() != wanted for day in days):
            mends = tuple(_mends(path, article.text, match, days[0], wanted))
            yield Fault(place=Place(path, match.start(), match.end()), message=_message(days[0], wanted), mends=mends)


def _mends(path: str, text: str, match: re.Match[str], day: date, wanted: int) -> Iterator[Mending]:
    """The weekday of the date, or the nearest date of the weekday, if it lies in the same month."""
    start, end = match.start(), match.end()
    at = match.start("bracket") if match["bracket"] else match.start("bare")
    old, right = text[start:end], _DAYS[day.weekday()]
    yield written(Place(path, start, end), old, text[start:at] + right + text[at + 1 : end])
    nearest = _nearest_of(day, wanted)
    if nearest.month == day.month:
        first, last = match.span("day")
        number = like(text[first:last], str(nearest.day).zfill(2 if text[first] in "0０" else 1))
        yield written(Place(path, start, end), old, text[start:first] + number + text[last:end])


def _days(match: re.Match[str], folded: str, published: date | None) -> list[date]:
    """The days that a date may mean, the likeliest first."""
    day = int(match["day"])
    month = int(match["month"]) if match["month"] else None
    if match["year"]:
        return _valid([(_year(match["year"]), month or 1, day)])
    before = folded[max(0, match.start() - 200) : match.start()]
    years, months = _stated(before)
    near = [] if published is None else [published.year, published.year - 1, published.year + 1]
    if month is not None:
        around = _nearest(_valid([(year, month, day) for year in near]), published)
        return around[:1] + _valid([(year, month, day) for year in years])
    around = _nearest(_valid([(year, each, day) for year in near for each in range(1, 13)]), published)
    told = _nearest(_valid([(year, each, day) for each in months for year in near or years]), published)
    return told[:1] + around[:1] + _valid([(year, each, day) for year in years for each in months])


def _stated(before: str) -> tuple[list[int], list[int]]:
    """The last year and the last month that were written before."""
    years, months = [], []
    for match in _STATED.finditer(before):
        if match["year"]:
            years.append(int(match["year"]))
        month = match["month"] or match["alone"]
        if month and 1 <= int(month) <= 12:
            months.append(int(month))
    return years[-1:], months[-1:]


def _year(written: str) -> int:
    era = _ERAS.get(written[:2])
    if era is not None:
        of_era = written[2:].strip()
        return era + (1 if of_era == "元" else int(of_era))
    number = int(written.lstrip("'"))
    return number if number >= 100 else 2000 + number


def _valid(parts: list[tuple[int, int, int]]) -> list[date]:
    days = []
    for year, month, day in parts:
        try:
            days.append(date(year, month, day))
        except ValueError:
            continue
    return days


def _nearest(days: list[date], published: date | None) -> list[date]:
    return sorted(days, key=lambda day: abs((day - published).days)) if published else days


def _nearest_of(day: date, wanted: int) -> date:
    """The day nearest to `day` that is of a weekday (Monday is 0)."""
    return day + timedelta(days=(wanted - day.weekday() + 3) % 7 - 3)


def _message(day: date, wanted: int) -> tuple[str, str]:
    nearest = _nearest_of(day, wanted)
    return (
        f"{day.year}年{day.month}月{day.day}日は{_DAYS[day.weekday()]}曜日で、{_DAYS[wanted]}曜日ではありません"
        f"（最も近い{_DAYS[wanted]}曜日は{nearest.month}月{nearest.day}日）",
        f"{day} was a {_ENGLISH[day.weekday()]}, not a {_ENGLISH[wanted]} (the nearest {_ENGLISH[wanted]} is {nearest})",
    )


CHECK = Check(
    code="T302",
    severity="error",
    find=find,
    title=("曜日が日付と合わない", "the weekday does not fit the date"),
    needs="text",
    fires=[
        "2026年1月6日(水)に発表した。",
        "published: 2026-01-14\n会見は1月１４日（火曜日）に開かれた。",
        "published: 2026-01-14\n展示会は1月26日(月)〜30日(土)に開かれる。",
        "published: 2026-01-08\n集計は12月19日(土)に始まった。",
        "令和8年1月6日（水）に閉店した。",
    ],
    silent=[
        "2026年1月6日(火)に発表した。",
        "6日(火)に発表した。",
        "1月6日(水)に発表した。",
        "published: 2026-01-14\n12日(月・祝)は休んだ。",
        "published: 2026-01-14\n展示会は1月26日(月)〜30日(金)に開かれる。",
        "published: 2026-01-14\n出荷は13日(水産庁の速報による)時点の数字。",
        "published: 2026-01-14\n2024年の創業祭は5月3日(金)に始まり、5日(日)に終わった。",
    ],
)
