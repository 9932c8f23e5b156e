"""From a noun phrase to a voice: the name the article gives somebody in full, and whom 同社, 同氏 and 彼 point back to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from jijitsu.extract.linking.sentence.ranks import MAYBE, NEVER, speakers_lexicon
from jijitsu.extract.linking.sentence.units import Unit
from jijitsu.extract.linking.speech.attributing import Voice, Voices
from jijitsu.extract.linking.speech.given_names import (
    before_office,
    behind_trade,
    chief,
    described_surname,
    holds_office,
    of_office,
    plain,
)
from jijitsu.extract.linking.speech.offices import in_office, only_one
from jijitsu.extract.linking.speech.people import PARTIES, People, Person
from jijitsu.extract.linking.speech.pronouns import just_named, meant_by_pronoun
from jijitsu.extract.linking.speech.speakers import FIRMS, FULL_KATAKANA, Phrase, is_press, phrases, shown
from jijitsu.extract.linking.subject.subjects import tells_of_others
from jijitsu.extract.morphology import is_surname
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene
from jijitsu.schemas.mention import Entity
from jijitsu.schemas.span import Span


class _Called(msgspec.Struct, frozen=True):
    """A noun phrase as the article writes it, and who is known so far; `start` and `end` in code points of the sentence."""

    scene: Scene
    line: Sequence[Unit]
    phrase: Phrase
    people: People
    voices: Voices
    start: int
    end: int

    @property
    def text(self) -> str:
        """As written."""
        return self.scene.sentence.text[self.start : self.end]

    @property
    def folded(self) -> str:
        """With widths folded."""
        return self.scene.sentence.folded[self.start : self.end]

    @property
    def place(self) -> int:
        """Where it begins in the article."""
        return self.scene.sentence.start + self.start

    @property
    def span(self) -> Span:
        """Where it stands in the article."""
        return Span(self.place, self.scene.sentence.start + self.end)

    @property
    def around(self) -> str:
        """The article around it, widths folded: 8000 code points before, 2000 behind."""
        return self.people.text[max(0, self.place - 8000) : self.place + 2000]

    def person(self, person: Person) -> Voice:
        """A person of the article who is called so."""
        return Voice.of_person(person, self.text, self.span)


def voice_of(scene: Scene, line: Sequence[Unit], phrase: Phrase, people: People, voices: Voices) -> Voice | None:
    """Return who a noun phrase names; back-references are resolved to the one they point to."""
    called = _Called(scene, line, phrase, people, voices, *shown(scene, line, phrase))
    return (
        _mentioned(called)
        or _in_brackets(called)
        or _back_to_person(called)
        or _back_to_body(called)
        or _named_before(called)
        or _before_office(called)
        or _as_written(called)
    )


def _mentioned(called: _Called) -> Voice | None:
    """Who a name stands for that the registry or the article knows."""
    mention = called.phrase.mention
    if mention is None or not isinstance(mention.value, Entity):
        return None
    name = mention.value.name
    if mention.type == "person":
        person = called.people.named(name)
        if person is not None:
            return Voice.of_person(person, mention.text, mention.span)
        return Voice(name, mention.text, mention.span, None, mention.value.role, None, True)
    rest = called.text[mention.end - called.place :]
    if called.span.end <= mention.end or rest in {"自身", "本体", "など", "ら"}:
        return Voice(
            name, mention.text, mention.span, mention.value.id, press=is_press(name, mention.value.id), body=True
        )
    return None


def _in_brackets(called: _Called) -> Voice | None:
    """反政府団体「X」; what stands behind 主力の is no body."""
    line, phrase, sentence = called.line, called.phrase, called.scene.sentence
    alone = phrase.last - phrase.first == 1
    last = line[phrase.last - 1]
    if last.sort != "said" and not (alone and line[phrase.first].sort == "title"):
        return None
    goods = _GOODS.search(sentence.folded, 0, last.start) is not None
    return Voice(sentence.text[slice(*last.inner)], called.text, called.span, body=not goods)


def _back_to_person(called: _Called) -> Voice | None:
    """同氏, 同社長, 彼: the person last named, or who had the word."""
    folded, people, voices, known = called.folded, called.people, called.voices, speakers_lexicon()
    pronoun = folded in {"彼", "彼女"}
    if not (folded in known.back_person or pronoun or (folded[0] == "同" and folded[1:] in known.titles)):
        return None
    role = folded[1:] if folded[1:] in known.titles else None
    person, last = people.latest(called.place, role), voices.last
    if pronoun and (full := just_named(people, called.scene.sentence.start, called.place, last)) is not None:
        return Voice(full, called.text, called.span, person=True)
    if not role and last is not None and _has_the_word(called, last):
        return msgspec.structs.replace(last, text=called.text, span=called.span)
    if person is not None and (role or last is None or last.body or not _later(last, people, person, called.place)):
        return called.person(person)
    meant = meant_by_pronoun(people, voices, called.place) if pronoun else last
    if meant is None or (meant.body and folded.startswith("同")):  # 球団は…と発表した。同選手は: no body is meant
        return Voice(called.text, called.text, called.span)
    return msgspec.structs.replace(meant, text=called.text, span=called.span)


def _has_the_word(called: _Called, last: Voice) -> bool:
    """早見社長は、大山氏から職を継いだと述べた。[同氏]は…: who spoke in the sentence before, not whom those words name."""
    foreign = last.span is not None and FULL_KATAKANA.fullmatch(last.name) is not None and not last.body
    known = last.person or foreign
    return known and 0 <= called.scene.sentence.index - called.voices.spoke <= 1


def _back_to_body(called: _Called) -> Voice | None:
    """同社, 同省, 会社側: the last body of that kind; 当社 is a broker of itself: 当社では…とみています."""
    folded, known = called.folded, speakers_lexicon()
    if folded.removesuffix("側") in {"当社", "弊社", "当行"}:
        return Voice(called.text, called.text, called.span, body=True)
    back = folded[1:].removesuffix("側") if folded[0] == "同" else ""
    longer = len(back) > 2 and back[0] not in _WHOSE_OWN and back.endswith(known.bodies)  # 同監視委員会; not 同国政府
    if folded not in known.back_body and back not in known.bodies + known.industries and not longer:
        return None
    body = _body_meant(called)
    if body is None:
        return Voice(called.text, called.text, called.span)
    return msgspec.structs.replace(body, span=called.span)


def _body_meant(called: _Called) -> Voice | None:
    """The source of the sentence before, the last body named, one that no list knows, at last one without a name."""
    folded, voices, known = called.folded, called.voices, speakers_lexicon()
    ending = folded.removesuffix("側")[1:] if folded.startswith("同") else ""
    ending = _SHORTER.get(ending, ending)
    endings = ("大", "大学") if ending == "大" else (ending,)  # 同大: みなと大学
    anyone = not ending or ending == "社"
    apart = NO_FIRM + _NO_NAME + (_WATCHERS if folded in {"会社", "会社側"} else ())
    media = ending in {"紙", "局", "誌", "通信", "テレビ", "放送", "新聞"}
    source = voices.source if called.scene.sentence.index - voices.sourced == 1 and anyone else None
    if source is not None and not source.name.endswith(apart) and not source.name.startswith("同"):
        return source  # 同社広報部によると…。同社は: the firm, not its office
    bodies = [b for b in reversed(voices.bodies) if b.body and not _OF_ANOTHER.match(b.name) and b.name not in PARTIES]
    body = next(
        (
            b for b in bodies
            if (media or not b.press) and not (anyone and (tells_of_others(b.name) or _NO_HOUSE.search(b.name)))
            and (not b.name.endswith(apart) if anyone else b.name.endswith(endings) and b.name not in known.bodies)
        ),
        None,
    )  # fmt: skip
    if anyone and body is None:  # ノヴァセルは…。消防は…。同社は: a name that no list knows
        body = next((b for b in reversed(voices.bodies) if not b.body and _UNKNOWN_FIRM.fullmatch(b.name)), None)
    found = called.people.body(called.place, ending) if ending and body is None else None
    if found is not None and not (anyone and found[0].endswith(apart)):  # a court is no 同社
        return Voice(found[0], found[2], called.span, found[1], body=True)
    begun = "" if anyone else ending
    if body is None and (subject := _subject_before(called.scene, called.line, called.phrase, begun)):
        return Voice(subject, subject, called.span, body=True)
    if body is None and anyone and (quoted := called.people.quoted_firm(called.place)):
        return Voice(quoted, quoted, called.span, body=True)
    nobody = _NO_NAME if anyone else (ending or " ",)  # nobody by name: 民間企業, 高校
    return body or next((b for b in bodies if b.name.endswith(nobody)), None)


def _named_before(called: _Called) -> Voice | None:
    """Somebody whom the article named in full: 自販連, 社長, 早見社長, ミナト自動車社長."""
    text, folded, people, line, phrase = called.text, called.folded, called.people, called.line, called.phrase
    if long := people.abbreviations.get(folded):
        return Voice(long, text, called.span, body=True)
    bare = folded.removeprefix("この").removeprefix("その")
    if bare in speakers_lexicon().titles and (person := people.latest(called.place, bare)):
        return called.person(person)
    opens = called.scene.sentence.role == "headline" or called.scene.sentence.index == 0
    if opens and bare in speakers_lexicon().titles and (one := only_one(people, bare, called.scene.sentence.folded)):
        return called.person(one)
    place = bare[-1] in "市区町村" and "地名" in line[phrase.first].detail  # 明石市 is its name
    if bare in _COMMUNES:  # 府としては: 大阪府
        town = next(
            (b for b in reversed(called.voices.bodies) if b.name[-1:] == bare and _PLACE.fullmatch(b.name)), None
        )
        return msgspec.structs.replace(town, text=text, span=called.span) if town is not None else None
    for earlier in () if place else reversed((*called.voices.persons, *called.voices.unnamed)):
        if len(earlier.text) > len(bare) >= 2 and earlier.text.endswith(bare):
            return msgspec.structs.replace(earlier, text=text, span=called.span)
    if all("人名" in unit.detail for unit in line[phrase.first : phrase.last]) and (person := people.named(text)):
        return called.person(person)
    named = _by_name(people, text) or in_office(people, bare)
    return called.person(named) if named is not None else _spelled_out(called)


def _spelled_out(called: _Called) -> Voice | None:
    """森執事長 of 森清範執事長: a given name that no dictionary knows."""
    full = of_office(called.around, called.folded) if called.phrase.mention is None else None
    return Voice(full[0], called.text, called.span, None, full[1], None, True) if full is not None else None


def _before_office(called: _Called) -> Voice | None:
    """[酒井俊幸]副管理者, 国会の[イ・ガプス]捜査副本部長: a whole name in front of an office that no list has as a title."""
    if called.phrase.mention is not None or not holds_office(called.folded):
        return None
    before, _, last = called.folded.rpartition("の")
    found = before_office(last, abroad=_of_place(called, len(before))) or chief(before, last, called.around)
    name, office = found or _by_family(called, len(called.folded) - len(last))
    if not name or not office or office.endswith("候補"):  # who is told of as elected tells nothing
        return None
    return Voice(name, called.text, called.span, None, office.lstrip("・"), None, True)


def _of_place(called: _Called, behind: int) -> bool:
    """True if a place ends there: [クロアチア]のコバチ監督, [東国]のソール開発相; a firm may stand behind anything else."""
    end = called.start + behind
    return any(unit.end == end and "地名" in unit.detail for unit in called.line)


def _by_family(called: _Called, behind: int) -> tuple[str, str]:
    """(name, rest) of a surname and a given name that open the last part of the phrase, or follow its point; else empty."""
    first, folded = called.start + behind, called.scene.sentence.folded
    part = [unit for unit in called.line[called.phrase.first : called.phrase.last] if unit.start >= first]
    for at, (family, given) in enumerate(pairwise(part)):
        opens = at == 0 or part[at - 1].text == "・"
        if opens and is_surname(family.text) and "人名-名" in given.detail:
            return folded[family.start : given.end], folded[given.end : called.end]
    return "", ""


def _as_written(called: _Called) -> Voice:
    """Whoever it is, by the words of the phrase."""
    folded, known = called.folded, speakers_lexicon()
    name = _own_name(called.scene, called.line, called.phrase, called.text)
    name = plain(called.around, name) if called.phrase.proper else name
    is_body = folded.endswith(known.bodies + known.industries) and not folded.endswith(("幹部", "大臣", "首脳部"))
    full = called.people.katakana.get(name, name)
    human = not is_body and FULL_KATAKANA.fullmatch(full) is not None and not full.endswith(FIRMS)
    return Voice(full, called.text, called.span, person=human, press=is_press(folded), body=is_body)


_GOODS = regex(
    r"(?:主力|看板|新型|新|人気|定番|代表|旗艦)(?:の|車種?の?|商品の?|製品の?|機種の?|ブランドの?)?$|(?:ブランド|シリーズ|商品|製品|車種?|アプリ|サービス|ソフト|銘柄|(?<!政)策|法|計画|作品|映画|番組|曲)の?$"
)
"""Words in front of brackets that hold no body's name."""
_COMMUNES = frozenset("府県市町村区")
_PLACE = regex("[一-鿿ぁ-んァ-ヴー]{1,6}[府県市町村区]")
_WHOSE_OWN = frozenset("国県市町村区府都道州地社党省紙誌校大庁署局行会")
"""同[国]政府, 同[社]広報部: what belongs to the one meant, and not its own name."""
_SHORTER = {"テレビ局": "テレビ", "放送局": "放送", "新聞社": "新聞", "通信社": "通信"}
"""同テレビ局 is 北京テレビ."""


