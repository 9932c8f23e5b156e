"""Who said what: the direct and indirect quotes of an article, with their speakers.

The contract is the page on claims (Quotes). What makes a report of speech: reports.py. Whose it is: choosing.py, and
attributing.py for the name in full. Words that stand alone: alone.py, headlines.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from jijitsu.extract.linking.sentence.ranks import KNOWN, NAMED, speakers_lexicon
from jijitsu.extract.linking.sentence.units import Unit, units
from jijitsu.extract.linking.speech.alone import SIGNED, VIEW, in_brackets, labelled, lone, signed
from jijitsu.extract.linking.speech.attributing import Known, Voice, Voices, medium_of, speech_of
from jijitsu.extract.linking.speech.choosing import speaking
from jijitsu.extract.linking.speech.clauses import content_start
from jijitsu.extract.linking.speech.confessing import confessing
from jijitsu.extract.linking.speech.headlines import headlines, interviewee, leading
from jijitsu.extract.linking.speech.investigating import SUSPECTED, investigators, unsought
from jijitsu.extract.linking.speech.labels import named_before
from jijitsu.extract.linking.speech.naming import voice_of
from jijitsu.extract.linking.speech.people import people
from jijitsu.extract.linking.speech.polls import polled, ruled
from jijitsu.extract.linking.speech.quoted_part import rest_of_clause
from jijitsu.extract.linking.speech.replying import asked, replier
from jijitsu.extract.linking.speech.report import Report
from jijitsu.extract.linking.speech.reports import reports
from jijitsu.extract.linking.speech.sourcing import source_before, sourced
from jijitsu.extract.linking.speech.speakers import Phrase, body, is_press, person_like, phrases, shown
from jijitsu.extract.linking.speech.still_telling import goes_on_about, left_out, tells_of_thing, told_of_own
from jijitsu.extract.linking.subject.stakes import LEADS_ROUND
from jijitsu.extract.linking.subject.subjects import SOURCE, tells_of_others
from jijitsu.extract.linking.subject.topics import HEADING
from jijitsu.extract.linking.time.times import Times
from jijitsu.extract.linking.time.timing import time_for
from jijitsu.extract.linking.value.quotations import CODE_FIRST, SHARE_LINE
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene, Speech, Story
from jijitsu.schemas.claim import Modality
from jijitsu.schemas.mention import Entity, Mention


def speeches(story: Story, dates: Times | None = None) -> tuple[Speech, ...]:
    """Return the quotes of the article in order of their start; with `dates` they carry the time of saying."""
    everyone = people(story)
    known = Known(story, everyone, interviewee(story, everyone))
    voices = Voices()
    found: list[Speech] = []
    last = next((number for number in reversed(range(len(story.scenes))) if _may_speak(story.scenes[number])), -1)
    for number, scene in enumerate(story.scenes[: last + 1]):  # behind it nobody is quoted, whoever is spoken of
        if scene.sentence.role != "furniture":
            spoken, voices = _read(known, number, voices)
            found += spoken
    every = sorted(headlines(known, found), key=lambda speech: (speech.start, speech.end))
    return tuple(every if dates is None else (_timed(dates, speech) for speech in every))


def _may_speak(scene: Scene) -> bool:
    """False for a sentence without a quote."""
    if scene.sentence.role == "furniture":
        return False
    folded = scene.sentence.folded
    line = units(folded)
    return (
        any(unit.sort == "said" for unit in line)
        or bool(reports(folded, line))
        or any(way.match(folded) for way in (VIEW, SIGNED))
    )


def _timed(dates: Times, speech: Speech) -> Speech:
    time, _ = time_for(dates, speech.sentence, speech.start, speech.end, "quote")
    return msgspec.structs.replace(speech, time=time)


def _read(known: Known, number: int, voices: Voices) -> tuple[list[Speech], Voices]:
    """Return the quotes of one sentence, and who has the word after it."""
    scene = known.story.scenes[number]
    line = units(scene.sentence.folded)
    named = tuple(_known_short(scene, line, phrase, known) for phrase in phrases(scene, line))
    if known.people.bracketed and (bodies := _in_quotes(line, known.people.bracketed, named)):
        named = tuple(sorted((*named, *bodies), key=lambda phrase: phrase.last))
    spoken: list[Speech] = []
    voices = sourced(known, scene, line, named, voices, number)
    before = 0
    current: Voice | None = None
    earlier = voices
    question: Report | None = None
    for at, report in enumerate(reports(scene.sentence.folded, line)):
        if polled(scene.sentence.folded, line, named, report) or (at == 0 and ruled(line, named, report)):
            continue
        voice = _voice(known, scene, line, named, report, before, current, voices)
        voice = investigators(scene, line, report, voice, voices, known.people.text) or voice
        voice = voice or _confessing(report, voices)
        if question is not None and voice is None and asked(line, question, report):
            current = replier(scene, line, named, question, current, known.people, earlier)
            if (voice := current) is None:
                continue
        if voice is None and not (report.cue and report.cue.sort == "hearsay"):
            voice = current or (
                None
                if report.needs_speaker and not left_out(known.story, line, named, report, voices, number)
                else source_before(scene.sentence.folded, report, voices, number)
                or _stating(report, voices)
                or voices.topic
                or voices.last
            )
        voice = confessing(scene, line, report, voice, known.people) or voice
        if voice is not None and SUSPECTED.search(voice.text):  # 男は…と供述しており、県警は余罪もあるとみている
            voice = investigators(scene, line, report, voice, voices, known.people.text) or voice
            voice = None if unsought(line, report, voice) else voice
        told_of = voice is not None and report.said and not _ends_at(scene, line, voice, report.said[0] - 1)
        if told_of and rest_of_clause(scene.sentence.folded, line, report):
            report = msgspec.structs.replace(report, type="indirect", said=())
        if report.cue and report.cue.sort == "hearsay" and _ACCOUNT.search(scene.sentence.folded):
            report = msgspec.structs.replace(report, reported=True)
        made = list(_told(scene, line, report, before, voice)) if voice else []
        question = report
        if made and voice:
            spoken += made
            if not report.received:  # who complained to somebody is not whom the text goes on to quote
                current, voices = voice, voices.heard(voice, number)
        if (made and not report.received) or (report.type == "direct" and not report.needs_speaker):
            before = report.end
    spoken += named_before(known, scene, line, spoken)
    if spoken:
        return spoken, voices.topic_of(current or _topic(known, scene, line, named, voices))
    alone = labelled(known, number, line) or signed(known, number, line) or lone(known, number, line, voices)
    if alone is not None:
        return [alone[0]], voices.heard(alone[1], number)
    if (owner := _owner(scene)) is not None:
        voices = voices.cited(owner)
    folded = scene.sentence.folded
    opening = owner if owner is not None and (_OPENS.match(folded) or _heads(folded)) else None
    return [], voices.topic_of(_topic(known, scene, line, named, voices) or opening)


def _ends_at(scene: Scene, line: Sequence[Unit], voice: Voice, particle: int) -> bool:
    """True if the one who speaks stands right before unit `particle` or behind it, or nothing like a topic does."""
    if particle < 1 or line[particle].text not in {"は", "が"} or line[particle - 1].pos not in {"名詞", "接尾辞"}:
        return True
    near = scene.sentence.start + line[particle].start - 12
    return voice.span is not None and near <= voice.span.end <= scene.sentence.end


_ACCOUNT = regex("の話では|の話によ|の(?:話|談話|コメント|説明|証言|見解|発言|見方|分析|情報)として")
"""What is told in somebody's name, and whoever passes it on says so: 消費者庁の[コメントとして]、相談が増えているという."""


