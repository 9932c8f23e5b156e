"""An article with its claims as HTML, for notebooks: the text with the evidence marked, the list of claims below.

All that comes from an article is escaped, and nothing in it is a link or a script: article text is hostile input.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from jijitsu.schemas.claim import Claim

_COLOURS = {
    "price_move": "#b5179e", "price_level": "#c77dba", "market_cap_move": "#3a0ca3", "market_cap_level": "#4361ee",
    "delivery": "#0891b2", "financial": "#15803d", "quote": "#b45309", "quantity": "#0e7490",
}  # fmt: skip
_ELSE = "#6b7280"
_MOST = 1000
"""Claims that are listed; a table of more is no use in a notebook, and slows it down."""
_HEADS = ("line", "kind", "whose", "says", "value", "when", "how sure")


def article_html(text: str, claims: Sequence[Claim]) -> str:
    """Return the article with its claims marked. Evidence that lies in other evidence is marked within it."""
    marked = "".join(_marked(text, claims))
    return f'<div style="white-space:pre-wrap;line-height:1.9;max-width:60em">{marked}</div>{table_html(claims)}'


def table_html(claims: Sequence[Claim]) -> str:
    """Return the list of claims as a table."""
    heads = "".join(f'<th scope="col" style="text-align:left">{head}</th>' for head in _HEADS)
    rows = "".join(f"<tr>{''.join(_cells(claim))}</tr>" for claim in claims[:_MOST])
    more = f"<p>… and {len(claims) - _MOST:,} more</p>" if len(claims) > _MOST else ""
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>{more}"


def _marked(text: str, claims: Iterable[Claim]) -> Iterator[str]:
    """The text piece by piece. Marks nest; where two cross, the later one begins where the earlier one ends."""
    open_ends: list[int] = []
    at = 0
    for claim in sorted(claims, key=lambda claim: (claim.evidence.start, -claim.evidence.end)):
        while open_ends and open_ends[-1] <= claim.evidence.start:
            yield f"{escape(text[at : open_ends[-1]])}</mark>"
            at = open_ends.pop()
        start = max(at, claim.evidence.start)
        end = min(claim.evidence.end, open_ends[-1] if open_ends else len(text))
        if start < end:
            yield f"{escape(text[at:start])}{_mark(claim)}"
            open_ends.append(end)
            at = start
    while open_ends:
        yield f"{escape(text[at : open_ends[-1]])}</mark>"
        at = open_ends.pop()
    yield escape(text[at:])


def _mark(claim: Claim) -> str:
    colour = _COLOURS.get(claim.kind, _ELSE)
    style = f"background:{colour}22;color:inherit;border-bottom:2px solid {colour}"
    told = "  ".join(part for part in _told(claim) if part)
    return f'<mark style="{style}" title="{escape(told)}">'


def _told(claim: Claim) -> tuple[str, str, str, str, str, str, str]:
    """What the table says of a claim."""
    said, value, time = claim.attribution, claim.value, claim.time
    who = (
        (said and (said.speaker or said.speaker_text))
        if claim.kind == "quote"
        else claim.subject and claim.subject.name
    )
    amounts = "–".join(f"{one:,f}" for one in (value.amount, value.amount_max) if one is not None) if value else ""
    words = (value.relation if value.relation not in ("eq", "range") else "", amounts, value.unit) if value else ()
    return (
        str(claim.evidence.line),
        " ".join(word for word in (claim.kind, claim.measure) if word),
        who or "?",
        claim.evidence.text,
        " ".join(word for word in (*words, claim.direction, claim.mark, claim.basis) if word),
        "/".join(sorted({time.start.isoformat(), time.end.isoformat()})) if time else "",
        claim.modality,
    )


def _cells(claim: Claim) -> Iterator[str]:
    """The cells of a row. Text has the notebook's own colour, be it light or dark; that of the kind stands beside it."""
    styles = dict.fromkeys(range(len(_HEADS)), "text-align:left;vertical-align:top")
    styles[1] += f";border-left:4px solid {_COLOURS.get(claim.kind, _ELSE)};white-space:nowrap"
    styles[5] += ";white-space:nowrap"
    for number, cell in enumerate(_told(claim)):
        yield f'<td style="{styles[number]}">{escape(cell)}</td>'
