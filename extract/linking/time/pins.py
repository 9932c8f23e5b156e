"""Pins: the dates and periods of a sentence that can tell when something held, with what is open resolved from the
article.

A pin is a date or period mention, unless it is what a change is measured against (13日と比べて), what a record
goes back to
(2000年12月以来) or part of a name. 通期 and 今期 take the fiscal year that the article names (26年3月期), else the
company's.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import Literal

import msgspec

from jijitsu.extract.fold import fold
from jijitsu.extract.lexicon import words
from jijitsu.extract.linking.time.dates import OF_DEED, Days, shift_months
from jijitsu.extract.linking.time.joining import joined
from jijitsu.extract.linking.time.sames import of_the_same
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene, Story
from jijitsu.schemas.claim import ResolvedBy, Time
from jijitsu.schemas.mention import Mention

Grain = Literal["day", "span", "month", "year", "period"]
_IDLE = regex(
    r"(?:時点)?の(?:前回|前の)?調査(?:時点?)?(?:より|から|比|に比べ|と比べ|と同じ|と変わ)|"
    r"(?:まで)?に?(?:ほぼ)?出(?:そろ|揃)|の?当初(?:予算)?(?:案|額)?(?:より|比|に比べ|と比べ|を[上下]回)|"
    r"(?:の?(?:終値|\(?(?:午[前後])?[0-9]{1,2}時時?点?\)?)(?:比|に比べ|と比べ|より|から)|の(?:清算値|終値|夕方|同時刻|同時点|水準)(?:(?:を|に|と)[^、。はが]{0,8}(?:比べ|上回|下回)|より|から|比)|以来(?!、(?![^。]{0,24}(?:ぶり|度目|回目|番目|最[多高低小大少悪]|初|高値|安値)))|付の[^、。]{0,14}(?:紙|誌|新聞|タイムズ|報道)|先ぎり|先限|の?時点(?:で|の)(?:予想|計画|見込|想定)|から(?:約)?[0-9.,]{1,8}(?:円|ドル|セント|銭|%|ポイント)[安高]|[にを]控え|間?(?:単純)?移動平均|線(?=[をがはで、])|の?(?:配当)?権利(?:付|落|確)|の配当権利|ジャンボ|を除|渡し|(?:[物限]|きり)(?=[はがもの、])|ぶり|並み|以降の安|生まれ|創業|創立|設立|号|版|モデル|年式|大会|[0-9]?月?に(?:発売|発足|創業|創立|設立|開業|上場|買収)した(?![。、と]))"
)
_AGAINST = regex(r"(?:の?実績)?(?:に比べ|と比べ|と比較)")
_LAST_YEAR = ("去年", "昨年", "前年")
"""去年第3四半期: the quarter of the year before."""
THEN = regex(
    r"の?(?:同(?:じ(?:期間|時期|月|四半期|ころ|頃)|期|月|時期)|(?:いま|今)(?:ごろ|頃|の時期)|この時期)(?:に比べ|と比べ|より|を[^、。はが]{0,12}(?:上|下)回)"
)
_TIMES_THAT = regex(r"(?:の実績)?の(?:約|およそ|ほぼ)?(?:[0-9.]{1,5}倍|半分|[0-9]{1,2}分の1)")
_VISITED = regex(r"(?:に|、)?(?:訪ね|訪れ|訪問し|取材し|立ち寄っ)た(?=[^、。はがも客者人]{1,14}(?:では|には|で、))")
_LONG = ("年", "年度", "期")
_RATIO = regex(r"の?(?:同じ?(?:期間?|月|時期|四半期))?比(?![較重率例])")
# 懲役2年6月: a term, no date.
_TERM = regex(r"(?:懲役|禁錮|禁固|拘禁刑)(?:[0-9]{1,2}年)?$")
# 設立1973(昭和48)年3月、資本金2000万円: how old the firm is
_FOUNDED = regex(r"(?:設立|創業|創立|開業)(?:は|[:/・ ])?(?:(?:西暦)?[0-9]{4}年?(?:\([^()]{1,6}\)?\)?)?年?)?$")
_WEEKDAY = regex(r"[月火水木金土日]曜日?")
_BY_EVENT = frozenset({"当日", "翌日", "前日"})
_NOW = regex(
    r"(?<![日時点月分年末)頃ろ午])(?P<now>現在)(?=の(?!筆頭|社長|会長|経営|体制|株主|(?:約|およそ)?[0-9.]{1,4}(?:倍|割|%)|半分|[0-9]{1,2}分の1)|、|は|[^のは、]{0,6}[をはが])|(?P<day>この日)|(?P<run>同じ期間|同期間)|(?P<month>(?<![かヶカヵケ箇\d])月間で)"
    r"|(?P<year>(?<![年度期0-9])通年(?=[のはでも]|目標|計画|予想|見通し)|(?<![年度期0-9一二三四五六七八九十数])年間(?=目標|計画))"
)
_FORECAST = regex(r"予想|見通し|見込|計画|目標|予測|予定|想定|ガイダンス|る。|です。")
_QUARTER = regex(r"第?([1-4一二三四])・?四半期(?P<summed>の?累計(?:期間)?)?")
_MONTHS_BEHIND = regex(
    r"(?:累計(?:期間)?)?(?:の?(?:連結)?(?:決算|業績))?\([0-9]{0,4}年?[0-9]{1,2}[月]?[~-][0-9]{1,2}月期?(?:[・、]?累計)?\)"
)
_PART_SPELT = regex(
    r"(?:第?(?P<quarter>[1-4一二三四])・?四半期(?P<summed>の?累計(?:期間)?)?|(?P<half>[上下])(?:半)?期)(?:の?(?:連結)?(?:決算|業績))?\((?:20)?(?:[0-9]{2}年)?$"
)
# 上期は210億円だった, told before it ends: the last one
_HAD_BEEN = regex(
    r"(?:だった|でした|(?:増え|減っ|伸び|落ち込ん|改善し|悪化し|転落し|縮小し|拡大し|計上し|確保し|膨らん|上回っ|下回っ|達し|なっ)た)(?:。|と発表|と公表|$)"
)
_HALVES = {"上期": 0, "上半期": 0, "中間期": 0, "中間": 0, "下期": 6, "下半期": 6}


class Pin(msgspec.Struct, frozen=True):
    """A time expression with the days it covers. `start` and `end` are code points into the article."""

    start: int
    end: int
    text: str
    days: Days
    grain: Grain
    how: ResolvedBy | None

    def time(self) -> Time:
        """As the record shows it."""
        return Time(self.text, self.days[0], self.days[1], self.how)


class Fiscal(msgspec.Struct, frozen=True):
    """The accounting year that the article is about."""

    closing: int
    """Closing month, 1 to 12."""
    last: date | None
    """Last day of the year in force, if the article names one or its publication date tells."""
    whole: date | None = None
    """Last day of the year whose results the article gives in full: 26年5月期通期."""
    sure: bool = False
    """The article or the registry says so; else it is only what is usual."""

    def quarter(self, number: int, published: date) -> Days | None:
        """第1四半期 of this year, or of the one whose quarter lies nearer to the day of publication."""
        if self.last is None or not self.sure:
            return None
        first = shift_months(self.last.replace(day=1), -14 + 3 * number)
        near = min(
            (shift_months(first, shift) for shift in (-12, 0, 12)),
            # 第1四半期 told in October is the one that is over, not the one to come.
            key=lambda day: abs((shift_months(day, 3) - published).days) + 90 * (day > published),
        )
        return near, shift_months(near, 3) - timedelta(days=1)


def fiscal_of(story: Story) -> Fiscal:
    """The fiscal year of 通期 and 今期: the one that holds the publication date; its closing month by what the
    article names.

    26年3月期 names it outright; 4〜9月期 and 1〜9月期 do by where the year begins; else the company's, see
    lexicon/fiscal_years.yaml.
    """
    named: list[date] = []
    begins: list[int] = []
    around: list[date] = []
    full: list[date] = []
    for scene in story.scenes:
        for mention in scene.of("period"):
            start, end = getattr(mention.value, "start", None), getattr(mention.value, "end", None)
            if start is None or end is None or scene.sentence.role == "furniture":
                continue
            before = scene.sentence.folded[: mention.start - scene.sentence.start]
            if "(" in mention.text:  # 上期(7─12月)
                before = fold(mention.text).partition("(")[0] + "("
            if (part := _PART_SPELT.search(before)) is not None and (ends := _closes_by(part, start, end)):
                begins.append(ends)
            if "月期" not in mention.text:
                continue
            if (year := _PART_OF.match(fold(mention.text))) is not None:
                named.append(_last_of(2000 + int(year["year"]), int(year["month"])))
                continue  # 26年3月期第2四半期: the year is named, too
            length = (end - start).days
            around.append(end)
            if 360 <= length <= 370:
                named.append(end)
                if mention.text.endswith("通期"):
                    full.append(end)
            elif 180 <= length <= 185 and (
                mention.text.startswith("下")
                or _SECOND_HALF.match(scene.sentence.folded, mention.end - scene.sentence.start)
            ):
                begins.append(end.month)  # 10-3月期(下期): the year ends with it
            elif 180 <= length <= 185 or 270 <= length <= 276:
                begins.append((start.month - 2) % 12 + 1)
    known = _closing_of(story)
    closing = named[0].month if named else begins[0] if begins else known or 3
    sure = bool(named or begins or known)
    base = story.setting.published
    if base is None:
        base = named[0] if named else around[0] if around else None
    if base is None:
        return Fiscal(closing, None, None, sure)
    first = date(base.year + (base.month > closing), closing, 1)
    whole = full[0] if full and len(set(full)) == 1 and full[0] < base else None
    return Fiscal(closing, shift_months(first, 1) - timedelta(days=1), whole, sure)


def _closes_by(part: re.Match[str], start: date, end: date) -> int | None:
    """第1四半期(2~4月): the year begins in February; 上期(7─12月): it ends in June; 第2・四半期(12─2月): in August."""
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if part["half"]:
        passed = 0 if part["half"] == "上" else 6
        return (start.month - passed - 2) % 12 + 1 if months == 6 else None
    which = "一二三四".find(part["quarter"]) + 1 or int(part["quarter"])
    if part["summed"] or months == 3 * which:
        return (start.month - 2) % 12 + 1
    return (start.month - 3 * (which - 1) - 2) % 12 + 1 if months == 3 else None


# 2022年12月期第1四半期, 26年3月期上期
_PART_OF = regex(r"(?:20)?(?P<year>[0-9]{2})年(?P<month>1[0-2]|[1-9])月期の?(?:第|[上下]期|[上下]半期|中間|[1-4]Q)")
_NAMED_YEAR = regex(r"(?:20)?(?P<year>[0-9]{2})年(?P<month>1[0-2]|[1-9])月期")
_SECOND_HALF = regex(r"の?[(]?下(?:半)?期")


def _last_of(year: int, month: int) -> date:
    return shift_months(date(year, month, 1), 1) - timedelta(days=1)


def fiscal_here(scene: Scene, fiscal: Fiscal, published: date | None) -> Fiscal:
    """The year that 通期 and 今期 mean in a sentence on another firm than the article's: コカ・コーラは通期の見通しを."""
    firm = next(iter(scene.of("company")), None)
    if firm is None or published is None or not _TERMS.search(scene.sentence.folded):
        return fiscal
    listed = getattr(firm.value, "id", None) or ""
    closing = _months().get(firm.text) or _months().get(getattr(firm.value, "name", ""))
    closing = closing or (12 if listed.startswith(("XNYS", "XNAS")) else None)
    if closing is None or closing == fiscal.closing:
        return fiscal
    last = _last_of(published.year + (published.month > closing), closing)
    return Fiscal(closing, last, None, sure=True)


