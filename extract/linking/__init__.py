"""Linking: who each value belongs to, when, in which direction, how firmly, on whose word."""

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
