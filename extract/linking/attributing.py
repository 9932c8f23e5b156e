"""From a noun phrase to a voice: the name the article gives somebody in full, with role and organisation."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from jijitsu.extract.linking.people import People, Person
from jijitsu.extract.linking.ranks import MAYBE, NEVER, speakers_lexicon
from jijitsu.extract.linking.report import Report
from jijitsu.extract.linking.speakers import FIRMS, FULL_KATAKANA, Phrase, is_press, phrases, shown
from jijitsu.extract.linking.subjects import tells_of_others
from jijitsu.extract.linking.units import Unit
from jijitsu.extract.story import Scene, Speech, Story
from jijitsu.schemas.claim import Attribution, Modality
from jijitsu.schemas.mention import Entity
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
            return msgspec.structs.replace(known, bodies=(*self.bodies, Voice(voice.org, voice.org, body=True))[-20:])
        bodies = self.bodies if voice.role else (*self.bodies, voice)[-20:]
        return msgspec.structs.replace(self, bodies=bodies, unnamed=(*self.unnamed, voice)[-20:])


_WATCHES = re.compile(
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


def voice_of(scene: Scene, line: Sequence[Unit], phrase: Phrase, people: People, voices: Voices) -> Voice | None:
    """Return who a noun phrase names; back-references are resolved to the one they point to."""
    start, end = shown(scene, line, phrase)
    base = scene.sentence.start
    text, span = scene.sentence.text[start:end], Span(base + start, base + end)
    folded = scene.sentence.folded[start:end]
    mention = phrase.mention
    if mention is not None and isinstance(mention.value, Entity):
        if mention.type == "person":
            person = people.named(mention.value.name)
            if person is not None:
                return Voice.of_person(person, mention.text, mention.span)
            return Voice(mention.value.name, mention.text, mention.span, None, mention.value.role, None, True)
        if base + end <= mention.end or text[mention.end - base - start :] in {"自身", "本体", "など", "ら"}:
            name = mention.value.name
            return Voice(name, mention.text, mention.span, mention.value.id, press=is_press(name), body=True)
    alone = phrase.last - phrase.first == 1
    if line[phrase.last - 1].sort == "said" or (alone and line[phrase.first].sort == "title"):
        inner = scene.sentence.text[slice(*line[phrase.last - 1].inner)]
        goods = _GOODS.search(scene.sentence.folded, 0, line[phrase.last - 1].start) is not None
        return Voice(inner, text, span, body=not goods)  # 反政府団体「X」, not 主力の「X」
    known = speakers_lexicon()
    if folded in known.back_person or folded in {"彼", "彼女"} or (folded[0] == "同" and folded[1:] in known.titles):
        role = folded[1:] if folded[1:] in known.titles else None
        person = people.latest(base + start, role)
        last = voices.last
        if person is not None and (role or last is None or last.body or not _later(last, people, person, base + start)):
            return Voice.of_person(person, text, span)
        meant = _meant(people, voices, base + start) if folded in {"彼", "彼女"} else last
        return msgspec.structs.replace(meant, text=text, span=span) if meant else Voice(text, text, span)
    if folded.removesuffix("側") in {"当社", "弊社", "当行"}:
        return Voice(text, text, span, body=True)  # a broker of itself: 当社では…とみています
    back = folded[0] == "同" and folded[1:].removesuffix("側")
    if folded in known.back_body or (back and back in known.bodies + known.industries):
        ending = folded.removesuffix("側")[1:] if folded.startswith("同") else ""
        anyone = not ending or ending == "社"
        apart = _NO_FIRM + _NO_NAME + (_WATCHERS if folded in {"会社", "会社側"} else ())
        media = ending in {"紙", "局", "誌", "通信"}
        source = voices.source if scene.sentence.index - voices.sourced == 1 and anyone else None
        if source is not None and source.name.endswith(apart):
            source = None
        body = source or next(
            (
                b
                for b in reversed(voices.bodies)
                if b.body
                and (media or not b.press)
                and not (anyone and tells_of_others(b.name))
                and (not b.name.endswith(apart) if anyone else b.name.endswith(ending) and b.name not in known.bodies)
            ),
            None,
        )
        if anyone and body is None:  # ノヴァセルは…。消防は…。同社は: a name that no list knows
            body = next((b for b in reversed(voices.bodies) if not b.body and _UNKNOWN_FIRM.fullmatch(b.name)), None)
        found = people.body(base + start, ending) if ending and body is None else None
        if found is not None and not (anyone and found[0].endswith(apart)):  # a court is no 同社
            body = Voice(found[0], found[2], span, found[1], body=True)
        if body is None and (subject := _subject_before(scene, line, phrase, ending if not anyone else "")):
            body = Voice(subject, subject, span, body=True)
        if body is None:  # nobody by name: 民間企業, 高校
            apart = _NO_NAME if anyone else (ending or " ",)
            body = next((b for b in reversed(voices.bodies) if b.body and b.name.endswith(apart)), None)
        return msgspec.structs.replace(body, span=span) if body else Voice(text, text, span)
    if long := people.abbreviations.get(folded):
        return Voice(long, text, span, body=True)
    bare = folded.removeprefix("この").removeprefix("その")
    if bare in known.titles and (person := people.latest(base + start, bare)):
        return Voice.of_person(person, text, span)
    place = bare[-1] in "市区町村" and "地名" in line[phrase.first].detail  # 明石市 is its name
    for earlier in () if place else reversed(voices.unnamed):
        if len(earlier.text) > len(bare) >= 2 and earlier.text.endswith(bare):
            return msgspec.structs.replace(earlier, text=text, span=span)
    if all("人名" in unit.detail for unit in line[phrase.first : phrase.last]) and (person := people.named(text)):
        return Voice.of_person(person, text, span)
    person = _by_name(people, text)
    if person is not None:
        return Voice.of_person(person, text, span)
    if person := _office(people, bare):
        return Voice.of_person(person, text, span)
    name = _own_name(scene, line, phrase, text)
    is_body = folded.endswith(known.bodies + known.industries) and not folded.endswith(("幹部", "大臣", "首脳部"))
    full = people.katakana.get(name, name)
    human = not is_body and FULL_KATAKANA.fullmatch(full) is not None and not full.endswith(FIRMS)
    return Voice(full, text, span, person=human, press=is_press(folded), body=is_body)


_GOODS = re.compile(
    r"(?:主力|看板|新型|新|人気|定番|代表|旗艦)(?:の|車種?の?|商品の?|製品の?|機種の?|ブランドの?)?$|(?:ブランド|シリーズ|商品|製品|車種?|アプリ|サービス|ソフト|銘柄|(?<!政)策|法|計画|作品|映画|番組|曲)の?$"
)
"""Words in front of brackets that hold no body's name."""


