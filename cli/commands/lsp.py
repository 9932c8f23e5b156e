"""`jijitsu lsp`: the language server for editors."""

from __future__ import annotations

import os
import sys
from contextlib import redirect_stdout
from typing import Annotated

import typer

from jijitsu.cli import console
from jijitsu.schemas.errors import JijitsuError

EXAMPLE = "jijitsu lsp"


def run(
    stdio: Annotated[
        bool, typer.Option("--stdio", help="Accepted: standard input and output are what it speaks over.")
    ] = True,
) -> None:
    """Serve an editor: findings while a draft is written, claims under the pointer, mends to choose from.

    An editor starts it; `jijitsu help editors` has the lines for VS Code, Neovim and Emacs. Needs jijitsu[lsp].
    """
    del stdio
    try:
        from jijitsu.cli.languageserver import server
    except ModuleNotFoundError as fault:
        if (fault.name or "").partition(".")[0] not in {"pygls", "lsprotocol"}:
            raise
        what = "the language server needs pygls, which is not installed"
        raise JijitsuError(what, hint="pip install 'jijitsu[lsp]'") from None
    if sys.stdin is not None and sys.stdin.isatty():
        console.say("An editor is waited for on standard input; `jijitsu help editors` tells how to set one up.")
    served = server()
    # What a library might print must not stand between the messages.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as out, redirect_stdout(sys.stderr):
        served.start_io(stdout=out)
    raise typer.Exit(served.code)
