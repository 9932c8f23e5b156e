"""What remains once it is known whose a figure is: the price of what."""

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
