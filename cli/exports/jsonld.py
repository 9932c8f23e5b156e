"""JSON-LD: schema.org Claims, each with a W3C Web Annotation that points at its words.

One document: `@context` (inline, nothing is fetched) and `@graph` with a node a claim. What stands in a node:

* `@id` `urn:jijitsu:claim:SHA256:ID`, `@type` Claim (schema.org), `identifier`, `text` (the words or the utterance);
* `about`: the subject, a Corporation, Person, Country, Product or Thing, with `name`, `alternateName` and `identifier`;
* `states`: a MonetaryAmount (`currency`) or a QuantitativeValue (`unitText`), with `value`, or `minValue` and
  `maxValue` (以上 has a minimum alone). Amounts are xsd:decimal, written as strings so that no reader rounds them;
* `appearance`: the NewsArticle, told in full where it first comes in a row and by its `@id` after that;
* `creator`: who says it; `temporalCoverage`: an ISO 8601 interval of days;
* `annotation`: the Annotation of which the claim is the body; its target is the article (`source`) with a
  TextQuoteSelector (`exact`, `prefix`, `suffix`) and a TextPositionSelector (`start`, `end` in code points of the
  decoded text);
* `kind`, `measure`, `direction`, `mark`, `basis`, `modality`, `relation`, `fact` and what else is not told above: words
  of our own (`urn:jijitsu:term:`), which mean what they mean in the record.

No `<` is written as itself, so that the document can stand in a web page's script element.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from jijitsu.cli.exporting import Export, Settings
from jijitsu.schemas.claim import ArticleRef, Attribution, Claim, Equivalent, Subject, Value
from jijitsu.schemas.mention import EntityType
from jijitsu.schemas.numbers import written
from jijitsu.schemas.record import encode_plain

_DECIMAL = "http://www.w3.org/2001/XMLSchema#decimal"
_NATURAL = "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"
_SCHEMA_ORG = (
    "Claim", "NewsArticle", "Corporation", "Organization", "Person", "Country", "Product", "Thing", "MonetaryAmount",
    "QuantitativeValue", "about", "alternateName", "appearance", "creator", "currency", "headline", "identifier",
    "jobTitle", "name", "publisher", "temporalCoverage", "text", "unitText", "url", "worksFor",
)  # fmt: skip
_ANNOTATION = (
    "Annotation", "SpecificResource", "TextQuoteSelector", "TextPositionSelector", "exact", "prefix",
    "suffix",
)  # fmt: skip
_OURS = (
    "kind", "measure", "direction", "mark", "basis", "modality", "relation", "fact", "path", "sha256", "valueText",
    "member", "row", "field", "quoteType", "medium", "equivalent",
)  # fmt: skip
CONTEXT: dict[str, Any] = {
    "@version": 1.1,
    "schema": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "jijitsu": "urn:jijitsu:term:",
    **{term: f"schema:{term}" for term in _SCHEMA_ORG},
    **{term: f"oa:{term}" for term in _ANNOTATION},
    **{term: f"jijitsu:{term}" for term in _OURS},
    "url": {"@id": "schema:url", "@type": "@id"},
    "datePublished": {"@id": "schema:datePublished", "@type": "schema:Date"},
    "states": "schema:mainEntity",
    "value": {"@id": "schema:value", "@type": _DECIMAL},
    "minValue": {"@id": "schema:minValue", "@type": _DECIMAL},
    "maxValue": {"@id": "schema:maxValue", "@type": _DECIMAL},
    "annotation": {"@reverse": "oa:hasBody"},
    "motivatedBy": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "identifying": "oa:identifying",
    "target": "oa:hasTarget",
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": "oa:hasSelector",
    "start": {"@id": "oa:start", "@type": _NATURAL},
    "end": {"@id": "oa:end", "@type": _NATURAL},
}
_TYPES: dict[EntityType, str] = {
    "company": "Corporation", "person": "Person", "country": "Country", "product": "Product",
}  # fmt: skip


def chunks(claims: Iterable[Claim], settings: Settings) -> Iterator[bytes]:
    """Yield the document, a node a line."""
    del settings
    yield b'{"@context":' + _encoded(CONTEXT) + b',\n"@graph":['
    last: ArticleRef | None = None
    for claim in claims:
        comma = b"\n" if last is None else b",\n"
        yield comma + _encoded(node(claim, told=claim.article == last))
        last = claim.article
    yield b"\n]}\n"


def node(claim: Claim, *, told: bool) -> dict[str, Any]:
    """Return the node of a claim; the article of one that is `told` already is named by its id alone."""
    article = {"@id": _article_id(claim.article)}
    return _full(
        {
            "@id": f"urn:jijitsu:claim:{claim.article.sha256}:{claim.id}",
            "@type": "Claim",
            "identifier": claim.id,
            "kind": claim.kind,
            "measure": claim.measure,
            "text": claim.quote.text if claim.quote else claim.evidence.text,
            "quoteType": claim.quote and claim.quote.type,
            "about": claim.subject and _subject(claim.subject),
            "states": claim.value and _amount(claim.value),
            "equivalent": claim.equivalent and _amount(claim.equivalent),
            "direction": claim.direction,
            "mark": claim.mark,
            "basis": claim.basis,
            "temporalCoverage": claim.time and f"{claim.time.start}/{claim.time.end}",
            "modality": claim.modality,
            "creator": claim.attribution and _speaker(claim.attribution),
            "fact": claim.fact,
            "appearance": article if told else _article(claim.article),
            "annotation": _annotation(claim),
        }
    )


def _annotation(claim: Claim) -> dict[str, Any]:
    words = claim.evidence
    return {
        "@type": "Annotation",
        "motivatedBy": "identifying",
        "target": {
            "@type": "SpecificResource",
            "source": _article_id(claim.article),
            "selector": [
                {"@type": "TextQuoteSelector", "exact": words.text, "prefix": words.prefix, "suffix": words.suffix},
                {"@type": "TextPositionSelector", "start": words.start, "end": words.end},
            ],
        },
    }


def _article_id(article: ArticleRef) -> str:
    return f"urn:jijitsu:article:{article.sha256}"


def _article(article: ArticleRef) -> dict[str, Any]:
    return _full(
        {
            "@id": _article_id(article),
            "@type": "NewsArticle",
            "headline": article.title,
            "datePublished": article.published and article.published.isoformat(),
            "publisher": article.publisher and {"@type": "Organization", "name": article.publisher},
            "url": article.url,
            "path": article.path,
            "member": article.member,
            "row": article.row,
            "field": article.field,
            "sha256": article.sha256,
        }
    )


def _subject(subject: Subject) -> dict[str, Any]:
    other = subject.text if subject.text != subject.name else None
    kind = _TYPES.get(subject.type, "Thing")
    return _full({"@type": kind, "name": subject.name, "alternateName": other, "identifier": subject.id})


def _amount(value: Value | Equivalent) -> dict[str, Any]:
    unit, most = value.unit, getattr(value, "amount_max", None)
    money = unit is not None and len(unit) == 3 and unit.isascii() and unit.isupper()
    least = {"ge": "minValue", "gt": "minValue", "range": "minValue", "le": "maxValue", "lt": "maxValue"}
    return _full(
        {
            "@type": "MonetaryAmount" if money else "QuantitativeValue",
            least.get(value.relation, "value"): written(value.amount),
            **({"maxValue": written(most)} if most is not None else {}),
            "currency" if money else "unitText": unit,
            "relation": value.relation,
            "valueText": value.text,
        }
    )


def _speaker(said: Attribution) -> dict[str, Any]:
    name = said.speaker or said.speaker_text
    works = {"@type": "Organization", "name": said.org} if said.org else None
    return _full(
        {
            "@type": "Person" if said.speaker and said.role else "Thing",
            "name": name,
            "alternateName": said.speaker_text if said.speaker_text != name else None,
            "identifier": said.speaker_id,
            "jobTitle": said.role,
            "worksFor": works,
            "medium": said.medium,
        }
    )


def _full(node: dict[str, Any]) -> dict[str, Any]:
    """Without what is null: JSON-LD has no nulls."""
    return {key: value for key, value in node.items() if value is not None}


def _encoded(data: dict[str, Any]) -> bytes:
    return encode_plain(data).replace(b"<", b"\\u003c")


EXPORT = Export(
    name="jsonld", about="schema.org Claims with Web Annotation selectors", suffixes=(".jsonld",), chunks=chunks
)  # fmt: skip
