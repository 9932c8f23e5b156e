"""Another's figure that one's own is measured against: 日本の市場シェアは12%で、韓国の9%を上回る."""

from __future__ import annotations

from collections.abc import Sequence

from jijitsu.extract.fold import fold
from jijitsu.extract.linking.count.reach import Owners
from jijitsu.extract.linking.count.sight import Sight
from jijitsu.extract.linking.figure import Figure
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene
from jijitsu.schemas.claim import Subject

PASSES = regex(r"(?:も|ほど|近く|余り|以上)?(?:上回|下回|超過|引き離|しのい|しのぐ|追い抜)|の?差[でをと、]")

_OF = regex(r"(?:株価指数|指数|社|株)?の(?:約)?")
_MEASURED = regex(
    r"(?:余り|以上|近く)?(?:を(?:[^、。はがを0-9]{0,6})?(?:上回|下回|超え|抜[いく]|しの[いぐ]|追い抜)|に(?:次[いぐ]|並[びぶん]|及ば|迫)|より(?:も)?(?:高|低|多|少))"
)


def against(sight: Sight) -> Owners:
    """日本の市場シェアは12%で、韓国の9%を上回る: whose the other figure is."""
    value, folded = sight.value, sight.folded
    if not sight.at or not _MEASURED.match(folded, value.tail):
        return ()
    others = (c for c in sight.reading.names if c.type != "person" and c.end < value.start)
    found = next((c for c in others if _OF.fullmatch(folded, c.end, value.start)), None)
    return found.subjects[:1] if found is not None else ()


def own_figures(scene: Scene, read: Sequence[Figure]) -> list[Figure]:
    """Those that are not another's, whom the text does not go on about."""
    folded, base = scene.sentence.folded, scene.sentence.start
    return [f for f in read if not _is_held_against(folded, f.mention.start - base, f.mention.end - base, f.subject)]


def _is_held_against(folded: str, start: int, tail: int, subject: Subject | None) -> bool:
    if subject is None or not _MEASURED.match(folded, tail):
        return False
    name = fold(subject.text)
    at = folded.rfind(name, 0, start)
    return at >= 0 and _OF.fullmatch(folded, at + len(name), start) is not None