_TERMS = regex(r"通期|今期|来期|前期|当期|[上下]期|[上下]半期|四半期")


@cache
def _months() -> dict[str, int]:
    return {name: month for month, names in words("fiscal_years").items() for name in names}


def _closing_of(story: Story) -> int | None:
    """Closing month of the first company named: the lexicon's, December abroad (listed, or 独部品大手X), March if listed in
    Japan; else None."""
    for scene in story.scenes[:8]:
        for mention in scene.of("company"):
            found = _months().get(mention.text) or _months().get(getattr(mention.value, "name", ""))
            listed = getattr(mention.value, "id", None)
            at = mention.start - scene.sentence.start
            abroad = not listed and _ABROAD.search(scene.sentence.folded, max(0, at - 24), at)
            return found or ((3 if listed.startswith("XTKS") else 12) if listed else 12 if abroad else None)
    return None


# 独自動車部品大手ラインタール, 米新興のX, スイスの製薬会社X
_ABROAD = regex(
    r"(?:(?:^|[、。・)\] \u3000\n-])[米英独仏伊蘭韓中豪加印]|米国|英国|ドイツ|フランス|イタリア|スイス|オランダ|スウェーデン|デンマーク|スペイン"
    r"|韓国|中国|台湾|欧州|北欧)の?[^、。はがも]{0,16}$"
)


