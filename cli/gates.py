"""Gates: figures that must be reached, as `0.9` (of all kinds) or `quote=0.9`; below one of them the command ends with 1."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import typer

from jijitsu.cli.console import did_you_mean

Gate = tuple[str, float]
"""Name of a row or a slot, and the least share."""


def gates(written: Sequence[str] | None, option: str, known: Iterable[str], *, whole: str | None) -> tuple[Gate, ...]:
    """Return what an option asks for. `whole`: what a share without a name is of. Raises a usage error."""
    return tuple(_gate(one, option, tuple(known), whole) for one in written or ())


def below(asked: Iterable[Gate], figures: Mapping[str, float], what: str) -> Iterator[str]:
    """Yield, in words, the figures that are below their gate; a name without any figure is."""
    for name, least in asked:
        figure = figures.get(name)
        if figure is None:
            yield f"{what} {name}: there is nothing to measure (at least {least:g} is asked for)"
        elif figure < least:
            yield f"{what} {name}: {figure:.4f} is below {least:g}"


def _gate(written: str, option: str, known: tuple[str, ...], whole: str | None) -> Gate:
    name, equals, share = written.rpartition("=")
    name = name.strip() if equals else whole or ""
    if not name:
        raise typer.BadParameter(f"{written!r} names nothing. Write it as time=0.9.", param_hint=f"'{option}'")
    if name not in known and not name.startswith("x-"):
        raise typer.BadParameter(f"{name!r} is not measured. {did_you_mean(name, known)}", param_hint=f"'{option}'")
    try:
        least = float(share)
    except ValueError:
        least = -1.0
    if not 0 <= least <= 1:
        raise typer.BadParameter(f"{share!r} is no share. Write 0 to 1, as 0.9.", param_hint=f"'{option}'")
    return name, least