def _subject_before(scene: Scene, line: Sequence[Unit], phrase: Phrase, ending: str) -> str | None:
    """[ハヤブサ航空]は赤字が続いており、同社は: the body by name that the sentence began with."""
    for earlier in phrases(scene, line[: phrase.first]):
        start, end = shown(scene, line, earlier)
        text = scene.sentence.folded[start:end]
        apart = () if ending else NO_FIRM
        if earlier.proper and earlier.mention is None and text.endswith(ending) and not text.endswith(apart):
            return text if text.endswith(_bodies()) and earlier.particle in {"は", "も", "が", "では"} else None
    return None


def _bodies() -> tuple[str, ...]:
    known = speakers_lexicon()
    return known.bodies + known.industries


NO_FIRM = (
    "委員会", "理事会", "学会", "省", "庁", "署", "党", "警察", "県警", "府警", "警視庁", "地検", "特捜部", "地裁", "高裁", "裁判所", "政府", "当局", "組合",
    "労組", "労連", "運輸局", "労働局", "国税局", "消防局",
    "リーグ", "消防", "海保", "判決", "報告書", "声明", "大学", "派", "軍", "団", "隊", "協会", "連盟", "連合", "会議", "財団", "商工会", "会議所",
    "日銀", "日本銀行", "中央銀行", "中銀", "準備銀行", "投資家", "専門家", "有識者", "国", "府", "県", "市", "町", "村", "区",
)  # fmt: skip
"""What 同社 and 会社 never point back to."""
_NO_NAME = ("企業", "会社", "各社", "他社", "業者", "業界", "支社", "支店", "営業所", "工場", "事業所", "販売店")
"""What 同社 points back to only where nobody else is about: 民間企業, 大阪支社."""
_OF_ANOTHER = regex("同[社行局紙].")  # 同社広報部: an office of the one meant
_NO_HOUSE = regex(r"(?<![書商貨務理門販茶食品])店$|労組|労働組合")
"""銀座店は31%増えた。同社は: no branch is 同社, a 書店 may be; nor is 労組CGT."""
_UNKNOWN_FIRM = regex("[ァ-ヴーA-Za-z0-9&・]{3,}")
_WATCHERS = ("証券", "総研", "リサーチ", "レーティングス", "アセットマネジメント")
"""Whoever judges firms: 会社側 is the firm judged."""


