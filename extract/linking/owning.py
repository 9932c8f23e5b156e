"""Whose a figure is: the order in which the ways of telling are tried."""

from __future__ import annotations

import re
from functools import cache, partial

import msgspec

from jijitsu.extract.fold import fold
from jijitsu.extract.lexicon import words
from jijitsu.extract.linking.advances import of_advances
from jijitsu.extract.linking.agents import AUTHORITY
from jijitsu.extract.linking.bidding import bid_for, pulled_index, shareholder
from jijitsu.extract.linking.bourses import fared, on_shares
from jijitsu.extract.linking.counting import COUNTS, count_owners
from jijitsu.extract.linking.course import Course
from jijitsu.extract.linking.deals import buyer_of
from jijitsu.extract.linking.films import film_of
from jijitsu.extract.linking.fining import fined
from jijitsu.extract.linking.funds import FUNDS, of_fund
from jijitsu.extract.linking.in_force import in_force
from jijitsu.extract.linking.measures import Measure
from jijitsu.extract.linking.own_topic import own_topic
from jijitsu.extract.linking.owners import types_of
from jijitsu.extract.linking.parties import (
    OWN_WHOLE,
    before_bracket,
    causing,
    charged,
    collective,
    merged,
    work_of,
    worth_of,
)
from jijitsu.extract.linking.pricing import PER_COIN, YEN, if_it_is, quoted_alone
from jijitsu.extract.linking.public import firm_of_chief, paid_to, taxed, world_market
from jijitsu.extract.linking.ranked import listed
from jijitsu.extract.linking.reach import Counted
from jijitsu.extract.linking.reading import MARKET, SENTIMENT, Reading
from jijitsu.extract.linking.rivals import named_owner
from jijitsu.extract.linking.subjects import FUND_NAME, STRONG, Candidate, is_broker, tells_of_others
from jijitsu.extract.linking.takers import in_the_words_of_its_chief
from jijitsu.extract.linking.targets import foresees_another, rated_firm
from jijitsu.extract.linking.things import awarded, extreme_of, paid_by, payee_of, paying, place_owner, receiving
from jijitsu.extract.linking.totals import kind_of_firms
from jijitsu.extract.linking.unnamed import unnamed
from jijitsu.extract.linking.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject


def owners_of(reading: Reading, at: int, measure: Measure, course: Course, counted: Counted) -> tuple[Subject, ...]:
    """Return whose the value number `at` is: several where a list shares it, nobody where nothing tells.

    `counted`: whose the counts before it were, by their unit.
    """
    if course.of == "fx":
        return (YEN,)
    value = reading.values[at]
    reading = in_the_words_of_its_chief(reading, value) if reading.speeches else reading
    if measure.family in {"financial", "quantity"} and (film := film_of(reading, value)):
        return film
    if found := listed(reading, at, measure, counted):
        return found
    if found := of_advances(reading, value, counted):
        return found
    if bought := _bought_firm(reading, value, measure):
        return bought
    counts = value.mention.type in COUNTS | {"points"}
    if measure.family == "quantity" and value.mention.type == "percent" and (holder := shareholder(reading, value)):
        return holder
    if measure.family == "quantity" and counts and measure.name not in MARKET | FUNDS:
        if "など" in reading.folded and value.mention.type == "percent":
            names = tuple(c for c in reading.names if not _among(c, reading, value))
            reading = msgspec.structs.replace(reading, names=names)
        if value.amount.unit == "業種":  # 値下がりは輸送用機器、保険業など22業種: no sector counts sectors
            if reading.discourse.market is not None:
                return (reading.discourse.market,)
            names = tuple(c for c in reading.names if c.type != "index")
            reading = msgspec.structs.replace(reading, names=names)
        both = merged(reading, value) if "両" in reading.folded else None
        owners = (both,) if both is not None else count_owners(reading, at, measure, course, counted)
        company = reading.discourse.company  # 今回発表された1万5000人の削減は: no number owns itself
        own = tuple(
            owner for owner in owners
            if fold(owner.name) not in {fold(value.mention.text), *OWN_WHOLE} and not (value.amount.unit == "株" and _BUYBACK.search(owner.name))
        )  # fmt: skip
        acting = [c for c in reading.names if c.type == "company" and c.strength >= STRONG and c.end <= value.start]
        company = acting[0].subjects[0] if acting else company
        return own or ((company,) if owners and company is not None else ())
    if whole := _whole_of(reading, at, measure):
        return whole
    names = _owning(reading, value, measure)
    names = in_force(reading, value, measure, names)
    types = _types(reading, value, measure, names)
    owners = _before_names(reading, value, measure, names) or named_owner(
        at, reading.values, names, types, course, reading.folded, reading.tree,
        rest=partial(unnamed, reading, at, measure, names),
    )  # fmt: skip
    if measure.family == "price":
        owners = _in_its_money(reading, value, quoted_alone(owners, reading.names, reading.discourse.price))
    return own_topic(reading, value, measure, firm_of_chief(reading, measure, owners))


