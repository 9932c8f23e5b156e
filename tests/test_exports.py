"""What holds for all formats that claims are exported to: nothing is lost, they stream, and what a fault leaves behind."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pyarrow.parquet
import pytest
from claims import TEXT, claims
from conftest import ROOT
from exports import BY_NAME, EXPORTS, PLAIN, replaced
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from running import Run

from jijitsu.cli import claimfile, database, exported
from jijitsu.cli.exporting import Export, heads
from jijitsu.cli.exports import jsonld as our_jsonld
from jijitsu.cli.exports import parquet
from jijitsu.extract import arrow
from jijitsu.schemas.claim import Attribution, Claim, Equivalent, Subject, Time, Value
from jijitsu.schemas.errors import JijitsuError
from jijitsu.schemas.record import encode_line

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
