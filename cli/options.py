"""Options that several commands share, and what their values mean."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from jijitsu.cli import completing
from jijitsu.cli.console import complain, did_you_mean
from jijitsu.schemas.errors import JijitsuError

if TYPE_CHECKING:
    from jijitsu.extract.pipeline import Options
    from jijitsu.extract.reading import Reading
    from jijitsu.extract.reading.columns import Columns

Paths = Annotated[
    list[str], typer.Argument(help="Articles or folders of articles; - is standard input.", metavar="PATH...")
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
InputFormat = Annotated[
    str | None,
    typer.Option(
        "--input-format",
        help="What standard input (-) is: html, jsonl, parquet, rss, zip ..., or one with .gz; text, else.",
        metavar="ENDING",
    ),
]
MaxSize = Annotated[
    str | None,
    typer.Option("--max-size", help="Refuse articles that are larger, as 64M; else 16M.", metavar="SIZE"),
]
Timeout = Annotated[
    float,
    typer.Option(
        "--timeout", min=0, help="Give up an article after so many seconds, and go on; 0: never.", metavar="SECONDS"
    ),
]
PATIENCE = 600.0
"""Seconds for an article, where nobody says more: one of the largest that are read takes a sixth of it."""
ParseMode = Literal["none", "auto", "all"]
Parse = Annotated[
    ParseMode,
    typer.Option("--parse", help="Ask the dependency parser never, where rules leave two readings, or always."),
]

_Codes = list[str] | None
Checked = Annotated[
    list[str],
    typer.Argument(
        help="Articles, folders of articles, files of claims (.ndjson); - is standard input.", metavar="PATH..."
    ),
]
Select = Annotated[
    _Codes,
    typer.Option(
        "--select",
        help="Only rules that begin so, as T or N401,C; longer wins.",
        metavar="CODES",
        autocompletion=completing.codes,
    ),
]
Ignore = Annotated[
    _Codes,
    typer.Option("--ignore", help="Not the rules that begin so.", metavar="CODES", autocompletion=completing.codes),
]
Prices = Annotated[
    Path | None,
    typer.Option("--prices", help="CSV: date,symbol,open,high,low,close,currency.", metavar="FILE", dir_okay=False),
]
Facts = Annotated[
    Path | None,
    typer.Option("--facts", help="YAML list: subject, measure, period, amount, unit, source.", metavar="FILE"),
]
Rates = Annotated[
    list[str] | None, typer.Option("--fx", help="A rate, as USD/JPY=147.5; may be given more.", metavar="RATE")
]

_SIZE = re.compile(r"([0-9]{1,12}) ?([KMG]?)(?:I?B)?")
_SHIFTS = {"": 0, "K": 10, "M": 20, "G": 30}


def day(written: str | None) -> date | None:
    """Return the day that --published names. Raises a usage error."""
    if written is None:
        return None
    from jijitsu.extract.reading.dateline import parse_day

    found = parse_day(written)
    if found is None:
        raise typer.BadParameter(f"{written!r} is no date. Write it as 2025-01-28.", param_hint="'--published'")
    return found


def reading(
    published: str | None,
    encoding: str | None,
    columns: Columns | None = None,
    input_format: str | None = None,
    max_size: str | None = None,
    timeout: float = PATIENCE,
) -> Reading:
    """Return how files are read, by what the options say. Raises a usage error."""
    from jijitsu.extract.reading import Reading
    from jijitsu.extract.reading.unpacking import LARGEST

    fields = {} if columns is None else {"columns": columns}
    largest = LARGEST if max_size is None else _bytes(max_size)
    return Reading(day(published), encoding, piped=_ending(input_format), largest=largest, seconds=timeout, **fields)


def _ending(written: str | None) -> str:
    """The ending that --input-format names, with its dot."""
    if written is None:
        return ""
    from jijitsu.extract.reading.inputs import endings, unpacked_name

    ending = "." + written.lower().lstrip(".")
    bare, known = unpacked_name(ending)[1:], endings()
    if bare not in known or (bare == "zip" and ending != ".zip"):
        raise typer.BadParameter(
            f"{written!r} is no format of articles. {did_you_mean(bare, known)}", param_hint="'--input-format'"
        )
    return ending


def _bytes(written: str) -> int:
    """The size that --max-size names: 64M, 200K, 1G, or bytes."""
    found = _SIZE.fullmatch(written.strip().upper())
    if found is None or not 0 < int(found[1]) << _SHIFTS[found[2]] < 2**40:
        raise typer.BadParameter(f"{written!r} is no size. Write it as 64M.", param_hint="'--max-size'")
    return int(found[1]) << _SHIFTS[found[2]]


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
        from jijitsu.extract.linking.entity.names import names
        from jijitsu.extract.linking.entity.userfile import LexiconError
        from jijitsu.extract.ownwords import own_words

        try:
            names(lexicon), own_words(lexicon)
        except LexiconError as fault:
            *first, last = (str(fault), *fault.more)
            for wrong in first:
                complain(JijitsuError(wrong.rstrip(".")))
            raise JijitsuError(last.rstrip("."), hint="Mend the entry, or leave --lexicon out") from None
    return Options(lexicon=lexicon, parse=parse)
