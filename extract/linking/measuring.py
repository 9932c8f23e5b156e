"""What a value measures: its own words, the way it moved, whoever stands near, or what was measured last."""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from jijitsu.extract.linking.directions import LEVEL, Course
from jijitsu.extract.linking.discourse import Discourse, Frame
from jijitsu.extract.linking.measures import PROFITS, Measure, fits, measure_of, plausible
from jijitsu.extract.linking.owners import bound_owner, phrase_owner, topic_owner
from jijitsu.extract.linking.phrases import phrases
from jijitsu.extract.linking.reading import FIELD, Reading
from jijitsu.extract.linking.subjects import STRONG, Candidate
from jijitsu.extract.linking.values import Value


def measure_at(reading: Reading, at: int, course: Course, said: Measure | None) -> Measure | None:
    """What value number `at` measures: its own sentence's word, the sort of its direction, or what was measured last."""
    value = reading.values[at]
    if value.companion and said is not None:
        return said
    found = _by_word(reading, at, course) or _shared_measure(reading, at, course)
    if found is not None:
        return said if said is not None and _is_change_of(reading, at, said, found) else found
    if said is not None and fits(said, value, course) and _goes_on(said, value, reading, at):
        return said
    nearest = next((c for c in reversed(reading.names) if c.end <= value.start and c.strength >= STRONG), None)
    return (
        _by_object(reading, value)
        or _by_course(reading, value, course, nearest)
        or _by_deed(reading, value)
        or _by_frames(reading, value, course, nearest)
        or _by_unit(reading, value)
    )


def _is_change_of(reading: Reading, at: int, said: Measure, found: Measure) -> bool:
    """シェアは24%、2位は5900万台で3%増: the change is of the figure right before it, not of the share."""
    value = reading.values[at]
    if said.family == "quantity" or found.family != "quantity" or value.mention.type not in {"percent", "multiple"}:
        return False
    return (
        found.end <= value.start
        and _RIGHT_BEHIND.fullmatch(reading.folded, reading.values[at - 1].tail, value.start) is not None
    )


def _by_word(reading: Reading, at: int, course: Course) -> Measure | None:
    """The measure that the sentence names for the value."""
    value, folded = reading.values[at], reading.folded
    floor = reading.values[at - 1].end if at else 0
    limit = reading.values[at + 1].start if at + 1 < len(reading.values) else len(folded)
    money = value.mention.type == "money"
    if money and _SOLD_AT.match(folded, value.tail) and value.amount.amount < 10_000_000:
        return Measure("price", "commodity")
    if money and _PAID.match(folded, value.tail):
        return Measure("financial", "cost")
    if money and (loss := _lost(reading, at, course)) is not None:
        return loss
    found = measure_of(value, floor, limit, reading.measures, course, folded)
    if (
        money
        and (found is None or found.name in {"commodity", "cash"})
        and _PER_SHARE.search(folded[max(0, value.start - 14) : value.start])
    ):
        return Measure("price", "share_price")
    if found is None:
        return _by_field(reading, value) if money else None
    if (
        money
        and found.name in {"other", "net_profit"}
        and _PER_SHARE.search(folded[max(0, value.start - 14) : value.start])
    ):
        return msgspec.structs.replace(found, name="eps")  # 調整後利益の見通しは1株当たり9.5ドル
    if found.name == "commodity" and _OF_SHARES.search(folded, 0, max(0, found.start)):
        return Measure("price", "share_price", found.start, found.end)  # 芝浦電子株の取得価格を6200円に
    if found.family in {"price", "delivery"} and _compared(reading, found, value, course):
        return Measure("quantity", "差")
    if found.name == "net_worth" and _of_firm(reading):
        return msgspec.structs.replace(found, name="other")  # 証券会社の預かり資産は48兆円
    if found.family == "financial" and found.name == "other" and not found.ratio:
        found = _line_before(reading, found)
    if found.family == "delivery" and (
        _IN_USE.search(folded[: value.start])
        or _ABLE.match(folded, max(found.end, value.tail))
        or (_CAPABLE.search(folded[: value.start]) and _PLANT.match(folded, value.tail))
    ):
        return Measure("quantity", _noun(reading, value))
    return _PRICE if _overtaken(reading, found, floor, value) else found


