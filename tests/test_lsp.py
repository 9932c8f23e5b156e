"""The language server, spoken to by a client library over standard input and output, as an editor speaks to it."""

from __future__ import annotations

import asyncio
import json
import os
import random
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import psutil
import pytest
from conftest import ROOT
from lsprotocol import types
from pygls.lsp.client import LanguageClient

from jijitsu.cli.drafts import Drafts
from jijitsu.cli.positions import Encoding, offset, position
from jijitsu.cli.serving import PAUSE
from jijitsu.extract.linting import Text, text_of

FLAG = "𠮷野家🎌の会見は2026年1月6日(水)に開かれた。\n"
"""Its weekday is wrong, behind two letters that are a pair each in UTF-16."""
TWICE = (
    "任天堂の2025年3月期の純利益は320億円だった。\n\n会見で社長は任天堂の2025年3月期の純利益302億円に触れた。\n"
)  # fmt: skip


class Editor:
    """A client with what it was told."""

    def __init__(self, client: LanguageClient, folder: Path, encoding: Encoding) -> None:
        self.client, self.folder, self.encoding = client, folder, encoding
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self.told: dict[str, list[types.Diagnostic]] = {}
        self.news = asyncio.Event()

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def text(self, name: str) -> Text:
        return text_of(self.texts[self.uri(name)])

    def open(self, name: str, text: str) -> None:
        uri = self.uri(name)
        self.texts[uri], self.versions[uri] = text, 1
        self.client.text_document_did_open(
            types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, "plaintext", 1, text))
        )

    def close(self, uri: str) -> None:
        del self.texts[uri]
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))

    def edit(self, name: str, start: int, end: int, new: str) -> None:
        """Replace what stands between two offsets, and tell the server in the units agreed upon."""
        uri, before = self.uri(name), self.text(name)
        change = types.TextDocumentContentChangePartial(self.range(before, start, end), new)
        self.texts[uri] = before.text[:start] + new + before.text[end:]
        self.versions[uri] += 1
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(self.versions[uri], uri), [change]
            )
        )  # fmt: skip

    def range(self, text: Text, start: int, end: int) -> types.Range:
        places = [types.Position(*position(text, at, self.encoding)) for at in (start, end)]
        return types.Range(*places)

    def words(self, name: str, found: types.Range) -> str:
        """What stands in a range."""
        text = self.text(name)
        ends = [offset(text, (place.line, place.character), self.encoding) for place in (found.start, found.end)]
        return text.text[ends[0] : ends[1]]

    async def actions(self, name: str, found: types.Range | None = None) -> list[types.CodeAction]:
        """The mends offered; what is published before the answer has been heard when it comes."""
        whole = self.range(self.text(name), 0, len(self.texts[self.uri(name)]))
        offered = await self.client.text_document_code_action_async(
            types.CodeActionParams(
                types.TextDocumentIdentifier(self.uri(name)), found or whole, types.CodeActionContext([])
            )
        )  # fmt: skip
        return [one for one in offered or [] if isinstance(one, types.CodeAction)]

    async def findings(self, name: str) -> list[types.Diagnostic]:
        await self.actions(name)
        return self.told.get(self.uri(name), [])

    async def hover(self, name: str, at: int) -> types.Hover | None:
        place = types.Position(*position(self.text(name), at, self.encoding))
        return await self.client.text_document_hover_async(
            types.HoverParams(types.TextDocumentIdentifier(self.uri(name)), place)
        )

    def make(self, action: types.CodeAction) -> None:
        """Do what a mend says."""
        assert action.edit and action.edit.changes
        for uri, edits in action.edit.changes.items():
            name = uri.rpartition("/")[2]
            for edit in edits:
                ends = [
                    offset(self.text(name), (place.line, place.character), self.encoding)
                    for place in (edit.range.start, edit.range.end)
                ]
                self.edit(name, ends[0], ends[1], edit.new_text)


