"""Who goes on to tell: the source of one sentence is still the source of the next, where that one names nobody."""

from __future__ import annotations

from jijitsu.extract.linking.speech.attributing import Voice, Voices
from jijitsu.extract.linking.speech.report import Report
from jijitsu.extract.regex import regex

_ANOTHER = regex("報道で|によ(?:ると|れば|りますと)")


def source_before(folded: str, report: Report, voices: Voices, number: int) -> Voice | None:
    """同社によると、復旧のめどは立っていない。利用者には返金するとしている。 気象台によると…。夜には抜けると予想している。"""
    if report.cue is None or voices.sourced != number - 1:
        return None
    holds = report.cue.sort == "hold" or report.cue.lemma in {"みる", "説明", "発表"}
    foresees = report.cue.sort == "forecast" or report.cue.lemma == "見る"
    return voices.source if holds or (foresees and _ANOTHER.search(folded) is None) else None
