"""Who a figure belongs to: the names of a sentence with the part they play, lists of them, and whom an omission means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

import msgspec

from jijitsu.extract.lexicon import either, words
from jijitsu.extract.linking.entity.codes import BARE
from jijitsu.extract.linking.subject.judged import BACKDROP, CAUSE, KIN, TRADED, TRADED_IN, closes_cleft, is_judged
from jijitsu.extract.linking.subject.stakes import LEADS_ROUND, held_stake
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene
from jijitsu.schemas.claim import Subject
from jijitsu.schemas.mention import Entity, EntityType, Mention

NAME_TYPES = ("company", "organisation", "product", "index", "crypto", "currency", "commodity", "person", "country")

STRONG, POSSESSOR, WEAK = 3, 2, 1


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """One name, or a list of names that share a part in the sentence; offsets into the folded text."""

    start: int
    end: int
    subjects: tuple[Subject, ...]
    strength: int
    particle: str = ""
    text: str = ""

    @property
    def type(self) -> EntityType:
        """The type of the first of them."""
        return self.subjects[0].type


_BEHIND_NAME = regex(
    r"[」』]?(?:グループ|側|など|ら|社|自身|単体|本体|氏|夫妻|夫婦|(?:氏)?とその(?:家族|一族|妻|夫)|(?:国内|海外|事業)(?=[(はがも]))?"
    rf"(?:\([^()]{{0,30}}\)|<[\w.]{{1,10}}>|{BARE} ?)?[」』]?(?:など)?(?:(?<=[ァ-ヺー)A-Za-z]) (?=[はがの][^ぁ-ゖ ]))?(?P<particle>"
    r"株(?:式)?(?:の株価)?(?:は|が|も|、|$)|では|でも|には|にも|との|からの|"
    r"によると|によれば|によりますと|による|向け|製|は|が|も|の|と|、|を|に|へ|で|から|より|や|・| |$)?"
)
# アップル(4兆ドル)、アルファベット(3兆ドル): a figure in brackets is one name's own, a code is not.
_JOIN = regex(
    r"(?:\((?![^()]{0,12}[0-9](?:[兆億万]|%|ドル|円|ポイント|台|倍))[^()]{0,24}\)|<[\w.]{1,10}>"
    rf"|{BARE} ?)?"
    r"(?:、|と[米英独仏中韓伊印加豪蘭台]?|や|・|,|および|ならびに|、そして|と、|など、|や、)"
)
SOURCE = regex(
    r"(?:\([^()]{0,30}\))?(?:など)?(?:が|の)?(?:\d{1,2}日(?:に)?)?"
    r"(?:まとめた|集計した|調査した|推計した|試算した|調べ|推計|によると|によれば|によりますと|公表した|発表した[^、。]{0,14}(?:統計|調査)|(?!は)[^、。]{0,14}(?:によると|によれば|によりますと)"
    r"|(?:[^、。はがを]{0,6})?(?:集計|調査|試算|統計|まとめ|分析|データ|推定|予測)(?:では|で、|に基づ|をもと|を基)|[がは、][^。はが]{0,36}?(?:集計|調査|試算|分析|推計)(?:をし|を実施し|を行っ|し)た(?:ところ|結果))"
)
# 樹脂のカガリ化成と鋳物のアオバは…をそれぞれ22%減と40%減に; not 資本提携先の, where nobody says each.
_JOIN_KIND = regex(r"(?:\([^()0-9]{1,16}\))?(?:と|や|、)(?!の)[一-鿿ァ-ヶーA-Z]{1,10}(?:大手|メーカー)?の")
# 製薬大手のカガリと中堅のアオバは合併する: nor do two that do it together need each.
_EACH = regex(
    r"(?:は|が|も|の)[^。]{0,60}?(?:それぞれ|ともに|いずれも|そろって)"
    r"|(?:\([^()]{1,16}\))?[はが][^。]{0,60}?(?:合併|経営統合|提携|合弁|共同出資|共同で)(?!相手|先|会社の)"
)
# 京成電鉄、オリエンタルランド株を売却; 任天堂、スイッチ2販売100万台: a headline's topic, and what it tells of, are no list.
_TRADE = regex(r"[一-鿿ァ-ヺーA-Z]{2,10}")
# BYD、テスラ超え首位: whom the topic leaves behind
_OBJECT = regex(
    r"(?:株式?|事業|製)?[をにへ]|超え|越え|抜[きくい]|追い抜|上回|下し|逆転|買収|株の(?:約|およそ)?[0-9][0-9.]*[%割](?:超|余り|強|弱)?を"
)
_COMPOUND = regex(r"[一-鿿ァ-ヶA-Z]")
# 任天堂に至っては, 任天堂やキーエンスといった企業は
_AS_FOR = regex(
    r"(?:に(?:対して|至って|いたって|とって|ついて|関して)(?:は|も)|に(?:つき|関し)まして(?:は|も)?|の場合(?:は、?|、)|(?:といった|などの|をはじめとする)[^、。はがも0-9]{1,12}(?:は|が|も))"
)
_CONCERNED = regex(r"(?:巡|めぐ)って[はも]")
RATES = regex(
    r"目標(?:を|は)?[0-9]|としていた目標|「(?:買い|中立|強気|弱気|売り|アウトパフォーム|オーバーウエート|ニュートラル)」|目標株価|の(?:年末|株価)?目標を|目標価格|投資(?:判断|評価)|レーティング|格付けを|最上位に|を[^、。]{0,10}格[上下]げ|価格を[^。]{0,14}と(?:予想|予測|見込|みて|みる)"
)
# ノースゲートは目標株価を11ドルに引き下げた: whoever it is, the shares are another's.
SETS_TARGET = regex(
    r"[はがも]、?[^。はがも]{0,30}目標(?:株価|価格)を[^。]{0,40}?(?:引き?[上下]げ|据え?置|維持|設定|新規|とし|に見直)(?!られ)"
)
# 国土交通省が25日発表した着工戸数: a public body tells of others; 農水省が販売データをまとめたもので: so does one that gathers.
RELEASED = regex(
    r"(?:\([^()]{0,30}\))?(?:など)?(?:(?:が|の)(?:(?:\d{1,2}月)?\d{1,2}日(?:に)?|同日(?:に)?|この日|前日|同時に|先週|今月|このほど|併せて|あわせて)?(?:発表|公表)した|が[^、。0-9]{2,30}を(?:まとめ|集計し|調べ)た)"
)
_BODY = regex(
    r"(?:[^党]省|庁|統計局|協会|連合会|連盟|工業会|機構|研究所|研究センター|協議会|団体|総研|中央会|会議所|税関|事務局)$"
)
_COUNTS_OTHERS = regex(
    r"(?:\([^()]{1,16}\)|\))?は、?(?![^。]{0,40}(?:予算|概算要求|補助|基金|交付|拠出|投入|課徴金|融資|増税|減税|計上|盛り込))[^。]{0,60}?"
    r"(?:額|高|数|量|率|消費|支出|輸出|輸入|販売|生産|出荷|売上|売り上げ|収入|賃金|給与|残高|人口|価格)(?:は|が)[^。]{0,80}(?:と(?:の[^。]{0,12}を)?(?:発表|公表|明らかに|推計|試算|した(?:うえ|上)で|している|み[てる]|見て|予[想測]|見込)|との(?:調査|統計|集計|速報|推計|試算))"
    # 組合は、通年の見通しを当初の24万台から23万台に引き下げた
    r"|(?:\([^()]{1,16}\)|\))?は、?[^。、はが]{0,24}(?:見通し|予測|予想|見込み)を、?[^。はが]{0,40}(?:引き[上下]げ|据え置|[上下]方修正|修正し)"
)
# 米ボーイングが13日公表した25年の納入は: a firm that tells of itself; トヨタ自動車がまとめた5月の生産は too.
_OWN_RELEASE = regex(
    r"(?:\([^()]{0,30}\))?が(?:\d{1,2}月)?(?:\d{1,2}日)?(?:に)?(?:公表した(?![^、。]{0,14}(?:統計|調査|予想|予測|リポート|レポート|報告書|分析|推計|集計|ランキング))"
    r"|(?:に|、)?発表した(?=[^、。はが]{0,24}?(?:決算|業績))|まとめた(?=[^、。はが]{0,20}?(?:決算|業績|実績|販売|生産|納車|納入|納品|出荷|受注|売上高)))"
)
# それぞれ4.1%高、2.7%高: values in a row, each with its own direction; 22%減の31億円 is one of them.
_ROW = regex(r"(?:[高安増減]|の上昇|の下落)?(?P<next>、|と|,|や)|[増減高安]の")
_WORKS = regex(r"(?:製[作造油鉄]所|工業所|造船所|研究所|事業所)$")
_RATING = regex(
    r"(?:の[^、。]{1,20})?、(?:新規)?(?:「|投資判断|レーティング|格付け)|の(?:新たな|新しい|従来の)?(?:目標(?:株価|価格)?|投資判断|投資評価|レーティング)(?:は|も|が)"
)
ITEM_HEAD = regex(r"[ 　]?[■◆◇●▼▽△▲○◎★☆▶・][^。、――]{2,24}(?:、[^。、――]{2,24}){0,5}[>)](?:[―—─-]{1,2}|…{1,2}|:)")
"""・カガリ<1234>、ミナト<5678>――: an item's head."""
_TOTAL = regex(r"(?:合わせて|合計|合算|計\d?|(?:\d|[二三四五])社(?:の)?(?:合計|合算|で|が)|だけで)")


