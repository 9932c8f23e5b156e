"""Words around a figure that say how exactly it holds: 約, 前後, 以上, 超, 最大, 台半ば.

Takes width-folded text and the span of number and unit, gives the wider span and the relation. わずか, だけ and も
change nothing and stay outside. The words stand in lexicon/approximators.yaml.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import msgspec

from jijitsu.extract.lexicon import words
from jijitsu.extract.regex import regex
from jijitsu.schemas.mention import Relation

_STRENGTH: Mapping[Relation, int] = {"eq": 0, "approx": 1, "le": 2, "ge": 2, "lt": 3, "gt": 3, "range": 4}
_WIDEST = 3
"""約300人程度以上: more words than these on one side nobody writes."""
_GLOSS = regex(r"\((?=[^()]{0,4}\d)[^()%]{1,30}[円ルロ元ンド]\)")
"""The same money in another currency, in brackets."""
_PER = regex(r"/(?:年|月|日|台|人|株)")


class Framed(msgspec.Struct, frozen=True):
    """A figure's span widened by its approximators, and the relation they give it."""

    start: int
    end: int
    relation: Relation
    band: str = ""
    """The band as written (台半ば), if there is one."""


class RelationWord(msgspec.Struct, frozen=True):
    """One word of the lexicon."""

    word: str
    means: Relation
    unless: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    """What may not stand before it: 東京が最多で140人 tells a rank."""


@cache
def relation_words(place: str) -> tuple[RelationWord, ...]:
    """Return the words of one place (before, apart, after, behind, band), longest first."""
    found = (msgspec.convert(_entry(entry), RelationWord) for entry in words("approximators")[place])
    return tuple(sorted(found, key=lambda word: (-len(word.word), word.word)))


def _entry(entry: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in entry.items() if key != "seen"}


def frame(text: str, start: int, end: int, *, band: bool = False) -> Framed:
    """Widen the span from `start` to `end` by the approximators around it. `band`: 台 behind it is a price band."""
    relation: Relation = "eq"
    seen_band = ""
    start, before = _before(text, start)
    if band and (word := _after(text, end, "band")) is not None:
        end, relation, seen_band = end + len(word.word), word.means, word.word
    per = _PER.match(text, end)
    if per and _after(text, per.end(), "after") is not None:  # 600億円/年以上
        end = per.end()
    for _ in range(_WIDEST):
        word = _after(text, end, "after")
        if word is None:
            break
        end, relation = end + len(word.word), _stronger(relation, word.means)
    if (outside := _outside(text, end)) is not None:
        relation = _stronger(relation, outside)
    return Framed(start, end, _stronger(before, relation), seen_band)


def _outside(text: str, end: int) -> Relation | None:
    """150億円を上限に; 8万4700ドル(約1,330万円)前後: the word holds for the figure but stands away from it."""
    if (word := _after(text, end, "behind")) is not None:
        return word.means
    gloss = _GLOSS.match(text, end)
    word = _after(text, gloss.end(), "after") if gloss else None
    return word.means if word else None


def _before(text: str, start: int) -> tuple[int, Relation]:
    relation: Relation = "eq"
    for _ in range(_WIDEST):
        gap = 1 if text.endswith(" ", 0, start) else 0
        word = _ending(text, start - gap, "before")
        if word is None:
            break
        start, relation = start - gap - len(word.word), _stronger(relation, word.means)
    apart = _ending(text, start, "apart")
    return start, _stronger(relation, apart.means) if apart else relation


def _ending(text: str, at: int, place: str) -> RelationWord | None:
    for word in relation_words(place):
        if not text.endswith(word.word, 0, at) or (word.word == "約" and at >= 2 and text[at - 2] in _YAKU):
            continue
        if not any(text.endswith(other, 0, at - len(word.word)) for other in word.not_after):
            return word
    return None


# 約 closes a word here: 契約300件, 予約300台.
_YAKU = frozenset("契予公成解節制条確誓要婚密協特")


def _after(text: str, at: int, place: str) -> RelationWord | None:
    for word in relation_words(place):
        if text.startswith(word.word, at):
            behind = at + len(word.word)
            if not any(text.startswith(other, behind) for other in word.unless):
                return word
    return None


def _stronger(one: Relation, other: Relation) -> Relation:
    return other if _STRENGTH[other] > _STRENGTH[one] else one
