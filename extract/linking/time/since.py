"""Stretches of time that a value covers: 5日から11日までに, 昨年末から, この3カ月で, 2年前に.

Each reads what stands before the value in its sentence, and ends with the day in force: the session's, the day as of
which is counted, the publication's.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from jijitsu.extract.fold import fold
from jijitsu.extract.linking.time.calendars import exchange_of, previous_session
from jijitsu.extract.linking.time.dates import NUM, number, shift_months
from jijitsu.extract.linking.time.pins import Pin
from jijitsu.extract.linking.time.times import Family, Times
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Time
from jijitsu.schemas.mention import Mention

_FROM = regex(
    r"(?:以降|に入(?:って|り)(?:から)?|から|からの(?:下落|上昇|騰落|下げ|上げ|増加|減少|目減り|伸び)\S{0,3}[はがも]|と比べ|に比べ)"
)
_IN_ALL = regex(r"に(?!わた|渡|及)")
"""10年間[に]1340世帯減った."""
_LENGTH = regex(r"P(?:(?P<years>\d{1,2})Y(?=\d))?(?P<clock>T?)(?P<count>\d{1,4})(?P<unit>[YMWDH])")
_SPAN_BEHIND = regex(r"までの(?:直近)?([0-9]{1,2}|一|二|三)(週間|日間|カ月|か月|年)")
# ことし3月までの1年間の決算は, 4月までの3カ月間に
_MONTHS_TO = regex(r"(?:末)?までの(?:直近)?(?P<count>[0-9]{1,2})(?P<unit>年|カ月|か月|ヶ月|ヵ月)間?(?![前後ぶ])")
# 28年度までの3年間で, 24年までの10年間に
_YEARS_TO = regex(rf"末?までの(?:過去|直近)?(?P<count>{NUM})(?:年間|カ年|年(?=[でにの]))")
# 4日未明までの24時間に降った雨
_DAY_TO = regex(r"[^、。0-9]{0,6}(?:[0-9]{1,2}時(?:[0-9]{1,2}分)?|正午)?までの24時間")
_KANJI_COUNT = {"一": 1, "二": 2, "三": 3}


def from_to(
    ahead: list[Pin], folded: str, offset: int, before: str, family: Family, published: date | None
) -> Time | None:
    """5日から11日までに販売された, 2日までの1週間に: a stretch of days that ends with the last pin."""
    if len(ahead) > 1 and ahead[-1].grain == ahead[-2].grain == "month":
        run = _months_from_to(ahead[-2], ahead[-1], folded, offset)
        if run is not None or folded.startswith(("から", "~", "-"), ahead[-2].end - offset):
            return run
    if (
        family in ("financial", "delivery")
        and ahead
        and (last := ahead[-1]).grain == "month"
        and (last.days[1] - last.days[0]).days < 31
        and (published is None or last.days[0] < published)
        and (year := _MONTHS_TO.match(folded, last.end - offset))
    ):
        count = int(year["count"]) * (12 if year["unit"] == "年" else 1)
        return Time(last.text, shift_months(last.days[0], 1 - count), last.days[1], last.how)  # 3月までの1年間の決算
    if ahead and ahead[-1].grain in ("year", "period") and (years := _YEARS_TO.match(folded, ahead[-1].end - offset)):
        last, count = ahead[-1], number(years["count"])
        if 360 < (last.days[1] - last.days[0]).days < 370 and 1 < count < 100:
            return Time(last.text, shift_months(last.days[0], 12 * (1 - count)), last.days[1], last.how)
    if not ahead or ahead[-1].grain != "day":
        return None
    last, behind = ahead[-1], folded[ahead[-1].end - offset :]
    if match := _SPAN_BEHIND.match(behind):
        count = _KANJI_COUNT.get(match[1]) or int(match[1])
        if match[2] in ("週間", "日間"):
            first = last.days[1] - timedelta(days=count * (7 if match[2] == "週間" else 1) - 1)
        else:
            first = shift_months(last.days[1], -count * (12 if match[2] == "年" else 1)) + timedelta(days=1)
        return Time(last.text, first, last.days[1], last.how)
    if _DAY_TO.match(behind):
        return Time(last.text, last.days[0] - timedelta(days=1), last.days[1], last.how)
    if len(ahead) < 2 or not behind.startswith("まで"):
        return None
    if ahead[-2].grain in ("month", "year") and last.text.endswith("末"):  # 昨年4月から今年2月末までに
        return (
            _between(ahead[-2], last, folded, offset)
            if folded[ahead[-2].end - offset : last.start - offset] == "から"
            else None
        )
    if ahead[-2].grain == "month" and _FROM_MONTH.fullmatch(folded, ahead[-2].end - offset, last.start - offset):
        return _between(ahead[-2], last, folded, offset) if ahead[-2].days[0] < last.days[0] else None
    if ahead[-2].grain != "day":
        return None
    joined = folded[ahead[-2].end - offset : last.start - offset]
    if joined in ("から", "~", "から今月", "から翌") or (family in ("market", "cap") and before.endswith("まで")):
        return _between(ahead[-2], last, folded, offset)
    return None


_FROM_MONTH = regex(r"から|(?:に入って|初め|上旬)から|以降")
"""3月[に入ってから]4月25日までの雨量は."""


def _months_from_to(first: Pin, last: Pin, folded: str, offset: int) -> Time | None:
    """2005年9月から2006年9月の1年間で: the months between."""
    joined = folded[first.end - offset : last.start - offset]
    if joined not in {"から", "~", "-"} or not _RUN.match(folded, last.end - offset):
        return None
    return _between(first, last, folded, offset)


def _between(first: Pin, last: Pin, folded: str, offset: int) -> Time:
    """From the one to the other, named as the sentence does: 16日から7月28日."""
    return Time(folded[first.start - offset : last.end - offset], first.days[0], last.days[1], last.how)


_RUN = regex(r"まで|にかけ|の(?:約)?(?:[0-9]{1,2}|[一二三半])(?:年|カ月|か月|ヶ月)間?|の間|の期間")


_RUN_FROM = regex(
    r"(?:ごろ|頃)?(?:に[^、。0-9はが]{1,12}[てた])?から(?:の)?(?:約|およそ|わずか)?(?P<count>[0-9]{1,3}|[一二三四五六七八九十半])"
    r"(?P<unit>日|週間|カ月|か月|ヶ月|ヵ月|ケ月|年)(?P<half>半)?間?(?:に(?:わた|渡|亘|かけ)[^、。0-9]{0,2}|の間に|で|に|、)"
)


def run_from(pin: Pin, between: str) -> Time | None:
    """From a day or month on for so long: 2004年10月21日[から約2カ月間に]."""
    match = _RUN_FROM.match(between)
    fiscal = (
        match is not None and match["unit"] == "年" and pin.text.endswith("年度") and pin.grain in ("period", "year")
    )
    yearly = match is not None and match["unit"] == "年" and pin.grain == "year"  # 2011年から2年間に
    if match is None or not (fiscal or yearly or pin.grain in ("day", "month")):
        return None
    first, unit = pin.days[0], match["unit"]
    half = match["count"] == "半"
    count = 0 if half else number(match["count"])
    if unit in ("日", "週間"):
        last = first + timedelta(days=count * (7 if unit == "週間" else 1) - 1)
    else:
        last = shift_months(first, count * 12 + 6 * (half or bool(match["half"])) if unit == "年" else count)
        last -= timedelta(days=1)
    return Time(pin.text, first, last, "context") if last > first else None


def end_of_stretch(known: Times, sentence: int) -> date | None:
    """The day to which a stretch runs: the session's, the day as of which is counted, the publication's."""
    pin = known.sessions[sentence] or known.counted[sentence]
    return pin.days[1] if pin else known.story.setting.published


def since_then(
    known: Times, sentence: int, ahead: list[Pin], bases: tuple[Mention, ...], before: str, offset: int, moves: bool,
    wide: bool,
) -> Time | None:  # fmt: skip
    """昨年7月の最高値時から, 昨年末から, 1年前から, 年初来で: from that day to the session's.

    `wide`: the stretch may be named clauses before (昨年末比で最も増えたのはA社で、2兆円膨らんだ).
    """
    until = end_of_stretch(known, sentence)
    if until is None:
        return None
    pin = ahead[-1] if ahead else None
    # 2025年末の時価総額は30兆円と、2024年末から5兆円増えた: the later day stands in the sentence, too.
    if len(ahead) > 1 and ahead[-2].grain == "day" and ahead[-2].days[1] > ahead[-1].days[1]:
        until = ahead[-2].days[1]
    if pin is not None and (
        _SINCE_PIN.match(tail := before[pin.end - offset :]) or (moves and _SINCE_LEVEL.match(tail))
    ):
        if pin.text in {"前日", "前営業日", "前週末"}:
            return Time(pin.text, until, until, "context")  # 前日の清算値(112.95ドル)から19%急落した
        start = pin.days[0] if pin.days[0] <= until else shift_months(pin.days[0], -12)  # 6月の高値から, told in March
        if start < until:
            return Time(pin.text, start, until, "context")
    for basis in reversed(bases):
        tail = before[basis.end - offset :]
        if re.fullmatch(r"の約?[\d.]+[兆億万\d]*\S{1,4}から\S{0,4}", tail):
            tail = "から"
        rate = re.match(
            r"の(?:上昇率|下落率|騰落率|値[上下]がり率|[上下]げ幅|上昇幅|下落幅)(?:は|では)", tail
        )  # 年初来の上昇率はA社が26%、B社が31%
        far = "。" if rate and not wide else "[。0-9]" if wide and moves else "[、。]"
        if basis.end - offset > len(before) or re.search(far, tail):
            continue
        end = ahead[-1].days[1] if ahead and ahead[-1].grain == "day" else until
        if basis.text in ("昨年末", "前年末") and _FROM.match(tail):
            return Time(basis.text, date(end.year - 1, 12, 31), end, "context")
        # On the year's first session 前年末比 is no more than the day's own move.
        first = previous_session(exchange_of(before) or "XTKS", end).year < end.year
        if basis.text.startswith("年初来") or (basis.text in ("前年末比", "昨年末比") and not first):
            return Time(basis.text, date(end.year, 1, 1), end, "context")
        ago = re.fullmatch(rf"({NUM})年前", fold(basis.text))
        if ago:
            start = shift_months(end, -12 * number(ago.group(1)))
            return Time(basis.text, start, end if "から" in tail else start, "context")
        break
    return None


_SINCE_PIN = regex(
    r"(?:(?:の|に付けた|につけた|に記録した)[^、。]{0,25}?(?:高値|安値|ピーク|最低値|終値|清算値)(?:\([^()]{0,24}\))?[^、。]{0,12}?|の?時点)?"
    rf"(?:{_FROM.pattern}[^、。\d]{{0,10}}|(?:以降|以来)、[^、。\d]{{0,30}})$"
)
# 昨年末の20兆円から2兆円増えた, 1月末比2兆円増
_SINCE_LEVEL = regex(
    r"(?:(?:時点)?の約?[\d.,兆億万]+(?:円|ドル|ユーロ|ポンド|ウォン|元|台湾ドル|香港ドル)(?:台|前後|余り|強|弱)?から|比(?:で|では)?|より)[^、。\d]{0,10}$"
)
_YEARS_AGO = regex(rf"(?P<count>{NUM})年前[にの](?!前回)[^、。0-9]{{0,6}}$")


def years_ago(known: Times, sentence: int, before: str, family: Family) -> Time | None:
    """2年前に800億円だった時価総額: the day then; 3年前の82%: the year."""
    match, until = _YEARS_AGO.search(before), end_of_stretch(known, sentence)
    if match is None or until is None:
        return None
    count = number(match["count"])
    if family in ("market", "cap"):
        day = shift_months(until, -12 * count)
        return Time(f"{match['count']}年前", day, day, "context")
    year = until.year - count
    return Time(f"{match['count']}年前", date(year, 1, 1), date(year, 12, 31), "publication_date")


def up_to_now(
    known: Times, sentence: int, lengths: tuple[Mention, ...], before: str, offset: int, moves: bool
) -> tuple[int, Time] | None:
    """1年で, この3カ月で, 24時間で and 年初来: the stretch up to the day in force, with the place where it is
    named.
    """
    until = end_of_stretch(known, sentence)
    if until is None:
        return None
    for mention in reversed(lengths):
        tail = before[mention.end - offset :]
        match = _LENGTH.fullmatch(getattr(mention.value, "timex", ""))
        if (
            mention.end - offset > len(before)
            or match is None
            or not (
                re.match(r"(?:間)?で(?!は?ある)", tail)
                or (moves and _EXTENT.match(tail))
                or (moves and mention.text.endswith("間") and _IN_ALL.match(tail))
                or (
                    (moves or (not match["clock"] and "間" in mention.text + tail[:1]))
                    and re.match("間?に(?!わた|渡|及|亘)", tail)
                    and _LATELY.search(before[: mention.start - offset])
                )
            )
            or "。" in tail
            or len(tail) > (40 if moves else 25)
            or (not moves and re.search(r"\d", tail))
        ):
            continue
        if _AHEAD.search(before[: mention.start - offset]) or _SINCE_EVENT.search(before[: mention.start - offset]):
            continue  # 今後5年間で25億ドルを投じる, 発売4日で350万台
        if before[: mention.start - offset].endswith(("までの", "までの直近", "までの約")):
            continue  # 3月までの1年間で: see from_to
        if tail.startswith(("で、", "間で、")) and _SO_LONG.search(before[: mention.start - offset]):
            continue  # 契約期間は3年間で、
        # 2025年の1年間で: the year is named.
        if any(mention.start - pin.end in (0, 1) and pin.grain != "day" for pin in known.pins[sentence]):
            continue
        first = _start(
            until,
            match["clock"] + match["unit"],
            int(match["count"]) + 12 * int(match["years"] or 0),
            inclusive=mention.text.endswith("間"),
        )
        if first is not None:
            return mention.start, Time(mention.text, first, until, "publication_date")
    return None


# 4日間の下落率は7%, 5営業日の減少額は
_EXTENT = regex(
    r"間?の(?:株価|時価総額)?の?(?:累計)?(?:下落率|上昇率|騰落率|減少額|増加額|下げ幅|上げ幅|目減り)[はがも]"
)
_SO_LONG = regex(r"[はが](?:いずれも|それぞれ|とも|約|およそ|最長|最大)*$")
_LATELY = regex(r"(?:過去|直近|この|ここ)(?:の|約|およそ)*$")
_SINCE_EVENT = regex(
    r"(?:発売|公開|開業|開店|開館|開園|開幕|上場|発足|創業|設立|配信|販売開始|放送|出版|刊行|就任|導入|開始|封切り)(?:後|から|して(?:から)?)?の?(?:わずか|約|最初の)?$"
    # 現役15年で2104安打, 日本での7年間で84本塁打, 34歳9カ月で3000安打: years of somebody's life
    r"|(?:現役|実働|在任|在位|在籍|在職|任期|生活|人生|キャリア|芸歴|騎手|監督|選手|プロ|リーグ|メジャー|[1一]軍|球団|クラブ|代表|通算|としての|(?<!こ)での|時代の|歳|(?:務め|勤め|在籍し|過ごし|指揮し|率い|続け|所属し)た)(?:約|およそ|計)?$"
)
_AHEAD = regex(r"(?:今後|向こう|この先|これから|将来|先行き|来年から|来年度から|来期から)(?:の|約|最大|さらに)*$")


def _start(until: date, unit: str, count: int, *, inclusive: bool) -> date | None:
    """The first day of a stretch that ends with `until`; None for 1日 and hours that make no whole days."""
    if unit in ("Y", "M"):
        return shift_months(until, -count * (12 if unit == "Y" else 1))
    if unit == "W":
        return until - timedelta(weeks=count)
    if unit == "D":
        return until - timedelta(days=count - inclusive) if count > 1 else None
    return until - timedelta(days=count // 24) if unit == "TH" and count % 24 == 0 else None
