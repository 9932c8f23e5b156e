"""The police as those who see and judge: …とみて捜査している is theirs, not the suspect's."""

from __future__ import annotations

from collections.abc import Sequence

from jijitsu.extract.linking.sentence.units import Unit
from jijitsu.extract.linking.speech.attributing import Voice, Voices
from jijitsu.extract.linking.speech.report import Report
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene

POLICE = regex("警|署$|地検|特捜部|検察|海保|保安本部|消防")
_NAMED_POLICE = regex(
    r"(?<![一-鿿])[一-鿿ァ-ヶ]{0,10}(?:警察署|県警|府警|道警|警視庁|警察|地検|地検特捜部|海上保安部)(?![一-鿿])"
)
_FIND = frozenset(["みる", "見る", "断定", "判断", "特定"])
_DOUBTED = regex(r"(?:殺|襲|盗|奪|遺棄|放火|関与|犯行|傷)[^、。]{0,14}(?:可能性|疑い)(?:が|も)(?:強い|高い|ある|濃い)$")
"""早見容疑者は男性を殺害した[可能性が強い]としている: so the police hold."""
_SOUGHT = regex("捜査|調べ|捜索|聴取|事情を聴|事情を聞|逮捕|書類送検")
SUSPECTED = regex("容疑者|被告|^.{0,12}(?<![彼長次三四五])[男女]ら?$|少年ら?$|(?<![者筋])2人$")


def investigators(
    scene: Scene, line: Sequence[Unit], report: Report, voice: Voice | None, voices: Voices, text: str
) -> Voice | None:
    """余罪もあるとみて捜査している, 男は虐待した疑いがあるとみている: the police do, who were spoken of before."""
    if report.type != "indirect" or report.cue is None:
        return None
    words = scene.sentence.folded[: line[report.stop - 1].end]
    held = report.cue.lemma == "とする" and _DOUBTED.search(words) is not None
    if report.cue.lemma not in _FIND and not held:
        return None
    if held and (voice is None or SUSPECTED.search(voice.text) is None):
        return None
    tail = "".join(unit.text for unit in line[report.end : report.end + 24])
    sought = _SOUGHT.search(tail) is not None
    if (
        not held
        and report.cue.lemma not in {"みる", "見る"}
        and not (sought and voice is not None and voice.person and not voice.role)
    ):
        return None
    suspected = voice is not None and (SUSPECTED.search(voice.text) or (sought and voice.person and not voice.role))
    if not suspected and (voice is not None or not sought):
        return None
    if voice is None and voices.topic is not None and voices.topic.body:
        return None
    known = next((body for body in reversed(voices.bodies) if POLICE.search(body.name)), None)
    if known is not None:
        return known
    before = scene.sentence.start
    named = _NAMED_POLICE.findall(text, max(0, before - 600), before)
    return Voice(named[-1], named[-1], body=True) if named else None


def unsought(line: Sequence[Unit], report: Report, voice: Voice) -> bool:
    """True for …とみて調べている where all that was spoken of is the suspect: police that the text does not name."""
    if report.cue is None or report.cue.lemma not in {"みる", "見る"} or SUSPECTED.search(voice.text) is None:
        return False
    return _SOUGHT.search("".join(unit.text for unit in line[report.end : report.end + 24])) is not None
