"""The commands as a user meets them: what they print, where, and how they end."""

from __future__ import annotations

import csv
import io
import json
import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest
from claims import TEXT, claims
from running import Run

from jijitsu import __version__
from jijitsu.cli import console
from jijitsu.cli.app import COMMANDS
from jijitsu.schemas.claim import Claim
from jijitsu.schemas.record import encode_line

NEWS = "2025年01月28日 12:30\nトヨタの株価は3%下落した。\n"


def outside(*arguments: str, **more: object) -> subprocess.CompletedProcess[bytes]:
    """Run a command in a process of its own."""
    command = [sys.executable, "-m", "jijitsu", *arguments]
    return subprocess.run(command, capture_output=True, check=False, **more)  # type: ignore[call-overload,no-any-return]


def stored(folder: Path, made: list[Claim], name: str = "claims.ndjson") -> Path:
    """A file of claims, beside the article that they are taken from."""
    (folder / "a.txt").write_text(TEXT, encoding="utf-8", newline="")
    (folder / name).write_bytes(b"".join(encode_line(claim) for claim in made))
    return folder / name


# Help


def test_help_lists_the_commands_in_order(run: Run) -> None:
    ended = run("--help")
    assert ended.code == 0
    places = [ended.out.index(f"│ {name} ") for name in COMMANDS]
    assert places == sorted(places)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_shows_an_example(run: Run, command: str) -> None:
    ended = run(command, "--help")
    assert ended.code == 0
    assert f"Example: jijitsu {command}" in ended.out


def test_version(run: Run) -> None:
    assert run("--version") == (0, f"jijitsu {__version__}\n", "")


def test_help_imports_nothing_heavy() -> None:
    heavy = (
        "spacy", "ginza", "numpy", "sudachipy", "ahocorasick_rs", "japan_finance_codes", "exchange_calendars", "pygls",
        "lsprotocol",
    )  # fmt: skip
    code = (
        "import sys\nfrom jijitsu.cli.app import main\nsys.argv = ['jijitsu', '--help']\n"
        f"try:\n    main()\nexcept SystemExit:\n    print([name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.rstrip().endswith("[]")


def test_only_the_command_that_is_called_is_loaded() -> None:
    code = (
        "import sys\nfrom jijitsu.cli.app import main\nsys.argv = ['jijitsu', 'schema']\ntry:\n    main()\n"
        "except SystemExit:\n    print([name for name in sys.modules if name.startswith('jijitsu.cli.commands.')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.rstrip().endswith("['jijitsu.cli.commands.schema']")


def test_help_in_a_pipe_has_no_colour_even_on_github() -> None:
    done = outside("--help", env={**os.environ, "GITHUB_ACTIONS": "true"})
    assert done.returncode == 0
    assert b"\x1b" not in done.stdout


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (["extrct", "a.txt"], "Did you mean 'extract'"),
        (["extract", "a.txt", "--knd", "quote"], "--kind"),
        (["extract", "a.txt", "--kind", "qoute"], "Did you mean quote?"),
        (["extract", "a.txt", "--kind", "zzz"], "Known are price_move,"),
        (["extract", "a.txt", "--published", "きのう"], "Write it as 2025-01-28."),
        (["extract", "a.txt", "--parse", "some"], "auto"),
        (["extract", "a.txt", "--lexicon", "none.yaml"], "none.yaml"),
        (["extract"], "Missing argument"),
        (["export", "c.ndjson", "-o", "c.xlsx"], "End it in .csv,"),
        (["export", "c.ndjson", "-o", "c", "--to", "cvs"], "Did you mean csv?"),
        (["export", "c.ndjson", "-o", "c.db", "--bom"], "sqlite has no byte order mark"),
    ],
)
def test_wrong_usage_ends_with_2_and_says_what_is_right(run: Run, arguments: list[str], meant: str) -> None:
    ended = run(*arguments)
    assert (ended.code, ended.out) == (2, "")
    assert meant in " ".join(ended.err.replace("│", " ").split())
    assert "Traceback" not in ended.err