FUND_NAME = regex(
    r"ファンド|投信|投資信託|ETF|リート|REIT|上場|トラスト|連動|インデックス|ブル|ベア|オープン|eMAXIS|Slim|株式\(|NEXT FUNDS|iシェアーズ"
)
"""Of what is sold only funds have a price of their own on the exchange."""


@cache
def _brokers() -> re.Pattern[str]:
    return regex(either(words("trades")["brokers"]))


def is_broker(name: str) -> bool:
    """True for firms whose analysts rate others."""
    return _brokers().search(name) is not None


@cache
def _tellers() -> re.Pattern[str]:
    return regex(rf"{either(words('trades')['tellers'])}|^(?:米国?)?IDC")


@lru_cache(maxsize=4096)
def tells_of_others(name: str) -> bool:
    """True for a firm or body whose trade is to tell of others: カナリス, 信用調査会社の帝国データバンク."""
    return _tellers().search(name) is not None


def counts_others(name: str, folded: str, end: int) -> bool:
    """True for 観光庁 in 観光庁は、訪日外国人の消費額が2兆円だったと発表した: a body that counts what is not its own."""
    return _BODY.search(name) is not None and _COUNTS_OTHERS.match(folded, end) is not None


def candidates(
    scene: Scene, resolved: Sequence[tuple[Mention, Subject]], measures: Sequence[Measure]
) -> tuple[Candidate, ...]:
    """Return the names of the scene as candidates, lists joined, in order.

    `resolved`: the mentions that can be subjects, each with the subject it stands for (同社 already resolved).
    """
    folded, base = scene.sentence.folded, scene.sentence.start
    resolved = [
        r for r in resolved
        if not _A_FIGURE.fullmatch(folded, r[0].start - base, r[0].end - base)
        and not (r[1].type == "product" and _A_CLAUSE.search(folded, r[0].start - base, r[0].end - base))
    ]  # fmt: skip
    found: list[Candidate] = []
    pending: list[tuple[int, int, Subject]] = []
    for number, (mention, subject) in enumerate(resolved):
        start, end = mention.start - base, mention.end - base
        pending.append((start, end, subject))
        if number + 1 < len(resolved):
            following = resolved[number + 1]
            gap = folded[end : following[0].start - base]
            if subject.type == following[1].type == "company":
                gap = _unbracketed(gap)
            first = pending[0][0]
            lead = (
                scene.sentence.role in {"headline", "bullet"}
                and gap == "、"
                and (first <= 2 or _TRADE.fullmatch(folded, 0, first))
            )
            told = lead and (subject.type != following[1].type or _OBJECT.match(folded, following[0].end - base))
            brokers = is_broker(subject.name) or is_broker(following[1].name)
            rater = gap.endswith("、") and brokers and RATES.search(folded) is not None
            joined = _JOIN.fullmatch(gap) or (
                gap.endswith("の") and _JOIN_KIND.fullmatch(gap) and _EACH.search(folded, following[0].end - base)
            )
            if joined and _alike(subject, following[1]) and not told and not rater:
                continue
            # みなと投資顧問の藤枝香織氏は: the topic is the person.
            employs = gap == "の" and following[1].type == "person"
        else:
            employs = False
        last = found[-1] if found else None
        other = (
            last is not None
            and last.particle == "は"
            and last.type == "company"
            and last.strength >= STRONG
            and last.end + 1 == pending[0][0]
        )
        candidate = _candidate(pending, folded, scene.sentence.role, measures, other=other)
        found.append(
            msgspec.structs.replace(candidate, strength=min(candidate.strength, POSSESSOR)) if employs else candidate
        )
        pending = []
    return tuple(found)


