"""Ctrl-C, at chosen moments of a command's life: it ends with 130, says nothing, and leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the presses are sent as POSIX has them")

_PRESS_AT = """
import os, signal, sys

class Presser:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            sys.meta_path.remove(self)
            {deed}
        return None

sys.meta_path.insert(0, Presser())
from jijitsu.__main__ import main
sys.argv = ["jijitsu", "extract", "a.txt", "--no-cache", "-o", "claims.ndjson"]
main()
"""
_PRESS = "os.kill(os.getpid(), signal.SIGINT)"
_IN_A_CALLBACK = "type('Gone', (), {'__del__': lambda self: os.kill(os.getpid(), signal.SIGINT)})()"


def ended(here: Path, script: str, **more: object) -> tuple[int, str]:
    """How a script ends in a folder with an article, and what it says."""
    (here / "a.txt").write_text("トヨタ自動車の株価は13日、前日比3%下落した。\n", encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(ROOT / ".src")}
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=here, env=environment, timeout=60, **more
    )  # type: ignore[call-overload]
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    "module",
    ["jijitsu.cli.app", "typer", "msgspec", "jijitsu.cli.commands.extract", "jijitsu.extract.pipeline", "sudachipy"],
)
def test_while_modules_are_imported(tmp_path: Path, module: str) -> None:
    assert ended(tmp_path, _PRESS_AT.format(module=module, deed=_PRESS)) == (130, "")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_where_nothing_can_be_raised_it_is_not_lost(tmp_path: Path) -> None:
    script = _PRESS_AT.format(module="jijitsu.extract.pipeline", deed=_IN_A_CALLBACK)
    assert ended(tmp_path, script) == (130, "")


def test_twice_is_at_once(tmp_path: Path) -> None:
    twice = f"{_PRESS} if signal.getsignal(signal.SIGINT).__name__ == '_first' else None; {_PRESS}"
    script = _PRESS_AT.format(module="jijitsu.extract.pipeline", deed=f"try: {twice}\n            finally: {_PRESS}")
    assert ended(tmp_path, script) == (130, "")


def test_who_may_not_hear_it_goes_on(tmp_path: Path) -> None:
    deaf = f"import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)\n{_PRESS_AT}"
    code, said = ended(tmp_path, deaf.format(module="jijitsu.extract.pipeline", deed=_PRESS))
    assert (code, said) == (0, "")
    assert (tmp_path / "claims.ndjson").is_file()


def test_importing_the_package_leaves_signals_alone() -> None:
    before = signal.getsignal(signal.SIGINT)
    import jijitsu.__main__

    assert jijitsu.__main__.PRESSED == 130
    assert signal.getsignal(signal.SIGINT) is before
