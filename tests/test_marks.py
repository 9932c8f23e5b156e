"""What a price level is marked as, and what makes a sum a price where no word says so. Each rule has its counterexample."""

from __future__ import annotations

from datetime import date

import pytest

from jijitsu.extract import extract_text

TOLD = date(2026, 5, 15)

MARKS: dict[str, tuple[str, dict[str, str | None]]] = {
    "the close by its other name": ("日経平均の大引けは320円高の4万8200円だった。", {"4万8200円": "close"}),
    "shares allotted at the limit": (
        "ミナト銀行株は値が付かず、制限値幅の上限となる300円高の1972円で比例配分された。",
        {"1972円": "close"},
    ),
    "the close of the morning": ("日経平均の前引けは320円高の4万8200円だった。", {"4万8200円": "intraday"}),
    "how it began": ("日経平均は320円高の4万8200円と反発して始まった。", {"4万8200円": "open"}),
    "right behind the opening": ("寄り付き直後に5万1000円を付けた日経平均は下げに転じた。", {"5万1000円": "intraday"}),
    "the day's high and low": (
        "日経平均のこの日の高値は5万1200円、安値は5万200円だった。",
        {"5万1200円": "high", "5万200円": "low"},
    ),
    "the low first": (
        "円相場は続落した。円の安値は158円45銭、高値は157円30銭だった。",
        {"158円45銭": "low", "157円30銭": "high"},
    ),
    "how the morning ended": (
        "15日の東京市場でトヨタ自動車の株価は反発した。午前は1640円で終えた。",
        {"1640円": "intraday"},
    ),
    "a record of another day": (
        "ビットコインは一時8万6000ドル台まで下げ、10月の最高値12万6000ドルから3割強下落した。",
        {"8万6000ドル台": "intraday", "12万6000ドル": "record_high"},
    ),
    "a record that is beaten": (
        "日経平均は4万2300円まで上昇し、昨年7月に付けた最高値(4万2224円)を更新した。",
        {"4万2300円": "record_high"},
    ),
    "a record that is made": ("金は一時4612ドルまで上げ、最高値を付けた。", {"4612ドル": "record_high"}),
    "a record that is near": (
        "日経平均は4万2000円まで上昇し、昨年7月に付けた最高値(4万2224円)に迫った。",
        {"4万2000円": "intraday"},
    ),
    "the session of the morning": ("日経平均は反発し、4万1640円で午前の取引を終えた。", {"4万1640円": "intraday"}),
    "what shares were issued at": (
        "トヨタ自動車の株価は、公開価格の1200円を40%上回る1680円の初値を付けた。",
        {"1200円": None, "1680円": "open"},
    ),
    "a settlement": ("原油相場は上昇した。WTI6月物は1.20ドル高の63.40ドルで清算した。", {"63.40ドル": "close"}),
    "the day before's close": ("株価は下げた。前日の終値は3100円だった。", {"3100円": "close"}),
    "what the day before's close is passed by": (
        "前日の終値3100円を上回る3120円で始まった株価は伸び悩んだ。",
        {"3120円": "open"},
    ),
    "each of a list": (
        "15日の終値はトヨタ自動車が0.3%高の4652円、ホンダが0.8%安の3420円だった。",
        {"4652円": "close", "3420円": "close"},
    ),
    "a record said first": (
        "トルコリラは最安値を更新し、1ドル=45.60リラ近辺で推移している。",
        {"45.60リラ近辺": "record_low"},
    ),
    "the close is of the next": (
        "原油先物は一時84.90ドルまで上昇、清算値は前日より2.73ドル高い83.66ドルだった。",
        {"84.90ドル": "intraday", "83.66ドル": "close"},
    ),
    "one closed, and so did the other": (
        "ダウ平均は200ドル高の4万9882ドルで終えたが、ナスダック総合は0.6%安の2万5310だった。",
        {"4万9882ドル": "close", "2万5310": "close"},
    ),
    "but not what was for a while": (
        "ダウ平均は200ドル高の4万9882ドルで終えたが、ナスダック総合は一時0.6%安の2万5310だった。",
        {"2万5310": "intraday"},
    ),
    "a bracket behind a target": (
        "証券会社はセーレンの目標株価を2900円(13日終値は2377円)とした。",
        {"2900円": "target", "2377円": "close"},
    ),
    "the highest of a day": ("サンマのこの日の最高値は1250円だった。", {"1250円": "high"}),
    "not the second highest": ("初競りのメロンは昨年の50万円に次ぐ2番目の高値となった。", {"50万円": None}),
}
NO_PRICE = {
    "a firm reaches a price for a time": (
        "15日の東京株式市場でトヨタ自動車が続伸した。一時3220円を付けた。",
        "price_level",
    ),
    "a firm spends for a time": (
        "15日の東京株式市場でトヨタ自動車が続伸した。同社は一時3220円を支払った。",
        "financial",
    ),
}


@pytest.mark.parametrize("why", MARKS)
def test_mark(why: str) -> None:
    text, wanted = MARKS[why]
    found = {c.evidence.text: c.mark for c in extract_text(text, TOLD) if c.kind == "price_level"}
    assert {evidence: found.get(evidence, "nothing") for evidence in wanted} == wanted


@pytest.mark.parametrize("why", NO_PRICE)
def test_price_or_money(why: str) -> None:
    text, kind = NO_PRICE[why]
    assert [c.kind for c in extract_text(text, TOLD) if c.evidence.text == "3220円"] == [kind]


def test_more_than_a_multiple() -> None:
    """前年同期の4倍を超える says how much it is; 前年同期の4億円を超える compares."""
    relations = {
        c.evidence.text: c.value.relation
        for text in ("売上高は前年同期の4倍を超える11億ドルだった。", "売上高は前年同期の4億円を超えた。")
        for c in extract_text(text, TOLD)
        if c.value is not None
    }
    assert relations["4倍"] == "gt"
    assert relations["4億円"] == "eq"


RELATIONS: dict[str, tuple[str, dict[str, str]]] = {
    "the most, of shares and of money": (
        "ヤマハは上限5000万株、2500億円の自社株買いを実施する。",
        {"上限5000万株": "le", "2500億円": "le"},
    ),
    "both of them": (
        "ヤマハは4500万株、1000億円をそれぞれ上限とする自社株買いを実施する。",
        {"4500万株": "le", "1000億円": "le"},
    ),
    "what another figure is held against": (
        "提案には54%が反対し、賛成の33%を上回った。来場者は6412人で、目標の8000人に届かなかった。",
        {"33%": "eq", "8000人": "eq"},
    ),
    "but not a mark that is passed": ("賛成は54%で、節目の50%を上回った。", {"50%": "gt"}),
    "more than so much, behind which 高 and 低 stand": (
        "ヤマハも2%超高い。失業率は3%超低下した。",
        {"2%超": "gt", "3%超": "gt"},
    ),
}


@pytest.mark.parametrize("why", RELATIONS)
def test_relation(why: str) -> None:
    text, wanted = RELATIONS[why]
    found = {c.evidence.text: c.value.relation for c in extract_text(text, TOLD) if c.value is not None}
    assert {evidence: found.get(evidence, "nothing") for evidence in wanted} == wanted
