"""CONTRIBUTING's three examples, written into a copy of the tree: a word is read, a kind takes and leaves, a check fires."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT

PAGE = (ROOT / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8")
BLOCKS = dict(re.findall(r"^```\w+ title=\"([^\"]+)\"\n(.*?)^```$", PAGE, re.M | re.S))
TRY = """
import json
from jijitsu.extract import extract_text, linting
from jijitsu.extract.checking import Desk, Dossier
from jijitsu.extract.kinds import kinds
from jijitsu.extract.reading import article_of
from jijitsu.schemas.record import decode_line, encode_line
told = {"word": [[c.kind, c.direction] for c in extract_text("架空電機の株価は3%値崩れした。")]}
kind = next((kind for kind in kinds() if kind.name == "hiring"), None)
def read(text):
    claims = [decode_line(encode_line(claim)) for claim in extract_text(text)]
    return [[c.kind, c.measure, c.subject.name, c.value.text] for c in claims]
told["takes"] = kind and [read(text) for text in kind.takes]
told["leaves"] = kind and [[one[0] for one in read(text)] for text in kind.leaves]
check = next((check for check in linting.checks() if check.code == "A299"), None)
def found(text):
    desk = Desk((Dossier("a", article_of(text), ()),))
    return len(list(linting.lint(desk, [check], lambda path: None)))
told["fires"] = check and [found(text) for text in check.fires]
told["silent"] = check and [found(text) for text in check.silent]
print(json.dumps(told))
"""


def tried(tree: Path) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-c", TRY], env={"PYTHONPATH": str(tree / ".src"), "PATH": ""}, capture_output=True,
        check=False, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what is installed."""
    copy = tmp_path_factory.mktemp("tree")
    for folder in ("cli", "extract", "schemas", ".src"):
        shutil.copytree(ROOT / folder, copy / folder, symlinks=True, ignore=shutil.ignore_patterns("__pycache__"))
    return copy


def test_the_three_examples_do_what_they_say(tree: Path) -> None:
    before = tried(tree)
    assert before == {"word": [["quantity", None]], "takes": None, "leaves": None, "fires": None, "silent": None}
    with (tree / "extract" / "lexicon" / "directions.yaml").open("a", encoding="utf-8") as file:
        file.write(BLOCKS["extract/lexicon/directions.yaml"])
    for path in ("extract/claims/hiring.py", "extract/checks/desk_exclaims.py"):
        assert not (tree / path).exists()
        (tree / path).write_text(BLOCKS[path], encoding="utf-8")
    shapes = tree / "schemas" / "claim.py"
    shapes.write_text(
        shapes.read_text(encoding="utf-8").replace('"quote", "quantity",', '"quote", "hiring", "quantity",'),
        encoding="utf-8",
    )
    assert tried(tree) == {
        "word": [["price_move", "down"]],
        "takes": [[["hiring", "hires", "トヨタ自動車", "300人"]]],
        "leaves": [["quantity"]],
        "fires": [1],
        "silent": [0],
    }
    schema = subprocess.run(
        [sys.executable, "-m", "jijitsu.schemas.jsonschema"], env={"PYTHONPATH": str(tree / ".src"), "PATH": ""},
        capture_output=True, check=True,
    ).stdout  # fmt: skip
    assert "hiring" in json.loads(schema)["$defs"]


def test_there_is_one_real_example_of_each() -> None:
    assert [path.split("/")[1] for path in BLOCKS] == ["lexicon", "claims", "checks"]


def test_the_examples_are_written_as_the_code_is(tmp_path: Path) -> None:
    for path, block in BLOCKS.items():
        if path.endswith(".py"):
            file = tmp_path / Path(path).name
            file.write_text(block, encoding="utf-8")
            for command in (["check"], ["format", "--check"]):
                ruff = [sys.executable, "-m", "ruff", *command, "--config", str(ROOT / "pyproject.toml"), str(file)]
                done = subprocess.run(ruff, capture_output=True, check=False, text=True)
                assert done.returncode == 0, done.stdout + done.stderr


def test_the_page_names_only_what_is_there() -> None:
    named = re.findall(r"`((?:extract|tests|schemas|cli|\.docs|\.ci)(?:/[\w.*-]+)*)`", PAGE)
    assert named
    assert [path for path in named if not list(ROOT.glob(path))] == []
