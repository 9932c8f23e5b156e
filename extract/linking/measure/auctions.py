"""Prices at auction: 初競りで2玉300万円, 最高値の2玉に300万円がついた, and what the next sentence sets beside them (昨年の250万円を上回り)."""

from __future__ import annotations

from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex


def bid(reading: Reading, value: Value, found: Measure | None) -> Measure | None:
    """The price of what is auctioned, where no word of the sentence says what a sum measures; else `found`."""
    summed = _SUMMED.search(reading.folded, 0, value.start) is not None
    if value.mention.type != "money" or summed or not _unsaid(found):
        return found  # 絵画25点をオークションに出し、計8900万円で売った
    lately = reading.discourse.lately[-1:]
    goes_on = any(
        s.sentence.paragraph == reading.scene.sentence.paragraph and AUCTION.search(s.sentence.folded) for s in lately
    )
    own = AUCTION.search(reading.folded) is not None
    if not own and not (goes_on and _BESIDE.match(reading.folded, value.tail)):
        return found
    return Measure("price", "commodity")


def _unsaid(found: Measure | None) -> bool:
    """True where nothing, or only the mark of a price, says what it is."""
    return found is None or found.name == "share_price" or (found.name == "other" and found.start < 0)


_SUMMED = regex(r"(?:計|合計|合わせて|総額|総計)(?:約|およそ|で)?\Z")
AUCTION = regex(
    r"初[競せ]り|初セリ|(?<![一-鿿])(?:競り|セリ)(?:では?|が行われ|があり|に(?:は|も)?|の)|競り落と|ご祝儀相場|オークション(?:で|に)"
)
"""A sentence on an auction: 初競りで, 競りが行われ; not 競り合う."""
_BESIDE = regex(
    r"(?:を(?:[0-9.,万億]{1,8}円)?(?:上回|下回|超え|抜)|(?:上回|下回)|に次ぐ|から[^、。]{0,8}(?:値[上下]がり|安|高)|だった|で、?(?:過去|史上)|の(?:値|高値))"
)
