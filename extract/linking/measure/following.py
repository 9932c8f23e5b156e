"""Rows that go on with what their head measures: moves (下落率首位はA社の8%。B社の7%、C社の6%が続いた) and what shares add to an index.

`move_goes_on` returns the move that a bare figure goes on with; `adds_to_index` tells whether a sum is what a share adds to or
takes from one (プラス寄与度トップはA社の31円。以下、B社が22円). Leaves figures with a word of their own (次いで売上高が22億円) and what the
index itself moved by (日経平均を31円押し上げた).
"""

from __future__ import annotations

from collections.abc import Sequence

from jijitsu.extract.linking.figure import Figure
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.value.course import LEVEL, Course
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

_FIGURE = r"(?:約)?[0-9][0-9.,]{0,8}(?:円(?:[0-9]{1,2}銭)?|銭|%|ドル|ポイント)"
_OF = r"[^、。はがも0-9「」]{1,24}(?:\([^()]{1,10}\)|<[^<>]{1,10}>)?(?:の|が|で)"
# (が、で)続いた, (が)これに続く, と並んだ, の順
_NEXT_ARE = regex(
    rf"(?:ちょうど)?(?:、{_OF}{_FIGURE}){{0,6}}(?:(?:が|と|で)(?:これに|それに|後に)?続(?:いた|く|き|いて)|と並|の順)"
)
# 以下、B社の7%、C社の6%; 2位はB社の7%、3位は
_OPENED = regex(
    rf"(?:以下|次いで|次に|続いて|(?<![0-9])[2-9]位[はがに])、?(?:{_OF}{_FIGURE}[高安]?、(?:[2-9]位[はがに])?){{0,6}}{_OF}(?:約)?$"
)
_ITEM = regex(r"[のがで](?:約)?$")
_ROW = 160
_BARE = regex(
    r"(?:近く|超|強|弱|余り)?(?:[、。で]|だった|だ。|$|が続|と続|と並|の順|が(?:これ|それ|後)に続|のプラス|のマイナス|押し)"
)


def _in_row(reading: Reading, value: Value) -> bool:
    """True in a row that goes on with a head: 以下、B社の7%, B社の7%がこれに続いた; not 次いで売上高が7億円."""
    folded = reading.folded
    parted = max(folded.rfind(mark, 0, value.start) for mark in "、。")
    if any(parted < measure.end <= value.start for measure in reading.measures):
        return False
    if _NEXT_ARE.match(folded, value.tail) and _ITEM.search(folded, max(0, value.start - 4), value.start):
        return True
    opened = _OPENED.search(folded, max(0, value.start - _ROW), value.start)
    return opened is not None and _BARE.match(folded, value.tail) is not None


def move_goes_on(before: Sequence[Figure], reading: Reading, value: Value, course: Course) -> Figure | None:
    """上げ幅は南県の1円10銭が最大。北県の70銭、西県の60銭が続いた。: the move that a row goes on with."""
    last = before[-1] if before else None
    if last is None or not (last.change and last.family == "price") or value.mention.type not in {"money", "percent"}:
        return None
    if last.amount.unit != value.amount.unit or course is not LEVEL or not _in_row(reading, value):
        return None
    if adds_to_index(reading, value):
        return None  # 日経平均を81円押し上げ。次いでB社が22円
    return last if reading.scene.sentence.index - last.sentence <= 1 else None


def row_owner(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """セコム <9735>が18円, in such a row: who stands right before the figure; TOPIX;2721.06;-57.49, in a table."""
    if ";" in reading.folded:
        ahead = (
            c for c in reading.names if c.end < value.start and _TABLE.fullmatch(reading.folded, c.end, value.start)
        )
        return next((c.subjects for c in ahead), ())
    if not _in_row(reading, value):
        return ()
    ahead = (c for c in reading.names if c.end <= value.start and _BESIDE.fullmatch(reading.folded, c.end, value.start))
    return next((c.subjects for c in ahead), ())


_TABLE = regex(r";(?:[0-9][0-9.,]{0,11};)?[+-]?")
_BESIDE = regex(r" ?(?:\([^()]{1,10}\)|<[^<>]{1,10}>)?(?:の|が|で)(?:約)?")


# 寄与度, 日経平均を81円押し上げた, 指数を1銘柄で81円押し下げ
_ADDED = regex(
    r"寄与(?:度|額|トップ|上位|で)|(?:日経平均|ダウ平均|指数)(?:株価)?を[^。はがも]{0,20}(?:約)?[0-9.]{1,7}(?:円|ドル|ポイント)[^。はがも0-9]{0,6}押し[上下]げ"
)
_TOP = regex(
    rf"寄与度?(?:の|で)?(?:トップ|首位|最大|1位)?(?:は|では)[^。「」]{{1,30}}?(?:{_FIGURE}、)?{_OF}?(?:約)?$|寄与(?:度|額)(?:は|では)、?(?:{_OF}{_FIGURE}、)*(?:{_OF})?(?:約)?$"
)
_SHARE = regex(r"寄与(?:度|額|トップ|上位)")
_PUSHED = regex(r"(?:指数)を(?:[0-9一]銘柄で)?(?:約)?$")
# 日経平均を81円押し上げた
_ITSELF = regex(r"(?:平均(?:株価)?|TOPIX|ナスダック(?:総合)?|S&P500)を(?:[0-9一]銘柄で)?(?:約)?$")
_PUSHES = regex(r"(?:ほど|程度|近く|余り|あまり|超)?(?:分)?(?:の)?(?:押し[上下]げ|下押し)")


def adds_to_index(reading: Reading, value: Value) -> bool:
    """True for 次いでC社が19円 and 指数を81円押し上げ where the sentence, or the one before it, tells what shares add to an index."""
    folded = reading.folded
    if _ITSELF.search(folded, max(0, value.start - 20), value.start):
        return False
    if _PUSHED.search(folded, max(0, value.start - 12), value.start) and _PUSHES.match(folded, value.tail):
        return _SHARE.search(folded) is not None  # アップルが下落し、指数を約45ドル押し下げた: the index moved
    if _ADDED.search(folded, 0, value.start) and (_TOP.search(folded, 0, value.start) or _in_row(reading, value)):
        return not folded.startswith(("高", "安"), value.tail)
    told = [scene.sentence.folded for scene in reading.discourse.lately[-1:]]
    return _in_row(reading, value) and any(_ADDED.search(text) for text in told)
