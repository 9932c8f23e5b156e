"""Stated parts do not add up to the stated whole.

## What it checks
Two or more figures of one unit and their total, where the sentence says that they are all there is: `国内12万台、海外25万台、計40万台`,
`売上高900億円の内訳は、…`, `合わせて`, `総額`. It says nothing where parts are left out or overlap (`など`, `主な`, `上位`, `うち`), where
something is taken off (`消去`, `相殺`), and where rounding explains the gap.

## Why it matters
A part, or the whole, is mistyped; or a part is missing that the reader should know of.

## How to mend
Add up (the message gives the sum) and look up the figure that does not fit. If parts are left out on purpose, say `など`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from jijitsu.extract.checking import Check, Desk, Fault
from jijitsu.extract.facts import family
from jijitsu.extract.mending import instead
from jijitsu.extract.numbers.intervals import Interval, interval_of, meet, plus, widened
from jijitsu.extract.numbers.saying import say
from jijitsu.extract.numbers.written import places
from jijitsu.extract.passages import Passage, passages_of, place
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Claim

_TOTAL_BEFORE = regex(
    r"(?:[、。,(]|の|で|と|は|が|を|も|^)?(?:計|合計|合わせて|あわせて|総計|総額|合計で|合計は|合計が|両者で|双方で|両方で|トータルで|全体で|あわせると|合わせると|足すと|[2-9二三四五六七八九両](?:つ|社|者|国|地域|カ国|部門|事業|工場|県|市|人|店|銘柄|品目)(?:の合計)?(?:で|の計))(?:で|、|は|が)?$"
)
_BREAKDOWN = regex(r"(?:の|で、?)?内訳は?|を(?:次の|以下の)?(?:通り|ように)")
_MAY_BREAK_DOWN = regex("内訳|通り|ように")
_NEXT_BREAKDOWN = regex(r"^[^。0-9]{0,12}内訳(?:は|をみると|を見ると)")
_OPEN = regex(
    r"など|ほか|他に|主な|主に|主要|上位|うち|中心|等|重複|延べ|消去|相殺|控除|差し引|除|含|調整|端数|四捨五入|加え|以上|超|一部|さらに|最大|累計|平均|当たり|それぞれ|ずつ|残り|残る|予想|目標|前年|前期|昨年|去年|からの?[0-9]|比べ|上回|下回|増|減|第"
)
_JOINED = regex(r"[^一-鿿ァ-ヶ]{0,8}")
"""Nothing stands between the last part and its total that could be another part: 住民2人、町長の計6人."""
_ROW = regex(
    r"(?:\([^()]{0,20}\)|[一-鿿ァ-ヶーA-Za-z・=、,「」 のがはでとやをにも]|から|および|ならびに|向け|そして|その他|うえ){0,30}"
)
"""Between two parts of a row stand names and particles, no verbs: 37件の候補について審議が行われ、自然遺産2件 is no row."""
_FEWEST_PARTS, _MOST_PARTS = 2, 12


def find(desk: Desk) -> Iterator[Fault]:
    """Yield a fault for each total that its parts cannot make."""
    for _, found in passages_of(desk):
        for at, passage in enumerate(found):
            following = found[at + 1] if at + 1 < len(found) and found[at + 1].start - passage.end <= 2 else None
            if len(passage.claims) > _FEWEST_PARTS:
                yield from _behind(passage)
            if len(passage.claims) > _FEWEST_PARTS or (following and len(following.claims) >= _FEWEST_PARTS):
                yield from _broken_down(passage, following)


def _behind(passage: Passage) -> Iterator[Fault]:
    """国内12万台、海外25万台、計40万台: the whole behind its parts."""
    for at, whole in enumerate(passage.claims):
        if at < _FEWEST_PARTS or not _is_level(whole) or _TOTAL_BEFORE.search(passage.before(whole, 16)) is None:
            continue
        parts: list[Claim] = []
        for claim in reversed(passage.claims[:at]):
            if not _fits(claim, whole) or _total_of_others(passage, claim):
                break
            if parts and not _ROW.fullmatch(passage.between(claim, parts[0])):
                parts = []  # one more figure of this unit, which may or may not be a part
                break
            parts.insert(0, claim)
        # A figure of another sort among the parts, or one that was not read, leaves the sum open.
        joined = bool(parts) and _JOINED.fullmatch(_TOTAL_BEFORE.sub("", passage.between(parts[-1], whole)))
        if len(parts) >= _FEWEST_PARTS and joined and _closed(passage, parts[0], whole):
            yield from _sum(passage, parts, passage, whole)


def _broken_down(passage: Passage, following: Passage | None) -> Iterator[Fault]:
    """売上高900億円の内訳は、A420億円、B310億円、C120億円: the whole before its parts, in its sentence or the one before."""
    for at, whole in enumerate(passage.claims):
        if not _is_level(whole):
            continue
        if _MAY_BREAK_DOWN.search(whole.evidence.suffix) and _BREAKDOWN.match(passage.after(whole)):
            parts = _run(passage, passage.claims[at + 1 :], whole)
            if len(parts) >= _FEWEST_PARTS and _closed(passage, whole, parts[-1]):
                yield from _sum(passage, parts, passage, whole)
        elif (
            following is not None
            and at == len(passage.claims) - 1
            and following.may_hold("内訳")
            and _NEXT_BREAKDOWN.match(following.text)
        ):
            parts = _run(following, following.claims, whole)
            if (
                len(parts) >= _FEWEST_PARTS
                and parts[0] is following.claims[0]
                and _closed(following, parts[0], parts[-1])
            ):
                yield from _sum(following, parts, passage, whole)


def _run(passage: Passage, claims: Sequence[Claim], whole: Claim) -> list[Claim]:
    parts: list[Claim] = []
    for claim in claims:
        if not _fits(claim, whole):
            break
        if parts and not _ROW.fullmatch(passage.between(parts[-1], claim)):
            return []  # one more figure of this unit, which may or may not be a part
        parts.append(claim)
    return parts


def _is_level(claim: Claim) -> bool:
    value = claim.value
    if value is None or (claim.direction is not None and family(value.unit) in {"money", "percent", "points"}):
        return False
    # 合計600人が職を失う is a count all the same; a rise is told by the words between (_OPEN).
    return value.relation in {"eq", "approx"} and value.unit != "times" and value.amount > 0


def _fits(claim: Claim, whole: Claim) -> bool:
    return (
        _is_level(claim)
        and claim.value is not None
        and whole.value is not None
        and claim.value.unit == whole.value.unit
    )


def _total_of_others(passage: Passage, claim: Claim) -> bool:
    return bool(re.search(r"(?:計|合計|合わせて)$", passage.before(claim, 6)))


def _closed(passage: Passage, first: Claim, last: Claim) -> bool:
    """True if nothing says that parts are missing, overlap or are of another sort."""
    start = max(0, first.evidence.start - passage.start - 20)
    end = last.evidence.end - passage.start + 10
    text = passage.text[start:end]
    inner = passage.text[first.evidence.start - passage.start : last.evidence.end - passage.start]
    inside = [c for c in passage.claims if first.evidence.start <= c.evidence.start <= last.evidence.start]
    for claim in inside:
        inner = inner.replace(
            passage.text[claim.evidence.start - passage.start : claim.evidence.end - passage.start], "", 1
        )
    inner = _TOTAL_BEFORE.sub("", inner)
    return (
        _OPEN.search(text) is None
        and "。" not in inner
        and "\0" not in inner
        and not re.search(r"[0-9]{2,}|数[十百千万]", inner)
    )


def _sum(passage: Passage, parts: Sequence[Claim], where: Passage, whole: Claim) -> Iterator[Fault]:
    if len(parts) > _MOST_PARTS or whole.value is None:
        return
    values = [part.value for part in parts if part.value is not None]
    total = Interval(Decimal(0), Decimal(0))
    for value in values:
        total = plus(total, interval_of(value))
    stated = interval_of(whole.value)
    added = sum((value.amount for value in values), Decimal(0))
    if meet(total, stated) or _rounded_parts(parts, whole, added):
        return
    said, said_en = say(added, whole.value.unit)
    listed = "+".join(value.text for value in values)
    message = (
        f"内訳を足すと{said}で、{whole.value.text}にならない({listed})",
        f"The parts make {said_en}, not {whole.value.text} ({listed})",
    )
    related = tuple(place(part, passage.path, ("内訳", "a part")) for part in parts)
    mends = (instead(whole, where.path, said),)
    yield Fault(place=place(whole, where.path), message=message, related=related, mends=mends)


def _rounded_parts(parts: Sequence[Claim], whole: Claim, added: Decimal) -> bool:
    """True if the parts are written less precisely than the whole, and their rounding explains the gap."""
    assert whole.value
    finest = min(places(part.value.text, part.value.amount).sure for part in parts if part.value)
    if places(whole.value.text, whole.value.amount).sure >= finest:
        return False
    gap = widened(Interval(added, added), Decimal(0))
    assert gap.low is not None
    return abs(gap.low - whole.value.amount) <= finest * len(parts)


CHECK = Check(
    code="N404",
    severity="warning",
    find=find,
    title=("内訳の合計が全体と合わない", "The parts do not add up to the whole"),
    needs="claims",
    fires=[
        "published: 2026-01-14\nトヨタ自動車の1月の販売は国内30万台、海外50万台、計90万台だった。",
        "published: 2026-01-14\n任天堂の売上高900億円の内訳は、国内420億円、海外310億円、その他120億円だった。",
    ],
    silent=[
        "published: 2026-01-14\nトヨタ自動車の1月の販売は国内30万台、海外50万台、計80万台だった。",
        # など leaves parts out
        "published: 2026-01-14\n任天堂の売上高900億円の内訳は、国内420億円、海外310億円などだった。",
        # rounding explains one tenth
        "published: 2026-01-14\nトヨタ自動車の1月の販売は国内16.4万台、海外47.3万台、合計63.8万台だった。",
        # the groups overlap
        "published: 2026-01-14\nトヨタ自動車の従業員は2万人で、うち国内は1万2000人、製造は9000人だ。",
    ],
)
