"""What a user installs: every file of the tree is in the wheel, under jijitsu, and the import contracts hold."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT
from layout import lay_out, lint_imports, project

FOLDERS = ("cli", "extract", "schemas")
CARRIED = {".py", ".yaml", ".json", ".md", ".html", ".css", ".js"}
BUILD = "import sys; from setuptools import build_meta; print(build_meta.build_wheel(sys.argv[1]))"


def tree() -> list[Path]:
    """The files of the three folders that a wheel must carry, relative to the tree's root."""
    return sorted(
        path.relative_to(ROOT)
        for folder in FOLDERS
        for path in (ROOT / folder).rglob("*")
        if path.suffix in CARRIED and "__pycache__" not in path.parts
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """A wheel built from a copy of the tree, with the setuptools of this environment (no network)."""
    copy, out = tmp_path_factory.mktemp("tree"), tmp_path_factory.mktemp("wheel")
    for name in (".src", *FOLDERS, "pyproject.toml", "README.md", "LICENSE"):
        if (ROOT / name).is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / name, copy / name, symlinks=True, ignore=ignored)
        else:
            shutil.copy(ROOT / name, copy / name)
    command = [sys.executable, "-c", BUILD, str(out)]
    done = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return zipfile.ZipFile(next(out.glob("*.whl")))


def test_the_wheel_holds_the_tree_and_nothing_else(wheel: zipfile.ZipFile) -> None:
    top = {path.name for path in (ROOT / ".src" / "jijitsu").iterdir() if path.suffix == ".py"} | {"py.typed"}
    wanted = {f"jijitsu/{path.as_posix()}" for path in tree()} | {f"jijitsu/{name}" for name in top}
    packed = {name for name in wheel.namelist() if ".dist-info/" not in name and not name.endswith("/")}
    missing = "not packed: is the folder missing in [tool.setuptools] packages, or its __init__.py?"
    assert not wanted - packed, missing
    assert not packed - wanted


def test_no_module_stands_beside_jijitsu(wheel: zipfile.ZipFile) -> None:
    assert {name.split("/")[0] for name in wheel.namelist() if ".dist-info/" not in name} == {"jijitsu"}


def test_the_wheel_brings_command_licence_and_types(wheel: zipfile.ZipFile) -> None:
    names = wheel.namelist()
    assert any(name.endswith("licenses/LICENSE") for name in names)
    entry = next(name for name in names if name.endswith("entry_points.txt"))
    assert "jijitsu = jijitsu.__main__:main" in wheel.read(entry).decode("utf-8")


def test_every_package_of_the_tree_is_listed() -> None:
    found = {".".join(("jijitsu", *path.parent.parts)) for path in tree() if path.name == "__init__.py"}
    assert found | {"jijitsu"} == set(project()["tool"]["setuptools"]["packages"])


def test_the_import_contracts_hold(tmp_path: Path) -> None:
    lay_out(tmp_path)
    done = lint_imports(tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


BREAKS = {
    "cli knows extract, extract knows schemas, never back": [
        ("schemas/span.py", "import jijitsu.extract"),
        ("extract/seeing.py", "import jijitsu.cli"),
    ],
    "linking goes from words to owners, never back": [
        ("extract/linking/sentence/units.py", "import jijitsu.extract.linking.entity.names"),
        ("extract/linking/subject/topics.py", "import jijitsu.extract.linking.measure.measuring"),
        ("extract/linking/owner/owners.py", "import jijitsu.extract.linking.count.reach"),
        ("extract/linking/count/counting.py", "import jijitsu.extract.linking.owning"),
    ],
    "spaCy and GiNZA are imported by extract.parsing and extract.component alone": [
        ("extract/seeing.py", "import spacy"),
        ("extract/parsing.py", "import ginza"),
        ("extract/component.py", "import ginza"),
        ("cli/__init__.py", "import spacy"),
    ],
    "siblings do not import each other": [
        ("extract/mentions/percent.py", "import jijitsu.extract.mentions.money"),
        ("extract/claims/price_move.py", "import jijitsu.extract.claims.price_level"),
        ("cli/commands/show.py", "import jijitsu.cli.commands.extract"),
        ("cli/exports/csv.py", "import jijitsu.cli.exports.sqlite"),
        ("cli/formats/json.py", "import jijitsu.cli.formats.ndjson"),
        ("extract/reading/formats/text.py", "import jijitsu.extract.reading.formats.jsonl"),
        ("extract/checks/exchange_was_closed.py", "import jijitsu.extract.checks.weekday_does_not_fit"),
    ],
    "Dask is imported by extract.archive.cluster alone": [
        ("extract/archive/cluster.py", "import dask"),
        ("extract/archive/dispatch.py", "import distributed"),
        ("cli/archiving.py", "import dask"),
    ],
}
"""For every contract: a line that breaks it, and the file to put it into."""


@pytest.mark.parametrize(
    ("contract", "file", "line"), [(name, *where) for name, breaks in BREAKS.items() for where in breaks]
)
def test_a_broken_contract_is_seen(tmp_path: Path, contract: str, file: str, line: str) -> None:
    package = lay_out(tmp_path)
    with (package / file).open("a", encoding="utf-8") as broken:
        broken.write(f"\n{line}\n")
    done = lint_imports(tmp_path)
    assert done.returncode == 1, done.stdout
    assert f"{contract} BROKEN" in done.stdout


def test_every_contract_has_been_broken() -> None:
    assert {contract["name"] for contract in project()["tool"]["importlinter"]["contracts"]} == set(BREAKS)


def test_the_parser_is_imported_in_two_places() -> None:
    """import-linter sees imports of spaCy; this sees those of what comes with it too."""
    for path in tree():
        if path.suffix != ".py" or path.as_posix() in ("extract/parsing.py", "extract/component.py"):
            continue
        for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
            imported = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            imported += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not {name.split(".")[0] for name in imported} & {"spacy", "ginza", "thinc", "ja_ginza"}, path
