"""The import contracts, held against the packages as they install: `python tests/layout.py`.

import-linter does not follow the symlinks in .src, so that in the tree itself it sees an empty package. Here the
packages are laid out as in site-packages first.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


def project() -> dict[str, Any]:
    """The content of pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def lay_out(folder: Path) -> Path:
    """Copy the packages into `folder`/jijitsu, symlinks followed, and the settings beside; return that package."""
    package = folder / "jijitsu"
    shutil.copytree(ROOT / ".src" / "jijitsu", package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return package


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter over the packages laid out in `folder`."""
    command = [Path(sys.executable).parent / "lint-imports", "--no-logo", "--no-cache"]
    path = {"PYTHONPATH": str(folder), "COLUMNS": "200", "NO_COLOR": "1"}
    return subprocess.run(command, cwd=folder, env={**os.environ, **path}, capture_output=True, text=True, check=False)


def main() -> int:
    """Print what import-linter says; its exit code is ours."""
    with tempfile.TemporaryDirectory() as name:
        lay_out(Path(name))
        done = lint_imports(Path(name))
    print(done.stdout.strip(), done.stderr.strip(), sep="\n")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
