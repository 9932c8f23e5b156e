"""From a figure to a draft: what the numeric kinds share."""

from __future__ import annotations

from jijitsu.extract.draft import Draft
from jijitsu.extract.linking.figure import Figure
from jijitsu.schemas.claim import Direction, Equivalent, Mark, Value
from jijitsu.schemas.mention import Amount, Mention


def draft_of(
    figure: Figure, kind: str, *, direction: Direction | None = None, mark: Mark | None = None, negative: bool = False
) -> Draft:
    """Return the draft of a numeric kind; `negative` turns the amount into a loss."""
    amount, most = figure.amount.amount, figure.amount.amount_max
    if negative:  # 20億~30億円の赤字: from -30億 to -20億
        amount, most = (
            (-abs(amount), None) if most is None else (-max(abs(amount), abs(most)), -min(abs(amount), abs(most)))
        )
    return Draft(
        kind=kind, start=figure.mention.start, end=figure.mention.end, sentence=figure.sentence, measure=figure.measure,
        subject=figure.subject,
        value=Value(
            amount, most, figure.amount.unit, figure.amount.relation, figure.mention.text,
        ),
        equivalent=_equivalent(figure.equivalent), direction=direction, mark=mark, basis=figure.basis, time=figure.time,
        period=figure.period, modality=figure.modality, attribution=figure.attribution,
    )  # fmt: skip


def _equivalent(mention: Mention | None) -> Equivalent | None:
    if mention is None or not isinstance(mention.value, Amount):
        return None
    amount = mention.value
    return Equivalent(amount.amount, amount.unit, amount.relation, mention.text)
