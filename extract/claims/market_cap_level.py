"""Market value stood at a level.

時価総額 and its synonyms, in money.
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
        if figure.family == "cap" and not figure.change:
            yield draft_of(figure, KIND.name)


KIND = Kind(
    "market_cap_level",
    read,
    "Market value stood at a level.",
    takes={
        "トヨタ自動車の時価総額は約57兆円だった。": "トヨタ自動車: 約57兆円 approx",
        "4兆5600億ドルのエヌビディアに続くのがアルファベットで、時価総額は3兆7100億ドルだ。": "Alphabet: 3兆7100億ドル",
        "アドバンテストの時価総額は15兆6800億円と、15兆5100億円の日立製作所を上回った。": "アドバンテスト: 15兆6800億円 | 日立製作所: 15兆5100億円",
        "トヨタ自動車の時価総額は50兆円だ。任天堂に至っては12兆円しかない。": "トヨタ自動車: 50兆円 | 任天堂: 12兆円",
        "トヨタ自動車の時価総額は50兆円だ。12兆円の任天堂、10兆円のキーエンスが続く。": "トヨタ自動車: 50兆円 | 任天堂: 12兆円 | キーエンス: 10兆円",
        "上場時に1兆1700億円だった時価総額は縮んだ。": "1兆1700億円",
    },
    leaves={
        "マイクロソフトの時価総額が3570億ドル減った。": "a move",
        "オラクルの時価総額が増えた。オラクルは3000億ドルの受注を得た。": "an order is not what the firm is worth",
    },
)
