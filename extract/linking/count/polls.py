"""Whose a turnout is: 市長選が投開票された。投票率は38%だった, of the poll that the text tells of."""

from __future__ import annotations

from jijitsu.extract.linking.count.reach import Owners
from jijitsu.extract.linking.count.sight import Sight
from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.linking.subject.nouns import Noun, is_place
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene
from jijitsu.schemas.claim import Subject


def turnout(sight: Sight) -> Owners:
    """投票率は38.12%, 最終投票率は前回を2ポイント下回った: of the poll, unless the turnout is a part's (男性の投票率)."""
    if sight.value.mention.type not in {"percent", "points"}:
        return ()
    rate = next((n for n in reversed(sight.before) if _RATE.search(n.name)), None)
    if rate is None or not _of_all(sight, rate):
        return ()
    index = sight.reading.scene.sentence.index
    said = [s for s in sight.reading.discourse.scenes if s.sentence.index < index]
    told = [
        *_polls_in(sight.reading.scene, rate.start),
        *(name for scene in reversed(said) for name in _polls_in(scene)),
    ]
    which = next((name for name in told if not _ANY.fullmatch(name)), None)
    return (Subject(which, which, None, "other"),) if which is not None else ()


def _of_all(sight: Sight, rate: Noun) -> bool:
    """True where the rate is said of no part of the voters, and nothing else is spoken of behind it."""
    holder = sight.possessor(rate)
    whole = holder is None or _WHOLE.fullmatch(holder.name) or _POLL.search(holder.name)
    if _AGED.search(sight.folded, max(0, rate.start - 6), rate.start):
        return False  # 20代の投票率
    between = [n for n in sight.before if n.start > rate.start]
    return bool(whole) and not any(n.subjects or is_place(n) or n.particle in {"は", "が", "も"} for n in between)


def _polls_in(scene: Scene, end: int | None = None) -> list[str]:
    """The polls that the sentence tells of, the last one first."""
    found = [p.text for p in phrases(scene.sentence.text) if (end is None or p.end <= end) and _POLL.search(p.text)]
    return found[::-1]


_RATE = regex(r"^(?:最終|推定|推計|中間|平均|確定|全体)?(?:投票|開票)率$")
_POLL = regex(
    r"(?:選挙|補選|(?:知事|[市区町村]長|[市区町村県府道都]議|議員|議会|大統領|首相|総裁|党首|代表|[参衆][議]?院|[上下]院|補欠|統一地方|首長|出直し|ダブル|総)選"
    r"|(?:住民|国民|県民|市民|町民|村民|都民|決選|追加|再)投票)$"
)
_ANY = regex(
    r"(?:今回|前回|次回)?の?(?:今|本|同|両)?(?:補欠|出直し|統一地方|決選|追加|再)?(?:知事|[市区町村]長|[市区町村県府道都]議(?:会|会議員)?|議員|議会)?(?:選挙|選|投票)"
)
"""市長選 by itself does not say which; 衆院選 and 国民投票 do."""
_AGED = regex(r"[0-9](?:代|歳(?:以上|以下|未満)?)の(?:平均)?$")
_WHOLE = regex(
    r"今回|全体|全国|国全体|[県市町村区都府道国]内(?:全体)?|[0-9]{1,2}時(?:現在|時点)?|時点|現在|最終|選挙区|小選挙区|比例(?:代表|区)?"
)
