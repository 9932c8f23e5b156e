"""When a value held: the time of its own sentence, the session of a market wrap, the period that a result is about.

`times(story)` reads the article once; `time_for(...)` answers for one value. The rules are those of the contract: own
sentence first; the undated sentences of a dated market wrap carry its session's date; a result carries a period only
where its own sentence names one; target prices have none; a quote's time is when it was said.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Literal

import msgspec

from jijitsu.extract.fold import fold
from jijitsu.extract.linking.calendars import exchange_of, previous_session
from jijitsu.extract.linking.dates import NUM, number, shift_months
from jijitsu.extract.linking.pins import Pin, fiscal_of, pins_of
from jijitsu.extract.linking.stretches import stretch_of
from jijitsu.extract.story import Story
from jijitsu.schemas.claim import Time
from jijitsu.schemas.mention import Mention
from jijitsu.schemas.sentence import Sentence

Family = Literal["market", "target", "cap", "delivery", "financial", "quantity", "quote"]

_MARKET = re.compile(
    r"で終え|前日比|前営業日比|前週末比|\)[安高]|市場|取引|株式|株価|株は|相場|終値|日経平均|続落|続伸|反落|反発|急落|急騰|急伸|大引け|前引け|後場|前場|ダウ|ナスダック"
    r"|指数|寄り付き|引け|利回り|時価総額|為替|S&P|TOPIX|オンス|ドル=|ビットコイン|イーサ|暗号資産|仮想通貨|先物|原油|下落|上昇|値上がり|値下がり|買われ|売られ"
    r"|[0-9%円銭]安|[0-9%円銭]高"
)
# 12日の朝日新聞によれば, 20日の声明によると: a day that somebody told it.
_BY_PAPER = re.compile(
    r"(?:付け?|夜|朝|夕)?の?[^、。0-9]{0,16}(?:新聞|[同各]紙|記事|夕刊|朝刊|通信|放送|テレビ|ニュース|声明|発表|報告書?|アピール|会見)[^、。]{0,6}(?:によ[るれり]|では、)"
)
# A day that something was announced, held or told on is not the time of a result.
_TOLD = re.compile(
    r"^(?:に|には|、|付で|付けで|までに|夜|朝|夕|午前|午後|深夜|未明|の[^、。]{0,16}で|\([^)]{0,12}\)|に開[^、。]{0,12}で)*[^。]{0,80}?"
    r"(?:発表|公表|明らか|開示|まとめ|報じ|伝え|述べ|語っ|話し|説明|出そろ|会見|強調|指摘|集計|報道)"
    r"|^の?(?:取引終了後|大引け後|引け後|取引時間中|昼休み|立会終了後)"
)
_SAID = re.compile(r"^\s?(?:に|、|の|付|夜|朝|夕|午前|午後|深夜|未明|\(|発表|公表|コメント|会見|この)")
_ANOTHER = re.compile(r"(?:た|る|だ)(?:が|ため|ほか|一方)、|。")
_AFTERMATH = re.compile(
    r"^(?:の|まで)[^、。]{0,30}(?:を受け|を背景|に対する|に続|を好感|を嫌気|の反動|の流れ|を引き継|につれ|を手掛かり|を眺め|が追い風|が重荷|が支え|が波及|が好感|が嫌気)"
)
_GOES_WITH = re.compile(r"同(?:約)?[\d.・一二三四五六七八九〇]{1,6}(?:%|割|倍|ポイント)")
_FROM = re.compile(
    r"(?:以降|に入(?:って|り)(?:から)?|から|からの(?:下落|上昇|騰落|下げ|上げ|増加|減少|目減り|伸び)\S{0,3}[はがも]|と比べ|に比べ)"
)
_MEANS = re.compile(r"計画|目標|方針|目指|予定|見通し|予想|見込")
_MOVES = re.compile(
    r"^[^、。\d(]{0,8}?(?:増|減|膨ら|失|吹き飛|消え|蒸発|上積み|縮|伸び|上昇|下落|上が|下が|値上|値下|高(?!の)|安(?!の)|急騰|急落)"
)
# 週間の減少額は4700億ドルに達した, 1カ月で失われた時価総額は2兆円
_MOVED = re.compile(
    r"(?:増加額|減少額|増加幅|減少幅|増加分|減少分|上昇率|下落率|騰落率|増加率|減少率|上昇幅|下落幅|上げ幅|下げ幅|値上がり率|値下がり率|増加|減少|目減り|失われた[^、。0-9]{0,6}|消えた[^、。0-9]{0,6}|増えた[^、。0-9]{0,6}|減った[^、。0-9]{0,6})(?:は|が|も|で)[^、。0-9]{0,12}$"
)
_OF_MARKET = re.compile(
    r"(?:売買代金|売買高|出来高|取引総額|取引高|商い|応札|空売り|利回り|騰落|占める割合|値上がり|値下がり|騰落|横ばい)[^。]{0,20}$"
)
_WEALTH = re.compile(r"(?:純資産|個人資産|保有資産|氏の資産|の富)[^。]{0,15}$")
_COUNTS = re.compile(r"の終値(?:で|を|に|ベース)|時点|現在")
_COMPANY_BRACKET = re.compile(r"[^\d円ルンロ元%兆億万]\($")
_RELATIVE = re.compile(r"^(?:に|、)?(?:開いた|開かれた)?(?:発表|公表|発足|発売|公開|まとめ)した(?![。、と])")
_YEAR_BEFORE = re.compile(
    r"(?P<word>前年同期|前年同月|前年同日|前の年の同じ月|前年|前の年|前期|前の期|前の四半期|前四半期|前月|昨年|去年|1年前|前年度|前週|前日|前営業日)"
    r"(?:実績)?(?:の終値)?(?:の|は|が|も|には)(?:約|およそ|営業)?[^、。0-9]{0,5}$"
)
_GROWS = re.compile(
    r"(?:に|へと?|まで)[^。]{0,6}(?:増え|増加|減っ|減少|減り|落ち込|拡大|縮小|伸び|膨らみ|膨らん|急増|急減|倍増|半減|改善|悪化|上がっ|下がっ|転落|転換|低下|上昇)"
)
_LENGTH = re.compile(r"P(?P<clock>T?)(?P<count>\d{1,4})(?P<unit>[YMWDH])")
_OPEN_WORDS = ("通期", "今期", "来期", "前期", "当期", "現在")
_IF = re.compile(
    r"^[^。、]{0,12}(?:なら|れば|場合|たら(?!し)|すると)|^[^。]{0,50}(?:可能性|しかねな|あり得|恐れ|かもしれ|余地)"
)
_SOON = re.compile(
    r"^[^。]{0,45}(?:と予想|とみる|と見込|とみて|との見方|に達する|に迫る展開|予想する|見通し|が上値|上値目|下値目|を目指|が節目|目標)"
)


class Times(msgspec.Struct, frozen=True):
    """What each sentence says of time by itself, and what it inherits. Tuples run parallel to the story's scenes."""

    story: Story
    pins: tuple[tuple[Pin, ...], ...]
    sessions: tuple[Pin | None, ...]
    """The day of the market wrap that the sentence belongs to."""
    periods: tuple[Pin | None, ...]
    """The last period named before the sentence."""
    counted: tuple[Pin | None, ...]
    """The day as of which the sentence's paragraph counts: 12月30日の終値で集計した, 年末時点の."""
    market: bool
    """The article tells of a market's day."""


