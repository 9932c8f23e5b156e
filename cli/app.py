"""The commands, in the order in which a user meets them. Each is a module of `commands/` with `run` and `EXAMPLE`
(`MORE` are more of them).

The modules import nothing heavy at their top: `jijitsu --help` must be fast.
"""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module
from typing import Annotated, Any

import typer

from jijitsu import __version__
from jijitsu.cli import console
from jijitsu.schemas.errors import JijitsuError

_Show = Callable[..., None]
COMMANDS = (
    "extract", "lint", "rule", "show", "mentions", "validate", "export", "report", "stats", "quotes", "timeline", "schema",
    "eval", "annotate",
    "diff", "cache",
    "init", "lsp", "completion", "help",
)  # fmt: skip

_OF_ALL = frozenset({"help", "completion"})
"""These tell of all the others."""


def _version(asked: bool) -> None:
    if asked:
        console.write(f"jijitsu {__version__}\n".encode())
        console.end()


def _top(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and end.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Read Japanese news and turn what it says into structured, checkable claims."""


@cache
def app(names: Sequence[str] = COMMANDS) -> typer.Typer:
    """The program with these of its commands."""
    made = typer.Typer(
        name="jijitsu",
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        epilog="Example: jijitsu extract articles/ -o claims.ndjson",
    )
    for name in names:
        module = import_module(f"jijitsu.cli.commands.{name}")
        more = "".join(f"\n\n{example}" for example in getattr(module, "MORE", ()))
        made.command(name, epilog=f"Example: {module.EXAMPLE}{more}")(module.run)
    made.callback()(_top)
    return made


def _needed() -> Sequence[str]:
    """The one command that is called; the others need not be loaded, which halves the start. All where none is named."""
    first = sys.argv[1] if len(sys.argv) > 1 else ""
    alone = first in COMMANDS and first not in _OF_ALL and "_JIJITSU_COMPLETE" not in os.environ
    return (first,) if alone else COMMANDS


def main() -> None:
    """Run the command line. Errors come out as one line; JIJITSU_DEBUG=1 shows where they were raised."""
    if not _colour_wanted():
        # Under GITHUB_ACTIONS=true Typer colours its help even into a pipe.
        os.environ["_TYPER_FORCE_DISABLE_TERMINAL"] = "1"
    if "_JIJITSU_COMPLETE" in os.environ:
        from typer.completion import completion_init  # type: ignore[attr-defined]

        completion_init()
    warnings.showwarning = _warned(warnings.showwarning)
    try:
        app(_needed())(prog_name="jijitsu")
    except SystemExit as ended:
        if isinstance(ended.__context__, BrokenPipeError):  # rich and Typer make 1 of `jijitsu --help | head -1`
            sys.exit(console.CLEAN)
        raise
    except JijitsuError as fault:
        if os.environ.get("JIJITSU_DEBUG"):
            raise
        console.complain(fault)
    except Exception as fault:
        if os.environ.get("JIJITSU_DEBUG"):
            raise
        console.complain(console.internal(fault))
    sys.exit(console.TROUBLE)


def _warned(others: _Show) -> _Show:
    """A function that tells of a plug-in in one line, and leaves all other warnings to `others`."""

    def show(message: Warning | str, category: type[Warning], *rest: Any, **more: Any) -> None:
        if category.__name__ == "PluginWarning":  # by its name: what it is of is not loaded for every command
            console.warn(str(message))
        else:
            others(message, category, *rest, **more)

    return show


def _colour_wanted() -> bool:
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout is not None and sys.stdout.isatty())
