"""The time of a figure by its whole sentence: a stretch that is named, years ago, from one date to another.

Each rule takes what is asked and returns an `Answer`, whose time may be none, or None where it does not fit.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from jijitsu.extract.linking.time.dates import OF_EVENT
from jijitsu.extract.linking.time.dating import COUNTED, NONE, OF_FIRM, OF_MARKET, Answer, Dated
from jijitsu.extract.linking.time.earlier import YEAR_BEFORE, earlier
from jijitsu.extract.linking.time.fitting import at_end, behind_it, in_bracket, in_headline, near
from jijitsu.extract.linking.time.pins import THEN
from jijitsu.extract.linking.time.since import end_of_stretch, from_to, run_from, since_then, up_to_now, years_ago
from jijitsu.extract.linking.time.stretches import stretch_of
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Time

MEANS = regex(r"計画|目標|方針|目指|予定|見通し|予想|見込|想定")
SHARE = regex(r"(?:倍|割|半分)(?:[強弱超余]|以上|近く|余り|あまり|ほど|程度)?$")
_FROM_PEAK = regex(r"(?:の|に付けた)[^、。0-9]{0,10}(?:高値|安値|ピーク|水準)[^、。0-9]{0,6}から")
# 3年間で1000億円を投じる: what a firm does with money is to come, unless it is said to be done.
_TO_COME = regex(
    r"(?:ほど|程度|規模|超|以上)?を?(?:[^、。はがも0-9]{0,10}(?:投じる|投じ、|投資する|投資へ|充てる|費やす|かけて|拠出する|出資する|融資する|調達する|削減する|支払う)"
    r"|投資(?:$|[ 、。へ])|(?:投入|削減|調達)(?:$|[ 。へ]))"
)
# 3年間で1500人を自然減で減らすとしている
_WILL = regex(
    r"(?:ほど|程度|規模|超|以上|余り)?(?:を|に|へ|まで)[^、。はがも0-9]{0,14}"
    r"(?:減らす|増やす|削減する|採用する|雇用する|出店する|新設する|建設する|整備する|引き[上下]げる|高める|伸ばす|広げる|閉鎖する|廃止する|閉める|育成する)(?!の[はがを]|ため|よう|必要)"
)
# 負担は1年で7000円ほど軽くなる
_GROWS_SO = regex(
    r"(?:ほど|程度|超|以上|余り|近く)?[^、。はがも0-9]{0,8}(?:くなる|になる|で済む|増える|減る|浮く)(?:。|と(?:試算|みる|見込|いう)|計算|見[込通])"
)
_MAY_BE = regex(r"[^。、]{0,12}可能性")
_WAS_THEN = regex(r"(?:の[^、。はがを0-9]{1,12})?だった")


def _in_a_year(asked: Dated) -> Answer | None:
    """昨年1年間で125%上昇した."""
    if asked.family in OF_MARKET and asked.ahead and asked.ahead[-1].text.endswith(("1年間", "1年")):
        return Answer(asked.ahead[-1].time())
    return None


def _up_to_now(asked: Dated) -> Answer | None:
    """3カ月で20%上げた: the months up to now, unless it is a plan for those to come."""
    behind, moves = asked.behind, asked.moves
    meant = MEANS.search(behind[:30]) or _MAY_BE.match(behind) or _WILL.match(behind) or _GROWS_SO.match(behind)
    if meant or (not moves and _TO_COME.match(behind)):
        return None
    spans = asked.scene.of("duration")
    length = up_to_now(asked.known, asked.sentence, spans, asked.before, asked.offset, moves)
    if length is not None and (not asked.ahead or length[0] > asked.ahead[-1].start):
        return Answer(length[1])
    return None


def _from_then_on(asked: Dated) -> Answer | None:
    """2004年10月21日から約2カ月間に; 6月19日に再開してから1カ月で: so long from that day on."""
    ahead = [pin for pin in near(asked.known.pins[asked.sentence], asked.start) if pin.end <= asked.start]
    found = run_from(ahead[-1], asked.between(ahead[-1])) if ahead else None
    return Answer(found) if found else None


def _from_a_peak(asked: Dated) -> Answer | None:
    """昨年11月の最高値から24%下落し、PERは140倍."""
    if asked.family in COUNTED and asked.ahead and _FROM_PEAK.match(asked.between(asked.ahead[-1])):
        return NONE
    return None


def _last_seen(asked: Dated) -> Answer | None:
    """営業赤字になるのは、4.7億円の赤字だった09年度以来: of the year that it goes back to."""
    if (gap := _WAS_THEN.match(asked.behind)) is None:
        return None
    at = asked.end + gap.end()
    for mention in asked.scene.of("date", "period"):
        start, end = getattr(mention.value, "start", None), getattr(mention.value, "end", None)
        if mention.start == at and start and end and asked.folded.startswith("以来", mention.end - asked.offset):
            return Answer(Time(mention.text, start, end, getattr(mention.value, "resolved_by", None)))
    return None


def _from_to(asked: Dated) -> Answer | None:
    """4月から9月までに."""
    found = from_to(list(asked.ahead), asked.folded, asked.offset, asked.before, asked.family, asked.published)
    return Answer(found) if found else None


def _in_a_stretch(asked: Dated) -> Answer | None:
    """A market's move over a stretch that the sentence names, or since a day: 時価総額は5年前の12倍だ."""
    if asked.family not in OF_MARKET:
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


