"""The registry of names: what news writes, linked to what is meant.

Names.find sees every form in one pass, keeps those that stand alone (see borders.py) and, where a form is also a common
noun (メタ, アーム, 円), those whose neighbours say that the name is meant (see context.py). The longest wins, then the
earliest.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

import msgspec

from jijitsu.extract.lexicon import words
from jijitsu.extract.linking.entity.borders import (
    between_words,
    crowded,
    ends_right,
    everyday,
    joined_katakana,
    letters_end,
    plain,
)
from jijitsu.extract.linking.entity.codes import coded
from jijitsu.extract.linking.entity.context import (
    behind_number,
    is_company,
    is_currency,
    is_other,
    is_priced,
    is_shown,
    is_told_of_next,
)
from jijitsu.extract.linking.entity.introductions import introductions
from jijitsu.extract.linking.entity.registry import registry, users_own
from jijitsu.extract.linking.entity.shortening import clipped_registered, headline_forms
from jijitsu.extract.linking.entity.tables import Form, Table, table
from jijitsu.extract.linking.entity.userfile import UserFile, user_file
from jijitsu.extract.morphology import tokens
from jijitsu.extract.regex import regex
from jijitsu.schemas.mention import Entity

Hit = tuple[int, int, Entity]
_LIST = frozenset("、・やと/")
_LEXICONS = 16
"""So many users' lexicons are kept ready."""


class Names(msgspec.Struct, frozen=True, eq=False):
    """Surface form -> entity, in tables: the registry, the user's own, the article's own. Equal only to itself."""

    tables: tuple[Table, ...]
    trusted: frozenset[str] = frozenset()
    """Forms that are common nouns elsewhere, but names in this article."""

    def find(self, folded: str) -> Iterable[Hit]:
        """Yield (start, end, entity) of each name in `folded`, in order, the longest at each place, no overlaps."""
        return _find(self, folded)

    def form(self, surface: str) -> Form | None:
        """Return what a form means, the later table before the earlier."""
        for entry in reversed(self.tables):
            if surface in entry.forms:
                return entry.forms[surface]
        return None

    def by_id(self, identifier: str) -> Entity | None:
        """Return the entity with this id (XTKS:7203), or None."""
        return _ids(self.tables[0]).get(identifier)

    def with_own(self, forms: dict[str, Form], trusted: frozenset[str] = frozenset()) -> Names:
        """Return these names with further forms, which win over equal ones."""
        return Names((*self.tables, table(forms)) if forms else self.tables, self.trusted | trusted)


@cache
def _ids(entry: Table) -> dict[str, Entity]:
    """Entity by id; the first form decides, since operating companies share the id of their parent."""
    found: dict[str, Entity] = {}
    for form in entry.forms.values():
        if form.entity and form.entity.id:
            found.setdefault(form.entity.id, form.entity)
    return found


def names(lexicon: Path | None = None) -> Names:
    """Return the registry, with the user's own entries from `lexicon` (a YAML file) if given.

    Raises LexiconError, which names file, line and key, where an entry is wrong.
    """
    return _with_own(user_file(lexicon)) if lexicon else _registered()


@cache
def _registered() -> Names:
    return Names((registry(),))


@lru_cache(maxsize=_LEXICONS)
def _with_own(lexicon: UserFile) -> Names:
    return _registered().with_own(users_own(lexicon))


# The recognisers of companies, indices, currencies ... each ask for the names of the same sentence.
@lru_cache(maxsize=64)
def _find(known: Names, folded: str) -> tuple[Hit, ...]:
    seen: dict[tuple[int, int], Form] = {}
    for entry in known.tables:
        for start, end, surface in entry.hits(folded):
            seen[start, end] = entry.forms[surface]
    firms = {end for (_, end), form in seen.items() if _is_firm(form)} if "・" in folded else set()
    verdicts = {
        (start, end): _holds(
            known, folded, start, end, form, listed=start - 1 in firms and folded[start - 1] == "・" and _is_firm(form)
        )
        for (start, end), form in seen.items()
    }
    hits: list[tuple[int, int, Entity | None]] = [
        (*place, seen[place].entity) for place, verdict in verdicts.items() if verdict
    ]
    doubtful = {place: seen[place] for place, verdict in verdicts.items() if verdict is None}
    hits.extend(_in_list(folded, hits, doubtful))
    # In front, since of two at one place the first is kept: the code says more than the name.
    hits[:0] = coded(folded, {(start, end): entity for start, end, entity in hits}, known.by_id)
    return tuple(_abroad(folded, _settled(hits)))


def _is_firm(form: Form) -> bool:
    return form.guard == "sure" and form.entity is not None and form.entity.type == "company"


def _holds(known: Names, folded: str, start: int, end: int, form: Form, *, listed: bool = False) -> bool | None:
    """True if the form at this place is a word of its own and means what the table says; None if that is in doubt.

    `listed`: a firm stands right before it, スズキ・トヨタ連合.
    """
    if folded.startswith(form.unless, end):
        return False
    if form.guard == "currency":
        if behind_number(folded, start) or not letters_end(folded, start, end):
            return False
        # 韓国ウォンと台湾ドルは: a list may vouch for a name of three letters and more.
        return is_currency(folded, start, end) or (None if end - start >= 3 else False)
    if not (ends_right(folded, end) if listed else letters_end(folded, start, end)):
        return False
    verdict = _meant(known, folded, start, end, form)
    # Asked last, since Sudachi has to read the words around.
    return verdict if verdict is False or between_words(folded, start, end) else False


