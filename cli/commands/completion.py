"""`jijitsu completion`: what TAB offers, and the manual page."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from jijitsu.cli import console
from jijitsu.schemas.errors import JijitsuError

EXAMPLE = "jijitsu completion zsh"
MORE = ("Example: jijitsu completion bash --show",)


def run(
    context: typer.Context,
    shell: Annotated[
        Literal["bash", "zsh", "fish"] | None,
        typer.Argument(help="bash, zsh or fish; else the one that SHELL names.", metavar="SHELL"),
    ] = None,
    show: Annotated[bool, typer.Option("--show", help="Print the script, and install nothing.")] = False,
) -> None:
    """Install completion for a shell, and the manual page jijitsu(1), in your home.

    bash and zsh get one line at the end of ~/.bashrc or ~/.zshrc. It holds from the next shell on.
    """
    from jijitsu import __version__
    from jijitsu.cli import shells
    from jijitsu.cli.manpage import roff
    from jijitsu.cli.topics import topics

    chosen = shell or shells.own_shell(os.environ)
    if show:
        console.write(shells.script(chosen).encode())
        console.end()
    program: Any = context.find_root().command
    page = roff(program, __version__, program.commands, topics())
    try:
        home = Path.home()
    except RuntimeError:
        raise JijitsuError("you have no home to install it in", hint="Set HOME, or take --show") from None
    manual = shells.install_page(page, home, os.environ)
    for path in (*shells.install(chosen, home, os.environ), manual):
        console.write(f"{path}\n".encode())
    read = "man jijitsu" if shells.found_by_man(manual) else f"man {shlex.quote(str(manual))}"
    console.say(f"Completion holds in the next {chosen} that is started; `{read}` shows the manual page.")
    console.end()
