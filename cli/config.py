"""Settings: the closest `jijitsu.yaml`, or `[tool.jijitsu]` of a pyproject.toml, read and refused with a caret.

A folder's jijitsu.yaml wins over its pyproject.toml, and a folder wins over those above it; files are not merged.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from jijitsu.schemas.config import Config, PathIgnore
from jijitsu.schemas.errors import JijitsuError

NAMES = ("jijitsu.yaml", "pyproject.toml")
LANGUAGES = ("ja", "en")
SEVERITIES = ("note", "warning", "error")
_IGNORE_KEYS = ("path", "codes", "reason")


class Setting(msgspec.Struct, frozen=True):
    """A key of a mapping with its value, and where the key stands (line and column from 1)."""

    key: str
    value: Any
    line: int
    column: int


class Source(msgspec.Struct, frozen=True):
    """A file of settings: its path and its lines."""

    path: Path
    lines: tuple[str, ...]


class ConfigError(JijitsuError):
    """A setting that cannot be used; its text shows the line with a caret."""

    def __init__(self, what: str, source: Source, line: int, column: int, word: str, hint: str) -> None:
        super().__init__(what, where=f"{source.path}:{line}:{column}", hint=hint)
        self.shown = _shown(source, line, column, word)

    def __str__(self) -> str:
        return f"{self.where}: {self.what}\n{self.shown}\n{self.hint}"


def _shown(source: Source, line: int, column: int, word: str) -> str:
    from rich.cells import cell_len

    text = source.lines[line - 1] if 0 < line <= len(source.lines) else ""
    number = str(line)
    gap = " " * cell_len(text[: column - 1])
    return f"{' ' * len(number)} |\n{number} | {text}\n{' ' * len(number)} | {gap}{'^' * max(1, cell_len(word))}"


def closest(folder: Path) -> Config:
    """Return the settings that hold in a folder; empty ones where no file gives any. Raises JijitsuError."""
    return _closest(folder.absolute())


@cache
def _closest(folder: Path) -> Config:
    for name in NAMES:
        path = folder / name
        if path.is_file():
            found = read(path)
            if found is not None:
                return found
    return Config(folder=folder) if folder.parent == folder else _closest(folder.parent)


def forget() -> None:
    """Read the settings anew when they are next asked for."""
    _closest.cache_clear()


def read(path: Path) -> Config | None:
    """Return the settings in a file; None for a pyproject.toml without [tool.jijitsu]. Raises JijitsuError."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as fault:
        raise JijitsuError(f"cannot be read ({fault})", where=str(path)) from None
    source = Source(_near(path), tuple(text.splitlines()))
    settings = _toml(source, text) if path.suffix == ".toml" else _yaml(source, text)
    return None if settings is None else _config(path, source, settings)


def _near(path: Path) -> Path:
    """A path as messages show it: from the working directory, where it lies beneath."""
    try:
        return path.absolute().relative_to(Path.cwd())
    except ValueError:
        return path


