"""Everything that the README says can be run is run, and what it shows is what comes out."""

from __future__ import annotations

import doctest
import gzip
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
import readme
from conftest import ROOT

from jijitsu.cli.app import COMMANDS
from jijitsu.schemas.claim import KINDS

SETUP = "python3 -m venv .venv && .venv/bin/pip install -q . && .venv/bin/jijitsu extract samples -o claims.ndjson"
TESTS = "python3 -m venv .venv && .venv/bin/pip install -q -e '.[dev]' && .venv/bin/python -m pytest -q"
JQ = shutil.which("jq")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with samples/, a table and an archive, and the claims.ndjson that the README's first command makes."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "samples", folder / "samples")
    texts = [(ROOT / "samples" / name).read_text(encoding="utf-8") for name in ("crypto.txt", "interview.txt")]
    with gzip.open(folder / "news.jsonl.gz", "wt", encoding="utf-8") as rows:
        rows.writelines(json.dumps({"body": text}) + "\n" for text in texts)
    with zipfile.ZipFile(folder / "pages.zip", "w") as pages:
        pages.write(ROOT / "tests" / "pages" / "01_jsonld.html", "a.html")
    (folder / "tests" / "gold").mkdir(parents=True)
    shutil.copy(ROOT / "tests" / "gold" / "samples.jsonl", folder / "tests" / "gold")
    done = jijitsu("extract samples -o claims.ndjson", folder)
    assert done.returncode == 0, done.stderr
    return folder


def jijitsu(arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the command line as a user would, in a folder that is his home too."""
    command = [sys.executable, "-m", "jijitsu", *shlex.split(arguments)]
    home = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")} | {"HOME": str(folder)}
    return subprocess.run(
        command, cwd=folder, env=home, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False
    )  # fmt: skip


def test_the_two_commands_are_the_ones_that_are_tested() -> None:
    """.ci/run installs and tests as TESTS does; `place` runs what SETUP runs once it is installed."""
    assert readme.commands("python3") == [SETUP, SETUP, TESTS]
    assert readme.commands("uv") == ["uv run jijitsu extract samples -o claims.ndjson", "uv run --extra dev pytest -q"]
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "-e '.[dev]'" in ci
    assert ".venv/bin/python -m pytest -q" in ci
    assert (
        "dev"
        in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    )


@pytest.mark.parametrize("command", readme.commands("jijitsu"))
def test_commands_run(place: Path, command: str) -> None:
    done = jijitsu(command.removeprefix("jijitsu "), place)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_command_and_every_kind_is_shown() -> None:
    assert {command.split()[1] for command in readme.commands("jijitsu")} == set(COMMANDS)
    assert [kind for kind in KINDS if f"`{kind}`" not in readme.text()] == []


def test_every_key_of_a_record_is_explained(place: Path) -> None:
    record = json.loads((place / "claims.ndjson").read_text(encoding="utf-8").splitlines()[0])
    told = set(re.findall(r"^\| `(\w+)` \|", readme.text(), re.M))
    assert set(record) - {"schema", "rule"} <= told


@pytest.mark.parametrize("line", readme.commands("jq"))
def test_jq_lines_print_something(place: Path, line: str) -> None:
    _, options, program, file = shlex.split(line)
    printed = ask(options, program, (place / file).read_text(encoding="utf-8"))
    assert printed.strip()
    assert "null" not in printed


def ask(options: str, program: str, claims: str) -> str:
    """What jq prints: the real one where it is, else the Python package (the same jq without a command line)."""
    if JQ:
        command = [JQ, options, program]
        done = subprocess.run(command, input=claims, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout
    import jq

    records = [json.loads(line) for line in claims.splitlines()]
    found = [
        result
        for given in ([records] if "s" in options else records)
        for result in jq.compile(program).input_value(given).all()
    ]
    return "".join((one if "r" in options else json.dumps(one, ensure_ascii=False)) + "\n" for one in found)


def test_both_sorts_of_jq_agree(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    claims = (place / "claims.ndjson").read_text(encoding="utf-8")
    asked = [shlex.split(line)[1:3] for line in readme.commands("jq")]
    first = [ask(options, program, claims) for options, program in asked]
    monkeypatch.setattr(sys.modules[__name__], "JQ", None)
    assert [ask(options, program, claims) for options, program in asked] == first


def test_there_are_five_jq_lines() -> None:
    assert len(readme.commands("jq")) == 5


@pytest.mark.parametrize("name", ["example", "accuracy", "rules"])
def test_the_written_parts_are_up_to_date(name: str) -> None:
    assert readme.part(name) == readme.parts()[name], "run `python tests/readme.py`"


def test_the_example_is_what_the_command_prints(place: Path) -> None:
    """The example goes through jq; here the same selection is made of what the command prints."""
    (place / "example.txt").write_text(readme.SENTENCE + "\n", encoding="utf-8")
    done = jijitsu(f"extract example.txt --published {readme.PUBLISHED}", place)
    records = [json.loads(line) for line in done.stdout.splitlines()]
    rows = [json.loads(line) for line in ask("-c", readme.PROGRAM, done.stdout).splitlines()]
    shown = readme.blocks("console")[0].splitlines()
    assert [json.loads(line) for line in shown if line.startswith("[")] == rows
    del records[0]["article"]
    assert json.loads(readme.blocks("json")[0]) == records[0]


def test_python_example() -> None:
    block = next(block for block in readme.blocks("python") if ">>>" in block)
    test = doctest.DocTestParser().get_doctest(block, {}, "README", None, None)
    assert doctest.DocTestRunner().run(test).failed == 0
