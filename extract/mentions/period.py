"""Periods: quarters, halves, fiscal years and runs of months or days, as news of results and sales names them.

Takes 2025年第3四半期, 4〜6月期, 26年3月期, 2027年度, 上半期(1〜6月), 8月1日から12月30日 and the words 通期, 今期,
同期 (which stay open: whose they are is told by the article, see linking/time/timing.py). Leaves 前年同期比 and 前期比 (see
basis.py), 長期 and 時期. A year ended in a month is read as the twelve months to its end; without a year the run nearest
to publication is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from jijitsu.extract.linking.time.dates import (
    EDGE,
    NUM,
    OF_EVENT,
    YEAR,
    Anchor,
    Days,
    Form,
    How,
    day,
    month_text,
    months,
    nearest_day,
    nearest_months,
    number,
    reader,
    shift_months,
    timex,
    year_of,
)  # fmt: skip
from jijitsu.extract.parts import Recogniser
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Setting
from jijitsu.schemas.mention import Mention, Timex
from jijitsu.schemas.sentence import Sentence

_TO = r"\s?(?:~|-|―|—|から|・)\s?"
_RUN = rf"(?P<first>{NUM})月?{_TO}(?P<last>{NUM})月"
_REL_YEAR = {"今年": 0, "ことし": 0, "昨年": -1, "去年": -1, "再来年": 2, "来年": 1}


def _run(match: re.Match[str], anchor: Anchor) -> Timex | None:
    first, last = number(match.group("first")), number(match.group("last"))
    if not (1 <= first <= 12 and 1 <= last <= 12):
        return None
    year, how = year_of(match, anchor), "absolute"
    word = match.groupdict().get("word")
    if word and anchor.published:
        year, how = anchor.published.year + _REL_YEAR[word], "publication_date"
    if year is None and anchor.published:
        days = nearest_months(anchor.published, first, last)
        return timex(month_text(days), days, "publication_date") if days else None
    if year is None:
        return Timex(f"XXXX-{first:02d}/XXXX-{last:02d}")
    days = months(year, first, last)
    return timex(month_text(days), days, how) if days else None  # type: ignore[arg-type]


def _turning(match: re.Match[str], anchor: Anchor) -> Timex | None:
    """2025年11月~26年1月期: a run whose end names its own year."""
    year = year_of(match, anchor)
    if year is None or not match["until"].isascii():
        return None
    last = int(match["until"])
    last = last if last > 999 else year - year % 100 + last
    begin, end = months(year, number(match["first"]), number(match["first"])), None
    if last > year:
        end = months(last, number(match["last"]), number(match["last"]))
    if begin is None or end is None or (end[1] - begin[0]).days > 800:
        return None
    days: Days = (begin[0], end[1])
    return timex(month_text(days), days, "absolute")


def _part_of(start: date, quarter: int, match: re.Match[str]) -> Days:
    """第3四半期 of the year that begins on `start`; 第3四半期累計: all of it up to there."""
    end = date.fromordinal(shift_months(start, 3 * quarter).toordinal() - 1)
    return (start if match["summed"] else shift_months(start, 3 * (quarter - 1))), end


def _fiscal(match: re.Match[str], anchor: Anchor) -> Timex | None:
    year, how = year_of(match, anchor), "absolute"
    month = number(match.group("month"))
    if not 1 <= month <= 12:
        return None
    word = match.groupdict().get("word")
    if word and anchor.published:
        year, how = anchor.published.year + _REL_YEAR[word], "publication_date"  # 来年3月期
    if year is None:
        if anchor.published is None:
            return Timex(f"FYXXXX-{month:02d}")
        closing = nearest_months(anchor.published, month, month)
        year, how = (closing[0].year if closing else anchor.published.year), "publication_date"
    end = months(year, month, month)
    if end is None:
        return None
    if match.groupdict().get("close"):  # 24年9月期末の債務: on the last day
        return timex(f"{end[1]:%Y-%m}", end[1], how)  # type: ignore[arg-type]
    start = shift_months(end[0], -11)
    days: Days = (start, end[1])
    part = match.groupdict().get("quarter")
    if part:
        days = _part_of(start, number(part), match)
    elif match.groupdict().get("half"):
        late = match.group("half") in ("下期", "下半期")
        begin = shift_months(start, 6 if late else 0)
        days = (begin, date.fromordinal(shift_months(begin, 6).toordinal() - 1))
    return timex(month_text(days), days, how)  # type: ignore[arg-type]


def _interim(match: re.Match[str], anchor: Anchor) -> Timex | None:
    """2006年9月中間期: the half year that ends there."""
    year, month = year_of(match, anchor), number(match.group("month"))
    how: How = "absolute" if year else "publication_date"
    if year is None and anchor.published is not None:
        near = nearest_months(anchor.published, month, month)  # 9月中間決算
        year = near[0].year if near else None
    end = months(year, month, month) if year else None
    if end is None:
        return None
    days = (shift_months(end[0], -5), end[1])
    return timex(month_text(days), days, how)


def fiscal_year(year: int, part: str | None = None) -> Days:
    """The Japanese public fiscal year, April to March, or its first or second half."""
    if part in ("上期", "上半期", "前半"):
        return date(year, 4, 1), date(year, 9, 30)
    if part in ("下期", "下半期", "後半"):
        return date(year, 10, 1), date(year + 1, 3, 31)
    return date(year, 4, 1), date(year + 1, 3, 31)


_LATE = 9
"""The month behind which 新年度 is the next year's."""


