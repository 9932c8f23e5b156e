"""From a noun phrase to a voice: the name the article gives somebody in full, with role and organisation."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from jijitsu.extract.linking.sentence.ranks import speakers_lexicon
from jijitsu.extract.linking.sentence.units import Unit
from jijitsu.extract.linking.speech.people import People, Person
from jijitsu.extract.linking.speech.report import Report
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene, Speech, Story
from jijitsu.schemas.claim import Attribution, Modality
from jijitsu.schemas.span import Span


class Voice(msgspec.Struct, frozen=True):
    """Somebody who speaks. `text` as written nearest, at `span`."""

    name: str
    text: str
    span: Span | None = None
    id: str | None = None
    role: str | None = None
    org: str | None = None
    person: bool = False
    press: bool = False
    body: bool = False
    """A company, an office, a group: what 同社 and 同省 may point back to."""

    @staticmethod
    def of_person(person: Person, text: str, span: Span | None) -> Voice:
        """The voice of a person of the article."""
        return Voice(person.name, text, span, None, person.role, person.org, True)


class Voices(msgspec.Struct, frozen=True):
    """Who has had the word so far: the last speaker, what the article is about just now, and all before."""

    last: Voice | None = None
    spoke: int = -9
    """Index of the sentence in which the last speaker spoke."""
    topic: Voice | None = None
    bodies: tuple[Voice, ...] = ()
    unnamed: tuple[Voice, ...] = ()
    persons: tuple[Voice, ...] = ()
    """Whom 彼 and 彼女 may mean."""
    told: Voice | None = None
    """The last person who spoke."""
    source: Voice | None = None
    """The last body that a sentence gave as its source, no paper."""
    sourced: int = -9
    """Index of that sentence."""

    def heard(self, voice: Voice, sentence: int) -> Voices:
        """The state after `voice` has spoken in a sentence."""
        told = voice if voice.person else self.told
        return msgspec.structs.replace(self._with(voice), last=voice, topic=voice, spoke=sentence, told=told)

    def cited(self, voice: Voice, sentence: int | None = None) -> Voices:
        """The state after a sentence that gives a body as its source: 同社 may point back to it."""
        if voice.person or voice.press:
            return self
        after = self if voice.name.startswith("同") else self._with(msgspec.structs.replace(voice, body=True))
        return after if sentence is None else msgspec.structs.replace(after, source=voice, sourced=sentence)

    def topic_of(self, voice: Voice | None) -> Voices:
        """The state after a sentence about `voice`."""
        if voice is None:
            return self
        other = self.source is not None and self.source.name != voice.name
        return msgspec.structs.replace(self._with(voice), topic=voice, sourced=-9 if other else self.sourced)

    def _with(self, voice: Voice) -> Voices:
        if voice.person:
            known = msgspec.structs.replace(self, persons=(*self.persons, voice)[-20:])
            if not voice.org or voice.org.startswith("同") or _WATCHES.search(voice.role or ""):
                return known  # 岬アセットの運用者、X氏は…。同社は: the firm that is spoken of
            if voice.org.endswith(("勤務", "所属", "在籍")):
                return known  # 北斗電鉄営業部勤務のXさん: where somebody works in a firm is not the firm
            return msgspec.structs.replace(known, bodies=(*self.bodies, Voice(voice.org, voice.org, body=True))[-20:])
        bodies = self.bodies if voice.role else (*self.bodies, voice)[-20:]
        return msgspec.structs.replace(self, bodies=bodies, unnamed=(*self.unnamed, voice)[-20:])


_WATCHES = regex(
    r"アナリスト|ストラテジスト|エコノミスト|マネージャー|マネジャー|運用|投資責任者|研究員|教授|記者|弁護士"
)
"""Whose trade it is to speak of others' firms."""


class Known(msgspec.Struct, frozen=True):
    """The article and its people: what is known before the first sentence is read for speech."""

    story: Story
    people: People
    interviewee: Voice | None


def speech_of(
    scene: Scene,
    span: tuple[int, int],
    voice: Voice,
    report: Report | None = None,
    modality: Modality = "asserted",
    medium: str | None = None,
) -> Speech:
    """Return the speech of `voice`; `span` in code points of the sentence. Direct unless the report is indirect."""
    base = scene.sentence.start
    return Speech(
        start=base + span[0],
        end=base + span[1],
        sentence=scene.sentence.index,
        type="direct" if report is None else report.type,
        attribution=attribution(voice, medium, report.cue.lemma if report and report.cue else None),
        modality=modality,
        speaker_span=voice.span,
    )


def attribution(voice: Voice, medium: str | None, cue: str | None) -> Attribution:
    """The record's attribution."""
    return Attribution(voice.name, voice.text, voice.id, voice.role, voice.org, medium, cue)


def medium_of(scene: Scene, line: Sequence[Unit]) -> str | None:
    """会見で, 自身のXに, 電子メールの中で: where it was said, from the words around it."""
    occasions = speakers_lexicon().occasions
    for at, unit in enumerate(line):
        if unit.text in {"で", "に", "にて"} and unit.pos == "助詞" and at and line[at - 1].pos == "名詞":
            head = line[at - 1]
            if head.text in occasions or scene.sentence.folded[: head.end].endswith(occasions):
                start = at - 1
                while start > 0 and line[start - 1].pos == "名詞" and "数詞" not in line[start - 1].detail:
                    start -= 1
                return scene.sentence.text[line[start].start : head.end]
    return None
