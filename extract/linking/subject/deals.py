"""Who buys a firm or its shares, and which firm that is."""

from __future__ import annotations

from collections.abc import Sequence

from jijitsu.extract.linking.subject.subjects import STRONG, Candidate
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

_BID = regex(
    r"TOB|出資|公開買い?付け|完全子会社|子会社(?:に|と)(?:する|し[たて])|傘下に(?:収|置|入れ)|MBO|買収提案|買収を提案|買収する|を買収|の買収[にをで交協]|株式?[^。]{0,24}を[^。]{0,30}?(?:買い取|取得|買い増|売却|譲渡|譲り受)"
)
# 丸越に対しTOBを実施する
_BID_FOR = regex(
    r"(?:\([^()]{0,30}\)|<[\w.]{1,10}>)?(?:全体|の?(?:全|普通)?株式?)?(?:に対(?:して|し|する)|への?|を対象に|を|の|に(?=[0-9約]|TOB))[^。]{0,24}?"
    r"(?:TOB|株式公開買い?付け|公開買い?付け|完全子会社|MBO|買収提案|買収を提案|買収する|出資)"
    r"|を、[^。]{1,50}?で(?:買収|取得|買い取)(?:す|し)|を(?:[^、。はが]{0,16})?(?:子会社(?:に|と)(?:する|し[たて])|傘下に(?:収|置|入れ))"
    r"|の買収(?:に(?:ついて|向け|乗り出|合意|動|名乗り|関心|意欲)|を(?:検討|計画|目指|打診|決め|発表|完了)|で合意|交渉|協議)"
    r"|の?株式?(?:[^。はが]{0,20})を[^。はが]{0,24}?(?:買い取|取得|買い増|売却|譲渡|譲り受)"
)


def target_of(names: Sequence[Candidate], folded: str) -> Subject | None:
    """The company that the sentence says somebody bids for, if it does."""
    if not _BID.search(folded):
        return None
    return next((c.subjects[0] for c in reversed(names) if c.type == "company" and _BID_FOR.match(folded, c.end)), None)


_BUYS = regex(
    r"買収(?![総金]?額|費用|資金)|子会社化|完全子会社|公開買い?付け|TOB|傘下に(?:収|置|入れ)|株式?[^。]{0,16}(?:取得|買い占め|買い増|買い集め|購入|譲り受け)"
)
_BOUGHT = regex(r"買収され|傘下に入|子会社(?:と|に)な[るっりら]")
_FIGURE = regex(r"(?:株)?[はがも、](?:約)?[0-9]")


def buyer_of(names: Sequence[Candidate], folded: str) -> Subject | None:
    """Who the sentence says buys a firm or shares: whose money the price of the deal is."""
    if not _BUYS.search(folded) or _BOUGHT.search(folded):
        return None
    acting = [c for c in names if c.type in {"company", "person"} and c.strength >= STRONG]
    return next(
        (c.subjects[0] for c in acting if c.particle in {"は", "が", "も", "、"} and not _FIGURE.match(folded, c.end)),
        None,
    )
