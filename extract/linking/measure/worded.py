"""What a figure measures by the words of its own sentence.

The rules of `_FIRST` know a figure by what stands right at it; else the nearest word that names a measure is taken, which
the rules of `_MEANT` may put right: 芝浦電子株の取得価格 is what a share costs. The first rule that fits answers.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from jijitsu.extract.lexicon import words
from jijitsu.extract.linking.measure.asked import Asked
from jijitsu.extract.linking.measure.floor import auctioned, contribution, coupon, turned_over
from jijitsu.extract.linking.measure.inferring import COSTS, DEAL
from jijitsu.extract.linking.measure.pay import of_pay
from jijitsu.extract.linking.measure.supports import quoted_so
from jijitsu.extract.linking.measure.targets import aimed_at
from jijitsu.extract.linking.measure.unlike import bid, compared, line_before, lost, nearing, of_firm, overtaken, staked
from jijitsu.extract.linking.measure.unworded import UNIT_PRICE, handed, noun
from jijitsu.extract.linking.measure.worth import ordered_money, orders_grew, valued_in_round
from jijitsu.extract.linking.subject.reading import FIELD
from jijitsu.extract.linking.value.measures import PRICE, PROFITS, Measure, measure_of, plausible
from jijitsu.extract.regex import regex

# 為替は109円台半ばで推移した
_EXCHANGE = regex(
    r"(?<!外国)為替(?:相場|レート)?(?:は|が|も|では)[^、。はが0-9]{0,16}(?:1(?:米?ドル|ユーロ)(?:=|あたり|当たり)?)?(?:約)?$"
)
_A_RATE = 1000
_ONE_COIN = regex(
    r"(?<![0-9.])1 ?(?:BTC|ETH|XRP|SOL|BCH|LTC|DOGE|ADA|BNB|USDT|ビットコイン|イーサ(?:リアム)?)(?:=|当たり|あたり|につき)(?:の?(?:取得|平均)*(?:単価|価格)?は?)?(?:約)?$"
)
_APIECE = regex(r"[0-9][戸棟世社人店校農][^、。0-9]{0,2}(?:当たり|あたり|につき)(?:約)?$")
_SO_MANY = regex(
    r"(?:(?:企業|会社|銘柄|社|店|国|人|者|員|世帯|校|団体|自治体)の|(?:この|その)?うち(?:の)?)(?:約|およそ)?$"
)
_WHO_DID = regex(r"(?:近く|超|余り|強|弱|以上|程度)?(?:が|は)(?!増|減|上|下)")
_GROWTH = regex(r"(?:台(?:前半|半ば|後半)?|程度|前後)?の(?:マイナス|プラス)?成長(?!分野|産業|戦略|企業|株)")
_OF_SHARES = regex(r"(?<=[ァ-ヺー一-鿿A-Za-z])株式?の(?:平均)?$")
EACH_SHARE = regex(r"\((?:1|一)株(?:当たり|あたり|につき)")
_TO_BUY = regex(r"(?:買収|買い付け|取得|M&A|TOB|合併)に(?:総額|最大|合計)?(?:約)?$")
_TO_RUN = regex(
    r"(?:(?P<rnd>研究(?:・|や)?(?:技術)?(?:開発)?費?|(?<!再)(?:技術|製品|新薬|商品|ワクチン|AI)の?開発費?)|(?:広告|宣伝|広報|PR|販売促進|販促|CM|キャンペーン|招致(?:活動|運動)?"
    r"|選挙(?:戦|運動)?|誘致(?:活動)?|イベント|補強|除染|(?:広告|宣伝|広報|[制製]作|人件|運営|維持|活動|経|警備|対策|販促|販売促進|選挙|交際)費))"
    r"(?:などに?|に)(?:は|も)?、?(?:(?:年間|総額|合計|計|毎年|これまでに|最大|新たに)の?){0,2}(?:約|およそ)?$"
)
_OFFERS = frozenset(
    {"提示額", "提案額", "買収提案額", "買収提示額", "買収額", "買収金額", "取得額", "取得金額", "買い付け額"}
)
"""提示額は1株64ユーロ: what a share is bought for."""
_DIVIDEND = regex(r"(?:無|復|増|減|記念|特別|期末|中間)配")
_PER_SHARE = regex(r"(?:1|一)株 ?(?:当たり|あたり|辺り|につき)?(?:の?純?利益(?:は|が|で)?)?(?:約|およそ)?$")
# ドイツでは4万ユーロで売られている, 体育館は1500円で借りられる
_SOLD_AT = regex(
    r"で(?:売られ|売っ|売る|並[ぶびべん]|販売|売り出|発売|提供|買え|購入でき|入手でき|借りられ|利用でき|楽しめ|泊まれ|乗れ|入場でき|食べられ)"
)
_NO_WARE = regex(rf"(?:株|株式|ドル|ユーロ|ポンド|債券?|国債)を(?:約)?$|{_PER_SHARE.pattern}")
_PAID = regex(r"の(?:賃料|家賃|使用料|料金|手数料|賃借料|リース料)を?(?:支払|払)")
_BUYBACK = regex(
    r"(?:程度|規模|相当|分|まで)?(?:を上限)?(?:と(?:する|した)|に|の|を)?(?:自社株|自己株式?)(?:買い|の?取得)"
)
_IN_USE = regex(r"(?:稼働|走行|走っ|保有|運行|普及|登録され)(?:する|している|中の|ている)?(?:約|およそ)?$")
# 年380万バレルに相当する石油を節約した: what it comes to is not what was sold.
_WORTH = regex(r"(?:分)?に相当する[^、。はが]{1,10}を(?!販売|出荷|生産|納)")
# 月5万枚のウエハーを生産できる, 年20万台の生産が可能になる: what can be made is not what was made.
_ABLE = regex(r"(?:でき(?:る|ます)|可能|する(?:能力|体制|ことができ)|(?:が|も)可能|[^、。]{0,4}能力)")
# 年産8万台の工場: what a plant can make.
_CAPABLE = regex(r"(?:年産|月産|日産|年間)(?:約|最大)?$")
_PLANT = regex(r"(?:規模)?の(?:[一-鿿ァ-ヶーA-Z]{0,6})?(?:工場|能力|設備|ライン|体制)")
_A_FEE = 10_000_000
_A_TARGET = 1_000_000


def by_word(asked: Asked) -> Measure | None:
    """Return the measure that the sentence names for the figure."""
    for first in _FIRST:
        if (answer := first(asked)) is not None:
            return answer
    found = _nearest(asked)
    if found is None:
        return _without_word(asked)
    for meant in _MEANT:
        if (answer := meant(asked, found)) is not None:
            return answer
    return found


def _bought_back(asked: Asked) -> Measure | None:
    """100億円を上限とする自社株買い."""
    return Measure("financial", "other") if asked.sort("money") and asked.behind(_BUYBACK) else None


def _takes_up(asked: Asked) -> Measure | None:
    """全体の79%を占めた."""
    if not asked.sort("percent") or not asked.folded.startswith("を占め", asked.value.tail):
        return None
    before = (m for m in reversed(asked.reading.measures) if m.family == "quantity" and m.end <= asked.value.start)
    return next(before, None) or _noun(asked)


def _noun(asked: Asked) -> Measure:
    return Measure("quantity", noun(asked.reading, asked.value))


def _so_many(asked: Asked) -> Measure | None:
    """構成企業の約90%が決算発表を終えた."""
    some = asked.sort("percent") and asked.course.direction is None and asked.ahead(_SO_MANY, 24)
    return _noun(asked) if some and asked.behind(_WHO_DID) else None


def _growth(asked: Asked) -> Measure | None:
    """年率1%台半ばの成長."""
    return Measure("quantity", "成長率") if asked.sort("percent") and asked.behind(_GROWTH) else None


def _sold_at(asked: Asked) -> Measure | None:
    """ドイツでは4万ユーロで売られている."""
    sold = asked.sort("money") and asked.behind(_SOLD_AT) and not asked.ahead(_NO_WARE, 14)
    return Measure("price", "commodity") if sold and asked.value.amount.amount < _A_FEE else None


def _of_currencies(asked: Asked) -> Measure | None:
    """為替は109円台半ばで推移した; ルピア急落、1ドル10397.4ルピアに; 1BTC=1500万円."""
    if not asked.sort("money"):
        return None
    goods = any(c.type == "commodity" and c.end <= asked.value.start for c in asked.reading.names)
    if asked.ahead(_ONE_POUND, 8) and (goods or asked.value.mention.text.endswith("セント")):
        return Measure("price", "commodity")  # 砂糖先物は1ポンド=13.67セントまで下げた
    if asked.ahead(_ONE_UNIT, 8) and plausible(_RATE, asked.value) and not asked.behind(_RECKONED):
        return _RATE
    if asked.ahead(_CONVERTS, 8) and asked.behind(_CONVERTED):
        return _RATE  # 対東証比較(1ドル156.44円換算)
    if asked.value.amount.amount < _A_RATE and asked.ahead(_EXCHANGE, 32):
        return Measure("price", "fx_rate")
    return Measure("price", "crypto") if asked.ahead(_ONE_COIN, 24) else None


_RATE = Measure("price", "fx_rate")
_CONVERTS = regex(r"\((?:1)?(?:米?ドル|ユーロ|ポンド|人民元|元)=?$")
_CONVERTED = regex(r"で?換算[)。]")
_ONE_UNIT = regex(r"(?:^|[、。 　はがもでの])1(?:米?ドル|ユーロ|ポンド)=?$")
_ONE_POUND = regex(r"1ポンド(?:=|当たり|あたり)?(?:約)?$")
_RECKONED = regex(r"(?:ほど|程度)?[^、。0-9]{0,8}(?:換算|計算|とすると|として)")


def _goods_foreseen(asked: Asked) -> Measure | None:
    """ブレント見通しを82ドルから75ドルに下げた: what the goods will cost, whoever foresees it."""
    ahead = (
        _FORESEEN.search(asked.folded, max(0, asked.value.start - 30), asked.value.start)
        if asked.sort("money")
        else None
    )
    goods = ahead is not None and any(c.end == ahead.start() and c.type == "commodity" for c in asked.reading.names)
    return Measure("price", "commodity") if goods else None


_FORESEEN = regex(
    r"(?:先物)?(?:の?平均)?(?:価格|相場)?の?(?:見通し|予想|予測|想定)(?:を|は|も)、?(?:従来の|これまでの|1バレル(?:=|当たり)?)?(?:約)?(?:[0-9.,]{1,9}(?:ドル|円|ユーロ|ポンド)から)?$"
)


def _nearing(asked: Asked) -> Measure | None:
    """最高値まで170ドルに迫っている."""
    return Measure("quantity", "差") if asked.sort("money") and nearing(asked.folded, asked.value) else None


def _ratio(asked: Asked) -> Measure | None:
    """純有利子負債は21億ユーロとEBITDAの5.7倍に膨らんだ: how much of something else it comes to."""
    held = asked.sort("multiple") and asked.ahead(_AGAINST_OTHER, 24)
    return Measure("quantity", "倍率") if held else None


_AGAINST_OTHER = regex(
    r"(?:EBITDA|償却前利益|自己資本|純資産|株主資本|手元資金|年収|月収|月商|国内総生産|GDP)(?:\([^()]{1,8}\))?の(?:約)?$"
)


def _ordered(asked: Asked) -> Measure | None:
    """受注残は前年の1.5倍、2万台を超えた: orders are counted, not sold."""
    if not asked.sort("count", "multiple", "percent") or not asked.ahead(_ORDERS, 40):
        return None
    values, at = asked.reading.values, asked.at
    counted = asked.value if asked.sort("count") else values[at + 1] if at + 1 < len(values) else None
    if counted is None or counted.mention.type != "count" or "。" in asked.folded[asked.value.tail : counted.start]:
        return None
    return Measure("quantity", "受注残") if counted.amount.unit in words("counted")["delivered"] else None


_ORDERS = regex(
    r"受注残高?[はがも](?:前[年期月](?:同[期月])?(?:の|比)?)?(?:約)?(?:[0-9.・]{1,6}[倍割%](?:[増減])?(?:、|の))?(?:約)?$"
)


def _rate_of(asked: Asked) -> Measure | None:
    """食品物価の上昇率は2.4%: of prices and the like, whatever was measured before."""
    return _noun(asked) if asked.sort("percent") and asked.ahead(_RATE_OF, 40) else None


_RATE_OF = regex(
    r"(?:物価|賃金|地価|家賃|人件費|所得|消費|人口|GDP|国内総生産)(?:\([^()]{1,10}\))?の(?:上昇|下落|伸び|増加|減少)率?[はがも][^、。はがも0-9]{0,10}$"
)


def _paid(asked: Asked) -> Measure | None:
    """月20万円の家賃を支払う."""
    return Measure("financial", "cost") if asked.sort("money") and asked.behind(_PAID) else None


def _lost(asked: Asked) -> Measure | None:
    return lost(asked.reading, asked.at, asked.course) if asked.sort("money") else None


def _units_sold(asked: Asked) -> Measure | None:
    """ゲーム機の売り上げは1036万台: how many were sold, no money."""
    goods = asked.sort("count") and asked.value.amount.unit in words("counted")["delivered"]
    said = _TURNOVER.search(asked.folded, max(0, asked.value.start - 40), asked.value.start) if goods else None
    return Measure("delivery", "sales", *said.span("word")) if said is not None else None


_TURNOVER = regex(
    r"(?P<word>売上高?|売り上げ高?)(?:は|が|も)、?[^、。はがも]{0,20}(?<!1)(?:約|およそ|累計|累計で|計)?$"
)


_FIRST: tuple[Callable[[Asked], Measure | None], ...] = (
    _bought_back,
    _takes_up,
    _so_many,
    _growth,
    _sold_at,
    _of_currencies,
    _goods_foreseen,
    quoted_so,
    contribution,
    turned_over,
    coupon,
    auctioned,
    _nearing,
    _ratio,
    _ordered,
    ordered_money,
    orders_grew,
    _rate_of,
    _paid,
    _lost,
    _units_sold,
)


def _nearest(asked: Asked) -> Measure | None:
    """The word that names a measure nearest to the figure, if that is what it says of it."""
    reading, at, value = asked.reading, asked.at, asked.value
    limit = reading.values[at + 1].start if at + 1 < len(reading.values) else len(reading.folded)
    # 価格は8GBモデルが599ドル: a size between a price and its word takes nothing from it.
    money = asked.sort("money")
    said = max((v.end for v in reading.values[:at] if v.mention.type == "money"), default=0) if money else _floor(asked)
    found = measure_of(value, said, limit, reading.measures, asked.course, reading.folded)
    if not money:
        return found
    if found is not None and found.family == "cap" and found.end <= _floor(asked) and asked.behind(DEAL):
        return Measure("financial", "other")  # 時価総額2兆円のA社を5000億円で買収した
    offered = found is not None and found.name == "other" and asked.folded[found.start : found.end] in _OFFERS
    if (found is None or offered or found.name in {"commodity", "cash"}) and asked.ahead(_PER_SHARE, 14):
        return Measure("financial", "dividend") if asked.ahead(_DIVIDEND) else Measure("price", "share_price")
    if found is None and aimed_at(reading.folded, value.start, reading.discourse) and value.amount.amount < _A_TARGET:
        return Measure("price", "price")  # A社の目標を200ドルから240ドルに引き上げた
    return found


def _floor(asked: Asked) -> int:
    return asked.previous.end if asked.previous else 0


def _without_word(asked: Asked) -> Measure | None:
    """Money for one piece is its price (1個あたり約300円), money of a market its turnover (市場規模は5兆円)."""
    if not asked.sort("money"):
        return None
    before = asked.folded[: asked.value.start]
    if UNIT_PRICE.search(before[-20:]):
        if handed(asked.reading, asked.value):
            return Measure("financial", "other")  # 遺族に1人当たり20万ルピーを支給する
        spent = _APIECE.search(before) and asked.behind(COSTS)
        return Measure("financial", "cost") if spent else Measure("price", "commodity")
    return Measure("financial", "other") if FIELD.search(before) else None


def _of_yields(asked: Asked, found: Measure) -> Measure | None:
    """利回りは前日終値より0.01%低い1.1%."""
    yields = found.generic and asked.sort("percent") and any(m.name == "yield" for m in asked.reading.measures)
    return Measure("price", "yield") if yields else None


def _same_profit(asked: Asked, found: Measure) -> Measure | None:
    """経常利益は5%増えた。通期の同利益を90億円に: the profit named last."""
    if found.start < 1 or asked.folded[found.start - 1 : found.end] not in {"同利益", "同損益"}:
        return None
    lines = [f.measure for f in asked.reading.discourse.frames if f.measure in PROFITS]
    ahead = [m.name for m in asked.reading.measures if m.name in PROFITS and m.end <= found.start]
    last = (ahead or lines)[-1:]
    return msgspec.structs.replace(found, name=last[0]) if last else None


def _sum_and_share(asked: Asked, found: Measure) -> Measure | None:
    """利益は14億ドル(1株当たり3.1ドル)だった."""
    bare = asked.sort("money") and found.name == "other" and asked.folded[found.start : found.end] == "利益"
    if bare and EACH_SHARE.match(asked.folded, asked.value.end):
        return msgspec.structs.replace(found, name="net_profit")
    return None


def _to_buy(asked: Asked, found: Measure) -> Measure | None:
    """AI企業の買収に100億ドルを投じる."""
    spent = found.name in {"capex", "cost"} and asked.sort("money") and asked.ahead(_TO_BUY, 12)
    return msgspec.structs.replace(found, name="other") if spent else None


def _to_run(asked: Asked, found: Measure) -> Measure | None:
    """新作の宣伝に12億円を投じた, 新薬の研究開発に90億円を投じる: what is gone when it is spent is no plant."""
    if found.name != "capex" or not asked.sort("money") or not asked.folded.startswith("投じ", found.start):
        return None
    spent = asked.ahead(_TO_RUN, 24)
    return msgspec.structs.replace(found, name="rnd" if spent["rnd"] else "cost") if spent else None


def _per_share(asked: Asked, found: Measure) -> Measure | None:
    """調整後利益の見通しは1株当たり9.5ドル."""
    each = asked.sort("money") and found.name in {"other", "net_profit"} and asked.ahead(_PER_SHARE, 14)
    return msgspec.structs.replace(found, name="eps") if each else None


def _no_goods(asked: Asked, found: Measure) -> Measure | None:
    """芝浦電子株の取得価格を6200円に; 基本給を月額9000円引き上げる: pay and grants are no price."""
    if found.name != "commodity":
        return None
    if _OF_SHARES.search(asked.folded, 0, max(0, found.start)):
        return Measure("price", "share_price", found.start, found.end)
    pay = of_pay(asked) or bid(asked.reading, asked.value)
    return Measure("financial", "other", found.start, found.end) if pay and asked.sort("money") else None


def _staked(asked: Asked, found: Measure) -> Measure | None:
    """馬券の配当: what a bet pays is no dividend."""
    return msgspec.structs.replace(found, name="other") if found.name == "dividend" and staked(asked.reading) else None


def _difference(asked: Asked, found: Measure) -> Measure | None:
    apart = found.family in {"price", "delivery"} and compared(asked.reading, found, asked.value, asked.course)
    if asked.sort("percent") and found.family == "price" and asked.behind(_PREMIUM):
        return Measure("quantity", "プレミアム")  # 買収額は前日終値に31%のプレミアムを上乗せした
    return Measure("quantity", "差") if apart else None


_PREMIUM = regex(r"(?:ほど|超|余り|近く|強|弱)?(?:の(?:プレミアム|上乗せ)|を?上乗せ)")


def _kept_for_others(asked: Asked, found: Measure) -> Measure | None:
    """証券会社の預かり資産は48兆円."""
    return (
        msgspec.structs.replace(found, name="other") if found.name == "net_worth" and of_firm(asked.reading) else None
    )


def _of_line(asked: Asked, found: Measure) -> Measure | None:
    other = found.family == "financial" and found.name == "other" and not found.ratio
    line = line_before(asked.reading, found) if other else found
    return line if line is not found else None


def _in_use(asked: Asked, found: Measure) -> Measure | None:
    """月5万枚のウエハーを生産できる, 年産8万台の工場: what can be made, or is in use, was not made."""
    if found.family != "delivery":
        return None
    in_use = asked.ahead(_IN_USE) or _ABLE.match(asked.folded, max(found.end, asked.value.tail)) or asked.behind(_WORTH)
    return _noun(asked) if in_use or (asked.ahead(_CAPABLE) and asked.behind(_PLANT)) else None


def _overtaken(asked: Asked, found: Measure) -> Measure | None:
    """出荷量は4%、NAND型メモリーも8%増加した: what is made more of has no price there."""
    more = asked.course.of == "volume" and found.family == "delivery"
    return PRICE if not more and overtaken(asked.reading, found, _floor(asked), asked.value) else None


_MEANT: tuple[Callable[[Asked, Measure], Measure | None], ...] = (
    _of_yields,
    _same_profit,
    _sum_and_share,
    _to_buy,
    _to_run,
    _per_share,
    _no_goods,
    _staked,
    _difference,
    _kept_for_others,
    _of_line,
    valued_in_round,
    _in_use,
    _overtaken,
)
