"""`jijitsu report`: articles, claims and findings as one page for a browser."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from jijitsu.cli import console
from jijitsu.cli.options import (
    PATIENCE,
    Checked,
    Encoding,
    Facts,
    Ignore,
    MaxSize,
    Parse,
    Prices,
    Published,
    Rates,
    Select,
    Timeout,
    reading,
)
from jijitsu.cli.telling import counted

EXAMPLE = "jijitsu report articles/ -o report.html"
MORE = ("jijitsu report claims.ndjson -o report.html --title 決算 (with the articles beside it)",)


def run(
    paths: Checked,
    output: Annotated[Path, typer.Option("--output", "-o", help="Write to this file, moved into place when it is whole.",
                                         metavar="FILE")],
    title: Annotated[str | None, typer.Option("--title", help="What stands at the top; else the names of PATH.")] = None,
    lang: Annotated[
        Literal["ja", "en"] | None, typer.Option("--lang", help="Language that it opens in; else that of the locale.")
    ] = None,
    select: Select = None,
    ignore: Ignore = None,
    prices: Prices = None,
    facts: Facts = None,
    fx: Rates = None,
    published: Published = None,
    encoding: Encoding = None,
    max_size: MaxSize = None,
    timeout: Timeout = PATIENCE,
    lexicon: Annotated[
        Path | None, typer.Option("--lexicon", help="Your own names, as a YAML file.", metavar="FILE", dir_okay=False)
    ] = None,
    parse: Parse = "auto",
    no_config: Annotated[bool, typer.Option("--no-config", help="Read no jijitsu.yaml or pyproject.toml.")] = False,
) -> None:  # fmt: skip
    """Write one HTML file that needs no network: articles, subjects with time lines, quotes, findings, filters.

    Reads and checks PATH as `jijitsu lint` does. Needs `pip install 'jijitsu[report]'`. Ends with 2 if a file could not
    be read; the report holds the others.
    """
    from jijitsu.cli import linting, wishes
    from jijitsu.cli.reporting import building, data, plotting
    from jijitsu.schemas.config import Config

    library = plotting.bundle()  # first: where it is missing, nobody waits for the rest
    given = Config(
        select=wishes.codes(select, "--select"), ignore=wishes.codes(ignore, "--ignore"), lang=lang, prices=prices,
        facts=facts, fx=wishes.fx(fx), lexicon=lexicon,
    )  # fmt: skip
    wished = wishes.Wishes(
        given=given, reading=reading(published, encoding, max_size=max_size, timeout=timeout), parse=parse, config=not no_config
    )  # fmt: skip
    linted = linting.lint(paths, wished)
    if not linted.read and linted.troubles:
        for trouble in linted.troubles:
            console.complain(trouble)
        console.end(trouble=True)
    told = data.data(linted)
    name = title or "、".join(Path(path).name or path for path in paths[:3]) + ("…" if len(paths) > 3 else "")
    size = 0
    with console.output(output) as write:
        for chunk in building.page(told, title=name, language=linted.language, plotting=library):
            size += len(chunk)
            write(chunk)
    counts = [(len(linted.desk.dossiers), "article"), (len(told["claims"].get("id", ())), "claim")]
    numbers = ", ".join(counted(*count) for count in [*counts, (len(linted.found), "finding")])
    console.say(f"{output}: {numbers}, {size / 1e6:.1f} MB")
    for trouble in linted.troubles:
        console.complain(trouble)
    console.end(trouble=bool(linted.troubles))
