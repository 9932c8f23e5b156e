"""What the sentences before measured, where a figure's own sentence names no measure: 登録車は23万台, and then 軽自動車は15万台."""

from __future__ import annotations

from collections.abc import Callable

from jijitsu.extract.linking.measure.nearby import Answer, Nearby
from jijitsu.extract.linking.measure.own_sum import of_its_own
from jijitsu.extract.linking.measure.trade import counted_in_trade, part_of_trade
from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.linking.subject.discourse import Discourse
from jijitsu.extract.linking.subject.frames import Frame, lately
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.subject.subjects import Candidate
from jijitsu.extract.linking.subject.things import bound_owner, topic_owner
from jijitsu.extract.linking.value.course import LEVEL, Course
from jijitsu.extract.linking.value.measures import PRICE, PROFITS, Measure, fits
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex

_BARE_COUNT = regex(r"(?:^|[、。ば])(?:(?P<unit>[台枚本個部隻頭])数|数量)[はがも][^、。はが]{0,16}$")
_BOUGHT = regex(
    r"を?(?:新たに|追加で)?(?:買い入れ|買い(?!物|手|取)|買っ|買う|購入|発注|調達|使[うっい](?!い勝手|い道)|使用|消費)"
)
_ORDERED = regex(r"(?:[受発]注(?:残高?|[機台隻戸件]?数)?|契約数)(?:は|が|も)(?:約)?$")


_NOTHING = Answer(None)


def by_frames(reading: Reading, value: Value, course: Course, nearest: Candidate | None) -> Measure | None:
    """What the sentences before measured, the latest first."""
    asked = Nearby(reading, value, course, nearest)
    for rule in _AT_ONCE:
        if (answer := rule(asked)) is not None:
            return answer.measure
    money_told = False
    for frame in _in_order(asked):
        if (measure := _said_of(asked, frame, money_told=money_told)) is not None:
            return measure
        # 3000億ドルの受注: money goes on with what was said before it, not with a market value.
        money_told = money_told or (_other_money(frame) and asked.sort("money"))
    return PRICE if _moved_so(asked) else None


def _topic(asked: Nearby) -> str:
    """The noun that the figure is of, by its sentence's words; "" if there is none."""
    owner = topic_owner(asked.value, asked.reading.scene.sentence.text, asked.reading.measures)
    return owner[0].text if owner else ""


def _frames(asked: Nearby) -> list[Frame]:
    """What was measured before, the latest first; long ago only where a volume grew or shrank."""
    frames = list(reversed(asked.reading.discourse.frames))
    if asked.course.of == "volume":
        return frames
    told = lately(frames)
    return [frame for frame in frames if frame in told or frame.measure == "other"]


def _bare_number(asked: Nearby) -> Answer | None:
    """累計は4億枚。枚数は前年同期の1.3倍: of what was counted."""
    bare = asked.ahead(_BARE_COUNT) if asked.sort("percent", "multiple") else None
    if bare is None:
        return None
    sold = (f for f in reversed(asked.reading.discourse.frames) if f.family == "delivery")
    frame = next((f for f in sold if not bare["unit"] or bare["unit"] in f.units), None)
    return Answer(Measure(frame.family, frame.measure)) if frame is not None else None


def _countable(asked: Nearby) -> Answer | None:
    """利用者が前年度から68%減った, 20億円を投じた。電力消費は4割減る: nothing that was told before."""
    if not asked.sort("percent", "multiple"):
        return None
    topic = _topic(asked)
    if _GROWING_MARKET.search(topic) and asked.behind(_GROWS):
        return _NOTHING  # 年間配当は60円とした。半導体市場は9%成長するとみる
    return _NOTHING if _COUNTABLE.search(topic) or asked.ahead(ABILITY) else None


def _of_the_whole(asked: Nearby) -> Answer | None:
    """輸出額は3億円。自動車が1億円を占める."""
    if not asked.sort("money") or not asked.follows("を占め"):
        return None
    whole = next((f for f in _frames(asked) if f.family != "price" and asked.value.amount.unit in f.units), None)
    return Answer(Measure(whole.family, whole.measure)) if whole is not None else None


