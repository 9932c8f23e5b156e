"""What is surer than any name in the sentence: a place, a whole field, a payee, what was built.

Each rule is asked of a figure of its families in turn. It returns whose the figure is, nobody (an empty tuple) where it
knows that none of the other rules can tell, or None where it does not fit.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import msgspec

from jijitsu.extract.lexicon import words
from jijitsu.extract.linking.measure.bidding import bid_for, pulled_index
from jijitsu.extract.linking.measure.targets import aimed_index, foresees_another, rated_firm
from jijitsu.extract.linking.owner.agents import of_side, offering
from jijitsu.extract.linking.owner.asked_prices import asked_for
from jijitsu.extract.linking.owner.auctions import shown_first
from jijitsu.extract.linking.owner.claiming import claimed
from jijitsu.extract.linking.owner.fining import fined
from jijitsu.extract.linking.owner.fortunes import of_fortune
from jijitsu.extract.linking.owner.founded import of_the_founded
from jijitsu.extract.linking.owner.funds import of_fund
from jijitsu.extract.linking.owner.givers import given_by, handed_over, of_next
from jijitsu.extract.linking.owner.houses import of_the_house
from jijitsu.extract.linking.owner.needing import needed_for
from jijitsu.extract.linking.owner.officers import whose_pay
from jijitsu.extract.linking.owner.parties import before_bracket, causing, charged, collective, work_of, worth_of
from jijitsu.extract.linking.owner.pricing import PER_COIN, if_it_is
from jijitsu.extract.linking.owner.public import bearing, paid_to, taxed, world_market
from jijitsu.extract.linking.owner.sectors import of_sector, of_valued
from jijitsu.extract.linking.owner.tellers import of_what_is_told
from jijitsu.extract.linking.owner.totals import kind_of_firms, together
from jijitsu.extract.linking.owner.victims import robbed
from jijitsu.extract.linking.owner.wares import in_number
from jijitsu.extract.linking.sentence.pay_cuts import pay_cut
from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.linking.subject.deals import buyer_of
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.subject.subjects import STRONG, Candidate
from jijitsu.extract.linking.subject.things import (
    awarded,
    extreme_of,
    paid_by,
    payee_of,
    paying,
    place_owner,
    receiving,
)
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.values import Surroundings, Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

Owners = tuple[Subject, ...]


class Owned(msgspec.Struct, Surroundings, frozen=True):
    """A figure with what it measures and the names that may own it."""

    reading: Reading
    value: Value
    measure: Measure
    names: tuple[Candidate, ...]

    @property
    def folded(self) -> str:
        return self.reading.folded

    @property
    def text(self) -> str:
        """The sentence as written."""
        return self.reading.scene.sentence.text

    @property
    def after_a_firm(self) -> bool:
        """True if a firm stands before the figure."""
        return any(c.type == "company" and c.end <= self.value.start for c in self.names)

    @property
    def acting(self) -> tuple[Subject, ...]:
        """The first firm that is the sentence's topic."""
        told = (c for c in self.names if c.type == "company" and c.strength >= STRONG and c.particle == "は")
        return next((c.subjects[:1] for c in told), ())


def surer(reading: Reading, value: Value, measure: Measure, names: tuple[Candidate, ...]) -> Owners:
    """Whose the figure is by what is surer than any name in the sentence; nobody where nothing tells."""
    owned = Owned(reading, value, measure, names)
    for families, rule in _RULES:
        if (not families or measure.family in families) and (found := rule(owned)) is not None:
            return found
    return ()


def _of_a_place(owned: Owned) -> Owners | None:
    return place_owner(owned.value, owned.text, owned.folded) or None


def _of_who_is_charged(owned: Owned) -> Owners | None:
    reading, value = owned.reading, owned.value
    return (
        robbed(reading, value)
        or claimed(reading, value)
        or fined(reading, value, owned.names)
        or charged(reading, value)
        or None
    )


def _of_the_founded(owned: Owned) -> Owners | None:
    return of_the_founded(owned.reading, owned.value, owned.measure) or None


def _of_the_house(owned: Owned) -> Owners | None:
    return of_the_house(owned.reading, owned.value) or None


