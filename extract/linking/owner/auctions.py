"""What the best price at an auction is of: 初競りでは、最も高いもので1キロ当たり8000円の値がついた.

The goods stand before 競り (サクランボの初競りが開かれ、1箱が50万円で落札された), in the same sentence or in one before; where no
sentence names them so, they are what is caught, picked or sent out there (アワビの水揚げ). Leaves a price behind which other goods are named.
"""

from __future__ import annotations

import re

from jijitsu.extract.linking.measure.auctions import AUCTION
from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.subject.things import NUMERALS
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene
from jijitsu.schemas.claim import Subject


def auctioned(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """The goods whose auction the text tells of, for a price that a bid there reached."""
    if value.mention.type != "money" or not _BID.search(reading.folded):
        return ()
    index = reading.scene.sentence.index
    lately = [s for s in reading.discourse.scenes if index - _REACH <= s.sentence.index <= index]
    if not any(AUCTION.search(s.sentence.folded) or _TENDER.search(s.sentence.folded) for s in lately):
        return ()
    for pattern in (_SOLD_THERE, _WON_THERE):
        for scene in reversed(lately):
            if goods := _goods(scene, pattern, value.start if scene is reading.scene else None):
                return (goods,)
    return ()


def shown_first(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """競売にかけられたのは、詩人が友人に送った手紙で、54万ドルで落札された: the thing that the sentence says it was."""
    cleft = _CLEFT.search(reading.folded, 0, value.start) if value.mention.type == "money" else None
    if cleft is None or not _HAS_PRICE.search(reading.folded):
        return ()
    found = (
        p for p in phrases(reading.scene.sentence.text)
        if p.thing and cleft.end() <= p.start and p.end < value.start and _THAT_IS.match(reading.folded, p.end)
    )  # fmt: skip
    return next(((Subject(p.text, p.text, None, "other"),) for p in found), ())


_CLEFT = regex(
    r"(?:(?:出品|出展|落札|売却|競売に出|競りに出|公開)され|(?:競売|競り|オークション)に[かつ]けられ|売りに出され|売れ|(?:最?高値|値段?|価格)がつい)たのは、?"
)
_THAT_IS = regex(r"で、|だ。|だった。")
_HAS_PRICE = regex(r"落札|競売|競り|オークション|高値|売れ|売りに|売却|値が?つ|価格")


def produced(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """ナシの出荷が最盛期です。…ことしの出荷量は620トンを見込む: what the text says is caught, picked or sent out."""
    if not _SO_MUCH.search(reading.folded, 0, value.start) or reading.discourse.company is not None:
        return ()
    goods = grown(reading)
    return (goods,) if goods is not None else ()


def grown(reading: Reading) -> Subject | None:
    """What the sentences before say is caught, picked or sent out."""
    index = reading.scene.sentence.index
    lately = [s for s in reading.discourse.scenes if index - _REACH <= s.sentence.index < index]
    return next((goods for scene in reversed(lately) if (goods := _goods(scene, _WON_THERE, None)) is not None), None)


def goods_before(reading: Reading) -> Subject | None:
    """The goods told of last, or those that a price was told of: ガソリンは8円下がった。3日の平均価格は172円となった."""
    price = reading.discourse.price
    priced = price if price is not None and price.type == "commodity" else None
    return reading.discourse.goods or grown(reading) or priced


# ことしの出荷量は去年より15%少ない
_SO_MUCH = regex(
    r"(?:^|[、。])(?:また、?)?(?:(?:今年|ことし|今季|去年|昨年|今シーズン|全体|今年度|昨季|産地|管内|県内|期間中)の?)?(?:総|初日の)?(?:出荷|水揚げ|収穫|漁獲|生産|販売)(?:量|額|高|金額|数量)?[はもが][^。、はが]{0,30}$"
)


def _goods(scene: Scene, pattern: re.Pattern[str], limit: int | None) -> Subject | None:
    text, folded = scene.sentence.text, scene.sentence.folded
    for phrase in phrases(text):
        if limit is not None and phrase.end > limit:
            break
        counter = phrase.start and text[phrase.start - 1] in NUMERALS  # 8000箱が持ち込まれ
        if phrase.thing and not counter and not _NO_GOODS.search(phrase.text) and pattern.match(folded, phrase.end):
            start = phrase.start
            while start and text[start - 1] in _KANJI_NUMERALS:
                start -= 1  # 二十世紀梨
            name = text[start : phrase.end]
            return Subject(name, name, None, "other")
    return None


_KANJI_NUMERALS = frozenset("一二三四五六七八九十")
_REACH = 4
_TENDER = regex(r"入札|せり(?:が|で)")
_BID = regex(
    r"(?:最も高い|最高値|最高で|一番高い|高値|ご祝儀|落札|競り落と|値[がを](?:つ|付)|値で(?:取引|落札)|初競り|初せり|初セリ)"
)
_SOLD_THERE = regex(
    r"[」』]?の(?:新春|今季|今シーズン|今年|ことし|令和[0-9]{1,2}年産)?(?:恒例|最初)?の?(?:初|競り|せり|セリ|入札)"
    r"|[」』]?が[^。、はが]{0,12}(?:競り|せり)にかけられ"
)
_WON_THERE = regex(
    r"[」』]?(?:の[^。、のはが]{0,6})?(?:の?水揚げ|の?出荷|の?収穫|の定置網漁|の漁|漁)[はがもをの]|[」』]?(?:(?:約|およそ)?[0-9][0-9.,万]{0,6}[^、。はが0-9]{1,4})?が[^。、はが]{0,24}(?:水揚げ|出荷|収穫|持ち込ま|運び込ま|集荷)(?:され|れ)"
)
_NO_GOODS = regex(
    r"新春|恒例|今年|ことし|今季|[0-9０-９]|市場|港$|漁協|農協|[県市町村区]$|市内|県内|地元|特産|旬|味覚|朝$|日$|各地|全国|管内|組合|業者|漁業者|農家$|選果場|漁船"
)