def _of_firm(reading: Reading) -> bool:
    """True where nobody but a firm is spoken of: what it holds is no fortune."""
    main = reading.discourse.main
    person = any(c.type == "person" for c in reading.names) or (main is not None and main.type == "person")
    return reading.discourse.company is not None and not person


def _by_field(reading: Reading, value: Value) -> Measure | None:
    """Money for one piece is its price (1個あたり約300円), money of a market its turnover (市場規模は5兆円)."""
    before = reading.folded[: value.start]
    if _UNIT_PRICE.search(before[-12:]):
        return Measure("price", "commodity")
    return Measure("financial", "other") if FIELD.search(before) else None


def _by_course(reading: Reading, value: Value, course: Course, nearest: Candidate | None) -> Measure | None:
    """What moves in this way, or what is quoted of the nearest name: 続落した, ドルは145円, 日経平均は3万円."""
    sort, folded = value.mention.type, reading.folded
    if course.turn is not None and sort != "count" and _REPRICED.match(folded, course.turn.start):
        return Measure("price", "commodity")
    if course.of == "fx":
        return Measure("price", "fx_rate")
    if course.turn is not None and _DEARER.match(folded, course.turn.start) and _goods(reading, value, nearest):
        return Measure("price", "commodity")
    if course.of == "price" and plausible(_PRICE, value) and sort in {"money", "percent", "points"}:
        return _PRICE
    if nearest is None:
        return None
    if nearest.type in _PRICED and sort in {"money", "percent", "points", "number"} | (
        {"multiple"} if course is not LEVEL else set()
    ):
        # 暗号資産全体では4兆1700億ドル
        whole = sort == "money" and not plausible(_PRICE, value)
        if whole and _HELD_COINS.match(folded, value.tail):
            return None  # 約15億ドル相当の暗号資産が盗まれた
        return _PRICE if not whole else Measure("cap", "market_cap") if nearest.type in _WORTH else None
    quoted = course is LEVEL and sort == "money" and plausible(_PRICE, value) and nearest.type in _PRICED | {"company"}
    return _PRICE if quoted and _QUOTED.match(folded, value.tail) else None


def _goods(reading: Reading, value: Value, nearest: Candidate | None) -> bool:
    """True if an ordinary noun, nearer than any name, is what became dearer: 原料の小豆が3割値上がりした."""
    topics = [
        p for p in phrases(reading.scene.sentence.text)
        if p.thing and p.particle[:1] in {"が", "は", "も"} and p.end <= value.start and (nearest is None or p.start >= nearest.end)
    ]  # fmt: skip
    return bool(topics) and not _SHARES.search(topics[-1].text)


def _by_object(reading: Reading, value: Value) -> Measure | None:
    """The price of what is made dearer or cheaper: 肥満症薬を月1350ドルから350ドルに引き下げる."""
    folded = reading.folded
    if value.mention.type != "money" or not plausible(_PRICE, value) or not _REPRICES.match(folded, value.tail):
        return None
    ahead = _PRICE_OF.search(folded, max(0, value.start - 40), value.start)
    if ahead is None:
        return None
    goods = next((p for p in phrases(reading.scene.sentence.text) if p.end == ahead.start() and p.thing), None)
    named = any(c.end == ahead.start() and c.type != "product" for c in reading.names)
    return None if goods is None or named or _PLANNED.search(goods.text) else Measure("price", "commodity")


# 月1350ドルから350ドルに引き下げる
_REPRICES = re.compile(
    r"(?:から[^、。]{0,14}?[0-9][0-9.,万]*(?:円|ドル|ユーロ|元|ウォン))?(?:に|へと?)(?:引き下げ|引き上げ|値下げ|値上げ|下げ|上げ(?!る計画))"
)
_PRICE_OF = re.compile(
    r"を(?:1?[月年日]|1(?:個|枚|本|錠|回|人|台|箱|袋)|1カ月)?(?:当たり)?(?:約)?(?:[0-9][0-9.,万]*(?:円|ドル|ユーロ|元|ウォン)から(?:約)?)?$"
)
_PLANNED = re.compile(
    r"予想|見通し|計画|目標|配当|想定|金利|株|枠|予算|給|賃|額|限度|上限|下限|水準|年俸|報酬|手当|税|負担"
)


