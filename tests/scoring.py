"""Claims held against gold: matching, detection, exactness, slots, as the comparison of records with gold is defined.

A record and a gold line match when the kind is the same and the evidence overlaps: one to one, best slot agreement
first, then the longest overlap. A match is exact when every hard slot agrees (a quote: speaker, type and span). An
optional gold line counts neither for nor against; a record of its kind that overlaps it by half of their union, and
matches no firm line, is left out.

    python tests/scoring.py GOLD.jsonl FOLDER [CLAIMS.ndjson]

reads the claims from standard input where none are named, and prints a table.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from goldlines import CORE, KINDS, Gold, Json, read_gold


@dataclass
class Tally:
    """Counts of one kind: gold lines, records, matches, exact matches."""

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
        """Share of the records that are in the gold."""
        return self.matched / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold lines that were found."""
        return self.matched / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Detection F1."""
        both = self.gold + self.found
        return 2 * self.matched / both if both else 0.0

    @property
    def exact_f1(self) -> float:
        """F1 of the exact matches."""
        both = self.gold + self.found
        return 2 * self.exact / both if both else 0.0


@dataclass
class Score:
    """What came of a comparison: a tally by kind, [right, all] by slot, and every fault in words."""

    kinds: dict[str, Tally] = field(default_factory=lambda: {kind: Tally() for kind in KINDS})
    slots: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    faults: list[str] = field(default_factory=list)

    def total(self, kinds: Iterable[str]) -> Tally:
        """The tallies of several kinds as one."""
        total = Tally()
        for kind in kinds:
            total.add(self.kinds[kind])
        return total


# ---- one record against one gold line


def fold_name(name: str | None) -> str:
    """A name without what spelling and politeness add: widths, case, spaces, dots, 株式会社, 氏."""
    text = unicodedata.normalize("NFKC", name or "").casefold()
    for noise in (" ", "・", "=", "-", "株式会社", "(株)", "氏", "さん", "inc.", "corp.", "corporation", ","):
        text = text.replace(noise, "")
    return text


def names_of(claim: Json) -> set[str]:
    """The folded names that a record gives: of its subject, or of a quote's speaker (of the house if there is none)."""
    if claim["kind"] == "quote":
        said = claim.get("attribution") or {}
        names = [said.get("speaker"), said.get("speaker_text")]
        names = names if any(names) else [said.get("org")]
    else:
        subject = claim.get("subject") or {}
        names = [subject.get("name"), subject.get("text"), subject.get("id")]
    return {fold_name(name) for name in names if name}


def overlap(gold: Gold, claim: Json) -> int:
    """How many characters the two share; not above 0 where they do not meet."""
    return int(min(gold.end, claim["evidence"]["end"]) - max(gold.start, claim["evidence"]["start"]))


def share(gold: Gold, claim: Json) -> float:
    """The shared part of the union of both spans."""
    union = max(gold.end, claim["evidence"]["end"]) - min(gold.start, claim["evidence"]["start"])
    return max(0, overlap(gold, claim)) / union if union else 0.0


def same(one: Any, other: Any) -> bool:
    """True for equal numbers (to a millionth), and for two that are absent."""
    if one is None or other is None:
        return one is None and other is None
    a, b = Decimal(str(one)), Decimal(str(other))
    return abs(a - b) <= Decimal("1e-6") * max(abs(a), abs(b))


def hard(gold: Gold, claim: Json) -> dict[str, bool]:
    """The slots that an exact match needs."""
    line = gold.line
    names, wanted = names_of(claim), {fold_name(name) for name in line["subject"]}
    slots = {"subject": bool(names & wanted) if wanted else not names}
    if line["kind"] == "quote":
        slots["quote_type"] = (claim.get("quote") or {}).get("type") == line["quote_type"]
        slots["span"] = share(gold, claim) >= (0.8 if line["quote_type"] == "direct" else 0.5)
        return slots
    value = claim.get("value") or {}
    return slots | {
        "amount": same(line["amount"], value.get("amount")),
        "amount_max": same(line.get("amount_max"), value.get("amount_max")),
        "unit": fold_name(line["unit"]) == fold_name(value.get("unit")),
        "relation": line["relation"] == value.get("relation", "eq"),
        "direction": line.get("direction") == claim.get("direction"),
        "span": share(gold, claim) >= 0.5,
    }


def soft(gold: Gold, claim: Json) -> dict[str, bool]:
    """The slots that are reported as accuracy over the matches."""
    line, time = gold.line, claim.get("time") or {}
    slots = {
        "modality": line.get("modality", "asserted") == claim.get("modality", "asserted"),
        "time": (line.get("time") or [None, None]) == [time.get("start"), time.get("end")],
    }
    if "measure" in line and line["kind"] != "quantity":
        slots["measure"] = line["measure"] == claim.get("measure")
    if line.get("equivalent") or claim.get("equivalent"):
        other, wanted = claim.get("equivalent") or {}, line.get("equivalent") or [None, None]
        slots["equivalent"] = same(wanted[0], other.get("amount")) and wanted[1] == other.get("unit")
    if line["kind"] == "price_level":
        slots["mark"] = line.get("mark") == claim.get("mark")
    if line.get("basis"):
        slots["basis"] = fold_name(line["basis"]) == fold_name(claim.get("basis"))
    return slots


