"""Whose visitors, seats, floors and building costs are told of where nobody is named: 新体育館が完成した。収容人数は5千人, 改装費は3億円.

They are the building's that the text spoke of last; what anybody can have (従業員, 費用) is left to others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from jijitsu.extract.lexicon import either, words
from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene
from jijitsu.schemas.claim import Subject

OF_BUILDING = regex(
    r"(?:年間|1日|想定|計画|総|最大)?(?:収容(?:人数|人員|能力)?|(?:利用|来場|来館|来園|来店|入館|入園|入場|入居|宿泊)(?:者|客)数?|外来患者数?|蔵書|病床数?|客室数?|座席数?|客席数?|席数|延べ床面積|敷地面積|床面積|駐車場"
    r"|(?:総)?(?:建設|改装|改修|整備|維持(?:管理)?|運営|工事|建て替え|修繕|増築|新築|移転)(?:事業)?費用?|総?工費)"
)
"""What only a building has."""
_REACH = 4
"""So many sentences back."""


def building_of(name: str, scene: Scene, scenes: Sequence[Scene]) -> tuple[Subject, ...]:
    """The building that the sentences before `scene` spoke of, for what only buildings have (`name`)."""
    if not OF_BUILDING.fullmatch(name):
        return ()
    number = scene.sentence.index
    for back in reversed(scenes[max(0, number - _REACH) : number]):
        for phrase in reversed(phrases(back.sentence.text)):
            if phrase.thing and _ends().search(phrase.text):
                return (Subject(phrase.text, phrase.text, None, "other"),)
    return ()


@cache
def _ends() -> re.Pattern[str]:
    return regex(rf"(?:{either(words('counted')['buildings'])})$")
