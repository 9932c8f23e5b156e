"""The registry's entries: listed Japanese companies from japan_finance_codes, everything else from lexicon/*.yaml.

Japanese companies get the forms that news writes by rule (株式会社 dropped, ホールディングス as HD, グループ as G); the
most reported ones have theirs in lexicon/listed_forms.yaml. Later sources win over earlier ones, YAML over rules.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Any

import msgspec

from jijitsu.extract.fold import fold
from jijitsu.extract.lexicon import words
from jijitsu.extract.linking.entity.tables import Form, Guard, Table, table
from jijitsu.extract.linking.entity.userfile import UserFile
from jijitsu.extract.regex import regex
from jijitsu.schemas.mention import Entity, EntityType

_LEGAL = regex(r"(?:株式会社|有限会社|合同会社|相互会社|合名会社|\(株\)|、?インク|・?カンパニー)")
_SOURCES: tuple[tuple[str, EntityType], ...] = (
    ("organisations", "other"), ("countries", "country"), ("companies", "company"), ("indices", "index"),
    ("currencies_names", "currency"), ("coins", "crypto"), ("commodities", "commodity"),
)  # fmt: skip
_SHORTENED = (
    ("フィナンシャル・グループ", "FG"), ("フィナンシャルグループ", "FG"), ("ホールディングス", "HD"), ("グループ", "G"),
)  # fmt: skip
_MODERN = str.maketrans("鐵國髙﨑廣澤濱邊齋", "鉄国高崎広沢浜辺斎")
"""Old forms of kanji in registered names, and what news writes for them."""
_CLIPPED = (
    ("製作所", ""), ("製薬工業", "製薬"), ("電気工業", "電工"), ("化学工業", "化学"),
    ("重工業", "重工"), ("自動車工業", "自動車"),
)  # fmt: skip
_QUOTED = regex(r"先物|価格|相場|WTI|ブレント|DRAM|NAND|スポット|建値|TTF|JKM|標準油種|レギュラーガソリン")
"""Forms that speak of a quotation by themselves; other goods need words of price beside them."""


class _Listed(msgspec.Struct):
    name: str
    ticker: str | None = None


class _Snapshot(msgspec.Struct):
    companies: list[_Listed]


def registry() -> Table:
    """Return the table of all names that come with the program."""
    forms: dict[str, Form] = {}
    ambiguous = words("ambiguous")
    common = frozenset(ambiguous["common"])
    for form, entity, guard in _listed():
        forms[form] = Form(entity, "word" if form in common else guard)
    for source, kind in _SOURCES:
        for entry in words(source):
            forms.update(_entry_forms(entry, entry.get("type", kind), common))
    forms.update((fold(word), Form(None)) for word in ambiguous["blocks"])
    return table(forms)


def _entry_forms(entry: dict[str, Any], kind: EntityType, common: frozenset[str]) -> Iterator[tuple[str, Form]]:
    entity = Entity(entry["name"], kind, entry.get("id"))
    guard: Guard = entry.get("guard", "sure")
    unless = tuple(str(word) for word in entry.get("unless", ()))
    for form in {entry["name"], *entry.get("forms", ())}:
        for spelling in spellings(fold(form)):
            everyday = spelling in common or (kind == "commodity" and not _QUOTED.search(spelling))
            yield spelling, Form(entity, "word" if everyday and guard == "sure" else guard, unless)


def spellings(form: str) -> Iterable[str]:
    """The form, in capitals and with a capital too where it is Latin and long enough to be no word of its own."""
    if len(form) >= 4 and form.isascii() and form.replace(" ", "").isalpha():
        return {form, form.upper(), form[0].upper() + form[1:]}
    if re.fullmatch(r"[ァ-ヺー]{2,}(?:・[ァ-ヺー]{2,})+", form):
        return (form, form.replace("・", ""))
    return (form,)


def _listed() -> Iterator[tuple[str, Entity, Guard]]:
    """(form, entity, guard) of every Japanese company, the rules' forms before the lexicon's."""
    special: dict[str, list[str]] = {str(code): forms for code, forms in words("listed_forms").items()}
    by_rule: dict[str, Entity | None] = {}
    named: dict[str, Entity] = {}
    chosen: set[str] = set()
    for company in _companies():
        full = _plain(company.name)
        code = company.ticker
        if not code:
            # Funds, foundations and persons are in the list too: only what calls itself a company is one.
            if "株式会社" in company.name and len(full) >= 5:
                by_rule.setdefault(full, Entity(full, "company"))
            continue
        entity = Entity(special[code][0] if code in special else full, "company", f"XTKS:{code}")
        named[full] = entity
        for form in special.get(code, ()):
            for spelling in spellings(fold(form)):
                named[spelling] = entity
                chosen.add(spelling)
        for form in _short_forms(full):
            by_rule[form] = entity if by_rule.get(form, entity) == entity else None
    # Codes that the list does not hold: investment trusts, and companies that have left the exchange.
    listed = {entity.id for entity in named.values()}
    for code, forms in special.items():
        entity = Entity(forms[0], "company", f"XTKS:{code}")
        if entity.id not in listed:
            named.update((spelling, entity) for form in forms for spelling in spellings(fold(form)))
            chosen.update(spelling for form in forms for spelling in spellings(fold(form)))
    yield from ((form, entity, "rule") for form, entity in by_rule.items() if entity and form not in named)
    yield from ((form, entity, "sure" if form in chosen else "rule") for form, entity in named.items())


def _companies() -> list[_Listed]:
    """The snapshot that japan_finance_codes bundles, as it stands (its own loader warns of its age)."""
    packed = files("japan_finance_codes").joinpath("_data", "company_registry.json.gz").read_bytes()
    return msgspec.json.decode(gzip.decompress(packed), type=_Snapshot).companies


def _plain(name: str) -> str:
    """`株式会社　ＳＣＲＥＥＮホールディングス` -> `SCREENホールディングス`. A space between two Latin words stays."""
    text = _LEGAL.sub("", fold(name)).strip()
    return re.sub(r"(?<![A-Za-z]) +| +(?![A-Za-z])", "", text)


def _short_forms(full: str) -> Iterator[str]:
    """Forms by rule: ニトリホールディングス -> ニトリHD, ニトリ; 三菱UFJフィナンシャル・グループ -> 三菱UFJFG."""
    if "・" in full:
        yield full.replace("・", "")
    for long, short in _SHORTENED:
        stem = full.removesuffix(long)
        if stem != full and stem:
            yield stem + short
            if long == "ホールディングス":
                yield f"{stem}・HD"
            # 野村, 大塚: a family name alone is too little; the lexicon says where news does so.
            if len(stem) >= (4 if re.fullmatch(r"[一-鿿]+", stem) else 3) and not stem.endswith(("グループ", "・")):
                yield stem
            return
    modern = full.translate(_MODERN)
    if modern != full:
        yield modern
    for tail, clip in _CLIPPED:
        stem = full.removesuffix(tail)
        if stem != full and len(stem + clip) >= 4:
            yield stem + clip


def users_own(lexicon: UserFile) -> dict[str, Form]:
    """Return the names of a user's lexicon."""
    forms: dict[str, Form] = {}
    for entry in lexicon.names:
        forms.update(_entry_forms(entry, entry.get("type", "company"), frozenset()))
    return forms
