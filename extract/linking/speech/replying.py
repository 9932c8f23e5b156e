"""Who answers a question that the same sentence quotes: 記者が「買うのか」と聞くと「買わない」と返した is not the reporter's.

`asked` takes the report before and a report, and tells whether the second is the answer to the first; `replier` returns
whom the question was put to, or who was spoken of before the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from jijitsu.extract.linking.sentence.ranks import KNOWN
from jijitsu.extract.linking.sentence.units import Unit
from jijitsu.extract.linking.speech.attributing import Voice, Voices
from jijitsu.extract.linking.speech.naming import voice_of
from jijitsu.extract.linking.speech.people import People
from jijitsu.extract.linking.speech.report import Report
from jijitsu.extract.linking.speech.speakers import Phrase, person_like
from jijitsu.extract.story import Scene

_ASKS = frozenset([
    "聞く", "訊く", "尋ねる", "たずねる", "問う", "問い掛ける", "問いかける", "問い詰める", "問いただす", "質問", "声を", "声をかける", "確認", "拒否",
    "断る", "抗議", "注意", "詰め寄る", "迫る", "頼む", "求める",
])  # fmt: skip
_THEN = frozenset(["と", "ところ", "ら", "際", "時", "とき"])
_JOINTS = _THEN | {"、", "た", "だ", "に", "は"}


def asked(line: Sequence[Unit], before: Report, report: Report) -> bool:
    """…と聞くと「…」, …と拒否したところ「…」: only what joins the two stands between them."""
    if before.cue is None or before.cue.lemma not in _ASKS or not (before.said and report.said):
        return False
    between = [unit.text for unit in line[before.end : report.said[0]]]
    return bool(between) and _THEN.intersection(between) != set() and _JOINTS.issuperset(between)


def replier(
    scene: Scene, line: Sequence[Unit], named: Sequence[Phrase], question: Report, asker: Voice | None,
    people: People, earlier: Voices,
) -> Voice | None:  # fmt: skip
    """Whom the question was put to (警官が運転手に「…」と尋ねると), else who had been spoken of, if that is somebody else."""
    for phrase in named:
        put_to = phrase.particle == "に" and phrase.rank >= KNOWN and phrase.last < question.said[0]
        if put_to and person_like(scene, line, phrase) and line[phrase.last + 1].text not in {"は", "も"}:
            return voice_of(scene, line, phrase, people, earlier)
    for voice in (earlier.topic, earlier.last):
        if voice is not None and not voice.press and (asker is None or voice.name != asker.name):
            return voice if voice.person or not voice.body else None
    return None
