"""The nouns of a sentence as a count sees them: names and noun phrases in order, cut where a figure begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

import msgspec

from jijitsu.extract.lexicon import either, words
from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.linking.subject.nobody import counts_for_nobody
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.subject.subjects import SOURCE, STRONG, Candidate, tells_of_others
from jijitsu.extract.linking.subject.topics import MEDIA
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

_BEHIND = regex(
    r"[」』]?(?:(?<=率)の?(?:予想|見通し|目標|想定))?(?:の(?:確定値|速報値|推計値|推計|集計|平均値?|中央値|合計|総計)(?=[はがも]))?(?:\([^()]{0,30}\))?(?:ら|など|等|たち|側|自身|自体)*(?:だけ|のみ)?(?:(?:前|内|付近|周辺|近く)(?=[にでのはへを]))?"
    r"(?P<particle>には|では|でも|からは|とも|への|での|との|からの|にも|は|が|も|を|に|で|の|と|や|、|へ|から|より|まで|)"
)
_TAIL = regex(
    r"(?<=.)(?:(?<![契予条規公誓婚])約|(?<![会集統推合総家時累])計|合計|延べ|のべ|およそ|少なくとも|最大|最高|過去最多|合わせて|うち|各|(?<![安完健保万])全)+$"
)
_NUMBERED = regex(r"(?:第)?\d{1,3}(?:号機|号車|号棟|号)(?![一-鿿])")
"""台風10号, 柏崎刈羽原発6号機: the number is part of the name."""
_ORDINAL = regex(r"第?\d{1,4}$")
"""第91回全国高校野球選手権大会, 1部リーグ: so is the number in front."""
_LETTERED = regex(r"(?<![A-Za-z])[A-Z] ?$")
_COUNTED = frozenset(["", *"分秒時日月年番等円位"])
_LEAD = regex(
    r"(?:[時分]?半?(?:ごろ|頃|すぎ|過ぎ|現在)|(?:事故|事件)?当時|それぞれ|(?:次|つ)いで|以[後来]|結局|予定通り|ほか|他(?=新人|現職|元職|前職)|こと(?![しば])|まま|あと|際)(?=..)"
)
_LEAD_SIGNS = frozenset("他時分半ご頃す過現事当そ次つ以結予ほこまあ際")
"""2時25分ごろ事故現場, 事故当時会場: the clock is no part of the noun, nor is when and how."""
_GROUP = regex(r"(?<=..)(?:ら|たち|など|等)$")


# 種免許を持つ人, 病院に運ばれた人: a clause says who.
_SAID_OF = regex(r"[うくぐすつぬむるたいなの]$")
_MERE = 3
DETERMINERS = frozenset({"問題", "同様", "同種", "別", "今回", "通常", "一連"})
"""問題の車種: which one, not whose."""
_THE_PERSON = regex(r"同氏")


_FORECAST = regex(r"(?<=率)(?:予想|見通し|目標|想定)$")
_INQUIRERS = ("官", "員", "隊", "団", "班", "船")
"""調査官2人を派遣する: who inquires is counted."""


_RELAYS = regex(
    r"では|(?:[はがも]|と[^、。はが]{1,12}[はがも])[^。]{0,120}(?:伝え|報じ|報道|よると|よれば|紹介し|としている。)|は、[^。]{1,160}という(?:。|$)"
)


class Noun(msgspec.Struct, frozen=True, kw_only=True):
    """A name or a run of nouns; offsets into the folded text. `particle`: what stands behind it, past a bracket and ら."""

    start: int
    end: int
    text: str
    particle: str
    subjects: tuple[Subject, ...] = ()
    """Whom it names; empty for an ordinary noun."""
    thing: bool = True
    """Its last word names a thing, not an act (倒産) or a time."""
    topical: bool = False
    """A name that the sentence makes its topic or subject, by whatever particle."""
    behind: int = 0
    """Where reading goes on behind its particle."""

    @property
    def type(self) -> str:
        """The type of the name, `noun` for an ordinary noun."""
        return self.subjects[0].type if self.subjects else "noun"

    @property
    def name(self) -> str:
        """The noun without ら and など."""
        return _GROUP.sub("", self.text)

    @property
    def bare(self) -> bool:
        """True for 人: what the clause in front of it says is its name."""
        return self.text in {"人", "方", "者", "時間", "距離", "面積", "割合", "回数"}


@lru_cache(maxsize=4)
def nouns_of(reading: Reading) -> tuple[Noun, ...]:
    """Return the nouns of the sentence in order, without times, tellers and words that only count.

    Every value of the sentence asks for them, several times over.
    """
    text, folded, base = reading.scene.sentence.text, reading.folded, reading.scene.sentence.start
    starts = [value.start for value in reading.values]
    names = [c for c in reading.names if not _is_part(c, text)]
    taken = [(c.start, c.end) for c in names]
    times = [(m.start - base, m.end - base) for m in reading.scene.of("date", "period", "duration")]
    found = [
        _noun(folded, c.start, c.end, c.text, subjects=c.subjects, topical=c.strength >= STRONG)
        for c in names if c.strength > 0
    ]  # fmt: skip
    for phrase in phrases(text):
        cut = min((start for start in starts if phrase.start < start < phrase.end), default=phrase.end)
        first = phrase.start + 2 if phrase.text.startswith("うち") else phrase.start
        if phrase.text.startswith("内") and folded.endswith("の", 0, first) and len(phrase.text) > _MERE:
            first += 1  # カガリ系列の内カガリ・ライトなど5銘柄
        first = max([first, *(end for start, end in times if start <= first < end < cut)])  # 当日有権者数, 今年度採用
        lead = _LEAD.match(folded, first, cut) if folded[first] in _LEAD_SIGNS else None
        first = lead.end() if lead else first
        numbered = _NUMBERED.match(folded, cut) if cut == phrase.end else None
        cut = numbered.end() if numbered else cut
        written = _TAIL.sub("", text[first:cut]) if cut in starts or phrase.end in starts else text[first:cut]
        written = _FORECAST.sub("", written.rstrip("・＝=／/-"))
        numbers = _ORDINAL.search(folded, max(0, first - 5), first) if first == phrase.start else None
        if (
            numbers
            and written[:1] not in _COUNTED
            and not any(v.start <= numbers.start() < v.end for v in reading.values)
        ):
            lettered = _LETTERED.search(text, max(0, numbers.start() - 3), numbers.start())  # J 1リーグ
            written, first = text[numbers.start() : first] + written, numbers.start()
            written, first = (lettered[0] + written, lettered.start()) if lettered else (written, first)
        elif numbers and written.startswith("年") and len(written) > _MERE:
            written, first = written[1:], first + 1  # 26[年]成長率
        first, written = _titled(text, first, written)
        place = first, first + len(written)
        if written in {"人", "方", "者"} and not _SAID_OF.search(text[:first]):
            continue
        if written in DETERMINERS and folded.startswith("の", place[1]):
            continue  # 問題の2人
        if not written or _overlaps(place, taken) or _overlaps(place, times):
            continue
        if written == "上空" and text[first - 1 : first] in {"は", "が", "も", "を"}:
            continue  # 噴煙が上空2500メートルに達した
        span = written == "期間" and folded.startswith(("は", "が"), place[1])
        span = span and folded.endswith("の", 0, first)  # 減給の期間は3か月
        if counts_for_nobody(written) and not span and not (written.endswith("関係者") and place[1] in starts):
            continue  # 事件の関係者5人
        if any(value.start <= place[0] < value.end for value in reading.values):
            continue
        if MEDIA.search(written) and _RELAYS.match(folded, place[1]):
            continue  # 朝日新聞が同社の話として伝えたところによると
        if SOURCE.match(folded, place[1]) or (tells_of_others(written) and not written.endswith(_INQUIRERS)):
            continue
        thing = phrase.thing or cut < phrase.end
        found.append(_noun(folded, *place, written, thing=thing))
    person = reading.discourse.person
    for match in _THE_PERSON.finditer(folded):
        if person is not None and not _overlaps(match.span(), [(n.start, n.end) for n in found]):
            found.append(_noun(folded, *match.span(), match.group(), subjects=(person,)))
    return tuple(sorted(_whole(found), key=lambda noun: noun.start))


def _titled(text: str, first: int, written: str) -> tuple[int, str]:
    """The whole title of which this is the end: 『海鳴りの城—岬の[記録]』など2冊, 「Aoba Cloud [Service]」は."""
    end = first + len(written)
    opens = _OPENS.get(text[end : end + 1])
    opened = text.rfind(opens, 0, first) + 1 if opens else 0
    whole = text[opened:end]
    if (
        not 0 < opened < first
        or len(whole) > _TITLE
        or "。" in whole
        or (opens == "「" and not _LATIN.fullmatch(whole))
    ):
        return first, written
    return opened, whole


def _whole(found: list[Noun]) -> list[Noun]:
    """Without the nouns within a longer one: within a title, 第5号 of 台風第5号."""
    return [
        n for n in found
        if not any(t.start <= n.start and n.end <= t.end and len(t.text) > len(n.text) for t in found)
    ]  # fmt: skip


_OPENS = {"』": "『", "」": "「"}
_LATIN = regex(r"[A-Za-z0-9 .&+-]+")
_TITLE = 40


def _is_part(name: Candidate, text: str) -> bool:
    """True for the country in イタリア軍人: the noun goes on behind it."""
    return name.type == "country" and any(p.start <= name.start and name.end < p.end for p in phrases(text))


def _noun(
    folded: str, start: int, end: int, text: str, *, subjects: tuple[Subject, ...] = (), thing: bool = True,
    topical: bool = False,
) -> Noun:  # fmt: skip
    match = _BEHIND.match(folded, end)
    particle, behind = (match["particle"], match.end()) if match else ("", end)
    return Noun(
        start=start, end=end, text=text, particle=particle, subjects=subjects, thing=thing, topical=topical,
        behind=behind,
    )  # fmt: skip


def _overlaps(place: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    return any(start < place[1] and place[0] < end for start, end in others)


@cache
def _ending(sort: str) -> re.Pattern[str]:
    return regex(rf"(?:{either(words('counted')[sort])})$")


def is_held(noun: Noun) -> bool:
    """True for what somebody has or employs: 従業員, 店舗, 株式; not for 英国の会社員."""
    return not noun.subjects and not noun.name.endswith("会社員") and _ending("held").search(noun.name) is not None


def is_attribute(noun: Noun) -> bool:
    """True for what is measured of something else: 全長, 解約率, 生産能力, 倒産."""
    return not noun.subjects and (not noun.thing or _ending("attributes").search(noun.name) is not None)


def is_measured(noun: Noun) -> bool:
    """True for a word that says what is measured: 全長, 解約率; not for an act (倒産)."""
    return not noun.subjects and _ending("attributes").search(noun.name) is not None


def measured_word(text: str) -> bool:
    """True for an ordinary noun that ends as what is measured does: 中心気圧, 最高速度."""
    return _ending("attributes").search(text) is not None


def is_public(noun: Noun) -> bool:
    """True for an attribute that no firm has: 人口, 投票率, 震度."""
    return _ending("public").search(noun.name) is not None


def is_event(noun: Noun) -> bool:
    """True for what befalls people: 事故, 火災, 地震."""
    return not noun.subjects and _ending("events").search(noun.name) is not None


def is_place(noun: Noun) -> bool:
    """True for a place by its last character: 佐倉市, 東北道."""
    return noun.type == "country" or (not noun.subjects and _ending("places").search(noun.name) is not None)


def is_nobody(name: str) -> bool:
    """True for what is never whose a count is: 予想, 昨年, 一部."""
    return counts_for_nobody(name)


def numbered(text: str, start: int, end: int) -> str:
    """The noun with the number that is part of its name: 台風14号."""
    match = _NUMBERED.match(text, end)
    return text[start : match.end() if match else end]
