"""When a value held: the time of its own sentence, the session of a market wrap, the period that a result is about.

`times(story)` reads the article once; `time_for(...)` answers for one value. The rules are those of the section Time of the
contract: own sentence first; the undated sentences of a dated market wrap carry its session's date; a result carries a
period only where its own sentence names one; target prices have none; a quote's time is when it was said.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Literal

import msgspec

from jijitsu.extract.linking.calendars import exchange_of, previous_session
from jijitsu.extract.linking.dates import shift_months
from jijitsu.extract.linking.pins import Pin, fiscal_of, pins_of
from jijitsu.extract.story import Story
from jijitsu.schemas.claim import Time
from jijitsu.schemas.mention import Mention
from jijitsu.schemas.sentence import Sentence

Family = Literal["market", "target", "cap", "delivery", "financial", "quantity", "quote"]

_MARKET = re.compile(
    r"市場|取引|株式|株価|株は|相場|終値|日経平均|続落|続伸|反落|反発|急落|急騰|急伸|大引け|前引け|後場|前場|ダウ|ナスダック|指数|寄り付き|引け|利回り|時価総額|為替|[0-9%円銭]安|[0-9%円銭]高"
)
# A day that something was announced, held or told on is not the time of a result.
_TOLD = re.compile(
    r"^(?:に|には|、|付で|付けで|までに|夜|朝|夕|午前|午後|深夜|未明|の[^、。]{0,16}で|\([^)]{0,12}\)|に開[^、。]{0,12}で)*[^。]{0,80}?"
    r"(?:発表|公表|明らか|開示|まとめ|報じ|伝え|述べ|語っ|話し|説明|示し|出そろ|決め|決定|会見|強調|指摘|表明|集計)"
)
_SAID = re.compile(r"^\s?(?:に|、|の|付で|夜|朝|夕|午前|午後|深夜|未明|まで|\(|発表|公表|が|、)")
_RELATIVE = re.compile(r"^(?:に|、)?(?:開いた|開かれた)?(?:発表|公表|発足|発売|公開|まとめ)した(?![。、と])")
_YEAR_BEFORE = re.compile(
    r"(?P<word>前年同期|前年同月|前年同日|前の年の同じ月|前年|前の年|前期|前の期|前の四半期|前四半期|前月|昨年|去年|1年前|前年度|前週|前日|前営業日)"
    r"(?:実績)?(?:の終値)?(?:の|は|が|も|には|に)(?:約|およそ|営業)?[^、。0-9]{0,5}$"
)
_GROWS = re.compile(r"(?:に|へと?|まで)[^。]{0,6}(?:増え|増加|減っ|減少|減り|落ち込|拡大|縮小|伸び|膨らみ|膨らん|急増|急減|倍増|半減|改善|悪化|上がっ|下がっ|転落|転換|低下|上昇)")
_LENGTH = re.compile(r"P(?:T?)(?P<count>\d+)(?P<unit>[YMWDH])")
_IF = re.compile(r"^[^。、]{0,12}(?:なら|れば|場合|たら(?!し)|すると)|^[^。]{0,50}(?:可能性|しかねな|あり得|恐れ|かもしれ|余地)")
_SOON = re.compile(r"^[^。]{0,45}(?:と予想|とみる|と見込|とみて|との見方|に達する|に迫る展開|予想する|見通し|が上値|上値目|下値目|を目指|が節目|目標)")


class Times(msgspec.Struct, frozen=True):
    """What each sentence says of time by itself, and what it inherits. Tuples run parallel to the story's scenes."""

    story: Story
    pins: tuple[tuple[Pin, ...], ...]
    sessions: tuple[Pin | None, ...]
    """The day of the market wrap that the sentence belongs to."""
    periods: tuple[Pin | None, ...]
    """The last period named before the sentence."""
    market: bool
    """The article tells of a market's day."""


