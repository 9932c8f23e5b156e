"""An article as it was read: decoded text and what is known about it."""

from __future__ import annotations

from datetime import date

import msgspec


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """What the reader hands on. `text` is never changed after decoding; a BOM is not part of it."""

    text: str
    path: str | None = None
    sha256: str
    """Hex digest of the text encoded as UTF-8 (so that the same text in another encoding is the same article)."""
    title: str | None = None
    published: date | None = None
    published_by: str | None = None
    """Where `published` comes from: option, front matter, sidecar or dateline."""
    publisher: str | None = None
    url: str | None = None
    body_start: int = 0
    """Where the article begins behind its front matter, in code points; what stands before is no sentence."""
