"""Dates as written, with a year or without: 2026年1月6日, 1月29日, 29日, 11月末, 26年. Each resolver takes the match of its
form and what the sentence is anchored to, and returns the day or days, or None where it is no date."""

from __future__ import annotations

import re
from datetime import date, timedelta

from jijitsu.extract.linking.time.courses import carried_year, is_done, tells_of_past
from jijitsu.extract.linking.time.dates import (
    Anchor,
    Days,
    How,
    day,
    month_text,
    months,
    nearest_day,
    nearest_months,
    number,
    shift_months,
    timex,
    year_days,
    year_of,
)
from jijitsu.extract.regex import regex
from jijitsu.schemas.mention import Timex

SEASONS = {"春": (3, 5, "SP"), "夏": (6, 8, "SU"), "秋": (9, 11, "FA"), "冬": (12, 2, "WI")}
_AS_OF = regex(r"(?:の?(?:午前|午後)?(?:[0-9]{1,2}時(?:[0-9]{1,2}分|半)?|正午))?(?:現在|時点)(?:、|の|で|[^ぁ-ん])")
_FUTURE = regex(
    r"[^。]{0,80}(?:予定|計画|方針|見通し|見込み|(?<![いあ])[るうすむ](?:と(?:発表|して)[^。]{0,6})?(?=。|$))"
)
_PLANNED = regex(
    r"(?:(?![しいきっれえけげめべて]た|んだ)[^。「」]){2,60}(?:予定|方針|見通し|見込み|計画)(?:だ|である|です|とし|と発表|。)"
)
_NOT_GONE = r"(?![^。]{0,60}(?:[しいきっれえけげめべて]た|んだ|て(?:い|お)(?:る|ます)|ており)(?![いらり]))"
_WILL_BE = r"[^。]{2,60}(?<![いあ])(?:[るうすむ]|(?<=[^がしどか])く(?=[。」]|$)|予定|計画|方針|見通し|見込み|予想)(?:だ|である|です|としている|している)?(?:[。」]|$)"
# 10月から料金を980円に値上げする, 6月末の相場を152円と予想する: told in what is not past, from then on.
_TO_COME = regex(rf"(?:から|以[降後](?:に(?:は)?|、)?|に|には|末の|末に|末には|をめどに){_NOT_GONE}{_WILL_BE}")
# 6月までに利下げが行われる確率を38%とみている, 12月までに3万台を出荷する計画だ: what is expected by then is to come
_BY_THEN = regex(
    r"末?まで(?:に(?:は|も)?[^。、]{1,30}(?<![いあ])[るうすむ](?:確率|可能性|公算|観測|計画|方針|予定|見通し|目標|考え|意向|との(?:見方|予想|観測|見通し|方針|考え)|と(?:予想|見込|予測|み[てる]|発表|明らか|述べ|語|話し|表明|説明|決め|し(?:た|て)))"
    r"|の(?:追加)?利[上下]げ(?:の?(?:確率|可能性|公算|観測)|を(?:見込|織り込|予想))"
    rf"|に(?:は|も)?(?:{_NOT_GONE}{_WILL_BE}|[^。「」]{{2,40}}(?<![いあ])[るうすむ]」))"
)


def full(match: re.Match[str], anchor: Anchor) -> Timex | None:
    """2026年1月6日 15:00: year, month and day, the hour if it is written."""
    year, month, number_ = year_of(match, anchor), match.group("month"), match.group("day")
    found = day(year, number(month), number(number_)) if year else None
    if found is None:
        return None
    hour = match.groupdict().get("hour")
    return timex(f"{found}T{int(hour):02d}:{match.group('minute')}" if hour else f"{found}", found, "absolute")


def month_day(match: re.Match[str], anchor: Anchor) -> Timex | None:
    """1月29日: the day nearest to publication."""
    month, number_ = number(match.group("month")), number(match.group("day"))
    if not (1 <= month <= 12 and 1 <= number_ <= 31):
        return None
    if anchor.published is None:
        carried = day(anchor.previous[0].year, month, number_) if anchor.previous else None
        return timex(f"{carried}", carried, "context") if carried else Timex(f"XXXX-{month:02d}-{number_:02d}")
    if (year := carried_year(match, month, anchor)) and (carried := day(year, month, number_)):
        return timex(f"{carried}", carried, "context")
    found = nearest_day(anchor.published, month, number_)
    if found and is_done(match, found, anchor.published):
        found = day(found.year - 1, month, number_)
    return timex(f"{found}", found, "publication_date") if found else None