def _meant(known: Names, folded: str, start: int, end: int, form: Form) -> bool | None:
    """True if what stands around the form means what the table says; None if that is in doubt."""
    if form.entity and form.entity.type in ("company", "product") and is_other(folded, start, end):
        return False
    joined = joined_katakana(folded, end)
    if joined and not known.form(joined):
        return False
    surface = folded[start:end]
    if (
        form.guard == "sure"
        or (surface in known.trusted and not crowded(folded, start))
        or (form.guard == "rule" and plain(folded, start, end))
    ):
        return True
    if form.entity and form.entity.type in ("commodity", "crypto", "index"):
        return is_priced(folded, start, end)
    # 石神大和社長: behind other kanji an everyday word is the end of a longer name.
    return None if crowded(folded, start) else is_company(folded, *_with_brackets(folded, start, end)) or None


def _with_brackets(folded: str, start: int, end: int) -> tuple[int, int]:
    """The place with the brackets around it: IT大手「アップル」の株価."""
    quoted = folded[start - 1 : start] in {"「", "『"} and folded[end : end + 1] in {"」", "』"}
    return (start - 1, end + 1) if quoted else (start, end)


def _in_list(
    folded: str, hits: Iterable[tuple[int, int, Entity | None]], doubtful: dict[tuple[int, int], Form]
) -> Iterable[tuple[int, int, Entity | None]]:
    """Yield doubtful names in a list with a sure one of their type: in `ホンダ・日産連合` 日産 is the company."""
    starts = {(start, entity.type) for start, _, entity in hits if entity}
    ends = {(end, entity.type) for _, end, entity in hits if entity}
    left: list[tuple[int, int, Entity]] = []
    for (start, end), form in sorted(doubtful.items(), key=lambda item: item[0]):
        if not form.entity:
            continue
        if folded[start - 1 : start] in _LIST and (start - 1, form.entity.type) in ends:
            ends.add((end, form.entity.type))
            yield start, end, form.entity
        else:
            left.append((start, end, form.entity))
    for start, end, entity in reversed(left):
        if folded[end : end + 1] in _LIST and (end + 1, entity.type) in starts:
            starts.add((start, entity.type))
            yield start, end, entity


def _settled(hits: list[tuple[int, int, Entity | None]]) -> Iterable[Hit]:
    """Keep the longest, then the earliest; a blocking form takes its place and yields nothing."""
    taken: set[int] = set()
    kept: list[Hit] = []
    for start, end, entity in sorted(hits, key=lambda hit: (hit[0] - hit[1], hit[0])):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            if entity:
                kept.append((start, end, entity))
    return sorted(kept, key=lambda hit: hit[0])


def _abroad(folded: str, hits: Iterable[Hit]) -> Iterable[Hit]:
    """[イラン外務省], [英外務省]: a ministry behind the name of another land is that land's, whatever Japan has under its name."""
    for start, end, entity in hits:
        land = _land_before(folded, start) if _MINISTRY.fullmatch(entity.name) else start
        if land < start:
            entity = msgspec.structs.replace(entity, name=folded[land:end], id=None)
        yield land, end, entity


_MINISTRY = regex("[一-鿿]{1,6}[省庁]")
_LETTER = regex("(?<![一-鿿])[米英仏独伊露韓中豪印加]$")


def _land_before(folded: str, start: int) -> int:
    """Where the land begins that is named right before `start`; else `start`."""
    if _LETTER.search(folded, max(0, start - 2), start):
        return start - 1
    before = tokens(folded[max(0, start - 12) : start])
    land = before[-1] if before and "地名-国" in before[-1].detail else None
    return start - len(land.text) if land is not None and land.text != "日本" else start


def introduced(text: str, folded: str, known: Names | None = None) -> Names:
    """Return the names known for one article: `known` (the registry) and those that the article itself introduces.

    `text` is the article as decoded, `folded` the same with widths folded. Forms that are common nouns elsewhere (メタ)
    are trusted where the article shows once that the company is meant, or names it by a surer form.
    """
    known = known or names()
    own = (
        clipped_registered(folded, known.form) | introductions(folded, known.form) | headline_forms(folded, known.form)
    )
    return known.with_own(own, _trusted(known, folded))


@cache
def _plain() -> frozenset[str]:
    return frozenset(words("ambiguous")["plain"])


def _trusted(known: Names, folded: str) -> frozenset[str]:
    """Doubtful forms that this article uses as names: メタ株 once, or メタ・プラットフォームズ somewhere."""
    doubtful: dict[str, Entity] = {}
    sure: set[Entity] = set()
    shown: set[str] = set()
    for entry in known.tables:
        for start, end, surface in entry.hits(folded):
            form = entry.forms[surface]
            if not form.entity or form.entity.type == "currency" or not letters_end(folded, start, end):
                continue
            if form.guard == "sure" or (form.guard == "rule" and not everyday(surface)):
                sure.add(form.entity)
            else:
                doubtful[surface] = form.entity
                place = _with_brackets(folded, start, end)
                told = form.entity.type == "company" and surface not in _plain() and is_told_of_next(folded, place[1])
                firm = told or is_shown(folded, *place)
                if firm and not crowded(folded, start):  # not 初値ベースの時価総額
                    shown.add(surface)
    return frozenset(shown | {surface for surface, entity in doubtful.items() if entity in sure})
