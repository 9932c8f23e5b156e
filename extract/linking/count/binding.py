"""Nouns that a count is bound to: glued in front (見物客4人), described behind (9頭の競走馬), or counted before (うち3人)."""

from __future__ import annotations

from collections.abc import Sequence

from jijitsu.extract.lexicon import words
from jijitsu.extract.linking.count.burnt import AREAS
from jijitsu.extract.linking.count.placing import place_of
from jijitsu.extract.linking.count.reach import (
    ACTS,
    EDGE,
    FIRM,
    HELD_UNITS,
    PERSONAL,
    Owners,
    described_by,
    tells,
    unit_of,
)
from jijitsu.extract.linking.count.rowing import ACTORS, SORTS, all_of_them, each_of, pair, row, row_start
from jijitsu.extract.linking.count.sight import Sight
from jijitsu.extract.linking.subject.nouns import Noun, is_attribute, is_event, is_held, is_measured, is_place
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

_GLUE = regex(
    r"[」』]?(?:\([^()]{0,30}\))?(?:ら|など|等|たち)*(?P<of>の(?:うち|中で)?(?:、|の)?|で、?(?=計|合計|合わせて|延べ))?・?"
    r"(?:計|合計|合わせて|およそ|延べ|約|少なくとも)*"
)
_RELATIVE = regex(
    r"[%減増安高倍]$|(?:減少|増加|上昇|低下|短縮|アップ|ダウン)$|(?:国内|国内外|海外|世界|全国|従来|足元|現在|現状|現行|直近|前年|想定|通常|平均|残り|合計|当初|過去|先|次|以下|以上|上記|上述|別|目標|同種|"
    r"[一二三四五六七八九十0-9]つ|発行済み|最後|最初|最新|主要|主力)$|並み$"
)
_REACHING = regex(
    r"(?:(?P<sized>(?:四方|角|大|収容)の|収容(?:可能な|できる))|の|から(?:なる|成る)|にも?(?:及ぶ|わたる|上る|達する|のぼる|およぶ)|にもなる|を(?:超える|超す|上回る)|(?P<grown>(?:に(?:まで)?|へと?)(?:増え|減っ|増加し|減少し|膨らん|膨れ上がっ|拡大し|縮小し|倍増し|半減し|達し|広がっ|落ち込ん)[ただ]|を(?:超え|上回っ|下回っ)た)|もの|もある|もあった|以上の|ほどの|余りの)"
)
_RELATIVE_VERB = regex(
    r"(?:[一-鿿々][たるうくすつむ]|[一-鿿ァ-ヺーと]する|[しっいきりけえげべめれせち](?:た|る)|いる|された|される|している|していた|んだ|ない|含む|含めた|った)$"
)
_HELD_BY = regex(
    r"を(?:保有|所有|出資|取得)(?:する|している|していた|した)(?!と)|を(?:持つ|握る|占める|抱える|持っている|占めている|占めた|抱えている)"
    r"|を(?:飼う|飼育する|育てる|作る|つくる|作付けする|耕す|耕作する|栽培する|営む|経営する|運営する|展開する|率いる|束ねる)(?=[一-鿿ァ-ヺA-Z「])"
)
_GOES_ROUND = regex(r"を(?:回る|巡る|めぐる|結ぶ|訪ねる)(?=[一-鿿ァ-ヺA-Z])")
"""全国12都市を回るツアー."""
# X社は株の10%を保有する筆頭株主だ: what the topic is.
_PREDICATE = regex(r"(?:だ|で(?!は)|である|と(?:な|し)|に(?:な|あた|当た|浮上)|。|$)")
_TAKES = regex(
    r"(?:だ|である|。|$)|弱?しか[^、。はが]{0,8}(?:ない|ません|なかった)|(?:未満|以下|以上|程度|ほど)(?:だ|で(?!は)|に(?:過ぎ|すぎ)|。|$)|(?:近く|以上|強|弱|超)?(?:を(?:占め|握|持|超え|上回|集め|獲得|得[たて])|に(?:上[るっり]|のぼ|達|及[びぶん]|とどま|すぎな|満たな))"
)
_PER = regex(r"(?P<one>1(?:人分|個|本|杯|枚|皿|食|台|人|世帯|件))(?:当たり|あたり)?は(?:約|およそ)?$")
_OF_PERSONS = regex(
    r"(?:人員(?:削減|整理)|(?<![一-鿿])(?:職|雇用|ポスト)|削減|解雇|採用|増員|募集|身元|行方|安否|消息|無事|身柄|氏名|名前|意見|供述|証言|話|死亡|生存|生死)$"
)
_DESCRIBED_UNITS = frozenset(
    {"人", "名", "社", "校", "団体", "世帯", "カ国", "か国", "ヶ国", "店", "家", "行", "自治体", "県"}
)
_WEATHER = regex(r"(?:雨|雪|風|揺れ|津波|波|積雪|降雪|雨量|降水|降水量|積乱雲|竜巻|気温|暑さ|寒さ|震度|地震)$")
_RECORDS = regex(r"の[^、。はがを]{0,8}(?:情報|データ|氏名|住所|署名|名簿|記録|資料|カルテ|遺骨|遺体)")
_LEAD = regex(r"(?:また|なお|さらに|一方|その後|現在|これらの|ただ|ただし|しかし|このほか|ほかに)")
_PARTS = frozenset({"人分", "日分", "年分", "カ月分", "回"})


