"""What a value measures where no word of its sentence says it: by how it moved, by what was done with it, by what was measured last, by its unit."""

from __future__ import annotations

import re
from collections.abc import Callable

from jijitsu.extract.linking.directions import LEVEL, Course
from jijitsu.extract.linking.discourse import Discourse
from jijitsu.extract.linking.frames import Frame
from jijitsu.extract.linking.measures import Measure, fits, plausible
from jijitsu.extract.linking.phrases import phrases
from jijitsu.extract.linking.reading import Reading
from jijitsu.extract.linking.subjects import Candidate
from jijitsu.extract.linking.things import bound_owner, phrase_owner, topic_owner
from jijitsu.extract.linking.values import Value


def by_course(reading: Reading, value: Value, course: Course, nearest: Candidate | None) -> Measure | None:
    """What moves in this way, or what is quoted of the nearest name: 続落した, ドルは145円, 日経平均は3万円."""
    sort, folded = value.mention.type, reading.folded
    if sort == "money" and folded.startswith("を占め", value.tail):
        return None  # うちIBITが12億ドルを占めた: a part of the sum before
    if course.turn is not None and sort != "count" and _REPRICED.match(folded, course.turn.start):
        return Measure("price", "commodity")
    if course.of == "fx":
        return Measure("price", "fx_rate")
    if (
        course.turn is not None
        and course.turn.noun
        and _SINCE.search(folded[max(0, course.turn.start - 16) : value.start])
    ):
        return PRICE  # 丸菱株の年初来の下落率は22%
    if sort == "money" and plausible(PRICE, value) and _STEP_TO.match(folded, value.tail):
        said = (folded, *(scene.sentence.folded for scene in reading.discourse.lately))
        if any(_FARES.search(text) for text in said) and not any(_STOCKS.search(text) for text in said):
            return Measure("price", "commodity")  # 東京ガスが33円上がって5812円
    if course.turn is not None and _DEARER.match(folded, course.turn.start) and _goods(reading, value, nearest):
        return Measure("price", "commodity")
    if (
        sort == "percent" and nearest is not None and nearest.type == "company" and course.turn is not None
        and folded.startswith("失", course.turn.start) and folded.startswith(("株", "の株"), nearest.end)
    ):  # fmt: skip
        return PRICE  # ターゲットの株は今年に入って28%を失った
    if course.of == "price" and plausible(PRICE, value) and sort in {"money", "percent", "points"}:
        return PRICE
    retail = (
        sort == "money" and (nearest is None or nearest.type not in PRICED | {"company"}) and plausible(PRICE, value)
    )
    if retail and _RETAILED.match(folded, value.tail) and not _PLANNED.search(folded[: value.start]):
        return Measure("price", "commodity")
    if nearest is None:
        ended = sort == "money" and _ENDED_AT.match(folded, value.tail) and plausible(PRICE, value)
        if (
            sort == "money"
            and reading.discourse.company
            and _OF_EXTREME.search(folded, 0, value.start)
            and plausible(PRICE, value)
        ):
            return PRICE  # 最高値(345.72ドル)からは57%下げていた
        if sort == "money" and plausible(PRICE, value) and reading.discourse.company and _AT_TIMES.match(folded):
            return PRICE if _REACHED.match(folded, value.tail) else None  # 一時3220円を付けた
        quoted = sort == "money" and reading.discourse.price is not None and plausible(PRICE, value)
        if quoted and _TO_EXTREME.match(folded, value.tail):
            return PRICE  # 13日には4万8900円と年初来高値を付けた
        quoted_before = reading.discourse.price is not None and reading.discourse.price.type == "company"
        part = reading.discourse.company is not None and _SESSION_PART.match(folded) is not None  # 午前は1640円で終えた
        return PRICE if ended and (quoted_before or part) else None  # 同日の通常取引では461.73ドルで終え
    if sort in {"multiple", "percent"} and nearest.type == "commodity" and _leads_to_sum(reading, value):
        return None  # NAND型フラッシュメモリーは2.7倍の50億ドル
    if nearest.type in PRICED and sort in {"money", "percent", "points", "number"} | (
        {"multiple"} if course is not LEVEL else set()
    ):
        # 暗号資産全体では4兆1700億ドル
        whole = sort == "money" and not plausible(PRICE, value)
        if whole and _HELD_COINS.match(folded, value.tail):
            return None  # 約15億ドル相当の暗号資産が盗まれた
        return PRICE if not whole else Measure("cap", "market_cap") if nearest.type in _WORTH else None
    quoted = course is LEVEL and sort == "money" and plausible(PRICE, value) and nearest.type in PRICED | {"company"}
    extreme = quoted and _AT_EXTREME.search(folded, max(0, value.start - 4), value.start)
    return PRICE if extreme or (quoted and _QUOTED.match(folded, value.tail)) else None


