"""Whose the area is that a fire burnt: 住宅から火が出て、約110平方メートルが全焼した, of the house."""

from __future__ import annotations

from jijitsu.extract.linking.count.reach import Owners
from jijitsu.extract.linking.count.sight import Sight
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

AREAS = frozenset({"平方メートル", "㎡", "m²", "ヘクタール", "平方キロメートル", "平方キロ", "ha", "アール", "坪"})


def burnt(sight: Sight) -> Owners:
    """What the sentence or the two before tell the fire of; 床約20平方メートルが焼けた is of what stands right in front."""
    value, folded = sight.value, sight.folded
    if value.amount.unit not in AREAS or not _BURNT.match(folded, value.tail):
        return ()
    last = sight.before[-1] if sight.before else None
    if last is not None and not _FIRE.fullmatch(last.name) and value.start in {last.end, last.behind}:
        return () if last.name not in _INSIDE else _on_fire(sight)
    if sight.at and sight.reading.values[sight.at - 1].tail + 1 >= value.start:
        return ()  # 4棟、約420平方メートルが焼けた
    return _on_fire(sight)


def _on_fire(sight: Sight) -> Owners:
    said = [sight.folded[: sight.value.start], *(s.sentence.folded for s in reversed(sight.reading.discourse.lately))]
    for text in said:
        if found := list(_ON_FIRE.finditer(text)):
            name = found[-1]["what"]
            return (Subject(name, name, None, "other"),)
    return ()


_BURNT = regex(r"(?:余り|以上|ほど)?(?:が|を|の)?[^、。はがを0-9]{0,6}(?:全焼|半焼|焼け|焼い|焼失|焼き|燃え|焦が)")
_FIRE = regex(r"火|炎|火事|火災|消防車?|消防隊")
_INSIDE = frozenset({"内部", "室内", "屋内", "敷地"})
_ON_FIRE = regex(
    r"(?P<what>[一-鿿ァ-ヺー]{2,9}(?<![市町村県火者員等]))(?:\([^()]{1,24}\))?(?:の[^、。はがを「」]{1,14}?)?"
    r"(?:から(?:火|煙|炎|黒煙|白煙|出火)|が(?:燃え|焼け|全焼)|で(?:火災|火事|出火)|の火災|に(?:燃え移|延焼))"
)
