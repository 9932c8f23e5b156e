"""Countries and unions as subjects of figures: 日本の輸出, 米国の失業率.

Takes the names of lexicon/countries.yaml. Leaves them inside longer words (日本人, 中国電力).
"""

from __future__ import annotations

from collections.abc import Iterator

from jijitsu.extract.naming import named
from jijitsu.extract.parts import Recogniser
from jijitsu.extract.story import Setting
from jijitsu.schemas.mention import Mention
from jijitsu.schemas.sentence import Sentence


def find(sentence: Sentence, setting: Setting) -> Iterator[Mention]:
    """Yield the countries and unions named in the sentence."""
    yield from named(sentence, setting, "country", "country")


RECOGNISER = Recogniser(
    find,
    about="countries and unions",
    takes={"日本の輸出は増えた。": "日本 = country", "アメリカと中国が協議した。": "アメリカ = 米国 | 中国"},
    leaves={"日本人が増えた。": "a people", "日本株は堅調だった。": "shares", "中国電力は値上げする。": "a company"},
)
