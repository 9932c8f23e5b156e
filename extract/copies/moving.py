"""What was linked in a copy of an article, in the places of the article itself: read by titled.py and condensed.py.

A copy may have a title in front, or lack what stands between a figure and its words. `Places` tells where in the article
stands what stands in the copy; the functions give back mentions, scenes, utterances and figures moved there.
"""

from __future__ import annotations

from typing import Protocol

import msgspec

from jijitsu.extract.fold import fold
from jijitsu.extract.linking.figure import Figure
from jijitsu.extract.story import Scene, Speech
from jijitsu.schemas.mention import Mention
from jijitsu.schemas.span import Span


class Places(Protocol):
    """Where in the article stands what stands in its copy (code points)."""

    @property
    def text(self) -> str:
        """The article's text."""

    @property
    def lines(self) -> int:
        """How many sentences the copy has in front of the article's first."""

    def start(self, at: int) -> int:
        """The place in the article of what begins at `at` in the copy."""

    def end(self, at: int) -> int:
        """The place in the article of what ends at `at` in the copy."""


def mention_in(mention: Mention, places: Places) -> Mention:
    """The mention in its place in the article, with the words that stand there."""
    start, end = places.start(mention.start), places.end(mention.end)
    return Mention(mention.type, start, end, places.text[start:end], mention.value)


def scene_in(scene: Scene, places: Places) -> Scene:
    """The sentence and its mentions in their places in the article."""
    sentence = scene.sentence
    start, end = places.start(sentence.start), places.end(sentence.end)
    text = places.text[start:end]
    moved = msgspec.structs.replace(
        sentence, index=sentence.index - places.lines, start=start, end=end, text=text,
        folded=sentence.folded if text == sentence.text else fold(text),
        paragraph=max(0, sentence.paragraph - (places.lines > 0)),  # they are one paragraph
    )  # fmt: skip
    return Scene(moved, tuple(mention_in(mention, places) for mention in scene.mentions))


def speech_in(speech: Speech, places: Places) -> Speech:
    """The utterance in its place in the article; its speaker's name has none where it stands in front of the article alone."""
    named = speech.speaker_span
    span = Span(places.start(named.start), places.end(named.end)) if named is not None else None
    return msgspec.structs.replace(
        speech, start=places.start(speech.start), end=places.end(speech.end), sentence=speech.sentence - places.lines,
        speaker_span=span,
    )  # fmt: skip


def figure_in(figure: Figure, places: Places) -> Figure:
    """The figure in its place in the article."""
    same = figure.equivalent
    return msgspec.structs.replace(
        figure, mention=mention_in(figure.mention, places), sentence=figure.sentence - places.lines,
        equivalent=mention_in(same, places) if same is not None else None,
    )  # fmt: skip
