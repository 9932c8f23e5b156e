"""What a value measures: its own words, the way it moved, whoever stands near, or what was measured last."""

from __future__ import annotations

import re

import msgspec

from jijitsu.extract.linking.adjoining import (
    CHANGED_TO,
    in_turn,
    is_change_of,
    is_level_behind,
    leads_to_count,
    listed_in_turn,
    shared_measure,
)
from jijitsu.extract.linking.course import LEVEL, Course
from jijitsu.extract.linking.directions import FORMER, RATE_MOVE
from jijitsu.extract.linking.framing import by_frames
from jijitsu.extract.linking.inferring import COSTS, DEAL, by_course, by_deed, by_object
from jijitsu.extract.linking.measures import PRICE, PROFITS, Measure, fits, measure_of, plausible
from jijitsu.extract.linking.reading import FIELD, Reading
from jijitsu.extract.linking.subjects import STRONG, Candidate
from jijitsu.extract.linking.targets import aimed_at
from jijitsu.extract.linking.unlike import bid, compared, line_before, lost, nearing, of_firm, overtaken, staked
from jijitsu.extract.linking.unworded import UNIT_PRICE, by_unit, noun
from jijitsu.extract.linking.values import Value


def measure_at(reading: Reading, at: int, course: Course, said: Measure | None) -> Measure | None:
    """What value number `at` measures: its own sentence's word, the sort of its direction, or what was measured last."""
    value = reading.values[at]
    if value.mention.type == "money" and _fined(reading, value):
        return Measure("financial", "cost")
    found = _measured(reading, at, course, said)
    if found is None or found.name not in PROFITS or value.mention.type != "money":
        return found
    coin = value.amount.unit in _COINS and abs(value.amount.amount) < _A_SHARE
    each = coin or (_SAME_ASIDE.search(reading.folded, 0, value.start) and _EACH_SHARE.search(reading.folded))
    return Measure("financial", "eps") if each else found  # 31セントとなり、予想の24セントを上回った


_COINS = frozenset({"USD", "EUR", "GBP", "CHF", "CAD", "AUD"})
_A_SHARE = 100
"""No profit of a firm is less, in such money; what one share earns is."""
_SAME_ASIDE = re.compile(r"\((?:前年)?同(?:約)?$")


def _fined(reading: Reading, value: Value) -> bool:
    """最大で66億ユーロを言い渡される可能性がある, in a sentence on a fine."""
    return _SENTENCED.match(reading.folded, value.tail) is not None and _FINE.search(reading.folded) is not None


_SENTENCED = re.compile(r"を(?:言い渡|科[しさせす]|課[しさせす])")
_FINE = re.compile(r"制裁金|罰金|課徴金|違反")


