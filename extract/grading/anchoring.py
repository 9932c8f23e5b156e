"""A stretch of an article by which a gold line names its place: it stands once, and holds the evidence once."""

from __future__ import annotations

_AROUND = 8
"""So many characters on either side are wanted, where the line has them."""
_WIDEST = 120
"""So many characters may stand around the evidence before it is given up."""
_LONG = 60
"""Of longer evidence the beginning is enough."""


def context_of(text: str, start: int, end: int) -> str | None:
    """Return the context of `text[start:end]`, or None where nothing near tells it from the other places."""
    value = text[start:end]
    if len(value) > _LONG:
        # 「これは…: the bracket and the first words; the whole stands there and only there.
        for length in range(24, len(value) + 1, 12):
            for lead in (1, 0):
                context = text[max(0, start - lead) : start + min(length, len(value))]
                if text.count(context) == 1 and "\n" not in context:
                    return context
    line = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    first = text[max(line, start - _AROUND) : min(line_end, end + _AROUND)]
    if _tells(text, first, value):
        return first
    if text.count(text[max(0, start - _WIDEST) : end + _WIDEST]) != 1:
        return None  # what stands within it stands as often
    for width in range(_WIDEST):
        for left in range(width, -1, -1):
            context = text[max(0, start - left) : end + width - left]
            if _tells(text, context, value):
                return context
    return None


def _tells(text: str, context: str, value: str) -> bool:
    return context.count(value) == 1 and text.count(context) == 1
