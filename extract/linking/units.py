"""A sentence as words outside brackets: what stands in 「」, 『』 or () is one unit; grammar is read past it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

import msgspec

from jijitsu.extract.linking.wording import strength
from jijitsu.extract.morphology import Token, tokens
from jijitsu.extract.regex import regex

_PAIRS = {"「": "」", "“": "”", "『": "』", "(": ")", "[": "]", "〈": "〉", "《": "》", "【": "】"}
_OPENING = regex(f"[{re.escape(''.join(_PAIRS))}]|<(?=[0-9A-Z]{{1,5}}(?:\\.[A-Z]{{1,2}})?>)")
"""Also < before a listed company's code, as agencies write it: 丸井グループ<8252>が."""
_SORTS: dict[str, Sort] = {"「": "said", "“": "said", "『": "title"}

Sort = Literal["word", "said", "title", "aside"]


class Unit(msgspec.Struct, frozen=True, gc=False):
    """A word, or a bracket with all that it holds. `start` and `end` are code points into the sentence."""

    start: int
    end: int
    text: str
    sort: Sort
    pos: str = ""
    detail: str = ""
    lemma: str = ""
    oov: bool = False

    @property
    def inner(self) -> tuple[int, int]:
        """What a bracket holds, without the bracket."""
        return self.start + 1, self.end - 1


@lru_cache(maxsize=2048)
def units(folded: str) -> tuple[Unit, ...]:
    """Return the units of a sentence (widths folded), in order. White space makes none."""
    brackets = list(_brackets(folded))
    if not brackets:
        return tuple(_word(token) for token in tokens(folded) if not token.text.isspace() and token.text)
    found: list[Unit] = []
    at = 0
    for token in tokens(folded):
        while at < len(brackets) and brackets[at].end <= token.start:
            at += 1
        if at < len(brackets) and token.start >= brackets[at].start:
            if not found or found[-1].start != brackets[at].start:
                found.append(brackets[at])
        elif at < len(brackets) and token.end > brackets[at].start:
            word, stop = _word(token), brackets[at].start  # the dictionary has 選手(イギリス)
            found.append(msgspec.structs.replace(word, end=stop, text=word.text[: stop - token.start]))
            found.append(brackets[at])
        elif token.text.strip():
            found.append(_word(token))
    return tuple(found)


def _word(token: Token) -> Unit:
    """断ずる, which the dictionary gives for 断じた, is 断じる."""
    lemma = token.lemma
    if lemma.endswith("ずる") and token.pos == "動詞":
        lemma = lemma[:-2] + "じる"
    return Unit(token.start, token.end, token.text, "word", token.pos, token.detail, lemma, token.oov)


def _brackets(text: str) -> Iterator[Unit]:
    """Outermost brackets with their partners; one without a partner is passed over."""
    at = 0
    while (opening := _OPENING.search(text, at)) is not None:
        at = opening.start()
        end = _partner(text, at, text[at], _PAIRS.get(text[at], ">"))
        if end > at:
            sort = _SORTS.get(text[at], "aside")
            if sort == "title" and text[end + 1 : end + 2] == "と" and strength(text[at + 1 : end]) == "strong":
                sort = "said"  # 『もう光らないの』と尋ねた: a sentence, and no title
            yield Unit(at, end + 1, text[at : end + 1], sort)
        at = end + 1 if end > at else at + 1


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