def times(story: Story) -> Times:
    """Read all scenes once."""
    fiscal, published = fiscal_of(story), story.setting.published
    pins: list[tuple[Pin, ...]] = []
    sessions: list[Pin | None] = []
    periods: list[Pin | None] = []
    counted: list[Pin | None] = []
    session: Pin | None = None
    as_of: tuple[int, Pin] | None = None
    day: Pin | None = None
    period: Pin | None = None
    for scene in story.scenes:
        own = pins_of(scene, fiscal, published, day or session, period) if scene.sentence.role != "furniture" else ()
        periods.append(period)
        body = scene.sentence.role == "body"
        # A date stuck to a headline is a timestamp: it opens no session.
        moved = _session(scene.sentence, own, published) if body else None
        session = moved or session
        sessions.append(session if body else None)
        pins.append(own)
        as_of = _as_of(scene.sentence, own) or as_of
        counted.append(as_of[1] if body and as_of and as_of[0] == scene.sentence.paragraph else None)
        day = next((pin for pin in reversed(own) if pin.grain == "day" and not _long_ago(pin, day)), day)
        period = next((pin for pin in reversed(own) if pin.grain in ("period", "year", "month")), period)
    return Times(story, tuple(pins), tuple(sessions), tuple(periods), tuple(counted), session is not None)


