"""Names in, files out: order, .gitignore, links."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from jijitsu.extract.reading.walking import walk
from jijitsu.schemas.errors import UnreadableError


def _make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("本文。", encoding="utf-8")


def _walked(folder: Path, *names: str) -> list[str]:
    return [
        str(found) if isinstance(found, UnreadableError) else found.relative_to(folder).as_posix()
        for found in walk([str(folder / name) for name in names] or [str(folder)])
    ]


def test_folders_are_walked_in_order_and_sidecars_are_no_articles(tmp_path: Path) -> None:
    _make(tmp_path, "b.txt", "a/2.md", "a/1.TXT", "c.csv", "b.meta.json", "b.meta.yaml", ".hidden.txt", ".git/x.txt")
    assert _walked(tmp_path) == ["a/1.TXT", "a/2.md", "b.txt"]


def test_a_file_named_outright_is_always_read_and_only_once(tmp_path: Path) -> None:
    _make(tmp_path, "a.txt", "b.html", "c.txt")
    (tmp_path / ".gitignore").write_text("c.txt\n")
    assert _walked(tmp_path, "b.html", "c.txt", ".", "b.html") == ["b.html", "c.txt", "a.txt"]


def test_gitignore(tmp_path: Path) -> None:
    _make(tmp_path, "a/x.txt", "a/keep.txt", "a/draft/1.txt", "b/x.txt", "out/1.txt", "out/2.txt")
    (tmp_path / ".gitignore").write_text("x.txt\n/out/\ndraft\n")
    (tmp_path / "b" / ".gitignore").write_text("!x.txt\n")
    assert _walked(tmp_path) == ["a/keep.txt", "b/x.txt"]


def test_gitignore_of_the_folders_above_within_a_repository(tmp_path: Path) -> None:
    _make(tmp_path, "repo/a/x.txt", "repo/a/y.txt")
    (tmp_path / ".gitignore").write_text("y.txt\n")  # outside of the repository
    (tmp_path / "repo" / ".git").mkdir()
    (tmp_path / "repo" / ".gitignore").write_text("/a/x.txt\n")
    assert _walked(tmp_path / "repo", "a") == ["a/y.txt"]


def test_loops_of_links_end(tmp_path: Path) -> None:
    _make(tmp_path, "a/1.txt", "b/2.txt")
    (tmp_path / "a" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "b" / "self").symlink_to(tmp_path / "b", target_is_directory=True)
    # A folder is entered once, under the first name that leads there.
    assert _walked(tmp_path) == ["a/1.txt", "b/2.txt"]


def test_dangling_links_are_told_and_pipes_left_alone(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    assert _walked(tmp_path) == ["gone.txt"]


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    (found,) = _walked(tmp_path)
    assert "there is no article in this folder. Folders are searched for .txt, .md and .html files" in found


def test_a_folder_that_may_not_be_entered_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _make(tmp_path, "a/1.txt", "b/2.txt")
    listed = os.scandir

    def refuse(path: Path) -> Any:
        if Path(path).name == "a":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    # Root may enter every folder, so the refusal is played.
    monkeypatch.setattr(os, "scandir", refuse)
    found = _walked(tmp_path)
    assert "this folder cannot be read (Permission denied)" in found[0]
    assert found[1:] == ["b/2.txt"]
