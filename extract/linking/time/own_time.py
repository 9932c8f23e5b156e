"""The time that a value's own sentence gives it: rules in their order, of which the first that fits answers.

A rule takes what is asked and returns an `Answer`, whose time may be none, or None where it does not fit. The rules of
`OF_SENTENCE` read the whole sentence, those of `_OF_PIN` the date or period that stands nearest before the value.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from jijitsu.extract.linking.time.apart import of_something_else
from jijitsu.extract.linking.time.dates import shift_months
from jijitsu.extract.linking.time.dating import COUNTED, NONE, OF_FIRM, OF_MARKET, Answer, Dated
from jijitsu.extract.linking.time.earlier import earlier
from jijitsu.extract.linking.time.fitting import (
    compared,
    fits,
    held_against,
    likely,
    near,
    of_goal,
    of_progress,
    of_sales,
    only_now,
    reaches,
    tells_which,
)
from jijitsu.extract.linking.time.own_sentence import MEANS, OF_SENTENCE, year_before
from jijitsu.extract.linking.time.passing import changes_from, is_over, of_old_price, of_result
from jijitsu.extract.linking.time.pins import Pin
from jijitsu.extract.linking.time.since import end_of_stretch
from jijitsu.extract.linking.time.telling import day_told
from jijitsu.extract.linking.time.times import Family, Times
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Time

GROWS = regex(
    r"(?:に|へと?|まで)[^。]{0,6}(?:増え|増加|減っ|減少|減り|落ち込|拡大|縮小|伸び|膨らみ|膨らん|急増|急減|倍増|半減|改善|悪化|上がっ|下がっ|転落|転換|低下|上昇)"
)

_YEARS_PAST = ("前期", "昨年", "前年度", "昨年度")
_FROM_THEN = regex(r"(?:実績)?の[^、。はが]{0,8}\d[^、。はがと]{0,14}から")
# 25年度当初予算の115兆円から6%増える, told in January
_FROM_ITS_SUM = regex(r"(?:の?(?:当初|補正)?(?:予算(?:案)?|実績|決算))の(?:約)?\d[^、。はがと]{0,14}から")
_ENDED = regex(r"(?:に|で)(?:終わった|終了した|終わる)(?:四半期|3カ月|3か月|(?P<year>会計年度|1年|年度))")


_NEXT_FROM = regex(r"(?:実績)?の[^、。]{0,8}\d[^、。]{0,14}から")
_REVISED = regex(r"引き上げ|引き下げ|修正|見直|増額|減額|配当")
# 昨秋に800円だった株価は足元で2400円
_WAS = regex(r"に[^、。]{0,16}だった[^、。はがも]{1,12}[はがも]")
_AFTER = regex(r"(?:の[^、。0-9]{1,6})?以[降後]|以来、")
# 2021年2月に政変が起きて以来、死者は4000人に達している; 2015年の開業以来、延べ80万人が使った; not 2015年に始まって以来最多
_EVER_AFTER = regex(
    r"(?:(?:に|の|より|から)?[^、。]{1,30}?(?<=[てで])(?:以[来降]|から)|の[^、。はが0-9]{1,10}以[来降])(?:、|(?=(?:約|計|延べ)?[0-9])|(?=これまで|今日まで))"
    r"|から(?:今回|現在|今日|今|これ|本日|きょう)まで"
)
_ONCE_MORE = regex(r"[^。]{0,40}(?:ぶり|度目|回目|番目|最[多高低小大少悪]|初めて|で初)")
# 2001年から発売しており、販売台数は1億台: it has gone on since, the figure is of today.
# 還元を始めた12年からの合計額は2000億ドル
_SINCE_THEN = regex(
    r"から(?:[^、。0-9]{1,24}(?:て(?:おり|いて|いるが|きたが)|ているほか)、|の[^、。はが0-9]{0,6}(?:合計|累計|総計|通算))"
)
_SUMMED = regex(r"からの(?:累計|合計|総計)[はがで]")
_YEARLONG = 370
# 07年10月頃から器具6700万円を売り上げていた
_EVER_SINCE = regex(r"(?:ごろ|頃)?から(?:これまでに?|、)?(?:[^。は0-9]|[でに]は){0,40}")
_HAS_BEGUN = regex(r"に(?:入(?:って|り)|なって)(?:から)?")  # 今年に入り、倒産は28件に上る
_HAS_BEEN = regex(
    r"[^、。は0-9]{0,16}(?:て|で)(?:いた|きた)"
    r"|[^、。0-9]{0,12}(?:発生し|起き|相次い|見つかっ|確認され|報告され|寄せられ)[てで](?:いる|おり)"
)
_CLAUSE_ON = regex(r"の[^、。はが0-9]{1,16}が(?P<firm>[^、。は0-9]{3,30})は")

_SINCE_NEW_YEAR = regex(r"から(?:の(?:上昇|下落|騰落)率は)?(?:約|およそ|さらに)?")
_BLANK = regex(r"[ \u3000]")
_BEHIND_YEAR = regex(r"(?:の|に|は|で(?!\d|初|最)|まで|通年|1年)")


def own_time(known: Times, sentence: int, start: int, end: int, family: Family) -> Time | None:
    """Return the time that the sentence gives the value at `start` to `end`; None if it gives none."""
    asked = _ask(known, sentence, start, end, family)
    for rule in OF_SENTENCE:
        if (answer := rule(asked)) is not None:
            return answer.time
    if not asked.ahead:
        return None
    pin = _pin_before(asked)
    for of_pin in _OF_PIN:
        if (answer := of_pin(asked, pin)) is not None:
            return answer.time
    return pin.time()


def _ask(known: Times, sentence: int, start: int, end: int, family: Family) -> Dated:
    shown = known.story.scenes[sentence].sentence
    folded, offset, published = shown.folded, shown.start, known.story.setting.published
    told = day_told(known.pins[sentence], folded, offset) if family in COUNTED else None
    pins = tuple(
        pin
        for pin in near(known.pins[sentence], start)
        if reaches(folded, pin, offset, start)
        and pin is not told
        and fits(pin, folded, offset, family, told is not None)
        and not (family == "quantity" and compared(pin, folded, offset, start, end))
        and not (family in COUNTED and pin.end < start and held_against(pin, folded, offset, start))
        and not (family in COUNTED and only_now(pin, folded, offset, start, end))
        and not (family == "quantity" and (likely(pin, folded, offset, start) or of_sales(pin, folded, offset, start)))
        and not (family in COUNTED and (of_progress(pin, folded, offset, start) or of_goal(pin, folded, offset, start)))
        and not (family in COUNTED and of_something_else(pin, folded, offset, start, end, published))
        and not (family == "market" and of_old_price(pin, folded, offset, start))
    )
    ahead = tuple(
        pin
        for pin in pins
        if pin.end <= start and not (family == "market" and of_result(pin, folded[: start - offset], offset))
    )
    return Dated(known, sentence, start, end, family, pins, ahead)


def _pin_before(asked: Dated) -> Pin:
    """今年は昨年の21億ドルから45億ドルへ: the figure behind から is the earlier pin's."""
    pin = asked.ahead[-1]
    if len(asked.ahead) > 1 and _is_past(asked, pin) and _NEXT_FROM.match(asked.between(pin)):
        return asked.ahead[-2]
    return pin


