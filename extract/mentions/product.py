"""Products and brands that news treats as subjects: ユニクロ, Azure, PS5, Nintendo Switch 2, モデルY.

Takes the entries of lexicon/companies.yaml with type product. Leaves products that no figure is told of."""

from __future__ import annotations

from collections.abc import Iterator

from jijitsu.extract.naming import named
from jijitsu.extract.parts import Recogniser
from jijitsu.extract.story import Setting
from jijitsu.schemas.mention import Mention
from jijitsu.schemas.sentence import Sentence


def find(sentence: Sentence, setting: Setting) -> Iterator[Mention]:
    """Yield the products named in the sentence."""
    yield from named(sentence, setting, "product", "product")


RECOGNISER = Recogniser(
    find,
    about="products and brands",
    takes={
        "ユニクロの既存店売上高が増えた。": "ユニクロ = product",
        "ＰＳ５は800万台売れた。": "ＰＳ５ = プレイステーション5",
        "「モデルY」の納車が減った。": "モデルY",
    },
    leaves=["新モデルを売り出す。", "スイッチを押した。"],
)
