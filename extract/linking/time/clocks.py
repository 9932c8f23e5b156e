"""Hours without a day: 19日朝、火事があった。午後2時ごろには隣の市でも2棟が焼けた. They go on with the day told just before.

`with_hours` adds them to the pins of a sentence that names no day of its own and tells what has been.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from jijitsu.extract.linking.time.pins import Pin
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene

REACH = 1
"""So many sentences behind the one that names the day, or an hour of it."""
RECENT = 14
"""Days before publication: 3月25日に開幕した。午前11時に10万人に達した, told in September, is of no day in March."""
_HOUR = regex(
    r"(?<![0-9日朝夜夕])(?:(?:午前|午後|同(?:日)?)[0-9]{1,2}時(?:[0-9]{1,2}分|半)?|[0-9]{1,2}時[0-9]{1,2}分|正午|未明|早朝|昼前|昼過ぎ|昼すぎ|夕方)(?:ごろ|頃|すぎ|過ぎ)?"
    r"(?=(?:の?(?:時点|現在)(?:で(?:は)?)?|に(?:は|も)?|、|から|までに|までの間)(?!開く|始ま))"
    r"|^(?:その)?(?:約|およそ)?[0-9]{1,2}(?:時間半?|分)後(?=には?|、)"
)
# 店は午前10時に開く, 式は午後3時から行う予定だ: every day, or to come
_NO_TALE = regex(
    r"(?<![いお])[るうくすつむぶぐ]。?$|予定|見込み|見通し|計画|毎[日朝晩週]|連日|営業時間|(?:である|だ|です)。?$"
)


def with_hours(scene: Scene, own: tuple[Pin, ...], day: Pin | None, published: date | None) -> tuple[Pin, ...]:
    """The pins of a sentence, and those of the hours in it that go on with `day`."""
    folded, base = scene.sentence.folded, scene.sentence.start
    if day is None or scene.sentence.role != "body" or any(pin.grain == "day" for pin in own):
        return own
    if published is not None and (published - day.days[1]).days > RECENT:
        return own
    if _HOUR.search(folded) is None or _NO_TALE.search(folded):
        return own
    hours = [
        Pin(base + match.start(), base + match.end(), match.group(), day.days, "day", "context")
        for match in _HOUR.finditer(folded)
    ]
    return tuple(sorted((*own, *hours), key=lambda pin: pin.start))


def is_hour(pin: Pin) -> bool:
    """True for an hour that goes on with a day told before."""
    return pin.how == "context" and _NAMED.match(pin.text) is not None


_NAMED = regex(
    r"その|(?:約|およそ)?[0-9]{1,2}(?:時間|分)|午前|午後|同?[0-9]{1,2}時|正午|未明|早朝|昼前|昼過ぎ|昼すぎ|夕方"
)


def without_hours(pins: Sequence[Pin]) -> tuple[Pin, ...]:
    """The pins that name a day themselves: a session is opened by no other."""
    return tuple(pin for pin in pins if not is_hour(pin))
