"""A user's own measures: the words and units that their lexicon names, and the claims that these make.

An entry of the lexicon with `kind` teaches words. Where the kind is one of ours they measure as ours do; a kind of
one's own (`x-NAME`) takes every figure that one of its words measures, in one of its units where it names any. With
units alone, the unit decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from jijitsu.extract.fold import fold
from jijitsu.extract.lexicon import either
from jijitsu.extract.regex import regex
from jijitsu.extract.words.wordlist import finder

if TYPE_CHECKING:
    from jijitsu.extract.draft import Draft
    from jijitsu.extract.linking import Linked
    from jijitsu.extract.linking.entity.userfile import UserFile
    from jijitsu.extract.linking.figure import Figure

FAMILIES: Mapping[str, str] = {
    "price_move": "price", "price_level": "price", "market_cap_move": "cap", "market_cap_level": "cap",
    "delivery": "delivery", "financial": "financial", "quantity": "quantity",
}  # fmt: skip
"""What the measure words of each kind are called inside; whether they move or stand, the sentence says."""
_OWN_FAMILIES = frozenset({"quantity", "financial"})
_LEXICONS = 16
"""So many users' lexicons are kept ready."""
_RATES = frozenset({"percent", "percentage_point", "times", "points"})


class OwnMeasure(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of the user's lexicon. Words and units are folded; `unless`: longer words that they are no part of."""

    kind: str
    measure: str | None = None
    words: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


class OwnWords(msgspec.Struct, frozen=True, eq=False):
    """All entries, made ready. `find` yields (start, end, meaning) of the words in a folded text."""

    entries: tuple[OwnMeasure, ...]
    find: Callable[[str], Iterator[tuple[int, int, str]]]
    counter: re.Pattern[str] | None

    @property
    def own(self) -> Iterator[OwnMeasure]:
        """The entries of kinds of one's own."""
        return (entry for entry in self.entries if entry.kind not in FAMILIES)


def own_words(lexicon: Path | None = None) -> OwnWords:
    """Return the measures of a lexicon. Raises LexiconError, which names file, line and key."""
    from jijitsu.extract.linking.entity.userfile import user_file

    return _made_ready(user_file(lexicon) if lexicon else None)


@lru_cache(maxsize=_LEXICONS)
def _made_ready(lexicon: UserFile | None) -> OwnWords:
    entries = lexicon.measures if lexicon else ()
    counters = {unit for entry in entries for unit in entry.units if is_counter(unit)}
    pattern = regex(f" ?({either(counters)})") if counters else None
    return OwnWords(entries, finder(lambda: _vocabulary(entries)) if entries else _nothing, pattern)


def is_counter(unit: str) -> bool:
    """True for what stands behind a number as written, and so must be learnt; money and rates are known."""
    return unit not in _RATES and not _is_money(unit)


def _is_money(unit: str) -> bool:
    return re.fullmatch(r"[A-Z]{3}", unit) is not None


def _vocabulary(entries: tuple[OwnMeasure, ...]) -> Iterator[tuple[str, str | None]]:
    for entry in entries:
        family = FAMILIES.get(entry.kind)
        for word in entry.words:
            # What is counted in money is owned as results are; the noun of a kind of one's own is the word as written.
            own = f"financial:{word}" if any(map(_is_money, entry.units)) else f"quantity:{word}:money"
            yield word, f"{family}:{entry.measure or word}" if family else own
        yield from ((word, None) for word in entry.unless)


def _nothing(folded: str) -> Iterator[tuple[int, int, str]]:
    return iter(())


def drafts_of(linked: Linked) -> Iterator[Draft]:
    """Yield the claims of the lexicon's own kinds; of two that want a figure the earlier entry has it."""
    own = tuple(linked.story.setting.own.own)
    if not own:
        return
    from jijitsu.extract.claims_from import draft_of

    for figure in linked.figures:
        entry = next((entry for entry in own if _takes(entry, figure)), None)
        if entry is not None:
            draft = draft_of(figure, entry.kind, direction=figure.direction)
            yield msgspec.structs.replace(draft, measure=entry.measure)


def _takes(entry: OwnMeasure, figure: Figure) -> bool:
    if entry.units and figure.amount.unit not in entry.units:
        return False
    # 国内のラック数 is a ラック数.
    return not entry.words or (figure.family in _OWN_FAMILIES and fold(figure.measure).endswith(entry.words))