# 33円上がって5812円, 53円下がり7400円
_STEP_TO = re.compile(
    r"(?:ほど|程度|近く|余り)?(?:値)?[上下]が(?:って|り)、?(?:約)?[0-9][0-9.,万]*(?:円|ドル|ユーロ|元|ウォン)"
)
_FARES = re.compile(r"料金|運賃|値[上下]がり|値[上下]げ|小売価格|店頭価格|物価|標準家庭|定価|郵便|家賃")
_STOCKS = re.compile(r"株|終値|相場|反発|続伸|反落|続落")
_BARE_COUNT = re.compile(r"(?:^|[、。])(?:(?P<unit>[台枚本個部隻頭])数|数量)[はがも][^、。はが]{0,16}$")
_BOUGHT = re.compile(r"を?(?:新たに|追加で)?(?:買い入れ|購入|発注|調達)")
_OF_EXTREME = re.compile(r"(?:[高安]値|終値)(?:の|\()$")
_ORDERED = re.compile(r"(?:[受発]注(?:残高?|[機台隻戸件]?数)?|契約数)(?:は|が|も)(?:約)?$")
_SESSION_PART = re.compile(r"(?:午前|午後|前場|後場|結局|この日|同日)(?:は|の取引は)?")
_TO_EXTREME = re.compile(r"(?:台)?(?:と|の)、?[^、。0-9]{0,14}[高安]値(?:を(?:付け|つけ|更新|記録)|圏)")
_AT_TIMES = re.compile(
    r"(?:株価は|取引時間中に|朝方に?は?|午後に?は?|その後(?:は|も)?|時間外取引では)?、?(?:一時|時間外取引|後場に入って)"
)
_REACHED = re.compile(
    r"(?:台)?(?:を(?:付け|つけ|割|超え|上回|下回)|まで(?:買われ|売られ|上昇|下落|上げ|下げ|値)|で推移|で取引され)"
)
_ENDED_AT = re.compile(r"で(?:取引を)?(?:終え|終わ|引け|終了|閉じ)")


def _leads_to_sum(reading: Reading, value: Value) -> bool:
    """True if the value says how much a sum grew that is no price of anything."""
    following = next((v for v in reading.values if v.start >= value.tail), None)
    return (
        following is not None and following.mention.type == "money" and not plausible(PRICE, following)
        and reading.folded[value.tail : following.start] in {"の", "増の", "減の", "増の約", "減の約", "の約"}
    )  # fmt: skip


def _goods(reading: Reading, value: Value, nearest: Candidate | None) -> bool:
    """True if an ordinary noun, nearer than any name, is what became dearer: 原料の小豆が3割値上がりした."""
    topics = [
        p for p in phrases(reading.scene.sentence.text)
        if p.thing and p.particle[:1] in {"が", "は", "も"} and p.end <= value.start and (nearest is None or p.start >= nearest.end)
    ]  # fmt: skip
    return bool(topics) and not _SHARES.search(topics[-1].text)


