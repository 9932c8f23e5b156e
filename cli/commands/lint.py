"""`jijitsu lint`: what an editor would have caught."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from jijitsu.cli import completing, console
from jijitsu.cli.options import (
    PATIENCE,
    Checked,
    Encoding,
    Facts,
    Ignore,
    InputFormat,
    MaxSize,
    Parse,
    Prices,
    Published,
    PublishedField,
    PublisherField,
    Rates,
    Select,
    TextField,
    Timeout,
    TitleField,
    UrlField,
    columns,
    reading,
)

EXAMPLE = "jijitsu lint articles/ --prices prices.csv --format concise"
_Level = Literal["note", "warning", "error"]


def run(
    paths: Checked,
    select: Select = None,
    ignore: Ignore = None,
    prices: Prices = None,
    facts: Facts = None,
    fx: Rates = None,
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
    lexicon: Annotated[
        Path | None, typer.Option("--lexicon", help="Your own names and measures, as a YAML file.", metavar="FILE", dir_okay=False)
    ] = None,
    parse: Parse = "auto",
    form: Annotated[
        str | None,
        typer.Option("--format", help="full, concise, json, ndjson, github, sarif, rdjson, junit or gitlab.", metavar="NAME",
                     autocompletion=completing.formats),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write to this file.", metavar="FILE")
    ] = None,
    lang: Annotated[
        Literal["ja", "en"] | None, typer.Option("--lang", help="Language of messages; else that of the locale.")
    ] = None,
    severity: Annotated[_Level | None, typer.Option("--severity", help="Show only what is at least so grave.")] = None,
    statistics: Annotated[bool, typer.Option("--statistics", help="Show how often each rule found something.")] = False,
    color: Annotated[console.Colour, typer.Option("--color", help="Colour: auto, always or never.")] = "auto",
    fail_on: Annotated[
        Literal["warning", "error"] | None, typer.Option("--fail-on", help="What ends with 1; notes never do.")
    ] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="End with 0 whatever is found.")] = False,
    baseline: Annotated[
        Path | None, typer.Option("--baseline", help="Leave out the findings that this file knows.", metavar="FILE")
    ] = None,
    write_baseline: Annotated[
        bool, typer.Option("--write-baseline", help="Write what is found to --baseline (jijitsu-baseline.json).")
    ] = False,
    prune_baseline: Annotated[
        bool, typer.Option("--prune-baseline", help="Take what is no longer found out of the baseline.")
    ] = False,
    no_config: Annotated[bool, typer.Option("--no-config", help="Read no jijitsu.yaml or pyproject.toml.")] = False,
    scheduler: Annotated[
        str | None,
        typer.Option("--scheduler", help="Dask checks folders of parts: tcp://HOST:8786, or local.", metavar="ADDRESS"),
    ] = None,
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", min=1, help="Workers of --scheduler local.")] = None,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Accepted; nothing is cached.")] = False,
) -> None:  # fmt: skip
    """Check articles, or files of claims against the articles that they name.

    Each rule has a page: `jijitsu rule T302`. Settings come from the closest jijitsu.yaml, or tool.jijitsu of a
    pyproject.toml; options win over them. Ends with 1 if there are errors or warnings.
    """
    from jijitsu.cli import linting, wishes
    from jijitsu.schemas.config import Config

    fields = columns(text_field, title_field, published_field, publisher_field, url_field)
    given = Config(
        select=wishes.codes(select, "--select"), ignore=wishes.codes(ignore, "--ignore"), lang=lang,
        format=wishes.form(form), severity=severity, fail_on=fail_on, prices=prices, facts=facts,
        fx=wishes.fx(fx), baseline=baseline, lexicon=lexicon,
    )  # fmt: skip
    wished = wishes.Wishes(
        given=given, reading=reading(published, encoding, fields, input_format, max_size, timeout), parse=parse, config=not no_config, output=output,
        statistics=statistics, colour=color, exit_zero=exit_zero, write_baseline=write_baseline,
        prune_baseline=prune_baseline, scheduler=scheduler, workers=jobs,
    )  # fmt: skip
    linting.run(paths, wished)
