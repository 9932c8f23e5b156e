"""Whose the figures of a built thing's parts are: CPUは18コア, 画面は6.7型, メモリ帯域は228GB/s; the thing's whose parts they are.

A part owns nothing: its figures are the thing's or its maker's that the sentence or the text speaks of.
"""

from __future__ import annotations

import re
from functools import cache

from jijitsu.extract.lexicon import either, words
from jijitsu.extract.linking.count.reach import FIRM, Owners, described_by, unit_of
from jijitsu.extract.linking.count.sight import Sight
from jijitsu.extract.linking.owner.launching import launched_in
from jijitsu.extract.linking.subject.nouns import Noun, is_measured
from jijitsu.extract.linking.subject.subjects import STRONG
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject


def of_a_part(sight: Sight) -> Owners:
    """Return the thing whose part or build the figure is told of; nobody where it is no such figure."""
    if earlier := _earlier_model(sight):
        return earlier
    noun = _part(sight)
    if noun is None:
        return ()
    described = described_by(sight.nouns, sight.value.start, sight.folded)
    if described is not None and not _parts().search(described.name):
        return sight.owner(described)
    if (beside := _BESIDE.search(sight.folded, max(0, sight.value.start - 34), sight.value.start)) is not None:
        who = sight.reading.scene.sentence.text[slice(*beside.span("who"))]
        return (Subject(who, who, None, "product"),)
    return _built(sight, noun)


_BESIDE = regex(r"(?<![A-Za-z0-9])(?P<who>[A-Z][A-Za-z0-9 .+-]{1,30})[」』]?\((?:約|最大)?$")
"""Kite M4(120GB/s): another thing, that this one is measured against."""


def _part(sight: Sight) -> Noun | None:
    """The part that the figure is of: the last noun before it, if that is a part and the figure one of its build."""
    value = sight.value
    if value.mention.type in {"count", "duration", "number"}:
        fits = unit_of(value) in words("counted")["part_units"] or not value.amount.unit
    else:
        fits = _THAN_ITS_KIND.search(sight.folded, 0, value.start) is not None
    if not fits:
        return None
    topics = [n for n in sight.before if n.particle in _TOLD or _HINGE.fullmatch(sight.folded, n.end, value.start)]
    last = topics[-1] if topics else None
    holder = sight.possessor(last) if last is not None and is_measured(last) else None
    if last is None or last.subjects or not any(_parts().search(n.name) for n in (last, holder) if n is not None):
        return None
    return None if "。" in sight.folded[last.end : value.start] else last


_TOLD = frozenset({"は", "が", "も", "を", "に", "で"})
_HINGE = regex(r"(?:約|最大|最高|最長|計|合計|それぞれ)?")
_THAN_ITS_KIND = regex(
    r"(?:前世代|先代|前モデル|前機種|現行(?:機種|モデル|品)?|従来(?:機種|機|品|モデル|製品)?|旧(?:型|モデル|機種))[^。はがを]{0,24}$"
    r"|[A-Za-z0-9」)]の(?:約|およそ)?$"
)
"""前世代「カガリ4」の2.5倍, Kite M4(120GB/s)の2倍弱."""


@cache
def _parts() -> re.Pattern[str]:
    return regex(rf"(?:{either(words('counted')['parts'])})$")


def _built(sight: Sight, noun: Noun) -> Owners:
    """Whose part it is: the name before の, the topic, the thing or the firm that the text speaks of."""
    holder = sight.possessor(noun)
    while holder is not None and not holder.subjects and (_parts().search(holder.name) or _OWN.search(holder.name)):
        noun, holder = holder, sight.possessor(holder)
    if holder is not None:
        return holder.subjects[:1] if holder.type in FIRM else ()
    topics = [n for n in sight.before if n.end <= noun.start and n.particle in {"は", "も"} and n.type in FIRM]
    if topics:
        return topics[-1].subjects[:1]
    firm = sight.reading.discourse.company
    return _shown(sight) or ((firm,) if firm is not None else ())


def _shown(sight: Sight) -> Owners:
    """The thing that the text speaks of: brought to market, or a sentence's topic; not one that it is measured against."""
    for scene, names in reversed(sight.reading.discourse.before):
        topics = [
            c for c in names if c.type == "product" and c.particle in {"は", "も", "では"} and c.strength >= STRONG
        ]
        if found := launched_in(scene) or (topics[0].subjects[:1] if topics else ()):
            return found
    return ()


_OWN = regex(r"(?:本体|筐体|車両|機体|新型|新製品|新機種|同機|同車|同製品|時)$")


def _earlier_model(sight: Sight) -> Owners:
    """42TOPSだった前世代「カガリ4」: what the figure is said of right behind it."""
    found = _WAS_OF.match(sight.folded, sight.value.tail)
    if found is None:
        return ()
    named = next((c for c in sight.reading.names if found.start("who") <= c.start < found.end("who")), None)
    if named is not None:
        return named.subjects[:1]
    who = sight.reading.scene.sentence.text[slice(*found.span("who"))]
    return (Subject(who, who, None, "product"),)


_WAS_OF = regex(
    r"だった(?:前世代|先代|前モデル|前機種|現行|従来|旧型)(?:機種|機|モデル|製品|品)?の?「(?P<who>[^「」]{1,24})」"
)
