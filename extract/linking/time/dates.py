"""Days, months and years as Japanese news writes them: numerals, eras, two-digit years, and the reading of a list
of forms.

All dates are inclusive pairs (first day, last day). Where a year or month is missing, the day nearest to
publication is
meant (`12月22日` in an article of 7 January 2026 is 22 December 2025); without a publication date it stays open.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import Literal

import msgspec

from jijitsu.extract.gates import sieve, signs_of
from jijitsu.extract.regex import regex
from jijitsu.schemas.mention import Mention, Timex
from jijitsu.schemas.sentence import Sentence

Days = tuple[date, date]
How = Literal["absolute", "publication_date", "context", "calendar"]

NUM = r"(?:\d{1,4}|[〇零一二三四五六七八九十百]{1,4})"
"""A small whole number; kanji positional (二〇二五) or with 十 and 百 (二十五)."""
EDGE = r"(?<![\d.,/〇零一二三四五六七八九十百・第泊])"
"""Nothing before a number that would make it the tail of another one."""
YEAR = (
    r"(?:(?P<era>令和|平成|昭和|大正|明治)(?P<era_year>元|\d{1,2}|[一二三四五六七八九十]{1,3})"
    r"|(?P<year>\d{4}|[〇零一二三四五六七八九]{4}|'?\d{2}|[〇零一二三四五六七八九]{2}))年"
)
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867}
_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0}
_UNITS = {"十": 10, "百": 100, "千": 1000}


_LONG_PAST = "死亡|死去|事故|事件|犯行|遺体発見|失踪|出産|結婚|手術|執行|殺害|暴行|遭難"
_HAPPENS = (
    "発生|発見|投票|投開票|選挙|告示|公示|試験|入試|本番|試合|開幕|開会|開業|開店|出発|当選|契約|発売|公開|放送|入院|退院|逮捕|解散|辞任|退任|引退|入学|入会|入社|入居|就職|就任|卒業|退職"
    "|申し?込み|申請|応募|開催|実施|加入|移籍|導入|施行|改正|着工|会談|合併|統合|買収|倒産|破産|地震|噴火|上陸|開戦|終戦|決戦|公演|撮影|締め切り|期限|満期|転居|転入|法要"
)
OF_DEED = regex(rf"(?:{_LONG_PAST})(?:日|時|の)?$")
"""事故[前日], 犯行[当日]: the day of what an article may have told long before, or not at all."""
OF_EVENT = regex(rf"(?:{_LONG_PAST}|{_HAPPENS})(?:日|時|の)?$")
"""入学[前年], 選挙[前日]: counted from what happens, and not from the day of the article."""

LAST_YEAR = 2999
"""No date is read beyond it, so that what is reckoned from one (翌日, 翌年度) never leaves the calendar."""


class Anchor(msgspec.Struct, frozen=True):
    """What a relative date hangs on: the publication date and the last date read in the same sentence."""

    published: date | None
    previous: Days | None = None
    at: int = 0
    """Where the date before ends in the folded sentence."""


class Form(msgspec.Struct, frozen=True):
    """One way of writing: a pattern, and how a match is read (None where it is no date after all)."""

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Anchor], Timex | None]


def reader(
    forms: Sequence[Form], type_: Literal["date", "period", "duration"]
) -> Callable[[Sentence, date | None], Iterator[Mention]]:
    """Return a function that yields what the forms read in a sentence, given the publication date.

    Of matches that overlap the longest stands, then that of the earliest form in the list.
    """
    possible = sieve([form.pattern for form in forms])

    def read(sentence: Sentence, published: date | None) -> Iterator[Mention]:
        text = sentence.folded
        found = [
            (match, forms[number])
            for number in possible(signs_of(text))
            for match in forms[number].pattern.finditer(text)
        ]
        return _read(sentence, _longest(found, len(text)), published, type_)

    return read


_Found = tuple[re.Match[str], Form]


def _longest(found: list[_Found], length: int) -> list[_Found]:
    """Those that overlap no longer and no earlier one, in order of the text."""
    found.sort(key=lambda one: one[0].start() - one[0].end())
    kept: list[_Found] = []
    taken = bytearray(length)
    for match, form in found:
        start, end = match.span()
        if start < end and not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            kept.append((match, form))
    return sorted(kept, key=lambda one: one[0].start())


def _read(
    sentence: Sentence, found: Sequence[_Found], published: date | None, type_: Literal["date", "period", "duration"]
) -> Iterator[Mention]:
    previous: Days | None = None
    at = 0
    for match, form in found:
        try:
            value = form.read(match, Anchor(published, previous, at))
        except (ValueError, OverflowError):  # beyond the calendar: 9999年度
            value = None
        if value is not None and (value.end is None or value.end.year <= LAST_YEAR):
            start, end = match.span()
            yield Mention(type_, sentence.start + start, sentence.start + end, sentence.text[start:end], value)
            # 2000年12月以来の高値 does not move the day that the sentence speaks of.
            if value.start and value.end and not sentence.folded.startswith("以来", end):
                closing = sentence.folded.endswith("末", start, end)  # 4月末に開館した館で9日: no day that 9日 follows
                previous = (value.start.replace(day=1) if closing else value.start, value.end)
                at = end


def number(text: str) -> int:
    """Read 29, 二十九, 二九, 二〇二五, 元. Anything else raises ValueError."""
    if text == "元":
        return 1
    if not any(sign in _UNITS for sign in text):
        return int("".join(str(_DIGITS.get(sign, sign)) for sign in text))
    total, digit = 0, 0
    for sign in text:
        if sign in _UNITS:
            total, digit = total + (digit or 1) * _UNITS[sign], 0
        else:
            digit = _DIGITS[sign]
    return total + digit


def year_of(match: re.Match[str], anchor: Anchor) -> int | None:
    """The year that `YEAR` matched, or None where the match has none (or an impossible one)."""
    groups = match.groupdict()
    if groups.get("era"):
        return _ERAS[groups["era"]] + number(groups["era_year"])
    if not groups.get("year"):
        return None
    value = number(groups["year"].lstrip("'"))
    if value >= 1000:
        return value
    latest = anchor.published.year + _AHEAD if anchor.published is not None else _LATEST
    return 2000 + value if value >= 100 or 2000 + value <= latest else 1900 + value  # 92年1月期, but 50年に脱炭素


_AHEAD, _LATEST = 30, 2069
"""How many years ahead news writes with two figures; and the last year so written where no day is known."""


def day(year: int, month: int, number_: int) -> date | None:
    """The day, or None where the calendar has none (2月30日)."""
    try:
        return date(year, month, number_)
    except ValueError:
        return None


def months(year: int, first: int, last: int, last_year: int | None = None) -> Days | None:
    """From the first day of one month to the last day of another, the next year's if it comes earlier in the year."""
    if not (1 <= first <= 12 and 1 <= last <= 12 and 1 <= year <= 9998):
        return None
    end = last_year or (year if first <= last else year + 1)
    return date(year, first, 1), date(end, last, monthrange(end, last)[1])


