"""Turnover told market by market: 売買代金は東証プライムが7兆円、スタンダードが1500億円; 出来高はニューヨーク証券取引所が14億株、ナスダックが81億株."""

from __future__ import annotations

import re

from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

_WHO = r"[^、。はがも0-9「」()]{2,20}"
_SUM = r"(?:約|概算で)?[0-9][0-9.,兆億万]{0,14}(?:円|ドル|ユーロ|元|ウォン|株|枚)(?:余り|ほど|程度|強|弱)?"
_BY_MARKET = regex(
    rf"(?P<word>売買代金|売買高|出来高|取引高)は、?(?:{_WHO}が{_SUM}[、で]{{1,2}}){{0,5}}(?P<who>{_WHO})が(?:約|概算で)?$"
)
_REACH = 160


def by_market(reading: Reading, value: Value) -> re.Match[str] | None:
    """The `word` for what changed hands, and on which market (`who`), if the value is one of such a row."""
    if value.mention.type not in {"money", "count"}:
        return None
    return _BY_MARKET.search(reading.folded, max(0, value.start - _REACH), value.start)


def market_of_row(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """Whose turnover it is, in such a row."""
    found = by_market(reading, value)
    if found is None:
        return ()
    known = next((c.subjects for c in reading.names if c.end == found.end("who") and c.start >= found.start("who")), ())
    written = reading.scene.sentence.text[slice(*found.span("who"))]
    return known or (Subject(written, written, None, "other"),)