def times(story: Story) -> Times:
    """Read all scenes once."""
    fiscal, published = fiscal_of(story), story.setting.published
    pins: list[tuple[Pin, ...]] = []
    sessions: list[Pin | None] = []
    periods: list[Pin | None] = []
    session: Pin | None = None
    day: Pin | None = None
    period: Pin | None = None
    for scene in story.scenes:
        own = pins_of(scene, fiscal, published, day or session, period) if scene.sentence.role != "furniture" else ()
        periods.append(period)
        body = scene.sentence.role == "body"
        moved = _session(scene.sentence, own, published) if body else None
        session = moved or session
        sessions.append(session if body else None)
        pins.append(own)
        day = next((pin for pin in reversed(own) if pin.grain == "day"), day)
        period = next((pin for pin in reversed(own) if pin.grain in ("period", "year", "month")), period)
    return Times(story, tuple(pins), tuple(sessions), tuple(periods), session is not None)


def _session(sentence: Sentence, pins: tuple[Pin, ...], published: date | None) -> Pin | None:
    """The market day that a sentence opens, if it does: 17日の東京株式市場で; not 前日の米ハイテク株高を受けて."""
    for pin in pins:
        if pin.grain != "day" or pin.text in ("前日", "翌日", "同日") or pin.text.endswith("末"):
            continue
        if published is not None and not -40 <= (pin.days[0] - published).days <= 1:
            continue
        behind = sentence.folded[pin.end - sentence.start :]
        if _MARKET.search(behind[:60]) and not _RELATIVE.match(behind) and not re.match(r"(?:に|、)[^。]{0,30}発表", behind):
            return pin
    return None


def time_for(known: Times, sentence: int, start: int, end: int, family: Family) -> tuple[Time | None, Time | None]:
    """Return (the time that the record shows, the period that a reader has in mind, inherited ones too).

    `start` and `end` are the value's or utterance's place, code points into the article; `sentence` is the index of its scene.
    """
    if family == "target":
        return None, None
    if family == "quote":
        found = _said(known, sentence, start, end)
        return found, found
    own = _own(known, sentence, start, end, family)
    if own is not None:
        return own, own
    session = known.sessions[sentence]
    if family in ("market", "cap"):
        if session is None or _open_ended(known, sentence, end):
            return None, session.time() if session else None
        shown = _inherited(session)
        return shown, shown
    period = known.periods[sentence]
    return None, period.time() if period else None


def _inherited(pin: Pin) -> Time:
    return Time(pin.text, pin.days[0], pin.days[1], "context")


def _open_ended(known: Times, sentence: int, end: int) -> bool:
    """True if the value is one that may come: 160円を超えれば, 調整しかねない, に達すると予想する."""
    shown = known.story.scenes[sentence].sentence
    behind = shown.folded[end - shown.start :]
    return bool(_IF.match(behind) or _SOON.match(behind))


def _own(known: Times, sentence: int, start: int, end: int, family: Family) -> Time | None:
    scene = known.story.scenes[sentence]
    shown, folded = scene.sentence, scene.sentence.folded
    before, behind = folded[: start - shown.start], folded[end - shown.start :]
    pins = [pin for pin in known.pins[sentence] if _reaches(folded, pin, shown.start, start) and _fits(pin, folded, shown.start, start, family)]
    ahead = [pin for pin in pins if pin.end <= start]
    length = _since(known, sentence, scene.of("duration"), before, shown.start, start)
    if length is not None and (not ahead or length[0] > ahead[-1].start):
        return length[1]
    if family in ("market", "cap") and before.endswith("まで") and len(ahead) > 1 and ahead[-2].grain == ahead[-1].grain == "day":
        first, last = ahead[-2], ahead[-1]
        return Time(f"{first.text}…{last.text}", first.days[0], last.days[1], last.how)
    if not ahead:
        return _bracketed(pins, folded, shown.start, end)
    pin = ahead[-1]
    back = _YEAR_BEFORE.search(before)
    if back and not re.match(r"[^、。]{0,3}(?:倍|割)", folded[start - shown.start :]) and not folded[start - shown.start : end - shown.start].endswith(("倍", "割", "%")):
        return _earlier(pin, back.group("word"), folded)
    if family in ("financial", "delivery") and pin.grain == "period" and re.match(r"から", behind) and _GROWS.search(behind[:40]) and not re.search(
        r"引き上げ|引き下げ|修正|見直|増額|減額|予想|計画|見通し|目標|配当", folded
    ):
        return _earlier(pin, "前年同期", folded)
    if family in ("market", "cap") and pin.grain == "year" and not re.match(r"(?:の|に|は|通年|1年)", folded[pin.end - shown.start :]):
        return None
    return pin.time()


