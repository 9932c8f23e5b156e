"""Who goes on to tell: the source of one sentence is still the source of the next, where that one names nobody."""

from __future__ import annotations

from collections.abc import Sequence

from jijitsu.extract.linking.sentence.ranks import KNOWN, MAYBE, speakers_lexicon
from jijitsu.extract.linking.sentence.units import Unit
from jijitsu.extract.linking.speech.attributing import Known, Voice, Voices
from jijitsu.extract.linking.speech.naming import voice_of
from jijitsu.extract.linking.speech.report import Report
from jijitsu.extract.linking.speech.speakers import Phrase, person_like
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene

_ANOTHER = regex("報道で|によ(?:ると|れば|りますと)")


def source_before(folded: str, report: Report, voices: Voices, number: int) -> Voice | None:
    """同社によると、復旧のめどは立っていない。利用者には返金するとしている。 気象台によると…。夜には抜けると予想している。"""
    if report.cue is None or voices.sourced != number - 1:
        return None
    holds = report.cue.sort == "hold" or report.cue.lemma in {"みる", "説明", "発表"}
    foresees = report.cue.sort == "forecast" or report.cue.lemma == "見る"
    return voices.source if holds or (foresees and _ANOTHER.search(folded) is None) else None


def sourced(
    known: Known, scene: Scene, line: Sequence[Unit], named: Sequence[Phrase], voices: Voices, number: int
) -> Voices:
    """Who has the word once the sources of a sentence are read."""
    for phrase in named:
        if phrase.particle not in _ACCORDING or line[phrase.last - 1].sort != "word":
            continue  # 「現代の窓」によると: a page may be called so too
        common = phrase.rank >= KNOWN and not person_like(scene, line, phrase)
        source = common or (phrase.proper and phrase.rank >= MAYBE)
        if source and (voice := voice_of(scene, line, phrase, known.people, voices)):
            paper = voice.text.endswith(speakers_lexicon().occasions) and not voice.text.endswith(_COUNCILS)
            voices = voices.topic_of(voice) if voice.person else voices if paper else voices.cited(voice, number)
    return voices


_ACCORDING = frozenset(["によると", "の発表では", "の説明では"])
_COUNCILS = ("委員会", "議会", "国会", "理事会", "審議会", "協議会", "評議会", "取締役会")
"""教育[委員会]によると: a body, though people meet there; not 発表資料によると, which 同社 never means."""
