"""The time that a value's own sentence gives it: rules in their order, of which the first that fits answers.

A rule takes what is asked and returns an `Answer`, whose time may be none, or None where it does not fit. The rules of
`_OF_SENTENCE` read the whole sentence, those of `_OF_PIN` the date or period that stands nearest before the value.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

import msgspec

from jijitsu.extract.linking.dates import shift_months
from jijitsu.extract.linking.earlier import YEAR_BEFORE, earlier
from jijitsu.extract.linking.fitting import compared, fits, in_bracket, near, reaches, tells_which
from jijitsu.extract.linking.passing import changes_from, is_over, of_old_price, of_result
from jijitsu.extract.linking.pins import Pin
from jijitsu.extract.linking.since import end_of_stretch, from_to, since_then, up_to_now, years_ago
from jijitsu.extract.linking.stretches import stretch_of
from jijitsu.extract.linking.times import Family, Times
from jijitsu.extract.story import Scene
from jijitsu.schemas.claim import Time

_MEANS = re.compile(r"計画|目標|方針|目指|予定|見通し|予想|見込")
MOVES = re.compile(
    r"^[^、。\d(]{0,8}?(?:増|減|膨ら|失|吹き飛|消え|蒸発|上積み|縮|伸び|上昇|下落|上が|下が|値上|値下|高(?!の)|安(?!の)|急騰|急落)"
)
GROWS = re.compile(
    r"(?:に|へと?|まで)[^。]{0,6}(?:増え|増加|減っ|減少|減り|落ち込|拡大|縮小|伸び|膨らみ|膨らん|急増|急減|倍増|半減|改善|悪化|上がっ|下がっ|転落|転換|低下|上昇)"
)
SHARE = re.compile(r"(?:倍|割|半分)(?:[強弱超]|以上|近く|余り|ほど|程度)?$")
_YEARS_PAST = ("前期", "昨年", "前年度", "昨年度")
_FROM_THEN = re.compile(r"(?:実績)?の[^、。]{0,8}\d[^、。]{0,14}から")
_ENDED = re.compile(r"(?:に|で)(?:終わった|終了した|終わる)(?:四半期|3カ月|3か月|(?P<year>会計年度|1年|年度))")


_FROM_PEAK = re.compile(r"(?:の|に付けた)[^、。0-9]{0,10}(?:高値|安値|ピーク|水準)[^、。0-9]{0,6}から")
# 3年間で1000億円を投じる: what a firm does with money is to come, unless it is said to be done.
_TO_COME = re.compile(
    r"(?:ほど|程度|規模|超|以上)?を?(?:[^、。はがも0-9]{0,10}(?:投じる|投じ、|投資する|投資へ|充てる|費やす|かけて|拠出する|出資する|融資する|調達する|削減する|支払う)"
    r"|投資(?:$|[ 、。へ])|(?:投入|削減|調達)(?:$|[ 。へ]))"
)
# 週間の減少額は4700億ドルに達した, 1カ月で失われた時価総額は2兆円
_MOVED = re.compile(
    r"(?:増加額|減少額|増加幅|減少幅|増加分|減少分|上昇率|下落率|騰落率|増加率|減少率|上昇幅|下落幅|上げ幅|下げ幅|値上がり率|値下がり率|増加|減少|目減り|失われた[^、。0-9]{0,6}|消えた[^、。0-9]{0,6}|増えた[^、。0-9]{0,6}|減った[^、。0-9]{0,6})(?:は|が|も|で)[^、。0-9]{0,12}$"
)
_MAY_BE = re.compile(r"[^。、]{0,12}可能性")
_NEXT_FROM = re.compile(r"(?:実績)?の[^、。]{0,8}\d[^、。]{0,14}から")
_REVISED = re.compile(r"引き上げ|引き下げ|修正|見直|増額|減額|配当")
# 昨秋に800円だった株価は足元で2400円
_WAS = re.compile(r"に[^、。]{0,16}だった[^、。はがも]{1,12}[はがも]")
_AFTER = re.compile(r"(?:の[^、。0-9]{1,6})?以[降後]")
# 2001年から発売しており、販売台数は1億台: it has gone on since, the figure is of today.
# 還元を始めた12年からの合計額は2000億ドル
_SINCE_THEN = re.compile(
    r"から(?:[^、。0-9]{1,24}(?:て(?:おり|いて|いるが|きたが)|ているほか)、|の[^、。はが0-9]{0,6}(?:合計|累計|総計|通算))"
)
_YEARS_TO = re.compile(r"までの(?:過去)?(?:[0-9]{1,2}|[一二三四五])(?:年間?|カ年)の")
_CLAUSE_ON = re.compile(r"の[^、。はが0-9]{1,16}が(?P<firm>[^、。は0-9]{3,30})は")
_WAS_THEN = re.compile(r"(?:の[^、。はがを0-9]{1,12})?だった")
_BLANK = re.compile(r"[ \u3000]")
_BEHIND_YEAR = re.compile(r"(?:の|に|は|で(?!\d|初|最)|まで|通年|1年)")


class Answer(msgspec.Struct, frozen=True):
    """What a rule says: this time, or that the sentence gives none."""

    time: Time | None


NONE = Answer(None)
_COUNTED: frozenset[Family] = frozenset({"financial", "delivery", "quantity"})
_OF_FIRM: frozenset[Family] = frozenset({"financial", "delivery"})
_OF_MARKET: frozenset[Family] = frozenset({"market", "cap"})


class _Asked(msgspec.Struct, frozen=True):
    """A value that asks for its time. `start` and `end` are code points into the article."""

    known: Times
    sentence: int
    start: int
    end: int
    family: Family
    pins: tuple[Pin, ...]
    """Dates and periods of the sentence that reach the value, and fit it."""
    ahead: tuple[Pin, ...]
    """Those that stand before it."""

    @property
    def scene(self) -> Scene:
        return self.known.story.scenes[self.sentence]

    @property
    def folded(self) -> str:
        return self.scene.sentence.folded

    @property
    def offset(self) -> int:
        return self.scene.sentence.start

    @property
    def before(self) -> str:
        return self.folded[: self.start - self.offset]

    @property
    def behind(self) -> str:
        return self.folded[self.end - self.offset :]

    @property
    def text(self) -> str:
        return self.folded[self.start - self.offset : self.end - self.offset]

    @property
    def moves(self) -> bool:
        """The value is how much something grew or shrank."""
        return MOVES.match(self.behind) is not None or _MOVED.search(self.before[-40:]) is not None

    @property
    def published(self) -> date | None:
        return self.known.story.setting.published

    def past(self, pin: Pin) -> str:
        """What stands behind the pin."""
        return self.folded[pin.end - self.offset :]

    def between(self, pin: Pin) -> str:
        """What stands between the pin and the value."""
        return self.before[pin.end - self.offset :]


def own_time(known: Times, sentence: int, start: int, end: int, family: Family) -> Time | None:
    """Return the time that the sentence gives the value at `start` to `end`; None if it gives none."""
    asked = _ask(known, sentence, start, end, family)
    for rule in _OF_SENTENCE:
        if (answer := rule(asked)) is not None:
            return answer.time
    if not asked.ahead:
        return None
    pin = _pin_before(asked)
    for of_pin in _OF_PIN:
        if (answer := of_pin(asked, pin)) is not None:
            return answer.time
    return pin.time()


def _ask(known: Times, sentence: int, start: int, end: int, family: Family) -> _Asked:
    shown = known.story.scenes[sentence].sentence
    folded, offset = shown.folded, shown.start
    pins = tuple(
        pin
        for pin in near(known.pins[sentence], start)
        if reaches(folded, pin, offset, start)
        and fits(pin, folded, offset, family)
        and not (family == "quantity" and compared(pin, folded, offset, start, end))
        and not (family == "market" and of_old_price(pin, folded, offset, start))
    )
    ahead = tuple(
        pin
        for pin in pins
        if pin.end <= start and not (family == "market" and of_result(pin, folded[: start - offset], offset))
    )
    return _Asked(known, sentence, start, end, family, pins, ahead)


def _in_a_year(asked: _Asked) -> Answer | None:
    """昨年1年間で125%上昇した."""
    if asked.family in _OF_MARKET and asked.ahead and asked.ahead[-1].text.endswith(("1年間", "1年")):
        return Answer(asked.ahead[-1].time())
    return None


def _up_to_now(asked: _Asked) -> Answer | None:
    """3カ月で20%上げた: the months up to now, unless it is a plan for those to come."""
    behind, moves = asked.behind, asked.moves
    if _MEANS.search(behind[:30]) or _MAY_BE.match(behind) or (not moves and _TO_COME.match(behind)):
        return None
    spans = asked.scene.of("duration")
    length = up_to_now(asked.known, asked.sentence, spans, asked.before, asked.offset, moves)
    if length is not None and (not asked.ahead or length[0] > asked.ahead[-1].start):
        return Answer(length[1])
    return None


def _from_a_peak(asked: _Asked) -> Answer | None:
    """昨年11月の最高値から24%下落し、PERは140倍."""
    if asked.family in _COUNTED and asked.ahead and _FROM_PEAK.match(asked.between(asked.ahead[-1])):
        return NONE
    return None


def _last_seen(asked: _Asked) -> Answer | None:
    """営業赤字になるのは、4.7億円の赤字だった09年度以来: of the year that it goes back to."""
    if (gap := _WAS_THEN.match(asked.behind)) is None:
        return None
    at = asked.end + gap.end()
    for mention in asked.scene.of("date", "period"):
        start, end = getattr(mention.value, "start", None), getattr(mention.value, "end", None)
        if mention.start == at and start and end and asked.folded.startswith("以来", mention.end - asked.offset):
            return Answer(Time(mention.text, start, end, getattr(mention.value, "resolved_by", None)))
    return None


def _from_to(asked: _Asked) -> Answer | None:
    """4月から9月までに."""
    found = from_to(list(asked.ahead), asked.folded, asked.offset, asked.before, asked.family, asked.published)
    return Answer(found) if found else None


def _in_a_stretch(asked: _Asked) -> Answer | None:
    """A market's move over a stretch that the sentence names, or since a day: 時価総額は5年前の12倍だ."""
    if asked.family not in _OF_MARKET:
        return None
    known, sentence, before = asked.known, asked.sentence, asked.before
    until = end_of_stretch(known, sentence)
    if asked.moves and until is not None and (named := stretch_of(before, until)):
        return Answer(Time(named[0], *named[1], "context"))
    if asked.text.endswith("倍") and until and (ago := years_ago(known, sentence, before, asked.family)):
        return Answer(Time(ago.text, ago.start, until, ago.resolved_by))
    bases, cap = asked.scene.of("basis"), asked.family == "cap"
    found = since_then(known, sentence, list(asked.ahead), bases, before, asked.offset, asked.moves, cap)
    return Answer(found) if found is not None else None