def _measured(reading: Reading, at: int, course: Course, said: Measure | None) -> Measure | None:
    value = reading.values[at]
    if value.companion and said is not None:
        return said
    if value.mention.type == "count" and _WITHDRAWN.match(reading.folded, value.tail):
        return Measure("quantity", noun(reading, value))
    if value.mention.type == "count" and _FAULTY.match(reading.folded, value.tail):
        return Measure("quantity", noun(reading, value))
    if said is not None and said.family == "financial" and _PER_SHARE_ASIDE.search(reading.folded, 0, value.start):
        return msgspec.structs.replace(said, name="eps")  # 前年同期は14億ドル(1株当たり3.19ドル)
    if (
        value.mention.type == "percent"
        and _FOR_A_TIME.search(reading.folded, 0, value.start)
        and _SHARES_MOVE.match(reading.folded, value.tail)
    ):
        shares = (m for m in reversed(reading.measures) if m.name == "share_price" and m.end <= value.start)
        return next(shares, Measure("price", "price"))  # 見通しを示し、一時7%超下落する場面があった
    if value.mention.type in {"percent", "points"} and RATE_MOVE.match(reading.folded, value.tail):
        return Measure("price", "yield")
    if value.mention.type in {"percent", "multiple"} and (counted := leads_to_count(reading, at)) is not None:
        return counted
    if said is not None and at and said.family == "price" and is_level_behind(reading, at):
        return said  # 自社株買いが支えとなり、一時4.2%高の1512円まで上伸した
    if _QUOTE_LINE.search(reading.folded, 0, value.start) and value.mention.type == "money":
        return Measure("price", "share_price")  # トキオ量子(5582・グロース):3345円(+505円、+17.78%)
    if said is not None and at and FORMER.fullmatch(reading.folded, reading.values[at - 1].tail, value.start):
        return said
    if said is not None and _sum_of_change(reading, at, said):
        return said  # 純利益は19%減の147億円で増収減益となった
    if "それぞれ" in reading.folded and (turn := listed_in_turn(reading, at)) is not None:
        return turn
    found = _by_word(reading, at, course)
    if found is None and (turn := in_turn(reading, at)) is not None:
        return turn
    found = found or shared_measure(reading, at, course)
    if (found is None or found.family == "financial") and value.mention.type == "money" and plausible(PRICE, value):
        # 増配も手伝って2310円まで上値を伸ばした, 一時317ドルを付けた
        leaps = (
            _LEAPS.match(reading.folded, value.tail)
            or _DEALT.match(reading.folded, value.tail)
            or (_TOUCHED.match(reading.folded, value.tail) and _TRADED.search(reading.folded, 0, value.start))
        )
        found = PRICE if leaps else found
    if found is not None and found.family == "delivery" and (led := _leads_to_sum(reading, at)) is not None:
        return led  # 輸出は8%増の3157億ドルだった
    if found is not None:
        return said if said is not None and is_change_of(reading, at, said, found) else found
    nearest = next((c for c in reversed(reading.names) if c.end <= value.start and c.strength >= STRONG), None)
    # 日経平均が1%安となるなか、ソニーグループは3%高だった: what was said of an index is not said of a firm.
    moved_on = (
        said is not None and nearest is not None
        and ((nearest.type == "company" and said.name in _NOT_OF_FIRMS) or (said.name in _NO_INDEX and nearest.type == "index")
             or (said.family == "quantity" and nearest.type in {"index", "crypto", "currency"} and course.of in {"price", "any"}
                 and value.mention.type == "percent" and course is not LEVEL))
        and at > 0 and nearest.start >= reading.values[at - 1].tail
    )  # fmt: skip
    changed = at > 0 and said is not None and said.family != "quantity" and _OWN_COUNT.fullmatch(
        reading.folded, reading.values[at - 1].tail, value.start
    )  # fmt: skip
    if (
        said is not None
        and not moved_on
        and not changed
        and fits(said, value, course)
        and _goes_on(said, value, reading, at)
    ):
        return said
    if value.mention.type == "money" and _of_index(reading, value):
        return PRICE
    if course.of == "size":
        return by_unit(reading, value)  # 従来品より4割軽い: no money, and no price
    return (
        by_object(reading, value)
        or by_course(reading, value, course, nearest)
        or by_deed(reading, value)
        or _in_the_frame(reading, at, course, nearest)
        or by_unit(reading, value)
    )


def _sum_of_change(reading: Reading, at: int, said: Measure) -> bool:
    """True for the sum right behind its change where a word before both says what it is: 純利益は19%減の147億円."""
    value, before = reading.values[at], reading.values[at - 1]
    if not at or said.family != "financial" or said.name == "other" or value.mention.type != "money":
        return False
    if before.mention.type not in {"percent", "multiple"} or not 0 <= said.start < before.start:
        return False
    gap = reading.folded[before.tail : value.start]
    return CHANGED_TO.fullmatch(gap) is not None or (before.mention.type == "multiple" and gap in {"の", "の約"})


