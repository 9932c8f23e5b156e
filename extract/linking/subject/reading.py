"""One sentence laid open for the questions that are asked of its values."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from jijitsu.extract.linking.subject.discourse import Discourse
from jijitsu.extract.linking.subject.subjects import Candidate
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene, Speech
from jijitsu.schemas.tree import Tree


class Reading(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """One sentence laid open: what the questions about its values are asked of. Equal only to itself, so that answers that
    hold for all its values can be kept by it."""

    scene: Scene
    folded: str
    values: tuple[Value, ...]
    measures: tuple[Measure, ...]
    names: tuple[Candidate, ...]
    discourse: Discourse
    speeches: tuple[Speech, ...]
    tree: Callable[[], Tree | None]
    """The sentence's tree, if it was parsed; to be asked only where its answer could change something."""


FIELD = regex(r"市場(?:規模)?(?:は|が|も)(?:、?[^、。はが]{1,30}によ(?:ると|れば|りますと)、)?[^、。はが]{0,26}$")
"""世界の蓄電池市場は、調査会社の岬総研によると、30年に24年比3倍の"""
MARKET = frozenset({
    "売買代金", "売買代金総額", "出来高", "売買高", "値上がり銘柄数", "値下がり銘柄数", "銘柄数", "取引総額", "取引高", "値上がり銘柄",
    "値下がり銘柄", "値上がり", "値下がり", "変わらず", "横ばい",
})  # fmt: skip
# Indices of sentiment and activity: they have points, and no price in money.
SENTIMENT = regex(r"信頼感|景況|業況|物価|景気|購買担当者|PMI")