def _season(match: re.Match[str], anchor: Anchor) -> Timex | None:
    """2006-07年度シーズン: from July to June."""
    del anchor
    year, last = number(match["year"]), number(match["last"])
    if (year + 1) % (10000 if last > 99 else 100) != last:
        return None
    days: Days = (date(year, 7, 1), date(year + 1, 6, 30))
    return timex(month_text(days), days, "absolute")


def _nendo(match: re.Match[str], anchor: Anchor) -> Timex | None:
    word = match.groupdict().get("word")
    how: How = "absolute"
    if word == "前" and OF_EVENT.search(match.string, 0, match.start()):
        return None  # 入会前年度の観客数
    if word:
        if anchor.published is None:
            return Timex("FYXXXX")
        how = "publication_date"
        now = anchor.published.year - (anchor.published.month < 4)
        year = now + {"今": 0, "本": 0, "昨": -1, "前": -1, "来": 1, "新": 0}[word]
        if word == "新":  # told in March or in April
            year = anchor.published.year + (anchor.published.month > _LATE)
    else:
        found = year_of(match, anchor)
        if found is None:
            return None
        year = found
    last = match.groupdict().get("last")
    if last:
        end = number(last)
        end = end if end > 1000 else year - year % 100 + end
        days: Days = (date(year, 4, 1), date(end + 1, 3, 31))
        return timex(month_text(days), days, how) if end >= year else None
    if match.group("end"):
        closing = date(year + 1, 3, 31)
        return timex(f"{closing:%Y-%m}", closing, how)
    quarter = match.groupdict().get("quarter")
    half = match.groupdict().get("half")
    days = _part_of(date(year, 4, 1), number(quarter), match) if quarter else fiscal_year(year, half)
    return timex(month_text(days), days, how)


def _closing(match: re.Match[str], anchor: Anchor) -> Timex | None:
    """年度末: the last day of the year in course."""
    del match
    if anchor.published is None:
        return Timex("XXXX-03")
    end = date(anchor.published.year + (anchor.published.month > 3), 3, 31)
    return timex(f"{end:%Y-%m}", end, "publication_date")


