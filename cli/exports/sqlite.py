"""SQLite: tables `articles`, `claims`, `quotes`, `facts`, and views for the usual questions.

* `articles`: `id`, then the fields of an article; one row for each path and text.
* `claims`: `number` (its order), `article` (an articles.id), the claim's columns (`exporting.COLUMNS`; its quote stands
  in `quotes`), `attributed` (has it an attribution at all?), `run` (which export wrote it). An article has an id once.
  SQLite has no exact decimals, so each amount stands twice: `value_amount` to reckon with (an integer, or a binary
  float), `value_amount_text` exactly.
* `quotes`: `claim` (a claims.number), `text`, `type`. `facts`: `id` (which `claims.fact` names), subject and measure.
* Views: `price_moves`, `levels` (levels and figures by day), `results`, `who_said`, `expected`, `told_twice` (facts of
  several claims), `at_odds` (facts whose figures differ).

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

from jijitsu.cli.exporting import ARTICLE, COLUMNS, Cell, Export, Settings, cells
from jijitsu.schemas.claim import ArticleRef, Claim
from jijitsu.schemas.errors import JijitsuError
from jijitsu.schemas.numbers import written

_MARK = 0x6A696A69
"""SQLite's application_id of our databases: `jiji`."""
_AMOUNTS = ("value_amount", "value_amount_max", "equivalent_amount")
_NUMBERS = (
    "evidence_start", "evidence_end", "evidence_line", "evidence_column", "sentence_start", "sentence_end",
)  # fmt: skip
_HELD = {column: None for column in COLUMNS if not column.startswith("quote_")}
"""The columns of `claims`, in order."""
_TABLES = """
CREATE TABLE articles (
    id INTEGER PRIMARY KEY, path TEXT, sha256 TEXT NOT NULL, title TEXT, published TEXT, publisher TEXT, url TEXT,
    run INTEGER NOT NULL
);
CREATE UNIQUE INDEX articles_once ON articles(sha256, coalesce(path, ''), path IS NULL);
CREATE TABLE facts (id TEXT PRIMARY KEY, subject_name TEXT, subject_id TEXT, measure TEXT) WITHOUT ROWID;
CREATE TABLE claims (
    number INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles(id), {columns},
    attributed INTEGER NOT NULL, run INTEGER NOT NULL, UNIQUE (article, id), FOREIGN KEY (fact) REFERENCES facts(id)
);
CREATE TABLE quotes (claim INTEGER PRIMARY KEY REFERENCES claims(number), text TEXT NOT NULL, type TEXT NOT NULL);
"""
_INDEXES = """
CREATE INDEX claims_by_kind ON claims(kind, measure);
CREATE INDEX claims_by_fact ON claims(fact) WHERE fact IS NOT NULL;
CREATE INDEX claims_by_subject ON claims(subject_name);
CREATE INDEX claims_by_subject_id ON claims(subject_id) WHERE subject_id IS NOT NULL;
CREATE INDEX claims_by_speaker ON claims(attribution_speaker) WHERE attribution_speaker IS NOT NULL;
CREATE INDEX claims_by_time ON claims(time_start) WHERE time_start IS NOT NULL;
CREATE INDEX articles_by_day ON articles(published);

CREATE VIEW price_moves AS SELECT subject_name, subject_id, measure, direction, value_amount, value_unit,
    value_relation, basis, time_start, time_end, modality, path, evidence_line, evidence_text
    FROM claims JOIN articles ON articles.id = article WHERE kind = 'price_move';
CREATE VIEW levels AS SELECT time_start, time_end, subject_name, subject_id, kind, measure, mark, value_amount,
    value_amount_max, value_unit, value_relation, modality, path, evidence_line, evidence_text
    FROM claims JOIN articles ON articles.id = article
    WHERE direction IS NULL AND value_amount IS NOT NULL AND time_start IS NOT NULL;
CREATE VIEW results AS SELECT subject_name, subject_id, measure, value_amount, value_unit, value_relation, direction,
    basis, time_text, time_start, time_end, modality, path, evidence_line, evidence_text
    FROM claims JOIN articles ON articles.id = article WHERE kind = 'financial';
CREATE VIEW who_said AS SELECT attribution_speaker AS speaker, attribution_role AS role, attribution_org AS org,
    quotes.text AS said, type, modality, published, path, evidence_line
    FROM quotes JOIN claims ON number = claim JOIN articles ON articles.id = article;
CREATE VIEW expected AS SELECT time_end AS until, subject_name, measure, value_amount, value_unit, direction,
    attribution_speaker AS speaker, path, evidence_line, evidence_text
    FROM claims JOIN articles ON articles.id = article WHERE modality = 'forecast' AND value_amount IS NOT NULL;
CREATE VIEW told_twice AS SELECT facts.*, count(*) AS claims, count(DISTINCT article) AS articles
    FROM facts JOIN claims ON fact = facts.id GROUP BY facts.id HAVING count(*) > 1;
CREATE VIEW at_odds AS SELECT facts.id AS fact, facts.subject_name, facts.measure, value_unit AS unit,
    min(value_amount) AS least, max(value_amount) AS most, count(*) AS claims
    FROM facts JOIN claims ON fact = facts.id WHERE modality = 'asserted' AND value_relation = 'eq'
    GROUP BY facts.id, claims.kind, direction, mark, basis, value_unit HAVING count(DISTINCT value_amount_text) > 1;
"""


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
            elif base.execute("PRAGMA application_id").fetchone() != (_MARK,):
                raise JijitsuError("this is another program's database", hint="Name a new file")
            base.execute("PRAGMA foreign_keys = ON")
            base.execute("BEGIN IMMEDIATE")
            if new:
                _run(base, _TABLES.format(columns=", ".join(_definitions())))
                base.execute(f"PRAGMA application_id = {_MARK}")
                base.execute("PRAGMA user_version = 1")
            _add(base, claims)
            if new:
                _run(base, _INDEXES)
            base.execute("COMMIT")
            base.execute("PRAGMA journal_mode = WAL")
    except sqlite3.Error as fault:
        raise JijitsuError(f"cannot be written ({fault})") from None