@asynccontextmanager
async def editor(
    encoding: Encoding | None = None, locale: str = "ja", hover: list[types.MarkupKind] | None = None
) -> AsyncIterator[Editor]:
    """A session: the server started, greeted, and at the end shut down."""
    client = LanguageClient("test", "1")
    mine = Editor(client, Path.cwd(), encoding or "utf-16")

    @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    def told(params: types.PublishDiagnosticsParams) -> None:
        mine.told[params.uri] = list(params.diagnostics)
        mine.news.set()

    await client.start_io(sys.executable, "-m", "jijitsu", "lsp", "--stdio", env=dict(os.environ))
    asked = [types.PositionEncodingKind(encoding)] if encoding else None
    answer = await client.initialize_async(
        types.InitializeParams(
            capabilities=types.ClientCapabilities(
                general=types.GeneralClientCapabilities(position_encodings=asked),
                text_document=types.TextDocumentClientCapabilities(
                    hover=types.HoverClientCapabilities(content_format=hover)
                ),
            ),
            locale=locale,
        )
    )  # fmt: skip
    assert answer.capabilities.position_encoding == (encoding or "utf-16")
    client.initialized(types.InitializedParams())
    yield mine
    await client.shutdown_async(None)
    client.exit(None)
    server = client._server
    assert server is not None
    assert await asyncio.wait_for(server.wait(), 60) == 0
    await client.stop()


Run = Callable[[Callable[[Editor], Awaitable[None]]], None]


@pytest.fixture(scope="module")
def session() -> Iterator[tuple[asyncio.AbstractEventLoop, Editor]]:
    """A session that several tests share: a server takes seconds to read its words and names."""
    loop = asyncio.new_event_loop()
    opened = editor()
    mine = loop.run_until_complete(opened.__aenter__())
    yield loop, mine
    loop.run_until_complete(opened.__aexit__(None, None, None))
    loop.close()


@pytest.fixture
def run(session: tuple[asyncio.AbstractEventLoop, Editor], tmp_path: Path) -> Iterator[Run]:
    """Run a part of the shared session in a folder of its own; what it opened is closed at the end."""
    loop, mine = session
    mine.folder = tmp_path
    yield lambda part: loop.run_until_complete(asyncio.wait_for(part(mine), 300))
    for uri in tuple(mine.texts):
        mine.close(uri)


def alone(part: Callable[[Editor], Awaitable[None]], folder: Path, **how: Any) -> None:
    """Run a session of its own."""

    async def whole() -> None:
        async with editor(**how) as mine:
            mine.folder = folder
            await part(mine)

    asyncio.run(asyncio.wait_for(whole(), 300))


@pytest.mark.parametrize(("encoding", "first", "last"), [(None, 9, 21), ("utf-8", 23, 43), ("utf-32", 7, 19)])
def test_positions_are_counted_as_agreed(tmp_path: Path, encoding: Encoding | None, first: int, last: int) -> None:
    line = "𠮷野家🎌の会見2026年1月6日(水)だ。"

    async def part(mine: Editor) -> None:
        mine.open("a.txt", f"一行目。\r\n{line}\r\n")
        (one,) = await mine.findings("a.txt")
        assert (one.code, one.severity, one.source) == ("T302", types.DiagnosticSeverity.Error, "jijitsu")
        assert one.range == types.Range(types.Position(1, first), types.Position(1, last))
        assert mine.words("a.txt", one.range) == "2026年1月6日(水)"
        # A flag typed in front moves what stands behind it.
        mine.edit("a.txt", 6, 6, "🎌")
        (again,) = await mine.findings("a.txt")
        by = {"utf-8": 4, "utf-32": 1}.get(str(encoding), 2)
        assert again.range.start == types.Position(1, first + by)
        assert mine.words("a.txt", again.range) == "2026年1月6日(水)"

    alone(part, tmp_path, encoding=encoding)


