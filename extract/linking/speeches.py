"""Who said what: the direct and indirect quotes of an article, with their speakers (the contract: spec of claims, Quotes)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from jijitsu.extract.linking.attributing import Voice, Voices, attribution, medium_of, voice_of
from jijitsu.extract.linking.clauses import content_start
from jijitsu.extract.linking.cues import cue_at
from jijitsu.extract.linking.people import People, people
from jijitsu.extract.linking.reports import Report, reports
from jijitsu.extract.linking.speakers import (
    KNOWN,
    MAYBE,
    NAMED,
    NEVER,
    Phrase,
    is_press,
    phrase_after,
    phrase_before,
    phrase_of,
    phrases,
)
from jijitsu.extract.linking.units import Unit, units
from jijitsu.extract.linking.wording import strength
from jijitsu.extract.story import Scene, Speech, Story
from jijitsu.schemas.claim import Modality
from jijitsu.schemas.span import Span


class _Found(msgspec.Struct, frozen=True):
    """A quote before its speaker is written out."""

    start: int
    end: int
    report: Report
    phrase: Phrase | None


def speeches(story: Story) -> tuple[Speech, ...]:
    """Return the quotes of the article in order of their start."""
    everyone = people(story)
    reader = _Reader(story, everyone, _interviewee(story, everyone))
    voices = Voices()
    found: list[Speech] = []
    for number, scene in enumerate(story.scenes):
        if scene.sentence.role == "furniture":
            continue
        spoken, voices = reader.read(number, voices)
        found += spoken
    return tuple(sorted(_headlines(story, reader, found), key=lambda speech: (speech.start, speech.end)))


class _Reader(msgspec.Struct, frozen=True):
    """The article and its people: what is known before the first sentence is read for speech."""

    story: Story
    people: People
    interviewee: Voice | None

    def read(self, number: int, voices: Voices) -> tuple[list[Speech], Voices]:
        """Return the quotes of one sentence, and who has the word after it."""
        scene = self.story.scenes[number]
        folded = scene.sentence.folded
        line = units(folded)
        named = phrases(scene, line)
        spoken: list[Speech] = []
        before = 0
        current: Voice | None = None
        for report in reports(folded, line):
            voice = self._voice(scene, line, named, report, before, current, voices)
            if voice is None:
                voice = current or self._omitted(scene, report, voices)
            made = list(self._speeches(scene, line, report, before, voice)) if voice else []
            if made:
                spoken += made
                current = voice
                voices = voices.heard(voice, number)
            if made or report.type == "direct":
                before = report.end
        spoken += self._named_before(scene, line, spoken)
        if not spoken:
            lone = self._lone(number, line, voices)
            if lone is not None:
                speech, voice = lone
                return [speech], voices.heard(voice, number)
            voices = voices.topic_of(self._topic(scene, line, named, voices))
        else:
            voices = voices.topic_of(current)
        return spoken, voices

    # -- speakers ---------------------------------------------------------------------------------------------------

    def _voice(
        self, scene: Scene, line: Sequence[Unit], named: Sequence[Phrase], report: Report, before: int,
        current: Voice | None, voices: Voices,
    ) -> Voice | None:  # fmt: skip
        phrase = self._aside(scene, line, report, voices)
        if isinstance(phrase, Voice):
            return phrase
        if phrase is None:
            phrase = _between(named, report) or _modified(scene, line, report) or _by_word(scene, line, report)
        if phrase is None:
            choose = _for_direct if report.type == "direct" else _for_indirect
            phrase = choose(line, named, report, before)
            if phrase is None and current is None and report.type == "direct" and before:
                phrase = choose(line, named, report, 0)
        if phrase is None:
            phrase = _charged(scene, line, named, report)
        if phrase is None and report.type == "indirect":
            phrase = _looking_into(line, named, report)
        if phrase is None:
            return None
        if report.cue and report.cue.sort == "hearsay" and phrase.particle != "の話では":
            sourced = re.search("によると|によれば|によりますと", scene.sentence.folded)
            if sourced or before or phrase.particle != "は" or not _person_like(scene, line, phrase):
                return None
            voice = voice_of(scene, line, phrase, self.people, voices)
            # Hearsay about somebody, unless the one it is about has just been quoted: then it is what they told.
            just = voices.last is not None and voice is not None and voices.last.name == voice.name
            return voice if just and scene.sentence.index - voices.spoke <= 1 else None
        return voice_of(scene, line, phrase, self.people, voices)

    def _aside(self, scene: Scene, line: Sequence[Unit], report: Report, voices: Voices) -> Phrase | Voice | None:
        """「…」(倉持氏), 「…」(同): the speaker in brackets; (読売) is a source and no speaker."""
        if not report.said:
            return None
        at = report.said[-1] + 1
        if at >= len(line) or line[at].sort != "aside":
            return None
        return self._in_brackets(scene, line[at], voices)

    def _in_brackets(self, scene: Scene, unit: Unit, voices: Voices) -> Voice | None:
        start, end = unit.inner
        text = scene.sentence.folded[start:end]
        if text in {"同", "同氏", "同前"}:
            return voices.last
        if (
            not text
            or re.fullmatch(r"[笑泣苦怒汗涙爆]+", text)
            or all(is_press(part) for part in re.split("[、・,]", text))
        ):
            return None
        inner = tuple(
            msgspec.structs.replace(word, start=word.start + start, end=word.end + start) for word in units(text)
        )
        if inner and inner[-1].text in {"談", "氏談"}:
            inner = inner[:-1]
        if not inner:
            return None
        phrase = phrase_of(scene, inner, 0, len(inner), "")
        if phrase.rank < KNOWN:
            return None
        return voice_of(scene, inner, phrase, self.people, voices)

    def _omitted(self, scene: Scene, report: Report, voices: Voices) -> Voice | None:
        """Nobody named in the sentence: whoever has the word."""
        if report.needs_speaker:
            return None
        return voices.topic or voices.last

    def _topic(self, scene: Scene, line: Sequence[Unit], named: Sequence[Phrase], voices: Voices) -> Voice | None:
        """What a sentence without speech is about, if it is somebody who could speak."""
        for particles, least in (({"は", "も"}, KNOWN), ({"が"}, NAMED)):
            for phrase in named:
                if phrase.particle in particles and (
                    phrase.rank == NAMED or phrase.mention
                    or (least == KNOWN and phrase.rank >= KNOWN and (_body(line, phrase) or _person_like(scene, line, phrase)))
                ):  # fmt: skip
                    return voice_of(scene, line, phrase, self.people, voices)
        return None

    def _named_before(self, scene: Scene, line: Sequence[Unit], spoken: Sequence[Speech]) -> Iterator[Speech]:
        """島田亨オーナー「…」: the name stands right before the words."""
        base = scene.sentence.start
        ends = {person.end: person for person in scene.of("person")}
        for at, unit in enumerate(line):
            colon = 1 if at and line[at - 1].text == ":" else 0
            person = ends.get(base + unit.start - colon)
            if unit.sort != "said" or any(s.start == base + unit.start + 1 for s in spoken):
                continue
            if person is None and not (at and self._label(scene, line, at - colon)):
                continue
            phrase = phrase_before(scene, line, at - colon)
            if phrase is not None and strength(scene.sentence.folded[slice(*unit.inner)]) != "weak":
                voice = voice_of(scene, line, phrase, self.people, Voices())
                if voice is not None:
                    yield _speech(scene, *unit.inner, "direct", voice, "asserted", None, None)

    def _label(self, scene: Scene, line: Sequence[Unit], stop: int) -> bool:
        """早見「…」, 社長「…」 at the beginning of a line: who speaks in a conversation."""
        label = scene.sentence.folded[: line[stop - 1].end].strip("　 ・-―:◆◇■▽") if stop else ""
        if not label or stop > 6 or label in {"記者", "司会", "聞き手", "編集部", "本誌", "Q", "問"}:
            return False
        phrase = phrase_before(scene, line, stop)
        if phrase is None or phrase.first > 1:
            return False
        return self.people.named(label) is not None or (phrase.rank >= KNOWN and _person_like(scene, line, phrase))

    # -- what is said -----------------------------------------------------------------------------------------------

    def _speeches(
        self, scene: Scene, line: Sequence[Unit], report: Report, before: int, voice: Voice
    ) -> Iterator[Speech]:
        press = voice.press or is_press(voice.name)
        if report.type == "indirect" and report.cue and report.cue.lemma == "伝える" and not voice.person:
            return
        if press and report.cue and report.cue.lemma in {"伝える", "報じる", "報道", "報ずる"}:
            return
        modality = _modality(line, report, before)
        medium = medium_of(scene, line, report)
        if report.type == "direct":
            for at in report.said:
                start, end = line[at].inner
                if start < end:
                    yield _speech(scene, start, end, "direct", voice, modality, medium, report)
            return
        start = content_start(scene, line, voice, report, before)
        end = line[report.stop - 1].end
        stop = report.stop - 1
        while stop > 0 and line[stop].text in {"など", "等", "、", "とか"}:
            stop -= 1
            end = line[stop].end
        if end - start >= 4:
            yield _speech(scene, start, end, "indirect", voice, modality, medium, report)

    def _lone(self, number: int, line: Sequence[Unit], voices: Voices) -> tuple[Speech, Voice] | None:
        """A sentence that is one 「…」 and nothing else."""
        scene = self.story.scenes[number]
        words = [unit for unit in line if unit.text not in {"。", "、", "-", "―", "──"}]
        if not words or words[0].sort != "said" or any(unit.sort != "aside" for unit in words[1:]) or len(words) > 2:
            return None
        if len(words) == 2 and (named := self._in_brackets(scene, words[1], voices)):
            return _speech(scene, *words[0].inner, "direct", named, "asserted", None, None), named
        if strength(scene.sentence.folded[slice(*words[0].inner)]) == "weak" and len(words[0].text) < 12:
            return None
        voice = self._after(number, voices) or self._before(number, voices) or self.interviewee
        scenes = self.story.scenes
        cited = any(
            scenes[k].sentence.folded.startswith("『") for k in (number - 1, number + 1) if 0 <= k < len(scenes)
        )
        if voice is None and not cited:  # 「題」。『新聞』 cites a source
            voice = voices.topic if voices.topic and voices.topic.person else voices.last
        return (_speech(scene, *words[0].inner, "direct", voice, "asserted", None, None), voice) if voice else None

    def _after(self, number: int, voices: Voices) -> Voice | None:
        """「…」。こう語るのはX氏だ。 X氏はそう振り返る。 最前列の株主が声を張り上げる。"""
        if number + 1 >= len(self.story.scenes):
            return None
        here, scene = self.story.scenes[number], self.story.scenes[number + 1]
        if scene.sentence.paragraph != here.sentence.paragraph:
            return None
        folded = scene.sentence.folded
        line = units(folded)
        if any(unit.sort == "said" and strength(unit.text[1:-1]) == "strong" for unit in line):
            return None
        if match := re.match(r"(?:こう|そう|と)?[^、。]{0,12}?(?:のは|のが)、?", folded):
            first = next((i for i, unit in enumerate(line) if unit.start >= match.end()), len(line))
            if first < len(line) and any(cue_at(folded, line, i) for i in range(first)):
                for person in scene.of("person"):
                    at = next(
                        (i for i, unit in enumerate(line) if scene.sentence.start + unit.start >= person.start), None
                    )
                    if at is not None and (phrase := phrase_after(scene, line, at)):
                        return voice_of(scene, line, phrase, self.people, voices)
                if phrase := phrase_after(scene, line, first):
                    return voice_of(scene, line, phrase, self.people, voices)
        told = any(unit.text in {"こう", "そう"} for unit in line)
        saying = any(cue_at(folded, line, i) for i in range(len(line)))
        for phrase in phrases(scene, line):
            if phrase.particle in {"は", "が", "も"} and phrase.rank >= KNOWN and saying and (told or len(line) < 20):
                return voice_of(scene, line, phrase, self.people, voices)
        # 「…」。X氏の口調は厳しい。
        persons = scene.of("person")
        if persons and persons[0].start == scene.sentence.start:
            person = self.people.named(getattr(persons[0].value, "name", ""))
            return Voice.of_person(person, persons[0].text, persons[0].span) if person else None
        return None

    def _before(self, number: int, voices: Voices) -> Voice | None:
        """X氏は次のように指摘する。 Xのコメント. 娘はこう尋ねた。"""
        if number == 0:
            return None
        scene = self.story.scenes[number - 1]
        folded = scene.sentence.folded
        line = units(folded)
        if folded.rstrip("。: ").endswith(("コメント", "談話", "の話", "声明")) or re.search("コメント.{0,3}[(]", folded):
            people_named = scene.of("person")
            if people_named:
                person = self.people.named(getattr(people_named[-1].value, "name", ""))
                if person:
                    return Voice.of_person(person, people_named[-1].text, people_named[-1].span)
        if re.search(r"(?:次のよう|以下のよう|こう|このよう)", folded) and any(
            cue_at(folded, line, i) for i in range(len(line))
        ):
            for phrase in phrases(scene, line):
                if phrase.particle in {"は", "が", "も"} and phrase.rank >= KNOWN:
                    return voice_of(scene, line, phrase, self.people, voices)
            return voices.last
        if re.search(r"(?:聞いた|聞くと|尋ねた|尋ねると|問うと)(?:ところ)?[。、]?$", folded) and scene.of("person"):
            named = scene.of("person")[-1]
            person = self.people.named(getattr(named.value, "name", ""))
            return Voice.of_person(person, named.text, named.span) if person else None
        return None


def _between(named: Sequence[Phrase], report: Report) -> Phrase | None:
    """「…」と白石氏は言う: the speaker between と and the word of saying."""
    if report.cue is None:
        return None
    for phrase in named:
        if report.stop <= phrase.first and phrase.last < report.cue.at and phrase.particle in {"は", "が", "も"}:
            if phrase.rank >= MAYBE:
                return phrase
    return None


def _by_word(scene: Scene, line: Sequence[Unit], report: Report) -> Phrase | None:
    """「…」とは岩井氏の弁; X氏いわく「…」."""
    if report.type != "direct" or not report.said:
        return None
    first = report.said[0] - 1
    if first > 0 and line[first].text in {"、", ":"}:
        first -= 1
    if first > 0 and line[first].text in {"いわく", "曰く"}:
        return phrase_before(scene, line, first)
    if report.stop + 2 < len(line) and line[report.stop].text == "と" and line[report.stop + 1].text == "は":
        phrase = phrase_after(scene, line, report.stop + 2)
        if phrase is None or phrase.last - phrase.first < 3:
            return None
        if line[phrase.last - 1].text in {"弁", "言葉", "言", "談", "話", "見立て"} and line[phrase.last - 2].text == "の":
            named = phrase_of(scene, line, phrase.first, phrase.last - 2, "")
            return named if named.rank >= KNOWN else None
    return None


def _modified(scene: Scene, line: Sequence[Unit], report: Report) -> Phrase | None:
    """「…」と書き込んだ無職の男: the word of saying stands before its speaker."""
    if report.cue is None:
        return _last_word(scene, line, report)
    if report.end >= len(line):
        return None
    after = report.end
    if after + 1 < len(line) and line[after].text == "の" and line[after + 1].text in {"は", "が"}:
        after += 2  # と語るのは、X氏だ
        after += after < len(line) and line[after].text == "、"
        return next(
            (phrase for person in scene.of("person") for at, unit in enumerate(line)
             if scene.sentence.start + unit.start == person.start and at >= after
             and (phrase := phrase_after(scene, line, at))), phrase_after(scene, line, after),
        )  # fmt: skip
    phrase = phrase_after(scene, line, after)
    return phrase if phrase is not None and phrase.rank >= KNOWN and _human(scene, line, phrase) else None


def _last_word(scene: Scene, line: Sequence[Unit], report: Report) -> Phrase | None:
    """「…」と岩井氏。 the verb is left out."""
    if report.type != "direct" or report.stop >= len(line) or line[report.stop].text not in {"と", "って"}:
        return None
    phrase = phrase_after(scene, line, report.stop + 1)
    if phrase is None or phrase.rank < KNOWN or (phrase.last < len(line) and line[phrase.last].text not in {"。", "、"}):
        return None
    return phrase


def _charged(scene: Scene, line: Sequence[Unit], named: Sequence[Phrase], report: Report) -> Phrase | None:
    """「…」と書き込んだとして、…の男が逮捕された: the suspect stands behind."""
    behind = scene.sentence.folded[line[report.stop].start :] if report.stop < len(line) else ""
    if report.type != "direct" or not re.search(r"として", behind) or not _CHARGE.search(behind):
        return None
    for at in range(report.end, len(line)):
        if line[at].text in {"を", "が", "は"} and (phrase := phrase_before(scene, line, at)):
            if phrase.first >= report.stop and phrase.rank >= KNOWN and _person_like(scene, line, phrase):
                return phrase
    return None


_CHARGE = re.compile("逮捕|起訴|書類送検|告発|提訴|摘発|検挙")


def _looking_into(line: Sequence[Unit], named: Sequence[Phrase], report: Report) -> Phrase | None:
    """…とみて、北署で調べている: the body that looks into it."""
    if report.cue is None or report.cue.lemma not in {"みる", "見る"}:
        return None
    return next((p for p in named if p.particle == "で" and p.first >= report.end and p.rank >= KNOWN), None)


def _human(scene: Scene, line: Sequence[Unit], phrase: Phrase) -> bool:
    if phrase.mention is not None:
        return phrase.mention.type == "person"
    return _person_like(scene, line, phrase)


def _person_like(scene: Scene, line: Sequence[Unit], phrase: Phrase) -> bool:
    from jijitsu.extract.linking.speakers import speakers_lexicon

    if phrase.mention is not None:
        return phrase.mention.type == "person"
    if phrase.rank < KNOWN:
        return False
    text = scene.sentence.folded[line[phrase.first].start : line[phrase.last - 1].end]
    known = speakers_lexicon()
    return text.endswith(known.humans + known.titles) or text in known.back_person


def _for_direct(line: Sequence[Unit], named: Sequence[Phrase], report: Report, before: int) -> Phrase | None:
    """The nearest that may speak, before the words; は, も before が of a clause that has ended."""
    first = report.said[0] if report.said else report.stop
    candidates = [
        phrase for phrase in named
        if before <= phrase.first and phrase.last < first and phrase.particle in {"は", "も", "が", "では", "から"}
    ]  # fmt: skip
    for least in (KNOWN, MAYBE):
        for phrase in reversed(candidates):
            if phrase.rank < least or (phrase.particle in {"では", "から"} and phrase.rank < KNOWN):
                continue
            if phrase.particle in {"が", "から"} and _closed(line, phrase.last, first):
                continue
            if phrase.particle == "から" and not (report.cue and report.needs_speaker) and not _received(line, report):
                continue
            return phrase
    if told := next((p for p in named if p.particle == "の話では" and p.last < first and p.rank >= KNOWN), None):
        return told
    return _source(line, named, report)


def _received(line: Sequence[Unit], report: Report) -> bool:
    """販売店から「…」として抗議を受けた: the words come from X."""
    return any(
        unit.text in {"抗議", "苦情", "声", "批判", "意見", "指摘", "要望", "連絡", "相談", "請願書", "問い合わせ", "やじ", "ヤジ"}
        for unit in line[report.stop : report.stop + 16]
    )


def _closed(line: Sequence[Unit], start: int, stop: int) -> bool:
    """True if a finite verb stands between: Xが発表した決算について is over before the words begin."""
    for at in range(start + 1, stop - 1):
        if line[at].pos in {"動詞", "助動詞", "形容詞"} and line[at + 1].pos in {"名詞", "代名詞", "接頭辞"}:
            return True
    return False


def _for_indirect(line: Sequence[Unit], named: Sequence[Phrase], report: Report, before: int) -> Phrase | None:
    """The first topic that may speak; a later one if the first was left by が、 or was only a subject with が."""
    candidates = [
        phrase for phrase in named
        if before <= phrase.first and phrase.last < report.stop and phrase.particle in {"は", "も", "が", "では"}
    ]  # fmt: skip
    if report.cue and report.cue.sort == "hearsay":
        told = next((p for p in named if p.particle == "の話では" and before <= p.first and p.rank >= KNOWN), None)
        if told is not None:
            return told
    chosen: Phrase | None = None
    for at, phrase in enumerate(candidates):
        if phrase.particle == "が" and phrase.rank >= KNOWN and line[phrase.last + 1].text == "、" and chosen is None:
            chosen = phrase
            continue
        if phrase.particle == "が" and (phrase.rank < KNOWN or at > 0 or _closed(line, phrase.last, report.stop)):
            continue
        if phrase.particle == "では" and (phrase.rank < KNOWN or not _body(line, phrase)):
            continue
        if phrase.rank == NEVER or (at > 0 and phrase.rank < KNOWN and chosen is None):
            continue
        if chosen is None or (chosen.particle == "が" and phrase.particle in {"は", "も"}):
            chosen = phrase
        elif phrase.rank >= KNOWN and phrase.particle in {"は", "では"} and _left_behind(line, chosen, phrase):
            chosen = phrase
    if chosen is None and not any(p.particle == "は" and p.rank >= KNOWN for p in candidates):
        return _source(line, named, report)
    return chosen


def _source(line: Sequence[Unit], named: Sequence[Phrase], report: Report) -> Phrase | None:
    """気象庁によると、…としている: the source speaks, unless it is a paper or agency."""
    for phrase in named:
        if phrase.particle == "によると" and phrase.last < report.stop and phrase.rank >= KNOWN:
            text = line[phrase.last - 1].text
            entity = phrase.mention.value if phrase.mention is not None else None
            if not is_press(text) and not is_press(getattr(entity, "name", "")):
                return phrase
    return None


_BODY_TAIL = ("省", "庁", "社", "党", "会", "署", "局", "県警", "府警", "当局", "側", "機構", "グループ", "市", "県", "政府", "地検",
              "特捜部", "組合", "連盟", "政界", "リポート", "レポート", "証券", "銀行", "総研", "メーカー", "大手", "財団", "部", "課", "委")  # fmt: skip


def _body(line: Sequence[Unit], phrase: Phrase) -> bool:
    """True if X in Xでは is somebody and not a place: 同社では, but not アナログ放送では, 中国では."""
    head = line[phrase.last - 1]
    if "地名" in head.detail:
        return False
    return (phrase.mention is not None and phrase.mention.type != "person") or head.text.endswith(_BODY_TAIL)


def _left_behind(line: Sequence[Unit], earlier: Phrase, later: Phrase) -> bool:
    """Xは…だが、Yは: the first topic's clause is over."""
    at = later.first - 1
    if at < 1 or line[at].text != "、":
        return False
    unit = line[at - 1]
    over = unit.text in {"が", "けれど", "けれども", "一方", "半面", "のに対し"}
    if over and (earlier.particle != "は" or later.particle == "では"):
        return True
    return earlier.rank == MAYBE and later.rank == NAMED


