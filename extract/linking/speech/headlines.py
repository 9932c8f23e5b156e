"""Words in headlines, and who answers in an interview."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from jijitsu.extract.linking.sentence.ranks import KNOWN
from jijitsu.extract.linking.sentence.units import Unit, units
from jijitsu.extract.linking.sentence.wording import strength
from jijitsu.extract.linking.speech.attributing import Known, Voice, Voices, speech_of
from jijitsu.extract.linking.speech.indirect import ends_part
from jijitsu.extract.linking.speech.naming import voice_of
from jijitsu.extract.linking.speech.people import People
from jijitsu.extract.linking.speech.report import Report
from jijitsu.extract.linking.speech.speakers import Phrase, person_like, phrase_after, phrase_before, phrase_of
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene, Speech, Story
from jijitsu.schemas.span import Span


def interviewee(story: Story, everyone: People) -> Voice | None:
    """The one who answers, in an article with lines of questions (――…)."""
    asked = sum(scene.sentence.folded.lstrip().startswith(("――", "──", "──", "—", "―")) for scene in story.scenes)
    if asked < 2 or not everyone.persons:
        return None
    person = everyone.persons[0]
    return Voice.of_person(person, person.name, Span(person.place, person.place + len(person.name)))


_REACH = 200
"""So many quotes of the text are compared with the words of a headline."""
ASKING = frozenset(["記者", "司会", "聞き手", "編集部", "本誌", "Q", "問"])
"""Who asks in a conversation: the questions are no quotes."""
_QUIET = regex(r"[\s。、…!?！？「」『』]+")


def headlines(known: Known, found: Sequence[Speech]) -> list[Speech]:
    """Add the quotes of headlines: words that the article quotes again, and X「…」, 「…」とX."""
    story = known.story
    made = list(found)
    taken = {speech.start for speech in found}
    spoken = [
        (_QUIET.sub("", story.article.text[speech.start : speech.end]), speech)
        for speech in found[:_REACH]
        if speech.type == "direct"
    ]
    for scene in story.scenes:
        sentence = scene.sentence
        if sentence.role not in {"headline", "bullet", "caption"} and "。" in sentence.folded:
            continue
        line = units(sentence.folded)
        for at, unit in enumerate(line):
            if unit.sort == "said" and sentence.start + unit.start + 1 not in taken:
                made += _of_headline(known, scene, line, at, spoken)
    return made


def _of_headline(
    known: Known, scene: Scene, line: Sequence[Unit], at: int, spoken: Sequence[tuple[str, Speech]]
) -> list[Speech]:
    sentence = scene.sentence
    start, end = line[at].inner
    words = _QUIET.sub("", sentence.folded[start:end])
    term = strength(sentence.folded[start:end]) == "weak"
    if at + 2 < len(line) and line[at + 1].text == "の" and line[at + 2].text not in _UTTERED:
        return []  # 「もったいない」の早見氏が勝利
    named = term and _CALLED.search(line[at].text) and known.story.article.text.count(line[at].text[1:-1]) > 1
    if named:
        return []  # 旅行サイト大手「カガリネット」、会員14万人の情報流出: the text goes on about カガリネット
    if sentence.folded.startswith("訃報") or (term and not _cited(sentence.folded, line, at)):
        return []
    if len(words) >= 5:
        for said, speech in spoken:
            if words in said and len(words) * (2 if term else 30) >= len(said) and speech.sentence != sentence.index:
                place = {"start": sentence.start + start, "end": sentence.start + end, "sentence": sentence.index}
                return [msgspec.structs.replace(speech, time=None, **place)]
    phrase = _in_headline(scene, line, at)
    voice = voice_of(scene, line, phrase, known.people, Voices()) if phrase is not None else None
    return [speech_of(scene, (start, end), voice)] if voice is not None else []


def leading(scene: Scene, line: Sequence[Unit], report: Report) -> Phrase | None:
    """北見電算の早見慎吾CEO、需要は2倍になると予測: who stands before the first comma of a headline tells all behind it."""
    if scene.sentence.role != "headline" or report.type != "indirect" or report.cue is None:
        return None
    stop = next((at for at, unit in enumerate(line[: report.stop]) if unit.text in {"、", "は", "が"}), 0)
    if not stop or line[stop].text != "、" or not ends_part(line, report.cue.end):
        return None
    phrase = phrase_before(scene, line, stop)
    land = stop == 1 and line[0].text in _LANDS
    return phrase if phrase is not None and phrase.first == 0 and (phrase.rank >= KNOWN or land) else None


_LANDS = frozenset("米英仏独露中韓伊印豪")
"""米、幹部は移動したと予測: a state in one letter."""


_CALLED = regex(r"[ァ-ヺー]{3}|[A-Z]{2}")


_UTTERED = frozenset(["声", "意見", "指摘", "批判", "発言", "訴え", "主張", "見方", "声明", "コメント"])
_BREAKS = frozenset(["-", "―", "─", "--", "——"])
_SAYING = frozenset(
    ["発言", "主張", "コメント", "批判", "投稿", "強調", "訴え", "抗議", "謝罪", "発表", "供述", "証言", "と"]
)


def _cited(folded: str, line: Sequence[Unit], at: int) -> bool:
    """True for a term in brackets that ends its part of a headline: 気象庁「誤報」, 市長「遺憾」と; not 「国民新党」旗揚げ."""
    if folded[line[at].end : line[at].end + 1].isspace():
        return True
    behind = line[at + 1].text if at + 1 < len(line) else "、"
    if behind == "など":
        behind = line[at + 2].text if at + 2 < len(line) else behind
    return behind in _BREAKS or behind in _SAYING or behind in {"、", "。"}


def _in_headline(scene: Scene, line: Sequence[Unit], at: int) -> Phrase | None:
    """X「…」, X、件名「…」, 「…」とX."""
    if len(line[at].text) < 5:
        return None
    term = strength(line[at].text[1:-1]) == "weak"
    if at + 1 < len(line) and line[at + 1].text in {"著者", "作者"}:
        return None
    if at + 1 < len(line) and line[at + 1].text == "と":
        phrase = phrase_after(scene, line, at + 2)
        joined = phrase is not None and any(unit.text in _BREAKS for unit in line[phrase.first : phrase.last])
        if phrase is not None and phrase.rank >= KNOWN and phrase.last == len(line) and not joined:
            return phrase  # 「…」と社長; not 「…」と命名-気象庁
    elif (
        not term
        and at + 1 < len(line)
        and (phrase := phrase_after(scene, line, at + 1))
        and _office(scene, line, phrase)
    ):
        behind = line[phrase.last].text if phrase.last < len(line) else ""
        if behind in {"", "が", "は", "に", "、"}:
            return phrase
    stop = at
    for _ in range(2):
        phrase = _last_part(scene, line, phrase_before(scene, line, stop))
        if phrase is not None and phrase.rank >= KNOWN and _office(scene, line, phrase):
            return phrase
        if term and at and line[at - 1].pos == "助詞":
            return None  # 院長、ワクチンを孫に「優先接種」
        while stop > 0 and line[stop - 1].text not in {"、"}:
            if line[stop - 1].sort == "said":
                return None
            stop -= 1
        stop -= 1
        if stop <= 0:
            break
    return None


def _last_part(scene: Scene, line: Sequence[Unit], phrase: Phrase | None) -> Phrase | None:
    """利下げ 3会合連続 議長「…」: of what blanks part in a headline only the last is beside the words."""
    if phrase is None:
        return None
    blanks = (at for at in range(phrase.last - 1, phrase.first, -1) if scene.sentence.folded[line[at].start - 1] == " ")
    first = next(blanks, phrase.first)
    named = phrase.mention is not None and phrase.mention.start < scene.sentence.start + line[first].start
    if first == phrase.first or named:
        return phrase  # ジョン スミス氏
    return phrase_of(scene, line, first, phrase.last, phrase.particle)


def _office(scene: Scene, line: Sequence[Unit], phrase: Phrase) -> bool:
    text = scene.sentence.folded[line[phrase.first].start : line[phrase.last - 1].end]
    return text not in ASKING and person_like(scene, line, phrase) and phrase.rank >= KNOWN
