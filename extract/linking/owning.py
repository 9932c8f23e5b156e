"""Whose a figure is: the order in which the ways of telling are tried."""

from __future__ import annotations

import re
from functools import partial

import msgspec

from jijitsu.extract.fold import fold
from jijitsu.extract.linking.agents import AUTHORITY, agent_of, payee_among
from jijitsu.extract.linking.counting import COUNTS, count_owners
from jijitsu.extract.linking.directions import Course
from jijitsu.extract.linking.measures import Measure
from jijitsu.extract.linking.modality import CLAUSE
from jijitsu.extract.linking.owners import (
    NUMERALS,
    bound_owner,
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
from jijitsu.extract.linking.pairs import paired
from jijitsu.extract.linking.parties import NATIONAL, before_bracket, charged, collective, of_state, same_firm, work_of
from jijitsu.extract.linking.phrases import phrases
from jijitsu.extract.linking.pricing import YEN, of_price, priced
from jijitsu.extract.linking.reading import MARKET, SENTIMENT, Reading
from jijitsu.extract.linking.rivals import described_owner, named_owner
from jijitsu.extract.linking.sight import Counted
from jijitsu.extract.linking.subjects import STRONG, Candidate, tells_of_others
from jijitsu.extract.linking.topics import buyer_of, event, target_of
from jijitsu.extract.linking.values import Value
from jijitsu.schemas.claim import Subject


def owners_of(reading: Reading, at: int, measure: Measure, course: Course, counted: Counted) -> tuple[Subject, ...]:
    """Return whose the value number `at` is: several where a list shares it, nobody where nothing tells.

    `counted`: whose the counts before it were, by their unit.
    """
    if course.of == "fx":
        return (YEN,)
    value = reading.values[at]
    counts = value.mention.type in COUNTS or value.amount.unit == "percentage_point"
    if measure.family == "quantity" and counts and measure.name not in MARKET | _FUNDS:
        if value.amount.unit == "業種":  # 値下がりは輸送用機器、保険業など22業種: no sector counts sectors
            names = tuple(c for c in reading.names if c.type != "index")
            reading = msgspec.structs.replace(reading, names=names)
        owners = count_owners(reading, at, measure, course, counted)
        company = reading.discourse.company  # 今回発表された1万5000人の削減は: no number owns itself
        own = tuple(owner for owner in owners if fold(owner.name) != fold(value.mention.text))
        return own or ((company,) if owners and company is not None else ())
    names = _owning(reading, value, measure)
    names = _in_force(reading, measure, names)
    types = _types(reading, value, measure, names)
    return _before_names(reading, value, measure, names) or named_owner(
        at, reading.values, names, types, course, reading.folded, reading.tree,
        rest=partial(_unnamed, reading, at, measure, names),
    )  # fmt: skip


def _in_force(reading: Reading, measure: Measure, names: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Without who acts in a clause that is over: プーマは安踏が29%を取得し、株価は年初から13%上昇した."""
    folded = reading.folded
    if measure.start < 0 or folded[measure.end : measure.end + 1] not in {"は", "も"}:
        return names
    topics = [c for c in names if c.particle == "は" and c.strength >= STRONG and c.end < measure.start]
    return tuple(
        c for c in names
        if not (c.particle == "が" and topics and topics[0].end < c.start and c.end < measure.start
                and CLAUSE.search(folded, c.end, measure.start))
    )  # fmt: skip


def _unnamed(reading: Reading, at: int, measure: Measure, names: tuple[Candidate, ...]) -> tuple[Subject, ...]:
    """Whose a value is that no name of its sentence owns."""
    value = reading.values[at]
    if measure.family == "financial" and (noun := paired(reading, at)) is not None:
        return noun.subjects or (Subject(noun.text, noun.name, None, "other"),)
    return (
        _of_count(reading, value, measure)
        or of_price(reading, value, measure)
        or _of_described(reading, value, measure, names)
        or _of_agent(reading, value, measure)
        or of_state(reading, value, measure)
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
    if measure.family in {"cap", "financial", "delivery"} and (whole := collective(reading, measure, value)):
        return whole
    pay = folded[max(0, measure.start) : measure.end] in _PAY and measure.start >= 0
    if pay and reading.discourse.anybody is not None and not any(c.type == "person" for c in names):
        return (reading.discourse.anybody,)  # ハリソン外野手と契約した。年俸は2億円
    deal = measure.family == "financial" and _DEAL_SUM.search(folded, max(0, value.start - 30), value.start)
    topical = any(c.type == "company" and c.strength >= STRONG and c.particle == "は" for c in names)
    if deal and not topical and (buyer := reading.discourse.buyer or buyer_of(names, folded)) is not None:
        return (buyer,)  # 買収総額は300億円
    if measure.family == "financial" and value.bracketed and (place := before_bracket(reading, value, names)):
        return place
    if measure.name == "share_price" and (target := _bid_for(reading, value)):
        return (target,)
    if folded[measure.start : measure.end] in _FUNDS and reading.discourse.product is not None:
        return (reading.discourse.product,)
    if measure.family == "financial" and (payee := payee_of(value, names, folded)):
        return payee
    beside = measure.name in {"cost", "capex"} and 0 <= value.start - measure.end <= 2
    return work_of(reading, value) if beside else ()


_PAY = frozenset({"年俸", "契約金", "移籍金", "年収"})


def _bid_for(reading: Reading, value: Value) -> Subject | None:
    """買い付け価格は1株2850円, 1株2600円での買収提案: the firm bid for, not the bidder."""
    folded = reading.folded
    proposed = _BID_AT.match(folded, value.tail) is not None
    if not proposed and not _OFFERED.search(folded, max(0, value.start - 40), value.tail + 12):
        return None
    main = reading.discourse.main if proposed else None
    return (
        target_of(reading.names, folded)
        or reading.discourse.target
        or (main if main and main.type == "company" else None)
    )


_BID_AT = re.compile(r"で(?:の買収|の取得|の買い?付け|[^、。0-9]{0,12}株式?の?[^、。]{0,10}を取得|買い取|買い?付け)")


def _types(reading: Reading, value: Value, measure: Measure, names: tuple[Candidate, ...]) -> frozenset[str]:
    """What may own the value, by its measure and unit."""
    types = types_of(measure, reading.discourse)
    if measure.family == "quantity" and value.amount.unit in _PERSONAL_UNITS:
        types |= {"person"}
    if measure.family == "financial" and any(_is_charged(c, reading) for c in names):
        types |= {"person"}  # 同容疑者らは6700万円を売り上げていた
    if measure.family == "financial" and reading.discourse.company is None:
        types |= {"country"}  # 日本は41%増の190億ドル
    if measure.family == "financial" and measure.name in {"other", "cost"} and _topical(names, value):
        types |= {"product"}
    return types


def _is_charged(candidate: Candidate, reading: Reading) -> bool:
    said = candidate.text + reading.folded[candidate.end : candidate.end + 3]
    return candidate.type == "person" and candidate.particle == "は" and re.search("容疑者|被告", said) is not None


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


def _of_described(
    reading: Reading, value: Value, measure: Measure, names: tuple[Candidate, ...]
) -> tuple[Subject, ...]:
    if measure.family not in {"financial", "cap", "delivery"}:
        return ()
    return described_owner(value, names, types_of(measure, reading.discourse), reading.folded)


def _of_agent(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """Who acts in the clause by an ordinary noun: a town, a body, a man."""
    if measure.family != "financial":
        return ()
    named = measure.start >= 0 and NATIONAL.search(reading.folded, measure.start, measure.end)
    if named:
        towns = agent_of(reading, value, persons=False)
        return towns if towns and _TOWN.search(towns[0].name) else ()
    persons = measure.name in _PERSONAL
    return agent_of(reading, value, persons=persons) or (payee_among(reading, value) if persons else ())


_TOWN = re.compile(r"[市町村県府都道区州]$|政府$")
_PERSONAL = frozenset({"other", "cost", "funding", "debt", "loss", "cash", "net_worth"})


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
        goods = measured_owner(measure, text, folded)  # ソフトの販売, but not 25年通年の販売
        if goods and not _WHEN.search(goods[0].name):
            return goods
        return topic_owner(value, text, reading.measures) or (reading.discourse.field,)
    return ()


_DAMAGE = re.compile(r"被害(?:総額|額)|経済(?:的)?損失")
_DEAL_SUM = re.compile(
    r"(?:買収|取得|買い?付け|購入|TOB)(?:総額|金額|価額|額|費用|資金|代金|に必要な資金|にかかる費用)[^、。]{0,12}$"
)
_WHEN = re.compile(r"[年月期]|通年|単月|国内|世界|海外|全体")


def _unsaid(reading: Reading, value: Value, measure: Measure, names: tuple[Candidate, ...]) -> tuple[Subject, ...]:
    """Whom the text speaks of, else the nearest name in another part, else a noun."""
    text, folded = reading.scene.sentence.text, reading.folded
    if measure.generic and any(m.name == "share_price" and not m.generic for m in reading.measures):
        measure = msgspec.structs.replace(measure, generic=False)  # 株価は3.6%下げ、終値は2890円だった
    happened = event(reading.scene) or reading.discourse.event
    if happened is not None and measure.name == "loss" and _DAMAGE.search(folded, 0, value.start):
        return (happened,)  # 台風による被害額は68億円
    if measure.family == "financial" and (own := _own_account(reading, value)):
        return own
    meant = omitted_owner(value, measure, reading.discourse)
    if measure.family == "financial" and meant and AUTHORITY.search(meant[0].name):
        meant = ()  # the police that the article set out with paid nothing
    nouns = measure.family in {"delivery", "quantity", "financial", "cap"}
    if measure.family == "financial" and (suspect := charged(reading, value)):
        return suspect
    return (
        meant
        or (_own_words(reading, value) if measure.family == "financial" else ())
        or weak_owner(
            value, names if measure.family == "price" else _no_authority(reading), types_of(measure, reading.discourse)
        )
        or (measured_owner(measure, text, folded) if measure.family == "delivery" else ())
        or (_not_authority(phrase_owner(value, text, folded, reading.measures), measure) if nouns else ())
        or (priced(reading, measure, value) if measure.name == "commodity" else ())
        or same_firm(reading, measure)
        or (measured_owner(measure, text, folded) if measure.family in {"financial", "cap"} else ())
        or (_last_noun(reading, value, measure) if measure.family == "financial" else ())
    )


def _own_account(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """ゼニスによると、売上高は30億円: a firm that tells of itself."""
    tellers = [
        c for c in reading.names
        if c.type == "company" and c.end <= value.start and _BY.match(reading.folded, c.end)
        and not tells_of_others(c.subjects[0].name) and not _SURVEYOR.search(reading.folded, max(0, c.start - 12), c.start)
    ]  # fmt: skip
    return tellers[-1].subjects[:1] if tellers else ()


_BY = re.compile(r"(?:\([^()]{0,20}\))?(?:側)?に(?:よると|よれば|よりますと)")
_SURVEYOR = re.compile(r"(?:調査|データ|証券|情報|格付け|シンクタンク|銀行)[^、。]{0,6}$")


def _own_words(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """Who says it of himself: 「月に2500万円の売上があった」と供述した."""
    speech = next((s for s in reading.speeches if s.type == "direct" and s.span.holds(value.mention.span)), None)
    teller = speech.attribution.speaker if speech is not None else None
    person = reading.discourse.person
    return (person,) if person is not None and person.name == teller else ()


def _last_noun(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """The measure's own noun, or the topic, where nobody is spoken of: 総工事費は140億円, 農業関係は41億円."""
    text = reading.scene.sentence.text
    found = [p for p in phrases(text) if len(p.text) > 1 and text[p.start - 1 : p.start] not in NUMERALS]
    whole = [p for p in found if measure.start >= 0 and p.start <= measure.start and p.end >= measure.end]
    topics = [p for p in found if p.end <= value.start and p.particle[:1] in {"は", "が", "も"}]
    held = _HOLDS.match(reading.folded, value.tail)  # 約2000円が入った募金箱
    behind = [p for p in found if held and p.start == held.end()]
    chosen = behind or whole[:1] or topics[-1:]
    return tuple(Subject(p.text, p.text, None, "other") for p in chosen if not AUTHORITY.search(p.text))


_HOLDS = re.compile(r"(?:が|の)?(?:入った|入りの|入っていた|相当の|を入れた)")


def _not_authority(owners: tuple[Subject, ...], measure: Measure) -> tuple[Subject, ...]:
    return () if measure.family == "financial" and owners and AUTHORITY.search(owners[0].name) else owners


def _no_authority(reading: Reading) -> tuple[Candidate, ...]:
    return tuple(c for c in reading.names if not AUTHORITY.search(c.text + reading.folded[c.end : c.end + 3]))


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
        and not (measure.family == "financial" and AUTHORITY.search(c.text + reading.folded[c.end : c.end + 3]))
        and not (measure.name == "share_price" and c.type == "product" and not _FUND_NAME.search(c.text))
    )  # fmt: skip


# Of what is sold only funds have a price of their own on the exchange.
_FUND_NAME = re.compile(r"ファンド|投信|ETF|リート|REIT|上場|トラスト|連動|インデックス|ブル|ベア")
# A survey's sentence speaks of its own field, not of the company before.
_SURVEY = re.compile(
    r"(?:統計|集計|調査|調べ|推計|まとめ)(?:では|によると|によれば|によりますと)|が(?:集計|推計|調査)した|がまとめた|リサーチ(?:による|によれ)|(?:協会|連合会|聯席会|連席会|工業会|協議会)(?:による|によれ|の集計|の統計)"
)
# 買い付け価格は1株2850円で、5日の終値(2010円)に42%のプレミアムを乗せた: of the firm bid for, not of the bidder.
_OFFERED = re.compile(r"TOB価格|買い?付け価格|買い取り価格|公開買い?付け|プレミアム|TOB")
# What is said of a fund alone.
_FUNDS = frozenset({"純資産総額", "組入銘柄数", "現金比率", "基準価額"})


# What persons score and win: 野々村氏が2万票, 今季38試合に出場.
_PERSONAL_UNITS = frozenset(
    {"票", "試合", "得点", "本塁打", "安打", "打点", "勝", "敗", "セーブ", "ゴール", "アシスト"}
)
