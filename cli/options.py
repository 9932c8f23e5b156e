"""Options that several commands share, and what their values mean."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from jijitsu.cli.console import complain, did_you_mean
from jijitsu.schemas.errors import JijitsuError

if TYPE_CHECKING:
    from jijitsu.extract.pipeline import Options
    from jijitsu.extract.reading.columns import Columns

Paths = Annotated[
    list[str], typer.Argument(help="Articles or folders of articles; - is standard input.", metavar="PATH")
]
Article = Annotated[str, typer.Argument(help="One article; - is standard input.", metavar="ARTICLE")]
Published = Annotated[
    str | None, typer.Option("--published", help="Publication date of all articles, as 2025-01-28.", metavar="DATE")
]
Encoding = Annotated[
    str | None,
    typer.Option("--encoding", help="Encoding of the articles, where telling them apart fails.", metavar="NAME"),
]
TextField = Annotated[
    str | None, typer.Option("--text-field", help="Column of the text, in tables of articles.", metavar="COLUMN")
]
TitleField = Annotated[str | None, typer.Option("--title-field", help="Column of the title.", metavar="COLUMN")]
PublishedField = Annotated[
    str | None, typer.Option("--published-field", help="Column of the publication date.", metavar="COLUMN")
]
PublisherField = Annotated[
    str | None, typer.Option("--publisher-field", help="Column of the publisher.", metavar="COLUMN")
]
UrlField = Annotated[str | None, typer.Option("--url-field", help="Column of the address.", metavar="COLUMN")]
Lexicon = Annotated[
    Path | None,
    typer.Option(
        "--lexicon", help="Your own names and measures, as a YAML file.", metavar="FILE", exists=True, dir_okay=False
    ),
]
ParseMode = Literal["none", "auto", "all"]
Parse = Annotated[
    ParseMode,
    typer.Option("--parse", help="Ask the dependency parser never, where rules leave two readings, or always."),
]


def day(written: str | None) -> date | None:
    """Return the day that --published names. Raises a usage error."""
    if written is None:
        return None
    from jijitsu.extract.reading.dateline import parse_day

    found = parse_day(written)
    if found is None:
        raise typer.BadParameter(f"{written!r} is no date. Write it as 2025-01-28.", param_hint="'--published'")
    return found


def columns(
    text: str | None, title: str | None, published: str | None, publisher: str | None, url: str | None
) -> Columns:
    """Return the columns that --text-field and the like name."""
    from jijitsu.extract.reading.columns import Columns

    return Columns(text, title, published, publisher, url)


def kinds(names: list[str] | None) -> frozenset[str]:
    """Return the kinds that --kind names; none is all. Raises a usage error for a name that is no kind."""
    from jijitsu.schemas.claim import KINDS

    for name in names or ():
        if name not in KINDS and not name.startswith("x-"):
            raise typer.BadParameter(
                f"{name!r} is no kind of claim. {did_you_mean(name, KINDS)}", param_hint="'--kind'"
            )
    return frozenset(names or ())


def options(lexicon: Path | None, parse: ParseMode) -> Options:
    """Return how articles are read. Raises JijitsuError for a lexicon that cannot be used."""
    from jijitsu.extract.pipeline import Options

    if lexicon is not None:
        # Read here, so that a wrong entry is told once and not for every article.
        from jijitsu.extract.linking.names import names
        from jijitsu.extract.linking.userfile import LexiconError
        from jijitsu.extract.ownwords import own_words

        try:
            names(lexicon), own_words(lexicon)
        except LexiconError as fault:
            *first, last = (str(fault), *fault.more)
            for wrong in first:
                complain(JijitsuError(wrong.rstrip(".")))
            raise JijitsuError(last.rstrip("."), hint="Mend the entry, or leave --lexicon out") from None
    return Options(lexicon=lexicon, parse=parse)
