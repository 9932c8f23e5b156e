"""What colour stands for: kinds of claims and differences, on a terminal."""

from __future__ import annotations

_STYLES = {
    "price_move": "bold magenta", "price_level": "magenta", "market_cap_move": "bold blue", "market_cap_level": "blue",
    "delivery": "bold cyan", "financial": "bold green", "quote": "italic yellow", "quantity": "cyan",
}  # fmt: skip


def of_kind(kind: str) -> str:
    """Return the style of a kind of claim."""
    return _STYLES.get(kind, "bold")
