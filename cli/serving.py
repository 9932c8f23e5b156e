"""The state of the language server: its drafts, what was told of them, and findings as the protocol tells them.

Edits are put together by us (languageserver.py, positions.py) and not by pygls, whose lines end at U+2028 and the like
too, and which moves positions behind the end of the last line; editors count neither so.
"""

from __future__ import annotations

import asyncio
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any, cast

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method

from jijitsu import __version__
from jijitsu.cli.drafts import Draft, Drafts, Judged
from jijitsu.cli.positions import Encoding, offset, position
from jijitsu.cli.wishes import locale
from jijitsu.extract.linting import Text
from jijitsu.schemas.errors import JijitsuError
from jijitsu.schemas.finding import Finding, Mend, Spot

PAUSE = 0.02
"""Seconds in which more edits may come before the draft is read: a key that is held down is read once."""
_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "note": types.DiagnosticSeverity.Information,
}


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