def by_object(reading: Reading, value: Value) -> Measure | None:
    """The price of what is made dearer or cheaper: 肥満症薬を月1350ドルから350ドルに引き下げる."""
    folded = reading.folded
    if value.mention.type != "money" or not plausible(PRICE, value):
        return None
    if _COST_ONCE.match(folded, value.tail):
        return Measure("price", "commodity")  # 62円だったはがきを85円に値上げした
    dearer = _DEARER_BY.search(folded, max(0, value.start - 40), value.start)
    if dearer and (_RAISED_BY.match(folded, value.tail) or _NEW_PRICE.match(folded, value.tail)):
        return None if _PLANNED.search(dearer[0]) else Measure("price", "commodity")
    if not _REPRICES.match(folded, value.tail):
        return None
    ahead = _PRICE_OF.search(folded, max(0, value.start - 40), value.start)
    if ahead is None:
        return None
    goods = next((p for p in phrases(reading.scene.sentence.text) if p.end == ahead.start() and p.thing), None)
    named = any(c.end == ahead.start() and c.type != "product" for c in reading.names)
    return None if goods is None or named or _PLANNED.search(goods.text) else Measure("price", "commodity")


_COST_ONCE = re.compile(
    r"だった(?:はがき|[^、。はが0-9]{1,16})を(?:約)?[0-9][0-9.,万]*(?:円|ドル|ユーロ|元|ウォン)(?:に|へと?)(?:値[上下]げ|引き[上下]げ|改定)"
)
# 月1350ドルから350ドルに引き下げる
_REPRICES = re.compile(
    r"(?:から[^、。]{0,14}?[0-9][0-9.,万]*(?:円|ドル|ユーロ|元|ウォン))?(?:に|へと?)(?:引き下げ|引き上げ|値下げ|値上げ|下げ|上げ(?!る計画))"
)
# かけうどん(小)を30円引き上げ、360円とした
_DEARER_BY = re.compile(
    r"[一-鿿ァ-ヺーぁ-ゖ」』)]を(?:(?:約)?$|[0-9][0-9.,]*(?:円|ドル|元|ウォン|ユーロ)(?:ほど|程度)?(?:引き[上下]げ|[値]?[上下]げ)(?:て)?、(?:約)?$)"
)
_RAISED_BY = re.compile(r"(?:ほど|程度)?(?:引き[上下]げ|値[上下]げ)(?:、|し|た|る|て)")
_NEW_PRICE = re.compile(r"(?:と|に)(?:した|する|なる|なった)")
_PRICE_OF = re.compile(
    r"を(?:1?[月年日]|1(?:個|枚|本|錠|回|人|台|箱|袋)|1カ月)?(?:当たり)?(?:約)?(?:[0-9][0-9.,万]*(?:円|ドル|ユーロ|元|ウォン)から(?:約)?)?$"
)
_PLANNED = re.compile(
    r"予想|見通し|計画|目標|配当|想定|金利|株|枠|予算|給|賃|額|限度|上限|下限|水準|年俸|報酬|手当|税|負担"
)


def by_deed(reading: Reading, value: Value) -> Measure | None:
    """What is done with money: 30億円で取得した, 5億円で開発した."""
    if value.mention.type != "money":
        return None
    if DEAL.match(reading.folded, value.tail):
        return Measure("financial", "other")
    if _AGREED.match(reading.folded, value.tail):
        return Measure("financial", "other")  # 総額380億ドルの契約を結んだ
    if _PUT_INTO.match(reading.folded, value.tail):
        return Measure("financial", "other")  # 5億ドルを借入金の返済に充てる
    if valued := _VALUED.match(reading.folded, value.tail):
        return Measure("cap", "market_cap", *valued.span("worth"))
    if _RAISED.match(reading.folded, value.tail):
        return Measure("financial", "funding")
    if _BUILDS.match(reading.folded, value.tail):
        return Measure("financial", "capex")  # 30億円をかけて工場を建てる
    spent = _MADE.match(reading.folded, value.tail) or _SPENT.match(reading.folded, value.tail)
    return Measure("financial", "cost") if spent else None


