"""The SQLite database that claims are exported to: its tables, indexes and views.

* `articles`: `id`, then the fields of an article; one row for each path (with member and row) and text.
* `claims`: `number` (its order), `article` (an articles.id), the claim's columns (`exporting.COLUMNS`; its quote stands
  in `quotes`), `attributed` (has it an attribution at all?), `run` (which export wrote it). An article has an id once.
  SQLite has no exact decimals, so each amount stands twice: `value_amount` to reckon with (an integer, or a binary
  float), `value_amount_text` exactly.
* `quotes`: `claim` (a claims.number), `text`, `type`. `facts`: `id` (which `claims.fact` names), subject and measure.
* Views: `price_moves`, `levels` (levels and figures by day), `results`, `who_said`, `expected`, `told_twice` (facts of
  several claims), `at_odds` (facts whose figures differ).
"""

from __future__ import annotations

from jijitsu.cli.exporting import COLUMNS

MARK = 0x6A696A69
"""SQLite's application_id of our databases: `jiji`."""
AMOUNTS = ("value_amount", "value_amount_max", "equivalent_amount")
_NUMBERS = (
    "evidence_start", "evidence_end", "evidence_line", "evidence_column", "sentence_start", "sentence_end",
)  # fmt: skip
HELD = {column: None for column in COLUMNS if not column.startswith("quote_")}
"""The columns of `claims`, in order."""
_TABLES = """CREATE TABLE articles (
    id INTEGER PRIMARY KEY, path TEXT, sha256 TEXT NOT NULL, title TEXT, published TEXT, publisher TEXT, url TEXT,
    run INTEGER NOT NULL, member TEXT, row INTEGER, field TEXT
);
{once};
CREATE TABLE facts (id TEXT PRIMARY KEY, subject_name TEXT, subject_id TEXT, measure TEXT) WITHOUT ROWID;
CREATE TABLE claims (
    number INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles(id), {columns},
    attributed INTEGER NOT NULL, run INTEGER NOT NULL, UNIQUE (article, id), FOREIGN KEY (fact) REFERENCES facts(id)
);
CREATE TABLE quotes (claim INTEGER PRIMARY KEY REFERENCES claims(number), text TEXT NOT NULL, type TEXT NOT NULL);
"""
_ONCE = """CREATE UNIQUE INDEX articles_once ON articles(sha256, coalesce(path, ''), path IS NULL,
    coalesce(member, ''), coalesce(row, 0))"""
VERSION = 2
OLDER = {
    1: f"""ALTER TABLE articles ADD COLUMN member TEXT;
ALTER TABLE articles ADD COLUMN row INTEGER;
ALTER TABLE articles ADD COLUMN field TEXT;
DROP INDEX articles_once;
{_ONCE}"""
}
"""Version of the tables (SQLite's user_version) -> the statements that make the next one of it."""
INDEXES = """CREATE INDEX claims_by_kind ON claims(kind, measure);
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


def tables() -> str:
    """Return the statements that make the tables."""
    columns = []
    for column in HELD:
        if column in AMOUNTS:
            columns += [f"{column} NUMERIC", f"{column}_text TEXT"]
        else:
            columns.append(f"{column} {'INTEGER' if column in _NUMBERS else 'TEXT'}")
    return _TABLES.format(columns=", ".join(columns), once=_ONCE)
