"""SQLite: tables `articles`, `claims`, `quotes`, `facts`, and views for the usual questions (see database.py).

Claims that are in the database already are written anew at their place, so that the same export twice changes nothing;
claims of an article that it has no more stay. A run is one transaction: readers see all of it or nothing (WAL).
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec

from jijitsu.cli.database import AMOUNTS, HELD, INDEXES, MARK, OLDER, VERSION, tables
from jijitsu.cli.exporting import ARTICLE, COLUMNS, Cell, Export, Settings, cells
from jijitsu.schemas.claim import ArticleRef, Claim
from jijitsu.schemas.errors import JijitsuError
from jijitsu.schemas.numbers import written


def write(claims: Iterable[Claim], path: Path, settings: Settings) -> None:
    """Write a new database, or add to one of ours.

    Raises JijitsuError if the file is another database, and if two claims of an article have one id.
    """
    del settings
    new = not path.exists() or path.stat().st_size == 0
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as base:
            if new:
                base.execute("PRAGMA synchronous = OFF")  # nobody sees the file before it is whole
                base.execute("PRAGMA journal_mode = MEMORY")
            elif base.execute("PRAGMA application_id").fetchone() != (MARK,):
                raise JijitsuError("this is another program's database", hint="Name a new file")
            base.execute("PRAGMA foreign_keys = ON")
            base.execute("BEGIN IMMEDIATE")
            if new:
                _run(base, tables())
                base.execute(f"PRAGMA application_id = {MARK}")
                base.execute(f"PRAGMA user_version = {VERSION}")
            else:
                _renew(base)
            _add(base, claims)
            if new:
                _run(base, INDEXES)
            base.execute("COMMIT")
            base.execute("PRAGMA journal_mode = WAL")
    except sqlite3.Error as fault:
        raise JijitsuError(f"cannot be written ({fault})") from None


def read(path: Path) -> Iterator[Claim]:
    """Yield the claims of a database in the order in which they came. Raises JijitsuError."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?{_mode(path)}", uri=True)) as base:
            if base.execute("PRAGMA application_id").fetchone() != (MARK,):
                raise JijitsuError("this is another program's database", hint="Name one that `jijitsu export` wrote")
            base.row_factory = sqlite3.Row
            query = (
                "SELECT *, claims.id AS id, quotes.text AS quote_text, quotes.type AS quote_type FROM claims "
                "JOIN articles ON articles.id = article LEFT JOIN quotes ON claim = number ORDER BY number"
            )
            for row in base.execute(query):
                yield _claim(dict(row))
    except (sqlite3.Error, msgspec.ValidationError) as fault:
        raise JijitsuError(f"no database of claims that can be read ({fault})") from None


def _mode(path: Path) -> str:
    """How to open a database that is only read.

    A reader of a WAL database leaves files beside it, unless it may write and so clear up; where it may not, and nobody
    else is writing, the file is taken as it is.
    """
    if os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK):
        return "mode=rw"
    return "mode=ro" if path.with_name(f"{path.name}-wal").exists() else "immutable=1"


def _run(base: sqlite3.Connection, script: str) -> None:
    """Run statements within the transaction that is open, which `executescript` would close."""
    for statement in script.split(";\n"):
        base.execute(statement)


def _renew(base: sqlite3.Connection) -> None:
    """Give the tables of an older version the columns that they lack. Raises JijitsuError for a newer one."""
    (version,) = base.execute("PRAGMA user_version").fetchone()
    if version > VERSION:
        raise JijitsuError("a newer jijitsu wrote this database", hint="Name a new file, or upgrade")
    for older in range(version, VERSION):
        _run(base, OLDER[older])
        base.execute(f"PRAGMA user_version = {older + 1}")


def _add(base: sqlite3.Connection, claims: Iterable[Claim]) -> None:
    (run,) = base.execute("SELECT coalesce(max(run), 0) + 1 FROM articles").fetchone()
    names = ["article", *_names(), "attributed", "run"]
    upsert = _upsert("claims", names, ("article", "id"))
    last: tuple[ArticleRef, int] | None = None
    for claim in claims:
        if last is None or last[0] != claim.article:
            last = claim.article, _article(base, claim.article, run)
        if claim.fact:
            subject = claim.subject
            base.execute(
                "INSERT OR IGNORE INTO facts VALUES (?, ?, ?, ?)",
                (claim.fact, subject and subject.name, subject and subject.id, claim.measure),
            )
        values = [last[1], *_values(claim), claim.attribution is not None, run]
        found = base.execute(upsert, values).fetchone()
        if found is None:
            raise JijitsuError(
                f"two claims of {claim.article.name or 'an article'} have the id {claim.id}",
                hint="`jijitsu validate` lists double ids (S002)",
            )
        if claim.quote:
            base.execute("REPLACE INTO quotes VALUES (?, ?, ?)", (found[0], claim.quote.text, claim.quote.type))