def year_days(year: int) -> Days:
    """The whole calendar year."""
    return date(year, 1, 1), date(year, 12, 31)


def shift_months(day_: date, count: int) -> date:
    """The same day `count` months later (earlier if negative), or the month's last day."""
    at = day_.year * 12 + day_.month - 1 + count
    year, month = divmod(at, 12)
    return date(year, month + 1, min(day_.day, monthrange(year, month + 1)[1]))


def nearest_day(published: date, month: int | None, number_: int) -> date | None:
    """The day with this number (of this month) nearest to publication; of two as near, the past one."""
    if month is None:
        first = published.replace(day=1)
        around = [shift_months(first, count) for count in (-1, 0, 1)]
        days = [day(one.year, one.month, number_) for one in around]
    else:
        days = [day(published.year + count, month, number_) for count in (-1, 0, 1)]
    known = [one for one in days if one]
    return min(known, key=lambda one: (abs(one - published), one > published), default=None)


_WHOLE_YEAR, _SEASON = 350, 130
"""Days: a run so long is a year, whose results come out until then."""


def nearest_months(published: date, first: int, last: int, past: bool = False) -> Days | None:
    """The run of months nearest to publication. News tells the past: a coming run must be much nearer than a past
    one.
    """
    runs = [days for count in (-1, 0, 1) if (days := months(published.year + count, first, last))]

    if past:
        runs = [days for days in runs if days[0] <= published]

    def distance(days: Days) -> tuple[int, date]:
        if days[0] <= published <= days[1]:
            whole = (days[1] - days[0]).days > _WHOLE_YEAR and (published - days[0]).days < _SEASON
            return (_SEASON if whole else 0), days[0]  # 1~12月期 in February: the year that is over
        # 4~12月期 told in March is over, though the next one begins in a week.
        long = 90 * ((days[1] - days[0]).days > 150)
        ahead = 3 * (days[0] - published).days + 30 + long
        return ((published - days[1]).days if days[1] < published else ahead), days[0]

    return min(runs, key=distance, default=None)


def month_text(days: Days) -> str:
    """TIMEX3 of a run of whole months: 2025, 2025-01, 2025-Q3, 2025-H1, else 2025-04/2025-12."""
    (first, last) = days
    length = (last.year - first.year) * 12 + last.month - first.month + 1
    if length == 12 and first.month == 1:
        return f"{first.year}"
    if length == 1:
        return f"{first:%Y-%m}"
    if length == 3 and first.month % 3 == 1:
        return f"{first.year}-Q{first.month // 3 + 1}"
    if length == 6 and first.month % 6 == 1:
        return f"{first.year}-H{first.month // 6 + 1}"
    return f"{first:%Y-%m}/{last:%Y-%m}"


def timex(text: str, days: Days | date | None, how: How) -> Timex:
    """A reading; `days` may be one day, or None where it stays open."""
    if days is None:
        return Timex(text)
    start, end = (days, days) if isinstance(days, date) else days
    return Timex(text, start, end, how)


def week(published: date, shift: int) -> Days:
    """Monday to Sunday of the week of publication, `shift` weeks on."""
    monday = published - timedelta(days=published.weekday()) + timedelta(weeks=shift)
    return monday, monday + timedelta(days=6)