def _of_index(reading: Reading, value: Value) -> bool:
    """日経平均は3万8000円から4万円に, 日経平均で3万9000円を超すと: an index said in money is never anything but a level."""
    name = next((c for c in reversed(reading.names) if c.end <= value.start), None)
    if name is None or name.type != "index" or value.start - name.end > _NEAR or not plausible(PRICE, value):
        return False
    return name.particle[:1] in {"は", "が", "も", "で", "の"} and "、" not in reading.folded[name.end : value.start]


_NEAR = 16
# 平均価格は52万ドルで、受注戸数は9%減った: a count has its own change
_OWN_COUNT = re.compile(
    r"[^。]{0,14}、[^、。0-9]{0,14}(?:者|客|人|件|戸|店舗|契約|会員)数(?:は|が|も)[^、。はが]{0,10}"
)
_TOUCHED = re.compile(r"を(?:付け|つけ)(?!加)")
_TRADED = re.compile(r"(?:一時|ザラ場|取引で|高値|安値|終値|寄り付き)[^、。]{0,14}$")
_LEAPS = re.compile(
    r"(?:近く|近辺|台)?まで(?:上伸|駆け上|買い上げ|買い進|買われ|売り込|売られ|(?:上|下)?値を(?:上げ|下げ|伸ば|戻|飛ば|消|切り))"
)

_DEALT = re.compile(
    r"(?:\([^()]{0,24}\))?(?:近辺|付近|前後|台)?(?:で(?:取引され|売買が成立|寄り付)|に急接近|を[上下]値に|まで(?:下押|軟化|下げ渋|急伸|切り返))"
)


def _in_the_frame(reading: Reading, at: int, course: Course, nearest: Candidate | None) -> Measure | None:
    """What was measured before, unless that was a mere count and the value leads to a sum."""
    framed = by_frames(reading, reading.values[at], course, nearest)
    return framed if framed is not None and framed.family != "quantity" else _leads_to_sum(reading, at) or framed


def _leads_to_sum(reading: Reading, at: int) -> Measure | None:
    """内需は3.2%減の390億円だった: the change is of the sum right behind it, whatever that is."""
    following = reading.values[at + 1] if at + 1 < len(reading.values) else None
    value = reading.values[at]
    if following is None or following.mention.type != "money" or value.mention.type not in {"percent", "multiple"}:
        return None
    if not CHANGED_TO.fullmatch(reading.folded, value.tail, following.start):
        return None
    found = measure_at(reading, at + 1, LEVEL, None)
    return found if found is not None and found.family == "financial" else None


