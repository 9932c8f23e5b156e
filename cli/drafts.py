"""The drafts that are open in an editor: their texts as they stand, what was read of them, what the linter finds.

Drafts under the same settings are linted together, in the order in which they were opened, as `jijitsu lint` would lint
their files: one can contradict another. Each is read anew by sentences (extract/revising.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import groupby
from pathlib import Path

import msgspec

from jijitsu.cli import baseline, config, console
from jijitsu.cli.gathering import desk_of
from jijitsu.cli.options import options
from jijitsu.cli.settling import GRAVITY, suppresses
from jijitsu.extract import linting, revising
from jijitsu.extract.checking import Desk, Dossier
from jijitsu.extract.linking.entity import userfile
from jijitsu.extract.reading import Reading, article_of
from jijitsu.extract.reading.metadata import SIDECARS, Meta, sidecar
from jijitsu.schemas.config import Config
from jijitsu.schemas.errors import JijitsuError
from jijitsu.schemas.finding import Finding


class Draft(msgspec.Struct, frozen=True, eq=False):
    """A draft as it stands. `name` is its path, or its URI where it has no file; `dossier` is None until it is read."""

    uri: str
    name: str
    file: Path | None
    version: int | None
    text: linting.Text
    dossier: Dossier | None = None
    known: revising.Known | None = None
    trouble: JijitsuError | None = None
    """Why it could not be read."""


class Judged(msgspec.Struct, frozen=True):
    """What is told of a draft: its findings, and what kept it from being read or linted."""

    draft: Draft
    findings: tuple[Finding, ...]
    troubles: tuple[JijitsuError, ...]


class Drafts:
    """The open drafts by their URIs. `root` is whose settings drafts without a file have."""

    def __init__(self, root: Path, language: linting.Language) -> None:
        """`language`: of messages, where the settings name none."""
        self.root, self.language = root, language
        self._open: dict[str, Draft] = {}
        self._given: dict[Path, Desk] = {}
        """Folder of settings -> the reference data that they name."""

    def get(self, uri: str) -> Draft | None:
        """Return an open draft, read as it stands."""
        draft = self._open.get(uri)
        return None if draft is None else self._read(draft)

    def put(self, uri: str, file: Path | None, text: str, version: int | None) -> None:
        """Open a draft, or renew its text; what is known of its sentences is kept."""
        before = self._open.get(uri)
        known = before.known if before else None
        name = uri if file is None else file.as_posix()
        self._open[uri] = Draft(uri, name, file, version, linting.text_of(text), known=known)

    def text(self, uri: str) -> linting.Text | None:
        """Return the text of an open draft."""
        return self._open[uri].text if uri in self._open else None

    def close(self, uri: str) -> None:
        """Forget a draft."""
        self._open.pop(uri, None)

    def forget(self) -> None:
        """Settings, sidecars or lexicons have changed: read everything anew."""
        config.forget()
        self._given.clear()
        userfile.forget()
        for uri, draft in self._open.items():
            self._open[uri] = msgspec.structs.replace(draft, dossier=None, known=None, trouble=None)

    def heeds(self, path: Path) -> bool:
        """True if what is told of the drafts may hang on a file: settings, a sidecar, or what settings name."""
        if path.name in config.NAMES or path.name.endswith(SIDECARS):
            return True
        return any(path in (one.lexicon, one.prices, one.facts, one.baseline) for one in self._all_settings())

    def _all_settings(self) -> Iterator[Config]:
        for draft in self._open.values():
            with suppress(JijitsuError):
                yield self._settings(draft)

    def uris(self) -> Mapping[str, str]:
        """Name of each open draft -> its URI."""
        return {draft.name: uri for uri, draft in self._open.items()}

    def language_of(self, draft: Draft) -> linting.Language:
        """The language of a draft's messages."""
        try:
            return self._settings(draft).lang or self.language
        except JijitsuError:
            return self.language

    def judged(self) -> Iterator[Judged]:
        """Read what has changed, lint, and yield what is told of each draft."""
        read = [self._read(draft) for draft in tuple(self._open.values())]
        read.sort(key=lambda draft: str(self._folder(draft)))
        for _, group in groupby(read, key=self._folder):
            yield from self._lint(tuple(group))

    def _folder(self, draft: Draft) -> Path | str:
        """Where a draft's settings stand: drafts that share it are linted together, one whose settings are wrong alone."""
        try:
            return self._settings(draft).folder
        except JijitsuError:
            return draft.uri

    def _settings(self, draft: Draft) -> Config:
        return config.closest(self.root if draft.file is None else draft.file.parent)

    def _read(self, draft: Draft) -> Draft:
        if draft.dossier is None and draft.trouble is None:
            draft = self._open[draft.uri] = self._reread(draft)
        return draft

    def _reread(self, draft: Draft) -> Draft:
        try:
            how = options(self._settings(draft).lexicon, "auto")
            beside = sidecar(draft.file) if draft.file else Meta()
            article = article_of(draft.text.text, Reading(), path=draft.name, beside=beside)
            dossier, known = revising.reread(article, draft.known, how)
        except JijitsuError as fault:
            return msgspec.structs.replace(draft, trouble=fault)
        except Exception as fault:
            return msgspec.structs.replace(draft, trouble=console.internal(fault))
        return msgspec.structs.replace(draft, dossier=dossier, known=known)

    def _desk(self, settings: Config, dossiers: tuple[Dossier, ...]) -> Desk:
        """What was read, with prices and facts, which are read once for as long as their files stay. Raises JijitsuError."""
        given = self._given.get(settings.folder)
        if given is None:
            given = self._given[settings.folder] = desk_of((), settings)
        return msgspec.structs.replace(given, dossiers=dossiers)

    def _lint(self, drafts: tuple[Draft, ...]) -> Iterator[Judged]:
        """Drafts of one folder's settings in, what is told of each out."""
        found: list[Finding] = []
        troubles: list[JijitsuError] = []
        try:
            settings = self._settings(drafts[0])
            desk = self._desk(settings, tuple(draft.dossier for draft in drafts if draft.dossier))
            texts = {draft.name: draft.text for draft in drafts}
            checks = linting.chosen(linting.checks(), settings.select, settings.ignore)
            for one in linting.lint(desk, checks, texts.get, settings.lang or self.language):
                (troubles if isinstance(one, JijitsuError) else found).append(one)  # type: ignore[arg-type]
            found = _told(found, settings)
        except JijitsuError as fault:
            troubles.append(fault)
        for draft in drafts:
            mine = tuple(one for one in found if one.spot.path == draft.name)
            wrong = {str(one): one for one in (draft.trouble, *troubles) if one is not None}
            yield Judged(draft, tuple(linting.in_order(mine, {draft.name: 0})), tuple(wrong.values()))


def _told(found: list[Finding], settings: Config) -> list[Finding]:
    """The findings that settings, suppressions and baseline leave."""
    kept = [one for one in found if not any(suppresses(ignore, settings, one) for ignore in settings.path_ignores)]
    least = GRAVITY[settings.severity or "note"]
    kept = [one for one in kept if GRAVITY[one.severity] >= least]
    if settings.baseline is not None and settings.baseline.is_file():
        kept, _ = baseline.unknown(kept, baseline.read(settings.baseline))
    return kept
