"""`jijitsu stats`: how many claims of what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from jijitsu.cli import claimfile, console
from jijitsu.cli.telling import counted, speaker

if TYPE_CHECKING:
    from rich.text import Text

    from jijitsu.schemas.claim import Claim

EXAMPLE = "jijitsu stats claims.ndjson"
MORE = ("jijitsu extract articles/ | jijitsu stats --by speaker --top 20",)
_BY = ("kind", "subject", "speaker", "modality", "measure", "publisher")
_NAME, _BAR = 32, 24
"""Width of names and of the longest bar, in cells; a narrow terminal has less."""
_FIXED = 21
"""Cells of the figures between them, and of the gaps."""


def run(
    file: claimfile.Claims = "-",
    by: Annotated[
        list[str] | None,
        typer.Option("--by", help=f"Count by this alone, of {', '.join(_BY)}; may be given more than once."),
    ] = None,
    top: Annotated[int, typer.Option("--top", help="Lines of a table at most.", min=1)] = 10,
    color: Annotated[console.Colour, typer.Option("--color", help="Colour: auto, always or never.")] = "auto",
) -> None:
    """Count claims by kind, subject, speaker and modality."""
    for name in by or ():
        if name not in _BY:
            raise typer.BadParameter(
                f"{name!r} is nothing to count by. {console.did_you_mean(name, _BY)}", param_hint="'--by'"
            )
    tables: dict[str, Counter[str]] = {name: Counter() for name in by or _BY[:4]}
    articles: set[tuple[str | None, str]] = set()
    total = 0
    for claim in claimfile.claims(file):
        total += 1
        articles.add((claim.article.name, claim.article.sha256))
        for name, table in tables.items():
            word = _word(claim, name)
            if word is not None:
                table[word] += 1
    screen = console.screen(color)
    with console.shown():
        screen.print(f"{counted(total)} in {counted(len(articles), 'article')}")
        for name, table in tables.items():
            for line in _table(name, table, top, None if screen.soft_wrap else screen.width):
                screen.print(line)
    console.end()


def _word(claim: Claim, by: str) -> str | None:
    """What a claim counts under; None for none."""
    if by == "subject":
        return claim.subject.name if claim.subject else None
    if by == "speaker":
        return speaker(claim)
    word: str | None = claim.article.publisher if by == "publisher" else getattr(claim, by)
    return word


def _table(name: str, table: Counter[str], top: int, room: int | None) -> Iterable[Text]:
    """The lines of a table, most claims first; names of the same number in their own order."""
    from rich.cells import set_cell_size
    from rich.text import Text

    rows = sorted(table.items(), key=lambda row: (-row[1], row[0]))
    more = f" ({top} of {len(rows):,})" if len(rows) > top else ""
    yield Text(f"\nby {name}{more}", "bold")
    if not rows:
        yield Text("  none")
    wide, bar = _widths([word for word, _ in rows[:top]], room)
    for word, number in rows[:top]:
        line = Text(f"  {set_cell_size(console.visible(word), wide)} {number:>9,} {number / table.total():>6.1%}  ")
        yield line.append("#" * max(1, round(bar * number / rows[0][1])), "cyan")


def _widths(words: list[str], room: int | None) -> tuple[int, int]:
    """Cells of the names and of the longest bar; names come first where there is little room."""
    from rich.cells import cell_len

    spare = _NAME + _BAR if room is None else max(12, room - _FIXED)
    if spare >= _NAME + _BAR:
        return _NAME, _BAR
    wide = min(_NAME, spare - 3, max(map(cell_len, words)))
    return wide, min(_BAR, spare - wide)
