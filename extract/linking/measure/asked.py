"""One figure that asks what it measures."""

from __future__ import annotations

import msgspec

from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.value.course import Course
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.values import Surroundings, Value


class Asked(msgspec.Struct, Surroundings, frozen=True):
    """Figure number `at` of its sentence, the way it went, and what was measured last."""

    reading: Reading
    at: int
    course: Course
    said: Measure | None = None

    @property
    def value(self) -> Value:
        return self.reading.values[self.at]

    @property
    def previous(self) -> Value | None:
        return self.reading.values[self.at - 1] if self.at else None

    @property
    def folded(self) -> str:
        return self.reading.folded