def by_frames(reading: Reading, value: Value, course: Course, nearest: Candidate | None) -> Measure | None:
    """What the sentences before measured, the latest first."""
    topic = topic_owner(value, reading.scene.sentence.text, reading.measures)
    if value.mention.type in {"percent", "multiple"} and (bare := _BARE_COUNT.search(reading.folded, 0, value.start)):
        sold = (
            f
            for f in reversed(reading.discourse.frames)
            if f.family == "delivery" and (not bare["unit"] or bare["unit"] in f.units)
        )
        if (frame := next(sold, None)) is not None:
            return Measure(frame.family, frame.measure)  # 累計は4億枚。枚数は前年同期の1.3倍
    if topic and value.mention.type in {"percent", "multiple"} and _COUNTABLE.search(topic[0].text):
        return None  # 利用者が前年度から68%減った
    frames = list(reversed(reading.discourse.frames))
    if value.mention.type == "money" and reading.folded.startswith("を占め", value.tail):
        whole = next((f for f in frames if f.family != "price" and value.amount.unit in f.units), None)
        if whole is not None:
            return Measure(whole.family, whole.measure)
    if _BY_PART.search(reading.folded, 0, value.start):
        frames.sort(key=lambda frame: frame.family == "quantity")
    if value.mention.type == "count" and _ORDERED.search(reading.folded, 0, value.start):
        return Measure("quantity", "受注")  # 受注残は8754機
    if value.mention.type == "count" and _BOUGHT.match(reading.folded, value.tail):
        return None  # 小型機を60機買い入れる: no delivery yet
    if value.mention.type == "count" and _STANDS.match(reading.folded, value.tail):
        frames = [frame for frame in frames if frame.family != "delivery"]  # 60機以上、駐機場に並んでいた
    orders = False
    # グレンコアは3.5%上昇して: shares rise, market value grows.
    shares = (
        nearest is not None and value.mention.type == "percent" and course.turn is not None
        and _RISES.match(reading.folded, course.turn.start) is not None
    )  # fmt: skip
    rated = course.turn is not None and course.turn.noun  # 年初からの上昇率は14%: of the share, not of the market value
    if course.of == "volume":
        frames.sort(key=lambda frame: frame.family == "price")  # 出荷量は… and then 4.2%の減少: no price shrinks
    for frame in (
        sorted(frames, key=_rank_of(value, course, reading.folded)) if nearest is not None or rated else frames
    ):
        last = Measure(frame.family, frame.measure)
        if (frame.family, frame.measure) == ("financial", "other"):
            orders = orders or value.mention.type == "money"
            continue  # only keeps money from going on with what was said before it
        ranked = frame.family == "cap" and _RANKED.match(reading.folded, value.tail) is not None
        if frame.family == "cap" and (
            (orders and not ranked) or _OF_BUSINESS.match(reading.folded, value.tail) or shares
        ):
            continue
        if frame.measure == "yield" and not _of_rate(reading, value):
            continue  # 長期金利は2.1%だった。値上げを考える企業が58%に上った
        if not fits(last, value, course) or (
            last.name == "commodity"
            and (_may_cost(nearest) or (course is LEVEL and not _near(value, reading.discourse)))
        ):
            continue
        if _may_cost(nearest) and frame.measure in _OF_OWNER:
            last = PRICE
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
        and not _made_more(reading, value, nearest)
    ):
        return PRICE
    return None


def _of_rate(reading: Reading, value: Value) -> bool:
    """False for a share of somebody else behind a rate: 値上げを考える企業が58%に上った, 保有債券の入れ替えは9割終わった."""
    if "割" in value.mention.text:
        return False
    if _OF_PRICES.search(reading.folded, 0, value.start):
        return False
    spoken = _RATES.search(reading.folded, 0, value.start) or _HIKE.match(reading.folded, value.tail)
    return bool(spoken) or not _has_subject(reading, value)


_OF_PRICES = re.compile(r"(?:物価|CPI|GDP|成長|賃金|失業|上昇|伸び)[^、。はが]{0,24}率?の(?:見通し|予想|予測)(?:を|は)")


def _has_subject(reading: Reading, value: Value) -> bool:
    found = phrases(reading.scene.sentence.text)
    return any(p.end <= value.start and p.particle[:1] in {"は", "が", "も"} for p in found)


_STANDS = re.compile(
    r"(?:ほど|余り|近く)?(?:が|も|、)?[^。、はを0-9]{0,10}?(?:並ん|残っ|残る|待っ|待つ|止まっ|眠っ|稼働し|運航し|飛ん|保管さ|置かれ|係留|走っ)"
)
_HIKE = re.compile(r"(?:程度|前後)?(?:へ|に|まで)(?:の)?[^、。はがを0-9]{0,8}(?:利[上下]げ|引き?[上下]げ|据え?置)")
_RATES = re.compile(r"金利|利回り|レート|国債|[0-9]年(?:物|債)|債券利|利率")


