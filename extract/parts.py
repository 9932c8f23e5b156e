"""The agreed shapes of the parts: a recogniser of mentions, a kind of claim."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from jijitsu.extract.gates import Gate
from jijitsu.extract.story import Setting
from jijitsu.schemas.mention import Mention
from jijitsu.schemas.sentence import Sentence

if TYPE_CHECKING:
    from jijitsu.extract.draft import Draft
    from jijitsu.extract.linking import Linked


class Recogniser(msgspec.Struct, frozen=True):
    """Sees one sort of mention. The examples run as tests, behind another sentence, published on Wednesday 2026-01-14.

    `takes`: sentence -> what must be seen in it, in order and nothing else, as "text = reading" separated by " | "
    (`{"前年比８．５％減。": "８．５％ = 8.5"}`); the part after "=" may be left out. The reading is one or more words,
    each of which is said by the mention: its type, amount, `amount~amount_max`, unit, relation, timex, first day, last
    day, `first/last`, name, id, role, org, bracket or meaning (`約5億ドル = 500000000 USD approx`).
    `leaves`: sentences in which nothing may be seen; or sentence -> the reason why, where a trap lies.
    `everywhere`: it looks at furniture too, where sources tell who the people in the text are.
    `needs`: False for the signs of a sentence in which `find` can see nothing (gates.py tells it from the patterns).
    """

    find: Callable[[Sentence, Setting], Iterable[Mention]]
    about: str
    takes: Mapping[str, str]
    leaves: Sequence[str] | Mapping[str, str]
    needs: Gate | None = None
    everywhere: bool = False


class Kind(msgspec.Struct, frozen=True):
    """Makes claims of one kind. The examples run as tests through the whole line, dated as those of a recogniser.

    `takes`: article text -> the claims of this kind that must come out, in order and no others, separated by " | ",
    each written "subject: text" and more words where they matter ("Tesla: 5%以上 down"). The subject (of a quote: the
    speaker) is any of text, name and id, and may be left out with its colon; `…` shortens a long text. The words are
    slots in any order: measure, direction, relation, unit, amount, `amount~amount_max`, mark, basis, modality, first
    day, last day, `first/last`, direct, indirect, type or id of the subject, amount and unit of the equivalent,
    anything of the attribution.
    `leaves`: texts in which no claim of this kind may be seen; or text -> the reason why.
    """

    name: str
    read: Callable[[Linked], Iterable[Draft]]
    about: str
    takes: Mapping[str, str]
    leaves: Sequence[str] | Mapping[str, str]
