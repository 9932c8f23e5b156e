"""Whose a fund's figures are: its net assets, its units, what flows in and out."""

from __future__ import annotations

from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.subject.subjects import FUND_NAME, STRONG
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

# What is said of a fund alone.
FUNDS = frozenset({"純資産総額", "純資産残高", "組入銘柄数", "現金比率", "基準価額"})
# 米国に上場するビットコイン現物ETFからは21億ドルが純流出した, ETFの純資産総額
_A_FUND = regex(
    r"(?P<who>(?:[一-鿿ァ-ヺーA-Za-z&・]{0,24})(?:ETF|上場投信|上場投資信託|上場信託|投信|投資信託|リート|REIT|MMF|MRF|ファンド))(?:\([^()]{1,12}\))?(?:全体)?(?:市場)?(?:(?:へ|から)?(?:の(?!運用)|は|が|も|に|、)|から)"
)
_FLOWS = frozenset({"流入", "流出"})


def of_fund(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """The fund whose assets, price or flows are meant: named in brackets, by its sort, or spoken of before."""
    word = reading.folded[max(0, measure.start) : measure.end]
    named = [
        c for c in reading.names
        if c.type == "product" and c.end <= value.start and (FUND_NAME.search(c.text) or (measure.name in _FLOWS and c.particle))
    ]  # fmt: skip
    if word not in FUNDS and measure.name not in _FLOWS and not (named and word == "純資産"):
        return ()
    if named:
        return named[-1].subjects[-1:]
    found = [m for m in _A_FUND.finditer(reading.folded, 0, value.start) if not m["who"].startswith("同")]
    if found:
        written = reading.scene.sentence.text[slice(*found[-1].span("who"))]
        return (Subject(written, found[-1]["who"], None, "other"),)
    told, last = reading.discourse.last or (-9, None)
    if measure.name in _FLOWS and last is not None and FUND_NAME.search(last.name):
        near = reading.scene.sentence.index - told == 1
        return (last,) if near else ()  # ETFから5億ドルが流出した。前週は14億ドルの純流入だった
    spoken = reading.discourse.product
    houses = any(c.type == "company" and c.strength >= STRONG and c.end <= value.start for c in reading.names)
    if houses or spoken is None or (measure.name in _FLOWS and not FUND_NAME.search(spoken.text)):
        return ()
    return (spoken,)
