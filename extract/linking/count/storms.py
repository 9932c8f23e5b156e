"""Whose the pressure and the wind of a storm are."""

from __future__ import annotations

from jijitsu.extract.linking.count.placing import place_of
from jijitsu.extract.linking.count.reach import Owners
from jijitsu.extract.linking.count.sight import Sight
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject


def storm(sight: Sight) -> Owners:
    """中心の気圧は965ヘクトパスカル, 最大風速は40メートル: of the storm that the text tracks."""
    value, folded = sight.value, sight.folded
    wide = "風" in folded and _RADIUS.search(folded, max(0, value.start - 6), value.start)
    if (
        value.amount.unit != "ヘクトパスカル"
        and not wide
        and not _OF_STORM.search(folded, max(0, value.start - 24), value.start)
    ):
        return ()
    if "中心" not in folded and place_of(sight) is not None:
        return ()  # 日向灘市で最大瞬間風速47.2メートルを観測した
    said = [folded[: value.start], *(scene.sentence.folded for scene in reversed(sight.reading.discourse.lately))]
    for text in said:
        if found := list(_STORM.finditer(text)):
            return (Subject(found[-1].group(), found[-1].group(), None, "other"),)
    return ()


_STORM = regex(
    r"台風(?:第?[0-9]{1,2}号)?|ハリケーン・?[ァ-ヺー]{2,10}|サイクロン・?[ァ-ヺー]{2,10}|(?:温帯|熱帯)?低気圧"
)
_OF_STORM = regex(
    r"中心(?:付近)?の[^、。はが]{2,10}(?:は|が)(?:約)?$|最大(?:瞬間)?風速(?:は|が)?(?:秒速)?(?:約)?$|中心から[^、。]{0,8}(?:半径)?(?:約)?$|[0-9]{1,4}キロ(?:以内|の範囲|の円内|圏内)?(?:では|で|が|は|に)、?(?:平均)?風速(?:が|は)?(?:毎秒)?(?:約)?$"
)
_RADIUS = regex(r"半径(?:約|およそ)?$")
"""半径170キロ以内が風速25メートル以上の暴風域となっている."""