def _modality(line: Sequence[Unit], report: Report, before: int) -> Modality:
    if report.reported:
        return "reported"
    if report.cue is None:
        return "asserted"
    if report.cue.sort == "forecast":
        return "forecast"
    last = line[report.stop - 1]
    if report.type == "indirect" and report.cue.sort == "hold" and last.lemma in {"見込む", "予想", "予測"}:
        return "forecast"
    return "asserted"


def _speech(
    scene: Scene, start: int, end: int, kind: str, voice: Voice, modality: Modality, medium: str | None,
    report: Report | None,
) -> Speech:  # fmt: skip
    base = scene.sentence.start
    return Speech(
        start=base + start,
        end=base + end,
        sentence=scene.sentence.index,
        type="direct" if kind == "direct" else "indirect",
        attribution=attribution(voice, medium, report.cue.lemma if report and report.cue else None),
        modality=modality,
        speaker_span=voice.span,
    )


# -- headlines, interviews ------------------------------------------------------------------------------------------


def _interviewee(story: Story, everyone: People) -> Voice | None:
    """The one who answers, in an article with lines of questions (――…)."""
    asked = sum(scene.sentence.folded.lstrip().startswith(("――", "──", "──", "—", "―")) for scene in story.scenes)
    if asked < 2 or not everyone.persons:
        return None
    person = everyone.persons[0]
    return Voice.of_person(person, person.name, Span(person.places[0], person.places[0] + len(person.name)))