def bound(sight: Sight) -> Owners:
    """The noun that the figure is glued to: 作業員6人, レイ・ユ容疑者ら3人, 9頭の競走馬, 労働力の12%."""
    value, folded = sight.value, sight.folded
    if them := each_of(sight) or all_of_them(sight):
        return them
    if value.amount.unit in PERSONAL | _PARTS:
        return _scored(sight) or _shared(sight)
    if _OF_THEM.search(folded, max(0, value.start - 3), value.start) and (
        unit_of(value) == "人" or _told_before(sight)
    ):
        return ()  # うち9人の便から, 23匹で、うち5匹の遺伝子を
    if sight.at and _AMONG.fullmatch(folded, sight.reading.values[sight.at - 1].tail, value.start) and (
        counted := sight.counted.get(unit_of(value))
    ):  # fmt: skip
        return counted  # マンション90棟のうち12棟の壁に
    if value.amount.unit in AREAS and sight.at and _JOINED.fullmatch(
        folded, sight.reading.values[sight.at - 1].tail, value.start
    ):  # fmt: skip
        return sight.counted.get("", ())  # 12棟、1400平方メートルが焼けた
    if folded[value.start - 1 : value.start] == "(":
        if described := described_by(sight.nouns, value.start, folded):
            return sight.owner(described)
        if sight.at and sight.reading.values[sight.at - 1].end == value.start - 1:
            return sight.counted.get("", ())  # 2棟(600平方メートル)
    if (tour := _GOES_ROUND.match(folded, value.tail)) is not None:
        round_them = next((n for n in sight.nouns if n.start == tour.end()), None)
        return sight.owner(round_them, glued=True) if round_them is not None else ()
    if _HELD_BY.match(folded, value.tail) and (holder := meant_behind(sight)):
        topic = next((n for n in reversed(sight.before) if n.particle in {"は", "が"}), None)
        told = topic is not None and _PREDICATE.match(folded, holder.end)
        return sight.owner(topic if told and topic is not None else holder)
    behind = meant_behind(sight)
    weather = behind is None or _WEATHER.search(behind.name)
    if sight.measured and weather and (place := place_of(sight)) is not None:
        return sight.owner(place)
    if behind and behind.name == "遅れ" and sight.at and (late := _late(sight)):
        return late
    last = sight.before[-1] if sight.before else None
    glue = _GLUE.fullmatch(folded, last.end, value.start) if last else None
    if last is None or glue is None or value.mention.type == "multiple" or _RELATIVE.search(last.text):
        return sight.owner(behind, glued=value.amount.unit == "件" and not behind.thing) if behind else ()
    staff = is_held(last) and behind and not glue["of"] and _BODY.search(behind.name)  # 従業員28人の部品メーカー
    if behind and (is_event(last) or is_attribute(last) or last.type == "person" or staff):
        return sight.owner(behind)
    if last.type == "person" and glue["of"]:
        alone = unit_of(value) != "人" and value.amount.unit not in ACTORS | _PARTS - {"回"}
        return last.subjects[:1] if alone else row(sight, last)
    among = unit_of(value) == "人" and "うち" in (glue["of"] or "")  # 客のうち9人の便
    if folded.startswith("など", last.end) and value.amount.unit in _REGIONS | _ROUTES:
        topic = next((n for n in sight.before if n.particle == "は" and not tells(n)), None)
        return sight.owner(topic) if topic is not None else (_kind(sight, last),)
    if value.amount.unit in {"店", "店舗"} and folded.startswith("」など", last.end) and (firm := sight.firm()):
        return firm  # 「フレア」など3店を新規出店した: the chain's
    such = value.amount.unit in _SUCH and folded.startswith(("など", "等"), last.end)
    if such and behind and not behind.subjects and value.amount.unit != "つ":
        return (sight.subject(behind),)  # 常務など7人の取締役
    if behind and (such or (glue["of"] and last.type not in FIRM and not among)):
        return sight.owner(behind)  # 大阪府と東京都の2組のカップル
    region = value.amount.unit in HELD_UNITS and is_place(last)  # アジアと豪州の7市場に投入する
    together = glue["of"] or glue[0].endswith(_TOGETHER)  # 運転手と乗客合わせて24人
    if together and not region and value.mention.type == "count" and (both := pair(sight, last) or row(sight, last)):
        return both
    there = (glue["of"] or "").startswith("で") and row_start(sight, last) is last and not pair(sight, last)
    if there and any(n.particle in {"が", "も"} and not tells(n) for n in sight.before):
        return ()  # 個体が沖縄県の海域で計7頭確認された
    if glue["of"] and value.amount.unit in SORTS and row_start(sight, last) is not last:
        return ()  # 海運、空運、鉄鋼の3業種: of none of them
    if value.amount.unit in HELD_UNITS and last.type not in FIRM:
        return sight.named() or sight.firm() or sight.owner(last)
    stands = _STANDS | frozenset(words("counted")["delivered"])
    goods = value.amount.unit in stands and not (is_measured(last) or is_held(last))  # 野球用具5点, 市民プール3カ所
    among = "うち" in (glue["of"] or "") and not is_held(last)  # 観測点のうち120地点
    owned = (
        (glue["of"] and not among)
        or (is_held(last) and not _acting(sight, last))
        or (is_attribute(last) and not (goods or among))
    )
    return sight.owner(last) if owned else sight.owner(last, glued=True)


