"""The user's settings, from `jijitsu.yaml` or `[tool.jijitsu]` of pyproject.toml."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

from jijitsu.schemas.finding import Severity


class PathIgnore(msgspec.Struct, frozen=True, kw_only=True):
    """Codes that are suppressed under some paths, and why. `path` is a pattern as in .gitignore."""

    path: str
    codes: tuple[str, ...]
    reason: str
    line: int = 0
    """Where it stands in the file of settings."""


class Config(msgspec.Struct, frozen=True, kw_only=True):
    """What a file of settings says; null and empty where it says nothing. Paths are relative to `folder`."""

    file: Path | None = None
    folder: Path = Path()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    path_ignores: tuple[PathIgnore, ...] = ()
    lang: Literal["ja", "en"] | None = None
    format: str | None = None
    severity: Severity | None = None
    fail_on: Severity | None = None
    prices: Path | None = None
    facts: Path | None = None
    fx: tuple[str, ...] = ()
    baseline: Path | None = None
    lexicon: Path | None = None
