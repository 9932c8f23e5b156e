"""Counts that go on about what their own sentence spoke of: 2年前より2100万人増えた, 列車が止まり、800人に影響が出た."""

from __future__ import annotations

from jijitsu.extract.linking.count.reach import Owners, tells, unit_of
from jijitsu.extract.linking.count.sight import Sight
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject


def than_before(sight: Sight) -> Owners:
    """通えない子どもが2億人に上り、2年前より2100万人増えた: of those who were just counted."""
    if sight.value.mention.type != "count" or not sight.at or not sight.course.direction:
        return ()
    same = unit_of(sight.reading.values[sight.at - 1]) == unit_of(sight.value)
    return sight.last() if same and _THAN.search(sight.folded, 0, sight.value.start) else ()


_THAN = regex(r"、(?:[^、。はがも]{1,16}(?:より(?:も)?|に比べて?|と比べて?)|[^、。はがも]{1,16}から)、?(?:約|およそ)?$")


def so_many_of_them(sight: Sight) -> Owners:
    """412件の被害が確認され、修復を終えたのは3割だ: a share of those that were just counted."""
    if sight.value.mention.type != "percent" or not sight.at:
        return ()
    before = sight.reading.values[sight.at - 1]
    if before.mention.type != "count" or not _CLEFT.search(sight.folded, before.tail, sight.value.start):
        return ()
    return sight.counted.get(unit_of(before), ())


_CLEFT = regex(r"(?:[^一-鿿ァ-ヺ][ただ]|る|ない)のは、?(?:このうち|その)?(?:約|およそ|わずか)?$")


def late(sight: Sight) -> Owners:
    """この影響で40便以上に遅れが出た: the flights themselves, where the sentence names nothing that goes."""
    unit = sight.value.amount.unit
    if unit != "便" or not _LATE.match(sight.folded, sight.value.tail):
        return ()
    because = _BECAUSE.search(sight.folded, max(0, sight.value.start - 24), sight.value.start)
    return (Subject(unit, unit, None, "other"),) if because is not None else ()


_LATE = regex(r"(?:余り|以上|ほど|近く)?(?:に|が|で)[^、。はが]{0,12}(?:遅れ|欠航|運休|影響)")
_BECAUSE = regex(r"(?:^|[、。])(?:この|その)(?:影響|事故|トラブル|ため)で?、?(?:計|合わせて|約|およそ|少なくとも)*$")


def affected(sight: Sight) -> Owners:
    """民間機42便が欠航し、約5800人に影響が出た: of what went wrong in its sentence, not of whoever was counted before."""
    if unit_of(sight.value) != "人" or not _AFFECTED.match(sight.folded, sight.value.tail):
        return ()
    begun = {value.start for value in sight.reading.values}
    if sight.before and sight.before[-1].end == sight.value.start:
        return ()  # 乗客800人に影響した
    going = [n for n in sight.before if not tells(n) and (n.particle in {"は", "が"} or n.end in begun)]
    return (sight.subject(going[-1]),) if going else ()


_AFFECTED = regex(r"(?:余り|以上|ほど)?(?:の足)?に(?:も)?(?:[^、。0-9]{0,4})影響")
