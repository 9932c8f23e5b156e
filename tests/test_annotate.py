"""`jijitsu annotate`: a draft as it is written comes back as gold that agrees with what was read; mistakes are named."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
import typer
from conftest import ROOT
from running import Ran, Run

from jijitsu.cli.accepting import accept
from jijitsu.cli.draftfile import read_draft
from jijitsu.cli.drafting import draft
from jijitsu.extract.grading.anchoring import context_of
from jijitsu.extract.grading.gold import by_document, read_gold
from jijitsu.extract.grading.scoring import compare
from jijitsu.extract.pipeline import Options, extract_article
from jijitsu.extract.reading import Reading, article_of, read
from jijitsu.schemas.article import Article

TEXT = (
    "2026年1月13日\n"
    "架空電機の株価は3%下落した。\n"
    "みほん自動車の株価も3%下落した。\n"
    "みほん自動車の1月の世界販売は80万台だった。\n"
    "長瀬社長は「需要は底堅い」と述べた。\n"
)
HOSTILE = (
    "架空\"電機'の売上高は120億円だった: #値\\n。\n"
    "架空電機の\u2028営業利益は\x1b[2J12億円\x85だった。\n"
    "「- keep: no\\u0041: {[需要は底堅い]}」と長瀬社長は述べた。\n"
    "𠮷野電機の従業員は\ufeff300人だ🎌。\r\n"
)


def gold_of(article: Article, made: str) -> list[dict[str, object]]:
    accepted = accept("d.yaml", read_draft("d.yaml", made), "a", article.text)
    assert accepted.faults == ()
    return list(accepted.gold)


def unchanged(article: Article) -> None:
    """The draft as it is written, taken back, holds exactly what was read."""
    claims = extract_article(article, Options(parse="none"))
    assert claims
    lines = [
        json.dumps(line, default=float).encode() for line in gold_of(article, "".join(draft(article, "a", claims)))
    ]
    gold, faults = read_gold(enumerate(lines, 1), "g.jsonl", {"a": article.text})
    assert faults == []
    score = compare(by_document(gold, ["a"]), {"a": claims})
    assert score.errors == []
    assert score.rows()["ALL"].exact == len(claims)


@pytest.mark.parametrize("name", ["crypto.txt", "interview.txt", "car-sales.txt", "column.txt"])
def test_a_draft_comes_back_as_what_was_read(name: str) -> None:
    unchanged(read(ROOT / "samples" / name))


def test_hostile_text_comes_back_too() -> None:
    unchanged(article_of(HOSTILE))


def test_comments_hold_no_line_end_and_no_control_sign() -> None:
    article = article_of(HOSTILE)
    made = "".join(draft(article, "a\x1b[2J\nclaims: []", extract_article(article, Options(parse="none"))))
    assert not {"\x1b", "\x85", "\u2028", "\ufeff", "\r"} & set(made)
    assert len([line for line in made.split("\n") if line.startswith("claims:")]) == 1


@pytest.fixture
def place(tmp_path: Path, run: Run) -> Path:
    """A folder with an article and its draft; `run` works in it."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    ended = run("annotate", "a.txt", "--parse", "none", "-o", "draft.yaml")
    assert (ended.code, ended.out) == (0, "")
    assert ended.err.startswith("draft.yaml: written; correct it, then `jijitsu annotate --accept draft.yaml ")
    return tmp_path


def changed(place: Path, *changes: tuple[str, str]) -> Path:
    """Change the draft, as a person would."""
    path = place / "draft.yaml"
    made = path.read_text(encoding="utf-8")
    for before, behind in changes:
        assert made.count(before) >= 1, before
        made = made.replace(before, behind, 1)
    path.write_text(made, encoding="utf-8")
    return path


