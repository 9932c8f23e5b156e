"""A row of a table in, an article's text and metadata out: which column holds what, by the user's word or by its name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

import msgspec

from jijitsu.extract.lexicon import words
from jijitsu.extract.reading.metadata import Meta
from jijitsu.extract.reading.raw import Content
from jijitsu.extract.reading.stamps import day_of
from jijitsu.schemas.errors import UnreadableError

_SHOWN = 12
"""So many columns are named in an error."""


class Columns(msgspec.Struct, frozen=True):
    """The columns that the user names; null: the one that is called as such columns are. `a.b` is b within a, and an
    empty name is none at all.
    """

    text: str | None = None
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None


def content_of(row: Mapping[str, Any], columns: Columns) -> Content:
    """Return what a row holds. Raises UnreadableError, without `where`, if it has no text or a day that is none."""
    field = column_of(row, "text", columns.text)
    if field is None or (text := _value(row, field)) is None:
        raise _textless(row, columns.text, field)
    if not isinstance(text, str):
        raise UnreadableError(f"the column {field} holds no text", hint="Name the column of the text with --text-field")
    title, publisher, url = (
        _words(row, column_of(row, name, getattr(columns, name)), name) for name in ("title", "publisher", "url")
    )
    column = column_of(row, "published", columns.published)
    return Content(text, Meta(_day(row, column), title, publisher, url, f"column {column}"), field)


def column_of(row: Mapping[str, Any], name: str, told: str | None) -> str | None:
    """Return the column that holds text, title, published, publisher or url; None if there is none."""
    if told is not None:
        return told or None
    if name in row:
        return name
    lowered = {key.lower(): key for key in reversed(list(row))} if len(row) <= 1000 else {}
    return next((lowered[one] for one in _known()[name] if one in lowered), None)


def holds_text(row: Mapping[str, Any], columns: Columns) -> bool:
    """True if a row has a column that may be an article's text."""
    field = column_of(row, "text", columns.text)
    return field is not None and isinstance(_value(row, field), str)


@cache
def _known() -> Mapping[str, tuple[str, ...]]:
    return {name: tuple(columns) for name, columns in words("columns").items()}


def _value(row: Mapping[str, Any], field: str) -> Any:
    """What a column holds; None where there is no such column."""
    if field in row or "." not in field:
        return row.get(field)
    at: Any = row
    for part in field.split("."):
        at = at.get(part) if isinstance(at, Mapping) else None
    return at


def _words(row: Mapping[str, Any], field: str | None, name: str) -> str | None:
    value = None if field is None else _value(row, field)
    if value is None or isinstance(value, (list, dict)):
        return None
    return str(value).strip() or None if isinstance(value, (str, int)) else None


def _day(row: Mapping[str, Any], field: str | None) -> date | None:
    value = None if field is None else _value(row, field)
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    day = None if isinstance(value, bool) or not isinstance(value, (str, int, float, date)) else day_of(value)
    if day is None:
        shown = repr(value)
        raise UnreadableError(
            f"the column {field} holds no date: {shown if len(shown) <= 60 else shown[:60] + '…'}",
            hint="Write it as 2025-01-28, or name another column with --published-field",
        )
    return day


def _textless(row: Mapping[str, Any], told: str | None, field: str | None) -> UnreadableError:
    if field is not None and (told is None or field in row):
        return UnreadableError(f"the column {field} is empty")
    names = [str(name)[:40] for name in list(row)[:_SHOWN]]
    more = " …" if len(row) > _SHOWN else ""
    has = f"it has {', '.join(names)}{more}" if names else "it has none at all"
    missing = f"no column {told}" if told else "no column of text"
    return UnreadableError(f"there is {missing} ({has})", hint="Name the column of the text with --text-field")