def _long_ago(pin: Pin, day: Pin | None) -> bool:
    """True for the day of an old record, which 同日 does not mean: 記録は1933年7月25日だった。同日、館林市で40度."""
    return day is not None and (day.days[0] - pin.days[0]).days > 300


def _as_of(sentence: Sentence, pins: tuple[Pin, ...]) -> tuple[int, Pin] | None:
    """(paragraph, day) where a sentence counts as of a day."""
    for pin in pins:
        if pin.grain == "day" and _COUNTS.match(sentence.folded[pin.end - sentence.start :]):
            return sentence.paragraph, pin
    return None


def _session(sentence: Sentence, pins: tuple[Pin, ...], published: date | None) -> Pin | None:
    """The market day that a sentence opens, if it does: 17日の東京株式市場で; not 前日の米ハイテク株高を受けて."""
    if not _MARKET.search(sentence.folded):
        return None
    for pin in reversed(pins):
        if pin.grain != "day" or pin.text in ("前日", "翌日", "現在") or pin.text.endswith(("末", "年内")):
            continue
        if published is not None and not -40 <= (pin.days[0] - published).days <= 1:
            continue
        behind = sentence.folded[pin.end - sentence.start :]
        if not _RELATIVE.match(behind) and not re.match(
            r"(?:の?終値|の?時点|末)?(?:から(?![0-9同翌])|以降|以来|に比べ|と比べ|比)|(?:に|、)[^。]{0,30}発表|の終値で集計|時点|[^、。]{0,20}を?(?:控え|前に)|に付けた|(?:の?大)?引け後|の?取引終了後",
            behind,
        ):
            return pin
    return None


