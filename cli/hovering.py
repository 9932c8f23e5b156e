"""What an editor shows over a figure or an utterance: the claim that is read there, in Markdown or plain."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from jijitsu.cli.console import visible
from jijitsu.cli.telling import amount, days, escaped, one_line, speaker
from jijitsu.extract.linting import Language
from jijitsu.schemas.claim import Claim

_WORDS = {
    "value": ("値", "value"), "equivalent": ("換算", "equivalent"), "direction": ("向き", "direction"),
    "mark": ("種類", "mark"), "basis": ("比較", "basis"), "time": ("時", "time"), "modality": ("確かさ", "modality"),
    "speaker": ("発言者", "said by"), "type": ("引用", "quote"), "fact": ("事実", "fact"),
}  # fmt: skip
"""Field of the record -> what it is called, in Japanese and English."""


def claims_at(claims: Iterable[Claim], offset: int) -> list[Claim]:
    """Return the claims whose evidence covers an offset, the narrowest first."""
    found = [claim for claim in claims if claim.evidence.start <= offset < claim.evidence.end]
    return sorted(found, key=lambda claim: claim.evidence.end - claim.evidence.start)


def page(claims: Iterable[Claim], language: Language, *, markdown: bool = True) -> str:
    """Return the claims, a head and a list each, as Markdown in which what the article says is text; or as plain text."""
    shown: Callable[[str], str] = escaped if markdown else lambda text: visible(one_line(text))
    mark = "**" if markdown else ""
    return "\n\n".join("\n".join(_lines(claim, 0 if language == "ja" else 1, shown, mark)) for claim in claims)


def _lines(claim: Claim, language: int, shown: Callable[[str], str], mark: str) -> Iterator[str]:
    subject = claim.subject
    whose = f" — {shown(subject.name)}" if subject else ""
    code = f" ({shown(subject.id)})" if subject and subject.id else ""
    measure = f" {shown(claim.measure)}" if claim.measure else ""
    yield f"{mark}{shown(claim.kind)}{mark}{measure}{whose}{code}"
    yield ""
    for field, told in _told(claim):
        yield f"- {_WORDS[field][language]}: {shown(told)}"


def _told(claim: Claim) -> Iterator[tuple[str, str]]:
    value, same, said = claim.value, claim.equivalent, claim.attribution
    if value is not None:
        yield "value", f"{amount(claim)} ({value.text})"
    if same is not None:
        yield "equivalent", f"{same.amount:,f} {same.unit} ({same.text})"
    for field, word in (("direction", claim.direction), ("mark", claim.mark), ("basis", claim.basis)):
        if word:
            yield field, word
    if claim.time is not None:
        yield "time", f"{days(claim)} ({claim.time.text})"
    yield "modality", claim.modality
    if said is not None:
        beside = "、".join(word for word in (said.role, said.org or said.medium) if word)
        yield "speaker", f"{speaker(claim) or '?'}{f' ({beside})' if beside else ''}"
    if claim.quote is not None:
        yield "type", claim.quote.type
    if claim.fact:
        yield "fact", claim.fact
