"""A run of the linter from the command line: settings, reading, findings, baseline, output, exit code."""

from __future__ import annotations

import gc
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import NoReturn

import msgspec
import typer

from jijitsu.cli import baseline as known_findings
from jijitsu.cli import claimfile, config, console
from jijitsu.cli.formatting import Format, Report
from jijitsu.cli.options import ParseMode, options
from jijitsu.extract import linting
from jijitsu.extract.checking import Check, ClaimFile, Desk, Dossier
from jijitsu.extract.collect import collect
from jijitsu.extract.desk import Gathered, is_claim_file, read_articles, read_claims
from jijitsu.extract.reading import Reading
from jijitsu.schemas.config import Config, PathIgnore
from jijitsu.schemas.errors import JijitsuError
from jijitsu.schemas.finding import Finding, Severity

GRAVITY: dict[Severity, int] = {"note": 0, "warning": 1, "error": 2}


class Wishes(msgspec.Struct, frozen=True, kw_only=True):
    """What the command line asks for. `given` holds the options that settings know too."""

    given: Config
    reading: Reading
    parse: ParseMode
    config: bool
    output: Path | None = None
    statistics: bool = False
    colour: console.Colour = "auto"
    exit_zero: bool = False
    write_baseline: bool = False
    prune_baseline: bool = False
    scheduler: str | None = None
    workers: int | None = None


def codes(given: Iterable[str] | None, option: str) -> tuple[str, ...]:
    """Codes or their beginnings, given one by one or with commas. Raises a usage error for one that no rule has."""
    found = tuple(code.strip().upper() for part in given or () for code in part.split(",") if code.strip())
    known = [check.code for check in linting.checks()]
    for code in found:
        if not any(one.startswith(code) for one in known):
            hint = console.did_you_mean(code, known)
            raise typer.BadParameter(f"no rule begins with {code!r}. {hint}", param_hint=f"'{option}'")
    return found


def form(name: str | None) -> str | None:
    """The name of a format. Raises a usage error."""
    known = [one.name for one in _formats()]
    if name is not None and name not in known:
        hint = console.did_you_mean(name, known)
        raise typer.BadParameter(f"{name!r} is no format. {hint}", param_hint="'--format'")
    return name


def fx(given: Sequence[str] | None) -> tuple[str, ...]:
    """Rates as written. Raises a usage error."""
    from jijitsu.extract.reading.reference import rates

    try:
        rates(given or ())
    except ValueError as fault:
        raise typer.BadParameter(f"{fault}.", param_hint="'--fx'") from None
    return tuple(given or ())


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
    kept = _with_baseline(kept, settings, wishes, linted.read)
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
    settings = merged(wishes.given, config.closest(_common(paths))) if wishes.config else wishes.given
    language = settings.lang or locale()
    if wishes.scheduler is not None:
        from jijitsu.cli import archive_linting

        return archive_linting.lint(paths, settings, wishes, language)
    names = [one for path in paths for one in parts_in(path) or [path]]
    with _uncollected(all(_holds_claims(name, wishes.reading) for name in names)):
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
    gathered = _gathered(names, settings, wishes)
    desk = desk_of(gathered.dossiers, settings, gathered.files)
    look = _looker(desk)
    read = list(dict.fromkeys([dossier.path for dossier in desk.dossiers] + [file.path for file in desk.files]))
    settle = settler(settings, wishes)
    among = linting.chosen(linting.checks(), *any_selected(settings, read, settle))
    faults = list(linting.faults(desk, among))
    found: list[Finding] = []
    for one in linting.told(faults, look, language):
        if isinstance(one, JijitsuError):
            gathered.troubles.append(one)
        else:
            found.append(one)
    ordered = linting.in_order(found, {path: number for number, path in enumerate(read)})
    kept = list(unsuppressed(ordered, settle, read))
    return Linted(
        settings=settings, language=language, desk=desk, look=look, read=read, among=among, found=kept, faults=faults,
        troubles=gathered.troubles,
    )  # fmt: skip


def parts_in(path: str) -> list[str]:
    """The files of claims in a folder that `jijitsu extract --scheduler` wrote, in their order; none for other paths.

    Raises JijitsuError for a folder that is not complete.
    """
    if path == "-" or not ("://" in path or Path(path, "manifest.json").is_file()):
        return []
    from jijitsu.extract.archive import manifest, stores

    whole = manifest.read(path)
    if whole is None:
        raise JijitsuError("there is no manifest of claims here", where=path, hint="Name a folder of claims")
    if not whole.complete:
        raise JijitsuError("not all parts of this folder are made", where=path, hint="Run its `jijitsu extract` again")
    return [stores.join(path, name) for name in manifest.files_of(whole)]


def merged(given: Config, settings: Config) -> Config:
    """The options given, and what the settings say where none is given."""
    fields = {
        name: getattr(given, name)
        for name in given.__struct_fields__
        if name not in {"file", "folder"} and getattr(given, name)
    }
    return msgspec.structs.replace(settings, **fields)


def _common(paths: Sequence[str]) -> Path:
    """The folder above all paths; the working directory for standard input."""
    places = [Path.cwd() if path == "-" else Path(path).absolute() for path in paths]
    folders = [str(place if place.is_dir() else place.parent) for place in places]
    return Path(os.path.commonpath(folders))


def locale() -> linting.Language:
    """The language of messages that the environment asks for."""
    said = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "ja" if said.startswith("ja") else "en"


