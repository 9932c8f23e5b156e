"""What is known about an article besides its text: YAML front matter in the file, or a sidecar beside it.

Both know the keys `published` (or `date`), `title`, `publisher` and `url`; others are somebody else's and left alone.
A value that cannot be read (a date that is none) is an error: a silent null would leave every relative date unresolved.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path, PurePath
from typing import Any

import msgspec

from jijitsu.extract.reading.dateline import parse_day
from jijitsu.extract.reading.decoding import decode
from jijitsu.extract.regex import regex
from jijitsu.schemas.errors import UnreadableError

_FENCE = regex(r"---[ \t]*(?:\r\n|\n|\r)")
_CLOSING = regex(r"^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)", re.M)
_OURS = regex(r"^(?:published|date|title|publisher|url)[ \t]*:", re.M)
_LONGEST = 16_384
"""Front matter is looked for in this many code points."""
LONGEST_SIDECAR = 65_536
SIDECARS = (".meta.json", ".meta.yaml", ".meta.yml")


class Meta(msgspec.Struct, frozen=True):
    """What metadata say of an article; null where they say nothing."""

    published: date | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    source: str = "sidecar"
    """What the publication date is said by."""
    settled: bool = False
    """True if the text itself is not to be asked for more: it was taken out of a page that was asked."""
    doubt: str | None = None
    """Why there is no publication date where some are given."""

    def over(self, other: Meta) -> Meta:
        """What either says; this one where both do."""
        if self == Meta():
            return other
        dated = self if self.published else other
        return Meta(
            dated.published, self.title or other.title, self.publisher or other.publisher, self.url or other.url,
            dated.source, self.settled or other.settled, None if self.published else other.doubt,
        )  # fmt: skip


def front_matter(text: str) -> tuple[Meta, int]:
    """Return the front matter of a text and where its body begins (0 if it has none).

    Lines of `---` around prose are rulers, not front matter. Raises UnreadableError if it is meant as such but no YAML.
    """
    opening = _FENCE.match(text)
    closing = _CLOSING.search(text[:_LONGEST], opening.end()) if opening else None
    if opening is None or closing is None:
        return Meta(), 0
    block = text[opening.end() : closing.start()]
    try:
        loaded = _yaml(block)
    except (RecursionError, ValueError) as fault:
        if not _OURS.search(block):
            return Meta(), 0
        raise UnreadableError(f"the front matter is no YAML{_line_of(fault, 2)}", hint=_HOW) from None
    if not isinstance(loaded, dict):
        return Meta(), 0
    return _meta(loaded, "front matter"), closing.end()


class _NoYamlError(ValueError):
    """What is wrong in a text that should be YAML, and where."""

    def __init__(self, what: str, mark: Any) -> None:
        super().__init__(what)
        self.problem_mark = mark


def _yaml(text: str) -> Any:
    """Return what a text in YAML says. Raises _NoYamlError."""
    import yaml  # here, since few articles have any

    try:
        # The base loader gives every scalar as written, so that 2025-01-28 stays text and no tag builds anything. Not the
        # one in C: ten thousand nested brackets end the whole process there, and are a RecursionError here.
        return yaml.load(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError as fault:
        raise _NoYamlError(str(fault), getattr(fault, "problem_mark", None)) from None


def sidecar(path: Path) -> Meta:
    """Return what NAME.meta.json or NAME.meta.yaml beside an article says; nothing if there is none."""
    for suffix in SIDECARS:
        beside = path.with_name(stem_of(path.name) + suffix)
        try:
            data = beside.read_bytes()
        except FileNotFoundError:
            continue
        except (OSError, ValueError) as fault:
            raise UnreadableError(f"the sidecar {beside.name} cannot be read ({_why(fault)})") from None
        return meta_of(data, beside.name)
    return Meta()


def stem_of(name: str) -> str:
    """A file's name without its ending, and without .gz before that: what its sidecars are called after."""
    return PurePath(name[:-3] if name.lower().endswith(".gz") else name).stem


def meta_of(data: bytes, name: str) -> Meta:
    """Return what the bytes of a sidecar say; its name tells JSON from YAML. Raises UnreadableError."""
    if len(data) > LONGEST_SIDECAR:
        raise UnreadableError(f"the sidecar {name} is larger than {LONGEST_SIDECAR} bytes", hint=_HOW)
    return _meta(_load(decode(data), name), f"sidecar {name}")


def _load(text: str, name: str) -> Mapping[str, Any]:
    try:
        loaded = msgspec.json.decode(text) if name.endswith(".json") else _yaml(text)
    except (msgspec.DecodeError, RecursionError, ValueError) as fault:
        raise UnreadableError(
            f"the sidecar {name} cannot be read{_line_of(fault, 1) or f' ({fault})'}", hint=_HOW
        ) from None
    if loaded is None or loaded == "":
        return {}
    if not isinstance(loaded, dict):
        raise UnreadableError(f"the sidecar {name} holds no mapping", hint=_HOW)
    return loaded


_HOW = "It holds keys such as `published: 2025-01-28` and `title: …`"


def _meta(loaded: Mapping[str, Any], source: str) -> Meta:
    day = _text(loaded, "published", source) or _text(loaded, "date", source)
    published = parse_day(day) if day else None
    if day and published is None:
        raise UnreadableError(f"published is no date in the {source}: {day!r}", hint="Write it as 2025-01-28")
    title, publisher, url = (_text(loaded, key, source) for key in ("title", "publisher", "url"))
    return Meta(published, title, publisher, url)


def _text(loaded: Mapping[str, Any], key: str, source: str) -> str | None:
    value = loaded.get(key)
    if value is None or (isinstance(value, str) and value.strip() in ("", "~", "null")):
        return None
    if isinstance(value, (dict, list)):
        raise UnreadableError(f"{key} is no text in the {source}", hint=_HOW)
    return str(value).strip()


def _line_of(fault: Exception, first: int) -> str:
    mark = getattr(fault, "problem_mark", None)
    return f" (line {mark.line + first})" if mark is not None else ""


def _why(fault: Exception) -> str:
    return getattr(fault, "strerror", None) or str(fault)
