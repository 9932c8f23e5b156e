"""Which claims speak of the same fact: the key that repeats and contradictions share, and what tells two facts apart.

A fact is a subject's measure in a period: level or change, result or plan, at the close or within the day. Two days'
market values, a target and a result, a quarter and its year, a part and its whole are different facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from hashlib import sha256
from typing import Literal

import msgspec

from jijitsu.extract.checking import Desk, Dossier
from jijitsu.extract.draft import Draft
from jijitsu.extract.lexicon import words
from jijitsu.extract.numbers.intervals import interval_of, meet
from jijitsu.extract.passages import Passage, passages_of
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Claim, Value

_SAME_COUNTER = {"名": "人", "ヶ月": "カ月", "か月": "カ月", "箇所": "カ所", "か所": "カ所", "ヵ所": "カ所"}
_RESULTS = frozenset({
    "revenue", "operating_profit", "ordinary_profit", "net_profit", "gross_margin", "free_cash_flow", "eps", "dividend",
    "deliveries", "sales", "production", "shipments", "registrations",
})  # fmt: skip
"""What is first expected and then comes about; a cut or an investment that is announced is told as a plan throughout."""
_DAILY = frozenset({"price_move", "price_level", "market_cap_move", "market_cap_level"})
_OWNERS = frozenset({"company", "index", "currency", "crypto", "commodity", "country", "group"})
_UNTOLD = frozenset({"negated", "conditional"})
_OF_PERSONS = frozenset({"net_worth", "dividend", "funding", "other", "loss", "debt"})
# Stretches of a company that are named before what they are: 生成AI向け, 北米事業, 宅配部門.
_BRANCHES = r"(?:向け|事業|部門|分野|セグメント|地域|工場|店舗|支店|子会社|製品|車種)"
_BRANCH = regex(rf"([一-鿿ァ-ヶーA-Za-z]{{1,12}}?){_BRANCHES}")
_BRANCH_END = regex(_BRANCHES)
_FROM_THERE = regex(r"[ァ-ヶA-Za-z]|の?[^、。はがでの]{0,12}(?:大手|メーカー|企業|会社|新興)")
"""Behind a place: what comes from there (中国BYD, 米国の映像会社), not what happens there."""
_NO_BRANCH = frozenset({"新", "同", "全", "主力", "この"})
_BASIS = regex(r"(?:前|昨|去|計画|予想)[^。、0-9はが]{0,6}(?:比|に比べ|と比べ|より|から)|[年期月週日]比")
"""What a change is held against is no scope of it: 前年同期比."""
_PLANNED = regex(
    r"(?:の|と|を|に|へ)?(?:する|増やす|減らす|引き上げる|引き下げる|なる)?(?:との|という)?(?:目標|計画|予想|見通し|見込|方針|予定)(?!を(?:上回|下回)|に届)|(?:を|と)(?:目指|見込|予想|計画|想定)"
)
_SCOPE_REACH = 24
_PERIOD_WORDS = (
    ("year", ("前年", "昨年", "去年", "前の年", "1年前", "一昨年", "12カ月前")),
    ("month", ("前月", "前の月", "1カ月前")), ("week", ("前週", "1週間前")), ("day", ("前日", "前営業日", "前取引日")),
    ("term", ("前期", "前の期", "前四半期", "前の四半期", "前回", "直前")), ("plan", ("計画", "予想", "従来", "目標", "想定")),
    ("year to date", ("年初来", "前年末", "昨年末")),
)  # fmt: skip

Owner = Literal["same", "perhaps", "other"]


def fact_key(draft: Draft) -> str | None:
    """Return `f_` and 16 hex digits of what the claim is about; null for quotes and unknown subjects.

    The period is the one that the reader has in mind. A level and its change are two facts (a revenue of 7.9兆円, and
    its rise by 3000億円), and so are a plan and its result, a day's close and its high, a change on the year before and
    one on the quarter before.
    """
    if draft.kind == "quote" or draft.subject is None or draft.measure is None:
        return None
    period = draft.period or draft.time
    change = draft.direction is not None
    parts = (
        draft.subject.id or draft.subject.name,
        draft.measure,
        ("change", versus(draft.basis, draft.kind)) if change else "level",
        period and (period.start.isoformat(), period.end.isoformat()),
        family(draft.value.unit if draft.value else None),
        draft.mark,
        "plan" if draft.modality == "forecast" and draft.measure in _RESULTS else None,
    )
    return f"f_{sha256(msgspec.json.encode(parts)).hexdigest()[:16]}"


def family(unit: str | None) -> str | None:
    """Currencies are one family, since the same money is told in several; counters that count alike are one."""
    if unit is not None and len(unit) == 3 and unit.isascii() and unit.isupper():
        return "money"
    return _SAME_COUNTER.get(unit, unit) if unit else unit


@lru_cache(maxsize=4096)
def versus(basis: str | None, kind: str) -> str:
    """What a change is held against, as a word: year, month, day, term, plan. Without a basis a price moves in a day."""
    if basis is None:
        return "day" if kind in _DAILY else "year"
    return next((name for name, stems in _PERIOD_WORDS if any(stem in basis for stem in stems)), basis)


def owner(claim: Claim) -> str | None:
    """Whom a claim is about, if that is surely a name: an id or a name. The speaker of a result does not own it."""
    subject = claim.subject
    if subject is None:
        return None
    if subject.type == "person":
        return subject.id or subject.name if claim.measure in _OF_PERSONS else None
    if subject.type == "group" and claim.value is not None and claim.value.text in subject.text:
        return None  # 今回発表された1万5000人: those whom the count itself counts
    return subject.id or subject.name if subject.type in _OWNERS else None


def unowned(claim: Claim) -> bool:
    """True if a claim names nobody: it has no subject, or its own measure is all that there is (売上高は264億円)."""
    subject = claim.subject
    return subject is None or (subject.type == "other" and subject.name in _measured())


@cache
def _measured() -> frozenset[str]:
    return frozenset(str(word) for row in words("measures") for word in row["words"])


def same_owner(one: Claim, other: Claim) -> Owner:
    """Whether two claims of one article are about the same subject. Without a sure name they may be."""
    first, second = owner(one), owner(other)
    if first is not None and second is not None:
        return "same" if first == second else "other"
    return "perhaps"


@lru_cache(maxsize=2**14)
def scope_of(before: str, after: str) -> frozenset[str]:
    """What narrows a figure: words in the text right before it (back to the figure before) and right behind it.

    What was read last is kept: several papers print what an agency sends.
    """
    near = _BASIS.sub("", before).replace("国内外", "").replace("時価総額", "")
    near = near[near.rfind("。") + 1 :]
    heads, signs = _scopes()
    found = {
        tag
        for head in signs.finditer(near)
        for word, tag in heads[head[0]]
        if near.startswith(word, at := head.start())
        and not (tag in places() and _FROM_THERE.match(near, at + len(word)))
    }
    if _PLANNED.match(after):
        found.add("plan")
    if _BRANCH_END.search(near):
        found.update(match[1][-6:] + "~" for match in _BRANCH.finditer(near) if match[1] not in _NO_BRANCH)
    return frozenset(found)


@cache
def places() -> frozenset[str]:
    """The scopes that are places."""
    return frozenset(str(word) for row in words("scopes") if row.get("place") for word in row["words"])


@cache
def _scopes() -> tuple[Mapping[str, Sequence[tuple[str, str]]], re.Pattern[str]]:
    """(word, tag) by the first sign of the word, and any of these signs, so that a text is gone through once."""
    heads: dict[str, list[tuple[str, str]]] = {}
    for row in words("scopes"):
        for word in row["words"]:
            heads.setdefault(word[0], []).append((word, row.get("as", word)))
    return heads, regex(f"[{re.escape(''.join(heads))}]")


def planned(claim: Claim, scope: frozenset[str]) -> bool:
    """True if a claim tells what is meant to be, not what is."""
    return "plan" in scope or (claim.modality == "forecast" and claim.measure in _RESULTS)


def days(claim: Claim) -> tuple[str, str] | None:
    """First and last day of a claim's own time, as ISO dates; None where it has none.

    A price of a day that is yet to come was misread (29日は一日を通して): its time is not known.
    """
    time, published = claim.time, claim.article.published
    if time is None or (
        claim.kind in _DAILY and published is not None and time.start > published and claim.mark != "target"
    ):
        return None
    return time.start.isoformat(), time.end.isoformat()


def noun(claim: Claim) -> str:
    """What is measured, without 数 and 額 behind a noun: 来場者数 and 来場者 are one."""
    measure = claim.measure or ""
    return (
        measure[:-1]
        if measure.endswith(("数", "額", "量")) and claim.kind == "quantity" and len(measure) > 2
        else measure
    )


class Told(msgspec.Struct, frozen=True, dict=True):
    """A numeric claim with its sentence. What narrows it is read when it is first asked for: few figures are compared."""

    claim: Claim
    passage: Passage
    since: int
    """Where the figure before it ends, or the sentence begins."""
    sort: tuple[str | None, ...]
    """What figures must share to speak of one fact, as far as it is told without reading the sentence."""

    @cached_property
    def scope(self) -> frozenset[str]:
        """What narrows it."""
        reach = min(_SCOPE_REACH, self.claim.evidence.start - self.since)
        before = self.passage.before(self.claim, reach) if reach > 0 else ""
        return scope_of(before, self.passage.after(self.claim, 12))

    @property
    def value(self) -> Value:
        """Its value: `told` keeps those alone that have one."""
        assert self.claim.value is not None
        return self.claim.value


@lru_cache(maxsize=1)
def told_of(desk: Desk) -> tuple[tuple[Dossier, Sequence[Told]], ...]:
    """Return each article of a desk with its comparable figures; the last desk's are kept, since several checks ask."""
    return tuple((dossier, tuple(told(found))) for dossier, found in passages_of(desk))


