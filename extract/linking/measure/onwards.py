"""A sentence that opens with what a change is measured against goes on with the sum or count right before it.

税収が80兆円になったと発表した。前年度より4.2%増えた: the taxes did, not who published it. 予算案は7824億円。前年度比2.9%増で: the budget.
Leaves sentences with a topic of their own, changes that lead to another noun (前年比5%増の売上高), and several sums at once.
"""

from __future__ import annotations

from collections.abc import Sequence

from jijitsu.extract.linking.figure import Figure
from jijitsu.extract.linking.measure.flows import flow_goes_on
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.value.course import LEVEL, Course
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject


def told_before(
    before: Sequence[Figure], reading: Reading, value: Value, course: Course
) -> tuple[Measure, tuple[Subject, ...]] | None:
    """What the change is of and whose that is, if the sentence only says how it compares; `before`: the figures so far."""
    if flow := flow_goes_on(before, reading, value):
        return flow
    if (
        course is LEVEL
        or not _OPENS.match(reading.folded, 0, value.start)
        or _OF_ANOTHER.match(reading.folded, value.tail)
    ):
        return None
    number = reading.scene.sentence.index
    levels = [figure for figure in before if figure.sentence == number - 1 and not figure.change]
    # 百貨店3店の売上高は28億円: of the sum
    levels = [figure for figure in levels if figure.family != "quantity"] or levels
    if not levels or reading.scene.sentence.paragraph != reading.discourse.paragraph:
        return None
    last = levels[-1]
    if any(
        (figure.family, figure.measure, figure.subject) != (last.family, last.measure, last.subject)
        for figure in levels
    ):
        return None
    if not _may_change(last, value):
        return None
    return Measure(last.family, last.measure), (last.subject,) if last.subject is not None else ()


def again(before: Sequence[Figure], reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """Whose the figure is that goes on with the one before it: from a price to a price (1日券は5500円から6000円に上がった), and the
        line that another year repeats (前期に3億円の赤字を出し、親会社が増資を引き受けたが、今期も5億円の赤字となった); a forecast's former
    figure too (ケニアの成長率を4.9%と、前回の5.2%から0.3ポイント引き下げた)."""
    last, sentence = before[-1] if before else None, reading.scene.sentence
    if last is None or last.sentence != sentence.index or last.family != measure.family or not last.subject:
        return ()
    if measure.family == "financial" and _AGAIN.search(reading.folded, 0, value.start) is not None:
        return (last.subject,)
    between = reading.folded[last.mention.end - sentence.start : value.start]
    if last.family == "quantity" and _FORMER.fullmatch(between) and _REVISED.match(reading.folded, value.tail):
        return (last.subject,)
    to = last.measure == measure.name and last.amount.unit == value.amount.unit and not last.change
    risen = to and _TO.fullmatch(reading.folded, last.mention.end - sentence.start, value.start) is not None
    return (last.subject,) if risen and measure.name in _STEPS else ()


_FORMER = regex(r"と(?:し(?:て)?)?、[^、。「」はがも]{0,20}|から(?:約)?")
_REVISED = regex(
    r"(?:(?:予想|見通し|見込み|想定)?から[^。「」はがも、]{0,16})?、?(?:引き上げ|引き下げ|引上げ|引下げ|上方|下方|改定|修正)"
)
_STEPS = frozenset({"commodity", "other", "cost"})
_TO = regex(r"(?:程度|前後)?から(?:約)?")


_AGAIN = regex(
    r"(?:た|る|い)(?:が|ものの)、(?:(?:翌|今|来|前|昨|当)(?:期|年度?)|(?:20|19)?[0-9]{2}年(?:[0-9]{1,2}月期|度))(?:の?(?:連結)?決算|の?業績)?(?:で|に)?も、?[^。は]{0,40}$"
)


def _may_change(last: Figure, value: Value) -> bool:
    """True if such a value may say how much the figure changed: a share of it, or so many of the same unit."""
    if last.family == "price" and last.measure != "commodity":
        return False
    shares = last.amount.unit in {"percent", "percentage_point"}
    if value.mention.type in {"percent", "multiple"}:
        return not shares
    return value.amount.unit == last.amount.unit or (value.mention.type == "points" and shares)


def past(folded: str, before: Value, value: Value) -> bool:
    """True for 予算案は1兆円となり、今年度の当初予算を1.4%上回った: what a sum is compared with owns nothing of it."""
    if value.mention.type not in {"percent", "money", "multiple"} or before.mention.type not in {"money", "count"}:
        return False
    return _THAN.fullmatch(folded, before.tail, value.start) is not None and _PAST.match(folded, value.tail) is not None


def share_of(folded: str, before: Value, value: Value) -> bool:
    """True for a share of the sum right before it: 目標の3兆円の67%に達した."""
    return value.mention.type == "percent" and folded[before.tail : value.start] in {"の", "の約"}


_THAN = regex(
    r"(?:余り|ほど|近く)?(?:だった(?:が)?|で|と|となり|となって|となる(?:見通し|見込み|公算)で|に(?:なり|達し|上り|増え|減り|とどまり|膨らみ))?、[^、。はが0-9]{0,8}[^、。はがも0-9]{1,12}(?<![年月期日週度回])を(?:約|およそ)?"
)
_PAST = regex(r"(?:ほど|近く|余り|も|以上|超)?(?:[上下]回(?:った|って|り|る(?=[。、見])|ると)|超え(?:た|て|、))")
# 前年度当初比, 前の年の同じ時期より, これは昨年を
_OPENS = regex(
    r"\s{0,2}(?:(?:これは|いずれも|総額は|全体では)、?)?(?:今年度|前年度?|昨年度?|去年|昨年|前の年度?|前[期回月])の?"
    r"(?:同じ?時期|同じ?期間|同[期月]|同じ月|当初予算|当初)?の?(?:実績)?"
    r"(?:比で?|より|から|を|に比べて?、?|と比べて?、?|の)(?:も)?(?:約|およそ)?\Z"
)
_OF_ANOTHER = regex(r"(?:[増減]|増加|減少)?の(?![増減])[^、。0-9]{1,16}[はがもをに]")


def changes(folded: str, before: Value, value: Value, course: Course) -> bool:
    """True for a change right behind its sum: 非食品809億円(4.6%減), 9446万台で、前年同期比約2%増加した."""
    changed = value.mention.type in {"percent", "multiple"} and course.direction is not None
    return (changed and _CHANGE_OF.fullmatch(folded, before.end, value.start) is not None) or past(
        folded, before, value
    )


_CHANGE_OF = regex(
    r"\((?:(?:同|〃|前[年期月](?:同?[期月])?比?)で?)?(?:プラス|マイナス)?[+▲△▼-]?(?:約)?"
    r"|(?:だった)?[でと]、?前(?:[年期月](?:同?[期月])?|四半期)(?:比で?|に比べ(?:て)?、?|より)(?:約)?"
)
