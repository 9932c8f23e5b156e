"""Claims of articles that were read before, by what they were read from and how.

A key is a hash of the file's bytes and its sidecars' (of a row, of what it holds), its name, the options, the user's
lexicon, and all that reads: the sources of this package with its words, the versions of dictionary and model, and the
files of plug-ins that bring kinds. Nothing hangs on times of files. An entry carries a hash of itself: one that is
damaged is passed over and written anew, and a damaged file of entries is thrown away. Two runs may share a folder; where
one waits too long for the other it does without.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from hashlib import blake2b, sha256
from pathlib import Path
from typing import Any

import msgspec

from jijitsu.extract import plugins
from jijitsu.extract.reading.metadata import SIDECARS, stem_of
from jijitsu.extract.reading.raw import Raw

FOLDER = ".jijitsu_cache"
VARIABLE = "JIJITSU_CACHE_DIR"
_FILE = "claims.sqlite"
_FORM = 1
"""Raised when the table changes; an older file is thrown away."""
LARGEST = 512 * 2**20
"""Bytes that the file may have; beyond, what was not used for longest goes."""
_WAIT = 2.0
_STALE = 7
"""Days after which a use is noted again."""
_BESIDE = frozenset(
    {
        "markdown_it_py",
        "sudachipy",
        "sudachidict_core",
        "spacy",
        "ginza",
        "ja_ginza",
        "japan_finance_codes",
        "thinc",
        "trafilatura",
        "lxml",
        "justext",
        "feedparser",
        "pyarrow",
    }
)
"""Packages whose version decides what is read."""


class Info(msgspec.Struct, frozen=True):
    """What a cache holds."""

    path: Path
    entries: int
    size: int


class Cache:
    """The entries of one folder. Never raises for what goes wrong with them: it is then as if there were none."""

    def __init__(self, folder: Path, largest: int = LARGEST) -> None:
        self.path, self._largest = folder / _FILE, largest
        self._used: list[bytes] = []
        self._day = int(time.time() // 86_400)
        self._file = self._opened() or self._anew()

    def get(self, keys: Sequence[bytes]) -> Mapping[bytes, bytes]:
        """Return the entries there are, each whole."""
        found: dict[bytes, bytes] = {}
        marks = ",".join("?" * len(keys))
        for key, value, check, used in self._ask(
            f"SELECT key, value, mark, used FROM claims WHERE key IN ({marks})", keys
        ):
            if isinstance(key, bytes) and isinstance(value, bytes) and check == _mark(key, value):
                found[key] = value
                if not isinstance(used, int) or abs(self._day - used) >= _STALE:
                    self._used.append(key)
        return found

    def put(self, entries: Iterable[tuple[bytes, bytes]]) -> None:
        """Keep these entries."""
        rows = [(key, value, _mark(key, value), self._day) for key, value in entries]
        if rows:
            self._write("INSERT OR REPLACE INTO claims (key, value, mark, used) VALUES (?, ?, ?, ?)", rows)

    def close(self) -> None:
        """Note what was used, keep the size within bounds, and let go of the file."""
        if self._used:
            self._write("UPDATE claims SET used = ? WHERE key = ?", [(self._day, key) for key in self._used])
        for (pages,), (size,) in zip(self._ask("PRAGMA page_count"), self._ask("PRAGMA page_size"), strict=False):
            if pages * size > self._largest:
                self._shrink()
        if self._file is not None:
            self._file.close()
            self._file = None

    def _shrink(self) -> None:
        """Drop what was not used for longest, until three quarters of the bound are left."""
        room = self._largest * 3 // 4
        gone = []
        for key, size in self._ask("SELECT key, length(value) FROM claims ORDER BY used DESC, rowid DESC"):
            room -= size
            if room < 0:
                gone.append((key,))
        self._write("DELETE FROM claims WHERE key = ?", gone)
        self._ask("VACUUM")

    def _ask(self, query: str, values: Sequence[bytes] = ()) -> list[tuple[Any, ...]]:
        if self._file is None:
            return []
        try:
            return self._file.execute(query, values).fetchall()
        except sqlite3.Error as fault:
            self._faulty(fault)
            return []

    def _write(self, query: str, rows: Sequence[tuple[object, ...]]) -> None:
        if self._file is None:
            return
        try:
            with self._file:
                self._file.executemany(query, rows)
        except sqlite3.Error as fault:
            self._faulty(fault)

    def _faulty(self, fault: sqlite3.Error) -> None:
        """A file that another run holds is left to it; a damaged or foreign one is thrown away."""
        if isinstance(fault, sqlite3.OperationalError) and "lock" in str(fault):
            return
        self._file = self._anew()

    def _opened(self) -> sqlite3.Connection | None:
        """The file with its table; None where it is damaged or another one's."""
        try:
            _prepare(self.path.parent)
            file = sqlite3.connect(self.path, timeout=_WAIT)
        except (OSError, sqlite3.Error):
            return None
        try:
            # Entries can be made again: none is worth waiting for the disk.
            file.execute("PRAGMA synchronous = OFF")
            (form,) = file.execute("PRAGMA user_version").fetchone()
            if form == 0:
                file.execute(
                    "CREATE TABLE IF NOT EXISTS claims (key BLOB PRIMARY KEY, value BLOB, mark BLOB, used INTEGER)"
                )
                file.execute(f"PRAGMA user_version = {_FORM}")
                file.commit()
            if form in (0, _FORM):
                return file
        except sqlite3.OperationalError as fault:
            if "lock" in str(fault):
                return file
        except sqlite3.Error:
            pass
        file.close()
        return None

    def _anew(self) -> sqlite3.Connection | None:
        try:
            for suffix in ("", "-journal", "-wal", "-shm"):
                self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)
        except OSError:
            return None
        return self._opened()


