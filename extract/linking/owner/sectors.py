"""Shares that go by a name in common: 鉱業株が2.1%高, 半導体関連株は3%下げた, 半導体株の時価総額, 「マグニフィセント7」の時価総額.

A sector or a land is meant, no firm: カガリ株 is カガリ's, 同社株 that firm's, ダウ工業株30種 an index, 自社株 and 新株 nobody's.
"""

from __future__ import annotations

import re

from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.subject.subjects import STRONG, Candidate
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

_HOLDERS = frozenset({"company", "index", "crypto", "commodity"})
# 同社株, 自社株, 新株, 持ち株, 発行済み株: shares of a firm that is not named here, or a sort of paper
_NO_SECTOR = (
    r"(?!同|自社|両社|親会社|子会社|各社|他社|新株|持|原株|現物|個別|優先|普通|種類|発行|単元|保有|当該|上場株)"
)
_KIND = rf"(?:[ァ-ヴー一-鿿]{{1,8}}の)?(?<![ァ-ヴー一-鿿A-Za-z]){_NO_SECTOR}(?:[ァ-ヴー一-鿿A-Z・]{{1,12}}関連|[ァ-ヴー一-鿿A-Z・]{{2,14}}|小売り)株"
# 米ハイテク大手から1兆ドルの時価総額を奪った
_FIRMS = r"(?:[ァ-ヴー一-鿿]{1,8}の)?(?<![ァ-ヴー一-鿿A-Za-z])[ァ-ヴー一-鿿A-Z・]{2,12}(?:大手|銘柄|各社|企業)"
_VALUED = regex(
    rf"(?P<who>{_KIND})(?:全体)?(?:の(?:合計)?時価総額|から(?:は|も)?、?[^。はが]{{0,24}}$)"
    rf"|(?P<firms>{_FIRMS})から(?:は|も)?、?[^。はが]{{0,24}}$"
    r"|「(?P<group>[^「」]{2,16})」(?:など)?(?:約?[0-9]{1,4}(?:社|銘柄))?の(?:合計)?時価総額"
)
# スズキ<7269>、カガリなどの自動車株は: each of the firms
_SUCH = regex(r"(?:<[^<>]{1,8}>|\([^()]{1,12}\))?(?:など|といった)?の?")
_MOVED = regex(
    rf"(?P<who>{_KIND})(?:全体)?で?[はがも、]、?(?:[0-9]{{1,2}}(?:営業)?日(?:ぶり|続)[^。、0-9]{{1,6}}、)?[^。、はがも0-9%]{{0,16}}$"
)


def of_sector(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """The shares whose price moved, where no firm's stand between: 銀行株は総じて2%高, 地域別では鉱業株が3%高."""
    return _shares(reading, _MOVED.search(reading.folded, max(0, value.start - 48), value.start))


def of_valued(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """半導体株の時価総額, 中国のテック株から…の時価総額が消えた, 「マグニフィセント7」7社の時価総額."""
    return _shares(reading, _VALUED.search(reading.folded, 0, value.start))


def _shares(reading: Reading, found: re.Match[str] | None) -> tuple[Subject, ...]:
    """What the pattern found, unless it is a firm's or an index's."""
    if found is None or any(_is_held(c) and found.start() <= c.start < found.end() for c in reading.names):
        return ()
    start, end = found.span(found.lastgroup or 0)
    if any(_is_held(c) and _SUCH.fullmatch(reading.folded, c.end, start) for c in reading.names):
        return ()
    return (Subject(reading.scene.sentence.text[start:end], reading.folded[start:end], None, "group"),)


def _is_held(name: Candidate) -> bool:
    return name.strength >= STRONG and name.type in _HOLDERS
