"""A title that stands beside the text, read in front of it: a row's column or a sidecar names whom the text goes on about.

`entitled` takes an article and returns it with its title as the first line, or as it is where the text has the headline
itself, where the title's brackets do not close, and where it is a web page's (with the site's name in it). `untitled` takes
what was linked in such an article and gives it back in the places of the article as it was read: nothing that stands in
the title alone is told, since no place in the text shows it.
"""

from __future__ import annotations

from itertools import islice

import msgspec

from jijitsu.extract.copies.moving import figure_in, scene_in, speech_in
from jijitsu.extract.fold import fold
from jijitsu.extract.linking import Linked
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Speech, Story
from jijitsu.schemas.article import Article

_LEAST, _MOST = 6, 120
"""A shorter title names a column, a longer one is a text."""
_FIRST_LINES = 5
_LINE = regex(r"[^\r\n]+")
_BLANK = regex(r"\s+")
_PAIRS = tuple(zip("「『([“【〈《", "」』)]”】〉》", strict=True))
_PAGES = (".html", ".htm", ".xhtml")


def entitled(article: Article) -> Article:
    """The article with its title in front, where the text does not begin with it; else the same object."""
    title = _BLANK.sub(" ", article.title or "").strip()
    if not _LEAST <= len(title) <= _MOST or (article.member or article.path or "").lower().endswith(_PAGES):
        return article
    text, start = article.text, article.body_start
    if _opens_with(text, start, title) or not _closes(fold(title)):
        return article
    lead = len(title) + 1
    return msgspec.structs.replace(
        article, text=f"{text[:start]}{title}\n{text[start:]}",
        asides=tuple((first + lead, last + lead) for first, last in article.asides),
    )  # fmt: skip


def _opens_with(text: str, start: int, title: str) -> bool:
    """True if one of the first lines is the title, or a good part of it."""
    said = _BLANK.sub("", fold(title))
    for match in islice(_LINE.finditer(text, start, start + 2000), _FIRST_LINES):
        line = _BLANK.sub("", fold(match.group()))
        if said in line[: len(said) + 8] or (len(line) >= _LEAST and line in said):
            return True
    return False


def _closes(title: str) -> bool:
    """True if no bracket of the title stays open: it would run on into the text."""
    return all(title.count(opening) == title.count(closing) for opening, closing in _PAIRS)


class _Below(msgspec.Struct, frozen=True):
    """The places of an article whose copy has a title in front: `lead` code points and `lines` sentences of it."""

    text: str
    lead: int
    lines: int

    def start(self, at: int) -> int:
        """What begins at `at` below the title begins so much earlier in the article."""
        return at - self.lead

    def end(self, at: int) -> int:
        """So does what ends there."""
        return at - self.lead


def untitled(linked: Linked, article: Article) -> Linked:
    """What was linked in `entitled(article)`, in the places of `article`."""
    lead = len(linked.story.article.text) - len(article.text)
    if not lead:
        return linked
    first = article.body_start + lead
    scenes = [scene for scene in linked.story.scenes if scene.sentence.start >= first]
    below = _Below(article.text, lead, len(linked.story.scenes) - len(scenes))
    return Linked(
        Story(article, tuple(scene_in(scene, below) for scene in scenes), linked.story.setting),
        tuple(_speech(speech, first, below) for speech in linked.speeches if speech.start >= first),
        tuple(figure_in(figure, below) for figure in linked.figures if figure.mention.start >= first),
    )


def _speech(speech: Speech, first: int, below: _Below) -> Speech:
    """The utterance below the title; who is named in the title alone has no place."""
    named = speech.speaker_span
    if named is not None and named.start < first:
        speech = msgspec.structs.replace(speech, speaker_span=None)
    return speech_in(speech, below)
