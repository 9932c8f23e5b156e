"""The agreed shape of a format that claims are exported to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from pathlib import Path

import msgspec

from jijitsu.schemas.claim import Claim

Cell = str | int | Decimal | None


class Export(msgspec.Struct, frozen=True):
    """A format. `write` puts all claims into a new file; `bom` asks for a byte order mark, if `takes_bom`."""

    name: str
    about: str
    suffixes: tuple[str, ...]
    write: Callable[[Iterable[Claim], Path, bool], None]
    takes_bom: bool = False


_PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("", ("id", "kind", "measure")),
    ("subject", ("text", "name", "id", "type")),
    ("value", ("amount", "amount_max", "unit", "relation", "text")),
    ("equivalent", ("amount", "unit", "relation", "text")),
    ("", ("direction", "mark", "basis")),
    ("time", ("text", "start", "end", "resolved_by")),
    ("", ("modality",)),
    ("attribution", ("speaker", "speaker_text", "speaker_id", "role", "org", "medium", "cue")),
    ("quote", ("text", "type")),
    ("evidence", ("start", "end", "text", "line", "column", "prefix", "suffix")),
    ("sentence", ("start", "end")),
    ("", ("fact", "rule")),
)
COLUMNS = tuple(f"{part}_{field}" if part else field for part, fields in _PARTS for field in fields)
"""The documented order: the record's keys in the record's order, `subject.name` as `subject_name`."""


def cells(claim: Claim) -> Iterator[tuple[str, Cell]]:
    """Yield column and cell of a claim, in the order of COLUMNS; the article's own columns are left out."""
    parts = {"": claim, "sentence": claim.evidence.sentence}
    names = iter(COLUMNS)
    for part, fields in _PARTS:
        holder = parts.get(part) or getattr(claim, part)
        for field in fields:
            yield next(names), _cell(getattr(holder, field, None))


def _cell(value: object) -> Cell:
    """Days as text; the rest as it is."""
    return value if value is None or isinstance(value, (str, int, Decimal)) else str(value)
