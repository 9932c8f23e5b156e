"""What a value measures: its own words, the way it moved, whoever is near, what was measured last; the first of `_RULES` that fits."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from jijitsu.extract.lexicon import words
from jijitsu.extract.linking.measure.acted_on import by_own_object
from jijitsu.extract.linking.measure.adjoining import (
    CHANGED_TO,
    in_turn,
    is_change_of,
    is_level_behind,
    is_paid_before,
    leads_to,
    leads_to_count,
    listed_in_turn,
    shared_measure,
)
from jijitsu.extract.linking.measure.asked import Asked
from jijitsu.extract.linking.measure.auctions import bid
from jijitsu.extract.linking.measure.bidding import bid_each, pulled_index, swung
from jijitsu.extract.linking.measure.fortunes import fortune
from jijitsu.extract.linking.measure.framing import ABILITY, by_frames
from jijitsu.extract.linking.measure.inferring import by_course, by_deed, by_object
from jijitsu.extract.linking.measure.pay import share_of_pay
from jijitsu.extract.linking.measure.ratios import of_before
from jijitsu.extract.linking.measure.recalls import taken_back
from jijitsu.extract.linking.measure.trade import is_sum_abroad
from jijitsu.extract.linking.measure.unlike import apart, compared
from jijitsu.extract.linking.measure.unworded import WEIGHED, by_unit
from jijitsu.extract.linking.measure.worded import EACH_SHARE, by_word
from jijitsu.extract.linking.measure.worth import sentenced
from jijitsu.extract.linking.subject.charts import is_milestone, is_sale
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.subject.subjects import STRONG, Candidate
from jijitsu.extract.linking.value.course import LEVEL, Course
from jijitsu.extract.linking.value.directions import FORMER, RATE_MOVE
from jijitsu.extract.linking.value.measures import MAGNITUDE, PRICE, PROFITS, Measure, fits, plausible
from jijitsu.extract.linking.value.quotations import unit_of_row
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex


def measure_at(reading: Reading, at: int, course: Course, said: Measure | None) -> Measure | None:
    """What value number `at` measures: its own sentence's word, the sort of its direction, or what was measured last."""
    value = reading.values[at]
    if value.amount.unit == MAGNITUDE:
        return Measure("quantity", MAGNITUDE)
    if value.mention.type == "money" and sentenced(reading, value):
        return Measure("financial", "cost")
    asked = Asked(reading, at, course, said)
    found = bid(reading, value, next((answer for rule in _RULES if (answer := rule(asked)) is not None), None))
    if found is not None and found.name in {"share_price", "price"} and asked.sort("money") and asked.ahead(WEIGHED):
        return msgspec.structs.replace(found, name="commodity")  # この日の最高値は1キロ1250円
    if found is None or found.name not in PROFITS | {"revenue"} or value.mention.type != "money":
        return found
    coin = value.amount.unit in _COINS and abs(value.amount.amount) < _A_SHARE
    if coin and asked.ahead(_OF_ONE, 12):
        return Measure("financial", "other")  # 売り上げのうち1台あたり10ドルを寄付する
    each = coin or (_SAME_ASIDE.search(reading.folded, 0, value.start) and EACH_SHARE.search(reading.folded))
    return Measure("financial", "eps") if each else found  # 31セントとなり、予想の24セントを上回った


_COINS = frozenset({"USD", "EUR", "GBP", "CHF", "CAD", "AUD"})
_A_SHARE = 100  # no profit of a firm is less, in such money; what one share earns is
_OF_ONE = regex(r"1(?!株)[一-鿿ァ-ヺー]{1,4}(?:当たり|あたり|につき)(?:約)?$")
_SAME_ASIDE = regex(r"\((?:前年)?同(?:約)?$")


def _same_as_companion(asked: Asked) -> Measure | None:
    return asked.said if asked.value.companion else None


def _per_share_aside(asked: Asked) -> Measure | None:
    """前年同期は14億ドル(1株当たり3.19ドル); 1株当たり12円から2円増配する."""
    said = asked.said
    if is_paid_before(asked.reading, asked.at):
        return Measure("financial", "dividend")
    if said is None or said.family != "financial" or not asked.ahead(_PER_SHARE_ASIDE):
        return None
    return msgspec.structs.replace(said, name="eps")


