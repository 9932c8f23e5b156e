"""The headline or a bullet of the summary disagrees with the body.

## What it checks
A figure in a headline or a bullet for which the body has another one of the same measure, and none that agrees: `純利益4割減` over
`14%減`, `3%増` over `3%減`, `500億円投資` over `50億円`. Rounding, `超`, and figures of another day or period are agreement. It needs
the article's text, since a claim file does not tell headlines from sentences.

## Why it matters
Many readers see nothing but the headline, and the desk that wrote it may not have seen the correction.

## How to mend
Check the body's figure against the source, then take it over into the headline.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from jijitsu.extract.checking import Check, Desk, Dossier, Fault
from jijitsu.extract.facts import Told, agree, days, family, noun, owner, places, planned, same_owner, told_of
from jijitsu.extract.mending import both_ways
from jijitsu.extract.numbers.intervals import Interval, interval_of, meet
from jijitsu.extract.numbers.slips import slipped, tenfold, transposed
from jijitsu.extract.passages import place, roles_of

_HEADS = frozenset({"headline", "bullet"})
_NEUTRAL = frozenset({"plan", "国内", "海外", "日本", "全国", "年間", "総額", "合計", "1日", "一日", "追加", "新たに"})
"""Scopes that a headline drops or adds for brevity."""
_SMALL = Decimal(10)


def find(desk: Desk) -> Iterator[Fault]:
    """Yield a fault for each figure above the body that the body contradicts."""
    roles = roles_of(desk)
    for number, (dossier, figures) in enumerate(told_of(desk)):
        if dossier.article is not None:
            yield from _of_article(dossier, figures, roles(number))


def _of_article(dossier: Dossier, figures: Iterable[Told], kept: Mapping[int, str]) -> Iterator[Fault]:
    heads: list[Told] = []
    body: dict[str | None, list[Told]] = {}
    for one in figures:
        role = kept.get(one.passage.start, "body")
        if role in _HEADS:
            heads.append(one)
        elif role == "body":
            body.setdefault(family(one.value.unit), []).append(one)
    if not body:
        return
    for head in heads:
        against = _against(head, body.get(family(head.value.unit), ()))
        if against is not None:
            yield _fault(dossier, head, against)


def _against(head: Told, body: Sequence[Told]) -> Told | None:
    """The body's figure that a head's contradicts, if there is one and nothing in the body bears the head out."""
    rivals = [one for one in body if _comparable(head, one)]
    sure = next((one for one in rivals if _surely(head, one)), None)
    if sure is not None:
        return sure
    if any(_borne_out(head, one) for one in body):
        return None
    turned = next((one for one in rivals if _turned(head, one)), None)
    if turned is not None:
        return turned
    rivals = [one for one in rivals if not agree(head, one)]
    if not rivals:
        return next((one for one in body if _misquoted(head, one)), None)
    slips = [one for one in rivals if slipped(one.value.amount, head.value.amount)]
    if slips and not _trifle(head):
        return slips[0]
    return rivals[0] if len(rivals) == 1 and _alone(head, rivals[0]) else None


def _comparable(head: Told, one: Told) -> bool:
    """True if the two may speak of one fact: measure, level or change, owner, time, scope, mark."""
    first, second = head.claim, one.claim
    if (
        noun(first) != noun(second)
        or (first.direction is None) != (second.direction is None)
        or first.mark != second.mark
    ):
        return False
    if same_owner(first, second) == "other" or planned(first, head.scope) != planned(second, one.scope):
        return False
    apart = (head.scope ^ one.scope) - _NEUTRAL
    if apart and not (
        apart <= places()
        and not (head.scope & places() and one.scope & places())
        and slipped(head.value.amount, one.value.amount)
    ):
        return False
    when, then = days(first), days(second)
    return (
        when is None
        or then is None
        or when == then
        or (when[0] <= then[0] and then[1] <= when[1] and first.time is not None and len(first.time.text) < 5)
    )


def _borne_out(head: Told, one: Told) -> bool:
    """True if the body has the head's figure: of the same measure, or under another word but in the same direction."""
    if one.claim.direction != head.claim.direction and (head.claim.direction and one.claim.direction):
        return False
    if noun(one.claim) == noun(head.claim):
        # 5億円以上 bears out 6億円, and says nothing of 16億円.
        far = one.value.relation in {"ge", "gt"} and abs(head.value.amount) > 2 * abs(one.value.amount)
        return agree(head, one) and not far
    amounts = (head.value, one.value), (one.value, head.value)
    return any(meet(interval_of(rough, loose=True), Interval(fine.amount, fine.amount)) for rough, fine in amounts)