def pins_of(
    scene: Scene, fiscal: Fiscal, published: date | None, day: Pin | None, period: Pin | None
) -> tuple[Pin, ...]:
    """The pins of a scene in order. `day` and `period` are the last ones of the sentences before: 同日, 同期 and
    bare 前日 mean them.
    """
    found: list[Pin] = []
    text = scene.sentence.folded
    bases = scene.of("basis")
    for mention in scene.of("date", "period"):
        quarter = _QUARTER.fullmatch(text, mention.start - scene.sentence.start, mention.end - scene.sentence.start)
        if any(b.start < mention.end and mention.start < b.end for b in bases) or _dates_nothing(
            mention, found, text, scene.sentence.start, quarter is not None
        ):
            continue
        start, end, how = (getattr(mention.value, name, None) for name in ("start", "end", "resolved_by"))
        days: Days | None = (start, end) if start and end else None
        which = ("一二三四".find(quarter[1]) + 1 or int(quarter[1])) if quarter else 0
        if quarter and published and (fiscal_days := fiscal.quarter(which, published)):
            begins = shift_months(fiscal_days[0], -3 * (which - 1)) if quarter["summed"] else fiscal_days[0]
            days, how = (begins, fiscal_days[1]), "calendar"
        if quarter and days and found and found[-1].end == mention.start:
            days = _year_of(found[-1], days)
        if quarter and days and published and days[1] > published and not _FORECAST.search(text):
            continue  # 第1四半期の利益は4億円だった, told in January of a firm whose year nobody knows
        last_day = next((pin for pin in reversed(found) if pin.grain == "day"), day)
        last_period = next((pin for pin in reversed(found) if pin.grain != "day"), period)
        head = mention.start - scene.sentence.start
        if mention.text in _BY_EVENT and OF_DEED.search(text, max(0, head - 12), head):
            continue  # 死亡前日に暴行を加えた: the day before that, whichever day was told last
        if mention.text in ("同日", "当日", "翌日") and days is None and last_day:
            shift = timedelta(days=1) if mention.text == "翌日" else timedelta()
            days, how = (last_day.days[0] + shift, last_day.days[1] + shift), "context"
        if mention.text == "前日" and last_day and (published is None or last_day.days[0] != published):
            again = last_day.text == "前日"  # the day that another 前日 named, and none before it
            days, how = last_day.days if again else (last_day.days[0] - timedelta(days=1),) * 2, "context"
        if mention.text == "同年度" and days is None and last_period and last_period.text.endswith(("年度", "月期")):
            days, how = last_period.days, "context"
        last = max((pin for pin in (last_day, last_period) if pin), key=lambda pin: pin.start, default=None)
        if mention.text in ("同月", "同年") and days is None and last_period:
            days, how = last_period.days, "context"
        if days is None and last and (same := of_the_same(mention.text, last.days[1])):
            days, how = same, "context"
        if (
            mention.text in ("同期", "上期", "下期", "上半期", "下半期")
            and last_period
            and (mention.text == "同期" or re.search(r"上半期|下半期", last_period.text))
        ):
            days, how = last_period.days, "context"
        elif days is None:
            days, how = _before_named(mention.text, found) or _open(mention.text, fiscal), "calendar"
            if days and mention.text in _HALVES and published and days[1] > published and _HAD_BEEN.search(text):
                days = shift_months(days[0], -12), shift_months(days[0], -6) - timedelta(days=1)  # 上期は210億円だった
        if mention.text == "年内" and days:
            days = days[1], days[1]
        if days and found and _said_again(found[-1], mention.start, days, text, scene.sentence.start):
            continue
        if days is not None:
            found.append(Pin(mention.start, mention.end, mention.text, days, _grain(mention.type, days), how))
    found.extend(_words(scene, published, found, day, period))
    return tuple(joined(sorted(found, key=lambda pin: pin.start), text, scene.sentence.start))


