"""Whose a figure is that no name of its sentence owns: a noun beside it, who acts, whom the text speaks of."""

from __future__ import annotations

import re

import msgspec

from jijitsu.extract.linking.agents import AUTHORITY, agent_of, payee_among
from jijitsu.extract.linking.carried import carried, is_sum
from jijitsu.extract.linking.focus import led_by_headline, of_sentence, spoken_of
from jijitsu.extract.linking.holders import holder_of
from jijitsu.extract.linking.measures import Measure
from jijitsu.extract.linking.owners import omitted_owner, types_of, weak_owner
from jijitsu.extract.linking.pairs import paired
from jijitsu.extract.linking.parties import NATIONAL, of_state, same_firm
from jijitsu.extract.linking.phrases import Phrase, phrases
from jijitsu.extract.linking.pricing import of_price, priced
from jijitsu.extract.linking.prizes import prize_of
from jijitsu.extract.linking.reading import MARKET, Reading
from jijitsu.extract.linking.rivals import described_owner
from jijitsu.extract.linking.subjects import FUND_NAME, STRONG, Candidate, tells_of_others
from jijitsu.extract.linking.things import (
    NUMERALS,
    bound_owner,
    is_no_payer,
    measured_owner,
    phrase_owner,
    reports,
    topic_owner,
    whole_noun,
)
from jijitsu.extract.linking.topics import LED, event
from jijitsu.extract.linking.totals import many
from jijitsu.extract.linking.values import Value
from jijitsu.schemas.claim import Subject

# A survey's sentence speaks of its own field, not of the company before.
_SURVEY = re.compile(
    r"(?:統計|集計|調査|調べ|推計|まとめ)(?:では|によると|によれば|によりますと)|が(?:集計|推計|調査)した|がまとめた|リサーチ(?:による|によれ)|(?:協会|連合会|連盟|協同組合|協議会|聯席会|連席会|工業会|協議会)(?:による|によれ|の集計|の統計)"
    r"|(?:[省庁局府]|日銀|日本銀行|中央銀行)(?:\([^()]{0,20}\))?が[^、。0-9]{0,6}(?:[0-9]{1,2}日(?:に)?)?(?:発表|公表)した(?![、。])"
)
_DAMAGE = re.compile(r"被害(?:総額|額)|経済(?:的)?損失|(?:農業|漁業|農林水産|物的|土木|建物)被害")
_WHEN = re.compile(r"[年月期]|通年|単月|国内|世界|海外|全体")
# What is said of a fund alone.
FUNDS = frozenset({"純資産総額", "純資産残高", "組入銘柄数", "現金比率", "基準価額"})


# 米国に上場するビットコイン現物ETFからは21億ドルが純流出した, ETFの純資産総額
_A_FUND = re.compile(
    r"(?P<who>(?:[一-鿿ァ-ヺーA-Za-z&・]{0,24})(?:ETF|上場投信|上場投資信託|上場信託|投信|投資信託|リート|REIT|MMF|MRF|ファンド))(?:全体)?(?:市場)?(?:へ|から)?(?:の(?!運用)|は|が|も|に|、)"
)
_FLOWS = frozenset({"流入", "流出"})


