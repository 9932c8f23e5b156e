"""Whose a figure is that no name of its sentence owns: a noun beside it, who acts, whom the text speaks of."""

from __future__ import annotations

import msgspec

from jijitsu.extract.linking.count.advances import market_here
from jijitsu.extract.linking.measure.becauses import parted
from jijitsu.extract.linking.measure.fortunes import rich_before, rich_together
from jijitsu.extract.linking.owner.accounts import of_the_topic
from jijitsu.extract.linking.owner.agents import agent_of, payee_among
from jijitsu.extract.linking.owner.budgets import budgeted, of_town
from jijitsu.extract.linking.owner.carried import carried, has_no_purse, of_work, part_of, told_of_itself
from jijitsu.extract.linking.owner.disasters import what_did_it
from jijitsu.extract.linking.owner.focus import led_by_headline, of_sentence, spoken_of
from jijitsu.extract.linking.owner.funds import FUNDS
from jijitsu.extract.linking.owner.holders import holder_of
from jijitsu.extract.linking.owner.lone_sums import (
    PAY,
    SUM,
    last_noun,
    of_its_holder,
    of_its_topic,
    of_its_word,
    summed,
)
from jijitsu.extract.linking.owner.owners import omitted_owner, types_of, weak_owner
from jijitsu.extract.linking.owner.pairs import paired
from jijitsu.extract.linking.owner.parties import same_firm
from jijitsu.extract.linking.owner.pricing import of_price, priced
from jijitsu.extract.linking.owner.prizes import prize_of, winner_of
from jijitsu.extract.linking.owner.public import per_head
from jijitsu.extract.linking.owner.rates import rate_of
from jijitsu.extract.linking.owner.rivals import described_owner
from jijitsu.extract.linking.owner.sole import sole_firm
from jijitsu.extract.linking.owner.states import NATIONAL, land_of_teller, of_state
from jijitsu.extract.linking.owner.takers import led, of_namesake, taker
from jijitsu.extract.linking.owner.tellers import (
    BARE_SUM,
    WHEN,
    of_survey,
    only_speaks,
    own_account,
    own_purse,
    own_words,
    what_it_counted,
)
from jijitsu.extract.linking.owner.totals import many
from jijitsu.extract.linking.owner.versions import of_version
from jijitsu.extract.linking.owner.wares import by_item, of_goods, of_wares, surveyed
from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.linking.speech.naming import NO_FIRM
from jijitsu.extract.linking.subject.reading import MARKET, Reading
from jijitsu.extract.linking.subject.subjects import STRONG, Candidate
from jijitsu.extract.linking.subject.things import (
    bound_owner,
    measured_owner,
    phrase_owner,
    shop_of,
    topic_owner,
    whole_noun,
)
from jijitsu.extract.linking.subject.topics import AUTHORITY
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

_DAMAGE = regex(r"被害(?:総額|額)|経済(?:的)?損失|(?:農業|漁業|農林水産|物的|土木|建物)被害")
# 映画『海鳴りの塔』の興行収入, in headlines 『海鳴りの塔』、興行収入
_TITLED = regex(r"[「『](?P<name>[^「」『』]{1,30})[」』](?:\([^()]{0,30}\))?[の、][一-鿿ァ-ヺー]{0,6}\Z")