def _said_again(pin: Pin, start: int, days: Days, text: str, offset: int) -> bool:
    """2025年12月期第3四半期累計(1~9月): months whose year stands before the bracket."""
    if not re.match("20", pin.text) or text[pin.end - offset : start - offset] != "(":
        return False
    return all((a.month, a.day) == (b.month, b.day) for a, b in zip(pin.days, days, strict=True))


def _dates_nothing(mention: Mention, found: list[Pin], text: str, offset: int, quarter: bool) -> bool:
    """True for a date or period that only tells what is compared with, how old a firm is, or what another says better."""
    behind, head = text[mention.end - offset :], text[: mention.start - offset]
    if quarter and _MONTHS_BEHIND.match(behind):
        return True  # 第1四半期(2~4月): the bracket says which months
    if quarter and found and found[-1].end + 1 == mention.start and head.endswith("月の"):
        return True  # 今年1~3月の第1四半期
    if mention.text.endswith(_LONG) and _RATIO.match(behind):
        return True  # 2024年第2四半期比で, 2024年同期比
    if _TIMES_THAT.match(behind) or _VISITED.match(behind):
        return True  # 今年の2倍の24万人, 先週訪ねた工場
    if mention.text in _LAST_YEAR and THEN.match(behind):
        return True  # 去年の同じ期間に比べて5%増えた
    if mention.text.endswith("期") and _AGAINST.match(behind):
        return True  # 第1四半期と比べると50%の伸び
    if _IDLE.match(behind) or _FOUNDED.search(head[-20:]) or _TERM.search(head[-8:]):
        return True
    return bool(found) and _is_weekday_of(mention.text, found[-1])