_STANDS = frozenset({"カ所", "か所", "箇所", "基", "棟", "台", "面", "施設", "軒"})
"""Counters of what stands somewhere, be its noun a deed (案内表示20基)."""
_SUFFERS = regex(
    r"(?:が|は|も)[^、。はが]{0,16}(?:症状|体調|発熱|発症|感染|入院|陽性|腹痛|嘔吐|下痢)|の(?:感染|陽性|発症|死亡|入院)"
)
_TOGETHER = ("計", "合計", "合わせて")


def _told_before(sight: Sight) -> bool:
    """True where things of this unit were counted before in the sentence."""
    return any(unit_of(v) == unit_of(sight.value) for v in sight.reading.values[: sight.at])


def _late(sight: Sight) -> Owners:
    """普通列車1本に約2時間の遅れが出た: of the trains that were counted right in front."""
    earlier = sight.reading.values[sight.at - 1]
    return sight.counted.get(unit_of(earlier), ()) if sight.folded[earlier.tail : sight.value.start] == "に" else ()


def _kind(sight: Sight, last: Noun) -> Subject:
    """青葉県や海鳴県など18県: what they are of which some are named."""
    unit = sight.value.amount.unit
    return Subject(sight.reading.scene.sentence.text[last.start : sight.value.end], unit, None, "group")


_REGIONS = frozenset({
    "カ国", "か国", "ヶ国", "都府県", "府県", "都県", "都道府県", "道県", "県", "市", "市町", "市町村", "自治体", "省", "州",
})  # fmt: skip


_ROUTES = frozenset({"路線", "区間", "系統", "航路"})


