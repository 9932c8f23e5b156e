"""jijitsu in a spaCy pipeline: `nlp.add_pipe("jijitsu")`, then `doc._.claims` and `doc.spans["claims"]`.

Besides `parsing.py` the only module that imports spaCy: an entry point names it, so that spaCy finds the component
where jijitsu is installed. It reads `doc.text` alone, and so works behind any tokenizer and on any pipeline.

* `doc._.claims`: the claims, as `jijitsu.extract_text(doc.text)` gives them.
* `doc.spans["claims"]`: a span each, in the same order: `label_` is the kind, `id_` the claim's id, `kb_id_` the id of
  its subject. A span covers whole tokens, so it may be wider than the evidence, whose offsets are exact.
* `doc._.published`: the publication date, as "2026-02-13"; set it before the component runs, or give the component one
  for all (`config={"published": "2026-02-13"}`).

Records travel with the document as lines of JSON in its `user_data`, so they come through `nlp.pipe(n_process=2)`,
`DocBin` and `doc.to_bytes()`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from jijitsu.extract import extract_text
from jijitsu.extract.linking.asking import Parse
from jijitsu.extract.parsing import words_of
from jijitsu.extract.pipeline import Options
from jijitsu.schemas.claim import Claim
from jijitsu.schemas.record import decode_line, encode_line

SPANS = "claims"
"""The name of the group of spans, and of the attribute."""
_RECORDS = "jijitsu"
_AT_ONCE = 10_000
"""Code points that Sudachi gets at once; it refuses more than 49,149 bytes."""


def annotate(doc: Doc, claims: Iterable[Claim]) -> Doc:
    """Put claims on the document of whose text they are. Returns the same document."""
    found = list(claims)
    doc.user_data[_RECORDS] = [encode_line(claim).decode() for claim in found]
    doc.spans[SPANS] = [_span(doc, claim) for claim in found]
    return doc


def doc_bin(articles: Iterable[tuple[str, Iterable[Claim]]]) -> bytes:
    """Return a DocBin (`DocBin().from_bytes(…)`) with a document for each text and its claims.

    Words are Sudachi's, in mode C. Documents come in the same order.
    """
    # Words alone: the other attributes are empty, and would take ten times the memory.
    vocab, kept = Vocab(), DocBin(["ORTH"], store_user_data=True)
    for text, claims in articles:
        words, spaced = _words(text)
        kept.add(annotate(Doc(vocab, words, spaced), claims))
    return bytes(kept.to_bytes())


def _words(text: str) -> tuple[list[str], list[bool]]:
    words: list[str] = []
    spaced: list[bool] = []
    for piece in _pieces(text):
        found, blanks = words_of(piece)
        words += [token.text for token in found]
        spaced += blanks
    return words, spaced


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces that Sudachi takes: lines, where they are not too long."""
    for line in text.splitlines(keepends=True):
        yield from (line[at : at + _AT_ONCE] for at in range(0, len(line), _AT_ONCE))


def _span(doc: Doc, claim: Claim) -> Any:
    subject = claim.subject.id if claim.subject and claim.subject.id else ""
    start, end = claim.evidence.start, claim.evidence.end
    span = doc.char_span(start, end, claim.kind, subject, alignment_mode="expand", span_id=claim.id)
    if span is None:
        raise ValueError(f"{claim.id}: [{start}, {end}) is no place in this document")
    return span


def _claims(doc: Doc) -> list[Claim]:
    return [decode_line(line.encode()) for line in doc.user_data.get(_RECORDS, ())]


def _day(given: str | date | None) -> date | None:
    return date.fromisoformat(given) if isinstance(given, str) else given


@Language.factory(
    "jijitsu",
    assigns=["doc._.claims", "doc.spans"],
    default_config={"published": None, "lexicon": None, "parse": "auto"},
)
def make(nlp: Language, name: str, published: str | None, lexicon: str | None, parse: Parse) -> Callable[[Doc], Doc]:
    """Return the component. `published` dates all documents that bring no date, `lexicon` is a file of your own names.

    Raises ValueError for a date that is none.
    """
    del nlp, name
    return _Component(_day(published), Options(Path(lexicon) if lexicon else None, parse))


class _Component:
    """What the pipeline calls. A class, since spaCy sends it to other processes, where closures do not go."""

    def __init__(self, published: date | None, options: Options) -> None:
        self.published, self.options = published, options

    def __call__(self, doc: Doc) -> Doc:
        published = _day(doc._.published) or self.published
        return annotate(doc, extract_text(doc.text, published, options=self.options))


Doc.set_extension("claims", getter=_claims, force=True)
Doc.set_extension("published", default=None, force=True)
