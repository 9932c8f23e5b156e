"""An outline: a line a claim, indented under its article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jijitsu.cli.exporting import Export, Settings
from jijitsu.schemas.claim import Claim


def chunks(claims: Iterable[Claim], settings: Settings) -> Iterator[bytes]:
    """Yield the outline line by line."""
    del settings
    path = None
    for claim in claims:
        if claim.article.path != path:
            path = claim.article.path
            yield f"{path}\n".encode()
        yield f"  {claim.kind}: {claim.evidence.text}\n".encode()


EXPORT = Export(name="outline", about="a line a claim", suffixes=(".outline",), chunks=chunks)