def _unbracketed(gap: str) -> str:
    """What joins two firms, without the brackets that each stands in: 「岬商事」、「青井」が."""
    return gap[1:-1] or "、" if gap[:1] in {"」", "』"} and gap[-1:] in {"「", "『"} and len(gap) > 1 else gap


# 貿易収支は「1兆7583億円」の赤字だった: a figure in brackets is no title
_A_FIGURE = regex(
    r"(?:約|およそ)?[0-9][0-9.,・兆億万千百]{0,24}(?:円|銭|ドル|ユーロ|%|人|件|台|倍|ポイント)(?:余り|超|台)?"
)


_A_CLAUSE = regex(
    r"[ぁ-ゖ]、[^、。]{0,30}(?<=[ぁ-ゖ])$|[ぁ-ゖ一-鿿](?:(?<=[うくすつぬぶむる])ため|ので|ます|です|ました|ません|ている|てほしい|ください|だった|である|(?<=し)たい|(?<=[わさせられめけえべてか])ず)$"
)
"""「競馬に使うため」と横領, 部活「行わず」: what somebody said or does."""


def _alike(one: Subject, other: Subject) -> bool:
    kinds = (
        {"company", "product", "other", "group"},
        {"index"},
        {"crypto"},
        {"currency"},
        {"person"},
        {"commodity"},
        {"country"},
    )
    return one.type == other.type or any(one.type in kind and other.type in kind for kind in kinds)