def _confessing(report: Report, voices: Voices) -> Voice | None:
    """駆けつけた警察官が助けた。「火を付けた」と[供述]した: only who is suspected confesses."""
    if report.cue is None or report.cue.lemma not in {"供述", "自供"} or report.received:
        return None
    around = (voices.last, voices.topic, *reversed(voices.persons), *reversed(voices.unnamed))
    if any(voice is not None and SUSPECTED.search(voice.text) for voice in around[:2]):
        return None
    return next((voice for voice in around if voice is not None and SUSPECTED.search(voice.text)), None)


def _stating(report: Report, voices: Voices) -> Voice | None:
    """通行人が見つけた。…としている: who was only spoken of holds nothing; the last body does."""
    topic, last = voices.topic, voices.last
    if _unofficial(report, topic):
        return _last_body(voices)
    official = report.type == "indirect" and report.cue is not None and report.cue.sort == "hold"
    town = topic is not None and _TOWN.fullmatch(topic.name) is not None
    if not official or topic is None or topic.body or town or topic.press or (topic.person and topic.role):
        return None
    if last is not None and last.name == topic.name:
        return None
    return _last_body(voices)


def _last_body(voices: Voices) -> Voice | None:
    return next((b for b in reversed(voices.bodies) if b.body and not b.press and (b.id or len(b.name) > 2)), None)


