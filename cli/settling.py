"""Which settings hold for which file, and which findings they leave out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

import msgspec

from jijitsu.cli import config, console
from jijitsu.cli.wishes import Wishes
from jijitsu.extract import linting
from jijitsu.schemas.config import Config, PathIgnore
from jijitsu.schemas.finding import Finding, Severity

GRAVITY: dict[Severity, int] = {"note": 0, "warning": 1, "error": 2}
"""Severity -> how grave it is, for what is shown and what fails."""
Settings = Callable[[str], Config]
"""Path of a file -> the settings that hold for it."""


def merged(given: Config, settings: Config) -> Config:
    """The options given, and what the settings say where none is given."""
    fields = {
        name: getattr(given, name)
        for name in given.__struct_fields__
        if name not in {"file", "folder"} and getattr(given, name)
    }
    return msgspec.structs.replace(settings, **fields)


def common(paths: Sequence[str]) -> Path:
    """The folder above all paths; the working directory for standard input."""
    places = [Path.cwd() if path == "-" else Path(path).absolute() for path in paths]
    folders = [str(place if place.is_dir() else place.parent) for place in places]
    return Path(os.path.commonpath(folders))


def settler(settings: Config, wishes: Wishes) -> Settings:
    """A function that finds the settings closest to a file, under the options given."""

    @cache
    def in_folder(folder: str) -> Config:
        return merged(wishes.given, config.closest(Path(folder)))

    def settle(path: str) -> Config:
        return in_folder(os.path.dirname(path)) if wishes.config and path != "-" else settings  # noqa: PTH120 (thousands)

    return settle


def any_selected(settings: Config, read: Sequence[str], settle: Settings) -> tuple[Sequence[str], Sequence[str]]:
    """What to select and ignore so that no check is left out that some file's settings ask for."""
    if all((one.select, one.ignore) == (settings.select, settings.ignore) for one in map(settle, read)):
        return settings.select, settings.ignore
    return (), ()


def unsuppressed(found: Sequence[Finding], settle: Settings, read: Sequence[str]) -> Iterator[Finding]:
    """Findings that neither settings nor suppressions leave out; tells of suppressions that are of no use."""
    used: set[tuple[str, PathIgnore]] = set()
    for finding in found:
        mine = settle(finding.spot.path)
        if not linting.picks(finding.code, mine.select, mine.ignore):
            continue
        hit = [one for one in mine.path_ignores if suppresses(one, mine, finding)]
        used.update((str(mine.file), one) for one in hit)
        if not hit:
            yield finding
    for mine in {str(one.file): one for one in map(settle, read)}.values():
        for one in mine.path_ignores:
            if (str(mine.file), one) in used or not _could_be_used(one, mine, read):
                continue
            what = f"this suppression of {', '.join(one.codes)} in {one.path} suppresses nothing"
            console.say(f"{mine.file}:{one.line}: unused: {what} ({one.reason})")


def _could_be_used(one: PathIgnore, mine: Config, read: Sequence[str]) -> bool:
    """True if files that it names were read, with the rules that it names; or if a folder above them all was."""
    selected = any(
        linting.picks(check.code, mine.select, mine.ignore) and check.code.startswith(one.codes)
        for check in linting.checks()
    )
    return selected and any(path != "-" and matches([one.path], mine.folder, path) for path in read)


def suppresses(one: PathIgnore, mine: Config, finding: Finding) -> bool:
    """True if a suppression of some settings leaves out a finding."""
    return finding.code.startswith(one.codes) and matches([one.path], mine.folder, finding.spot.path)


def matches(patterns: Sequence[str], folder: Path, path: Path | str) -> bool:
    """True if a path, relative to a folder, matches one of the patterns, as in .gitignore."""
    return bool(_spec(tuple(patterns)).match_file(os.path.relpath(Path(path).absolute(), folder).replace(os.sep, "/")))


@cache
def _spec(patterns: tuple[str, ...]):  # type: ignore[no-untyped-def]  # pathspec is imported where it is needed
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)