def _yaml(source: Source, text: str) -> list[Setting]:
    import yaml  # here, since many runs have no such file

    try:
        root = yaml.compose(text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as fault:
        mark = getattr(fault, "problem_mark", None)
        where = f"{source.path}:{mark.line + 1}:{mark.column + 1}" if mark else str(source.path)
        raise JijitsuError(f"this is no YAML ({getattr(fault, 'problem', None) or fault})", where=where) from None
    if root is None:
        return []
    if not isinstance(root, yaml.MappingNode):
        raise JijitsuError("the file holds no mapping", where=str(source.path), hint="Write `select: [T, N]`")
    return _settings(root)


def _settings(node: Any) -> list[Setting]:
    return [
        Setting(str(key.value), _plain(value), key.start_mark.line + 1, key.start_mark.column + 1)
        for key, value in node.value
    ]


def _plain(node: Any) -> Any:
    if node.id == "mapping":
        return _settings(node)
    if node.id == "sequence":
        return [_plain(inner) for inner in node.value]
    return str(node.value)


def _toml(source: Source, text: str) -> list[Setting] | None:
    try:
        loaded = tomllib.loads(text).get("tool", {}).get("jijitsu")
    except tomllib.TOMLDecodeError as fault:
        raise JijitsuError(f"this is no TOML ({fault})", where=str(source.path)) from None
    return None if loaded is None else _toml_settings(source, loaded)


def _toml_settings(source: Source, loaded: Mapping[str, Any]) -> list[Setting]:
    return [Setting(key, _toml_plain(source, value), *_toml_place(source, key)) for key, value in loaded.items()]


def _toml_plain(source: Source, value: Any) -> Any:
    if isinstance(value, dict):
        return _toml_settings(source, value)
    if isinstance(value, list):
        return [_toml_plain(source, inner) for inner in value]
    return str(value)


def _toml_place(source: Source, key: str) -> tuple[int, int]:
    """Line and column of a key, behind the head of our table."""
    inside = False
    for number, line in enumerate(source.lines, 1):
        if line.lstrip().startswith("["):
            inside = line.strip().startswith(("[tool.jijitsu", "[[tool.jijitsu"))
        match = re.search(rf"""(?:^\s*|[{{,]\s*|\.)(["']?){re.escape(key)}\1\s*[=.\]]""", line) if inside else None
        if match:
            return number, line.index(key, match.start()) + 1
    return 1, 1


def _config(path: Path, source: Source, settings: Sequence[Setting]) -> Config:
    fields: dict[str, Any] = {}
    for setting in settings:
        reader = _READERS.get(setting.key)
        if reader is None:
            raise _unknown(source, setting, "setting", tuple(_READERS))
        fields[setting.key.replace("-", "_")] = reader(source, setting)
    folder = path.absolute().parent
    for name in ("prices", "facts", "baseline", "lexicon"):
        if name in fields:
            fields[name] = folder / fields[name]
    return Config(file=source.path, folder=folder, **fields)


def _unknown(source: Source, setting: Setting, what: str, known: Sequence[str]) -> ConfigError:
    near = get_close_matches(setting.key, known, n=1, cutoff=0.5)
    meant = f"Did you mean {near[0]}? " if near else ""
    hint = f"{meant}Known are {', '.join(known)}."
    return ConfigError(f"{setting.key!r} is no {what}.", source, setting.line, setting.column, setting.key, hint)


def _wrong(source: Source, setting: Setting, what: str, hint: str) -> ConfigError:
    return ConfigError(f"{setting.key}: {what}.", source, setting.line, setting.column, setting.key, hint)


def _word(source: Source, setting: Setting) -> str:
    if not isinstance(setting.value, str):
        raise _wrong(source, setting, "this is no single value", f"Write `{setting.key}: …`.")
    return setting.value


def _words(source: Source, setting: Setting) -> tuple[str, ...]:
    if isinstance(setting.value, str):
        return tuple(word.strip() for word in setting.value.split(",") if word.strip())
    if not all(isinstance(word, str) for word in setting.value):
        raise _wrong(source, setting, "this is no list of words", f"Write `{setting.key}: [one, other]`.")
    return tuple(setting.value)


def _one_of(known: Sequence[str]) -> Callable[[Source, Setting], str]:
    def read_one(source: Source, setting: Setting) -> str:
        word = _word(source, setting)
        if word not in known:
            raise _wrong(source, setting, f"{word!r} is not known", f"Known are {', '.join(known)}.")
        return word

    return read_one


def _form(source: Source, setting: Setting) -> str:
    from jijitsu.extract.collect import collect

    return _one_of([form.name for form in collect("jijitsu.cli.formats", "FORMAT")])(source, setting)


def _codes(source: Source, setting: Setting) -> tuple[str, ...]:
    """Codes or their beginnings. Raises ConfigError for one that no check has."""
    from jijitsu.extract.linting import checks

    known = [check.code for check in checks()]
    codes = _words(source, setting)
    for code in codes:
        if not any(one.startswith(code) for one in known):
            raise _wrong(source, setting, f"no rule begins with {code!r}", f"Known are {', '.join(known)}.")
    return codes


def _path_ignores(source: Source, setting: Setting) -> tuple[PathIgnore, ...]:
    if not isinstance(setting.value, list) or not all(isinstance(entry, list) for entry in setting.value):
        hint = 'Write `path-ignores: [{path: "old/**", codes: [T301], reason: …}]`.'
        raise _wrong(source, setting, "this is no list of mappings", hint)
    return tuple(_path_ignore(source, setting, entry) for entry in setting.value)


def _path_ignore(source: Source, setting: Setting, entry: Sequence[Setting]) -> PathIgnore:
    given: dict[str, Setting] = {}
    for part in entry:
        if not isinstance(part, Setting) or part.key not in _IGNORE_KEYS:
            raise _unknown(source, part, "key of a suppression", _IGNORE_KEYS)
        given[part.key] = part
    at = entry[0] if entry else setting
    for key in _IGNORE_KEYS:
        if key not in given or not given[key].value:
            raise _wrong(source, at, f"this suppression has no {key}", f"It has the keys {', '.join(_IGNORE_KEYS)}.")
    return PathIgnore(
        path=_word(source, given["path"]), codes=_codes(source, given["codes"]),
        reason=_word(source, given["reason"]), line=at.line,
    )  # fmt: skip


def _fx(source: Source, setting: Setting) -> tuple[str, ...]:
    """Rates as `USD/JPY: 147.5` or as a list of `USD/JPY=147.5`."""
    from jijitsu.extract.reading.reference import rates

    value = setting.value
    pairs = isinstance(value, list) and bool(value) and isinstance(value[0], Setting)
    given = tuple(f"{one.key}={one.value}" for one in value) if pairs else _words(source, setting)
    try:
        rates(given)
    except ValueError as fault:
        raise _wrong(source, setting, str(fault), "Write `fx: {USD/JPY: 147.5}`.") from None
    return given


_READERS: Mapping[str, Callable[[Source, Setting], Any]] = {
    "select": _codes, "ignore": _codes, "exclude": _words, "path-ignores": _path_ignores, "lang": _one_of(LANGUAGES),
    "format": _form, "severity": _one_of(SEVERITIES), "fail-on": _one_of(SEVERITIES[1:]), "prices": _word,
    "facts": _word, "fx": _fx, "baseline": _word, "lexicon": _word,
}  # fmt: skip
