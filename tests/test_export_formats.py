"""What stands in each format that claims are exported to; SQLite has tests of its own."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest
from claims import TEXT, claims
from exports import BY_NAME, HOSTILE, PLAIN, hostile, replaced, text_of
from pyld import jsonld

from jijitsu.cli import claimfile, exported
from jijitsu.cli.exporting import COLUMNS, Settings, heads
from jijitsu.cli.exports import jsonld as our_jsonld
from jijitsu.cli.exports import markdown, parquet, tsv
from jijitsu.extract import arrow
from jijitsu.schemas.claim import Claim
from jijitsu.schemas.errors import JijitsuError

# Tables of text


def test_tsv_is_a_claim_a_line() -> None:
    head, *rows = text_of(tsv.EXPORT, [*claims(), hostile()]).split("\n")[:-1]
    assert head.split("\t") == heads() == ["article_path", *heads()[1:9], *COLUMNS]
    assert len(rows) == len(claims()) + 1
    assert all(row.count("\t") == head.count("\t") for row in rows)
    cells = dict(zip(heads(), rows[-1].split("\t"), strict=True))
    assert cells["evidence_text"] == "'=1+1|<script>@someone [x](y) #1 `\\t\\r\\n\\\\ \x00"
    assert text_of(tsv.EXPORT, [], Settings(PLAIN.find, bom=True)).startswith("\ufeff")


def test_csv_reads_back_whatever_an_article_says() -> None:
    (row,) = csv.DictReader(io.StringIO(text_of(BY_NAME["csv"], [hostile()]), newline=""))
    assert list(row) == heads()
    assert row["evidence_text"] == f"'{HOSTILE}"


@pytest.mark.parametrize(
    "start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", " =", "\u3000＋", "\ufeff@"]
)
def test_cells_that_a_spreadsheet_would_run_are_defused(start: str) -> None:
    claim = replaced(claims()[0], basis=f"{start}cmd")
    (row,) = csv.DictReader(io.StringIO(text_of(BY_NAME["csv"], [claim]), newline=""))
    assert row["basis"] == f"'{start}cmd"


@pytest.mark.parametrize("text", ["前年比=", "▲3%", " 3%", "\u3000円", "'=1"])
def test_cells_that_nothing_would_run_are_left_alone(text: str) -> None:
    (row,) = csv.DictReader(io.StringIO(text_of(BY_NAME["csv"], [replaced(claims()[0], basis=text)]), newline=""))
    assert row["basis"] == text


def test_markdown_shows_text_as_text() -> None:
    lines = text_of(markdown.EXPORT, [*claims(), hostile()]).splitlines()
    assert lines[0].startswith("| place | kind |") and lines[1].startswith("| --- |")
    assert "| a.txt\\:2\\:12 | price\\_move share\\_price | 東都重工業 | 8.50% | 8.5 percent down 前日比 |" in lines[2]
    row = lines[len(claims()) + 2]
    assert row.replace("\\|", "").count("|") == 8
    assert "<script" not in row and " @" not in row and "&lt;script\\>&#64;someone \\[x\\](y) \\#1 \\`" in row
    assert lines[-1].startswith("10 claims: 1 delivery, 1 financial,")


def test_markdown_fits_into_a_comment() -> None:
    made = claims() * 200
    text = text_of(markdown.EXPORT, made)
    assert len(text) < 65_536
    assert text.splitlines()[-1].endswith(f" {1800 - text.count(chr(10)) + 4:,} of them did not fit into the table.")


# Parquet


def test_parquet_is_typed(tmp_path: Path) -> None:
    exported.put(parquet.EXPORT, claims(), tmp_path / "c.parquet", PLAIN)
    table = pyarrow.parquet.read_table(tmp_path / "c.parquet")
    assert table.schema.names == list(Claim.__struct_fields__)
    types = {name: str(table.schema.field(name).type) for name in ("value", "time", "evidence", "article")}
    assert "amount: decimal128(38, 12)" in types["value"]
    assert "start: date32[day]" in types["time"] and "published: date32[day]" in types["article"]
    assert "sentence: struct<" in types["evidence"]
    assert table["value"][0].as_py()["amount"] == Decimal("8.5")


def test_parquet_without_pyarrow_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    arrow.schema.cache_clear()
    with pytest.raises(JijitsuError) as told:
        exported.put(parquet.EXPORT, claims(), tmp_path / "c.parquet", PLAIN)
    assert "need pyarrow, which is not installed" in str(told.value)
    assert "pip install 'jijitsu[parquet]'" in str(told.value) and "\n" not in str(told.value)
    assert list(tmp_path.iterdir()) == []


def test_other_tables_are_told(tmp_path: Path) -> None:
    path = tmp_path / "other.parquet"
    pyarrow.parquet.write_table(pyarrow.table({"a": [1]}), path)
    with pytest.raises(JijitsuError, match=r"other\.parquet: this table holds no claims"):
        list(claimfile.claims(str(path)))
    path.write_bytes(b"PAR1 and no more")
    with pytest.raises(JijitsuError, match="no Parquet that can be read"):
        list(claimfile.claims(str(path)))


# JSON-LD


def refuse(url: str, options: object) -> Any:
    raise AssertionError(f"{url} was asked for")


def test_jsonld_expands_without_a_network() -> None:
    made = [*claims(), hostile()]
    text = text_of(our_jsonld.EXPORT, made)
    assert "<" not in text
    nodes = jsonld.expand(json.loads(text), {"documentLoader": refuse})
    assert len(nodes) == len(made)
    schema, annotation = "https://schema.org/", "http://www.w3.org/ns/oa#"
    move, cap = nodes[0], nodes[2]
    assert move["@type"] == [f"{schema}Claim"]
    (noted,) = move["@reverse"][f"{annotation}hasBody"]
    (target,) = noted[f"{annotation}hasTarget"]
    assert target[f"{annotation}hasSource"] == [{"@id": f"urn:jijitsu:article:{made[0].article.sha256}"}]
    quote, position = target[f"{annotation}hasSelector"]
    assert quote[f"{annotation}exact"] == [{"@value": "8.50%"}]
    assert position[f"{annotation}start"][0]["@value"] == 19
    (state,) = cap[f"{schema}mainEntity"]
    assert state["@type"] == [f"{schema}MonetaryAmount"]
    assert state[f"{schema}value"] == [{"@type": "http://www.w3.org/2001/XMLSchema#decimal", "@value": "589000000000"}]


def test_every_term_of_the_jsonld_is_in_the_context() -> None:
    """What is not there would vanish without a word when a reader expands the document."""

    def terms(node: Any) -> Iterator[str]:
        if isinstance(node, dict):
            for key, value in node.items():
                yield key
                yield from [value] if key == "@type" and isinstance(value, str) else terms(value)
        elif isinstance(node, list):
            for value in node:
                yield from terms(value)

    nodes = [our_jsonld.node(claim, told=False) for claim in [*claims(), hostile()]]
    used = {term for term in terms(nodes) if not term.startswith("@")}
    assert used <= set(our_jsonld.CONTEXT)


# spaCy


def test_spacy_holds_documents_with_groups_of_spans(tmp_path: Path) -> None:
    import spacy
    from spacy.tokens import DocBin

    exported.put(BY_NAME["spacy"], claims(), tmp_path / "c.spacy", PLAIN)
    (doc,) = DocBin().from_disk(tmp_path / "c.spacy").get_docs(spacy.blank("ja").vocab)
    assert doc.text == TEXT
    assert not any(doc.has_annotation(name) for name in ("DEP", "TAG", "LEMMA", "SENT_START"))  # none is claimed
    assert [span.label_ for span in doc.spans["claims"]] == [claim.kind for claim in claims()]
    for span, claim in zip(doc.spans["claims"], claims(), strict=True):
        assert span.id_ == claim.id and claim.evidence.text in span.text
        assert span.start_char <= claim.evidence.start < claim.evidence.end <= span.end_char
    assert doc._.claims == claims()


def test_spacy_says_which_article_is_missing(tmp_path: Path) -> None:
    for made, told in (
        (claims("gone.txt"), "gone.txt: there is no such article"),
        (claims(None), "claims of standard input name no article"),
        ([hostile()], "no such article"),
        ([replaced(hostile(), article=claims()[0].article)], "does not say"),
    ):
        with pytest.raises(JijitsuError, match=told):
            exported.put(BY_NAME["spacy"], made, tmp_path / "c.spacy", PLAIN)
    assert list(tmp_path.iterdir()) == []
