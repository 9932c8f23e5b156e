"""How precisely an amount is written: the place of its last digit, and of its last digit that is not a trailing zero.

Takes a value as written (約163.6万台, 2割5分, 161円49銭) and its amount, gives places in the unit of the amount: 1000 and
1000 for 163.6万, 10**8 and 10**11 for 2000億 (its zeros may or may not have been counted), 10 and 10 for 3割.
"""

from __future__ import annotations

from decimal import Decimal

import msgspec

from jijitsu.extract.fold import fold
from jijitsu.extract.numbers.numerals import Numeral, numerals
from jijitsu.extract.regex import regex

_SCALES = {
    "十": Decimal(10), "百": Decimal(100), "千": Decimal(1000),
    "万": Decimal(10**4), "億": Decimal(10**8), "兆": Decimal(10**12), "京": Decimal(10**16),
}  # fmt: skip
_TAIL = regex(r"([\d,.]+|[〇一二三四五六七八九]+)?(?:[・.]([\d〇一二三四五六七八九]+))? ?([十百千]?)([万億兆京]?)$")
_FACTORS = {"銭": Decimal("0.01"), "セント": Decimal("0.01"), "割": Decimal(10), "分": Decimal(1), "厘": Decimal("0.1")}
_ONE = Decimal(1)
_TENTH = Decimal("0.1")


class Places(msgspec.Struct, frozen=True):
    """`last`: the place of the last written digit. `sure`: of the last one that is no trailing zero."""

    last: Decimal
    sure: Decimal


def places(text: str, amount: Decimal) -> Places:
    """Return the places of an amount as written. Words without a numeral (半減, 倍増) are good to a tenth or a fifth."""
    folded = fold(text)
    found = numerals(folded)
    if not found:
        rough = max(abs(amount), _ONE) * Decimal("0.2")
        return Places(rough, rough)
    last = found[-1]
    factor = _factor(folded, last, amount, single=len(found) == 1)
    inner = _places(last)
    return Places(inner.last * factor, inner.sure * factor)


def _factor(folded: str, last: Numeral, amount: Decimal, *, single: bool) -> Decimal:
    """What one of the numeral is worth in the amount's unit: 10 in 3割, 0.01 in 49銭."""
    for word, factor in _FACTORS.items():
        if folded.startswith(word, last.end):
            return factor
    if not single or not last.amount:
        return _ONE
    factor = abs(amount) / last.amount
    # 154円台半ば is 154.5: half a step more is no factor.
    return _ONE if Decimal("0.5") < factor < 2 else factor


def _places(numeral: Numeral) -> Places:
    """The places within the numeral itself."""
    tail = _TAIL.search(numeral.text)
    if tail is None:
        return Places(_ONE, _ONE)
    digits, behind, small, big = tail[1] or "", tail[2] or "", tail[3], tail[4]
    whole, _, decimals = digits.partition(".")
    scale = _SCALES.get(small, _ONE) * _SCALES.get(big, _ONE)
    if numeral.kanji and not big:
        # 二百三十 counts to the one, although its last digit stands for tens.
        return Places(_ONE, scale * _TENTH ** len(behind))
    last = scale * _TENTH ** len(decimals + behind)
    zeros = 0 if decimals or behind else len(whole.replace(",", "")) - len(whole.replace(",", "").rstrip("0〇"))
    return Places(last, last * 10**zeros)
