"""Shell completion and the manual page, put where bash, zsh, fish and man look for them in a user's home.

fish reads a folder of its own. bash and zsh get one line at the end of their rc files, which reads the script; it is
written once, however often this is run. The scripts are Typer's: they ask `jijitsu` itself at every TAB.
"""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, get_args

from typer.completion import get_completion_script  # type: ignore[attr-defined]

from jijitsu.cli import console
from jijitsu.schemas.errors import JijitsuError

Shell = Literal["bash", "zsh", "fish"]
SHELLS: tuple[Shell, ...] = get_args(Shell)
_COMPLETE = "_JIJITSU_COMPLETE"
_COMMENT = "# jijitsu: completion"


def script(shell: Shell) -> str:
    """Return the script that a shell reads."""
    return str(get_completion_script(prog_name="jijitsu", complete_var=_COMPLETE, shell=shell)) + "\n"


def own_shell(environment: Mapping[str, str]) -> Shell:
    """Return the user's shell. Raises JijitsuError for one that is not known."""
    name = Path(environment.get("SHELL", "")).name
    for shell in SHELLS:
        if name == shell:
            return shell
    raise JijitsuError(f"{name or 'your shell'} is not known", hint=f"Name one of {', '.join(SHELLS)}")


def install(shell: Shell, home: Path, environment: Mapping[str, str]) -> list[Path]:
    """Put the script and, for bash and zsh, the line that reads it where they belong; return the files written to."""
    data = Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share")
    if shell == "fish":
        settings = Path(environment.get("XDG_CONFIG_HOME") or home / ".config")
        return [_written(settings / "fish" / "completions" / "jijitsu.fish", script(shell))]
    place = _written(data / "jijitsu" / f"completion.{shell}", script(shell))
    read = f"source {shlex.quote(str(place))}"
    if shell == "bash":
        return [place, _line(home / ".bashrc", read)]
    # -i: folders that others may write to are left out without a question at every start.
    ready = "(( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i; }"
    return [place, _line(Path(environment.get("ZDOTDIR") or home) / ".zshrc", f"{ready}; {read}")]


def install_page(page: str, home: Path, environment: Mapping[str, str]) -> Path:
    """Put the manual page where man looks for those of a user; return its place."""
    data = Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share")
    return _written(data / "man" / "man1" / "jijitsu.1", page)


def found_by_man(page: Path) -> bool:
    """True if `man` finds a page by its name; it looks beside the folders of programs, so not in every home."""
    try:
        told = subprocess.run(["man", "-w", page.stem], capture_output=True, check=False, stdin=subprocess.DEVNULL)
    except OSError:
        return False
    return os.fsencode(page) in told.stdout.splitlines()


def _written(path: Path, text: str) -> Path:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise console.unwritable(path.parent, fault) from None
    with console.output(path) as put:
        put(text.encode())
    return path


def _line(path: Path, line: str) -> Path:
    """Add a line to the end of an rc file, unless it is there."""
    try:
        held = path.read_bytes() if path.exists() else b""
        if line.encode() not in held.splitlines():
            gap = b"" if not held or held.endswith(b"\n") else b"\n"
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("ab") as file:
                file.write(gap + f"{_COMMENT}\n{line}\n".encode())
    except OSError as fault:
        raise console.unwritable(path, fault) from None
    return path