def of_fund(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """The fund whose assets, price or flows are meant: named in brackets, by its sort, or spoken of before."""
    word = reading.folded[max(0, measure.start) : measure.end]
    named = [
        c for c in reading.names
        if c.type == "product" and c.end <= value.start and (FUND_NAME.search(c.text) or (measure.name in _FLOWS and c.particle))
    ]  # fmt: skip
    if word not in FUNDS and measure.name not in _FLOWS and not (named and word == "純資産"):
        return ()
    if named:
        return named[-1].subjects[-1:]
    found = [m for m in _A_FUND.finditer(reading.folded, 0, value.start) if not m["who"].startswith("同")]
    if found:
        written = reading.scene.sentence.text[slice(*found[-1].span("who"))]
        return (Subject(written, found[-1]["who"], None, "other"),)
    spoken = reading.discourse.product
    houses = any(c.type == "company" and c.strength >= STRONG and c.end <= value.start for c in reading.names)
    if houses or spoken is None or (measure.name in _FLOWS and not FUND_NAME.search(spoken.text)):
        return ()
    return (spoken,)


# 映画『海鳴りの塔』の興行収入, in headlines 『海鳴りの塔』、興行収入
_TITLED = re.compile(r"[「『](?P<name>[^「」『』]{1,30})[」』](?:\([^()]{0,30}\))?[の、][一-鿿ァ-ヺー]{0,6}\Z")


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
    if measure.name == "yield" and (rate := _RATE.search(reading.folded, 0, value.start)):
        written = reading.scene.sentence.text[slice(*rate.span("who"))]
        return (Subject(written, rate["who"], None, "other"),)  # 短期プライムレートを年2.125%で維持する
    if measure.name == "yield" and _PAYS_RATE.match(reading.folded, value.tail):
        banks = [c for c in names if c.type in {"company", "other"} and c.strength >= STRONG and c.end <= value.start]
        if banks:
            return banks[-1].subjects[:1]  # 青葉ネット銀行は新規の預金に年1.2%を付ける
    if measure.family == "financial" and (noun := paired(reading, at)) is not None:
        return noun.subjects or (Subject(noun.text, noun.name, None, "other"),)
    if measure.name == "commodity" and (noun := paired(reading, at)) is not None and noun.type == "company":
        return noun.subjects  # 卸値の上げ幅は、A社が4円、B社が5円
    return (
        _titled(reading, value, measure)
        or _of_count(reading, value, measure)
        or of_price(reading, value, measure)
        or _of_described(reading, value, measure, names)
        or holder_of(reading, value, measure)
        or _of_agent(reading, value, measure)
        or of_state(reading, value, measure)
        or many(reading, value, measure)
        or _summed(reading, measure, _of_survey(reading, value, measure))
        or _summed(reading, measure, _unsaid(reading, value, measure, names))
    )


def _summed(reading: Reading, measure: Measure, owner: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """2025年の調達額は8612億円, in a text on 国内新興の調達額: no sum owns itself."""
    if measure.family != "financial" or not owner or not is_sum(owner[0].name):
        return owner
    return tuple(subject for name, subject in reading.discourse.sums if name == measure.name) or owner


_PAYS_RATE = re.compile(r"の?(?:金利)?を?(?:付け|つけ|適用|提示|支払)")
_RATE = re.compile(
    r"(?P<who>(?:[0-9]{1,2}年物)?(?:[一-鿿ァ-ヺー]{2,10}の)?[一-鿿ァ-ヺー]{0,16}(?:金利|レート|利率))(?:は|が|を|も)(?:従来の)?(?:年)?(?:約)?(?:[0-9.]{1,6}%から(?:年)?)?$"
)
_CHANGED = re.compile(
    r"(?:ほど|近く|超|余り|あまり|強|弱)?の?(?:大幅)?(?:[高安](?![値い])|上昇|下落|上げ|下げ|値[上下]がり|急[騰落伸])"
)
_BALANCES = frozenset({"買い越し", "売り越し", "円売り越し"})
_WHOLE_MARKET = 300_000_000
"""Fewer shares than that are traded of a share, not of a market: 売買高は412万株."""


_MARKET_TURNOVER = 100_000_000_000
_BY_RANK = re.compile(r"首位|トップ|(?<![0-9])[0-9]{1,2}位")
"""So is less than that in yen, and whatever has a rank: 売買代金は286億円で8位."""


def _of_count(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """Whose a count is that no name owns: the market's, the noun's that it is glued to, the measure's own."""
    if measure.family != "quantity":
        return ()
    text, discourse = reading.scene.sentence.text, reading.discourse
    if measure.name in _BALANCES and (who := topic_owner(value, text, reading.measures)):
        return who  # 海外投資家は現物株を9兆円買い越した
    if measure.name in MARKET and discourse.market is not None:
        few = value.amount.unit == "株" and value.amount.amount < _WHOLE_MARKET
        little = value.amount.unit == "JPY" and (
            value.amount.amount < _MARKET_TURNOVER or _BY_RANK.search(reading.folded)
        )
        own = (discourse.price or discourse.company) if few or little else None
        return (own if own is not None and own.type == "company" else discourse.market,)
    if phrase := bound_owner(value, text, reading.folded, reading.measures):
        return phrase
    if measure.name in FUNDS and discourse.product is not None:
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


def _by_teller(reading: Reading, value: Value) -> bool:
    """米IDCによると、パソコンの世界出荷台数は6560万台: a firm whose trade is to tell counts its field."""
    return any(
        c.end <= value.start and _BY.match(reading.folded, c.end) and tells_of_others(c.subjects[0].name)
        for c in reading.names if c.type == "company"
    )  # fmt: skip


def _of_survey(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """What a survey counts: its own field, not the company before."""
    text, folded = reading.scene.sentence.text, reading.folded
    surveyed = _SURVEY.search(folded[: value.start]) or _by_teller(reading, value)
    if measure.family in {"delivery", "financial", "quantity"} and surveyed:
        noun = measure.family == "quantity" and measure.start >= 0
        if noun and (found := whole_noun(measure, value, text, reading.measures)):
            return found
        ahead = measure.start < value.start  # 出荷台数は6560万台で、レノボの出荷は
        if phrase := (measured_owner(measure, text, folded) if ahead else ()) or topic_owner(
            value, text, reading.measures
        ):
            return phrase
    if measure.family == "delivery" and reading.discourse.field is not None:
        goods = measured_owner(measure, text, folded)  # ソフトの販売, but not 25年通年の販売
        if goods and not _WHEN.search(goods[0].name):
            return goods
        bare = _BARE_SUM.search(folded, 0, value.start) and reading.discourse.goods is not None
        return () if bare else topic_owner(value, text, reading.measures) or (reading.discourse.field,)
    return ()


def _unsaid(reading: Reading, value: Value, measure: Measure, names: tuple[Candidate, ...]) -> tuple[Subject, ...]:
    """Whom the text speaks of, else the nearest name in another part, else a noun."""
    text, folded = reading.scene.sentence.text, reading.folded
    if measure.generic and any(m.name == "share_price" and not m.generic for m in reading.measures):
        measure = msgspec.structs.replace(measure, generic=False)  # 株価は3.6%下げ、終値は2890円だった
    damage = _DAMAGE.search(folded, 0, value.start) if measure.name == "loss" else None
    if damage is not None and (happened := _happened(reading, damage.start())) is not None:
        return (happened,)
    if measure.family in {"financial", "delivery", "cap"} and (own := _led(reading, value)):
        return own
    if measure.family == "financial" and (own := _own_account(reading, value)):
        return own
    if measure.family == "financial" and (own := _of_namesake(reading, value, measure) or _taker(reading, value)):
        return own
    tier = _TIER.search(folded, max(0, value.start - 24), value.start) if measure.family == "financial" else None
    if tier is not None:
        return (Subject(tier["tier"], tier["tier"], None, "other"),)
    if measure.family == "financial" and (own := _own_purse(reading, value, measure)):
        return own
    change = _CHANGED.match(reading.folded, value.tail) is not None
    meant = omitted_owner(value, measure, reading.discourse, change=change)
    if measure.family == "financial" and meant and AUTHORITY.search(meant[0].name):
        meant = ()  # the police that the article set out with paid nothing
    firm = reading.discourse.company
    if measure.family == "financial" and firm is not None and firm not in reading.discourse.heads:
        meant = of_sentence(reading, meant) or prize_of(reading, value) or meant  # not of the academy that gives it
    if measure.family == "financial" and reading.discourse.company is None:
        meant = of_sentence(reading, meant) or prize_of(reading, value) or spoken_of(reading, measure, meant)
    nouns = measure.family in {"delivery", "quantity", "financial", "cap"}
    return (
        meant
        or carried(reading, value, measure)
        or _of_town(reading, value, measure)
        or (_own_words(reading, value) if measure.family == "financial" else ())
        or _of_goods(reading, value, measure)
        or weak_owner(
            value, names if measure.family == "price" else _no_authority(reading), types_of(measure, reading.discourse)
        )
        or (measured_owner(measure, text, folded) if measure.family == "delivery" else ())
        or (_noun(reading, value, measure) if nouns else ())
        or (priced(reading, measure, value) if measure.name == "commodity" else ())
        or same_firm(reading, measure)
        or (_of_measure(reading, measure) if measure.family in {"financial", "cap"} else ())
        or (_last_noun(reading, value, measure) if measure.family == "financial" else ())
        or (_seller(reading, value, names) if measure.name == "commodity" else ())
        or (_thing(reading, measure) if measure.family == "financial" else ())
    )


def _maker(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """あおば木工は椅子を年間3万脚つくる, タオル工場では1日に6000枚を織る: who makes and sells it."""
    makers = [
        p for p in phrases(reading.scene.sentence.text)
        if p.end <= value.start and p.thing and not is_no_payer(p.text) and not _PLACE_OR_TIME.search(p.text)
        and ((p.particle == "は" and "を" in reading.folded[p.end : value.start]) or (p.particle == "では" and _WORKSHOP.search(p.text)))
    ]  # fmt: skip
    return (Subject(makers[-1].text, makers[-1].text, None, "other"),) if makers else ()


def _of_goods(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """The goods that the sentences before counted, of a bare 金額は104億円 or 枚数は1.3倍; the maker of what is made."""
    if measure.family == "delivery" and measure.start >= value.end and (maker := _maker(reading, value)):
        return maker
    goods = reading.discourse.goods
    if goods is None or measure.family not in {"financial", "delivery"}:
        return ()
    return (goods,) if _BARE_SUM.search(reading.folded, 0, value.start) else ()


_WORKSHOP = re.compile(r"(?:工場|工房|農園|牧場|酒蔵|蔵元|窯元|製作所|農場|[^今当]社|店)$")
_PLACE_OR_TIME = re.compile(r"[県市町村都府国年月日期]$|国内|海外|今回|今年")
_BARE_SUM = re.compile(
    r"(?:^|[、。])(?:(?:販売|取引|売り上げ|水揚げ|合計)?金額|取引額|販売額|水揚げ額|(?:販売)?(?:台|枚|本|個|部|隻|頭)数|(?:販売)?数量)[はがも][^、。はが]{0,16}$"
)


# 1等(2億円), 1等賞金は1億5000万円, 前後賞5000万円: what is drawn is of its tier
_TIER = re.compile(
    r"(?P<tier>(?<![0-9])[1-9]等(?:前後賞|組違い賞)?|前後賞)(?:の)?(?:(?:最高)?(?:賞金|当[せ選籤]ん?金|配当金?))?(?:[はが・(:]|で、?)?(?:約|最高|上限)?$"
)


def _of_measure(reading: Reading, measure: Measure) -> tuple[Subject, ...]:
    """What the measure's word is of: 空港の有利子負債; a bare 総事業費 is of what the headline begins with."""
    own = measured_owner(measure, reading.scene.sentence.text, reading.folded)
    if measure.family != "financial" or measure.start < 0:
        return own
    bare = not own or own[0].name.endswith(reading.folded[measure.start : measure.end])
    return (led_by_headline(reading) if bare else ()) or own


def _noun(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    money = measure.family == "financial"
    found = phrase_owner(value, reading.scene.sentence.text, reading.folded, reading.measures, money=money)
    return _not_authority(found, measure)


def _thing(reading: Reading, measure: Measure) -> tuple[Subject, ...]:
    """The thing or whoever the article set out with, where nothing nearer tells; what a headline begins with."""
    thing = reading.discourse.product or reading.discourse.main
    if thing is not None and not AUTHORITY.search(thing.name):
        return (thing,) if reading.discourse.company or spoken_of(reading, measure, (thing,)) == (thing,) else ()
    if reading.scene.sentence.role != "headline":
        return ()
    first = next((p for p in phrases(reading.scene.sentence.text) if p.start <= 1), None)  # 朝霧競輪で4億円車券
    lead = first is not None and first.thing and not AUTHORITY.search(first.text) and not _WHEN.search(first.text)
    return (Subject(first.text, first.text, None, "other"),) if first is not None and lead else ()


def _seller(reading: Reading, value: Value, names: tuple[Candidate, ...]) -> tuple[Subject, ...]:
    """Who asks a price of goods that nothing names: the topic that is a firm, else the firm of the text."""
    firms = [c for c in names if c.type == "company" and c.strength >= STRONG and c.end <= value.start]
    firm = firms[-1].subjects[0] if firms else reading.discourse.product or reading.discourse.company
    return (firm,) if firm is not None else ()


def _of_town(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """歳入では町税が9億円だった, 医療費の無償化に3600万円を盛り込んだ: of the town that the text speaks of."""
    fiscal = measure.family == "financial" and _FISCAL.search(reading.folded)
    return (reading.discourse.town,) if fiscal and reading.discourse.town is not None else ()


_FISCAL = re.compile(
    r"予算|一般会計|特別会計|歳[出入]|[都道府県市区町村]税|基金|補正|盛り込|計上|交付金|総事業費|事業費|負担|補助"
)


def _happened(reading: Reading, at: int) -> Subject | None:
    """What did the damage at `at`: ストによる経済損失, 台風 … 被害額は68億円."""
    if storm := _STORM.search(reading.folded, 0, at):
        written = reading.scene.sentence.text[slice(*storm.span("name"))]
        return Subject(written, storm["name"], None, "other")
    if by := _DONE_BY.search(reading.folded, 0, at):
        done = next((p for p in phrases(reading.scene.sentence.text) if p.end == by.start()), None)
        if done is not None:
            return Subject(done.text, done.text, None, "other")
    return event(reading.scene) or reading.discourse.event


_STORM = re.compile(r"(?P<name>(?:台風|ハリケーン|サイクロン)第?[0-9]{1,2}号)による(?:総)?$")
_DONE_BY = re.compile(r"(?:による[^、。]{0,8}|の(?:総)?)$")


def _led(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """アオバの大沢社長は、売上高を1500億円に引き上げる目標を示した: the firm that the sentence's president leads."""
    firms = [
        c for c in reading.names if c.type == "company" and c.end <= value.start and LED.match(reading.folded, c.end)
    ]
    return firms[-1].subjects[:1] if firms and not tells_of_others(firms[-1].subjects[0].name) else ()


def _of_namesake(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """ビルト社の追徴税額は2000万円: the firm that a text calls by a short name of its own."""
    if measure.start < 0:
        return ()
    held = _SHORT_NAME.search(reading.folded, 0, measure.start)
    name = reading.scene.sentence.text[held.start("firm") : held.end("firm")] if held else ""
    return (Subject(name, name, None, "company"),) if name else ()


_SHORT_NAME = re.compile(r"(?:^|[、。はがも])(?P<firm>(?:[ァ-ヺー]{2,}|[A-Za-z]{2,})社)の[^、。はがも]{0,6}$")


def _taker(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """ジェフ千葉は、優勝賞金1億円を獲得した: the topic that gets or gives the sum, though no list knows it."""
    text = reading.scene.sentence.text
    if not _TAKES.match(reading.folded, value.tail):
        return ()
    topics = [p for p in phrases(text) if p.end <= value.start and p.particle == "は"]
    if not topics or not _NAMED_SO.search(topics[-1].text) or is_no_payer(topics[-1].text):
        return ()
    topic = topics[-1]
    speech = next((s for s in reading.speeches if s.span.holds(value.mention.span)), None)
    apart = speech is not None and reading.scene.sentence.start + topic.end <= speech.start
    if apart and reading.discourse.company is not None:
        return ()  # リー氏は「今年だけで700億ドルを投じる」と説明した: the firm's money
    return () if reports(topic, reading.folded) else (Subject(topic.text, topic.text, None, "other"),)


_TAKES = re.compile(r"を(?:獲得|受け取|受領|手に[しい入]|得[たるて]|支払|払[いうっ]|寄付|寄贈|拠出|投じ|支出|贈)")
_NAMED_SO = re.compile(r"[ァ-ヺーA-Za-z]{2}|(?:社|団|校|者|側|チーム|連盟|協会|組合|クラブ)$")


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


def _own_purse(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """女性は「電気とガスで月2万円近くかかる」と話した: whoever is asked in the street speaks of his own money."""
    if measure.name not in _PURSE:
        return ()
    speech = next((s for s in reading.speeches if s.type == "direct" and s.span.holds(value.mention.span)), None)
    if speech is None or speech.attribution.speaker_id is not None:
        return ()
    who, floor = speech.attribution.speaker or "", speech.start - reading.scene.sentence.start
    if not _ANYBODY.search(who) or any(floor <= c.start < value.start for c in reading.names):
        return ()
    return (Subject(who, who, None, "other"),)


_PURSE = frozenset({"cost", "other", "debt", "revenue", "loss", "cash"})
_ANYBODY = re.compile(
    r"(?:女性|男性|主婦|主夫|夫婦|母親|父親|学生|生徒|住民|市民|客|年金生活者|会社員|従業員|運転手|漁師|農家|漁業者|生産者|農業者|店主|女将|園長|オーナー|経営者|職人"
    r"|(?:会社|メーカー|工場|店|工房|農園|旅館|ホテル|業者|問屋|食堂|居酒屋)の(?:社長|代表|店長|経営者|主人|支配人))(?:の[^、。]{1,8})?$"
)


def _last_noun(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """The measure's own noun, or the topic, where nobody is spoken of: 総工事費は140億円, 農業関係は41億円."""
    text = reading.scene.sentence.text
    found = [p for p in phrases(text) if len(p.text) > 1 and text[p.start - 1 : p.start] not in NUMERALS]
    whole = [p for p in found if 0 <= measure.start < value.end and p.start <= measure.start and p.end >= measure.end]
    topics = [p for p in found if p.end <= value.start and p.particle[:1] in {"は", "が", "も"}
              and not is_no_payer(p.text) and not reports(p, reading.folded)]  # fmt: skip
    held = _HOLDS.match(reading.folded, value.tail)  # 約2000円が入った募金箱
    behind = [p for p in found if held and p.start == held.end()]
    chosen = behind or whole[:1] or topics[-1:]
    if chosen and is_sum(chosen[0].text):  # ふるさと納税の寄付額は
        chosen = _holders(found, chosen[0], text) or chosen
    written = [_ABOUT.sub("", p.text) for p in chosen]
    return tuple(Subject(text, text, None, "other") for text in written if not AUTHORITY.search(text))


def _holders(found: list[Phrase], noun: Phrase, text: str) -> list[Phrase]:
    """補正予算案の一般会計の歳出総額: what stands before の, past accounts."""
    for phrase in reversed([p for p in found if p.end < noun.start]):
        if phrase.end + 1 != noun.start or text[phrase.end] != "の":
            return []
        if phrase.thing and not _ACCOUNTS.search(phrase.text):
            return [phrase]
        noun = phrase
    return []


_ACCOUNTS = re.compile(r"会計$|歳[出入]$")
_ABOUT = re.compile(r"(?<=.)(?<![契予条規])約$")
_HOLDS = re.compile(r"(?:が|の)?(?:入った|入りの|入っていた|相当の|を入れた)")


def _not_authority(owners: tuple[Subject, ...], measure: Measure) -> tuple[Subject, ...]:
    return () if measure.family == "financial" and owners and AUTHORITY.search(owners[0].name) else owners


def _no_authority(reading: Reading) -> tuple[Candidate, ...]:
    return tuple(
        c for c in reading.names
        if not AUTHORITY.search(c.text + reading.folded[c.end : c.end + 3])
        and not c.subjects[0].name.endswith(("金利", "利回り"))
    )  # fmt: skip
