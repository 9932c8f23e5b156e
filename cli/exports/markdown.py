"""Markdown: a table for a pull request or an issue, with the number of claims of each kind below.

Such a comment holds 65,536 characters, so rows end before that and the last line says how many claims are left out.
What articles say is shown as text: no link, no mention, no HTML comes out of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from jijitsu.cli.exporting import Export, Settings
from jijitsu.cli.telling import amount, counted, days, escaped, one_line, place, speaker
from jijitsu.schemas.claim import Claim

_ROOM = 60_000
"""Characters that rows may take."""
_LONGEST = 120
_HEADS = ("place", "kind", "whose", "says", "read as", "when", "how sure")


def chunks(claims: Iterable[Claim], settings: Settings) -> Iterator[bytes]:
    """Yield the table row by row."""
    del settings
    kinds: Counter[str] = Counter()
    room, left_out = _ROOM, 0
    yield _row(_HEADS) + _row("---" for _ in _HEADS)
    for claim in claims:
        kinds[claim.kind] += 1
        line = _row(escaped(cell) for cell in _cells(claim))
        room -= len(line.decode())
        if room < 0:
            left_out += 1
        else:
            yield line
    more = f" {left_out:,} of them did not fit into the table." if left_out else ""
    each = ", ".join(f"{number:,} {escaped(kind)}" for kind, number in sorted(kinds.items()))
    yield f"\n{counted(kinds.total())}{': ' if each else ''}{each}.{more}\n".encode()


def _cells(claim: Claim) -> Iterator[str]:
    yield place(claim)
    yield f"{claim.kind} {claim.measure or ''}".rstrip()
    yield (speaker(claim) if claim.kind == "quote" else claim.subject.name if claim.subject else None) or "?"
    words = one_line(claim.evidence.text)
    yield words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
    yield " ".join(word for word in (amount(claim), claim.direction, claim.mark, claim.basis) if word)
    yield days(claim) or ""
    yield claim.modality


def _row(cells: Iterable[str]) -> bytes:
    return f"| {' | '.join(cells)} |\n".encode()


EXPORT = Export(
    name="markdown", about="a table for a pull request", suffixes=(".md", ".markdown"), chunks=chunks
)  # fmt: skip
