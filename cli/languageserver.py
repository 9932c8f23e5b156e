"""The language server: what it does when an editor opens, edits, asks (pygls, over standard input and output)."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from pathlib import Path

from lsprotocol import types
from pygls.uris import to_fs_path

from jijitsu.cli import hovering
from jijitsu.cli.drafts import Drafts
from jijitsu.cli.positions import Encoding, spliced
from jijitsu.cli.serving import Server
from jijitsu.cli.wishes import locale
from jijitsu.extract.linting import Text, text_of
from jijitsu.extract.pipeline import warm

_WATCHED = ("**/pyproject.toml", "**/*.{json,yaml,yml,csv}")
"""Settings, sidecars, and what settings may name: lexicons, facts, prices, a baseline."""


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
