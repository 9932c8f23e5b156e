"""A figure whose time is asked, and what a rule says of it."""

from __future__ import annotations

from datetime import date

import msgspec

from jijitsu.extract.linking.time.pins import Pin
from jijitsu.extract.linking.time.times import Family, Times
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene
from jijitsu.schemas.claim import Time

MOVES = regex(
    r"^[^、。\d(]{0,8}?(?:増|減|膨ら|失|吹き飛|消え|蒸発|上積み|縮|伸び|上昇|下落|上が|下が|値上|値下|高(?!の)|安(?!の)|急騰|急落)"
)
# 週間の減少額は4700億ドルに達した, 1カ月で失われた時価総額は2兆円
_MOVED = regex(
    r"(?:増加額|減少額|増加幅|減少幅|増加分|減少分|上昇率|下落率|騰落率|増加率|減少率|上昇幅|下落幅|上げ幅|下げ幅|値上がり率|値下がり率|増加|減少|目減り|失われた[^、。0-9]{0,6}|消えた[^、。0-9]{0,6}|増えた[^、。0-9]{0,6}|減った[^、。0-9]{0,6})(?:は|が|も|で)[^、。0-9]{0,12}$"
)


class Answer(msgspec.Struct, frozen=True):
    """What a rule says: this time, or that the sentence gives none."""

    time: Time | None


NONE = Answer(None)
COUNTED: frozenset[Family] = frozenset({"financial", "delivery", "quantity"})
OF_FIRM: frozenset[Family] = frozenset({"financial", "delivery"})
OF_MARKET: frozenset[Family] = frozenset({"market", "cap"})


class Dated(msgspec.Struct, frozen=True):
    """A value that asks for its time. `start` and `end` are code points into the article."""

    known: Times
    sentence: int
    start: int
    end: int
    family: Family
    pins: tuple[Pin, ...]
    """Dates and periods of the sentence that reach the value, and fit it."""
    ahead: tuple[Pin, ...]
    """Those that stand before it."""

    @property
    def scene(self) -> Scene:
        return self.known.story.scenes[self.sentence]

    @property
    def folded(self) -> str:
        return self.scene.sentence.folded

    @property
    def offset(self) -> int:
        return self.scene.sentence.start

    @property
    def before(self) -> str:
        return self.folded[: self.start - self.offset]

    @property
    def behind(self) -> str:
        return self.folded[self.end - self.offset :]

    @property
    def text(self) -> str:
        return self.folded[self.start - self.offset : self.end - self.offset]

    @property
    def moves(self) -> bool:
        """The value is how much something grew or shrank."""
        return MOVES.match(self.behind) is not None or _MOVED.search(self.before[-40:]) is not None

    @property
    def published(self) -> date | None:
        return self.known.story.setting.published

    def past(self, pin: Pin) -> str:
        """What stands behind the pin."""
        return self.folded[pin.end - self.offset :]

    def between(self, pin: Pin) -> str:
        """What stands between the pin and the value."""
        return self.before[pin.end - self.offset :]
