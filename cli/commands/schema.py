"""`jijitsu schema`: the JSON Schema of a claim."""

from __future__ import annotations

from jijitsu.cli import console

EXAMPLE = "jijitsu schema > claim.schema.json"


def run() -> None:
    """Print the JSON Schema (2020-12) of a claim."""
    from jijitsu.schemas.jsonschema import json_schema_text

    console.write(json_schema_text().encode())
    console.end()