def _acting(sight: Sight, staff: Noun) -> bool:
    """True for staff who do or suffer something themselves: 現場にいた職員5人, 従業員3人がけがをした, 課長ら職員3人."""
    if sight.value.amount.unit not in {"人", "名"} or staff.subjects or staff.name.endswith(_POSTS):
        return False
    told = staff.start and _CLAUSE_END.search(sight.folded, max(0, staff.start - 2), staff.start)
    owner = sight.possessor(staff) or sight.firm() or sight.named() or sight.there()
    told = told or _SUFFERS.match(sight.folded, sight.value.tail)  # 教職員4人が腹痛を訴えた
    return bool(sight.hurt or told or "ら" in staff.name or not owner)


_SUCH = frozenset({"つ", "人", "名", "社", "校", "団体", "店"})
_WEIGHTS = frozenset({"グラム", "g", "キロ", "キログラム", "kg", "トン", "t"})
_AMONG = regex(r"のうち、?(?:約|およそ)?")
_OF_THEM = regex(r"(?<!の)うち(?:約)?$")
_JOINED = regex(r"(?:、(?:約|およそ|合わせて|計|延べ)*|(?:計|合わせて|合計|延べ)(?:約|およそ)?)")
_BODY = regex(
    r"(?:企業|会社|メーカー|店|工場|銀行|団体|法人|業者|事業所|病院|旅館|ホテル|学校|農園|商社|工房|問屋|[社園館])$"
)
_POSTS = ("定員", "募集人員", "定数", "要員", "人手", "労働力", "雇用", "希望退職", "退職")
_CLAUSE_END = regex(r"[たるうくすつぬむ]$|ら$")


def _scored(sight: Sight) -> Owners:
    """久保選手(17試合、8勝5敗): whom the bracket describes."""
    described = described_by(sight.nouns, sight.value.start, sight.folded)
    return sight.owner(described) if described is not None and described.type == "person" else ()


def _shared(sight: Sight) -> Owners:
    """顧客約4万8000人分の個人情報: those whose parts are counted."""
    last = sight.before[-1] if sight.before else None
    if last is None or _RELATIVE.search(last.text) or not _RECORDS.match(sight.folded, sight.value.tail):
        return ()  # 作業員2.5人分の荷をさばく
    glue = _GLUE.fullmatch(sight.folded, last.end, sight.value.start)
    return sight.owner(last, glued=True) if glue and not glue["of"] else ()


def taker(sight: Sight) -> Owners:
    """Who takes a share of a whole: 「3連単」が売り上げの4割を占め, 空き家は住宅の1割に上る."""
    if top := _TOP.search(sight.folded, max(0, sight.value.start - 2), sight.value.tail + 1):
        who = sight.reading.scene.sentence.text[slice(*top.span())]
        return (Subject(who, who, None, "group"),)  # 上位5カ国は全体の6割を占める
    few = _TOP_FEW.search(sight.folded, max(0, sight.value.start - 24), sight.value.start)
    if few and sight.value.mention.type == "percent":
        who = sight.reading.scene.sentence.text[slice(*few.span("who"))]
        return (Subject(who, who, None, "group"),)  # 上位10社で全体の2割強を占め
    if sight.value.mention.type == "percent" and _HAS_SHARE.match(sight.folded, sight.value.tail) and not any(
        n.particle in ACTS for n in sight.before
    ):  # fmt: skip
        return sight.firm()  # 包丁の柄では国内の3割強のシェアを握る
    whole = sight.before[-1] if sight.before else None
    shares = sight.value.mention.type == "percent" and _TAKES.match(sight.folded, sight.value.tail)
    if sight.value.mention.type == "percent" and _AMOUNTS_TO.search(sight.folded, 0, sight.value.start) and (
        _OCCUPIES.match(sight.folded, sight.value.tail)
    ):  # fmt: skip
        found = [n for n in sight.before if n.particle in {"は", "が"}]
        return sight.owner(found[-1]) if found else ()  # 総合工事業が336件と、全体の半分弱に当たる45.9%を占めた
    aged = _AGED_WHOLE.search(sight.folded, max(0, sight.value.start - 16), sight.value.start) if shares else None
    if aged is not None and (them := [n for n in sight.before if n.particle in {"は", "が"} and n.end <= aged.start()]):
        return sight.owner(them[-1])  # 認知症の人は584万人となり、65歳以上の15%を占める
    if not shares or whole is None or whole.particle != "の" or whole.behind != sight.value.start:
        return ()
    taking = [n for n in sight.before[:-1] if n.particle in {"は", "が", "も", "で"}]
    return sight.owner(taking[-1]) if taking else ()