def test_hover_shows_the_claim(run: Run) -> None:
    text = (
        "🎌トヨタ自動車の株価は2026年2月13日、前日比3%超下落した。山野誠アナリストは「*需要*は<b>底堅い」と述べた。\n"
    )

    async def part(mine: Editor) -> None:
        mine.open("a.md", text)
        shown = await mine.hover("a.md", text.index("%"))
        assert shown is not None and isinstance(shown.contents, types.MarkupContent) and shown.range is not None
        assert mine.words("a.md", shown.range) == "3%超"
        page = shown.contents.value
        assert page.startswith(
            "**price\\_move** share\\_price — トヨタ自動車 (XTKS\\:7203)\n\n- 値\\: ".replace("値\\:", "値:")
        )
        assert "- 値: \\>3 percent (3%超)\n- 向き: down\n- 比較: 前日比\n- 時: 2026-02-13" in page
        quote = await mine.hover("a.md", text.index("底堅い"))
        assert quote is not None and isinstance(quote.contents, types.MarkupContent)
        assert "- 発言者: 山野誠 (アナリスト)" in quote.contents.value
        assert await mine.hover("a.md", 0) is None

    run(part)


def test_a_mend_is_offered_and_mends(run: Run) -> None:
    async def part(mine: Editor) -> None:
        mine.open("a.txt", FLAG)
        weekday, day = await mine.actions("a.txt")
        assert weekday.title == "「2026年1月6日(水)」を「2026年1月6日(火)」に直す"
        assert weekday.kind == types.CodeActionKind.QuickFix
        assert list(weekday.diagnostics or ()) == mine.told[mine.uri("a.txt")]
        mine.make(day)
        assert mine.texts[mine.uri("a.txt")] == FLAG.replace("6日", "7日")
        assert await mine.findings("a.txt") == []
        assert await mine.actions("a.txt") == []

    run(part)


def test_mends_are_offered_where_the_pointer_is(run: Run) -> None:
    async def part(mine: Editor) -> None:
        mine.open("a.txt", FLAG)
        text = mine.text("a.txt")
        assert await mine.actions("a.txt", mine.range(text, 0, 2)) == []
        inside = FLAG.index("月")
        assert len(await mine.actions("a.txt", mine.range(text, inside, inside))) == 2
        refactor = types.CodeActionContext([], only=[types.CodeActionKind.Refactor])
        whole = types.CodeActionParams(
            types.TextDocumentIdentifier(mine.uri("a.txt")), mine.range(text, 0, 9), refactor
        )
        assert not await mine.client.text_document_code_action_async(whole)

    run(part)


def test_a_contradiction_shows_its_other_side(run: Run) -> None:
    async def part(mine: Editor) -> None:
        mine.open("a.txt", TWICE)
        (one,) = await mine.findings("a.txt")
        assert one.code == "C501"
        assert one.related_information is not None
        (other,) = one.related_information
        assert other.location.uri == mine.uri("a.txt")
        assert mine.words("a.txt", one.range) == "302億円"
        assert mine.words("a.txt", other.location.range) == "320億円"
        assert other.message == "先に出た値"
        titles = [action.title for action in await mine.actions("a.txt")]
        assert titles == ["「302億円」を「320億円」に直す", "「320億円」を「302億円」に直す"]

    run(part)


def test_drafts_that_are_open_are_held_against_each_other(run: Run) -> None:
    first = "2026年1月13日\n任天堂の2025年3月期の純利益は320億円だった。\n"
    second = "2026年1月14日\n任天堂の2025年3月期の純利益は302億円だった。\n"

    async def part(mine: Editor) -> None:
        mine.open("a.txt", first)
        mine.open("b.txt", second)
        (one,) = await mine.findings("b.txt")
        assert one.code == "C502"
        assert one.related_information is not None
        assert one.related_information[0].location.uri == mine.uri("a.txt")
        mine.close(mine.uri("a.txt"))
        assert await mine.findings("b.txt") == []

    run(part)


