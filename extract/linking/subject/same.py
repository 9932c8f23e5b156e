"""同市, 同校, 同局, 同大学側: the name that the noun behind 同 points back to.

`named_in_full` takes whose a figure is and the place where it stands, and returns the owners with their names. It looks for the
last noun that ends so (大阪府青井市 for 同市, 朝霧高校 for 同校), and leaves words that only begin with 同 (同級生, 同時, 同型).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from jijitsu.extract.lexicon import either, words
from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.linking.sentence.ranks import speakers_lexicon
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene
from jijitsu.schemas.claim import Subject
from jijitsu.schemas.mention import Entity

_SAME = regex(r"同(?P<end>(?!社)[^ぁ-ん、。「」]{1,8}?)(?P<side>側|ら|内)?")
_SAME_FIRST = regex(r"同(?P<end>[市県町村区州府署省庁国])(?P<rest>[^ぁ-ん、。「」]{1,8})")
_OTHERS = regex(
    r"^(?:同|両|各|全|この|その|当|本|他|別|今|次|前|新|旧|回|第)(?!.*[ァ-ヺ一-鿿]{6})|(?:^|[^ァ-ヺ一-鿿])(?:[路曲上下直幹電前海]{1,2}線)$"
)
"""What names nothing: 今レース, 全大会, 上下線."""
_REACH = 40
"""So many sentences back."""


@cache
def _alike() -> re.Pattern[str]:
    return regex(rf"同(?:{either(words('counted')['alike'])})")


def named_in_full(
    owners: tuple[Subject, ...], scenes: Sequence[Scene], scene: Scene, start: int, town: Subject | None = None
) -> tuple[Subject, ...]:
    """Return the owners, 同市 and the like by the name that stands last before `start` in this sentence or one before.

    `town`: the town that the text speaks of, which 市 alone means too (美波市は…。市は病床を300床に減らす).
    """
    return tuple(_named(owner, scenes, scene, start, town) for owner in owners)


def _named(owner: Subject, scenes: Sequence[Scene], scene: Scene, start: int, town: Subject | None) -> Subject:
    if owner.name == "同氏":
        return _last_person(owner, scenes, scene, start)
    if owner.name.startswith("同"):
        return _in_full(owner, scenes, scene, start)
    if owner.name in speakers_lexicon().titles or owner.name in _CHARGED:
        return _in_office(owner, scenes, scene, start)
    if owner.name.startswith(_DAYS) and owner.name.endswith(_TICKETS):
        return _ticket(owner, scene.sentence.text)
    if town is not None and owner.name in _TOWNS and town.name.endswith(owner.name):
        return town
    if owner.type == "other" and _WITHIN.fullmatch(owner.name):
        return _around(owner, scenes, scene, start, town)
    return owner


def _last_person(owner: Subject, scenes: Sequence[Scene], scene: Scene, start: int) -> Subject:
    """B氏も含まれる。同氏は1億ドルを投じていた: whoever was named last."""
    number, limit = scene.sentence.index, scene.sentence.start + start
    for back in reversed(scenes[max(0, number - _REACH) : number + 1]):
        for mention in reversed(back.of("person")):
            if isinstance(mention.value, Entity) and mention.start < limit:
                return Subject(owner.text, mention.value.name, mention.value.id, "person")
    return owner


def _around(owner: Subject, scenes: Sequence[Scene], scene: Scene, start: int, town: Subject | None) -> Subject:
    """朝霧市は冠水した。市内では5人がけがをした: within the town that was named last."""
    end = owner.name[0]
    if town is not None and town.name.endswith(end):
        return msgspec.structs.replace(town, text=owner.text)
    name = next((n for n in _ending(end, scenes, scene, start) if not _NO_LAND.search(n)), None)
    return owner if name is None else msgspec.structs.replace(owner, name=name)


_WITHIN = regex(r"[市県町村区]内")
_NO_LAND = regex(r"(?:都市|[朝夕]市|市町|近県|隣県|他県|地区|学区|選挙区|海区|漁村|農村|山村|中華街|下町|港町)$")


def _in_office(owner: Subject, scenes: Sequence[Scene], scene: Scene, start: int) -> Subject:
    """Who was named last with the office that stands alone: 被告は5000円を奪った, 会長は3億円を流用していた."""
    number, limit = scene.sentence.index, scene.sentence.start + start
    if all(alone["office"] != owner.name for alone in _ALONE.finditer(scene.sentence.folded, 0, start)):
        return owner  # アナリスト22人, スイスの選手とは11センチ差
    for back in reversed(scenes[max(0, number - _REACH) : number + 1]):
        for mention in reversed(back.of("person")):
            who = mention.value
            if (
                isinstance(who, Entity)
                and mention.start < limit
                and ((who.role or "").endswith(owner.name) or mention.text.endswith(owner.name))
            ):
                return Subject(owner.text, who.name, who.id, "person")
    return owner


# 会長は, (検察側は、)被告が, not スイスの選手は
_ALONE = regex(r"(?:^|[、。「はがも])(?P<office>[^ぁ-ん、。「」0-9]{1,10})(?:側)?[はがも]")
_CHARGED = frozenset({"被告", "被告人", "容疑者"})


def _ticket(owner: Subject, text: str) -> Subject:
    """1日券, 11回券: with the number that its name begins with."""
    start = end = text.find(owner.text)
    while start > 0 and text[start - 1] in _DIGITS:
        start -= 1
    number = text[max(0, start) : max(0, end)]
    return msgspec.structs.replace(owner, text=number + owner.text, name=number + owner.name)


_DIGITS = frozenset("0123456789０１２３４５６７８９")
_DAYS = ("日", "回", "泊", "時間")
_TICKETS = ("券", "パス", "パスポート", "チケット", "乗車券")
_TOWNS = frozenset("市県町村区")


def _in_full(owner: Subject, scenes: Sequence[Scene], scene: Scene, start: int) -> Subject:
    if owner.type != "other" or _alike().match(owner.name):
        return owner
    rest = ""
    name = None
    if match := _SAME.fullmatch(owner.name):
        name = next(_ending(match["end"], scenes, scene, start), None)
    if name is None and (match := _SAME_FIRST.fullmatch(owner.name)):
        name, rest = next(_ending(match["end"], scenes, scene, start), None), match["rest"]
    if name is None:
        return owner
    return msgspec.structs.replace(owner, text=name, name=name + rest)  # 同国軍: フィリピン is what is written


def _ending(end: str, scenes: Sequence[Scene], scene: Scene, start: int) -> Iterator[str]:
    """The nouns that end so, the last first."""
    number = scene.sentence.index
    ends = tuple(words("counted")["same"].get(end, [end]))
    land = end == "国"
    for back in reversed(scenes[max(0, number - _REACH) : number + 1]):
        limit = start if back is scene else len(back.sentence.text)
        if not land and not any(word in back.sentence.text for word in ends):
            continue
        if land:
            lands = [m for m in back.of("country") if m.start - back.sentence.start < limit]
            yield from (m.text for m in reversed(lands))
            continue
        for phrase in reversed(phrases(back.sentence.text)):
            if (
                phrase.end <= limit
                and phrase.text.endswith(ends)
                and not _OTHERS.match(phrase.text)
                and phrase.text not in ends
            ):
                yield phrase.text
