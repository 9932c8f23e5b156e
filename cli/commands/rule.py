"""`jijitsu rule`: the page of a lint rule."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
import typer

from jijitsu.cli import completing, console

EXAMPLE = "jijitsu rule T302"


def run(
    code: Annotated[
        str | None,
        typer.Argument(help="A rule's code or name; none lists all.", metavar="CODE", autocompletion=completing.codes),
    ] = None,
    form: Annotated[
        Literal["markdown", "json"], typer.Option("--format", help="Markdown or JSON.", metavar="markdown|json")
    ] = "markdown",
) -> None:
    """Print the page of a lint rule: what it checks, why it matters, how to mend."""
    from jijitsu.cli import rulepages
    from jijitsu.extract.linting import checks

    known = checks()
    if code is None:
        if form == "json":
            console.write(msgspec.json.format(msgspec.json.encode([rulepages.plain(one) for one in known])) + b"\n")
        for one in known if form == "markdown" else ():
            console.write(f"{one.code}  {one.severity:7}  {one.title[1]} / {one.title[0]}\n".encode())
        console.end()
    for one in known:
        if code.upper() == one.code or code.lower().replace("_", "-") == rulepages.name_of(one):
            page = msgspec.json.format(msgspec.json.encode(rulepages.plain(one))) + b"\n"
            console.write(page if form == "json" else rulepages.markdown(one).encode())
            console.end()
    hint = console.did_you_mean(code.upper(), [one.code for one in known])
    raise typer.BadParameter(f"{code!r} is no rule. {hint}", param_hint="'CODE'")
