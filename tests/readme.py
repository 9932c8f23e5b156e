"""The README: its blocks of commands, and the parts of it that are written by the code: `python tests/readme.py`."""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal

import msgspec
from accuracy import floors
from conftest import ROOT
from rule_pages import catalogue

from jijitsu.extract import extract_text
from jijitsu.schemas.claim import KINDS, Claim

README = ROOT / "README.md"
SENTENCE = (
    "トヨタ自動車の株価は13日、前日比3%超下落し、時価総額が約1兆5000億円（約97億ドル）減った。"
    "山野誠アナリストは「需要は底堅い」と述べた。"
)
PUBLISHED = date(2026, 2, 13)
PROGRAM = (
    "[.kind, .subject.id, .value.amount, .value.unit, .value.relation, .direction, .time.start,"
    " .attribution.speaker, .quote.text]"
)

_encode = msgspec.json.Encoder(decimal_format="number").encode


def text() -> str:
    """The README as it stands."""
    return README.read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    """The fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text(), re.M | re.S)


def commands(program: str) -> list[str]:
    """The lines of the shell blocks that begin with a program, comments left out."""
    lines = [line for block in blocks("sh") for line in block.splitlines()]
    return [re.sub(r"\s+# .*", "", line) for line in lines if line.split()[0] == program]


def parts() -> dict[str, str]:
    """What the code writes between `<!-- name -->` and `<!-- /name -->`."""
    return {"example": _example(), "accuracy": _accuracy(), "rules": catalogue()}


def part(name: str) -> str:
    """What stands there now."""
    found = re.search(rf"<!-- {name} -->\n(.*)<!-- /{name} -->", text(), re.S)
    assert found, f"README has no part {name}"
    return found[1]


def rewrite() -> None:
    """Write the parts into the README."""
    now = text()
    for name, content in parts().items():
        head, _, rest = now.partition(f"<!-- {name} -->\n")
        now = f"{head}<!-- {name} -->\n{content}<!-- /{name} -->{rest.partition(f'<!-- /{name} -->')[2]}"
    README.write_text(now, encoding="utf-8")


def _example() -> str:
    claims = extract_text(SENTENCE, PUBLISHED)
    first = json.dumps(_record(claims[0]), ensure_ascii=False, indent=1, default=_number)
    rows = "\n".join(
        json.dumps(row(claim), ensure_ascii=False, separators=(",", ":"), default=_number) for claim in claims
    )
    return (
        f"```console\n$ echo '{SENTENCE}' > example.txt\n"
        f"$ jijitsu extract example.txt --published {PUBLISHED} | jq -c '{PROGRAM}'\n{rows}\n```\n\n"
        f"The first of these {len(claims)} claims as it is printed (on one line; `article` is left out here):\n\n"
        f"```json\n{_narrow(first)}\n```\n"
    )


def row(claim: Claim) -> list[object]:
    """What PROGRAM prints of a claim."""
    record = _record(claim)
    subject, value, said = (record[key] or {} for key in ("subject", "value", "attribution"))
    time, quote = record["time"] or {}, record["quote"] or {}
    amounts = [value.get(key) for key in ("amount", "unit", "relation")]
    end = [record["direction"], time.get("start"), said.get("speaker"), quote.get("text")]
    return [record["kind"], subject.get("id"), *amounts, *end]


def _record(claim: Claim) -> dict[str, object]:
    record: dict[str, object] = json.loads(_encode(claim), parse_float=Decimal)
    record.pop("article")
    return record


def _number(value: Decimal) -> float:
    return float(value)


def _narrow(printed: str) -> str:
    """Objects within the record on one line each."""
    return re.sub(r"\{\n  ([^{}]*)\n \}", lambda m: "{" + re.sub(r"\n\s*", " ", m[1]) + "}", printed)


def _accuracy() -> str:
    kinds = (*KINDS, "ALL")
    heads = " | ".join("all" if kind == "ALL" else f"`{kind}`" for kind in kinds)
    lines = [f"| found / exact | {heads} |", "|---|" + "---|" * len(kinds)]
    for name, held in floors().items():
        cells = " | ".join(_cells(held["figures"].get(kind, {})) for kind in kinds)
        lines.append(f"| {name} | {cells} |")
    return "\n".join(lines) + "\n"


def _cells(figures: dict[str, float]) -> str:
    return f"{figures['f1']:.2f} / {figures['exact_f1']:.2f}" if figures else "–"


if __name__ == "__main__":
    rewrite()
