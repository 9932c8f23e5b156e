"""Companies: a name of the registry, of the user's lexicon or of the article itself, or any name with a code behind it.

Takes the forms that news writes (トヨタ, 三菱UFJFG, 東エレク), in either width; common nouns (メタ, アーム) only where
their neighbours say that the company is meant. Leaves names inside longer words (日立市) and what bears a company's
name (アップル・パイ).
"""

from __future__ import annotations

from collections.abc import Iterator

from jijitsu.extract.naming import named
from jijitsu.extract.parts import Recogniser
from jijitsu.extract.story import Setting
from jijitsu.schemas.mention import Mention
from jijitsu.schemas.sentence import Sentence


def find(sentence: Sentence, setting: Setting) -> Iterator[Mention]:
    """Yield the companies named in the sentence."""
    yield from named(sentence, setting, "company", "company")


RECOGNISER = Recogniser(
    find,
    about="companies, with their listing where they have one",
    everywhere=True,
    takes={
        "トヨタと東エレクが買われた。": "トヨタ = トヨタ自動車 XTKS:7203 | 東エレク = 東京エレクトロン XTKS:8035",
        "ＮＴＴは配当を増やす。": "ＮＴＴ = NTT XTKS:9432",
        "米エヌビディアの時価総額が増えた。": "エヌビディア = NVIDIA XNAS:NVDA",
        "フジクラ＜５８０３＞が反落。": "フジクラ = XTKS:5803",
        "アオキ精<7729>が急伸した。": "アオキ精 = 東京精密 XTKS:7729",
        "メタは4%超下げた。": "メタ = Meta XNAS:META",
        "マツダ・スズキ連合は堅調だ。": "マツダ = XTKS:7261 | スズキ = XTKS:7269",
        "ホンダ・日産連合の行方は見えない。": "ホンダ = XTKS:7267 | 日産 = 日産自動車",
        "三菱UFJフィナンシャル・グループが最高益だった。": "三菱UFJフィナンシャル・グループ = XTKS:8306",
        "Oracle、Dellも売られた。": "Oracle = XNYS:ORCL | Dell = XNYS:DELL",
    },
    leaves={
        "日立市は人口を公表した。": "a city",
        "メタ認知を鍛える。": "no company: metacognition",
        "マイケル・デル氏が語った。": "a person's family name",
        "工場は日産100台の能力を持つ。": "日産 is a day's output here",
        "リチウムイオン電池を積む。": "イオン inside a longer word",
        "ソニックは海外で人気だ。": "ソニ inside a longer katakana word",
        "www.sony.co.jpを見る。": "an address",
    },
)
