"""One figure that asks what it measures."""

from __future__ import annotations

import re

import msgspec

from jijitsu.extract.linking.course import Course
from jijitsu.extract.linking.measures import Measure
from jijitsu.extract.linking.reading import Reading
from jijitsu.extract.linking.values import Value


class Asked(msgspec.Struct, frozen=True):
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

    def sort(self, *types: str) -> bool:
        """True if the figure is of one of these sorts: money, percent, count."""
        return self.value.mention.type in types

    def behind(self, pattern: re.Pattern[str]) -> bool:
        """True if the pattern stands right behind the figure."""
        return pattern.match(self.folded, self.value.tail) is not None

    def ahead(self, pattern: re.Pattern[str], most: int | None = None) -> bool:
        """True if the pattern is found before the figure, in the last `most` characters if that is given."""
        start = self.value.start
        return pattern.search(self.folded, 0 if most is None else max(0, start - most), start) is not None
