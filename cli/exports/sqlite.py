"""SQLite: tables `articles` and `claims`.

`articles`: `id`, `path`, `sha256`, `title`, `published`, `publisher`, `url`. `claims`: `article` (an articles.id), then
the claim's columns (see `exporting.cells`); its key is (`article`, `id`). SQLite has no exact decimals, so each amount
stands twice: `value_amount` to reckon with (an integer, or a binary float), `value_amount_text` exactly.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from decimal import Decimal
from pathlib import Path

from jijitsu.cli.exporting import COLUMNS, Cell, Export, cells
from jijitsu.schemas.claim import ArticleRef, Claim
from jijitsu.schemas.errors import JijitsuError
from jijitsu.schemas.numbers import written

_AMOUNTS = ("value_amount", "value_amount_max", "equivalent_amount")
_NUMBERS = (
    "evidence_start", "evidence_end", "evidence_line", "evidence_column", "sentence_start", "sentence_end",
)  # fmt: skip
_TABLES = """
CREATE TABLE articles (
    id INTEGER PRIMARY KEY, path TEXT, sha256 TEXT NOT NULL, title TEXT, published TEXT, publisher TEXT, url TEXT
);
CREATE TABLE claims (article INTEGER NOT NULL REFERENCES articles(id), {columns}, PRIMARY KEY (article, id));
CREATE INDEX claims_by_kind ON claims(kind);
CREATE INDEX claims_by_fact ON claims(fact);
CREATE INDEX claims_by_subject ON claims(subject_name);
"""


def write(claims: Iterable[Claim], path: Path, bom: bool) -> None:
    """Write a new database. Raises JijitsuError if two claims of an article have one id."""
    del bom  # a database has none
    with closing(sqlite3.connect(path)) as base, base:
        base.executescript(_TABLES.format(columns=", ".join(_definitions())))
        articles: dict[ArticleRef, int] = {}
        for claim in claims:
            number = articles.get(claim.article)
            if number is None:
                number = articles[claim.article] = len(articles) + 1
                base.execute("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?)", (number, *_article(claim.article)))
            row = [number, *_row(claim)]
            try:
                base.execute(f"INSERT INTO claims VALUES ({', '.join('?' * len(row))})", row)
            except sqlite3.IntegrityError:
                raise JijitsuError(
                    f"two claims of {claim.article.path or 'an article'} have the id {claim.id}",
                    hint="`jijitsu validate` lists double ids (S002)",
                ) from None


def _definitions() -> Iterable[str]:
    for column in COLUMNS:
        if column in _AMOUNTS:
            yield f"{column} NUMERIC"
            yield f"{column}_text TEXT"
        else:
            yield f"{column} {'INTEGER' if column in _NUMBERS else 'TEXT'}"


def _row(claim: Claim) -> Iterable[str | int | float | None]:
    for column, cell in cells(claim):
        if column in _AMOUNTS:
            yield _reckonable(cell)
            yield written(cell) if isinstance(cell, Decimal) else None
        else:
            assert not isinstance(cell, Decimal)
            yield cell


def _reckonable(cell: Cell) -> int | float | None:
    """An amount as SQLite can reckon with it."""
    if not isinstance(cell, Decimal):
        return None
    return int(cell) if cell == cell.to_integral_value() and abs(cell) < 2**63 else float(cell)


def _article(article: ArticleRef) -> tuple[str | None, ...]:
    published = article.published.isoformat() if article.published else None
    return article.path, article.sha256, article.title, published, article.publisher, article.url


EXPORT = Export("sqlite", "a database with tables articles and claims", (".sqlite", ".sqlite3", ".db"), write)