def _for_a_time(asked: Asked) -> Measure | None:
    """見通しを示し、一時7%超下落する場面があった; 0.25%の利下げ."""
    if asked.sort("percent") and asked.ahead(_FOR_A_TIME) and asked.behind(_SHARES_MOVE):
        before = (m for m in reversed(asked.reading.measures) if m.name == "share_price" and m.end <= asked.value.start)
        return next(before, Measure("price", "price"))
    index = asked.reading.discourse.price is not None and asked.reading.discourse.price.type == "index"
    if (
        index
        and asked.sort("money")
        and plausible(PRICE, asked.value)
        and asked.ahead(_FOR_A_TIME)
        and asked.behind(_SHARES_MOVE)
    ):
        return PRICE  # ダウは249ドル安だった。関税は違法との判決を受け、一時600ドル近く値下がりした
    return Measure("price", "yield") if asked.sort("percent", "points") and asked.behind(RATE_MOVE) else None


def _swung(asked: Asked) -> Measure | None:
    """円高が重荷となり、下げ幅は一時700円を超えた: of the index that the text speaks of."""
    return PRICE if asked.sort("money") and swung(asked.reading, asked.value, asked.course) else None


def _leads_to_count(asked: Asked) -> Measure | None:
    return leads_to_count(asked.reading, asked.at) if asked.sort("percent", "multiple") else None


def _leads_to_goods(asked: Asked) -> Measure | None:
    """補助金が手厚かった乗用車は、13%減の280万台だった: the change is of those sold, whatever else the sentence names."""
    values, at = asked.reading.values, asked.at
    if not asked.sort("percent", "multiple") or at + 1 == len(values) or values[at + 1].mention.type != "count":
        return None
    if not leads_to(asked.reading, at):
        return None
    counted = measure_at(asked.reading, at + 1, LEVEL, None)
    goods = values[at + 1].amount.unit in words("counted")["delivered"]
    return counted if counted is not None and goods and counted.family in {"delivery", "quantity"} else None


def _level_behind(asked: Asked) -> Measure | None:
    """自社株買いが支えとなり、一時4.2%高の1512円まで上伸した."""
    price = asked.at and asked.said is not None and asked.said.family == "price"
    return asked.said if price and is_level_behind(asked.reading, asked.at) else None


def _quoted(asked: Asked) -> Measure | None:
    """トキオ量子(5582・グロース):3345円(+505円、+17.78%); トキオ量子<5582> 3345 +505."""
    if asked.sort("number") and unit_of_row(asked.folded, asked.value.start) is not None:
        return Measure("price", "share_price")
    return Measure("price", "share_price") if asked.sort("money") and asked.ahead(_QUOTE_LINE) else None


def _pulled(asked: Asked) -> Measure | None:
    """1銘柄で指数を2ポイント押し下げた."""
    points = asked.sort("points") and asked.course is not LEVEL
    return PRICE if points and pulled_index(asked.reading, asked.value) else None


def _former(asked: Asked) -> Measure | None:
    """5%以上の増加(従来予想は3%以上); 純利益は19%減の147億円で増収減益となった."""
    if asked.said is None or asked.previous is None:
        return None
    former = FORMER.fullmatch(asked.folded, asked.previous.tail, asked.value.start)
    return asked.said if former or _sum_of_change(asked.reading, asked.at, asked.said) else None


def _moved_by_results(asked: Asked) -> Measure | None:
    """コカ・コーラは利益見通しを6%増に据え置いたことで2%下落した: its shares did."""
    nearest, previous = _nearest(asked), asked.previous
    if (
        previous is None
        or nearest is None
        or nearest.type != "company"
        or nearest.particle[:1] not in {"は", "が", "も"}
    ):
        return None
    if not asked.sort("percent") or nearest.start > previous.start or not asked.behind(_SHARES_MOVE):
        return None
    return PRICE if _SO_THAT.search(asked.folded, previous.tail, asked.value.start) else None


def _each_in_turn(asked: Asked) -> Measure | None:
    """売上高と純利益はそれぞれ12億円、1億円だった."""
    return listed_in_turn(asked.reading, asked.at) if "それぞれ" in asked.folded else None


def _named(asked: Asked) -> Measure | None:
    """What a word of the sentence says, or the way a price is told of."""
    reading, at, value = asked.reading, asked.at, asked.value
    found = by_word(asked)
    if found is None and (turn := in_turn(reading, at)) is not None:
        return turn
    found = found or shared_measure(reading, at, asked.course)
    money = (found is None or found.family == "financial") and asked.sort("money")
    if money and plausible(PRICE, value) and _dealt(asked):
        found = PRICE
    if found is not None and found.family == "delivery" and (led := _leads_to_sum(reading, at)) is not None:
        return led  # 輸出は8%増の3157億ドルだった
    if found is not None and is_sum_abroad(asked, found):
        return msgspec.structs.replace(found, family="financial", name="other")
    if found is not None and asked.said is not None and is_change_of(reading, at, asked.said, found):
        return asked.said
    return found