def _made_more(reading: Reading, value: Value, nearest: Candidate) -> bool:
    """月産能力を3割引き上げる: what a firm changes by so much is no price of it."""
    done = _OBJECT.search(reading.folded, nearest.end, value.start)
    return done is not None and not _SHARES.search(done["what"])


# 3兆円の大台を割り込み, 890億ドルまで膨らみ: what a market value does, also after another sum.
_RANKED = re.compile(
    r"(?:余り|ほど|近く|超)?(?:の大台(?:を|に)|まで(?:膨ら|縮|減|拡大)|を(?:割り込|抜)|で(?:首位|トップ|[0-9]{1,3}位)|と(?:[0-9]{1,3}位|首位))"
)
_OBJECT = re.compile(r"(?P<what>[一-鿿ァ-ヺーA-Za-z]{2,12})を(?:約|およそ|さらに|最大|現在より|従来より|前年比)*$")


# 部門別ではペットが9.6%増: of the sales that the article is about, not of the customers last counted.
_BY_PART = re.compile(r"(?:部門|商品|品目|業態|分野|事業|地域|カテゴリー)別|全店では")


def _may_cost(nearest: Candidate | None) -> bool:
    """False for a body that only tells: 農水省がまとめたもので、去年の同じ時期と比べると722円上昇した."""
    return nearest is not None and nearest.type not in {"other", "country"}


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


def by_unit(reading: Reading, value: Value) -> Measure | None:
    """What a value can only be, told by its unit alone."""
    sort = value.mention.type
    if sort == "money":
        before = reading.folded[max(0, value.start - 12) : value.start]
        tagged = _TAGGED.search(reading.folded, max(0, value.start - 32), value.start) and plausible(PRICE, value)
        if (
            UNIT_PRICE.search(before)
            or (_PLAN_FEE.search(reading.folded, 0, value.start) and abs(value.amount.amount) < _DEAR)
            or (tagged and _TAG_ENDS.match(reading.folded, value.tail))
            or _asked(reading, value)
        ):
            return Measure("price", "commodity")
        return Measure("financial", "other")
    if sort == "number":
        if named := counted_noun(reading, value):
            return Measure("quantity", named)
        return Measure("quantity", "") if _COUNTED.search(reading.folded[: value.start]) else None
    return Measure("quantity", noun(reading, value))


def counted_noun(reading: Reading, value: Value) -> str:
    """値下げした車種は68に上った: the noun that a number without a counter counts, as written; "" if none does."""
    before = _NOUNS.search(reading.folded, max(0, value.start - 16), value.start)
    return before["what"] if before and _REACHES.match(reading.folded, value.tail) else ""


_NOUNS = re.compile(
    r"(?P<what>車種|自治体|企業|国|校|団体|店|店舗|社|都市|施設|品目|路線|病院|大学|地域|種目|作品|機関|市町村|銘柄|商品|工場|空港|駅|農場|農家|世帯|事業者|言語|拠点|党)"
    r"(?:は|が|も)(?:合わせて|計|約|およそ|全国で)*$"
)
_REACHES = re.compile(
    r"(?:近く|余り)?(?:に(?:上[るっり]|達|のぼ|増|減|及)|を(?:超|上回|数え)|だった|となっ|となる|から[0-9])"
)


def _asked(reading: Reading, value: Value) -> bool:
    """True for what goods are offered at: 6本で624円, 980円(税込み), 150円という価格設定, 1万8000円に値下げする."""
    folded = reading.folded
    if abs(value.amount.amount) >= _DEAR:
        return False
    return bool(
        _SEVERAL.search(folded, max(0, value.start - 16), value.start) or _WITH_TAX.match(folded, value.end)
        or _AS_PRICE.match(folded, value.tail)
    )  # fmt: skip


