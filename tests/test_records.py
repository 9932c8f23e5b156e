"""Drafts into claims, claims into lines and back: evidence, ids, facts, order, exact numbers, refusals."""

from __future__ import annotations

import json
import random
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from claims import COMPANY, TEXT, YEAR, article, claims, draft_of, drafts
from hypothesis import given
from hypothesis import strategies as st

from jijitsu.extract.facts import fact_key
from jijitsu.extract.finish import finish
from jijitsu.extract.reading import article_of
from jijitsu.extract.sentences import sentences
from jijitsu.schemas.claim import KINDS, Claim, Value
from jijitsu.schemas.numbers import plain, written
from jijitsu.schemas.record import RecordError, decode_line, encode_line


def test_every_kind_is_finished_and_grounded() -> None:
    made = claims()
    assert {claim.kind for claim in made} == {*KINDS, "x-name"}
    for claim in made:
        evidence = claim.evidence
        assert TEXT[evidence.start : evidence.end] == evidence.text
        assert TEXT.split("\n")[evidence.line - 1][evidence.column - 1 :].startswith(evidence.text)
        assert TEXT[: evidence.start].endswith(evidence.prefix) and TEXT[evidence.end :].startswith(evidence.suffix)
        assert max(len(evidence.prefix), len(evidence.suffix)) <= 32
        assert evidence.sentence.start <= evidence.start < evidence.end <= evidence.sentence.end
    assert [claim.evidence.start for claim in made] == sorted(claim.evidence.start for claim in made)


def test_order_of_drafts_does_not_matter() -> None:
    found, made = article(), drafts()
    shuffled = random.Random(1).sample(made, len(made))
    assert finish(found, sentences(found), shuffled) == finish(found, sentences(found), made)


def test_ids_outlast_edits_elsewhere_and_other_paths() -> None:
    ids = {claim.id for claim in claims()}
    longer = "見出しがもう一行、本文の前に置かれた長めの記事であることを示すための行\n" + TEXT
    moved = article_of(longer, path="other/b.txt")
    made = [draft_of(longer, TEXT[one.start : one.end], one.kind, **_slots(one)) for one in drafts()]
    # The two claims of the first sentence have the new line among the 32 characters before them.
    assert len(ids & {claim.id for claim in finish(moved, sentences(moved), made)}) >= len(ids) - 2


def _slots(draft: Any) -> dict[str, Any]:
    skip = {"kind", "start", "end", "sentence"}
    return {name: getattr(draft, name) for name in draft.__struct_fields__ if name not in skip}


def test_equal_claims_get_running_numbers() -> None:
    found, made = article(), drafts()
    twice = finish(found, sentences(found), [*made, made[0], made[0]])
    assert len(twice) == len(made) + 2
    assert len({claim.id for claim in twice}) == len(twice)
    assert {claim.id for claim in claims()} <= {claim.id for claim in twice}


def test_line_ends_of_all_sorts_count() -> None:
    text = "一行目。\r\n二行目。\r三行目は3%だった。"
    found = article_of(text)
    value = Value(Decimal(3), None, "percent", "eq", "3%")
    (claim,) = finish(found, sentences(found), [draft_of(text, "3%", "quantity", value=value)])
    assert (claim.evidence.line, claim.evidence.column) == (3, 5)


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (0, 10_000)])
def test_ungrounded_drafts_are_refused(start: int, end: int) -> None:
    found = article()
    bad = msgspec.structs.replace(drafts()[0], start=start, end=end)
    with pytest.raises(ValueError, match="is no place in the article"):
        finish(found, sentences(found), [bad])


def test_front_matter_is_no_evidence_and_no_surrounding() -> None:
    text = "---\ntitle: 題\n---\n株価は3%下落した。"
    found = article_of(text)
    value = Value(Decimal(3), None, "percent", "eq", "3%")
    (claim,) = finish(found, sentences(found), [draft_of(text, "3%", "quantity", value=value)])
    assert claim.evidence.prefix == "株価は"
    assert claim.evidence.line == 4


def test_fact_keys() -> None:
    by_kind = {draft.kind: draft for draft in drafts()}
    level, move = by_kind["price_level"], by_kind["price_move"]
    assert fact_key(by_kind["quote"]) is None
    assert fact_key(by_kind["quantity"]) is None  # no subject
    assert fact_key(level) != fact_key(move)
    other = Value(Decimal(8), None, "USD", "approx", "8ドル")
    same = msgspec.structs.replace(level, value=other, modality="reported", start=0)
    assert fact_key(level) == fact_key(same)  # currencies are one family
    assert fact_key(level) != fact_key(msgspec.structs.replace(level, period=YEAR))
    assert fact_key(msgspec.structs.replace(level, time=YEAR)) == fact_key(msgspec.structs.replace(level, period=YEAR))
    named = msgspec.structs.replace(level, subject=msgspec.structs.replace(COMPANY, text="同社", name="東都"))
    assert fact_key(level) == fact_key(named)  # the id says who it is


def test_lines_go_there_and_back() -> None:
    for claim in claims():
        line = encode_line(claim)
        assert line.endswith(b"}\n") and line.count(b"\n") == 1
        assert decode_line(line) == claim
        loaded = json.loads(line, parse_float=Decimal)
        assert list(loaded) == list(Claim.__struct_fields__)
        assert "E" not in str(loaded["value"] and json.loads(line, parse_float=str)["value"]["amount"])


def test_amounts_are_plain_digits() -> None:
    lines = {claim.kind: encode_line(claim) for claim in claims()}
    assert b'"amount":8.5,' in lines["price_move"]
    assert b'"amount":1200,' in lines["price_level"]
    assert b'"amount":87000000000000,' in lines["market_cap_level"]
    assert b'"amount":0.0000001,' in lines["quantity"]


