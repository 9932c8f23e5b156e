"""Names that no registry knows, introduced by the article itself: ヒノデ食品, オーロラ・データ, 日本竹製品連合会(竹連).

Takes a name where the text shows that it is one: a company's ending (X精機, Xホールディングス), signs that together are
enough (signs.py), a body's ending (X協会, X機構), a short form in brackets. Later occurrences count wherever they stand.
Leaves common nouns (ネット証券, ハイテク株), places, and persons (X氏). Every pattern looks at a bounded stretch, so the
time is linear.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import chain

from ahocorasick_rs import AhoCorasick

from jijitsu.extract.lexicon import either, words
from jijitsu.extract.linking.entity.borders import LANDS, script
from jijitsu.extract.linking.entity.endings import (
    OFFICE,
    RUN,
    bodies_ending,
    endings,
    names_ending,
    without_deed,
    without_lead,
    without_verdict,
)
from jijitsu.extract.linking.entity.letters import DONE_BY, alone, borne_by, is_unread
from jijitsu.extract.linking.entity.shortening import company_endings, short_forms
from jijitsu.extract.linking.entity.signs import BESIDE, Sign, is_somebody, signs, support
from jijitsu.extract.linking.entity.slots import slot_names, speaks_of_firms
from jijitsu.extract.linking.entity.standing import OF_FIRMS, SURE, standing
from jijitsu.extract.linking.entity.tables import Form
from jijitsu.extract.linking.entity.wordhood import NEVER, body_points, fits_body, may_be_registered, needed
from jijitsu.extract.morphology import tokens
from jijitsu.extract.regex import regex
from jijitsu.extract.words.anchors import Anchored
from jijitsu.schemas.mention import Entity, EntityType

_PERSON = regex(
    r"(?:[A-Z]{3}|最高[一-鿿]{2,5}者|会長|社長|社長兼CEO|首席[一-鿿]+|取締役|専務|常務)?前?元?副?(?:氏|さん|容疑者|被告|選手|首相|党首|知事|大統領|議員|監督|ちゃん|くん|君|夫妻|夫人|投手|教授|博士|長官|国務|記者)"
)


# FC雲仙, 浜名湖FC: a club by its place; FC加盟店 (franchise) is none.
_CLUB = regex(
    r"(?<![A-Za-z0-9])(?P<name>(?:FC|SC)(?P<home>[一-鿿]{2,4}|[ァ-ヺー]{3,8})(?![ァ-ヺー一-鿿])"
    r"|(?<![ァ-ヺー一-鿿])(?P<base>[一-鿿]{2,4}|[ァ-ヺー]{3,8})(?:FC|SC)(?![A-Za-z0-9ァ-ヺー一-鿿]))"
)
_CLUBS = Anchored(_CLUB, regex("[FS]C"))
# サッカーJ2のサンライズ氷見, Bリーグ1部の氷見ハーバーズ: whatever stands behind a league.
_LEAGUE = regex(
    rf"(?:(?:(?<![A-Za-z0-9])[JBV][1-3]|[BJV]リーグ|WEリーグ|リーグワン)(?:[0-9一二三]部)?[の・]|(?<![A-Za-z0-9])[JB][1-3](?=[一-鿿ァ-ヺ]))"
    rf"(?P<name>(?:{RUN}|・){{2,16}})(?=[はがもをにとのへで、(])"
)
_HOMES = ("固有名詞-地名-一般", "固有名詞-人名-姓")  # 鳥羽 is a family too
_NO_CLUB = regex(
    r"(?:クラブ|チーム|本拠地|昇格|優勝|開幕|試合|規約|理事|監督|選手|王者|首位|各社|日程|順位|平均|基準|降格|残留|復帰|制覇|参入|所属|[0-9最終]節|得点王|全体|加盟|リーグ)$|^(?:クラブ|チーム|理事|開幕|各)"
)
_OF_SHARES = regex(r"株|東証|[0-9]%[高安]|値[上下]がり|[上昇下落騰]率")
_WALL_STREET = regex(r"S&P|ダウ|ナスダック|米国?株|ニューヨーク株")
_TITLE = regex(r"(?:最高[一-鿿]{2,5}者|CEO|CFO|COO|CTO|会長|社長|取締役|専務|常務|副社長|代表)")
_HEAD = regex(
    r"[一-鿿]{2,3}(?=重工|製薬|製作所|電機|電気|化学|食品|精機|自動車|建設|商事|証券|銀行|鉄道|電鉄|製菓|製鋼|不動産)"
)
_BRACKET = (
    r"[(=](?:以下、?|通称・?|略称・?|略称は)?「?(?P<short>[A-Z][A-Za-z&-]{1,9}|[ァ-ヺー一-鿿々]{2,12})」?(?:[)、]|と)"
)
_SHORT = Anchored(regex(rf"(?P<full>{RUN}{{2,30}}){_BRACKET}"), regex(_BRACKET))


_TYPES: dict[str, EntityType] = {"company": "company", "body": "other", "index": "index", "coin": "crypto"}
# 独自トークンのKGRは5%安, KGRトークン: what bears capitals behind or before the word; トークンのNFT is a kind
_TOKEN = regex(
    r"(?:トークン|コイン|暗号資産|仮想通貨)「(?P<quoted>[^「」()0-9]{2,16})(?:\([A-Z]{2,6}\))?」(?=[はがもの、)])"
    r"|(?:トークン|コイン)(?:の|「)(?P<name>[A-Z]{3,6})(?=」?[はがも、(])|(?<![A-Za-z0-9])(?P<other>[A-Z]{3,6})トークン(?=[はがもの、(])"
)
_TOKEN_KINDS = frozenset({"NFT", "ICO", "IEO", "IDO", "ETF", "DEX", "DAO", "TVL", "SNS", "STO", "LLM", "API"})
# 株価指数メルバルは13%下落した
_INDEX = regex(
    r"(?:株価|株式|代表的な|主要)指数(?:の|である|、)?「?(?P<name>[ァ-ヺー・]{3,16}(?:[0-9]{2,4})?|[A-Z][A-Za-z]{2,12}(?:[0-9]{2,4})?)」?(?=[はがも、(])"
)


# インド子会社のエスコーツ・クボタは: a house of its own, though the second half is its owner's name
_HELD = regex(
    r"(?:子会社|孫会社|合弁会社|現地法人|関連会社|持ち分法適用会社|持分法適用会社|傘下)の(?P<name>[ァ-ヺー]{2,}(?:・[ァ-ヺー]{2,}){1,3})(?=[はがもをにのと、。(])"
)
# S&P北米ソフトウエア指数は15%下げた: whose index says enough, as long as it moves
_PROVIDED = regex(
    r"(?<![A-Za-zァ-ヺー一-鿿])(?P<name>(?:S&P|MSCI|FTSE|ブルームバーグ|STOXX|ストックス|ラッセル|KBW|NYSE|JPX|フィラデルフィア)[A-Za-z0-9一-鿿ァ-ヺー・]{1,20}指数)"
    r"(?=[はがも、(]|の(?:下落|上昇|騰落|年初))"
)

# ブダペスト証券取引所のBUX指数は0.3%安: where it is reckoned, or that it moved as shares do
_LETTERED = regex(
    r"(?:(?:取引所|証取|株式市場|指標|ベンチマーク)の|(?<![A-Za-zァ-ヺー一-鿿&]))(?P<name>(?<![A-Za-z])[A-Z][A-Za-z]{1,7}[0-9]{0,4}(?:総合|全株)?(?:株価)?指数)"
    r"(?=(?:[はがも]|\([^()]{1,12}\)は?)(?:、|前[日週]末?比)?[0-9.,]{1,9}(?:%|ポイント)の?(?:[高安]|下落|上昇|下げ|上げ))"
)

# JAふらのは420トンを出荷した, JAふくしま未来によると: kana in which no word begins or ends
_COOPS = regex(
    r"(?<![A-Za-z])(?P<name>JA(?!には|では|とは|にも|での|との|への|から|など)(?:(?!によ|では|から|など|だけ)[ぁ-ん]){2,6}[一-鿿]{0,3})(?=[はがもをにのでとや、。(「]|など|から)"
)
_KANJI_ONLY = regex(r"[一-鿿]{1,10}")


def introductions(folded: str, known: Callable[[str], Form | None]) -> dict[str, Form]:
    """Return the forms that the article adds. `known` tells what the registry holds under a form."""
    found: dict[str, Entity] = {}
    for name, kind in _candidates(folded):
        if name.endswith("カード") and _is_used(folded, name):
            continue
        if name not in found and not _known_tail(name, known) and (kind != "company" or not _is_person(folded, name)):
            failed = kind == "body" and _failed(folded, name)
            found[name] = Entity(name, "company" if failed else _TYPES[kind])
    forms = {name: Form(entity) for name, entity in found.items()}
    for name, full in _cut(found):
        forms[name] = forms[full]
    for name in sorted(found, key=lambda name: not name.endswith(_WHOLE_HOUSE)):
        if (head := name.split("・")[0]) != name and forms.get(head) == Form(Entity(head, "company")):
            forms[head] = forms[name]  # バジャイラ in the headline, バジャイラ・オート below
    for full, short in _abbreviations(folded):
        entity = _of_pair(full, short, forms, known)
        if entity:
            forms[full], forms[short] = Form(entity), Form(entity)
    for name in _family(folded, found):
        if name not in forms and known(name) is None:
            forms[name] = Form(Entity(name, "company"))
    linked = forms.keys() - found.keys()
    for name, short in short_forms(folded, {name: entity.type for name, entity in found.items()}, known):
        if short not in linked:
            forms[short] = Form(forms[name].entity)
            linked.add(short)
    return forms


def _cut(found: Mapping[str, Entity]) -> Iterator[tuple[str, str]]:
    """(name, full) for a firm that bears the one other name with an ending besides: ひばり急行, ひばり急行電鉄 below."""
    for name, entity in found.items():
        longer = [full for full in found if full != name and full.startswith(name)]
        if entity.type == "company" and len(longer) == 1 and longer[0][len(name) :] in company_endings():
            yield name, longer[0]


_WHOLE_HOUSE = ("グループ", "ホールディングス", "HD", "コーポレーション")
"""カガリ in the headline is カガリ・グループ, where カガリ・リテール is told of too."""


def _own_name(name: str) -> bool:
    """True if it begins with a proper noun, and is no person in full and no office: 宮坂旅館, not 温泉旅館, not 直売所."""
    seen = tokens(name)
    class_word = len(seen) == 1 and _KANJI_ONLY.fullmatch(name)  # the dictionary calls 直売所 a proper noun
    proper = not class_word and (seen[0].oov or seen[0].detail.startswith("固有名詞"))
    person = len(seen) > 1 and all("人名" in word.detail for word in seen)
    return proper and not person and not OFFICE.search(name) and name not in endings().stop


def _failed(folded: str, name: str) -> bool:
    """True for a house that goes bankrupt or has turnover, and so is a firm: 宮坂旅館が破産手続きを開始した."""
    at = folded.find(name)
    while at >= 0:
        if _RUNS_A_BUSINESS.match(folded, at + len(name)):
            return not name.endswith(_PUBLIC)
        at = folded.find(name, at + 1)
    return False


def _is_used(folded: str, name: str) -> bool:
    """True for a card that people buy and use: みなとスルーカードの発売を終える; not みなとカードの会員, which a firm has."""
    at = folded.find(name)
    while at >= 0:
        if _USED.match(folded, at + len(name)):
            return True
        at = folded.find(name, at + 1)
    return False


_USED = regex(
    r"」?(?:の(?:発売|販売|払い?戻し|券面|使用|利用者|利用が|利用は)|(?:を|は|が)(?:使[いうえっ]|発売|販売し|払い戻))"
)


_TURNS = ("このうち", "そのうち", "うち", "一方")
_PUBLIC = (
    "協会", "連盟", "連合会", "組合", "財団", "機構", "委員会", "大学", "学園", "病院", "市", "町", "村", "県", "省", "庁", "局", "署", "地裁",
)  # fmt: skip
_RUNS_A_BUSINESS = regex(
    r"(?:\([^()]{1,30}\))?(?:[はがも][^。\n]{0,60}?(?:民事再生|会社更生|経営破綻|自己破産|破産を申|破産手続|特別清算|任意整理|債務超過に)|の負債総額)"
)


def _known_tail(name: str, known: Callable[[str], Form | None]) -> bool:
    """True if the registry holds the name, or its end: 福岡ソフトバンク, 韓国LG電子 say nothing new."""
    for at in range(len(name) - 1):
        form = known(name[at:])
        if not form or not form.entity:
            continue
        parted = at and (script(name[at]) != script(name[at - 1]) or len(name) - at > 3 or name[:at] in LANDS)
        if at == 0 or (form.guard == "sure" and parted):
            return True
    return False


def _candidates(folded: str) -> Iterator[tuple[str, str]]:
    """(name, company or body) for each name that enough speaks for."""
    weighed: dict[str, dict[str, int]] = {}
    for match in names_ending(folded):
        name = without_lead(_without_particle(folded, match))
        name = without_deed(name) if name else None
        points = body_points(name) if name else 0
        if name and points == 2:
            yield name, "company"
        elif name and points:
            weighed.setdefault(name, {})["ending"] = 1
    for match in bodies_ending(folded):
        name = without_lead(match["name"])
        name = without_verdict(name) if name else None
        if name and fits_body(name):
            yield name, "body"
    for match in _CLUBS.finditer(folded):
        if all(word.detail.startswith(_HOMES) for word in tokens(match["home"] or match["base"])):
            yield match["name"], "body"
    for match in _LEAGUE.finditer(folded) if "リーグ" in folded or "J" in folded else ():
        if not _NO_CLUB.search(match["name"]):
            yield match["name"], "body"
    for match in _COOPS.finditer(folded) if "JA" in folded else ():
        yield match["name"], "company"
    for sign in chain(signs(folded), _standing(folded)):
        name = without_lead(sign.name)
        if name is None and sign.name.startswith(_TURNS):
            continue  # このうち郵船は: 郵船 is too short to be told from a word
        labels = weighed.setdefault(name or sign.name, {})
        labels[sign.label] = max(labels.get(sign.label, 0), sign.points)
    for name in alone(folded) if speaks_of_firms(folded) else ():
        weighed.setdefault(name, {})
    of_indices = (_INDEX, _PROVIDED, _LETTERED) if "指数" in folded else ()
    for match in chain.from_iterable(pattern.finditer(folded) for pattern in of_indices):
        yield match["name"], "index"
    for match in _TOKEN.finditer(folded) if "トークン" in folded or "コイン" in folded or "通貨「" in folded else ():
        if (name := match["quoted"] or match["name"] or match["other"]) not in _TOKEN_KINDS:
            yield name, "coin"
    for match in _HELD.finditer(folded) if "・" in folded else ():
        yield match["name"], "company"
    if ("業種別" in folded and _OF_SHARES.search(folded)) or "33業種" in folded:
        yield from ((name, "index") for name in words("introductions")["sectors"] if name in folded)
        yield from ((match["name"], "index") for match in _sector_short().finditer(folded))
    if ("セクター" in folded or "業種別" in folded) and _WALL_STREET.search(folded):
        yield from ((match["name"], "index") for match in _sector_abroad().finditer(folded))
    for name in chain(_weighed(folded, weighed), slot_names(folded)):
        yield name, "company"


@cache
def _sector_short() -> re.Pattern[str]:
    """銀行(3.2%安)、証券(2.9%安): a sector as flashes shorten it, with its move."""
    return regex(
        rf"(?<![ァ-ヺー一-鿿])(?P<name>{either(words('introductions')['sectors_short'])})(?=株?\([0-9.]{{1,5}}%[高安]\))"
    )


@cache
def _sector_abroad() -> re.Pattern[str]:
    """一般消費財が1.9%安, エネルギー株は0.8%上げた: a sector of American shares that moved."""
    names = either(words("introductions")["sectors_abroad"])
    return regex(
        rf"(?<![ァ-ヺー一-鿿])(?P<name>{names})(?:株|セクター)?[はがも][^。、はがも0-9]{{0,8}}[0-9.]{{1,5}}%[^。、]{{0,3}}[高安上下続反]"
    )


def _without_particle(folded: str, match: re.Match[str]) -> str:
    """エヌテックスと[つばき食品]: the と joins it to the name before."""
    name, at = match["name"], match.start("name")
    joined = name[0] in "とやも" and at > 0 and script(folded[at - 1]) in ("katakana", "kanji", "latin")
    return name[1:] if joined and len(name) > 4 and script(name[2]) == "hiragana" else name


def _ends_so(name: str) -> bool:
    """True for 白根銀行, つばき食品: a firm's ending and a name of its own before it; not 地元商店."""
    if endings().company.fullmatch(name) is None:
        return False
    points = body_points(name)
    own = not _KANJI_ONLY.fullmatch(name) or tokens(name)[0].detail.startswith("固有名詞")
    return points > 1 or (points == 1 and own)


