"""Amounts as messages say them, in Japanese and English: 1兆2400億円, 19.2%, 4万8200台."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal

from jijitsu.extract.numbers.intervals import Interval
from jijitsu.schemas.numbers import plain, written

_UNITS = {
    "percent": "%", "percentage_point": "ポイント", "times": "倍", "points": "ポイント",
    "JPY": "円", "USD": "ドル", "EUR": "ユーロ", "CNY": "元", "GBP": "ポンド", "KRW": "ウォン", "HKD": "香港ドル",
    "AUD": "豪ドル", "TWD": "台湾ドル", "INR": "ルピー", "CHF": "スイスフラン", "CAD": "カナダドル", "RUB": "ルーブル",
}  # fmt: skip
_ENGLISH = {"percent": "%", "percentage_point": " points", "times": " times", "points": " points"}
_SCALES = (("兆", 10**12), ("億", 10**8), ("万", 10**4))

Pair = tuple[str, str]


def say(amount: Decimal, unit: str | None, digits: int = 4) -> Pair:
    """Return an amount in Japanese and English, rounded to `digits` significant ones."""
    amount = plain(_rounded(amount, digits))
    unit = unit or ""
    return _japanese(amount) + _UNITS.get(unit, unit), f"{amount:,f}" + _ENGLISH.get(unit, f" {unit}" if unit else "")


def middle(interval: Interval) -> Decimal | None:
    """The middle of an interval that has two ends: the recomputed figure of a message."""
    return None if interval.low is None or interval.high is None else (interval.low + interval.high) / 2


def _rounded(amount: Decimal, digits: int) -> Decimal:
    if not amount:
        return amount
    place = Decimal(1).scaleb(amount.adjusted() - digits + 1)
    return amount.quantize(place, ROUND_HALF_EVEN)


def _japanese(amount: Decimal) -> str:
    sign, rest = ("-" if amount < 0 else ""), abs(amount)
    if rest < 10**4:
        return sign + written(plain(rest))
    said = ""
    for word, scale in _SCALES:
        whole, rest = divmod(rest, scale)
        if whole:
            said += f"{int(whole)}{word}"
    return sign + said + (written(plain(rest)) if rest else "")