def _by_word(reading: Reading, at: int, course: Course) -> Measure | None:
    """The measure that the sentence names for the value."""
    value, folded = reading.values[at], reading.folded
    floor = reading.values[at - 1].end if at else 0
    limit = reading.values[at + 1].start if at + 1 < len(reading.values) else len(folded)
    money = value.mention.type == "money"
    if money and _BUYBACK.match(folded, value.tail):
        return Measure("financial", "other")
    if value.mention.type == "percent" and folded.startswith("を占め", value.tail):
        return next(
            (m for m in reversed(reading.measures) if m.family == "quantity" and m.end <= value.start), None
        ) or (
            Measure("quantity", noun(reading, value))  # 全体の79%を占めた
        )
    if value.mention.type == "percent" and course.direction is None and _SO_MANY.search(
        folded, max(0, value.start - 24), value.start
    ) and _WHO_DID.match(folded, value.tail):  # fmt: skip
        return Measure("quantity", noun(reading, value))  # 構成企業の約90%が決算発表を終えた
    if value.mention.type == "percent" and _GROWTH.match(folded, value.tail):
        return Measure("quantity", "成長率")  # 年率1%台半ばの成長
    if (
        money
        and _SOLD_AT.match(folded, value.tail)
        and not _PER_SHARE.search(folded[max(0, value.start - 14) : value.start])
        and value.amount.amount < 10_000_000
    ):
        return Measure("price", "commodity")
    if money and value.amount.amount < _A_RATE and _EXCHANGE.search(folded, max(0, value.start - 32), value.start):
        return Measure("price", "fx_rate")
    if money and _ONE_COIN.search(folded, max(0, value.start - 8), value.start):
        return Measure("price", "crypto")
    if money and _SHARE_OF.search(folded, max(0, value.start - 10), value.start):
        return Measure("quantity", "寄与度")  # 日経平均への上昇寄与度は989円
    if value.mention.type == "percent" and _COUPON.search(folded, max(0, value.start - 8), value.start):
        return Measure("quantity", "表面利率")
    if money and nearing(folded, value):
        return Measure("quantity", "差")  # 最高値まで170ドルに迫っている
    if money and _PAID.match(folded, value.tail):
        return Measure("financial", "cost")
    if money and (loss := lost(reading, at, course)) is not None:
        return loss
    # 価格は8GBモデルが599ドル: a size between a price and its word takes nothing from it.
    said = max((v.end for v in reading.values[:at] if v.mention.type == "money"), default=0) if money else floor
    found = measure_of(value, said, limit, reading.measures, course, folded)
    if money and found is not None and found.family == "cap" and found.end <= floor and DEAL.match(folded, value.tail):
        return Measure("financial", "other")  # 時価総額2兆円のA社を5000億円で買収した
    if (
        money
        and (found is None or found.name in {"commodity", "cash"})
        and _PER_SHARE.search(folded[max(0, value.start - 14) : value.start])
    ):
        paid = _DIVIDEND.search(folded, 0, value.start)
        return Measure("financial", "dividend") if paid else Measure("price", "share_price")
    if money and found is None and aimed_at(folded, value.start) and value.amount.amount < 1_000_000:
        return Measure("price", "price")  # A社の目標を200ドルから240ドルに引き上げた
    if found is None:
        return _by_field(reading, value) if money else None
    if found.generic and value.mention.type == "percent" and any(m.name == "yield" for m in reading.measures):
        return Measure("price", "yield")  # 利回りは前日終値より0.01%低い1.1%
    if money and found.name == "other" and reading.folded[found.start : found.end] == "利益" and _EACH_SHARE.match(
        reading.folded, value.end
    ):  # fmt: skip
        return msgspec.structs.replace(found, name="net_profit")  # 利益は14億ドル(1株当たり3.1ドル)だった
    if (
        found.name in {"capex", "cost"}
        and money
        and _TO_BUY.search(reading.folded, max(0, value.start - 12), value.start)
    ):
        return msgspec.structs.replace(found, name="other")  # AI企業の買収に100億ドルを投じる
    if (
        money
        and found.name in {"other", "net_profit"}
        and _PER_SHARE.search(folded[max(0, value.start - 14) : value.start])
    ):
        return msgspec.structs.replace(found, name="eps")  # 調整後利益の見通しは1株当たり9.5ドル
    if found.name == "commodity" and _OF_SHARES.search(folded, 0, max(0, found.start)):
        return Measure("price", "share_price", found.start, found.end)  # 芝浦電子株の取得価格を6200円に
    if found.name == "commodity" and money and (_OF_PAY.search(folded, 0, value.start) or bid(reading, value)):
        return Measure("financial", "other", found.start, found.end)
    if found.name == "dividend" and staked(reading):
        return msgspec.structs.replace(found, name="other")
    if found.family in {"price", "delivery"} and compared(reading, found, value, course):
        return Measure("quantity", "差")
    if found.name == "net_worth" and of_firm(reading):
        return msgspec.structs.replace(found, name="other")  # 証券会社の預かり資産は48兆円
    if found.family == "financial" and found.name == "other" and not found.ratio:
        found = line_before(reading, found)
    if found.family == "delivery" and (
        _IN_USE.search(folded[: value.start])
        or _ABLE.match(folded, max(found.end, value.tail))
        or _WORTH.match(folded, value.tail)
        or (_CAPABLE.search(folded[: value.start]) and _PLANT.match(folded, value.tail))
    ):
        return Measure("quantity", noun(reading, value))
    # 出荷量は4%、NAND型メモリーも8%増加した: what is made more of has no price there
    more = course.of == "volume" and found.family == "delivery"
    return PRICE if not more and overtaken(reading, found, floor, value) else found


