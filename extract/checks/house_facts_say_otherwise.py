"""A figure is not what the user's house facts say.

## What it checks
With `--facts`: levels of the same subject, measure, period and unit as an entry of the file. Rounding agrees (163万台 with 163.6万台);
targets, parts (`北米での`), other periods and figures without a period say nothing.

## Why it matters
The facts that a house keeps have been checked once already.

## How to mend
The message gives the entry's figure, its source and its line. If the entry is out of date, mend it there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from jijitsu.extract.checking import Check, Desk, Dossier, Fault, HouseFact
from jijitsu.extract.facts import Told, days, family, planned, told_of, unowned
from jijitsu.extract.fold import fold
from jijitsu.extract.mending import instead
from jijitsu.extract.numbers.intervals import Interval, interval_of, meet
from jijitsu.extract.numbers.saying import say
from jijitsu.extract.numbers.slips import slipped
from jijitsu.extract.passages import place
from jijitsu.schemas.claim import Claim

_NEUTRAL = frozenset({"世界", "年間", "通期", "日本", "1株", "当たり"})
"""Scopes that leave a figure what it is: 年間配当 of a year, 1株115円."""
_PARTS_OF_TIME = frozenset({"中間", "期末", "上半期", "下半期", "上期", "下期", "四半期", "月間", "累計"})
_VERBS = {"sales": "販売", "deliveries": "納車", "production": "生産", "shipments": "出荷", "registrations": "登録"}
_COUNTED = frozenset({"sales", "deliveries", "registrations"})
"""What articles say of one and the same count."""


def find(desk: Desk) -> Iterator[Fault]:
    """Yield a fault for each figure that an entry contradicts."""
    if not desk.house:
        return
    entries: dict[str, list[HouseFact]] = {}
    for fact in desk.house:
        entries.setdefault(fold(fact.subject), []).append(fact)
    ids = _ids(entries)
    for dossier, figures in told_of(desk):
        yield from _of_article(dossier, figures, entries, ids)


def _ids(entries: Mapping[str, Sequence[HouseFact]]) -> dict[str, str]:
    """Id and canonical name -> subject of the file, for subjects that the registry knows: Tesla is XNAS:TSLA and テスラ."""
    from jijitsu.extract.linking.entity.registry import registry

    found: dict[str, str] = {}
    forms = registry().forms
    for subject in entries:
        entry = forms.get(subject)
        if entry is not None and entry.entity is not None:
            found[entry.entity.name] = subject
            if entry.entity.id:
                found[entry.entity.id] = subject
    return found


def _of_article(
    dossier: Dossier, figures: Iterable[Told], entries: Mapping[str, Sequence[HouseFact]], ids: Mapping[str, str]
) -> Iterator[Fault]:
    last: str | None = None
    for one in figures:
        named = _subject(one.claim, entries, ids)
        guessed = named is None and unowned(one.claim)
        subject = named or (_before(dossier, one, entries) or last if guessed else None)
        last = named or (last if unowned(one.claim) else None)
        for fact in entries.get(subject or "", ()):
            # Where the subject is only carried over from the sentence before, a slip of the pen must show it.
            shown = not guessed or slipped(one.value.amount, fact.amount)
            if shown and _same_fact(one, fact) and not meet(_stated(fact), interval_of(one.value, loose=True)):
                yield _fault(dossier, one, fact)


def _subject(claim: Claim, entries: Mapping[str, object], ids: Mapping[str, str]) -> str | None:
    subject = claim.subject
    if subject is None:
        return None
    for name in (subject.id, fold(subject.name), fold(subject.text)):
        if name is not None and (name in entries or name in ids):
            return name if name in entries else ids[name]
    return None


def _before(dossier: Dossier, one: Told, entries: Mapping[str, object]) -> str | None:
    """The only one of the file's subjects in the sentence before, for a figure whose subject is left out."""
    if dossier.story is None:
        return None
    scenes = dossier.story.scenes
    at = next((at for at, scene in enumerate(scenes) if scene.sentence.end > one.passage.start), len(scenes) - 1)
    named = [*(scenes[at - 1].of("company")[-1:] if at else ()), *scenes[at].of("company")]
    known = {name for mention in named if (name := fold(getattr(mention.value, "name", ""))) in entries}
    return known.pop() if len(known) == 1 else None


def _same_fact(one: Told, fact: HouseFact) -> bool:
    claim = one.claim
    if claim.direction is not None or planned(claim, one.scope) or claim.modality == "forecast":
        return False
    same = claim.measure == fact.measure or {claim.measure or "", fact.measure} <= _COUNTED or _by_verb(one, fact)
    if not same or family(claim.value.unit if claim.value else None) != family(fact.unit):
        return False
    if claim.value is None or (family(fact.unit) == "money" and claim.value.unit != fact.unit):
        return False
    if one.scope - _NEUTRAL or one.scope & _PARTS_OF_TIME:
        return False
    start, _, end = fact.period.partition("/")
    return days(claim) == (start, end or start)


def _by_verb(one: Told, fact: HouseFact) -> bool:
    """2025年に販売したゲーム機は1306万台: a count whose sentence has the verb, if a slip of the pen shows it."""
    verb = _VERBS.get(fact.measure)
    return (
        one.claim.kind == "quantity"
        and verb is not None
        and verb in one.passage.text
        and (slipped(one.value.amount, fact.amount) or one.value.amount == fact.amount)
    )


def _stated(fact: HouseFact) -> Interval:
    return Interval(fact.amount, fact.amount)


def _fault(dossier: Dossier, one: Told, fact: HouseFact) -> Fault:
    said, said_en = say(fact.amount, fact.unit, 12)
    source = f"、{fact.source}" if fact.source else ""
    message = (
        f"社内資料({fact.line}行目{source})では{fact.subject}は{said}で、{one.value.text}ではない",
        f"The house facts (line {fact.line}{re.sub('^、', ', ', source)}) have {said_en} for {fact.subject}, not {one.value.text}",
    )
    mends = (instead(one.claim, dossier.path, said),)
    return Fault(place=place(one.claim, dossier.path), message=message, mends=mends)


_HOUSE = (HouseFact("トヨタ自動車", "sales", "2025-01-01/2025-12-31", Decimal(3295000), "台", "", 1),)

CHECK = Check(
    code="R602",
    severity="error",
    find=find,
    title=("数値が社内資料と違う", "A figure is not what the house facts say"),
    needs="claims",
    fires=["published: 2026-01-20\nトヨタ自動車の2025年の世界販売は392万5000台だった。"],
    silent=[
        "published: 2026-01-20\nトヨタ自動車の2025年の世界販売は329万台だった。",
        # a target, a part, another period
        "published: 2026-01-20\nトヨタ自動車の2025年の販売目標は392万5000台だった。",
        "published: 2026-01-20\nトヨタ自動車の北米での2025年の販売は92万5000台だった。",
        "published: 2026-01-20\nトヨタ自動車の2024年の世界販売は392万5000台だった。",
    ],
    house=_HOUSE,
)
