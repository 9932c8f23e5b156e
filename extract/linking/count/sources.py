"""So many people who told the paper: 関係者3人が語った, 2人の情報筋, 事情に詳しい3人."""

from __future__ import annotations

from jijitsu.extract.lexicon import either
from jijitsu.extract.linking.count.reach import Owners
from jijitsu.extract.linking.count.sight import Sight
from jijitsu.extract.linking.speech.afterwards import IN_THE_KNOW, SOURCES
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

_WORD = rf"(?:{either(SOURCES)}|政府筋|業界筋|政府高官)"
_AHEAD = regex(rf"(?P<who>{_WORD})(?:ら|の)?(?:少なくとも|計)?$")
_BEHIND = regex(rf"の(?:元|現職の)?(?:[一-鿿ァ-ヺー]{{1,10}}の)?(?P<who>[一-鿿]{{0,4}}{_WORD})(?![一-鿿])")
_ALONE = regex(rf"(?:{IN_THE_KNOW}|(?:同社|社内)に(?:詳しい|精通する|近い|通じた))(?:少なくとも)?$")
_TELLS = regex(r"(?:が|は|に?よると|に?よれば|の話)")


def sources(sight: Sight) -> Owners:
    """Those who told it, whatever firm or land the sentence is about."""
    value, folded = sight.value, sight.folded
    if value.amount.unit not in {"人", "名"} or value.mention.type != "count":
        return ()
    text = sight.reading.scene.sentence.text
    if ahead := _AHEAD.search(folded, max(0, value.start - 16), value.start):
        return (Subject(text[slice(*ahead.span("who"))], ahead["who"], None, "other"),)
    if behind := _BEHIND.match(folded, value.tail):
        return (Subject(text[slice(*behind.span("who"))], behind["who"], None, "other"),)
    if _ALONE.search(folded, max(0, value.start - 16), value.start) and _TELLS.match(folded, value.tail):
        return (Subject(text[value.start : value.end], "関係者", None, "other"),)
    return ()
