"""When a value held: the time of its own sentence, the session of a market wrap, the period that a result is about.

The rules are those of the contract: own sentence first; the undated sentences of a dated market wrap carry its session's
date; a result carries a period only where its own sentence names one; target prices have none; a quote's time is when it
was said.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from jijitsu.extract.linking.calendars import exchange_of, previous_session
from jijitsu.extract.linking.dates import shift_months
from jijitsu.extract.linking.fitting import compared, fits, in_bracket, near, reaches, tells_which
from jijitsu.extract.linking.pins import Pin
from jijitsu.extract.linking.said import when_said
from jijitsu.extract.linking.since import end_of_stretch, from_to, since_then, up_to_now, years_ago
from jijitsu.extract.linking.stretches import stretch_of
from jijitsu.extract.linking.times import Family, Times
from jijitsu.schemas.claim import Time

_GOES_WITH = re.compile(r"同(?:約)?[\d.・一二三四五六七八九〇]{1,6}(?:%|割|倍|ポイント)")
_MEANS = re.compile(r"計画|目標|方針|目指|予定|見通し|予想|見込")
# 公開価格の263香港ドルから2.3倍になった: no price of the session
_ISSUE_PRICE = re.compile(r"(?:公開価格|公募価格|売り出し価格|発行価格|仮条件)(?:の|は|が|\()?(?:約)?$")
_FROM_PEAK = re.compile(r"(?:の|に付けた)[^、。0-9]{0,10}(?:高値|安値|ピーク|水準)[^、。0-9]{0,6}から")
_BID = re.compile(r"(?:買い?付け|TOB|買収|買い取り|提示)価格(?:は|が|を)(?:1株(?:当たり)?)?(?:約)?$")
# 3年間で1000億円を投じる: what a firm does with money is to come, unless it is said to be done.
_TO_COME = re.compile(
    r"(?:ほど|程度|規模|超|以上)?を?(?:[^、。はがも0-9]{0,10}(?:投じる|投じ、|投資する|投資へ|充てる|費やす|かけて|拠出する|出資する|融資する|調達する|削減する|支払う)"
    r"|投資(?:$|[ 、。へ])|(?:投入|削減|調達)(?:$|[ 。へ]))"
)
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
_COMPANY_BRACKET = re.compile(r"[^\d円ルンロ元%兆億万]\($")
_YEAR_BEFORE = re.compile(
    r"(?P<word>前年同期|昨年同期|前年同月|昨年同月|前年同日|前の年の同じ月|前年|前の年|前期|前の期|前の四半期|前四半期|前月|昨年|去年|1年前|前年度|前週|前日|前営業日)"
    r"(?:実績)?(?:の終値)?(?:の|は|が|も|には)(?:約|およそ|営業)?[^、。0-9]{0,5}$"
)
_GROWS = re.compile(
    r"(?:に|へと?|まで)[^。]{0,6}(?:増え|増加|減っ|減少|減り|落ち込|拡大|縮小|伸び|膨らみ|膨らん|急増|急減|倍増|半減|改善|悪化|上がっ|下がっ|転落|転換|低下|上昇)"
)
_IF = re.compile(
    r"^[^。、]{0,12}(?:なら|れば|場合|たら(?!し)|すると)|^[^。]{0,50}(?:可能性|しかねな|あり得|恐れ|かもしれ|余地)"
)
_SOON = re.compile(
    r"^[^。]{0,45}(?:と予想|とみる|と見込|とみて|との見方|に達する|に迫る展開|予想する|見通し|が上値|上値目|下値目|を目指|が節目|目標)"
)


def time_for(known: Times, sentence: int, start: int, end: int, family: Family) -> tuple[Time | None, Time | None]:
    """Return (the time that the record shows, the period that a reader has in mind, inherited ones too).

    `start` and `end` are the value's or utterance's place, code points into the article; `sentence` is the index
    of its scene.
    """
    if family == "target":
        return None, None
    if family == "quote":
        found = when_said(known, sentence, start, end)
        return found, found
    shown = known.story.scenes[sentence].sentence
    before = shown.folded[: start - shown.start]
    # Turnover and fortunes are counted on the market's day, too.
    if (family == "quantity" and _OF_MARKET.search(before[-60:])) or (
        family == "financial" and _WEALTH.search(before[-60:])
    ):
        family = "cap"
    if _LAST_TIME.search(before[-8:]):
        return None, None
    if family == "quantity" and _apart(known, shown.folded, shown.start, sentence, start, end):
        return None, None
    issued = family == "market" and _ISSUE_PRICE.search(before[-12:]) is not None
    own = None if issued else _own(known, sentence, start, end, family)
    if own is not None:
        return own, own
    session = known.sessions[sentence]
    if family == "market" and session is not None and session.start >= end and _BID.search(before[-16:]):
        return None, session.time()  # 買い付け価格は4750円で、20日の終値を7%上回る
    if issued:
        return None, session.time() if session else None
    if family in ("market", "cap"):
        counted = known.counted[sentence]
        if (
            session is None
            and counted is not None
            and family == "cap"
            and not (
                _MOVES.match(behind := shown.folded[end - shown.start :])
                and not behind.startswith(("に", "まで", "へ"))
            )
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
    if back and _SHARE.search(shown.folded, start - shown.start, end - shown.start):
        back = None  # 前年同期の3倍強: how much now
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


# 応札倍率は3.05倍と前回の3.42倍から低下した: of the time before, whenever that was.
_LAST_TIME = re.compile(r"前回(?:の|は|が|実績の)(?:約)?$")
# 高速列車(8両編成), 回答した512校, 3214社を対象に: how it is, or who was asked
_ASIDE = re.compile(r"[一-鿿ァ-ヺー」』]\((?:約|およそ)?$")
_ASKED = re.compile(r"(?:回答|有効回答|調査)した(?:約)?$")
_ASKED_OF = re.compile(r"(?:余り|ほど|程度|以上)?を対象に(?:[^、。]{0,12}(?:調査|アンケート|聞|尋ね|実施))")


def _apart(known: Times, folded: str, offset: int, sentence: int, start: int, end: int) -> bool:
    """True for a count that the sentence's time says nothing of."""
    before, behind = folded[: start - offset], folded[end - offset :]
    if _ASKED.search(before[-12:]) or _ASKED_OF.match(behind):
        return True
    closed = folded.find(")", end - offset)
    dated = any(
        start - 20 < pin.start and pin.end <= offset + closed and pin.start >= start - 2 for pin in known.pins[sentence]
    )
    return closed >= 0 and _ASIDE.search(before[-4:]) is not None and not dated