def _standing(folded: str) -> Iterator[Sign]:
    """What the places of words say that may be names: 地元商店 sells and リンゴ gets dearer, too."""
    for sign in standing(folded):
        person = borne_by(sign.name) == "person"
        common = len(tokens(sign.name)) == 1 and needed(sign.name) > 3 and not person
        if sign.label == "listed" and sign.points < 4 and common:
            continue  # リンゴは1.2%高
        if (
            sign.points == SURE
            or sign.label == "released"
            or not _KANJI_ONLY.fullmatch(sign.name)
            or needed(sign.name) < 4
            or person
            or _ends_so(sign.name)
        ):
            yield sign


def _weighed(folded: str, weighed: dict[str, dict[str, int]]) -> Iterator[str]:
    """The words with as much evidence as they need, what the words around every one of their places add counted in."""
    want = {name: 2 if "ending" in labels else needed(name) for name, labels in weighed.items()}
    # 国連, 東旭: the dictionary has the word, and nothing but its place speaks for a firm
    want |= {name: max(3, want[name]) for name, labels in weighed.items() if not labels and not is_unread(name)}
    # つばき食品 behind 英, たる or と: there the ending is no evidence yet, but it makes the word a name's.
    want |= {
        name: 2 for name in weighed if want[name] > 3 and not OF_FIRMS.isdisjoint(weighed[name]) and _ends_so(name)
    }
    # X(港区) may be a house or a station: something else must speak for a firm.
    want |= {name: max(2, want[name]) for name, labels in weighed.items() if set(labels) == {"placed"}}
    want |= {name: 2 for name, labels in weighed.items() if "called" in labels}
    # 食品卸「味の里」: the brackets hold a name, whatever its words.
    want |= {name: min(2, want[name]) for name, labels in weighed.items() if "quoted" in labels and want[name] < NEVER}
    want |= {name: 4 for name, labels in weighed.items() if "legal" in labels and may_be_registered(name)}
    # 旅館を経営する宮坂旅館が破産手続きを開始した: whatever its words
    want |= {
        name: 4 for name, labels in weighed.items() if "trade" in labels and want[name] >= NEVER and _own_name(name)
    }
    # 高仙株は3%高, ハミングは1.5%高の31ドル: a person's name or a place's where only a firm stands
    for name in weighed:
        if want[name] > 3 and (bearer := borne_by(name)):
            want[name] = 3
            weighed[name] = {k: v for k, v in weighed[name].items() if k not in DONE_BY[bearer]}
    short = [name for name, labels in weighed.items() if sum(labels.values()) < want[name] < NEVER]
    if short:
        for number, start, end in AhoCorasick(short).find_matches_as_indexes(folded, overlapping=True):
            for label, points in support(folded, start, end):
                labels = weighed[short[number]]
                if want[short[number]] == 3 and label in DONE_BY[borne_by(short[number])]:
                    continue
                if label not in BESIDE or not labels.keys().isdisjoint(BESIDE[label]):
                    labels.setdefault(label, points)
    for name, labels in weighed.items():
        if sum(labels.values()) >= want[name]:
            yield name


