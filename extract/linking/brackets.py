"""Brackets with words, as they stand in a sentence: what is listed with them, what topic stands before, what ends behind."""

from __future__ import annotations

from collections.abc import Sequence

from jijitsu.extract.linking.units import Unit
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
    return line[before].text in {"いわく", "曰く"} or (line[before].text in {"は", "も"} and line[before].pos == "助詞")


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