_QUIET = re.compile(r"[\s。、…!?！？「」『』]+")


def _headlines(story: Story, reader: _Reader, found: list[Speech]) -> list[Speech]:
    """Add the quotes of headlines: words that the article quotes again, and X「…」, 「…」とX."""
    made = list(found)
    for number, scene in enumerate(story.scenes):
        sentence = scene.sentence
        if sentence.role not in {"headline", "bullet", "caption"} and "。" in sentence.folded:
            continue
        line = units(sentence.folded)
        for at, unit in enumerate(line):
            start, end = unit.inner
            if unit.sort != "said" or any(speech.start == sentence.start + start for speech in made):
                continue
            words = _QUIET.sub("", sentence.folded[start:end])
            again = next(
                (s for s in found if s.type == "direct" and s.sentence != sentence.index and len(words) >= 5
                 and words in _QUIET.sub("", story.article.text[s.start : s.end])), None,
            )  # fmt: skip
            if again is not None:
                made.append(msgspec.structs.replace(
                    again, start=sentence.start + start, end=sentence.start + end, sentence=sentence.index, time=None,
                ))  # fmt: skip
                continue
            phrase = _in_headline(scene, line, at)
            if phrase is not None:
                voice = voice_of(scene, line, phrase, reader.people, Voices())
                if voice is not None:
                    made.append(_speech(scene, start, end, "direct", voice, "asserted", None, None))
    return made


def _in_headline(scene: Scene, line: Sequence[Unit], at: int) -> Phrase | None:
    """X「…」, X、件名「…」, 「…」とX."""
    if len(line[at].text) < 6:
        return None
    if at + 1 < len(line) and line[at + 1].text == "と":
        phrase = phrase_after(scene, line, at + 2)
        if phrase is not None and phrase.rank >= KNOWN and phrase.last == len(line):
            return phrase
    elif at + 1 < len(line) and (phrase := phrase_after(scene, line, at + 1)) and _office(scene, line, phrase):
        if phrase.last == len(line) or line[phrase.last].text in {"が", "は", "に", "、"}:
            return phrase
    stop = at
    for _ in range(2):
        phrase = phrase_before(scene, line, stop)
        if phrase is not None and phrase.rank >= KNOWN and _office(scene, line, phrase):
            return phrase
        while stop > 0 and line[stop - 1].text not in {"、"}:
            if line[stop - 1].sort == "said":
                return None
            stop -= 1
        stop -= 1
        if stop <= 0:
            break
    return None


def _office(scene: Scene, line: Sequence[Unit], phrase: Phrase) -> bool:
    return _person_like(scene, line, phrase) and phrase.rank > NEVER and (phrase.rank in {KNOWN, NAMED})