def _unofficial(report: Report, topic: Voice | None) -> bool:
    """医師は「心配ない」と話した。検査の結果は陰性だったと[発表]した: people without a name make nothing public."""
    if report.type != "indirect" or report.cue is None or report.cue.lemma not in {"発表", "公表"} or topic is None:
        return False
    return not (topic.person or topic.body or topic.press) and topic.text.endswith(speakers_lexicon().humans)


_TOWN = regex("[一-鿿ぁ-んァ-ヴー]{1,6}[都府県市町村区]")


def _known_short(scene: Scene, line: Sequence[Unit], phrase: Phrase, known: Known) -> Phrase:
    """九石も: a short form that the article gave in brackets is a name, whatever it looks like."""
    text = scene.sentence.folded[line[phrase.first].start : line[phrase.last - 1].end]
    if phrase.rank < KNOWN and text in known.people.abbreviations:
        return msgspec.structs.replace(phrase, rank=KNOWN, proper=True, able=True)
    return phrase


def _in_quotes(line: Sequence[Unit], bodies: frozenset[str], named: Sequence[Phrase]) -> list[Phrase]:
    """「オブザーバー」は、…とする声明を出した: a body by the name that the article gave in brackets."""
    taken = {phrase.last for phrase in named}
    return [
        Phrase(at, at + 1, line[at + 1].text, KNOWN, None, True, True)
        for at, unit in enumerate(line[:-1])
        if unit.sort in {"said", "title"} and unit.text[1:-1] in bodies and at + 1 not in taken
        and line[at + 1].text in {"は", "が", "も"}
    ]  # fmt: skip


def _voice(
    known: Known, scene: Scene, line: Sequence[Unit], named: Sequence[Phrase], report: Report, before: int,
    current: Voice | None, voices: Voices,
) -> Voice | None:  # fmt: skip
    """Return who is named as the speaker of a report, or None."""
    aside = report.said[-1] + 1 if report.said else len(line)
    if aside < len(line) and line[aside].sort == "aside" and (voice := in_brackets(known, scene, line[aside], voices)):
        return voice  # 「…」(倉持氏), 「…」(同)
    phrase = leading(scene, line, report) or speaking(scene, line, named, report, before, carried=current is not None)
    if phrase is None:
        return None
    if (teller := tells_of_thing(line, phrase, report, current, voices, scene.sentence.index)) is not None:
        return teller
    voice = voice_of(scene, line, phrase, known.people, voices)
    if voice is not None and (owner := told_of_own(line, phrase, report, voice, voices, scene.sentence.index)):
        return owner
    if voice is not None and not before:
        voice = goes_on_about(scene.sentence.folded, line, phrase, report, voice, voices, scene.sentence.index) or voice
    if report.cue is None or report.cue.sort != "hearsay" or phrase.particle in {"の話では", "の話として"}:
        return voice
    # Hearsay about somebody, unless the one it is about has just been quoted: then it is what they told.
    sourced = re.search("によると|によれば|によりますと", scene.sentence.folded)
    if sourced or before or phrase.particle != "は":
        return None
    if voice is not None and voice.body and phrase.first == 0 and phrase.rank == NAMED and not phrase.mention:
        return voice  # 同社は来春にも量産を始めるという
    if not person_like(scene, line, phrase) or (voice is not None and SUSPECTED.search(voice.text)):
        return None  # 男は金を奪ったという
    if phrase.rank == NAMED and phrase.mention and voice is not None and voices.told is not None:
        return voice if voices.told.name == voice.name else None  # 井川社長は、下期に回復するという
    just = voices.last is not None and voice is not None and voices.last.name == voice.name
    return voice if just and scene.sentence.index - voices.spoke <= 1 else None