def _past_a_peak(asked: _Asked) -> Answer | None:
    """5日、昨年10月の最高値から半減し、6万3000ドルを下回った: the peak's month is not the level's."""
    if asked.family not in _OF_MARKET or not asked.ahead or not _FROM_PEAK.match(asked.between(asked.ahead[-1])):
        return None
    return Answer(asked.ahead[-2].time()) if len(asked.ahead) > 1 and asked.ahead[-2].grain == "day" else NONE


def _years_ago(asked: _Asked) -> Answer | None:
    """10年前の6割に減った: how much now; 1年前の44億円, of a quarter: that quarter."""
    ago = years_ago(asked.known, asked.sentence, asked.before, asked.family)
    if ago is None:
        return None
    if ago.text in ("1年前", "一年前") and asked.family in _OF_FIRM and not SHARE.search(asked.text):
        pins = (*asked.ahead, *filter(None, [asked.known.periods[asked.sentence]]))
        quarter = next((pin for pin in reversed(pins) if pin.grain == "period"), None)
        if quarter is not None:
            return Answer(earlier(quarter, "1年前", asked.folded))  # 7~9月は…1年前の544億円の赤字から
    return NONE if SHARE.search(asked.text) else Answer(ago)


def _year_before(asked: _Asked) -> str | None:
    """The word for the time before that stands in front of the value: 前年同期は; 前年同期の3倍強 is how much now."""
    back = YEAR_BEFORE.search(asked.before[-60:])
    return None if back is None or SHARE.search(asked.text) else back.group("word")