def test_what_is_told_is_what_lint_tells(run: Run, tmp_path: Path) -> None:
    (tmp_path / "jijitsu.yaml").write_text("ignore: [A202]\nlang: en\nfx: {USD/JPY: 100}\n", encoding="utf-8")
    (tmp_path / "a.meta.json").write_text('{"published": "2026-01-14"}', encoding="utf-8")
    text = (
        TWICE + FLAG + "A社は600万ドル（約9億円）を投じた。市場関係者は「様子見だ」と話した。14日(木)に続報がある。\n"
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8", newline="")
    command = [sys.executable, "-m", "jijitsu", "lint", str(tmp_path / "a.txt"), "--format", "json"]
    done = subprocess.run(command, capture_output=True, cwd=tmp_path, check=False)
    wanted = json.loads(done.stdout)
    assert {one["code"] for one in wanted} == {"C501", "N402", "T302"}

    async def part(mine: Editor) -> None:
        mine.open("a.txt", text.replace("302億円", "3億円"))
        at = mine.texts[mine.uri("a.txt")].index("3億円")
        mine.edit("a.txt", at + 1, at + 1, "02")
        found = await mine.findings("a.txt")
        assert [(one.code, one.message, one.data) for one in found] == [
            (one["code"], one["message"], one["fingerprint"]) for one in wanted
        ]
        assert [mine.words("a.txt", one.range) for one in found] == [text[one["start"] : one["end"]] for one in wanted]

    run(part)


def test_settings_that_change_are_read_again(run: Run, tmp_path: Path) -> None:
    async def part(mine: Editor) -> None:
        mine.open("a.txt", FLAG)
        assert len(await mine.findings("a.txt")) == 1
        (tmp_path / "jijitsu.yaml").write_text("ignore: [T302]\n", encoding="utf-8")
        event = types.FileEvent((tmp_path / "jijitsu.yaml").as_uri(), types.FileChangeType.Created)
        mine.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
        assert await mine.findings("a.txt") == []
        (tmp_path / "jijitsu.yaml").write_text("ignor: [T302]\n", encoding="utf-8")
        mine.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
        (wrong,) = await mine.findings("a.txt")
        assert "'ignor' is no setting" in wrong.message
        assert "Did you mean ignore?" in wrong.message
        # An editor that watches no files, as this one: saving a draft is a time to look.
        (tmp_path / "jijitsu.yaml").write_text("select: [T]\n", encoding="utf-8")
        mine.client.text_document_did_save(
            types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(mine.uri("a.txt")))
        )
        assert [one.code for one in await mine.findings("a.txt")] == ["T302"]

    run(part)


def test_a_lexicon_that_changes_is_read_again(run: Run, tmp_path: Path) -> None:
    (tmp_path / "jijitsu.yaml").write_text("lexicon: lexicon.yaml\n", encoding="utf-8")
    lexicon = tmp_path / "lexicon.yaml"
    lexicon.write_text("- {name: 山猫, forms: [ヤマネ]}\n", encoding="utf-8")
    text = "ヤマネの株価は3%下落した。\n"

    async def subject(mine: Editor) -> str:
        shown = await mine.hover("a.txt", text.index("%"))
        assert shown is not None and isinstance(shown.contents, types.MarkupContent)
        return shown.contents.value.splitlines()[0]

    async def part(mine: Editor) -> None:
        mine.open("a.txt", text)
        assert (await subject(mine)).endswith("— 山猫")
        lexicon.write_text("- {name: 山根製作所, forms: [ヤマネ]}\n", encoding="utf-8")
        event = types.FileEvent(lexicon.as_uri(), types.FileChangeType.Changed)
        mine.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
        assert (await subject(mine)).endswith("— 山根製作所")
        lexicon.write_text("- {nam: 山根製作所}\n", encoding="utf-8")
        mine.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
        (wrong,) = await mine.findings("a.txt")
        assert "lexicon.yaml:1: nam" in wrong.message

    run(part)


