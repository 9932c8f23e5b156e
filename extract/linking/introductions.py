"""Names that no registry knows, introduced by the article itself: ヒノデ食品, オーロラ・データ, 日本竹製品連合会(竹連).

Takes a name where the text shows that it is one: a company's ending (X精機, Xホールディングス), X社, 株式会社X,
大手のX, X(未上場), X株, Xの株価, 米X; a body's ending (X協会, X機構); a short form in brackets. Later occurrences
count wherever they stand. Leaves common nouns (ネット証券, ハイテク株), places, and persons (X氏). Every pattern looks
at a bounded stretch, so the time is linear.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

import msgspec

from jijitsu.extract.lexicon import words
from jijitsu.extract.linking.borders import script
from jijitsu.extract.linking.tables import Form
from jijitsu.extract.morphology import tokens
from jijitsu.schemas.mention import Entity

_K = r"[ァ-ヺー]{2,20}(?:[・=][ァ-ヺー]{2,20}){0,4}"
_L = r"[A-Z][A-Za-z0-9&'-]{1,20}(?: (?!Inc|Corp)[A-Z][A-Za-z0-9&'-]{1,20}){0,3}"
_RUN = r"[ァ-ヺー一-鿿々A-Za-z0-9&・]"
_WORD = rf"(?:{_K}|{_L})"
_MIXED = rf"(?:{_WORD}|[一-鿿]{{1,4}}[ァ-ヺー]{{2,12}})"
_EDGE = r"(?![ァ-ヺーA-Za-z])"
_BEFORE = r"(?<![ァ-ヺーA-Za-z・=])"
_OFFICE = re.compile(
    r"社長|会長|容疑者|同社|代表|取締役|大統領|首相|教授|リリース$|^[0-9]+[一-鿿ァ-ヺ]|[0-9][時分日月年人]|死亡|[年月日]$"
)
_PERSON = re.compile(
    r"(?:[A-Z]{3}|最高[一-鿿]{2,5}者|会長|社長|社長兼CEO|首席[一-鿿]+|取締役|専務|常務)?(?:氏|さん|容疑者|被告|選手|首相|大統領|議員|監督|ちゃん|くん|君|夫妻|夫人|投手|教授|博士|長官|国務|記者)"
)


class _Endings(msgspec.Struct, frozen=True):
    company: re.Pattern[str]
    body: re.Pattern[str]
    leads: re.Pattern[str]
    introducers: re.Pattern[str]
    stop: frozenset[str]


@cache
def _endings() -> _Endings:
    data = words("introductions")

    def either(key: str) -> str:
        return "|".join(re.escape(word) for word in sorted(data[key], key=len, reverse=True))

    return _Endings(
        company=re.compile(
            rf"(?P<name>{_RUN}{{2,24}}?(?:{either('company_endings')}|・(?:{either('dotted_endings')})))(?!{_RUN})"
        ),
        body=re.compile(rf"(?P<name>{_RUN}{{2,24}}?(?:{either('body_endings')}))(?!{_RUN})"),
        leads=re.compile(rf"^.*(?:{either('leads')})[の・]?(?=.{{2}})"),
        introducers=re.compile(
            rf"(?:{either('leads')})(?:の|「|・|、)?(?P<name>{_MIXED})(?![ァ-ヺーA-Za-z]|(?![社株側製系])[一-鿿])"
        ),
        stop=frozenset(data["stop"]),
    )


_OF_COUNTRY = re.compile(rf"(?<![一-鿿])[米英仏独韓](?P<name>{_WORD}){_EDGE}")
_SHARE = re.compile(
    rf"{_BEFORE}(?P<name>{_MIXED})(?:社(?![会長員内外債])|株(?![主式価])|(?:の|、)?(?:株価|時価総額|株式|決算|業績|売上高|営業利益|純利益|最終損益|CEO|最高経営責任者|最高財務責任者|社長|広報|幹部|創業者|共同創業者|日本法人))"
)
_TOPIC = re.compile(
    rf"{_BEFORE}(?P<name>{_WORD})[はがも](?=[^。\n]{{0,60}}(?:発表した|上場した|調達した|売上高|営業利益|純利益|最終赤字|最終損益|増収|増益|減収|減益|評価額|時価総額|資金調達|株価|買収した|納車|出荷台数|設備投資|従業員))"
)
_FIRM = re.compile(
    rf"(?:株式会社|\(株\)) ?(?P<name>{_RUN}{{2,20}})(?!{_RUN})|(?<!{_RUN})(?P<name2>{_RUN}{{2,20}}?)株式会社"
)
_PLACED = re.compile(
    rf"(?P<name>{_RUN}{{2,24}})\((?:未上場|非上場|本社[・:は]|東証|旧|[^()\n]{{1,6}}[都道府県市区町村]\))"
)
_QUOTED = re.compile(
    r"(?:会社|企業|メーカー|大手|チェーン|業者|証券|商社|専門店)・?[「『](?P<name>[^「」『』()\n]{2,20})[」』]"
)
_HEAD = re.compile(
    r"[一-鿿]{2,3}(?=重工|製薬|製作所|電機|電気|化学|食品|精機|自動車|建設|商事|証券|銀行|鉄道|電鉄|製菓|製鋼|不動産)"
)
_SHORT = re.compile(
    rf"(?P<full>{_RUN}{{2,30}})[(=](?:以下、?|通称・?|略称・?|略称は)?「?(?P<short>[A-Z][A-Za-z&-]{{1,9}}|[ァ-ヺー一-鿿]{{2,12}})」?(?:[)、]|と)"
)


def introductions(folded: str, known: Callable[[str], Form | None]) -> dict[str, Form]:
    """Return the forms that the article adds. `known` tells what the registry holds under a form."""
    found: dict[str, Entity] = {}
    for name, kind in _candidates(folded):
        if name not in found and not _known_tail(name, known) and not _is_person(folded, name):
            found[name] = Entity(name, "company" if kind == "company" else "other")
    forms = {name: Form(entity) for name, entity in found.items()}
    for full, short in _abbreviations(folded):
        entity = _of_pair(full, short, forms, known)
        if entity:
            forms[full], forms[short] = Form(entity), Form(entity)
    for name in _family(folded, found):
        if name not in forms and known(name) is None:
            forms[name] = Form(Entity(name, "company"))
    for name in found:
        for short in _shortened(name):
            if short not in forms.keys() - found.keys() and known(short) is None and _is_used(folded, short):
                forms[short] = Form(forms[name].entity)
    return forms


def _known_tail(name: str, known: Callable[[str], Form | None]) -> bool:
    """True if the registry holds the name, or its end: 福岡ソフトバンク, 韓国LG電子 say nothing new."""
    for at in range(len(name) - 1):
        form = known(name[at:])
        if not form or not form.entity:
            continue
        if at == 0 or (form.guard == "sure" and (script(name[at]) != script(name[at - 1]) or len(name) - at > 3)):
            return True
    return False


def _candidates(folded: str) -> Iterator[tuple[str, str]]:
    """(name, company or body) for each place where the text shows a name."""
    endings = _endings()
    for match in endings.company.finditer(folded):
        name = _without_lead(match["name"])
        if name and _has_body(name):
            yield name, "company"
    for match in endings.body.finditer(folded):
        name = _without_lead(match["name"])
        if name and _fits_body(name):
            yield name, "body"
    for pattern in (endings.introducers, _OF_COUNTRY, _SHARE):
        for match in pattern.finditer(folded):
            if _fits(match["name"], allow_common=False):
                yield match["name"], "company"
    for match in _TOPIC.finditer(folded):
        if _unknown_word(match["name"]):
            yield match["name"], "company"
    for match in _FIRM.finditer(folded):
        name = match["name"] or _without_lead(match["name2"]) or ""
        if len(name) >= 2 and _fits(name, allow_common=True):
            yield name, "company"
    for match in _PLACED.finditer(folded):
        name = _without_lead(match["name"])
        if name and re.fullmatch(_MIXED, name) and _fits(name, allow_common=False):
            yield name, "company"
    for match in _QUOTED.finditer(folded):
        if _fits(match["name"], allow_common=False):
            yield match["name"], "company"


def _without_lead(name: str) -> str | None:
    """`半導体大手アオバ精機` -> `アオバ精機`; None where nothing but a lead is left, or what is left is no name."""
    lead = _endings().leads.match(name)
    name = name[lead.end() :] if lead else name
    # A middle dot between kanji makes a list: 産経新聞・アオバ新聞.
    name = re.sub(r"^.*[一-鿿]・|^.*・(?=[一-鿿])", "", name)
    name = re.sub(r"^(?:[米英仏独韓印](?=[ァ-ヺA-Z])|[・&])+", "", name)
    return None if len(name) < 3 or _OFFICE.search(name) else name


@lru_cache(maxsize=4096)
def _fits(name: str, *, allow_common: bool) -> bool:
    """True if the word may name something of its own: no everyday word, place or family name."""
    if name in _endings().stop or len(name) < 2 or re.fullmatch(r"[A-Z]{2}|[A-Z][0-9]*|[0-9]+", name):
        return False
    seen = tokens(name)
    if len(seen) == 1:
        word = seen[0]
        if word.oov:
            return True
        if word.detail.startswith(("固有名詞-地名", "固有名詞-人名")) or word.pos != "名詞":
            return False
        return allow_common or word.detail.startswith("固有名詞")
    return allow_common or any(word.oov or word.detail.startswith("固有名詞") for word in seen) or "・" in name


@lru_cache(maxsize=4096)
def _has_body(name: str) -> bool:
    """True if what stands before the ending names something: ヒノデ食品, not 冷凍食品."""
    data = words("introductions")
    endings = [end for end in data["company_endings"] + data["dotted_endings"] if name.endswith(end)]
    ending = max(endings, key=len)
    body = name[: -len(ending)].rstrip("・")
    stop = _endings().stop
    if len(body) < 2 or len(body) > 16 or body in stop or name in stop or _OFFICE.search(body):
        return False
    if any(body.endswith(word) for word in data["stop_bodies"]) or body.startswith(tuple(data["stop_heads"])):
        return False
    seen = tokens(body)
    if ending in ("工業", "産業", "興業") and len(seen) == 1 and "地名" in seen[0].detail:
        return False  # 鳴門工業 is a school more often than a company
    if any(word.oov or (word.detail.startswith("固有名詞") and "地名-国" not in word.detail) for word in seen):
        return True
    if len(tokens(name)) == 1 and not tokens(name)[0].oov:
        return tokens(name)[0].detail.startswith("固有名詞-一般")
    if "・" in name:
        return True
    scripts = {script(char) for char in body}
    if ending in data["soft_endings"]:
        return False
    return scripts <= {"katakana", "latin"} or (ending in data["solid_endings"] and len(body) <= 4)


@lru_cache(maxsize=4096)
def _fits_body(name: str) -> bool:
    """True if a body's name says whose or where: 日本自動車販売協会連合会, not 業界団体連合会."""
    if name in _endings().stop:
        return False
    seen = tokens(name)
    head = seen[0]
    if head.text in words("introductions")["stop_bodies"]:
        return False
    if any(word.oov or word.detail.startswith("固有名詞") for word in seen):
        return True
    return name[0] in "全国米欧英" and len(name) >= 6