def _is_past(asked: Dated, pin: Pin) -> bool:
    return asked.published is not None and pin.days[1] < asked.published


def _is_to_come(asked: Dated, pin: Pin) -> bool:
    return asked.published is not None and pin.days[1] > asked.published


def _until_then(asked: Dated, pin: Pin) -> Answer | None:
    """6月から定価を1200円から1350円に引き上げる: what it costs until then; told of what is done, too."""
    pin = asked.ahead[-1]
    dear = asked.family in ("market", "quantity") and _RAISED.match(asked.behind) is not None
    changes = pin.grain in ("day", "month") and (_is_to_come(asked, pin) or dear)
    return (
        NONE if changes and changes_from(asked.folded, asked.start - asked.offset, asked.end - asked.offset) else None
    )


# 昨年4月に1500円から1800円に引き上げた
_RAISED = regex(r"から[0-9][^、。]{1,12}(?:に|へ)(?:と)?(?:値[上下]げ|引き[上下]げ|改定)")


def _of_whom(asked: Dated, pin: Pin) -> Answer | None:
    """今期の出店計画が最高となるファミリーマートは、営業利益が…: the pin is of the clause that tells which firm."""
    if asked.family not in OF_FIRM or pin.grain != "period" or (clause := _CLAUSE_ON.match(asked.between(pin))) is None:
        return None
    at = pin.end + clause.end("firm")
    return NONE if any(firm.end == at for firm in asked.scene.of("company")) else None