def told(found: Iterable[Passage]) -> Iterator[Told]:
    """Yield the figures of passages that may be compared with others: not what is denied or only supposed."""
    for passage in found:
        floor = passage.start
        for claim in passage.claims:
            since, floor = floor, claim.evidence.end
            value, measure, direction = claim.value, claim.measure, claim.direction
            if value is not None and measure is not None and claim.modality not in _UNTOLD:
                change = versus(claim.basis, claim.kind) if direction else None
                yield Told(claim, passage, since, (noun(claim), value.unit, change, direction, claim.mark))


def agree(one: Told, other: Told) -> bool:
    """True if some reading of two values is the same; trailing zeros may have been rounded to."""
    first, second = one.value, other.value
    if first.amount == second.amount and first.relation == second.relation:
        return True
    return meet(interval_of(first, loose=True), interval_of(second, loose=True))


def alike(one: Told, other: Told) -> bool:
    """True if two figures of one article and of one sort may speak of one fact: owner, scope and time allow it."""
    if same_owner(one.claim, other.claim) == "other":
        return False
    first, second = days(one.claim), days(other.claim)
    return (first is None or second is None or first == second) and one.scope == other.scope


_CHANGES = frozenset({"percent", "percentage_point", "times"})


def is_level(claim: Claim) -> bool:
    """True for a claim that says exactly or nearly how much there was: what a change can be reckoned from."""
    value = claim.value
    return (
        value is not None
        and claim.direction is None
        and value.unit not in _CHANGES
        and value.amount > 0
        and value.relation in {"eq", "approx"}
    )
