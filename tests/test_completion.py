"""Completion, installed by one command and pressed for in the shells themselves; and the manual page beside it."""

from __future__ import annotations

import os
import pty
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from jijitsu.cli import shells
from jijitsu.cli.shells import SHELLS, Shell

RC = {"bash": ".bashrc", "zsh": ".zshrc"}


def environment(home: Path) -> dict[str, str]:
    """An environment with a home of its own, in which `jijitsu` is ours."""
    tools = home / "tools"
    tools.mkdir(exist_ok=True)
    command = tools / "jijitsu"
    paths = os.environ.get("PYTHONPATH", "")
    command.write_text(f'#!/bin/sh\nPYTHONPATH="{paths}" exec "{sys.executable}" -m jijitsu "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    kept = {name: os.environ[name] for name in ("LANG", "JIJITSU_CACHE_DIR") if name in os.environ}
    return kept | {"HOME": str(home), "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}", "TERM": "xterm"}


def jijitsu(home: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["jijitsu", *arguments], env=environment(home) | more, cwd=home, capture_output=True, encoding="utf-8",
        check=False, executable=str(home / "tools" / "jijitsu"),
    )  # fmt: skip


def installed(home: Path, shell: Shell) -> list[str]:
    environment(home)
    done = jijitsu(home, "completion", shell)
    assert done.returncode == 0, done.stderr
    return [Path(line).relative_to(home).as_posix() for line in done.stdout.splitlines()]


def typed(home: Path, shell: Shell, keys: list[tuple[str, str]], out: Path) -> str:
    """Type into a shell on a terminal: keys, and what must be seen before the next; until `out` is there and whole."""
    program = {"bash": ["bash", "-i"], "zsh": ["zsh", "-i"], "fish": ["fish", "-i"]}[shell]
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(home)
        os.execvpe(program[0], program, environment(home) | {"PS1": "> ", "PROMPT": "> "})
    shown = _read(terminal, ">", 60)
    for send, expected in keys:
        os.write(terminal, send.encode())
        more = _read(terminal, expected, 180)
        shown += more
        assert expected in more, (shell, send, expected, shown)
    until = time.monotonic() + 180
    while not (out.exists() and out.stat().st_size) and time.monotonic() < until:
        shown += _read(terminal, "\0", 0.3)
    os.write(terminal, b"\x03exit\n")
    _read(terminal, "\0", 1)
    os.close(terminal)
    os.waitpid(pid, 0)
    return shown


def _read(terminal: int, expected: str, seconds: float) -> str:
    """What the terminal shows until something expected is seen, or time is over."""
    shown, until = b"", time.monotonic() + seconds
    while expected.encode() not in shown and time.monotonic() < until:
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                shown += os.read(terminal, 4096)
            except OSError:
                break
    return shown.decode("utf-8", "replace")


def asked(home: Path, shell: Shell, words: str) -> str:
    """Where a shell is not on this machine: what its script would be told."""
    first, count = words.rpartition(" ")[2], len(words.split(" ")) - 1
    told = jijitsu(
        home, _JIJITSU_COMPLETE=f"complete_{shell}", COMP_WORDS=words, COMP_CWORD=str(count), _TYPER_COMPLETE_ARGS=words,
        _TYPER_COMPLETE_FISH_ACTION="get-args",
    )  # fmt: skip
    assert first in told.stdout
    return told.stdout


@pytest.mark.parametrize("shell", SHELLS)
def test_tab_completes_commands_values_and_files(tmp_path: Path, shell: Shell) -> None:
    installed(tmp_path, shell)
    (tmp_path / "long-name-of-a-draft.txt").write_text("2026年1月6日(水)に発表した。\n", encoding="utf-8")
    if shutil.which(shell) is None:
        assert "lint" in asked(tmp_path, shell, "jijitsu lin")
        assert "concise" in asked(tmp_path, shell, "jijitsu lint --format con")
        assert asked(tmp_path, shell, "jijitsu lint ").strip() in ("", "_files")  # the shell offers files
        return
    out = tmp_path / "out.txt"
    keys = [("jijitsu lin\t", "lint"), ("--format con\t", "concise"), ("long-n\t", "draft.txt"), ("> out.txt\n", "")]
    typed(tmp_path, shell, keys, out)
    assert "T302 error" in out.read_text("utf-8")


@pytest.mark.parametrize("shell", SHELLS)
def test_it_is_installed_once(tmp_path: Path, shell: Shell) -> None:
    rc = tmp_path / RC.get(shell, "none")
    if shell in RC:
        rc.write_text("export A=1", encoding="utf-8")
    first = installed(tmp_path, shell)
    held = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert installed(tmp_path, shell) == first
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == held
    if shell in RC:
        assert first == [f".local/share/jijitsu/completion.{shell}", rc.name, ".local/share/man/man1/jijitsu.1"]
        assert rc.read_text("utf-8").startswith("export A=1\n# jijitsu: completion\n")
        assert rc.read_text("utf-8").count("source ") == 1
    else:
        assert first == [".config/fish/completions/jijitsu.fish", ".local/share/man/man1/jijitsu.1"]
    page = (tmp_path / ".local/share/man/man1/jijitsu.1").read_text("utf-8")
    assert page == jijitsu(tmp_path, "help", "--man").stdout


def test_a_home_with_a_blank_and_a_quote(tmp_path: Path) -> None:
    home = tmp_path / "it's a home"
    home.mkdir()
    for shell in SHELLS:
        shells.install(shell, home, {})
    told = subprocess.run(
        ["bash", "--norc", "-c", f"{(home / '.bashrc').read_text('utf-8')}\ncomplete -p jijitsu"], capture_output=True,
        text=True, check=True,
    )  # fmt: skip
    assert told.stdout.startswith("complete -o default -F _jijitsu_completion jijitsu")


def test_the_shell_is_the_users_own(tmp_path: Path) -> None:
    environment(tmp_path)
    assert jijitsu(tmp_path, "completion", "--show", SHELL="/usr/bin/fish").stdout == shells.script("fish")
    done = jijitsu(tmp_path, "completion", SHELL="/bin/tcsh")
    assert (done.returncode, done.stdout) == (2, "")
    assert "tcsh is not known. Name one of bash, zsh, fish." in done.stderr
    assert not (tmp_path / ".local").exists()


def test_a_home_that_cannot_be_written_to_says_so(tmp_path: Path) -> None:
    environment(tmp_path)
    (tmp_path / ".bashrc").mkdir()
    done = jijitsu(tmp_path, "completion", "bash")
    assert done.returncode == 2
    assert ".bashrc: cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("finds", [True, False])
def test_how_the_manual_page_is_read_is_told_as_it_is(tmp_path: Path, finds: bool) -> None:
    page = tmp_path / ".local/share/man/man1/jijitsu.1"
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/man").write_text(f"#!/bin/sh\n{f'echo {page}' if finds else 'exit 16'}\n")
    (tmp_path / "bin/man").chmod(0o755)
    told = jijitsu(tmp_path, "completion", "bash", PATH=f"{tmp_path / 'bin'}:/usr/bin:/bin")
    read = "man jijitsu" if finds else f"man {page}"
    assert told.stderr == f"Completion holds in the next bash that is started; `{read}` shows the manual page.\n"