def _of_another(asked: Dated, pin: Pin) -> Answer | None:
    """The pin tells which one is meant, what was before, or belongs to a clause that is over."""
    pin = asked.ahead[-1]
    if asked.family in OF_FIRM and tells_which(pin, asked.folded, asked.offset, asked.start, asked.end):
        return NONE
    if _WAS.match(asked.between(pin)):
        return NONE
    return NONE if asked.family in COUNTED and is_over(pin, asked.before, asked.offset) else None


def _grown_from(asked: Dated, pin: Pin) -> Answer | None:
    """25年の1310億ドルから5割増える."""
    if pin is not asked.ahead[-1]:
        return None
    past = pin.text in _YEARS_PAST or (asked.family in COUNTED and _is_past(asked, pin))
    between = asked.between(pin)
    return NONE if (past and _FROM_THEN.match(between)) or _FROM_ITS_SUM.match(between) else None


def _the_time_before(asked: Dated, pin: Pin) -> Answer | None:
    """4~6月期は…、前年同期は3億円の赤字だった."""
    if pin is asked.ahead[-1] and (word := year_before(asked)) and not pin.text.startswith(word):
        return Answer(earlier(pin, word, asked.folded))
    return None


def _was_so_before(asked: Dated, pin: Pin) -> Answer | None:
    """4~6月期の純利益は3億円から5億円に増えた: the three are of a year ago."""
    grows = asked.behind.startswith("から") and GROWS.search(asked.behind[:40])
    if asked.family not in OF_FIRM or pin.grain != "period" or not grows:
        return None
    if pin.text in (*_YEARS_PAST, "前年", "前の期") or MEANS.search(asked.folded) or _REVISED.search(asked.folded):
        return None
    return Answer(earlier(pin, "前年同期", asked.folded))


def _ended(asked: Dated, pin: Pin) -> Answer | None:
    """12月に終わった四半期."""
    ended = _ENDED.match(asked.past(pin))
    if ended is None:
        return None
    first = shift_months(pin.days[1] + timedelta(days=1), -12 if ended["year"] else -3)
    return Answer(Time(pin.text, first, pin.days[1], pin.how))


_UNTIL = regex(r"(?:末|現在)?まで(?:に|で|の)(?!は?予定)")


def _so_far(asked: Dated, pin: Pin, after: str) -> Pin | None:
    """今年度は10月末までに6214頭に上り: the year up to that day; the longer pin that holds it."""
    if asked.family not in COUNTED or _is_to_come(asked, pin) or _UNTIL.match(after) is None:
        return None
    if len(asked.ahead) < 2 or (whole := asked.ahead[-2]).grain not in ("year", "period", "month"):
        return None
    holds = whole.days[0] <= pin.days[0] and pin.days[1] <= whole.days[1] and whole.days != pin.days
    return whole if holds and _WHOLE.match(asked.folded, whole.end - asked.offset) else None


_WHOLE = regex(r"(?:に入って(?:から)?|の[^、。0-9]{1,16}|に[^、。0-9]{1,24})?(?:は|も|、)")


def _by_then(asked: Dated, pin: Pin) -> Answer | None:
    """2030年までに: its last day."""
    after = asked.past(pin)
    if (whole := _so_far(asked, pin, after)) is not None:
        return Answer(Time(pin.text, whole.days[0], pin.days[1], pin.how))
    to_come = asked.family in OF_MARKET and pin.grain in ("period", "year") and _is_to_come(asked, pin)
    if (after.startswith("までに") and "から" not in pin.text) or (
        to_come and after.startswith("に") and _HAS_BEGUN.match(after) is None
    ):
        return Answer(Time(pin.text, pin.days[1], pin.days[1], pin.how))
    return None