@given(st.decimals(allow_nan=False, allow_infinity=False, places=9) | st.integers(-(10**30), 10**30).map(Decimal))
def test_decimals_are_exact_both_ways(amount: Decimal) -> None:
    claim = claims()[0]
    assert claim.value is not None
    told = msgspec.structs.replace(claim, value=msgspec.structs.replace(claim.value, amount=plain(amount)))
    back = decode_line(encode_line(told))
    assert back.value is not None and back.value.amount == amount
    assert written(back.value.amount) == written(plain(amount))


@pytest.mark.parametrize(
    ("amount", "digits"),
    [("8.50", "8.5"), ("1E+5", "100000"), ("-0.0", "0"), ("0E+3", "0"), ("-1800", "-1800"), ("1E-7", "0.0000001")],
)
def test_plain(amount: str, digits: str) -> None:
    assert written(plain(Decimal(amount))) == digits


@pytest.mark.parametrize("amount", ["NaN", "Infinity", "1E+999999999", "1E-999999999"])
def test_no_amounts(amount: str) -> None:
    with pytest.raises(ValueError, match="is no amount"):
        plain(Decimal(amount))


REFUSED: list[tuple[str, tuple[str, ...], Any, str]] = [
    ("price_move", ("value", "amount"), "8.5", "Expected `number`, got `str` - at `$.value.amount`"),
    ("price_move", ("value", "amount"), True, "Expected `number`, got `bool` - at `$.value.amount`"),
    ("price_move", ("value", "relation"), "about", "Invalid enum value 'about' - at `$.value.relation`"),
    ("price_move", ("evidence", "start"), -1, "-1 is less than 0 - at `$.evidence.start`"),
    ("price_move", ("evidence", "line"), 0, "0 is less than 1 - at `$.evidence.line`"),
    ("price_move", ("id",), "c_12", "does not match ^c_[0-9a-f]{16}$ - at `$.id`"),
    ("price_move", ("kind",), "pricemove", "`pricemove` is neither a kind"),
    ("price_move", ("kind",), "x-", "is neither a kind"),
    ("price_move", ("measure",), "revenue", "`revenue` is no measure of price_move"),
    ("price_move", ("direction",), None, "a price_move has a direction - at `$.direction`"),
    ("price_level", ("direction",), "up", "a price_level has no direction - at `$.direction`"),
    ("price_level", ("value",), None, "a price_level has a value - at `$.value`"),
    ("quote", ("quote",), None, "a quote has a quote - at `$.quote`"),
    ("quote", ("attribution",), None, "a quote has a attribution - at `$.attribution`"),
    ("delivery", ("time", "start"), "2025-13-01", "Invalid RFC3339 encoded date - at `$.time.start`"),
    ("delivery", ("article", "sha256"), "x", "at `$.article.sha256`"),
    ("delivery", ("schema",), "2.0", "at `$.schema`"),
    ("delivery", ("surplus",), 1, "Object contains unknown field `surplus` - at `$`"),
    ("delivery", ("value", "surplus"), 1, "Object contains unknown field `surplus` - at `$.value`"),
    ("x-name", ("value", "surplus"), 1, "Object contains unknown field `surplus` - at `$.value`"),
]


def changed(kind: str, path: tuple[str, ...], value: Any) -> dict[str, Any]:
    """The record of a kind with one field set to another value."""
    claim = next(claim for claim in claims() if claim.kind == kind)
    loaded: dict[str, Any] = json.loads(encode_line(claim))
    place = loaded
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return loaded


@pytest.mark.parametrize(("kind", "path", "value", "message"), REFUSED)
def test_wrong_records_are_refused_with_their_path(kind: str, path: tuple[str, ...], value: Any, message: str) -> None:
    with pytest.raises(RecordError) as caught:
        decode_line(json.dumps(changed(kind, path, value)).encode())
    assert message in str(caught.value)


LATER = ("member", "row", "field")
"""Keys of an article that records written before there were such do not have."""


def test_records_from_before_archives_and_tables_are_read() -> None:
    for claim in claims():
        loaded = json.loads(encode_line(claim))
        assert list(loaded["article"])[-3:] == list(LATER)
        for key in LATER:
            assert loaded["article"].pop(key) is None
        assert decode_line(json.dumps(loaded, ensure_ascii=False).encode()) == claim
        loaded["article"]["column"] = 1
        with pytest.raises(RecordError, match="unknown field `column`"):
            decode_line(json.dumps(loaded).encode())


def test_missing_keys_are_refused_at_every_depth() -> None:
    for claim in claims():
        loaded = json.loads(encode_line(claim))
        for path, place in [("$", loaded), *((f"$.{key}", part) for key, part in loaded.items())]:
            for key in [one for one in place if one not in LATER] if isinstance(place, dict) else ():
                kept = place.pop(key)
                with pytest.raises(RecordError, match=f"missing required field `{key}`"):
                    decode_line(json.dumps(loaded).encode())
                place[key] = kept
                assert path


@pytest.mark.parametrize(
    "line", [b"", b"{", b"[]", b"null", b"1", b"\xff", b"[" * 100_000, b'{"kind": "quote"}', b'{"a":1e999999999}']
)
def test_lines_that_are_no_records(line: bytes) -> None:
    with pytest.raises(RecordError):
        decode_line(line)


def test_amounts_too_large_to_write_are_refused() -> None:
    line = encode_line(claims()[0]).replace(b'"amount":8.5', b'"amount":1e999999999')
    with pytest.raises(RecordError, match=r"not written in plain digits - at `\$\.value\.amount`"):
        decode_line(line)


def test_kinds_that_users_add_may_have_more_fields() -> None:
    assert decode_line(json.dumps(changed("x-name", ("surplus",), 1)).encode()).kind == "x-name"
