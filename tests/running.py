"""Commands run in the tests' own process, as a user meets them: how they end, and what they print where."""

from __future__ import annotations

import io
from collections.abc import Callable
from types import SimpleNamespace
from typing import NamedTuple

import pytest

from jijitsu.cli.app import main


class Ran(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


def runner(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Return a function that runs a command in this process, in the working directory."""
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("_TYPER_FORCE_DISABLE_TERMINAL", "1")
    monkeypatch.delenv("FORCE_COLOR", raising=False)

    def ran(*arguments: object, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr("sys.argv", ["jijitsu", *map(str, arguments)])
        # Processes that are forked close it.
        given = SimpleNamespace(buffer=io.BufferedReader(io.BytesIO(stdin)), close=lambda: None)
        monkeypatch.setattr("sys.stdin", given)
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsysbinary.readouterr()
        return Ran(ended.value.code if isinstance(ended.value.code, int) else -1, out.decode(), err.decode())

    return ran