_PLAN_FEE = re.compile(
    r"(?:プラン|コース|見放題|使い放題|乗り放題|食べ放題|定期券|1日券|フリーパス|パスポート)(?:は|が|も|なら)(?:月々|月|年|1[カか]月|1日|大人)?(?:約)?$"
)
"""広告付きプランは月890円: what one pays for it."""
_DEAR = 100_000
"""Above that it is a lot's price, or no price: 3台で450万円."""
# 6本で624円, 350ml缶141円, 9時間あたり1000円; not 2人で, 3年で
_SEVERAL = re.compile(
    r"[0-9] ?(?:個|枚|本|杯|皿|缶|袋|冊|食|箱|パック|錠|切れ|玉|束|ml|ミリリットル|リットル|グラム|g)(?:入り|セット|缶|瓶|パック)?(?:で|が|は)?(?:約|およそ)?$"
    r"|[0-9](?:時間|分|秒|泊|枚|個|本|キロ|グラム|リットル|g|kg|文字|ページ)(?:当たり|あたり|につき)(?:約|およそ)?$"
)
_WITH_TAX = re.compile(r"(?:程度|前後)?\((?:消費)?税?(?:込み?|別|抜き|サ込)")
_AS_PRICE = re.compile(
    r"(?:という|の)[^、。をはが0-9]{0,4}(?:価格|料金|値段|定価)|(?:(?:から[0-9][0-9.,万]*円)?(?:に|へ)(?:[0-9][0-9.]*円)?)(?:値[上下]げ|値引き)"
)


def noun(reading: Reading, value: Value) -> str:
    """The head noun of a quantity, as written."""
    owner = phrase_owner(value, reading.scene.sentence.text, reading.folded, reading.measures)
    if owner:
        return owner[0].text
    if value.mention.type in {"percent", "multiple", "points"}:
        return "割合"
    return {"人": "人数", "名": "人数", "社": "社数", "件": "件数"}.get(value.amount.unit, value.amount.unit or "数")


