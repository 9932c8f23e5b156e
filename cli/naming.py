"""Names as a user types them: a part of a name, in any case and width; of an identifier the whole, or the ticker."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    from jijitsu.schemas.claim import Attribution, Subject


def folded(text: str) -> str:
    """Return text with case and width folded."""
    return normalize("NFKC", text).casefold()


def is_subject(subject: Subject | None, typed: str) -> bool:
    """True if the typed name (folded) is this subject: `nvda`, `xnas:nvda`, `nvidia`."""
    if subject is None:
        return False
    code = folded(subject.id or "")
    return typed in (code, code.rpartition(":")[2]) or _within(typed, (subject.name, subject.text))


def is_speaker(said: Attribution | None, typed: str) -> bool:
    """True if the typed name (folded) is this speaker, or stands in it."""
    return said is not None and _within(typed, (said.speaker, said.speaker_text))


def _within(typed: str, names: Iterable[str | None]) -> bool:
    return any(typed in folded(name) for name in names if name)