def _by_deed(reading: Reading, value: Value) -> Measure | None:
    """What is done with money: 30億円で取得した, 5億円で開発した."""
    if value.mention.type != "money":
        return None
    if _DEAL.match(reading.folded, value.tail):
        return Measure("financial", "other")
    if valued := _VALUED.match(reading.folded, value.tail):
        return Measure("cap", "market_cap", *valued.span("worth"))
    if _RAISED.match(reading.folded, value.tail):
        return Measure("financial", "funding")
    spent = _MADE.match(reading.folded, value.tail) or _SPENT.match(reading.folded, value.tail)
    return Measure("financial", "cost") if spent else None


def _by_frames(reading: Reading, value: Value, course: Course, nearest: Candidate | None) -> Measure | None:
    """What the sentences before measured, the latest first."""
    topic = topic_owner(value, reading.scene.sentence.text, reading.measures)
    if topic and value.mention.type in {"percent", "multiple"} and _COUNTABLE.search(topic[0].text):
        return None  # 利用者が前年度から68%減った
    frames = list(reversed(reading.discourse.frames))
    rated = course.turn is not None and course.turn.noun  # 年初からの上昇率は14%: of the share, not of the market value
    for frame in (
        sorted(frames, key=_rank_of(value, course, reading.folded)) if nearest is not None or rated else frames
    ):
        last = Measure(frame.family, frame.measure)
        if not fits(last, value, course) or (
            last.name == "commodity" and (nearest is not None or not _near(value, reading.discourse))
        ):
            continue
        if nearest is not None and frame.measure in _OF_OWNER:
            last = _PRICE
        if frame.family == "quantity":
            if value.amount.unit in frame.units and value.mention.type != "money":
                own = bound_owner(value, reading.scene.sentence.text, reading.folded, reading.measures)
                return Measure("quantity", own[0].text) if own else last
        elif _like(value, frame) or (course is not LEVEL and value.mention.type in {"percent", "multiple"}):
            return last
    if (
        nearest is not None
        and nearest.type == "company"
        and course.of == "any"
        and course is not LEVEL
        and value.mention.type == "percent"
    ):
        return _PRICE
    return None


def _rank_of(value: Value, course: Course, folded: str) -> Callable[[Frame], int]:
    """Frames of counts come last; a percentage that fell or rose is sooner said of a price than of a market value."""
    moved = value.mention.type == "percent" and course.of == "any"
    slid = course.turn is not None and _SLIDES.match(folded, course.turn.start) is not None

    def rank(frame: Frame) -> int:
        if frame.family == "quantity":
            return 2
        return 1 if moved and (frame.family == "cap" or (slid and frame.family != "price")) else 0

    return rank


def _like(value: Value, frame: Frame) -> bool:
    """True if the value's unit was used of this measure; money is money in whatever currency."""
    return value.amount.unit in frame.units or (
        value.mention.type == "money" and any(len(u) == 3 and u.isupper() for u in frame.units)
    )


def _near(value: Value, discourse: Discourse) -> bool:
    """True if a price of goods said before lies near this one: 4196円, then 3540円, but not a jackpot of 2億円."""
    if value.mention.type != "money":
        return True
    amount = abs(value.amount.amount)
    return any(unit == value.amount.unit and level / 5 < amount < level * 5 for _, level, unit in discourse.levels)


def _goes_on(said: Measure, value: Value, reading: Reading, at: int) -> bool:
    """True if what the value before measures can be said of this one too; a count of people says nothing of money."""
    return (
        said.family != "quantity"
        or value.amount.unit == reading.values[at - 1].amount.unit
        or value.mention.type in {"percent", "multiple", "points"}
    )


