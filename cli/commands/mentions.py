"""`jijitsu mentions`: what the recognisers saw, for tuning words and for tests."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any

from jijitsu.cli import console
from jijitsu.cli.options import (
    PATIENCE,
    Encoding,
    InputFormat,
    Lexicon,
    MaxSize,
    Paths,
    Published,
    PublishedField,
    TextField,
    Timeout,
    columns,
    options,
    reading,
)
from jijitsu.schemas.errors import JijitsuError

if TYPE_CHECKING:
    from jijitsu.schemas.mention import Mention

EXAMPLE = "jijitsu mentions article.txt | jq 'select(.type == \"money\")'"
INTERNAL = frozenset({"number", "measure"})
"""Types that recognisers need among themselves."""


def run(
    paths: Paths,
    published: Published = None,
    encoding: Encoding = None,
    text_field: TextField = None,
    published_field: PublishedField = None,
    input_format: InputFormat = None,
    max_size: MaxSize = None,
    timeout: Timeout = PATIENCE,
    lexicon: Lexicon = None,
) -> None:
    """Print the amounts, times and names seen in articles, one JSON object a line."""
    fields = columns(text_field, None, published_field, None, None)
    given = reading(published, encoding, fields, input_format, max_size, timeout)
    from jijitsu.extract.bounding import in_time
    from jijitsu.extract.pipeline import see
    from jijitsu.extract.reading.inputs import articles
    from jijitsu.extract.reading.walking import walk
    from jijitsu.schemas.record import encode_plain

    how = options(lexicon, "none")
    trouble = False
    for file in console.track(list(walk(paths)), "Reading"):
        for found in [file] if isinstance(file, JijitsuError) else articles(file, given):
            try:
                if isinstance(found, JijitsuError):
                    raise found
                scenes = in_time(partial(see, found, how, furniture=True), timeout, found.name).scenes
            except JijitsuError as fault:
                console.complain(fault)
                trouble = True
                continue
            for mention in chain.from_iterable(scene.mentions for scene in scenes):
                if mention.type not in INTERNAL:
                    console.write(encode_plain(_line(found.name, mention)) + b"\n")
    console.end(trouble=trouble)


def _line(path: str | None, mention: Mention) -> dict[str, Any]:
    return {
        "path": path,
        "type": mention.type,
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "value": _value(mention),
    }


def _value(mention: Mention) -> dict[str, Any]:
    """The reading, its fields in the order of the page about records."""
    from jijitsu.schemas.mention import Amount, Bracketed, Entity, Timex

    value = mention.value
    if isinstance(value, Amount):
        return {
            "amount": value.amount, "unit": value.unit, "relation": value.relation, "amount_max": value.amount_max,
        }  # fmt: skip
    if isinstance(value, Timex):
        return {"timex": value.timex, "start": value.start, "end": value.end}
    if isinstance(value, Entity):
        return {"name": value.name, "id": value.id, "type": value.type, "role": value.role, "org": value.org}
    if isinstance(value, Bracketed):
        return {"bracket": value.bracket}
    return {"means": value.means}
