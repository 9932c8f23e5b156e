"""`jijitsu eval`: fixed figures on articles whose readings are given by hand, gates, and gold files with mistakes in them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from running import Run

from jijitsu.extract.grading.gold import read_gold

TEXT = (
    "架空電機の株価は3%下落した。\n"
    "みほん自動車の1月の世界販売は80万台だった。\n"
    "架空電機の売上高は120億円だった。\n"
    "長瀬社長は「需要は底堅い」と述べた。\n"
    "従業員は約300人だ。\n"
)


def claim(kind: str, text: str, name: str, **more: object) -> dict[str, object]:
    """A record with the parts that count, and the rest as every record has it."""
    start = TEXT.index(text)
    quote = kind == "quote"
    said = {"speaker": name, "speaker_text": name, "speaker_id": None, "role": None, "org": None, "medium": None}
    value = None if quote else {"amount": 1, "amount_max": None, "unit": "JPY", "relation": "eq", "text": text}
    if value is not None:
        value |= {key: more.pop(key) for key in ("amount", "unit", "relation") if key in more}
    made: dict[str, object] = {
        "schema": "1.0", "id": f"c_{start:016x}", "kind": kind, "measure": None,
        "subject": None if quote else {"text": name, "name": name, "id": None, "type": "company"},
        "value": value, "equivalent": None, "direction": None, "mark": None, "basis": None, "time": None,
        "modality": "asserted", "attribution": {**said, "cue": None} if quote else None,
        "quote": {"text": text, "type": "direct"} if quote else None,
        "evidence": {
            "start": start, "end": start + len(text), "text": text, "line": 1, "column": 1,
            "sentence": {"start": start, "end": start + len(text)}, "prefix": "", "suffix": "",
        },
        "article": {
            "path": "news/a.txt", "sha256": "0" * 64, "title": None, "published": None, "publisher": None, "url": None,
        },
        "fact": None, "rule": kind,
    }  # fmt: skip
    return {**made, **more}


GOLD: list[dict[str, object]] = [
    {"doc": "a", "kind": "price_move", "measure": "share_price", "subject": ["架空電機"], "context": "株価は3%下落",
     "text": "3%", "amount": 3, "unit": "percent", "relation": "eq", "direction": "down", "time": None},
    {"doc": "a", "kind": "delivery", "measure": "sales", "subject": ["みほん自動車", "みほん"], "context": "販売は80万台",
     "text": "80万台", "amount": 800000, "unit": "台", "relation": "eq", "direction": None},
    {"doc": "a", "kind": "financial", "measure": "revenue", "subject": ["架空電機"], "context": "売上高は120億円",
     "text": "120億円", "amount": 12000000000, "unit": "JPY", "relation": "eq", "direction": None},
    {"doc": "a", "kind": "quote", "quote_type": "direct", "subject": ["長瀬"], "context": "「需要は",
     "text": "需要は底堅い"},
    {"doc": "a", "kind": "quantity", "subject": [], "context": "従業員は約300人", "text": "約300人", "amount": 300,
     "unit": "人", "relation": "approx", "direction": None, "optional": True},
]  # fmt: skip
CLAIMS = [
    claim("price_move", "3%", "架空電機", amount=3, unit="percent", direction="down", measure="share_price"),
    # right place, wrong amount, and a day that nobody wrote
    claim("delivery", "80万台", "みほん自動車", amount=80, unit="台", measure="sales",
          time={"text": "1月", "start": "2026-01-01", "end": "2026-01-31", "resolved_by": "context"}),
    # the revenue is missed, and a price is seen in its place
    claim("price_level", "120億円", "架空電機", amount=12000000000, measure="share_price"),
    claim("quote", "需要は底堅い", "長瀬氏"),
    # optional: neither for nor against
    claim("quantity", "約300人", "架空電機", amount=300, unit="人", relation="approx"),
]  # fmt: skip


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with an article, its gold, and claims of it."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "gold.jsonl").write_bytes(lines(GOLD))
    (tmp_path / "claims.ndjson").write_bytes(lines(CLAIMS))
    return tmp_path


def lines(made: list[dict[str, object]]) -> bytes:
    return b"".join(json.dumps(one, ensure_ascii=False).encode() + b"\n" for one in made)


def test_figures(place: Path, run: Run) -> None:
    ended = run("eval", "gold.jsonl", "news", "--claims", "claims.ndjson", "--format", "json")
    assert ended.code == 0, ended.err
    told = json.loads(ended.out)
    assert told["grounded"] == [5, 5]
    figures = {kind: (row["gold"], row["predicted"], row["f1"], row["exact_f1"]) for kind, row in told["kinds"].items()}
    assert figures == {
        "price_move": (1, 1, 1.0, 1.0),
        "price_level": (0, 1, 0.0, 0.0),
        "market_cap_move": (0, 0, 0.0, 0.0),
        "market_cap_level": (0, 0, 0.0, 0.0),
        "delivery": (1, 1, 1.0, 0.0),
        "financial": (1, 0, 0.0, 0.0),
        "quote": (1, 1, 1.0, 1.0),
        "quantity": (0, 0, 0.0, 0.0),
        "quote direct": (1, 1, 1.0, 1.0),
        "quote indirect": (0, 0, 0.0, 0.0),
        "CORE": (4, 4, 0.75, 0.5),
        "ALL": (4, 4, 0.75, 0.5),
    }
    assert told["slots"]["subject"] == [3, 3]
    assert told["slots"]["amount"] == [1, 2]
    assert told["slots"]["time"] == [2, 3]
    assert told["slots"]["span"] == [3, 3]
    assert told["slots"]["name"] == [2, 2]
    assert "mark" not in told["slots"]


def test_errors_name_file_line_and_gold_line(place: Path, run: Run) -> None:
    ended = run("eval", "gold.jsonl", "news", "--claims", "claims.ndjson", "--errors")
    assert ended.code == 0
    assert [line for line in ended.out.splitlines() if line.startswith(("MISS", "EXTRA", "SLOT"))] == [
        "EXTRA news/a.txt:3: price_level 「120億円」 [架空電機]",
        "SLOT  news/a.txt:2: delivery 「80万台」 amount: gold 800000, read 80 (gold line 2)",
        "SLOT  news/a.txt:2: delivery 「80万台」 time: gold nothing, read [2026-01-01, 2026-01-31] (gold line 2)",
        "MISS  news/a.txt:3: financial 「120億円」 [架空電機] (gold line 3)",
    ]


def test_errors_as_data(place: Path, run: Run) -> None:
    told = json.loads(
        run("eval", "gold.jsonl", "news", "--claims", "claims.ndjson", "--errors", "--format", "json").out
    )
    assert [(one["error"], one.get("slot"), one["line"], one.get("gold_line")) for one in told["errors"]] == [
        ("extra", None, 3, None), ("slot", "amount", 2, 2), ("slot", "time", 2, 2), ("miss", None, 3, 3),
    ]  # fmt: skip
    assert (told["errors"][1]["gold"], told["errors"][1]["got"]) == (800000, 80)


@pytest.mark.parametrize(
    ("gate", "code", "said"),
    [
        (["--min-found", "0.75"], 0, ""),
        (["--min-found", "0.76"], 1, "found ALL: 0.7500 is below 0.76"),
        (["--min-exact", "quote=1"], 0, ""),
        (["--min-exact", "delivery=0.1", "--min-found", "delivery=1"], 1, "exact delivery: 0.0000 is below 0.1"),
        (["--min-slot", "time=0.6"], 0, ""),
        (["--min-slot", "time=0.7"], 1, "slot time: 0.6667 is below 0.7"),
        (["--min-found", "market_cap_move=0.5"], 1, "found market_cap_move: there is nothing to measure"),
        (["--min-found", "qoute=0.5"], 2, "Did you mean quote?"),
        (["--min-exact", "80"], 2, "is no share"),
        (["--min-slot", "0.8"], 2, "names nothing"),
    ],
)
def test_gates(place: Path, run: Run, gate: list[str], code: int, said: str) -> None:
    ended = run("eval", "gold.jsonl", "news", "--claims", "claims.ndjson", *gate)
    assert ended.code == code, ended.err
    assert said in " ".join(ended.err.split())


def test_articles_are_read_with_the_lexicon(place: Path, run: Run) -> None:
    """The firm is nobody's but the user's: with the lexicon its alias counts as its name."""
    only = [{**GOLD[0], "subject": ["KKD"]}]
    (place / "gold.jsonl").write_bytes(lines(only))
    (place / "own.yaml").write_text("- {name: KKD, forms: [架空電機], type: company}\n", encoding="utf-8")
    arguments = ["eval", "gold.jsonl", "news", "--min-slot", "subject=1"]
    assert run(*arguments).code == 1
    assert run(*arguments, "--lexicon", "own.yaml").code == 0


def test_articles_beside_the_gold_are_found_and_gold_is_no_article(place: Path, run: Run) -> None:
    (place / "a.txt").write_text(TEXT, encoding="utf-8")
    (place / "news" / "a.txt").unlink()
    (place / "articles.jsonl").write_text('{"text": "架空電機の株価は3%下落した。"}\n', encoding="utf-8")
    ended = run("eval", "gold.jsonl", "--format", "json")
    assert (ended.code, ended.err) == (0, "")
    assert json.loads(ended.out)["kinds"]["price_move"]["gold"] == 1
    extracted = run("extract", ".", "--no-cache")
    assert {json.loads(line)["article"]["path"] for line in extracted.out.splitlines()} == {"a.txt", "articles.jsonl"}
    told = run("extract", "gold.jsonl")
    assert told.code == 2
    assert told.err.startswith("error: gold.jsonl: this file holds gold, no articles. `jijitsu eval` reads it.")


def test_articles_without_gold_count_unless_left_out(place: Path, run: Run) -> None:
    (place / "news" / "b.txt").write_text("みほん自動車の株価は9%下落した。\n", encoding="utf-8")
    every = run("eval", "gold.jsonl", "news", "--format", "json")
    marked = run("eval", "gold.jsonl", "news", "--marked-only", "--format", "json")
    assert "1 article without a line of gold" in every.err
    assert marked.err == ""
    moves = [json.loads(ended.out)["kinds"]["price_move"]["predicted"] for ended in (every, marked)]
    assert moves == [2, 1]


WRONG = {
    "not json": "no JSON",
    '["a"]': "no object",
    '{"doc": "z", "kind": "quote", "quote_type": "direct", "subject": [], "context": "「需要は", "text": "需要"}':
        "doc: there is no article 'z'",
    '{"doc": "a", "kind": "price", "subject": [], "context": "3%", "text": "3%"}': "kind: 'price' is none of",
    '{"doc": "a", "kind": "quote", "quote_type": "direct", "subject": "長瀬", "context": "「需要", "text": "需要"}':
        "subject: a list of names",
    '{"doc": "a", "kind": "quote", "quote_type": "oblique", "subject": [], "context": "「需要", "text": "需要"}':
        "quote_type: 'oblique' is none of direct, indirect",
    '{"doc": "a", "kind": "quote", "quote_type": "direct", "subject": [], "context": "架空電機の", "text": "電機"}':
        "context: stands 2 times in a",
    '{"doc": "a", "kind": "quote", "quote_type": "direct", "subject": [], "context": "底堅い", "text": "需要"}':
        "text: not found at its context",
    '{"doc": "a", "kind": "quote", "quote_type": "direct", "subject": [], "context": "「需要", "text": "需要", "x": 1}':
        "x: unknown key",
    '{"doc": "a", "kind": "delivery", "subject": [], "context": "80万台", "text": "80万台", "amount": "80万", "unit": "台",'
    ' "relation": "eq"}': "amount: '80万' is no number",
    '{"doc": "a", "kind": "delivery", "subject": [], "context": "80万台", "text": "80万台", "amount": 8, "unit": "台",'
    ' "relation": "about"}': "relation: 'about' is none of eq,",
    '{"doc": "a", "kind": "delivery", "subject": [], "context": "80万台", "text": "80万台", "amount": 8, "unit": "台",'
    ' "relation": "range"}': "amount_max: a range has it",
    '{"doc": "a", "kind": "delivery", "subject": [], "context": "80万台", "text": "80万台", "amount": 8, "unit": "台",'
    ' "relation": "eq", "time": ["2026-02-01", "2026-01-01"]}': "time: 2026-02-01 is later than 2026-01-01",
}  # fmt: skip


@pytest.mark.parametrize(("line", "said"), WRONG.items())
def test_a_wrong_line_is_named_and_says_what_is_wrong(line: str, said: str) -> None:
    gold, faults = read_gold([(7, line.encode())], "g.jsonl", {"a": TEXT})
    assert gold == []
    assert len(faults) == 1
    assert str(faults[0]).startswith(f"g.jsonl:7: {said}")


def test_every_wrong_line_is_told_and_nothing_is_measured(place: Path, run: Run) -> None:
    with (place / "gold.jsonl").open("a", encoding="utf-8") as file:
        file.write("\n" + "\n".join(list(WRONG)[:2]) + "\n" + json.dumps(GOLD[0]) + "\n")
    ended = run("eval", "gold.jsonl", "news", "--claims", "claims.ndjson")
    assert ended.code == 2
    assert ended.out == ""
    told = [line.removeprefix("error: ") for line in ended.err.splitlines()]
    assert told[0].startswith("gold.jsonl:7: no JSON")
    assert told[1].startswith("gold.jsonl:8: no object")
    assert told[2] == "gold.jsonl:9: stands twice, first in line 1."
    assert len(told) == 3


def test_two_articles_of_one_name_are_told(place: Path, run: Run) -> None:
    (place / "more").mkdir()
    (place / "more" / "a.md").write_text("別の記事。\n", encoding="utf-8")
    ended = run("eval", "gold.jsonl", "news", "more")
    assert ended.code == 2
    assert "more/a.md: news/a.txt is called a too" in ended.err


def test_hostile_names_do_not_steer_the_terminal(place: Path, run: Run) -> None:
    (place / "claims.ndjson").write_bytes(lines([claim("price_level", "120億円", "\x1b[2J架空", amount=1)]))
    ended = run("eval", "gold.jsonl", "news", "--claims", "claims.ndjson", "--errors")
    assert "架空" in ended.out
    assert "\x1b" not in ended.out
