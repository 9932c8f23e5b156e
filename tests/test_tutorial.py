"""The tutorial does what it says, in both languages: its files are written, its commands run, what they print is held."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tutorial import PAGES, Step, ran, steps, write

FINDINGS = "jijitsu lint news --format concise --lang en"
"""The one command that finds something."""


def test_it_does_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In English; the next test says that the Japanese page shows the very same."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("COLUMNS", "100")
    for step in steps(PAGES["en"].read_text(encoding="utf-8")):
        if step.title:
            write(step, tmp_path)
            continue
        done = ran(step.body, tmp_path)
        assert done.code == (1 if step.body == FINDINGS else 0), f"{step.body}\n{done.out}{done.err}"
        if step.printed is not None:
            assert done.out == step.printed, f"{step.body}: run `python tests/tutorial.py`"


def test_both_languages_show_the_same() -> None:
    english, japanese = (steps(path.read_text(encoding="utf-8")) for path in PAGES.values())
    assert english == japanese
    assert len(english) >= 15


def test_it_goes_from_an_article_to_a_lint_in_ci() -> None:
    """The first file is the article, the last the workflow; the last command is the one that the workflow runs."""
    every = steps(PAGES["en"].read_text(encoding="utf-8"))
    files = [step.title for step in every if step.title]
    assert files[0] == "news/nankai.txt"
    assert files[-1] == ".github/workflows/articles.yml"
    assert f"- run: {every[-1].body}\n" in workflow(every).body


def test_the_workflow_is_one(tmp_path: Path) -> None:
    write(workflow(steps(PAGES["en"].read_text(encoding="utf-8"))), tmp_path)
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows"]
    done = subprocess.run(
        [*command, str(tmp_path / ".github" / "workflows" / "articles.yml")],
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def workflow(every: list[Step]) -> Step:
    """The last file."""
    return next(step for step in reversed(every) if step.title)
