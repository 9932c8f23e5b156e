"""The part of the SARIF 2.1.0 schema that our logs use, after the standard (OASIS, section 3), and stricter: no other key.

Held as data here, since the official schema comes with no package that we install.
"""

from __future__ import annotations

from typing import Any


def _object(required: tuple[str, ...] = (), **properties: Any) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "required": list(required), "properties": properties}


def _list(of: Any, *, unique: bool = False) -> dict[str, Any]:
    return {"type": "array", "items": of, "uniqueItems": unique}


_TEXT = {"type": "string"}
_COUNT = {"type": "integer", "minimum": 1}
_INDEX = {"type": "integer", "minimum": -1}
_LEVEL = {"enum": ["none", "note", "warning", "error"]}
_MESSAGE = _object(("text",), text=_TEXT, markdown=_TEXT)
_URI = {"type": "string", "format": "uri-reference", "pattern": r"^[!#$&-;=?-\[\]_a-z~%A-Z0-9]+$"}
_ARTIFACT = _object(uri=_URI, uriBaseId=_TEXT, description=_MESSAGE)
_REGION = _object(
    startLine=_COUNT, startColumn=_COUNT, endLine=_COUNT, endColumn=_COUNT, snippet=_object(text=_TEXT)
)  # fmt: skip
_LOCATION = _object(
    id=_INDEX,
    physicalLocation=_object(
        ("artifactLocation",), artifactLocation=_ARTIFACT, region=_REGION, contextRegion=_REGION
    ),
    message=_MESSAGE,
)  # fmt: skip
_RULE = _object(
    ("id",), id=_TEXT, name=_TEXT, shortDescription=_MESSAGE, help=_MESSAGE,
    defaultConfiguration=_object(level=_LEVEL),
)  # fmt: skip
_REPLACEMENT = _object(("deletedRegion",), deletedRegion=_REGION, insertedContent=_object(text=_TEXT))
_CHANGE = _object(
    ("artifactLocation", "replacements"), artifactLocation=_ARTIFACT, replacements={**_list(_REPLACEMENT), "minItems": 1}
)  # fmt: skip
_FIX = _object(
    ("artifactChanges",), description=_MESSAGE, artifactChanges={**_list(_CHANGE, unique=True), "minItems": 1}
)
_RESULT = _object(
    ("message",), ruleId=_TEXT, ruleIndex=_INDEX, level=_LEVEL, message=_MESSAGE, locations=_list(_LOCATION),
    relatedLocations=_list(_LOCATION, unique=True), fixes=_list(_FIX, unique=True),
    partialFingerprints={"type": "object", "additionalProperties": _TEXT},
)  # fmt: skip
_RUN = _object(
    ("tool",),
    tool=_object(("driver",), driver=_object(("name",), name=_TEXT, version=_TEXT, rules=_list(_RULE, unique=True))),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    language={"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"},
    originalUriBaseIds={"type": "object", "additionalProperties": _ARTIFACT},
    results=_list(_RESULT),
)  # fmt: skip
SCHEMA: dict[str, Any] = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    **_object(
        ("version", "runs"),
        **{"$schema": {"type": "string", "format": "uri"}, "version": {"const": "2.1.0"}, "runs": _list(_RUN)},
    ),
}
