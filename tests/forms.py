"""The articles of tests/ in another form, gold alike: blanks around figures, lines of one width, a clause that tells why before a figure.

`in_form(name, form)` yields each article of a set that the form changes, as it stands and changed, each with its gold. What a
form puts in is told by the place in the new text of each code point of the old one, so that gold lines are cut anew.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from accuracy import articles, gold_file
from renaming import Read

from jijitsu.extract.reading import read

Form = Callable[[str], str]
_MARK = "\ue000"
"""Stands in front of what a form puts in, and \ue001 behind it, until the places are told."""
_CLOSE = "\ue001"
_WIDTH = 76
_SAID = re.compile(r"「[^」]*」")
_BORDER = re.compile(r"(?<=[一-鿿ァ-ヺぁ-ん])(?=[0-9])|(?<=[0-9])(?=[一-鿿ァ-ヺぁ-ん])")
_TOPIC = re.compile(r"(?<=[。\n　])([^。、「」\n]{2,20}は)(?P<pause>、?)(?=[^「」。\n]{0,30}[0-9０-９][^「」。\n]*。)")
_WHY = (
    "厳しい環境が続く中", "需要の拡大を受けて", "円安を追い風に", "米国での販売が伸びたことから", "大手各社が値上げに動く中", "コスト削減を進めた結果",
    "日銀の利上げを見越して", "当初の計画に沿って",
)  # fmt: skip


def spaced(text: str) -> str:
    """A blank at both ends of each figure."""
    return _BORDER.sub(f"{_MARK} {_CLOSE}", text)


def wrapped(text: str) -> str:
    """Lines of 38 full-width letters, but for the headline; a blank line behind each paragraph."""
    return "\n".join([*text.split("\n")[:1], *(_lines(paragraph) for paragraph in text.split("\n")[1:])])


def _lines(paragraph: str) -> str:
    put, column = [], 0
    for sign in paragraph:
        width = 1 if sign < "\u2000" else 2
        if column + width > _WIDTH and sign not in "。、」）":
            put.append(f"{_MARK}\n{_CLOSE}")
            column = 0
        put.append(sign)
        column += width
    return "".join(put) + (f"{_MARK}\n{_CLOSE}" if paragraph else "")


def reasoned(text: str) -> str:
    """Between a topic and its figure, why it was so."""
    return _TOPIC.sub(
        lambda m: f"{m[1]}{_MARK}、{_WHY[len(m[1]) % len(_WHY)]}{'' if m['pause'] else '、'}{_CLOSE}{m['pause']}", text
    )


FORMS: dict[str, Form] = {"spaced": spaced, "wrapped": wrapped, "reasoned": reasoned}


def in_form(name: str, form: str, folder: Path) -> Iterator[tuple[Read, Read]]:
    """Yield the articles of the set `name` that the form changes: as they stand and changed, the gold lines of both the same.

    The changed ones are written to `folder`.
    """
    lines = [json.loads(line) for line in gold_file(name).read_text(encoding="utf-8").splitlines() if line.strip()]
    for doc, path in articles(name).items():
        gold = [line for line in lines if line["doc"] == doc]
        article = read(path)
        text, places = _places(FORMS[form](article.text))
        if text == article.text or not gold:
            continue
        new = folder / path.name
        new.write_text(text, encoding="utf-8")
        if (sidecar := path.with_suffix(".meta.json")).exists():
            new.with_suffix(".meta.json").write_bytes(sidecar.read_bytes())
        both = [(line, cut) for line in gold if (cut := _cut(line, article.text, text, places)) is not None]
        yield Read(article, [line for line, _ in both]), Read(read(new), [cut for _, cut in both])


def _places(marked: str) -> tuple[str, Sequence[int]]:
    """The text without marks, and where in it each code point of the old text stands."""
    text, places, put = [], [], False
    for sign in marked:
        if sign in {_MARK, _CLOSE}:
            put = sign == _MARK
            continue
        if not put:
            places.append(len(text))
        text.append(sign)
    return "".join(text), places


def _cut(line: dict[str, Any], old: str, new: str, places: Sequence[int]) -> dict[str, Any] | None:
    """The gold line with its words as the new text has them; None where they stand twice."""
    at, inner = old.find(line["context"]), line["context"].find(line["text"])
    if at < 0 or inner < 0:
        return None
    words = {
        "context": new[places[at] : places[at + len(line["context"]) - 1] + 1],
        "text": new[places[at + inner] : places[at + inner + len(line["text"]) - 1] + 1],
    }
    once = new.count(words["context"]) == 1 and words["context"].count(words["text"]) == 1
    return line | words if once else None
