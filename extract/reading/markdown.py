"""What of a Markdown file is no article: blocks of code, comments, and where links lead. Its text stays as it is.

Emphasis, headings, lists, quotations and tables are read where they stand: offsets are those of the file that its author
has open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jijitsu.extract.regex import regex

SUFFIXES = (".md", ".markdown")
_LONGEST = 2**20
"""Longer texts are no Markdown that somebody wrote."""
_SILENT = frozenset({"fence", "code_block"})
_DEFINITION = regex(r"^ {0,3}\[(?!\^)[^\]\n]{1,200}\]:[ \t]*\S[^\n]*$", re.M)
_LINE = regex(r"\r\n|\n|\r|\Z")


def is_markdown(name: str | None) -> bool:
    """True for the name of a Markdown file, also as .gz."""
    return name is not None and name.lower().removesuffix(".gz").endswith(SUFFIXES)


def asides(text: str, body_start: int) -> tuple[tuple[int, int], ...]:
    """Return the stretches behind the front matter that are no article, in order."""
    if len(text) > _LONGEST:
        return ()
    found = [*_blocks(text, body_start), *(match.span() for match in _DEFINITION.finditer(text, body_start))]
    return tuple(sorted(found))


def _blocks(text: str, body_start: int) -> Iterator[tuple[int, int]]:
    from markdown_it import MarkdownIt

    body = text[body_start:]
    starts = [body_start]
    starts += [body_start + match.end() for match in _LINE.finditer(body)]
    # Blocks are enough: what stands within a paragraph is read.
    parser = MarkdownIt("commonmark").disable(["inline", "text_join"])
    for token in parser.parse(body):
        comment = token.type == "html_block" and token.content.lstrip().startswith("<!--")
        if token.map and (token.type in _SILENT or comment):
            first, last = token.map
            yield starts[first], starts[min(last, len(starts) - 1)]
