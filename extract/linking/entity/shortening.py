"""Short forms under which an article speaks of a firm it has named: オーロラ・データ -> オーロラ, 越路信用金庫 -> 越路信金.

Takes a name and the folded text; yields the forms that the article uses and the registry leaves free. A form that is a
person's name in the article (秋月亮社長) is left out, one of rare kanji needs a firm's deeds behind it (嵐駒の手元資金は).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import islice

from ahocorasick_rs import AhoCorasick

from jijitsu.extract.lexicon import words
from jijitsu.extract.linking.entity.borders import script
from jijitsu.extract.linking.entity.endings import endings
from jijitsu.extract.linking.entity.signs import BESIDE, support
from jijitsu.extract.linking.entity.tables import Form
from jijitsu.extract.linking.entity.wordhood import is_rare, is_stem
from jijitsu.extract.morphology import Token, tokens
from jijitsu.extract.regex import regex
from jijitsu.schemas.mention import Entity

# オーロラは, オーロラ株; not グリーン投資.
_USED = regex(r"[はがもを、]|の(?!み)|と|社|株|側|によると")
_BORNE = regex(r"[一-鿿][一-鿿ぁ-ゖ]{0,3}?(?:氏|さん|社長|会長|専務|常務)")
_TITLED = regex(r"氏|さん|社長|会長|専務|常務")
_INSIDE = regex(r"[ァ-ヺー一-鿿・]")


def short_forms(
    folded: str, kinds: Mapping[str, str], known: Callable[[str], Form | None]
) -> Iterator[tuple[str, str]]:
    """Yield (name, shorter form) for each form under which the article speaks of a name; one pass over the text.

    `kinds`: what each name is (company, other); `known`: what the registry holds under a form.
    """
    stop = endings().stop
    pairs = [
        (name, short)
        for name, kind in kinds.items()
        for short in _shortened(name, company=kind == "company")
        if short not in stop and _is_free(short, known)
    ]
    stems = frozenset(short for name, short in pairs if _long(short) and name[len(short) :] in company_endings())
    spoken = _spoken_of(folded, sorted({short for _, short in pairs}), stems)
    yield from (pair for pair in pairs if pair[1] in spoken)


def clipped_registered(folded: str, known: Callable[[str], Form | None]) -> dict[str, Form]:
    """The registry's firms that the article clips beside a figure: 大成建設 … 大成が同4%減. Needs the full name somewhere."""
    found = _first_halves(folded, known) if "・" in folded else {}
    for match in _CLIPPED.finditer(folded):
        short = match["short"]
        if short in found or known(short) is not None:
            continue
        for ending in _REGISTERED_ENDINGS:
            full = known(short + ending) if short + ending in folded else None
            if full is not None and full.entity is not None and full.entity.type == "company":
                found[short] = Form(full.entity, "sure")
                break
    return found


def _first_halves(folded: str, known: Callable[[str], Form | None]) -> dict[str, Form]:
    """オキシデンタルは of オキシデンタル・ペトロリアム: the first half, where it stands alone too and is nobody's name."""
    found: dict[str, Form] = {}
    for full in {match.group() for match in islice(_DOTTED.finditer(folded), _MANY)}:
        head = full.split("・")[0]
        form = known(full)
        if form is None or form.entity is None or form.entity.type != "company" or known(head) is not None:
            continue
        alone = [match.end() for match in regex(rf"(?<![ァ-ヺー・=]){head}(?![ァ-ヺー・=])").finditer(folded)]
        if any(_HALF_USED.match(folded, end) for end in alone) and not any(_TITLED.match(folded, end) for end in alone):
            found[head] = Form(form.entity, "sure")
    return found


_DOTTED = regex(r"(?<![ァ-ヺー・=])[ァ-ヺー]{3,20}(?:・[ァ-ヺー]{2,20}){1,4}(?![ァ-ヺー・=])")
_HALF_USED = regex(
    r"[はがも、]|の(?:株|売上|業績|負債|純|営業|従業員|時価|経営|広報|CEO|最高)|株|社(?![会長])|によると"
)


