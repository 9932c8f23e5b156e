"""What a run of the linter is asked for, by its options and by the environment."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
import typer

from jijitsu.cli import console
from jijitsu.cli.formatting import formats
from jijitsu.cli.options import ParseMode
from jijitsu.extract import linting
from jijitsu.extract.reading import Reading
from jijitsu.schemas.config import Config


class Wishes(msgspec.Struct, frozen=True, kw_only=True):
    """What the command line asks for. `given` holds the options that settings know too."""

    given: Config
    reading: Reading
    parse: ParseMode
    config: bool
    output: Path | None = None
    statistics: bool = False
    colour: console.Colour = "auto"
    exit_zero: bool = False
    write_baseline: bool = False
    prune_baseline: bool = False
    scheduler: str | None = None
    workers: int | None = None


def codes(given: Iterable[str] | None, option: str) -> tuple[str, ...]:
    """Codes or their beginnings, given one by one or with commas. Raises a usage error for one that no rule has."""
    found = tuple(code.strip().upper() for part in given or () for code in part.split(",") if code.strip())
    known = [check.code for check in linting.checks()]
    for code in found:
        if not any(one.startswith(code) for one in known):
            hint = console.did_you_mean(code, known)
            raise typer.BadParameter(f"no rule begins with {code!r}. {hint}", param_hint=f"'{option}'")
    return found


def form(name: str | None) -> str | None:
    """The name of a format. Raises a usage error."""
    known = [one.name for one in formats()]
    if name is not None and name not in known:
        hint = console.did_you_mean(name, known)
        raise typer.BadParameter(f"{name!r} is no format. {hint}", param_hint="'--format'")
    return name


def fx(given: Sequence[str] | None) -> tuple[str, ...]:
    """Rates as written. Raises a usage error."""
    from jijitsu.extract.reading.reference import rates

    try:
        rates(given or ())
    except ValueError as fault:
        raise typer.BadParameter(f"{fault}.", param_hint="'--fx'") from None
    return tuple(given or ())


def locale() -> linting.Language:
    """The language of messages that the environment asks for."""
    said = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "ja" if said.startswith("ja") else "en"
