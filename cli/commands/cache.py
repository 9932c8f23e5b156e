"""`jijitsu cache`: what is kept of articles that were read, and how to be rid of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from jijitsu.cli import console

EXAMPLE = "jijitsu cache info"


def run(
    action: Annotated[
        Literal["info", "clear"],
        typer.Argument(help="info tells what is kept, clear removes it.", metavar="info|clear"),
    ] = "info",
) -> None:
    """Tell what extract keeps of articles that it has read, or remove it.

    It is kept in .jijitsu_cache of the project's folder (with jijitsu.yaml, or where such a folder is), else in the
    user's cache folder; JIJITSU_CACHE_DIR names another.
    """
    from jijitsu.extract import cache

    folder = cache.home(Path.cwd())
    if action == "clear":
        try:
            held = cache.clear(folder)
        except OSError as fault:
            raise console.unwritable(folder, fault) from None
        console.write(f"{held.path}: {held.entries} removed\n".encode())
    else:
        held = cache.info(folder)
        console.write(f"{held.path}: {held.entries} articles, {held.size / 1e6:.1f} MB\n".encode())
    console.end()
