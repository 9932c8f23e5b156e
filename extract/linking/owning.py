"""Whose a figure is: the order in which the ways of telling are tried."""

from __future__ import annotations

import re
from functools import cache, partial

from jijitsu.extract.lexicon import words
from jijitsu.extract.linking.counting import COUNTS, count_owners
from jijitsu.extract.linking.directions import Course
from jijitsu.extract.linking.discourse import target_of
from jijitsu.extract.linking.measures import Measure
from jijitsu.extract.linking.owners import (
    bound_owner,
    goods_owner,
    measured_owner,
    omitted_owner,
    payee_of,
    phrase_owner,
    place_owner,
    topic_owner,
    types_of,
    weak_owner,
    whole_noun,
)
from jijitsu.extract.linking.phrases import phrases
from jijitsu.extract.linking.reading import FIELD, MARKET, SENTIMENT, Reading
from jijitsu.extract.linking.rivals import named_owner
from jijitsu.extract.linking.sight import Counted
from jijitsu.extract.linking.subjects import STRONG, Candidate
from jijitsu.extract.linking.values import Value
from jijitsu.schemas.claim import Subject


def owners_of(reading: Reading, at: int, measure: Measure, course: Course, counted: Counted) -> tuple[Subject, ...]:
    """Return whose the value number `at` is: several where a list shares it, nobody where nothing tells.

    `counted`: whose the counts before it were, by their unit.
    """
    if course.of == "fx":
        return (_YEN,)
    value = reading.values[at]
    counts = value.mention.type in COUNTS or value.amount.unit == "percentage_point"
    if measure.family == "quantity" and counts and measure.name not in MARKET | _FUNDS:
        return count_owners(reading, at, measure, course, counted)
    names = _owning(reading, value, measure)
    types = _types(reading, value, measure, names)
    return _before_names(reading, value, measure, names) or named_owner(
        at, reading.values, names, types, course, reading.folded, reading.tree,
        rest=partial(_unnamed, reading, value, measure, names),
    )  # fmt: skip


def _unnamed(reading: Reading, value: Value, measure: Measure, names: tuple[Candidate, ...]) -> tuple[Subject, ...]:
    """Whose a value is that no name of its sentence owns."""
    return (
        _of_count(reading, value, measure)
        or _of_price(reading, value, measure)
        or _of_state(reading, value, measure)
        or _of_survey(reading, value, measure)
        or _unsaid(reading, value, measure, names)
    )


def _before_names(
    reading: Reading, value: Value, measure: Measure, names: tuple[Candidate, ...]
) -> tuple[Subject, ...]:
    """What is surer than any name in the sentence: a place, a whole field, a payee, what was built."""
    text, folded = reading.scene.sentence.text, reading.folded
    if measure.family == "quantity" and (place := place_owner(value, text, folded)):
        return place
    if measure.family in {"cap", "financial", "delivery"} and (whole := _collective(reading, measure, value)):
        return whole
    pay = folded[max(0, measure.start) : measure.end] in _PAY and measure.start >= 0
    if pay and reading.discourse.anybody is not None and not any(c.type == "person" for c in names):
        return (reading.discourse.anybody,)  # ハリソン外野手と契約した。年俸は2億円
    if measure.family == "financial" and value.bracketed and (place := _before_bracket(reading, value, names)):
        return place
    if measure.name == "share_price" and _OFFERED.search(folded, max(0, value.start - 40), value.tail + 12):
        target = target_of(reading.names, folded) or reading.discourse.target
        if target is not None:
            return (target,)
    if folded[measure.start : measure.end] in _FUNDS and reading.discourse.product is not None:
        return (reading.discourse.product,)
    if measure.family == "financial" and (payee := payee_of(value, names, folded)):
        return payee
    beside = measure.name in {"cost", "capex"} and 0 <= value.start - measure.end <= 2
    return _work_of(reading, value) if beside else ()


