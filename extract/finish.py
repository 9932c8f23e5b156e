"""Drafts in, claims out: evidence with its line and surroundings, ids, fact keys, order. Drops none.

An id hashes what the claim says and the words around it, never where the file lies or what stands elsewhere in it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import TypeVar

import msgspec

from jijitsu.extract.draft import Draft
from jijitsu.extract.facts import fact_key
from jijitsu.extract.fold import fold
from jijitsu.extract.regex import regex
from jijitsu.schemas.article import Article
from jijitsu.schemas.claim import ArticleRef, Claim, Equivalent, Evidence, Place, Quote, Subject, Time, Value
from jijitsu.schemas.numbers import plain, written
from jijitsu.schemas.sentence import Sentence

_AROUND = 32
"""Length of prefix and suffix, in code points."""
_Said = TypeVar("_Said", Subject, Time)
_LINE_END = regex(r"\r\n|\n|\r")


def finish(article: Article, sentences: Sequence[Sentence], drafts: Iterable[Draft]) -> list[Claim]:
    """Return one claim for each draft, in order of evidence.start, kind, id.

    `sentences` are those of the article, each at the place of its index. Raises ValueError for a draft that has no
    ground in the text: a fault of the kind that made it.
    """
    starts = [0, *(match.end() for match in _LINE_END.finditer(article.text))]
    ref = ArticleRef(
        article.path, article.sha256, article.title, article.published, article.publisher, article.url,
        article.member, article.row, article.field,
    )  # fmt: skip
    seen: Counter[bytes] = Counter()
    claims = []
    for draft in sorted(drafts, key=_order):
        evidence = _evidence(article, sentences, draft, starts)
        said = _said(draft, evidence)
        claims.append(_claim(draft, evidence, ref, _id(said, seen[said]), (sentences[draft.sentence], article)))
        seen[said] += 1
    return sorted(claims, key=lambda claim: (claim.evidence.start, claim.kind, claim.id))


def _order(draft: Draft) -> tuple[int, int, str, bytes]:
    """An order that depends on nothing but the drafts, so that running numbers fall alike in every run."""
    return draft.start, draft.end, draft.kind, msgspec.json.encode(draft)


def _evidence(article: Article, sentences: Sequence[Sentence], draft: Draft, starts: Sequence[int]) -> Evidence:
    text, sentence = article.text, sentences[draft.sentence]
    if not article.body_start <= draft.start < draft.end <= len(text):
        raise ValueError(f"{draft.kind}: [{draft.start}, {draft.end}) is no place in the article")
    line = bisect_right(starts, draft.start)
    evidence = Evidence(
        start=draft.start,
        end=draft.end,
        text=text[draft.start : draft.end],
        line=line,
        column=draft.start - starts[line - 1] + 1,
        # An utterance may run on into the sentences behind.
        sentence=Place(min(sentence.start, draft.start), max(sentence.end, draft.end)),
        prefix=text[max(article.body_start, draft.start - _AROUND) : draft.start],
        suffix=text[draft.end : draft.end + _AROUND],
    )
    assert text[evidence.start : evidence.end] == evidence.text
    return evidence


def _said(draft: Draft, evidence: Evidence) -> bytes:
    """What an id is a hash of, but for the running number."""
    subject, value = draft.subject, draft.value
    return msgspec.json.encode(
        (
            draft.kind,
            subject and (subject.id or subject.name),
            value and (_digits(value), value.unit, value.relation),
            evidence.text, evidence.prefix, evidence.suffix,
        )
    )  # fmt: skip


def _digits(value: Value) -> tuple[str, str | None]:
    most = value.amount_max
    return written(plain(value.amount)), None if most is None else written(plain(most))


def _id(said: bytes, number: int) -> str:
    return f"c_{sha256(said + (b'#%d' % number if number else b'')).hexdigest()[:16]}"


def _claim(draft: Draft, evidence: Evidence, ref: ArticleRef, claim_id: str, where: tuple[Sentence, Article]) -> Claim:
    return Claim(
        id=claim_id,
        kind=draft.kind,
        measure=draft.measure,
        subject=_as_written(draft.subject, *where),
        value=draft.value and _plain_value(draft.value),
        equivalent=draft.equivalent and _plain_equivalent(draft.equivalent),
        direction=draft.direction,
        mark=draft.mark,
        basis=draft.basis,
        time=_as_written(draft.time, *where),
        modality=draft.modality,
        attribution=draft.attribution,
        quote=_quote(draft, evidence),
        evidence=evidence,
        article=ref,
        fact=fact_key(draft),
        rule=draft.kind,
    )


def _as_written(said: _Said | None, sentence: Sentence, article: Article) -> _Said | None:
    """What names a thing or a day, as it stands in the sentence: what was read from the folded text is cut from the text.

    `2０年前`, half of it in full width, is folded to 20年前; a name may stand in another sentence alone.
    """
    if said is None or said.text in sentence.text:
        return said
    at, text = sentence.folded.find(fold(said.text)), sentence.text
    if at < 0 and said.text not in article.text:
        at, text = fold(article.text).find(fold(said.text)), article.text
    return said if at < 0 else msgspec.structs.replace(said, text=text[at : at + len(said.text)])


def _quote(draft: Draft, evidence: Evidence) -> Quote | None:
    if draft.quote_type is None:
        return None
    return Quote(evidence.text, "direct" if draft.quote_type == "direct" else "indirect")


def _plain_value(value: Value) -> Value:
    most = value.amount_max
    return msgspec.structs.replace(value, amount=plain(value.amount), amount_max=None if most is None else plain(most))


def _plain_equivalent(equivalent: Equivalent) -> Equivalent:
    return msgspec.structs.replace(equivalent, amount=plain(equivalent.amount))
