"""Which way a figure went, as data: the direction words of a sentence, and what was read from them for one figure."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from jijitsu.extract.linking.value.values import Surroundings, Value
from jijitsu.schemas.claim import Direction
from jijitsu.schemas.mention import Mention, Word


class Turn(msgspec.Struct, frozen=True):
    """A direction word in a sentence; offsets into the folded text."""

    start: int
    end: int
    direction: Direction
    of: str
    noun: bool


class Course(msgspec.Struct, frozen=True):
    """What was read: the direction, what sort of thing goes so, and the word that says it."""

    direction: Direction | None = None
    of: str = "any"
    turn: Turn | None = None


class Place(msgspec.Struct, Surroundings, frozen=True):
    """Figure number `at` among those of its sentence, whose text is `folded`."""

    at: int
    values: Sequence[Value]
    turns: Sequence[Turn]
    folded: str

    @property
    def value(self) -> Value:
        return self.values[self.at]

    @property
    def gap(self) -> str:
        """What stands between the figure before and this one; empty if there is none before."""
        return self.folded[self.values[self.at - 1].tail : self.value.start] if self.at else ""


LEVEL = Course()
UP, DOWN = Course("up"), Course("down")
_DIRECTIONS: dict[str, Direction] = {"up": "up", "down": "down", "flat": "flat"}


def turns_of(mentions: Sequence[Mention], base: int) -> tuple[Turn, ...]:
    """The direction words of a sentence that starts at `base`."""
    found = []
    for mention in mentions:
        if mention.type == "direction" and isinstance(mention.value, Word):
            direction, of, *noun = mention.value.means.split(":")
            found.append(Turn(mention.start - base, mention.end - base, _DIRECTIONS[direction], of, bool(noun)))
    return tuple(found)
