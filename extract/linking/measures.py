"""What a figure measures: the word that governs it, behind it (2000億ドルの時価総額) or before it (売上高は120億円)."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from jijitsu.extract.linking.values import Value
from jijitsu.extract.story import Scene
from jijitsu.schemas.mention import Mention, Word


class Measure(msgspec.Struct, frozen=True):
    """A measure word; offsets into the sentence's folded text. `name` is the record's word, or the noun as written."""

    family: str
    name: str
    start: int = -1
    end: int = -1


# What each family can be said in. A count of people is no delivery, an amount of money no index.
_UNITS: dict[str, frozenset[str]] = {
    "price": frozenset({"money", "percent", "points", "multiple", "number"}),
    "cap": frozenset({"money", "percent", "multiple"}),
    "delivery": frozenset({"count", "percent", "multiple"}),
    "financial": frozenset({"money", "percent", "multiple", "points"}),
    "quantity": frozenset({"money", "percent", "multiple", "points", "count", "number"}),
}
_OF: dict[str, frozenset[str]] = {
    "price": frozenset({"price"}),
    "volume": frozenset({"cap", "delivery", "financial", "quantity"}),
    "fx": frozenset({"price"}),
    "any": frozenset({"price", "cap", "delivery", "financial", "quantity"}),
}
# Counters that things delivered, sold or made never have.
_NOT_DELIVERED = frozenset("人名社店件回点票校位組度歳戸チーム カ所 か所 ヶ所 カ国 か国 店舗 拠点 銘柄 都市 国 県 株 口".split()) | frozenset("人名社店件回点票校位組度歳戸国県株口")
_BEHIND_NOUN = re.compile(r"(?:相当)?の[^、。はがをにでと「」]{0,6}|")
_BEHIND_VERB = re.compile(r"(?:の[^、。「」はが]{1,16})?(?:を|も)?[^、。はが「」]{0,8}")
_VERBS = frozenset({"deliveries", "sales", "production", "shipments", "funding"})
_VAGUE = frozenset({"financial:other", "financial:loss"})


def measures_of(scene: Scene) -> tuple[Measure, ...]:
    """The measure words of a scene, without those that are part of a name (株価 in 日経平均株価)."""
    base = scene.sentence.start
    names = [m for m in scene.mentions if m.type in {"index", "company", "organisation", "product", "commodity"}]
    found = []
    for mention in scene.of("measure"):
        if isinstance(mention.value, Word) and not any(n.span.holds(mention.span) for n in names):
            family, _, name = mention.value.means.partition(":")
            found.append(Measure(family, name, mention.start - base, mention.end - base))
    return tuple(found)


def measure_of(value: Value, before: int, limit: int, measures: Sequence[Measure], of: str, folded: str) -> Measure | None:
    """Return the measure said of `value` in its own sentence, else None.

    `before` and `limit`: the ends of what belongs to it (the sentence's start; the next value's start).
    `of`: what its direction word is said of.
    """
    ahead = next((m for m in measures if value.tail <= m.start < limit and fits(m, value, of)), None)
    if ahead is not None and not _said_behind(value, ahead, folded):
        ahead = None
    behind = next((m for m in reversed(measures) if before <= m.start and m.end <= value.start and fits(m, value, of)), None)
    if ahead is None or behind is None:
        return ahead or behind
    # 営業損益が85億円の赤字: the named line before the value says more than the 赤字 behind it.
    if behind.family == ahead.family == "financial" and f"financial:{ahead.name}" in _VAGUE:
        return behind
    return ahead


def fits(measure: Measure, value: Value, of: str) -> bool:
    """True if a value of this unit, going this way, can be of this measure."""
    if value.mention.type not in _UNITS[measure.family] or measure.family not in _OF[of]:
        return measure.name == "commodity" and of == "volume" and value.mention.type == "percent"
    if measure.family == "delivery" and value.mention.type == "count":
        return value.amount.unit not in _NOT_DELIVERED
    if measure.name == "yield":
        return value.mention.type in {"percent", "points"}
    if value.mention.type in {"points", "number"}:
        return measure.family == "quantity" or value.mention.type == "points" and measure.family == "financial"
    return True


def _said_behind(value: Value, measure: Measure, folded: str) -> bool:
    gap = folded[value.tail : measure.start]
    if _BEHIND_NOUN.fullmatch(gap):
        return True
    return measure.name in _VERBS and bool(_BEHIND_VERB.fullmatch(gap)) and not re.search(r"[0-9]", gap)


def is_delivery_unit(mention: Mention) -> bool:
    """True if a count of this unit can be a delivery without a word that says so (万台)."""
    return getattr(mention.value, "unit", "") == "台"