def headline_forms(folded: str, known: Callable[[str], Form | None]) -> dict[str, Form]:
    """How flashes squeeze a name that bears its code: 北川鉄 of 北川鉄工所<6317>, 亀田菓 of 亀田製菓<2220>, 東海カ of 東海カーボン.

    Its letters stand in the name in their order, the first of them first; a word of its own (東海) is none, nor is what two
    names could be squeezed to.
    """
    coded = {m["full"]: m["code"] for m in islice(_CODED.finditer(folded), _MANY)} if "<" in folded else {}
    shorts = {m.group() for m in _SHORT.finditer(folded)} if coded else set()
    found: dict[str, Form | None] = {}
    for full, code in coded.items():
        for short in shorts:
            if short[0] == full[0] and _squeezed(short, full) and known(short) is None:
                form = known(full) or Form(Entity(full, "company", f"XTKS:{code}"))
                found[short] = form if found.get(short, form) == form else None
    return {short: form for short, form in found.items() if form is not None and form.entity is not None}


def _squeezed(short: str, full: str) -> bool:
    rest, seen = iter(full), tokens(short)
    return len(short) < len(full) and all(letter in rest for letter in short) and (len(seen) > 1 or _coined(seen[0]))


def _coined(word: Token) -> bool:
    return word.oov or word.detail.startswith("固有名詞-一般")


_MANY = 100
"""So many codes are looked at: no list of flashes holds more."""
_LETTERS = "ァ-ヺー一-鿿々A-Za-z"
_CODED = regex(rf"(?<![{_LETTERS}])(?P<full>[{_LETTERS}]{{4,20}})<(?P<code>[0-9][0-9A-Z]{{3}})(?:\.T)?>")
_SHORT = regex(rf"(?<![{_LETTERS}])[{_LETTERS}]{{3,5}}(?=[はがも、]|株|など|$)", re.M)
_CLIPPED = regex(r"(?<![一-鿿々ァ-ヺー])(?P<short>[一-鿿]{2,3})(?:が|は|も|では?)、?(?:前年)?(?:同期?比?)?(?:約)?[0-9]")
_REGISTERED_ENDINGS = (
    "建設", "組", "工務店", "電機", "電気", "電力", "製薬", "薬品", "化学", "工業", "製鉄", "製鋼", "自動車", "重工業", "重工", "食品", "製菓",
    "製粉", "銀行", "証券", "海上", "生命", "不動産", "商事", "物産", "倉庫", "汽船", "郵船", "鉄道", "電鉄", "百貨店", "製作所", "精機", "印刷",
)  # fmt: skip


@cache
def company_endings() -> frozenset[str]:
    """What a firm's name ends in: 電鉄, 製薬."""
    return frozenset(words("introductions")["company_endings"])


def ends_as_house(name: str) -> bool:
    """True for 岬交通, which its last word alone makes a deed: more than an ending that companies bear."""
    return any(name[at:] in company_endings() for at in range(1, len(name)))


def _spoken_of(folded: str, shorts: list[str], stems: frozenset[str]) -> set[str]:
    """The forms that the article uses for firms: no person bears them, and a firm's deeds stand behind rare kanji.

    `stems`: what is left of a name without its ending, in ordinary words; a firm's deeds must stand behind them, too.
    """
    used: set[str] = set()
    borne: set[str] = set()
    doing: set[str] = set()
    places = AhoCorasick(shorts).find_matches_as_indexes(folded, overlapping=True) if shorts else []
    for number, start, end in places:
        short = shorts[number]
        if _USED.match(folded, end) and not _INSIDE.match(folded[start - 1 : start]):
            used.add(short)
        if len(short) <= 3 and script(short[0]) == "kanji" and _BORNE.match(folded, end):
            borne.add(short)  # 秋月亮社長 beside 秋月製作所
        if _TITLED.match(folded, end) and _bears_a_family(short):
            borne.add(short)  # タカハシ社長 beside タカハシ造船
        if short not in doing and (short in stems or _needs_deeds(short)) and _has_deeds(folded, start, end):
            doing.add(short)
    return {short for short in used - borne if short in doing or not (short in stems or _needs_deeds(short))}


