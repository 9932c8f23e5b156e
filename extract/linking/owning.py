"""Whose a figure is: the order in which the ways of telling are tried."""

from __future__ import annotations

import re
from functools import cache, partial
from itertools import pairwise

import msgspec

from jijitsu.extract.fold import fold
from jijitsu.extract.lexicon import words
from jijitsu.extract.linking.count.advances import of_advances
from jijitsu.extract.linking.count.binding import STANCES
from jijitsu.extract.linking.count.counting import COUNTS, count_owners
from jijitsu.extract.linking.count.reach import Counted
from jijitsu.extract.linking.measure.bidding import shareholder, swung
from jijitsu.extract.linking.owner.at_last import at_last
from jijitsu.extract.linking.owner.auctions import produced
from jijitsu.extract.linking.owner.bare_owners import of_goods_beside, of_its_basis, past_the_bare, past_the_sum
from jijitsu.extract.linking.owner.disasters import of_the_disaster
from jijitsu.extract.linking.owner.economies import of_economy
from jijitsu.extract.linking.owner.films import film_of
from jijitsu.extract.linking.owner.funds import FUNDS
from jijitsu.extract.linking.owner.in_force import in_force
from jijitsu.extract.linking.owner.others import of_the_quoted, without_others
from jijitsu.extract.linking.owner.own_topic import own_topic
from jijitsu.extract.linking.owner.owners import types_of
from jijitsu.extract.linking.owner.parties import (
    OWN_WHOLE,
    both_of,
    merged,
)
from jijitsu.extract.linking.owner.peers import of_peers
from jijitsu.extract.linking.owner.pricing import YEN
from jijitsu.extract.linking.owner.public import firm_of_chief
from jijitsu.extract.linking.owner.quoted import of_so_many, quoted_alone
from jijitsu.extract.linking.owner.ranked import listed
from jijitsu.extract.linking.owner.rates import at_auction
from jijitsu.extract.linking.owner.rivals import named_owner
from jijitsu.extract.linking.owner.surer import surer
from jijitsu.extract.linking.owner.takers import in_the_words_of_its_chief
from jijitsu.extract.linking.owner.the_same import of_the_same
from jijitsu.extract.linking.sentence.routes import route
from jijitsu.extract.linking.subject.bourses import fared, on_shares
from jijitsu.extract.linking.subject.nouns import measured_word
from jijitsu.extract.linking.subject.reading import MARKET, SENTIMENT, Reading
from jijitsu.extract.linking.subject.subjects import FUND_NAME, STRONG, Candidate, is_broker, tells_of_others
from jijitsu.extract.linking.subject.topics import AUTHORITY, event
from jijitsu.extract.linking.subject.turnover import market_of_row
from jijitsu.extract.linking.unnamed import unnamed
from jijitsu.extract.linking.value.course import Course
from jijitsu.extract.linking.value.measures import MAGNITUDE, Measure
from jijitsu.extract.linking.value.values import Value
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
    reading = without_others(reading, value)
    if measure.family in {"financial", "quantity"} and (film := film_of(reading, value)):
        return film
    if bond := at_auction(reading, value):
        return bond
    if found := listed(reading, at, measure, counted):
        return found
    if measure.family in {"financial", "quantity"} and (peers := of_peers(reading, value)):
        return peers
    if measure.family in {"financial", "quantity", "delivery"} and (land := of_economy(reading, value)):
        return land
    if thing := of_the_same(reading, value, measure):
        return thing
    if market := market_of_row(reading, value):
        return market
    if found := of_advances(reading, value, counted):
        return found
    if bought := _bought_firm(reading, value, measure):
        return bought
    if measure.name == MAGNITUDE and (felt := event(reading.scene) or reading.discourse.event) is not None:
        return (felt,)
    counts = value.mention.type in COUNTS | {"points"} or (
        value.mention.type == "number" and (_of_something(measure) or _NUMBER_OF.search(reading.folded, 0, value.start))
    )
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
        both = (merged(reading, value) or both_of(reading, value)) if "両" in reading.folded else None
        owners = (both,) if both is not None else count_owners(reading, at, measure, course, counted)
        company = reading.discourse.company  # 今回発表された1万5000人の削減は: no number owns itself
        own = tuple(
            owner for owner in owners
            if fold(owner.name) not in {fold(value.mention.text), *OWN_WHOLE, *_BARE_LINES} and not (value.amount.unit == "株" and _BUYBACK.search(owner.name))
        )  # fmt: skip
        acting = [c for c in reading.names if c.type == "company" and c.strength >= STRONG and c.end <= value.start]
        company = acting[0].subjects[0] if acting else company
        return own or ((company,) if owners and company is not None else ())
    if whole := _whole_of(reading, at, measure):
        return whole
    if goods := of_the_quoted(reading, value, measure):
        return goods
    names = _owning(reading, value, measure)
    names = in_force(reading, value, measure, names)
    types = _types(reading, value, measure, names)
    owners = surer(reading, value, measure, names) or named_owner(
        at, reading.values, names, types, course, reading.folded, reading.tree,
        rest=partial(unnamed, reading, at, measure, names),
    )  # fmt: skip
    if measure.name == "commodity" and (way := route(reading.folded, value.start)) is not None:
        written = reading.scene.sentence.text[way.start : way.end]
        return (Subject(written, written, None, "other"),)  # 長野駅―松代は680円が760円になる
    if measure.family == "price":
        owners = _in_its_money(reading, value, quoted_alone(owners, reading.names, reading.discourse.price))
        owners = swung(reading, value, course) or of_so_many(reading, value, owners)
        owners = of_goods_beside(reading, value, owners)
    owners = tuple(_by_name(reading, owner) for owner in owners)
    owners = _of_the_judged(reading, measure, owners)
    owners = of_the_disaster(reading, value, measure, owners)
    owners = of_its_basis(reading, value, past_the_sum(reading, value, past_the_bare(reading, value, owners)))
    if not owners and measure.family in {"delivery", "financial"}:
        owners = produced(reading, value) or at_last(reading, value, measure)
    return own_topic(reading, value, measure, firm_of_chief(reading, measure, owners))