def _topic(known: Known, scene: Scene, line: Sequence[Unit], named: Sequence[Phrase], voices: Voices) -> Voice | None:
    """What a sentence without speech is about, if it is somebody who could speak."""
    for particles in ({"は", "も"}, {"が"}):
        for phrase in named:
            if phrase.particle not in particles or (phrase.particle == "も" and _within(named, phrase)):
                continue
            start, end = shown(scene, line, phrase)
            if tells_of_others(scene.sentence.folded[start:end]) and SOURCE.match(scene.sentence.folded, end):
                continue  # LSEGがまとめた予想: no topic
            code = getattr(phrase.mention.value, "id", None) if phrase.mention else None
            press = is_press(scene.sentence.folded[start:end], code)
            if press and ("が" in particles or _RELAYED.search(scene.sentence.folded, end)):
                continue  # CNNは、…と伝えた: the article is not about the paper; ブルームバーグがまとめた予想は
            if "が" in particles and LEADS_ROUND.match(scene.sentence.folded, line[phrase.last].end):
                continue  # 岬キャピタルが率いるシリーズAで3億円を得た
            common = phrase.rank >= KNOWN and (phrase.proper or body(line, phrase) or person_like(scene, line, phrase))
            if common and phrase.mention is None and _numbered(line, phrase):
                continue  # 社員は24人になった
            common = common or (phrase.rank >= KNOWN and line[phrase.last - 1].text.endswith(_RULINGS))
            common = common and ("が" not in particles or (phrase.proper and phrase.first == 0))
            if phrase.rank == NAMED or phrase.mention or common:
                return voice_of(scene, line, phrase, known.people, voices)
    if voices.topic is not None and voices.topic.person and _PAPER.match(scene.sentence.folded):
        return next((body for body in reversed(voices.bodies) if body.body and not body.press), None)
    return _closing(known, scene, line)


def _within(named: Sequence[Phrase], phrase: Phrase) -> bool:
    """判決は、消費者も認識できたと指摘: what も adds stands within what another topic is said to do."""
    return any(p.particle == "は" and p.last < phrase.first for p in named)


_RULINGS = ("判決", "裁決", "決定", "報告書", "答申", "声明")
_RELAYED = regex("(?:伝え|報じ|報道し)(?:た|て|る)")
_PAPER = regex(
    r"(?:また|さらに|一方|同時に公表した)?、?[^、。「」はが]{0,24}(?:報告書?|リポート|レポート|見通し|展望|声明|議事要旨|資料|白書)では(?!な)"
)
"""四半期の金融政策[報告では]、予想を下げた: the institution speaks, not who was quoted before."""


def _numbered(line: Sequence[Unit], phrase: Phrase) -> bool:
    """True if how many they are is all that is said of them."""
    first = phrase.last + 1
    first += line[first : first + 1] != () and line[first].text == "約"
    behind = line[first : first + 2]
    return len(behind) > 1 and "数詞" in behind[0].detail and behind[1].text in {"人", "名"}


def _firm(mention: Mention) -> Voice:
    name = mention.value.name if isinstance(mention.value, Entity) else mention.text
    number = mention.value.id if isinstance(mention.value, Entity) else None
    return Voice(name, mention.text, mention.span, number, press=is_press(name, number), body=True)


def _owner(scene: Scene) -> Voice | None:
    """[ルーシッド]の納車は5380台だった, ■[カガリ](1234) 反落: the firm that 同社 and 会社 point to in the next sentence."""
    folded = scene.sentence.folded
    heading = _heads(folded)
    before = _AGENCY.match(folded) or CODE_FIRST.match(folded)
    opens = before.end() if before is not None else 0
    for mention in scene.of("company", "organisation"):
        start, end = mention.start - scene.sentence.start, mention.end - scene.sentence.start
        owns = heading or scene.sentence.folded.startswith("の", end)
        if opens <= start <= opens + 4 and owns and isinstance(mention.value, Entity):
            return _firm(mention)
    return None