def _dealt(asked: Asked) -> bool:
    """増配も手伝って2310円まで上値を伸ばした, 一時317ドルを付けた, 2500円(3.2%安)と軟調だった."""
    return bool(
        asked.behind(_LEAPS)
        or asked.behind(_DEALT)
        or _WITH_MOVE.match(asked.folded, asked.value.end)
        or asked.ahead(_TURNED_TO, 14)
        or (asked.behind(_TOUCHED) and asked.ahead(_TRADED))
    )


def _of_chart(asked: Asked) -> Measure | None:
    """首位は『海鳴りの城』で4万1280本, in an article on what sold best."""
    sold = asked.reading.discourse.charts and is_sale(asked.folded, asked.value)
    return Measure("delivery", "sales") if sold or is_milestone(asked.reading, asked.value) else None


def _said_last(asked: Asked) -> Measure | None:
    """What was measured last, as long as the sentence has not moved on to somebody else."""
    said, previous = asked.said, asked.previous
    if said is None or _moved_on(asked, said) or _no_share_earns(asked.value, said.name):
        return None
    own = (
        previous and said.family != "quantity" and _OWN_COUNT.fullmatch(asked.folded, previous.tail, asked.value.start)
    )
    if own or not fits(said, asked.value, asked.course) or _of_ability(asked, said):
        return None
    return said if _goes_on(said, asked.value, asked.reading, asked.at) else None


def _no_share_earns(value: Value, name: str) -> bool:
    """True for 108億円 behind 年間配当は45円: no share earns or pays so much."""
    return name in {"dividend", "eps"} and value.mention.type == "money" and value.amount.amount >= _NO_SHARE


_NO_SHARE = 10_000_000


def _of_ability(asked: Asked, said: Measure) -> bool:
    """20億円を投じ、処理能力を3倍に高める: what a machine can do is no money, though money was spoken of."""
    if said.family != "financial" or not asked.sort("percent", "multiple") or asked.previous is None:
        return False
    return ABILITY.search(asked.folded, asked.previous.tail, asked.value.start) is not None


def _moved_on(asked: Asked, said: Measure) -> bool:
    """日経平均が1%安となるなか、ソニーグループは3%高だった: what was said of an index is not said of a firm."""
    nearest, previous = _nearest(asked), asked.previous
    if nearest is None or previous is None or nearest.start < previous.tail:
        return False
    if nearest.type == "company" and said.name in _NOT_OF_FIRMS:
        return True
    if nearest.type == "index" and said.name in _NO_INDEX:
        return True
    moves = asked.sort("percent") and asked.course is not LEVEL and asked.course.of in {"price", "any"}
    return moves and said.family == "quantity" and nearest.type in {"index", "crypto", "currency"}


def _nearest(asked: Asked) -> Candidate | None:
    names = reversed(asked.reading.names)
    return next((c for c in names if c.end <= asked.value.start and c.strength >= STRONG), None)


def _by_its_kind(asked: Asked) -> Measure | None:
    """従来品より4割軽い: no money, and no price; else what the deed, the frame or the unit tells."""
    reading, value, course = asked.reading, asked.value, asked.course
    if asked.sort("money") and _of_index(reading, value):
        return PRICE
    if (
        asked.sort("money")
        and asked.ahead(_THAN, 4)
        and asked.behind(_STANDS)
        and compared(reading, PRICE, value, course)
    ):
        return Measure("quantity", "差")  # 時給は1200円だ。最低賃金より80円高い
    if course.of == "size":
        return by_unit(reading, value)
    nearest = _nearest(asked)
    return (
        by_object(reading, value)
        or by_own_object(reading, value)
        or by_course(reading, value, course, nearest)
        or by_deed(reading, value)
        or _in_the_frame(reading, asked.at, course, nearest)
        or by_unit(reading, value)
    )


