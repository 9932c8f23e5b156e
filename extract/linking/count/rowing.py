"""Counts of a row of nouns: 母親と長男の2人, 海鳴FCと朝霧FCの2チーム, 海運、空運、鉄鋼の3業種."""

from __future__ import annotations

from collections.abc import Sequence

from jijitsu.extract.linking.count.reach import Owners
from jijitsu.extract.linking.count.sight import Sight
from jijitsu.extract.linking.subject.nouns import Noun, is_attribute, is_event, is_place
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject


def pair(sight: Sight, last: Noun) -> Owners:
    """母親と長男の2人, 60代の夫婦と30代の長男の3人: both of them."""
    begin = _begin(sight, last)
    first = next((n for n in sight.before if n.particle == "と" and n.behind in {last.start, begin}), None)
    if first is None or first.subjects or last.subjects:
        return ()
    written = sight.reading.scene.sentence.text[_begin(sight, first) : last.end]
    if first.behind == last.start:
        return (Subject(written, _AGED.sub("", written), None, "group"),)
    name = f"{first.name}と{last.name}" if first.name != last.name else written
    return (Subject(written, name, None, "group"),)


def _begin(sight: Sight, noun: Noun) -> int:
    """Where the noun begins with what tells which one it is: 30代の長男, 助手席の男性."""
    holder = sight.possessor(noun)
    start = noun.start
    while holder is not None and holder.particle == "の":
        start, holder = holder.start, sight.possessor(holder)
    aged = _OF_AGE.search(sight.folded, max(0, start - 8), start)
    return aged.start() if aged is not None else start


_OF_AGE = regex(r"[0-9]{1,3}(?:代|歳)(?:前半|後半)?の$")


def row(sight: Sight, last: Noun) -> Owners:
    """海鳴FCと朝霧FCの2チーム, 早見、森田、山野の3記者: all of them, and so many as are named (青葉市、海鳴市の2都市)."""
    first, unit = row_start(sight, last), sight.value.amount.unit
    among = [n for n in sight.before if first.start <= n.start <= last.start]
    named = sum(len(n.subjects) or 1 for n in among)
    each = named > 1 and named == sight.value.amount.amount and not sight.measured and unit not in SORTS
    if not each and (first is last or unit not in ACTORS):
        return ()
    written = sight.reading.scene.sentence.text[first.start : last.end]
    return (Subject(written, _AGED.sub("", written), None, "group"),)


def all_of(sight: Sight, nouns: Sequence[Noun]) -> Owners:
    """乗客2人と運転手1人の計3人: 乗客と運転手, as written with their counts."""
    first, last = nouns[0], nouns[-1]
    written = sight.reading.scene.sentence.text[first.start : last.end]
    return (Subject(written, "と".join(noun.name for noun in nouns), None, "group"),)


def respectively(sight: Sight) -> Owners:
    """小学生が13万人、中学生が21万人で、それぞれ6%、2%多い: the first of the first, the second of the second."""
    folded, values, at = sight.folded, sight.reading.values, sight.at
    ahead = folded.rfind("それぞれ", 0, sight.value.start)
    if ahead < 0:
        return ()
    first = next(i for i, v in enumerate(values) if v.start > ahead)
    row = [first]
    while row[-1] + 1 < len(values) and _NEXT.fullmatch(folded, values[row[-1]].tail, values[row[-1] + 1].start):
        row.append(row[-1] + 1)
    if len(row) < _PAIR or at not in row or first < len(row):
        return ()
    if any(n.start > ahead and n.particle[:1] in {"は", "が", "を", "も"} for n in sight.before):
        return ()
    told = range(first - len(row), first)
    if len({values[i].mention.type for i in told}) > 1:
        return ()
    floors = [values[i - 1].tail if i else 0 for i in told]
    own = [
        next((n for n in reversed(sight.before) if floor <= n.start and n.end <= values[i].start), None)
        for floor, i in zip(floors, told, strict=True)
    ]
    noun = own[row.index(at)]
    return sight.owner(noun) if noun is not None and None not in own else ()


