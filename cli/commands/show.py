"""`jijitsu show`: an article in the terminal, its claims highlighted and listed beside or below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from jijitsu.cli import claimfile, completing, console
from jijitsu.cli.options import (
    PATIENCE,
    Encoding,
    InputFormat,
    Lexicon,
    MaxSize,
    Parse,
    Published,
    PublishedField,
    TextField,
    Timeout,
    columns,
    kinds,
    options,
    reading,
)
from jijitsu.cli.styles import of_kind
from jijitsu.cli.telling import counted, told
from jijitsu.schemas.errors import JijitsuError

if TYPE_CHECKING:
    from pathlib import Path

    from rich.console import RenderableType
    from rich.text import Text

    from jijitsu.cli.options import ParseMode
    from jijitsu.extract.reading import Reading
    from jijitsu.schemas.claim import Claim

EXAMPLE = "jijitsu show article.txt --kind quote"
MORE = ("jijitsu extract articles/ | jijitsu show - --layout beside | less -R",)
_Layout = Literal["auto", "beside", "below"]
_WIDE = 110
"""Cells that a terminal needs for text and list beside each other."""
_LINE_END = re.compile(r"\r\n|\n|\r")


def run(
    article: Annotated[
        str,
        typer.Argument(help="One article, or a file of claims with its articles; - is standard input.", metavar="PATH"),
    ],
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind", help="Only claims of this kind; may be given more than once.", autocompletion=completing.kinds
        ),
    ] = None,
    layout: Annotated[
        _Layout, typer.Option("--layout", help="The list beside or below; auto: beside where the terminal is wide.")
    ] = "auto",
    published: Published = None,
    encoding: Encoding = None,
    text_field: TextField = None,
    published_field: PublishedField = None,
    input_format: InputFormat = None,
    max_size: MaxSize = None,
    timeout: Timeout = PATIENCE,
    lexicon: Lexicon = None,
    parse: Parse = "auto",
    color: Annotated[console.Colour, typer.Option("--color", help="Colour: auto, always or never.")] = "auto",
) -> None:
    """Show an article with its claims highlighted, and list them beside or below.

    Of a file of claims, its articles are shown as they lie where the claims say.
    """
    wanted = kinds(kind)
    fields = columns(text_field, None, published_field, None, None)
    given = reading(published, encoding, fields, input_format, max_size, timeout)
    stored = (article != "-" or input_format is None) and claimfile.holds_claims(article)
    shown = _stored(article, encoding) if stored else _read(article, given, lexicon, parse)
    screen = console.screen(color)
    beside = layout == "beside" or (layout == "auto" and screen.is_terminal and screen.width >= _WIDE)
    with console.shown():
        for number, (text, found) in enumerate(shown):
            claims = [claim for claim in found if not wanted or claim.kind in wanted]
            if number:
                screen.print()
            for part in _beside(text, claims) if beside else _below(text, claims):
                screen.print(part, soft_wrap=False if beside else None)
            screen.print(counted(len(claims)))
    console.end()


def _read(path: str, given: Reading, lexicon: Path | None, parse: ParseMode) -> Iterator[tuple[str, list[Claim]]]:
    """The text of an article and its claims."""
    from jijitsu.extract.bounding import in_time
    from jijitsu.extract.reading.inputs import articles, holds_many

    many = holds_many(path, given.piped)
    for article in articles(path, given):
        try:
            if isinstance(article, JijitsuError):
                raise article
            from jijitsu.extract.pipeline import extract_article

            extracting = partial(extract_article, article, options(lexicon, parse))
            claims = in_time(extracting, given.seconds, article.name)
        except JijitsuError as fault:
            if not many:
                raise
            console.complain(fault)
            continue
        if many:
            console.say(console.visible(f"{article.name}:"))
        yield article.text, claims


def _stored(name: str, encoding: str | None) -> Iterator[tuple[str, list[Claim]]]:
    """The text of each article in a file of claims, and its claims; where it is not there any more, an empty text."""
    find = claimfile.articles(claimfile.folder_of(name), encoding)
    for article, group in groupby(claimfile.claims(name), key=lambda claim: claim.article):
        text = find(article)
        if text is None:
            console.say(
                console.visible(f"{article.name or 'standard input'}: there is no such article; its claims alone")
            )
        yield text or "", list(group)


def _below(text: str, claims: list[Claim]) -> Iterator[RenderableType]:
    if text:
        yield _highlighted(text, claims)
        yield ""
    for claim in claims:
        yield _line(claim)


def _beside(text: str, claims: list[Claim]) -> Iterator[RenderableType]:
    """Each line of the article with its claims at its right."""
    from rich.table import Table
    from rich.text import Text

    if not text:
        yield from _below(text, claims)
        return
    marked, at = _highlighted(text, claims), 0
    waiting = list(claims)
    for end in [*_LINE_END.finditer(text), None]:
        stop = end.start() if end else len(text)
        row = Table.grid(padding=(0, 2), expand=True)
        row.add_column(ratio=3, overflow="fold")
        row.add_column(ratio=2, overflow="fold")
        here = [_short(claim) for claim in waiting if claim.evidence.start <= stop]
        waiting = waiting[len(here) :]
        row.add_row(marked[at:stop] if stop > at else Text(), Text("\n").join(here))
        yield row
        at = end.end() if end else stop


def _highlighted(text: str, claims: list[Claim]) -> Text:
    from rich.text import Text

    shown = Text(console.visible(text.replace("\r\n", "\n ").replace("\r", "\n")))
    for claim in claims:
        shown.stylize(of_kind(claim.kind), claim.evidence.start, claim.evidence.end)
    return shown


def _line(claim: Claim) -> Text:
    from rich.text import Text

    evidence = claim.evidence
    line = Text(f"{evidence.line}:{evidence.column}".ljust(8))
    line.append(claim.kind.ljust(17), of_kind(claim.kind))
    line.append(console.visible("  ".join(told(claim))))
    return line


def _short(claim: Claim) -> Text:
    from rich.text import Text

    line = Text(f"{claim.kind}  ", of_kind(claim.kind))
    said = [word for word in told(claim) if claim.kind != "quote" or word != claim.evidence.text]
    return line.append(console.visible("  ".join(said)), "not bold not italic default")