def _later(voice: Voice, people: People, person: Person, before: int) -> bool:
    """True if `voice`, whom the registry of people does not hold, was named behind the person last named."""
    return not voice.person and voice.span is not None and voice.span.start > people.place_of(person, before)


_CALLED = regex(r"(?P<what>[一-鿿]{2,8})(?P<name>[ァ-ヴー]{2,12}(?:[・=][ァ-ヴー]{2,12}){1,3})")
_KIND = regex(r"^.*(?:会社|企業|大手|メーカー|機関|団体|ベンチャー|スタートアップ|業者)(?=[ァ-ヴーA-Za-z一-鿿]{3,}$)")
_DESCRIBES = regex(r"(?:会社|企業|大手|同業|中堅|老舗|メーカー|ベンチャー|新興|業者|チェーン)の$")


_ASIDE = regex(r"[（(][^（）()]{1,30}[）)](?=.)")
"""みなと病院[（大阪市）]の看護師."""


def _own_name(scene: Scene, line: Sequence[Unit], phrase: Phrase, text: str) -> str:
    """What a name is without the words that describe it: 新興企業ノヴァセル, 北党の早見幹事長."""
    known = speakers_lexicon()
    titles = known.titles
    text = _ASIDE.sub("", re.sub("の(?:間|同日|[0-9]+日)$", "", text))
    if text.startswith(("ある", "或る")) and line[phrase.first].pos == "連体詞":
        text = text[2:]  # ある証券アナリスト
    text = behind_trade(text)
    last = text.rsplit("の", 1)[-1]
    if last in {"研究チーム", "研究グループ", "国際研究チーム", "共同研究チーム"}:
        return last  # 海域研究機構の研究チーム
    if phrase.proper and len(last) > 2 and _DESCRIBES.search(text.removesuffix(last)):
        return last  # 同業のタカギ樹脂
    if phrase.rank == MAYBE and re.fullmatch("(?:公式)?(?:アカウント|サイト|ブログ|ツイッター|チャンネル)", last):
        return text.removesuffix("の" + last)  # ノヴァセルの公式アカウント
    if (called := _CALLED.fullmatch(last)) and called["what"].endswith(known.humans + known.titles):
        return called["name"]  # 外交官リチャード・ホール
    if phrase.rank == NEVER and re.fullmatch("[ァ-ヴー]{4,}", last):
        return last  # 大リーグのマリナーズ
    if phrase.rank == MAYBE or FULL_KATAKANA.fullmatch(last):
        return _KIND.sub("", last) or last
    if described_surname(text):
        return last  # 主将の辻村, 40歳の朝山
    title = next((title for title in sorted(titles, key=len, reverse=True) if last.endswith(title)), None)
    if title and len(last) > len(title) and "担当" not in last and "固有名詞" in _details(scene, line, phrase, last):
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
    for length in range(1, min(len(text), 12)):
        person, office = people.named(text[:length]), text[length:]
        if person is None or not office.endswith(titles):
            continue
        abroad = person.role is None and length > 2 and before_office(text, abroad=True) is not None
        if (length > 1 and office in titles) or abroad or (person.role is not None and person.role.endswith(office)):
            return person  # 早見参議院議長 of 早見慎吾参議院議長; not 石川県知事 where 石川遼選手 is named
    return None