def _candidate(
    items: list[tuple[int, int, Subject]], folded: str, role: str, measures: Sequence[Measure], *, other: bool
) -> Candidate:
    """`other`: the name right before is the topic."""
    start, end = items[0][0], items[-1][1]
    glossed = folded[start - 1 : start] == "(" and folded[end : end + 1] == ")"  # 総合株価指数(KOSPI)は
    match = _BEHIND_NAME.match(folded, end + glossed)
    particle = (match.group("particle") or "") if match else ""
    behind = match.end() if match else end
    ware = items[-1][2].type in {"company", "product"}
    as_for = ware and _AS_FOR.match(folded, end + (folded[end : end + 1] == "」"))
    if as_for or (particle == "を" and _CONCERNED.match(folded, behind)) or (ware and is_judged(folded, start, end)):
        particle = "は"  # 氷見信金を巡っては、
    strength = 0 if folded[start - 1 : start] == "対" else _strength(particle, behind, folded, role, measures, start)
    if other and particle == "の" and strength == STRONG and not _owns(behind, folded, measures):
        strength = POSSESSOR  # MetaはAMDのGPUを購入し: the topic is another
    if not particle and _OBJECT.match(folded, end):
        strength = min(strength, WEAK)  # オリエンタルランド株を売却
    if items[-1][2].type == "country" and not particle and _COMPOUND.match(folded, end):
        strength = 0  # 日本競馬史上初
    if items[-1][2].type == "country" and TRADED_IN.match(folded, end):
        strength = 0  # アヤメ電機株は米国の時間外取引で8%下げた
    if particle == "が" and LEADS_ROUND.match(folded, behind):
        strength = min(strength, WEAK)  # 岬キャピタルが率いるシリーズAで3億円を得た: another's round
    if (
        TRADED.match(folded, end)
        or CAUSE.match(folded, end)
        or (items[-1][2].type == "index" and BACKDROP.match(folded, end))
    ):
        strength = min(strength, WEAK)
    told = particle in {"は", "が", "、"} or (not particle and role == "body" and items[-1][2].type == "company")
    if strength == STRONG and told and tells_of_others(items[-1][2].name):
        strength = 0
    if particle in {"は", "が", "も", "では", "、"} and (
        SETS_TARGET.match(folded, end) or (RATES.search(folded) and is_broker(items[-1][2].name))
    ):
        strength = 0  # 大和証券が目標株価を2000円に引き上げた: of another
    if (_RATING.match(folded, end) or ITEM_HEAD.fullmatch(folded, 0, start)) and is_broker(items[-1][2].name):
        strength = (
            0  # ・カガリ<1234>――大和は5900円へ200円上げた; ■カガリ(1234) 岬証券、「買い」継続: whose rating it is
        )
    if folded.startswith("での", end) and _WORKS.search(folded, start, end):
        strength = min(strength, WEAK)  # スバルは群馬製作所での生産を減らす
    if items[-1][2].type == "company" and KIN.match(folded, end):
        strength = 0  # カガリ系のファンドから得た, カガリ出身の技術者
    if held_stake(folded, start, end):
        strength = 0  # 出資する岬食品などの評価損: what is held in another
    body = items[-1][2].type == "other"
    if body and particle == "は" and counts_others(items[-1][2].name, folded, end):
        strength = 0
    own = items[-1][2].type == "company" and not tells_of_others(items[-1][2].name) and _OWN_RELEASE.match(folded, end)
    if (SOURCE.match(folded, end) and not own) or (body and strength == STRONG and RELEASED.match(folded, end)):
        strength = 0
    return Candidate(
        start=start, end=end, subjects=tuple(item[2] for item in items), strength=strength, particle=particle,
        text=folded[start:end],
    )  # fmt: skip


