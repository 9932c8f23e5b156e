"""The formats that claims are exported to: what stands in them, that nothing is lost, and what a fault leaves behind."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pyarrow.parquet
import pytest
from claims import TEXT, claims
from conftest import ROOT
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pyld import jsonld
from running import Run

from jijitsu.cli import claimfile, database, exported
from jijitsu.cli.exporting import COLUMNS, Export, Settings, heads
from jijitsu.cli.exports import jsonld as our_jsonld
from jijitsu.cli.exports import markdown, parquet, sqlite, tsv
from jijitsu.extract import arrow
from jijitsu.extract.collect import collect
from jijitsu.schemas.claim import Attribution, Claim, Equivalent, Subject, Time, Value
from jijitsu.schemas.errors import JijitsuError
from jijitsu.schemas.record import encode_line

EXPORTS: tuple[Export, ...] = collect("jijitsu.cli.exports", "EXPORT")
BY_NAME = {export.name: export for export in EXPORTS}
PLAIN = Settings(lambda article: TEXT if article.path == "a.txt" else None)
HOSTILE = "=1+1|<script>@someone [x](y) #1 `\t\r\n\\ \x00"


def replaced(claim: Claim, **changes: Any) -> Claim:
    return msgspec.structs.replace(claim, **changes)


def text_of(export: Export, made: list[Claim], how: Settings = PLAIN) -> str:
    assert export.chunks is not None
    return b"".join(export.chunks(made, how)).decode()


def hostile() -> Claim:
    """A claim of which every text is hostile."""
    claim = next(claim for claim in claims() if claim.kind == "quantity")
    assert claim.value is not None
    return replaced(
        claim,
        measure=HOSTILE,
        subject=Subject(HOSTILE, HOSTILE, HOSTILE, "other"),
        value=msgspec.structs.replace(claim.value, text=HOSTILE, unit=HOSTILE),
        evidence=msgspec.structs.replace(claim.evidence, text=HOSTILE, prefix=HOSTILE, suffix=HOSTILE),
        article=msgspec.structs.replace(claim.article, path=HOSTILE, title=HOSTILE, publisher=HOSTILE, url=HOSTILE),
    )


# What is lost: nothing


amounts = st.builds(
    # In plain digits, as a record has them; with zeros at the end, as another hand may write them.
    lambda digits, point: Decimal(format(Decimal(digits).scaleb(-point), "f")),
    st.integers(-(10**27), 10**27) | st.integers(-5000, 5000),
    st.integers(0, 40) | st.integers(0, 3),
)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
maybe = st.none() | texts


@st.composite
def any_claims(draw: st.DrawFn) -> list[Claim]:
    """Claims whose texts, amounts, days and gaps are anything, each with an id of its own."""
    made = []
    for number, claim in enumerate(claims()):
        article = msgspec.structs.replace(
            claim.article, path=draw(st.sampled_from([None, "", "a.txt"])), sha256=f"{number // 3:064x}"
        )
        article = (
            msgspec.structs.replace(made[-1].article, path=article.path) if made and draw(st.booleans()) else article
        )
        subject = draw(st.none() | st.builds(Subject, texts, texts, maybe, st.just("company")))
        value = draw(st.builds(Value, amounts, st.none() | amounts, maybe, st.just("approx"), texts))
        equal = draw(st.none() | st.builds(Equivalent, amounts, texts, st.just("eq"), texts))
        time = draw(st.none() | st.builds(Time, texts, st.dates(date(1, 1, 1)), st.dates(), st.none()))
        said = draw(st.none() | st.builds(Attribution, maybe, maybe, maybe, maybe, maybe, maybe, maybe))
        if claim.kind == "quote":
            made.append(replaced(claim, subject=subject, attribution=said, article=article))
        else:
            more: dict[str, Any] = {"subject": subject, "value": value, "equivalent": equal, "basis": draw(maybe)}
            made.append(replaced(claim, **more, time=time, attribution=said, article=article, measure=draw(maybe)))
    return made


@pytest.mark.parametrize("name", ["parquet", "sqlite"])
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=[Phase.reuse, Phase.generate],  # to make a failing case smaller takes minutes
)
@given(made=any_claims())
def test_what_is_read_back_is_the_same_bytes(tmp_path: Path, name: str, made: list[Claim]) -> None:
    export = BY_NAME[name]
    assert export.write is not None and export.read is not None
    path = tmp_path / f"c.{name}"
    path.unlink(missing_ok=True)
    export.write(made, path, PLAIN)
    assert path.read_bytes().startswith(export.magic)
    back = b"".join(encode_line(claim) for claim in export.read(path))
    assert back == b"".join(map(encode_line, made))


@pytest.mark.parametrize("digits", ["8.50", "-0", "1e-13", "0." + "1" * 40, "9" * 60, "-0.000", "1" + "0" * 99])
def test_amounts_come_back_digit_for_digit(tmp_path: Path, digits: str) -> None:
    claim = claims()[0]
    assert claim.value is not None
    made = [replaced(claim, value=msgspec.structs.replace(claim.value, amount=Decimal(digits)))]
    for name in ("parquet", "sqlite"):
        export = BY_NAME[name]
        assert export.write is not None and export.read is not None
        export.write(made, tmp_path / name, PLAIN)
        assert list(map(encode_line, export.read(tmp_path / name))) == [encode_line(made[0])]


def test_the_formats_are_those_that_help_tells() -> None:
    assert set(exported.NAMES.replace(" or ", ", ").split(", ")) == set(BY_NAME)
    suffixes = [suffix for export in EXPORTS for suffix in export.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert all((export.chunks is None) != (export.write is None) for export in EXPORTS)


def test_the_page_about_exports_is_right() -> None:
    page = (ROOT / "cli" / "manual" / "exports.md").read_text(encoding="utf-8")
    assert re.findall(r"`(\w+)`", page.partition("<!-- columns -->")[2].partition("<!-- /columns -->")[0]) == heads()
    told = set(re.findall(r"`(\w+)`", page))
    assert [term for term in our_jsonld.CONTEXT if term not in told | {"@version", "schema", "oa", "jijitsu"}] == []
    assert re.findall(r"^## (.*)$", page, re.M)[0] == "csv, tsv"
    assert set(re.findall(r"^## (.*)$", page, re.M)) == {"csv, tsv", *BY_NAME} - {"csv", "tsv", "ndjson"}
    assert set(re.findall(r"CREATE (?:VIEW|TABLE) (\w+)", database.tables() + database.INDEXES)) <= told


# Streams


@pytest.mark.parametrize("export", [export for export in EXPORTS if export.chunks], ids=lambda export: export.name)
def test_text_comes_as_the_claims_do(export: Export) -> None:
    taken = 0

    def counted() -> Iterator[Claim]:
        nonlocal taken
        for claim in claims() * 3:
            taken += 1
            yield claim

    assert export.chunks is not None
    most = 0
    for pieces, _ in enumerate(export.chunks(counted(), PLAIN), 1):
        most = max(most, taken - pieces)
    assert most <= 1


def test_parquet_holds_a_few_thousand_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrow, "AT_ONCE", 10)
    parquet.write(claims() * 3, tmp_path / "c", PLAIN)
    assert pyarrow.parquet.ParquetFile(tmp_path / "c").num_row_groups == 3


def test_parquet_is_read_without_holding_on_to_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrow, "AT_ONCE", 90)

    def held(times: int) -> int:
        parquet.write((claim for _ in range(times) for claim in claims()), tmp_path / "c", PLAIN)
        before = pyarrow.total_allocated_bytes()
        return max(pyarrow.total_allocated_bytes() - before for _ in parquet.read(tmp_path / "c"))

    assert held(600) <= 1.2 * held(60)


def failing() -> Iterator[Claim]:
    yield from claims()
    raise JijitsuError("the claims end here")


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
def test_a_fault_leaves_the_old_file(tmp_path: Path, export: Export) -> None:
    path = tmp_path / f"c{export.suffixes[0]}"
    exported.put(export, claims()[:2], path, PLAIN)
    before = path.read_bytes()
    with pytest.raises(JijitsuError, match="the claims end here"):
        exported.put(export, failing(), path, PLAIN)
    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]
    exported.put(export, claims(), path, PLAIN)
    assert path.read_bytes() != before
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("name", ["csv", "jsonld", "parquet", "sqlite"])
def test_a_run_that_is_killed_leaves_the_old_file(tmp_path: Path, name: str) -> None:
    """kill -9 while the claims still come: what was there is there, and the next run is as if nothing had been."""
    path = tmp_path / f"c.{name}"
    exported.put(BY_NAME[name], claims(), path, PLAIN)
    before = path.read_bytes()
    command = [sys.executable, "-c", "from jijitsu.cli.app import main; main()", "export", "-", "-o", str(path)]
    environment = os.environ | {"PYTHONPATH": str(ROOT / ".src")}
    with subprocess.Popen(command, stdin=subprocess.PIPE, env=environment) as running:
        assert running.stdin is not None
        with contextlib.suppress(BrokenPipeError):
            for number in range(20_000):
                running.stdin.write(b"".join(map(encode_line, claims(f"{number}.txt"))))
                if number % 100 == 0 and begun(tmp_path, path):
                    break
        assert begun(tmp_path, path)
        running.kill()
        running.stdin.close()
    assert running.returncode == -signal.SIGKILL
    assert path.read_bytes() == before
    exported.put(BY_NAME[name], claims(), path, PLAIN)
    if BY_NAME[name].read:
        assert list(claimfile.claims(str(path))) == claims()
    else:
        assert path.read_bytes() == before


def begun(folder: Path, path: Path) -> bool:
    """True if something was written beside a file: what will take its place, or the log of a database."""
    return any(
        entry.stat().st_size > 0 for entry in folder.iterdir() if entry != path and not entry.name.endswith("-shm")
    )


@pytest.mark.parametrize("export", [one for one in EXPORTS if one.name != "sqlite"], ids=lambda export: export.name)
def test_the_same_claims_give_the_same_bytes(tmp_path: Path, export: Export) -> None:
    for name in ("a", "b"):
        exported.put(export, claims(), tmp_path / name, PLAIN)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_numbers_that_are_too_large_are_told(tmp_path: Path) -> None:
    claim = claims()[0]
    made = [replaced(claim, evidence=msgspec.structs.replace(claim.evidence, end=10**30))]
    for name in ("parquet", "sqlite"):
        with pytest.raises(JijitsuError, match="too large"):
            exported.put(BY_NAME[name], made, tmp_path / name, PLAIN)
    assert list(tmp_path.iterdir()) == []


# Tables of text


def test_tsv_is_a_claim_a_line() -> None:
    head, *rows = text_of(tsv.EXPORT, [*claims(), hostile()]).split("\n")[:-1]
    assert head.split("\t") == heads() == ["article_path", *heads()[1:9], *COLUMNS]
    assert len(rows) == len(claims()) + 1
    assert all(row.count("\t") == head.count("\t") for row in rows)
    cells = dict(zip(heads(), rows[-1].split("\t"), strict=True))
    assert cells["evidence_text"] == "'=1+1|<script>@someone [x](y) #1 `\\t\\r\\n\\\\ \x00"
    assert text_of(tsv.EXPORT, [], Settings(PLAIN.find, bom=True)).startswith("\ufeff")


def test_csv_reads_back_whatever_an_article_says() -> None:
    (row,) = csv.DictReader(io.StringIO(text_of(BY_NAME["csv"], [hostile()]), newline=""))
    assert list(row) == heads()
    assert row["evidence_text"] == f"'{HOSTILE}"


@pytest.mark.parametrize(
    "start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", " =", "\u3000＋", "\ufeff@"]
)
def test_cells_that_a_spreadsheet_would_run_are_defused(start: str) -> None:
    claim = replaced(claims()[0], basis=f"{start}cmd")
    (row,) = csv.DictReader(io.StringIO(text_of(BY_NAME["csv"], [claim]), newline=""))
    assert row["basis"] == f"'{start}cmd"


@pytest.mark.parametrize("text", ["前年比=", "▲3%", " 3%", "\u3000円", "'=1"])
def test_cells_that_nothing_would_run_are_left_alone(text: str) -> None:
    (row,) = csv.DictReader(io.StringIO(text_of(BY_NAME["csv"], [replaced(claims()[0], basis=text)]), newline=""))
    assert row["basis"] == text


def test_markdown_shows_text_as_text() -> None:
    lines = text_of(markdown.EXPORT, [*claims(), hostile()]).splitlines()
    assert lines[0].startswith("| place | kind |") and lines[1].startswith("| --- |")
    assert "| a.txt\\:2\\:12 | price\\_move share\\_price | 東都重工業 | 8.50% | 8.5 percent down 前日比 |" in lines[2]
    row = lines[len(claims()) + 2]
    assert row.replace("\\|", "").count("|") == 8
    assert "<script" not in row and " @" not in row and "&lt;script\\>&#64;someone \\[x\\](y) \\#1 \\`" in row
    assert lines[-1].startswith("10 claims: 1 delivery, 1 financial,")


def test_markdown_fits_into_a_comment() -> None:
    made = claims() * 200
    text = text_of(markdown.EXPORT, made)
    assert len(text) < 65_536
    assert text.splitlines()[-1].endswith(f" {1800 - text.count(chr(10)) + 4:,} of them did not fit into the table.")


# Parquet


def test_parquet_is_typed(tmp_path: Path) -> None:
    exported.put(parquet.EXPORT, claims(), tmp_path / "c.parquet", PLAIN)
    table = pyarrow.parquet.read_table(tmp_path / "c.parquet")
    assert table.schema.names == list(Claim.__struct_fields__)
    types = {name: str(table.schema.field(name).type) for name in ("value", "time", "evidence", "article")}
    assert "amount: decimal128(38, 12)" in types["value"]
    assert "start: date32[day]" in types["time"] and "published: date32[day]" in types["article"]
    assert "sentence: struct<" in types["evidence"]
    assert table["value"][0].as_py()["amount"] == Decimal("8.5")


def test_parquet_without_pyarrow_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    arrow.schema.cache_clear()
    with pytest.raises(JijitsuError) as told:
        exported.put(parquet.EXPORT, claims(), tmp_path / "c.parquet", PLAIN)
    assert "need pyarrow, which is not installed" in str(told.value)
    assert "pip install 'jijitsu[parquet]'" in str(told.value) and "\n" not in str(told.value)
    assert list(tmp_path.iterdir()) == []


def test_other_tables_are_told(tmp_path: Path) -> None:
    path = tmp_path / "other.parquet"
    pyarrow.parquet.write_table(pyarrow.table({"a": [1]}), path)
    with pytest.raises(JijitsuError, match=r"other\.parquet: this table holds no claims"):
        list(claimfile.claims(str(path)))
    path.write_bytes(b"PAR1 and no more")
    with pytest.raises(JijitsuError, match="no Parquet that can be read"):
        list(claimfile.claims(str(path)))


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


# JSON-LD


def refuse(url: str, options: object) -> Any:
    raise AssertionError(f"{url} was asked for")


def test_jsonld_expands_without_a_network() -> None:
    made = [*claims(), hostile()]
    text = text_of(our_jsonld.EXPORT, made)
    assert "<" not in text
    nodes = jsonld.expand(json.loads(text), {"documentLoader": refuse})
    assert len(nodes) == len(made)
    schema, annotation = "https://schema.org/", "http://www.w3.org/ns/oa#"
    move, cap = nodes[0], nodes[2]
    assert move["@type"] == [f"{schema}Claim"]
    (noted,) = move["@reverse"][f"{annotation}hasBody"]
    (target,) = noted[f"{annotation}hasTarget"]
    assert target[f"{annotation}hasSource"] == [{"@id": f"urn:jijitsu:article:{made[0].article.sha256}"}]
    quote, position = target[f"{annotation}hasSelector"]
    assert quote[f"{annotation}exact"] == [{"@value": "8.50%"}]
    assert position[f"{annotation}start"][0]["@value"] == 19
    (state,) = cap[f"{schema}mainEntity"]
    assert state["@type"] == [f"{schema}MonetaryAmount"]
    assert state[f"{schema}value"] == [{"@type": "http://www.w3.org/2001/XMLSchema#decimal", "@value": "589000000000"}]


def test_every_term_of_the_jsonld_is_in_the_context() -> None:
    """What is not there would vanish without a word when a reader expands the document."""

    def terms(node: Any) -> Iterator[str]:
        if isinstance(node, dict):
            for key, value in node.items():
                yield key
                yield from [value] if key == "@type" and isinstance(value, str) else terms(value)
        elif isinstance(node, list):
            for value in node:
                yield from terms(value)

    nodes = [our_jsonld.node(claim, told=False) for claim in [*claims(), hostile()]]
    used = {term for term in terms(nodes) if not term.startswith("@")}
    assert used <= set(our_jsonld.CONTEXT)


# spaCy


def test_spacy_holds_documents_with_groups_of_spans(tmp_path: Path) -> None:
    import spacy
    from spacy.tokens import DocBin

    exported.put(BY_NAME["spacy"], claims(), tmp_path / "c.spacy", PLAIN)
    (doc,) = DocBin().from_disk(tmp_path / "c.spacy").get_docs(spacy.blank("ja").vocab)
    assert doc.text == TEXT
    assert not any(doc.has_annotation(name) for name in ("DEP", "TAG", "LEMMA", "SENT_START"))  # none is claimed
    assert [span.label_ for span in doc.spans["claims"]] == [claim.kind for claim in claims()]
    for span, claim in zip(doc.spans["claims"], claims(), strict=True):
        assert span.id_ == claim.id and claim.evidence.text in span.text
        assert span.start_char <= claim.evidence.start < claim.evidence.end <= span.end_char
    assert doc._.claims == claims()


def test_spacy_says_which_article_is_missing(tmp_path: Path) -> None:
    for made, told in (
        (claims("gone.txt"), "gone.txt: there is no such article"),
        (claims(None), "claims of standard input name no article"),
        ([hostile()], "no such article"),
        ([replaced(hostile(), article=claims()[0].article)], "does not say"),
    ):
        with pytest.raises(JijitsuError, match=told):
            exported.put(BY_NAME["spacy"], made, tmp_path / "c.spacy", PLAIN)
    assert list(tmp_path.iterdir()) == []


# extract -o


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
def test_extract_writes_what_export_would(run: Run, tmp_path: Path, export: Export) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8", newline="")
    suffix = export.suffixes[-1]
    assert run("extract", "a.txt", "-o", f"one{suffix}") == (0, "", "")
    assert run("extract", "a.txt", "-o", "claims.ndjson").code == 0
    assert run("export", "claims.ndjson", "-o", f"two{suffix}") == (0, "", "")
    if export.name != "sqlite":
        assert (tmp_path / f"one{suffix}").read_bytes() == (tmp_path / f"two{suffix}").read_bytes()
    before = (tmp_path / f"one{suffix}").read_bytes()
    ended = run("extract", "none.txt", "-o", f"one{suffix}")
    assert (ended.code, ended.out) == (2, "")
    assert (tmp_path / f"one{suffix}").read_bytes() == before
    if export.chunks:
        printed = run("extract", "a.txt", "--to", export.name)
        assert printed.out.encode() == before
        assert run("export", "claims.ndjson", "--to", export.name).out == printed.out
    else:
        assert "goes to a file: name one" in " ".join(run("extract", "a.txt", "--to", export.name).err.split())
    assert not list(tmp_path.glob(".*.part"))


def test_extract_into_a_name_without_a_known_ending(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8", newline="")
    run("extract", "a.txt", "-o", "claims")
    run("extract", "a.txt", "-o", "table", "--to", "csv", "--bom")
    assert (tmp_path / "claims").read_bytes().startswith(b'{"schema"')
    assert (tmp_path / "table").read_bytes().startswith(b"\xef\xbb\xbfarticle_path")


@pytest.mark.parametrize("name", ["c.parquet", "c.sqlite", "kept"])
def test_tables_of_claims_are_checked_as_their_lines_are(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8", newline="")
    stored = list(claims())
    stale = msgspec.structs.replace(stored[1].evidence, text="4%")
    stored[1] = msgspec.structs.replace(stored[1], evidence=stale)
    said = []
    for place in ("c.ndjson", name):
        form = BY_NAME[place.partition(".")[2] or "parquet"]
        exported.put(form, stored, tmp_path / place, PLAIN)
        every = [run(command, place, *more) for command, *more in (
            ["validate"], ["lint"], ["lint", "--format", "json"], ["lint", "--format", "sarif"],
        )]  # fmt: skip
        assert [one.code for one in every] == [1] * 4
        said.append([(one.out.replace(place, "FILE"), one.err) for one in every])
    assert said[0] == said[1]
    assert "E101" in said[0][0][0]


def test_a_table_that_is_damaged_is_named_and_the_others_are_checked(run: Run, tmp_path: Path) -> None:
    exported.put(BY_NAME["parquet"], claims(), tmp_path / "c.parquet", PLAIN)
    (tmp_path / "d.parquet").write_bytes((tmp_path / "c.parquet").read_bytes()[:-40])
    ended = run("lint", "d.parquet", "c.parquet")
    assert ended.code == 2
    assert "error: d.parquet: " in ended.err and "Traceback" not in ended.err