def _ordered(asked: Nearby) -> Answer | None:
    """受注残は8754機; 小型機を60機買い入れる; 卵は毎日500個使う: no delivery."""
    if not asked.sort("count"):
        return None
    if asked.ahead(_ORDERED) and asked.value.amount.unit != "契約":
        return Answer(Measure("quantity", "受注"))
    return _NOTHING if asked.behind(_BOUGHT) else None


def _the_time_before(asked: Nearby) -> Answer | None:
    """営業利益率は37%だった。前年同期は39%だった: the same rate, then."""
    if not asked.sort("percent") or asked.course is not LEVEL or not asked.ahead(_THEN) or not asked.behind(_IT_WAS):
        return None
    before = asked.reading.scene.sentence.index - 1
    rate = next((f for f in reversed(asked.reading.discourse.frames) if "percent" in f.units), None)
    rated = rate is not None and rate.sentence == before and rate.family == "financial" and rate.measure in _MARGINS
    return Answer(Measure(rate.family, rate.measure)) if rated and rate is not None else None


_MARGINS = frozenset({"other", "gross_margin"})
_THEN = regex(
    r"^(?:一方、|ただ、)?(?:前年同期|前年同月|前年|前の年|前の期|前期|前月|前の?四半期|昨年|1年前)(?:の実績)?は(?:約|およそ)?$"
)
_IT_WAS = regex(r"(?:近く|超|弱|強|余り)?(?:だった|であった|で(?:、|あり)|。|$)")

_AT_ONCE: tuple[Callable[[Nearby], Answer | None], ...] = (
    _bare_number,
    counted_in_trade,
    _countable,
    _of_the_whole,
    _ordered,
    part_of_trade,
    _the_time_before,
)


def _in_order(asked: Nearby) -> list[Frame]:
    """What was measured before, the likeliest first."""
    frames, folded = _frames(asked), asked.folded
    if asked.ahead(_BY_PART):
        frames.sort(key=lambda frame: frame.family == "quantity")
    if (topic := _topic(asked)) and not _PER_CUSTOMER.search(topic):  # 既存店は客数が1%減った。惣菜は7%伸びた: in sales
        frames.sort(key=lambda frame: _PER_CUSTOMER.search(frame.measure) is not None)
    last = asked.reading.scene.sentence.index - 1
    if asked.ahead(_SEGMENT, 30) and any(f.measure == "revenue" and f.sentence == last for f in frames):
        frames.sort(key=lambda frame: frame.measure in _OF_FIRMS)  # 売上高は…、純利益は…。クラウド部門は9%増の47億ドル
    if asked.ahead(_OTHER_VOLUME) or (asked.sort("count") and asked.behind(_STANDS)):
        frames = [frame for frame in frames if frame.family != "delivery"]  # 60機以上、駐機場に並んでいた
    if asked.course.of == "volume":
        frames.sort(key=lambda frame: frame.family == "price")  # 出荷量は… and then 4.2%の減少: no price shrinks
    rated = (
        asked.course.turn is not None and asked.course.turn.noun
    )  # 年初からの上昇率は14%: of the share, not of the market value
    if asked.nearest is None and not rated:
        return frames
    return sorted(frames, key=_rank_of(asked.value, asked.course, folded))


def _other_money(frame: Frame) -> bool:
    return (frame.family, frame.measure) == ("financial", "other")


def _said_of(asked: Nearby, frame: Frame, *, money_told: bool) -> Measure | None:
    """What the figure measures if it goes on with `frame`; None if it does not. `money_told`: other money was told since."""
    value, course, nearest = asked.value, asked.course, asked.nearest
    last = Measure(frame.family, frame.measure)
    if _other_money(frame):
        parts = asked.ahead(_BY_PART) and course is not LEVEL and asked.sort("percent")
        return last if parts else None  # 輸出額は2億ドル。国・地域別では中国が4%減
    if _unlike(asked, frame, money_told=money_told) or not fits(last, value, course):
        return None
    if last.name == "commodity" and (
        _may_cost(nearest) or (course is LEVEL and not _near(value, asked.reading.discourse))
    ):
        return None
    if _may_cost(nearest) and frame.measure in _OF_OWNER:
        last = PRICE
    if frame.family == "quantity":
        if not _counts_so(value, frame) or asked.sort("money"):
            return None
        own = bound_owner(value, asked.reading.scene.sentence.text, asked.folded, asked.reading.measures)
        return Measure("quantity", own[0].text) if own else last
    changed = course is not LEVEL and asked.sort("percent", "multiple")
    if not (_like(value, frame) or changed):
        return None
    return Measure("financial", "other") if of_its_own(asked, frame) else last