def test_prices_that_change_are_read_again(run: Run, tmp_path: Path) -> None:
    head = "date,symbol,open,high,low,close,currency\n"
    (tmp_path / "jijitsu.yaml").write_text("prices: p.csv\n", encoding="utf-8")
    (tmp_path / "p.csv").write_text(f"{head}2026-01-14,XTKS:7203,2830,2884,2826,2876,JPY\n", encoding="utf-8")

    async def part(mine: Editor) -> None:
        mine.open("a.txt", "2026年1月14日\nトヨタ自動車の14日の終値は2867円だった。\n")
        (one,) = await mine.findings("a.txt")
        assert one.code == "R601"
        (mend,) = await mine.actions("a.txt")
        assert mend.title == "「2867円」を「2876円」に直す"
        (tmp_path / "p.csv").write_text(f"{head}2026-01-14,XTKS:7203,2830,2884,2826,2867,JPY\n", encoding="utf-8")
        event = types.FileEvent((tmp_path / "p.csv").as_uri(), types.FileChangeType.Changed)
        mine.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
        assert await mine.findings("a.txt") == []

    run(part)


def test_files_that_say_nothing_of_a_draft_are_not_heeded(tmp_path: Path) -> None:
    (tmp_path / "jijitsu.yaml").write_text("lexicon: words/own.yaml\nbaseline: b.json\n", encoding="utf-8")
    drafts = Drafts(tmp_path, "ja")
    drafts.put("a", tmp_path / "a.txt", FLAG, 1)
    heeded = ["jijitsu.yaml", "sub/pyproject.toml", "a.meta.yml", "words/own.yaml", "b.json"]
    assert [name for name in heeded if not drafts.heeds(tmp_path / name)] == []
    assert [name for name in ("ci.yaml", "own.yaml", "package.json", "a.csv") if drafts.heeds(tmp_path / name)] == []


def test_a_draft_that_cannot_be_read_says_why_and_recovers(run: Run) -> None:
    async def part(mine: Editor) -> None:
        mine.open("a.txt", f"---\npublished: きのう\n---\n{FLAG}")
        (one,) = await mine.findings("a.txt")
        assert one.range == types.Range(types.Position(0, 0), types.Position(0, 0))
        assert "published is no date" in one.message
        assert await mine.hover("a.txt", 30) is None
        at = mine.texts[mine.uri("a.txt")].index("きのう")
        mine.edit("a.txt", at, at + 3, "2026-01-14")
        (again,) = await mine.findings("a.txt")
        assert again.code == "T302"

    run(part)


def test_messages_are_in_the_language_of_the_editor(tmp_path: Path) -> None:
    async def part(mine: Editor) -> None:
        mine.open("a.txt", FLAG)
        (one,) = await mine.findings("a.txt")
        assert one.message.startswith("2026-01-06 was a Tuesday")
        mine.open("b.txt", "任天堂の*株価*は3%下落した。\n")
        shown = await mine.hover("b.txt", 10)
        assert shown is not None and isinstance(shown.contents, types.MarkupContent)
        assert shown.contents.kind == types.MarkupKind.PlainText
        assert shown.contents.value.startswith("price_move share_price — 任天堂 (XTKS:7974)\n\n- value: 3 percent (3%)")

    alone(part, tmp_path, locale="en-GB", hover=[types.MarkupKind.PlainText])


