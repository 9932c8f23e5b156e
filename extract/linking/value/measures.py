"""What a figure measures: the word that governs it, behind it (2000億ドルの時価総額) or before it (売上高は120億円)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from jijitsu.extract.lexicon import words
from jijitsu.extract.linking.value.course import Course
from jijitsu.extract.linking.value.fees import FEES, each_pays, in_all, is_total
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene
from jijitsu.schemas.mention import Mention, Word


class Measure(msgspec.Struct, frozen=True):
    """A measure word; offsets into the sentence's folded text. `name` is the record's word, or the noun as written."""

    family: str
    name: str
    start: int = -1
    end: int = -1
    ratio: bool = False
    """It is itself a share of something (原価率), and so stands at a percentage without going up or down."""
    generic: bool = False
    """A word for a price of whatever is traded: 終値."""
    money: bool = False
    """A quantity that is counted in money: 売買代金."""


MAGNITUDE = "マグニチュード"  # the unit, and what it measures
PRICE = Measure("price", "price")
"""A price of whatever turns out to own it."""
# What each family can be said in. A count of people is no delivery, an amount of money no index.
_UNITS: dict[str, frozenset[str]] = {
    "price": frozenset({"money", "percent", "points", "multiple", "number"}),
    "cap": frozenset({"money", "percent", "multiple"}),
    "delivery": frozenset({"count", "percent", "multiple"}),
    "financial": frozenset({"money", "percent", "multiple", "points"}),
    "quantity": frozenset({"money", "percent", "multiple", "points", "count", "number"}),
}
_OF: dict[str, frozenset[str]] = {
    "price": frozenset({"price"}),
    "volume": frozenset({"cap", "delivery", "financial", "quantity"}),
    "fx": frozenset({"price"}),
    "any": frozenset({"price", "cap", "delivery", "financial", "quantity"}),
    "size": frozenset({"quantity"}),
}
# メモリー価格の高騰で1.2%減少: what caused the change is not what changed.
_CAUSE = regex(
    r"の?(?:継続|延長|高騰|上昇|下落|低下|悪化|増加|減少|回復|落ち込み|伸び|拡大|縮小|急落|急騰|値上がり|引き上げ|引き下げ|高|安)(?:で|により|によって|を受け|を背景|に伴|から|が響|など|が好感|も加わ)|が(?:好調|堅調|不振|低迷|伸び悩)[^、。]{0,8}(?:ため|こと|で)"
)
# ハイテク株の比率が高いナスダック総合指数は0.3%安の: what tells which index it is is not what was measured.
_DESCRIBING = regex(
    r"[がの](?:[一-鿿]{1,2}に)?(?:高|低|多|少な|大き|小さ|強|弱)い(?=[一-鿿ァ-ヺA-Z「])(?!順|方|ほう|もの|数)"
)
_ACT = regex(
    r"し(?!た(?:車|台数|数|量|の|クルマ|商品|製品)[^、。]{0,8}(?:は|が))|さ|す|せ|でき|可能|"
    r"を(?:[止控始続]|やめ|中止|停止|開始|再開|終了|自粛|続け|始め|行)|自粛|中止|停止|開始|再開|会社|店"
)
_BEHIND_NOUN = regex(
    r"(?:相当)?(?:もの|の|規模の|という|である|だった|あった|(?:ある|に(?:のぼる|上る|及ぶ|達する))(?:とされる|とみられる|と見られる|といわれる|と言われる)|を上限とする|を上限に|にのぼる|に上る"
    r"|(?:の[黒赤]字)?(?:を|と|になると|に達すると)(?:見込んで|予想して|想定して|計画して|予測して|みて|見て|して)い(?:た|る))[^、。はがをにでと「」]{0,6}|"
)
_BEHIND_VERB = regex(r"(?:の[^、。「」はが]{1,16})?(?:を|も|が|で、?)?[^、。はが「」]{0,18}")
# DVD7枚を6万5000円で販売し: the price stands between the count and its act.
_PRICED_ACT = regex(
    r"を(?:[^、。を「」]{1,14}|[^、。を「」]{1,34}(?:円|ドル|ユーロ|価格|値段))で(?:[^、。はがをも「」]{1,12}に)?(?=販売|売)"
)
_VERBS = frozenset(
    {
        "deliveries",
        "sales",
        "production",
        "shipments",
        "funding",
        "revenue",
        "registrations",
        "commodity",
        "rnd",
        "capex",
        "cost",
        "流入",
        "流出",
        "売り越し",
        "買い越し",
    }
)
PROFITS = frozenset({"operating_profit", "ordinary_profit", "net_profit"})
_LINES = PROFITS | {"revenue"}
_ASIDES = frozenset({"other", "loss", "cost", "funding", "capex"})
_BOOKED = regex(r"を計上した(?:こと|ため|影響)(?:など)?(?:で|から|により|に伴い)?、")
_REASON = regex(
    r"[がを][^、。はがを0-9]{0,10}?(?:(?:し|え|び|っ|き|じ|れ)た(?:(?:こと|影響|ため|反動|効果)(?:など)?(?:で|から|により|に|が|を)?、?"
    r"|(?=[一-鿿ァ-ヺA-Z][^、。はがも0-9]{1,14}[はがも](?!.{0,20}(?:額|費用))))|(?:減っ|増え|膨らん|伸び|かさん)[てで])"
)
_VAGUE = frozenset({"financial:other", "financial:loss"})


def measures_of(scene: Scene) -> tuple[Measure, ...]:
    """The measure words of a scene, without those that are part of a name (株価 in 日経平均株価) or of a figure (マグニチュード7.0)."""
    base = scene.sentence.start
    names = [m for m in scene.mentions if m.type in {"index", "company", "organisation", "product", "commodity"}]
    names += [m for m in scene.of("count") if m.text.startswith(MAGNITUDE)]
    found = []
    for mention in scene.of("measure"):
        if isinstance(mention.value, Word) and not any(n.span.holds(mention.span) for n in names):
            family, name, *traits = mention.value.means.split(":")
            place = mention.start - base, mention.end - base
            if name == "commodity" and mention.text in FEES and is_total(scene, mention):
                family, name = "financial", "revenue"  # 投資銀行手数料は21%増の18億ドル
            if name == "commodity" and mention.text.endswith(("料", "家賃")) and (whole := in_all(scene, mention)):
                family, name = "financial", whole  # 放映権料は年間40億円
            if name == "cost" and each_pays(scene, mention):
                family, name = "price", "commodity"  # 選定療養費を7700円に引き上げる
            if name.startswith("在庫") and _sums_up(scene, mention):
                family, name = "financial", "other"  # 在庫は74億ドルと1年前から1%減った
            ratio, money = "ratio" in traits, "money" in traits
            found.append(Measure(family, name, *place, ratio=ratio, money=money, generic=mention.text in _GENERIC))
    return tuple(found)


def _sums_up(scene: Scene, stock: Mention) -> bool:
    """True if the first figure behind it is a sum of money."""
    if scene.sentence.folded[stock.end - scene.sentence.start :][:1] not in {"は", "が", "も"}:
        return False  # 在庫増で71ドル台
    behind = next((m for m in scene.mentions if m.type in {"money", "count", "percent"} and m.start >= stock.end), None)
    return behind is not None and behind.type == "money" and behind.start - stock.end <= 6


_GENERIC = frozenset({"終値", "始値", "寄り付き", "大引け", "前引け", "引け値", "高値は", "安値は"})
# 営業収入は9億円で、このうち入場料が: what is said of a part is not said of the whole.
_OF_PART = regex(r"(?:この|その)?うち")


def measure_of(
    value: Value, floor: int, limit: int, measures: Sequence[Measure], course: Course, folded: str
) -> Measure | None:
    """Return the measure said of `value` in its own sentence, else None.

    `floor` and `limit`: where the values before and behind it end and start.
    """
    ahead = next(
        (m for m in measures
         if value.tail <= m.start < limit and fits(m, value, course) and not _in_aside(folded, value.tail, m.start)),
        None,
    )  # fmt: skip
    if ahead is not None and value.bracketed and ahead.name.startswith("との"):
        ahead = None  # 首位のA社(4兆円)との差は8500億円: the bracket says what A is worth
    if ahead is not None and (
        not _said_behind(value, ahead, folded) or _OF_PART.search(folded, value.tail, ahead.start)
    ):
        ahead = None
    if ahead is None and value.mention.type == "count":
        ahead = _act_behind(value, measures, folded)
    behind = next(
        (
            m
            for m in reversed(measures)
            if m.end <= value.start
            and fits(m, value, course)
            and _said_before(m, floor, value.start, folded)
            and not _shut_in(folded, m.end, value.start)
        ),
        None,
    )
    if behind is not None and _VAGUE_WORD.fullmatch(folded, behind.start, behind.end):
        # 営業損益は85億円の赤字(前年同期は20億円の黒字): the named line goes on.
        named = (m for m in reversed(measures) if m.end <= behind.start and m.name in PROFITS)
        line = next(named, behind)
        parted = _PARTED.search(folded, line.end, behind.start) or _COMPOUND.search(folded, 0, behind.start)
        behind = behind if parted else line  # 営業益48%減 EV関連損失2671億円: a loss of its own
    if ahead is None or behind is None:
        return ahead or behind
    if _OWN_WORD.fullmatch(folded, behind.end, value.start) and _LATER.match(folded, value.tail):
        return behind  # 資本金40億円で、売上高トップの書店となる
    if folded.startswith("支払い", ahead.start) and _OWN_WORD.fullmatch(folded, behind.end, value.start):
        return behind  # 制裁金54億円の支払いで合意
    if behind.family == "cap" and value.start - behind.end <= 2 and folded.startswith("で", value.tail):
        return behind  # 評価額8500億ドルで調達へ
    # 営業損益が85億円の赤字: the named line before the value says more than the 赤字 behind it.
    if ahead.name == behind.name == "other":
        return behind  # 貿易収支は1120億円の黒字
    if behind.family == "financial" and _AND_GREW.fullmatch(folded, value.tail, ahead.end):
        return behind  # 経常利益は300億円と増収増益だった
    if ahead.name == "loss" and folded.startswith(("特別", "減損", "評価"), ahead.start):
        return ahead  # 純利益は、15億円の特別損失を計上したことで39%減った
    if ahead.start == value.tail + 1 and _OWN_LINE.match(folded, ahead.start):
        return ahead  # 30億円の営業赤字に陥り、15億円の債務超過となる
    if behind.name in PROFITS | {"net_worth", "free_cash_flow"} and f"financial:{ahead.name}" in _VAGUE:
        return behind
    return ahead


_OWN_LINE = regex(r"債務超過|自己資本|資本金|総資産|資産|自社株買い|基金|契約金|脱税|所得隠し|申告漏れ")
_OWN_WORD = regex(r"(?:は|が|の)?(?:約|およそ|計|総額)?")
_LATER = regex(r"で、|の?(?:削減|引き下げ|引き上げ|増額|減額|カット)(?:や|、|など)")


@cache
def _counters(sort: str) -> frozenset[str]:
    return frozenset(words("counted")[sort])


def fits(measure: Measure, value: Value, course: Course) -> bool:
    """True if a value of this unit, going this way, can be of this measure."""
    sort = value.mention.type
    if sort not in _UNITS[measure.family] or measure.family not in _OF[course.of]:
        return measure.name == "commodity" and course.of == "volume" and sort == "percent"
    if measure.name == "yield":
        return sort in {"percent", "points"}
    if sort in {"percent", "multiple"} and course.direction is None:
        return measure.family == "quantity" or measure.ratio
    if sort == "money" and not plausible(measure, value):
        return False
    if sort == "money" and measure.family == "quantity":
        return measure.money
    if measure.family == "delivery" and sort == "count":
        handed = measure.name == "deliveries" and value.amount.unit in _HOUSES  # 住宅の引き渡しが1万戸
        return (
            handed
            or value.amount.unit in _counters("delivered")
            or (measure.start >= value.end and value.amount.unit not in _counters("not_delivered"))
        )
    if sort == "count" and _SHARE.search(measure.name):
        return False  # シェアは24%、2位は5900万台: no share is counted
    if sort in {"points", "number"}:
        return measure.family == "quantity" or (sort == "points" and measure.ratio)
    return True


_HOUSES = frozenset({"戸", "棟", "室", "区画"})
_SHARE = regex(r"(?:シェア|占有率|比率|割合|利回り|支持率|投票率|失業率|成長率|稼働率|搭乗率)$")


def plausible(measure: Measure, value: Value) -> bool:
    """No share costs a hundred million, no company is worth a million."""
    size = abs(value.amount.amount)
    if measure.name in {"share_price", "price", "index"}:
        return size < 100_000_000
    if measure.name == "crypto":
        return size < (
            1_000_000 if value.amount.unit in {"USD", "EUR", "GBP"} else 200_000_000
        )  # 1ビットコインは1億5000万ウォン
    if measure.name == "fx_rate":
        return size < (1_000 if value.amount.unit == "JPY" else 1_000_000)  # 5万8100円 buys no dollar
    if measure.name in _LINES and value.amount.unit == "JPY":
        return size >= 100_000  # 増益が好感されて3000円まで買われた
    if measure.name == "eps":
        return size < 1_000_000
    if measure.name == "commodity":
        return size < 10_000_000_000  # カタログ価格で240億ドル is an order's worth
    return measure.family != "cap" or size >= 1_000_000


def _said_before(measure: Measure, floor: int, start: int, folded: str) -> bool:
    """True if a measure word before the value can still govern it.

    販売した is an act of its own, not the measure of what follows; a unit price governs the next value only.
    """
    if measure.name == "commodity" and measure.end < floor:
        return False
    if measure.family == "quantity" and _DESCRIBING.match(folded, measure.end):
        return False
    if measure.name in _ASIDES and _BOOKED.search(folded, measure.end, start):
        return False
    if measure.name in _ASIDES and (reason := _REASON.match(folded, measure.end)) is not None and reason.end() <= start:
        return False  # 特別損失を計上したことで39%減の967億円となった, 売却益が伸びた南都銀行は24%増
    if folded.startswith(("を競", "を争"), measure.end):
        return False  # 時価総額を競うマイクロソフトは2%上昇し
    if _CAUSE.match(folded, measure.end) or folded.startswith(
        ("投じ", "売り切", "売りさば", "売れ", "売った"), measure.start
    ):
        return False
    if measure.family != "delivery" and measure.name != "funding":
        return True
    # 調達した11億円: the act tells what the figure right behind it is.
    if measure.family == "delivery" and _THINGS_DONE.fullmatch(folded, measure.end, start):
        return True
    return not _ACT.match(folded, measure.end) or bool(_DONE_WITH.fullmatch(folded, measure.end, start))


def _act_behind(value: Value, measures: Sequence[Measure], folded: str) -> Measure | None:
    """The act that a count is said of though other words stand between: 7枚を6万円で販売, 40台を売り上げた."""
    priced = _PRICED_ACT.match(folded, value.tail)
    if priced and any(m.start == priced.end() and m.family == "delivery" for m in measures):
        return Measure("delivery", "sales", priced.end(), priced.end() + 2)
    if folded.startswith("を売り上げ", value.tail):
        return Measure("delivery", "sales", value.tail + 1, value.tail + 5)
    if value.amount.unit in _counters("delivered") and (sold := _SOLD_ITS.match(folded, value.tail)):
        return Measure("delivery", "sales", *sold.span("act"))  # 41万台のEVを売り、首位に立った
    if value.amount.unit in _counters("delivered") and (sold := _SELLS.match(folded, value.tail)):
        return Measure("delivery", "sales", *sold.span("act"))  # ゆずポン酢を年に300万本売り
    goods = value.amount.amount >= _PRINT_RUN and value.amount.unit not in _counters("not_delivered")
    if goods and (made := _PUT_OUT.match(folded, value.tail)):
        return Measure("delivery", "production", *made.span("act"))  # ポスターを5000枚印刷した
    if value.amount.unit in _SETS and (sold := _SETS_SOLD.match(folded, value.tail)):
        return Measure("delivery", _SOLD_AS[sold["act"]], *sold.span("act"))  # 9000組を出荷した
    if value.amount.unit in _counters("delivered") and _RATE.search(folded, max(0, value.start - 8), value.start):
        made = _MADE.match(folded, value.tail)
        return Measure("delivery", "production", *made.span("made")) if made else None  # 柄を年間120万本つくる
    return None


_SELLS = regex(r"(?:以上|余り|近く|超|ほど)?(?P<act>売)(?:り(?!上げ|出|込|払|切|場|手|物|越)|った|って|る)")
_SOLD_ITS = regex(
    r"(?:以上|余り|近く|超)?(?:の[^、。はがを0-9]{1,14})?を(?P<act>売)(?:り(?!上げ|出|込|払|切)|った|って|る)"
)
_PRINT_RUN = 100
"""Fewer are works, and not goods: 映画8本を製作した."""
_PUT_OUT = regex(
    r"(?:以上|余り|近く|超|ほど)?(?:の[^、。はがを0-9]{1,14})?を?(?:新たに|追加で)?(?P<act>製作|制作|作製|鋳造|印刷|増刷)(?:し(?!な)|する|さ[れせ])"
)
_SETS = frozenset({"組", "戸"})
"""Counters of people and homes, and of goods where somebody sells them."""
_SOLD_AS = {"出荷": "shipments", "販売": "sales", "納入": "deliveries", "製造": "production", "生産": "production"}
_SETS_SOLD = regex(rf"(?:余り|以上|近く|超)?を?(?P<act>{'|'.join(_SOLD_AS)})(?:し(?!な)|する)")
_RATE = regex(r"(?:年間|年に?|月に?|月間|週に?|1日に?|日に|毎[年月日週]|1年[にで]|1[カか]月に)(?:約|およそ|最大)?$")
_MADE = regex(
    r"(?:ほど|以上|近く|余り|超)?(?:を)?(?:手|丁寧に)?(?P<made>(?:つく|作|造|織|搾)(?=[るっりら])|編(?=[みむん])|焼(?=[いくき])"
    r"|仕込(?=[むんみ])|仕上げ|組み立て|仕立て|生み出|漬け)"
)


_DONE_WITH = regex(r"(?:した|する|された)(?:約|計|総額|総額約|(?:金?額|資金)(?:は|が)(?:約)?)?")
# 昨年出荷したポンプは21万台, 売り出した; not 販売した車のうち3万台
_THINGS_DONE = regex(
    r"(?:し|され)た(?!うち)[^、。はがもをにのでと0-9]{1,14}(?:は|が)(?:約|およそ|計|合わせて|合計|累計で?)?"
)
_PARTED = regex(r"[ \u3000]")
_COMPOUND = regex(r"(?:関連|評価|売却|投資|為替)$")
_VAGUE_WORD = regex(r"増益|減益|赤字|黒字|利益|損益|損失|赤字額|黒字額")
_AND_GREW = regex(
    r"(?:\([^()]{0,16}\))?(?:[増減](?:で|と|の)|で|と)、?(?:[0-9]期連続の?|大幅な?|小幅な?|2桁の?)?(?:(?:増収|減収)(?:[増減]益)?|売上高(?=の伸び))"
)
_NOUN_ON = regex(r"[一-鿿ァ-ヺ]")


def _shut_in(folded: str, end: int, start: int) -> bool:
    """True where the bracket that the word stands in closes before the value: 倒産(負債1000万円以上)は2.9%増えた."""
    closed, opened = folded.find(")", end, start), folded.find("(", end, start)
    # 世界販売(納車)台数は: there the noun goes on behind the bracket.
    return closed >= 0 and (opened < 0 or closed < opened) and not _NOUN_ON.match(folded, closed + 1)


def _in_aside(folded: str, tail: int, start: int) -> bool:
    """True where a bracket opens between the value and the word: 0.07%上昇(債券価格は下落)した."""
    opened = folded.rfind("(", tail, start)
    return opened >= 0 and folded.find(")", opened, start) < 0


_PASSED_BY = regex(
    r"(?:台数|実績|数|量)?を(?:初めて|大きく|大幅に|やや|わずかに)?(?:上回|下回|超え|抜[いく]|しの|逆転)"
)
_TOPIC_ON = regex(r"(?:台数|本数|数量|量|数|実績)?[はが]")


def _said_behind(value: Value, measure: Measure, folded: str) -> bool:
    gap = folded[value.tail : measure.start]
    if not gap and folded.startswith("との", measure.start):
        return False  # 59万円で、セブンの70万円との差を縮めた: one of the two, not what lies between
    if gap in {"で、", "、"} and _TOPIC_ON.match(folded, measure.end):
        return False  # 売上高は558億ドルで、制裁金はその9%に当たる
    if (
        measure.family == "price"
        and gap.startswith("で、")
        and folded[measure.end : measure.end + 1] in {"は", "が", "も"}
    ):
        return False  # 純利益は95億円で、運用部門の手数料が減った
    if measure.family == "delivery" and _PASSED_BY.match(folded, measure.end):
        return False  # 輸出は10万台と初めて国内販売を上回った
    if _BEHIND_NOUN.fullmatch(gap):
        return True
    if (measure.family == "cap" or measure.name in PROFITS) and gap in {"を超える", "を上回る", "を超す"}:
        return True  # 1000億ドルを超える時価総額を失った, 5億円を超す純損失
    if " " in gap or "\u3000" in gap or "=" in gap:
        return False  # 最終赤字500億円 構造改革費用1800億円, 最終赤字500億円＝改革費用で: a headline's parts
    return measure.name in _VERBS and bool(_BEHIND_VERB.fullmatch(gap)) and not re.search(r"[0-9]", gap)
