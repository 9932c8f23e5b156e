"""Stretches that moves of market value go on with: 年初から170兆円膨らんだ。増加額の首位はA社で24兆円。

`carry_span` takes the figures of a sentence and the stretch in force before it, and returns them with that stretch where a
move of market value has no time of its own, and the stretch in force behind. It ends with the paragraph, and where a
sentence names a day or speaks of one (1日で, 前日).
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from jijitsu.extract.linking.figure import Figure
from jijitsu.extract.linking.time.pins import Pin
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene
from jijitsu.schemas.claim import Time

_OF_A_DAY = regex(r"[1一]日[でに]|前日|前営業日|前週末|この日|同日|終値|続落|続伸|反発|反落")


# What a sentence goes on with: the next of a list, the same of another. ニデックは1兆円減り says nothing of when.
_GOES_ON = regex(r"(?:増加|減少)額|首位|[0-9]位|次い|続[きいく]|\A[^、。]{1,24}も")


class Span(msgspec.Struct, frozen=True):
    """A stretch and the paragraph that it was said in."""

    time: Time
    paragraph: int


def carry_span(
    figures: Sequence[Figure], scene: Scene, span: Span | None, pins: Sequence[Pin]
) -> tuple[tuple[Figure, ...], Span | None]:
    """Return the figures of `scene`, each move of market value with the stretch that it goes on with, and the new stretch."""
    if not any(_moves(f) for f in figures):
        return tuple(figures), span
    if span is not None and span.paragraph != scene.sentence.paragraph:
        span = None
    if any(pin.grain == "day" for pin in pins) or _OF_A_DAY.search(scene.sentence.folded):
        span = None
    goes_on = _GOES_ON.search(scene.sentence.folded) is not None
    found: list[Figure] = []
    for figure in figures:
        time = figure.time
        if _moves(figure) and time is not None and time.start != time.end:
            span = Span(time, scene.sentence.paragraph)
        elif _moves(figure) and span is not None and goes_on:
            figure = msgspec.structs.replace(
                figure, time=Time(span.time.text, span.time.start, span.time.end, "context")
            )
        found.append(figure)
    return tuple(found), span


def _moves(figure: Figure) -> bool:
    return figure.family == "cap" and figure.change