def _surely(head: Told, one: Told) -> bool:
    """A scale ten times off beside the same name and the same measure, even if the body has both values."""
    return (
        (owner(head.claim) is not None or owner(one.claim) is not None)
        and head.claim.direction == one.claim.direction
        and head.claim.kind != "quantity"
        and head.value.unit not in {"percent", "times"}
        and head.scope == one.scope
        and days(head.claim) == days(one.claim)
        and not agree(head, one)
        and slipped(head.value.amount, one.value.amount)
    )


def _misquoted(head: Told, one: Told) -> bool:
    """A figure that the body has with its digits changed, and nowhere as the head has it, under whatever noun."""
    mine, theirs = head.value.amount, one.value.amount
    when, then = days(head.claim), days(one.claim)
    return (
        head.value.unit == one.value.unit
        and head.value.unit not in {"percent", "times", "percentage_point"}
        and min(abs(mine), abs(theirs)) >= _SMALL
        and len([digit for digit in mine.as_tuple().digits if digit]) > 1
        and (transposed(mine, theirs) or tenfold(mine, theirs))
        and same_owner(head.claim, one.claim) != "other"
        and (when is None or then is None or when == then)
        and planned(head.claim, head.scope) == planned(one.claim, one.scope)
        and not (head.scope ^ one.scope) - _NEUTRAL - places()
    )


def _turned(head: Told, one: Told) -> bool:
    """3%増 over 3%減: the same figure the other way round."""
    return (
        {head.claim.direction, one.claim.direction} == {"up", "down"}
        and head.value.amount == one.value.amount
        and head.claim.kind != "quantity"
    )


def _trifle(head: Told) -> bool:
    """Small and round counts are alike by chance: 10 dead and hurt, 1 dead."""
    digits = len([digit for digit in head.value.amount.as_tuple().digits if digit])
    return head.claim.kind == "quantity" and (abs(head.value.amount) < _SMALL or digits < 2)


def _alone(head: Told, one: Told) -> bool:
    """Whether a single rival is enough: it is what the headline speaks of, and no slip of another figure."""
    if head.claim.kind == "quantity":
        return False
    if head.claim.direction != one.claim.direction:
        return False
    named = owner(head.claim) is None or owner(one.claim) is None or same_owner(head.claim, one.claim) == "same"
    return named and head.claim.measure not in {
        "other", "commodity", "cost", "share_price", "index", "fx_rate", "yield",
    }  # fmt: skip


def _fault(dossier: Dossier, head: Told, one: Told) -> Fault:
    turn = {"up": ("増", " up"), "down": ("減", " down")}
    mine, theirs = (turn.get(t.claim.direction or "", ("", "")) for t in (head, one))
    message = (
        f"見出し・要約の{head.value.text}{mine[0]}に対し、本文は{one.value.text}{theirs[0]}",
        f"The headline or summary says {head.value.text}{mine[1]}, the body {one.value.text}{theirs[1]}",
    )
    related = (place(one.claim, dossier.path, ("本文の値", "the body's value")),)
    same = head.claim.direction == one.claim.direction and head.value.text != one.value.text
    mends = both_ways(head.claim, dossier.path, one.claim, dossier.path) if same else ()
    return Fault(place=place(head.claim, dossier.path), message=message, related=related, mends=mends)


CHECK = Check(
    code="C503",
    severity="warning",
    find=find,
    title=("見出しや要約が本文と食い違う", "The headline or a bullet disagrees with the body"),
    needs="text",
    fires=[
        "published: 2026-01-14\n任天堂、純利益4割減\n\n任天堂の純利益は前年同期比14%減の36億円だった。",
        "published: 2026-01-14\nトヨタ自動車、九州に新工場 500億円投資\n\nトヨタ自動車は福岡県に50億円を投じ、工場を建てる。",
    ],
    silent=[
        "published: 2026-01-14\n任天堂、純利益3割減\n\n任天堂の純利益は前年同期比29.6%減の36億円だった。",
        "published: 2026-01-14\nトヨタ自動車の投資、1兆円超に\n\nトヨタ自動車は設備投資に1兆230億円を投じる。",
    ],
)