_SHARE = re.compile(r"(?:倍|割|半分)(?:[強弱超]|以上|近く|余り|ほど|程度)?$")


def _inherited(pin: Pin) -> Time:
    return Time(pin.text, pin.days[0], pin.days[1], "context")


def _open_ended(known: Times, sentence: int, end: int) -> bool:
    """True if the value is one that may come: 160円を超えれば, 調整しかねない, に達すると予想する."""
    shown = known.story.scenes[sentence].sentence
    behind = shown.folded[end - shown.start :]
    return bool(_IF.match(behind) or _SOON.match(behind))


def _of_old_price(pin: Pin, folded: str, offset: int, start: int) -> bool:
    """True if the pin dates an old high that this value is not: 4255円まで買われ、6月29日の年初来高値4175円を更新した."""
    old = _OLD_PRICE.match(folded, pin.end - offset) or _OLD_MOVE.match(folded, pin.end - offset)
    return old is not None and start - offset != old.start("at")


# 昨日の193円高に対し、前引けは203円安
_OLD_MOVE = re.compile(r"の(?P<at>[0-9][0-9.,万]*(?:円(?:[0-9]+銭)?|ドル|ポイント|%))[高安]に(?:対し|比べ)")
_OLD_PRICE = re.compile(
    r"(?:の|に(?:つけ|付け|記録し)た)[^、。はが0-9]{0,8}[高安]値[(]?(?P<at>(?:[0-9][0-9.,万]*円?(?:[0-9]+銭)?)?)[)]?(?:を|に)[^、。はが]{0,8}(?:更新|上回|下回|抜|迫|突破|超え|接近|届|並|塗り替|割)"
)