def _without_pin(asked: _Asked) -> Answer | None:
    """昨年は3割だった, 3割(2025年)."""
    if asked.ahead:
        return None
    if (word := _year_before(asked)) in ("前年", "昨年", "去年") and asked.published:
        year = asked.published.year - 1
        return Answer(Time(word, date(year, 1, 1), date(year, 12, 31), "publication_date"))
    return Answer(in_bracket(list(asked.pins), asked.folded, asked.offset, asked.end))


_OF_SENTENCE: tuple[Callable[[_Asked], Answer | None], ...] = (
    _last_seen,
    _in_a_year,
    _up_to_now,
    _from_a_peak,
    _from_to,
    _in_a_stretch,
    _past_a_peak,
    _years_ago,
    _without_pin,
)


def _pin_before(asked: _Asked) -> Pin:
    """今年は昨年の21億ドルから45億ドルへ: the figure behind から is the earlier pin's."""
    pin = asked.ahead[-1]
    if len(asked.ahead) > 1 and _is_past(asked, pin) and _NEXT_FROM.match(asked.between(pin)):
        return asked.ahead[-2]
    return pin


def _is_past(asked: _Asked, pin: Pin) -> bool:
    return asked.published is not None and pin.days[1] < asked.published


def _is_to_come(asked: _Asked, pin: Pin) -> bool:
    return asked.published is not None and pin.days[1] > asked.published


