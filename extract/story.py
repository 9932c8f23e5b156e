"""The article on its way down the line: sentences with what was seen in them, then what was linked."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

import msgspec

from jijitsu.extract.ownwords import OwnWords, own_words
from jijitsu.extract.words.lands import Coin
from jijitsu.schemas.article import Article
from jijitsu.schemas.claim import Attribution, Modality, Time
from jijitsu.schemas.mention import Mention
from jijitsu.schemas.sentence import Sentence
from jijitsu.schemas.span import Span

if TYPE_CHECKING:
    from jijitsu.extract.linking.entity.names import Names


class Setting(msgspec.Struct, frozen=True):
    """What a recogniser may know besides the sentence: the publication date, the registry of names, the user's measures."""

    published: date | None
    names: Names
    own: OwnWords = msgspec.field(default_factory=own_words)
    coins: tuple[Coin, ...] = ()
    """Words for money that mean another land's in this article."""


class Scene(msgspec.Struct, frozen=True):
    """A sentence and its mentions in order of their start (overlaps already settled: longest, then earliest)."""

    sentence: Sentence
    mentions: tuple[Mention, ...]

    def of(self, *types: str) -> tuple[Mention, ...]:
        """The mentions of these types."""
        return tuple([mention for mention in self.mentions if mention.type in types])  # a list is filled faster


class Story(msgspec.Struct, frozen=True):
    """An article, all its scenes in order (furniture has scenes without claims), and the setting they were read in."""

    article: Article
    scenes: tuple[Scene, ...]
    setting: Setting


class Speech(msgspec.Struct, frozen=True, kw_only=True):
    """An utterance with its speaker. `start` and `end` cover the utterance without brackets (code points)."""

    start: int
    end: int
    sentence: int
    type: Literal["direct", "indirect"]
    attribution: Attribution
    modality: Modality = "asserted"
    time: Time | None = None
    speaker_span: Span | None = None
    """Where the speaker is named nearest, if in the article's text."""

    @property
    def span(self) -> Span:
        """The utterance's place in the article."""
        return Span(self.start, self.end)
