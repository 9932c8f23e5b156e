"""What we are made of and what we hand out: bounds, versions that figures were measured with, builds that repeat."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
import warnings
from importlib.metadata import version
from pathlib import Path

import pytest
import yaml
from conftest import ROOT

MEASURED_WITH = {
    "sudachidict-core": "20260723", "sudachipy": "0.6.11", "spacy": "3.8", "ginza": "5.3.0", "ja-ginza": "5.3.0",
    "japan-finance-codes": "0.2.0",
}  # fmt: skip
"""Versions, or their beginnings, under which the accuracy was measured and the samples were pinned."""


def differing(installed: dict[str, str]) -> list[str]:
    """Say which packages are not those that figures were measured with."""
    return [
        f"{name} {installed[name]} is not {wanted}, with which accuracy and samples were pinned"
        for name, wanted in MEASURED_WITH.items()
        if installed[name] != wanted and not installed[name].startswith(f"{wanted}.")
    ]


def test_other_versions_of_what_reads_are_warned_of() -> None:
    """A warning, no failure: the accuracy tests tell what it means."""
    assert differing(MEASURED_WITH | {"spacy": "3.8.18"}) == []
    assert len(differing(MEASURED_WITH | {"sudachidict-core": "20270101", "spacy": "3.80"})) == 2
    for said in differing({name: version(name) for name in MEASURED_WITH}):
        warnings.warn(said, stacklevel=1)


@pytest.mark.parametrize("name", MEASURED_WITH)
def test_what_enters_our_output_is_bounded(name: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (bounds,) = (one for one in project["dependencies"] if re.match(rf"{name}[<>=]", one))
    assert ">=" in bounds and re.search(r",<[0-9]", bounds)


def test_builds_repeat_byte_for_byte(tmp_path: Path) -> None:
    """From two copies of different age, as `.ci/dist` makes them; and the sdist holds all that the wheel is made of."""
    built = []
    for number in (1, 2):
        copy, out = tmp_path / f"tree{number}", tmp_path / f"out{number}"
        copy.mkdir()
        for name in (
            ".ci",
            ".src",
            "cli",
            "extract",
            "schemas",
            "tests/running.py",
            "pyproject.toml",
            "README.md",
            "LICENSE",
        ):
            (copy / name).parent.mkdir(exist_ok=True)
            if (ROOT / name).is_dir():
                ignored = shutil.ignore_patterns("__pycache__", "*.egg-info")
                shutil.copytree(ROOT / name, copy / name, symlinks=True, ignore=ignored)
            else:
                shutil.copy(ROOT / name, copy / name)
        for path in copy.rglob("*"):
            os.utime(path, (number * 10**9, number * 10**9), follow_symlinks=False)
        done = subprocess.run(
            [sys.executable, str(copy / ".ci" / "dist"), str(out)], capture_output=True, text=True, check=False,
            env=os.environ | {"SOURCE_DATE_EPOCH": "1767225600"},
        )  # fmt: skip
        assert done.returncode == 0, done.stderr[-2000:]
        built.append({path.name: path.read_bytes() for path in out.iterdir()})
    assert built[0] == built[1]
    assert sorted(name.rpartition(".")[2] for name in built[0]) == ["gz", "whl"]
    assert all(str(tmp_path).encode() not in data for data in built[0].values())


def test_ci_audits_what_is_installed_and_lists_it() -> None:
    jobs = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8"))["jobs"]
    ran = "\n".join(step.get("run", "") for step in jobs["supply"]["steps"])
    assert "pip-audit" in ran and "cyclonedx-py environment" in ran and ".ci/dist" in ran
