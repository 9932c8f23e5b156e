"""Owners that the sentence names: by word order, or by its tree, which may show another one.

Only here is the parser asked, and only where its answer could change whose the figure is: where a name stands behind the
figure, and the figure may stand in the clause that describes it. Over 3,555 articles that is so of 5 sentences, and most
small runs load no parser at all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jijitsu.extract.linking.owner.owners import beside_owner, strong_names
from jijitsu.extract.linking.sentence.questions import prefer
from jijitsu.extract.linking.subject.subjects import Candidate, spread
from jijitsu.extract.linking.value.course import Course
from jijitsu.extract.linking.value.modality import CLAUSE
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject
from jijitsu.schemas.span import Span
from jijitsu.schemas.tree import Tree

# 2%上がったA, 38%余りを保有する大株主のB: the clause that holds the figure ends in front of the name. であるC tells what
# C is and holds no figure, unless it is right behind one.
_ADNOMINAL = regex(
    r"(?:(?:[うくぐすつぬぶむただいな]|(?<!であ)る)[「『]?(?:[^ぁ-ん、。]{1,10}の)?|\A(?:の|である)[「『]?)[^ぁ-ん、。]{0,12}\Z"
)
_ASIDE = regex(r"\A\([^()0-9]{0,4}[0-9][^()]{0,20}\)")
"""An amount in other money, right behind: 510億ポンド(約10兆円)に達したA."""
_REACH = 36
"""So far behind a figure may the name stand that its clause describes."""
_BREAK = frozenset("、。は()・")
"""What no clause that describes a name holds: 350万円を脅し取ったとして警視庁は6月24日、元力士のA容疑者を."""


def named_owner(
    at: int,
    values: Sequence[Value],
    names: Sequence[Candidate],
    types: frozenset[str],
    course: Course,
    folded: str,
    tree: Callable[[], Tree | None],
    rest: Callable[[], tuple[Subject, ...]] = tuple,
) -> tuple[Subject, ...]:
    """Return the owners of value number `at` that its own sentence names, else what `rest` tells.

    Word order and particles propose; the tree is heard where it names an owner behind the figure, or a farther one with
    a predicate between (see questions.py for what that was measured to be worth).
    """
    if beside := beside_owner(at, values, names, types, course, folded):
        return beside
    value, fitting = values[at], [c for c in names if c.type in types]
    strong = strong_names(value, fitting, folded)
    told = spread(strong[-1], at, values, folded) if strong else rest()
    rivals = [c for c in _rivals(value, fitting, strong, folded) if spread(c, at, values, folded) != told]
    if not rivals or (grown := tree()) is None:
        return told
    found = prefer(grown, Span(value.start, value.end), [Span(c.start, c.end) for c in fitting])
    return told if found is None or fitting[found] not in rivals else spread(fitting[found], at, values, folded)


def _rivals(value: Value, fitting: Sequence[Candidate], strong: Sequence[Candidate], folded: str) -> list[Candidate]:
    """The names that the tree would be believed. A public body acts in many sentences and owns the figures of few.

    In front of the figure that is a topic whose sentence goes on behind a clause with a が of its own: トヨタは、ホンダが
    新型車を売り出し、売上高が1兆円に達した. One topic behind another takes over without question.
    """
    last = strong[-1] if strong else None
    joined = last is not None and last.particle == "が" and CLAUSE.search(folded, last.end, value.start)
    topics = [c for c in strong[:-1] if c.particle in {"は", "も"}] if joined else []
    return [
        c for c in fitting
        if c.type != "other" and (_is_described(c, value, folded) if c.start >= value.end else c in topics)
    ]  # fmt: skip


def _is_described(candidate: Candidate, value: Value, folded: str) -> bool:
    """True if a clause that may hold the value ends at the name behind it."""
    between = _ASIDE.sub("", folded[value.end : candidate.start])
    if len(between) > _REACH or not _BREAK.isdisjoint(between):
        return False
    if value.mention.type == "count" and between.startswith("が"):
        return False  # 飲食店13店が参加する「地ビール通り」: those who are counted have a clause of their own
    return not between.strip("「『") or _ADNOMINAL.search(between) is not None


def described_owner(
    value: Value, names: Sequence[Candidate], types: frozenset[str], folded: str
) -> tuple[Subject, ...]:
    """Whom the clause of the value describes right in front of the name: 120億円の利益を上げたUBS証券は."""
    behind = next((c for c in names if c.type in types and c.start >= value.end), None)
    if behind is None or behind.particle not in {"は", "が", "も"}:
        return ()
    between = folded[value.end : behind.start]
    return behind.subjects if "、" not in between and between and _ADNOMINAL.search(between) else ()