def time_for(known: Times, sentence: int, start: int, end: int, family: Family) -> tuple[Time | None, Time | None]:
    """Return (the time that the record shows, the period that a reader has in mind, inherited ones too).

    `start` and `end` are the value's or utterance's place, code points into the article; `sentence` is the index
    of its scene.
    """
    if family == "target":
        return None, None
    if family == "quote":
        found = _said(known, sentence, start, end)
        return found, found
    shown = known.story.scenes[sentence].sentence
    before = shown.folded[: start - shown.start]
    # Turnover and fortunes are counted on the market's day, too.
    if (family == "quantity" and _OF_MARKET.search(before[-60:])) or (
        family == "financial" and _WEALTH.search(before[-60:])
    ):
        family = "cap"
    own = _own(known, sentence, start, end, family)
    if own is not None:
        return own, own
    session = known.sessions[sentence]
    if family in ("market", "cap"):
        counted = known.counted[sentence]
        if (
            session is None
            and counted is not None
            and family == "cap"
            and not _MOVES.match(shown.folded[end - shown.start :])
        ):
            session = None if shown.folded.startswith("から", end - shown.start) else counted
        if (
            session is None
            or _open_ended(known, sentence, end)
            or (family == "cap" and session is not counted and _COMPANY_BRACKET.search(before[-4:]))
        ):
            return None, session.time() if session else None
        carried = _inherited(session)
        return carried, carried
    period = known.periods[sentence]
    if period is None:
        return None, None
    back = _YEAR_BEFORE.search(shown.folded[: start - shown.start])
    if family in ("financial", "delivery") and shown.role == "body" and back and back.group("word") in _EARLIER_RESULT:
        carried = _earlier(period, back.group("word"), shown.folded)
        return carried, carried
    # 同5%増 compares with the year before what was named last: the sentence goes on with its period.
    if family in ("financial", "delivery") and shown.role == "body" and _GOES_WITH.search(shown.folded):
        back = _YEAR_BEFORE.search(shown.folded[: start - shown.start])
        behind = shown.folded[end - shown.start : end - shown.start + 40]
        word = (
            back.group("word") if back else "前年同期" if behind.startswith("から") and _GROWS.search(behind) else None
        )
        carried = _earlier(period, word, shown.folded) if word else _inherited(period)
        return carried, carried
    return None, period.time()


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
    pins = [
        pin
        for pin in _near(known.pins[sentence], start)
        if _reaches(folded, pin, shown.start, start) and _fits(pin, folded, shown.start, family)
    ]
    ahead = [pin for pin in pins if pin.end <= start]
    planned = _MEANS.search(behind[:30])
    moves = _MOVES.match(behind) is not None or _MOVED.search(before[-40:]) is not None
    length = None if planned else _since(known, sentence, scene.of("duration"), before, shown.start, moves)
    if length is not None and (not ahead or length[0] > ahead[-1].start):
        return length[1]
    if stretched := _from_to(ahead, folded, shown.start, before, family):
        return stretched
    if family in ("market", "cap"):
        until = _until(known, sentence)
        if moves and until is not None and (named := stretch_of(before, until)):
            return Time(named[0], *named[1], "context")
        times_as_much = folded[start - shown.start : end - shown.start].endswith("倍")
        if times_as_much and until and (ago := _ago(known, sentence, before, family)):
            return Time(ago.text, ago.start, until, ago.resolved_by)  # 時価総額は5年前の12倍だ
        stretch = _stretch(known, sentence, ahead, scene.of("basis"), before, shown.start, moves, family == "cap")
        if stretch is not None:
            return stretch
    back = _YEAR_BEFORE.search(before[-60:])
    if back and folded[start - shown.start : end - shown.start].endswith(("倍", "割", "半分")):
        back = None
    if ago := _ago(known, sentence, before, family):
        return ago
    if not ahead:
        if back and back.group("word") in ("前年", "昨年", "去年") and known.story.setting.published:
            year = known.story.setting.published.year - 1
            return Time(back.group("word"), date(year, 1, 1), date(year, 12, 31), "publication_date")
        return _bracketed(pins, folded, shown.start, end)
    pin = ahead[-1]
    if family in ("financial", "delivery", "quantity") and _is_over(pin, before, shown.start):
        return None
    # 今年は昨年の21億ドルから45億ドルへ: the figure behind から is the earlier pin's.
    if len(ahead) > 1 and re.match(r"の[^、。]{0,8}\d[^、。]{0,14}から", before[pin.end - shown.start :]):
        pin = ahead[-2]
    elif pin.text in ("前期", "昨年", "前年度", "昨年度") and re.match(
        r"の[^、。]{0,8}\d[^、。]{0,14}から", before[pin.end - shown.start :]
    ):
        return None
    elif back and pin.text != back.group("word"):
        return _earlier(pin, back.group("word"), folded)
    if (
        family in ("financial", "delivery")
        and pin.grain == "period"
        and behind.startswith("から")
        and _GROWS.search(behind[:40])
        and not _MEANS.search(folded)
        and not re.search(r"引き上げ|引き下げ|修正|見直|増額|減額|配当", folded)
    ):
        return _earlier(pin, "前年同期", folded)
    after = folded[pin.end - shown.start :]
    if ended := _ENDED.match(after):
        first = shift_months(pin.days[1] + timedelta(days=1), -12 if ended["year"] else -3)
        return Time(pin.text, first, pin.days[1], pin.how)  # 12月に終わった四半期
    if after.startswith("までに") or (
        family in ("market", "cap")
        and pin.grain in ("period", "year")
        and after.startswith("に")
        and _ahead(known, pin)
    ):
        return Time(pin.text, pin.days[1], pin.days[1], pin.how)
    published = known.story.setting.published
    if (
        _AFTER.match(after)
        and family in ("financial", "delivery", "quantity")
        and published
        and pin.days[0] < published
    ):
        return Time(pin.text, pin.days[0], published, pin.how)  # 今年3月以降、11件あった
    if family in ("financial", "delivery", "quantity") and _SINCE_THEN.match(after):
        return None
    session = known.sessions[sentence]
    if family in ("market", "cap") and after.startswith("にかけて") and session and session.days[0] < pin.days[1]:
        return Time(pin.text, session.days[0], pin.days[1], pin.how)
    if (
        family in ("market", "cap")
        and pin.grain == "year"
        and not re.match(r"(?:の|に|は|で(?!\d|初|最)|まで|通年|1年)", after)
    ):
        return None
    return pin.time()


