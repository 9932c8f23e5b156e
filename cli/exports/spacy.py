"""spaCy: a DocBin with a document an article, its claims in `doc.spans["claims"]` (see extract/component.py).

    docs = DocBin().from_disk("claims.spacy").get_docs(spacy.blank("ja").vocab)

The texts are looked up where the claims say they lie. A DocBin is one piece: it is put together in memory, words and
claims of all articles (about 60 MB for 1,000 articles), unlike the other formats.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from jijitsu.cli.exporting import Export, Settings
from jijitsu.schemas.claim import ArticleRef, Claim
from jijitsu.schemas.errors import JijitsuError


def write(claims: Iterable[Claim], path: Path, settings: Settings) -> None:
    """Write a new file. Raises JijitsuError for an article that is not there, or not as it was."""
    from jijitsu.extract.component import doc_bin

    path.write_bytes(doc_bin(_texts(claims, settings)))


def _texts(claims: Iterable[Claim], settings: Settings) -> Iterator[tuple[str, list[Claim]]]:
    for article, group in groupby(claims, key=lambda claim: claim.article):
        found = list(group)
        text = _text(article, settings)
        for claim in found:
            if text[claim.evidence.start : claim.evidence.end] != claim.evidence.text:
                raise JijitsuError(
                    f"the article does not say 「{claim.evidence.text[:40]}」 where the claim has it",
                    where=article.name,
                    hint="Extract its claims again",
                )
        yield text, found


def _text(article: ArticleRef, settings: Settings) -> str:
    if article.path is None:
        raise JijitsuError("claims of standard input name no article", hint="Extract from files")
    text = settings.find(article)
    if text is None:
        raise JijitsuError("there is no such article", where=article.name, hint="Export where the articles lie")
    return text


EXPORT = Export(
    name="spacy", about="a DocBin with groups of spans", suffixes=(".spacy",), write=write
)  # fmt: skip
