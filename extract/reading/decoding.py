"""Bytes in, text out: the encodings that Japanese text comes in, told apart without guessing by frequency.

BOM and ISO-2022-JP escapes first, then UTF-8, then EUC-JP, then CP932: each of these refuses nearly all text written in
the ones behind it. Nothing is replaced and nothing dropped: what cannot be decoded is an error that names the byte
(counted from 0), and so are a damaged UTF-8 file that CP932 would take for 縺ゅ, and what is no text at all.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable

from jijitsu.extract.regex import regex
from jijitsu.schemas.errors import UnreadableError

_BOMS = (
    # UTF-32 first: its little-endian mark begins with UTF-16's.
    (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"), (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_JIS_ESCAPE = re.compile(rb"\x1b(?:\$[@B]|\$\([DOPQ]|\([JI])")
_EUC = ("euc_jp", "euc_jis_2004")
"""The second knows ① and ㈱ (row 13), which the first refuses."""
_JIS = ("iso2022_jp", "iso2022_jp_ext", "iso2022_jp_2004")
_NO_TEXT = regex(r"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f\x80-\x9f\xa0\uf8f0-\uf8f3]")
"""What CP932 makes of bytes that belong to no character of it, and control signs that no article holds."""
_JAPANESE = regex(r"[\u3001-\u30fe\u4e00-\u9fff\uff01-\uff5e]")
_KANA = regex(r"[\u3041-\u30fe]")
_WINDOW = 3000
"""How far around a byte that cannot be decoded the surroundings are weighed, in bytes or code points."""


def decode(data: bytes, encoding: str | None = None) -> str:
    """Return the text of a file, without its BOM; line ends stay as they are.

    `encoding` overrides the telling apart. Raises UnreadableError, which names the byte, without `where`.
    """
    if encoding is not None:
        return _as_told(data, encoding)
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _no_nul(_strict(data, name, len(bom)), name, len(bom))
    nul = data.find(0)
    if nul >= 0:
        raise UnreadableError(
            f"byte {nul} is NUL: this is no text (or UTF-16 without a byte order mark)",
            hint="If it is UTF-16, say --encoding utf-16-le or utf-16-be",
        )
    if data.isascii():
        return _jis(data) if _JIS_ESCAPE.search(data) else data.decode("ascii")
    return _told_apart(data)


def _told_apart(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        if _looks_like(data, fault.start, "utf-8", _JAPANESE):
            raise _undecodable("UTF-8", fault.start, data) from None
        utf8_at = fault.start
    euc_at = 0
    for name in _EUC:
        try:
            text = data.decode(name)
        except UnicodeDecodeError as fault:
            euc_at = max(euc_at, fault.start)
        else:
            return _only_text(text, "EUC-JP", name)
    if _looks_like(data, euc_at, _EUC[-1], _KANA):
        raise _undecodable("EUC-JP", euc_at, data)
    try:
        return _only_text(data.decode("cp932"), "CP932", "cp932")
    except UnicodeDecodeError as fault:
        raise UnreadableError(
            f"not readable as text: byte {utf8_at} is no UTF-8, byte {euc_at} no EUC-JP, byte {fault.start} no CP932",
            hint="If it is text in another encoding, name it with --encoding",
        ) from None


def _looks_like(data: bytes, fault: int, name: str, letters: re.Pattern[str]) -> bool:
    """True if the bytes around `fault` read as Japanese in this encoding, but for a few: a damaged file."""
    before = data[:fault].decode(name, "replace")[-_WINDOW:]
    around = before + data[fault : fault + _WINDOW].decode(name, "replace")
    return len(letters.findall(around)) > around.count("\ufffd") + 3


def _as_told(data: bytes, encoding: str) -> str:
    try:
        # The name is tried on a byte first: an empty file is decoded under any name, even one that there is none of.
        b" ".decode(encoding, "ignore")
        text = data.decode(encoding)
    except LookupError:
        raise UnreadableError(
            f"there is no text encoding called {encoding!r}",
            where="--encoding",
            hint="Known ones are utf-8, cp932, euc-jp, iso-2022-jp, utf-16",
        ) from None
    except UnicodeError as fault:
        raise _undecodable(encoding, getattr(fault, "start", 0), data) from None
    return _no_nul(text.removeprefix("\ufeff"), encoding, 0)


def _strict(data: bytes, name: str, skip: int) -> str:
    try:
        return data[skip:].decode(name)
    except UnicodeDecodeError as fault:
        raise _undecodable(name.upper(), fault.start + skip, data) from None


def _jis(data: bytes) -> str:
    at = 0
    for name in _JIS:
        try:
            return data.decode(name)
        except UnicodeDecodeError as fault:
            at = max(at, fault.start)
    raise _undecodable("ISO-2022-JP", at, data)


def _only_text(text: str, shown: str, name: str) -> str:
    """Refuse control signs: CP932 and EUC-JP take many a binary file for text."""
    stray = _NO_TEXT.search(text)
    if stray is None:
        return text
    at = _length(text[: stray.start()], name)
    raise UnreadableError(
        f"byte {at} is no text in {shown}, nor is the file UTF-8",
        hint="If it is text in another encoding, name it with --encoding",
    )


def _no_nul(text: str, name: str, skip: int) -> str:
    nul = text.find("\0")
    if nul < 0:
        return text
    raise UnreadableError(f"byte {skip + _length(text[:nul], name)} is NUL: this is no text")


def _length(text: str, name: str) -> int:
    encode: Callable[[str], tuple[bytes, int]] = codecs.lookup(name).encode
    return len(encode(text)[0])


def _undecodable(shown: str, at: int, data: bytes) -> UnreadableError:
    byte = f"byte {at} (0x{data[at]:02X})" if at < len(data) else f"byte {at}, the end,"
    return UnreadableError(
        f"{byte} cannot be read as {shown}", hint="Mend the file, or name its encoding with --encoding"
    )
