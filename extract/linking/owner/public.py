"""Whose money and counts are that a text tells of in passing: a tax's yield, wages, the world's market, a chief's deals."""

from __future__ import annotations

from itertools import pairwise

from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.linking.subject.nobody import is_nobody
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.subject.subjects import tells_of_others
from jijitsu.extract.linking.subject.topics import LED
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.modality import CLAUSE
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject


def firm_of_chief(reading: Reading, measure: Measure, owners: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """ライブドアの堀江社長は、株の取得に700億円を投じたと発表した: the firm's money, not its president's."""
    if measure.family not in {"financial", "cap", "delivery"} or measure.name == "net_worth":
        return owners
    if len(owners) != 1 or owners[0].type != "person" or _OWN_MONEY.search(reading.folded):
        return owners
    for firm, person in pairwise(reading.names):
        both = firm.type == "company" and person.type == "person"
        led = (LED.match(reading.folded, firm.end) or _FOR_IT.match(reading.folded, firm.end)) if both else None
        if led is not None and _FOUNDER.match(reading.folded, firm.end) and not _OFFICE.search(led.group()):
            return owners  # アオバ創業者の森田氏は邸宅を87億円で購入した: who founded it may have left it
        if led is not None and person.start < led.end() and owners[0] in person.subjects:
            return firm.subjects[:1]
    if state := _state_of_chief(reading, owners[0]):
        return state
    business = measure.name in _BUSINESS or _STOCK_OF_FIRM.search(reading.folded, measure.start, measure.end)
    if business and (house := _house_spoken_of(reading, owners[0])):
        return house
    if own := _house_in(reading, owners[0]) or _house_of_headline(reading, owners[0]):
        return own
    return _town_of_chief(reading, owners[0]) or owners


def _house_spoken_of(reading: Reading, chief: Subject) -> tuple[Subject, ...]:
    """エアリキードは増収だった。ジャコウCEOは、利益率を1ポイント改善する目標を維持した: of the firm that the text speaks of."""
    held, firm = next((c for c in reading.names if chief in c.subjects), None), reading.discourse.company
    office = held is not None and _OFFICE.search(held.text + reading.folded[held.end : held.end + 8])
    return (firm,) if office and firm is not None else ()


_BUSINESS = frozenset(
    {
        "revenue",
        "operating_profit",
        "ordinary_profit",
        "net_profit",
        "gross_margin",
        "free_cash_flow",
        "cash",
        "cost",
        "capex",
        "rnd",
        "debt",
        "dividend",
        "eps",
    }
)
_STOCK_OF_FIRM = regex(r"受注|手元|現預金|契約残|在庫|資産|損失|減損|引当")
"""パクソンは決算を発表した。コーエンCFOは、[手元資金]が52億ドルに減ったことを明らかにした: what only a firm holds or loses."""


def _state_of_chief(reading: Reading, chief: Subject) -> tuple[Subject, ...]:
    """イタリアのメローニ首相は、55億ユーロを拠出すると約束した: the land's money, not its premier's."""
    for land, person in pairwise(reading.names):
        if land.type != "country" or person.type != "person" or chief not in person.subjects:
            continue
        office = _PREMIER.search(person.text + reading.folded[person.end : person.end + 8])
        if office and reading.folded[land.end : person.start] == "の":
            return land.subjects[:1]
    return ()


_PREMIER = regex(r"(?:首相|大統領|国家主席|外相|財務相|経済相|国防相|国防長官|財務長官|外務大臣|財務大臣)")


def _house_in(reading: Reading, chief: Subject) -> tuple[Subject, ...]:
    """大沢千尋・アオバ社長は: the firm that stands within the name of its chief."""
    held = next((c for c in reading.names if chief in c.subjects), None)
    house = _HOUSE_OF.search(held.text) if held is not None else None
    if house is None:
        return ()
    named = next((s for s in reading.discourse.firms if house["firm"] in {s.text, s.name}), None)
    return (named or Subject(house["firm"], house["firm"], None, "company"),)


def _house_of_headline(reading: Reading, chief: Subject) -> tuple[Subject, ...]:
    """カガリ、水野CEOが初の書簡 手元資金37億円: of the firm that the headline begins with."""
    if reading.scene.sentence.role != "headline" or not reading.names or reading.names[0].type != "company":
        return ()
    held = next((c for c in reading.names if chief in c.subjects), None)
    office = held is not None and _OFFICE.search(held.text + reading.folded[held.end : held.end + 8])
    return reading.names[0].subjects[:1] if office and reading.names[0].start <= _FIRST else ()


_FOR_IT = regex(r"の(?:広報|報道|IR|販売)?(?:担当者?|責任者|担当副社長)(?:の|、)?[^、。はが「」]{2,20}氏[はが]")
"""アオバ商事の広報担当、マリア・ロペス氏は、工場に3億ドルを投じると述べた."""
_FOUNDER = regex(r"(?:\([^()]{1,20}\))?の?(?:共同)?(?:創業者|設立者|創業家)")
_FIRST = 3
_OFFICE = regex(r"CEO|CFO|COO|社長|会長|頭取|董事長|最高(?:経営|財務|執行)責任者")
_HOUSE_OF = regex(
    r"(?<=[一-鿿ぁ-ゖ])・(?P<firm>[^・]{2,20}?)(?:最高(?:経営|財務|執行|技術)責任者|CEO|CFO|COO|代表取締役|副?社長|副?会長|頭取)\Z"
)


def _town_of_chief(reading: Reading, chief: Subject) -> tuple[Subject, ...]:
    """岬市の白川市長は、給食費の補助に3億円を計上する考えを示した: the town's money, not its mayor's."""
    held = next((c for c in reading.names if chief in c.subjects), None)
    office = _GOVERNS.match(reading.folded, held.end - 2) if held is not None else None
    if held is None or office is None or not _SPENDS.search(reading.folded, office.end()):
        return ()
    own = _OF_TOWN.search(reading.folded, 0, held.start)
    if own is not None:
        return (Subject(own["name"], own["name"], None, "other"),)
    written = office["of"] or "県"
    return (reading.discourse.town or Subject(written, written, None, "other"),)


_GOVERNS = regex(r".{0,2}(?:(?P<of>[市町村区])長|知事)[はがも]")
_OF_TOWN = regex(r"(?:^|[、。 ])(?P<name>[一-鿿ぁ-ゖァ-ヺー]{1,6}[県市区町村都府])の$")
_SPENDS = regex(r"補助|助成|支給|給付|計上|盛り込|補正|予算|交付|拠出|無償化")
_OWN_MONEY = regex(
    r"保有する|所有する|年俸|報酬|給与|私財|個人|自宅|資産|脱税|横領|着服|罰金|保釈金|賠償|寄付|寄贈|収賄|賄賂|受け取|遺産|借金|懲役|追徴|不正|だまし|詐取"
)


def taxed(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """市たばこ税の税収は、昨年度は7億円だったが、今年度は14億円に増えた: of the tax, whatever firm the text speaks of."""
    match = _TAX.search(reading.folded, 0, value.start)
    if match is None and _TAKES_MORE.match(reading.folded, value.tail):
        match = _TAX_ITSELF.search(reading.folded, 0, value.start)  # 市たばこ税が15億円の増収となる
    if match is None or any(c.type == "country" and c.end >= match.start() for c in reading.names):
        return ()
    tax = next((p for p in phrases(reading.scene.sentence.text) if p.end == match.start("of")), None)
    return (Subject(tax.text, tax.text, None, "other"),) if tax is not None else ()


def bearing(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """町の負担は年1800万円に上る, 家計の負担は月3000円増える: who bears it, whatever firm the text speaks of."""
    match = _BORNE.search(reading.folded, max(0, value.start - 40), value.start)
    if match is None:
        return ()
    known = next((c for c in reading.names if c.end == match.start()), None)
    if known is not None and known.type == "country" and "関税" in match.group():
        return ()  # 米国の関税負担が1246億円の減益要因となり: whose tariffs they are
    found = (p for p in phrases(reading.scene.sentence.text) if p.end == match.start() and not is_nobody(p.text))
    who = known.subjects[:1] if known is not None else tuple(Subject(p.text, p.text, None, "other") for p in found)
    return () if who and who[0].text.startswith("同") else who


_BORNE = regex(
    r"の(?:実質(?:的な)?|追加|年間|費用|財政|自己|金銭|関税|利払い|税|保険料|医療費|電気代|燃料費)?負担額?(?:は|が)[^、。はが0-9]{0,10}(?:[0-9]{2,4}年度で)?$"
)


def paid_to(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """人事委員会は都職員の給与を0.31%引き下げるよう勧告した: of those who are paid, not of who decides; money is the firm's.

    国内の海藻関連新興への投資額は31億円だった: so are those into whom all put their money.
    """
    if "への" in reading.folded and (put := _PUT_INTO.search(reading.folded, 0, value.start)):
        written = reading.scene.sentence.text[slice(*put.span("who"))]
        return (Subject(written, put["who"], None, "group"),)
    if "新興" in reading.folded or "企業" in reading.folded or "スタートアップ" in reading.folded:
        taken = _TAKEN_IN.search(reading.folded, max(0, value.start - 100), value.start)
        if taken is not None and not _of_a_firm(reading, *taken.span("who")):
            written = reading.scene.sentence.text[slice(*taken.span("who"))]
            return (Subject(written, taken["who"], None, "group"),)
    match = _WAGES.search(reading.folded, max(0, value.start - 40), value.start)
    firm = reading.discourse.company is not None or any(c.type == "company" for c in reading.names)
    if value.mention.type != "percent" and (firm or value.mention.type != "money"):
        return ()
    earner = next((p for p in phrases(reading.scene.sentence.text) if match and p.end == match.start()), None)
    if earner is None or not earner.thing or not _STAFF.search(earner.text):
        return ()
    return (Subject(earner.text, earner.text, None, "other"),)


_PUT_INTO = regex(
    r"(?:^|[、。])(?P<who>(?:国内|世界|全世界|日本|米国|中国|欧州|アジア|業界)の[^、。はがもを0-9]{2,16})への(?:総)?(?:投資|融資|出資|資金供給|投融資)額(?:は|が|も)[^、。はが]{0,30}$"
)


def _of_a_firm(reading: Reading, start: int, end: int) -> bool:
    """カガリの新興企業への投資額, 同社のスタートアップへの投資額: the firm's own money."""
    named = any(c.type == "company" and start <= c.start < end for c in reading.names)
    return named or "社の" in reading.folded[start:end]


# AI分野のスタートアップによる資金調達額は, 昨年、欧州の新興企業が集めた資金は, この分野の新興企業に流れ込んだ資金は
_TAKEN_IN = regex(
    r"(?:^|[、。]|昨年|今年|去年|月期に|月に|年に|年の)(?P<who>(?!昨年|今年|去年|に|の)[^、。はがもを0-9]{0,14}(?<!同)(?:スタートアップ|新興企業|ベンチャー企業|AI企業|テック企業))"
    r"(?:による(?:総)?(?:資金調達|調達|投資)額?|の(?:総)?資金調達額?|への(?:総)?投資額?"
    r"|に(?:流れ込んだ|流入した|投じられた)(?:資金|投資)|が(?:調達した|集めた)(?:資金|金額|投資))(?:の?総額)?[はがも][^。はが]{0,40}$"
)
_STAFF = regex(
    r"(?:職員|社員|従業員|教員|教職員|公務員|議員|労働者|管理職|役員|選手|看護師|介護士|保育士|運転手|船員|組合員)$"
)
_WAGES = regex(
    r"の(?:平均)?(?:月例?給与?|給与|給料|賃金|報酬|期末手当|ボーナス|退職金|初任給|時給|年俸|年収)[をはがも](?:平均|一律)?(?:で)?"
    r"(?:(?:月額?|年額?|日額?|1人当たり|最大)?(?:約)?[0-9][0-9.,万億]{0,12}円から)?(?:月額?|年額?|日額?|1人当たり|最大)?(?:約)?$"
)
_TAX = regex(r"税(?P<of>の税?収(?:入|額)?[はがも])")
_TAX_ITSELF = regex(r"(?<![増減課納脱免関])税収?(?P<of>[はがも])(?![^、。]{0,8}(?:響|かさ|上が|下が|引き))")
_TAKES_MORE = regex(r"(?:余り|ほど|程度|超)?の[増減]収(?!要因|効果)")


def world_market(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """日産の社長は、世界の自動車販売台数が8000万台に戻ると述べた: the market's, unless the firm reports it (と発表した)."""
    folded = reading.folded
    counts = _BODY_TELLS.match(folded) is not None
    if measure.start < 0 or measure.start > value.start or ("発表" in folded[value.tail :] and not counts):
        return ()
    match = _MARKET_OF.search(folded, max(0, measure.start - 20), measure.start)
    foretold = any(
        c.type == "company" and c.end <= measure.start and tells_of_others(c.subjects[0].name) for c in reading.names
    )
    if match is None and (foretold or counts or _BODY_COUNTS.search(folded, 0, measure.start)):
        match = _GOODS_OF.search(folded, max(0, measure.start - 24), measure.start)
        if match is not None and (
            _PERIOD.search(match["market"])
            or any(c.type in {"company", "product"} and c.end == match.end("market") for c in reading.names)
        ):
            return ()  # 25年通年の世界出荷
    if match is None:
        return ()
    whole = next((p for p in phrases(reading.scene.sentence.text) if p.end == match.end("market")), None)
    goods = whole.text if whole is not None and len(whole.text) > len(match["market"]) else match["market"]
    return (Subject(goods, goods, None, "other"),)  # [折り畳み]スマートフォンの世界出荷台数


_MARKET_OF = regex(
    r"(?:^|(?<=[、。「年期月日度ぁ-ん])(?<!の))(?P<market>(?:全?世界|国内|全国|業界|日本|米国|中国|欧州|インド)(?:全体)?の"
    r"(?:自動車|新車|乗用車|スマートフォン|スマホ|パソコン|PC|テレビ|半導体|電気自動車|EV|新エネ車))(?:の)?(?:年間|月間|総)?$"
)


# 国税庁によると、清酒の国内出荷量は: what a body counts is all makers'
_BODY_COUNTS = regex(
    r"(?:庁|省|協会|連盟|工業会|連合会|協議会|業界団体|調査会社|研究所|総研|税関)(?:\([^()]{1,16}\))?(?:の(?:調査|統計|集計|まとめ|調べ|データ))?(?:によ(?:ると|れば|りますと)|では)、"
)
# 日本自動車輸入組合は、8月の輸入車の新車登録台数が2万台だったと発表した
_BODY_TELLS = regex(
    r"[\s\u3000]{0,2}(?:一方、?|また、?|なお、?)?(?:[0-9]{1,2}日、?)?[^、。はがも0-9]{2,24}(?:協会|連盟|工業会|連合会|協議会|業界団体|組合|懇話会)(?:\([^()]{1,16}\))?は(?:[0-9]{1,2}日)?、"
)
_PERIOD = regex(r"(?:[年月週]|期|年度|年間|月間|通算|累計)$")
_GOODS_OF = regex(
    r"(?:^|(?<=[、。「年期月日度ぁ-ん])(?<!の)|(?<=[年月日期度]の))(?P<market>(?:折り(?:畳み|たたみ)式?)?[一-鿿ァ-ヺーA-Za-z・]{2,14})の(?:国内|世界|全国|年間|月間|総|新車|小売り?|卸売り?)*$"
)


def per_head(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """訪日客の1人当たりの旅行支出は14万円: of those whom it counts by head, not of whom the text named last."""
    if (working := _WORKING.search(reading.folded, max(0, value.start - 70), value.start)) is not None:
        written = reading.scene.sentence.text[slice(*working.span("who"))]
        return (Subject(written, working["who"], None, "other"),)  # パートタイムで働く人は11万円で2.6%の増加だった
    head = _HEAD.search(reading.folded, 0, value.start)
    if head is None:
        return ()
    found = [
        p for p in phrases(reading.scene.sentence.text) if p.thing and p.end <= head.start() and p.particle[:1] == "の"
    ]
    opens = found[0] if found and not CLAUSE.search(reading.folded, found[0].end, head.start()) else None
    if opens is not None and "、" not in reading.folded[opens.end : head.start()]:
        return (Subject(opens.text, opens.text, None, "other"),)
    return ()


_WORKING = regex(
    r"(?P<who>(?:[一-鿿ァ-ヺー]{2,10}(?:で|として|に)(?:働く|勤める)(?:人|労働者)|(?:一般|パートタイム|フルタイム|非正規|有期|派遣)労働者)(?:たち)?)"
    r"(?:の(?:現金給与の?総額|月給|時給|給与|賃金|所定内給与|年収)[^、。はが0-9]{0,6})?(?:は|が|も)(?:[^、。はがも0-9]{0,10}(?:約)?[0-9][0-9.,万千]{0,10}円(?:余り|ほど)?(?:で|と)、?[^、。はがも0-9]{0,10})?(?:約|およそ)?$"
)
_HEAD = regex(
    r"1(?:人|時間|世帯)(?:当たり|あたり)の?[一-鿿ァ-ヺー]{2,14}(?:\([^()]{1,16}\))?(?:は|が|も)、?[^、。はがも0-9]{0,12}(?:[0-9.]{1,6}%[増減]の)?(?:約)?$"
)