def _of_what_is_made(owned: Owned) -> Owners | None:
    """県警は「逃がすな」と書いたポスターを5000枚製作した: of the thing itself where no firm makes it, and of no other in its brackets."""
    begun = _MADE_SO_MANY.search(owned.folded, max(0, owned.value.start - 6), owned.value.start)
    if (
        begun is None
        or owned.measure.name != "production"
        or owned.measure.start < owned.value.tail
        or owned.after_a_firm
    ):
        return None
    thing = next((p for p in phrases(owned.text) if p.end == begun.start() and p.thing), None)
    return (Subject(thing.text, thing.text, None, "other"),) if thing is not None else None


def _of_what_was_sold(owned: Owned) -> Owners | None:
    return shown_first(owned.reading, owned.value) or None


def _of_whose_pay(owned: Owned) -> Owners | None:
    """議長と副議長が20%をカットする: of both."""
    cut = pay_cut(owned.folded, owned.value.start, owned.value.tail) if owned.sort("percent") else None
    return whose_pay(owned.reading, cut) or None if cut is not None else None


def _told_of(owned: Owned) -> Owners | None:
    return of_what_is_told(owned.reading, owned.value, owned.measure) or None


def _foreseen(owned: Owned) -> Owners | None:
    """大和は来期の営業損益を…に見直し: of the firm that the text speaks of."""
    discourse = owned.reading.discourse
    if not foresees_another(owned.reading.scene, owned.reading.names, discourse):
        return None
    return (discourse.company,) if discourse.company is not None else ()


def _paid_to(owned: Owned) -> Owners | None:
    return (
        paid_to(owned.reading, owned.value) or taxed(owned.reading, owned.value) or bearing(owned.reading, owned.value)
    ) or None


def _valued(owned: Owned) -> Owners | None:
    """ノーススターに30億ドルを出資する。評価額は250億ドルとなる."""
    target = owned.reading.discourse.target
    valued = _VALUATION.match(owned.folded, max(0, owned.measure.start))
    company = owned.reading.discourse.company
    if valued and company is not None and _JOINED_IN.search(owned.folded, 0, max(0, owned.measure.start)):
        return (company,)  # 日産自動車などが参加し、評価額は86億ドルとなった
    return (target,) if valued and target is not None and not owned.after_a_firm else None


def _of_whose_fall(owned: Owned) -> Owners | None:
    """カガリ株の急落は500億ドルの時価総額を消し去った: of the firm whose shares fell."""
    fell = [
        c
        for c in owned.names
        if c.type == "company" and c.end <= owned.value.start and _FALL.match(owned.folded, c.end)
    ]
    return fell[-1].subjects[:1] if fell else None


def _in_number(owned: Owned) -> Owners | None:
    return in_number(owned.reading, owned.value) or None


def _priced(owned: Owned) -> Owners | None:
    coin = _per_coin(owned) if owned.sort("money") else ()
    return (
        coin
        or aimed_index(owned.reading, owned.value)
        or pulled_index(owned.reading, owned.value)
        or if_it_is(owned.reading, owned.value)
        or None
    )


def _of_the_market(owned: Owned) -> Owners | None:
    """東証プライムの時価総額は1297兆円."""
    market = owned.reading.discourse.market
    told = market is not None and _OF_MARKET.search(owned.folded, 0, max(0, owned.measure.start))
    return (market,) if told and market is not None else None


def _of_valued_shares(owned: Owned) -> Owners | None:
    return of_valued(owned.reading, owned.value) or None


def _of_a_sector(owned: Owned) -> Owners | None:
    """半導体関連株は3%下げた."""
    return (owned.measure.name == "share_price" and of_sector(owned.reading, owned.value)) or None


def _worth(owned: Owned) -> Owners | None:
    return (owned.sort("money") and worth_of(owned.reading, owned.value)) or None


def _of_the_group(owned: Owned) -> Owners | None:
    """子会社の販売は3万台。グループ全体では91万台."""
    main = owned.reading.discourse.main
    if main is None or main.type != "company" or not owned.ahead(_OF_GROUP) or owned.after_a_firm:
        return None
    return (main,)


def _of_the_world(owned: Owned) -> Owners | None:
    return world_market(owned.reading, owned.value, owned.measure) or None


def _of_all(owned: Owned) -> Owners | None:
    return collective(owned.reading, owned.measure, owned.value) or together(owned.reading, owned.value) or None


