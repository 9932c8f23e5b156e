"""What may be a name, by its words: ヒノデ食品 may, 冷凍食品 may not.

Takes stretches that introductions.py found; asks Sudachi whether a word is unknown or a name of its own, and
lexicon/introductions.yaml which words stand before names (大手) or make common nouns (地方銀行).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

import msgspec

from jijitsu.extract.lexicon import words
from jijitsu.extract.linking.borders import script
from jijitsu.extract.morphology import tokens

KATAKANA = r"[ァ-ヺー]{2,20}(?:[・=][ァ-ヺー]{2,20}){0,4}"
LATIN = r"[A-Z][A-Za-z0-9&'-]{1,20}(?: (?!Inc|Corp)[A-Z][A-Za-z0-9&'-]{1,20}){0,3}"
RUN = r"[ァ-ヺー一-鿿々A-Za-z0-9&・]"
WORD = rf"(?:{KATAKANA}|{LATIN})"
MIXED = rf"(?:{WORD}|[一-鿿]{{1,4}}[ァ-ヺー]{{2,12}})"
EDGE = r"(?![ァ-ヺーA-Za-z])"
BEFORE = r"(?<![ァ-ヺーA-Za-z・=])"
_OFFICE = re.compile(
    r"社長|会長|容疑者|同社|代表|取締役|大統領|首相|教授|リリース$|^[0-9]+[一-鿿ァ-ヺ]|[0-9][時分日月年人]|死亡|[年月日]$"
)


class Endings(msgspec.Struct, frozen=True):
    company: re.Pattern[str]
    body: re.Pattern[str]
    leads: re.Pattern[str]
    introducers: re.Pattern[str]
    stop: frozenset[str]


@cache
def endings() -> Endings:
    data = words("introductions")

    def either(key: str) -> str:
        return "|".join(re.escape(word) for word in sorted(data[key], key=len, reverse=True))

    return Endings(
        company=re.compile(
            rf"(?P<name>{RUN}{{2,24}}?(?:{either('company_endings')}|・(?:{either('dotted_endings')})))(?!{RUN})"
        ),
        body=re.compile(rf"(?P<name>{RUN}{{2,24}}?(?:{either('body_endings')}))(?!{RUN})"),
        leads=re.compile(rf"^.*(?:{either('leads')})[の・]?(?=.{{2}})"),
        introducers=re.compile(
            rf"(?:{either('leads')})(?:の|「|・|、)?(?P<name>{MIXED})(?![ァ-ヺーA-Za-z]|(?![社株側製系])[一-鿿])"
        ),
        stop=frozenset(data["stop"]),
    )


def without_lead(name: str) -> str | None:
    """`半導体大手アオバ精機` -> `アオバ精機`; None where nothing but a lead is left, or what is left is no name."""
    lead = endings().leads.match(name)
    name = name[lead.end() :] if lead else name
    # A middle dot between kanji makes a list: 産経新聞・アオバ新聞.
    name = re.sub(r"^.*[一-鿿]・|^.*・(?=[一-鿿])", "", name)
    name = re.sub(r"^(?:[米英仏独韓印](?=[ァ-ヺA-Z])|[・&])+", "", name)
    return None if len(name) < 3 or _OFFICE.search(name) else name


@lru_cache(maxsize=4096)
def fits(name: str, *, allow_common: bool) -> bool:
    """True if the word may name something of its own: no everyday word, place or family name."""
    if name in endings().stop or len(name) < 2 or re.fullmatch(r"[A-Z]{2}|[A-Z][0-9]*|[0-9]+", name):
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
def has_body(name: str) -> bool:
    """True if what stands before the ending names something: ヒノデ食品, not 冷凍食品."""
    data = words("introductions")
    fitting = [end for end in data["company_endings"] + data["dotted_endings"] if name.endswith(end)]
    ending = max(fitting, key=len)
    body = name[: -len(ending)].rstrip("・")
    stop = endings().stop
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
def fits_body(name: str) -> bool:
    """True if a body's name says whose or where: 日本自動車販売協会連合会, not 業界団体連合会."""
    if name in endings().stop:
        return False
    seen = tokens(name)
    head = seen[0]
    if head.text in words("introductions")["stop_bodies"]:
        return False
    if any(word.oov or word.detail.startswith("固有名詞") for word in seen):
        return True
    return name[0] in "全国米欧英" and len(name) >= 6


@lru_cache(maxsize=4096)
def unknown_word(name: str) -> bool:
    """True if Sudachi does not know the word, or knows it as a name of its own."""
    if not fits(name, allow_common=False):
        return False
    seen = tokens(name)
    return all(word.oov or word.detail.startswith("固有名詞-一般") or word.text in "・=" for word in seen)