# 為替は109円台半ばで推移した
_EXCHANGE = re.compile(
    r"(?<!外国)為替(?:相場|レート)?(?:は|が|も|では)[^、。はが0-9]{0,16}(?:1(?:米?ドル|ユーロ)(?:=|あたり|当たり)?)?(?:約)?$"
)
_A_RATE = 1000
_ONE_COIN = re.compile(r"1 ?(?:BTC|ETH|XRP|SOL|BCH|LTC|DOGE|ADA|BNB|USDT|ビットコイン|イーサ)=(?:約)?$")
_SHARE_OF = re.compile(r"寄与(?:度|額)?(?:は|が|も|で)(?:約)?$")
_COUPON = re.compile(r"(?:表面利率|クーポン)(?:は|が|の)?(?:年)?$")
# 基本給を月額9000円引き上げる, 奨学金は月額5万円: pay and grants are no price.
_OF_PAY = re.compile(
    r"(?:基本給|給与|給料|賃金|(?<!子ども)(?<!児童)手当|奨学金|報酬|ベースアップ|ベア|初任給|生活費)(?:[のはをがも]|として|など)[^、。]{0,16}(?:月額|年額|1人[^、。]{0,3})(?:約|最大|一律)?$"
)
_APIECE = re.compile(r"[0-9][戸棟世社人店校農][^、。0-9]{0,2}(?:当たり|あたり|につき)(?:約)?$")


def _by_field(reading: Reading, value: Value) -> Measure | None:
    """Money for one piece is its price (1個あたり約300円), money of a market its turnover (市場規模は5兆円)."""
    before = reading.folded[: value.start]
    if UNIT_PRICE.search(before[-12:]):
        spent = _APIECE.search(before) and COSTS.match(reading.folded, value.tail)
        return Measure("financial", "cost") if spent else Measure("price", "commodity")
    return Measure("financial", "other") if FIELD.search(before) else None


def _goes_on(said: Measure, value: Value, reading: Reading, at: int) -> bool:
    """True if what the value before measures can be said of this one too; a count of people says nothing of money."""
    grown = at and reading.values[at - 1].mention.type in {"percent", "multiple"}
    if grown and reading.folded[reading.values[at - 1].tail : value.start] in {"増の", "減の", "の"}:
        return True  # 31%増の1187ギガワット時
    if at and said.family == "quantity" and _OF_ALL.match(reading.folded, reading.values[at - 1].tail):
        return False  # 日系6社の合計は3.7%増だった: not of the six
    return (
        said.family != "quantity"
        or value.amount.unit == reading.values[at - 1].amount.unit
        or value.mention.type in {"percent", "multiple", "points"}
    )


_OF_ALL = re.compile(r"の?(?:合計|合算|全体)(?:で)?[はが]")