DEAL = re.compile(r"(?:ほど|程度|前後)?で[^、。]{0,10}(?:取得|購入|買収|売却|譲渡|買い取|手に入れ|受注|落札)")
# 会社を19億ドルと評価する, 投資家から2億ドルを集めた
_VALUED = re.compile(r"(?:と|で)(?P<worth>評価)(?:す|し|さ)")
_AGREED = re.compile(r"(?:規模|相当|超|余り)?の[^、。はがも0-9]{0,10}(?:契約|受注|発注|注文|案件|合意)(?!金|料|者|数)")
_PUT_INTO = re.compile(r"(?:余り|程度|超|近く|分)?を[^、。はがも0-9]{1,16}に(?:充て|充当|回[しすさ]|振り向け)")
_RAISED = re.compile(r"(?:以上|超|近く)?を?(?:新たに|追加で)?集め(?:た|て|る|、)")
# 30億円をかけて工場を建てる, 2億円で新店を設ける
_BUILDS = re.compile(
    r"(?:を|も)?(?:かけて?|投じて?|で(?!、)|を投資し)[^。0-9]{0,30}?(?:工場|拠点|新店|施設|設備|ライン|データセンター|発電所|原発|店舗)[^。0-9]{0,12}?(?:建て|建設|新設|増設|設け|増や|再稼働|稼働|造る|造り|つくる)"
)
# 建て直すには1500万円かかる, 3億円かけ改修
_SPENT = re.compile(r"(?:も|を|が|ほど|以上)?(?:かけ(?!離)|かか[るっりら]|費や|充て)")
COSTS = re.compile(r"(?:ほど|以上|近く|余り|程度)?(?:も|が|は)?(?:かか[るっりら]|必要)")
"""1戸当たり300万円近くかかる: what is spent on one, not what one is sold for."""
_MADE = re.compile(r"で[^、。]{0,14}(?:実現|開発|製造|訓練|建設|完成|作ら|造ら|整備)")
# 3000億ドルの受注を得た: money of a firm's business is not what the firm is worth.
_OF_BUSINESS = re.compile(
    r"(?:ほど|程度|規模|余り|超)?の(?:受注|契約|投資|注文|発注|大型|設備|資金|売|損|費|案件|取引|調達|融資|出資|買収)"
    r"|(?:を|は|が)[^、。はがも0-9]{0,16}(?:充て|充当|回[しすさ]|投じ|振り向け|使[いうわっ]|支払|返済)"
)
PRICE = Measure("price", "price")
_OF_OWNER = frozenset({"share_price", "index", "crypto", "commodity"})
# What shares do rather than profits.
_SLIDES = re.compile(r"滑|沈|登|跳ね|舞い|下落|急落|急騰|反発|続")
_RISES = re.compile(r"上昇|下落|急落|急騰|反発|続伸|続落")
_REPRICED = re.compile(r"値上げ|値下げ")
PRICED = frozenset({"index", "crypto", "currency", "commodity"})
_HELD_COINS = re.compile(r"(?:に)?(?:相当|分)|を[^、。]{0,12}(?:盗|窃取|流出|売却|購入|保有|取得|送金|奪)")
_WORTH = frozenset({"index", "crypto"})
# 1万3205円まで買われ, 3540円と年初来高値を付けた: only what is quoted goes so.
# 上場来高値の2万3000円を付けた
_AT_EXTREME = re.compile(r"[高安]値の$")
_QUOTED = re.compile(
    r"(?:まで|と|に|で)[^。益]{0,16}?(?:買われ|売られ|高値|安値|引け|取引を終|終え|上昇|下落|下げ|上げ|値上がり|値下がり|付け|続伸|続落|反発|反落|急騰|急落|ストップ)"
    r"|(?:台)?を(?:付け|つけ)(?:た|る|、|て)|で清算(?:し|され)"
)
# 「海鳴り」(岬書房、1800円), 「青の実」(120グラム、税込み480円): what a thing in its brackets costs.
_TAGGED = re.compile(r"[」』]\((?:[^()]{0,24}、)?(?:税込み?|税別|本体|定価|各|1[個本枚箱杯袋冊])?$")
_TAG_ENDS = re.compile(r"(?:税込み?|税別|\+税|、税込み?|、税別|から|~)?\)")
UNIT_PRICE = re.compile(
    r"(?:1|一|5|五|10|十|100)(?:個|枚|本|口|台|人|株|匹|頭|玉|房|尾|束|箱|冊|食|杯|缶|袋|リットル|キロ|月|回|バレル|ブッシェル|ポンド|俵|トロイオンス|グラム|トン|足|泊|着|時間|日|食|皿|貫|膳|機|基|棟|戸|隻|両|組|脚|巻|瓶|樽|鉢|斤|反|升|坪|羽|丁|ダース|ケース|セット|パック|メートル|平方メートル|立方メートル)(?:当たり|あたり|につき|=)?(?:約|税込み)?$|チケット(?:は|が)$|(?:なら|だと|(?:素泊まり|大人|子ども|子供|小学生|中学生|高校生|一般|当日|前売り)(?:は|が|で|、|1人)*)$"
)
_SINCE = re.compile(
    r"(?:年初来|年初から|年初以降|昨年末(?:比|から)|株価?|上場来)[^、。]{0,6}の?(?:下落率|上昇率|騰落率|値上がり率|値下がり率)"
)
# 卵は10個入りで298円と、前の週から8円上がった: both are prices, whatever the noun in front is called.
_RETAILED = re.compile(
    r"(?:ほど|程度|余り|近く)?(?:[上下]が[っり]|[高安]く[なで]|(?:で|と)、?(?:前の[週月日年]|先週|先月|去年|昨年|おととし|[^。]{0,16}?[0-9]円(?:ほど|余り)?(?:[上下]が|値[上下]が|[高安])))"
)
_DEARER = re.compile(r"値上がり|値下がり|高騰")
_SHARES = re.compile(r"株|銘柄|指数|平均|相場|市場|円|ドル|通貨|先物")
_COUNTABLE = re.compile(
    r"(?:者|客|員|人口|人数|件数|台数|戸数|数|量|(?<!期)時間|距離|面積|需要|利用|頻度|比率|割合|(?<!上昇)(?<!下落)(?<!騰落)(?<!増加)(?<!減少)(?<!伸び)率)$"
)
_COUNTED = re.compile(r"(?:数|値上がり|値下がり|横ばい|変わらず|銘柄)(?:は|が)?$")
