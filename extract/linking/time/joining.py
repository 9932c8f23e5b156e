"""Two dates that name one stretch: 2012年11月から2014年2月にかけて, 9月と11月に, 2011年から2014年9月に."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from jijitsu.extract.regex import regex

if TYPE_CHECKING:
    from jijitsu.extract.linking.time.pins import Pin

# 19日夜から20日朝にかけて, 7月30日から翌年7月29日(予定)まで
_HOURS = (
    r"(?:早朝|朝|昼|夕方?|夜|深夜|未明|正午|(?:午前|午後)?(?:[0-9]{1,2}時(?:[0-9]{1,2}分|半)?)?)(?:ごろ|頃|過ぎ|すぎ)?"
)
_FROM_THEN = regex(rf"{_HOURS}(?:から|~|-)")
_TO_THEN = regex(rf"{_HOURS}(?:\([^()0-9]{{1,8}}\))?(?:まで|にかけ|の間|に至る)")
_TO_MONTH = regex(r"まで|にかけ|の間|に(?![はも])")
"""2003年から2006年7月[に]事故が5件あった."""


def joined(pins: list[Pin], text: str, offset: int) -> list[Pin]:
    """The pins of a sentence, two that name one stretch as one."""
    found: list[Pin] = []
    for pin in pins:
        last = found[-1] if found else None
        if last and last.days[0] < pin.days[0] and _is_one(last, pin, text, offset):
            found[-1] = msgspec.structs.replace(
                pin,
                start=last.start,
                text=text[last.start - offset : pin.end - offset],
                days=(last.days[0], pin.days[1]),
            )
            continue
        found.append(pin)
    return found


def _is_one(last: Pin, pin: Pin, text: str, offset: int) -> bool:
    between = text[last.end - offset : pin.start - offset]
    if last.grain == "year" and pin.grain == "month":
        return between == "から" and _TO_MONTH.match(text, pin.end - offset) is not None
    if last.grain != pin.grain:
        return False
    if between == "と" and pin.grain == "month":
        return True
    return _FROM_THEN.fullmatch(between) is not None and _TO_THEN.match(text, pin.end - offset) is not None