def _past_a_peak(asked: Dated) -> Answer | None:
    """5日、昨年10月の最高値から半減し、6万3000ドルを下回った: the peak's month is not the level's."""
    if asked.family not in OF_MARKET or not asked.ahead or not _FROM_PEAK.match(asked.between(asked.ahead[-1])):
        return None
    return Answer(asked.ahead[-2].time()) if len(asked.ahead) > 1 and asked.ahead[-2].grain == "day" else NONE


_THAN = ("より", "よりも", "比べ", "比べて", "を", "比", "比で", "から")


def _years_ago(asked: Dated) -> Answer | None:
    """10年前の6割に減った: how much now; 1年前の44億円, of a quarter: that quarter."""
    ago = years_ago(asked.known, asked.sentence, asked.before, asked.family)
    if ago is None or (asked.moves and asked.before.endswith(_THAN)):
        return None  # 5年前の調査より8000戸増えた
    if ago.text in ("1年前", "一年前") and asked.family in OF_FIRM and not SHARE.search(asked.text):
        pins = (*asked.ahead, *filter(None, [asked.known.periods[asked.sentence]]))
        quarter = next((pin for pin in reversed(pins) if pin.grain == "period"), None)
        if quarter is not None:
            return Answer(earlier(quarter, "1年前", asked.folded))  # 7~9月は…1年前の544億円の赤字から
    if SHARE.search(asked.text):
        return None if asked.ahead else NONE  # 24年度は3万人で、5年前の2.2倍
    return Answer(ago)


def year_before(asked: Dated) -> str | None:
    """The word for the time before that stands in front of the value: 前年同期は; 前年同期の3倍強 is how much now."""
    back = YEAR_BEFORE.search(asked.before[-60:])
    if back is None and not asked.text.endswith(_RATES):
        back = _GLUED.search(asked.before[-8:])  # 412人(前年同期287人); 前年同期5%増 is of now
    if back is not None and OF_EVENT.search(asked.before[-60:], 0, back.start()):
        return None  # 入学前年の合格者は120人だった
    return None if back is None or SHARE.search(asked.text) else back.group("word")


_RATES = ("%", "％", "割", "倍", "ポイント", "パーセント")
_GLUED = regex(r"(?P<word>(?:前年|昨年)同[期月日])$")


def _as_now(asked: Dated) -> Answer | None:
    """2030年度までに海外比率を現在の38%から60%に: what it is before."""
    now = asked.before.endswith(("現在の", "現在の約", "足元の", "いまの", "今の")) and asked.behind.startswith("から")
    dated = asked.ahead and asked.ahead[-1].text == "現在"
    return NONE if now and not dated and asked.family in COUNTED else None


_SO_FAR = regex(r"(?:これまで|現在まで|いままで|今まで)に?(?:、|すでに|計|約|およそ|合わせて|[^、。0-9]{1,10}に)*$")


def _so_far(asked: Dated) -> Answer | None:
    """24年度予算で確保した1兆円のうち、これまでに7200億円を: so much up to now."""
    found = _SO_FAR.search(asked.before[-32:]) if asked.family in COUNTED else None
    return NONE if found else None


def _without_pin(asked: Dated) -> Answer | None:
    """昨年は3割だった, 3割(2025年)."""
    if asked.ahead:
        return None
    if (word := year_before(asked)) in ("前年", "昨年", "去年") and asked.published:
        if THEN.match(asked.folded, asked.before.rfind(word) + len(word)):
            return NONE  # 去年の同じ時期を7%上回った
        year = asked.published.year - 1
        return Answer(Time(word, date(year, 1, 1), date(year, 12, 31), "publication_date"))
    found = in_bracket(list(asked.pins), asked.folded, asked.offset, asked.end)
    if found is None and asked.family in OF_FIRM and asked.scene.sentence.role == "headline":
        found = in_headline(list(asked.pins), asked.folded, asked.offset, asked.end)
    if found is None and asked.family in COUNTED and asked.scene.sentence.role == "headline":
        found = at_end(list(asked.known.pins[asked.sentence]), asked.folded, asked.offset, asked.end)
    if found is None and asked.family in COUNTED and not asked.moves:
        found = behind_it(list(asked.known.pins[asked.sentence]), asked.folded, asked.offset, asked.end)
    return Answer(found)


OF_SENTENCE: tuple[Callable[[Dated], Answer | None], ...] = (
    _last_seen,
    _in_a_year,
    _from_then_on,
    _up_to_now,
    _from_a_peak,
    _from_to,
    _in_a_stretch,
    _past_a_peak,
    _years_ago,
    _as_now,
    _so_far,
    _without_pin,
)
