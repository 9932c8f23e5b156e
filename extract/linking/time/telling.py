"""The day on which a sentence's news was told: 電力会社は15日、変電所で14日に火災があり、1200戸が停電したと発表した."""

from __future__ import annotations

from jijitsu.extract.linking.time.pins import Pin
from jijitsu.extract.regex import regex

_TELLS = regex(
    r"(?:と|こと(?:を|も)|旨を)[^、。「」]{0,14}?(?:発表|公表|明らかに|表明|説明|報告|述べ|語っ|話し|認め|開示|明かし)(?:し)?(?:た|て(?:いる|おり|いた))。?$"
)
_THEN_TOLD = regex(r"(?:早朝|朝|昼|夕方?|夜|未明|午前|午後)?(?:\([^()]{1,24}\))?(?:に|付で)?、")


def day_told(pins: tuple[Pin, ...], folded: str, offset: int) -> Pin | None:
    """The day that belongs to the sentence's own verb of telling, where somebody tells something on a day."""
    if not pins or _TELLS.search(folded, max(0, len(folded) - 40)) is None:
        return None
    first = pins[0]
    ahead = folded[max(0, first.start - offset - 1) : first.start - offset]
    if first.grain != "day" or ahead not in {"は", "が"}:
        return None
    return first if _THEN_TOLD.match(folded, first.end - offset) else None
