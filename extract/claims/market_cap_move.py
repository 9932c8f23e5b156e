"""Market value gained or lost.

時価総額 and its synonyms, in money, percent or times.
"""

from __future__ import annotations

from collections.abc import Iterator

from jijitsu.extract.claims_from import draft_of
from jijitsu.extract.draft import Draft
from jijitsu.extract.linking import Linked
from jijitsu.extract.parts import Kind


def read(linked: Linked) -> Iterator[Draft]:
    """Yield a draft for each figure of the story that is one."""
    for figure in linked.figures:
        if figure.family == "cap" and figure.change:
            yield draft_of(figure, KIND.name, direction=figure.direction)


KIND = Kind(
    "market_cap_move",
    read,
    "Market value gained or lost.",
    takes={
        "マイクロソフトの時価総額が3570億ドル吹き飛んだ。": "マイクロソフト: 3570億ドル down",
        "3月18日までの1カ月で失われたソニーグループの時価総額は2兆円に上る。": "ソニーグループ: 2兆円 down",
        "時価総額を最も減らしたのはニデックの2兆円だった。": "ニデック: 2兆円 down",
        "もっとも、ナイキは2021年11月の最高値から1900億ドルを失った。": "Nike: 1900億ドル down",
    },
    leaves={
        "マイクロソフトの時価総額は3兆ドルだった。": "a level",
        "トヨタ自動車は関税だけで1900億円を失った。": "no market value",
        "グレンコアの時価総額は4兆円だ。リオ・ティントは3.5%上昇した。": "shares rise, market value grows",
    },
)
