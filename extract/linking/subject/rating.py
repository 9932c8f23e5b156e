"""Whom a broker rates, where no price stands beside the name: 岬証券はカガリの投資判断を引き上げた. 目標株価は…."""

from __future__ import annotations

from collections.abc import Sequence

from jijitsu.extract.linking.subject.subjects import RATES, Candidate, is_broker
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

_JUDGED = regex(
    r"(?:[<(][0-9][0-9A-Z]{3}[>)])?(?:株)?(?:の(?:投資(?:判断|評価)|レーティング|格付け|目標|カバレッジ|カバー)"
    r"|を(?:「|新規|最上位|[0-9一二三]段階|格[上下]げ|引き?[上下]げ|強気|弱気|中立|買い|売り))"
)


def rated_here(names: Sequence[Candidate], folded: str) -> Subject | None:
    """カガリ of 岬証券は、カガリ<1234>の投資判断を「買い」に引き上げた; None for a list, each of which has its own target."""
    if not RATES.search(folded):
        return None
    raters = [c for c in names if c.type == "company" and is_broker(c.subjects[-1].name)]
    rated = [
        c for c in names
        if c.type == "company" and not is_broker(c.subjects[-1].name) and _JUDGED.match(folded, c.end)
    ]  # fmt: skip
    return rated[0].subjects[0] if raters and len(rated) == 1 and len(rated[0].subjects) == 1 else None
