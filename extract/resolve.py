"""When two kinds want the same span, the earlier in the declared order of kinds has it; quantity comes last.

Kinds that users add come first, by name: whoever adds one means it.
"""

from __future__ import annotations

from collections.abc import Iterable

from jijitsu.extract.draft import Draft
from jijitsu.schemas.claim import KINDS


def resolve(drafts: Iterable[Draft]) -> list[Draft]:
    """Return the drafts without those whose span and subject an earlier kind already holds. Quotes hold no value."""
    order = {kind: number for number, kind in enumerate(KINDS)}
    held: set[tuple[int, int, str | None]] = set()
    kept = []
    for draft in sorted(drafts, key=lambda draft: (order.get(draft.kind, -1), draft.kind)):
        key = (draft.start, draft.end, draft.subject.name if draft.subject else None)
        if draft.kind == "quote" or key not in held:
            kept.append(draft)
        if draft.kind != "quote":
            held.add(key)
    return kept