# extract


def test_extract_writes_claims_a_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS, encoding="utf-8")
    ended = run("extract", "a.txt", "--explain")
    assert ended.code == 0
    (record,) = map(json.loads, ended.out.splitlines())
    assert (record["kind"], record["evidence"]["text"], record["article"]["path"]) == ("price_move", "3%", "a.txt")
    assert ended.err == "a.txt: published 2025-01-28, says the dateline in the text\n"


def test_extract_reads_standard_input_and_encodings(run: Run) -> None:
    ended = run("extract", "-", "--published", "2025-01-30", "--explain", stdin=NEWS.encode("cp932"))
    assert ended.code == 0
    assert json.loads(ended.out)["article"] | {"sha256": ""} == {
        "path": None, "sha256": "", "title": None, "published": "2025-01-30", "publisher": None, "url": None,
        "member": None, "row": None, "field": None,
    }  # fmt: skip
    assert ended.err == "standard input: published 2025-01-30, says --published\n"
    assert run("extract", "-", "--encoding", "utf-16-le", stdin=NEWS.encode("utf-16-le")).out.count("\n") == 1


def test_extract_only_some_kinds(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS, encoding="utf-8")
    assert run("extract", "a.txt", "--kind", "quote", "--kind", "x-own") == (0, "", "")
    assert run("extract", "a.txt", "--kind", "quote", "--kind", "price_move").out.count("\n") == 1


def test_what_cannot_be_read_is_told_at_the_end_and_the_rest_comes_out(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (tmp_path / "b.txt").write_text(NEWS, encoding="utf-8")
    ended = run("extract", ".", "-o", "claims.ndjson")
    assert (ended.code, ended.out) == (2, "")
    assert "error: a.txt: byte 8 is NUL" in ended.err
    assert ended.err.endswith("1 of 2 could not be read; the claims of the others are out.\n")
    assert (tmp_path / "claims.ndjson").read_bytes().count(b"\n") == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt", "claims.ndjson"]


def test_an_output_file_stays_where_nothing_could_be_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "claims.ndjson").write_text("kept")
    assert run("extract", "none.txt", "-o", "claims.ndjson").code == 2
    assert (tmp_path / "claims.ndjson").read_text() == "kept"
    assert len(list(tmp_path.iterdir())) == 1


BAD: list[tuple[str, bytes | None, int, str]] = [
    ("missing.txt", None, 2, "error: missing.txt: there is no such file. Check the path."),
    ("empty.txt", b"", 0, ""),
    ("blank.txt", b"\n \n", 0, ""),
    ("png.txt", b"\x89PNG\r\n\x1a\n\x00\x00", 2, "error: png.txt: byte 8 is NUL: this is no text"),
    (
        "noise.txt",
        bytes(range(128, 256)),
        2,
        "error: noise.txt: not readable as text: byte 0 is no UTF-8, byte 0 no EUC-JP, byte 5 no CP932.",
    ),
    ("cut.txt", NEWS.encode()[:-2], 2, "error: cut.txt: byte 59 (0xE3) cannot be read as UTF-8. Mend the file"),
    (
        "front.md",
        b"---\npublished: soon\n---\n",
        2,
        "error: front.md: published is no date in the front matter: 'soon'",
    ),
]


@pytest.mark.parametrize(("name", "data", "code", "message"), BAD)
def test_bad_input(run: Run, tmp_path: Path, name: str, data: bytes | None, code: int, message: str) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    ended = run("extract", name)
    assert (ended.code, ended.out) == (code, "")
    assert ended.err.startswith(message) and "Traceback" not in ended.err
    assert bool(ended.err) == bool(message)


def test_an_empty_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    ended = run("extract", "news")
    assert ended.code == 2
    assert ended.err.startswith(
        "error: news: there is no article in this folder. Folders are searched for .txt, .md and"
    )