def _quarter(match: re.Match[str], anchor: Anchor) -> Timex | None:
    number_ = number(match.group("quarter"))
    year, how = year_of(match, anchor), "absolute"
    if year is None and anchor.published:
        near = nearest_months(anchor.published, 3 * number_ - 2, 3 * number_)
        year, how = (near[0].year if near else None), "publication_date"
    if year is None:
        return Timex(f"XXXX-Q{number_}")
    summed = bool(match.groupdict().get("summed"))
    days = months(year, 1 if summed else 3 * number_ - 2, 3 * number_)
    return timex(month_text(days) if summed and days else f"{year}-Q{number_}", days, how)  # type: ignore[arg-type]


def _half(match: re.Match[str], anchor: Anchor) -> Timex | None:
    late = match.group("half") in ("下半期", "下期", "後半")
    year, how = year_of(match, anchor), "absolute"
    word = match.groupdict().get("word")
    if word and anchor.published:
        year, how = anchor.published.year + _REL_YEAR[word], "publication_date"
    if year is None:
        return Timex(f"XXXX-H{2 if late else 1}")
    return timex(f"{year}-H{2 if late else 1}", months(year, 7, 12) if late else months(year, 1, 6), how)  # type: ignore[arg-type]


def _half_spelt(match: re.Match[str], anchor: Anchor) -> Timex | None:
    """上半期(1~6月): what stands in the bracket decides."""
    return _run(match, anchor)


def _days(match: re.Match[str], anchor: Anchor) -> Timex | None:
    month, number_ = number(match.group("month")), number(match.group("day"))
    month2, number2 = match.group("month2"), number(match.group("day2"))
    year = year_of(match, anchor)
    how: How = "absolute" if year else "publication_date"
    first = (
        day(year, month, number_)
        if year
        else nearest_day(anchor.published, month, number_)
        if anchor.published
        else None
    )
    if first is None:
        return None if year or anchor.published else Timex(f"XXXX-{month:02d}-{number_:02d}/XXXX-XX-{number2:02d}")
    last = day(first.year, number(month2) if month2 else month, number2)
    if last and last < first:
        last = day(first.year + 1, last.month, last.day)
    return timex(f"{first}/{last}", (first, last), how) if last and last >= first else None


def _bare_days(match: re.Match[str], anchor: Anchor) -> Timex | None:
    """18~24日: days of the month that lies nearest."""
    last = nearest_day(anchor.published, None, number(match["day2"])) if anchor.published else None
    first = day(last.year, last.month, number(match["day"])) if last else None
    return timex(f"{first}/{last}", (first, last), "publication_date") if first and last and first < last else None


def _row(match: re.Match[str], anchor: Anchor) -> Timex | None:
    """14、15の両日; 先月14日と15日: days one behind the other."""
    row = [number(one) for one in _ONE.findall(match["row"])]
    if any(second - first != 1 for first, second in pairwise(row)):
        return None
    month, word = match["month"], match["word"]
    if word and anchor.published:
        at = shift_months(anchor.published, {"今月": 0, "先月": -1, "来月": 1}[word])
        last = day(at.year, at.month, row[-1])
    else:
        last = nearest_day(anchor.published, number(month) if month else None, row[-1]) if anchor.published else None
    first = day(last.year, last.month, row[0]) if last else None
    return timex(f"{first}/{last}", (first, last), "publication_date") if first and last else None


_ONE = regex(NUM)


def _years(match: re.Match[str], anchor: Anchor) -> Timex | None:
    first, last = number(match.group("year")), number(match.group("last"))
    last = last if last > 999 else first - first % 100 + last
    return (
        timex(f"{first}/{last}", (date(first, 1, 1), date(last, 12, 31)), "absolute")
        if 999 < first <= last < 3000
        else None
    )


def _open(match: re.Match[str], anchor: Anchor) -> Timex | None:
    del anchor
    return Timex(
        {
            "上期": "XXXX-H1",
            "上半期": "XXXX-H1",
            "下期": "XXXX-H2",
            "下半期": "XXXX-H2",
            "中間期": "XXXX-H1",
            "中間": "XXXX-H1",
        }.get(match.group(), "FYXXXX")
    )