_AGED_WHOLE = regex(r"[0-9]{1,3}歳(?:以上|以下|未満)の(?:人の)?(?:約|およそ)?$")
_TOP = regex(r"上位[0-9]{1,3}(?:カ国|か国|ヶ国|社|行|県|大学)(?=[はがで])")
_AMOUNTS_TO = regex(r"に(?:当|あ)たる(?:約)?$")
_OCCUPIES = regex(r"(?:近く|以上|強|弱|超)?を占め")
_HAS_SHARE = regex(r"の(?:市場)?(?:シェア|占有率)を(?:握|持|占|誇|有)")
_TOP_FEW = regex(
    r"(?P<who>(?:上位|大手|主要)(?:の)?(?:[0-9]{1,3})(?:社|カ国|か国|ヶ国|行|銘柄|品目|人|県|大学|チーム))(?:だけ)?(?:で|が)(?:全体|市場|世界|国内)の(?:約)?$"
)


def meant_behind(sight: Sight) -> Noun | None:
    """The noun that the figure describes or is a share of: 9頭の競走馬, 9割の銘柄が, 36%を保有する新日鉄; 同社が持つ30枚の金貨."""
    value, folded = sight.value, sight.folded
    keeps = (n for n in sight.before if n.subjects and _KEEPS.fullmatch(folded, n.end, value.start))
    if (keeper := next(keeps, None)) is not None:
        return keeper
    if held := _HELD_BY.match(folded, value.tail):
        chain = _chain([n for n in sight.nouns if n.start >= held.end()])
        return next((n for n in chain if n.subjects), chain[-1] if chain else None)
    found = _behind(sight.nouns, value, folded) if value.mention.type != "multiple" else None
    if found is not None and value.mention.type == "percent" and (is_attribute(found) or found.particle not in ACTS):
        return None
    return found


_KEEPS = regex(r"が(?:保有する|保有している|所有する|運用する|運営する|展開する|抱える|持つ)(?:約|計)?")


def one(sight: Sight) -> Owners:
    """1人分は150キロカロリー: of one of them."""
    per = _PER.search(sight.folded, 0, sight.value.start)
    return (Subject(per["one"], per["one"], None, "other"),) if per else ()


def told(sight: Sight) -> Owners:
    """Those whom a clause describes and no noun names: 地下で作業していた6人."""
    value = sight.value
    earlier = sight.reading.values[sight.at - 1] if sight.at else None
    if (
        earlier is not None
        and earlier.amount.unit in _REGIONS
        and earlier.tail + 1 == value.start
        and sight.folded[earlier.tail] == "の"
    ):
        who = sight.reading.scene.sentence.text[earlier.start : value.end]  # 28府県の448人
        return (Subject(who, who, None, "group"),) if unit_of(value) == "人" else ()
    start = max((m.end() for m in EDGE.finditer(sight.folded, 0, value.start)), default=0)
    front = sight.folded[start : value.start]
    if (
        value.amount.unit not in _DESCRIBED_UNITS
        or len(front) < 4
        or not _RELATIVE_VERB.search(front)
        or _SET.search(front)
    ):
        return ()
    if _SHARE_OF.search(front):
        return ()  # 人口の半数を超える2500万人
    if front.startswith(("うち", "このうち", "そのうち")):
        return sight.last()
    if lead := _LEAD.match(front):
        start += lead.end()
    if sight.hurt and front.endswith("を含む") and (hurt := sight.befallen() or sight.casualties()):
        return hurt  # 容疑者1人を含む16人が死亡した
    who = sight.reading.scene.sentence.text[start : value.end].lstrip("のをにがはでと")
    return (Subject(who, who, None, "group"),)