def _before_bracket(reading: Reading, value: Value, names: tuple[Candidate, ...]) -> tuple[Subject, ...]:
    """2位は北海道白糠町(211億円): the noun that the bracket stands behind, where no name is and no figure."""
    opened = value.start - 1
    if any(c.end in {opened, opened - 1} for c in names):
        return ()
    phrase = next((p for p in phrases(reading.scene.sentence.text) if p.end == opened), None)
    measured = any(m.start < opened <= m.end + 1 for m in reading.measures)
    if phrase is None or measured or not phrase.thing or _PLAN.search(phrase.text):
        return ()
    return (Subject(phrase.text, phrase.text, None, "other"),)


_PAY = frozenset({"年俸", "契約金", "移籍金", "年収"})
_PLAN = re.compile(
    r"計画|予想|見通し|目標|想定|実績|終値|価格|水準|ピーク|前期|前年|同期|従来|最高|最低|平均|合計|総額|高値|安値|時点|現在|[0-9年月日期]$"
)


def _types(reading: Reading, value: Value, measure: Measure, names: tuple[Candidate, ...]) -> frozenset[str]:
    """What may own the value, by its measure and unit."""
    types = types_of(measure, reading.discourse)
    if measure.family == "quantity" and value.amount.unit in _PERSONAL_UNITS:
        types |= {"person"}
    if measure.family == "financial" and reading.discourse.company is None:
        types |= {"country"}  # 日本は41%増の190億ドル
    if measure.family == "financial" and measure.name in {"other", "cost"} and _topical(names, value):
        types |= {"product"}
    return types


