"""The articles of tests/ with every firm under another name, gold alike: what is read of a firm must not hang on its name.

`renamed(name)` yields each article of a set that speaks of firms, as it stands and with other names, each with its gold.
Which firm gets which name follows from the article's own name, so that each run gives the same.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from accuracy import articles, gold_file

from jijitsu.extract.fold import fold
from jijitsu.extract.linking.entity.names import introduced
from jijitsu.extract.reading import read
from jijitsu.schemas.article import Article

Line = dict[str, Any]

MADE_UP = (
    ("北浜精機", "北浜精機"), ("ミナトワークス", "ミナトワークス"), ("青葉製薬", "青葉製薬"), ("グランフォート", "グランフォート"),
    ("東洋海陸運輸", "東洋海陸"), ("アルデンホールディングス", "アルデンHD"), ("瀬川電機工業", "瀬川電機"), ("ユニフォレスト", "ユニフォレスト"),
    ("三条鋼業", "三条鋼業"), ("ルモラ", "ルモラ"), ("オルカ損害保険", "オルカ損保"), ("ネオグリッド", "ネオグリッド"),
    ("越智商会", "越智商会"), ("サンヨシ", "サンヨシ"), ("中津川紙業", "中津川紙"), ("ホライズンフーズ", "ホライズン"),
    ("Kumoa", "Kumoa"), ("エヌテックス", "エヌテックス"), ("諏訪光学", "諏訪光学"), ("ファインレザー", "ファインレザー"),
    ("タマノイ物産", "タマノイ"), ("花巻醸造", "花巻醸造"), ("栗林堂", "栗林堂"), ("レッドストーン", "レッドストーン"),
)  # fmt: skip
"""A full name and what it is cut to: of unknown words, of ordinary ones, of places and of families."""
ODD = tuple((name, name) for name in (
    "日晴", "永鋒能源", "高仙", "新凱", "遠達航運", "富成", "丸井田", "美域集団", "華凌集団", "光陽", "ヘルゲセン", "ハミング", "ナナ", "カラン・モーター",
    "セトラ", "VBR", "Quillon", "ブラウンフェルト", "星宇科技", "すみれ屋",
))  # fmt: skip
"""Names that look like none: kanji that make no word, people's names, few letters."""
_PARTS = re.compile("事業|部門|販売$|市場|国内|海外|製品")
"""A gold line names a part of a firm by the firm's name too: that stays."""


class Read(NamedTuple):
    """An article and its gold lines."""

    article: Article
    gold: list[Line]


Pool = tuple[tuple[str, str], ...]


def renamed(name: str, folder: Path, pool: Pool = MADE_UP) -> Iterator[tuple[Read, Read]]:
    """Yield the articles of the set `name` that have firms: as they stand and renamed, the gold lines of both the same ones.

    The renamed ones are written to `folder`.
    """
    lines = [json.loads(line) for line in gold_file(name).read_text(encoding="utf-8").splitlines() if line.strip()]
    for doc, path in articles(name).items():
        gold = [line for line in lines if line["doc"] == doc]
        article = read(path)
        changes = _changes(article.text, gold, random.Random(doc), pool)
        if not changes or not gold:
            continue
        forms = {form for line in gold for form in line["subject"]}
        kept = {form for form in forms if not any(surface in form for surface in changes)}
        forms = sorted({*changes, *kept}, key=len, reverse=True)
        pattern = re.compile("|".join(map(re.escape, forms)))
        text = _put(pattern, changes, article.text)
        new = [_line(line, pattern, changes, pool) for line in gold]
        both = [(old, line) for old, line in zip(gold, new, strict=True) if _stands(line, text)]
        yield (
            Read(article, [old for old, _ in both]),
            Read(_written(folder / path.name, text, path, pattern, changes), [line for _, line in both]),
        )


def _written(new: Path, text: str, old: Path, pattern: re.Pattern[str], changes: dict[str, str]) -> Article:
    new.write_text(text, encoding="utf-8")
    sidecar = old.with_suffix(".meta.json")
    if sidecar.exists():
        new.with_suffix(".meta.json").write_text(_put(pattern, changes, sidecar.read_text(encoding="utf-8")), "utf-8")
    return read(new)


def _changes(text: str, gold: list[Line], chance: random.Random, names: Pool) -> dict[str, str]:
    """Surface -> new name, for the firms that the gold speaks of; what one gold line calls a firm is one firm."""
    folded = fold(text)
    found = {
        text[start:end] for start, end, entity in introduced(text, folded).find(folded) if entity.type == "company"
    }
    firms: list[set[str]] = []
    for line in gold:
        forms = {form for form in line["subject"] if form in found and len(form) > 1 and not _PARTS.search(form)}
        same = [firm for firm in firms if firm & forms]
        firms = [firm for firm in firms if firm not in same] + ([forms.union(*same)] if forms else [])
    pool = chance.sample(names, len(names))
    changes: dict[str, str] = {}
    for firm in firms[: len(pool)]:
        full, short = pool.pop()
        longest, *others = sorted(firm, key=lambda surface: (-len(surface), surface))
        changes |= {longest: full} | dict.fromkeys(others, short)
    return changes


def _put(pattern: re.Pattern[str], changes: dict[str, str], text: str) -> str:
    return pattern.sub(lambda match: changes.get(match[0], match[0]), text)


def _line(line: Line, pattern: re.Pattern[str], changes: dict[str, str], pool: Pool) -> Line:
    """The gold line with the new names, each besides its full and its cut form."""
    put = [_put(pattern, changes, form) for form in line["subject"]]
    forms = [form for pair in pool if {*pair} & {*put} for form in pair]
    texts = {key: _put(pattern, changes, line[key]) for key in ("context", "text")}
    return line | texts | {"subject": list(dict.fromkeys([*put, *forms]))}


def _stands(line: Line, text: str) -> bool:
    """False where two firms of one gold line would have to be told apart by their place: its words stand twice now."""
    return text.count(line["context"]) == 1 and line["context"].count(line["text"][:20]) == 1