def _reaches(folded: str, pin: Pin, offset: int, start: int) -> bool:
    """False if the pin stands in a bracket that closes before the value, or in a relative clause of its own."""
    depth = 0
    for sign in folded[pin.end - offset : max(start - offset, pin.end - offset)]:
        depth += (sign in "(「『") - (sign in ")」』")
        if depth < 0:
            return False
    return True


def _fits(pin: Pin, folded: str, offset: int, start: int, family: Family) -> bool:
    """True if a pin of this kind can be the time of such a value."""
    behind = folded[pin.end - offset :]
    if pin.grain != "day" or family in ("market", "cap"):
        return not (family in ("market", "cap") and _RELATIVE.match(behind))
    if pin.text.endswith("末") or re.match(r"(?:まで|時点|現在)", behind):
        return True
    return family == "quantity" and not _TOLD.match(behind)


def _bracketed(pins: list[Pin], folded: str, offset: int, end: int) -> Time | None:
    """A period in a bracket right behind the value: 12億円(2025年3月期)."""
    for pin in pins:
        if pin.start >= end and re.fullmatch(r"[^、。(]{0,4}\(", folded[end - offset : pin.start - offset]):
            return pin.time()
    return None


def _earlier(pin: Pin, word: str, folded: str) -> Time:
    first, last = pin.days
    if word in ("前日", "前営業日"):
        found = previous_session(exchange_of(folded) or "XTKS", first)
        return Time(word, found, found, "calendar")
    if word == "前週":
        return Time(word, first - timedelta(days=7), last - timedelta(days=7), "context")
    months = {"前月": 1, "前の四半期": 3, "前四半期": 3}.get(word, 12)
    start = shift_months(first, -months)
    return Time(word, start, shift_months(last + timedelta(days=1), -months) - timedelta(days=1), "context")


def _since(
    known: Times, sentence: int, lengths: tuple[Mention, ...], before: str, offset: int, start: int
) -> tuple[int, Time] | None:
    """1年で, この3カ月で, 24時間で and 年初来: the stretch up to the day in force, with the place where it is named."""
    session = known.sessions[sentence]
    until = session.days[1] if session else known.story.setting.published
    if until is None:
        return None
    for mention in reversed(lengths):
        tail = before[mention.end - offset :]
        match = _LENGTH.fullmatch(getattr(mention.value, "timex", ""))
        if mention.end > start or match is None or not re.match(r"(?:間)?で(?!は?ある)", tail) or "。" in tail or len(tail) > 25:
            continue
        count, unit = int(match["count"]), match["unit"]
        if unit == "H" and count % 24:
            continue
        if (unit, count) in (("D", 1), ("H", 1)):
            continue
        days = count * 7 if unit == "W" else count // 24 if unit == "H" else count
        first = shift_months(until, -count * (12 if unit == "Y" else 1)) if unit in "YM" and not mention.value.timex.startswith("PT") else until - timedelta(days=days)  # type: ignore[union-attr]
        return mention.start, Time(mention.text, first, until, "publication_date")
    return None


def _said(known: Times, sentence: int, start: int, end: int) -> Time | None:
    """The day on which an utterance was made, where its own sentence names it outside the utterance."""
    shown = known.story.scenes[sentence].sentence
    best: Pin | None = None
    for pin in known.pins[sentence]:
        behind = shown.folded[pin.end - shown.start :]
        if pin.grain != "day" or pin.text.endswith("末") or (start <= pin.start < end):
            continue
        if pin.start >= end or not _SAID.match(behind) or _RELATIVE.match(behind):
            continue
        best = pin
    return best.time() if best else None
