"""The claims of samples/, byte for byte: whatever changes them shows up in a diff."""

from __future__ import annotations

import difflib
import json

from jsonschema import Draft202012Validator
from sampled import EXPECTED, SAMPLES, extract_samples

from jijitsu.extract.reading import read

PIN = "`python tests/pin_samples.py` accepts what comes out now"


def test_claims_of_the_samples_are_the_pinned_ones() -> None:
    assert EXPECTED.exists(), f"samples/expected.ndjson is not there yet: {PIN}"
    wanted, printed = EXPECTED.read_bytes(), extract_samples()
    if printed != wanted:
        lines = difflib.unified_diff(wanted.decode().splitlines(), printed.decode().splitlines(), "pinned", "now", n=0)
        raise AssertionError("\n".join([PIN, *lines]))


def test_neither_hashes_nor_locale_change_a_byte() -> None:
    assert extract_samples(PYTHONHASHSEED="1", LC_ALL="C") == extract_samples(PYTHONHASHSEED="2", LC_ALL="C.UTF-8")


def test_every_claim_points_at_its_words() -> None:
    texts = {f"samples/{path.name}": read(path).text for path in SAMPLES.iterdir() if path.suffix in {".txt", ".md"}}
    claims = [json.loads(line) for line in extract_samples().splitlines()]
    assert claims
    for claim in claims:
        place = claim["evidence"]
        assert texts[claim["article"]["path"]][place["start"] : place["end"]] == place["text"]
    assert {claim["article"]["path"] for claim in claims} == set(texts), "an article without any claim"


def test_every_claim_keeps_the_schema() -> None:
    schema = json.loads((SAMPLES.parent / "schemas" / "claim.schema.json").read_text(encoding="utf-8"))
    validator = Draft202012Validator(schema)
    for line in extract_samples().splitlines():
        validator.validate(json.loads(line))
