"""Who tells it where the verb of saying stands far off, the words are passed on, or the sentence names nobody."""

from __future__ import annotations

import pytest
from test_who_says import DIRECT, INDIRECT, said

SPOKEN = [
    # To whom it was said stands between the clause and the verb.
    ("早見慎吾総裁は、原因は3両目にあると記者団に対し説明した。", [("原因は3両目にある", INDIRECT, "早見慎吾")]),
    ("首相は、解散は考えていないと本紙の取材に対して語った。", [("解散は考えていない", INDIRECT, "首相")]),
    ("高裁は、前社長を訴追することはできないと判断を下した。", [("前社長を訴追することはできない", INDIRECT, "高裁")]),
    ("買収額は20億円程度と市場関係者は見ている。", [("買収額は20億円程度", INDIRECT, "市場関係者")]),
    (
        "みずほ証券では、回復が続くとみて目標株価を2000円に引き上げた。",
        [("回復が続く", INDIRECT, "みずほ証券")],
    ),
    # Words that another reads out, passes on or answers.
    ("監督は「平和を祈ります」という早見さんのメッセージを代読した。", [("平和を祈ります", DIRECT, "早見")]),
    ("「反対に遭った」と説明した北大教授の発言に対し、遺族は反発した。", [("反対に遭った", DIRECT, "北大教授")]),
    ("「問題はない」と答えた社長の説明に、株主は納得しなかった。", [("問題はない", DIRECT, "社長")]),
    ("早見容疑者は「部屋で使った」とする上申書を提出した。", [("部屋で使った", DIRECT, "早見")]),
    ("政権内には「帰国は混乱を招く」との懸念がくすぶる。", [("帰国は混乱を招く", DIRECT, "政権内")]),
    # A judgement of one word, by somebody and not by a thing that bears a name.
    (
        "外務省の報道官は、「極めて遺憾」とし、会談の延期もあり得ると述べた。",
        [("極めて遺憾", DIRECT, "外務省の報道官"), ("会談の延期もあり得る", INDIRECT, "外務省の報道官")],
    ),
    # The source of the sentence before, though people meet there; no site for news.
    (
        "みなと市教育委員会によると、市内の2つの小学校が見学先を変えた。「児童の安全を考えた」としている。",
        [("児童の安全を考えた", DIRECT, "みなと市教育委員会")],
    ),
    (
        "コニカミノルタは増産する。CNETによると、需要は増えている。同社では、回復が続くと見ている。",
        [("回復が続く", INDIRECT, "コニカミノルタ")],
    ),
    # Ring names that no dictionary knows.
    ("幕内の豪ノ山は「集中できた」と話した。", [("集中できた", DIRECT, "豪ノ山")]),
    ("若ノ鵬容疑者は「もらった」と説明した。", [("もらった", DIRECT, "若ノ鵬")]),
]

SILENT = [
    "新会社は「ミナト物産株式会社」とし、来春に発足する。",
    "早見内相は大統領に72人の殺害と31人の逮捕を報告した。",
    "生徒らは「武器は使わない」、「降参すれば手を出さない」などといったルールを決めていた。",
    "買収額は20億円程度とみられている。",
]


@pytest.mark.parametrize(("text", "expected"), SPOKEN, ids=[text[:24] for text, _ in SPOKEN])
def test_teller(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize("text", SILENT)
def test_nobody_tells(text: str) -> None:
    assert said(text) == []
