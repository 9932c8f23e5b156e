"""`jijitsu lint`: what an editor would have caught."""

from __future__ import annotations

import sys
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from jijitsu.cli import console
from jijitsu.cli.options import Encoding, Lexicon, Parse, Paths, Published, day, options

if TYPE_CHECKING:
    from jijitsu.extract.desk import Gathered

EXAMPLE = "jijitsu lint articles/ --format concise"


def run(
    paths: Paths,
    form: Annotated[str, typer.Option("--format", help="full, concise, ndjson ...", metavar="NAME")] = "full",
    prices: Annotated[Path | None, typer.Option("--prices")] = None,
    facts: Annotated[Path | None, typer.Option("--facts")] = None,
    no_config: Annotated[bool, typer.Option("--no-config")] = False,
    no_cache: Annotated[bool, typer.Option("--no-cache")] = False,
    lang: Annotated[Literal["ja", "en"] | None, typer.Option("--lang")] = None,
    select: Annotated[list[str] | None, typer.Option("--select")] = None,
    ignore: Annotated[list[str] | None, typer.Option("--ignore")] = None,
    published: Published = None,
    encoding: Encoding = None,
    lexicon: Lexicon = None,
    parse: Parse = "auto",
) -> None:
    """Check articles, or files of claims against the articles that they name."""
    from jijitsu.cli.formatting import Report
    from jijitsu.extract import linting
    from jijitsu.extract.checking import Desk
    from jijitsu.extract.collect import collect
    from jijitsu.extract.reading import reference
    from jijitsu.schemas.errors import JijitsuError

    form_of = {one.name: one for one in collect("jijitsu.cli.formats", "FORMAT")}[form]
    among = linting.chosen(linting.checks(), split(select), split(ignore))
    gathered = _gathered(paths, published, encoding, lexicon, parse)
    desk = Desk(
        tuple(gathered.dossiers),
        reference.prices(prices) if prices else {},
        reference.facts(facts) if facts else (),
        {},
        tuple(gathered.files),
    )
    texts = {d.path: linting.text_of(d.article.text) for d in desk.dossiers if d.article is not None}
    findings = []
    for found in linting.lint(desk, among, texts.get, lang or "en"):
        if isinstance(found, JijitsuError):
            gathered.troubles.append(found)
        else:
            findings.append(found)
    order = {path: number for number, path in enumerate(dict.fromkeys(d.path for d in desk.dossiers))}
    findings = linting.in_order(findings, order)
    report = Report(findings, texts.get, {check.code: check for check in among}, lang or "en")
    for data in form_of.write(report):
        console.write(data)
    for trouble in gathered.troubles:
        console.complain(trouble)
    console.end(findings=any(one.severity != "note" for one in findings), trouble=bool(gathered.troubles))


def split(codes: list[str] | None) -> list[str]:
    """Codes given one by one or with commas."""
    return [code.strip() for given in codes or () for code in given.split(",") if code.strip()]


def _gathered(
    paths: list[str], published: str | None, encoding: str | None, lexicon: Path | None, parse: Literal["none", "auto", "all"]
) -> Gathered:
    from jijitsu.cli import claimfile
    from jijitsu.extract.desk import Gathered, read_articles, read_claims
    from jijitsu.extract.reading import Reading
    from jijitsu.extract.reading.walking import walk
    from jijitsu.schemas.errors import JijitsuError

    gathered = Gathered()
    reading = Reading(day(published), encoding)
    for claims, names in groupby(paths, _holds_claims):
        if not claims:
            read_articles(list(walk(names)), reading, options(lexicon, parse), gathered)
            continue
        for name in names:
            try:
                read_claims(name, claimfile.every_line(name), encoding, gathered)
            except JijitsuError as fault:
                gathered.troubles.append(fault)
    return gathered


def _holds_claims(name: str) -> bool:
    from jijitsu.extract.desk import is_claim_file

    if name == "-":
        return is_claim_file("", sys.stdin.buffer.peek(16)[:16])  # type: ignore[attr-defined]
    return Path(name).is_file() and is_claim_file(name)
