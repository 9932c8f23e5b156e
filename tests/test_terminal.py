"""What the commands for readers print: show, stats, quotes, timeline, diff."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
from claims import TEXT, claims
from conftest import ROOT
from rich.cells import cell_len
from running import Run
from test_cli import stored

from jijitsu.cli import timeplot
from jijitsu.cli.exported import put
from jijitsu.cli.exporting import Settings
from jijitsu.cli.exports import parquet, sqlite
from jijitsu.schemas.claim import Claim
from jijitsu.schemas.record import encode_line

LINES = b"".join(map(encode_line, claims()))
COMMANDS = ["stats", "quotes", "timeline 東都", "show -", "diff claims.ndjson -"]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_pipe_gives_claims_and_gets_no_colour(run: Run, tmp_path: Path, command: str) -> None:
    stored(tmp_path, claims()[1:])
    ended = run(*command.split(), stdin=LINES)
    assert ended.code == (1 if command.startswith("diff") else 0)
    assert ended.out.strip() and "\x1b" not in ended.out
    assert ended.err == ""
    assert "\x1b[" in run(*command.split(), "--color", "always", stdin=LINES).out


@pytest.mark.parametrize("command", COMMANDS)
def test_no_claims_are_no_fault(run: Run, tmp_path: Path, command: str) -> None:
    stored(tmp_path, [])
    ended = run(*command.replace("show -", "show claims.ndjson").split())
    assert ended.code == 0
    assert "Traceback" not in ended.err


@pytest.mark.parametrize("name", ["claims.parquet", "claims.sqlite"])
def test_claims_are_read_from_what_export_wrote(run: Run, tmp_path: Path, name: str) -> None:
    stored(tmp_path, claims())
    put((parquet if "parquet" in name else sqlite).EXPORT, claims(), tmp_path / name, Settings(lambda _: None))
    assert run("stats", name).out == run("stats", "claims.ndjson").out
    assert run("diff", name, "claims.ndjson") == (0, "", "")
    assert "東都重工の株価は" in run("show", name).out


def test_control_signs_do_not_reach_the_terminal(run: Run, tmp_path: Path) -> None:
    claim = claims()[6]
    assert claim.quote is not None and claim.attribution is not None
    said = msgspec.structs.replace(claim.attribution, speaker="\x1b[2J岩井")
    words = msgspec.structs.replace(claim.quote, text="\x1b]0;x\x07回復")
    subject = claims()[0].subject
    assert subject is not None
    named = msgspec.structs.replace(subject, name="\x1b[2J東都", text="\x1b[2J")
    article = msgspec.structs.replace(claim.article, path="\x1b[31m.txt")
    made = [
        msgspec.structs.replace(
            one, quote=words if one.quote else None, attribution=said, subject=named, article=article
        )
        for one in claims()
    ]
    lines = b"".join(map(encode_line, made))
    stored(tmp_path, [])
    for command in COMMANDS:
        ended = run(*command.split(), stdin=lines)
        assert ended.out.strip()
        assert "\x1b" not in ended.out + ended.err and "\x07" not in ended.out


# show


def test_show_beside(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8", newline="")
    monkeypatch.setenv("COLUMNS", "120")
    ended = run("show", "-", "--layout", "beside", stdin=LINES)
    (line,) = [line for line in ended.out.splitlines() if "終値は1200円" in line]
    assert "price_move" in line
    assert ended.out.endswith("9 claims\n")
    monkeypatch.setenv("COLUMNS", "40")
    narrow = run("show", "-", "--layout", "beside", stdin=LINES).out
    assert "…" not in narrow


def test_show_of_claims_whose_article_is_gone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "claims.ndjson").write_bytes(LINES)
    ended = run("show", "claims.ndjson", "--kind", "quote")
    assert ended.code == 0
    assert ended.out == "5:6     quote            岩井裕介  回復は近い\n1 claim\n"
    assert ended.err == "a.txt: there is no such article; its claims alone\n"


# stats


def test_stats(run: Run) -> None:
    out = run("stats", stdin=LINES).out
    assert out.startswith("9 claims in 1 article\n\nby kind\n  delivery ")
    assert re.search(r"東都重工業 +6  85\.7%  #{24}\n", out)
    assert re.search(r"岩井裕介 +2 100\.0%", out)
    some = run("stats", "-", "--by", "measure", "--top", "2", stdin=LINES).out
    assert "by measure (2 of 5)" in some and some.count("#\n") == 2 and "by kind" not in some
    assert "Did you mean kind?" in run("stats", "-", "--by", "knd", stdin=LINES).err


# quotes


def test_quotes(run: Run) -> None:
    line = "a.txt:5:6  2025-01-28  岩井裕介（経済コンサルタント）  「回復は近い」\n"
    for more in ([], ["--speaker", "岩井"], ["--type", "direct"]):
        assert run("quotes", *more, stdin=LINES) == (0, line, "")
    assert run("quotes", "--type", "indirect", stdin=LINES) == (0, "", "")
    assert run("quotes", "--about", "東都", stdin=LINES) == (0, "", "")
    ended = run("quotes", "--speaker", "岩井祐介", stdin=LINES)
    assert ended == (0, "", "no quote of 岩井祐介 was found. Did you mean 岩井裕介?\n")
    assert run("quotes", "--type", "dirct", stdin=LINES).code == 2


# timeline


def valued(claim: Claim, amount: str, relation: str = "eq", most: str | None = None, **more: object) -> Claim:
    assert claim.value is not None
    value = msgspec.structs.replace(
        claim.value, amount=Decimal(amount), relation=relation, amount_max=None if most is None else Decimal(most)
    )
    return msgspec.structs.replace(claim, value=value, **more)


def test_timeline_finds_a_subject_by_name_ticker_and_id(run: Run) -> None:
    found = run("timeline", "東都", stdin=LINES).out
    for name in ("0000", "xtks:0000", "東都重工業", "東都重工"):
        assert run("timeline", name, stdin=LINES).out == found
    assert "東都重工業 price_level share_price JPY" in found
    assert "~2025-01-28" in found and "2025-01-01/2025-12-31" in found
    assert "1,200 JPY close" in found and "a.txt:2:24" in found
    ended = run("timeline", "東都自工業", stdin=LINES)
    assert ended == (0, "", "no figure of 東都自工業 was found. Did you mean 東都重工業?\n")
    assert "price_move" not in run("timeline", "東都", "--kind", "delivery", stdin=LINES).out


def plotted(made: list[Claim]) -> list[str]:
    """What stands between the days and the values."""
    lines = list(timeplot.plot(("", "", "", ""), made))
    return [line.plain[23:55] for line in lines[2:-1]]


def test_timeline_plots_intervals_and_bounds() -> None:
    level, move = claims()[1], claims()[0]
    rows = plotted([valued(level, "100"), valued(level, "110", "range", "131"), valued(level, "120", "approx")])
    assert rows == ["*" + " " * 31, " " * 10 + "[" + "-" * 20 + "]", " " * 20 + "o" + " " * 11]
    rows = plotted([valued(move, "10"), valued(move, "5", "gt"), valued(move, "21", direction="up")])
    assert [row.index("*") for row in rows] == [0, 5, 31]
    assert [row[10] for row in rows] == ["|", "|", "|"]
    assert rows[1][4] == "<"  # more than 5% down lies further down
    assert plotted([valued(level, "7")]) == ["*" + " " * 31]
    assert "^" in plotted([valued(level, "7", modality="forecast")])[0]


def test_timeline_marks_figures_at_odds(run: Run) -> None:
    level = msgspec.structs.replace(claims()[1], mark=None)
    made = [level, valued(level, "1300"), claims()[0]]
    out = run("timeline", "東都", stdin=b"".join(map(encode_line, made))).out
    assert [bool(re.search(r"! +a\.txt", line)) for line in out.splitlines() if "a.txt" in line] == [True, True, False]
    made = [level, msgspec.structs.replace(valued(level, "1300"), modality="reported")]  # と発表した
    out = run("timeline", "東都", stdin=b"".join(map(encode_line, made))).out
    assert len(re.findall(r"! +a\.txt", out)) == 2


# On a terminal


def on_terminal(folder: Path, columns: int, *arguments: str, **environment: str) -> list[str]:
    """The lines that a command prints on a terminal of its own."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    kept = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "NO_COLOR", "FORCE_COLOR"}}
    given = {**kept, "PYTHONPATH": str(ROOT / ".src"), "TERM": "xterm-256color", **environment}
    command = [sys.executable, "-c", "from jijitsu.cli.app import main; main()", *arguments]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs, cwd=folder, env=given):
        os.close(theirs)
        shown = b""
        with contextlib.suppress(OSError):  # what Linux says when the other side is closed
            while piece := os.read(ours, 65536):
                shown += piece
    os.close(ours)
    return shown.decode().replace("\r\n", "\n").splitlines()