def _is_person(folded: str, name: str) -> bool:
    """True if the article treats the name as a person's: X氏, X容疑者, X最高経営責任者氏."""
    at = folded.find(name)
    # ジョン・ドウCEO is a person, アオバ・エナジー社長 an office in a firm.
    titled = "・" in name and not endings().company.fullmatch(name)
    while at >= 0:
        end = at + len(name)
        if titled and _TITLE.match(folded, end):
            return True
        if _PERSON.match(folded, end) or is_somebody(folded, at):
            return True
        at = folded.find(name, end)
    return False


def _abbreviations(folded: str) -> Iterator[tuple[str, str]]:
    """(full, short) of each name with a short form in brackets behind it."""
    for match in _SHORT.finditer(folded):
        full, short = without_lead(match["full"]), match["short"]
        full = without_deed(full) if full else None
        if full and short != full and len(short) < len(full) and (
            short.isascii() or _is_part(short, full)
        ):  # fmt: skip
            yield full, short


def _is_part(short: str, full: str) -> bool:
    """True if the letters of `short` stand in `full` in that order: 自販連 in 日本自動車販売協会連合会."""
    rest = iter(full)
    return all(letter in rest for letter in short)


def _family(folded: str, found: dict[str, Entity]) -> Iterator[str]:
    """Names that share their kanji with an introduced company: 東都プラント beside 東都重工業."""
    for name in found:
        head = _HEAD.match(name)
        if head:
            kin = regex(rf"(?<![一-鿿]){head.group()}[ァ-ヺー]{{2,15}}(?![ァ-ヺー一-鿿])")
            yield from (match.group() for match in kin.finditer(folded))


def _of_pair(full: str, short: str, forms: dict[str, Form], known: Callable[[str], Form | None]) -> Entity | None:
    """The entity that a full and a short form share: the registry's if it knows either, else the article's."""
    if len(tokens(short)) == 1 and "地名" in tokens(short)[0].detail:
        return None  # 北陵高校(京都)
    if any("人名" in word.detail for word in tokens(full)) and not _is_part(short, full):
        return None  # 田口篤史(TDK): a player and his team
    public = endings().body.fullmatch(full) is not None
    for form in (known(full), forms.get(full), None if public else known(short)):
        if form and form.entity and form.entity.type in ("company", "other", "crypto"):
            return form.entity
    return Entity(full, "other") if public and fits_body(full) else None