def _needs_deeds(short: str) -> bool:
    """True for kanji that are rarely a firm's name: 嵐駒."""
    own = is_rare(short) or _kanji(short) or _bears_a_family(short)
    return not is_stem(short) and (own or short.endswith(("化", "製", "所")))


def _kanji(stem: str) -> bool:
    """True for two or three kanji: 紅旗 of 紅旗モビリティー, which its share price shows to be meant."""
    return 2 <= len(stem) <= 3 and stem not in endings().stop and all(script(char) == "kanji" for char in stem)


def _long(stem: str) -> bool:
    """True for four or five kanji of more than one word: 東洋海陸 of 東洋海陸運輸."""
    return 4 <= len(stem) <= 5 and all(script(char) == "kanji" for char in stem) and len(tokens(stem)) > 1


def _bears_a_family(stem: str) -> bool:
    """True for a family's name in katakana: タカハシ of タカハシ造船, which its turnover shows to be meant."""
    known = tokens(stem)
    return (
        len(stem) > 2 and len(known) == 1 and "人名" in known[0].detail and all(script(c) == "katakana" for c in stem)
    )


def _has_deeds(folded: str, start: int, end: int) -> bool:
    """True if a firm's deeds or figures stand behind the word: 嵐駒の手元資金は."""
    return any(points for label, points in support(folded, start, end) if label not in BESIDE)


def _is_free(short: str, known: Callable[[str], Form | None]) -> bool:
    """True if the registry holds no company, place ... of just that name; a clipped form of its own gives way."""
    form = known(short)
    return form is None or (form.guard == "rule" and form.entity is not None and form.entity.name != short)


_KATAKANA_TAIL = regex(r"(?P<head>[一-鿿]{2,4}[ァ-ヺ][ァ-ヺー]{2})[ァ-ヺー]{2,}")
"""東洋エンジニアリング -> 東洋エンジ, 中京セラミクス -> 中京セラ."""


def _shortened(name: str, *, company: bool) -> Iterator[str]:
    """Shorter forms that the article may use later: オーロラ・データ -> オーロラ, アオバ精機 -> アオバ."""
    data = words("introductions")
    for ending in data["dropped_endings"]:
        stem = name.removesuffix(ending).rstrip("・")
        if stem != name and len(stem) >= 3:
            yield stem
    if name.endswith(("重工業", "自動車工業", "化学工業", "製薬工業")):
        yield name.removesuffix("業") if name.endswith("重工業") else name.removesuffix("工業")
    for ending, clipped in data["clipped_endings"].items():
        stem = name.removesuffix(ending)
        if stem != name and len(stem) >= 2:
            yield stem.rstrip("・") + clipped
    if company and (tail := _KATAKANA_TAIL.fullmatch(name)):
        yield tail["head"]
        yield tail["head"][:-1]
    head = name.split("・")[0]
    if head != name and len(head) >= 3 and script(head[0]) in ("katakana", "latin", "hiragana"):
        yield head
    if company and "・" not in name:
        for ending in data["company_endings"]:
            stem = name.removesuffix(ending)
            if stem == name:
                continue
            if is_stem(stem) or is_rare(stem) or _kanji(stem) or _bears_a_family(stem) or _long(stem):
                yield stem
            if len(stem) > 1 and len(ending) > 1 and script(ending[0]) == script(stem[-1]) == "kanji":
                yield stem + ending[0]  # 沖見化学 -> 沖見化, as headlines have it