_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize("command", ["stats", "timeline 東都"])
def test_tables_and_plots_fit_a_narrow_terminal(tmp_path: Path, command: str, columns: int) -> None:
    stored(tmp_path, claims())
    name, *more = command.split()
    lines = [_COLOUR.sub("", line).rstrip() for line in on_terminal(tmp_path, columns, name, *more, "claims.ndjson")]
    assert max(map(cell_len, lines)) <= columns
    if name == "stats":
        rows = [line for line in lines if "#" in line]
        assert len(rows) == 9 + 2 + 1 + 2 and all(line.startswith("  ") for line in rows)  # none goes on in another
        assert {"  market_cap_level ", "  market_cap_move  "} <= {line[:19] for line in rows}
    else:
        places = [line for line in lines if "a.txt:" in line]
        assert len(places) == 6
        assert all(
            re.match(r"~?2025-", line) if columns == 80 else re.fullmatch(r"  a\.txt:\S+", line) for line in places
        )


@pytest.mark.parametrize("columns", [40, 130])
def test_an_article_fits_a_narrow_terminal(tmp_path: Path, columns: int) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8", newline="")
    lines = [_COLOUR.sub("", line) for line in on_terminal(tmp_path, columns, "show", "a.txt")]
    assert max(map(cell_len, lines)) <= columns
    beside = [line for line in lines if "東都重工が反落" in line or "price_move" in line]
    assert len(beside) >= 2
    assert "".join(line.strip() for line in lines).startswith("東都重工が反落")


def test_colour_is_for_terminals_and_can_be_refused(tmp_path: Path) -> None:
    stored(tmp_path, claims())
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8", newline="")
    for command in ("stats claims.ndjson", "quotes claims.ndjson", "show a.txt", "timeline 東都 claims.ndjson"):
        assert any("\x1b[3" in line or "\x1b[1" in line for line in on_terminal(tmp_path, 80, *command.split())), (
            command
        )
        refused = on_terminal(tmp_path, 80, *command.split(), NO_COLOR="1")
        assert not any(re.search(r"\x1b\[[0-9;]*(3[0-9]|9[0-7])m", line) for line in refused), command
        assert not any("\x1b" in line for line in on_terminal(tmp_path, 80, *command.split(), "--color", "never")), (
            command
        )
