"""The tutorial's blocks: files to write, commands to run, and what these print: `python tests/tutorial.py` writes that anew."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from conftest import ROOT

PAGES = {language: ROOT / ".docs" / "pages" / f"tutorial.{language}.md" for language in ("en", "ja")}
_BLOCK = re.compile(r"^```(?P<sort>\w+)(?: title=\"(?P<title>[^\"]+)\")?\n(?P<body>.*?)^```$", re.M | re.S)


class Step(NamedTuple):
    """A block: a file (title and body), or a command and what it prints (None: of no matter)."""

    title: str | None
    body: str
    printed: str | None = None


class Ran(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


def steps(page: str) -> list[Step]:
    """The blocks of a page in order; those of `bash` set up what a test has already."""
    found = []
    for block in _BLOCK.finditer(page):
        if block["title"]:
            found.append(Step(block["title"], block["body"]))
        elif block["sort"] == "sh":
            found += [Step(None, line) for line in block["body"].splitlines()]
        elif block["sort"] == "console":
            command, _, printed = block["body"].removeprefix("$ ").partition("\n")
            found.append(Step(None, command, printed))
    return found


def ran(command: str, folder: Path) -> Ran:
    """Run a command in a folder; `| jq -c PROGRAM` goes through the Python package, which is the same jq."""
    ours, _, filtered = command.partition(" | jq ")
    words = [sys.executable, "-m", "jijitsu", *shlex.split(ours)[1:]]
    done = subprocess.run(words, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    out = done.stdout
    if filtered:
        import jq

        program = jq.compile(shlex.split(filtered)[-1])
        found = [one for line in out.splitlines() for one in program.input_value(json.loads(line)).all()]
        out = "".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) + "\n" for one in found)
    return Ran(done.returncode, out, done.stderr)


def write(step: Step, folder: Path) -> None:
    """Write the file that a step holds."""
    assert step.title
    path = folder / step.title
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(step.body, encoding="utf-8")


def rewrite() -> None:
    """Write what the commands print into both pages."""
    for path in PAGES.values():
        page = path.read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as folder:
            for step in steps(page):
                if step.title:
                    write(step, Path(folder))
                    continue
                out = ran(step.body, Path(folder)).out
                if step.printed is not None:
                    page = page.replace(f"$ {step.body}\n{step.printed}```", f"$ {step.body}\n{out}```", 1)
        path.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    rewrite()
