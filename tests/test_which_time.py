"""Which of several times a figure is of: rows of days, years up to one, goals, what now is of, dates behind their figure."""

from __future__ import annotations

from datetime import date

import pytest

from jijitsu.extract import extract_text

TOLD = date(2026, 3, 20)
"""A Friday."""

WHICH: dict[str, tuple[str, dict[str, str | None]]] = {
    "days one behind the other": (
        "調査は今月14、15の両日に行い、812人が答えた。縁日は3月7、8日に開かれ、5200人が訪れた。催しは14日と15日に開かれ、640人が来た。",
        {"812人": "2026-03-14/2026-03-15", "5200人": "2026-03-07/2026-03-08", "640人": "2026-03-14/2026-03-15"},
    ),
    "quarters and halves of a year that a bracket tells once": (
        "米ソフトのコラニは第2・四半期(12─2月)の決算を発表した。第2・四半期の売上高は71億ドルだった。第3・四半期は73億ドルを見込む。",
        {"71億ドル": "2025-12-01/2026-02-28", "73億ドル": "2026-03-01/2026-05-31"},
    ),
    "a half that a bracket tells once": (
        "豪鉱山のマリスは上期(7─12月)の決算を公表した。上期の純利益は4億豪ドルだった。",
        {"4億豪ドル": "2025-07-01/2025-12-31"},
    ),
    "days that are no row keep the last": ("縁日は3、15日に開かれ、5200人が訪れた。", {"5200人": "2026-03-15"}),
    "what is named, with its days in brackets": (
        "年末年始(12月27日〜1月4日)に5200人が訪れた。黄金週間(4月25日〜5月6日)は640人が訪れる見込みだ。",
        {"5200人": "2025-12-27/2026-01-04", "640人": "2026-04-25/2026-05-06"},
    ),
    "years up to one": (
        "ヤマハは28年度までの3年間で500億円を投じる。県内では2015年から24年までの10年間に812人が亡くなった。",
        {"500億円": "2026-04-01/2029-03-31", "812人": "2015-01-01/2024-12-31"},
    ),
    "a day that is still to come, told as gone": (
        "株価は30日に5%下げた。会合は28日に開かれ、812人が集まった。",
        {"5%": "2026-01-30", "812人": "2026-02-28"},
    ),
    "a business year by the year that it ends in": (
        "ヤマハの再来年3月期の純利益は12億円となる。今年3月期は4億円、ことし9月期は3億円だった。",
        {"12億円": "2027-04-01/2028-03-31", "4億円": "2025-04-01/2026-03-31", "3億円": "2025-10-01/2026-09-30"},
    ),
    "years from one on": ("県は2011年から2年間にわたり74地点を調べた。", {"74地点": "2011-01-01/2012-12-31"}),
    "the summer of last year": ("去年の夏は5200人が訪れた。", {"5200人": "2025-06-01/2025-08-31"}),
    "a quarter and all before it": (
        "ヤマハの26年3月期第3四半期累計の純利益は12億円だった。2026年3月期第3四半期の純利益は4億円だった。",
        {"12億円": "2025-04-01/2025-12-31", "4億円": "2025-10-01/2025-12-31"},
    ),
    "a half year by its end": ("ヤマハは9月中間決算で12億円の純利益を上げた。", {"12億円": "2025-04-01/2025-09-30"}),
    "the new year of account": ("市は新年度予算案に12億円を盛り込んだ。", {"12億円": "2026-04-01/2027-03-31"}),
    "the end of the year of account": ("基金の残高は年度末に8億円まで減る。", {"8億円": "2026-03-31"}),
    "last week's five days": ("日経平均株価は先週1週間で820円上昇した。", {"820円": "2026-03-09/2026-03-15"}),
    "the day on which shares were listed": (
        "19日に新規上場した青葉テックの初値は2100円だった。",
        {"2100円": "2026-03-19"},
    ),
    "how high a thing is": (
        "2日、堤防(高さ7メートル)が崩れ、3人がけがをした。",
        {"7メートル": None, "3人": "2026-03-02"},
    ),
    "what happened in a year, and what it cost": (
        "昨年1年間に確認された詐欺の被害額は721億円に上った。昨年度に摘発された密漁の被害額は12億円だった。",
        {"721億円": "2025-01-01/2025-12-31", "12億円": "2024-04-01/2025-03-31"},
    ),
    "but not when a firm failed": ("1月に破産した青葉商会の負債は12億円だった。", {"12億円": None}),
    "polite words of what is done": ("2月末までに118件の申し込みが寄せられています。", {"118件": "2026-02-28"}),
    "the first of this month, told on the 20th": (
        "県の人口は1日現在で104万2318人だった。",
        {"104万2318人": "2026-03-01"},
    ),
    "how much more than some years ago": (
        "空き家は2023年10月1日時点で12万4000戸と、5年前の調査より8000戸増えた。",
        {"8000戸": "2023-10-01"},
    ),
    "from what it was then": (
        "病床の利用率は2019年度の82%から68%に落ち込んでいる。",
        {"82%": "2019-04-01/2020-03-31", "68%": None},
    ),
    "now is of its own figure": (
        "ヤマハは2030年度までに海外比率を現在の38%から60%に引き上げる。28年度までに能力を現在の3倍の年2400台に高める。",
        {"60%": "2031-03-31", "2400台": "2029-03-31"},
    ),
    "so many times what it was years ago": (
        "24年度の宿泊客は3万9000人で、5年前の2.2倍になった。",
        {"3万9000人": "2024-04-01/2025-03-31", "2.2倍": "2024-04-01/2025-03-31"},
    ),
    "a part of what it was at its peak": (
        "24年度の乗客は61万人で、ピークだった1996年度の3割弱にとどまる。",
        {"61万人": "2024-04-01/2025-03-31", "3割弱": "2024-04-01/2025-03-31"},
    ),
    "this year up to a day": (
        "今年度は12月末までに621頭が捕獲された。今年は2月末までに31社が上場した。",
        {"621頭": "2025-04-01/2025-12-31", "31社": "2026-01-01/2026-02-28"},
    ),
    "the goal of a year": (
        "ヤマハの1〜2月の販売は11万台で、年間目標の70万台に対する進捗は16%にとどまる。",
        {"11万台": "2026-01-01/2026-02-28", "70万台": "2026-01-01/2026-12-31"},
    ),
    "how far a firm has come": (
        "ヤマハの26年3月期第3四半期累計の純利益は12億円で、通期計画18億円に対する進捗率は67%と5年平均の71%を下回った。",
        {
            "12億円": "2025-04-01/2025-12-31",
            "18億円": "2025-04-01/2026-03-31",
            "67%": "2025-04-01/2025-12-31",
            "71%": None,
        },
    ),
    "how likely a thing is": ("市場は6月までに利下げが行われる確率を38%とみる。", {"38%": None}),
    "by whatever word": ("市場は12月までに利上げが決まる可能性を62%と織り込む。", {"62%": None}),
    "how many work there": (
        "ヤマハの2025年の売上高は19億円で、従業員は620人。",
        {"19億円": "2025-01-01/2025-12-31", "620人": None},
    ),
    "what will be done by then, and who pays": (
        "手続きは4〜6月期に終える予定で、3行が1000億円の融資枠を用意した。市は給食費を4月から無償化するため、2億円を充てる。",
        {"1000億円": None, "2億円": None},
    ),
    "what a firm has told": (
        "ヤマハは2月、工場を建てる計画を明らかにしており、費用は150億円に上るとみられる。",
        {"150億円": None},
    ),
    "a time behind its figure": (
        "ヤマハは費用180億円を4〜6月期に計上する。ヤマハは希望退職130人の募集を7月に始める。従業員86人は19日付で解雇された。",
        {"180億円": "2026-04-01/2026-06-30", "130人": "2026-07-01/2026-07-31", "86人": "2026-03-19"},
    ),
    "but not of the figure that follows it": (
        "240床の病床を26年度中に200床に減らす。",
        {"240床": None, "200床": "2026-04-01/2027-03-31"},
    ),
    "nor the day of telling, nor of another's deed": (
        "ヤマハは12億円の赤字を19日に発表した。ヤマハは3億円を2月に破産した取引先に貸していた。",
        {"12億円": None, "3億円": None},
    ),
    "a budget and its year": (
        "県は12日、総額7824億円の2026年度一般会計当初予算案を発表した。",
        {"7824億円": "2026-04-01/2027-03-31"},
    ),
    "the day of the news that shares moved on": (
        "ヤマハは19日、純利益が2割減ると発表した。これを受け、株価は一時6.4%安の1890円まで売られた。",
        {"6.4%": "2026-03-19", "1890円": "2026-03-19"},
    ),
    "unless it came after the close": (
        "ヤマハは18日の取引終了後、純利益が2割減ると発表した。これを受け、株価は一時6.4%安まで売られた。",
        {"6.4%": None},
    ),
    "who had told something the evening before": (
        "19日の米株式市場でダウ平均は1%下げた。前日夕に決算を発表した青葉テックは8.5%安と売られた。",
        {"1%": "2026-03-19", "8.5%": "2026-03-19"},
    ),
    "a lift ticket, and what a day takes": (
        "1日リフト券は6800円だった。店では1日に40キロの卵を使う。",
        {"6800円": None, "40キロ": None},
    ),
    "three months of which the first is named": (
        "補助の予算は今年1月からの3か月間で530億円だった。",
        {"530億円": "2026-01-01/2026-03-31"},
    ),
    "the price from a month on, and before": (
        "店は先月からパンを1個120円から140円に値上げした。園は昨年4月に入園料を1500円から1800円に引き上げた。",
        {"140円": "2026-02-01/2026-02-28", "1500円": None, "1800円": "2025-04-01/2025-04-30"},
    ),
    "the same year of account": (
        "ヤマハは2012年度に18億円の赤字を計上した。同年度の売上高は96億円だった。",
        {"18億円": "2012-04-01/2013-03-31", "96億円": "2012-04-01/2013-03-31"},
    ),
    "the month before compares": (
        "先月の旅行者は361万人で、前の年の同じ月から3.7%増えた。",
        {"3.7%": "2026-02-01/2026-02-28"},
    ),
    "the end of last year, told in March": ("年末時点で60機が残っていた。", {"60機": "2025-12-31"}),
    "what will open some day, and how many it takes in a year": (
        "来年4月に開業する新アリーナは、年間60万人の来場を見込む。",
        {"60万人": None},
    ),
    "how far it has grown from a budget": (
        "25年度当初予算の115兆円から6%増える。",
        {"115兆円": "2025-04-01/2026-03-31", "6%": None},
    ),
    "that day, of one to come": (
        "ヤマハは19日、4月1日付で持ち株会社になると発表した。同日付で子会社3社を合併する。",
        {"3社": "2026-04-01"},
    ),
    "summed up from a month on": (
        "2月の販売は38万台だった。ことし1月からの累計は79万台で、去年の同じ時期より1.2%多い。",
        {"79万台": "2026-01-01/2026-02-28", "1.2%": "2026-01-01/2026-02-28"},
    ),
    "so much up to now": (
        "国は24年度補正予算で確保した1兆円のうち、これまでに7200億円の交付を決めた。",
        {"1兆円": "2024-04-01/2025-03-31", "7200億円": None},
    ),
    "a share of what it was then": (
        "今年度上半期の利用者はコロナ前の2018年度同期の98%まで回復した。",
        {"98%": "2025-04-01/2025-09-30"},
    ),
    "how much lighter it will be": ("1世帯の負担は1年で7000円ほど軽くなる。", {"7000円ほど": None}),
    "the month in which it was told": ("ヤマハは2月、売上高が3%増えたと発表した。", {"3%": None}),
    "the same hour": (
        "19日午前6時までに312ミリの雨が降った。電力会社によると、同8時現在で4200戸が停電した。",
        {"312ミリ": "2026-03-19", "4200戸": "2026-03-19"},
    ),
}


