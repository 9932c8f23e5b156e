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
# 国内大手証券は3日付で, 外資系証券が, アナリストは
_UNNAMED = regex(
    r"(?:国内|外資系?|準?大手|中堅|米系|欧州系|日系|銀行系|ネット|地場)の?証券(?:会社)?[はがも、]|アナリスト[はがもの]"
)


def rated_here(names: Sequence[Candidate], folded: str) -> Subject | None:
    """カガリ of 岬証券は、カガリ<1234>の投資判断を「買い」に引き上げた; None for a list, each of which has its own target."""
    if not RATES.search(folded):
        return None
    raters = _UNNAMED.search(folded) or any(c.type == "company" and is_broker(c.subjects[-1].name) for c in names)
    rated = [
        c for c in names
        if c.type == "company" and not is_broker(c.subjects[-1].name) and _JUDGED.match(folded, c.end)
    ]  # fmt: skip
    return rated[0].subjects[0] if raters and len(rated) == 1 and len(rated[0].subjects) == 1 else None