def _in_its_money(reading: Reading, value: Value, owners: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """TOPIXは892だった。後場は1万0050円を挟んで動いた: yen are the index's that was last said in yen."""
    if value.mention.type != "money" or len(owners) != 1 or owners[0].type != "index" or not reading.discourse.levels:
        return owners
    if any(c.type == "index" and c.subjects == owners and c.strength >= STRONG for c in reading.names):
        return owners
    units = {subject.name: unit for subject, _, unit in reading.discourse.levels if subject.type == "index"}
    if units.get(owners[0].name) != "points":
        return owners
    last = (s for s, _, unit in reversed(reading.discourse.levels) if s.type == "index" and unit == value.amount.unit)
    return next(((subject,) for subject in last), owners)


def _bought_firm(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """買収先の売上高は18億ユーロ、従業員は2400人: of the firm that is bought."""
    if measure.family not in {"financial", "quantity", "delivery", "cap"}:
        return ()
    found = _BOUGHT_FIRM.search(reading.folded, 0, value.start)
    if found is None or any(
        found.end() <= c.start and c.strength >= STRONG for c in reading.names if c.end <= value.start
    ):
        return ()
    target = reading.discourse.target
    return (target,) if target is not None else (Subject(found["who"], found["who"], None, "company"),)


_BOUGHT_FIRM = regex(
    r"(?:^|[、。])(?P<who>買収(?:先|対象)(?:の会社|企業|会社)?|出資先|統合相手|被買収企業)(?:の(?!株)|は)"
)


def _whole_of(reading: Reading, at: int, measure: Measure) -> tuple[Subject, ...]:
    """スズキの販売は「ワゴンR」が9万台、「スイフト」が4万台で、全体では13万台だった: of the firm, not of the last model."""
    value, folded = reading.values[at], reading.folded
    if not at or measure.family not in {"delivery", "quantity"} or value.mention.type != "count":
        return ()
    if reading.values[at - 1].amount.unit != value.amount.unit or not _IN_ALL.search(folded, 0, value.start):
        return ()
    firms = [c for c in reading.names if c.type == "company" and c.strength >= STRONG and c.end <= value.start]
    rivals = [c for c in firms[1:] if c.subjects[0].name != firms[0].subjects[0].name]
    if not firms or firms[0].end > reading.values[0].start or any(folded[c.start - 1] != "「" for c in rivals):
        return ()
    return firms[0].subjects[:1]


_IN_ALL = regex(
    r"(?:その他を含む|を含めた|など)?(?:グループ|会社)?(?:全体|合計|総計|総数|トータル)(?:では|で|は|も)(?:約)?$"
)
_BUYBACK = regex(
    r"(?:自社株買い|自己株式?取得|売り出し|売出し|公募|公募増資|株式分割|オーバーアロットメント|消却|新株発行)$"
)
"""1700万株の自社株買い: an act owns no shares."""


def _before_names(
    reading: Reading, value: Value, measure: Measure, names: tuple[Candidate, ...]
) -> tuple[Subject, ...]:
    """What is surer than any name in the sentence: a place, a whole field, a payee, what was built."""
    text, folded = reading.scene.sentence.text, reading.folded
    if measure.family == "quantity" and (place := place_owner(value, text, folded)):
        return place
    if measure.family == "financial" and (payer := fined(reading, value, names) or charged(reading, value)):
        return payer
    if measure.family == "financial" and foresees_another(reading.scene, reading.names, reading.discourse):
        return (reading.discourse.company,) if reading.discourse.company is not None else ()
    if measure.family == "financial" and (paid := paid_to(reading, value)):
        return paid
    if measure.family == "financial" and (tax := taxed(reading, value)):
        return tax
    target = reading.discourse.target
    valued = measure.family == "cap" and _VALUATION.match(folded, max(0, measure.start))
    if valued and target is not None and not any(c.type == "company" and c.end <= value.start for c in names):
        return (target,)  # ノーススターに30億ドルを出資する。評価額は250億ドルとなる
    if measure.family == "price" and value.mention.type == "money" and (coin := _per_coin(folded, value)):
        return coin
    if measure.family == "price" and (owner := pulled_index(reading, value) or if_it_is(reading, value)):
        return owner
    market = reading.discourse.market
    if measure.family == "cap" and market is not None and _OF_MARKET.search(folded, 0, max(0, measure.start)):
        return (market,)  # 東証プライムの時価総額は1297兆円
    if (
        measure.family in {"financial", "price"}
        and value.mention.type == "money"
        and (thing := worth_of(reading, value))
    ):
        return thing
    main = reading.discourse.main
    if measure.family == "delivery" and main is not None and main.type == "company" and (
        _OF_GROUP.search(folded, 0, value.start) and not any(c.type == "company" and c.end <= value.start for c in names)
    ):  # fmt: skip
        return (main,)  # 子会社の販売は3万台。グループ全体では91万台
    if measure.family == "delivery" and (whole_market := world_market(reading, value, measure)):
        return whole_market
    if measure.family in {"cap", "financial", "delivery"} and (whole := collective(reading, measure, value)):
        return whole
    if measure.family == "financial" and reading.discourse.anybody is not None and (
        kind := kind_of_firms(reading, value, measure)
    ):  # fmt: skip
        return kind  # 球団の年俸総額は
    pay = folded[max(0, measure.start) : measure.end] in _PAY and measure.start >= 0
    pay = pay or (measure.family == "financial" and measure.name == "other" and "年俸" in folded)
    if pay and (payee := _paid(reading, value, names)):
        return payee
    spent = _DEAL_SUM.search(folded, max(0, value.start - 36), value.start) or (
        reading.discourse.target is not None and _SUM.search(folded, 0, value.start)
    )
    deal = measure.family == "financial" and (spent or _DEAL_AT.match(folded, value.tail))
    topics = [c for c in names if c.type == "company" and c.strength >= STRONG and c.particle == "は"]
    if measure.family == "financial" and topics and _BUYS_AT.match(folded, value.tail):
        return topics[0].subjects[:1]  # スカイ通信は岬社のロボット事業を53億ドルで買収する
    if deal and (buyer := topics[0].subjects[0] if topics else reading.discourse.buyer or buyer_of(names, folded)):
        return (buyer,)  # 買収総額は300億円
    if measure.family == "financial" and (cause := causing(reading, value)):
        return cause
    if measure.family == "financial" and (place := before_bracket(reading, value, names)):
        return place
    if measure.name == "share_price" and (rated := rated_firm(reading, value, names)):
        return rated
    if measure.name == "share_price" and (target := bid_for(reading, value)):
        return (target,)
    if fund := of_fund(reading, value, measure):
        return fund
    if measure.family == "financial" and (
        payee := receiving(value, names, folded)
        or payee_of(value, names, folded)
        or awarded(value, names, text, folded)
        or paid_by(value, text, folded)
        or extreme_of(value, names, folded)
        or paying(value, names, text, folded)
    ):
        return payee
    beside = measure.name in {"cost", "capex"} and 0 <= value.start - measure.end <= 2
    return work_of(reading, value) if beside else ()


def _per_coin(folded: str, value: Value) -> tuple[Subject, ...]:
    """執筆時点の最高値は1BTC=8万1968ドル: the coin of which one costs that."""
    found = PER_COIN.search(folded, max(0, value.start - 32), value.start)
    name = _coins().get(found["coin"]) if found is not None else None
    return (Subject(found["coin"], name, None, "crypto"),) if found is not None and name is not None else ()


@cache
def _coins() -> dict[str, str]:
    return {form: entry["name"] for entry in words("coins") for form in (entry["name"], *entry.get("forms", ()))}


def _paid(reading: Reading, value: Value, names: tuple[Candidate, ...]) -> tuple[Subject, ...]:
    """ハリソン外野手と契約した。年俸は2億円: the one whom the headline names, else the person named last."""
    if any(c.type == "person" for c in names) or _EARNERS.match(reading.folded, value.tail):
        return ()  # 年収50万ユーロ以上の独身者
    heads = [s for s in reading.discourse.heads if s.type == "person"]
    person = heads[0] if len(heads) == 1 else reading.discourse.anybody
    return (person,) if person is not None else ()


_EARNERS = regex(
    r"(?:以上|以下|未満|超)?(?:の|を(?:超える|上回る|下回る))[^、。はがも0-9]{0,10}?(?:者|世帯|人|層|夫婦)"
)


_VALUATION = regex(r"(?:企業)?評価額|企業価値")
_OF_GROUP = regex(r"グループ(?:全体|合計)(?:では|で|の|は)")
_OF_MARKET = regex(r"(?:東証プライム|プライム市場|東証[1１一]部|東証)(?:市場|上場企業|全体)*の$")
_PAY = frozenset({"年俸", "契約金", "移籍金", "年収"})


def _types(reading: Reading, value: Value, measure: Measure, names: tuple[Candidate, ...]) -> frozenset[str]:
    """What may own the value, by its measure and unit."""
    types = types_of(measure, reading.discourse)
    if measure.family == "quantity" and value.amount.unit in _PERSONAL_UNITS:
        types |= {"person"}
    if measure.family == "financial" and any(_is_charged(c, reading) for c in names):
        types |= {"person"}  # 同容疑者らは6700万円を売り上げていた
    firm = any(c.type == "company" and c.strength >= STRONG and c.end <= value.start for c in names)
    if measure.family == "financial" and reading.discourse.company is None and not firm:
        types |= {"country"}  # 日本は41%増の190億ドル; 三菱商事は豪州の炭鉱権益を3000億円で取得する
    if measure.family == "price" and value.mention.type == "percent" and _bourse(reading, value):
        types |= {"country"}
    if measure.name == "commodity" and any(c.type == "index" and c.subjects[0].name.endswith("先物") for c in names):
        types |= {"index"}  # シカゴ日経平均先物の清算値は
    if measure.generic and not any(c.type == "company" for c in names):
        types |= {"commodity"}  # 大豆の終値は1セント高だった
    if measure.family == "financial" and measure.name in {"other", "cost"} and _topical(names, value):
        types |= {"product"}
    return types


def _bourse(reading: Reading, value: Value) -> bool:
    """True for インドネシアは0.33%安 in a report on shares: how the shares of a land fared."""
    return fared(reading.folded, value.tail) and on_shares(reading.folded, reading.discourse)


def _is_charged(candidate: Candidate, reading: Reading) -> bool:
    said = candidate.text + reading.folded[candidate.end : candidate.end + 3]
    return candidate.type == "person" and candidate.particle == "は" and re.search("容疑者|被告", said) is not None


def _topical(names: tuple[Candidate, ...], value: Value) -> bool:
    """True if the nearest topic is a thing in its brackets: 「加盟料」は、新規参加なら60億円."""
    topics = [c for c in names if c.end <= value.start and c.particle[:1] in {"は", "も"} and c.strength >= STRONG]
    return bool(topics) and topics[-1].type == "product"


def _owning(reading: Reading, value: Value, measure: Measure) -> tuple[Candidate, ...]:
    """The names that may own the value: not the body or person that only tells it, not a sentiment that has no price."""
    speech = next((s for s in reading.speeches if s.span.holds(value.mention.span)), None)
    told = speech.attribution.speaker if speech else None
    base = reading.scene.sentence.start  # 岬証券のアナリストは「経費は90億円減る」と: of those whom they rate
    tellers = {"other"} if measure.name == "net_worth" else {"other", "person"}
    money = value.mention.type == "money"
    unit_price = reading.folded.startswith("基準価額", max(0, measure.start))
    section = measure.name in MARKET and reading.discourse.market is not None
    return tuple(
        c for c in reading.names
        if not (c.type in tellers and c.subjects[0].name == told)
        and not (speech is not None and c.type == "company" and is_broker(c.subjects[0].name) and c.end <= speech.start - base)
        and not ((measure.family == "financial" or measure.name in MARKET) and c.subjects[0].name.endswith(("金利", "利回り")))
        and not (measure.family == "price" and c.type in tellers and c.subjects[0].name.endswith(("取引所", "市場")))
        and not (section and c.type == "index" and c.subjects[0].name not in _sectors())  # advances are the market's, not TOPIX's
        and not (money and c.type == "index" and SENTIMENT.search(c.subjects[0].name))
        and not (measure.family == "financial" and AUTHORITY.search(c.text + reading.folded[c.end : c.end + 3]))
        and not (measure.family == "financial" and c.type == "other" and AUTHORITY.search(c.subjects[0].name))
        and not (measure.family == "delivery" and c.type == "company" and tells_of_others(c.subjects[0].name))
        and not (measure.name == "share_price" and c.type == "product" and not FUND_NAME.search(c.text) and not unit_price)
        and not (measure.family == "delivery" and _is_listed(c, reading))
        and not (measure.family == "delivery" and _among(c, reading, value))
    )  # fmt: skip


@cache
def _sectors() -> frozenset[str]:
    return frozenset(words("introductions")["sectors"])


def _among(candidate: Candidate, reading: Reading, value: Value) -> bool:
    """True for what is only one of those counted: 日本航空が「A350」など9機を受領する, 「岬」など3ブランド合計で5%減."""
    such = _SUCH_AS.match(reading.folded, candidate.end) if candidate.type == "product" else None
    return such is not None and (such.end() == value.start or such["brands"] is not None) and any(
        c.type == "company" and c.strength >= STRONG and c.end <= candidate.start for c in reading.names
    )  # fmt: skip


_SUCH_AS = regex(
    r"」?(?:など|をはじめ|を含む)(?:の)?(?:計|合計|合わせて|約)?"
    r"(?P<brands>[0-9]{1,3}(?:ブランド|車種|機種|モデル|製品|商品|品目|タイトル|作品)(?:の)?(?:合計|合算|合わせて|計)で?)?"
)


def _is_listed(candidate: Candidate, reading: Reading) -> bool:
    """True for one of a firm's models where several are counted together: 「モデル3」と「モデルY」が34万台."""
    folded, company = reading.folded, reading.discourse.company
    return (
        company is not None and candidate.type == "product" and len(candidate.subjects) == 1
        and (folded.startswith(("」と「", "」などその他"), candidate.end) or folded.endswith("」と「", 0, candidate.start))
    )  # fmt: skip


# 買収総額は300億円: the buyer's.
_DEAL_AT = regex(r"での[^、。]{0,6}(?:買い?付け|買収|取得)")
_BUYS_AT = regex(
    r"(?:ほど|程度|前後|規模)?で(?:の)?[^、。はがも0-9]{0,34}(?:買収|取得|購入|買い取|譲り受け|売却|譲渡|完全子会社化|子会社化|傘下に)(?![さ額])"
)
_DEAL_SUM = regex(
    r"(?:買収|取得|買い?付け|購入|TOB)(?:総額|金額|価額|額|費用|資金|代金|に必要な資金|にかかる費用)[^、。]{0,20}$"
)
# …のTOBを実施する。総額は5100億円となる
_SUM = regex(r"^\s*(?:総額|金額)は(?:約|最大)?$")
# What persons score and win: 野々村氏が2万票, 今季38試合に出場.
_PERSONAL_UNITS = frozenset(
    {"票", "試合", "得点", "本塁打", "安打", "打点", "勝", "敗", "セーブ", "ゴール", "アシスト"}
)
