"""Places in a text as editors count them: lines from 0, and units of an agreed encoding within the line.

Lines end in LF, CR LF or CR and nowhere else (U+2028 ends none). The encoding is that of the protocol: utf-16 unless
client and server agree on utf-8 or utf-32. 𠮷 and 🎌 are one code point, two units of UTF-16, four bytes of UTF-8.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from jijitsu.extract.linting import Text

Encoding = Literal["utf-8", "utf-16", "utf-32"]
_CODECS: Mapping[Encoding, tuple[str, int]] = {
    "utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4),
}  # fmt: skip
"""Encoding -> the codec without a byte order mark, and the bytes of a unit."""
Position = tuple[int, int]
"""Line from 0, and units behind its beginning."""


def position(text: Text, offset: int, encoding: Encoding) -> Position:
    """Return where an offset (in code points) is."""
    line = text.line_of(offset)
    return line - 1, _units(text.text[text.starts[line - 1] : offset], encoding)


def offset(text: Text, place: Position, encoding: Encoding) -> int:
    """Return the offset of a place; behind the end of a line is its end, within a character its beginning."""
    number, units = place
    if number >= len(text.starts):
        return len(text.text)
    line, (codec, size) = text.line(number + 1), _CODECS[encoding]
    head = _bytes(line, encoding)[: units * size]
    try:
        found = head.decode(codec, "surrogatepass")
    except UnicodeDecodeError:
        found = head.decode(codec, "ignore")
    return text.starts[number] + len(found) - (not line.startswith(found))


def spliced(text: Text, start: Position, end: Position, new: str, encoding: Encoding) -> str:
    """Return the text with `new` instead of what stands from `start` to `end`.

    An editor that reckons in UTF-16 may renew one half of a pair, so the pieces are joined as units, not as characters.
    """
    codec, _ = _CODECS[encoding]
    whole = _bytes(text.text, encoding)
    joined = whole[: _byte(text, start, encoding)] + _bytes(new, encoding) + whole[_byte(text, end, encoding) :]
    try:
        return joined.decode(codec, "surrogatepass")
    except UnicodeDecodeError:
        return joined.decode(codec, "replace")


def _byte(text: Text, place: Position, encoding: Encoding) -> int:
    """The byte of the encoded text at which a place lies."""
    number, units = place
    if number >= len(text.starts):
        return len(_bytes(text.text, encoding))
    line = len(_bytes(text.line(number + 1), encoding))
    return len(_bytes(text.text[: text.starts[number]], encoding)) + min(units * _CODECS[encoding][1], line)


def _units(text: str, encoding: Encoding) -> int:
    return len(_bytes(text, encoding)) // _CODECS[encoding][1]


def _bytes(text: str, encoding: Encoding) -> bytes:
    return text.encode(_CODECS[encoding][0], "surrogatepass")
