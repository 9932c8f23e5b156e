"""`jijitsu annotate`: what is read as a draft that a person corrects, and the corrected draft as gold."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jijitsu.cli import claimfile, console
from jijitsu.cli.options import PATIENCE, Encoding, Lexicon, MaxSize, Parse, Published, Timeout, options, reading
from jijitsu.cli.telling import counted
from jijitsu.schemas.errors import JijitsuError

if TYPE_CHECKING:
    from jijitsu.cli.accepting import Accepted
    from jijitsu.extract.reading import Reading
    from jijitsu.schemas.article import Article

EXAMPLE = "jijitsu annotate article.txt -o draft.yaml"
MORE = ("jijitsu annotate --accept draft.yaml -o gold.jsonl", "jijitsu annotate article.txt --edit -o gold.jsonl")


def run(
    article: Annotated[str | None, typer.Argument(help="One article.", metavar="ARTICLE")] = None,
    accept: Annotated[
        str | None, typer.Option("--accept", help="Make gold of this corrected draft.", metavar="DRAFT")
    ] = None,
    edit: Annotated[
        bool, typer.Option("--edit", help="Open the draft in $EDITOR, and make gold of it when it is closed.")
    ] = False,
    ask: Annotated[
        bool, typer.Option("--ask", help="Ask about each claim in the terminal, and make gold of the answers.")
    ] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Draft or gold; gold of other articles in it stays.")
    ] = None,
    published: Published = None,
    encoding: Encoding = None,
    max_size: MaxSize = None,
    timeout: Timeout = PATIENCE,
    lexicon: Lexicon = None,
    parse: Parse = "auto",
) -> None:
    """Turn what is read in an article into gold, after a person's corrections.

    Writes a draft: YAML, each claim under its sentence, every field explained. --accept takes it back and checks it:
    evidence is found again in the article, values are read, mistakes are named with their lines. What comes out is one
    JSON object a line, for `jijitsu eval`.
    """
    given = reading(published, encoding, max_size=max_size, timeout=timeout)
    if accept is not None:
        if edit or ask:
            raise typer.BadParameter("takes an article, no draft.", param_hint="'--edit'" if edit else "'--ask'")
        _accept(accept, article, given, output)
    if article is None:
        raise typer.BadParameter("name an article, or a draft: --accept DRAFT.", param_hint="'ARTICLE'")
    from jijitsu.cli.drafting import draft
    from jijitsu.extract.bounding import in_time
    from jijitsu.extract.pipeline import extract_article
    from jijitsu.extract.reading import read

    how = options(lexicon, parse)
    source = read(article, given)
    claims = in_time(partial(extract_article, source, how), timeout, article)
    made = "".join(draft(source, article, claims))
    if ask:
        _ask(made, source, article, output)
    if edit:
        _edit(made, source, article, output)
    with console.output(output) as put:
        put(made.encode())
    if output is not None and str(output) != "-":
        console.say(f"{output}: written; correct it, then `jijitsu annotate --accept {output} -o gold.jsonl`")
    console.end()


def _accept(name: str, article: str | None, given: Reading, output: Path | None) -> None:
    from jijitsu.cli.accepting import accept
    from jijitsu.cli.draftfile import article_of, read_draft
    from jijitsu.cli.evaluating import name_of
    from jijitsu.extract.reading import read

    text = b"".join(line for _, line in claimfile.every_line(name)).decode("utf-8", "replace")
    draft = read_draft(name, text)
    path = article_of(draft, name, article)
    source = read(path, given)
    if draft.sha256 not in (None, source.sha256):
        console.say(f"{path}: changed since the draft was made; every claim is looked for again")
    accepted = accept(name, draft, name_of(str(path)), source.text)
    for fault in accepted.faults:
        console.complain(fault)
    if accepted.faults:
        console.say(f"{counted(len(accepted.faults), 'mistake')}: nothing is written")
        console.end(trouble=True)
    _write(accepted, name_of(str(path)), output)


def _write(accepted: Accepted, doc: str, output: Path | None) -> None:
    from jijitsu.cli.accepting import merged

    there = output is not None and output.is_file()
    lines = claimfile.every_line(str(output)) if there else None
    data, replaced = merged(lines, str(output), doc, accepted.gold)
    with console.output(output) as put:
        put(data)
    if output is not None and str(output) != "-":
        more = f", in place of {replaced}" if replaced else ""
        left = f"; {counted(accepted.left_out)} left out" if accepted.left_out else ""
        console.say(f"{output}: {counted(len(accepted.gold), 'line')} of {doc}{more}{left}")
    console.end()


def _ask(made: str, source: Article, path: str, output: Path | None) -> None:
    """Ask about one claim after the other; what is not finished is kept as a draft."""
    from jijitsu.cli.accepting import accept
    from jijitsu.cli.asking import ask
    from jijitsu.cli.draftfile import read_draft
    from jijitsu.cli.evaluating import name_of

    def wrong(draft: str) -> list[str]:
        try:
            return [f"{fault.what}" for fault in accept("draft", read_draft("draft", draft), doc, source.text).faults]
        except JijitsuError as fault:
            return [fault.what]

    doc = name_of(path)
    draft, finished = ask(made, wrong)
    accepted = accept("draft", read_draft("draft", draft), doc, source.text)
    if finished and not accepted.faults:
        _write(accepted, doc, output)
    place = Path(f"{doc}.draft.yaml")
    with console.output(place) as put:
        put(draft.encode())
    for fault in accepted.faults:
        console.say(console.visible(fault.what))
    console.say(f"{place}: the answers so far; `jijitsu annotate --accept {place}` takes them")
    console.end(trouble=bool(accepted.faults))


def _edit(made: str, source: Article, path: str, output: Path | None) -> None:
    """Let a person correct the draft until it has no mistakes; mistakes stand above it."""
    import click

    from jijitsu.cli.accepting import Accepted, accept
    from jijitsu.cli.draftfile import read_draft
    from jijitsu.cli.evaluating import name_of

    name, shown = "draft", made
    while True:
        text = click.edit(shown, extension=".yaml", require_save=shown is made)
        if text is None:
            console.say("the editor was closed without saving; nothing is written")
            console.end()
        if text == shown and shown is not made:
            raise JijitsuError("the mistakes are still there, and nothing is written", where=path)
        text = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#!"))
        try:
            accepted = accept(name, read_draft(name, text), name_of(path), source.text)
        except JijitsuError as fault:
            accepted = Accepted((), 0, (fault,))
        if not accepted.faults:
            _write(accepted, name_of(path), output)
        shown = "".join(f"#! {console.visible(str(wrong))}\n" for wrong in accepted.faults) + text
