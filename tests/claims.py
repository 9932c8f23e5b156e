"""Claims of every kind for tests of records, files of claims and exports: made by `finish`, not by the recognisers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from jijitsu.extract.draft import Draft
from jijitsu.extract.finish import finish
from jijitsu.extract.reading import Reading, article_of
from jijitsu.extract.sentences import sentences
from jijitsu.schemas.article import Article
from jijitsu.schemas.claim import Attribution, Claim, Equivalent, Subject, Time, Value

TEXT = """東都重工が反落
東都重工の株価は前日比8.50%下落し、終値は1200円だった。
時価総額は約5890億ドル(約87兆円)となり、2%減った。
同社は2025年に30万台を納車し、売上高は1.2兆円だった。
岩井氏は「回復は近い」と述べた。利用者は0.0000001人である。
=SUM(A1)という名の会社がある。
"""
COMPANY = Subject("東都重工", "東都重工業", "XTKS:0000", "company")
YEAR = Time("2025年", date(2025, 1, 1), date(2025, 12, 31), "absolute")
SPEAKER = Attribution("岩井裕介", "岩井氏", role="経済コンサルタント", cue="述べた")
_KINDS: tuple[tuple[str, str, str | None, str, str, dict[str, Any]], ...] = (
    ("price_move", "8.50%", "share_price", "8.50", "percent", {"direction": "down", "basis": "前日比"}),
    ("price_level", "1200円", "share_price", "1.2E+3", "JPY", {"mark": "close"}),
    (
        "market_cap_level", "約5890億ドル", "market_cap", "589000000000", "USD",
        {"equivalent": Equivalent(Decimal("87E12"), "JPY", "approx", "約87兆円")},
    ),
    ("market_cap_move", "2%", "market_cap", "2", "percent", {"direction": "down"}),
    ("delivery", "30万台", "deliveries", "300000", "台", {"time": YEAR, "period": YEAR}),
    ("financial", "1.2兆円", "revenue", "1200000000000", "JPY", {"modality": "reported", "attribution": SPEAKER}),
    ("quantity", "0.0000001人", "利用者", "0.00000010", "人", {"subject": None}),
    ("x-name", "=SUM(A1)", None, "1", "", {"subject": Subject("=SUM(A1)", "=SUM(A1)", None, "other")}),
)  # fmt: skip


def article(path: str | None = "a.txt") -> Article:
    """The article that the claims are taken from."""
    return article_of(TEXT, Reading(published=date(2025, 1, 28)), path=path)


def draft_of(text: str, words: str, kind: str, **slots: Any) -> Draft:
    """A draft whose evidence is `words`, which stands once in `text`."""
    start = text.index(words)
    assert text.find(words, start + 1) < 0, words
    index = next(one.index for one in sentences(article_of(text)) if one.start <= start < one.end)
    return Draft(kind=kind, start=start, end=start + len(words), sentence=index, **slots)


def drafts() -> list[Draft]:
    """A draft of every kind, a quote among them."""
    made = []
    for kind, words, measure, amount, unit, slots in _KINDS:
        relation = "approx" if words.startswith("約") else "eq"
        value = Value(Decimal(amount), None, unit, relation, words)  # type: ignore[arg-type]
        more: Mapping[str, Any] = {"subject": COMPANY} | slots
        made.append(draft_of(TEXT, words, kind, measure=measure, value=value, **more))
    made.append(draft_of(TEXT, "回復は近い", "quote", quote_type="direct", attribution=SPEAKER))
    return made


def claims(path: str | None = "a.txt") -> list[Claim]:
    """A claim of every kind."""
    found = article(path)
    return finish(found, sentences(found), drafts())
