"""Whose a share is by a form of its own: of those of whom a part is told, of those of an age."""

from __future__ import annotations

from jijitsu.extract.linking.count.reach import Owners, tells
from jijitsu.extract.linking.count.sight import Sight
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject


def part_told(sight: Sight) -> Owners:
    """沈んだコンブのうち海底に届くのは11%だ: of all of which the part is told, whatever the clause names."""
    if sight.value.mention.type != "percent":
        return ()
    found = _PART_TOLD.search(sight.folded, max(0, sight.value.start - 60), sight.value.start)
    whole = next((n for n in reversed(sight.before) if found and n.end == found.end("who")), None)
    return sight.owner(whole) if whole is not None and not tells(whole) else ()


_PART_TOLD = regex(
    r"(?P<who>[^、。はがもをに「」]{2,16})のうち、?[^、。]{1,40}?[うくぐすつぬぶむるたい](?:のは|ものは)(?:約|およそ|わずか)?$"
)


def of_age(sight: Sight) -> Owners:
    """米国の10代の46%が使う, 18~29歳は3割だった: those of an age, which no noun of the sentence is."""
    start = sight.value.start
    found = _AGED.search(sight.folded, max(0, start - 20), start) if sight.value.mention.type == "percent" else None
    if found is None:
        return ()
    return (Subject(sight.reading.scene.sentence.text[slice(*found.span("who"))], found["who"], None, "other"),)


_AGED = regex(
    r"(?P<who>(?<![0-9])(?:[1-9][0-9][~-])?[1-9][0-9](?:歳(?:以上|以下|未満)?|代)(?:の[男女]性|の若者|以[上下])?)(?:の(?:うち、?)?|では|は|が)(?:約|およそ|わずか)?$"
)


def surveyed(sight: Sight) -> Owners:
    """調査対象は70社176店: of those who are asked, not of the town that the sentence before named."""
    found = _SURVEYED.search(sight.folded, 0, sight.value.start)
    if found is None:
        return ()
    return (Subject(sight.reading.scene.sentence.text[slice(*found.span("who"))], found["who"], None, "other"),)


_SURVEYED = regex(
    r"(?:^|[、。(「])(?P<who>(?:調査|集計|分析|推計|アンケート|統計)の?対象)(?:は|が)(?:約|およそ|計|[0-9][0-9.,万千]{0,8}[一-鿿]{1,3}、?(?:計)?)?$"
)
