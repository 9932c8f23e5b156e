"""Whose a price or a share is in a deal: the firm bid for, who holds so much of it, the index that a firm pulls at."""

from __future__ import annotations

from jijitsu.extract.linking.measure.asked import Asked
from jijitsu.extract.linking.subject.deals import target_of
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.subject.subjects import STRONG
from jijitsu.extract.linking.value.course import Course
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.modality import CLAUSE
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

_HOLDS = regex(
    r"(?:余り|超|強|弱|近く|以上)?を(?:[^、。はがもを0-9]{0,8}(?<!を))?(?:保有|取得|所有|買い増)(?:する|し|した|して|している|していた|したと|することが)?(?=[。、と]|ことが|ほか|一方|筆頭株主と|$)"
    r"|(?:余り|超|強|弱|近く|以上)?を(?:持つ|持って|持ち|握る|握って|握り)(?=[。、いお]|$)"
)
_OF_SHARES = regex(
    r"(?:株(?:式|全体)?|議決権|発行済み株式|持ち分|[社団行券G業機工]|[ァ-ヺー]{2})の(?:約|およそ|全体の)*$|株(?:式)?を(?:約|およそ)?$"
)


# 同社株を41.2%握る青葉鉱業も下げた: who holds them is named behind
_HOLDER = regex(
    r"(?:余り|超|強|弱|近く|以上)?(?:を)?(?:握る|持つ|保有する|所有する)(?:筆頭株主の|親会社の|大株主の|[米英独仏韓中])?"
)


