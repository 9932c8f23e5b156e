"""A run of the linter from the command line: settings, reading, findings, baseline, output, exit code."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NoReturn

import msgspec

from jijitsu.cli import baseline, config, console
from jijitsu.cli.formatting import Report, formats
from jijitsu.cli.gathering import desk_of, gathered, holds_claims, looker, parts_in
from jijitsu.cli.settling import GRAVITY, any_selected, common, merged, settler, unsuppressed
from jijitsu.cli.telling import counted
from jijitsu.cli.wishes import Wishes, locale
from jijitsu.extract import linting
from jijitsu.extract.checking import Check, Desk
from jijitsu.schemas.config import Config
from jijitsu.schemas.errors import JijitsuError
from jijitsu.schemas.finding import Finding


class Linted(msgspec.Struct, frozen=True, kw_only=True):
    """What was read, and what was found: `found` heeds suppressions and is in order, `faults` are all, in no language."""

    settings: Config
    language: linting.Language
    desk: Desk
    look: linting.Look
    read: Sequence[str]
    among: Sequence[Check]
    found: Sequence[Finding]
    faults: Sequence[linting.Found | JijitsuError]
    troubles: Sequence[JijitsuError]


def run(paths: Sequence[str], wishes: Wishes) -> NoReturn:
    """Lint and end with the exit code that fits. Raises JijitsuError for settings that cannot be used."""
    linted = lint(paths, wishes)
    settings = linted.settings
    kept = [one for one in linted.found if GRAVITY[one.severity] >= GRAVITY[settings.severity or "note"]]
    kept = baseline.without_known(kept, settings, wishes, linted.read)
    report = Report(
        kept, linted.look, {check.code: check for check in linted.among}, linted.read, linted.language,
        console.coloured(wishes.colour), console.width(),
    )  # fmt: skip
    _write(report, settings.format or "full", wishes)
    for trouble in linted.troubles:
        console.complain(trouble)
    least = GRAVITY[settings.fail_on or "warning"]
    failing = any(GRAVITY[one.severity] >= least for one in kept)
    console.end(findings=failing and not wishes.exit_zero, trouble=bool(linted.troubles))


def lint(paths: Sequence[str], wishes: Wishes) -> Linted:
    """Read and check, heeding settings and suppressions. Raises JijitsuError for settings that cannot be used."""
    settings = merged(wishes.given, config.closest(common(paths))) if wishes.config else wishes.given
    language = settings.lang or locale()
    if wishes.scheduler is not None:
        from jijitsu.cli import archive_linting

        return archive_linting.lint(paths, settings, wishes, language)
    names = [one for path in paths for one in parts_in(path) or [path]]
    with _uncollected(all(holds_claims(name, wishes.reading) for name in names)):
        return _linted(names, settings, wishes, language)


@contextmanager
def _uncollected(alone: bool) -> Iterator[None]:
    """No looking for cycles while claims `alone` are read and checked: there are none, and it takes a third of the time."""
    if not alone:
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _linted(names: Sequence[str], settings: Config, wishes: Wishes, language: linting.Language) -> Linted:
    material = gathered(names, settings, wishes)
    desk = desk_of(material.dossiers, settings, material.files)
    look = looker(desk)
    read = list(dict.fromkeys([dossier.path for dossier in desk.dossiers] + [file.path for file in desk.files]))
    settle = settler(settings, wishes)
    among = linting.chosen(linting.checks(), *any_selected(settings, read, settle))
    faults = list(linting.faults(desk, among))
    found: list[Finding] = []
    for one in linting.told(faults, look, language):
        if isinstance(one, JijitsuError):
            material.troubles.append(one)
        else:
            found.append(one)
    ordered = linting.in_order(found, {path: number for number, path in enumerate(read)})
    kept = list(unsuppressed(ordered, settle, read))
    return Linted(
        settings=settings, language=language, desk=desk, look=look, read=read, among=among, found=kept, faults=faults,
        troubles=material.troubles,
    )  # fmt: skip


def _write(report: Report, name: str, wishes: Wishes) -> None:
    """Findings, or how many of them each rule has, and for people a summary."""
    chosen = next(one for one in formats() if one.name == name)
    with console.output(wishes.output) as put:
        for data in _statistics(report, name) if wishes.statistics else chosen.write(report):
            put(data)
    if chosen.summary:
        counts = Counter(one.severity for one in report.findings)
        told = ", ".join(counted(counts[one], one) for one in ("error", "warning", "note") if counts[one])
        files = counted(len(report.paths), "file")
        console.say(f"{counted(len(report.findings), 'finding')} in {files}{f' ({told})' if told else ''}")


def _statistics(report: Report, name: str) -> Iterator[bytes]:
    """How often each rule found something, the most frequent first."""
    counts = Counter(one.code for one in report.findings)
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    title = 0 if report.language == "ja" else 1
    told = [
        {"code": code, "count": count, "severity": report.checks[code].severity,
         "title": report.checks[code].title[title]}
        for code, count in rows
    ]  # fmt: skip
    if name == "json":
        yield msgspec.json.format(msgspec.json.encode(told)) + b"\n"
        return
    for row in told:
        line = f"{row['count']:>6}  {row['code']}  {row['severity']:<7}  {row['title']}\n"
        yield msgspec.json.encode(row) + b"\n" if name == "ndjson" else line.encode()