_SO_MANY = re.compile(
    r"(?:(?:企業|会社|銘柄|社|店|国|人|者|員|世帯|校|団体|自治体)の|(?:この|その)?うち(?:の)?)(?:約|およそ)?$"
)
_WHO_DID = re.compile(r"(?:近く|超|余り|強|弱|以上|程度)?(?:が|は)(?!増|減|上|下)")
_GROWTH = re.compile(r"(?:台(?:前半|半ば|後半)?|程度|前後)?の(?:マイナス|プラス)?成長(?!分野|産業|戦略|企業|株)")
_NO_INDEX = frozenset({"commodity", "fx_rate", "yield", "crypto"})
_NOT_OF_FIRMS = frozenset({"index", "fx_rate", "yield", "crypto"})
_OF_SHARES = re.compile(r"(?<=[ァ-ヺー一-鿿A-Za-z])株式?の(?:平均)?$")
# 無配とする(従来予想は1株10円)
_EACH_SHARE = re.compile(r"\((?:1|一)株(?:当たり|あたり|につき)")
_TO_BUY = re.compile(r"(?:買収|買い付け|取得|M&A|TOB|合併)に(?:総額|最大|合計)?(?:約)?$")
_DIVIDEND = re.compile(r"(?:無|復|増|減|記念|特別|期末|中間)配")
_PER_SHARE = re.compile(r"(?:1|一)株 ?(?:当たり|あたり|辺り|につき)?(?:の?純?利益(?:は|が|で)?)?(?:約|およそ)?$")
_PER_SHARE_ASIDE = re.compile(r"[円ドル元ロンド]\((?:1|一)株(?:当たり|あたり|につき)(?:約)?$")
_FOR_A_TIME = re.compile(r"一時(?:前日比)?(?:で)?(?:約)?$")
_SHARES_MOVE = re.compile(
    r"(?:超|近く|余り|強|弱|以上|ほど)?の?(?:下落|上昇|急落|急騰|急伸|安|高|下げ|上げ|値[上下]がり)"
)
_QUOTE_LINE = re.compile(
    r"[(<][0-9][0-9A-Z]{3}[^()<>]{0,12}[)>][ :=]{1,3}(?:[0-9.,万]{1,10}円[ (]{1,2}(?:前日比)? ?[+▲△▼-]?)?$"
)
# ドイツでは4万ユーロで売られている, 体育館は1500円で借りられる
_SOLD_AT = re.compile(
    r"で(?:売られ|売っ|販売|売り出|発売|提供|買え|購入でき|入手でき|借りられ|利用でき|楽しめ|泊まれ|乗れ|入場でき|食べられ)"
)
_PAID = re.compile(r"の(?:賃料|家賃|使用料|料金|手数料|賃借料|リース料)を?(?:支払|払)")
_BUYBACK = re.compile(
    r"(?:程度|規模|相当|分|まで)?(?:を上限)?(?:と(?:する|した)|に|の|を)?(?:自社株|自己株式?)(?:買い|の?取得)"
)
_IN_USE = re.compile(r"(?:稼働|走行|走っ|保有|運行|普及|登録され)(?:する|している|中の|ている)?(?:約|およそ)?$")
# 年380万バレルに相当する石油を節約した: what it comes to is not what was sold.
_WORTH = re.compile(r"(?:分)?に相当する[^、。はが]{1,10}を(?!販売|出荷|生産|納)")
# 5108箱を回収した, 3機種の販売を停止した: what is taken back is not what was made.
_WITHDRAWN = re.compile(
    r"(?:以上|余り|近く|超|ほど|程度)?(?:の[^、。はが]{0,12})?を?(?:自主的に|無償で|新たに|自主|無償)?(?:回収|押収|リコール|廃棄|(?:販売|出荷|生産|製造|納入|輸出)を(?:一時)?(?:的に)?(?:停止|中止|見合わせ|取りやめ|やめ))"
)
# うち20万台に異常発熱の恐れがある, 約50台でこの現象があった
_FAULTY = re.compile(
    r"(?:余り|以上|ほど)?(?:に|で|から)(?:は)?(?:この|同じ|同様の|こうした)?[一-鿿ァ-ヺー]{0,4}(?:異常|不具合|欠陥|故障|発火|発煙|現象|危険|恐れ|おそれ|破損|異物|不良|トラブル)"
)
# 月5万枚のウエハーを生産できる, 年20万台の生産が可能になる: what can be made is not what was made.
_ABLE = re.compile(r"(?:でき(?:る|ます)|可能|する(?:能力|体制|ことができ)|(?:が|も)可能|[^、。]{0,4}能力)")
# 年産8万台の工場: what a plant can make.
_CAPABLE = re.compile(r"(?:年産|月産|日産|年間)(?:約|最大)?$")
_PLANT = re.compile(r"(?:規模)?の(?:[一-鿿ァ-ヶーA-Z]{0,6})?(?:工場|能力|設備|ライン|体制)")
