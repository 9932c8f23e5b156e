"""Levels and moves as lists of quotations print them, without a unit: カガリ<1234> 4955 +215, ハンセン指数 16100.50(-43.53),
TOPIX;2721.06;-57.49.

`shown_way` tells which way a bare number with a sign went that stands right behind a level; `unit_of_row` the money of a
share that bears its code: yen behind a Tokyo code, dollars behind a ticker of the American exchanges. Leaves scores
(3 - 1), telephone numbers and sums of money, which say their unit.
"""

from __future__ import annotations

from typing import Literal

from jijitsu.extract.regex import regex

_LEVEL = r"[0-9][0-9,.]{0,11}"
_SIGNED = r"[ 　(;]{1,3}(?:前(?:日|週末|営業日)比 ?)?"
SHOWN = regex(rf"(?<![0-9.,]){_LEVEL}{_SIGNED}(?P<sign>[+△▲▼-])$")
"""What stands before a bare move: the level, a blank or a bracket, and the sign."""
GOES_ON = regex(rf"{_SIGNED}[+△▲▼-][0-9]")
"""What stands behind a bare level: the move."""
_ROW = regex(
    rf"[<(](?:(?P<tokyo>[0-9][0-9A-Z]{{3}})(?:\.T)?|[A-Z]{{1,5}}(?:\.(?:OQ|O|N))?)[>)][ 　]{{1,3}}(?:{_LEVEL}{_SIGNED}[+△▲▼-]?)?$"
)
_REACH = 40


CODE_FIRST = regex(r"[ 　]?<[0-9][0-9A-Z]{3}>[ 　]?")
"""<1234> カガリ 4955 +215: the code stands before the name."""
SHARE_LINE = regex(
    r"[ 　]?[^、。はがを<>()]{2,24}[<(][0-9][0-9A-Z]{3}(?:・[^()<>]{1,8})?[>)][ 　]?[:=]?[ 　]?[0-9][^、。はがを]{1,40}"
)
"""カガリ<1234>:889円(-61円): the line of one share, above what is told of it."""


def shown_way(folded: str, start: int) -> Literal["up", "down"] | None:
    """The way of the bare number at `start`, sign and all or behind it: 16100.50(-43.53), 4955 +215."""
    at = start + 1 if folded[start : start + 1] in {"+", "-", "△", "▲", "▼"} else start
    found = SHOWN.search(folded, max(0, at - _REACH), at)
    return None if found is None else "up" if found["sign"] in {"+", "△"} else "down"


def day_sign(folded: str, start: int) -> Literal["up", "down"] | None:
    """The way of the figure at `start`, sign and all or behind it, since the day before: 前日比▲120円, 前週末比+3.2%."""
    inside = _A_SIGN.match(folded, start)
    at = inside.end() if inside else start
    found = _SINCE_THE_DAY.search(folded, max(0, at - _REACH), at)
    return None if found is None else "up" if found["sign"] in {"+", "プラス"} else "down"


_A_SIGN = regex(r"[+△▲▼-]|プラス|マイナス")
_SINCE_THE_DAY = regex(r"前(?:日|週末|営業日|取引日)(?:の?終値)?比(?:で|は)?、? ?(?P<sign>[+△▲▼-]|プラス|マイナス)$")


def unit_of_row(folded: str, start: int) -> str | None:
    """The money of a level or move that stands behind a share's code: カガリ<1234> 4955 +215."""
    found = _ROW.search(folded, max(0, start - _REACH), start)
    return None if found is None else "JPY" if found["tokyo"] else "USD"