def _is_weekday_of(text: str, pin: Pin) -> bool:
    """7月5日に、日曜日で満席の: which day of the week the day before it was."""
    return (
        pin.grain == "day"
        and bool(_WEEKDAY.fullmatch(text))
        and "月火水木金土日"[pin.days[0].weekday()] == text[0]
        and not _WEEKDAY.fullmatch(pin.text)
    )


def _words(scene: Scene, published: date | None, own: list[Pin], day: Pin | None, period: Pin | None) -> list[Pin]:
    """現在, この日, 同じ期間, 月間で: no dates by themselves, but they say when."""
    found: list[Pin] = []
    for match in _NOW.finditer(scene.sentence.folded):
        start, end = scene.sentence.start + match.start(), scene.sentence.start + match.end()
        before = [pin for pin in own if pin.end <= start]
        if match.lastgroup == "now":
            days: Days | None = (published, published) if published else None
        elif match.lastgroup == "day":
            days = next((pin.days for pin in reversed(before) if pin.grain == "day"), day.days if day else None)
        elif match.lastgroup == "year":
            near = next((pin for pin in reversed(before) if pin.grain != "day"), period)
            year = near.days[1].year if near else published.year if published else None
            days = (date(year, 1, 1), date(year, 12, 31)) if year else None  # 1~11月は57万台、通年では70万台を割り込む
        else:
            if match.lastgroup == "run" and _AGAINST.match(scene.sentence.folded, match.end()):
                continue  # 去年の同じ期間に比べて
            last = next((pin for pin in reversed(before) if pin.grain != "day"), period)
            days = last.days if last and (match.lastgroup == "run" or last.grain == "month") else None
        if days:
            how: ResolvedBy = "publication_date" if match.lastgroup == "now" else "context"
            found.append(Pin(start, end, match.group(), days, _grain("period", days), how))
    return found


def _grain(type_: str, days: Days) -> Grain:
    if days[0] == days[1]:
        return "day"
    if type_ == "period":
        return "span" if (days[1] - days[0]).days < 27 else "period"
    return "year" if (days[1] - days[0]).days > 300 else "month" if days[0].day == 1 else "span"


def _year_of(pin: Pin, days: Days) -> Days:
    """去年第3四半期: the quarter of the year that stands before it."""
    if pin.text not in _LAST_YEAR or days[0] <= pin.days[1]:
        return days
    return shift_months(days[0], -12), shift_months(days[1] + timedelta(days=1), -12) - timedelta(days=1)


def _before_named(text: str, found: list[Pin]) -> Days | None:
    """前期 behind 26年3月期 in one sentence: the year before that one."""
    named = (
        next((m for pin in reversed(found) if (m := _NAMED_YEAR.match(fold(pin.text)))), None)
        if text == "前期"
        else None
    )
    if named is None:
        return None
    last = _last_of(1999 + int(named["year"]), int(named["month"]))
    return shift_months(last.replace(day=1), -11), last


def _open(text: str, fiscal: Fiscal) -> Days | None:
    """The days of 通期, 今期, 来期, 前期, 下期 by the fiscal year in force."""
    if fiscal.last is None:
        return None
    shift = {"来期": 12, "前期": -12}.get(text, 0)
    if text in _HALVES:
        start = shift_months(fiscal.last.replace(day=1), -11 + _HALVES[text])
        return start, shift_months(start, 6) - timedelta(days=1)
    if text not in ("通期", "今期", "当期", "来期", "前期"):
        return None
    last = fiscal.whole if text == "通期" and fiscal.whole is not None else fiscal.last
    start = shift_months(last.replace(day=1), -11 + shift)
    return start, shift_months(start, 12) - timedelta(days=1)
