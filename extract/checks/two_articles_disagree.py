"""Two articles state different values, or different days, for one fact.

## What it checks
Articles that were given together and were published near each other: figures of the same named subject, measure and period,
of which no reading agrees; one event (the same figure of the same subject) put on two days; an event that another article
had told before it is said to have happened. The later article is shown, with the earlier one beside it.

## Why it matters
One house should tell one story. Where a correction was made, the older article wants a note.

## How to mend
Find out which of the two is right, mend the other, and mark the correction if it had been published.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

import msgspec

from jijitsu.extract.checking import Across, Check, Desk, Fault, Order, Place
from jijitsu.extract.facts import Told, agree, days, family, noun, owner, planned, told_of
from jijitsu.extract.mending import both_ways
from jijitsu.extract.numbers.slips import slipped
from jijitsu.extract.passages import place
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Value

_NEAR = 14
"""Days between two articles on one matter."""
_SOON = 5
"""Days in which a round of funding is told again, and no second one is raised."""
_REACH = 6
"""How many articles of one key are laid side by side."""
_ONCE = frozenset(
    {
        "funding",
        "capex",
        "deliveries",
        "net_worth",
        "market_cap",
        "revenue",
        "operating_profit",
        "net_profit",
        "ordinary_profit",
        "dividend",
    }
)
"""What is told of a subject once in a fortnight, so that it needs no date to be the same fact."""
_VERSIONS = frozenset(
    {"速報", "改定", "確報", "暫定", "修正後", "old", "past", "next", "追加", "さらに", "新たに", "累計"}
)
_NO_EVENT = frozenset({"plan", "old", "past"})
_GREAT_MOVE = Decimal(10)
_NOUNS = regex(r"[一-鿿]{2,8}|[ァ-ヶー]{3,12}")
_COMMON = 4
"""So many nouns in common make two sentences speak of one event."""
_ENCODER = msgspec.msgpack.Encoder()
Key = tuple[object, ...]
_QUOTED = frozenset({"index", "currency", "crypto", "commodity"})


class Heard(msgspec.Struct, frozen=True, gc=False):
    """A figure with its article: the number in the order given, and the day of publication; `at` is its own number.

    `event` is true of one that is compared as an event (see `_events`), and not as a value.
    """

    told: Told
    number: int
    path: str
    published: date | None
    at: int
    event: bool = False

    @property
    def day(self) -> date | None:
        """The single day that it is put on."""
        time = self.told.claim.time
        return time.start if time and time.start == time.end and "日" in time.text and "年初" not in time.text else None


def rows(desk: Desk, first: int) -> Iterator[tuple[Key, Heard]]:
    """Yield what may be compared, as a value, as an event or as both. Articles are numbered from `first` on."""
    for number, (dossier, figures) in enumerate(told_of(desk), first):
        published = dossier.article.published if dossier.article else None
        for at, one in enumerate(figures):
            for key, event in (_value_key(one), False), (_event_key(one), True):
                if key is not None:
                    day = published or one.claim.article.published
                    yield key, Heard(one, number, dossier.path, day, at, event)


def judge(heard: Sequence[Heard]) -> Iterator[tuple[Order, Fault]]:
    """Yield the faults among figures of one key; values come before events, each group where its first figure stands."""
    if heard[0].number == heard[-1].number:
        return  # of one article alone
    for row, found in _by_day(heard) if heard[0].event else _by_scope(heard):
        one = row[0]
        for number, fault in enumerate(found):
            yield (one.event, one.number, one.at, number), fault


def pack(heard: Heard) -> bytes:
    """A figure without what `judge` does not look at."""
    told, claim = heard.told, heard.told.claim
    article = msgspec.structs.replace(claim.article, title=None, publisher=None, url=None)
    evidence = msgspec.structs.replace(claim.evidence, prefix="", suffix="")
    claim = msgspec.structs.replace(claim, article=article, evidence=evidence, attribution=None, equivalent=None)
    passage = msgspec.structs.replace(told.passage, claims=(), words=told.passage.text, known_by=())
    return _ENCODER.encode(msgspec.structs.replace(heard, told=Told(claim, passage, told.since, told.sort)))


@lru_cache(maxsize=2**12)
def _is_name(noun: str) -> bool:
    """A company that no registry knows: its name holds katakana and a family of signs that common nouns lack."""
    return bool(re.search(r"[ァ-ヶー]{2,}[一-鿿]|[一-鿿][ァ-ヶー]{2,}|[ァ-ヶー]+・[ァ-ヶー]+", noun))


def _who(one: Told) -> str | None:
    """The name that a figure is told of, if it is surely one."""
    subject = one.claim.subject
    named = subject is not None and subject.type == "other" and _is_name(subject.name)
    return owner(one.claim) or (subject.name if subject and named else None)


def _value_key(one: Told) -> Key | None:
    """Figures of one subject and sort in two articles may be told of one fact, if their scopes are one too."""
    if one.claim.kind == "quantity" or (who := _who(one)) is None:
        return None
    return "value", who, *one.sort


def _by_scope(heard: Sequence[Heard]) -> Iterator[tuple[Sequence[Heard], Iterator[Fault]]]:
    """Figures of one key by what narrows them. No sentence is read where all say the same."""
    first = heard[0].told.value
    if all(one.told.value.amount == first.amount and one.told.value.relation == first.relation for one in heard):
        return
    scopes: dict[tuple[bool, frozenset[str]], list[Heard]] = {}
    for one in heard:
        if not one.told.scope & _VERSIONS:
            scopes.setdefault((planned(one.told.claim, one.told.scope), one.told.scope), []).append(one)
    yield from ((row, _values(row)) for row in scopes.values())


def _values(heard: Sequence[Heard]) -> Iterator[Fault]:
    """Figures of one fact in two articles, none of which agrees with any."""
    articles: dict[int, list[Heard]] = {}
    for one in heard:
        articles.setdefault(one.number, []).append(one)
    if len(articles) > 1 and not set.intersection(*map(_stated, articles.values())):
        yield from _laid_side_by_side(sorted(articles.values(), key=_order))


def _stated(row: Iterable[Heard]) -> set[tuple[Decimal, str]]:
    """The values of an article, as they are given: where two articles share one, nothing is to be laid side by side."""
    return {(one.told.value.amount, one.told.value.relation) for one in row}


def _order(row: Sequence[Heard]) -> tuple[date, int]:
    return row[0].published or date.max, row[0].number


def _laid_side_by_side(rows: Sequence[Sequence[Heard]]) -> Iterator[Fault]:
    stated = list(map(_stated, rows))
    for at, later in enumerate(rows):
        for near in reversed(range(max(0, at - _REACH), at)):
            earlier = rows[near]
            if not stated[at].isdisjoint(stated[near]) or any(
                agree(one.told, other.told) for one in earlier for other in later
            ):
                continue
            pair = next(((one, other) for one in earlier for other in later if _contradict(one, other)), None)
            if pair is not None:
                yield _fault_of_values(*pair)
                break


def _contradict(one: Heard, other: Heard) -> bool:
    if not _near(one, other, _NEAR):
        return False
    first, second = days(one.told.claim), days(other.told.claim)
    if first is not None and first == second:
        return one.told.claim.measure != "other" or slipped(one.told.value.amount, other.told.value.amount)
    if first is not None and second is not None:
        return False
    measure = one.told.claim.measure
    if measure in {"funding", "capex"} and first is second is None:
        return one.told.claim.direction is None and one.told.value.amount > 10**7 and _near(one, other, _SOON)
    if measure == "other":
        return (
            _near(one, other, _SOON)
            and slipped(one.told.value.amount, other.told.value.amount)
            and _common_nouns(one, other, 2)
        )
    return (
        measure in _ONCE
        and slipped(one.told.value.amount, other.told.value.amount)
        and one.told.value.unit != "percent"
    )


def _near(one: Heard, other: Heard, reach: int) -> bool:
    return (
        one.published is not None
        and other.published is not None
        and abs((one.published - other.published).days) <= reach
    )


def _event_key(one: Told) -> Key | None:
    value = one.value
    if value.relation not in {"eq", "approx"} or not _singular(one):
        return None
    return "event", value.unit, value.amount.normalize()


def _by_day(heard: Sequence[Heard]) -> Iterator[tuple[Sequence[Heard], Iterator[Fault]]]:
    """Those figures of one key that are events. No sentence is read where none is put on a day."""
    if any(one.day is not None for one in heard):
        row = [one for one in heard if one.told.claim.kind == "price_move" or one.told.scope.isdisjoint(_NO_EVENT)]
        if row:
            yield row, _events(row)


def _events(heard: Sequence[Heard]) -> Iterator[Fault]:
    """One figure of one subject, put on two days; or told before the day that it is put on."""
    done: set[tuple[int, date]] = set()
    ordered = sorted(heard, key=lambda one: (one.published or date.max, one.number))
    for at, later in enumerate(ordered):
        for earlier in ordered[max(0, at - _REACH) : at]:
            if later.day is not None and (later.number, later.day) not in done and _other_day(earlier, later):
                done.add((later.number, later.day))
                yield _fault_of_days(earlier, later)


def _singular(one: Told) -> bool:
    """True for a figure that is not told of the subject again and again; what narrows it is looked at in `_by_day`."""
    claim, value = one.claim, one.value
    if claim.kind == "price_move":
        return (
            value.unit == "percent"
            and value.amount >= _GREAT_MOVE
            and claim.subject is not None
            and claim.subject.type not in _QUOTED
        )
    if claim.kind in {"price_level", "market_cap_level"} or value.unit in {"percent", "times", "percentage_point"}:
        return False
    return value.amount >= 100


def _other_day(earlier: Heard, later: Heard) -> bool:
    if (
        earlier.number == later.number
        or not _near(earlier, later, _NEAR)
        or later.day is None
        or earlier.published is None
    ):
        return False
    move = later.told.claim.kind == earlier.told.claim.kind == "price_move"
    first, second = _who(earlier.told), _who(later.told)
    if (first != second and (move or (first and second))) or earlier.told.claim.direction != later.told.claim.direction:
        return False
    if (first is None or second is None) and (
        noun(earlier.told.claim) != noun(later.told.claim) or _measured(later.told.value)
    ):
        return False
    if earlier.day is not None:
        apart = abs((earlier.day - later.day).days)
        if move:
            return 2 <= apart <= 3 and later.day > earlier.published
        return 0 < apart <= _NEAR and _common_nouns(
            earlier, later, _COMMON if first and first == second else _COMMON + 1
        )
    return (
        move
        and later.day > earlier.published
        and (later.day - earlier.published).days <= 7
        and earlier.told.claim.basis == later.told.claim.basis
    )


def _measured(value: Value) -> bool:
    """True for metres and kilograms: what is so long is not therefore one event."""
    unit = value.unit or ""
    return unit.isascii() and family(unit) != "money"


def _common_nouns(one: Heard, other: Heard, least: int = _COMMON) -> bool:
    first, second = (set(_NOUNS.findall(heard.told.passage.text)) for heard in (one, other))
    return len(first & second) >= least


def _fault_of_values(earlier: Heard, later: Heard) -> Fault:
    one, other = earlier.told.value.text, later.told.value.text
    message = (
        f"同じ事実について、別の記事は{one}、この記事は{other}としている",
        f"Another article gives {one} for this fact, this one {other}",
    )
    mends = both_ways(later.told.claim, later.path, earlier.told.claim, earlier.path)
    return Fault(place=place(later.told.claim, later.path), message=message, related=(_beside(earlier),), mends=mends)


def _fault_of_days(earlier: Heard, later: Heard) -> Fault:
    assert later.day is not None and earlier.published is not None
    here = f"{later.day.month}月{later.day.day}日"
    if earlier.day is not None:
        there = f"{earlier.day.month}月{earlier.day.day}日"
        message = (
            f"{later.told.value.text}の出来事を、別の記事は{there}、この記事は{here}としている",
            f"Another article puts this ({later.told.value.text}) on {earlier.day}, this one on {later.day}",
        )
    else:
        message = (
            f"{here}の出来事とあるが、{earlier.published.month}月{earlier.published.day}日公開の別の記事がすでに伝えている",
            f"Put on {later.day}, but an article published on {earlier.published} had told it already",
        )
    return Fault(place=place(later.told.claim, later.path), message=message, related=(_beside(earlier),))


def _beside(earlier: Heard) -> Place:
    return place(earlier.told.claim, earlier.path, ("別の記事", "the other article"))


ACROSS = Across(
    rows,
    judge,
    order=lambda one: (one.number, one.at),
    claim=lambda one: one.told.claim,
    pack=pack,
    unpack=msgspec.msgpack.Decoder(Heard).decode,
)
CHECK = Check(
    code="C502",
    severity="error",
    find=ACROSS.find,
    across=ACROSS,
    title=("二つの記事が食い違う", "Two articles disagree on one fact"),
    needs="claims",
    fires=[
        "published: 2026-01-06\nテスラは5日、2025年の納車が18万4000台だったと発表した。\n----\n"
        "published: 2026-01-08\nテスラの2025年の納車は14万8000台だった。",
        "published: 2026-01-14\n任天堂の株価は17%下落した。\n----\npublished: 2026-01-16\n15日の取引で任天堂の株価は17%下落した。",
    ],
    silent=[
        "published: 2026-01-06\nテスラの2025年の納車は約18万台だった。\n----\npublished: 2026-01-08\nテスラの2025年の納車は18万4000台だった。",
        # two quarters
        "published: 2025-08-01\n任天堂の2025年4〜6月期の営業利益は52億円だった。\n----\n"
        "published: 2025-11-04\n任天堂の2025年7〜9月期の営業利益は71億円だった。",
    ],
)