# 6月末までに終わる予定だったが、…工費は104億円; 現在の22%から25%に: the pin is of what stands before.
_OVER = re.compile(
    r"には[^。]{2,60}?[たる]が、[^、。]{0,8}(?:最近|近年|現在|今|数年)は|"
    r"(?:に(?!は)|から|まで|までに|以降|頃|ごろ)(?!終)[^。]{2,80}?(?:[たるだ]が|ため|もので|であり|ており|[0-9]年間で|の期間で)、[^。]{0,30}?[^、。]{2,20}は"
)
_FROM_NOW = re.compile(r"の[^、。]{0,12}[0-9][^、。]{0,8}から")
_AFTER = re.compile(r"(?:の[^、。0-9]{1,6})?以[降後]")
# 2001年から発売しており、販売台数は1億台: it has gone on since, the figure is of today.
_SINCE_THEN = re.compile(r"から[^、。0-9]{1,24}(?:て(?:おり|いて|いるが|きたが)|ているほか)、")
_SPAN_BEHIND = re.compile(r"までの(?:直近)?([0-9]{1,2}|一|二|三)(週間|日間|カ月|か月|年)")
_KANJI_COUNT = {"一": 1, "二": 2, "三": 3}


def _is_over(pin: Pin, before: str, offset: int) -> bool:
    """True if the pin belongs to a clause that has ended, and another topic stands in front of the value."""
    behind = before[pin.end - offset :]
    if pin.text == "現在":
        return _FROM_NOW.match(behind) is not None
    return pin.grain in ("day", "month", "year", "span") and _OVER.match(behind) is not None


def _from_to(ahead: list[Pin], folded: str, offset: int, before: str, family: Family) -> Time | None:
    """5日から11日までに販売された, 2日までの1週間に: a stretch of days that ends with the last pin."""
    if len(ahead) > 1 and ahead[-1].grain == ahead[-2].grain == "month":
        return _months_from_to(ahead[-2], ahead[-1], folded, offset)
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
    if len(ahead) < 2 or ahead[-2].grain != "day" or not behind.startswith("まで"):
        return None
    joined = folded[ahead[-2].end - offset : last.start - offset]
    if joined in ("から", "~", "から今月", "から翌") or (family in ("market", "cap") and before.endswith("まで")):
        return Time(f"{ahead[-2].text}…{last.text}", ahead[-2].days[0], last.days[1], last.how)
    return None


def _months_from_to(first: Pin, last: Pin, folded: str, offset: int) -> Time | None:
    """2005年9月から2006年9月の1年間で: the months between."""
    joined = folded[first.end - offset : last.start - offset]
    if joined not in {"から", "~", "-"} or not _RUN.match(folded, last.end - offset):
        return None
    return Time(f"{first.text}…{last.text}", first.days[0], last.days[1], last.how)


_RUN = re.compile(r"まで|にかけ|の(?:約)?(?:[0-9]{1,2}|[一二三半])(?:年|カ月|か月|ヶ月)間?|の間|の期間")


def _until(known: Times, sentence: int) -> date | None:
    """The day to which a stretch runs: the session's, the day as of which is counted, the publication's."""
    pin = known.sessions[sentence] or known.counted[sentence]
    return pin.days[1] if pin else known.story.setting.published


def _ahead(known: Times, pin: Pin) -> bool:
    published = known.story.setting.published
    return published is not None and pin.days[1] > published


def _stretch(
    known: Times, sentence: int, ahead: list[Pin], bases: tuple[Mention, ...], before: str, offset: int, moves: bool,
    wide: bool,
) -> Time | None:  # fmt: skip
    """昨年7月の最高値時から, 昨年末から, 1年前から, 年初来で: from that day to the session's.

    `wide`: the stretch may be named clauses before (昨年末比で最も増えたのはA社で、2兆円膨らんだ).
    """
    until = _until(known, sentence)
    if until is None:
        return None
    pin = ahead[-1] if ahead else None
    # 2025年末の時価総額は30兆円と、2024年末から5兆円増えた: the later day stands in the sentence, too.
    if len(ahead) > 1 and ahead[-2].grain == "day" and ahead[-2].days[1] > ahead[-1].days[1]:
        until = ahead[-2].days[1]
    if pin is not None and (
        _SINCE_PIN.match(tail := before[pin.end - offset :]) or (moves and _SINCE_LEVEL.match(tail))
    ):
        start = pin.days[0] if pin.days[0] <= until else shift_months(pin.days[0], -12)  # 6月の高値から, told in March
        if start < until:
            return Time(pin.text, start, until, "context")
    for basis in reversed(bases):
        tail = before[basis.end - offset :]
        if re.fullmatch(r"の約?[\d.]+[兆億万\d]*\S{1,4}から\S{0,4}", tail):
            tail = "から"
        far = "[。0-9]" if wide and moves else "[、。]"
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