_LATELY, _JUST_NOW = 40, 3


def bare_day(match: re.Match[str], anchor: Anchor) -> Timex | None:
    """29日: the day nearest to publication, or in the month of the date before."""
    number_ = number(match.group("day"))
    if not 1 <= number_ <= 31:
        return None
    # A day right behind another one in the sentence lies in its month: 2011年3月11日に…、13日に.
    single = anchor.previous is not None and anchor.previous[0] == anchor.previous[1]
    follows = match.group().startswith("翌") or anchor.published is None
    if anchor.previous and single and (follows or abs(anchor.published - anchor.previous[1]).days > 25):  # type: ignore[operator]
        near = nearest_day(anchor.published, None, number_) if anchor.published else None
        if (
            near is not None
            and anchor.published is not None
            and not follows
            and abs((anchor.published - anchor.previous[1]).days) < _LATELY
            and 0 <= (anchor.published - near).days < _JUST_NOW
        ):
            return timex(f"{near}", near, "publication_date")  # 30日の開業に先立ち、29日に, told on the 29th
        previous = shift_months(anchor.previous[1], int(follows and number_ < anchor.previous[1].day))
        found = day(previous.year, previous.month, number_)
        how: How = "context"
    else:
        found = nearest_day(anchor.published, None, number_) if anchor.published else None
        how = "publication_date"
        ahead = (found - anchor.published).days if found and anchor.published else 0
        if ahead > 1 and anchor.published and _AS_OF.match(match.string, match.end()):
            before = shift_months(anchor.published, -int(number_ > anchor.published.day))
            found = (
                day(before.year, before.month, number_) or found
            )  # 24日午前9時現在, told on the 16th; 1日現在, on the 20th
        elif ahead > 7 and found and anchor.published and found.month != anchor.published.month:
            past = day(anchor.published.year, anchor.published.month, number_)
            told = _FUTURE.match(match.string[match.end() : match.end() + 90]) is None
            found = past if past and past < anchor.published and told else found
        elif (
            ahead > 1 and found and anchor.published and found.month != anchor.published.month and tells_of_past(match)
        ):
            found = day(anchor.published.year, anchor.published.month, number_) or found  # 1日に開業した, on the 27th
        elif ahead > 7 and anchor.published and tells_of_past(match):
            months_back = (shift_months(anchor.published, -back) for back in (1, 2))
            gone = (day(month.year, month.month, number_) for month in months_back)
            found = next(filter(None, gone), found)  # 27日に5%下げた, on the 12th; 30日に, on the 20th of March
        elif (
            ahead < -7
            and found
            and anchor.published
            and found.month != anchor.published.month
            and _PLANNED.match(match.string, match.end())
        ):
            found = day(anchor.published.year, anchor.published.month, number_) or found  # 20日に開く予定だ, on the 2nd
    if found is None and anchor.published:
        return None
    return timex(f"{found}", found, how) if found else Timex(f"XXXX-XX-{number_:02d}")


def part_of(days: Days, part: str | None) -> tuple[str, Days]:
    """A part of a month or year. 2025年末 and 11月末 are points: the last day, written as the month."""
    first, last = days
    text = month_text(days)
    long = (last - first).days > 31
    if part == "末":
        return f"{last:%Y-%m}", (last, last)
    if part in ("初め", "始め", "はじめ", "初頭") and long:
        return f"{first:%Y-%m}", (first, shift_months(first, 1) - timedelta(days=1))
    if part in ("初め", "始め", "はじめ", "上旬", "初旬"):
        return text, (first, first + timedelta(days=9))
    if part in SEASONS:
        begin, end, code = SEASONS[part]
        return f"{first.year}-{code}", months(first.year, begin, end) or days
    if part == "中旬":
        return text, (first + timedelta(days=10), first + timedelta(days=19))
    if part == "下旬":
        return text, (first + timedelta(days=20), last)
    return text, days


def year_month(match: re.Match[str], anchor: Anchor) -> Timex | None:
    """2025年11月末."""
    year, month = year_of(match, anchor), number(match.group("month"))
    days = months(year, month, month) if year else None
    if days is None:
        return None
    return timex(*part_of(days, match.group("part")), "absolute")