def _unlike(asked: Nearby, frame: Frame, *, money_told: bool) -> bool:
    """True where such a figure is never said of such a measure."""
    value, nearest = asked.value, asked.nearest
    if frame.measure in {"dividend", "eps"} and asked.sort("money") and value.amount.amount >= _NO_SHARE:
        return True  # 年間配当は45円とする。市場予想の平均は108億円だった
    if frame.measure in _OF_FIRMS and _is_land(value, nearest, asked.reading):
        return True  # 純利益は10億元だった。国別ではインドが9%減: a land has no profit
    if frame.family == "cap":
        # グレンコアは3.5%上昇して: shares rise, market value grows.
        shares = (
            nearest is not None and asked.sort("percent") and asked.course.turn is not None
            and _RISES.match(asked.folded, asked.course.turn.start) is not None
        )  # fmt: skip
        return bool((money_told and not asked.behind(_RANKED)) or asked.behind(_OF_BUSINESS) or shares)
    if frame.family == "price" and frame.measure != "commodity" and asked.follows("相当"):
        return True  # 自社商品2000円相当を贈る
    return frame.measure == "yield" and not _of_rate(
        asked.reading, value
    )  # 長期金利は2.1%だった。値上げを考える企業が58%に


def _moved_so(asked: Nearby) -> bool:
    """True for a firm that moved by so many percent: its share did."""
    return (
        asked.nearest is not None
        and asked.near("company")
        and asked.course.of == "any"
        and asked.course is not LEVEL
        and asked.sort("percent")
        and not _made_more(asked.reading, asked.value, asked.nearest)
    )


def _is_land(value: Value, nearest: Candidate | None, reading: Reading) -> bool:
    """True for a figure that is a country's: インドが9%減, インド(9%減)."""
    if value.start and reading.folded[value.start - 1] == "(":
        return any(c.type == "country" and c.end == value.start - 1 for c in reading.names)
    return nearest is not None and nearest.type == "country"


def _of_rate(reading: Reading, value: Value) -> bool:
    """False for a share of somebody else behind a rate: 値上げを考える企業が58%に上った, 保有債券の入れ替えは9割終わった."""
    if "割" in value.mention.text:
        return False
    if _OF_PRICES.search(reading.folded, 0, value.start):
        return False
    spoken = _RATES.search(reading.folded, 0, value.start) or _HIKE.match(reading.folded, value.tail)
    return bool(spoken) or not _has_subject(reading, value)


_OF_PRICES = regex(r"(?:物価|CPI|GDP|成長|賃金|失業|上昇|伸び)[^、。はが]{0,24}率?の(?:見通し|予想|予測)(?:を|は)")


def _has_subject(reading: Reading, value: Value) -> bool:
    found = phrases(reading.scene.sentence.text)
    return any(p.end <= value.start and p.particle[:1] in {"は", "が", "も"} for p in found)


# 国内需要は176万トンと10年で2割減った, 10アール当たり6トン: neither made nor sold.
_OTHER_VOLUME = regex(
    r"(?:需要|消費量?|在庫|備蓄|収量|埋蔵量|処理量|漁獲量|回収量|能力|面積)(?:は|が|も)[^。はが]{0,40}$|(?:アール|ヘクタール|平方メートル)(?:当たり|あたり)(?:約)?$"
)
ABILITY = regex(
    r"(?:能力|容量|速度|性能|効率|精度|密度|出力|寿命|消費電力|電力消費|電力消費量)(?:を|は|が|も)(?:従来|現在|現行|前世代|旧型|今|これまで)?(?:品|機|モデル)?(?:の|より|比で?)?(?:約|最大)?$"
)
"""What a machine can do, right in front of its change: no money, whatever was spoken of before."""
_SEGMENT = regex(
    r"(?:部門|事業|セグメント|分野|製品|サービス|クラウド|向け|関連)(?:は|が|では|も)、?[^、。はがも]{0,16}$"
)
_PER_CUSTOMER = regex(r"客数|客単価|買い上げ点数")
_STANDS = regex(
    r"(?:ほど|余り|近く)?(?:が|も|、)?[^。、はを0-9]{0,10}?(?:並ん|残っ|残る|待っ|待つ|止まっ|眠っ|稼働し|運航し|飛ん|保管さ|置かれ|係留|走っ)"
)
_HIKE = regex(r"(?:程度|前後)?(?:へ|に|まで)(?:の)?[^、。はがを0-9]{0,8}(?:利[上下]げ|引き?[上下]げ|据え?置)")
_RATES = regex(r"金利|利回り|レート|国債|[0-9]年(?:物|債)|債券利|利率")