# スカイマークの国内線は: what is owned is the topic.
OWN_TOPIC = regex(
    r"(?:[0-9]|[二三四五])社(?:で|は|が|も)|「[^「」]{1,20}」(?:は|も)|[^、。はがもをにでの「」]{1,14}(?:は|が|も)"
    r"|[^、。はがもを「」]{1,20}の(?:連結)?(?:実績|業績|決算|成績)(?:は|では)"
)


# 首位は韓国サムスン電子で, 上げたのはモネロで, 目を引くのが電池大手のカガリで
_IN_FOCUS = regex(
    r"(?:(?<=の)が|は)、?(?:[^、。はがも]{1,10}(?<!自身)(?<!自ら)(?<!自分)(?<!公式)の)?(?:[米英仏独韓中台伊豪加蘭印]|韓国|中国|台湾|米国|英国|ドイツ)?「?$"
)


# 首位は核融合炉を開発するヘリオスタで、263億円を集めた
_RANKS_FIRST = regex(r"(?:首位|トップ|[0-9]位|最多|最大|筆頭)[はが]、?(?:[^、。はがも「」]|「[^「」]{1,16}」){1,44}$")


def _strength(particle: str, behind: int, folded: str, role: str, measures: Sequence[Measure], start: int) -> int:
    if particle.startswith("株") or particle in {"は", "が", "も", "では", "でも"}:
        return STRONG
    if particle == "を" and _NUMBER.match(folded, behind):
        return STRONG  # 日経平均を190円押し下げた
    if particle == "の" and _IN_STEP.match(folded, behind):
        return POSSESSOR
    if particle in {"で", "の"} and (
        _IN_FOCUS.search(folded, max(0, start - 14), start) or _RANKS_FIRST.search(folded, max(0, start - 60), start)
    ):
        return STRONG  # 上げたのはモネロで, 首位はトヨタ自動車で, 最も多いのはA社の28億円
    if particle == "の" and _SWING.match(folded, behind):
        return STRONG  # ダウ平均の下げ幅870ドルのうち
    if particle == "の":
        return STRONG if _owns(behind, folded, measures) else POSSESSOR
    if particle in {"、", " ", ""}:
        if role == "headline" and not particle and start > 12 and _INSIDE.match(folded, start - 1):
            return WEAK  # イオン、ツルハを通じウエルシア統合効果
        # ホンダ、3%高: a headline's or a flash's topic has a comma for its particle.
        if closes_cleft(folded, start, behind):
            return STRONG  # 最も資産を増やしたのは、小売り大手のカガリを率いる山野氏だった。
        return STRONG if start <= 12 or role != "body" or re.match(r"\d", folded[behind : behind + 1]) else WEAK
    if particle in {"によると", "によれば", "によりますと", "向け", "製"}:
        return 0
    return WEAK