def _since(asked: Dated, pin: Pin) -> Answer | None:
    """今年3月以降、11件あった."""
    after, published = asked.past(pin), asked.published
    if asked.family not in COUNTED and not (asked.family in OF_MARKET and after.startswith("に入ってから")):
        return None  # 今年に入ってからの株安で、22%下げた
    ever = _EVER_SINCE.match(asked.between(pin)) is not None and _HAS_BEEN.match(asked.behind) is not None
    begun = published is not None and published <= pin.days[1] and _HAS_BEGUN.match(after) is not None
    if published and pin.days[0] < published and (_AFTER.match(after) or ever or begun):
        return Answer(Time(pin.text, pin.days[0], published, pin.how))
    past = published and pin.days[1] < published and (since := _EVER_AFTER.match(after))
    if published and past and since and since.end() <= len(asked.between(pin)):
        if _ONCE_MORE.match(after, since.end()):
            return NONE  # 2004年に始まってから、74校ある中で廃止は初めてだ
        return Answer(Time(pin.text, pin.days[0], published, pin.how))
    if _AFTER.match(after) and published:
        return NONE  # 7月以降に4億円を投じる
    if _SUMMED.match(after) and published and (published - pin.days[0]).days < _YEARLONG:
        last = asked.known.periods[asked.sentence]
        until = last.days[1] if last and pin.days[0] < last.days[1] <= published else published
        return Answer(Time(pin.text, pin.days[0], until, pin.how))  # ことし1月からの累計は379万台
    return NONE if _SINCE_THEN.match(after) else None


def _through(asked: Dated, pin: Pin) -> Answer | None:
    """20日から21日にかけて."""
    session = asked.known.sessions[asked.sentence]
    if asked.family not in OF_MARKET or session is None or session.days[0] >= pin.days[1]:
        return None
    if not asked.past(pin).startswith("にかけて"):
        return None
    return Answer(Time(pin.text, session.days[0], pin.days[1], pin.how))


def _overnight(asked: Dated, pin: Pin) -> Answer | None:
    """19日夜から翌朝にかけて: both days."""
    if pin.grain != "day" or asked.family not in COUNTED or _TO_MORNING.match(asked.past(pin)) is None:
        return None
    return Answer(Time(pin.text, pin.days[0], pin.days[0] + timedelta(days=1), pin.how))


_TO_MORNING = regex(
    r"(?:夕方?|夜|深夜|午後[0-9]{0,2}時?(?:[0-9]{1,2}分|半)?)?(?:ごろ|頃)?から翌(?:朝|日|未明)[^、。0-9]{0,4}?(?:にかけ|まで)"
)


def _this_year(asked: Dated, pin: Pin) -> Answer | None:
    """年初の約1.6倍; 年初から4割増え、6800億ドルで12位に入った says no year of the rank."""
    if asked.family not in OF_MARKET or not pin.text.startswith("年初"):
        return None
    after, until = asked.past(pin), end_of_stretch(asked.known, asked.sentence)
    if asked.text.endswith("倍") and until and after.startswith("の"):
        return Answer(Time(pin.text, pin.days[0], until, pin.how))
    if until and asked.moves and _SINCE_NEW_YEAR.fullmatch(asked.between(pin)):
        return Answer(Time(pin.text, pin.days[0], until, pin.how))  # 年初から12%上がった, 年初からの上昇率は2割
    return NONE if after.startswith("から") else Answer(pin.time())


def _no_date_of_prices(asked: Dated, pin: Pin) -> Answer | None:
    """26年の設備投資2000億ドル 株価は9%安; a year dates a price only where it says so: 2025年は3割上げた."""
    parted = asked.family == "market" and asked.scene.sentence.role == "headline"
    if parted and _BLANK.search(asked.between(pin)):
        return NONE
    bare = asked.family in OF_MARKET and pin.grain == "year" and not _BEHIND_YEAR.match(asked.past(pin))
    return NONE if bare else None


_OF_PIN: tuple[Callable[[Dated, Pin], Answer | None], ...] = (
    _of_whom,
    _until_then,
    _of_another,
    _grown_from,
    _the_time_before,
    _was_so_before,
    _ended,
    _by_then,
    _since,
    _through,
    _overnight,
    _this_year,
    _no_date_of_prices,
)