def _article(base: sqlite3.Connection, article: ArticleRef, run: int) -> int:
    """The number of an article, which is written where it is not there yet."""
    day = article.published.isoformat() if article.published else None
    values = (
        article.path, article.sha256, article.title, day, article.publisher, article.url, article.member, article.row,
        article.field,
    )  # fmt: skip
    found = base.execute(
        "SELECT id, run, title, published, publisher, url, field FROM articles "
        "WHERE sha256 = ? AND coalesce(path, '') = coalesce(?, '') AND (path IS NULL) = (? IS NULL) "
        "AND coalesce(member, '') = coalesce(?, '') AND coalesce(row, 0) = coalesce(?, 0)",
        (article.sha256, article.path, article.path, article.member, article.row),
    ).fetchone()
    told = (*values[2:6], article.field)
    if found is None:
        into = (
            f"INSERT INTO articles ({', '.join(ARTICLE)}, run) VALUES ({', '.join('?' * len(values))}, ?) RETURNING id"
        )
        return int(base.execute(into, (*values, run)).fetchone()[0])
    if found[1] == run:
        if found[2:] != told:
            name = article.name or "an article"
            raise JijitsuError(f"claims differ on title, day, publisher or address of {name}", hint="Export them apart")
    else:
        base.execute(
            "UPDATE articles SET title = ?, published = ?, publisher = ?, url = ?, field = ?, run = ? WHERE id = ?",
            (*told, run, found[0]),
        )
    return int(found[0])


def _upsert(table: str, names: list[str], key: tuple[str, ...]) -> str:
    """Insert, or write anew what an earlier run has written: a second time in this run gives no row."""
    renewed = ", ".join(f"{name} = excluded.{name}" for name in names if name not in key)
    return (
        f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))}) "
        f"ON CONFLICT ({', '.join(key)}) DO UPDATE SET {renewed} WHERE run <> excluded.run RETURNING number"
    )


def _names() -> Iterator[str]:
    for column in HELD:
        yield column
        if column in AMOUNTS:
            yield f"{column}_text"


def _values(claim: Claim) -> Iterator[str | int | float | None]:
    for column, cell in cells(claim):
        if column in AMOUNTS:
            yield _reckonable(cell)
            yield written(cell) if isinstance(cell, Decimal) else None
        elif column in HELD:
            assert not isinstance(cell, Decimal)
            yield cell


def _reckonable(cell: Cell) -> int | float | None:
    """An amount as SQLite can reckon with it."""
    if not isinstance(cell, Decimal):
        return None
    return int(cell) if cell == cell.to_integral_value() and abs(cell) < 2**63 else float(cell)


def _claim(row: Mapping[str, Any]) -> Claim:
    """The claim in a row of the join."""
    record: dict[str, Any] = {name: row[name] for name in Claim.__struct_fields__ if name in row}
    record["article"] = {name: row.get(name) for name in ARTICLE}
    for part, there in _THERE.items():
        record[part] = _part(row, part) if row[there] not in (None, 0) else None
    record["evidence"] = {**_part(row, "evidence"), "sentence": _part(row, "sentence")}
    return msgspec.convert(record, Claim)


_THERE = {
    "subject": "subject_text", "value": "value_text", "equivalent": "equivalent_text", "time": "time_text",
    "attribution": "attributed", "quote": "quote_text",
}  # fmt: skip
"""Part -> a column that is null (or 0) where the claim has no such part."""


def _part(row: Mapping[str, Any], part: str) -> dict[str, Any]:
    fields = [column for column in COLUMNS if column.startswith(f"{part}_")]
    return {
        column.removeprefix(f"{part}_"): Decimal(row[f"{column}_text"])
        if column in AMOUNTS and row[column] is not None
        else row[column]
        for column in fields
    }


EXPORT = Export(
    name="sqlite",
    about="a database with tables articles, claims, quotes, facts; adds to one that is there",
    suffixes=(".sqlite", ".sqlite3", ".db"),
    write=write,
    read=read,
    magic=b"SQLite format 3\0",
    grows=True,
)