def _until_then(asked: _Asked, pin: Pin) -> Answer | None:
    """6月から定価を1200円から1350円に引き上げる: what it costs until then."""
    pin = asked.ahead[-1]
    changes = pin.grain in ("day", "month") and _is_to_come(asked, pin)
    return (
        NONE if changes and changes_from(asked.folded, asked.start - asked.offset, asked.end - asked.offset) else None
    )


def _of_years(asked: _Asked, pin: Pin) -> Answer | None:
    """今期までの3年間の設備投資: of three years, of which the pin names the last."""
    long = asked.family in _OF_FIRM and pin.grain in ("period", "year") and _YEARS_TO.match(asked.past(pin))
    return NONE if long else None


def _of_whom(asked: _Asked, pin: Pin) -> Answer | None:
    """今期の出店計画が最高となるファミリーマートは、営業利益が…: the pin is of the clause that tells which firm."""
    if (
        asked.family not in _OF_FIRM
        or pin.grain != "period"
        or (clause := _CLAUSE_ON.match(asked.between(pin))) is None
    ):
        return None
    at = pin.end + clause.end("firm")
    return NONE if any(firm.end == at for firm in asked.scene.of("company")) else None


def _of_another(asked: _Asked, pin: Pin) -> Answer | None:
    """The pin tells which one is meant, what was before, or belongs to a clause that is over."""
    pin = asked.ahead[-1]
    if asked.family in _OF_FIRM and tells_which(pin, asked.folded, asked.offset, asked.start, asked.end):
        return NONE
    if _WAS.match(asked.between(pin)):
        return NONE
    return NONE if asked.family in _COUNTED and is_over(pin, asked.before, asked.offset) else None


