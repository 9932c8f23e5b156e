"""Linking: who each value belongs to, when, in which direction, how firmly, on whose word.

From the words up, each package knowing only those before it (an import contract holds that): sentence (phrases, brackets, the
tree), entity (names), value (what the words around one value say of it), time, subject (whom the text speaks of), speech (who
says what), measure, owner, count. Above them stand unnamed and owning, which try the ways of telling an owner in their order,
and figures, which puts together what was told of each value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from jijitsu.extract.story import Speech, Story

if TYPE_CHECKING:
    from jijitsu.extract.linking.figure import Figure


class Linked(msgspec.Struct, frozen=True):
    """The story with its utterances and figures linked: all that a kind of claim reads."""

    story: Story
    speeches: tuple[Speech, ...]
    figures: tuple[Figure, ...]
