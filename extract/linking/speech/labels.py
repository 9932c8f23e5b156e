"""Words in brackets behind a label: 早見慎吾社長「…」, 社長のコメント:「…」, who speaks in a conversation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jijitsu.extract.linking.sentence.ranks import KNOWN
from jijitsu.extract.linking.sentence.units import Unit
from jijitsu.extract.linking.sentence.wording import strength
from jijitsu.extract.linking.speech.attributing import Known, Voices, speech_of
from jijitsu.extract.linking.speech.headlines import ASKING
from jijitsu.extract.linking.speech.naming import voice_of
from jijitsu.extract.linking.speech.speakers import person_like, phrase_before
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene, Speech


def named_before(known: Known, scene: Scene, line: Sequence[Unit], spoken: Sequence[Speech]) -> Iterator[Speech]:
    """早見慎吾社長「…」: the name stands right before the words."""
    base = scene.sentence.start
    ends = {person.end: person for person in scene.of("person")}
    for at, unit in enumerate(line):
        if unit.sort != "said" or any(s.start == base + unit.start + 1 for s in spoken):
            continue
        stop = _before_label(line, at)
        person = ends.get(base + line[stop - 1].end) if stop else None
        if person is None and not (at and _label(known, scene, line, stop)):
            continue
        phrase = phrase_before(scene, line, stop)
        if _cites(known, scene):
            continue
        if phrase is not None and strength(scene.sentence.folded[slice(*unit.inner)]) != "weak":
            voice = voice_of(scene, line, phrase, known.people, Voices())
            if voice is not None:
                yield speech_of(scene, unit.inner, voice)


_DATED = regex(r"^[^「」はがを]{2,40}(?<!\d)\d{4}年\d{1,2}月\d{1,2}日")


def _cites(known: Known, scene: Scene) -> bool:
    """早見慎吾「党首、入閣を再考」。 日本経済新聞、2005年11月1日。 the title of a source, with its author before it."""
    number, scenes = scene.sentence.index, known.story.scenes
    behind = "".join(each.sentence.folded for each in scenes[number + 1 : number + 3])
    return "年" in behind and scene.sentence.folded.endswith(("」", "」。")) and _DATED.match(behind) is not None


def _before_label(line: Sequence[Unit], at: int) -> int:
    """The unit behind whoever bears the words in brackets at `at`: 早見慎吾社長[:], 早見慎吾社長[のコメント:]."""
    stop = at - (at > 0 and line[at - 1].text in {":", "="})
    named = stop
    while named > 1 and line[named - 1].text in _LABELS:
        named -= 1
    told = 0 < at == stop and _closes(line, at) and line[at - 1].text in _TOLD  # 牧野教授の話「…」
    if told and named and line[named - 1].sort == "aside":
        named -= 1
    return named if named < stop < at or (told and named < stop) else stop


def _closes(line: Sequence[Unit], at: int) -> bool:
    """True if the words in brackets end the sentence."""
    return at + 1 >= len(line) or (at + 2 >= len(line) and line[at + 1].text == "。")


_TOLD = frozenset(["話", "談話", "コメント", "談"])


_LABELS = frozenset(["の", "コメント", "談話", "話", "声明", "メッセージ", "談", "より", "から"])


def _label(known: Known, scene: Scene, line: Sequence[Unit], stop: int) -> bool:
    """早見「…」, 社長「…」 at the beginning of a line: who speaks in a conversation."""
    label = scene.sentence.folded[: line[stop - 1].end].strip("　 ・-―:◆◇■▽") if stop else ""
    if not label or stop > 6 or label in ASKING:
        return False
    phrase = phrase_before(scene, line, stop)
    if phrase is None or phrase.first > 1:
        return False
    if line[stop].text == "の" and phrase.rank >= KNOWN:
        return True  # 市教委の話「…」
    return known.people.named(label) is not None or (phrase.rank >= KNOWN and person_like(scene, line, phrase))
