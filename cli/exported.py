"""Claims on their way into a file of another format: which one, and how it gets there."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jijitsu.cli import claimfile, completing, console
from jijitsu.schemas.errors import JijitsuError

if TYPE_CHECKING:
    from jijitsu.cli.exporting import Export, Settings
    from jijitsu.schemas.claim import Claim

NAMES = "ndjson, csv, tsv, parquet, sqlite, jsonld, spacy or markdown"
"""The formats, as --help tells them without loading any; a test holds them equal to the modules of exports/."""

To = Annotated[str | None, typer.Option("--to", help=f"{NAMES}, or a plug-in's, where the name does not say it.", metavar="FORMAT",
                                                autocompletion=completing.exports)]  # fmt: skip
Bom = Annotated[bool, typer.Option("--bom", help="Begin a CSV or TSV with a byte order mark, as Excel wants it.")]


def chosen(output: Path | None, to: str | None, other: str | None = None) -> Export:
    """Return the format that is asked for, by name or by the ending of the file.

    `other` is the format of a file with another ending. Raises a usage error.
    """
    piped = output is None or str(output) == "-"
    if to is None and (piped or (output is not None and output.suffix.lower() == ".ndjson")):
        from jijitsu.cli.exporting import lines

        return lines()
    from jijitsu.cli.exporting import exports

    every = exports()
    export = _named(every, to) if to is not None else _ending(every, None if piped else output, other)
    if piped and export.chunks is None:
        raise typer.BadParameter(f"{export.name} goes to a file: name one.", param_hint="'--output'")
    return export


def settings(folder: Path, encoding: str | None = None, *, bom: bool) -> Settings:
    """Return how to write; articles are looked for from the working directory, then from `folder`."""
    from jijitsu.cli.exporting import Settings

    return Settings(claimfile.articles(folder, encoding), bom)


def put(export: Export, claims: Iterable[Claim], output: Path | None, settings: Settings) -> None:
    """Write claims: to standard output (None or `-`), or to a file that is moved into place when it is whole.

    Raises JijitsuError, and then the file is as it was before. A usage error where `bom` does not fit the format.
    """
    if settings.bom and not export.takes_bom:
        raise typer.BadParameter(f"{export.name} has no byte order mark; leave it out.", param_hint="'--bom'")
    try:
        _put(export, claims, output, settings)
    except OverflowError:
        raise JijitsuError("a number of these claims is too large for this format", where=str(output)) from None
    except (JijitsuError, typer.Exit, typer.Abort):
        raise
    except Exception as fault:
        raise _blamed(export, fault) from fault


def _put(export: Export, claims: Iterable[Claim], output: Path | None, settings: Settings) -> None:
    if export.chunks is not None:
        with console.output(output) as write:
            for chunk in export.chunks(claims, settings):
                write(chunk)
        return
    assert export.write is not None and output is not None
    if export.grows and output.is_file():
        _write(export, claims, output, output, settings)
        return
    with console.beside(output) as part:
        _write(export, claims, part, output, settings)


def _blamed(export: Export, fault: Exception) -> Exception:
    """The error as it is, or where a plug-in's format is at fault, one that names it."""
    from jijitsu.cli.exporting import brought
    from jijitsu.extract.plugins import broke

    plugin = next((plugin for plugin in brought() if plugin.part is export), None)
    if plugin is None or os.environ.get("JIJITSU_DEBUG"):
        return fault
    return JijitsuError(f"{plugin.label} {broke(fault, None, 'nothing is written')}")


def _write(export: Export, claims: Iterable[Claim], path: Path, output: Path, settings: Settings) -> None:
    assert export.write is not None
    try:
        export.write(claims, path, settings)
    except OSError as fault:
        raise console.unwritable(output, fault) from None
    except JijitsuError as fault:
        raise JijitsuError(fault.what, where=fault.where or str(output), hint=fault.hint) from None


def _named(exports: Iterable[Export], name: str) -> Export:
    found = {export.name: export for export in exports}
    if name not in found:
        hint = console.did_you_mean(name, found)
        raise typer.BadParameter(f"{name!r} is no format. {hint}", param_hint="'--to'")
    return found[name]


def _ending(exports: Sequence[Export], output: Path | None, other: str | None) -> Export:
    found = {suffix: export for export in exports for suffix in export.suffixes}
    if output is None:
        return found[".ndjson"]
    if output.suffix.lower() not in found:
        if other is not None:
            return _named(exports, other)
        names = ", ".join(found)
        raise typer.BadParameter(f"{str(output)!r} does not say which format. End it in {names}, or say --to.")
    return found[output.suffix.lower()]
