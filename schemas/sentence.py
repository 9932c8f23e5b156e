"""A sentence of an article, or a line that is none (a headline, a bullet, a caption, page furniture)."""

from __future__ import annotations

from typing import Literal

import msgspec

from jijitsu.schemas.span import Span

Role = Literal["headline", "body", "bullet", "caption", "furniture"]


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """`text` is the article's text from `start` to `end`; `folded` has the same length.

    `folded` is for reading only: full-width letters, digits and signs are ASCII in it, so that one pattern serves both
    widths. Offset i of `folded` is offset `start + i` of the article.
    """

    index: int
    start: int
    end: int
    text: str
    folded: str
    role: Role = "body"
    paragraph: int = 0
    """Number of the line (or block of lines) that the sentence stands in, from 0."""

    @property
    def span(self) -> Span:
        """The sentence's place in the article."""
        return Span(self.start, self.end)