def _subject_before(scene: Scene, line: Sequence[Unit], phrase: Phrase, ending: str) -> str | None:
    """[ハヤブサ航空]は赤字が続いており、同社は: the body by name that the sentence began with."""
    for earlier in phrases(scene, line[: phrase.first]):
        start, end = shown(scene, line, earlier)
        text = scene.sentence.folded[start:end]
        apart = () if ending else _NO_FIRM
        if earlier.proper and earlier.mention is None and text.endswith(ending) and not text.endswith(apart):
            return text if text.endswith(_bodies()) and earlier.particle in {"は", "も", "が", "では"} else None
    return None


def _bodies() -> tuple[str, ...]:
    known = speakers_lexicon()
    return known.bodies + known.industries


_NO_FIRM = (
    "委員会", "理事会", "学会", "省", "庁", "署", "党", "警察", "県警", "府警", "警視庁", "地検", "特捜部", "地裁", "高裁", "裁判所", "政府", "当局", "組合",
    "消防", "海保", "判決", "報告書", "声明", "大学", "派", "軍", "団", "隊", "協会", "連盟", "連合", "会議", "財団", "国", "府", "県", "市", "町", "村", "区",
)  # fmt: skip
"""What 同社 and 会社 never point back to."""
_NO_NAME = ("企業", "会社", "各社", "他社", "業者", "業界", "支社", "支店", "営業所", "工場", "事業所", "販売店")
"""What 同社 points back to only where nobody else is about: 民間企業, 大阪支社."""
_UNKNOWN_FIRM = re.compile("[ァ-ヴーA-Za-z0-9&・]{3,}")
_WATCHERS = ("証券", "総研", "リサーチ", "レーティングス", "アセットマネジメント")
"""Whoever judges firms: 会社側 is the firm judged."""