def _mark(key: bytes, value: bytes) -> bytes:
    return blake2b(value, digest_size=8, key=key).digest()


def _prepare(folder: Path) -> None:
    """Make the folder, which says by itself that it is a cache and no part of a repository."""
    if not folder.is_dir():
        folder.mkdir(mode=0o700, parents=True)
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")
        (folder / "CACHEDIR.TAG").write_text("Signature: 8a477f597d28d172789f06886806bc55\n", encoding="utf-8")


def home(start: Path) -> Path:
    """Where the cache of a working directory is.

    `JIJITSU_CACHE_DIR`, else `.jijitsu_cache` in the project's folder (the closest one above with jijitsu.yaml or with
    such a cache), else the user's cache folder.
    """
    if named := os.environ.get(VARIABLE):
        return Path(named)
    for folder in (start, *start.parents):
        if (folder / FOLDER).is_dir() or (folder / "jijitsu.yaml").is_file():
            return folder / FOLDER
    try:
        return _users() / "jijitsu"
    except RuntimeError:  # a user without a home, and HOME not set: nothing can be kept
        return Path(os.devnull) / "jijitsu"


def _users() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def info(folder: Path) -> Info:
    """What the cache in a folder holds; nothing where there is none."""
    path = folder / _FILE
    if not path.is_file():
        return Info(path, 0, 0)
    try:
        file = sqlite3.connect(f"file:{path.as_posix()}?mode=ro", uri=True, timeout=_WAIT)
        try:
            (entries,) = file.execute("SELECT count(*) FROM claims").fetchone()
        finally:
            file.close()
    except sqlite3.Error:
        entries = 0
    return Info(path, entries, path.stat().st_size)


def clear(folder: Path) -> Info:
    """Remove the entries of a folder; return what there was. Raises OSError."""
    held = info(folder)
    for suffix in ("", "-journal", "-wal", "-shm"):
        held.path.with_name(held.path.name + suffix).unlink(missing_ok=True)
    return held


class Keys:
    """Keys of files that are read in one way."""

    def __init__(self, way: bytes, lexicon: Path | None) -> None:
        """`way`: the options, as bytes that differ where they do."""
        words = lexicon.read_bytes() if lexicon else b""
        self._base = sha256(b"\0".join((reader(), way, sha256(words).digest())))
        self._beside: dict[str, frozenset[str]] = {}

    def key(self, path: Path) -> bytes | None:
        """Return the key of a file as it is now, or None where it cannot be read."""
        name = os.fspath(path)
        folder, file = os.path.split(name)
        made = self._base.copy()
        made.update(name.encode("utf-8", "surrogateescape") + b"\0")
        try:
            made.update(_digest(name))
            beside = self._sidecars(folder)
            for suffix in SIDECARS if beside else ():
                sidecar = stem_of(file) + suffix
                if sidecar in beside:
                    made.update(suffix.encode() + _digest(os.path.join(folder, sidecar)))  # noqa: PTH118
        except (OSError, ValueError):
            return None
        return made.digest()

    def key_of(self, raw: Raw) -> bytes:
        """Return the key of an article that was taken out of its file."""
        made = self._base.copy()
        made.update(msgspec.msgpack.encode((raw.path, raw.member, raw.row, raw.form, raw.data, raw.beside)))
        return made.digest()

    def _sidecars(self, folder: str) -> frozenset[str]:
        if folder not in self._beside:
            names = os.listdir(folder or ".")  # noqa: PTH208 (names are wanted)
            self._beside[folder] = frozenset(name for name in names if name.endswith(SIDECARS))
        return self._beside[folder]


def _digest(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123
        return sha256(file.read()).digest()


@cache
def reader() -> bytes:
    """A hash of all that decides what is read from an article: our sources and words, others' versions, plug-ins."""
    made = sha256(sys.version.encode() + plugins.digest(plugins.KINDS))
    package = Path(__file__).resolve().parent.parent
    for part in ("extract", "schemas"):
        for folder, inner, names in os.walk(package / part):
            inner[:] = sorted(name for name in inner if name != "__pycache__")
            for name in sorted(names):
                if name.endswith((".py", ".yaml")):
                    made.update(name.encode() + _digest(os.path.join(folder, name)))  # noqa: PTH118
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")  # noqa: PTH208
        except OSError:
            continue
        for name in sorted(names):
            if name.endswith(".dist-info") and name.partition("-")[0].lower() in _BESIDE:
                made.update(name.encode())
    return made.digest()
