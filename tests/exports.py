"""What the tests of formats share: the formats, claims in which every text is hostile, and settings that find an article."""

from __future__ import annotations

from typing import Any

import msgspec
from claims import TEXT, claims

from jijitsu.cli.exporting import Export, Settings
from jijitsu.extract.collect import collect
from jijitsu.schemas.claim import Claim, Subject

EXPORTS: tuple[Export, ...] = collect("jijitsu.cli.exports", "EXPORT")
BY_NAME = {export.name: export for export in EXPORTS}
PLAIN = Settings(lambda article: TEXT if article.path == "a.txt" else None)
HOSTILE = "=1+1|<script>@someone [x](y) #1 `\t\r\n\\ \x00"


def replaced(claim: Claim, **changes: Any) -> Claim:
    return msgspec.structs.replace(claim, **changes)


def text_of(export: Export, made: list[Claim], how: Settings = PLAIN) -> str:
    assert export.chunks is not None
    return b"".join(export.chunks(made, how)).decode()


def hostile() -> Claim:
    """A claim of which every text is hostile."""
    claim = next(claim for claim in claims() if claim.kind == "quantity")
    assert claim.value is not None
    return replaced(
        claim,
        measure=HOSTILE,
        subject=Subject(HOSTILE, HOSTILE, HOSTILE, "other"),
        value=msgspec.structs.replace(claim.value, text=HOSTILE, unit=HOSTILE),
        evidence=msgspec.structs.replace(claim.evidence, text=HOSTILE, prefix=HOSTILE, suffix=HOSTILE),
        article=msgspec.structs.replace(claim.article, path=HOSTILE, title=HOSTILE, publisher=HOSTILE, url=HOSTILE),
    )