def _meant(people: People, voices: Voices, before: int) -> Voice | None:
    """Whom 彼女 means, though no title introduces her: the last person so far, or the first that follows."""
    if voices.persons:
        latest = voices.persons[-1]
        introduced = latest.role or latest.text.endswith(("氏", "さん"))
        return voices.told if voices.told is not None and not introduced else latest
    if voices.last is not None and not voices.last.body:
        return voices.last
    ahead = FULL_KATAKANA.search(people.text, before, before + 300)
    return Voice(ahead.group(), ahead.group(), person=True) if ahead else None


def _later(voice: Voice, people: People, person: Person, before: int) -> bool:
    """True if `voice`, whom the registry of people does not hold, was named behind the person last named."""
    return not voice.person and voice.span is not None and voice.span.start > people.place_of(person, before)


_REACH = 200
"""So many persons are compared with an office."""
_KIND = re.compile(
    r"^.*(?:会社|企業|大手|メーカー|機関|団体|ベンチャー|スタートアップ|業者)(?=[ァ-ヴーA-Za-z一-鿿]{3,}$)"
)


_DESCRIBES = re.compile(r"(?:会社|企業|大手|同業|中堅|老舗|メーカー|ベンチャー|新興|業者|チェーン)の$")


def _own_name(scene: Scene, line: Sequence[Unit], phrase: Phrase, text: str) -> str:
    """What a name is without the words that describe it: 新興企業ノヴァセル, 北党の早見幹事長."""
    known = speakers_lexicon()
    titles = known.titles
    text = re.sub("の間$", "", text)
    if text.startswith(("ある", "或る")) and line[phrase.first].pos == "連体詞":
        text = text[2:]  # ある証券アナリスト
    last = text.rsplit("の", 1)[-1]
    if last in {"研究チーム", "研究グループ", "国際研究チーム", "共同研究チーム"}:
        return last  # 海域研究機構の研究チーム
    if phrase.proper and len(last) > 2 and _DESCRIBES.search(text.removesuffix(last)):
        return last  # 同業のタカギ樹脂
    if phrase.rank == MAYBE and re.fullmatch("(?:公式)?(?:アカウント|サイト|ブログ|ツイッター|チャンネル)", last):
        return text.removesuffix("の" + last)  # ノヴァセルの公式アカウント
    if phrase.rank == NEVER and re.fullmatch("[ァ-ヴー]{4,}", last):
        return last  # 大リーグのマリナーズ
    if phrase.rank == MAYBE or FULL_KATAKANA.fullmatch(last):
        return _KIND.sub("", last) or last
    title = next((title for title in sorted(titles, key=len, reverse=True) if last.endswith(title)), None)
    if title and len(last) > len(title) and "固有名詞" in _details(scene, line, phrase, last):
        return last
    if last.endswith(("氏", "さん")):
        return last
    if last.endswith(known.humans):
        return text  # 大手工作機械メーカー首脳
    return _KIND.sub("", text) if _KIND.match(text) and "の" not in text.split("会社")[-1] else text


def _details(scene: Scene, line: Sequence[Unit], phrase: Phrase, last: str) -> str:
    stop = line[phrase.last - 1].end
    return "".join(unit.detail for unit in line[phrase.first : phrase.last] if unit.start >= stop - len(last))


def _by_name(people: People, text: str) -> Person | None:
    """A name without an honorific, or before a title: マスク, オルティス, 早見社長."""
    if len(text) < 2:
        return None
    person = people.named(text)
    if person is not None and (person.name == text or "・" in person.name or "=" in person.name):
        return person
    titles = speakers_lexicon().titles
    for length in range(2, min(len(text), 12)):
        if text[length:] in titles and (person := people.named(text[:length])):
            return person
    return None


def _office(people: People, text: str) -> Person | None:
    """ミナト自動車社長: whoever the article names with that role at that organisation."""
    for person in people.persons[:_REACH]:
        if person.role == text and len(text) > 3 and not person.org:
            return person  # 米財務長官 in the headline
        if person.role and person.org and _clipped(text, person.org, person.role):
            return person
        if person.role and person.org and text in {person.org + person.role, f"{person.org}の{person.role}"}:
            return person
    return None


def _clipped(text: str, org: str, role: str) -> bool:
    """トヨタ社長, 関電社長: the role behind the firm cut short."""
    short = text.removesuffix(role)
    if short == text or len(short) < 2 or short[0] != org[0]:
        return False
    rest = iter(org)
    return all(letter in rest for letter in short)


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
