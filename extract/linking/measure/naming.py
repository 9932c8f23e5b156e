"""What a count is called where the noun in front of it is somebody's name: 国防省は7人が死亡したと発表した counts the dead.

`called` takes the measure of a figure and whose it is, and returns the measure's name as the record has it. It changes counts
alone: the dead, the hurt and the missing by their word, the staff whom a firm takes on or lays off, else what owns the count.
"""

from __future__ import annotations

from jijitsu.extract.fold import fold
from jijitsu.extract.linking.speech.afterwards import SOURCES
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

_PEOPLE = frozenset({"人", "名"})
_NAMED = frozenset({"company", "person", "country", "other"})
_THINGS = frozenset({"other", "group"})
_THERE = r"(?:余り|以上|超|近く)?(?:が|も)?"
_HURT = (
    (regex(rf"{_THERE}の?死傷"), "死傷者"),
    (regex(rf"{_THERE}の?(?:死亡|亡くな|犠牲に|殺害され|殺され|死ん)"), "死者"),
    (regex(rf"{_THERE}の?(?:負傷|けが|ケガ|怪我|[重軽]傷|重軽傷)"), "負傷者"),
    (regex(rf"{_THERE}の?行方不明"), "行方不明者"),
    (regex(rf"{_THERE}[^、。はがを0-9]{{0,12}}搬送さ"), "搬送者"),
    (regex(rf"{_THERE}[^、。はがを0-9]{{0,6}}(?:救助|救出)さ"), "救助者"),
    (regex(rf"{_THERE}被災"), "被災者"),
)
_SORTS = frozenset(name for _, name in _HURT)
_EMPLOYS = regex(r"(?:余り|以上|超|近く)?を[^、。はが]{0,6}雇用")
_FATE = regex(
    rf"{_THERE}[^、。はがを0-9]{{0,12}}(?:救助|救出|乗って|乗り込|避難|逃れ|到着|収容|拘束|逮捕|生存|無事|暮らし|住ん)"
)
# 300人を削減する, 300人の追加削減, 300人を新たに採用した
_STAFF = regex(
    r"(?:余り|以上|程度|ほど|前後|規模)?(?:の(?:追加の?)?(?:人員)?(?:削減|整理|解雇|増員|採用)"
    r"|を[^、。はがを]{0,12}(?:削減|解雇|レイオフ|減ら|採用|増員|一時帰休))"
)


def called(reading: Reading, value: Value, measure: Measure, subject: Subject | None) -> str:
    """Return what the figure measures, as the record has it."""
    if measure.family != "quantity" or value.mention.type != "count":
        return measure.name
    people = value.amount.unit in _PEOPLE
    if people and (hurt := next((name for word, name in _HURT if word.match(reading.folded, value.tail)), "")):
        return hurt
    if subject is not None and subject.type in _THINGS and measure.name in _SORTS and subject.name.endswith("者"):
        return subject.name  # 5人が死亡した。拘束者は600人
    if people and subject is not None and subject.name.endswith(SOURCES):
        return subject.name  # カガリ商事は工場を閉じると、関係者2人が語った
    if people and measure.name.endswith(SOURCES) and (subject is None or not subject.name.endswith(SOURCES)):
        # 関係者2人が語った。同部門は2万人を雇用している
        return "従業員" if _EMPLOYS.match(reading.folded, value.tail) else "人数"
    if people and measure.name in _SORTS and _FATE.match(reading.folded, value.tail):
        return "人数"  # 18人が死亡した。316人が救助された
    if not any(c.type in _NAMED and fold(measure.name).endswith(fold(c.text)) for c in reading.names):
        return measure.name
    if people and _STAFF.match(reading.folded, value.tail):
        return "従業員"
    if subject is not None and subject.type in _THINGS and not any(subject in c.subjects for c in reading.names):
        return subject.name
    return _NUMBERS.get(value.amount.unit or "", value.amount.unit or measure.name)


_NUMBERS = {"人": "人数", "名": "人数", "社": "社数", "件": "件数"}