def _of_a_family(owned: Owned) -> Owners | None:
    return of_fortune(owned.reading, owned.measure) or None


def _of_a_kind(owned: Owned) -> Owners | None:
    """球団の年俸総額は."""
    if owned.reading.discourse.anybody is None:
        return None
    return kind_of_firms(owned.reading, owned.value, owned.measure) or None


def _earned(owned: Owned) -> Owners | None:
    """ハリソン外野手と契約した。年俸は2億円: the one whom the headline names, else the person named last."""
    measure, discourse = owned.measure, owned.reading.discourse
    pay = measure.start >= 0 and owned.folded[measure.start : measure.end] in _PAY
    if not pay and not (measure.family == "financial" and measure.name == "other" and "年俸" in owned.folded):
        return None
    if (payer := offering(owned.reading, owned.value)) is not None:
        return payer
    signed = [c for c in owned.names if c.type == "person" and c.end <= owned.value.start]
    if pay and len(signed) == 1 and _SIGNS.match(owned.folded, signed[0].end):
        return signed[0].subjects[:1]
    if any(c.type == "person" for c in owned.names) or owned.behind(_EARNERS):
        return None  # 年収50万ユーロ以上の独身者
    heads = [s for s in discourse.heads if s.type == "person"]
    person = heads[0] if len(heads) == 1 else discourse.anybody
    return (person,) if person is not None else None


def _bought(owned: Owned) -> Owners | None:
    """スカイ通信は岬社のロボット事業を53億ドルで買収する, 買収総額は300億円: the buyer's."""
    discourse = owned.reading.discourse
    if owned.acting and owned.behind(_BUYS_AT):
        return owned.acting
    spent = owned.ahead(_DEAL_SUM, 36) or (discourse.target is not None and owned.ahead(_SUM))
    if not spent and not owned.behind(_DEAL_AT):
        return None
    if owned.acting:
        return owned.acting
    buyer = discourse.buyer or buyer_of(owned.names, owned.folded)
    return (buyer,) if buyer else None


def _of_the_cause(owned: Owned) -> Owners | None:
    return causing(owned.reading, owned.value) or before_bracket(owned.reading, owned.value, owned.names) or None


def _aimed_at(owned: Owned) -> Owners | None:
    if owned.measure.name != "share_price":
        return None
    if rated := rated_firm(owned.reading, owned.value, owned.names):
        return rated
    target = bid_for(owned.reading, owned.value)
    return (target,) if target else None


def _of_a_fund(owned: Owned) -> Owners | None:
    return of_fund(owned.reading, owned.value, owned.measure) or None


def _of_who_pays(owned: Owned) -> Owners | None:
    value, names, text, folded = owned.value, owned.names, owned.text, owned.folded
    return (
        asked_for(owned.reading, value)
        or of_side(owned.reading, value)
        or handed_over(owned.reading, value)
        or of_next(owned.reading, value)
        or receiving(value, names, folded)
        or payee_of(value, names, folded)
        or awarded(value, names, text, folded)
        or paid_by(value, text, folded)
        or extreme_of(value, names, folded)
        or paying(value, names, text, folded)
        or given_by(owned.reading, value)
        or needed_for(owned.reading, value)
        or None
    )


def _of_the_work(owned: Owned) -> Owners | None:
    """海原駅の建設費50億円."""
    beside = owned.measure.name in {"cost", "capex"} and 0 <= owned.value.start - owned.measure.end <= 2
    return (beside and work_of(owned.reading, owned.value)) or None


def _per_coin(owned: Owned) -> Owners:
    """執筆時点の最高値は1BTC=8万1968ドル: the coin of which one costs that."""
    found = owned.ahead(PER_COIN, 32)
    name = _coins().get(found["coin"]) if found is not None else None
    return (Subject(found["coin"], name, None, "crypto"),) if found is not None and name is not None else ()


@cache
def _coins() -> dict[str, str]:
    return {form: entry["name"] for entry in words("coins") for form in (entry["name"], *entry.get("forms", ()))}


