"""What remains once it is known whose a figure is: the price of what, and what says nothing new."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from jijitsu.extract.linking.measures import Measure
from jijitsu.extract.linking.quotations import unit_of_row
from jijitsu.extract.linking.reading import SENTIMENT, Reading
from jijitsu.extract.linking.subjects import FUND_NAME
from jijitsu.extract.linking.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject


def idle(reading: Reading, value: Value) -> bool:
    """True for a count that says nothing new: of what was just listed, of a label, or asked of the reader."""
    folded = reading.folded
    if _LABEL.search(value.amount.unit) or _ASKED.search(folded):
        return True
    if value.amount.unit == "組" and _CLASS.search(folded[: value.start]):
        return True
    if _ONE_IN.match(folded, value.tail) or (
        value.amount.amount == 1 and _IN_MANY.search(folded, max(0, value.start - 6), value.start)
    ):
        return True  # 3人に1人
    if _EVEN_ONE.match(folded, value.tail) or _EVEN_TWO.search(folded, max(0, value.start - 8), value.start):
        return True  # 1人でも多くの命を, 一つでも二つでも
    if value.amount.amount == 1 and (_COSTS.match(folded, value.end) or _one_of(value, folded)):
        return True  # 1人往復500円を補助する, 1パック(150g)78円, 創業者の1人だ
    if _SIZE_OF_ONE.search(folded, max(0, value.start - 10), value.start) and _COSTS.match(folded, value.start - 1):
        return True  # 1パック(150g)78円: what one costs
    if value.amount.unit == "人" and value.amount.amount == 1 and _ALONE.match(folded, value.tail):
        return True
    if value.amount.unit == "台" and value.amount.amount >= 1000 and any(
        c.type == "index" and folded[c.end : value.start] in {"が", "は", "も", "、", "の"} for c in reading.names
    ):  # fmt: skip
        return True  # S&P500が7100台
    if value.amount.unit == "台" and _MARK_CROSSED.match(folded, value.tail) and _OF_STOCKS.search(
        reading.discourse.headline or folded
    ):  # fmt: skip
        return True  # マニラは7800台乗せ
    if value.amount.unit.endswith("メガバンク") or (
        value.amount.relation == "ge" and _HOUSEHOLDS.match(folded, value.tail)
    ):
        return True  # 3メガバンク, 2人以上世帯
    if (unit_named := value.amount.unit) in _PROCESS and _CHIPS.search(folded):
        return True  # 3ナノメートル品, 2ナノ世代: which generation it is
    if unit_named == "指数" and value.start and not _APART.match(folded[value.start - 1]):
        return True  # 高配当株50指数連動型: part of a name
    if unit_named == "人" and _SORT_OF.match(folded, value.tail):
        return True  # 1人世帯, 2人乗り: what sort of thing it is
    if value.mention.text.startswith("半分") or _TOP.search(folded, 0, value.start):
        return True
    unit, amount = value.amount.unit, value.amount.amount
    if (
        amount == 1
        and value.amount.relation == "eq"
        and (unit in {"人分", "株", "度"} or _SINGLE.match(folded, value.tail))
    ):
        return True
    if (amount > 1 and _PER_SO_MANY.match(folded, value.tail)) or _ITS_PRICE.match(folded, value.tail):
        return True  # コメ5キロの平均価格, 1キロ単価, 18リットル(タンク1個分)当たり1403円, 人口10万人当たり
    if unit == "回" and amount <= 15 and _INNING.match(folded, value.tail) and _PLAY.search(folded):
        return True  # 1回と3回に得点チャンスを作る
    if (unit == "回" and _INNINGS.search(folded)) or folded.startswith("満点", value.tail):
        return True
    if _of_a_row(value, folded):
        return True
    if folded.startswith("分", value.tail) and _YARDSTICK.search(folded, 0, value.start):
        return True  # 東京ドーム6個分の28万平方メートル
    if value.mention.type == "percent" and _GIVE_OR_TAKE.search(folded, 0, value.start + 4):
        return True  # 780億ドル(プラスマイナス2%)
    if (
        amount == 1
        and unit in _LISTED
        and folded.startswith("の", value.tail)
        and folded.endswith("もう", 0, value.start)
    ):
        return True  # もう1社のカガリは: the other of those just counted
    if unit == "銘柄" and folded.startswith("で", value.tail) and _PULLED.search(folded):
        return True  # 日経平均を1銘柄で65円押し下げた
    if (unit == "回" and _TIMES_BEFORE.search(folded, 0, value.start) and _OF_THOSE.match(folded, value.tail)) or (
        unit == "市場" and _BOTH.search(folded, 0, value.start)
    ):
        return True  # 過去6回の平均, 東京・名古屋2市場
    if unit == "車線" and folded.endswith("片側", 0, value.start):
        return True  # what a road is like
    if unit == "着" and not _of_clothes(reading):
        return True  # 1着 and 2着 are ranks of a race
    if unit in _PACKED and folded.startswith(("入り", "詰め"), value.tail):
        return True  # 卵10個入りの価格: how the goods are packed
    if unit == "試合" and amount == 1 and folded[value.tail : value.tail + 1] in {"で", "に", "平", "最"}:
        return True  # 1試合で4本
    if value.mention.text == "二人" and _PAIR.match(folded, value.tail) and not _SOMEBODY.search(folded[: value.start]):
        return True
    if value.mention.type == "percent" and (
        folded[: value.start].endswith("最後の") or _RHETORIC.match(folded, value.tail)
    ):
        return True
    few, back = value.amount.amount, _BACK.search(folded[: value.start])
    firms = value.amount.unit in {"社", "行", "紙"} and few < 10 and value.amount.relation == "eq"
    if firms and back and _BACK_BEHIND.match(folded, value.tail):
        return True
    persons = value.amount.unit in {"人", "名"} and few < 5
    if persons and back and folded.startswith(("は", "とも"), value.tail) and not _some_died(reading, value):
        return True
    listed = any(len(c.subjects) > 1 and folded[c.end : value.start] in {"の", "、"} for c in reading.names)
    return listed and value.amount.unit in _LISTED


def _one_of(value: Value, folded: str) -> bool:
    """True for 候補者31人のうちの1人, 創業者の1人である: what somebody belongs to, and no count."""
    if value.amount.unit not in {"人", "名", "社", "国", "校", "店", "件"} or value.amount.relation != "eq":
        return False
    ahead = folded[max(0, value.start - 3) : value.start]
    return ahead.endswith("うちの") or (ahead[-1:] == "の" and _BELONGS.match(folded, value.tail) is not None)


_BELONGS = regex(r"(?:だ|である|です|で、|として)(?![けっ])")


def _some_died(reading: Reading, value: Value) -> bool:
    """19人が救助されたが、4人は病院で亡くなった: other than those counted before in the sentence, so no word for them."""
    others = {v.amount.amount for v in reading.values if v.end <= value.start and v.amount.unit in {"人", "名"}}
    return bool(others - {value.amount.amount}) and _DIED.match(reading.folded, value.tail) is not None


_DIED = regex(r"は[^、。]{0,16}(?:死亡|亡くな|息を引き取|重体|行方不明)")


def _of_clothes(reading: Reading) -> bool:
    """True where clothes are spoken of, here or just before (残り9着の購入者を探す), and no race."""
    if _REMAINING.search(reading.folded):
        return True
    said = (reading.folded, *(scene.sentence.folded for scene in reading.discourse.lately))
    return any(_CLOTHES.search(text) for text in said) and not any(_RACE.search(text) for text in said)


_PULLED = regex(r"(?:平均|指数|TOPIX)を[^。]{0,24}押し[上下]げ")
_TIMES_BEFORE = regex(r"(?:過去|直近|これまで)$")
_OF_THOSE = regex(r"の(?:平均|入札|発行|会合)")
_BOTH = regex(r"[一-鿿ァ-ヺ]・[一-鿿ァ-ヺ]{2,5}$")
_MARK_CROSSED = regex(r"(?:に)?(?:乗せ|回復|割れ)")
_OF_STOCKS = regex(r"株(?:式|価)?(?![主])|指数|相場|市況")


def borne(folded: str, value: Value) -> bool:
    """True for what a card or voucher bears: 3万円、5万円のカード, 1000円、3000円の2種類の商品券; and for 1円でも安く."""
    if value.mention.type == "money" and value.amount.amount == 1 and _EVEN_ONE.match(folded, value.tail):
        return True
    return value.mention.type == "money" and _BORNE.match(folded, value.tail) is not None


_BORNE = regex(
    r"(?:[、と][0-9][0-9万,]*円)*の(?:[0-9]種類の)?(?:プリペイド|ギフト|磁気)?(?:カード|商品券|図書券|クーポン|紙幣|硬貨|切手)(?!ローン|会社|決済|代)"
)


_COINS = frozenset({"ビットコイン", "BTC", "イーサ", "ETH", "コイン", "XRP"})
_CALENDAR = 1900
_GIVE_OR_TAKE = regex(r"(?:プラス・?マイナス|±)(?:約)?[0-9.]{0,4}$")


def _of_a_row(value: Value, folded: str) -> bool:
    """True for a group that has a name (商社大手5社の, 東証33業種, 4市3町の) and for how often in a day (1日2回)."""
    unit, amount, before = value.amount.unit, value.amount.amount, folded[: value.start]
    exact = value.amount.relation == "eq"
    if (
        unit in {"社", "行", "カ国"}
        and exact
        and folded.startswith(("で計", "で合計", "で合わせて", "で総額"), value.tail)
    ):
        return True  # 3社で計4200億円
    if unit == "回" and amount == 1 and folded.startswith(("の充電", "の給油", "の満充電"), value.tail):
        return True
    if amount == 1 and unit in _COINS and folded.startswith(("=", "で", "が", "当たり", "あたり"), value.tail):
        return True  # 1ビットコインで900万円台
    if unit == "種" and before.endswith(("平均(", "株価(")):
        return True  # 日経平均株価(225種)
    if unit == "回" and folded.startswith("債", value.tail):
        return True  # 新発10年債(381回債)
    if unit == "年分" and amount > _CALENDAR:
        return True  # 2025年分の非課税枠
    if unit in {"社", "行"} and exact and amount <= 10 and before.endswith(("大手", "主要", "上位")):
        return _SUMMED.match(folded, value.tail) is not None
    if (unit == "業種" and before.endswith(("東証", "業種別"))) or (unit == "回" and before.endswith("1日")):
        return True
    if (
        amount == 1
        and exact
        and (folded.startswith(_EACH, value.tail) or (unit in _SPANS and _AS_MUCH.match(folded, value.tail)))
    ):
        return True
    return (
        unit in {"市", "町", "村"}
        and exact
        and bool(_TOWNS_ON.match(folded, value.tail) or _TOWNS_BEFORE.search(before))
    )


def refined(reading: Reading, measure: Measure, subjects: Sequence[Subject], value: Value) -> Measure | None:
    """The price of what: told by whose it is. A price of nothing is none."""
    if measure.family == "cap" and _HELD.search(reading.folded[: max(0, measure.start)]):
        return msgspec.structs.replace(measure, family="financial", name="other")  # 持ち分の価値は77億円
    if measure.name == "market_cap" and "評価" in reading.folded[max(0, measure.start) : measure.end] and (
        "含み益" in reading.folded or "含み損" in reading.folded
    ):  # fmt: skip
        return msgspec.structs.replace(measure, family="financial", name="other")  # 評価額は8億円で、含み益は1億円
    if measure.family == "cap" and reading.folded.startswith(("価値", "評価"), max(0, measure.start)):
        firm = subjects and subjects[0].type in {"company", "crypto", "index", "group"}
        return measure if firm else msgspec.structs.replace(measure, family="financial", name="other")
    if measure.name == "other" and reading.folded[max(0, measure.start) : measure.end] == "資産" and subjects:
        return msgspec.structs.replace(measure, name="net_worth") if subjects[0].type == "person" else measure
    if measure.name in {"cash", "net_worth"}:
        firm = bool(subjects) and subjects[0].type in {"company", "product"}
        # Cash is a firm's at hand, a fortune a person's: money that somebody handed over is neither.
        return measure if firm == (measure.name == "cash") else msgspec.structs.replace(measure, name="other")
    if (
        measure.name in {"revenue", "net_profit", "operating_profit"} and value.mention.type == "money"
        and value.amount.unit in {"USD", "EUR", "GBP"} and abs(value.amount.amount) < _A_SHARE
        and any(f.measure == "eps" for f in reading.discourse.frames)
    ):  # fmt: skip
        return msgspec.structs.replace(measure, name="eps")  # 629億ドルと2.84ドルをそれぞれ上回った
    if measure.name == "commodity" and subjects and subjects[0].type in {"crypto", "index"}:
        measure = msgspec.structs.replace(measure, name=subjects[0].type)
    if measure.family != "price" or measure.name in {"commodity", "fx_rate", "yield"}:
        return measure
    if (
        value.mention.type == "money"
        and value.amount.amount >= _NO_PRICE
        and subjects
        and subjects[0].type != "commodity"
    ):
        return Measure("financial", "other")  # 56億ドル相当の建玉が清算された: no share, index or coin costs that
    kind = subjects[0].type if subjects else None
    name = {"company": "share_price", "product": "share_price", "index": "index", "crypto": "crypto",
            "currency": "fx_rate", "commodity": "commodity", "country": "index"}.get(kind or "", measure.name)  # fmt: skip
    unnamed = kind in {None, "product"} and reading.discourse.company is None
    if unnamed and measure.start < 0 and not any(FUND_NAME.search(s.name) for s in subjects):
        name = "commodity" if _last_priced(reading) == "commodity" else name  # 「銘柄米」は31円安い4127円
    if kind in {"other", "group"}:
        priced = _last_priced(reading) == "commodity" or (_of_rates(reading) and not _STOCKS.search(reading.folded))
        goods = measure.start < 0 and priced  # 昆布は3500円だった。前回より200円高い
        name = "yield" if subjects[0].name.endswith(("利回り", "金利")) else "commodity" if goods else "share_price"
    if (
        name == "share_price"
        and measure.start < 0
        and (_GOODS.search(reading.folded) or _of_rates(reading))
        and not _STOCKS.search(reading.folded)
    ):
        name = "commodity"  # たばこ300円から330円に: what a firm charges is not what it costs
    if name == "index" and SENTIMENT.search(subjects[0].name):
        return Measure("quantity", subjects[0].name)
    bare = value.mention.type == "number" and unit_of_row(reading.folded, value.start) is None
    if name == "price" or (bare and name != "index"):
        return None
    return msgspec.structs.replace(measure, name=name)


_A_SHARE = 1000
_NO_PRICE = 200_000_000


def _of_rates(reading: Reading) -> bool:
    """True where what households pay was spoken of lately, and no shares: 電気代が上がる。カガリ電力は65円高い8132円となる."""
    if not _DEARER.search(reading.folded):
        return False
    said = tuple(scene.sentence.folded for scene in reading.discourse.lately)
    rated = any(_RATES.search(text) for text in (reading.folded, *said))
    return rated and not any(_STOCKS.search(text) for text in said)


def _last_priced(reading: Reading) -> str | None:
    return next((f.measure for f in reversed(reading.discourse.frames) if f.family == "price"), None)


_ITS_PRICE = regex(
    r"(?:・グラム)?の?(?:全国)?(?:平均)?(?:小売|店頭|取引|販売)?(?:価格|単価|値段)|の(?:製造|生産|調達|輸送)?(?:コスト|原価|費用)"
)
_PER_SO_MANY = regex(r"(?:・グラム)?(?:\([^()]{0,20}\))?(?:の重さ)?(?:当たり|あたり|につき)(?!年|月)")
_HOUSEHOLDS = regex(r"の?世帯(?:の|は|が|も)")
_SORT_OF = regex(r"(?:世帯|暮らし|乗り|部屋|用(?!意)|っ子|家族)")
_PROCESS = frozenset({"ナノ", "ナノメートル", "nm", "ミクロン"})
_CHIPS = regex(
    r"半導体|チップ|世代|プロセス|線幅|微細|ファウンドリー|受託生産|ナノ(?:メートル)?(?:品|台|級|技術|製品)|量産"
)
_APART = regex(r"[、。・はがもをにの( 約計全]")
_RHETORIC = regex(r"まで(?:到達|行く|行け|進)")
# 2社がKOSPI全体に占める, 3社合算の: whom the text has just named.
_BACK = regex(r"(?:^|[、。「( ]|この|その|両|を含む)$")
_BACK_BEHIND = regex(r"(?:合算|合計|で|の|は|が|とも|に対する|以外)")
_LABEL = regex(r"^(?:課|号機|号|型|号車|番|番地|丁目|章|節|条|版)$")
_CLOTHES = regex(
    r"服|スーツ|ドレス|着物|衣装|コート|シャツ|衣[料類]|水着|浴衣|振り袖|トレーナー|セーター|ジャケット|ズボン|ジーンズ|ジャージ|ブラウス|ワンピース|ユニ[ホフ]ォ?ーム|パジャマ|ダウン"
)
_REMAINING = regex(r"残り(?:の)?[0-9]{1,6}着")
_RACE = regex(r"競[馬輪走艇]|騎手|馬|レース|選手|優勝|ゴール")
_PACKED = frozenset(
    {
        "個",
        "本",
        "枚",
        "袋",
        "箱",
        "缶",
        "粒",
        "錠",
        "包",
        "切れ",
        "玉",
        "キロ",
        "グラム",
        "ミリリットル",
        "リットル",
        "パック",
    }
)
_EVEN_ONE = regex(r"でも(?:多[くい]|早[くい]|安[くい]|高[くい]|長[くい]|少な[くい]|増や|減ら|(?:二|2)[つ人件日本台社])")
_EVEN_TWO = regex(r"(?:一|1)[つ人件日本台社]でも$")
_SIZE_OF_ONE = regex(r"(?<![0-9.,])1[個本枚袋箱缶束玉杯冊]?(?:パック|ケース|セット|皿|瓶)?\($")
_COSTS = regex(
    r"(?:\([^()]{1,14}\)|往復|片道|一律|上限|最大|平均)(?:で|約)?[0-9][0-9,.万千]{0,10}(?:円|米?ドル|ユーロ)"
)
# 1枚の板に積む容量: any one of them.
_SINGLE = regex(r"(?<=[枚個本台匹頭羽])の平均|(?<=[枚個本台])の[^、。はがを]{1,10}(?:に|で|から|あたり|当たり)")
_YARDSTICK = regex(r"(?:ドーム|球場|サッカー場|コート|プール|グラウンド|タワー)(?:の)?(?:約|およそ)?$")
_INNINGS = regex(
    r"[0-9]回[表裏]|延長[0-9]{1,2}回|適時打|先発|完投|継投|二塁打|本塁打|マウンド|打線|無失点|ホームラン|ヒット|タイムリー|点差|アウト|満塁|[0-9]塁"
)
_INNING = regex(r"[表裏]|[にの]|と[0-9]|、[0-9]|、|まで|途中|から")
_PLAY = regex(
    r"得点(?:チャンス|に至|を(?:重|挙|あげ|奪))|[0-9]点を?(?:先制|先行|追加|取|奪|返|許|差)|失点|同点|登板|先頭打者|[0-9]安打|内野安打|前安打|四球|三振|盗塁|犠飛|犠打|完封|リリーフ|コールド"
)
# 二人の分業は明快だ, 賭けた二人: whom the text has named.
_PAIR = regex(r"(?:の(?!.{0,4}[男女者員児])|は|が|で|も|$)")
_SOMEBODY = regex(r"[一-鿿ァ-ヶら]$")
_CLASS = regex(r"[0-9]年$|[小中高][0-9]$")
# トップ10入り, 上位10傑: names a list, counts nothing.
_TOP = regex(r"(?:トップ|ベスト|ワースト|TOP)$")
_ONE_IN = regex(r"に(?:1|一)(?:人|社|件|校|台|世帯|つ)")
_SUMMED = regex(r"の?(?:合計|合算)|の(?:時価総額|[今前通来]期|決算|業績|売上|純?利益|平均|株価)")
_EACH = ("あたり", "当たり", "につき")
_SPANS = frozenset({"日分", "カ月分", "か月分", "ヶ月分", "年分"})
_AS_MUCH = regex(r"の(?:約|およそ)?[0-9]|に(?:相当|当たる|あたる|匹敵)|を(?:超|上回)")
_TOWNS_ON = regex(r"[0-9]{1,2}[市町村]")
_TOWNS_BEFORE = regex(r"[0-9][市町]$")
_ALONE = regex(r"で(?![、はも。す])")
"""1人で歩いていた: alone; 参加は1人で、 counts."""
_IN_MANY = regex(r"(?:人|社|件|校|台|世帯|つ)に$")
_ASKED = regex(r"(?:あなた|皆さん|みなさん)")
_LISTED = frozenset(
    {"社", "人", "行", "銘柄", "つ", "カ国", "か国", "グループ", "チーム", "者", "県", "市", "校", "紙"}
)
_GOODS = regex(r"値上げ|値下げ|料金|運賃|定価|税込|税抜|税別|販売価格|小売価格|小売値|たばこ|1箱|1本")
_DEARER = regex(r"家庭|使用|請求|月分|[高安](?:[くい]|の[0-9]|と続)|値[上下]が?[りげ]|引き[上下]げ")
_RATES = regex(
    r"(?:電気|ガス|水道|郵便|タクシー|通話|通信|利用|乗車|宿泊|入場)(?:料金|代|料)|運賃|(?:標準|平均|一般)(?:的な)?家庭|値上げ|値下げ|店頭価格|小売価格"
)
_STOCKS = regex(r"株|終値|取引|相場|市場|上場")
_HELD = regex(
    r"(?:保有し(?:ており|ている)、その|持ち分|持ち株|保有株|保有分|保有する[^。]{0,30}|保有資産|土地|在庫|担保|作品)(?:の|、|は)?$"
)