def _of_count(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """Whose a count is that no name owns: the market's, the noun's that it is glued to, the measure's own."""
    if measure.family != "quantity":
        return ()
    text, discourse = reading.scene.sentence.text, reading.discourse
    if measure.name in MARKET and discourse.market is not None:
        return (discourse.market,)
    if phrase := bound_owner(value, text, reading.folded, reading.measures):
        return phrase
    if measure.name in _FUNDS and discourse.product is not None:
        return (discourse.product,)
    if discourse.company:
        return ()
    noun = whole_noun(measure, value, text, reading.measures) if measure.start >= 0 else ()
    return noun or phrase_owner(value, text, reading.folded, reading.measures)


def _of_price(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """What a price is of that no name owns: goods, or a currency by its unit."""
    price = reading.discourse.price
    if measure.name == "commodity":
        sold = frozenset({"commodity", "product"} if _SOLD.match(reading.folded, value.tail) else {"commodity"})
        if _SOLD_OFF.match(reading.folded, value.tail) and any(c.particle == "が" for c in reading.names):
            sold |= {"company"}  # 1964年製フェラーリが3488万ユーロで落札された
        if goods := weak_owner(value, reading.names, sold):
            return goods
        if measure.start < 0 and price is not None and price.type in {"commodity", "product"}:
            return (price,)
        return goods_owner(value, measure, reading.scene.sentence.text, reading.folded, reading.measures)
    if measure.name == "fx_rate":
        if spoken := _MONEY_NAME.search(reading.folded[: value.start]):
            return (Subject(spoken["name"], spoken["name"], None, "currency"),)  # ペソは対ドルで4%下げた
        unit = _CURRENCY.sub("", value.mention.text)
        return (_YEN,) if value.amount.unit == "JPY" or not unit else (Subject(unit, unit, None, "currency"),)
    return ()


def _of_state(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """The country whose trade, taxes or product it is; Japan where none is named."""
    if measure.start < 0 or not _NATIONAL.search(reading.folded[measure.start : measure.end]):
        return ()
    if _OF_TOWN.search(reading.folded[: measure.start]):
        return ()
    lands = [c for c in reading.names if c.type == "country" and c.particle != "に" and c.end <= value.start]
    if len(lands) == 1:
        return lands[-1].subjects[:1]
    if body := _LAND_IN().search(reading.folded, 0, measure.start):
        return (Subject(body.group(), body.group(), None, "country"),)  # 中国国家統計局, スイス時計協会
    said = reading.discourse.subject
    return (said,) if said is not None and said.type == "country" else (_JAPAN,)


def _of_survey(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """What a survey counts: its own field, not the company before."""
    text, folded = reading.scene.sentence.text, reading.folded
    if measure.family in {"delivery", "financial", "quantity"} and _SURVEY.search(folded[: value.start]):
        noun = measure.family == "quantity" and measure.start >= 0
        if noun and (found := whole_noun(measure, value, text, reading.measures)):
            return found
        if phrase := measured_owner(measure, text, folded) or topic_owner(value, text, reading.measures):
            return phrase
    if measure.family == "delivery" and reading.discourse.field is not None:
        return topic_owner(value, text, reading.measures) or (reading.discourse.field,)
    return ()


def _unsaid(reading: Reading, value: Value, measure: Measure, names: tuple[Candidate, ...]) -> tuple[Subject, ...]:
    """Whom the text speaks of, else the nearest name in another part, else a noun."""
    text, folded = reading.scene.sentence.text, reading.folded
    meant = omitted_owner(value, measure, reading.discourse)
    if measure.family == "financial" and meant and _AUTHORITY.search(meant[0].name):
        meant = ()  # the police that the article set out with paid nothing
    nouns = measure.family in {"delivery", "quantity", "financial", "cap"}
    if measure.family == "financial" and (suspect := _charged(reading, value)):
        return suspect
    return (
        meant
        or weak_owner(
            value, names if measure.family == "price" else reading.names, types_of(measure, reading.discourse)
        )
        or (measured_owner(measure, text, folded) if measure.family == "delivery" else ())
        or (_not_authority(phrase_owner(value, text, folded, reading.measures), measure) if nouns else ())
        or (_priced(reading, measure, value) if measure.name == "commodity" else ())
        or _same_firm(reading, measure)
        or (measured_owner(measure, text, folded) if measure.family in {"financial", "cap"} else ())
    )


def _not_authority(owners: tuple[Subject, ...], measure: Measure) -> tuple[Subject, ...]:
    return () if measure.family == "financial" and owners and _AUTHORITY.search(owners[0].name) else owners


_TAKEN = re.compile(
    r"を[^。]{0,40}?(?:取|盗|脅し|着服|横領|受給|受け取|隠し|免れ|詐取|支払|渡し|流用)[^。]{0,30}?として、"
)
_CHARGES = re.compile(r"を[^、。]{0,24}?(?:逮捕|書類送検|起訴|告発|追送検|摘発|再逮捕)")


def _charged(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """助成金約1億円をだまし取ったとして、村瀬徹容疑者を逮捕した: who is said to have taken it."""
    folded = reading.folded
    if not _TAKEN.match(folded, value.tail):
        return ()
    suspects = (c for c in reading.names if c.type == "person" and c.start > value.end)
    return next((c.subjects[:1] for c in suspects if _CHARGES.match(folded, folded.find("を", c.end))), ())


def _collective(reading: Reading, measure: Measure, value: Value) -> tuple[Subject, ...]:
    """A figure of a whole field or of several firms together: 業界全体の設備投資, 3社合算の時価総額."""
    text, folded = reading.scene.sentence.text, reading.folded
    if match := _TOGETHER.search(folded, max(0, value.start - 40), value.start):
        firms = match.group("firms") or match.group("top")
        return (Subject(text[match.start() : match.start() + len(firms)], firms, None, "group"),)
    if not any(c.strength >= STRONG and c.end <= value.start for c in reading.names) and (
        group := _GROUP.search(folded, 0, value.start)
    ):
        return (Subject(text[group.start() : group.end()], group.group(), None, "group"),)
    if FIELD.search(folded[: value.start]):
        return measured_owner(measure, text, folded) or topic_owner(value, text, reading.measures)
    owner = measured_owner(measure, text, folded) if measure.family != "delivery" else ()
    # 世界の時価総額ランキングで、米エヌビディアが4兆ドル: whom the clause goes on to name is nearer.
    nearer = any(measure.end <= c.start < value.start and c.strength >= STRONG for c in reading.names)
    return owner if owner and not nearer and _WHOLE.search(owner[0].name) else ()


def _priced(reading: Reading, measure: Measure, value: Value) -> tuple[Subject, ...]:
    """What the price is of where nothing else says it: バスなら2500円, 料金は素泊まりで6500円."""
    text = reading.scene.sentence.text
    near = [
        p for p in phrases(text) if p.end <= value.start and _PRICED_AS.fullmatch(reading.folded, p.end, value.start)
    ]
    if near and not _PERSONS.search(near[-1].text):
        return (Subject(near[-1].text, near[-1].text, None, "other"),)
    return whole_noun(measure, value, text, reading.measures) if measure.start >= 0 else ()


def _same_firm(reading: Reading, measure: Measure) -> tuple[Subject, ...]:
    """同社 that nobody named before, as written: better than nobody."""
    if measure.family not in {"financial", "delivery", "cap"} and measure.name != "share_price":
        return ()
    match = _SAME_FIRM.search(reading.folded)
    return (Subject(match.group(), match.group(), None, "company"),) if match else ()


def _work_of(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """総事業費74億円の新市庁舎: what was built for it stands behind."""
    if reaching := _REACHING.match(reading.folded, value.tail):
        work = next((p for p in phrases(reading.scene.sentence.text) if p.start == reaching.end() and p.thing), None)
        return (Subject(work.text, work.text, None, "other"),) if work else ()
    if reading.folded[value.tail : value.tail + 1] != "の" or _BOOKED.match(reading.folded, value.tail + 1):
        return ()
    return bound_owner(value, reading.scene.sentence.text, reading.folded, reading.measures)


def _topical(names: tuple[Candidate, ...], value: Value) -> bool:
    """True if the nearest topic is a thing in its brackets: 「加盟料」は、新規参加なら60億円."""
    topics = [c for c in names if c.end <= value.start and c.particle[:1] in {"は", "も"} and c.strength >= STRONG]
    return bool(topics) and topics[-1].type == "product"


def _owning(reading: Reading, value: Value, measure: Measure) -> tuple[Candidate, ...]:
    """The names that may own the value: not the body or person that only tells it, not a sentiment that has no price."""
    speech = next((s for s in reading.speeches if s.span.holds(value.mention.span)), None)
    told = speech.attribution.speaker if speech else None
    tellers = {"other"} if measure.name == "net_worth" else {"other", "person"}
    money = value.mention.type == "money"
    section = measure.name in MARKET and reading.discourse.market is not None
    return tuple(
        c for c in reading.names
        if not (c.type in tellers and c.subjects[0].name == told)
        and not (section and c.type == "index")  # advances are the market's, not TOPIX's
        and not (money and c.type == "index" and SENTIMENT.search(c.subjects[0].name))
        and not (measure.family == "financial" and _AUTHORITY.search(c.text + reading.folded[c.end : c.end + 3]))
        and not (measure.name == "share_price" and c.type == "product" and not _FUND_NAME.search(c.text))
    )  # fmt: skip


# Of what is sold only funds have a price of their own on the exchange.
_FUND_NAME = re.compile(r"ファンド|投信|ETF|リート|REIT|上場|トラスト|連動|インデックス|ブル|ベア")
_TOGETHER = re.compile(
    r"(?P<firms>(?:[0-9]|[二三四五])社)(?:合算|合計|の合計|で失われ|合わせた)"
    r"|(?P<top>(?:上位|主要|大手|構成)[0-9]{1,4}(?:社|銘柄|行))の(?:合計)?時価総額"
)
_WHOLE = re.compile(r"(?:業界|市場|全体|全国|世界|家計)$")
# A survey's sentence speaks of its own field, not of the company before.
_SURVEY = re.compile(
    r"(?:統計|集計|調査|調べ|推計|まとめ)(?:では|によると|によれば|によりますと)|が(?:集計|推計|調査)した|がまとめた|リサーチ(?:による|によれ)|協会(?:による|によれ|の集計|の統計)"
)
# 買い付け価格は1株2850円で、5日の終値(2010円)に42%のプレミアムを乗せた: of the firm bid for, not of the bidder.
_OFFERED = re.compile(r"TOB価格|買い?付け価格|買い取り価格|公開買い?付け|プレミアム|TOB")
# What is said of a fund alone.
_FUNDS = frozenset({"純資産総額", "組入銘柄数", "現金比率", "基準価額"})
# A court or the police order payments; they do not make them.
_AUTHORITY = re.compile(
    r"裁判官|簡裁|区検|検事|最高検|家裁|地裁|高裁|最高裁|裁判所|裁判長|県警|府警|警視庁|警察|特捜部|地検|検察|国税局|公正取引委員会|監視委員会|税務署"
)
_NATIONAL = re.compile(r"輸出額|輸入額|貿易収支|経常収支|貿易赤字|貿易黒字|国内総生産|GDP|税収")


@cache
def _LAND_IN() -> re.Pattern[str]:  # noqa: N802 - a pattern that is made once
    return re.compile("|".join(sorted((re.escape(land["name"]) for land in words("countries")), key=len, reverse=True)))


_JAPAN = Subject("日本", "日本", None, "country")
_CURRENCY = re.compile(r"^[^ァ-ヶー元]*|[^ァ-ヶー・ドル元]+$")
_MONEY_NAME = re.compile(
    r"(?<![ァ-ヺー])(?P<name>[ァ-ヺー]{0,8}・?(?:ペソ|リラ|レアル|ルピー|ルーブル|ランド|クローナ|クローネ|フォリント|ズロチ|バーツ|リンギット|ルピア|ドン|ナイラ|シケル))(?:は|が|も|の)[^。0-9]{0,20}$"
)
_YEN = Subject("円", "円", None, "currency")
# What persons score and win: 野々村氏が2万票, 今季38試合に出場.
_PERSONAL_UNITS = frozenset(
    {"票", "試合", "得点", "本塁打", "安打", "打点", "勝", "敗", "セーブ", "ゴール", "アシスト"}
)
_BOOKED = re.compile(
    r"(?:黒字|赤字|大台|水準|規模|見込|支払|負担|拠出|投資|削減|増額|減額|予算|補助|計上|圧縮|請求|納付|返還|うち|ほか|半分|一部)"
)
# ビール系飲料大手4社の1~6月の販売数量は
_GROUP = re.compile(
    r"[一-鿿ァ-ヺー]{2,14}?(?:大手|メーカー|会社|企業|銀行|証券|商社|主要|上場)[0-9]{1,3}(?:社|行|グループ)(?=の|は|が|で、)"
)
# 総事業費118億円に上る新庁舎
_REACHING = re.compile(r"に(?:も)?(?:上る|のぼる|達する|及ぶ)|(?:以上|超|近く)?を(?:かけた|投じた|投じる|かける)")
_SOLD_OFF = re.compile(r"で(?:落札|競り落と)され")
_SOLD = re.compile(r"(?:ほど|程度|余り)?で(?:落札|競り落と|売却|売れ|売られ|取引|販売)")
_PRICED_AS = re.compile(r"(?:なら|だと|では|は|で|が)(?:1人|1泊|1回|1日|1時間|1枚|1個)?(?:約|およそ)?")
_PERSONS = re.compile(r"者|人$|側$")
_SAME_FIRM = re.compile(r"同社|会社側")
# 市たばこ税の税収: a town's, not the state's.
_OF_TOWN = re.compile(r"(?:市|町|村|県|府|都|道|区)(?:[一-龠ァ-ヶー]{1,6}税)?(?:の|は、?)?$")