def _by_name(reading: Reading, owner: Subject) -> Subject:
    """実業家カルロ・ベラ氏: the person, where the figure was given to the noun phrase that ends in the name."""
    if owner.type != "other" or "・" not in owner.text:
        return owner
    held = (c for c in reading.names if c.type == "person" and owner.text.endswith((c.text, f"{c.text}氏")))
    return next((c.subjects[0] for c in held), owner)


def _of_the_judged(reading: Reading, measure: Measure, owners: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """岬証券は「割高だ」と評した。午前の終値は2117円: of the share that it judged, where the broker is not named again."""
    if len(owners) != 1 or not is_broker(owners[0].name) or any(owners[0] in c.subjects for c in reading.names):
        return owners
    discourse = reading.discourse
    told, last = discourse.last or (-9, None)
    if (
        measure.family == "financial"
        and last is not None
        and reading.scene.sentence.index - told == 1
        and _YEAR_OF_IT.match(reading.folded)
    ):
        return (last,)  # 岬証券は、企業の自社株買いが1兆円になると予想する。25年は9000億円だった
    if not any(_JUDGES.search(scene.sentence.folded) for scene, _ in discourse.before[-1:]):
        return owners
    price = discourse.price if measure.family == "price" else None
    spoken = (price, discourse.main, *reversed(discourse.firms))
    judged = next((s for s in spoken if s is not None and s.type == "company" and not is_broker(s.name)), None)
    return (judged,) if judged is not None else owners


_YEAR_OF_IT = regex(r"(?:20)?[0-9]{2}年(?:度|実績)?は(?:約)?[0-9]")
_JUDGES = regex(r"リポート|レポート|目標株価|投資判断|アナリスト|と(?:評|指摘|分析|み[るて]|予想|試算|判断)")


def _of_something(measure: Measure) -> bool:
    """True for what a number without a counter is of: マグニチュード7.0, 防御率2.31; not for 賛成42, 反対3."""
    return measure.name.endswith("票") or (measure.name not in STANCES and measured_word(measure.name))


_NUMBER_OF = regex(r"[一-鿿ァ-ヺー]{2}数(?:は|が|も|を)、?(?:約|計|最大|およそ)?$")
"""パラメーター数は700億, トランジスタ数は420億: what is numbered has no counter."""
_BARE_LINES = frozenset({"受注", "販売", "生産", "出荷", "受注高", "受注額", "売上高", "業績予想", "通期予想"})
"""オムロンの1月受注、戸建て5%減: a line of the books is nobody."""


def _in_its_money(reading: Reading, value: Value, owners: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """TOPIXは892だった。後場は1万0050円を挟んで動いた, TOPIXも3%下げた。下げ幅は900円を超えた: yen are the index's that was last said in yen."""
    if value.mention.type != "money" or len(owners) != 1 or owners[0].type != "index" or not reading.discourse.levels:
        return owners
    if any(c.type == "index" and c.subjects == owners and c.strength >= STRONG for c in reading.names):
        return owners
    units = {subject.name: unit for subject, _, unit in reading.discourse.levels if subject.type == "index"}
    if units.get(owners[0].name, "points") != "points":
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
    if measure.family == "delivery" and value.amount.unit in _OF_LANDS:
        types |= {"country", "other"}  # サウジアラビアは日量50万バレル減産する
    if measure.name == "commodity" and any(c.type == "index" and c.subjects[0].name.endswith("先物") for c in names):
        types |= {"index"}  # シカゴ日経平均先物の清算値は
    if measure.generic and not any(c.type == "company" for c in names):
        types |= {"commodity"}  # 大豆の終値は1セント高だった
    if measure.family == "financial" and measure.name in {"other", "cost"} and _topical(names, value):
        types |= {"product"}
    return types


_OF_LANDS = frozenset({"バレル"})
"""What lands and their cartel produce, rather than any firm."""


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
    founder = _founder(reading) if measure.family == "financial" else None
    unit_price = reading.folded.startswith("基準価額", max(0, measure.start))
    section = measure.name in MARKET and reading.discourse.market is not None
    return tuple(
        c for c in reading.names
        if not (c.type in tellers and c is not founder and any(subject.name == told for subject in c.subjects))
        and not (founder is not None and c.type == "company" and c.end < founder.start and _FOUNDED.match(reading.folded, c.end))
        and not (speech is not None and c.type == "company" and is_broker(c.subjects[0].name) and c.end <= speech.start - base)
        and not (c.type == "person" and _AS_TOLD.match(reading.folded, c.end))
        and not ((measure.family == "financial" or measure.name in MARKET) and c.subjects[0].name.endswith(("金利", "利回り")))
        and not (measure.family == "price" and c.type in tellers and c.subjects[0].name.endswith(("取引所", "市場")))
        and not (section and c.type == "index" and c.subjects[0].name not in _sectors())  # advances are the market's, not TOPIX's
        and not (money and c.type == "index" and SENTIMENT.search(c.subjects[0].name))
        and not (measure.family == "financial" and AUTHORITY.search(c.text + reading.folded[c.end : c.end + 3]))
        and not (measure.family == "financial" and c.type == "other" and AUTHORITY.search(c.subjects[0].name))
        and not (measure.family == "delivery" and c.type == "company" and tells_of_others(c.subjects[0].name))
        and not (measure.name in _OF_OTHERS and c.subjects[0].name == told and _SURVEYS.search(reading.folded, max(0, c.start - 10), c.start))
        and not (measure.name == "share_price" and c.type == "product" and not FUND_NAME.search(c.text) and not unit_price)
        and not (c.type == "country" and (_OF_PAPER.match(reading.folded, c.end) or _OF_BODY.match(reading.folded, c.end)))
        and not (measure.family == "delivery" and _is_listed(c, reading))
        and not (measure.family == "delivery" and _among(c, reading, value))
    )  # fmt: skip


def _founder(reading: Reading) -> Candidate | None:
    """アオバ共同創業者の森田氏は16億円を拠出すると述べた: who spends his own, though he tells of it himself."""
    for firm, person in pairwise(reading.names):
        beside = (
            _FOUNDED.match(reading.folded, firm.end) if firm.type == "company" and person.type == "person" else None
        )
        office = _HEADS_IT.search(reading.folded, person.start, person.end + 8)
        if beside is not None and beside.end() == person.start and person.particle == "は" and office is None:
            return person
    return None


_HEADS_IT = regex(r"社長|会長|CEO|最高経営")
_FOUNDED = regex(r"(?:\([^()]{1,20}\))?の?(?:共同)?(?:創業者|設立者)(?:の|、|で(?:資産家|投資家|富豪|慈善家)の)?")
_AS_TOLD = regex(
    r"(?:氏|さん|容疑者|被告|[一-鿿]{1,6}[長相臣事員授])?の(?:話|発言|コメント|談話|証言|見解|分析|推計|試算|見方)(?:として|に?よると|によれば|では)"
)
"""市長のコメントとして、損失は3億ドルと伝えている: what somebody is only cited for."""
_OF_OTHERS = frozenset({"loss", "other", "funding", "capex"})
_SURVEYS = regex(r"(?:調査|分析|データ(?:提供|分析)?)(?:会社|企業|機関|大手)(?:の|、)?$")
"""調査会社カガリは、詐欺の被害額が3億円に上ったと発表した: it counts what others lost."""
_OF_PAPER = regex(
    r"の?(?:(?:有力|経済|大衆|国営|公共|地元|主要|日刊|保守系|政府系)の?)?(?:[ァ-ヺーA-Za-z・]{0,16}[紙誌]|(?:通信社?|放送|新聞|テレビ|メディア))[はがも・]"
)
"""イギリスのタイムズ紙は: where the paper is published owes nothing of what it tells."""
_OF_BODY = regex(
    r"の(?!政府(?!系))(?:[^、。はがもを「」0-9]{1,12}の)?[^、。はがもを「」0-9]{0,14}(?:団体|会社|裁判所|地裁|高裁|最高裁|商社|財団|基金|研究所|大学|銀行|企業|メーカー|組合|協会|連盟|クラブ|チーム|動物園|水族館|[美博][術物]館|病院"
    r"|学校|教会|大手|業者|店|ホテル|ファンド|(?:(?:事業家|実業家|富豪|投資家|起業家|資産家|創業者)(?:で[^、。はが0-9]{2,16}の)?(?:[ァ-ヺー・=A-Za-z]{2,24}|[一-鿿]{2,5})?氏?)|男性|女性|夫妻|夫婦|男|女|少年|少女|人気[^、。はが]{1,4}|歌手|俳優|選手|監督|作家|画家|市|州"
    r"|(?<!当局)者|(?<![国個法])人|(?<!専門)家|[住農市先][一-鿿]{0,2}民|若者|子ども|子供|学生|生徒|世帯|家庭|農園|農場|修道院|寺院|州政府|市政府|地方政府|自治体|[郡町村])(?:たち|ら|側)?(?:\([^()]{1,24}\)|「[^「」]{1,20}」(?:社)?)?(?:は|が|も|では|で、)"
)
"""アメリカの財団は1億ドルを投じる: no land's money."""


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


# What persons score and win: 野々村氏が2万票, 今季38試合に出場.
_PERSONAL_UNITS = frozenset(
    {"票", "試合", "得点", "本塁打", "安打", "打点", "勝", "敗", "セーブ", "ゴール", "アシスト"}
)