_SINCE_PIN = re.compile(
    r"(?:(?:の|に付けた|に記録した)[^、。]{0,25}?(?:高値|安値|ピーク|最低値)[^、。]{0,12}?|の?時点)?"
    rf"(?:{_FROM.pattern}[^、。\d]{{0,10}}|(?:以降|以来)、[^、。\d]{{0,30}})$"
)
# 昨年末の20兆円から2兆円増えた, 1月末比2兆円増
_SINCE_LEVEL = re.compile(
    r"(?:(?:時点)?の約?[\d.,兆億万]+(?:円|ドル|ユーロ|ポンド|ウォン|元|台湾ドル|香港ドル)(?:台|前後|余り|強|弱)?から|比(?:で|では)?|より)[^、。\d]{0,10}$"
)
_YEARS_AGO = re.compile(rf"(?P<count>{NUM})年前[にの][^、。0-9]{{0,6}}$")


def _ago(known: Times, sentence: int, before: str, family: Family) -> Time | None:
    """2年前に800億円だった時価総額: the day then; 3年前の82%: the year."""
    match, until = _YEARS_AGO.search(before), _until(known, sentence)
    if match is None or until is None:
        return None
    count = number(match["count"])
    if family in ("market", "cap"):
        day = shift_months(until, -12 * count)
        return Time(f"{match['count']}年前", day, day, "context")
    year = until.year - count
    return Time(f"{match['count']}年前", date(year, 1, 1), date(year, 12, 31), "publication_date")


def _near(pins: tuple[Pin, ...], start: int) -> tuple[Pin, ...]:
    """The pins about a place, so that a sentence of a thousand dates is read as fast as another."""
    at = sum(pin.end <= start for pin in pins)
    return pins[max(0, at - 8) : at + 2]


def _reaches(folded: str, pin: Pin, offset: int, start: int) -> bool:
    """False if the pin stands in a bracket that closes before the value, or in a relative clause of its own."""
    depth = int(bool(_MONTHS_OF.search(folded, 0, pin.start - offset)))  # 第2四半期累計(1~6月)の
    for sign in folded[pin.end - offset : max(start - offset, pin.end - offset)]:
        depth += (sign in "(「『") - (sign in ")」』")
        if depth < 0:
            return False
    return True


# 前日と変わらずの1.01%, 前日の同時刻比3.7%高: what is compared with.
_ONLY_COMPARED = re.compile(
    r"(?:の)?(?:終値|同時刻|同時点)?(?:を挟|と変わ|と同[じ水額率]|並み|と横ばい|比|に比べ|と比べ)"
)
# 前日に予想を引き下げたオリンパスは7.8%安: a clause that tells who it is.
_CLAUSE_OF = re.compile(
    r"に(?![^、。]{0,24}(?:付けた|記録した|終えた|始まった|ぶりに))[^、。はが]{2,24}(?<=[しいけげえめれっん])[ただ](?=[ァ-ヺ一-鿿A-Z][^、。はがも]{0,20}[はがも])"
)
# 2004年に開設された同大の合格者は3名, 1991年から続いた8チーム体制: a clause that tells which one it is.
_DESCRIBED = re.compile(
    r"(?:に|から)[^、。はがでも0-9]{0,16}(?:開設|設立|創業|創設|発足|結成|開業|開校|発売|出版|刊行|公開|公表|発表|放送|放映|建設|建造|建て|製造|竣工|完成|就航|導入|制定|施行|公布|続い|続く)"
    r"(?:された|した|られた|ている|た)?(?=[ァ-ヺ一-鿿A-Z0-9「『][^、。はがも]{0,20}[はも、])"
)
_EARLIER_RESULT = ("前年同期", "前年同月", "前の期", "前の年の同じ時期")
_ENDED = re.compile(r"(?:に|で)(?:終わった|終了した|終わる)(?:四半期|3カ月|3か月|(?P<year>会計年度|1年|年度))")
_CARRIED = ("前期", "前年", "前年度", "昨年度")
_AS_BEFORE = re.compile(r"(?:から|実績|と)?(?:の)?(?:据え置き|同額|同じ|並み|比)")
_MONTHS_OF = re.compile(r"(?:四半期|累計(?:期間)?|上期|上半期|中間期|期間)\($")


