"""The reason that stands between what is measured and its figure: 売り上げは、免税品の販売が落ち込んだことなどから、1.8%減った.

What is sold, made or named in the reason is neither what the figure measures nor whose it is. Leaves a reason that has figures of
its own, and one behind which another topic is spoken of. `without_shown` leaves out what another noun only shows.
"""

from __future__ import annotations

from collections.abc import Sequence

from jijitsu.extract.linking.subject.subjects import Candidate
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.span import Span


def reasons(folded: str, measures: Sequence[Measure], values: Sequence[Value]) -> tuple[Span, ...]:
    """The stretches of a sentence that only say why, each behind a measured topic and before a figure of it."""
    found: list[Span] = []
    for measure in measures:
        why = _WHY.match(folded, measure.end)
        if why is None:
            continue
        span = Span(why.start("why"), why.end("why"))
        told = [value for value in values if value.end > span.start]
        if told and told[0].start >= span.end and _GOES_ON.fullmatch(folded, why.end(), told[0].start):
            found.append(span)
    return (*found, *_counted_in(folded, measures))


def _counted_in(folded: str, measures: Sequence[Measure]) -> list[Span]:
    """被害額は補修の[費用]を合わせて3億円: what is only a part of the sum, or left out of it."""
    first = next((m.end for m in measures if m.start >= 0 and _TOPIC.match(folded, m.end)), None)
    if first is None:
        return []
    return [Span(m.start, m.end) for m in measures if m.start > first and _COUNTED_IN.match(folded, m.end)]


_TOPIC = regex(r"[はがも](?!含)")
_COUNTED_IN = regex(r"(?:など)?(?:を|も)(?:合わせ|あわせ|含め|加え|入れ|足し|除[いくき]|差し引)")


def without(spans: Sequence[Span], measures: Sequence[Measure]) -> tuple[Measure, ...]:
    """The measures that are not of a reason."""
    return tuple(m for m in measures if not any(s.start <= m.start < s.end for s in spans))


def without_shown(folded: str, measures: Sequence[Measure]) -> tuple[Measure, ...]:
    """予想変動率を示すVIXは18.20で終えた: the measures but those that only tell what the topic shows."""
    return tuple(m for m in measures if m.start < 0 or not _SHOWN_BY.match(folded, m.end))


_SHOWN_BY = regex(r"(?:など)?を(?:示す|表す|映す|測る|反映する)[^、。はがも0-9]{2,30}[はがも]")


def without_names(spans: Sequence[Span], names: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The names that are not of a reason."""
    return tuple(c for c in names if not any(s.start <= c.start < s.end for s in spans))


def parted(folded: str, measure: Measure, value: Value) -> bool:
    """True where a reason stands between the measured topic and its figure."""
    why = _WHY.match(folded, measure.end) if measure.start >= 0 else None
    return why is not None and why.end() <= value.start


_WHY = regex(
    r"(?:台数|数量?|量|高|額)?は、?(?P<why>[^。は]{4,100}?(?:こと(?:など)?(?:から|で|により|によって|を受けて?|を背景に|もあり|もあって)"
    r"|ため|(?:影響|反動|効果|好調|不振)(?:など)?(?:で|から|により|もあり|もあって)|を受けて?|に伴い|を背景に))、"
)
_GOES_ON = regex(r"[^。、はが]{0,20}、?[^。、はが]{0,20}")
