"""Who speaks: the noun phrases of a sentence that may, and which of them a report belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from jijitsu.extract.endings import Endings
from jijitsu.extract.lexicon import words
from jijitsu.extract.linking.units import Unit
from jijitsu.extract.story import Scene
from jijitsu.schemas.mention import Mention

NAMED, KNOWN, MAYBE, NEVER = 3, 2, 1, 0
"""How well a phrase can speak: a person or one pointed back to; a human noun or a body; an unknown name; a thing."""


class Phrase(msgspec.Struct, frozen=True):
    """A noun phrase before a particle: units `first` to `last` (exclusive), `rank` as above."""

    first: int
    last: int
    particle: str
    rank: int
    mention: Mention | None = None
    """The person or company that it ends in."""


_MAX_PHRASE = 40
"""No noun phrase has more words: hostile text of の alone stays linear."""
_INSIDE = frozenset(["の", "・", "/", "-", "=", "&", "ー", "―"])
_ALONE = frozenset([
    "男", "女", "娘", "父", "母", "妻", "夫", "兄", "弟", "姉", "妹", "国", "県", "市", "町", "村", "区", "都",
    "府", "軍", "党", "2人", "二人",
])  # fmt: skip
"""Speakers of one character."""
_TIME_HEAD = re.compile(
    r"^(?:(?:\d{1,4}|[一二三四五六七八九十〇]{1,4})(?:年|月|日|時|分|年度|年代)(?:ごろ|頃|夜|朝|午前|午後)?"
    r"|同日|同月|同年|今年|昨年|前日|翌日|今月|先月|午前|午後|きょう|あす|きのう|[月火水木金土日]曜日?)+の?"
)


class _Words(msgspec.Struct, frozen=True):
    humans: tuple[str, ...]
    bodies: tuple[str, ...]
    industries: tuple[str, ...]
    titles: tuple[str, ...]
    never: frozenset[str]
    back_person: frozenset[str]
    back_body: frozenset[str]
    press: tuple[str, ...]
    tails: Endings
    """Humans, titles and bodies, in this order."""
    nobody: Endings
    """The same words as `never`."""
    occasions: tuple[str, ...]


@cache
def speakers_lexicon() -> _Words:
    """titles.yaml and media.yaml, as this module asks for them."""
    titles, media = words("titles"), words("media")
    back = titles["back"]
    return _Words(
        tuple(titles["humans"]), tuple(titles["bodies"]), tuple(titles["industries"]), tuple(titles["roles"]),
        frozenset(titles["never"]), frozenset(back["person"]), frozenset(back["body"]), tuple(media["press"]),
        Endings((*titles["humans"], *titles["roles"], *titles["bodies"])), Endings(titles["never"]),
        tuple(media["occasions"]),
    )  # fmt: skip


def phrases(scene: Scene, line: Sequence[Unit]) -> tuple[Phrase, ...]:
    """Return the noun phrases before は, が, も, では, から and によると, in order."""
    return tuple(_phrases(scene, line))


def _phrases(scene: Scene, line: Sequence[Unit]) -> Iterator[Phrase]:
    for at, unit in enumerate(line):
        if unit.pos != "助詞" or unit.text not in {"は", "が", "も", "から", "に", "で"} or "接続助詞" in unit.detail:
            continue
        last, particle = at, unit.text
        if unit.text in {"は", "も"} and at and line[at - 1].text in {"で", "に", "と", "から", "を", "へ"}:
            if at + 1 < len(line) and line[at + 1].lemma in {"ない", "ある", "なく", "ござる"}:
                continue  # 株主ではなく
            if line[at - 1].text != "で" or line[at - 1].pos not in {"助詞", "助動詞"}:
                if line[at - 1].text == "から" and unit.text == "は":
                    last, particle = at - 1, "から"
                elif line[at - 1].text == "に" and at > 2 and line[at - 2].text == "中" and line[at - 3].text == "の":
                    last, particle = at - 3, "は"  # 運用者の中には
                else:
                    continue
            else:
                last, particle = at - 1, "では"
        if unit.text == "で" and not (at + 1 < len(line) and line[at + 1].pos not in {"助詞", "助動詞"}):
            continue
        if unit.text == "に":
            if not (at + 1 < len(line) and line[at + 1].lemma in {"よる", "依る"}):
                continue
            particle = "によると"
        if (
            particle in {"では", "によると", "で"}
            and last > 2
            and line[last - 1].text in {"話", "談話"}
            and line[last - 2].text == "の"
        ):
            last, particle = last - 2, "の話では"
        if last > 1 and line[last - 1].text in {"など", "等"}:
            last -= 1  # 商店街などから
        first = _first(line, last)
        if first < last:
            yield phrase_of(scene, line, first, last, particle)


def phrase_before(scene: Scene, line: Sequence[Unit], last: int, particle: str = "") -> Phrase | None:
    """Return the noun phrase that ends before unit `last`, or None."""
    first = _first(line, last)
    return phrase_of(scene, line, first, last, particle) if first < last else None


def phrase_after(scene: Scene, line: Sequence[Unit], first: int) -> Phrase | None:
    """Return the noun phrase that begins at unit `first`, or None."""
    last = first
    while last < len(line) and last - first < _MAX_PHRASE and (_nominal(line[last]) or line[last].text in _INSIDE):
        last += 1
    while last > first and line[last - 1].text in _INSIDE:
        last -= 1
    return phrase_of(scene, line, first, last, "") if first < last else None


def _nominal(unit: Unit) -> bool:
    if unit.sort != "word":
        return True
    return unit.pos in {"名詞", "接頭辞", "接尾辞", "代名詞"} or (
        unit.pos == "連体詞" and unit.text in {"ある", "その", "この"}
    )


def _first(line: Sequence[Unit], last: int) -> int:
    first = last
    while first > 0 and last - first < _MAX_PHRASE:
        unit = line[first - 1]
        if unit.sort == "said" and (first == last or line[first].text == "の"):
            break  # 「…」が: not a name; but 子会社「X」が is read through the noun before it
        if _nominal(unit) or unit.text in _INSIDE:
            first -= 1
            continue
        break
    while first < last and (line[first].text in _INSIDE or line[first].sort in {"aside", "said"}):
        first += 1
    return first


def phrase_of(scene: Scene, line: Sequence[Unit], first: int, last: int, particle: str) -> Phrase:
    """Return the phrase with what it names and how well it can speak."""
    base = scene.sentence.start
    head = last - 1
    while head > first and (
        line[head].sort != "word" or line[head].text in {"ら", "たち", "など", "等", "側", "達", "自身", "本体"}
    ):
        head -= 1
    stop = base + line[head].end
    mention = next(
        (
            m
            for m in scene.of("person", "company", "organisation")
            if m.start < stop <= m.end and m.end >= base + line[first].start
        ),
        None,
    )
    text = scene.sentence.folded[line[first].start : line[head].end]
    if (mention is not None and mention.end == stop) or (mention is not None and mention.type == "person"):
        rank = NAMED if mention.type == "person" else KNOWN
        return Phrase(first, last, particle, rank, mention)
    counted = head > first and "数詞" in line[head - 1].detail and "助数詞" not in line[head - 1].detail
    return Phrase(
        first,
        last,
        particle,
        _rank(text, line[head], _proper(line[_tail_of(line, first, head) : head + 1]), counted),
        None,
    )


def _tail_of(line: Sequence[Unit], first: int, head: int) -> int:
    """First unit of the last part of the phrase: 子会社の[北斗電力]."""
    at = head
    while at > first and line[at - 1].text not in {"の"} and line[at - 1].sort == "word":
        at -= 1
    return at


def _proper(part: Sequence[Unit]) -> bool:
    """True if a proper name, an unknown word or a run of katakana or Latin words is in it."""
    if any("固有名詞" in unit.detail or unit.oov for unit in part):
        return True
    foreign = [unit for unit in part if re.fullmatch(r"[ァ-ヴーA-Za-z&]+", unit.text)]
    return (
        len(foreign) > 1
        or (bool(foreign) and len(part) > 1)
        or any(
            part[at - 1].text in {"会社", "企業", "大手", "メーカー"} and part[at] in foreign
            for at in range(1, len(part))
        )
    )


def _rank(text: str, head: Unit, proper: bool, counted: bool) -> int:
    known = speakers_lexicon()
    bare = _TIME_HEAD.sub("", text)
    if bare in known.back_person or bare in known.back_body or bare in {"彼", "彼女", "彼ら"}:
        return NAMED
    if bare in _ALONE:
        return KNOWN
    if (head.text in known.never and bare == head.text) or not bare:
        return NEVER
    if head.pos == "名詞" and (
        ("助数詞" in head.detail and counted)
        or "名詞-数詞" in head.detail
        or head.detail.startswith("数詞")
        or "副詞可能" in head.detail
    ):
        return KNOWN if bare.endswith(("人", "者", "社")) and head.text in {"人", "社"} and len(bare) > 2 else NEVER
    tail = known.tails.first(bare)
    if tail is not None and not any(len(word) >= len(tail) and word != tail for word in known.nobody.all_of(bare)):
        # 出店 is a verb's noun, 記者 is not; a lone 家 or 手 is no speaker.
        deed = "サ変" in head.detail and head.text != tail
        if head.text.endswith(tail) and not deed and (len(bare) > 1 or head.pos == "接尾辞"):
            return KNOWN
    if bare.endswith(known.industries) and proper:
        return KNOWN
    if "人名" in head.detail and re.fullmatch(r"[一-鿿]{2,}", text):
        return KNOWN
    if "固有名詞" in head.detail:
        return MAYBE
    if re.fullmatch(r"[ァ-ヴーA-Za-z&]+", head.text) and proper:
        return MAYBE
    if re.fullmatch(r"[A-Za-z][A-Za-z0-9.&\-]+", head.text) or (head.oov and len(head.text) > 1):
        return MAYBE
    return NEVER


def shown(scene: Scene, line: Sequence[Unit], phrase: Phrase) -> tuple[int, int]:
    """Return where the phrase stands (code points into the sentence), without a time before it."""
    start, last = line[phrase.first].start, phrase.last
    while last - 1 > phrase.first and line[last - 1].sort == "aside":
        last -= 1
    end = line[last - 1].end
    first = phrase.first
    while first + 1 < last and (
        ("副詞可能" in line[first].detail and line[first + 1].text not in {"の", "・"})
        or line[first].text in {"その", "一方"}
    ):
        first += 1  # 当初東都重工は, その一方北社は
        start = line[first].start
    text = scene.sentence.folded[start:end]
    if time := _TIME_HEAD.match(text):
        start += time.end() if time.end() < len(text) else 0
    return start, end


def is_press(text: str) -> bool:
    """True for the name of a paper or agency (読売新聞, 時事通信, NHK)."""
    return any(text.endswith(word) or text == word for word in speakers_lexicon().press)


def person_like(scene: Scene, line: Sequence[Unit], phrase: Phrase) -> bool:
    """True if the phrase means people and not a body: a name, a title, 担当者, 男性."""
    if phrase.mention is not None:
        return phrase.mention.type == "person"
    if phrase.rank < KNOWN:
        return False
    text = scene.sentence.folded[line[phrase.first].start : line[phrase.last - 1].end]
    known = speakers_lexicon()
    return text.endswith(known.humans + known.titles) or text in known.back_person


_BODY_TAIL = (
    "省", "庁", "社", "党", "会", "署", "局", "県警", "府警", "当局", "側", "機構", "グループ", "市", "県", "政府",
    "地検", "特捜部", "組合", "連盟", "政界", "リポート", "レポート", "証券", "銀行", "総研", "メーカー", "大手",
    "財団", "部", "課", "委",
)  # fmt: skip


def body(line: Sequence[Unit], phrase: Phrase) -> bool:
    """True if X in Xでは is somebody and not a place: 同社では, but not 夜の放送では, 南国では."""
    head = line[phrase.last - 1]
    if "地名" in head.detail:
        return False
    return (phrase.mention is not None and phrase.mention.type != "person") or head.text.endswith(_BODY_TAIL)
