"""Claims as a draft of gold: YAML that a person corrects, each claim under its sentence, every field explained above."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from jijitsu.cli.console import visible
from jijitsu.cli.telling import one_line
from jijitsu.extract.grading.anchoring import context_of
from jijitsu.schemas.article import Article
from jijitsu.schemas.claim import KINDS, Claim

_HEAD = """\
# A draft of gold: what jijitsu reads in {article}, for you to correct.
#
# keep        yes: a careful reader takes this claim from the article; no: leave it out of the gold;
#             maybe: careful readers differ, and it counts neither for nor against
# kind        {kinds},
#             or a kind of your own (x-NAME)
# measure     what is measured: share_price, revenue, deliveries ...; of a quantity the noun as written
# subject     whose value it is, every acceptable name, the best first; of a quote: who says it. [] where nobody is named
# text        the words that say it, exactly as in the article: number, unit and 約, 以上; of a quote without the brackets
# context     words of the article that stand once in it and hold the text; may go where the text itself stands once
# amount      589000000000, or as written: 5890億; amount_max: the upper end of a range
# unit        JPY, USD, percent, percentage_point, points, times, or the counter as written: 台; null for a bare number
# relation    eq, approx (約), ge (以上), gt (超), le (以下), lt (未満), range
# direction   up, down, flat of a move or change; null of a level
# equivalent  the same money in another currency, in brackets behind it: [87000000000000, JPY]
# mark        of a price: close, open, high, low, intraday, record_high, record_low, target; else null
# basis       what a change is measured against, as written: 前日比
# time        first and last day: [2026-01-05, 2026-01-05]; null where the article gives none
# modality    asserted, reported, estimated, forecast, conditional, negated
# quote_type  direct or indirect
#
# Something is missing? Copy a block and change it; the order is of no matter, and keys that are null may go.
# Then: jijitsu annotate --accept THIS-FILE -o gold.jsonl
"""
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_ESCAPED = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def draft(article: Article, path: str, claims: Sequence[Claim]) -> Iterator[str]:
    """Yield the draft piece by piece. `path` is how the article is found again."""
    yield _HEAD.format(article=_comment(path), kinds=", ".join(KINDS))
    yield f"\narticle: {_scalar(path)}\nsha256: {article.sha256}\n"
    yield "claims:\n" if claims else "claims: []\n"
    for claim in claims:
        yield f"\n# line {claim.evidence.line}: {_comment(_sentence(article.text, claim))}\n"
        context = context_of(article.text, claim.evidence.start, claim.evidence.end)
        if context is None:
            yield "# its words stand in the article more than once, and nothing near tells the places apart\n"
        marker = "-"
        for key, value in _fields(claim, context):
            yield f"{marker} {key}: {value}\n"
            marker = " "


def _fields(claim: Claim, context: str | None) -> Iterator[tuple[str, str]]:
    yield "keep", "no" if context is None else "yes"
    yield "kind", _scalar(claim.kind)
    if claim.kind == "quote":
        yield "quote_type", claim.quote.type if claim.quote else "direct"
    else:
        yield "measure", _scalar(claim.measure)
    yield "subject", _list(_names(claim))
    yield "text", _scalar(claim.evidence.text)
    if context is not None:
        yield "context", _scalar(context)
    if (value := claim.value) is not None:
        yield "amount", _number(value.amount)
        if value.amount_max is not None:
            yield "amount_max", _number(value.amount_max)
        yield "unit", _scalar(value.unit)
        yield "relation", value.relation
        yield "direction", claim.direction or "null"
        if claim.equivalent:
            yield "equivalent", f"[{_number(claim.equivalent.amount)}, {_scalar(claim.equivalent.unit)}]"
        if claim.kind == "price_level":
            yield "mark", claim.mark or "null"
        yield "basis", _scalar(claim.basis)
    time = claim.time
    yield "time", f"[{time.start}, {time.end}]" if time else "null"
    yield "modality", claim.modality


def _names(claim: Claim) -> list[str]:
    """Names of the subject or the speaker, the canonical one first."""
    if claim.kind == "quote":
        said = claim.attribution
        names = [said.speaker, said.speaker_text] if said else []
        names = names if any(names) or said is None else [said.org]
    else:
        names = [claim.subject.name, claim.subject.text] if claim.subject else []
    return list(dict.fromkeys(name for name in names if name))


def _sentence(text: str, claim: Claim) -> str:
    """The sentence with its evidence in 【】."""
    evidence = claim.evidence
    before, behind = text[evidence.sentence.start : evidence.start], text[evidence.end : evidence.sentence.end]
    return f"{before.lstrip()}【{evidence.text}】{behind.rstrip()}"


def _comment(text: str) -> str:
    """Text that stays within its line, whatever YAML or a terminal takes for a line end."""
    return _ESCAPED.sub("\ufffd", visible(one_line(text)))


def _list(items: Sequence[str]) -> str:
    return "[" + ", ".join(map(_scalar, items)) + "]"


def _scalar(value: str | None) -> str:
    """A YAML scalar that is read back as the very same text; null for None."""
    if value is None:
        return "null"
    if _PLAIN.fullmatch(value) and value.lower() not in _WORDS:
        return value
    return _ESCAPED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(value, ensure_ascii=False))


def _number(value: Decimal) -> str:
    return f"{value:f}"
