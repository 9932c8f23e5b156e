"""A sentence as words outside brackets: what stands in 「」, 『』 or () is one unit; grammar is read past it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from jijitsu.extract.linking.sentence.wording import strength
from jijitsu.extract.morphology import Sort, Token, tokens
from jijitsu.extract.regex import regex

_PAIRS = {"「": "」", "“": "”", "『": "』", "(": ")", "[": "]", "〈": "〉", "《": "》", "【": "】"}
_OPENING = regex(f"[{re.escape(''.join(_PAIRS))}]|<(?=[0-9A-Z]{{1,5}}(?:\\.[A-Z]{{1,2}})?>)")
"""Also < before a listed company's code, as agencies write it: 丸井グループ<8252>が."""
_SORTS: dict[str, Sort] = {"「": "said", "“": "said", "『": "title"}

Unit = Token
"""A word, or a bracket with all that it holds. Offsets are code points into the sentence."""


@lru_cache(maxsize=2048)
def units(folded: str) -> tuple[Unit, ...]:
    """Return the units of a sentence (widths folded), in order. White space makes none."""
    brackets = list(_brackets(folded))
    line = tokens(folded) if _SPACE.search(folded) is None else [word for word in tokens(folded) if word.text.strip()]
    if not brackets:
        return tuple(line)
    found: list[Unit] = []
    at = 0
    for word in line:
        while at < len(brackets) and brackets[at].end <= word.start:
            at += 1
        if at < len(brackets) and word.start >= brackets[at].start:
            if not found or found[-1].start != brackets[at].start:
                found.append(brackets[at])
        elif at < len(brackets) and word.end > brackets[at].start:
            stop = brackets[at].start  # the dictionary has 選手(イギリス)
            found.append(msgspec.structs.replace(word, end=stop, text=word.text[: stop - word.start]))
            found.append(brackets[at])
        else:
            found.append(word)
    return tuple(found)


_SPACE = regex(r"\s")


def _brackets(text: str) -> Iterator[Unit]:
    """Outermost brackets with their partners; one without a partner is passed over."""
    at = 0
    while (opening := _OPENING.search(text, at)) is not None:
        at = opening.start()
        end = _partner(text, at, text[at], _PAIRS.get(text[at], ">"))
        if end > at:
            sort = _SORTS.get(text[at], "aside")
            if (
                sort == "title"
                and text[end + 1 : end + 2] == "と"
                and not _ANOTHER.match(text, end + 1)
                and strength(text[at + 1 : end]) == "strong"
            ):
                sort = "said"  # 『もう光らないの』と尋ねた: a sentence, and no title
            yield Unit(at, end + 1, text[at : end + 1], sort=sort)
        at = end + 1 if end > at else at + 1


_ANOTHER = regex("と[^、。「」『』]{0,12}『")
"""『どですかでん』と1985年の『乱』: titles."""


def _partner(text: str, at: int, opening: str, closing: str) -> int:
    first = text.find(closing, at)
    if first < 0 or opening not in text[at + 1 : first]:
        return first
    depth = 0
    for index in range(at, len(text)):
        depth += (text[index] == opening) - (text[index] == closing)
        if depth == 0:
            return index
    return first