def _compared(reading: Reading, found: Measure, value: Value, course: Course) -> bool:
    """終値より14万円高い: how far two things lie apart is no move; 前日より14万円高い is one."""
    if reading.folded.startswith(("引き離", "を引き離", "の差", "差を"), value.tail):
        return True
    if course.turn is None:
        return False
    if (
        found.family == "price"
        and reading.folded.startswith(("上回", "下回"), course.turn.start)
        and value.mention.type in {"percent", "money"}
    ):
        return True
    if not reading.folded[: value.start].endswith(("より", "よりも")):
        return False
    base = reading.scene.sentence.start
    if re.search(r"(?:前|同期|前回|昨年|去年|先月|先週|当初|従来|予想)より(?:も)?$", reading.folded[: value.start]):
        return False
    return not any(value.start - 12 <= m.start - base < value.start for m in reading.scene.of("basis", "date"))


def _line_before(reading: Reading, found: Measure) -> Measure:
    """農薬は9%の増益: the profit line that the sentences before speak of."""
    if not _VAGUE_LINE.fullmatch(reading.folded, found.start, found.end):
        return found
    lines = (frame for frame in reversed(reading.discourse.frames) if frame.measure in PROFITS)
    line = next(lines, None)
    return msgspec.structs.replace(found, name=line.measure) if line else found


def _overtaken(reading: Reading, found: Measure, floor: int, value: Value) -> bool:
    """True if an index or coin has been named since the measure word: 市場価値は87兆円失われ、ナスダックも5%下落."""
    return found.end <= floor and any(
        c.type in _PRICED and c.strength >= STRONG and floor <= c.start and c.end <= value.start for c in reading.names
    )


def _shared_measure(reading: Reading, at: int, course: Course) -> Measure | None:
    """A本体は2000億円、Bも1200億円を出資する: the act behind the last of a row is said of all."""
    if at + 1 >= len(reading.values):
        return None
    value, following = reading.values[at], reading.values[at + 1]
    gap = reading.folded[value.tail : following.start]
    if value.mention.type != following.mention.type or not _ROW.fullmatch(gap):
        return None
    limit = reading.values[at + 2].start if at + 2 < len(reading.values) else len(reading.folded)
    measure = measure_of(following, value.end, limit, reading.measures, course, reading.folded)
    return measure if measure is not None and measure.start >= following.end else None


def _lost(reading: Reading, at: int, course: Course) -> Measure | None:
    """関税だけで620億円を失う: money lost that is nobody's market value or fortune."""
    if course.turn is None or not reading.folded.startswith("失", course.turn.start):
        return None
    nouns = {measure.family for measure in reading.measures} | {frame.family for frame in reading.discourse.frames}
    wealth = any(measure.name == "net_worth" for measure in reading.measures)
    return None if "cap" in nouns or wealth else Measure("financial", "loss")


def _by_unit(reading: Reading, value: Value) -> Measure | None:
    """What a value can only be, told by its unit alone."""
    sort = value.mention.type
    if sort == "money":
        before = reading.folded[max(0, value.start - 12) : value.start]
        if _UNIT_PRICE.search(before):
            return Measure("price", "commodity")
        return Measure("financial", "other")
    if sort == "number":
        return Measure("quantity", "") if _COUNTED.search(reading.folded[: value.start]) else None
    return Measure("quantity", _noun(reading, value))


def _noun(reading: Reading, value: Value) -> str:
    """The head noun of a quantity, as written."""
    owner = phrase_owner(value, reading.scene.sentence.text, reading.folded, reading.measures)
    if owner:
        return owner[0].text
    if value.mention.type in {"percent", "multiple", "points"}:
        return "割合"
    return {"人": "人数", "名": "人数", "社": "社数", "件": "件数"}.get(value.amount.unit, value.amount.unit or "数")