# 球団は佐野投手と年俸8000万円で契約した
_SIGNS = regex(
    r"(?:氏|さん|選手|投手|捕手|[内外]野手|監督)?(?:\([^()]{1,20}\))?と(?:[^、。はが]{0,12}の|[^、。はが]{0,12}契約を?[^、。はが]{1,4}、)?(?:年俸|契約金)"
)
_MADE_SO_MANY = regex(r"を(?:約|計|合わせて|およそ)?$")
_EARNERS = regex(
    r"(?:以上|以下|未満|超)?(?:の|を(?:超える|上回る|下回る))[^、。はがも0-9]{0,10}?(?:者|世帯|人|層|夫婦)"
)


_JOINED_IN = regex(
    r"(?:が|も|は)[^。はが]{0,24}(?:参加|加わ|主導|リード|引き受け|率い|出資)[^。、はが]{0,8}、(?:[^、。はが]{0,16}、)?(?:同社の)?(?:調達後の?)?\Z"
)
_VALUATION = regex(r"(?:企業)?評価額|企業価値")
_FALL = regex(
    r"(?:株(?:価)?)?の(?:急落|下落|急騰|上昇|暴落|続落|続伸|大幅安|株価下落|株価急落|反落|反発)(?:は|が|によ|で|を受け)"
)
_OF_GROUP = regex(r"グループ(?:全体|合計)(?:では|で|の|は)")
_OF_MARKET = regex(r"(?:東証プライム|プライム市場|東証[1１一]部|東証)(?:市場|上場企業|全体)*の$")
_PAY = frozenset({"年俸", "契約金", "移籍金", "年収"})
# 買収総額は300億円: the buyer's.
_DEAL_AT = regex(r"での[^、。]{0,6}(?:買い?付け|買収|取得)")
_BUYS_AT = regex(
    r"(?:ほど|程度|前後|規模)?で(?:の)?[^、。はがも0-9]{0,34}(?:買収|取得|購入|買い取|譲り受け|売却|譲渡|完全子会社化|子会社化|傘下に)(?![さ額])"
    r"|、[^、。はがも]{1,30}を(?:約)?[0-9][0-9.,兆億万]{0,12}(?:円|ドル|ユーロ|ポンド)で(?:それぞれ)?(?:買収|取得|購入)(?![さ額])"
)
_DEAL_SUM = regex(
    r"(?:買収|取得|買い?付け|購入|TOB)(?:総額|金額|価額|額|費用|資金|代金|に必要な資金|にかかる費用)[^、。]{0,20}$"
)
# …のTOBを実施する。総額は5100億円となる
_SUM = regex(r"^\s*(?:総額|金額)は(?:約|最大)?$")

_RULES: tuple[tuple[frozenset[str], Callable[[Owned], Owners | None]], ...] = (
    (frozenset({"quantity"}), _of_a_place),
    (frozenset({"financial"}), _of_the_founded),
    (frozenset({"financial"}), _of_whose_pay),
    (frozenset({"price", "financial"}), _of_what_was_sold),
    (frozenset({"financial"}), _of_the_house),
    (frozenset({"financial"}), _of_who_is_charged),
    (frozenset({"financial"}), _told_of),
    (frozenset({"financial"}), _foreseen),
    (frozenset({"financial"}), _paid_to),
    (frozenset({"cap"}), _valued),
    (frozenset({"cap"}), _of_whose_fall),
    (frozenset({"price"}), _priced),
    (frozenset({"cap"}), _of_the_market),
    (frozenset({"cap"}), _of_valued_shares),
    (frozenset({"financial", "price", "cap"}), _worth),
    (frozenset({"delivery"}), _of_what_is_made),
    (frozenset({"delivery"}), _in_number),
    (frozenset({"delivery"}), _of_the_group),
    (frozenset({"delivery"}), _of_the_world),
    (frozenset({"cap", "financial", "delivery"}), _of_all),
    (frozenset({"financial"}), _of_a_family),
    (frozenset({"financial"}), _of_a_kind),
    (frozenset(), _earned),
    (frozenset({"financial"}), _bought),
    (frozenset({"financial"}), _of_the_cause),
    (frozenset({"price"}), _aimed_at),
    (frozenset({"price"}), _of_a_sector),
    (frozenset(), _of_a_fund),
    (frozenset({"financial"}), _of_who_pays),
    (frozenset(), _of_the_work),
)
"""In the order in which they are asked, each of figures of these families (of any, where none is named)."""
