"""Claims held against gold: matching, detection, exactness, slots.

A claim and a gold line match when the kind is the same and the evidence overlaps: one to one, best slot agreement
first, then the longest overlap. A match is exact when every hard slot agrees (agreement.py). An optional gold line
counts neither for nor against: a claim of its kind that overlaps it by half of their union, and matches no firm line,
is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from jijitsu.extract.grading.agreement import hard, overlap, share, soft
from jijitsu.extract.grading.gold import Gold
from jijitsu.schemas.claim import KINDS, Claim

SLOTS = (
    "subject", "amount", "amount_max", "unit", "relation", "direction", "span", "quote_type", "modality", "time",
    "measure", "name", "equivalent", "mark", "basis",
)  # fmt: skip
"""What is compared, the hard slots first."""
CORE = KINDS[:-1]
"""All kinds but `quantity`."""


@dataclass
class Tally:
    """Counts of one kind: gold lines, claims found, matches, exact matches."""

    gold: int = 0
    found: int = 0
    matched: int = 0
    exact: int = 0

    def add(self, other: Tally) -> None:
        """Count the other's too."""
        self.gold += other.gold
        self.found += other.found
        self.matched += other.matched
        self.exact += other.exact

    @property
    def precision(self) -> float:
        """Share of the claims that are in the gold."""
        return self.matched / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold lines that were found."""
        return self.matched / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Detection F1."""
        return _f1(self.precision, self.recall)

    @property
    def exact_precision(self) -> float:
        """Share of the claims that are in the gold with every hard slot right."""
        return self.exact / self.found if self.found else 0.0

    @property
    def exact_recall(self) -> float:
        """Share of the gold lines that were found with every hard slot right."""
        return self.exact / self.gold if self.gold else 0.0

    @property
    def exact_f1(self) -> float:
        """F1 of the exact matches."""
        return _f1(self.exact_precision, self.exact_recall)


@dataclass(frozen=True)
class Error:
    """A gold line that was missed, a claim that nobody asked for, or a slot of a match that is wrong."""

    sort: str
    """`miss`, `extra` or `slot`."""
    doc: str
    gold: Gold | None
    claim: Claim | None
    slot: str | None = None


@dataclass
class Score:
    """What came of a comparison: a tally by kind (quotes by type too), [right, all] by slot, and every error."""

    kinds: dict[str, Tally] = field(default_factory=lambda: {kind: Tally() for kind in KINDS})
    quotes: dict[str, Tally] = field(default_factory=lambda: {"direct": Tally(), "indirect": Tally()})
    slots: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    errors: list[Error] = field(default_factory=list)

    def total(self, kinds: Iterable[str]) -> Tally:
        """The tallies of several kinds as one."""
        total = Tally()
        for kind in kinds:
            total.add(self.kinds[kind])
        return total

    def rows(self) -> dict[str, Tally]:
        """Every tally by its name: the kinds, quotes by type, CORE, and ALL.

        Kinds of one's own count in ALL where the gold has lines of them.
        """
        quotes = {f"quote {name}": tally for name, tally in self.quotes.items()}
        own = [kind for kind, tally in self.kinds.items() if kind not in KINDS and tally.gold]
        return {**self.kinds, **quotes, "CORE": self.total(CORE), "ALL": self.total([*KINDS, *own])}


def _f1(precision: float, recall: float) -> float:
    both = precision + recall
    return 2 * precision * recall / both if both else 0.0


def pair(gold: Sequence[Gold], claims: Sequence[Claim]) -> list[tuple[int, int]]:
    """Match firm gold lines and claims one to one; return pairs of their numbers."""
    meetings = [
        (-sum(hard(line, claim).values()), -overlap(line, claim), g, c)
        for g, line in enumerate(gold)
        for c, claim in enumerate(claims)
        if line.kind == claim.kind and overlap(line, claim) > 0
    ]
    pairs: list[tuple[int, int]] = []
    gold_taken, claims_taken = set(), set()
    for _, _, g, c in sorted(meetings):
        if g not in gold_taken and c not in claims_taken:
            gold_taken.add(g)
            claims_taken.add(c)
            pairs.append((g, c))
    return pairs


def compare(gold: Mapping[str, Sequence[Gold]], claims: Mapping[str, Sequence[Claim]]) -> Score:
    """Hold the claims of every document against its gold lines; a document without any is one with nothing to find."""
    score = Score()
    for doc in sorted(gold):
        _compare_document(score, doc, gold[doc], claims.get(doc, ()))
    return score


def _compare_document(score: Score, doc: str, lines: Sequence[Gold], claims: Sequence[Claim]) -> None:
    firm = [line for line in lines if not line.optional]
    pairs = pair(firm, claims)
    matched = {c for _, c in pairs}
    for line in firm:
        score.kinds.setdefault(line.kind, Tally()).gold += 1
        if line.kind == "quote":
            score.quotes[line.line["quote_type"]].gold += 1
    for c, claim in enumerate(claims):
        if c in matched or not _optional(claim, lines):
            score.kinds.setdefault(claim.kind, Tally()).found += 1
            if claim.kind == "quote" and claim.quote:
                score.quotes[claim.quote.type].found += 1
            if c not in matched:
                score.errors.append(Error("extra", doc, None, claim))
    for g, c in pairs:
        _compare_pair(score, doc, firm[g], claims[c])
    for g in sorted(set(range(len(firm))) - {g for g, _ in pairs}):
        score.errors.append(Error("miss", doc, firm[g], None))


def _compare_pair(score: Score, doc: str, gold: Gold, claim: Claim) -> None:
    needed = hard(gold, claim)
    exact = all(needed.values())
    tally = score.kinds[gold.kind]
    tally.matched += 1
    tally.exact += exact
    if gold.kind == "quote":
        quote = score.quotes[gold.line["quote_type"]]
        quote.matched += needed["quote_type"]
        quote.exact += exact
    for slot, right in {**needed, **soft(gold, claim)}.items():
        score.slots[slot][0] += right
        score.slots[slot][1] += 1
        if not right:
            score.errors.append(Error("slot", doc, gold, claim, slot))


def _optional(claim: Claim, lines: Iterable[Gold]) -> bool:
    return any(line.optional and line.kind == claim.kind and share(line, claim) >= 0.5 for line in lines)
