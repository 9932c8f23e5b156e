"""Passages: a sentence with its figures, as far as claims tell it, so that a check can read what stands between two figures.

With the article at hand the sentence is whole; from a claim file alone it is put together from the evidence and the
words around it (32 characters on either side), and what nobody knows is U+0000. Widths are folded, offsets stay.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, cached_property, lru_cache

import msgspec

from jijitsu.extract.checking import Desk, Dossier, Place
from jijitsu.extract.fold import fold
from jijitsu.extract.regex import regex
from jijitsu.extract.sentences import sentences
from jijitsu.schemas.claim import Claim
from jijitsu.schemas.sentence import Role

_LONGEST = 2000
"""A longer sentence is a table or noise."""
_HEADLINES = 3
"""The lines among which the title stands."""
_BULLET = regex(r"\s*[・•●○■◆▼▽★☆※*]")


class Passage(msgspec.Struct, frozen=True, dict=True):
    """A sentence from `start` to `end` of the article of `path`, with its numeric claims in order, one for each span.

    Of most sentences no check reads the words, so that they are put together when the first one does.
    """

    path: str
    start: int
    end: int
    claims: tuple[Claim, ...]
    words: str | None
    """The sentence as it stands; None where only claims are known."""
    known_by: tuple[Claim, ...] = ()
    """All claims of the sentence, where it is put together from them."""

    @cached_property
    def text(self) -> str:
        """The sentence with widths folded."""
        return fold(_pieced(self.start, self.end, self.known_by) if self.words is None else self.words)

    def may_hold(self, word: str) -> bool:
        """False if the sentence surely lacks a word whose signs have one width; asked before its text is put together."""
        if self.words is not None:
            return word in self.words
        near = (claim.evidence for claim in self.known_by)
        return any(word in one.prefix + one.text + one.suffix for one in near)

    def before(self, claim: Claim, length: int = 32) -> str:
        """What stands before a claim, within the sentence."""
        evidence = claim.evidence
        at, prefix = evidence.start - self.start, evidence.prefix
        length = min(length, at)
        if self.words is None and length <= len(prefix):  # no need to put the sentence together
            first = max(0, len(prefix) - length - 1)  # a sign more on either side, for what folding looks at
            return fold(prefix[first:] + evidence.text[:1])[len(prefix) - length - first :][:length]
        return self.text[at - length : at]

    def after(self, claim: Claim, length: int = 32) -> str:
        """What stands behind a claim, within the sentence."""
        evidence = claim.evidence
        length = min(length, self.end - evidence.end)
        if self.words is None and length <= len(evidence.suffix):
            last = evidence.text[-1:]
            return fold(last + evidence.suffix[: length + 1])[len(last) :][:length]
        at = evidence.end - self.start
        return self.text[at : at + length]

    def between(self, one: Claim, other: Claim) -> str:
        """What stands between two claims, the earlier first; empty if they touch."""
        end, start = one.evidence.end, other.evidence.start
        return self.after(one, start - end) if start > end else ""


@lru_cache(maxsize=1)
def passages_of(desk: Desk) -> tuple[tuple[Dossier, Sequence[Passage]], ...]:
    """Return each article of a desk with its passages; the last desk's are kept, since every check asks for them."""
    return tuple((dossier, passages(dossier)) for dossier in desk.dossiers)


@lru_cache(maxsize=1)
def roles_of(desk: Desk) -> Callable[[int], Mapping[int, Role]]:
    """Return a function that tells the roles of the sentences of the article of a number; the last desk's are kept."""
    return cache(lambda number: roles(desk.dossiers[number]))


def passages(dossier: Dossier) -> list[Passage]:
    """Return the sentences of an article that hold figures, in order."""
    groups: dict[int, list[Claim]] = {}
    for claim in dossier.claims:
        if claim.value is not None and claim.kind != "quote":
            groups.setdefault(claim.evidence.sentence.start, []).append(claim)
    return [_passage(dossier, start, groups[start]) for start in sorted(groups)]


def _passage(dossier: Dossier, start: int, claims: Sequence[Claim]) -> Passage:
    end = min(max([claim.evidence.sentence.end for claim in claims]), start + _LONGEST)
    kept: dict[int, Claim] = {}
    for claim in claims if len(claims) == 1 else sorted(claims, key=lambda one: one.evidence.start):
        if claim.evidence.end <= end:
            kept.setdefault(claim.evidence.start, claim)
    if dossier.article is None:
        return Passage(dossier.path, start, end, tuple(kept.values()), None, tuple(claims))
    return Passage(dossier.path, start, end, tuple(kept.values()), dossier.article.text[start:end])


def _pieced(start: int, end: int, claims: Iterable[Claim]) -> str:
    pieces, reach = [], start
    for claim in sorted(claims, key=lambda one: one.evidence.start - len(one.evidence.prefix)):
        evidence = claim.evidence
        text = evidence.prefix + evidence.text + evidence.suffix
        at = evidence.start - len(evidence.prefix)
        if at + len(text) > reach:
            pieces.append("\0" * (at - reach))
            pieces.append(text[max(0, reach - at) : end - at])
            reach = at + len(text)
    return "".join(pieces)[: end - start].ljust(end - start, "\0")


def place(claim: Claim, path: str, note: tuple[str, str] = ("", "")) -> Place:
    """The place of a claim's evidence."""
    return Place(path, claim.evidence.start, claim.evidence.end, note)


def roles(dossier: Dossier) -> dict[int, Role]:
    """Return the role of each sentence by its start: headline, bullet, body. A line among bullets is one of them.

    From a claim file alone: what the article's title holds is the headline, what begins with a dot is a bullet.
    """
    if dossier.article is None:
        return _guessed(dossier)
    story = dossier.story
    found = list(sentences(dossier.article)) if story is None else [scene.sentence for scene in story.scenes]
    told: dict[int, Role] = {}
    for at, sentence in enumerate(found):
        among = (
            0 < at < len(found) - 1
            and found[at - 1].role == found[at + 1].role == "bullet"
            and found[at - 1].paragraph != sentence.paragraph != found[at + 1].paragraph
        )
        told[sentence.start] = "bullet" if among else sentence.role
    return told


def _guessed(dossier: Dossier) -> dict[int, Role]:
    told: dict[int, Role] = {}
    for claim in dossier.claims:
        evidence = claim.evidence
        role: Role = "body"
        start = evidence.sentence.start
        reach = evidence.start - start
        if claim.quote is not None or start in told:
            continue
        title = claim.article.title if evidence.line <= _HEADLINES else None
        if title and evidence.text in title and fold(evidence.prefix[-min(reach, 6) :] if reach else "") in fold(title):
            role = "headline"
        elif reach <= len(evidence.prefix) and reach and _BULLET.match(evidence.prefix[-reach:]):
            role = "bullet"
        told[start] = role
    return told