def month_alone(match: re.Match[str], anchor: Anchor) -> Timex | None:
    """11月: the month nearest to publication, the coming one where it is told of what is to be."""
    month = number(match.group("month"))
    if not 1 <= month <= 12:
        return None
    if anchor.published is None and anchor.previous is None:
        return Timex(f"XXXX-{month:02d}")
    if anchor.published is None and anchor.previous:
        days = months(anchor.previous[0].year, month, month)
    else:
        published = anchor.published or date.min
        days = nearest_months(published, month, month, past=match.string.startswith("以来", match.end()))
        if days and days[1] < published and _TO_COME.match(match.string, match.end()):
            coming = months(days[0].year + 1, month, month)
            if coming and coming[0] - published < published - days[1]:
                days = coming
        if days and days[1] < published and _BY_THEN.match(match.string, match.end()):
            days = months(days[0].year + 1, month, month)
        if (
            days
            and days[0] > published
            and (_GONE.match(match.string, match.end()) or is_done(match, days[0], published))
        ):
            days = months(days[0].year - 1, month, month)
        if year := carried_year(match, month, anchor):
            days = months(year, month, month)
        if anchor.previous and (row := _in_row(match, month, anchor.previous)) is not None:
            days = row
        if match.group().startswith("翌") and anchor.previous:
            days = months(anchor.previous[0].year + (month < anchor.previous[0].month), month, month)
    return (
        timex(*part_of(days, match.group("part")), "publication_date" if anchor.published else "context")
        if days
        else None
    )


def _in_row(match: re.Match[str], month: int, previous: Days) -> Days | None:
    """2024年10月が3万台、[11月]が4万台: the year stands with the first of a row."""
    text, start = match.string, match.start()
    last = _MONTH_BEFORE.search(text, max(0, start - 40), start)
    after = (month - previous[0].month) % 12
    if last is None or int(last["month"]) != previous[0].month or not 0 < after <= _ROW:
        return None
    if not text.startswith(("が", "は"), match.end()):
        return None
    return months(previous[0].year + (month < previous[0].month), month, month)


# 6月は3万台だった, told in March; not 6月は3万台になると述べた
_GONE = regex(
    r"(?:の[^、。はが]{1,12})?[はが](?:前[年月][^、。0-9]{0,8}|約)?[0-9][^、。と]{0,24}(?:、[0-9]{1,2}月[がは][^、。と]{1,24}){0,6}(?:だった|でした|[しっいきりえけ]た|[んい]だ)(?:。|$)"
)
_ROW = 6
_MONTH_BEFORE = regex(r"(?<![0-9])(?P<month>1[0-2]|[1-9])月[がは][^、。月]{1,24}(?:で)?、(?:さらに)?$")


def year_alone(match: re.Match[str], anchor: Anchor) -> Timex | None:
    """2025年, 令和7年, 26年."""
    year = year_of(match, anchor)
    # Two digits alone are a year only near publication: 26年の出荷, but 10年の歴史.
    if (
        match.groupdict().get("year")
        and len(match.group("year").lstrip("'")) == 2
        and not match.group("year").startswith("'")
        and (year is None or not _near_enough(year, match.group("year"), anchor.published))
    ):
        return None
    if year is None or not 1000 <= year <= 2999:
        return None
    return timex(*part_of(year_days(year), match.group("part")), "absolute")


def _near_enough(year: int, written: str, published: date | None) -> bool:
    """True if two digits may be a year: 09年は always, 26年の出荷 near publication, 12年には some ten years back."""
    if written.startswith(("0", "〇", "零")):
        return True
    if year >= 2020:
        return abs(year - (published.year if published else 2025)) <= 6
    return published is not None and year > 2010 and -12 <= year - published.year <= 2


def decade(match: re.Match[str], anchor: Anchor) -> Timex | None:
    """30年までに, 30年に…に拡大する見込みだ: a year of the thirties, read in the twenties."""
    if anchor.published is None or not 2020 <= anchor.published.year < 2036:
        return None
    return timex(*part_of(year_days(2000 + int(match["year"])), match.groupdict().get("part")), "absolute")


_CENTURY = 2016
"""The last year of publication in which 98年 still needs no century."""


def nineties(match: re.Match[str], anchor: Anchor) -> Timex | None:
    """98年に: a year of the nineties, in what was written while they were near."""
    if anchor.published is None or anchor.published.year > _CENTURY:
        return None
    return timex(*part_of(year_days(1900 + int(match["year"])), None), "absolute")
