"""A figure whose own sentence names no measure, with the name nearest before it: what rules of framing and inferring ask."""

from __future__ import annotations

import msgspec

from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.subject.subjects import Candidate
from jijitsu.extract.linking.value.course import Course
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.values import Surroundings, Value
from jijitsu.schemas.claim import Subject


class Nearby(msgspec.Struct, Surroundings, frozen=True):
    """`course`: the way the figure went; `nearest`: the name nearest before it, if any is."""

    reading: Reading
    value: Value
    course: Course
    nearest: Candidate | None

    @property
    def folded(self) -> str:
        """The sentence, widths folded."""
        return self.reading.folded

    @property
    def told(self) -> Subject | None:
        """Whose price was told last."""
        return self.reading.discourse.price

    def follows(self, word: str) -> bool:
        """True if `word` stands right behind the figure."""
        return self.folded.startswith(word, self.value.tail)

    def near(self, *types: str) -> bool:
        """True if the nearest name is of one of these types."""
        return self.nearest is not None and self.nearest.type in types


class Answer(msgspec.Struct, frozen=True):
    """What a rule that fits says: the measure, or that there is none."""

    measure: Measure | None