def test_edits_one_after_the_other_leave_what_a_fresh_reading_tells(run: Run, tmp_path: Path) -> None:
    """Over the wire, in UTF-16: after each edit the findings are those of drafts that are read for the first time."""
    rng = random.Random(7)
    pieces = [
        "あ",
        "。",
        "\n",
        "🎌",
        "𠮷",
        "「",
        "」",
        "3%",
        "億円",
        "6日(水)",
        "\r\n",
        "",
        "2026年1月7日(火)",
        "任天堂",
    ]

    async def part(mine: Editor) -> None:
        uri = mine.uri("a.txt")
        mine.open("a.txt", TWICE + FLAG + "🎌トヨタ自動車の株価は500円から400円へ10%下落した。\n")
        found = 0
        for _ in range(40):
            text = mine.texts[uri]
            at = rng.randrange(len(text) + 1)
            end = min(len(text), at + rng.choice([0, 0, 1, 2, 7]))
            if "\r\n" not in (text[at - 1 : at + 1], text[end - 1 : end + 1]):
                mine.edit("a.txt", at, end, rng.choice(pieces))
            told = await mine.findings("a.txt")
            fresh = Drafts(tmp_path, "ja")
            fresh.put(uri, tmp_path / "a.txt", mine.texts[uri], 1)
            (judged,) = fresh.judged()
            spots = [(one.code, one.spot.text, one.message) for one in judged.findings]
            assert [(one.code, mine.words("a.txt", one.range), one.message) for one in told] == spots
            found += len(spots)
        assert found >= 10

    run(part)


def draft_of(length: int) -> str:
    """A draft of so many characters: the samples, one behind the other."""
    whole = "".join(path.read_text("utf-8") for path in sorted((ROOT / "tests" / "articles").glob("d*.txt")))
    assert len(whole) > length
    return whole[:length]


def processor(mine: Editor) -> float:
    """Seconds of processor time that the server has taken."""
    server = mine.client._server
    assert server is not None
    spent = psutil.Process(server.pid).cpu_times()
    return spent.user + spent.system


async def typed(mine: Editor, at: int, wrong: str, right: str, times: int) -> list[float]:
    """Type and take back an error in the middle of a draft; seconds until the editor is told, each time."""
    seconds = []
    for number in range(times):
        old, new = (right, wrong) if number % 2 == 0 else (wrong, right)
        mine.news.clear()
        began = time.perf_counter()
        mine.edit("long.txt", at, at + len(old), new)
        await asyncio.wait_for(mine.news.wait(), 60)
        seconds.append(time.perf_counter() - began)
    return seconds


def test_a_keystroke_is_answered_in_a_fifth_of_a_second(run: Run) -> None:
    whole = draft_of(5000)
    middle = whole.index("\n", 2500) + 1

    async def part(mine: Editor) -> None:
        mine.open("long.txt", whole[:middle] + FLAG.replace("水", "火") + whole[middle:])
        await mine.findings("long.txt")
        at = middle + FLAG.index("水")
        began = processor(mine)
        seconds = sorted(await typed(mine, at, "水", "火", 20))
        # By the clock, whoever else uses the machine is measured too; by the processor, the server alone.
        taken = (processor(mine) - began) / len(seconds)
        assert taken + PAUSE < 0.2 or seconds[len(seconds) // 2] < 0.2, (taken, seconds)

    run(part)


def test_many_keystrokes_at_once_are_read_once(run: Run) -> None:
    async def part(mine: Editor) -> None:
        mine.open("a.txt", "会見は")
        for sign in "2026年1月6日(水)に開かれた。":
            end = len(mine.texts[mine.uri("a.txt")])
            mine.edit("a.txt", end, end, sign)
        (one,) = await mine.findings("a.txt")
        assert mine.words("a.txt", one.range) == "2026年1月6日(水)"

    run(part)


def test_without_pygls_one_line_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "pygls").mkdir()
    (tmp_path / "pygls" / "__init__.py").write_text(
        "raise ModuleNotFoundError(\"No module named 'pygls'\", name='pygls')"
    )
    path = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, "-m", "jijitsu", "lsp"], input="", capture_output=True, text=True, check=False,
        env=os.environ | {"PYTHONPATH": path},
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        "error: the language server needs pygls, which is not installed. pip install 'jijitsu[lsp]'."
    ]


def test_an_editor_that_goes_away_ends_the_server() -> None:
    done = subprocess.run([sys.executable, "-m", "jijitsu", "lsp"], input=b"", capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, b"")
