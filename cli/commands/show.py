"""`jijitsu show`: an article in the terminal, its claims highlighted and listed below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jijitsu.cli import console
from jijitsu.cli.options import Article, Encoding, Lexicon, Parse, Published, day, kinds, options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.text import Text

    from jijitsu.schemas.claim import Claim

EXAMPLE = "jijitsu show article.txt --kind quote"
_STYLES = {
    "price_move": "bold magenta", "price_level": "magenta", "market_cap_move": "bold blue", "market_cap_level": "blue",
    "delivery": "bold cyan", "financial": "bold green", "quote": "italic yellow", "quantity": "cyan",
}  # fmt: skip
_ELSE = "bold"


def run(
    article: Article,
    kind: Annotated[
        list[str] | None, typer.Option("--kind", help="Only claims of this kind; may be given more than once.")
    ] = None,
    published: Published = None,
    encoding: Encoding = None,
    lexicon: Lexicon = None,
    parse: Parse = "auto",
    color: Annotated[console.Colour, typer.Option("--color", help="Colour: auto, always or never.")] = "auto",
) -> None:
    """Show an article with its claims highlighted, and list them below."""
    wanted, given = kinds(kind), day(published)
    from jijitsu.extract.reading import Reading, read

    read_article = read(article, Reading(given, encoding))
    from jijitsu.extract.pipeline import extract_article

    found = extract_article(read_article, options(lexicon, parse))
    claims = [claim for claim in found if not wanted or claim.kind in wanted]
    screen = console.screen(color)
    with console.shown():
        screen.print(_highlighted(read_article.text, claims))
        screen.print()
        for claim in claims:
            screen.print(_line(claim))
        screen.print(f"{len(claims)} claims" if len(claims) != 1 else "1 claim")
    console.end()


def _highlighted(text: str, claims: list[Claim]) -> Text:
    from rich.text import Text

    shown = Text(console.visible(text.replace("\r\n", "\n ").replace("\r", "\n")))
    for claim in claims:
        shown.stylize(_STYLES.get(claim.kind, _ELSE), claim.evidence.start, claim.evidence.end)
    return shown


def _line(claim: Claim) -> Text:
    from rich.text import Text

    evidence = claim.evidence
    line = Text(f"{evidence.line}:{evidence.column}".ljust(8))
    line.append(claim.kind.ljust(17), _STYLES.get(claim.kind, _ELSE))
    line.append(console.visible("  ".join(_told(claim))))
    return line


def _told(claim: Claim) -> Iterator[str]:
    """What a claim says, in the order in which one reads it."""
    who = claim.attribution if claim.kind == "quote" else None
    yield (who.speaker or who.speaker_text or "?") if who else claim.subject.name if claim.subject else "?"
    if claim.measure:
        yield claim.measure
    yield claim.evidence.text.replace("\r", "").replace("\n", "⏎")
    if claim.value:
        yield f"= {_amount(claim)}"
    for word in (claim.direction, claim.mark, claim.basis):
        if word:
            yield word
    if claim.time:
        start, end = claim.time.start.isoformat(), claim.time.end.isoformat()
        yield start if start == end else f"{start}/{end}"
    if claim.modality != "asserted":
        yield claim.modality


def _amount(claim: Claim) -> str:
    assert claim.value is not None
    value = claim.value
    relation = {"eq": "", "range": ""}.get(value.relation, f"{value.relation} ")
    most = f" to {value.amount_max:,f}" if value.amount_max is not None else ""
    return f"{relation}{value.amount:,f}{most} {value.unit or ''}".rstrip()