_INSIDE = regex(r"[ぁ-ゖ]")
# A社の2026年3月期の連結営業利益
_HELD = regex(r"[^、。はがもを]{0,14}|[^、。はがもをに]{0,60}")
_NUMBER = regex(r"(?:約|およそ)?[\d一二三四五六七八九]")
_SWING = regex(r"(?:下げ幅|上げ幅|上昇率|下落率|上昇幅|下落幅|騰落率|値[上下]がり率)")


def _owns(behind: int, folded: str, measures: Sequence[Measure]) -> bool:
    """True if what is said right behind の is a measure or the topic: A社の売上高, スカイマークの国内線は."""
    held = any(_HELD.fullmatch(folded, behind, m.start) for m in measures)
    return held or OWN_TOPIC.match(folded, behind) is not None


# 英政府は同社の投資に合わせ、3億ポンドを拠出する: what another acts upon.
_IN_STEP = regex(r"[^、。はがもを0-9]{1,12}(?:に(?:合わせ|伴|応じ|呼応)|を(?:受け|踏まえ|機に|後押し|支援))")


def total_of(candidate: Candidate) -> Subject:
    """The list as one subject, for a figure that is said of all of them together."""
    names = "と".join(subject.name for subject in candidate.subjects)
    return Subject(
        candidate.text,
        names if len(candidate.subjects) == 2 else "、".join(s.name for s in candidate.subjects),
        None,
        "group",
    )


def spread(candidate: Candidate, at: int, values: Sequence[Value], folded: str) -> tuple[Subject, ...]:
    """Return who of the list value number `at` belongs to: all, the one in its turn (それぞれ), or the list as one."""
    if len(candidate.subjects) == 1:
        return candidate.subjects
    value = values[at]
    between = folded[candidate.end : value.start]
    if _TOTAL.search(between) or _AS_ONE.match(between):
        return (total_of(candidate),)
    row, own = _row(at, values, folded)
    return (candidate.subjects[own],) if row == len(candidate.subjects) else candidate.subjects


def _row(at: int, values: Sequence[Value], folded: str) -> tuple[int, int]:
    """How many items stand in the row of value number `at`, and the place of its own: 22%減の31億円、40%減の8億円 are two."""
    items, own = 1, 0
    number = at
    while number and (link := _ROW.fullmatch(folded, values[number - 1].tail, values[number].start)):
        number -= 1
        items, own = items + bool(link["next"]), own + bool(link["next"])
    number = at
    while number + 1 < len(values) and (link := _ROW.fullmatch(folded, values[number].tail, values[number + 1].start)):
        number += 1
        items += bool(link["next"])
    return items, own


# 岬銀行と青井銀行が統合へ 総資産8兆円; not 両行が統合を協議するが、純利益はそれぞれ
_AS_ONE = regex(
    r"(?:が|は|、)?(?:[^。はがも0-9]|[0-9](?=[0-9年月日])){0,30}(?:合併|統合)(?:へ|[しすで]|を?(?:発表|決め|決定|合意)|、| )(?![^。]{0,40}(?:それぞれ|ともに|いずれも))"
)


def subject_of_mention(mention: Mention) -> Subject:
    """The subject that a name mention stands for."""
    entity = mention.value
    if isinstance(entity, Entity):
        return Subject(mention.text, entity.name, entity.id, entity.type)
    return Subject(mention.text, mention.text, None, "other")
