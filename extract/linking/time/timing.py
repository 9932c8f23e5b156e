"""When a value held: the time of its own sentence, the session of a market wrap, the period that a result is about.

The rules are those of the contract: own sentence first; the undated sentences of a dated market wrap carry its session's
date; a result carries a period only where its own sentence names one; target prices have none; a quote's time is when it
was said.
"""

from __future__ import annotations

from jijitsu.extract.linking.time.dating import MOVES
from jijitsu.extract.linking.time.earlier import YEAR_BEFORE, earlier
from jijitsu.extract.linking.time.own_sentence import SHARE
from jijitsu.extract.linking.time.own_time import GROWS, own_time
from jijitsu.extract.linking.time.pins import Pin
from jijitsu.extract.linking.time.said import when_said
from jijitsu.extract.linking.time.times import Family, Times
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Time

_GOES_WITH = regex(r"同(?:約)?[\d.・一二三四五六七八九〇]{1,6}(?:%|割|倍|ポイント)")
# 公開価格の263香港ドルから2.3倍になった: no price of the session
_ISSUE_PRICE = regex(r"(?:公開価格|公募価格|売り出し価格|発行価格|仮条件)(?:の|は|が|\()?(?:約)?$")
_FORECAST = regex(r"予想|見通し|計画|目標")
_BID = regex(r"(?:買い?付け|TOB|買収|買い取り|提示)価格(?:は|が|を)(?:1株(?:当たり)?)?(?:約)?$")
_OF_MARKET = regex(
    r"(?:売買代金|売買高|出来高|取引総額|取引高|商い|応札|空売り|利回り|騰落|占める割合|値上がり|値下がり|騰落|横ばい)[^。]{0,20}$"
)
# プライム上場銘柄の6割が値上がりした
_ISSUES_MOVED = regex(
    r"(?:超|強|弱|近く|余り|以上)?(?:の銘柄)?(?:が|は)(?:値上がり|値下がり)|(?:超|強|弱|近く|余り|以上)?の銘柄(?:が|は)(?:上昇|下落)"
)
_WEALTH = regex(r"(?:純資産|個人資産|保有資産|氏の資産|の富)[^。]{0,15}$")
_COMPANY_BRACKET = regex(r"[^\d円ルンロ元%兆億万]\($")
_IF = regex(
    r"^[^。、]{0,12}(?:なら|れば|場合|たら(?!し)|すると)|^[^。]{0,50}(?:可能性|しかねな|あり得|恐れ|かもしれ|余地)"
)
_SOON = regex(
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
    issues = _ISSUES_MOVED.match(shown.folded, end - shown.start)
    if (family == "quantity" and (issues or _OF_MARKET.search(before[-60:]))) or (
        family == "financial" and _WEALTH.search(before[-60:])
    ):
        family = "cap"
    if _LAST_TIME.search(before[-8:]) or (family in ("quantity", "cap") and _AVERAGE.search(before[-20:])):
        return None, None
    if family == "quantity" and _apart(known, shown.folded, shown.start, sentence, start, end):
        return None, None
    issued = family == "market" and _ISSUE_PRICE.search(before[-12:]) is not None
    own = None if issued else own_time(known, sentence, start, end, family)
    if own is not None:
        return own, own
    session = known.sessions[sentence]
    if family == "market" and session is not None and session.start >= end and _BID.search(before[-16:]):
        return None, session.time()  # 買い付け価格は4750円で、20日の終値を7%上回る
    if issued:
        return None, session.time() if session else None
    if session is None and family == "market" and _ON_NEWS.search(before):
        session = known.news[sentence]  # 4日、減益を発表した。これを受けて株価は一時6%下げた
    if family in ("market", "cap"):
        counted = known.counted[sentence]
        if (
            session is None
            and counted is not None
            and family == "cap"
            and not (
                MOVES.match(behind := shown.folded[end - shown.start :]) and not behind.startswith(("に", "まで", "へ"))
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
    back = YEAR_BEFORE.search(shown.folded[: start - shown.start])
    if back and SHARE.search(shown.folded, start - shown.start, end - shown.start):
        back = None  # 前年同期の3倍強: how much now
    if family in ("financial", "delivery") and shown.role == "body" and back and _of_result(back.group("word")):
        if back.group("word") in ("前年同期", "昨年同期") and not 32 < (period.days[1] - period.days[0]).days < 300:
            return None, period.time()  # 今期は増益だ。中間配当は25円(前年同期は20円)とする
        carried = earlier(period, back.group("word"), shown.folded)
        return carried, carried
    # 同5%増 compares with the year before what was named last: the sentence goes on with its period.
    if family in ("financial", "delivery") and shown.role == "body" and _goes_on(known, sentence):
        back = YEAR_BEFORE.search(shown.folded[: start - shown.start])
        behind = shown.folded[end - shown.start : end - shown.start + 40]
        word = (
            back.group("word") if back else "前年同期" if behind.startswith("から") and GROWS.search(behind) else None
        )
        carried = earlier(period, word, shown.folded) if word else _inherited(period)
        return carried, carried
    return None, period.time()


_ON_NEWS = regex(
    r"(?:発表|公表|報道|決算|これ|修正|受注|提携|買収)(?:など)?(?:を(?:受け|好感|嫌気|材料視)|が(?:好感|嫌気|材料視))"
)
# 応札倍率は3.05倍と前回の3.42倍から低下した: of the time before, whenever that was.
_LAST_TIME = regex(r"前回(?:の|は|が|実績の)(?:約)?$")
# 直近20営業日の平均は184億株, 5年平均の74.6%
_AVERAGE = regex(
    r"(?:[0-9]{1,3}(?:営業)?日(?:間)?|[0-9]{1,2}(?:年間?|カ月間?|か月間?))(?:の)?(?:移動)?平均(?:は|の|が|を|\()(?:約)?$"
)
# 高速列車(8両編成), 回答した512校, 3214社を対象に: how it is, or who was asked
_ASIDE = regex(r"[一-鿿ァ-ヺー」』]\((?:約|およそ)?$")
# 北海岳(標高2141メートル), 2月に見つかった直径45メートルの小惑星: how big it is at any time
_SIZED = regex(r"(?P<opened>\()?(?:標高|海抜|直径|全長|定員|排水量|身長|体重)(?:約|およそ)?$")
_IN_BRACKET = regex(
    r"\((?:[^()]{1,16}、)?(?:高さ|幅|長さ|全高|深さ|厚さ|重さ|面積|総?延長|延べ床面積|総重量|水深|容量|出力|座席数|客席数|乗員)は?(?:約|およそ)?$"
)
_SQUARE = regex(r"(?:四方|角|平方|立方)の")
_ASKED = regex(r"(?:回答|有効回答|調査)した(?:約)?$")
_ASKED_OF = regex(r"(?:余り|ほど|程度|以上)?を対象に(?:[^、。]{0,12}(?:調査|アンケート|聞|尋ね|実施|行わ|行っ))")


def _goes_on(known: Times, sentence: int) -> bool:
    """True where 同 points to a sentence before: 純利益は同5%増だった; not in a forecast that says 前期比4%増 first."""
    scene = known.story.scenes[sentence]
    same = _GOES_WITH.search(scene.sentence.folded)
    if same is None:
        return False
    own = any(basis.end <= scene.sentence.start + same.start() for basis in scene.of("basis"))
    return not own or _FORECAST.search(scene.sentence.folded) is None


def _apart(known: Times, folded: str, offset: int, sentence: int, start: int, end: int) -> bool:
    """True for a count that the sentence's time says nothing of."""
    before, behind = folded[: start - offset], folded[end - offset :]
    if _ASKED.search(before[-12:]) or _ASKED_OF.match(behind):
        return True
    if _SQUARE.match(behind):
        return True
    if _IN_BRACKET.search(before[-28:]):
        return True  # 手すり(高さ70センチ)が崩れた
    if (size := _SIZED.search(before[-12:])) and (size["opened"] or behind.startswith("の")):
        return True
    closed = folded.find(")", end - offset)
    dated = any(
        pin.end == start - 1  # 1991年度(43万8千人)
        or (start - 20 < pin.start and pin.end <= offset + closed and pin.start >= start - 2)
        for pin in known.pins[sentence]
    )
    return closed >= 0 and _ASIDE.search(before[-4:]) is not None and not dated


def _inherited(pin: Pin) -> Time:
    return Time(pin.text, pin.days[0], pin.days[1], "context")


def _open_ended(known: Times, sentence: int, end: int) -> bool:
    """True if the value is one that may come: 160円を超えれば, 調整しかねない, に達すると予想する."""
    shown = known.story.scenes[sentence].sentence
    behind = shown.folded[end - shown.start :]
    return bool(_IF.match(behind) or _SOON.match(behind))


_EARLIER_RESULT = (
    "前年同期", "昨年同期", "前年同月", "昨年同月", "前の期", "前四半期", "前の四半期",
)  # fmt: skip


def _of_result(word: str) -> bool:
    """前年同期は, 前の年の同じ月は: what the same firm had a year before, in the article's own period."""
    return word in _EARLIER_RESULT or "の同じ" in word
