"""How firmly a figure is said: asserted, or hedged by a word that reaches it (lexicon/modality.yaml)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from jijitsu.extract.lexicon import words
from jijitsu.extract.wordlist import finder
from jijitsu.schemas.claim import Modality

# Where several meet, the first of this order wins (spec/claims.md, Decisions/Quotes).
ORDER: tuple[Modality, ...] = ("negated", "conditional", "forecast", "estimated", "reported", "asserted")
# A clause ends where a verb's connecting form has a comma behind it: 上回り、 減ったが、 一方、
CLAUSE = re.compile(
    r"(?:[しりえけげべめれきびみち]|って|して|いて|んで|[たるいだす]が|ため|ものの|一方で?|半面|反面|ほか|のに対し(?:て)?|とともに|おり|ず|なく|ところ|[減増高安益収]で)、"
)


class Hedge(msgspec.Struct, frozen=True):
    """A word that hedges; offsets into the folded text."""

    start: int
    end: int
    means: Modality
    reach: str


def _vocabulary(reach: str) -> Iterator[tuple[str, str | None]]:
    for entry in words("modality"):
        if entry["reach"] == reach:
            for word in entry["words"]:
                yield word, entry["means"]
            for word in entry.get("unless", ()):
                yield word, None


_REACHES = {reach: finder(lambda reach=reach: _vocabulary(reach)) for reach in ("behind", "ahead", "sentence", "onward")}
_MODALITIES: dict[str, Modality] = {modality: modality for modality in ORDER}


def hedges_of(folded: str) -> tuple[Hedge, ...]:
    """The hedging words of a sentence."""
    return tuple(
        Hedge(start, end, _MODALITIES[means], reach)
        for reach, find in _REACHES.items()
        for start, end, means in find(folded)
    )


def modality_of(start: int, end: int, folded: str, hedges: tuple[Hedge, ...]) -> Modality:
    """Return the modality of the figure from `start` to `end` of the folded sentence."""
    seen = {hedge.means for hedge in hedges if _reaches(hedge, start, end, folded)}
    return next((modality for modality in ORDER if modality in seen), "asserted")


# 2.31ドルと市場予想の2.05ドルを上回った: the forecast is the next figure.
_OF_ANOTHER = re.compile(r"の(?:平均|中央値|約|[\d一二三四五六七八九])")
# 見通しを下げたオリンパスは7%安: the forecast was an act of its own.
_DONE = re.compile(r"た(?=[^、。ばりめ])|。")


def _reaches(hedge: Hedge, start: int, end: int, folded: str) -> bool:
    if hedge.reach == "sentence":
        return True
    if hedge.reach == "onward":
        # 5万円を割れば: the condition itself, and all that follows from it.
        return hedge.start >= end and not CLAUSE.search(folded, end, hedge.start) or hedge.end <= start
    if hedge.reach == "behind":
        return (
            hedge.start >= end
            and not CLAUSE.search(folded, end, hedge.start)
            and not _OF_ANOTHER.match(folded, hedge.end)
        )
    between = folded[hedge.end : start]
    return hedge.end <= start and len(between) <= 30 and not CLAUSE.search(between) and not _DONE.search(between)
