"""Linking: who each value belongs to, when, in which direction, how firmly, on whose word."""

from __future__ import annotations

import msgspec

from jijitsu.extract.story import Speech, Story


class Linked(msgspec.Struct, frozen=True):
    """The story with its utterances and figures linked: all that a kind of claim reads."""

    story: Story
    speeches: tuple[Speech, ...]