_Q = r"第?(?P<quarter>[1-4一二三四])・?四半期(?P<summed>の?累計(?:期間)?)?"
_CLOSE = r"(?P<close>末(?!比))"
_HALF = r"(?P<half>上半期|下半期|上期|下期)"
_FORMS = (
    Form(
        regex(
            rf"{EDGE}{YEAR}\s?(?P<first>{NUM})月\s?[~\-―—–]\s?(?P<until>\d{{4}}|\d{{2}})年(?P<last>{NUM})月(?!{NUM}日)期?"
            rf"(?:\((?:第{NUM}四半期|上半期)\))?"
        ),
        _turning,
    ),
    Form(regex(rf"{EDGE}{YEAR}\s?{_RUN}(?!{NUM}日)(?:期|累計)?(?:\((?:第{NUM}四半期|上半期)\))?"), _run),
    Form(regex(rf"(?P<word>{'|'.join(_REL_YEAR)})(?:の)?{_RUN}期?(?!{NUM}日)"), _run),
    Form(regex(rf"{EDGE}{_RUN}(?!{NUM}日|間|後)(?:期|累計)?(?:\((?:第{NUM}四半期|上半期)\))?"), _run),
    Form(regex(rf"{EDGE}(?:{YEAR})?{_HALF}\({_RUN}期?\)"), _half_spelt),
    Form(
        regex(
            rf"{EDGE}{YEAR}[の\s]?(?P<month>{NUM})月(?:通期|期(?:通期|{_CLOSE}|の?(?:{_Q}|(?P<half>中間期|上期|下期|上半期|下半期)))?)"
        ),
        _fiscal,
    ),
    Form(regex(rf"{EDGE}(?:{YEAR}\s?)?(?P<month>{NUM})月中間(?:期|連結決算|決算)"), _interim),
    Form(regex(rf"(?P<word>{'|'.join(_REL_YEAR)})の?(?P<month>{NUM})月期{_CLOSE}?"), _fiscal),
    Form(regex(rf"{EDGE}(?<!~)(?P<month>{NUM})月期{_CLOSE}?"), _fiscal),
    Form(regex(rf"{EDGE}{YEAR}度(?:の?(?:{_Q}|{_HALF}))?(?P<end>末)?"), _nendo),
    Form(regex(rf"{EDGE}(?P<year>\d{{4}})[-/](?P<last>\d{{4}}|\d{{2}})年度?の?シーズン"), _season),
    Form(regex(rf"{EDGE}(?P<year>\d{{4}}|\d{{2}})(?:年度)?{_TO}(?P<last>\d{{2,4}})年度(?P<end>末)?"), _nendo),
    Form(regex(rf"(?P<word>[今本昨前来新])年度(?!比|同)(?:の?{_HALF})?(?P<end>末)?"), _nendo),
    Form(regex(r"(?<![一-龠\d])年度末(?=に|まで|時点|の時点|を)"), _closing),
    Form(regex(rf"{EDGE}{YEAR}の?(?:{_Q})"), _quarter),
    Form(regex(r"第(?P<quarter>[1-4一二三四])・?四半期(?P<summed>の?累計(?:期間)?)?"), _quarter),
    Form(regex(rf"{EDGE}(?P<year>\d{{4}})年?\s?[QＱ](?P<quarter>[1-4])"), _quarter),
    Form(regex(rf"{EDGE}(?P<quarter>[1-4])[QＱ](?![A-Za-z0-9_])"), _quarter),
    Form(regex(rf"{EDGE}{YEAR}の?(?P<half>上半期|下半期|上期|下期|前半|後半)"), _half),
    Form(regex(rf"(?P<word>{'|'.join(_REL_YEAR)})の?(?P<half>上半期|下半期|上期|下期|前半|後半)"), _half),
    Form(
        regex(
            rf"{EDGE}(?:{YEAR})?(?P<month>{NUM})月(?P<day>{NUM})日?(?:\(\w(?:曜日?)?\))?{_TO}(?:"
            rf"(?P<month2>{NUM})月)?(?P<day2>{NUM})日(?!間)"
            r"(?:まで|にかけて)?"
        ),
        _days,
    ),
    Form(regex(rf"{EDGE}(?<!月)(?P<day>{NUM})日?~(?P<day2>{NUM})日(?![間目分])"), _bare_days),
    Form(
        regex(
            rf"{EDGE}(?:(?P<month>{NUM})月|(?P<word>今月|先月|来月))?(?P<row>{NUM}(?:[、・]{NUM}){{1,3}})(?:日(?![間目分])(?:の?両日)?|の?両日)"
        ),
        _row,
    ),
    Form(regex(rf"{EDGE}(?:(?P<month>{NUM})月|(?P<word>今月|先月|来月))?(?P<row>{NUM}日と{NUM})日(?![間目分])"), _row),
    Form(regex(rf"{EDGE}(?P<year>(?:1\d|20)\d\d)年?{_TO}(?P<last>(?:1\d|20)?\d\d)年(?!度|{NUM}月|後|間|代)"), _years),
    Form(
        regex(r"(?<![年前])(?:今期|来期|当期(?!純|利益|損)|通期|前期(?!比|末|より|から|と比|に比))(?!高齢|中等|後期)"),
        _open,
    ),
    Form(
        regex(
            r"(?<![年前])同期(?!比|生|入|の桜|する|し|さ)|(?<!同)(?:上半期|下半期|上期|下期|中間期)(?!比)|(?<![一-龠ァ-ヺ])中間(?=(?:連結)?(?:営業[益利損]|経常[益利損]|純[益利損]|最終[益利損]|決算))"
        ),
        _open,
    ),
)

