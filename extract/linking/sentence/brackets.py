"""Brackets with words, as they stand in a sentence: what is listed with them, what topic stands before, what ends behind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from jijitsu.extract.lexicon import either, words
from jijitsu.extract.linking.sentence.units import Unit
from jijitsu.extract.regex import regex


def ends_at(line: Sequence[Unit], at: int) -> bool:
    return at >= len(line) or line[at].text == "。"


def concerning(line: Sequence[Unit], said: int) -> bool:
    """原因については「調査中」とした: one word answers a question."""
    at = said - (line[said - 1].text == "、") if said else 0
    text = "".join(unit.text for unit in line[max(0, at - 4) : at])
    return text.endswith(("について", "については", "についても", "に関して", "に関しては", "に関しても"))


def topical_at(line: Sequence[Unit], at: int) -> bool:
    """X氏は「…」。 X氏いわく「…」: the verb is left out."""
    before = at - 1
    if line[before].text in {"、", ":"}:
        before -= 1
    if before < 1:
        return False
    if line[before].text == "ては" and line[before - 1].text == "対し":
        return True
    return line[before].text in {"いわく", "曰く"} or (line[before].text in {"は", "も"} and line[before].pos == "助詞")


def on_occasion(folded: str, at: int) -> bool:
    """X氏は会見で「…」。 首相は記者団に「…」。 X氏は23日、「…」。 where, to whom or when it was said stands between; the verb is left out."""
    told = _occasion().search(folded, max(0, at - _FAR), at)
    return told is not None and _TOPIC.search(folded, max(0, at - _FAR), told.start() + 1) is not None


_FAR = 60
_TOPIC = regex(r"(?<=[一-鿿ァ-ヺーA-Za-z)」])[はも](?![一-鿿]{0,3}なく)")


@cache
def _occasion() -> re.Pattern[str]:
    held = either(words("media")["occasions"])
    return regex(
        rf"(?:[はも、の一-鿿ァ-ヺー](?:{held})(?:の(?:席上|席|中|場|冒頭|最後))?で(?:も|は)?"
        r"|(?:取材|質問|問い|問いかけ|電話|インタビュー|[者員民族客]たち?|記者ら|記者団|報道陣|メディア|本紙|同紙|通信|新聞|テレビ)に(?:対し(?:て)?|応じ(?:て)?|[答こ](?:た)?え(?:て)?)?"
        r"|[はも、][^、。はも]{0,12}[0-9]日(?:夜|朝|午前|午後|夕|未明|昼)?)、?\Z"
    )


def listed_at(line: Sequence[Unit], at: int) -> tuple[int, ...]:
    """「A」「B」, 「A」、「B」: the brackets that share what follows the last of them."""
    first = at
    while first > 0:
        if line[first - 1].sort == "said":
            first -= 1
        elif line[first - 1].text in {"、", "や", "とか"} and first > 1 and line[first - 2].sort == "said":
            first -= 2
        else:
            break
    return tuple(index for index in range(first, at + 1) if line[index].sort == "said")


_ITS_LETTERS = regex(r"\([^()]{1,30}\)(?=[」』])")


def shut_between(folded: str, end: int, start: int) -> bool:
    """True if a bracket or a quotation closes from `end` to `start` that did not open there: A(B傘下)は3%高."""
    own = _ITS_LETTERS.match(folded, end, start)  # 「ドギーソル(DSOL)」は: the short form is the name's own
    between = folded[own.end() if own else end : start].lstrip("」』")
    return any(between.count(closing) > between.count(opening) for opening, closing in (("(", ")"), ("「", "」")))


def said_before(folded: str, end: int, start: int) -> bool:
    """True if what ends at `end` stands in somebody's words that are over at `start`: 「体制が甘かった」と述べ、500円を."""
    depth = 0
    for at in range(end + len(folded[end:start]) - len(folded[end:start].lstrip("」』")), start):
        depth += {"「": 1, "」": -1}.get(folded[at], 0)
        if depth < 0:
            return folded.startswith("と", at + 1)
    return False
