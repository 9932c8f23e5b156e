"""The agreed shapes of the parts: a recogniser of mentions, a kind of claim."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from jijitsu.extract.story import Setting
from jijitsu.schemas.mention import Mention
from jijitsu.schemas.sentence import Sentence

if TYPE_CHECKING:
    from jijitsu.extract.draft import Draft
    from jijitsu.extract.linking import Linked


class Recogniser(msgspec.Struct, frozen=True):
    """Sees one sort of mention. The examples run as tests.

    `takes`: sentence -> what must be seen in it, in order, as "text = reading" separated by " | "
    (`{"前年比８．５％減。": "８．５％ = 8.5"}`); the part after "=" may be left out.
    `leaves`: sentences in which nothing may be seen; or sentence -> the reason why, where a trap lies.
    """

    find: Callable[[Sentence, Setting], Iterable[Mention]]
    about: str
    takes: Mapping[str, str]
    leaves: Sequence[str] | Mapping[str, str]


class Kind(msgspec.Struct, frozen=True):
    """Makes claims of one kind. The examples run as tests through the whole line.

    `takes`: article text -> the claims of this kind that must come out, in order, written "subject: text" and more slots
    where they matter ("Tesla: 5%以上 down"), separated by " | ".
    `leaves`: texts in which no claim of this kind may be seen.
    """

    name: str
    read: Callable[[Linked], Iterable[Draft]]
    about: str
    takes: Mapping[str, str]
    leaves: Sequence[str] | Mapping[str, str]
