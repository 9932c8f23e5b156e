"""Claims as a database: tables, views, indexes, runs that are added, readers beside a writer."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest
from claims import claims
from exports import PLAIN, replaced

from jijitsu.cli import claimfile, database, exported
from jijitsu.cli.exports import sqlite
from jijitsu.schemas.claim import Claim
from jijitsu.schemas.errors import JijitsuError
from jijitsu.schemas.record import encode_line

# SQLite


def opened(path: Path) -> Any:
    return closing(sqlite3.connect(path))


def test_sqlite_has_keys_indexes_views_and_wal(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    exported.put(sqlite.EXPORT, claims(), path, PLAIN)
    with opened(path) as base:
        assert base.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        names = {kind: set() for kind in ("table", "index", "view")}
        for kind, name in base.execute("SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"):
            names[kind].add(name)
        assert names["table"] == {"articles", "claims", "quotes", "facts"}
        assert {"claims_by_kind", "claims_by_fact", "claims_by_subject", "claims_by_speaker"} <= names["index"]
        told = database.__doc__ or ""
        for view in names["view"]:
            base.execute(f"SELECT * FROM {view}").fetchall()
            assert f"`{view}`" in told
        assert base.execute("SELECT speaker, said, evidence_line FROM who_said").fetchall() == [
            ("岩井裕介", "回復は近い", 5)
        ]
        plan = base.execute("EXPLAIN QUERY PLAN SELECT * FROM claims WHERE subject_name = ''").fetchone()
        assert "claims_by_subject" in plan[3]


def dump(path: Path) -> list[str]:
    with opened(path) as base:
        return [line for line in base.iterdump() if "INSERT INTO" in line]


def test_sqlite_twice_changes_nothing_and_more_is_added(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    exported.put(sqlite.EXPORT, claims()[:5], path, PLAIN)
    for _ in range(2):
        exported.put(sqlite.EXPORT, claims(), path, PLAIN)
    assert list(map(encode_line, claimfile.claims(str(path)))) == list(map(encode_line, claims()))
    renewed = replaced(claims()[0], modality="reported")
    exported.put(sqlite.EXPORT, [renewed, *claims("b.txt")], path, PLAIN)
    back = list(claimfile.claims(str(path)))
    assert back == [renewed, *claims()[1:], *claims("b.txt")]
    with opened(path) as base:
        assert base.execute("SELECT count(*) FROM articles").fetchone() == (2,)
        assert base.execute("SELECT DISTINCT claims, articles FROM told_twice").fetchall() == [(2, 2)]


def test_sqlite_readers_see_all_of_a_run_or_nothing(tmp_path: Path) -> None:
    path, seen = tmp_path / "c.db", []
    exported.put(sqlite.EXPORT, claims(), path, PLAIN)

    def looked_at() -> Iterator[Claim]:
        for claim in claims("b.txt"):
            yield claim
            with opened(path) as base:
                seen.append(base.execute("SELECT count(*) FROM claims").fetchone()[0])

    exported.put(sqlite.EXPORT, looked_at(), path, PLAIN)
    assert set(seen) == {len(claims())}
    assert len(list(sqlite.read(path))) == 2 * len(claims())
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_the_usual_questions_go_by_indexes(tmp_path: Path) -> None:
    exported.put(sqlite.EXPORT, claims(), tmp_path / "c.db", PLAIN)
    asked = {
        "who_said WHERE speaker = '岩井裕介'": "claims_by_speaker",
        "price_moves WHERE subject_id = 'XTKS:0000'": "claims_by_subject_id",
        "results WHERE subject_name = '東都重工業'": "claims_by_subject",
        "levels WHERE time_start BETWEEN '2025-01-01' AND '2025-02-01'": "claims_by_time",
        "claims WHERE fact = 'f_0'": "claims_by_fact",
        "claims JOIN articles ON articles.id = article WHERE published = '2025-01-28'": "articles_by_day",
    }
    with opened(tmp_path / "c.db") as base:
        for question, index in asked.items():
            plan = " / ".join(row[3] for row in base.execute(f"EXPLAIN QUERY PLAN SELECT * FROM {question}"))
            assert f"USING INDEX {index} " in plan, plan


def test_sqlite_refuses_what_is_not_ours(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with opened(path) as base:
        base.execute("CREATE TABLE t (a)")
    before = path.read_bytes()
    for act in (lambda: exported.put(sqlite.EXPORT, claims(), path, PLAIN), lambda: list(claimfile.claims(str(path)))):
        with pytest.raises(JijitsuError, match=r"other\.db: this is another program's database"):
            act()
    assert path.read_bytes() == before


def test_sqlite_finds_what_is_at_odds(tmp_path: Path) -> None:
    claim = claims()[0]
    assert claim.value is not None
    other = replaced(claim, id="c_" + "0" * 16, value=msgspec.structs.replace(claim.value, amount=Decimal(9)))
    exported.put(sqlite.EXPORT, [claim, other], tmp_path / "c.db", PLAIN)
    with opened(tmp_path / "c.db") as base:
        query = "SELECT subject_name, measure, least, most FROM at_odds"
        assert base.execute(query).fetchall() == [("東都重工業", "share_price", 8.5, 9)]


def test_sqlite_is_read_where_nothing_may_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    exported.put(sqlite.EXPORT, claims(), tmp_path / "c.db", PLAIN)
    monkeypatch.setattr("os.access", lambda *_: False)
    assert len(list(sqlite.read(tmp_path / "c.db"))) == len(claims())
    assert [entry.name for entry in tmp_path.iterdir()] == ["c.db"]
