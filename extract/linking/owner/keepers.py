"""Who keeps a shop and is asked in passing: 食堂を営む渡辺一男さんは「…」と話す。店の売り上げは3割減った is not the firm's of the text.

The shop owns what the next sentences of the paragraph say of takings, bills, guests and goods. Leaves profits, shares and
business years, which are the firm's, and sentences with a firm of their own.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from jijitsu.extract.linking.subject.discourse import Discourse
from jijitsu.extract.linking.subject.subjects import STRONG, Candidate
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene
from jijitsu.schemas.claim import Subject


def at_the_shop(discourse: Discourse, scene: Scene, names: Sequence[Candidate]) -> Discourse:
    """The discourse in which a sentence on a shop is read, if its keeper had the word in the last two of the paragraph."""
    if not _speaks_of_shop(scene, names):
        return discourse
    for before, named in reversed(discourse.before[-2:]):
        if before.sentence.paragraph != scene.sentence.paragraph:
            break
        if (shop := _kept_in(before, named)) is not None:
            return msgspec.structs.replace(discourse, company=shop)
    return discourse


def _kept_in(scene: Scene, names: Sequence[Candidate]) -> Subject | None:
    """The shop of whoever a sentence lets speak: by its name where it has one."""
    text, folded = scene.sentence.text, scene.sentence.folded
    if scene.sentence.role != "body" or "」" not in folded:
        return None
    told = (c for c in names if c.type == "person" and c.strength >= STRONG and c.particle[:1] in {"は", "が", "も"})
    for person in told:
        kept = _KEEPS.search(folded, max(0, person.start - _FRONT), person.start)
        if kept is None or any(c.type == "company" and c.start < person.start for c in names):
            return None
        written = text[slice(*kept.span("name" if kept["name"] else "shop"))]
        return Subject(written, written, None, "company")
    return None


def _speaks_of_shop(scene: Scene, names: Sequence[Candidate]) -> bool:
    """True for a sentence on what a shop takes and pays, with no firm in it."""
    if scene.sentence.role != "body" or any(c.type in {"company", "index"} and c.strength for c in names):
        return False
    return _SHOP_TALK.search(scene.sentence.folded) is not None and not _OF_FIRMS.search(scene.sentence.folded)


_FRONT = 44
_KEEPS = regex(
    r"(?P<shop>[一-鿿ァ-ヺー]{0,10}(?:店|食堂|屋|旅館|民宿|宿|ホテル|銭湯|農園|農場|牧場|工場|工房|会社|酒蔵|カフェ|サロン|直売所|スーパー|レストラン|塾|医院|果樹園|製作所|業))"
    r"(?:「(?P<name>[^「」]{1,16})」)?(?:\([^()]{1,20}\))?"
    r"(?:を(?:営む|経営する|経営している|営んでいる|切り盛りする|運営する|構える|開く)|の(?:店主|社長|経営者|代表|オーナー|女将|おかみ|店長|園主|場長|主人|[0-9]代目))(?:の|、|で、)?$"
)
_SHOP_TALK = regex(
    r"売り上げ|売上|客|仕入|電気代|ガス代|燃料代|光熱費|家賃|原価|収入|収穫|出荷|席|注文|値上げ|従業員|パート|店[はでの]|予約|来店|1(?:個|杯|本|袋|皿|枚|食|キロ)"
)
_OF_FIRMS = regex(
    r"純利益|営業利益|経常利益|最終|株|[0-9]月期|通期|上期|下期|四半期|同社|同行|同店|決算|業績|全国|[県国市]内|業界"
)