def _made_more(reading: Reading, value: Value, nearest: Candidate) -> bool:
    """月産能力を3割引き上げる: what a firm changes by so much is no price of it."""
    done = _OBJECT.search(reading.folded, nearest.end, value.start)
    return done is not None and not SHARES.search(done["what"])


# 3兆円の大台を割り込み, 890億ドルまで膨らみ: what a market value does, also after another sum.
_RANKED = regex(
    r"(?:余り|ほど|近く|超)?(?:の大台(?:を|に)|まで(?:膨ら|縮|減|拡大)|を(?:割り込|抜)|で(?:首位|トップ|[0-9]{1,3}位)|と(?:[0-9]{1,3}位|首位))"
)
# 精鉱の処理を2026年度末までに半減する, 会議時間を2年で2割減らす
_OBJECT = regex(
    r"(?P<what>[一-鿿ァ-ヺーA-Za-z]{2,12})を(?:約|およそ|さらに|最大|現在より|従来より|前年比|今後|段階的に|大幅に|一律に?"
    r"|(?:[0-9]{2,4}|今|来|再来)年(?:度)?(?:末|中|比で?)?(?:までに|に)?|[0-9]{1,2}(?:年|カ月)(?:間)?で){0,4}$"
)
# 部門別ではペットが9.6%増: of the sales that the article is about, not of the customers last counted.
_BY_PART = regex(r"(?:部門|商品|品目|業態|分野|事業|地域|国|県|州|価格帯|輸出先|輸入先|カテゴリー)別|全店では")


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


def _counts_so(value: Value, frame: Frame) -> bool:
    """True if the value's unit was used of this count; 空室率は8%だった。1年前より2ポイント下がった: points are of what was a rate."""
    rate = value.mention.type == "points" and not _RATE_UNITS.isdisjoint(frame.units)
    return rate or value.amount.unit in frame.units


_RATE_UNITS = frozenset({"percent", "percentage_point"})


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


# 3000億ドルの受注を得た: money of a firm's business is not what the firm is worth.
_OF_BUSINESS = regex(
    r"(?:ほど|程度|規模|余り|超)?の(?:受注|契約|投資|注文|発注|大型|設備|資金|売|損|費|案件|取引|調達|融資|出資|買収)"
    r"|(?:を|は|が)[^、。はがも0-9]{0,16}(?:充て|充当|回[しすさ]|投じ|振り向け|使[いうわっ]|支払|返済)"
)
_NO_SHARE = 10_000_000
"""No share earns or pays so much."""
_OF_FIRMS = PROFITS | {"gross_margin", "eps", "dividend", "share_price", "market_cap"}
_OF_OWNER = frozenset({"share_price", "index", "crypto", "commodity"})
# What shares do rather than profits.
_SLIDES = regex(r"滑|沈|登|跳ね|舞い|下落|急落|急騰|反発|続")
_RISES = regex(r"上昇|下落|急落|急騰|反発|続伸|続落")
SHARES = regex(r"株|銘柄|指数|平均|相場|市場|円|ドル|通貨|先物")
_GROWING_MARKET = regex(r"(?<!株式)(?<!債券)(?<!為替)(?:市場|業界|需要)$")
_GROWS = regex(r"(?:超|近く|強|弱|以上|程度|前後|ほど)?(?:の)?(?:成長|拡大|縮小|伸び|縮む|縮み)")
_COUNTABLE = regex(
    r"(?:者|客|員|人口|人数|件数|台数|戸数|数|量|(?<!期)時間|距離|面積|需要|利用|頻度|比率|割合|(?<!上昇)(?<!下落)(?<!騰落)(?<!増加)(?<!減少)(?<!伸び)率)$"
)
