"""What a headline's bare change is of: 工作機械受注、4月は12%増 over 受注額は前年同月比12.4%増の1462億円.

`as_the_lead_says` takes the figures of an article and gives a headline's change without a measure the one that the first
sentences give the same change. Leaves changes of another size, way or firm, and headlines that say what they measure.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import msgspec

from jijitsu.extract.linking.figure import Figure
from jijitsu.extract.story import Story

_LEAD = 3
"""So many sentences of the body are the lead."""
_FAMILIES = frozenset({"financial", "delivery"})
_UNITS = frozenset({"percent", "times"})
_TENTH = 10
_NEAR = 5


def as_the_lead_says(story: Story, found: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return the figures with the measures that headlines leave to the lead."""
    heads = {scene.sentence.index for scene in story.scenes if scene.sentence.role == "headline"}
    body = [scene.sentence.index for scene in story.scenes if scene.sentence.role == "body"]
    lead = set(body[:_LEAD])
    told = [
        f
        for f in found
        if f.sentence in lead
        and f.family in _FAMILIES
        and (f.worded or f.family == "delivery")
        and f.measure != "other"
    ]
    told += [f for f in found if f.sentence in lead and f.family == "financial" and f.measure == "other" and f.worded]
    if not told:
        return tuple(found)
    return tuple(_of_lead(f, told) if f.sentence in heads and _is_bare(f) else f for f in found)


def _is_bare(figure: Figure) -> bool:
    vague = (figure.family, figure.measure) in {("quantity", "割合"), ("financial", "other"), ("delivery", "sales")}
    if figure.amount.unit == "times" and figure.family == "quantity":  # 車は2割減 EVは2倍
        whose = figure.subject
        return vague or (whose is not None and figure.measure in {whose.name, whose.text})
    if figure.family == "delivery" and figure.subject is None:
        vague = True  # トラック9月販売、1割減
    return vague and figure.direction is not None and figure.amount.unit in _UNITS


def _of_lead(figure: Figure, told: Sequence[Figure]) -> Figure:
    twin = next((f for f in told if _is_same(figure, f)), None)
    if twin is not None and figure.family == twin.family == "delivery" and figure.subject is None:
        return msgspec.structs.replace(figure, measure=twin.measure, subject=twin.subject)
    if twin is None or (figure.family == twin.family and (twin.measure == "other" or twin.family == "delivery")):
        return figure
    if figure.family == "delivery" and twin.measure != "revenue":
        return figure  # 半導体装置の販売、11%増: sales in money only where the lead tells takings
    noun = figure.subject is None or figure.subject.type == "other"  # 佐賀ノリ、豊作の兆し 4回目入札は2割増
    whose = twin.subject if noun else figure.subject
    return msgspec.structs.replace(
        figure, family=twin.family, measure=twin.measure, change=twin.change, subject=whose, direction=twin.direction
    )


def _is_same(one: Figure, other: Figure) -> bool:
    """True for a change and the same one in more digits, unless both are said of firms of their own."""
    if (
        one.direction != other.direction and (one.direction or one.amount.unit != "times")
    ) or one.amount.unit != other.amount.unit:
        return False
    firms = [f.subject for f in (one, other) if f.subject is not None and f.subject.type == "company"]
    if len(firms) == len((one, other)) and firms[0].name != firms[1].name:
        return False
    short, long = one.amount.amount, other.amount.amount
    if "割" in one.mention.text and short % _TENTH == 0:
        return abs(short - long) < _NEAR
    places = Decimal(1).scaleb(min(0, int(short.as_tuple().exponent)))
    return abs(short - long) < places
