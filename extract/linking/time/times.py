"""What each sentence says of time by itself, and what it inherits: the session of a market wrap, the last period named.

`times(story)` reads the article once; timing.py answers for one value.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

import msgspec

from jijitsu.extract.linking.time.clocks import REACH, with_hours, without_hours
from jijitsu.extract.linking.time.pins import Pin, fiscal_here, fiscal_of, pins_of
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Story
from jijitsu.schemas.sentence import Sentence

Family = Literal["market", "target", "cap", "delivery", "financial", "quantity", "quote"]
_MARKET = regex(
    r"で終え|前日比|前営業日比|前週末比|\)[安高]|市場(?!予想|規模|シェア|占有)|取引(?!先|額|総額|量|は|が完)|株式(?!会社|[0-9約]|の過半)|株価|株は|相場|終値|日経平均|続落|続伸|反落|反発|急落|急騰|急伸|大引け|前引け|後場|前場|ダウ|ナスダック"
    r"|指数|入札|国債|寄り付き|引け|利回り|時価総額|為替|S&P|TOPIX|オンス|1グラム|ドル=|ビットコイン|イーサ|暗号資産|仮想通貨|先物|原油|下落|上昇|値上がり|値下がり|買われ|売られ"
    r"|[0-9%円銭]安|[0-9%円銭]高"
)
# <24日前場の動いた株>: a heading that names the session of all that stands below it
_HEADING = regex(
    r"[<【\[(◇◆■●▽][^。]{0,10}[0-9]{1,2}日(?:の)?(?:前場|後場|東京(?:株式)?市場|株式市場|前引け|大引け|の?取引)"
)
_BACK = regex(r"に(?:は)?(?:一時|[0-9][^、。]{0,20}(?:を付けた|まで(?:上昇|下落|上げ|下げ|買われ|売られ)))")
# 10日のダウは…安。ダウは9日に過去最大の上昇幅を記録した。…ナスダックは: still the 10th
_RECORDED = regex(r"に(?:は)?[^、。]{0,24}(?:を記録|を更新|を付けた|急落して|急騰して|した反動|したばかり)")
# 7日の原油は続伸した。産油国は5日、増産で合意したが、…。金先物は: what was done on a day before opens no session
_DID = regex(
    r"(?:に|、)[^。]{0,60}?(?:合意|決め|決定|表明|明らかに|署名|可決|成立|承認|攻撃|開催|指名|提案|発言|述べ|語っ|示し|発表|公表)"
)
_COUNTS = regex(r"の終値(?:で|を|に|ベース)|時点|現在")
RELATIVE = regex(
    r"^(?:夕方?|夜|朝|午前|午後|深夜|未明|引け後|の?取引終了後)?(?:に|、)?(?:開いた|開かれた)?(?:発表|公表|発足|発売|公開|まとめ)した(?![。、と])"
    # 22日午前に公表した店頭小売価格は: a price of that day
    r"(?![^、。はが]{0,20}(?:相場|市況|基準値|仲値|店頭(?:小売|販売)?価格|買い?取り?価格)(?:\([^()]{1,8}\))?は)"
)


_TOKYO = regex(r"日経平均|東証|TOPIX|東京(?:株式)?市場|東京外国為替")
# 世界に目を移すと: counted by somebody else, on another day
_ELSEWHERE = regex(r"(?:一方、?)?(?:世界|海外|米国|国内|日本|中国)(?:に目を|では|を見|市場)|目を")


_TOLD = regex(r"[たいん]だ?。?$")
"""29日に決算を発表する。この日の市場で3%高で終えた: what is over was on no day to come."""


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
    news: tuple[Pin | None, ...]
    """The day on which something was told last, where the shares may have moved on it: not after the close."""
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
    tokyo: Pin | None = None
    as_of: tuple[int, Pin] | None = None
    ranks = False
    day: Pin | None = None
    gone: Pin | None = None
    period: Pin | None = None
    told = -REACH
    news: list[Pin | None] = []
    late = False
    for number, scene in enumerate(story.scenes):
        year = fiscal_here(scene, fiscal, published)
        to_come = (
            day is not None
            and published is not None
            and day.days[0] > published
            and _TODAY.search(scene.sentence.folded)
        )
        named = gone if gone is not None and (to_come or _TOLD.search(scene.sentence.folded)) else day
        own = pins_of(scene, year, published, named or session, period) if scene.sentence.role != "furniture" else ()
        own = with_hours(scene, own, gone if number - told <= REACH else None, published)
        periods.append(period)
        body = scene.sentence.role == "body"
        # A date stuck to a headline is a timestamp: it opens no session.
        moved = (
            _session(scene.sentence, without_hours(own), published)
            if body or _HEADING.match(scene.sentence.folded)
            else None
        )
        back = moved is not None and session is not None and moved.days[1] < session.days[0]
        if (
            back
            and moved is not None
            and any(
                look.match(scene.sentence.folded, moved.end - scene.sentence.start) for look in (_BACK, _RECORDED, _DID)
            )
        ):
            moved = None  # 15日時点は10万ドル。14日に一時10万4800ドルまで上げた。イーサは3.1%安
        session = moved or session
        if moved is not None and _TOKYO.search(scene.sentence.folded):
            tokyo = moved
        elif moved is None and tokyo is not None and _TOKYO.match(scene.sentence.folded):
            session = tokyo  # バルチック海運指数は3日、…。日経平均の午前終値は
        sessions.append(session if body else None)
        pins.append(own)
        as_of = _as_of(scene.sentence, without_hours(own)) or as_of
        ranks = ranks or (as_of is not None and "時価総額" in scene.sentence.folded[:60])
        if as_of is not None and (
            _ELSEWHERE.match(scene.sentence.folded) or not (ranks or as_of[0] == scene.sentence.paragraph)
        ):
            as_of = None  # only a ranking of market values goes on from paragraph to paragraph
        counted.append(as_of[1] if body and as_of else None)
        news.append(gone if body and gone and published and (published - gone.days[0]).days <= 1 and not late else None)
        day = next((pin for pin in reversed(own) if _is_day(pin) and not _long_ago(pin, day)), day)
        gone = next((pin for pin in reversed(own) if _is_day(pin) and _is_over(pin, published, gone)), gone)
        if gone is not None and any(pin is gone for pin in own):
            told = number
            late = _AFTER_CLOSE.match(scene.sentence.folded, gone.end - scene.sentence.start) is not None
        period = next((pin for pin in reversed(own) if _is_period(pin)), period)
    return Times(story, tuple(pins), tuple(sessions), tuple(periods), tuple(counted), tuple(news), session is not None)


_TODAY = regex(r"\A(?!.{0,200}同日).{0,200}この日")
_AFTER_CLOSE = regex(r"(?:の|に)?(?:大?引け|取引終了|取引時間終了|立会終了)後|夜|夕|の米|の(?:ニューヨーク|NY)")


def _is_period(pin: Pin) -> bool:
    """True for what results are of; 年初 is only where a year begins, 前期 what they are held against."""
    return pin.grain in ("period", "year", "month") and not pin.text.startswith(("年初", "前期", "前年"))


def _is_day(pin: Pin) -> bool:
    """True for a day that 同日 may mean: 年内に取得する。同日の終値は is not of the last of December."""
    return pin.grain == "day" and pin.text not in _DAY_BEFORE and not pin.text.endswith(("末", "年内"))


_DAY_BEFORE = frozenset({"前日", "前営業日"})
"""米FOMCは前日、金利を据え置いた。日銀はこの日: not of the day before."""


def _long_ago(pin: Pin, day: Pin | None) -> bool:
    """True for the day of an old record, which 同日 does not mean: 記録は1933年7月25日だった。同日、館林市で40度."""
    return day is not None and (day.days[0] - pin.days[0]).days > 300


def _is_over(pin: Pin, published: date | None, day: Pin | None) -> bool:
    return (published is None or pin.days[0] <= published) and not _long_ago(pin, day)


def _as_of(sentence: Sentence, pins: tuple[Pin, ...]) -> tuple[int, Pin] | None:
    """(paragraph, day) where a sentence counts as of a day."""
    for pin in pins:
        if pin.grain == "day" and _COUNTS.match(sentence.folded[pin.end - sentence.start :]):
            return sentence.paragraph, pin
    return None


_WEEK_BEFORE = regex(r"(?:前週|先週|前月|先月)(?:の|末の)?(?:[0-9]{1,2}、|[0-9]{1,2}日と)?$")


def _session(sentence: Sentence, pins: tuple[Pin, ...], published: date | None) -> Pin | None:
    """The market day that a sentence opens, if it does: 17日の東京株式市場で; not 前日の米ハイテク株高を受けて."""
    if not any(pin.grain == "day" for pin in pins) or not _MARKET.search(sentence.folded):
        return None
    for pin in reversed(pins):
        if pin.grain != "day" or pin.text in ("前日", "翌日", "現在") or pin.text.endswith(("末", "年内")):
            continue
        if published is not None and not -40 <= (pin.days[0] - published).days <= 1:
            continue
        behind = sentence.folded[pin.end - sentence.start :]
        if _WEEK_BEFORE.search(sentence.folded, 0, pin.start - sentence.start):
            continue  # 前週19、20日の下落分を埋められなかった
        if not RELATIVE.match(behind) and not re.match(
            r"(?:の?終値|の?時点|末)?(?:\([^()]{1,24}\)(?=以[来降]))?(?:から(?![0-9同翌])|以降|以来|に比べ|と比べ|よりも?|比)|(?:に|、)[^。]{0,30}発表|の終値で集計|時点|[^、。]{0,20}を?(?:控え|前に)|に付けた|(?:の|に(?:つけ|付け|記録し)た)[^、。はが0-9]{0,8}[高安]値[^、。はが]{0,14}[をに][^、。はが]{0,8}(?:更新|上回|下回|抜|迫|突破|超え|接近|届|並|塗り替)|の[0-9][0-9.,万]*円(?:[0-9]+銭)?[高安]に(?:対し|比べ)|(?:の?大)?引け後|の?取引終了後",
            behind,
        ):
            return pin
    return None
