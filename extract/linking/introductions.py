"""Names that no registry knows, introduced by the article itself: ヒノデ食品, オーロラ・データ, 日本竹製品連合会(竹連).

Takes a name where the text shows that it is one: a company's ending (X精機, Xホールディングス), X社, 株式会社X,
大手のX, X(未上場), X株, Xの株価, 米X; a body's ending (X協会, X機構); a short form in brackets. Later occurrences
count wherever they stand. Leaves common nouns (ネット証券, ハイテク株), places, and persons (X氏). Every pattern looks
at a bounded stretch, so the time is linear.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from jijitsu.extract.lexicon import words
from jijitsu.extract.linking.borders import script
from jijitsu.extract.linking.tables import Form
from jijitsu.extract.linking.wordhood import (
    BEFORE,
    EDGE,
    MIXED,
    RUN,
    WORD,
    endings,
    fits,
    fits_body,
    has_body,
    unknown_word,
    without_lead,
)
from jijitsu.extract.morphology import tokens
from jijitsu.schemas.mention import Entity

_PERSON = re.compile(
    r"(?:[A-Z]{3}|最高[一-鿿]{2,5}者|会長|社長|社長兼CEO|首席[一-鿿]+|取締役|専務|常務)?(?:氏|さん|容疑者|被告|選手|首相|大統領|議員|監督|ちゃん|くん|君|夫妻|夫人|投手|教授|博士|長官|国務|記者)"
)


_OF_COUNTRY = re.compile(rf"(?<![一-鿿])[米英仏独韓](?P<name>{WORD}){EDGE}")
_SHARE = re.compile(
    rf"{BEFORE}(?P<name>{MIXED})(?:社(?![会長員内外債])|株(?![主式価])|(?:の|、)?(?:株価|時価総額|株式|決算|業績|売上高|営業利益|純利益|最終損益|CEO|最高経営責任者|最高財務責任者|社長|広報|幹部|創業者|共同創業者|日本法人))"
)
_TOPIC = re.compile(
    rf"{BEFORE}(?P<name>{WORD})[はがも](?=[^。\n]{{0,60}}(?:発表した|上場した|調達した|売上高|営業利益|純利益|最終赤字|最終損益|増収|増益|減収|減益|評価額|時価総額|資金調達|株価|買収した|納車|出荷台数|設備投資|従業員))"
)
_FIRM = re.compile(
    rf"(?:株式会社|\(株\)) ?(?P<name>{RUN}{{2,20}})(?!{RUN})|(?<!{RUN})(?P<name2>{RUN}{{2,20}}?)株式会社"
)
_PLACED = re.compile(
    rf"(?P<name>{RUN}{{2,24}})\((?:未上場|非上場|本社[・:は]|東証|旧|[^()\n]{{1,6}}[都道府県市区町村]\))"
)
_QUOTED = re.compile(
    r"(?:会社|企業|メーカー|大手|チェーン|業者|証券|商社|専門店)・?[「『](?P<name>[^「」『』()\n]{2,20})[」』]"
)
_HEAD = re.compile(
    r"[一-鿿]{2,3}(?=重工|製薬|製作所|電機|電気|化学|食品|精機|自動車|建設|商事|証券|銀行|鉄道|電鉄|製菓|製鋼|不動産)"
)
_SHORT = re.compile(
    rf"(?P<full>{RUN}{{2,30}})[(=](?:以下、?|通称・?|略称・?|略称は)?「?(?P<short>[A-Z][A-Za-z&-]{{1,9}}|[ァ-ヺー一-鿿]{{2,12}})」?(?:[)、]|と)"
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
    linked = forms.keys() - found.keys()
    for name in found:
        for short in _shortened(name):
            if short not in linked and known(short) is None and _is_used(folded, short):
                forms[short] = Form(forms[name].entity)
                linked.add(short)
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
    ends = endings()
    for match in ends.company.finditer(folded):
        name = without_lead(match["name"])
        if name and has_body(name):
            yield name, "company"
    for match in ends.body.finditer(folded):
        name = without_lead(match["name"])
        if name and fits_body(name):
            yield name, "body"
    for pattern in (ends.introducers, _OF_COUNTRY, _SHARE):
        for match in pattern.finditer(folded):
            if fits(match["name"], allow_common=False):
                yield match["name"], "company"
    for match in _TOPIC.finditer(folded):
        if unknown_word(match["name"]):
            yield match["name"], "company"
    for match in _FIRM.finditer(folded):
        name = match["name"] or without_lead(match["name2"]) or ""
        if len(name) >= 2 and fits(name, allow_common=True):
            yield name, "company"
    for match in _PLACED.finditer(folded):
        name = without_lead(match["name"])
        if name and re.fullmatch(MIXED, name) and fits(name, allow_common=False):
            yield name, "company"
    for match in _QUOTED.finditer(folded):
        if fits(match["name"], allow_common=False):
            yield match["name"], "company"


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
        full, short = without_lead(match["full"]), match["short"]
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
    public = endings().body.fullmatch(full) is not None
    for form in (known(full), forms.get(full), None if public else known(short)):
        if form and form.entity and form.entity.type in ("company", "other"):
            return form.entity
    return Entity(full, "other") if public and fits_body(full) else None


def _is_used(folded: str, short: str) -> bool:
    """True if the article speaks of somebody under the short form: オーロラは, オーロラ株; not グリーン投資."""
    if short in endings().stop:
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
