"""`jijitsu quotes`: who said what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jijitsu.cli import claimfile, console
from jijitsu.cli.naming import folded, is_speaker, is_subject
from jijitsu.cli.telling import days, one_line, place, speaker

if TYPE_CHECKING:
    from rich.text import Text

    from jijitsu.schemas.claim import Claim

EXAMPLE = "jijitsu quotes claims.ndjson --speaker 岩井"
MORE = ("jijitsu extract articles/ | jijitsu quotes --about トヨタ --type direct",)


def run(
    file: claimfile.Claims = "-",
    speaker_is: Annotated[
        str | None, typer.Option("--speaker", help="Only what this speaker says; a part of the name will do.")
    ] = None,
    about: Annotated[
        str | None, typer.Option("--about", help="Only what is said about this subject: a name or a ticker.")
    ] = None,
    kind: Annotated[str | None, typer.Option("--type", help="Only direct or indirect quotes.")] = None,
    color: Annotated[console.Colour, typer.Option("--color", help="Colour: auto, always or never.")] = "auto",
) -> None:
    """List quotes, one a line: place, day, speaker, words. Words in 「」 are the speaker's own."""
    if kind not in (None, "direct", "indirect"):
        raise typer.BadParameter(f"{kind!r} is neither direct nor indirect.", param_hint="'--type'")
    said, meant = folded(speaker_is or ""), folded(about or "")
    others: set[str] = set()
    found = 0
    screen = console.screen(color)
    with console.shown():
        for claim in claimfile.claims(file):
            if claim.quote is None or kind not in (None, claim.quote.type):
                continue
            others.add(speaker(claim) or "?")
            if (said and not is_speaker(claim.attribution, said)) or (meant and not is_subject(claim.subject, meant)):
                continue
            found += 1
            screen.print(_line(claim))
    if said and not found:
        console.say(console.visible(f"no quote of {speaker_is} was found. {_hint(speaker_is or '', others)}".strip()))
    console.end()


def _hint(name: str, others: set[str]) -> str:
    return console.did_you_mean(name, sorted(others)) if 0 < len(others) <= 20 else ""


def _line(claim: Claim) -> Text:
    from rich.text import Text

    assert claim.quote is not None
    said = claim.attribution
    about = "、".join(word for word in (said.org, said.role) if word) if said else ""
    who = f"{speaker(claim) or '?'}{f'（{about}）' if about else ''}"
    words = one_line(claim.quote.text)
    line = Text(f"{console.visible(place(claim))}  ", "dim")
    line.append(f"{days(claim) or claim.article.published or '-'}  ")
    line.append(f"{console.visible(who)}  ", "bold not dim")
    shown = console.visible(f"「{words}」" if claim.quote.type == "direct" else words)
    return line.append(shown, "yellow not dim")