# ---- all against all


def pair(gold: Sequence[Gold], claims: Sequence[Json]) -> list[tuple[int, int]]:
    """Match firm gold lines and records one to one; return pairs of their numbers."""
    meetings = [
        (-sum(hard(line, claim).values()), -overlap(line, claim), g, c)
        for g, line in enumerate(gold)
        for c, claim in enumerate(claims)
        if line.line["kind"] == claim["kind"] and overlap(line, claim) > 0
    ]
    pairs: list[tuple[int, int]] = []
    gold_taken, claims_taken = set(), set()
    for _, _, g, c in sorted(meetings):
        if g not in gold_taken and c not in claims_taken:
            gold_taken.add(g)
            claims_taken.add(c)
            pairs.append((g, c))
    return pairs


def compare(gold: Mapping[str, Sequence[Gold]], claims: Mapping[str, Sequence[Json]]) -> Score:
    """Hold the records of every document against its gold lines; a document without any is one with nothing to find."""
    score = Score()
    for doc in sorted(gold):
        _compare_document(score, doc, gold[doc], claims.get(doc, ()))
    return score


def _compare_document(score: Score, doc: str, lines: Sequence[Gold], claims: Sequence[Json]) -> None:
    firm = [line for line in lines if not line.optional]
    pairs = pair(firm, claims)
    matched = {c for _, c in pairs}
    for line in firm:
        score.kinds[line.line["kind"]].gold += 1
    for c, claim in enumerate(claims):
        if c in matched or not _optional(claim, lines):
            score.kinds.setdefault(claim["kind"], Tally()).found += 1
            if c not in matched:
                score.faults.append(
                    f"EXTRA {doc} {claim['kind']} {claim['evidence']['text']!r} {sorted(names_of(claim))}"
                )
    for g, c in pairs:
        _compare_pair(score, doc, firm[g], claims[c])
    for g in set(range(len(firm))) - {g for g, _ in pairs}:
        line = firm[g].line
        score.faults.append(f"MISS  {doc} {line['kind']} {line['text']!r} {line['subject'][:1]} in {line['context']!r}")


def _compare_pair(score: Score, doc: str, gold: Gold, claim: Json) -> None:
    needed = hard(gold, claim)
    tally = score.kinds[gold.line["kind"]]
    tally.matched += 1
    tally.exact += all(needed.values())
    for slot, right in {**needed, **soft(gold, claim)}.items():
        score.slots[slot][0] += right
        score.slots[slot][1] += 1
        if not right:
            score.faults.append(f"SLOT  {doc} {gold.line['kind']} {gold.line['text']!r} {slot}")


def _optional(claim: Json, lines: Iterable[Gold]) -> bool:
    return any(line.optional and line.line["kind"] == claim["kind"] and share(line, claim) >= 0.5 for line in lines)


def by_document(lines: Iterable[Gold], documents: Iterable[str]) -> dict[str, list[Gold]]:
    """Gold lines by document, documents without any too."""
    found: dict[str, list[Gold]] = {doc: [] for doc in documents}
    for line in lines:
        found[line.line["doc"]].append(line)
    return found


def table(score: Score) -> str:
    """The figures as text, a line a kind."""
    rows = [f"{'kind':18}{'gold':>6}{'found':>7}{'P':>7}{'R':>7}{'F1':>7}{'exactF1':>9}"]
    tallies = {**score.kinds, "CORE": score.total(CORE), "ALL": score.total(KINDS)}
    for kind, t in tallies.items():
        figures = f"{t.precision:7.3f}{t.recall:7.3f}{t.f1:7.3f}{t.exact_f1:9.3f}"
        rows.append(f"{kind:18}{t.gold:6}{t.found:7}{figures}")
    rows.append("slots: " + ", ".join(f"{slot} {right}/{all_}" for slot, (right, all_) in sorted(score.slots.items())))
    return "\n".join(rows)


def main(arguments: Sequence[str]) -> int:
    """Print the table of GOLD, FOLDER and claims; with --errors every fault too."""
    paths = [argument for argument in arguments if argument != "--errors"]
    texts = {path.stem: path.read_bytes().decode("utf-8") for path in Path(paths[1]).glob("*.txt")}
    gold = by_document(read_gold(Path(paths[0]), texts), texts)
    stream = Path(paths[2]).read_text(encoding="utf-8") if len(paths) > 2 else sys.stdin.read()
    claims: dict[str, list[Json]] = defaultdict(list)
    for line in filter(None, stream.splitlines()):
        claim = json.loads(line)
        claims[Path(claim["article"]["path"]).stem].append(claim)
    score = compare(gold, claims)
    if len(paths) != len(arguments):
        print(*score.faults, sep="\n")
    print(table(score))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
