"""Whose a count is that a label names (海鳴地方:800ミリ), and who plays: 増田選手が通算100セーブを挙げた."""

from __future__ import annotations

from jijitsu.extract.linking.count.reach import PERSONAL, Owners
from jijitsu.extract.linking.count.sight import Sight
from jijitsu.extract.linking.owner.focus import is_fresh
from jijitsu.extract.linking.subject.nouns import Noun, is_attribute, is_held, is_public
from jijitsu.extract.regex import regex


def labelled(sight: Sight) -> Owners:
    """海鳴地方:800ミリ、朝霧地方:600ミリ: the label in front, unless it says what is measured."""
    value, folded = sight.value, sight.folded
    if value.mention.type != "count" or folded[value.start - 1 : value.start] not in {":", "-"}:
        return ()
    noun = next((n for n in reversed(sight.before) if n.end == value.start - 1), None)
    if noun is None or is_attribute(noun) or is_held(noun) or is_public(noun):
        return ()
    return sight.owner(noun)


def player(sight: Sight) -> Owners:
    """増田選手が通算100セーブを挙げた, 森田厩舎は4戦4勝: who plays, else the person that the text speaks of."""
    if sight.value.amount.unit not in PERSONAL - {"試合"}:
        return ()
    playing = [n for n in sight.before if (n.type in _PLAYERS or SIDE.search(n.name)) and _plays(sight, n)]
    person = sight.reading.discourse.person
    if playing:
        return sight.owner(playing[-1])
    return (person,) if person is not None and is_fresh(sight.reading, person) else ()


def _plays(sight: Sight, noun: Noun) -> bool:
    record = noun.particle == "の" and _RECORD.fullmatch(sight.folded, noun.behind, sight.value.start)
    told = noun.particle in _PLAYS or sight.value.start in {noun.end, noun.behind}
    return told or bool(record)


_PLAYS = frozenset({"は", "が", "も", "、"})
_RECORD = regex(r"(?![^、。]{0,14}含め)[^、。にをでか]{1,16}(?:は|が|も)[^、。は]{0,6}")
"""森田厩舎の今年の勝利数は8勝: whose record it is."""
_PLAYERS = frozenset({"person", "company", "group"})
SIDE = regex(
    r"(?:選手|投手|捕手|騎手|[内外]野手|監督|力士|厩舎|調教師|チーム|球団|高校|高|大学|代表|[ァ-ヺー]ズ|軍|ジャパン)$"
)
