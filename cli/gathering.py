"""What a run of the linter reads: articles, files of claims, the parts of an archive, and reference data."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path

from jijitsu.cli import claimfile, console
from jijitsu.cli.options import options
from jijitsu.cli.settling import matches
from jijitsu.cli.wishes import Wishes
from jijitsu.extract import linting
from jijitsu.extract.checking import ClaimFile, Desk, Dossier
from jijitsu.extract.desk import Gathered, is_claim_file, read_articles, read_claims
from jijitsu.extract.reading import Reading
from jijitsu.schemas.config import Config
from jijitsu.schemas.errors import JijitsuError


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


def gathered(paths: Sequence[str], settings: Config, wishes: Wishes) -> Gathered:
    """All that could be read, in the order given."""
    found = Gathered()
    for claims, names in groupby(paths, lambda name: holds_claims(name, wishes.reading)):
        if not claims:
            _articles(list(names), settings, wishes, found)
            continue
        for name in names:
            try:
                read_claims(name, claimfile.every_line(name), wishes.reading.encoding, found)
            except JijitsuError as fault:
                found.troubles.append(fault)
    return found


def _articles(names: Sequence[str], settings: Config, wishes: Wishes, gathered: Gathered) -> None:
    from jijitsu.extract.reading.walking import walk

    if settings.lexicon is not None and not settings.lexicon.is_file():
        raise JijitsuError("there is no such lexicon", where=str(settings.lexicon))
    files = [file for file in walk(names) if isinstance(file, JijitsuError) or not _excluded(file, names, settings)]
    read_articles(console.track(files, "Reading"), wishes.reading, options(settings.lexicon, wishes.parse), gathered)


def _excluded(file: Path, names: Sequence[str], settings: Config) -> bool:
    """True for what `exclude` names; a file named outright is always read."""
    return bool(settings.exclude) and str(file) not in names and matches(settings.exclude, settings.folder, file)


def holds_claims(name: str, reading: Reading) -> bool:
    """True for what is checked as a file of claims; false for articles and their tables."""
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


def looker(desk: Desk) -> linting.Look:
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
