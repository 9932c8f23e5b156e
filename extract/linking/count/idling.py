"""Counts that say nothing new: of what was just listed, of a label, of one that stands for all, or asked of the reader.

Each rule is asked of one count and answers True where it is none: 3人に1人, 3メガバンク, 1パック(150g)78円, 両社の2社は. Leaves what is
counted: 3社を買収した, 1人が死亡した, 参加は1人で.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import msgspec

from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.value.values import Surroundings, Value
from jijitsu.extract.regex import regex


class Count(msgspec.Struct, Surroundings, frozen=True):
    """A count in its sentence."""

    reading: Reading
    value: Value

    @property
    def folded(self) -> str:
        return self.reading.folded

    @property
    def unit(self) -> str:
        return self.value.amount.unit

    @property
    def amount(self) -> Decimal:
        return self.value.amount.amount

    @property
    def exact(self) -> bool:
        return self.value.amount.relation == "eq"

    @property
    def before(self) -> str:
        return self.folded[: self.value.start]

    def followed(self, *words: str) -> bool:
        """True if one of the words stands right behind."""
        return self.folded.startswith(words, self.value.tail)


def idle(reading: Reading, value: Value) -> bool:
    """True for a count that says nothing new."""
    count = Count(reading, value)
    return any(rule(count) for rule in _RULES)


def _labels(count: Count) -> bool:
    """3号機, 3年2組."""
    return _LABEL.search(count.unit) is not None or (count.unit == "組" and _CLASS.search(count.before) is not None)


def _names_region(count: Count) -> bool:
    """首都圏の1都[3県]: what the region is called."""
    return count.unit in {"県", "府", "府県"} and count.ahead(_WITH_CAPITAL, 4) is not None


_WITH_CAPITAL = regex(r"(?:1|一)[都道](?:(?:1|2|一|二)府)?$")


def _guesses(count: Count) -> bool:
    """QUICKコンセンサス(9日時点、13社)の298億円, アナリスト11人の予想平均: how many the forecast is of."""
    return bool(count.ahead(_OF_ANALYSTS, 30) and (count.unit == "社" or count.behind(_THEIR_GUESS)))


_OF_ANALYSTS = regex(r"(?:(?:コンセンサス|市場予想|予想(?:の)?平均)(?:は|の)?\((?:[^()]{1,14}、)?|アナリスト)$")
_THEIR_GUESS = regex(r"の(?:業績|利益)?(?:予想|コンセンサス|予測|平均)")


def _asks_the_reader(count: Count) -> bool:
    """あなたは何人と話しましたか."""
    return _ASKED.search(count.folded) is not None


def _is_one_in_many(count: Count) -> bool:
    """[3人]に1人, 3人に[1人]."""
    return bool(count.behind(_ONE_IN) or (count.amount == 1 and count.ahead(_IN_MANY, 6)))


def _is_any_number(count: Count) -> bool:
    """1人でも多くの命を, 一つでも二つでも."""
    return bool(count.behind(_EVEN_ONE) or count.ahead(_EVEN_TWO, 8))


def _costs_so_much(count: Count) -> bool:
    """1人往復500円を補助する, 1パック(150g)78円: what one costs."""
    one = count.amount == 1 and _COSTS.match(count.folded, count.value.end)
    return bool(one or (count.ahead(_SIZE_OF_ONE, 10) and _COSTS.match(count.folded, count.value.start - 1)))


def _belongs(count: Count) -> bool:
    """候補者31人のうちの1人, 創業者の1人である: what somebody belongs to."""
    if count.amount != 1 or count.unit not in {"人", "名", "社", "国", "校", "店", "件"} or not count.exact:
        return False
    ahead = count.before[-3:]
    return ahead.endswith("うちの") or (ahead[-1:] == "の" and count.behind(_BELONGS) is not None)


def _is_alone(count: Count) -> bool:
    """1人で歩いていた; not 参加は1人で、."""
    return count.unit == "人" and count.amount == 1 and count.behind(_ALONE) is not None


def _is_a_mark_of_an_index(count: Count) -> bool:
    """S&P500が7100台, マニラは7800台乗せ."""
    if count.unit != "台":
        return False
    joins = {"が", "は", "も", "、", "の"}
    start, names = count.value.start, count.reading.names
    if count.amount >= _THOUSAND and any(c.type == "index" and count.folded[c.end : start] in joins for c in names):
        return True
    if count.amount >= _THOUSAND and count.behind(_MARK_CROSSED):  # KOSPIは7384.56で、初の7000台に乗せた
        return any(c.type == "index" and c.end <= start for c in names)
    return bool(count.behind(_MARK_CROSSED) and _OF_STOCKS.search(count.reading.discourse.headline or count.folded))


def _is_part_of_a_name(count: Count) -> bool:
    """3メガバンク, 高配当株50指数連動型, トップ10入り, 半分."""
    named = count.unit == "指数" and count.value.start and not _APART.match(count.folded[count.value.start - 1])
    top = count.value.mention.text.startswith("半分") or _TOP.search(count.folded, 0, count.value.start)
    return bool(count.unit.endswith("メガバンク") or named or top)


def _tells_the_sort(count: Count) -> bool:
    """2人以上世帯, 1人世帯, 2人乗り, 3ナノメートル品, 片側2車線, 16ギガバイトモデル, 国は二つに割れた."""
    return bool(
        (count.value.amount.relation == "ge" and count.behind(_HOUSEHOLDS))
        or (count.unit in _PROCESS and _CHIPS.search(count.folded))
        or (count.unit == "人" and count.behind(_SORT_OF))
        or count.behind(_VARIANT)
        or (count.unit == "つ" and count.behind(_SPLITS))
        or (count.unit == "車線" and count.before.endswith("片側"))
    )


def _stands_for_all(count: Count) -> bool:
    """1枚の板に積む容量, 1人分."""
    one = count.amount == 1 and count.exact
    return one and (count.unit in {"人分", "株", "度", "周"} or count.behind(_SINGLE) is not None)


def _is_per_so_many(count: Count) -> bool:
    """コメ5キロの平均価格, 18リットル(タンク1個分)当たり1403円, 人口10万人当たり."""
    return bool((count.amount > 1 and count.behind(_PER_SO_MANY)) or count.behind(_ITS_PRICE))


def _is_of_a_game(count: Count) -> bool:
    """1回と3回に得点チャンスを作る, 100点満点, 1着, 1試合で4本; 今週の日経平均は2勝3敗."""
    if count.unit in {"勝", "敗"}:
        return any(c.type == "index" for c in count.reading.names)
    if count.unit == "回" and count.behind(_IN_CAREER):
        return False  # 安打と本塁打を重ね、球宴に4回出場した
    play = count.unit == "回" and count.amount <= _LAST_INNING and count.behind(_INNING) and _PLAY.search(count.folded)
    if play or (count.unit == "回" and _INNINGS.search(count.folded)) or count.followed("満点"):
        return True
    if count.unit == "着":
        return not _of_clothes(count.reading)
    behind = count.folded[count.value.tail : count.value.tail + 1]
    return count.unit == "試合" and count.amount == 1 and behind in {"で", "に", "平", "最"}


def _is_a_yardstick(count: Count) -> bool:
    """東京ドーム6個分の28万平方メートル."""
    return count.followed("分") and _YARDSTICK.search(count.folded, 0, count.value.start) is not None


def _is_no_share(count: Count) -> bool:
    """780億ドル(プラスマイナス2%), 最後の1%, 99%まで到達する."""
    if count.value.mention.type != "percent":
        return False
    give = _GIVE_OR_TAKE.search(count.before)
    return bool(give or count.before.endswith("最後の") or count.behind(_RHETORIC))


def _is_the_other(count: Count) -> bool:
    """もう1社のカガリは: the other of those just counted."""
    return count.amount == 1 and count.unit in _LISTED and count.followed("の") and count.before.endswith("もう")


def _pulled_an_index(count: Count) -> bool:
    """日経平均を1銘柄で65円押し下げた."""
    return count.unit == "銘柄" and count.followed("で") and _PULLED.search(count.folded) is not None


def _is_of_those_before(count: Count) -> bool:
    """過去6回の平均, 東京・名古屋2市場; 4社とも減った, of those that were listed."""
    alike = count.unit in {"社", "行", "地区", "部門", "品目"} and count.behind(_ALIKE)
    times = count.unit == "回" and _TIMES_BEFORE.search(count.folded, 0, count.value.start) and count.behind(_OF_THOSE)
    return bool(times or alike or (count.unit == "市場" and _BOTH.search(count.folded, 0, count.value.start)))


def _is_packed(count: Count) -> bool:
    """卵10個入りの価格, コシヒカリ(60キロ)は3万円, 40フィート1468ドル: how the goods are packed."""
    if count.unit == "フィート":
        return count.amount in _CONTAINERS and count.behind(_SHIPPED) is not None
    lot = count.ahead(_OPEN, 1) and count.folded.startswith(")", count.value.end) and count.behind(_LOT)
    return count.unit in _PACKED and bool(lot or count.followed("入り", "詰め"))


def _is_just_listed(count: Count) -> bool:
    """二人の分業は明快だ, この2社は, AとBの2社: whom the text has just named."""
    value, folded = count.value, count.folded
    if value.mention.text == "二人" and count.behind(_PAIR) and not _SOMEBODY.search(count.before):
        return True
    back = _BACK.search(count.before)
    firms = count.unit in {"社", "行", "紙"} and count.amount < _MANY_FIRMS and count.exact
    if firms and back and count.behind(_BACK_BEHIND):
        return True
    persons = count.unit in {"人", "名"} and count.amount < _MANY_PERSONS
    if persons and back and count.followed("は", "とも") and not _some_died(count.reading, value):
        return True
    names = count.reading.names
    listed = any(len(c.subjects) > 1 and folded[c.end : value.start] in {"の", "、"} for c in names)
    return listed and count.unit in _LISTED


_THOUSAND = 1000
_LAST_INNING = 15
_MANY_FIRMS = 10
_MANY_PERSONS = 5


def _is_of_a_row(count: Count) -> bool:
    """True for a group that has a name (商社大手5社の, 東証33業種, 4市3町の) and for how often in a day (1日2回)."""
    value, folded, before = count.value, count.folded, count.before
    unit, amount, exact = count.unit, count.amount, count.exact
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
    if unit.startswith(_LANDS) and before.endswith(("主要", "先進")):
        return True  # 主要7カ国(G7)の財務相
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
    towns = exact and unit in {"市", "町", "村"}
    return towns and bool(_TOWNS_ON.match(folded, value.tail) or _TOWNS_BEFORE.search(before))


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


_BELONGS = regex(r"(?:だ|である|です|で、|として)(?![けっ])")
_PULLED = regex(r"(?:平均|指数|TOPIX)を[^。]{0,24}押し[上下]げ")
_TIMES_BEFORE = regex(r"(?:過去|直近|これまで)$")
_OF_THOSE = regex(r"の(?:平均|入札|発行|会合)")
_BOTH = regex(r"[一-鿿ァ-ヺ]・[一-鿿ァ-ヺ]{2,5}$")
_MARK_CROSSED = regex(r"(?:に|を)?(?:一時)?(?:乗せ|回復|割れ|付け)")
_OF_STOCKS = regex(r"株(?:式|価)?(?![主])|指数|相場|市況")
_COINS = frozenset({"ビットコイン", "BTC", "イーサ", "ETH", "コイン", "XRP"})
_CALENDAR = 1900
_LANDS = ("カ国", "か国", "ヵ国", "ヶ国")
_GIVE_OR_TAKE = regex(r"(?:プラス・?マイナス|±)(?:約)?$")
_ALIKE = regex(r"とも(?!な)")
_ITS_PRICE = regex(
    r"(?:・グラム)?の?(?:全国)?(?:平均)?(?:小売|店頭|取引|販売)?(?:価格|単価|値段)|の(?:製造|生産|調達|輸送)?(?:コスト|原価|費用)"
)
_PER_SO_MANY = regex(r"(?:・グラム)?(?:\([^()]{0,20}\))?(?:の重さ)?(?:当たり|あたり|につき)(?!年|月)")
_HOUSEHOLDS = regex(r"の?世帯(?:の|は|が|も)")
_SORT_OF = regex(r"(?:世帯|暮らし|乗り|部屋|用(?!意)|っ子|家族(?!だ|である|です|で、|。))")
_VARIANT = regex(r"(?:モデル|タイプ|版(?![画図])|仕様|プラン(?!ト))(?=は|が|も|の|で|を|と|、|[(]|に)")
_SPLITS = regex(r"に(?:割れ|分かれ|分断|折れ|引き裂)")
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
_PACKED = frozenset([
    "個", "本", "枚", "袋", "箱", "缶", "粒", "錠", "包", "切れ", "玉", "キロ", "グラム", "ミリリットル", "リットル", "パック",
])  # fmt: skip
_CONTAINERS = frozenset({20, 40, 45})
_SHIPPED = regex(r"(?:型|換算)?の?(?:コンテナ|(?:約)?[0-9][0-9,.]{0,8}(?:ドル|円|ユーロ|元))")
_OPEN = regex(r"\($")
_LOT = regex(r"(?:(?:の[^、。はがも]{1,10})?[はがで、][^、。]{0,16}?)?[0-9][0-9,.万千]{0,8}(?:円|ドル|ユーロ)")
_EVEN_ONE = regex(r"でも(?:多[くい]|早[くい]|安[くい]|高[くい]|長[くい]|少な[くい]|増や|減ら|(?:二|2)[つ人件日本台社])")
_EVEN_TWO = regex(r"(?:一|1)[つ人件日本台社]でも$")
_SIZE_OF_ONE = regex(r"(?<![0-9.,])1[個本枚袋箱缶束玉杯冊]?(?:パック|ケース|セット|皿|瓶)?\($")
_COSTS = regex(
    r"(?:\([^()]{1,14}\)|往復|片道|一律|上限|最大|平均)(?:で|約)?[0-9][0-9,.万千]{0,10}(?:円|米?ドル|ユーロ)"
)
# 1枚の板に積む容量, 1機の打ち上げ費用は: any one of them.
_SINGLE = regex(
    r"(?<=[枚個本台匹頭羽])の平均|(?<=[枚個本台])の[^、。はがを]{1,10}(?:に|で|から|あたり|当たり)|の[^、。はがを0-9]{0,12}(?:費用|価格|料金|コスト|単価|代金|運賃)[はがをだ]"
)
_YARDSTICK = regex(r"(?:ドーム|球場|サッカー場|コート|プール|グラウンド|タワー)(?:の)?(?:約|およそ)?$")
_IN_CAREER = regex(r"(?:出場|受賞|輝[いく]|選出|選ばれ|獲得)")
_INNINGS = regex(
    r"[0-9]回[表裏]|延長[0-9]{1,2}回|適時打|先発|完投|継投|二塁打|本塁打|マウンド|打線|無失点|ホームラン|ヒット|タイムリー|点差|アウト|満塁|[0-9]塁"
    r"|[0-9]回(?:のみ)?の(?:攻撃(?:終了|が終|を終|中|で|前)|攻防|守備|守り)"
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
_LISTED = frozenset([
    "社", "人", "行", "銘柄", "つ", "カ国", "か国", "グループ", "チーム", "者", "県", "市", "校", "紙",
])  # fmt: skip

_RULES: tuple[Callable[[Count], bool], ...] = (
    _labels,
    _names_region,
    _guesses,
    _asks_the_reader,
    _is_one_in_many,
    _is_any_number,
    _costs_so_much,
    _belongs,
    _is_alone,
    _is_a_mark_of_an_index,
    _is_part_of_a_name,
    _tells_the_sort,
    _stands_for_all,
    _is_per_so_many,
    _is_of_a_game,
    _is_of_a_row,
    _is_a_yardstick,
    _is_no_share,
    _is_the_other,
    _pulled_an_index,
    _is_of_those_before,
    _is_packed,
    _is_just_listed,
)
