"""The language server: diagnostics, hovers and mends for drafts, over standard input and output (pygls).

Edits are put together here and not by pygls, whose lines end at U+2028 and the like too, and which moves positions
behind the end of the last line; editors count neither so.
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import Any, cast

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method
from pygls.uris import to_fs_path

from jijitsu import __version__
from jijitsu.cli import hovering
from jijitsu.cli.drafts import Draft, Drafts, Judged
from jijitsu.cli.linting import locale
from jijitsu.cli.positions import Encoding, offset, position, spliced
from jijitsu.extract.linting import Text, text_of
from jijitsu.extract.pipeline import warm
from jijitsu.schemas.errors import JijitsuError
from jijitsu.schemas.finding import Finding, Mend, Spot

PAUSE = 0.02
"""Seconds in which more edits may come before the draft is read: a key that is held down is read once."""
_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "note": types.DiagnosticSeverity.Information,
}
_WATCHED = ("**/pyproject.toml", "**/*.{json,yaml,yml,csv}")
"""Settings, sidecars, and what settings may name: lexicons, facts, prices, a baseline."""


class _Protocol(LanguageServerProtocol):
    """The protocol without pygls's own copy of the documents."""

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> Generator[Any, Any, None]:
        handler = self.fm.features.get(types.TEXT_DOCUMENT_DID_CHANGE)
        if handler is not None:
            yield handler, (params,), None


class Server(LanguageServer):
    """The server with its drafts, and what was last told of them."""

    def __init__(self) -> None:
        super().__init__("jijitsu", __version__, protocol_cls=_Protocol)
        self.drafts = Drafts(Path.cwd(), locale())
        self.told: dict[str, list[types.Diagnostic]] = {}
        self.findings: dict[str, tuple[Finding, ...]] = {}
        self.stale = False
        self.code = 0
        """The exit code: 1 where the client says exit without having asked for the shutdown."""
        self.due: asyncio.Task[None] | None = None

    @property
    def encoding(self) -> Encoding:
        """The encoding in whose units positions are counted."""
        agreed = self.protocol.server_capabilities.position_encoding
        return cast(Encoding, agreed.value if isinstance(agreed, types.PositionEncodingKind) else agreed or "utf-16")

    def soon(self) -> None:
        """Lint in a moment, once for all edits that come until then."""
        self.stale = True
        if self.due is None or self.due.done():
            self.due = asyncio.get_running_loop().create_task(self._later())

    async def _later(self) -> None:
        await asyncio.sleep(PAUSE)
        self.lint()

    def lint(self) -> None:
        """Lint what is open, if anything has changed, and publish what is new."""
        if not self.stale:
            return
        self.stale = False
        for judged in tuple(self.drafts.judged()):
            uri = judged.draft.uri
            self.findings[uri] = judged.findings
            found = list(self._diagnostics(judged))
            if self.told.get(uri) != found:
                self.told[uri] = found
                self._publish(uri, found, judged.draft.version)

    def forget(self, uri: str) -> None:
        """A draft was closed: nothing is told of it any more."""
        self.drafts.close(uri)
        self.findings.pop(uri, None)
        if self.told.pop(uri, None):
            self._publish(uri, [], None)

    def _publish(self, uri: str, found: list[types.Diagnostic], version: int | None) -> None:
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, version))

    def _diagnostics(self, judged: Judged) -> Iterator[types.Diagnostic]:
        for fault in judged.troubles:
            yield trouble(fault)
        for finding in judged.findings:
            yield self.diagnostic(judged.draft, finding)

    def diagnostic(self, draft: Draft, finding: Finding) -> types.Diagnostic:
        """A finding as the protocol tells it."""
        related = [
            types.DiagnosticRelatedInformation(types.Location(uri, self.range(text, spot.start, spot.end)), spot.note or spot.text)
            for spot in finding.related
            for uri, text in self._place(spot)
        ]  # fmt: skip
        return types.Diagnostic(
            range=self.range(draft.text, finding.spot.start, finding.spot.end), severity=_SEVERITIES[finding.severity],
            code=finding.code, source="jijitsu", message=finding.message, related_information=related or None,
            data=finding.fingerprint,
        )  # fmt: skip

    def _place(self, spot: Spot) -> Iterator[tuple[str, Text]]:
        uri = self.drafts.uris().get(spot.path)
        text = self.drafts.text(uri) if uri else None
        if uri and text:
            yield uri, text

    def range(self, text: Text, start: int, end: int) -> types.Range:
        """A stretch of a text, in the client's units."""
        first, last = position(text, start, self.encoding), position(text, end, self.encoding)
        return types.Range(types.Position(*first), types.Position(*last))

    def offset(self, text: Text, place: types.Position) -> int:
        """The offset of a place in the client's units."""
        return offset(text, (place.line, place.character), self.encoding)

    def action(self, draft: Draft, finding: Finding, mend: Mend) -> types.CodeAction | None:
        """A mend as the protocol offers it; None if it would touch what is not open."""
        changes: dict[str, list[types.TextEdit]] = {}
        for edit in mend.edits:
            uri = self.drafts.uris().get(edit.path)
            text = self.drafts.text(uri) if uri else None
            if uri is None or text is None:
                return None
            changes.setdefault(uri, []).append(types.TextEdit(self.range(text, edit.start, edit.end), edit.text))
        return types.CodeAction(
            title=mend.title, kind=types.CodeActionKind.QuickFix, diagnostics=[self.diagnostic(draft, finding)],
            edit=types.WorkspaceEdit(changes=changes),
        )  # fmt: skip