def _titled(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """The work or brand in brackets whose money the measure right behind it is."""
    if measure.family != "financial" or measure.start < 0 or "、" in reading.folded[measure.end : value.start]:
        return ()
    match = _TITLED.search(reading.folded, max(0, measure.start - 70), measure.start)
    if match is None or (match[0].find("、") > match[0].find("』") > 0 and reading.scene.sentence.role != "headline"):
        return ()
    return (Subject(match["name"], match["name"], None, "other"),)


def unnamed(reading: Reading, at: int, measure: Measure, names: tuple[Candidate, ...]) -> tuple[Subject, ...]:
    """Whose a value is that no name of its sentence owns."""
    value = reading.values[at]
    if measure.name == "yield" and (rate := rate_of(reading, value, names)):
        return rate
    if measure.family == "financial" and (noun := paired(reading, at)) is not None and noun.name != "人":
        return noun.subjects or (Subject(noun.text, noun.name, None, "other"),)
    if measure.name == "commodity" and (noun := paired(reading, at)) is not None and noun.type == "company":
        return noun.subjects  # 卸値の上げ幅は、A社が4円、B社が5円
    found = (
        _titled(reading, value, measure)
        or _of_count(reading, value, measure)
        or of_version(reading, value, measure)
        or of_price(reading, value, measure)
        or _of_described(reading, value, measure, names)
        or budgeted(reading, value, measure)
        or (per_head(reading, value) if measure.family == "financial" else ())
        or holder_of(reading, value, measure)
        or _of_agent(reading, value, measure)
        or of_state(reading, value, measure)
        or many(reading, value, measure)
        or (by_item(reading, value) if measure.family in {"delivery", "financial"} else ())
        or summed(reading, measure, of_survey(reading, value, measure))
        or summed(reading, measure, _unsaid(reading, value, measure, names))
    )
    return of_wares(reading, measure, of_the_topic(reading, measure, found))


_CHANGED = regex(
    r"(?:ほど|近く|超|余り|あまり|強|弱)?の?(?:大幅)?(?:[高安](?![値い])|上昇|下落|上げ|下げ|値[上下]がり|急[騰落伸])"
)
_BALANCES = frozenset({"買い越し", "売り越し", "円売り越し", "買越額", "売越額", "買い越し額", "売り越し額"})
_WHOLE_MARKET = 300_000_000
"""Fewer shares than that are traded of a share, not of a market: 売買高は412万株."""


_MARKET_TURNOVER = 100_000_000_000
_BY_RANK = regex(r"首位|トップ|(?<![0-9])[0-9]{1,2}位")
"""So is less than that in yen, and whatever has a rank: 売買代金は286億円で8位."""


def _of_count(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """Whose a count is that no name owns: the market's, the noun's that it is glued to, the measure's own."""
    if measure.family != "quantity":
        return ()
    text, discourse = reading.scene.sentence.text, reading.discourse
    if measure.name in _BALANCES and (who := topic_owner(value, text, reading.measures)):
        return who  # 海外投資家は現物株を9兆円買い越した
    if measure.name.endswith("額") and measure.name in _BALANCES and (told := discourse.lately[-1:]):
        topics = [p for p in phrases(told[0].sentence.text) if p.thing and p.particle[:1] == "は"]
        return tuple(
            Subject(p.text, p.text, None, "other") for p in topics[-1:]
        )  # 海外投資家は買い越した。買越額は3580億円
    if measure.name in MARKET and discourse.market is not None:
        few = value.amount.unit == "株" and value.amount.amount < _WHOLE_MARKET
        little = value.amount.unit == "JPY" and (
            value.amount.amount < _MARKET_TURNOVER or _BY_RANK.search(reading.folded)
        )
        own = (discourse.price or discourse.company) if few or little else None
        return (own if own is not None and own.type == "company" else discourse.market,)
    if measure.name in MARKET and discourse.market is None and (market := _last_market(reading, value)) is not None:
        return (market,)
    if reading.folded.startswith("の差", measure.start) and (
        between := _BETWEEN.search(reading.folded, 0, measure.start)
    ):
        written = text[between.start("who") : between.end()] + "の差"
        return (Subject(written, written, None, "other"),)  # 両者の差は3ドルだった
    if phrase := bound_owner(value, text, reading.folded, reading.measures):
        return phrase
    if measure.name in FUNDS and discourse.product is not None:
        return (discourse.product,)
    if discourse.company:
        return ()
    noun = whole_noun(measure, value, text, reading.measures) if measure.start >= 0 else ()
    return noun or phrase_owner(value, text, reading.folded, reading.measures)


_BETWEEN = regex(r"(?:^|[、。])(?P<who>[^、。はがも]{2,24})$")


def _last_market(reading: Reading, value: Value) -> Subject | None:
    """Whose turnover so large a sum is, where the text turned from an index or a land to single shares."""
    if value.mention.type not in {"money", "count"} or value.amount.amount < _MARKET_TURNOVER:
        return None
    if (here := market_here(reading, value)) is not None:
        return here
    for _, names in reversed(reading.discourse.before):
        told = [
            c
            for c in names
            if c.type in {"index", "country"} and c.strength >= STRONG and c.particle[:1] in {"は", "が", "も"}
        ]
        if told:
            return told[0].subjects[0]
    return None


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


_TOWN = regex(r"[市町村県府都道区州]$|政府$")
_PERSONAL = frozenset({"other", "cost", "funding", "debt", "loss", "cash", "net_worth"})


def _unsaid(reading: Reading, value: Value, measure: Measure, names: tuple[Candidate, ...]) -> tuple[Subject, ...]:
    """Whom the text speaks of, else the nearest name in another part, else a noun."""
    if measure.generic and any(m.name == "share_price" and not m.generic for m in reading.measures):
        measure = msgspec.structs.replace(measure, generic=False)  # 株価は3.6%下げ、終値は2890円だった
    return (
        _told_here(reading, value, measure) or _meant(reading, value, measure) or _else(reading, value, measure, names)
    )


def _told_here(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """Whose it is by a form of its own sentence that is surer than whom the text speaks of."""
    folded = reading.folded
    damage = _DAMAGE.search(folded, 0, value.start) if measure.name == "loss" else None
    if damage is not None and (happened := what_did_it(reading, damage.start())) is not None:
        return (happened,)
    if measure.family in {"financial", "delivery", "cap"} and (own := led(reading, value)):
        return own
    if measure.family == "financial" and (own := own_account(reading, value)):
        return own
    if measure.family == "financial" and BARE_SUM.search(folded, 0, value.start) and (own := surveyed(reading)):
        return own  # 出荷台数は82万台、出荷金額は950億円
    told = reading.discourse.last
    if measure.family == "financial" and told is not None and _SOURCE_OF.search(folded, 0, value.start):
        return (told[1],) if reading.scene.sentence.index - told[0] == 1 else ()
    if measure.name in {"net_worth", "other"} and (all_rich := rich_together(reading, value)) is not None:
        return (all_rich,)
    if measure.name == "net_worth" and (rich := rich_before(reading)) is not None:
        return (rich,)
    if measure.name == "net_worth" and told is not None and told[1].type == "person":
        return (told[1],)  # 資産額は2020年に47億ドルだった。23年初頭に135億ドルまで増やした
    if measure.family == "financial" and (own := of_namesake(reading, value, measure) or taker(reading, value)):
        return own
    tier = _TIER.search(folded, max(0, value.start - 24), value.start) if measure.family == "financial" else None
    if tier is not None:
        return (Subject(tier["tier"], tier["tier"], None, "other"),)
    if measure.family == "financial" and (
        own := own_purse(reading, value, measure) or winner_of(reading, value) or part_of(reading, value)
        or told_of_itself(reading, value)
    ):  # fmt: skip
        return own
    return ()


# 市は往復500円を補助する。財源は補正予算で3千万円を見込む: of who pays
_SOURCE_OF = regex(r"^[ 　]?(?:その)?(?:財源|原資)(?:は|に|として)")


def _meant(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """Whom the text speaks of, unless that can own no such figure."""
    change = _CHANGED.match(reading.folded, value.tail) is not None
    meant = omitted_owner(value, measure, reading.discourse, change=change)
    if counted := what_it_counted(reading, meant):
        return counted
    if measure.family == "financial" and meant and AUTHORITY.search(meant[0].name):
        meant = ()  # the police that the article set out with paid nothing
    if meant and meant[0].type in {"other", "country"} and meant[0].name.endswith(NO_FIRM):
        meant = same_firm(reading, measure) or meant  # 日銀は静観する。同社は1億円を払う: no bank of issue is 同社
    if measure.family == "financial" and meant and has_no_purse(reading, meant[0], value):
        main = reading.discourse.main  # 市長選 owes nothing
        meant = (main,) if main is not None and not has_no_purse(reading, main, value) else ()
    if meant and meant[0].type == "country" and _in_a_row(reading, meant[0]):
        meant = ()  # 中国が14万円、香港が9万円だった。総消費額は29億円: not the last one's
    firm = reading.discourse.company
    if measure.family == "financial" and firm is not None and firm not in reading.discourse.heads:
        meant = of_sentence(reading, meant) or prize_of(reading, value) or of_work(reading, value, measure, meant)
    if measure.family == "financial" and reading.discourse.company is None:
        prize = prize_of(reading, value)
        meant = (
            (prize if meant and meant[0].type == "person" else ())  # 山田首相が提案したもので、賞金は1億円
            or of_sentence(reading, meant) or prize or of_work(reading, value, measure, spoken_of(reading, measure, meant))
        )  # fmt: skip
    if measure.family == "financial" and meant and meant[0].type == "person" and has_no_purse(reading, meant[0], value):
        meant = ()  # 今年度の予算は200万ドル: not of who spoke of it
    return of_its_topic(reading, value, measure, meant)


def _else(reading: Reading, value: Value, measure: Measure, names: tuple[Candidate, ...]) -> tuple[Subject, ...]:
    """The nearest name in another part, else a noun."""
    text, folded = reading.scene.sentence.text, reading.folded
    nouns = measure.family in {"delivery", "quantity", "financial", "cap"}
    worded = measure.family == "delivery" or parted(folded, measure, value)
    return (
        carried(reading, value, measure)
        or of_town(reading, value, measure)
        or (own_words(reading, value) if measure.family == "financial" else ())
        or of_goods(reading, value, measure)
        or sole_firm(reading, measure)
        or (of_its_holder(reading, value) if measure.family == "financial" else ())
        or weak_owner(
            value, names if measure.family == "price" else _no_authority(reading), types_of(measure, reading.discourse)
        )
        or (measured_owner(measure, text, folded) if worded else ())
        or (_noun(reading, value, measure) if nouns else ())
        or (priced(reading, measure, value) if measure.name == "commodity" else ())
        or same_firm(reading, measure)
        or (_of_measure(reading, measure) if measure.family in {"financial", "cap"} else ())
        or (last_noun(reading, value, measure) if measure.family == "financial" else ())
        or ((shop_of(value, text) or land_of_teller(reading)) if measure.family == "delivery" else ())
        or (_seller(reading, value, names) if measure.name == "commodity" else ())
        or (_thing(reading, measure) if measure.family == "financial" else ())
    )


# 1等(2億円), 1等賞金は1億5000万円, 前後賞5000万円: what is drawn is of its tier
_TIER = regex(
    r"(?P<tier>(?<![0-9])[1-9]等(?:前後賞|組違い賞)?|前後賞)(?:の)?(?:(?:最高)?(?:賞金|当[せ選籤]ん?金|配当金?))?(?:[はが・(:]|で、?)?、?(?:前後賞(?:を|と)?(?:合わせ[てると]{1,2}|合計で?|含め[てると]{1,2})、?)?(?:約|最高|上限)?$"
)


def _of_measure(reading: Reading, measure: Measure) -> tuple[Subject, ...]:
    """What the measure's word is of: 空港の有利子負債; a bare 総事業費 is of what the headline begins with."""
    own = of_its_word(reading, measure)
    if measure.family != "financial" or measure.start < 0:
        return own
    word = reading.folded[measure.start : measure.end]
    begun = measure.start - len(_adjectives(reading.folded, measure.start))
    if reading.folded.endswith("による", 0, begun) and (did := what_did_it(reading, begun)) is not None:
        return (did,)  # 港の閉鎖による損失, がんによる経済的負担
    bare = not own or (own[0].name.endswith(word) and (own[0].name == word or not PAY.search(own[0].name)))
    return (led_by_headline(reading) if bare else ()) or own


def _adjectives(folded: str, end: int) -> str:
    """経済的 and the like, right in front of `end`."""
    found = _SORT.search(folded, max(0, end - 8), end)
    return found[0] if found is not None else ""


_SORT = regex(r"(?:経済的?|社会的?|金銭的|直接的?|間接的?|推定)(?:な)?$")


def _noun(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    money = measure.family == "financial"
    found = phrase_owner(value, reading.scene.sentence.text, reading.folded, reading.measures, money=money)
    if money and found and (SUM.search(found[0].name) or _VOLUME.search(found[0].name)):
        return ()  # 負債金額は84億円: no sum owns itself
    return _not_authority(found, measure)


_VOLUME = regex(r"(?:輸出|輸入|生産|販売|出荷|漁獲|発電|取引|採掘|産出)(?:量|台数|本数|数量|高)$")
"""輸出量は347万バレルで、収入は61億ドル: what was sold is paid nothing."""


def _thing(reading: Reading, measure: Measure) -> tuple[Subject, ...]:
    """The thing or whoever the article set out with, where nothing nearer tells; what a headline begins with."""
    thing = reading.discourse.product or reading.discourse.main
    if thing is not None and not AUTHORITY.search(thing.name):
        return (thing,) if reading.discourse.company or spoken_of(reading, measure, (thing,)) == (thing,) else ()
    if reading.scene.sentence.role != "headline":
        return ()
    first = next((p for p in phrases(reading.scene.sentence.text) if p.start <= 1), None)  # 朝霧競輪で4億円車券
    lead = first is not None and first.thing and not AUTHORITY.search(first.text) and not WHEN.search(first.text)
    return (Subject(first.text, first.text, None, "other"),) if first is not None and lead else ()


def _seller(reading: Reading, value: Value, names: tuple[Candidate, ...]) -> tuple[Subject, ...]:
    """Who asks a price of goods that nothing names: the topic that is a firm, else the firm of the text."""
    firms = [c for c in names if c.type == "company" and c.strength >= STRONG and c.end <= value.start]
    firm = firms[-1].subjects[0] if firms else reading.discourse.product or reading.discourse.company
    return (firm,) if firm is not None else ()


def _in_a_row(reading: Reading, land: Subject) -> bool:
    """True for a country that the sentence before named only beside others, and this one does not."""
    if not reading.discourse.before or any(c.type == "country" for c in reading.names):
        return False
    names = reading.discourse.before[-1][1]
    lands = {s.name for c in names for s in c.subjects if c.type == "country"}
    return len(lands) > _FEW_LANDS and land.name in lands


_FEW_LANDS = 1


def _not_authority(owners: tuple[Subject, ...], measure: Measure) -> tuple[Subject, ...]:
    return () if measure.family == "financial" and owners and only_speaks(owners[0].name) else owners


def _no_authority(reading: Reading) -> tuple[Candidate, ...]:
    return tuple(
        c for c in reading.names
        if not AUTHORITY.search(c.text + reading.folded[c.end : c.end + 3])
        and not c.subjects[0].name.endswith(("金利", "利回り"))
    )  # fmt: skip
