"""Whose money is a house's that no list knows, named behind its trade and its land: 米国の格闘技団体WFXは, 韓国の芸能事務所スターナインは.

`of_the_house` takes a reading and a value. It leaves a land that acts itself (米国の財務省は) and a house whose clause is over.
"""

from __future__ import annotations

from jijitsu.extract.linking.owner.owners import DESCRIBES
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.subject.subjects import STRONG
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.morphology import tokens
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

_HOUSE = regex(
    r"の[一-鿿ァ-ヺーA-Z]{0,12}?[一-鿿](?P<name>[ァ-ヺー]{2,12}(?:・[ァ-ヺー]{2,12}){0,2}|[A-Z][A-Za-z&]{1,11})(?:\([^()]{1,24}\))?(?P<as>は|が|も)"
)
_NO_HOUSE = regex(r"GDP|CPI|PCE|PMI|AI|EV|IT|SNS")
"""Letters of what is measured or of a trade."""


_KIND_ENDS = regex(
    r"(?:チーム|クラブ|メーカー|ドライバー|ユーザー|センター|サービス|ファンド|キャピタル|ショップ|ストア|チェーン|グループ|トレーダー|スタッフ"
    r"|アーティスト|プレーヤー|スター|ビジネス|マーケット|ブランド|コンテンツ|システム|モデル|タイプ|ネット)$"
)


def _is_common(name: str) -> bool:
    """True for トラック, サッカーチーム: a word of the dictionary is no house's name, nor is what ends in a kind."""
    if _NO_HOUSE.fullmatch(name) or _KIND_ENDS.search(name):
        return True
    line = tokens(name)
    return len(line) == 1 and line[0].detail.startswith("普通名詞") and not line[0].oov


def of_the_house(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """Return the house that acts in the clause of the value; () where another name does."""
    if value.mention.type != "money":
        return ()
    folded = reading.folded
    for land in reading.names:
        house = _HOUSE.match(folded, land.end, value.start) if land.type == "country" else None
        if house is None or _is_common(house["name"]):
            continue
        other = any(
            c.strength >= STRONG and house.end() < c.end <= value.start and c.type in {"company", "person"}
            for c in reading.names
        )
        over = house["as"] == "が" and DESCRIBES.search(folded, house.end(), value.start)
        if not other and not over:
            written = reading.scene.sentence.text[slice(*house.span("name"))]
            return (Subject(written, house["name"], None, "company"),)
    return ()