def _behind(nouns: Sequence[Noun], value: Value, folded: str) -> Noun | None:
    """9頭の競走馬, 3.2ミリの新種の巻貝: the head of what the figure describes."""
    match = _REACHING.match(folded, value.tail)
    if match and match["grown"] and _OWN_SUBJECT.search(folded, max(0, value.start - 4), value.start):
        return None  # 死者が50人に達した地震
    apart = 0 if match and match["grown"] else 1  # 15万件を超えたと指摘する
    found = next((n for n in nouns if match and n.start in {match.end(), match.end() + apart}), None)
    if (
        match
        and found is not None
        and not (match["sized"] or match["grown"])  # 10センチ角の金属片, 5万人収容の球場を建てる
        and match.group() not in {"の", "もの", "からなる", "から成る"}
        and found.particle == "を"
    ):
        return None  # 3万平方メートルに及ぶ張り替えを行う
    if found is not None and folded.startswith("な", found.end):
        start = found.end + 1
        found = next((n for n in nouns if n.start == start), found)  # 98ミリの猛烈な雨
    first = found
    counter = _COUNTED_BY.get(unit_of(value))
    while found is not None and found.particle == "の":
        following = next((n for n in nouns if found is not None and n.start == found.behind), None)
        if counter and counter.search(found.name) and not (following and _KIN.search(following.name)):
            break  # 9人の患者の血液, but 18人の犠牲者の遺族
        if following is None or following.subjects:
            break
        found = following
    if found is not None and (found.bare or (unit_of(value) == "人" and _OF_PERSONS.search(found.name))):
        return None  # 3000人の人員削減, 3646人もの人が, 2人の行方が: who they are stands elsewhere
    able = found is not None and (found.thing or found.subjects or is_event(found) or value.amount.unit in {"件", "通"})
    able = able or (found is not None and value.mention.type == "percent" and found.name in STANCES)
    able = able or (found is not None and value.amount.unit in words("counted")["measured"] and found.particle in ACTS)
    if not able and first is not found and first is not None and first.thing and value.amount.unit in _WEIGHTS:
        return first  # 1100グラムの男児の手術
    if able and found is not None and is_attribute(found) and (having := _HAVING_IT.match(folded, found.end)):
        return next((n for n in nouns if n.start == having.end()), found)  # 2万kWの発電能力を持つ発電所
    return found if able else None  # 100件の問い合わせ


_OWN_SUBJECT = regex(r"[がも](?:約|計|既に)?$")
_COUNTED_BY = {
    "人": regex(r"(?:者|員|人|客|民|男|女|性|徒|師|手|生|兵|士|官|子供|子ども|ら|メンバー|スタッフ)$"),
    "社": regex(r"(?:企業|会社|メーカー|業者|社|銀行)$"),
    "店": regex(r"店$"),
    "校": regex(r"(?:校|大学)$"),
    "カ国": regex(r"国$"),
    "団体": regex(r"団体$"),
}
"""200社の企業のAI導入, 9人の患者の血液: what the counter counts is nearest."""
_KIN = regex(r"(?:遺族|家族|親族|保護者|両親)$")
_SHARE_OF = regex(
    r"の(?:約|実に|ほぼ)?(?:過半数?|半数?|大半|多く|[0-9.]{1,4}[割%])(?:近く|強|以上|余り)?(?:を(?:超え|占め|上回)る|に(?:上|当た|あた|相当す)る)$"
)
_SET = regex(
    r"(?:公表|発表|計画|予定|想定|決定|提示)(?:した|していた|された|されていた|済みの)$|(?:決めた|決めていた|見込んだ|見込んでいた)$"
)
"""すでに公表した9000人に加え: a number that was told; nobody is described."""
_HAVING_IT = regex(r"(?:を(?:持つ|持った|備えた|備える|有する|誇る)|(?:が|の)ある)(?=[^ぁ-ゖ])")
STANCES = frozenset({"賛成", "反対", "支持", "回答"})


def _chain(nouns: Sequence[Noun]) -> list[Noun]:
    """第2位株主の塩野義製薬: nouns joined by の."""
    found: list[Noun] = []
    for noun in nouns:
        if found and found[-1].particle != "の":
            break
        found.append(noun)
    return found