def _grown_from(asked: _Asked, pin: Pin) -> Answer | None:
    """25年の1310億ドルから5割増える."""
    if pin is not asked.ahead[-1]:
        return None
    past = pin.text in _YEARS_PAST or (asked.family in _OF_FIRM and _is_past(asked, pin))
    return NONE if past and _FROM_THEN.match(asked.between(pin)) else None


def _the_time_before(asked: _Asked, pin: Pin) -> Answer | None:
    """4~6月期は…、前年同期は3億円の赤字だった."""
    if pin is asked.ahead[-1] and (word := _year_before(asked)) and pin.text != word:
        return Answer(earlier(pin, word, asked.folded))
    return None


def _was_so_before(asked: _Asked, pin: Pin) -> Answer | None:
    """4~6月期の純利益は3億円から5億円に増えた: the three are of a year ago."""
    grows = asked.behind.startswith("から") and GROWS.search(asked.behind[:40])
    if asked.family not in _OF_FIRM or pin.grain != "period" or not grows:
        return None
    if pin.text in (*_YEARS_PAST, "前年", "前の期") or _MEANS.search(asked.folded) or _REVISED.search(asked.folded):
        return None
    return Answer(earlier(pin, "前年同期", asked.folded))


def _ended(asked: _Asked, pin: Pin) -> Answer | None:
    """12月に終わった四半期."""
    ended = _ENDED.match(asked.past(pin))
    if ended is None:
        return None
    first = shift_months(pin.days[1] + timedelta(days=1), -12 if ended["year"] else -3)
    return Answer(Time(pin.text, first, pin.days[1], pin.how))


def _by_then(asked: _Asked, pin: Pin) -> Answer | None:
    """2030年までに: its last day."""
    after = asked.past(pin)
    to_come = asked.family in _OF_MARKET and pin.grain in ("period", "year") and _is_to_come(asked, pin)
    if (after.startswith("までに") and "から" not in pin.text) or (to_come and after.startswith("に")):
        return Answer(Time(pin.text, pin.days[1], pin.days[1], pin.how))
    return None


def _since(asked: _Asked, pin: Pin) -> Answer | None:
    """今年3月以降、11件あった."""
    if asked.family not in _COUNTED:
        return None
    after, published = asked.past(pin), asked.published
    if _AFTER.match(after) and published and pin.days[0] < published:
        return Answer(Time(pin.text, pin.days[0], published, pin.how))
    return NONE if _SINCE_THEN.match(after) else None


def _through(asked: _Asked, pin: Pin) -> Answer | None:
    """20日から21日にかけて."""
    session = asked.known.sessions[asked.sentence]
    if asked.family not in _OF_MARKET or session is None or session.days[0] >= pin.days[1]:
        return None
    if not asked.past(pin).startswith("にかけて"):
        return None
    return Answer(Time(pin.text, session.days[0], pin.days[1], pin.how))


def _this_year(asked: _Asked, pin: Pin) -> Answer | None:
    """年初の約1.6倍; 年初から4割増え、6800億ドルで12位に入った says no year of the rank."""
    if asked.family not in _OF_MARKET or not pin.text.startswith("年初"):
        return None
    after, until = asked.past(pin), end_of_stretch(asked.known, asked.sentence)
    if asked.text.endswith("倍") and until and after.startswith("の"):
        return Answer(Time(pin.text, pin.days[0], until, pin.how))
    return NONE if after.startswith("から") else Answer(pin.time())


def _no_date_of_prices(asked: _Asked, pin: Pin) -> Answer | None:
    """26年の設備投資2000億ドル 株価は9%安; a year dates a price only where it says so: 2025年は3割上げた."""
    parted = asked.family == "market" and asked.scene.sentence.role == "headline"
    if parted and _BLANK.search(asked.between(pin)):
        return NONE
    bare = asked.family in _OF_MARKET and pin.grain == "year" and not _BEHIND_YEAR.match(asked.past(pin))
    return NONE if bare else None


_OF_PIN: tuple[Callable[[_Asked, Pin], Answer | None], ...] = (
    _of_years,
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
    _this_year,
    _no_date_of_prices,
)
