"""Names in, files out: folders walked in sorted order, a file named outright always read.

In folders, files are articles by their endings (.txt, .md, .html and so on, .gz of them); tables, feeds and archives
where articles stand in them, so that no file of claims is taken for one. What .gitignore names is left out (with the
files of the folders above, up to the repository's root), and so are hidden names, and the folders of parts that browsers
save beside a page. Links are followed, but no folder is entered twice.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from jijitsu.extract.reading import STDIN, shown
from jijitsu.schemas.errors import UnreadableError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"})
"""Endings of files that are one article."""
_PAGES = (".html", ".htm", ".xhtml")
_PARTS = ("_files", ".files", "_ファイル")
SEARCHED = ".txt, .md and .html files, .jsonl, .parquet and feeds of articles, .gz and .zip of them"
_Rules = tuple[tuple[str, "GitIgnoreSpec"], ...]
"""Folder of a .gitignore, and what it says; the outermost first."""


def walk(names: Iterable[str]) -> Iterator[Path | UnreadableError]:
    """Yield the articles that `names` stand for, each once, in the order named; what cannot be entered as an error.

    `-` is yielded as it is. A folder without any article is an error too: it is most likely the wrong one.
    """
    seen: set[str] = set()
    for name in names:
        found = 0
        for path in _named(name):
            found += 1
            key = str(path) if isinstance(path, UnreadableError) else os.path.abspath(path)  # noqa: PTH100 (links stay)
            if key not in seen:
                seen.add(key)
                yield path
        if not found:
            hint = f"Folders are searched for {SEARCHED} that no .gitignore leaves out; name others outright"
            yield UnreadableError("there is no article in this folder", where=shown(name), hint=hint)


def _named(name: str) -> Iterator[Path | UnreadableError]:
    if name != STDIN and Path(name).is_dir():
        yield from _folder(Path(name), _rules_above(Path(name)), set())
    else:
        yield Path(name)


def _folder(folder: Path, rules: _Rules, entered: set[tuple[int, int]]) -> Iterator[Path | UnreadableError]:
    """The articles under a folder, sorted by name; a stack of its own, so that deep trees are no matter."""
    stack: list[tuple[Path, bool, _Rules]] = [(folder, True, rules)]
    while stack:
        path, is_folder, rules = stack.pop()
        if not is_folder:
            yield path
            continue
        try:
            status = path.stat()
            if (status.st_dev, status.st_ino) in entered:
                continue
            entered.add((status.st_dev, status.st_ino))
            with os.scandir(path) as found:  # it knows what is a folder without asking again
                entries = sorted(found, key=_name, reverse=True)
            rules = _with_own(path, rules)
        except (OSError, ValueError) as fault:
            why = getattr(fault, "strerror", None) or fault
            yield UnreadableError(f"this folder cannot be read ({why})", where=shown(path))
            continue
        for entry in entries:
            if not entry.name.startswith("."):
                within, is_folder = path / entry.name, _is_folder(entry)
                if _wanted(entry, within, is_folder, rules):
                    stack.append((within, is_folder, rules))


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # links in a ring
        return False


def _wanted(entry: os.DirEntry[str], path: Path, is_folder: bool, rules: _Rules) -> bool:
    """True for a folder to enter or an article to read."""
    if is_folder:
        return not _ignored(path, rules, "/") and not _is_of_a_page(path)
    # A dangling link is wanted, so that it is reported; a pipe or a device in a folder is not.
    if not (entry.is_symlink() or entry.is_file()) or _ignored(path, rules, ""):
        return False
    return path.suffix.lower() in SUFFIXES or _holds_articles(path)


def _holds_articles(path: Path) -> bool:
    """True for a table, a feed or an archive with articles in it, and for a .gz."""
    from jijitsu.extract.reading.inputs import is_input, looks_like

    try:
        return is_input(path.name) and looks_like(path)
    except OSError:
        return True  # whoever reads it will say so


def _is_of_a_page(folder: Path) -> bool:
    """True for the folder of parts that a browser saved beside a page."""
    part = next((part for part in _PARTS if folder.name.endswith(part)), None)
    stem = folder.name.removesuffix(part) if part else ""
    return part is not None and any(folder.with_name(stem + ending).is_file() for ending in _PAGES)


def _ignored(path: Path, rules: _Rules, mark: str) -> bool:
    """What the innermost .gitignore that knows the path says."""
    if not rules:
        return False
    absolute = os.path.abspath(path)  # noqa: PTH100 (links stay)
    for base, spec in reversed(rules):
        verdict = spec.check_file(os.path.relpath(absolute, base).replace(os.sep, "/") + mark).include
        if verdict is not None:
            return verdict
    return False


def _with_own(folder: Path, rules: _Rules) -> _Rules:
    """The rules with the folder's own .gitignore behind them."""
    try:
        lines = (folder / ".gitignore").read_text(encoding="utf-8", errors="replace").splitlines()
    except (FileNotFoundError, IsADirectoryError):
        return rules
    from pathspec import GitIgnoreSpec  # here, since most folders have no .gitignore

    return (*rules, (os.path.abspath(folder), GitIgnoreSpec.from_lines(lines)))  # noqa: PTH100 (links stay)


def _rules_above(folder: Path) -> _Rules:
    """The .gitignore files between the repository's root and the folder's parent; none outside of a repository."""
    parents = folder.absolute().parents
    root = next((number for number, parent in enumerate(parents) if (parent / ".git").exists()), None)
    if root is None or (folder / ".git").exists():
        return ()
    rules: _Rules = ()
    for parent in reversed(parents[: root + 1]):
        rules = _with_own(parent, rules)
    return rules