def test_a_file_that_may_not_be_read(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(NEWS, encoding="utf-8")

    opened = Path.open

    def refuse(path: Path, mode: str = "r", *more: Any, **named: Any) -> Any:
        if path.suffix == ".txt":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, mode, *more, **named)

    # Root may read every file, so the refusal is played.
    monkeypatch.setattr(Path, "open", refuse)
    assert run("extract", "a.txt") == (2, "", "error: a.txt: you may not read this file. Check its permissions.\n")


def test_a_loop_of_links(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS, encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self.txt").symlink_to("self.txt")
    ended = run("extract", ".")
    assert (ended.code, ended.out.count("\n")) == (2, 1)
    assert "error: self.txt: cannot be read (Too many levels of symbolic links)." in ended.err


def test_a_long_line_takes_time_by_its_length(run: Run, tmp_path: Path) -> None:
    taken = []
    for length in (40_000, 160_000):
        (tmp_path / "long.txt").write_text("「東都の" * (length // 4), encoding="utf-8")
        before = time.process_time()
        assert run("extract", "long.txt").code == 0
        taken.append(time.process_time() - before)
    assert taken[1] < 10 * max(taken[0], 0.5)


def test_a_fault_of_ours_is_told_as_such_and_the_rest_comes_out(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(NEWS, encoding="utf-8")

    def broken(*_: object) -> None:
        raise KeyError("boom")

    monkeypatch.setattr("jijitsu.extract.pipeline.extract_article", broken)
    ended = run("extract", "a.txt")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("error: a.txt: a fault of jijitsu itself: KeyError: 'boom'. Please report it;")
    ended = run("show", "a.txt")
    assert (ended.code, ended.err.startswith("error: a fault of jijitsu itself")) == (2, True)


# show, mentions, schema


def test_show(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\x1b[2J" + NEWS, encoding="utf-8")
    ended = run("show", "a.txt")
    assert ended.code == 0
    assert "トヨタの株価は3%下落した。" in ended.out
    assert "price_move" in ended.out and "3% = 3 percent  down" in " ".join(ended.out.split(" ")).replace("  =", " =")
    assert ended.out.endswith("1 claim\n")
    assert "\x1b" not in ended.out
    assert "\x1b[1;35m3%\x1b[0m" in run("show", "a.txt", "--color", "always").out


def test_mentions(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS, encoding="utf-8")
    ended = run("mentions", "a.txt")
    assert ended.code == 0
    lines = [json.loads(line) for line in ended.out.splitlines()]
    assert {
        "path": "a.txt", "type": "percent", "start": 25, "end": 27, "text": "3%",
        "value": {"amount": 3, "unit": "percent", "relation": "eq", "amount_max": None},
    } in lines  # fmt: skip
    for line in lines:
        assert NEWS[line["start"] : line["end"]] == line["text"]
        assert line["type"] not in ("number", "measure")
    assert run("mentions", "none.txt").code == 2


def test_schema(run: Run) -> None:
    assert json.loads(run("schema").out)["$schema"].endswith("2020-12/schema")


# validate


def test_sound_claims_are_valid_wherever_one_stands(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "sub"
    folder.mkdir()
    stored(folder, claims())
    assert run("validate", "sub/claims.ndjson") == (0, "", "")
    lines = (folder / "claims.ndjson").read_bytes()
    assert run("validate", "-", stdin=lines).code == 1
    os.chdir(folder)
    assert run("validate", "-", stdin=lines) == (0, "", "")


def test_findings_of_validate(run: Run, tmp_path: Path) -> None:
    made = claims()
    gone = msgspec.structs.replace(made[2], article=msgspec.structs.replace(made[2].article, path="gone.txt"))
    off = msgspec.structs.replace(made[3], evidence=msgspec.structs.replace(made[3].evidence, start=0, end=4))
    path = stored(tmp_path, [made[0], made[0], gone, off])
    with path.open("ab") as file:
        file.write(b"\n{\n" + encode_line(made[1]).replace(b'"amount":1200', b'"amount":"1200"'))
    ended = run("validate", "claims.ndjson")
    found = ended.out.splitlines()
    assert ended.code == 1
    assert [line.split(" ")[:2] for line in found] == [
        ["claims.ndjson:2:", "S002"], ["claims.ndjson:3:", "E102"], ["claims.ndjson:4:", "E101"],
        ["claims.ndjson:6:", "S001"], ["claims.ndjson:7:", "S001"],
    ]  # fmt: skip
    assert "stands in line 1 already" in found[0]
    assert "there is no article gone.txt" in found[1]
    assert "is not at 0-4; it has moved to" in found[2]
    assert "Expected `number`, got `str` - at `$.value.amount`" in found[4]


def test_validate_tells_what_stands_there_instead(run: Run, tmp_path: Path) -> None:
    path = stored(tmp_path, claims()[:1])
    (tmp_path / "a.txt").write_text(TEXT.replace("8.50%", "9.50%"), encoding="utf-8")
    assert "the evidence 「8.50%」 is not at 19-24; there stands 「9.50%」" in run("validate", path.name).out
    (tmp_path / "a.txt").write_bytes(b"\x89PNG\0")
    assert "E102 the article cannot be read: byte 4 is NUL" in run("validate", path.name).out
    assert run("validate", "none.ndjson").code == 2


# export


def test_csv(run: Run, tmp_path: Path) -> None:
    stored(tmp_path, claims())
    assert run("export", "claims.ndjson", "-o", "c.csv", "--bom") == (0, "", "")
    data = (tmp_path / "c.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfarticle_path,article_sha256,") and b"\r\n" in data
    rows = {row["kind"]: row for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))}
    assert len(rows) == len(claims())
    assert rows["quantity"]["value_amount"] == "0.0000001"
    assert rows["market_cap_level"]["equivalent_amount"] == "87000000000000"
    assert rows["delivery"]["time_start"] == "2025-01-01"
    assert rows["quote"]["attribution_speaker"] == "岩井裕介"
    # A spreadsheet must not run what an article says.
    assert rows["x-name"]["evidence_text"] == "'=SUM(A1)"
    assert not run("export", "claims.ndjson", "-o", "c.csv").code
    assert (tmp_path / "c.csv").read_bytes().startswith(b"article_path")


def test_amounts_below_zero_are_no_formulas(run: Run, tmp_path: Path) -> None:
    from decimal import Decimal

    claim = claims()[0]
    assert claim.value is not None
    loss = msgspec.structs.replace(claim.value, amount=Decimal(-5), text="-5%")
    stored(tmp_path, [msgspec.structs.replace(claim, value=loss)])
    assert run("export", "claims.ndjson", "-o", "c.csv").code == 0
    assert ",-5,,percent,eq,'-5%," in (tmp_path / "c.csv").read_text(encoding="utf-8")


def test_sqlite(run: Run, tmp_path: Path) -> None:
    stored(tmp_path, claims())
    assert run("export", "claims.ndjson", "-o", "c.db") == (0, "", "")
    with closing(sqlite3.connect(tmp_path / "c.db")) as base:
        query = (
            "SELECT path, value_amount, value_amount_text FROM claims JOIN articles ON articles.id = article "
            "WHERE kind = 'market_cap_level'"
        )
        assert base.execute(query).fetchall() == [("a.txt", 589000000000, "589000000000")]
        assert base.execute("SELECT count(*) FROM articles").fetchone() == (1,)
        small = base.execute("SELECT value_amount_text FROM claims WHERE kind = 'quantity'").fetchone()
        assert small == ("0.0000001",)


def test_export_of_faulty_files_leaves_nothing_behind(run: Run, tmp_path: Path) -> None:
    stored(tmp_path, [*claims()[:1], *claims()[:1]])
    ended = run("export", "claims.ndjson", "-o", "c.db")
    assert (ended.code, ended.err.count("\n")) == (2, 1)
    assert "two claims of a.txt have the id" in ended.err
    (tmp_path / "claims.ndjson").write_text("{}\n")
    ended = run("export", "claims.ndjson", "-o", "c.csv")
    assert ended.code == 2
    assert ended.err.startswith("error: claims.ndjson:1: this line is no claim: Object missing required field")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "claims.ndjson"]
    assert run("export", "claims.ndjson", "-o", "no/c.csv").err.startswith("error: no: there is no such folder")


# diff


def test_diff(run: Run, tmp_path: Path) -> None:
    made = claims()
    stored(tmp_path, made, "old.ndjson")
    assert run("diff", "old.ndjson", "old.ndjson") == (0, "", "")
    by_id = msgspec.structs.replace(made[0], modality="reported")
    assert made[1].value is not None
    other = msgspec.structs.replace(made[1].value, relation="approx")
    by_place = msgspec.structs.replace(made[1], id="c_" + "0" * 16, value=other)
    moved = msgspec.structs.replace(made[2], evidence=msgspec.structs.replace(made[2].evidence, start=99, line=9))
    stored(tmp_path, [by_id, by_place, moved, *made[4:]], "new.ndjson")
    ended = run("diff", "old.ndjson", "new.ndjson")
    assert (ended.code, ended.err) == (1, "")
    assert [line[0] for line in ended.out.splitlines()] == ["~", "~", "-"]
    assert "modality: asserted -> reported" in ended.out
    assert "value.relation: eq -> approx" in ended.out
    assert [line[0] for line in run("diff", "new.ndjson", "old.ndjson").out.splitlines()] == ["~", "~", "+"]


# Streams


def test_a_reader_that_goes_away_ends_it_quietly() -> None:
    shell = f'"{sys.executable}" -m jijitsu schema | head -c 1; echo "${{PIPESTATUS[0]}}"'
    done = subprocess.run(["bash", "-c", shell], capture_output=True, check=True, text=True)
    assert (done.stdout, done.stderr) == ("{0\n", "")


@pytest.mark.parametrize(
    "command", ["", "--help", "extract --help", "help", "help extract", "help settings", "rule T302", "--version"]
)
def test_a_reader_that_was_never_there_is_no_fault(command: str) -> None:
    head, tail = os.pipe()
    os.close(head)
    with os.fdopen(tail, "wb") as gone:
        called = [sys.executable, "-m", "jijitsu", *command.split()]
        done = subprocess.run(called, stdout=gone, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("command", ["schema", "--help", "--version"])
def test_closed_streams_are_fine(command: str) -> None:
    for closed in (">&-", "2>&-", ">&- 2>&-"):
        shell = f'"{sys.executable}" -m jijitsu {command} {closed}'
        done = subprocess.run(["bash", "-c", shell], capture_output=True, check=False, text=True)
        assert (done.returncode, done.stderr) == (0, ""), closed


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_told() -> None:
    shell = f'"{sys.executable}" -m jijitsu schema > /dev/full'
    done = subprocess.run(["bash", "-c", shell], capture_output=True, check=False, text=True)
    assert done.returncode == 2
    assert done.stderr == "error: standard output: cannot be written (No space left on device).\n"


def test_progress_is_for_terminals_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(console.track([1, 2, 3], "Reading")) == [1, 2, 3]
    assert capsys.readouterr() == ("", "")


def test_a_run_that_goes_well_says_so_to_who_watches(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "n.txt").write_text(NEWS, encoding="utf-8")
    assert run("extract", "n.txt", "-o", "c.ndjson").err == ""
    monkeypatch.setattr(console, "watched", lambda: True)
    assert run("extract", "n.txt", "-o", "c.csv").err == "c.csv: 1 claim of 1 article\n"
    assert run("extract", "n.txt").err == ""


def test_as_a_library() -> None:
    import jijitsu

    (claim,) = jijitsu.extract_text(NEWS, path="n.txt")
    assert isinstance(claim, jijitsu.Claim)
    assert (claim.article.path, str(claim.article.published)) == ("n.txt", "2025-01-28")
