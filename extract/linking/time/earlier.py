"""The time before: 前年同期, 前週, 前月, counted back from a date or period."""

from __future__ import annotations

from datetime import timedelta

from jijitsu.extract.linking.time.calendars import exchange_of, previous_session
from jijitsu.extract.linking.time.dates import shift_months
from jijitsu.extract.linking.time.pins import Pin
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Time

# 去年の同じ月は3億円だった; 去年の同じ月を3%上回った and 前の年の同じ月より3%増えた tell of now
YEAR_BEFORE = regex(
    r"(?<!一)(?P<word>前年同期|昨年同期|前年同月|昨年同月|前年同日|(?:前の年|前年|去年|昨年)の同じ(?:月|時期|期間)|前年|前の年|前期|前の期|前の四半期|前四半期|前月|昨年|去年|1年前|前年度|前週|前日|前営業日)"
    r"(?:実績)?(?:の終値)?(?!の(?:ほぼ)?(?:半分|半額|倍|並み|同水準))(?:(?:の|は|が|も|には)(?:約|およそ|営業)?(?:(?!を|より|比べ|対し|から)[^、。0-9]){0,5}|\((?:約)?)$"
)


def earlier(pin: Pin, word: str, folded: str) -> Time:
    """Return the time that `word` (前年同期, 前週) means beside the pin; `folded` is its sentence."""
    first, last = pin.days
    if word in ("前日", "前営業日"):
        found = previous_session(exchange_of(folded) or "XTKS", first)
        return Time(word, found, found, "calendar")
    if word == "前週":
        return Time(word, first - timedelta(days=7), last - timedelta(days=7), "context")
    months = {"前月": 1, "前の四半期": 3, "前四半期": 3}.get(word, 12)
    start = shift_months(first, -months)
    return Time(word, start, shift_months(last + timedelta(days=1), -months) - timedelta(days=1), "context")