def read(path: Path) -> Iterator[Claim]:
    """Yield the claims of a database in the order in which they came. Raises JijitsuError."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?{_mode(path)}", uri=True)) as base:
            if base.execute("PRAGMA application_id").fetchone() != (_MARK,):
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


def _definitions() -> Iterator[str]:
    for column in _HELD:
        if column in _AMOUNTS:
            yield f"{column} NUMERIC"
            yield f"{column}_text TEXT"
        else:
            yield f"{column} {'INTEGER' if column in _NUMBERS else 'TEXT'}"


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
                f"two claims of {claim.article.path or 'an article'} have the id {claim.id}",
                hint="`jijitsu validate` lists double ids (S002)",
            )
        if claim.quote:
            base.execute("REPLACE INTO quotes VALUES (?, ?, ?)", (found[0], claim.quote.text, claim.quote.type))


def _article(base: sqlite3.Connection, article: ArticleRef, run: int) -> int:
    """The number of an article, which is written where it is not there yet."""
    day = article.published.isoformat() if article.published else None
    values = (article.path, article.sha256, article.title, day, article.publisher, article.url)
    found = base.execute(
        "SELECT id, run, title, published, publisher, url FROM articles "
        "WHERE sha256 = ? AND coalesce(path, '') = coalesce(?, '') AND (path IS NULL) = (? IS NULL)",
        (article.sha256, article.path, article.path),
    ).fetchone()
    if found is None:
        into = f"INSERT INTO articles ({', '.join(ARTICLE)}, run) VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id"
        return int(base.execute(into, (*values, run)).fetchone()[0])
    if found[1] == run:
        if found[2:] != values[2:]:
            name = article.path or "an article"
            raise JijitsuError(f"claims differ on title, day, publisher or address of {name}", hint="Export them apart")
    else:
        base.execute(
            "UPDATE articles SET title = ?, published = ?, publisher = ?, url = ?, run = ? WHERE id = ?",
            (*values[2:], run, found[0]),
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
    for column in _HELD:
        yield column
        if column in _AMOUNTS:
            yield f"{column}_text"


def _values(claim: Claim) -> Iterator[str | int | float | None]:
    for column, cell in cells(claim):
        if column in _AMOUNTS:
            yield _reckonable(cell)
            yield written(cell) if isinstance(cell, Decimal) else None
        elif column in _HELD:
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
    record["article"] = {name: row[name] for name in ARTICLE}
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
        if column in _AMOUNTS and row[column] is not None
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
