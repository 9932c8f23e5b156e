"""`jijitsu extract`: articles in, claims out, one JSON object a line or in any format of `jijitsu export`."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jijitsu.cli import completing, console, exported
from jijitsu.cli.options import (
    PATIENCE,
    Encoding,
    InputFormat,
    Lexicon,
    MaxSize,
    Parse,
    Paths,
    Published,
    PublishedField,
    PublisherField,
    TextField,
    Timeout,
    TitleField,
    UrlField,
    columns,
    kinds,
    options,
    reading,
)  # fmt: skip
from jijitsu.cli.telling import counted
from jijitsu.schemas.errors import JijitsuError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jijitsu.schemas.claim import Claim

EXAMPLE = "jijitsu extract articles/ --kind price_move -o claims.ndjson"


def run(
    paths: Paths,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to this file, moved into place when it is whole; its ending says how. A folder, with --scheduler.",
        ),
    ] = None,
    to: exported.To = None,
    bom: exported.Bom = False,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind", help="Only claims of this kind; may be given more than once.", autocompletion=completing.kinds
        ),
    ] = None,
    published: Published = None,
    encoding: Encoding = None,
    text_field: TextField = None,
    title_field: TitleField = None,
    published_field: PublishedField = None,
    publisher_field: PublisherField = None,
    url_field: UrlField = None,
    input_format: InputFormat = None,
    max_size: MaxSize = None,
    timeout: Timeout = PATIENCE,
    lexicon: Lexicon = None,
    parse: Parse = "auto",
    explain: Annotated[bool, typer.Option("--explain", help="Tell where each publication date came from.")] = False,
    jobs: Annotated[
        int | None, typer.Option("--jobs", "-j", min=1, help="Processes that read; the cores there are, else.")
    ] = None,
    cache: Annotated[
        bool, typer.Option("--cache/--no-cache", help="Keep what was read, for files that do not change.")
    ] = True,
    scheduler: Annotated[
        str | None,
        typer.Option("--scheduler", help="Dask reads, and writes parts: tcp://HOST:8786, or local.", metavar="ADDRESS"),
    ] = None,
    part: Annotated[int, typer.Option("--part", min=1, help="So many articles a part has at most.")] = 256,
) -> None:
    """Turn articles into claims: one JSON object a line, or what --to or the ending of -o says (.csv, .parquet ...).

    Folders are searched for articles (.txt, .md, .html), tables of them (.jsonl, .parquet), feeds, .gz and .zip of these;
    a file named outright is always read; - is standard input.
    Ends with 2 if a file could not be read; the claims of the others come out all the same.
    """
    wanted = kinds(kind)
    fields = columns(text_field, title_field, published_field, publisher_field, url_field)
    given = reading(published, encoding, fields, input_format, max_size, timeout)
    from jijitsu.cli.answering import Way
    from jijitsu.cli.extracting import answers
    from jijitsu.extract.reading.walking import walk

    if scheduler is not None:
        from jijitsu.cli import archiving

        if explain or bom:
            raise typer.BadParameter("neither --explain nor --bom goes with it.", param_hint="'--scheduler'")
        wishes = archiving.Wishes(output, to, wanted, scheduler, jobs, part)
        archiving.run(paths, Way(given, lexicon, parse), wishes)
    place = Path(output) if output is not None else None
    export, settings = exported.chosen(place, to, "ndjson"), exported.settings(Path(), encoding, bom=bom)
    if lexicon is not None:
        options(lexicon, parse)  # a wrong entry is told once, and not for every article
    files = list(walk(paths))
    read, made, unread = 0, 0, list[JijitsuError]()

    def found() -> Iterator[bytes]:
        """The lines of whole articles: a fault half-way leaves none of them."""
        nonlocal read, made
        way = Way(given, lexicon, parse, explain)
        with (
            closing(answers(files, way, jobs=jobs, cached=cache)) as every,
            console.steps(len(files), "Reading") as step,
        ):
            for answer in every:
                step(answer.file)
                if answer.said:
                    console.say(answer.said)
                if (fault := answer.error()) is not None:
                    unread.append(fault)
                else:
                    read += 1
                    made += answer.lines.count(b"\n")
                    yield answer.lines
        if unread and not read:
            # Nothing was read: a file that an earlier run wrote stays as it is.
            _tell(unread, len(unread))
            console.end(trouble=True)

    if export.name == "ndjson" and not wanted:
        with console.output(place) as write:
            for lines in found():
                write(lines)
    else:
        exported.put(export, _claims(found(), wanted), place, settings)
    _tell(unread, read + len(unread))
    if place is not None and output != "-" and not wanted and console.watched():
        console.say(f"{output}: {counted(made)} of {counted(read, 'article')}")
    console.end(trouble=bool(unread))


def _claims(lines: Iterable[bytes], wanted: frozenset[str]) -> Iterator[Claim]:
    """The claims of lines that we wrote ourselves."""
    from jijitsu.schemas.record import decode_own

    for some in lines:
        yield from (claim for claim in decode_own(some) if not wanted or claim.kind in wanted)


def _tell(unread: list[JijitsuError], total: int) -> None:
    """The summary of what could not be read."""
    if not unread:
        return
    for fault in unread:
        console.complain(fault)
    if total > 1:
        rest = "; the claims of the others are out" if len(unread) < total else ""
        console.say(f"{len(unread)} of {total} could not be read{rest}.")
