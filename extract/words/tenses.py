"""The predicates of a sentence in order, each with how it ends: past, not past, or running on (…し、, …て).

Takes a sentence (widths folded), gives stretches of it. For checks that ask whether something is told as done; words
between brackets count like others.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from jijitsu.extract.morphology import Token, tokens

Ending = Literal["past", "present", "on"]
_JOINTS = frozenset({"て", "で", "ちゃ", "じゃ"})


class Predicate(msgspec.Struct, frozen=True):
    """A predicate with its auxiliaries (発表しました). Offsets in code points into the sentence."""

    start: int
    end: int
    lemma: str
    """Of the first word; of a サ変 noun with する, the noun's."""
    ending: Ending
    after: str
    """The word behind it, empty at the end."""


def predicates(folded: str) -> Iterator[Predicate]:
    """Yield the predicates of a sentence."""
    words = [word for word in tokens(folded) if word.text.strip()]
    at = 0
    while at < len(words):
        if not _heads(words, at):
            at += 1
            continue
        stop = at + 1
        while stop < len(words) and _goes_on(words, stop):
            stop += 1
        yield _predicate(words, at, stop)
        at = stop


def _heads(words: list[Token], at: int) -> bool:
    word = words[at]
    return word.pos in {"動詞", "形容詞"} or (
        word.pos == "助動詞" and word.lemma in {"だ", "です"} and word.text != "な"
    )


def _goes_on(words: list[Token], at: int) -> bool:
    word = words[at]
    if word.pos == "助動詞":
        return word.text != "な"
    if word.text in _JOINTS and word.pos == "助詞":
        return True
    joined = words[at - 1].text in _JOINTS or words[at - 1].pos == "動詞"
    return word.pos in {"動詞", "形容詞"} and "非自立" in word.detail and joined


def _predicate(words: list[Token], at: int, stop: int) -> Predicate:
    first, last = words[at], words[stop - 1]
    noun = words[at - 1] if at and first.lemma in {"する", "為る"} and "サ変" in words[at - 1].detail else None
    return Predicate(
        (noun or first).start,
        last.end,
        (noun or first).lemma,
        _ending(last),
        words[stop].text if stop < len(words) else "",
    )


def _ending(last: Token) -> Ending:
    if last.pos == "助動詞" and last.lemma in {"た", "たり"} and last.text in {"た", "だ"}:
        return "past"
    return "present" if last.text == last.lemma else "on"
