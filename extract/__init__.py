"""The verbs: article in, claims out. Loading this package loads nothing heavy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jijitsu.extract.collection import Claims
    from jijitsu.extract.pipeline import Options
    from jijitsu.extract.reading.columns import Columns
    from jijitsu.schemas.errors import UnreadableError


def extract_text(
    text: str, published: date | None = None, path: str | None = None, *, options: Options | None = None
) -> Claims:
    """Return the claims of a decoded text, in order of their places.

    `published` is the publication date (else front matter or dateline of the text give it), `path` is what the records
    name as the article's place. Raises `jijitsu.schemas.errors.UnreadableError` for front matter that cannot be read.
    """
    from jijitsu.extract.collection import Claims
    from jijitsu.extract.pipeline import Options, extract_article
    from jijitsu.extract.reading import Reading, article_of

    article = article_of(text, Reading(published), path=path)
    return Claims(extract_article(article, options or Options()), article.text)


def extract_file(
    path: str | Path,
    published: date | None = None,
    encoding: str | None = None,
    *,
    options: Options | None = None,
) -> Claims:
    """Return the claims of one file (`-` is standard input). Raises `jijitsu.schemas.errors.UnreadableError`."""
    from jijitsu.extract.collection import Claims
    from jijitsu.extract.pipeline import Options, extract_article
    from jijitsu.extract.reading import Reading, read

    article = read(path, Reading(published, encoding))
    return Claims(extract_article(article, options or Options()), article.text)


def extract_each(
    path: str | Path,
    published: date | None = None,
    encoding: str | None = None,
    *,
    columns: Columns | None = None,
    options: Options | None = None,
    failed: Callable[[UnreadableError], None] | None = None,
) -> Iterator[Claims]:
    """Yield the claims of every article in a file: a table, a feed, an archive, or a single one.

    `columns` are those of tables, where their names do not tell. `failed` is told of each article that cannot be read;
    without it the first of these raises `jijitsu.schemas.errors.UnreadableError`.
    """
    from jijitsu.extract.collection import Claims
    from jijitsu.extract.pipeline import Options, extract_article
    from jijitsu.extract.reading import Reading
    from jijitsu.extract.reading.columns import Columns
    from jijitsu.extract.reading.inputs import articles
    from jijitsu.schemas.errors import UnreadableError

    for found in articles(path, Reading(published, encoding, columns or Columns())):
        if not isinstance(found, UnreadableError):
            yield Claims(extract_article(found, options or Options()), found.text)
        elif failed is None:
            raise found
        else:
            failed(found)