@pytest.mark.parametrize("text, wanted", WHICH.values(), ids=WHICH)
def test_which_time(text: str, wanted: dict[str, str | None]) -> None:
    found = {
        claim.evidence.text: claim.time and "/".join(dict.fromkeys((str(claim.time.start), str(claim.time.end))))
        for claim in extract_text(text, published=TOLD)
        if claim.kind != "quote"
    }
    assert {figure: found.get(figure, "no claim") for figure in wanted} == wanted


def test_an_agency_sets_the_period_at_the_end_of_its_headline() -> None:
    text = "◎青葉重工、純利益2.1倍=新造船の引き渡し増-4〜12月期\n\n青葉重工は9日、決算を発表した。"
    (claim,) = (one for one in extract_text(text, published=TOLD) if one.evidence.text == "2.1倍")
    assert claim.time is not None
    assert (str(claim.time.start), str(claim.time.end)) == ("2025-04-01", "2025-12-31")


SAID: dict[str, tuple[str, str]] = {
    "the day of a press conference": ("19日記者会見した森社長は「統合はしない」と語った。", "2026-03-19/2026-03-19"),
    "that same day": (
        "ヤマハは19日、新型を発表した。同日記者会見した森社長は「統合はしない」と語った。",
        "2026-03-19/2026-03-19",
    ),
    "the middle of a month": ("ヤマハは先月中旬、7〜9月期の売上高が1%増えたと発表した。", "2026-02-11/2026-02-20"),
}


@pytest.mark.parametrize("why", SAID)
def test_when_it_was_said(why: str) -> None:
    text, wanted = SAID[why]
    (time,) = (claim.time for claim in extract_text(text, published=TOLD) if claim.kind == "quote")
    assert time is not None
    assert f"{time.start}/{time.end}" == wanted
