"""`jijitsu extract`: articles in, claims out, one JSON object a line or in any format of `jijitsu export`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jijitsu.cli import console, exported
from jijitsu.cli.options import Encoding, Lexicon, Parse, Paths, Published, day, kinds, options
from jijitsu.schemas.errors import JijitsuError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jijitsu.extract.pipeline import Options
    from jijitsu.extract.reading import Reading
    from jijitsu.schemas.article import Article
    from jijitsu.schemas.claim import Claim

EXAMPLE = "jijitsu extract articles/ --kind price_move -o claims.ndjson"


def run(
    paths: Paths,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", help="Write to this file, moved into place when it is whole; its ending says how."
        ),
    ] = None,
    to: exported.To = None,
    bom: exported.Bom = False,
    kind: Annotated[
        list[str] | None, typer.Option("--kind", help="Only claims of this kind; may be given more than once.")
    ] = None,
    published: Published = None,
    encoding: Encoding = None,
    lexicon: Lexicon = None,
    parse: Parse = "auto",
    explain: Annotated[bool, typer.Option("--explain", help="Tell where each publication date came from.")] = False,
) -> None:
    """Turn articles into claims: one JSON object a line, or what --to or the ending of -o says (.csv, .parquet ...).

    Folders are searched for .txt and .md files; a file named outright is always read; - is standard input.
    Ends with 2 if a file could not be read; the claims of the others come out all the same.
    """
    wanted = kinds(kind)
    given = day(published)
    from jijitsu.extract.reading import Reading
    from jijitsu.extract.reading.walking import walk

    export, settings = exported.chosen(output, to, "ndjson"), exported.settings(Path(), encoding, bom=bom)
    reading, how = Reading(given, encoding), options(lexicon, parse)
    files = list(walk(paths))
    unread: list[JijitsuError] = []

    def found() -> Iterator[Claim]:
        for file in console.track(files, "Reading"):
            try:
                # Whole articles only: a fault half-way leaves none of its claims.
                claims = _claims(_read(file, reading, explain=explain), how)
            except JijitsuError as fault:
                unread.append(fault)
                continue
            yield from (claim for claim in claims if not wanted or claim.kind in wanted)
        if len(unread) == len(files):
            # Nothing was read: a file that an earlier run wrote stays as it is.
            _tell(unread, len(files))
            console.end(trouble=True)

    exported.put(export, found(), output, settings)
    _tell(unread, len(files))
    console.end(trouble=bool(unread))


def _read(file: Path | JijitsuError, reading: Reading, *, explain: bool) -> Article:
    """The article in one file. Raises JijitsuError."""
    from jijitsu.extract.reading import read

    if isinstance(file, JijitsuError):
        raise file
    article = read(file, reading)
    if explain:
        console.say(_explained(article))
    return article


def _claims(article: Article, how: Options) -> list[Claim]:
    """The claims of one article. Raises JijitsuError for a fault of ours too, so that other files are still read."""
    from jijitsu.extract.pipeline import extract_article

    try:
        return extract_article(article, how)
    except Exception as fault:
        if os.environ.get("JIJITSU_DEBUG") or isinstance(fault, JijitsuError):
            raise
        raise console.internal(fault, _name(article)) from fault


def _name(article: Article) -> str:
    return article.path or "standard input"


def _explained(article: Article) -> str:
    name = _name(article)
    if article.published is None:
        return f"{name}: no publication date, so relative dates stay null; --published or a sidecar gives one"
    source = {"option": "--published", "dateline": "the dateline in the text"}.get(
        article.published_by or "", f"the {article.published_by}"
    )
    return f"{name}: published {article.published}, says {source}"


def _tell(unread: list[JijitsuError], total: int) -> None:
    """The summary of what could not be read."""
    if not unread:
        return
    for fault in unread:
        console.complain(fault)
    if total > 1:
        rest = "; the claims of the others are out" if len(unread) < total else ""
        console.say(f"{len(unread)} of {total} could not be read{rest}.")