def test_the_draft_shows_each_claim_in_its_sentence(place: Path) -> None:
    made = (place / "draft.yaml").read_text(encoding="utf-8")
    assert "# line 2: 架空電機の株価は【3%】下落した。\n- keep: yes\n  kind: price_move\n" in made
    assert "# line 3: みほん自動車の株価も【3%】下落した。\n" in made
    keys = {line.strip("- ").partition(":")[0] for line in made.splitlines() if line.startswith(("- ", "  "))}
    explained = {line.split()[1] for line in made.splitlines() if line.startswith("# ") and len(line.split()) > 1}
    assert keys <= explained


def test_corrections_go_into_the_gold(place: Path, run: Run) -> None:
    changed(
        place,
        ("- keep: yes\n  kind: price_move", "- keep: no\n  kind: price_move"),
        ("- keep: yes\n  kind: price_move", "- keep: maybe\n  kind: price_move"),
        ("amount: 800000", "amount: 81万"),
        ('subject: ["長瀬", "長瀬社長"]', "subject: 長瀬一郎"),
    )
    ended = run("annotate", "--accept", "draft.yaml", "-o", "gold.jsonl")
    assert ended.err == "gold.jsonl: 3 lines of a; 1 claim left out\n"
    lines = [json.loads(line) for line in (place / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(line["kind"], line.get("optional"), line.get("amount"), line["subject"][0]) for line in lines] == [
        ("price_move", True, 3, "みほん自動車"),
        ("delivery", None, 810000, "みほん自動車"),
        ("quote", None, None, "長瀬一郎"),
    ]
    ended = run("eval", "gold.jsonl", "a.txt", "--errors", "--parse", "none")
    assert "amount: gold 810000, read 800000" in ended.out
    assert "EXTRA a.txt:2: price_move" in ended.out


def test_a_claim_that_was_missed_is_added_without_a_context(place: Path, run: Run) -> None:
    with (place / "draft.yaml").open("a", encoding="utf-8") as file:
        file.write("- kind: x-month\n  text: 1月の世界販売\n  note: ours\n")
    run("annotate", "--accept", "draft.yaml", "-o", "gold.jsonl")
    added = [json.loads(line) for line in (place / "gold.jsonl").read_text(encoding="utf-8").splitlines()][2]
    assert (added["kind"], added["text"], added["note"]) == ("x-month", "1月の世界販売", "ours")
    assert TEXT.count(added["context"]) == 1
    assert added["text"] in added["context"]


def test_text_that_grows_out_of_its_context_is_found_again(place: Path, run: Run) -> None:
    """Of 3%, which stands twice, the second; made longer than what the context holds."""
    longer = "みほん自動車の株価も3%下落した"
    second = (place / "draft.yaml").read_text(encoding="utf-8").index("# line 3")
    path = place / "draft.yaml"
    made = path.read_text(encoding="utf-8")
    path.write_text(made[:second] + made[second:].replace('text: "3%"', f"text: {longer}", 1), encoding="utf-8")
    assert run("annotate", "--accept", "draft.yaml", "-o", "gold.jsonl").code == 0
    lines = [json.loads(line) for line in (place / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    assert lines[1]["text"] == longer


MISTAKES = [
    (("- keep: yes", "- keep: perhaps"), "keep: perhaps is none of yes, no, maybe"),
    (("  kind: price_move", "  kind: price_mvoe"), "kind: 'price_mvoe' is none of price_move,"),
    (("  measure: share_price", "  measure: shareprice"), "measure: 'shareprice' is none of share_price,"),
    (('  text: "3%"', '  text: "4%"'), "text: the article does not say '4%'"),
    (('  context: "架空電機の株価は3%下落した。"', "  context: null"),
     "context: stands 2 times in the article (lines 2, 3): words around it that stand once are wanted"),
    (("  amount: 3", "  amount: 三つ"), "amount: '三つ' is no number"),
    (("  relation: eq", "  relation: about"), "relation: 'about' is none of eq,"),
    (("  relation: eq", "  relation: range"), "amount_max: a range has it, and nothing else has"),
    (("  direction: down", "  direction: sideways"), "direction: 'sideways' is none of up, down, flat"),
    (("  basis: null", "  base: null"), "base: unknown key. Did you mean basis?"),
    (("  modality: asserted", "  modality: asserted\n  kind: quote"), "kind: stands twice in this claim"),
    (("  time: [2026-01-01, 2026-01-31]", "  time: [2026-01-01, yesterday]"), "time: ['2026-01-01', 'yesterday'] is not"),
    (("  time: [2026-01-01, 2026-01-31]", "  time: [2026-01-01"), "no YAML: "),
]  # fmt: skip


@pytest.mark.parametrize(("change", "said"), MISTAKES, ids=[said for _, said in MISTAKES])
def test_mistakes_are_named_with_their_line(place: Path, run: Run, change: tuple[str, str], said: str) -> None:
    made = (place / "draft.yaml").read_text(encoding="utf-8")
    assert change[0] in made, made
    lines = changed(place, change).read_text(encoding="utf-8").splitlines()
    ended = run("annotate", "--accept", "draft.yaml", "-o", "gold.jsonl")
    assert ended.code == 2
    assert not (place / "gold.jsonl").exists()
    first = ended.err.splitlines()[0]
    number = int(first.split(":")[2])
    assert first.startswith(f"error: draft.yaml:{number}: {said}")
    # The line that was changed is the one that is named, or the first line of its claim where a key is missing.
    wanted = next(at for at, line in enumerate(lines, 1) if change[1].splitlines()[-1] in line)
    if not said.startswith("no YAML"):
        assert number <= wanted
        assert lines[number - 1].strip("- ").startswith((said.partition(":")[0], "keep"))


def test_every_mistake_is_told(place: Path, run: Run) -> None:
    changed(place, ("amount: 3", "amount: 三つ"), ("amount: 800000", "amount: many"), ("kind: quote", "kind: qoute"))
    ended = run("annotate", "--accept", "draft.yaml")
    assert (ended.code, ended.out) == (2, "")
    assert len(ended.err.splitlines()) == 4
    assert ended.err.splitlines()[-1] == "3 mistakes: nothing is written"


def test_gold_of_other_articles_stays_and_ones_own_is_replaced(place: Path, run: Run) -> None:
    other = '{"doc":"b","kind":"quote","quote_type":"direct","subject":[],"context":"「","text":"い"}\n'
    gold = place / "gold.jsonl"
    gold.write_text(other + '{"doc": "a", "old": true}\n' + other.replace('"b"', '"c"'), encoding="utf-8")
    ended = run("annotate", "--accept", "draft.yaml", "-o", "gold.jsonl")
    assert ended.err == "gold.jsonl: 4 lines of a, in place of 1\n"
    lines = gold.read_text(encoding="utf-8").splitlines(keepends=True)
    assert lines[0] == other
    assert [json.loads(line)["doc"] for line in lines] == ["b", "a", "a", "a", "a", "c"]
    gold.write_text("not ours\n", encoding="utf-8")
    ended = run("annotate", "--accept", "draft.yaml", "-o", "gold.jsonl")
    assert ended.code == 2
    assert ended.err.startswith("error: gold.jsonl:1: this line is no gold, and nothing is written.")
    assert gold.read_text(encoding="utf-8") == "not ours\n"


def test_an_article_that_changed_is_told_and_looked_through_again(place: Path, run: Run) -> None:
    (place / "a.txt").write_text("訂正がある。\n" + TEXT.replace("80万台", "90万台"), encoding="utf-8")
    ended = run("annotate", "--accept", "draft.yaml", "-o", "gold.jsonl")
    assert ended.code == 2
    assert ended.err.startswith("a.txt: changed since the draft was made; every claim is looked for again\n")
    assert "text: the article does not say '80万台'." in ended.err
    assert len([line for line in ended.err.splitlines() if line.startswith("error:")]) == 1


@pytest.mark.skipif(os.name == "nt", reason="the editor is a shell script")
def test_an_editor_corrects_the_draft_until_it_is_right(place: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first time the editor makes a mistake, the second time it finds it named above, and mends it."""
    editor = place / "editor"
    editor.write_text(
        '#!/bin/sh\nif grep -q "^#! draft:.*amount:" "$1"; then sed -i "s/amount: many/amount: 4/" "$1"\n'
        'else sed -i "0,/amount: 3/s//amount: many/" "$1"; fi\n',
        encoding="utf-8",
    )
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("EDITOR", str(editor))
    monkeypatch.delenv("VISUAL", raising=False)
    ended = run("annotate", "a.txt", "--edit", "-o", "gold.jsonl")
    assert (ended.code, ended.err) == (0, "gold.jsonl: 4 lines of a\n")
    assert json.loads((place / "gold.jsonl").read_text(encoding="utf-8").splitlines()[0])["amount"] == 4


def test_contexts_tell_places_apart() -> None:
    text = "3%から3%へ。3%。"
    for start in (0, 4, 8):
        context = context_of(text, start, start + 2)
        assert context is not None
        assert text.count(context) == 1
        assert context.count("3%") == 1
        assert text.index(context) <= start < text.index(context) + len(context)
    assert context_of("3%。\n" * 60, 120, 122) is None


def test_what_cannot_be_told_apart_is_left_out_with_a_reason(run: Run, tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text("架空電機の株価は3%下落した。\n" * 40, encoding="utf-8")
    ended = run("annotate", "r.txt", "--parse", "none")
    assert "nothing near tells the places apart\n- keep: no\n" in ended.out
    (tmp_path / "d.yaml").write_text(ended.out, encoding="utf-8")
    assert run("annotate", "--accept", "d.yaml", "-o", "g.jsonl").code == 0


def test_reading_options_are_heeded(run: Run, tmp_path: Path) -> None:
    (tmp_path / "d.txt").write_text("架空電機の株価は13日に3%下落した。\n", encoding="utf-8")
    assert "time: [2026-03-13, 2026-03-13]" in run("annotate", "d.txt", "--published", "2026-03-14").out
    assert read(tmp_path / "d.txt", Reading()).published is None


def asked(run: Run, answers: str, monkeypatch: pytest.MonkeyPatch) -> Ran:
    """Answer the form."""
    given = iter(answers.split())

    def prompt(*_: object, **__: object) -> str:
        try:
            return next(given)
        except StopIteration:
            raise typer.Abort from None

    monkeypatch.setattr("typer.prompt", prompt)
    return run("annotate", "a.txt", "--parse", "none", "--ask", "-o", "gold.jsonl")


def test_the_form_asks_about_every_claim(place: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = asked(run, "n z amuont=4 amount=many amount=81万 b m y amount=81万 y subject=長瀬一郎 y", monkeypatch)
    assert ended.code == 0
    assert "[1/4] line 2: 架空電機の株価は【3%】下落した。" in ended.err
    assert "'z' is no answer: y keep," in ended.err
    assert "'amuont' is no field of this claim. Did you mean amount?" in ended.err
    assert "amount: 'many' is no number" in ended.err
    assert ended.err.endswith("gold.jsonl: 4 lines of a\n")
    lines = [json.loads(line) for line in (place / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(line.get("amount"), line.get("optional"), line["subject"][:1]) for line in lines] == [
        (3, True, ["架空電機"]),
        (810000, None, ["みほん自動車"]),
        (810000, None, ["みほん自動車"]),
        (None, None, ["長瀬一郎"]),
    ]


def test_a_form_that_is_left_keeps_its_answers_as_a_draft(
    place: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = asked(run, "n amount=4 q", monkeypatch)
    assert (ended.code, (place / "gold.jsonl").exists()) == (0, False)
    assert ended.err.endswith("a.draft.yaml: the answers so far; `jijitsu annotate --accept a.draft.yaml` takes them\n")
    ended = run("annotate", "--accept", "a.draft.yaml")
    assert [json.loads(line).get("amount") for line in ended.out.splitlines()] == [4, 800000, None]
