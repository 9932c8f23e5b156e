"""`jijitsu extract`: articles in, claims out, one JSON object a line."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jijitsu.cli import console
from jijitsu.cli.options import Encoding, Lexicon, Parse, Paths, Published, day, kinds, options
from jijitsu.schemas.errors import JijitsuError

if TYPE_CHECKING:
    from jijitsu.extract.pipeline import Options
    from jijitsu.extract.reading import Reading
    from jijitsu.schemas.article import Article
    from jijitsu.schemas.claim import Claim

EXAMPLE = "jijitsu extract articles/ --kind price_move -o claims.ndjson"


def run(
    paths: Paths,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write to this file, moved into place when it is whole.")
    ] = None,
    kind: Annotated[
        list[str] | None, typer.Option("--kind", help="Only claims of this kind; may be given more than once.")
    ] = None,
    published: Published = None,
    encoding: Encoding = None,
    lexicon: Lexicon = None,
    parse: Parse = "auto",
    explain: Annotated[bool, typer.Option("--explain", help="Tell where each publication date came from.")] = False,
) -> None:
    """Turn articles into claims, one JSON object a line.

    Folders are searched for .txt and .md files; a file named outright is always read; - is standard input.
    Ends with 2 if a file could not be read; the claims of the others come out all the same.
    """
    wanted = kinds(kind)
    given = day(published)
    from jijitsu.extract.reading import Reading
    from jijitsu.extract.reading.walking import walk
    from jijitsu.schemas.record import encode_line

    reading, how = Reading(given, encoding), options(lexicon, parse)
    files = list(walk(paths))
    unread: list[JijitsuError] = []
    with console.output(output) as write:
        for file in console.track(files, "Reading"):
            try:
                claims = _claims(file, reading, how, explain=explain)
            except JijitsuError as fault:
                unread.append(fault)
                continue
            # Whole articles only: a fault half-way leaves none of its lines.
            write(b"".join(encode_line(claim) for claim in claims if not wanted or claim.kind in wanted))
    _tell(unread, len(files))
    console.end(trouble=bool(unread))


def _claims(file: Path | JijitsuError, reading: Reading, how: Options, *, explain: bool) -> list[Claim]:
    """The claims of one file. Raises JijitsuError, also for a fault of ours, so that the other files are still read."""
    from jijitsu.extract.pipeline import extract_article
    from jijitsu.extract.reading import read, shown

    if isinstance(file, JijitsuError):
        raise file
    article = read(file, reading)
    if explain:
        console.say(_explained(article))
    try:
        return extract_article(article, how)
    except Exception as fault:
        if os.environ.get("JIJITSU_DEBUG") or isinstance(fault, JijitsuError):
            raise
        raise console.internal(fault, shown(file)) from fault


def _explained(article: Article) -> str:
    name = article.path or "standard input"
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
        console.say(f"{len(unread)} of {total} could not be read; the claims of the others are out.")