def _fits(pin: Pin, folded: str, offset: int, family: Family) -> bool:
    """True if a pin of this kind can be the time of such a value."""
    behind = folded[pin.end - offset :]
    if pin.grain == "day" and _ONLY_COMPARED.match(behind):
        return family in ("market", "cap") and pin.text.endswith("末")  # 1月末比2兆円増: a stretch
    if family in ("market", "cap"):
        if pin.grain == "day" and _CLAUSE_OF.match(behind):
            return False
        return not (_RELATIVE.match(behind) or _AFTERMATH.match(behind) or pin.text in _OPEN_WORDS)
    if pin.text in _CARRIED and _AS_BEFORE.match(behind):
        return False  # 年間配当は前期据え置きの80円
    if pin.text == "現在":
        return family in ("quantity", "financial")
    if _DESCRIBED.match(behind):
        return False
    if pin.grain != "day" or pin.text.endswith(("末", "年内")) or re.match(r"(?:まで|時点|現在)", behind):
        return True
    return not (_TOLD.match(behind) or _BY_PAPER.match(behind))


def _bracketed(pins: list[Pin], folded: str, offset: int, end: int) -> Time | None:
    """A period in a bracket right behind the value: 12億円(2025年3月期)."""
    for pin in pins:
        closed = folded[pin.end - offset : pin.end - offset + 1] == ")"
        if closed and pin.start >= end and re.fullmatch(r"[^、。(]{0,4}\(", folded[end - offset : pin.start - offset]):
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
    known: Times, sentence: int, lengths: tuple[Mention, ...], before: str, offset: int, moves: bool
) -> tuple[int, Time] | None:
    """1年で, この3カ月で, 24時間で and 年初来: the stretch up to the day in force, with the place where it is
    named.
    """
    until = _until(known, sentence)
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
                or (moves and re.match("間?に", tail) and _LATELY.search(before[: mention.start - offset]))
            )
            or "。" in tail
            or len(tail) > (40 if moves else 25)
            or (not moves and re.search(r"\d", tail))
        ):
            continue
        # 2025年の1年間で: the year is named.
        if any(mention.start - pin.end in (0, 1) and pin.grain != "day" for pin in known.pins[sentence]):
            continue
        first = _start(
            until, match["clock"] + match["unit"], int(match["count"]), inclusive=mention.text.endswith("間")
        )
        if first is not None:
            return mention.start, Time(mention.text, first, until, "publication_date")
    return None


_LATELY = re.compile(r"(?:過去|直近|この|ここ)(?:の)?$")


def _start(until: date, unit: str, count: int, *, inclusive: bool) -> date | None:
    """The first day of a stretch that ends with `until`; None for 1日 and hours that make no whole days."""
    if unit in ("Y", "M"):
        return shift_months(until, -count * (12 if unit == "Y" else 1))
    if unit == "W":
        return until - timedelta(weeks=count)
    if unit == "D":
        return until - timedelta(days=count - inclusive) if count > 1 else None
    return until - timedelta(days=count // 24) if unit == "TH" and count % 24 == 0 else None


def _said(known: Times, sentence: int, start: int, end: int) -> Time | None:
    """The day on which an utterance was made, where its own sentence names it outside the utterance."""
    shown = known.story.scenes[sentence].sentence
    best: Pin | None = None
    for pin in _near(known.pins[sentence], start) + _near(known.pins[sentence], end)[-2:]:
        behind = shown.folded[pin.end - shown.start :]
        if pin.text.endswith(("末", "年内")) or start <= pin.start < end or pin.start >= end + 15 or pin.text == "現在":
            continue
        if pin.grain != "day" and not (pin.end + 2 == start and behind.startswith("に")):
            continue
        if not _SAID.match(behind) or _RELATIVE.match(behind):
            continue
        if pin.end <= start and _ANOTHER.search(shown.folded[pin.end - shown.start : start - shown.start]):
            continue
        if shown.folded.startswith(("」など", "など"), end - shown.start) and pin.grain == "day":
            continue
        best = pin
    return best.time() if best else None