_NEXT = regex(r"(?:余り|超|近く|強|弱)?[、と](?:約|およそ)?")


def each_of(sight: Sight) -> Owners:
    """北町と南町で3人ずつ, 北市や南市などでは平年の2倍: each of a row that shares one figure."""
    value, folded = sight.value, sight.folded
    shared = folded.startswith("ずつ", value.tail) or _EACH.search(folded, max(0, value.start - 8), value.start)
    if not shared and not (sight.measured or value.mention.type in {"percent", "multiple"}):
        return ()  # 北市と南市で3人がけがをした: both together
    last = sight.before[-1] if sight.before else None
    if last is not None and is_attribute(last) and not shared and len(sight.before) > 1:
        last = sight.before[-2]  # 北市と南市では最高気温が38度
    if last is None or last.particle not in _OF_EACH or not _JUST.fullmatch(folded, last.behind, value.start):
        return ()
    first = row_start(sight, last)
    among = [n for n in sight.before if first.start <= n.start <= last.start]
    if len(among) < _PAIR or not (shared or all(is_place(n) and not n.subjects for n in among)):
        return ()
    return tuple(n.subjects[0] if n.subjects else Subject(n.text, n.name, None, "other") for n in among)


def all_of_them(sight: Sight) -> Owners:
    """ほかの3人(いずれも高校の生徒)は無事だった: who those are whom no noun in front names."""
    value, folded = sight.value, sight.folded
    said = _ARE.match(folded, value.end) if value.amount.unit in {"人", "名"} else None
    if said is None or not _OTHERS.search(folded, max(0, value.start - 8), value.start):
        return ()
    who = sight.reading.scene.sentence.text[slice(*said.span("who"))]
    return (Subject(who, who, None, "group"),)


_ARE = regex(
    r"\((?:いずれも|(?:[0-9]人)?(?:とも|ともに)|全員(?:が|は)?|(?:全|すべ)て)、?(?P<who>[^()、を]{1,22}?[者員人客民男女性徒師手生兵士官子児])(?:だった|である)?\)"
)
_OTHERS = regex(r"(?:(?:ほか|他|別|同乗|同行|残り)の|[こそ]の|残る|[るただ]|^|[、。はがに])(?:約)?$")
_PAIR = 2
_EACH = regex(r"それぞれ(?:約|およそ)?$")
_OF_EACH = frozenset({"で", "に", "では", "には", "でも", "から", "が", "は", "も"})
_JUST = regex(
    r"、?(?:それぞれ|各)?(?:約|およそ)?|(?:平年|例年|前年|昨年|去年)の(?:約|およそ)?|[^、。はがもを]{2,10}が(?:約|およそ)?"
)


def row_start(sight: Sight, last: Noun) -> Noun:
    """The first of a row of nouns that ends in `last`, `last` if it is none."""
    first = last
    for noun in reversed(sight.before):
        if noun.end <= first.start and noun.particle in {"と", "や", "、"} and noun.behind == first.start:
            if not (noun.subjects or (noun.thing and not is_event(noun))):
                break  # 漁船と衝突、漁船の2人
            first = noun
    listed = first is not last and (last.subjects == () or first.subjects == () or first.type == last.type)
    return first if listed else last


ACTORS = frozenset({
    "人", "名", "社", "行", "校", "団体", "チーム", "球団", "党", "カ国", "か国", "国", "記者", "候補", "選手", "議員", "被告", "大学", "高校",
})  # fmt: skip
SORTS = frozenset({
    "業種", "銘柄", "件", "種", "種類", "色", "カ所", "か所", "箇所", "点", "品目", "部門", "分野", "つ", "モデル", "車種", "機種",
})  # fmt: skip
_AGED = regex(r"[(（][^()（）]{1,12}[)）]")
"""男性(47歳)と家族の4人: how old he is is no part of who they are."""
