"""`jijitsu init`: the files of a project."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from jijitsu.cli import console
from jijitsu.schemas.errors import JijitsuError

if TYPE_CHECKING:
    from jijitsu.cli import initialising

EXAMPLE = "jijitsu init --yes"
MORE = ("Example: jijitsu init newsroom --articles drafts --ci gitlab",)


def run(
    folder: Annotated[Path, typer.Argument(help="The project's folder.", metavar="FOLDER", file_okay=False)] = Path(),
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing, and take what is told here.")] = False,
    articles: Annotated[
        str, typer.Option("--articles", help="Where the articles lie, from the project's folder.", metavar="FOLDER")
    ] = ".",
    lang: Annotated[
        Literal["ja", "en"] | None, typer.Option("--lang", help="Language of messages; else that of the locale.")
    ] = None,
    ci: Annotated[
        Literal["github", "gitlab", "none"], typer.Option("--ci", help="For which service a workflow is written.")
    ] = "github",
    hook: Annotated[bool, typer.Option("--hook/--no-hook", help="Write a hook of pre-commit, or none.")] = True,
) -> None:
    """Begin a project: settings with comments, a lexicon of its own, a workflow and a hook that lint its articles.

    What is there already is left alone. Asks before it writes, unless --yes is given.
    """
    from jijitsu.cli import initialising
    from jijitsu.cli.wishes import locale

    if not folder.is_dir():
        raise JijitsuError("there is no such folder", where=str(folder), hint="Create it first")
    plan = initialising.Plan(articles, lang or locale(), ci, hook)
    if not yes:
        plan = _asked(folder, plan)
    made, there = initialising.write(folder, plan)
    for part in made:
        console.write(f"{(folder / part.path).as_posix()}\n".encode())
    for part in there:
        console.say(f"{(folder / part.path).as_posix()}: is there already, and was left alone")
    place = (folder / plan.articles).as_posix()
    first = "Now" if _holds_articles(place) else f"Put articles into {place} (.txt, .md, .html), then"
    console.say(f"{first}: jijitsu lint {shlex.quote(place)}")
    console.end()


def _holds_articles(place: str) -> bool:
    from jijitsu.extract.reading.walking import walk

    return Path(place).is_dir() and any(not isinstance(found, JijitsuError) for found in walk([place]))


def _asked(folder: Path, plan: initialising.Plan) -> initialising.Plan:
    """The plan after a person has been asked. Raises JijitsuError where nobody can answer."""
    from jijitsu.cli import initialising

    if sys.stdin is None or not sys.stdin.isatty():
        raise JijitsuError("nobody can be asked here", hint="Give --yes, and options for what shall be otherwise")
    articles = typer.prompt("Where do the articles lie?", default=plan.articles, err=True)
    lang = _choice("Language of messages", ("ja", "en"), plan.lang)
    ci = _choice("A workflow for which service", initialising.SERVICES, plan.service)
    hook = typer.confirm("A hook of pre-commit?", default=plan.hook, err=True)
    chosen = initialising.Plan(articles, lang, ci, hook)  # type: ignore[arg-type]  # one of SERVICES
    names = ", ".join(part.path for part in initialising.parts(chosen))
    if not typer.confirm(f"Write {names} to {folder.absolute()}?", default=True, err=True):
        console.say("Nothing was written.")
        console.end()
    return chosen


def _choice(question: str, known: tuple[str, ...], default: str) -> str:
    while True:
        answer = str(typer.prompt(f"{question} ({', '.join(known)})", default=default, err=True)).strip().lower()
        if answer in known:
            return answer
        console.say(console.did_you_mean(answer, known))
