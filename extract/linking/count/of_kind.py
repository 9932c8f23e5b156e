"""Whose a figure is that only one sort of thing has: 投票率 of an election, 視聴率 of a programme, 合格率 of an examination."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from jijitsu.extract.linking.count.reach import ACTS, Owners
from jijitsu.extract.linking.count.sight import Sight
from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.linking.subject.nouns import Noun, is_place
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject


class Kind(msgspec.Struct, frozen=True):
    """What is measured, how the things are called that have it, and what only sounds like them."""

    measure: re.Pattern[str]
    thing: re.Pattern[str]
    other: re.Pattern[str]
    named: frozenset[str] = frozenset()
    """Types of names that have it themselves where they are the topic: 「海の家」は、視聴率が."""


def of_its_kind(sight: Sight) -> Owners:
    """市長選は15日に投開票された。投票率は41%で: of the election told of last, where nothing in the sentence has it."""
    for kind in _KINDS:
        measured = _measured(sight, kind)
        if measured is not None:
            return _told_last(sight, kind, measured)
    return ()


def _measured(sight: Sight, kind: Kind) -> Noun | None:
    """The noun that the figure is of, if it has no owner of its own: not 女性の投票率, 市部では投票率が, 最高は島根県の78%."""
    found = next((n for n in reversed(sight.before) if kind.measure.fullmatch(n.name)), None)
    if found is None or sight.value.start - found.end > _FAR:
        return None
    holder = sight.possessor(found)
    if holder is not None and not (_WHOLE.fullmatch(holder.name) or kind.other.search(holder.name)):
        return None
    if found.particle not in _OF_IT or (
        found.name.endswith("者") and found.end in {v.start for v in sight.reading.values}
    ):
        return None  # 有権者の2割を占める移民; 有権者210万人のうち61%が: they are counted themselves
    if any(n.start > found.start and (n.particle[:1] in ACTS or is_place(n) or n.subjects) for n in sight.before):
        return None  # 投票率は41%で、賛成は6割だった
    if _PART.search(sight.folded, max(0, found.start - 12), found.start) or _ASKED.search(sight.folded):
        return None  # 20代の投票率, 有権者1200人に尋ねた
    own = [n for n in sight.before if n.start < found.start and n.particle in {"は", "では", "も", "には"}]
    if any((is_place(n) or n.type in kind.named) and not kind.thing.search(n.name) for n in own):
        return None
    return found


def _told_last(sight: Sight, kind: Kind, measured: Noun) -> Owners:
    """The last of its sort before what is measured: in its sentence or the one before, the headline, the article so far."""
    scene = sight.reading.scene
    text = scene.sentence.text[: measured.start]
    before = [
        s.sentence.text
        for s in sight.reading.discourse.scenes[: scene.sentence.index]
        if s.sentence.role != "furniture"
    ]
    texts = (text, *before[:-2:-1], *before[:1], *before[-2::-1])
    if _THIS.search(text):
        texts = (*before[:1], *texts)
    found = [name for t in texts for name in reversed(list(_called(t, kind)))]
    name = next((name for name in found if not _ANY.fullmatch(name)), found[0] if found else None)
    return (Subject(measured.text, name, None, "other"),) if name is not None else ()


def _called(text: str, kind: Kind) -> Iterator[str]:
    """How the things of this sort are called in a text: さぬき市議会議員補欠選挙 without 第8回."""
    for phrase in phrases(text):
        name = _COUNTED.sub("", phrase.text)
        if text[phrase.end : phrase.end + 1] in _DONE:
            continue  # 式典は中継され
        if kind.thing.search(name) and not kind.other.search(name):
            titled = _TITLE.match(text, phrase.end)
            yield titled["title"] if titled else name


_ANY = regex(
    r"(?:今|本|同|両)?(?:補欠|出直し|統一地方|決選|追加|再)?(?:知事|[市区町村]長|[市区町村県府道都]議(?:会|会議員)?|議員|議会|総)?(?:選挙|選)"
)
"""市長選 by itself does not say which; 衆院選 and 国民投票 do."""
_WHOLE = regex(r"今回|全体|全国|国全体|[県市町村区都府道国]内(?:全体)?|時点|現在|最終|選挙区|小選挙区|比例(?:代表|区)?")
_FAR = 40
_OF_IT = frozenset({"は", "が", "も", "を", ""})
_THIS = regex(r"(?:今回|今度)の選挙|今選挙")
_PART = regex(r"[0-9](?:代|歳(?:以上|以下|未満)?|区)(?:の|は|では)[^、。]{0,8}$")
_ASKED = regex(r"調査|アンケート|尋ね")
_DONE = frozenset("さしす")
_COUNTED = regex(r"^[年回日月期度第]+(?=..)")
_TITLE = regex(r"[「『](?P<title>[^「」『』]{1,30})[」』]")
_KINDS = (
    Kind(
        regex(r"(?:当日|選挙当日|登録|最終|平均|推定){0,2}(?:投票率|開票率|有権者数?|有効者数|投票者数?|投票総数|有効投票(?:総)?数|無効(?:投)?票数?|白票)"),
        regex(r"(?:選挙|補選|[一-鿿][事長員院府領裁表首会]選|[都道府県市町村区]議選|[住国]民投票)$"),
        regex(r"^(?:[前次今]?(?:々回|回)?の?|同|今回|次期|国政|地方|重点|[0-9]+)?(?:選挙|補選|補欠選挙)$|^(?:[前次][々回]|同日)"),
    ),
    Kind(
        regex(r"(?:平均|最高|最低|瞬間|世帯|個人|番組|初回|関東|関西|地区|の){0,5}視聴率"),
        regex(r"(?:番組|ドラマ|アニメ|中継|時代劇|歌合戦|特集|バラエティー?|ドキュメンタリー)$"),
        regex(r"^(?:同|他)|予告|枠$"),
        frozenset({"product", "noun", "other"}),
    ),
    Kind(
        regex(r"(?:平均|最終|実質){0,2}(?:合格率|受験倍率|志願倍率)"),
        regex(r"(?:[一-鿿]試験|入試|検定|考査)$"),
        regex(r"^(?:同|前回|追|再)"),
    ),
)  # fmt: skip