_OF_SHARES = re.compile(r"(?<=[ァ-ヺー一-鿿A-Za-z])株式?の(?:平均)?$")
_RIGHT_BEHIND = re.compile(r"(?:と|で|、|で、|と、|へ)?(?:前年(?:同期|同月)?比|前年から|同|前年の)?(?:約)?")
_PER_SHARE = re.compile(r"(?:1|一)株(?:当たり|あたり|辺り|につき)?(?:約|およそ)?$")
_ROW = re.compile(r"、[^、。「」]{0,26}")
_DEAL = re.compile(r"(?:ほど|程度|前後)?で[^、。]{0,10}(?:取得|購入|買収|売却|譲渡|買い取|手に入れ)")
# ドイツでは4万ユーロで売られている, 体育館は1500円で借りられる
_SOLD_AT = re.compile(
    r"で(?:売られ|売っ|販売|売り出|発売|提供|買え|借りられ|利用でき|楽しめ|泊まれ|乗れ|入場でき|食べられ)"
)
# 会社を19億ドルと評価する, 投資家から2億ドルを集めた
_VALUED = re.compile(r"(?:と|で)(?P<worth>評価)(?:す|し|さ)")
_RAISED = re.compile(r"(?:以上|超|近く)?を?(?:新たに|追加で)?集め(?:た|て|る|、)")
_PAID = re.compile(r"の(?:賃料|家賃|使用料|料金|手数料|賃借料|リース料)を?(?:支払|払)")
# 建て直すには1500万円かかる, 3億円かけ改修
_SPENT = re.compile(r"(?:も|を|が|ほど|以上)?(?:かけ(?!離)|かか[るっりら]|費や|充て)")
_MADE = re.compile(r"で[^、。]{0,14}(?:実現|開発|製造|訓練|建設|完成|作ら|造ら|整備)")
_VAGUE_LINE = re.compile(r"増益|減益|赤字|黒字|利益|損益|増益率|減益率")
_IN_USE = re.compile(r"(?:稼働|走行|走っ|保有|運行|普及|登録され)(?:する|している|中の|ている)?(?:約|およそ)?$")
# 月5万枚のウエハーを生産できる, 年20万台の生産が可能になる: what can be made is not what was made.
_ABLE = re.compile(r"(?:でき(?:る|ます)|可能|する(?:能力|体制|ことができ)|(?:が|も)可能|[^、。]{0,4}能力)")
# 年産8万台の工場: what a plant can make.
_CAPABLE = re.compile(r"(?:年産|月産|日産|年間)(?:約|最大)?$")
_PLANT = re.compile(r"(?:規模)?の(?:[一-鿿ァ-ヶーA-Z]{0,6})?(?:工場|能力|設備|ライン|体制)")
_PRICE = Measure("price", "price")
_OF_OWNER = frozenset({"share_price", "index", "crypto", "commodity"})
# What shares do rather than profits.
_SLIDES = re.compile(r"滑|沈|登|跳ね|舞い|下落|急落|急騰|反発|続")
_REPRICED = re.compile(r"値上げ|値下げ")
_PRICED = frozenset({"index", "crypto", "currency", "commodity"})
_HELD_COINS = re.compile(r"(?:に)?(?:相当|分)|を[^、。]{0,12}(?:盗|窃取|流出|売却|購入|保有|取得|送金|奪)")
_WORTH = frozenset({"index", "crypto"})
# 1万3205円まで買われ, 3540円と年初来高値を付けた: only what is quoted goes so.
_QUOTED = re.compile(
    r"(?:まで|と|に|で)[^。益]{0,16}?(?:買われ|売られ|高値|安値|引け|取引を終|終え|上昇|下落|下げ|上げ|値上がり|値下がり|付け|続伸|続落|反発|反落|急騰|急落|ストップ)"
)
_UNIT_PRICE = re.compile(
    r"(?:1|一|5|五|10|十|100)(?:個|枚|本|口|台|人|株|匹|頭|玉|房|尾|束|箱|冊|食|杯|缶|袋|リットル|キロ|月|回|バレル|ブッシェル|ポンド|俵|トロイオンス|グラム|トン|足|泊|着|時間|日|食)(?:当たり|あたり|につき|=)?(?:約|税込み)?$|チケット(?:は|が)$|(?:なら|だと|(?:素泊まり|大人|子ども|子供|小学生|中学生|高校生|一般|当日|前売り)(?:は|が|で|、|1人)*)$"
)
_DEARER = re.compile(r"値上がり|値下がり|高騰")
_SHARES = re.compile(r"株|銘柄|指数|平均|相場|市場|円|ドル|通貨|先物")
_COUNTABLE = re.compile(
    r"(?:者|客|員|人口|人数|件数|台数|戸数|数|量|比率|割合|(?<!上昇)(?<!下落)(?<!騰落)(?<!増加)(?<!減少)(?<!伸び)率)$"
)
_COUNTED = re.compile(r"(?:数|値上がり|値下がり|横ばい|変わらず|銘柄)(?:は|が)?$")
