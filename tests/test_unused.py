"""No file keeps a private name that nothing in it uses: what a rule leaves behind when it moves elsewhere."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT

FILES = sorted(path for part in ("cli", "extract", "schemas") for path in (ROOT / part).rglob("*.py"))


def unused(source: str) -> list[str]:
    """The private names that a module gives and never uses."""
    return [name for name in given(source) if name.startswith("_") and len(re.findall(rf"\b{name}\b", source)) < 2]


def given(source: str) -> Iterator[str]:
    for node in ast.parse(source).body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield node.name
        for target in [*getattr(node, "targets", ()), getattr(node, "target", None)]:
            if isinstance(target, ast.Name):
                yield target.id


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("_A = 1\nB = _A", []),
        ("_A: int = 1", ["_A"]),
        ("_A = 1\n_AB = _A", ["_AB"]),
        ("def _f(): ...", ["_f"]),
        ("A = 1", []),
    ],
)
def test_what_is_unused(source: str, wanted: list[str]) -> None:
    assert unused(source) == wanted


def test_every_private_name_is_used() -> None:
    left = {str(Path(path).relative_to(ROOT)): unused(path.read_text(encoding="utf-8")) for path in FILES}
    assert {path: names for path, names in left.items() if names} == {}
