"""Plain text and Markdown: one article a file, read as it is written, front matter and marks and all."""

from __future__ import annotations

from jijitsu.extract.reading import Reading
from jijitsu.extract.reading.decoding import decode
from jijitsu.extract.reading.raw import Content, Format


def text(data: bytes, options: Reading) -> Content:
    """Return the text of a file. Raises UnreadableError."""
    return Content(decode(data, options.encoding))


FORMAT = Format(name="text", about="plain text", suffixes=(".txt", ".text", ".md", ".markdown"), text=text)
