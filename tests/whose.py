"""Whose the figures of a text are, as tests of subjects ask it."""

from __future__ import annotations

from jijitsu.extract import extract_text


def owners_in(text: str) -> dict[str, str | None]:
    """The subject's name by the figure as written."""
    return {c.value.text: c.subject.name if c.subject else None for c in extract_text(text) if c.value is not None}


def owners_of(text: str, figures: dict[str, str]) -> dict[str, str | None]:
    """The subject's name of each of these figures; None for one that is not read."""
    owners = owners_in(text)
    return {figure: owners.get(figure) for figure in figures}
