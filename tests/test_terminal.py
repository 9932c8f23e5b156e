"""What the commands for readers print: show, stats, quotes, timeline, diff."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
from claims import TEXT, claims
from running import Run
from test_cli import stored

from jijitsu.cli.commands import timeline
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
    lines = list(timeline._plot(("", "", "", ""), made))
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