def shareholder(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """マスク氏はスペースX株の42%を保有する: who holds so much of another's shares."""
    folded = reading.folded
    if not (_HOLDS.match(folded, value.tail) or _HOLDER.match(folded, value.tail)) or not _OF_SHARES.search(
        folded, max(0, value.start - 16), value.start
    ):
        return ()
    if (held := _HOLDER.match(folded, value.tail)) is not None:
        holder = next((c for c in reading.names if c.start == held.end() and c.type in {"company", "person"}), None)
        if holder is not None:
            return holder.subjects[:1]
    acting = [
        c for c in reading.names
        if c.type in {"company", "person", "other", "country"} and c.end <= value.start and c.particle in {"は", "が", "も"}
        and not CLAUSE.search(folded, c.end, value.start)
    ]  # fmt: skip
    if acting:
        return acting[-1].subjects
    state = _STATE.search(folded, 0, value.start)  # 政府はNTT株の約3割を保有する
    return (Subject(state["who"], state["who"], None, "other"),) if state is not None else ()


_STATE = regex(r"(?:^|[、。])(?P<who>[一-鿿ァ-ヺー]{0,6}(?:政府|財団|創業家|国))[はが]")


def swung(reading: Reading, value: Value, course: Course) -> tuple[Subject, ...]:
    """ドルが151円台に下落したことを嫌気し、下げ幅は一時900円を超えた: of the index told before, for no currency goes so far."""
    index, turn = reading.discourse.price, course.turn
    if index is None or index.type != "index" or turn is None or not turn.noun or turn.end > value.start:
        return ()
    far = value.amount.unit == "JPY" and abs(value.amount.amount) >= _NO_CURRENCY
    named = any(c.type == "currency" and c.end <= turn.start for c in reading.names)
    own = any(c.type in {"index", "company"} and c.strength >= STRONG and c.end <= value.start for c in reading.names)
    return (index,) if far and named and not own else ()


_NO_CURRENCY = 50


def pulled_index(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """アップルが下落し、指数を約45ドル押し下げた: the index last given in this unit, not who pulls at it."""
    folded = reading.folded
    if not _PULLS.match(folded, value.tail) or not _THE_INDEX.search(folded, max(0, value.start - 24), value.start):
        return ()
    unit = value.amount.unit
    given = (s for s, _, told in reversed(reading.discourse.levels) if s.type == "index" and told == unit)
    index = next(given, reading.discourse.index)
    return (index,) if index is not None else ()


_EACH_SHARE = regex(r"1株(?:当たり|あたり)?(?:約)?$")
_TO_OWN = regex(r"で[^、。]{0,12}(?:完全子会社|子会社化|買収|買い付け|全株)")
_PULLS = regex(r"(?:ほど|程度|あまり|余り|近く|超|強|弱|分|相当)?、?(?:押し[上下]げ|下押し)")
_THE_INDEX = regex(
    r"(?<![一-鿿ァ-ヺA-Z種均0-9])(?:同|両)?(?:指数|平均|株価指数)を(?:[0-9]銘柄で|1社で|合計で?|計|約|およそ|合わせて)*$"
)


def bid_for(reading: Reading, value: Value) -> Subject | None:
    """買い付け価格は1株2850円, 1株2600円での買収提案: the firm bid for, not the bidder."""
    folded = reading.folded
    bought = _SHARES_AT.search(folded, 0, value.start)
    owner = next((c for c in reading.names if bought and c.end == bought.start() and c.type == "company"), None)
    if owner is not None:
        return owner.subjects[-1]  # コアウィーブ株を1株87ドルで取得した
    if reading.discourse.target is not None and _PRICE_EACH.search(folded, max(0, value.start - 44), value.start):
        return target_of(reading.names, folded) or reading.discourse.target  # 1株当たりの提示価格を74ドルから86ドルに
    proposed = _BID_AT.match(folded, value.tail) is not None
    aimed = reading.discourse.target is not None and _EACH_SHARE.search(folded, 0, value.start)
    if aimed and (
        _BID_SO.match(folded, value.tail)
        or _ABOVE_CLOSE.match(folded, value.tail)
        or _BIDS_EACH.search(folded, max(0, value.start - 24), value.start)
    ):
        return target_of(reading.names, folded) or reading.discourse.target  # 1株31ドルを提示した会社が争奪戦を制した
    if aimed and _TO_OWN.search(folded, value.tail, value.tail + 36):
        return reading.discourse.target  # ニデックは1株1万1000円、総額2500億円で完全子会社化を目指した
    if not proposed and not _OFFERED.search(folded, max(0, value.start - 40), value.tail + 12):
        return None
    main = reading.discourse.main if proposed else None
    return (
        target_of(reading.names, folded)
        or reading.discourse.target
        or (main if main and main.type == "company" else None)
    )


_PRICE_EACH = regex(
    r"1株(?:当たり|あたり)の(?:提示|買収|買い?付け|取得|買い?取り|TOB)(?:額|価格)[をはがも](?:(?:従来|当初|前回)の)?(?:[0-9.,万千]{1,9}(?:円|ドル|ユーロ|ポンド)から)?(?:約)?$"
)


def bid_each(asked: Asked) -> Measure | None:
    """1株当たりの買収額を2400円に引き上げた: what is bid for a share, no sum and no goods."""
    each = asked.sort("money") and _PRICE_EACH.search(asked.folded, max(0, asked.value.start - 44), asked.value.start)
    return Measure("price", "share_price") if each else None


_SHARES_AT = regex(r"株(?:式)?を1株(?:当たり|あたり)?(?:約)?$")
_BID_AT = regex(
    r"で(?:の買収|の取得|の買い?付け|売却し|売却す|[^、。0-9]{0,12}株式?の?[^、。]{0,10}を取得|買い取|買い?付け)"
)
_ABOVE_CLOSE = regex(r"(?:と|で)、?[^。、]{0,16}終値[^。、]{0,20}(?:上乗せ|プレミアム)")
"""1株当たり58ドルと、前日の終値に65%上乗せした."""
_BIDS_EACH = regex(
    r"(?:合意した|合意の|提示した|提案した|提案の|買収の?)(?:条件|内容|価格)(?:は|が)1株(?:当たり|あたり)?(?:現金)?(?:約)?$"
)
_BID_SO = regex(r"(?:の現金)?(?:を|での?)(?:提示|提案|買収|取得)(?:し|す|を|提案|で)")
# 買い付け価格は1株2850円で、5日の終値(2010円)に42%のプレミアムを乗せた: of the firm bid for, not of the bidder.
_OFFERED = regex(
    r"を(?:現金で)?支払|TOB価格|(?:提示|提案|買収)(?:額|価格)[はがを][^、。0-9]{0,6}1株|買い?付け価格|買い取り価格|公開買い?付け|プレミアム|TOB|終値に[^、。]{0,16}上乗せ"
)
