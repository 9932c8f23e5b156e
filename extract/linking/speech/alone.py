"""Words that stand alone: a sentence that is one 「…」, with its speaker in the sentence before or behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from jijitsu.extract.linking.sentence.ranks import KNOWN, MAYBE
from jijitsu.extract.linking.sentence.units import Unit, units
from jijitsu.extract.linking.sentence.wording import strength
from jijitsu.extract.linking.speech.afterwards import SOURCES
from jijitsu.extract.linking.speech.attributing import Known, Voice, Voices, speech_of
from jijitsu.extract.linking.speech.cues import cue_at
from jijitsu.extract.linking.speech.indirect import NOMINAL
from jijitsu.extract.linking.speech.naming import voice_of
from jijitsu.extract.linking.speech.report import Report
from jijitsu.extract.linking.speech.speakers import (
    is_press,
    person_like,
    phrase_after,
    phrase_before,
    phrase_of,
    phrases,
)
from jijitsu.extract.morphology import tokens
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene, Speech


def lone(known: Known, number: int, line: Sequence[Unit], voices: Voices) -> tuple[Speech, Voice] | None:
    """A sentence that is one 「…」 and nothing else."""
    scene = known.story.scenes[number]
    words = [unit for unit in line if unit.text not in {"。", "、", "-", "―", "──", "・", "■", "◆", "●"}]
    if not words or words[0].sort != "said" or any(unit.sort != "aside" for unit in words[1:]) or len(words) > 2:
        return None
    if len(words) == 2 and (named := in_brackets(known, scene, words[1], voices)):
        return speech_of(scene, words[0].inner, named), named
    voice = _introduced(known, number, voices) or _after(known, number, voices)
    voice = voice or _below(known, number, voices)
    if voice is None and _goes_on(known, number, voices):
        voice = voices.last
    voice = voice or _described(known, number) or _scene_of(known, number, voices)
    if voice is None and strength(scene.sentence.folded[slice(*words[0].inner)]) == "weak" and len(words[0].text) < 12:
        return None
    voice = voice or _before(known, number) or known.interviewee
    scenes = known.story.scenes
    cited = any(scenes[k].sentence.folded.startswith("『") for k in (number - 1, number + 1) if 0 <= k < len(scenes))
    if voice is None and not cited:  # 「題」。『新聞』 cites a source
        voice = voices.topic if voices.topic and voices.topic.person else voices.last
    return (speech_of(scene, words[0].inner, voice), voice) if voice else None


VIEW = regex(r"^([^、。「」:]{2,24})の(?:見解|見方|分析|予想|予測|評価|所見|見立て|主張|説明|コメント|回答):(?!「)")


def labelled(known: Known, number: int, line: Sequence[Unit]) -> tuple[Speech, Voice] | None:
    """東西証券の見解:需要の回復は年後半になる。 a sentence behind a label is an indirect quote."""
    scene = known.story.scenes[number]
    match = VIEW.match(scene.sentence.folded)
    last = next((at for at, unit in enumerate(line) if match and unit.start >= match.end(1)), 0)
    phrase = phrase_before(scene, line, last) if last else None
    if match is None or phrase is None or phrase.rank < MAYBE:
        return None
    voice = voice_of(scene, line, phrase, known.people, Voices())
    end = len(scene.sentence.folded.rstrip("。 "))
    if voice is None or end - match.end() < 6:
        return None
    report = Report(type="indirect", stop=len(line), cue=None)
    return speech_of(scene, (match.end(), end), voice, report), voice


SIGNED = regex(r"^(?P<what>[^。「」=―—]{6,60})[=―—](?P<who>[^。「」=―—]{2,24})$")


def signed(known: Known, number: int, line: Sequence[Unit]) -> tuple[Speech, Voice] | None:
    """利下げを急ぐ必要はない=早見総裁: a headline that ends in who says it, by name or office; not 8兆円に=関係筋."""
    scene = known.story.scenes[number]
    match = SIGNED.match(scene.sentence.folded)
    if match is None or (scene.sentence.role != "headline" and number):
        return None
    first = next((at for at, unit in enumerate(line) if unit.start >= match.start("who")), len(line))
    if first == len(line) or match["who"].endswith((*SOURCES, "筋", "記者")):
        return None
    phrase, last = phrase_of(scene, line, first, len(line), ""), tokens(match["what"])[-1]
    told = last.pos in {"動詞", "形容詞", "助動詞", "形状詞"} or match["what"].endswith(tuple(NOMINAL))
    if not told or phrase.rank < KNOWN or not person_like(scene, line, phrase):
        return None
    voice = voice_of(scene, line, phrase, known.people, Voices())
    report = Report(type="indirect", stop=len(line), cue=None)
    return (speech_of(scene, match.span("what"), voice, report), voice) if voice is not None else None


def in_brackets(known: Known, scene: Scene, unit: Unit, voices: Voices) -> Voice | None:
    start, end = unit.inner
    text = scene.sentence.folded[start:end]
    if text in {"同", "同氏", "同前"}:
        return voices.last or (voices.topic if voices.topic is not None and voices.topic.person else None)
    if (
        not text
        or re.fullmatch(r"[笑泣苦怒汗涙爆]+", text)
        or all(is_press(part) for part in re.split("[、・,]", text))
    ):
        return None
    inner = tuple(msgspec.structs.replace(word, start=word.start + start, end=word.end + start) for word in units(text))
    if inner and inner[-1].text in {"談", "氏談", "弁", "話"}:
        inner = inner[:-1]
        if inner and inner[-1].text == "の":
            inner = inner[:-1]
    if not inner:
        return None
    phrase = phrase_of(scene, inner, 0, len(inner), "")
    if phrase.rank < KNOWN:
        return None
    return voice_of(scene, inner, phrase, known.people, voices)


def _after(known: Known, number: int, voices: Voices) -> Voice | None:
    """「…」。こう語るのはX氏だ。 X氏はそう振り返る。 最前列の株主が声を張り上げる。"""
    if number + 1 >= len(known.story.scenes):
        return None
    here, scene = known.story.scenes[number], known.story.scenes[number + 1]
    line = units(scene.sentence.folded)
    if len(line) == 1 and line[0].sort == "aside" and scene.of("person"):
        return in_brackets(known, scene, line[0], voices)  # 「…」 and below it (代表取締役 早見慎吾)
    if scene.sentence.paragraph != here.sentence.paragraph:
        return None
    folded = scene.sentence.folded
    if any(unit.sort == "said" and strength(unit.text[1:-1]) == "strong" for unit in line):
        return None
    if match := re.match(r"(?:こう|そう|と)?[^、。]{0,12}?(?:のは|のが)、?", folded):
        first = next((i for i, unit in enumerate(line) if unit.start >= match.end()), len(line))
        if first < len(line) and any(cue_at(folded, line, i) for i in range(first)):
            for person in scene.of("person"):
                at = next((i for i, unit in enumerate(line) if scene.sentence.start + unit.start >= person.start), None)
                if at is not None and (phrase := phrase_after(scene, line, at)):
                    return voice_of(scene, line, phrase, known.people, voices)
            if phrase := phrase_after(scene, line, first):
                return voice_of(scene, line, phrase, known.people, voices)
    told = any(unit.text in {"こう", "そう"} for unit in line)
    if told and re.search("次のよう|以下のよう|こう", folded) and _followed(known, number + 1):
        return None  # X氏はこう語る: of the words that follow
    saying = any(cue_at(folded, line, i) for i in range(len(line)))
    if told and saying:
        for phrase in phrases(scene, line):
            if phrase.particle in {"は", "が", "も"} and phrase.rank >= KNOWN:
                return voice_of(scene, line, phrase, known.people, voices)
    return None


def _below(known: Known, number: int, voices: Voices) -> Voice | None:
    """「…」──。 北斗自動車は新型を発表した。早見慎吾社長はこう宣言した。 words that lead a story, told a few sentences below."""
    scenes = known.story.scenes
    if not _LEADS.search(scenes[number].sentence.folded):
        return None
    for scene in scenes[number + 1 : number + 4]:
        folded = scene.sentence.folded
        line = units(folded)
        if "「" in folded or not any(
            unit.text in {"こう", "そう"} and cue_at(folded, line, at + 1) for at, unit in enumerate(line)
        ):
            continue
        named = [p for p in phrases(scene, line) if p.particle in {"は", "が", "も"} and p.rank >= KNOWN]
        return voice_of(scene, line, named[-1], known.people, voices) if named else None
    return None


_LEADS = regex("」(?:[―─—-]{2}|…)。?$")


def _goes_on(known: Known, number: int, voices: Voices) -> bool:
    """X氏は…と嘆く。「…」。 the last speaker of the paragraph goes on."""
    if number == 0 or voices.spoke != number - 1:
        return False
    scenes = known.story.scenes
    return scenes[number - 1].sentence.paragraph == scenes[number].sentence.paragraph


_OF_SPEAKER = regex(
    r"の(?:第一声|口癖|一言|反応|返事|説明|言葉|口調|表情|声|予言|問い|訴え|目|姿|顔|思い|胸中|指摘|見方|見立て|持論|返答|答え|弁|話|悩み|決意|警告|嘆き)[^、。]{0,3}[はがもに]"
)


def _scene_of(known: Known, number: int, voices: Voices) -> Voice | None:
    """「…」。X社長は強気だ。 「…」。X氏の口調は厳しい。 「…」。最前列の株主が声を張り上げる。 「…」。客の男性はため息をつく。"""
    if number + 1 >= len(known.story.scenes):
        return None
    here, scene = known.story.scenes[number], known.story.scenes[number + 1]
    opening = number == 0 or known.story.scenes[number - 1].sentence.paragraph != here.sentence.paragraph
    if scene.sentence.paragraph != here.sentence.paragraph and not (opening and here.sentence.role == "body"):
        return None
    folded = scene.sentence.folded
    line = units(folded)
    if any(unit.sort == "said" and strength(unit.text[1:-1]) == "strong" for unit in line):
        return None
    named = phrases(scene, line)
    if match := _OF_SPEAKER.search(folded, 0, 60):
        last = next((at for at, unit in enumerate(line) if unit.start >= match.start()), 0)
        phrase = phrase_before(scene, line, last) if last else None
        if (
            phrase is not None
            and phrase.rank >= KNOWN
            and "、" not in folded[: match.start()]
            and person_like(scene, line, phrase)
        ):
            return voice_of(scene, line, phrase, known.people, voices)
    cues = [cue for i in range(len(line)) if (cue := cue_at(folded, line, i))]
    # 10日、7年ぶりに再開した小屋で、早見慎吾さんは目を細めた
    closing = bool(cues) and cues[-1].end >= len(line) - 2 and len(line) < _LONG
    for phrase in named:
        if phrase.particle not in {"は", "が", "も"} or phrase.rank < KNOWN:
            continue
        if (cues and len(line) < 20) or (closing and person_like(scene, line, phrase)):
            return voice_of(scene, line, phrase, known.people, voices)
    for phrase in named:
        if phrase.particle == "は" and phrase.rank >= KNOWN and person_like(scene, line, phrase) and len(line) < 30:
            return voice_of(scene, line, phrase, known.people, voices)
        if phrase.particle in {"は", "が", "も"}:
            return None
    return None


_LONG = 50


def _described(known: Known, number: int) -> Voice | None:
    """みのり総研の吉川氏は慎重だ。「回復は鈍い」。 a short sentence on how a named person takes it."""
    if number == 0:
        return None
    scene, here = known.story.scenes[number - 1], known.story.scenes[number].sentence
    line = units(scene.sentence.folded)
    if scene.sentence.paragraph != here.paragraph or len(line) > 14 or any(unit.sort == "said" for unit in line):
        return None
    for phrase in phrases(scene, line):
        if phrase.particle in {"は", "も"} and phrase.mention is not None and phrase.mention.type == "person":
            return voice_of(scene, line, phrase, known.people, Voices())
    return None


def _followed(known: Known, number: int) -> bool:
    """True if the next sentence of the paragraph begins with words in brackets."""
    scenes = known.story.scenes
    if number + 1 >= len(scenes):
        return False
    here, behind = scenes[number].sentence, scenes[number + 1].sentence
    return behind.paragraph == here.paragraph and behind.folded.startswith("「")


_LABEL = regex(r"(?:(?:コメント|談話|の話|声明|メッセージ)[。: 】\])>]*|^[^。]{0,40}(?:より|からの?一言)[: 】\])>]*)$")
"""A line that gives the words below it to somebody: 早見慎吾社長のコメント, ■代表取締役 早見慎吾より."""


def _introduced(known: Known, number: int, voices: Voices) -> Voice | None:
    """X氏は次のように指摘する。 Xのコメント. 娘はこう尋ねた。"""
    if number == 0:
        return None
    scene = known.story.scenes[number - 1]
    folded = scene.sentence.folded
    line = units(folded)
    if _LABEL.search(folded) or re.search("コメント.{0,3}[(]", folded):
        people_named = scene.of("person")
        if people_named:
            person = known.people.named(getattr(people_named[-1].value, "name", ""))
            if person:
                return Voice.of_person(person, people_named[-1].text, people_named[-1].span)
    if re.search(r"(?:次のよう|以下のよう|こう|このよう)", folded) and any(
        cue_at(folded, line, i) for i in range(len(line))
    ):
        named = [p for p in phrases(scene, line) if p.particle in {"は", "が", "も"} and p.rank >= KNOWN]
        for phrase in sorted(named, key=lambda phrase: phrase.particle == "が"):
            return voice_of(scene, line, phrase, known.people, voices)
        return voices.last
    return None


def _before(known: Known, number: int) -> Voice | None:
    """フランクは静かに言った。 スミスは肩をすくめた。 X氏に聞いた。"""
    if number == 0:
        return None
    scene, voices = known.story.scenes[number - 1], Voices()
    folded = scene.sentence.folded
    line = units(folded)
    here = known.story.scenes[number].sentence
    if scene.sentence.paragraph == here.paragraph and re.search(
        r"(?:言|語|話し?|尋ね|答え|続け|つぶやい|叫ん|切り出し|打ち明け|笑)(?:った|た|だ|う|る|す)。?$", folded
    ):
        for phrase in phrases(scene, line):  # フランクは静かに言った。「…」
            if phrase.particle in {"は", "が", "も"} and phrase.rank >= MAYBE:
                return voice_of(scene, line, phrase, known.people, voices)
    if scene.sentence.paragraph == here.paragraph and len(line) < 20:
        for phrase in [p for p in phrases(scene, line) if p.particle == "は"][:1]:
            # スミスは肩をすくめた。「…」 店を営む男性は、ため息をつく。「…」
            heads = all(unit.text != "、" for unit in line[: phrase.first])
            if (phrase.first == 0 and phrase.rank >= MAYBE and not phrase.mention) or (
                heads and phrase.rank >= KNOWN and person_like(scene, line, phrase)
            ):
                return voice_of(scene, line, phrase, known.people, voices)
    if re.search(r"(?:聞いた|聞くと|尋ねた|尋ねると|問うと)(?:ところ)?[。、]?$", folded) and scene.of("person"):
        asked = scene.of("person")[-1]
        answers = known.people.named(getattr(asked.value, "name", ""))
        return Voice.of_person(answers, asked.text, asked.span) if answers else None
    return None
