"""A line of a claim file is no JSON, or breaks the JSON Schema of a claim.

## What it checks
Every line of a claim file against the schema that `jijitsu schema` prints: keys, types, forms, what each kind must and
must not have.

## Why it matters
Programs that read the file will fail on the line, or pass it over.

## How to mend
The message names the path of the fault (`$.value.amount`). Extract anew, or mend the program that wrote the line.

## What it needs
Claim files.
"""

from __future__ import annotations

from collections.abc import Iterator

from jijitsu.extract.checking import Check, Desk, Fault
from jijitsu.extract.places import place_in


def find(desk: Desk) -> Iterator[Fault]:
    """Yield the lines that are no claims."""
    for file in desk.files:
        for record in file.records:
            if record.wrong:
                yield Fault(
                    place=place_in(file, record),
                    message=(
                        f"この行は主張の記録ではありません: {record.wrong}", f"this line is no claim: {record.wrong}"
                    ),
                )  # fmt: skip


CHECK = Check(
    code="S001",
    severity="error",
    find=find,
    title=("記録が JSON でないか、スキーマに反する", "a record is not JSON or breaks the JSON Schema"),
    needs="claims",
    fires=[],
    silent=["株価は3%下落した。"],
)