@lru_cache(maxsize=4096)
def _unknown_word(name: str) -> bool:
    """True if Sudachi does not know the word, or knows it as a name of its own."""
    if not _fits(name, allow_common=False):
        return False
    seen = tokens(name)
    return all(word.oov or word.detail.startswith("固有名詞-一般") or word.text in "・=" for word in seen)


def _is_person(folded: str, name: str) -> bool:
    """True if the article treats the name as a person's: X氏, X容疑者, X最高経営責任者氏."""
    at = folded.find(name)
    while at >= 0:
        end = at + len(name)
        if _PERSON.match(folded, end):
            return True
        at = folded.find(name, end)
    return False


def _abbreviations(folded: str) -> Iterator[tuple[str, str]]:
    """(full, short) of each name with a short form in brackets behind it."""
    for match in _SHORT.finditer(folded):
        full, short = _without_lead(match["full"]), match["short"]
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
            kin = re.compile(rf"(?<![一-鿿]){head.group()}[ァ-ヺー]{{2,15}}(?![ァ-ヺー一-鿿])")
            yield from (match.group() for match in kin.finditer(folded))


def _of_pair(full: str, short: str, forms: dict[str, Form], known: Callable[[str], Form | None]) -> Entity | None:
    """The entity that a full and a short form share: the registry's if it knows either, else the article's."""
    if any("人名" in word.detail for word in tokens(full)) and not _is_part(short, full):
        return None  # 田口篤史(TDK): a player and his team
    public = _endings().body.fullmatch(full) is not None
    for form in (known(full), forms.get(full), None if public else known(short)):
        if form and form.entity and form.entity.type in ("company", "other"):
            return form.entity
    return Entity(full, "other") if public and _fits_body(full) else None


def _is_used(folded: str, short: str) -> bool:
    """True if the article speaks of somebody under the short form: オーロラは, オーロラ株; not グリーン投資."""
    if short in _endings().stop:
        return False
    behind = r"(?:[はがもを、]|の(?!み)|と|社|株|側|によると)"
    return re.search(rf"(?<![ァ-ヺー一-鿿・]){re.escape(short)}{behind}", folded) is not None


def _shortened(name: str) -> Iterator[str]:
    """Shorter forms that the article may use later: オーロラ・データ -> オーロラ, 東都重工業 -> 東都重工."""
    for ending in words("introductions")["dropped_endings"]:
        stem = name.removesuffix(ending).rstrip("・")
        if stem != name and len(stem) >= 3:
            yield stem
    if name.endswith(("重工業", "自動車工業", "化学工業", "製薬工業")):
        yield name.removesuffix("業") if name.endswith("重工業") else name.removesuffix("工業")
    head = name.split("・")[0]
    if head != name and len(head) >= 3:
        yield head