_RULES: tuple[Callable[[Asked], Measure | None], ...] = (
    _same_as_companion,
    of_before,
    taken_back,
    apart,
    share_of_pay,
    bid_each,
    _per_share_aside,
    _for_a_time,
    _swung,
    _leads_to_count,
    _leads_to_goods,
    _level_behind,
    _quoted,
    _pulled,
    _former,
    _moved_by_results,
    _each_in_turn,
    _named,
    fortune,
    _of_chart,
    _said_last,
    _by_its_kind,
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
_THAN = regex(r"よりも?$")
_STANDS = regex(r"(?:ほど|だけ|も|近く|以上|余り)?(?:高|安|低)[いくか]")
_SO_THAT = regex(
    r"(?:た(?:こと|結果|の)?(?:で|から|が|を|により)(?:好感され|嫌気され|失望され|受け)?て?、?|好感し(?:て)?、?|嫌気し(?:て)?、?)[^、。はがも0-9]{0,8}$"
)
# 平均価格は52万ドルで、受注戸数は9%減った: a count has its own change
_OWN_COUNT = regex(r"[^。]{0,14}、[^、。0-9]{0,14}(?:者|客|人|件|戸|店舗|契約|会員)数(?:は|が|も)[^、。はが]{0,10}")
_TOUCHED = regex(r"を(?:付け|つけ)(?!加)|まで(?:上昇|下落|急[騰落伸]|[上下]げ|値[上下]がり)")
_TRADED = regex(r"(?:一時|ザラ場|取引で|高値|安値|終値|寄り付き|朝方|[前後]場)[^、。]{0,14}$")
# 3日続伸して2680円: only what is quoted turns so
_TURNED_TO = regex(r"(?:続[伸落]|[反急小大]*反[発落])(?:して|し、?|で|の|となり、?|となる)(?:一時)?$")
_LEAPS = regex(
    r"(?:近く|近辺|台)?まで(?:上伸|駆け上|買い上げ|買い進|買われ|売り込|売られ|(?:上|下)?値を(?:上げ|下げ|伸ば|戻|飛ば|消|切り))"
)
_WITH_MOVE = regex(r"(?:台|近辺)?\((?:前日比|前週末比)?(?:約)?[0-9.]{1,6}(?:%|ポイント)の?[高安]\)")
_DEALT = regex(
    r"(?:\([^()]{0,24}\))?(?:近辺|付近|前後|台)?(?:で(?:取引され|売買が成立|寄り付)|の(?:年初来|昨年来|上場来|この日の)?[高安]値|に急接近|を[上下]値に|まで(?:下押|軟化|下げ渋|急伸|切り返))"
)


def _in_the_frame(reading: Reading, at: int, course: Course, nearest: Candidate | None) -> Measure | None:
    """What was measured before, unless that was a mere count and the value leads to a sum."""
    framed = by_frames(reading, reading.values[at], course, nearest)
    if framed is not None and framed.family == "cap":
        value = reading.values[at]
        if value.mention.type == "money" and _BOOKED.match(reading.folded, value.tail):
            return Measure("financial", "other")  # 時価総額は3兆ドルだ。四半期決算で260億ドルを計上した
        framed = _leads_to_sum(reading, at) or framed
    # 数量は121万本だった。米国向けは3.7%増の3億フランと伸びた: the sum's change, no count's
    counted = framed is None or framed.family in {"quantity", "delivery"}
    return _leads_to_sum(reading, at) or framed if counted else framed


_BOOKED = regex(r"(?:余り|超|近く)?(?:を計上|の(?:利益|赤字|黒字|損失|収益|売り?上げ?)を)")


def _leads_to_sum(reading: Reading, at: int) -> Measure | None:
    """内需は3.2%減の390億円だった: the change is of the sum right behind it, whatever that is."""
    following = reading.values[at + 1] if at + 1 < len(reading.values) else None
    value = reading.values[at]
    if following is None or following.mention.type != "money" or value.mention.type not in {"percent", "multiple"}:
        return None
    times = value.mention.type == "multiple" and reading.folded[value.tail : following.start] in {"の", "の約"}
    if not (times or CHANGED_TO.fullmatch(reading.folded, value.tail, following.start)):
        return None  # 2.3倍の12億円を見込んでいた営業利益
    found = measure_at(reading, at + 1, LEVEL, None)
    return found if found is not None and found.family == "financial" else None


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


_OF_ALL = regex(r"の?(?:合計|合算|全体)(?:で)?[はが]")
_NO_INDEX = frozenset({"commodity", "fx_rate", "yield", "crypto"})
_NOT_OF_FIRMS = frozenset({"index", "fx_rate", "yield", "crypto"})
_PER_SHARE_ASIDE = regex(r"[円ドル元ロンド]\((?:1|一)株(?:当たり|あたり|につき)(?:約)?$")
_FOR_A_TIME = regex(r"一時(?:前日比)?(?:で)?(?:約)?$")
_SHARES_MOVE = regex(r"(?:超|近く|余り|強|弱|以上|ほど)?の?(?:下落|上昇|急落|急騰|急伸|安|高|下げ|上げ|値[上下]がり)")
_QUOTE_LINE = regex(
    r"[(<][0-9][0-9A-Z]{3}[^()<>]{0,12}[)>][ :=]{1,3}(?:[0-9.,万]{1,10}円[ (]{1,2}(?:前日比)? ?[+▲△▼-]?)?$"
)