def trouble(fault: JijitsuError) -> types.Diagnostic:
    """What keeps a draft from being read, at its very beginning."""
    start = types.Position(0, 0)
    return types.Diagnostic(
        range=types.Range(start, start), severity=types.DiagnosticSeverity.Error, source="jijitsu",
        message=str(fault),
    )  # fmt: skip


def changed(text: Text, changes: Sequence[types.TextDocumentContentChangeEvent], encoding: Encoding) -> str:
    """The text after the changes, each of which holds for what the one before it left."""
    for change in changes:
        if isinstance(change, types.TextDocumentContentChangePartial):
            start, end = change.range.start, change.range.end
            places = (start.line, start.character), (end.line, end.character)
            text = text_of(spliced(text, *places, change.text, encoding))
        else:
            text = text_of(change.text)
    return text.text


def server() -> Server:
    """Return a server that is ready to be started."""
    made = Server()
    ended: list[bool] = []

    @made.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        made.drafts = Drafts(_root(params), "ja" if (params.locale or locale()).startswith("ja") else "en")

    @made.feature(types.INITIALIZED)
    async def initialized(params: types.InitializedParams) -> None:
        del params
        warm()
        gc.freeze()  # words and names stay: no collection need look at them again
        if _watches(made.client_capabilities):
            watchers = [types.FileSystemWatcher(glob_pattern=glob) for glob in _WATCHED]
            told = types.DidChangeWatchedFilesRegistrationOptions(watchers)
            entry = types.Registration("jijitsu", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, told)
            await made.client_register_capability_async(types.RegistrationParams([entry]))

    @made.feature(types.SHUTDOWN)
    def ending(_: None) -> None:
        ended.append(True)

    @made.feature(types.EXIT)
    def left(_: None) -> None:
        made.code = 0 if ended else 1

    @made.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        document = params.text_document
        made.drafts.put(document.uri, _file(document.uri), document.text, document.version)
        made.soon()

    @made.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def edited(params: types.DidChangeTextDocumentParams) -> None:
        document = params.text_document
        before = made.drafts.text(document.uri)
        if before is not None:
            now = changed(before, params.content_changes, made.encoding)
            made.drafts.put(document.uri, _file(document.uri), now, document.version)
            made.soon()

    @made.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        del params
        if not _watches(made.client_capabilities):
            # Nobody tells of settings that change: a moment in which a second does not matter is used to look.
            made.drafts.forget()
            made.soon()

    @made.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        made.forget(params.text_document.uri)
        made.soon()

    @made.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def disturbed(params: types.DidChangeWatchedFilesParams) -> None:
        paths = [_file(change.uri) for change in params.changes]
        if any(made.drafts.heeds(path) for path in paths if path is not None):
            made.drafts.forget()
            made.soon()

    @made.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        draft = made.drafts.get(params.text_document.uri)
        if draft is None or draft.dossier is None:
            return None
        found = hovering.claims_at(draft.dossier.claims, made.offset(draft.text, params.position))
        if not found:
            return None
        kind = _form(made.client_capabilities)
        told = hovering.page(found, made.drafts.language_of(draft), markdown=kind == types.MarkupKind.Markdown)
        return types.Hover(
            types.MarkupContent(kind, told), made.range(draft.text, found[0].evidence.start, found[0].evidence.end)
        )

    @made.feature(
        types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    )
    def actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        only = params.context.only
        if only and not any(types.CodeActionKind.QuickFix.value.startswith(_value(kind)) for kind in only):
            return []
        made.lint()
        draft = made.drafts.get(params.text_document.uri)
        if draft is None:
            return []
        start, end = (made.offset(draft.text, place) for place in (params.range.start, params.range.end))
        offered = (
            made.action(draft, finding, mend)
            for finding in made.findings.get(draft.uri, ())
            if finding.spot.start <= end and start <= finding.spot.end
            for mend in finding.mends
        )
        return [one for one in offered if one is not None]

    return made


def _value(kind: types.CodeActionKind | str) -> str:
    return kind.value if isinstance(kind, types.CodeActionKind) else kind


def _root(params: types.InitializeParams) -> Path:
    """The first folder of the workspace."""
    folders = params.workspace_folders or []
    uri = folders[0].uri if folders else params.root_uri
    path = to_fs_path(uri) if uri else params.root_path
    return Path(path) if path else Path.cwd()


def _file(uri: str) -> Path | None:
    path = to_fs_path(uri)
    return Path(path) if path else None


def _form(client: types.ClientCapabilities) -> types.MarkupKind:
    """In which form a client shows a hover: Markdown, unless it says that it does not."""
    hover = client.text_document.hover if client.text_document else None
    known = hover.content_format if hover else None
    plain = known is not None and types.MarkupKind.Markdown not in known
    return types.MarkupKind.PlainText if plain else types.MarkupKind.Markdown


def _watches(client: types.ClientCapabilities) -> bool:
    """True if the client tells of files that change, when asked to."""
    watching = client.workspace.did_change_watched_files if client.workspace else None
    return bool(watching and watching.dynamic_registration)