_read = reader(_FORMS, "period")


def find(sentence: Sentence, setting: Setting) -> Iterable[Mention]:
    """Periods in the order of the sentence."""
    return _read(sentence, setting.published)


RECOGNISER = Recogniser(
    find,
    "quarters, halves, fiscal years, runs of months or days",
    takes={
        "2025年第3四半期は増収だった。": "2025年第3四半期 = 2025-Q3",
        "2025年4〜9月期の売上高は伸びた。": "2025年4〜9月期 = 2025-04/2025-09",
        "２０２５年１０～１２月期は減った。": "２０２５年１０～１２月期 = 2025-Q4",
        "26年3月期通期の見通しを据え置く。": "26年3月期通期 = 2025-04/2026-03",
        "2006年9月中間期は赤字だった。": "2006年9月中間期 = 2006-04/2006-09",
        "2027年度に二つ目を建てる。": "2027年度 = 2027-04/2028-03",
        "二六年度末までに閉める。": "二六年度末 = 2027-03",
        "24年9月期末の借入金は8億円だった。": "24年9月期末 = 2024-09",
        "2015年の9月期には黒字だった。": "2015年の9月期 = 2014-10/2015-09",
        "2025年上半期(1～6月)の販売は増えた。": "2025年上半期(1～6月) = 2025-H1",
        "2024年8月1日から12月30日まで開く。": "2024年8月1日から12月30日まで = 2024-08-01/2024-12-30",
        "通期の予想を下げ、今期は減益となる。": "通期 = FYXXXX | 今期 = FYXXXX",
        "2025年11月〜26年1月期は増収だった。": "2025年11月〜26年1月期 = 2025-11/2026-01",
        "第1・四半期は減った。": "第1・四半期 = 2026-Q1",
        "2010~11年度の予算を組む。": "2010~11年度 = 2010-04/2012-03",
    },
    leaves={
        "前年同期比で5%増えた。": "a basis",
        "前期比では減った。": "a basis",
        "時期は長期にわたる。": "期 inside other words",
        "開発は3〜5年かかる。": "a duration",
    },
)