def _own(known: Times, sentence: int, start: int, end: int, family: Family) -> Time | None:
    scene = known.story.scenes[sentence]
    shown, folded = scene.sentence, scene.sentence.folded
    before, behind = folded[: start - shown.start], folded[end - shown.start :]
    pins = [
        pin
        for pin in near(known.pins[sentence], start)
        if reaches(folded, pin, shown.start, start)
        and fits(pin, folded, shown.start, family)
        and not (family == "quantity" and compared(pin, folded, shown.start, start, end))
        and not (family == "market" and _of_old_price(pin, folded, shown.start, start))
    ]
    ahead = [pin for pin in pins if pin.end <= start]
    if family == "market":
        ahead = [pin for pin in ahead if not _of_result(pin, before, shown.start)]
    moves = _MOVES.match(behind) is not None or _MOVED.search(before[-40:]) is not None
    planned = (
        _MEANS.search(behind[:30]) or re.match(r"[^。、]{0,12}可能性", behind) or (not moves and _TO_COME.match(behind))
    )
    if family in ("market", "cap") and ahead and ahead[-1].text.endswith(("1年間", "1年")):
        return ahead[-1].time()  # 昨年1年間で125%上昇した
    length = None if planned else up_to_now(known, sentence, scene.of("duration"), before, shown.start, moves)
    if length is not None and (not ahead or length[0] > ahead[-1].start):
        return length[1]
    if (
        family in ("financial", "delivery", "quantity")
        and ahead
        and _FROM_PEAK.match(before[ahead[-1].end - shown.start :])
    ):
        return None  # 昨年11月の最高値から24%下落し、PERは140倍
    if stretched := from_to(ahead, folded, shown.start, before, family, known.story.setting.published):
        return stretched
    if family in ("market", "cap"):
        until = end_of_stretch(known, sentence)
        if moves and until is not None and (named := stretch_of(before, until)):
            return Time(named[0], *named[1], "context")
        times_as_much = folded[start - shown.start : end - shown.start].endswith("倍")
        if times_as_much and until and (ago := years_ago(known, sentence, before, family)):
            return Time(ago.text, ago.start, until, ago.resolved_by)  # 時価総額は5年前の12倍だ
        stretch = since_then(known, sentence, ahead, scene.of("basis"), before, shown.start, moves, family == "cap")
        if stretch is not None:
            return stretch
    back = _YEAR_BEFORE.search(before[-60:])
    if back and _SHARE.search(folded, start - shown.start, end - shown.start):
        back = None
    if ago := years_ago(known, sentence, before, family):
        # 10年前の6割に減った: how much now
        return None if _SHARE.search(folded, start - shown.start, end - shown.start) else ago
    if not ahead:
        if back and back.group("word") in ("前年", "昨年", "去年") and known.story.setting.published:
            year = known.story.setting.published.year - 1
            return Time(back.group("word"), date(year, 1, 1), date(year, 12, 31), "publication_date")
        return in_bracket(pins, folded, shown.start, end)
    pin = ahead[-1]
    if (
        pin.grain in ("day", "month")
        and _ahead(known, pin)
        and _changes_from(folded, start - shown.start, end - shown.start)
    ):
        return None  # 6月から定価を1200円から1350円に引き上げる: what it costs until then
    if family in ("financial", "delivery") and tells_which(pin, folded, shown.start, start, end):
        return None
    if _WAS.match(before[pin.end - shown.start :]):
        return None
    if family in ("financial", "delivery", "quantity") and _is_over(pin, before, shown.start):
        return None
    # 今年は昨年の21億ドルから45億ドルへ: the figure behind から is the earlier pin's.
    if (
        len(ahead) > 1
        and _is_past(known, pin)
        and re.match(r"(?:実績)?の[^、。]{0,8}\d[^、。]{0,14}から", before[pin.end - shown.start :])
    ):
        pin = ahead[-2]
    elif (
        pin.text in _YEARS_PAST or (family in ("financial", "delivery") and _is_past(known, pin))
    ) and _FROM_THEN.match(before[pin.end - shown.start :]):
        return None  # 25年の1310億ドルから5割増える
    elif back and pin.text != back.group("word"):
        return _earlier(pin, back.group("word"), folded)
    if (
        family in ("financial", "delivery")
        and pin.grain == "period"
        and behind.startswith("から")
        and pin.text not in (*_YEARS_PAST, "前年", "前の期")
        and _GROWS.search(behind[:40])
        and not _MEANS.search(folded)
        and not re.search(r"引き上げ|引き下げ|修正|見直|増額|減額|配当", folded)
    ):
        return _earlier(pin, "前年同期", folded)
    after = folded[pin.end - shown.start :]
    if ended := _ENDED.match(after):
        first = shift_months(pin.days[1] + timedelta(days=1), -12 if ended["year"] else -3)
        return Time(pin.text, first, pin.days[1], pin.how)  # 12月に終わった四半期
    if (after.startswith("までに") and "から" not in pin.text) or (
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
    if family in ("market", "cap") and pin.text.startswith("年初"):
        if times_as_much and until and after.startswith("の"):
            return Time(pin.text, pin.days[0], until, pin.how)  # 年初の約1.6倍
        return None if after.startswith("から") else pin.time()  # 年初から4割増え、6800億ドルで12位に入った
    if family == "market" and shown.role == "headline" and re.search(r"[ \u3000]", before[pin.end - shown.start :]):
        return None  # 26年の設備投資2000億ドル 株価は9%安
    if (
        family in ("market", "cap")
        and pin.grain == "year"
        and not re.match(r"(?:の|に|は|で(?!\d|初|最)|まで|通年|1年)", after)
    ):
        return None
    return pin.time()


def _of_result(pin: Pin, before: str, offset: int) -> bool:
    """True for what dates no price: [第3四半期]の売上高見通しが予想を上回り、8%高; [前週後半]に急落したトヨタは3%高."""
    behind = before[pin.end - offset :]
    if pin.grain == "period":
        return _RESULT.match(behind) is not None
    return pin.text.startswith(("前週", "先週", "先月", "前月")) and _DESCRIBING.match(behind) is not None


_RESULT = re.compile(
    r"(?:累計)?(?:の|に|は|、)?[^、。]{0,14}(?:売上|売り上げ|収益|利益|損益|決算|業績|見通し|増収|減収|増益|減益|配当|受注|赤字|黒字)"
)
_DESCRIBING = re.compile(
    r"(?:後半|前半|末|初め)?(?:に|、)[^、。はがも]{1,16}(?:した|だった|んだ|いた|った|けた|げた)[ァ-ヺー一-鿿A-Za-z]{1,16}[はがも]"
)
# 6月末までに終わる予定だったが、…工費は104億円; 現在の22%から25%に: the pin is of what stands before.
_OVER = re.compile(
    r"には[^。]{2,60}?[たる]が、[^、。]{0,8}(?:最近|近年|現在|今|数年)は|"
    r"に[^。]{2,60}?(?:ことが?も?あるが|ていたものの?で|ていたが)、|"
    r"(?:に(?!は)|から|まで|までに|以降|頃|ごろ)(?!終)[^。]{2,80}?(?:[たるだ]が|ため|もので|であり|ており|[0-9]年間で|の期間で)、[^。]{0,30}?[^、。]{2,20}は"
)
# 昨秋に800円だった株価は足元で2400円
_WAS = re.compile(r"に[^、。]{0,16}だった[^、。はがも]{1,12}[はがも]")
_FROM_NOW = re.compile(r"の[^、。]{0,12}[0-9][^、。]{0,8}から")
_AFTER = re.compile(r"(?:の[^、。0-9]{1,6})?以[降後]")
# 2001年から発売しており、販売台数は1億台: it has gone on since, the figure is of today.
_SINCE_THEN = re.compile(r"から[^、。0-9]{1,24}(?:て(?:おり|いて|いるが|きたが)|ているほか)、")


def _is_over(pin: Pin, before: str, offset: int) -> bool:
    """True if the pin belongs to a clause that has ended, and another topic stands in front of the value."""
    behind = before[pin.end - offset :]
    if pin.text == "現在":
        return _FROM_NOW.match(behind) is not None
    return pin.grain in ("day", "month", "year", "span") and _OVER.match(behind) is not None


_TO_ANOTHER = re.compile(r"から[^。0-9]{0,6}[0-9][0-9.,兆億万千]*[^、。0-9]{1,8}?(?:に|へ)")
_FORECAST = re.compile(r"予想|見通し|目標|計画|見込み|想定")


def _changes_from(folded: str, start: int, end: int) -> bool:
    """True for the figure that a change starts with, unless it is a forecast that is changed."""
    return _TO_ANOTHER.match(folded, end) is not None and _FORECAST.search(folded, 0, start) is None


def _is_past(known: Times, pin: Pin) -> bool:
    published = known.story.setting.published
    return published is not None and pin.days[1] < published


def _ahead(known: Times, pin: Pin) -> bool:
    published = known.story.setting.published
    return published is not None and pin.days[1] > published


_YEARS_PAST = ("前期", "昨年", "前年度", "昨年度")
_FROM_THEN = re.compile(r"(?:実績)?の[^、。]{0,8}\d[^、。]{0,14}から")
_EARLIER_RESULT = (
    "前年同期",
    "昨年同期",
    "前年同月",
    "昨年同月",
    "前の期",
    "前の年の同じ時期",
    "前四半期",
    "前の四半期",
)
_ENDED = re.compile(r"(?:に|で)(?:終わった|終了した|終わる)(?:四半期|3カ月|3か月|(?P<year>会計年度|1年|年度))")


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
