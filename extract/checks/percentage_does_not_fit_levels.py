"""A percentage is not the change between the two levels that it is said to lie between.

## What it checks
Two levels of one unit in a sentence, said to be the start and the end of a change (`500ドルから400ドルへ`,
`前年に80億円だった利益は116億円に`), and the percentage (or 倍) of that change. Both levels and the percentage are taken with
all that they may be rounded from: `5%以上` holds for 12%. Percentage points, and percentages against another day or year
(`年初来`), are left alone.

## Why it matters
One of the three figures is wrong, and a reader with a calculator sees it.

## How to mend
Recompute: the message gives the change that follows from the two levels. Then look up which of the three was mistyped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from jijitsu.extract.checking import Check, Desk, Fault
from jijitsu.extract.facts import family, is_level, versus
from jijitsu.extract.mending import instead
from jijitsu.extract.numbers.intervals import Interval, interval_of, meet, over, scaled, shifted
from jijitsu.extract.numbers.saying import middle, say
from jijitsu.extract.passages import Passage, passages_of, place
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Claim

_ASIDE = r"(?:\([^()]*\))?"
_FROM = regex(
    _ASIDE + r"(?:だった|であった|あった|の)?(?:水準|ところ|もの|の)?から[^。0-9]{0,14}$"
    rf"|{_ASIDE}(?:だった|であった|あった|で)(?:[^。0-9]{{0,20}})(?:は|が|も|を|に対し、?|に比べ、?|と比べ、?|、)[^。0-9]{{0,8}}$"
)
_TO = regex(
    _ASIDE
    + r"(?:へと?|まで|に(?!とどま|つい|対|比|関)|と(?=、|なり|なっ|前|[0-9約])|で(?=、|あり|[0-9約])|だ|となり|となっ|を)"
)
_EARLIER = regex(r"前|昨|去年|かつて|当初|末|年に|月に|日に")
_OTHER_BASIS = regex(
    r"年初来|計画|予想|目標|想定|シェア|割合|比率|利益率|進捗|達成|うち|平均|高値|安値|従来|市場|累計|年率"
)
_BETWEEN = regex(r"[^はがも。「」0-9]{0,14}")
_UP = regex(r"[^0-9。、]{0,6}?(?:増|伸|上昇|上が|上げ|高|拡大|膨|プラス|アップ|多)")
_DOWN = regex(r"[^0-9。、]{0,6}?(?:減|下落|下が|下げ|安|低下|縮|マイナス|ダウン|落|少な|目減)")


def find(desk: Desk) -> Iterator[Fault]:
    """Yield a fault for each percentage that cannot lie between the two levels of its sentence."""
    for _, found in passages_of(desk):
        for passage in found:
            if len(passage.claims) >= 3:
                yield from _find(passage)


def _find(passage: Passage) -> Iterable[Fault]:
    levels = [claim for claim in passage.claims if is_level(claim)]
    for start, end in pairwise(levels):
        if not _changes(passage, start, end):
            continue
        change = _change(passage, start, end, levels)
        if change is not None and (fault := _fault(passage, start, end, change)) is not None:
            yield fault


def _changes(passage: Passage, start: Claim, end: Claim) -> bool:
    """True if the sentence says that a level went from `start` to `end`."""
    assert start.value and end.value
    if start.value.unit != end.value.unit or (start.equivalent is not None and start.equivalent.text == end.value.text):
        return False
    between = passage.between(start, end)
    between = re.sub(r"[0-9.約]+(?:%|割|倍)[^0-9]{0,6}$", "", between)
    linked = _FROM.match(between)
    if linked is None or _TO.match(passage.after(end)) is None:
        return False
    return "から" in linked[0] or bool(_EARLIER.search(passage.before(start, 20)))


def _change(passage: Passage, start: Claim, end: Claim, levels: list[Claim]) -> Claim | None:
    """The percentage that is said of the change, right behind it or right before it."""
    found = []
    for claim in passage.claims:
        value = claim.value
        if value is None or value.unit not in {"percent", "times"} or claim.mark == "target":
            continue
        if claim.evidence.start > end.evidence.start:
            gap = passage.between(end, claim)
            others = [level for level in levels if end.evidence.end <= level.evidence.start < claim.evidence.start]
        elif claim.evidence.end <= start.evidence.start:
            gap = passage.between(claim, start)
            others = [level for level in levels if claim.evidence.end <= level.evidence.start < start.evidence.start]
        else:
            continue
        around = passage.before(claim, 16) + passage.after(claim, 12)
        if _against_another(claim, gap, passage.before(start, 20)):
            continue
        if (
            not others
            and _BETWEEN.fullmatch(_plain(gap))
            and not _OTHER_BASIS.search(around)
            and not _OTHER_BASIS.search(claim.basis or "")
        ):
            found.append(claim)
    return found[0] if len(found) == 1 else None


def _against_another(claim: Claim, gap: str, before: str) -> bool:
    """True for 従来の530億円から580億円(前期比23%増): the percentage is held against another value than the first."""
    said = re.search(r"[前昨去][^、。()0-9]{1,6}比", gap)
    basis = claim.basis or (said[0] if said else None)
    return basis is not None and versus(basis, "") != versus(before, "")


def _plain(gap: str) -> str:
    """A gap without asides and without the words that only name the rate."""
    if not re.search(r"から|比|対す", gap):
        gap = re.sub(
            r"(?:下落|上昇|低下|増加|減少|縮小|拡大|伸び|下げ|上げ|値下がり|値上がり)[率幅](?:は|が|も)", "", gap
        )
    return re.sub(r"\([^()]*\)|率にして|割合にして|パーセントで(?:は|も)", "", gap)


def _fault(passage: Passage, start: Claim, end: Claim, change: Claim) -> Fault | None:
    assert start.value and end.value and change.value
    ratio = over(interval_of(end.value), interval_of(start.value))
    if change.value.unit == "times":
        return _fault_of_times(passage, start, end, change, ratio)
    down = _DOWN.match(passage.after(change)) is not None
    up = _UP.match(passage.after(change)) is not None
    if up == down:
        up, down = change.direction == "up", change.direction == "down"
    if not (up or down):
        return None
    moved = scaled(shifted(ratio, Decimal(-1)), Decimal(100))
    if down:
        moved = scaled(moved, Decimal(-1))
    if meet(moved, interval_of(change.value)):
        return None
    return _told(passage, start, end, change, moved, "減" if down else "増", "down" if down else "up")


def _fault_of_times(passage: Passage, start: Claim, end: Claim, change: Claim, ratio: Interval) -> Fault | None:
    assert change.value
    if (
        not re.match(r"(?:以上|超|弱|強|近く|余り)?(?:に|へ|と|の|、|。|$)", passage.after(change))
        or family(change.value.unit) != "times"
    ):
        return None
    return None if meet(ratio, interval_of(change.value)) else _told(passage, start, end, change, ratio, "", "")


def _told(passage: Passage, start: Claim, end: Claim, change: Claim, found: Interval, ja: str, en: str) -> Fault | None:
    assert start.value and end.value and change.value
    center = middle(found)
    if center is None:
        return None
    from_, to = start.value.text, end.value.text
    rate, rate_en = say(center, change.value.unit, 3)
    message = (
        f"{from_}から{to}への変化は約{rate}{ja}で、{change.value.text}ではない",
        f"From {from_} to {to} is about {rate_en} {en}".rstrip() + f", not {change.value.text}",
    )
    related = (
        place(start, passage.path, ("変化の前", "before the change")),
        place(end, passage.path, ("変化の後", "after the change")),
    )
    mends = (instead(change, passage.path, rate),) if center > 0 else ()
    return Fault(place=place(change, passage.path), message=message, related=related, mends=mends)


CHECK = Check(
    code="N401",
    severity="error",
    find=find,
    title=("割合が前後の水準と合わない", "A percentage does not fit the two levels"),
    needs="claims",
    fires=[
        "published: 2026-01-14\nトヨタ自動車の株価は500円から400円へ10%下落した。",
        "published: 2026-01-14\n任天堂の営業利益は前年同期の80億円から116億円へと、率にして55%伸びた。",
    ],
    silent=[
        "published: 2026-01-14\nトヨタ自動車の株価は500円から400円へ20%下落した。",
        # 12% is 5% or more
        "published: 2026-01-14\nトヨタ自動車の株価は500円から440円へ5%以上下落した。",
        # the fall since January lies between other levels
        "published: 2026-01-14\nトヨタ自動車の株価は前日の1500円から1470円へ下げ、年初来の下落率は18%となった。",
        # held against the year before, not against the old forecast
        "published: 2026-01-14\n任天堂は営業利益の予想を従来の530億円から580億円(前期比23.2%増)に引き上げた。",
        # points are no ratio
        "published: 2026-01-14\n任天堂の営業利益率は8%から10%へ2ポイント上がった。",
    ],
)
