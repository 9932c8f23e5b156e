"""`jijitsu help`: the manual."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from jijitsu.cli import completing, console

EXAMPLE = "jijitsu help settings"
MORE = ("Example: jijitsu help --man | man -l -",)


def run(
    context: typer.Context,
    topic: Annotated[
        str | None,
        typer.Argument(
            help="A topic, a command, or a rule's code; none lists the topics.",
            metavar="TOPIC",
            autocompletion=completing.pages,
        ),
    ] = None,
    man: Annotated[bool, typer.Option("--man", help="Print the manual page jijitsu(1), in roff.")] = False,
    color: Annotated[console.Colour, typer.Option("--color", help="Colour: auto, always or never.")] = "auto",
) -> None:
    """Print a page of the manual, or list its topics.

    Pages are Markdown, laid out where they go to a terminal. A command's page is its --help, a rule's that of `jijitsu rule`.
    """
    from jijitsu.cli.topics import topics

    root = context.find_root()
    commands: dict[str, Any] = root.command.commands  # type: ignore[attr-defined]  # a group
    if man:
        from jijitsu import __version__
        from jijitsu.cli.manpage import roff

        console.write(roff(root.command, __version__, commands, topics()).encode())
        console.end()
    pages = {one.name: one.page for one in topics()}
    if topic is None:
        _list()
    elif topic.lower() in pages:
        _show(pages[topic.lower()], color)
    elif topic in commands:
        commands[topic].main(["--help"], prog_name=f"jijitsu {topic}")
    else:
        _show(_rule(topic, [*pages, *commands]), color)
    console.end()


def _list() -> None:
    from jijitsu.cli.topics import topics

    longest = max(len(one.name) for one in topics())
    for one in topics():
        console.write(f"{one.name:<{longest}}  {one.title}\n".encode())
    console.say("`jijitsu help TOPIC` shows one; TOPIC may also be a command, or a rule's code as T302.")


def _rule(code: str, known: list[str]) -> str:
    """The page of a rule. Raises a usage error where there is none."""
    from jijitsu.cli import rulepages
    from jijitsu.extract.linting import checks

    for check in checks():
        if code.upper() == check.code:
            return rulepages.markdown(check)
    raise typer.BadParameter(f"{code!r} is no topic. {console.did_you_mean(code, known)}", param_hint="'TOPIC'")


def _show(page: str, colour: console.Colour) -> None:
    """Write a page: laid out on a terminal, else as it is."""
    if not console.coloured(colour):
        console.write(page.encode())
        return
    from rich.markdown import Markdown

    with console.shown():
        console.screen(colour).print(Markdown(page))