def _heads(folded: str) -> bool:
    """True for what heads the lines on one firm: ■カガリ(1234) 反落, カガリ<1234>:889円(-61円)."""
    return HEADING.match(folded) is not None or SHARE_LINE.fullmatch(folded) is not None


_AGENCY = regex(r"\([^()]{2,14}\):?\s*")
"""(ブルームバーグ): ミナト電機の今期の純利益は: the agency that sends it."""
_OPENS = regex(r"(?:\([^()]{2,14}\):?\s*)?[^、。「」はが■◆◇●]{2,20}の[^、。「」はが]{2,30}は")
"""アルタイルの2025年の売上高は3倍だった。26年は500億ドルを超えると予想する。"""


def _closing(known: Known, scene: Scene, line: Sequence[Unit]) -> Voice | None:
    """館長に就いた荻野真帆氏(54)。 異を唱えるのが荻野氏だ。 a sentence that ends in a name is about it."""
    closed = {"。", "だ", "です", "で", "ある", "だっ", "た", "でし"}
    last = next((unit for unit in reversed(line) if unit.text not in closed and unit.sort != "aside"), None)
    stop = scene.sentence.start + last.end if last is not None else -1
    for mention in scene.of("person"):
        if mention.end == stop and (person := known.people.named(getattr(mention.value, "name", ""))):
            return Voice.of_person(person, mention.text, mention.span)
    return None


def _told(scene: Scene, line: Sequence[Unit], report: Report, before: int, voice: Voice) -> Iterator[Speech]:
    """The quotes that a report makes; none where a paper only passes on what others said."""
    relays = report.cue is not None and report.cue.lemma in {"伝える", "報じる", "報道", "報ずる"}
    if relays and (
        voice.press or is_press(voice.name, voice.id) or (report.type == "indirect" and not _tells(scene, voice))
    ):
        return
    modality = _modality(scene.sentence.folded, line, report)
    medium = medium_of(scene, line)
    if report.type == "direct":
        for at in report.said:
            start, end = line[at].inner
            if start < end:
                yield speech_of(scene, (start, end), voice, report, modality, medium)
        return
    stop = report.stop - 1
    while stop > 0 and line[stop].text in {"など", "等", "、", "とか"}:
        stop -= 1
    start, end = content_start(scene, line, voice, report, before), line[stop].end
    torn = scene.sentence.folded[start - 1 : start + 1] == "」と"  # 「…」と買収を見送ったとする
    if end - start >= 4 and not torn:
        yield speech_of(scene, (start, end), voice, report, modality, medium)


_PASSED_ON = regex("によると|によれば|として、|通信|新聞|[紙誌][はも、]|報道")
_MEDIA = regex(
    "[紙誌]$|(?<!当)局$|新聞|通信|放送|テレビ|ラジオ|タイムズ|ニュース|報道|メディア|記者|ジャーナル|ポスト|サイト|版|網|[A-Z]{3}"
)


def _tells(scene: Scene, voice: Voice) -> bool:
    """首相は電話で、支援を続けると伝えた, 同社は社員に、閉鎖はしないと伝えた; a paper passes on what others said."""
    if voice.person or (
        voice.text.endswith(speakers_lexicon().titles) and not voice.text.endswith(("機関", "記者", "医師"))
    ):
        return True
    if _MEDIA.search(voice.name) or _MEDIA.search(voice.text) or _PASSED_ON.search(scene.sentence.folded):
        return False
    return voice.body or voice.text.endswith(("陣", "側"))


_FORESEEN = regex("の(?:予想|予報|予測)(?:では|によると|によれば|によりますと)")
"""気象庁の[予想では]、台風は西へ進むとしている."""


def _modality(folded: str, line: Sequence[Unit], report: Report) -> Modality:
    if report.reported:
        return "reported"
    if report.cue is None:
        return "asserted"
    foreseen = report.type == "indirect" and _FORESEEN.search(folded, 0, line[report.stop - 1].end) is not None
    if report.cue.sort == "forecast" or foreseen:
        return "forecast"
    last = line[report.stop - 1]
    if report.type == "indirect" and report.cue.sort in {"hold", "say"} and last.lemma in {"見込む", "予想", "予測"}:
        return "forecast"
    return "asserted"
