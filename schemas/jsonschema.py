"""The JSON Schema of the claim record (2020-12), generated from the typed model: one definition a kind.

`python -m jijitsu.schemas.jsonschema > schemas/claim.schema.json` writes it anew; a test holds the file equal to it.
"""

from __future__ import annotations

import sys
from typing import Any

import msgspec

from jijitsu.schemas.claim import KINDS, Claim
from jijitsu.schemas.rules import EXTENSION, FORMS, LATER, LEAST, MEASURES, wanted

_DAY = r"^\d{4}-\d{2}-\d{2}$"
_TITLE = "A claim that a Japanese news article makes, with the place that says it"


def json_schema() -> dict[str, Any]:
    """Return the schema as plain data."""
    _, shapes = msgspec.json.schema_components([Claim])
    definitions = {name: _shape(name, body) for name, body in shapes.items() if name != "Claim"}
    common = _shape("Claim", shapes["Claim"])
    kinds = {kind: _kind(kind, common) for kind in KINDS}
    added = {
        **common,
        "description": "A kind that users add: its common fields are checked, others are let through.",
        "properties": {**common["properties"], "kind": {"type": "string", "pattern": EXTENSION}},
    }
    del added["additionalProperties"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": _TITLE,
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": {"anyOf": [{"enum": list(KINDS)}, {"type": "string", "pattern": EXTENSION}]}},
        # A choice by kind, not a oneOf: a validator's message then speaks of the kind that was meant.
        "allOf": [_choice({"const": kind}, kind) for kind in KINDS] + [_choice({"pattern": EXTENSION}, "added")],
        "$defs": {**kinds, "added": added, **definitions},
    }


def json_schema_text() -> str:
    """Return the schema as it stands in the file."""
    return msgspec.json.format(msgspec.json.encode(json_schema()), indent=2).decode() + "\n"


def _choice(kind: dict[str, Any], name: str) -> dict[str, Any]:
    return {"if": {"properties": {"kind": kind}}, "then": {"$ref": f"#/$defs/{name}"}}


def _shape(name: str, body: dict[str, Any]) -> dict[str, Any]:
    """A shape of the model as records hold it: every key there, no other, amounts as numbers."""
    properties = {key: _field(f"{name}.{key}", field) for key, field in body["properties"].items()}
    description = {"description": body["description"]} if "description" in body else {}
    return {
        **description,
        "type": "object",
        "properties": properties,
        "required": [key for key in properties if f"{name}.{key}" not in LATER],
        "additionalProperties": False,
    }


def _field(path: str, field: dict[str, Any]) -> dict[str, Any]:
    if "anyOf" in field:
        return {"anyOf": [_field(path, option) for option in field["anyOf"]]}
    if field.get("format") == "decimal":
        return {"type": "number"}
    if field.get("format") == "date":
        return {"type": "string", "format": "date", "pattern": _DAY}
    if field.get("type") == "string" and path in FORMS:
        return {"type": "string", "pattern": FORMS[path]}
    if field.get("type") == "integer" and path in LEAST:
        return {"type": "integer", "minimum": LEAST[path]}
    return {key: value for key, value in field.items() if key != "default"}


def _kind(kind: str, common: dict[str, Any]) -> dict[str, Any]:
    """The definition of one kind: its measures, and which parts it has."""
    properties = {**common["properties"], "kind": {"const": kind}}
    if kind in MEASURES:
        properties["measure"] = {"enum": [*MEASURES[kind], None]}
    for field, there in wanted(kind).items():
        properties[field] = _not_null(properties[field]) if there else {"type": "null"}
    return {**common, "description": f"A claim of the kind {kind}.", "properties": properties}


def _not_null(field: dict[str, Any]) -> dict[str, Any]:
    if "enum" in field:
        return {"enum": [value for value in field["enum"] if value is not None]}
    options = [option for option in field["anyOf"] if option.get("type") != "null"]
    return options[0] if len(options) == 1 else {"anyOf": options}


if __name__ == "__main__":
    sys.stdout.write(json_schema_text())
