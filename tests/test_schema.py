"""The generated JSON Schema: the file is what the model says, and both judge alike."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from claims import claims
from conftest import ROOT
from test_records import REFUSED, changed

from jijitsu.schemas.claim import KINDS
from jijitsu.schemas.jsonschema import json_schema, json_schema_text
from jijitsu.schemas.record import encode_line

VALIDATOR = jsonschema.Draft202012Validator(json_schema())


def test_fields_that_came_later_may_be_missing() -> None:
    required = json_schema()["$defs"]["ArticleRef"]["required"]
    assert required == ["path", "sha256", "title", "published", "publisher", "url"]


def test_the_file_is_generated_from_the_model() -> None:
    stored = (ROOT / "schemas" / "claim.schema.json").read_text(encoding="utf-8")
    assert stored == json_schema_text(), "run: python -m jijitsu.schemas.jsonschema > schemas/claim.schema.json"


def test_the_schema_is_one_and_defines_every_kind() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())
    assert set(KINDS) <= set(json_schema()["$defs"])


def test_records_of_every_kind_are_valid() -> None:
    for claim in claims():
        VALIDATOR.validate(json.loads(encode_line(claim)))


# A pattern does not know how many months there are, and `format` is only a note in 2020-12: 2025-13-01 is the model's to refuse.
PATTERNS = [case for case in REFUSED if (case[0], case[2]) != ("delivery", "2025-13-01")]


@pytest.mark.parametrize(("kind", "path", "value", "message"), PATTERNS)
def test_what_the_model_refuses_the_schema_refuses(kind: str, path: tuple[str, ...], value: Any, message: str) -> None:
    assert not VALIDATOR.is_valid(changed(kind, path, value)), message


def test_missing_keys_are_refused() -> None:
    for claim in claims():
        loaded = json.loads(encode_line(claim))
        for key in list(loaded):
            kept = loaded.pop(key)
            assert not VALIDATOR.is_valid(loaded), key
            loaded[key] = kept


def test_kinds_that_users_add_may_have_more_fields() -> None:
    assert VALIDATOR.is_valid(changed("x-name", ("surplus",), 1))
