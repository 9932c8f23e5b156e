"""Dates: days, months, years, weekdays and words like 昨日 and 昨年末, resolved against the publication date.

Takes the spellings of agencies and blogs (2026年1月6日(火), 二〇二五年, 令和7年, 25年1月, 2025.12.27 06:14, 29日,
同日). Leaves days that count (19日間, 3日続伸), ages, ～ぶり, times of day, 前年 and 前日 before 比 (see basis.py), 今回 and 現在.
`1月29日` without a year and `29日` without a month are the days nearest to publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from jijitsu.extract.lexicon import either
from jijitsu.extract.linking.dates import (
    EDGE,
    NUM,
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
    week,
    year_days,
    year_of,
)  # fmt: skip
from jijitsu.extract.parts import Recogniser
from jijitsu.extract.story import Setting
from jijitsu.schemas.mention import Mention, Timex
from jijitsu.schemas.sentence import Sentence

_MONTH = rf"(?P<month>{NUM})月"
_DAY = rf"(?P<day>{NUM})日"
_WEEKDAY = r"(?:\s?\((?:[月火水木金土日](?:曜日?)?(?:・?祝)?)\))?"
_PART = r"(?P<part>末|初め|始め(?!る|た|て)|はじめ|初旬|初頭|上旬|中旬|下旬|半ば|中頃)?"
_SEASON = (
    r"(?:(?P<part>末|初め|始め(?!る|た|て)|はじめ|初頭|半ば|春(?![闘季節])|夏(?![目季休])|秋(?![田葉季])|冬(?!季)))?"
)
_SEASONS = {"春": (3, 5, "SP"), "夏": (6, 8, "SU"), "秋": (9, 11, "FA"), "冬": (12, 2, "WI")}
# What behind 日 makes it a count of days; 29日後場 and 10日前引け stay dates.
_NO_DAY = (
    r"(?!間|目|連続|続|ぶり|以内|以上|以下|未満|超|分[^科]|分$|後(?!場|半)|ほど|程度|余|足らず|近く|前(?!場|引|週|年|日|月|半|夜|々)|半|制"
    r"|あたり|当たり|平均|ごと|おき|限り|がかり|齢|ずつ|[弱強](?![い含くま])|本(?:人|国|銀|経|語|代表|円|株|の|一|市|政|航|郵))"
)
_COUNTED = (
    r"(?<!約)(?<!およそ)(?<!わずか)(?<!過去)(?<!計)(?<!あと)(?<!残り)(?<!最長)(?<!最短)(?<!今後)(?<!延べ)(?<!たった)"
)
# 19日で終えた is nineteen days, 14日で終了 a day; 史上最大の1日の損失 is one day long.
_NO_SPAN = r"(?!に[1一][回度](?![戦目]))(?!で(?!終了|終え|満|閉|あ|の|は|も|、|す|し|締|引))"
_ONE_DAY = (
    r"(?!(?<=1日)(?<!\d1日)(?:の(?:損失|下げ|下落|上げ|上昇|減少|増加|値|取引時間|変動|電力|利用|乗客|乗降|平均|生産|運行|騎乗|本数|便数)|につき|に付き|\d|中))"
    r"(?!(?<=1日)(?<!\d1日)に(?:平均|最大|約|およそ)?\d[\d,]*(?:件|回|本|便|往復|個|杯|食|箱|枚|通|トン|リットル|万|人|台|時間)(?!が死|が亡|が負|が逮捕|が落))"
    r"(?<![のなるい]一日)(?!(?<=一日)(?<!十一日)の)"
)
_THIS = {
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
_MONTHS = {"今月": 0, "先月": -1, "前月": -1, "来月": 1, "先々月": -2}
_DAYS = {
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
_WEEKS = {"今週": 0, "先週": -1, "前週": -1, "来週": 1}


def _full(match: re.Match[str], anchor: Anchor) -> Timex | None:
    year, month, number_ = year_of(match, anchor), match.group("month"), match.group("day")
    found = day(year, number(month), number(number_)) if year else None
    if found is None:
        return None
    hour = match.groupdict().get("hour")
    return timex(f"{found}T{int(hour):02d}:{match.group('minute')}" if hour else f"{found}", found, "absolute")


def _month_day(match: re.Match[str], anchor: Anchor) -> Timex | None:
    month, number_ = number(match.group("month")), number(match.group("day"))
    if not (1 <= month <= 12 and 1 <= number_ <= 31):
        return None
    if anchor.published is None:
        carried = day(anchor.previous[0].year, month, number_) if anchor.previous else None
        return timex(f"{carried}", carried, "context") if carried else Timex(f"XXXX-{month:02d}-{number_:02d}")
    found = nearest_day(anchor.published, month, number_)
    return timex(f"{found}", found, "publication_date") if found else None


_AS_OF = re.compile(
    r"(?:の?(?:午前|午後)?(?:[0-9]{1,2}時(?:[0-9]{1,2}分|半)?|正午))?(?:現在|時点)(?:、|の|で|[^ぁ-ん])"
)
_FUTURE = re.compile(
    r"[^。]{0,80}(?:予定|計画|方針|見通し|見込み|(?<![いあ])[るうすむ](?:と(?:発表|して)[^。]{0,6})?(?=。|$))"
)


def _bare_day(match: re.Match[str], anchor: Anchor) -> Timex | None:
    number_ = number(match.group("day"))
    if not 1 <= number_ <= 31:
        return None
    # A day right behind another one in the sentence lies in its month: 2011年3月11日に…、13日に.
    single = anchor.previous is not None and anchor.previous[0] == anchor.previous[1]
    follows = match.group().startswith("翌") or anchor.published is None
    if anchor.previous and single and (follows or abs(anchor.published - anchor.previous[1]).days > 25):  # type: ignore[operator]
        previous = shift_months(anchor.previous[1], int(follows and number_ < anchor.previous[1].day))
        found = day(previous.year, previous.month, number_)
        how: How = "context"
    else:
        found = nearest_day(anchor.published, None, number_) if anchor.published else None
        how = "publication_date"
        ahead = (found - anchor.published).days if found and anchor.published else 0
        if ahead > 1 and anchor.published and _AS_OF.match(match.string, match.end()):
            before = shift_months(anchor.published, -1)
            found = day(before.year, before.month, number_) or found  # 24日午前9時現在, told on the 16th
        elif ahead > 7 and found and anchor.published and found.month != anchor.published.month:
            past = day(anchor.published.year, anchor.published.month, number_)
            told = _FUTURE.match(match.string[match.end() : match.end() + 90]) is None
            found = past if past and past < anchor.published and told else found
    if found is None and anchor.published:
        return None
    return timex(f"{found}", found, how) if found else Timex(f"XXXX-XX-{number_:02d}")


def _part(days: Days, part: str | None) -> tuple[str, Days]:
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
    if part in _SEASONS:
        begin, end, code = _SEASONS[part]
        return f"{first.year}-{code}", months(first.year, begin, end) or days
    if part == "中旬":
        return text, (first + timedelta(days=10), first + timedelta(days=19))
    if part == "下旬":
        return text, (first + timedelta(days=20), last)
    return text, days


def _year_month(match: re.Match[str], anchor: Anchor) -> Timex | None:
    year, month = year_of(match, anchor), number(match.group("month"))
    days = months(year, month, month) if year else None
    if days is None:
        return None
    return timex(*_part(days, match.group("part")), "absolute")


# 10月から料金を980円に値上げする, 6月末の相場を152円と予想する: told in what is not past, from then on.
_TO_COME = re.compile(
    r"(?:から|に|には|末の|末に|末には|をめどに)(?![^。]{0,60}(?:[しいきっれえけげめべて]た|んだ|て(?:い|お)る|ており)(?![いらり]))"
    r"[^。]{2,60}(?<![いあ])(?:[るうすむ]|予定|計画|方針|見通し|見込み|予想)(?:だ|である|です|としている|している)?(?:。|$)"
)


def _month(match: re.Match[str], anchor: Anchor) -> Timex | None:
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
        if match.group().startswith("翌") and anchor.previous:
            days = months(anchor.previous[0].year + (month < anchor.previous[0].month), month, month)
    return (
        timex(*_part(days, match.group("part")), "publication_date" if anchor.published else "context")
        if days
        else None
    )


def _year(match: re.Match[str], anchor: Anchor) -> Timex | None:
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
    return timex(*_part(year_days(year), match.group("part")), "absolute")


def _near_enough(year: int, written: str, published: date | None) -> bool:
    """True if two digits may be a year: 09年は always, 26年の出荷 near publication, 12年には some ten years back."""
    if written.startswith(("0", "〇", "零")):
        return True
    if year >= 2020:
        return abs(year - (published.year if published else 2025)) <= 6
    return published is not None and year > 2010 and -12 <= year - published.year <= 2


def _decade(match: re.Match[str], anchor: Anchor) -> Timex | None:
    """30年までに: a year of the thirties, read in the twenties."""
    if anchor.published is None or not 2020 <= anchor.published.year < 2036:
        return None
    return timex(*_part(year_days(2000 + int(match["year"])), match.group("part")), "absolute")


def _this_year(match: re.Match[str], anchor: Anchor) -> Timex | None:
    word, month, number_ = match.group("word"), match.group("month"), match.group("day")
    if anchor.published is None:
        return Timex("XXXX")
    year = anchor.published.year + _THIS[word]
    if number_:
        found = day(year, number(month), number(number_))
        return timex(f"{found}", found, "publication_date") if found else None
    days = months(year, number(month), number(month)) if month else year_days(year)
    return timex(*_part(days, match.group("part")), "publication_date") if days else None


def _this_season(match: re.Match[str], anchor: Anchor) -> Timex | None:
    begin, end, code = _SEASONS[match.group("season")]
    if anchor.published is None:
        return Timex(f"XXXX-{code}")
    year = anchor.published.year + {"今": 0, "昨": -1, "来": 1}[match.group("word")]
    return timex(f"{year}-{code}", months(year, begin, end), "publication_date")


def _same_year(match: re.Match[str], anchor: Anchor) -> Timex | None:
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
    return timex(*_part(days, match.group("part")), "context") if days else None


def _this_month(match: re.Match[str], anchor: Anchor) -> Timex | None:
    if anchor.published is None:
        return Timex("XXXX-XX")
    at = shift_months(anchor.published, _MONTHS[match.group("word")])
    if match.group("day"):
        found = day(at.year, at.month, number(match.group("day")))
        return timex(f"{found}", found, "publication_date") if found else None
    days = months(at.year, at.month, at.month)
    return timex(*_part(days, match.group("part")), "publication_date") if days else None


def _same_month(match: re.Match[str], anchor: Anchor) -> Timex | None:
    if anchor.previous is None:
        return Timex("XXXX-XX")
    at = shift_months(anchor.previous[0], {"同": 0, "翌": 1}[match.group("word")])
    if match.group("day"):
        found = day(at.year, at.month, number(match.group("day")))
        return timex(f"{found}", found, "context") if found else None
    days = months(at.year, at.month, at.month)
    return timex(month_text(days), days, "context") if days else None


def _today(match: re.Match[str], anchor: Anchor) -> Timex | None:
    if anchor.published is None:
        return Timex("XXXX-XX-XX")
    found = anchor.published + timedelta(days=_DAYS.get(match.group(), 0))  # 0: けさ
    return timex(f"{found}", found, "publication_date")


def _same_day(match: re.Match[str], anchor: Anchor) -> Timex | None:
    if anchor.previous is None:
        if match.group() == "前日" and anchor.published:
            found = anchor.published - timedelta(days=1)
            return timex(f"{found}", found, "publication_date")
        return Timex("XXXX-XX-XX")
    found = anchor.previous[1] + timedelta(days={"翌日": 1, "前日": -1, "翌々日": 2}.get(match.group(), 0))
    return timex(f"{found}", found, "context")


def _weekday(match: re.Match[str], anchor: Anchor) -> Timex | None:
    number_ = "月火水木金土日".index(match.group("weekday"))
    if anchor.published is None:
        return Timex(f"XXXX-WXX-{number_ + 1}")
    if match.group("week"):
        found = week(anchor.published, _WEEKS[match.group("week")])[0] + timedelta(days=number_)
    else:
        found = anchor.published - timedelta(days=(anchor.published.weekday() - number_) % 7)
    return timex(f"{found}", found, "publication_date")


_CLOSED = ("の終値", "終値", "の米", "の東京", "の株", "の市場", "のニューヨーク", "のNY", "の欧州", "の取引")


def _weekend(match: re.Match[str], anchor: Anchor) -> Timex | None:
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


def _this_week(match: re.Match[str], anchor: Anchor) -> Timex | None:
    if anchor.published is None:
        return Timex("XXXX-WXX")
    days = week(anchor.published, _WEEKS[match.group()])
    year, number_, _ = days[0].isocalendar()
    return timex(f"{year}-W{number_:02d}", days, "publication_date")


def _turn(match: re.Match[str], anchor: Anchor) -> Timex | None:
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
    if word == "月末" and anchor.previous:
        year, month = anchor.previous[0].year, anchor.previous[0].month
    days = months(year, 12, 12) if word == "年末" else months(year, month, month)
    return timex(month_text(days), days[1], "publication_date") if days else None


# 2003年(平成15年)6月
_YEAR_TWICE = r"(?P<year>(?:19|20)\d\d)年\s?\((?:令和|平成|昭和|大正|明治)(?:元|\d{1,2})年\)"
_CLOCK = r"(?:[ T]{1,2}(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d)?)?"
_FORMS = (
    Form(re.compile(rf"{EDGE}{YEAR}\s?{_MONTH}\s?{_DAY}{_WEEKDAY}{_CLOCK}"), _full),
    Form(
        re.compile(
            r"(?<![\w/.\-])(?P<year>(?:19|20)\d\d)(?P<sep>[./-])(?P<month>[01]?\d)(?P=sep)(?P<day>[0-3]?\d)"
            rf"(?![\d/.-]){_WEEKDAY}{_CLOCK}"
        ),
        _full,
    ),
    Form(re.compile(rf"{EDGE}{YEAR}\s?{_MONTH}(?![期号]){_PART}"), _year_month),
    Form(re.compile(rf"{EDGE}{_YEAR_TWICE}\s?{_MONTH}\s?{_DAY}{_WEEKDAY}"), _full),
    Form(re.compile(rf"{EDGE}{_YEAR_TWICE}\s?{_MONTH}(?![期号]){_PART}"), _year_month),
    Form(re.compile(rf"{EDGE}{_MONTH}\s?{_DAY}{_NO_DAY}{_WEEKDAY}"), _month_day),
    Form(re.compile(rf"翌?{EDGE}{_MONTH}(?!\s?{NUM}日|[期号間]|限|物|当|あた|ごと|連続|ぶり|払|蠅|雨){_PART}"), _month),
    Form(re.compile(rf"(?:翌)?{EDGE}{_COUNTED}{_DAY}{_NO_DAY}{_NO_SPAN}{_ONE_DAY}{_WEEKDAY}"), _bare_day),
    Form(
        re.compile(
            rf"{EDGE}(?:(?P<era>令和|平成|昭和|大正|明治)(?P<era_year>元|\d{{1,2}}|[一二三四五六七八九十]{{1,3}})"
            r"|(?P<year>(?:1\d|20|21)\d\d|[一二][〇一八九][〇零一二三四五六七八九]{2}))年"
            r"(?!度|間|代|[^。]{0,2}月期)(?:通年|通期|全体|中|の間)?" + _SEASON
        ),
        _year,
    ),
    Form(
        re.compile(
            rf"{EDGE}(?<![約計])(?<!この)(?<!およそ)(?<!過去)(?<!今後)(?P<year>'?2\d|0\d|1[1-9](?=年の(?:世界|国内|年間|販売|生産|出荷|売上|輸出|輸入|純|営業|経常)|年に?は|年から|年比)|二[〇一二三四五六七八九])年"
            r"(?:(?P<whole>通[年期])|(?=(?:世界|国内|年間|新車|海外)?(?:販売|生産|出荷|納車|輸出)[^店網会員])|(?=[のはにも、]|から|まで|以降|末|初|度|[春夏秋冬])(?!に(?:一|\d)度|の(?:人生|生活|歳月|月日|ローン|契約|付き合い|歴史|刑|節目|キャリア|経験|実績|あいだ|間|期間|任期))(?!度))"
            + _SEASON
        ),
        _year,
    ),
    Form(
        re.compile(
            rf"{EDGE}(?<![約計])(?P<year>3[0-5])年(?=までに|ごろまで|頃まで|末までに|には[^。]{{2,30}}(?:計画|目標|目指))(?P<part>末)?"
        ),
        _decade,
    ),
    Form(
        re.compile(
            rf"(?P<word>{either(_THIS)})(?!度|比|来|同期|同月)(?:{_MONTH}(?:{_DAY})?(?!期))?(?:1年間|1年|通年)?{_SEASON}"
        ),
        _this_year,
    ),
    Form(re.compile(r"(?P<word>[今昨来])(?P<season>[春夏秋冬])(?![闘季節目休田葉])"), _this_season),
    Form(re.compile(rf"(?P<word>[同翌])年(?!度|同|比)(?:{_MONTH}(?:{_DAY})?(?!期))?{_PART}"), _same_year),
    Form(re.compile(rf"(?P<word>前)年{_MONTH}(?:{_DAY})?(?!期){_PART}"), _same_year),
    Form(re.compile(rf"(?P<word>{either(_MONTHS)})(?!比|末比|から|より)(?:{_DAY})?{_PART}(?!比)"), _this_month),
    Form(re.compile(rf"(?<!年)(?P<word>[同翌])月(?:{_DAY})?(?!比)"), _same_month),
    Form(
        re.compile(
            rf"(?<!一)(?:{either(_DAYS)})(?!新聞)|一昨日|(?<![一-鿿かきくけこつとだれてわずむぶ])けさ(?![れせなんる])"
        ),
        _today,
    ),
    Form(
        re.compile(r"(?<!前年)(?:同日|当日|翌日(?!物)|翌々日|前日)(?!比|同|の同|の?\d|時点|に比べ|と比べ|より|から)"),
        _same_day,
    ),
    Form(
        re.compile(
            rf"(?:(?P<week>{either(_WEEKS)})の?)?(?<!毎週)(?<!祝日と)(?P<weekday>[月火水木金土日])曜(?:日|(?!日))(?!・|と(?:祝|休|[月火水木金土日]曜)|に限|ごと|や[月火水木金土日祝])"
        ),
        _weekday,
    ),
    Form(re.compile(r"(?:来|今|先|前)?週末(?!比|時点比)"), _weekend),
    Form(re.compile(rf"(?:{either(_WEEKS)})(?!末|比|\w曜|の\w曜)"), _this_week),
    Form(
        re.compile(
            r"(?<![前昨\d本来])(?:年初来(?!高値|安値|比)|年初(?!来)|年末(?!年始|比|調整|商戦)|年内)|(?<![\d十前先])月末(?!比)"
        ),
        _turn,
    ),
)

_read = reader(_FORMS, "date")


def find(sentence: Sentence, setting: Setting) -> Iterable[Mention]:
    """Dates in the order of the sentence."""
    return _read(sentence, setting.published)


RECOGNISER = Recogniser(
    find,
    "days, months, years, weekdays and words for them",
    takes={
        "2026年1月6日(火)に売り出す。": "2026年1月6日(火) = 2026-01-06",
        "二〇二五年三月末までに閉める。": "二〇二五年三月末 = 2025-03",
        "令和7年4月1日から値上げする。": "令和7年4月1日 = 2025-04-01",
        "2025.12.27 06:14 更新": "2025.12.27 06:14 = 2025-12-27T06:14",
        "26年3月に開く店は、27年の売り上げを支える。": "26年3月 = 2026-03 | 27年 = 2027",
        "2025年末の在庫は2024年初めより多い。": "2025年末 = 2025-12 | 2024年初め = 2024-01",
        "2025年秋に始め、来春に終える。": "2025年秋 = 2025-FA | 来春 = 2027-SP",
        "平成20年の夏に始まった。": "平成20年 = 2008",
        "2011年3月11日に止まり、翌12日に動いた。": "2011年3月11日 = 2011-03-11 | 翌12日 = 2011-03-12",
        "14日の東京市場は続落した。": "14日 = 2026-01-14",
        "12月22日に高値を付け、1月2日に安値を付けた。": "12月22日 = 2025-12-22 | 1月2日 = 2026-01-02",
        "昨年末に比べ、先月は減った。": "昨年末 = 2025-12 | 先月 = 2025-12",
        "月曜日に下げ、昨日は上げた。": "月曜日 = 2026-01-12 | 昨日 = 2026-01-13",
        "前週末の値に戻った。": "前週末 = 2026-01-09",
        "2024年5月2日に配り、同日に売り切れた。": "2024年5月2日 = 2024-05-02 | 同日 = 2024-05-02",
        "2024年5月2日に発表し、翌日に配った。": "2024年5月2日 = 2024-05-02 | 翌日 = 2024-05-03",
    },
    leaves={
        "1日2往復に増やす。": "1日N is a rate",
        "最悪の一日だった。": "one day long",
        "1960年代に始まった。": "a decade",
        "19日間で8千人が来た。": "N日間 is a duration",
        "株価は3日続伸した。": "a run of days",
        "10日ぶりに晴れた。": "～ぶり",
        "前日比で80円安い。": "a basis",
        "工事は19日で終わった。": "N日で is a duration",
        "今回の発表は現在も続く。": "no day is named",
        "創業18年の店を、12年の契約で借りた。": "two digits that count years",
        "18歳で渡米し、10年の歴史を持つ店を継いだ。": "two digits without a publication year nearby",
        "午後5時に2番目の便が出る。": "a time of day",
    },
)
