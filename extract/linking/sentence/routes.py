"""From where to where a fare is paid: 長野駅―松代は680円が760円に, 東京―大阪間が1万2000円.

`route` takes the folded sentence and where a sum begins, and returns the two places with what joins them, right before the sum or the
fare that it replaces. Leaves a range of figures and a match of two clubs (浦和―鹿島は2点).
"""

from __future__ import annotations

from jijitsu.extract.regex import regex
from jijitsu.schemas.span import Span


def route(folded: str, at: int) -> Span | None:
    """Where the route stands whose fare the sum at `at` is."""
    found = _ROUTE.search(folded, max(0, at - _REACH), at)
    return Span(found.start("route"), found.end("route")) if found is not None else None


_REACH = 48
_PLACE = r"(?:[一-鿿々ァ-ヺーヶ]|[ぁ-ん](?<![はがをでの])){1,10}"
_ROUTE = regex(
    rf"(?:^|[、。,・ (▽はがをでの])(?P<route>{_PLACE}[―—–~〜-]{_PLACE}?)間?(?:の(?:運賃|料金|片道運賃|普通運賃))?[はがも]、?(?:大人|片道|普通車|現金)?(?:約)?"
    r"(?:[0-9][0-9.,万千]{0,7}円(?:が|から|→)(?:約)?)?$"
)