def _gathered(paths: Sequence[str], settings: Config, wishes: Wishes) -> Gathered:
    """All that could be read, in the order given."""
    gathered = Gathered()
    for claims, names in groupby(paths, lambda name: _holds_claims(name, wishes.reading)):
        if not claims:
            _articles(list(names), settings, wishes, gathered)
            continue
        for name in names:
            try:
                read_claims(name, claimfile.every_line(name), wishes.reading.encoding, gathered)
            except JijitsuError as fault:
                gathered.troubles.append(fault)
    return gathered


def _articles(names: Sequence[str], settings: Config, wishes: Wishes, gathered: Gathered) -> None:
    from jijitsu.extract.reading.walking import walk

    if settings.lexicon is not None and not settings.lexicon.is_file():
        raise JijitsuError("there is no such lexicon", where=str(settings.lexicon))
    files = [file for file in walk(names) if isinstance(file, JijitsuError) or not _excluded(file, names, settings)]
    read_articles(console.track(files, "Reading"), wishes.reading, options(settings.lexicon, wishes.parse), gathered)


def _excluded(file: Path, names: Sequence[str], settings: Config) -> bool:
    """True for what `exclude` names; a file named outright is always read."""
    return bool(settings.exclude) and str(file) not in names and _matches(settings.exclude, settings.folder, file)


def _matches(patterns: Sequence[str], folder: Path, path: Path | str) -> bool:
    """True if a path, relative to a folder, matches one of the patterns, as in .gitignore."""
    return bool(_spec(tuple(patterns)).match_file(os.path.relpath(Path(path).absolute(), folder).replace(os.sep, "/")))


@cache
def _spec(patterns: tuple[str, ...]):  # type: ignore[no-untyped-def]  # pathspec is imported where it is needed
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)


def _holds_claims(name: str, reading: Reading) -> bool:
    if name == "-" and reading.piped:
        return False
    if name == "-":
        # A buffered reader; what is peeked at is read again.
        return is_claim_file("", sys.stdin.buffer.peek(16)[:16])  # type: ignore[union-attr]
    if is_claim_file(name):
        return not Path(name).is_dir()
    from jijitsu.extract.reading.walking import SUFFIXES

    return Path(name).suffix.lower() not in SUFFIXES and claimfile.holds_claims(name)


def desk_of(dossiers: Iterable[Dossier], settings: Config, files: Iterable[ClaimFile] = ()) -> Desk:
    """What was read, with the reference data of the settings. Raises JijitsuError for those that cannot be used."""
    from jijitsu.extract.reading import reference

    return Desk(
        tuple(dossiers),
        reference.prices(settings.prices) if settings.prices else {},
        reference.facts(settings.facts) if settings.facts else (),
        reference.rates(settings.fx),
        tuple(files),
    )


def _looker(desk: Desk) -> linting.Look:
    """Path -> text, split into lines when it is first asked for."""
    articles = {dossier.path: dossier.article for dossier in desk.dossiers}
    files = {file.path: file for file in desk.files}

    @cache
    def look(path: str) -> linting.Lines | None:
        article = articles.get(path)
        if article is not None:
            return linting.text_of(article.text)
        if path in files and path != "-":
            return claimfile.RecordLines(files[path])
        return None

    return look


Settings = Callable[[str], Config]
"""Path of a file -> the settings that hold for it."""


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
    return selected and any(path != "-" and _matches([one.path], mine.folder, path) for path in read)


def suppresses(one: PathIgnore, mine: Config, finding: Finding) -> bool:
    """True if a suppression of some settings leaves out a finding."""
    return finding.code.startswith(one.codes) and _matches([one.path], mine.folder, finding.spot.path)


def _with_baseline(found: list[Finding], settings: Config, wishes: Wishes, read: Sequence[str]) -> list[Finding]:
    """The findings that the baseline does not know. Writes or prunes it where that is asked for."""
    path = settings.baseline or (known_findings.DEFAULT if wishes.write_baseline or wishes.prune_baseline else None)
    if path is None:
        return found
    if wishes.write_baseline:
        known_findings.write(path, known_findings.known_of(found))
        console.say(f"{path}: {_counted(len(found), 'finding')} written")
        return []
    known = known_findings.read(path)
    new, gone = known_findings.unknown(found, known)
    here = frozenset(read)
    stale = [one for one in gone if one.path in here or not _there(one.path)]
    if stale and wishes.prune_baseline:
        left = Counter(known)
        left.subtract(Counter(stale))
        known_findings.write(path, left.elements())
        console.say(f"{path}: {_counted(len(stale), 'stale entry', 'stale entries')} taken out")
    elif stale:
        for one in stale:
            console.say(console.visible(f"{path}: stale: {one.code} {one.path}: {one.text}"))
        console.say(f"{path}: {_counted(len(stale), 'stale entry', 'stale entries')}; --prune-baseline takes them out")
    return new


def _there(name: str) -> bool:
    """True if the file that an article was read from exists: itself, or the table or archive that it is in."""
    path = Path(re.sub(r" row \d+\Z", "", name))
    return path.exists() or any(folder.is_file() for folder in path.parents)


def _counted(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _formats() -> tuple[Format, ...]:
    return collect("jijitsu.cli.formats", "FORMAT")


def _write(report: Report, name: str, wishes: Wishes) -> None:
    """Findings, or how many of them each rule has, and for people a summary."""
    chosen = next(one for one in _formats() if one.name == name)
    with console.output(wishes.output) as put:
        for data in _statistics(report, name) if wishes.statistics else chosen.write(report):
            put(data)
    if chosen.summary:
        counts = Counter(one.severity for one in report.findings)
        told = ", ".join(_counted(counts[one], one) for one in ("error", "warning", "note") if counts[one])
        files = _counted(len(report.paths), "file")
        console.say(f"{_counted(len(report.findings), 'finding')} in {files}{f' ({told})' if told else ''}")


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
