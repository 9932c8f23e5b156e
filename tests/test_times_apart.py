"""Dates that are of something else than the figure behind them, and figures whose date stands behind them or goes on."""

from __future__ import annotations

from datetime import date

import pytest

from jijitsu.extract import extract_text

TOLD = date(2026, 3, 20)

TIMES: dict[str, tuple[str, dict[str, str | None]]] = {
    "what is compared with": (
        "2015年に対する店舗数の増加率は、大津市が6.1%だった。来場者は2019年の18万人を下回り、15万人にとどまった。"
        "2012年から2018年に受け取っていた年金の平均額と比較した場合、20%の減額となる。2010年に比べて、県内の農家は35%減った。",
        {"6.1%": None, "15万人": None, "20%": None, "35%": None},
    ),
    "but the year of the figure itself": (
        "2025年の来場者は2019年の18万人を下回り、15万人にとどまった。2025年は2015年に比べて3割減った。",
        {"18万人": "2019-01-01/2019-12-31", "15万人": "2025-01-01/2025-12-31", "3割": "2025-01-01/2025-12-31"},
    ),
    "the day of the deed is not that of the arrest": (
        "県警は昨年8月から9月にかけて看板を壊したとして、少年4人を逮捕した。昨年11月に無許可で営業したとして、市は店に30万円の過料を科した。",
        {"4人": None, "30万円": None},
    ),
    "and that of the arrest not that of the deed": (
        "愛媛県警は2月、高齢者から1200万円をだまし取ったとして、男を詐欺容疑で逮捕した。",
        {"1200万円": None},
    ),
    "but each its own": (
        "昨年3月に現金40万円を盗んだとして、男が逮捕された。市は2月、違法に営業したとして、店に50万円の過料を科した。",
        {"40万円": "2025-03-01/2025-03-31", "50万円": "2026-02-01/2026-02-28"},
    ),
    "the day of a thing that is only named": (
        "昨年5月に辞任した前社長に代わり、社員450人を率いる。2021年に開通したトンネルをめぐり、住民80人が対策を求めている。"
        "10日に予定されていた遠足のおやつを買った後、園児は深さ40センチの溝に落ちた。",
        {"450人": None, "80人": None, "40センチ": None},
    ),
    "or of a figure that tells which one": (
        "一昨年には8万人が泳いだ海水浴場の水から、基準の6倍の大腸菌が検出された。",
        {"8万人": "2024-01-01/2024-12-31", "6倍": None},
    ),
    "but not of what befell somebody": (
        "1月に起きた地震で、住民14人がけがをした。2月に開かれた説明会に、住民300人が出席した。昨年調達した資金は4億円だった。",
        {"14人": "2026-01-01/2026-01-31", "300人": "2026-02-01/2026-02-28", "4億円": "2025-01-01/2025-12-31"},
    ),
    "the day of what is still to come": (
        "2023年5月10日の総会の前に、会長は理事に50万円を渡したとみられる。4月1日の施行を前に、講習会に120人が参加した。",
        {"50万円": None, "120人": None},
    ),
    "years of somebody's life": (
        "現役15年で2104安打を放った。日本での7年間で84本塁打を打った。34歳9カ月で3300安打に届いた。",
        {"2104安打": None, "84本塁打": None},
    ),
    "but the years up to now": (
        "この10年間で町の人口は1200人減った。",
        {"1200人": "2016-03-20/2026-03-20"},
    ),
    "the year before what happens": (
        "入居の条件は、申し込み前年度の年収が400万円以下であることだ。入学前年の合格者は120人だった。犯行前日の点検では12か所の不具合が見つかった。",
        {"400万円以下": None, "120人": None, "12か所": None},
    ),
    "so many nights": ("ツアーは3泊4日、1人あたり5万2千円の設定だ。", {"5万2千円": None}),
    "what there is now and is done with": (
        "現在の校舎を市に売却し、新しい法人に市が2億円を出資する。",
        {"2億円": None},
    ),
    "a paper's day": ("4日のジャパン・タイムズによれば、残る6割は未開発だ。", {"6割": None}),
    "ever since": (
        "2021年2月に政変が起きて以来、衝突による死者は4000人に達している。2015年の開業以来、延べ80万人が利用した。昨年12月に開館してから、来館者は6万人を超えた。",
        {
            "4000人": "2021-02-01/2026-03-20",
            "80万人": "2015-01-01/2026-03-20",
            "6万人": "2025-12-01/2026-03-20",
        },
    ),
    "but not where it is the last time": (
        "優勝は2008年以来2度目で、賞金は500万円だった。死者が100人を超えたのは2005年以来だ。",
        {"500万円": None, "100人": None},
    ),
    "a day behind what is asked for at law": (
        "女性は会社を相手取り、慰謝料など400万円の支払いを求める訴訟を、3月10日付で横浜地裁に起こした。"
        "原告の男性は未払い賃金280万円の支払いを求め、昨年12月に同支部に提訴した。遺族は2200万円の支払いを求める訴訟を3月12日(現地時間)に起こした。",
        {"400万円": "2026-03-10", "280万円": "2025-12-01/2025-12-31", "2200万円": "2026-03-12"},
    ),
    "or the year of a budget": (
        "市は調査の費用1800万円を今年度予算に計上していた。国は2億円を2024年度補正予算に計上した。",
        {"1800万円": "2025-04-01/2026-03-31", "2億円": "2024-04-01/2025-03-31"},
    ),
    "hours later": (
        "17日午後3時ごろ、港で男児が見つかった。その約1時間後、約800メートル離れた浜で女性が見つかった。",
        {"約800メートル": "2026-03-17"},
    ),
    "through the night": (
        "14日夜から翌朝にかけて、首都で抗議のデモが行われ、2万人が参加した。",
        {"2万人": "2026-03-14/2026-03-15"},
    ),
    "from a month to a day": (
        "2月に入ってから3月15日までの累計の降雪量は平年の38%だった。",
        {"38%": "2026-02-01/2026-03-15"},
    ),
    "the day of what happened, and not of who told it": (
        "12日の暴動では少なくとも30人が死亡したという政府の発表を伝えた。公園の前には16日、約700人が集まって気勢を上げたと報じた。",
        {"少なくとも30人": "2026-03-12", "約700人": "2026-03-16"},
    ),
    "the day of a match, in brackets behind its name": (
        "準決勝(14日、横浜)で2本塁打を放った。公聴会(3月3日、首都)で、議員12人が反対した。中村製作所(5日上場)で、社員300人が働く。",
        {"2本塁打": "2026-03-14", "12人": "2026-03-03", "300人": None},
    ),
    "what is over and done": (
        "社長は3月末で退任し、後任の会長が株式の4割を持つ。2008年に独立し、その後5冊の本を書いた。選手は2012年に海外へ渡り、これまでに8か国で試合をした。",
        {"4割": None, "5冊": None, "8か国": None},
    ),
    "or no more than told of": (
        "8月14日に山口で試合が行われるなど、地方での試合は38試合を数える。この建物は1967年に建てられたもので、駅の南100メートルにある。1999年の初優勝を含む4度の優勝を果たした。",
        {"38試合": None, "100メートル": None, "4度": None},
    ),
    "when it was to have been": (
        "当初は昨年6月ごろの引き渡しを予定していたが、故障などで3回延期された。",
        {"3回": None},
    ),
    "whom it befell": (
        "先月28日に亡くなった作家は、生涯で60冊の小説を書いた。10日に亡くなった人は3人だった。",
        {"60冊": None, "3人": "2026-03-10"},
    ),
    "what is so already has no day to come": (
        "来月12日に開かれる大会には、すでに45チームが申し込んでいる。来月15日に開かれる大会には、30チームが出場する。",
        {"45チーム": None, "30チーム": "2026-04-15"},
    ),
    "then against now": (
        "2015年の調査では6割だったが、今回は4割に下がった。昨年は42試合が放送されていたので3割も減る。",
        {"6割": "2015-01-01/2015-12-31", "4割": None, "3割": None},
    ),
    "the most of a year": ("館林市では今年最高の38.2度を観測した。", {"38.2度": None}),
    "the day of what is told, and not that of telling": (
        "電力会社は15日、変電所で14日に火災があり、1200戸が停電したと発表した。市は18日、16日の大雨で住宅22棟が浸水したと明らかにした。"
        "保健所は17日、新たに患者9人を確認したと発表した。",
        {"1200戸": "2026-03-14", "22棟": "2026-03-16", "9人": None},
    ),
    "a day of the same year": (
        "女は2023年4月に店員となった。同年6月7日に店の金30万円を持ち出した。",
        {"30万円": "2023-06-07"},
    ),
    "months with their years": (
        "昨年の11月から今年の2月にかけて、空き巣が31件あった。2023年から2025年6月に同様の事故が9件あった。先月16日から25日に至るまで、18回の採決が行われた。",
        {
            "31件": "2025-11-01/2026-02-28",
            "9件": "2023-01-01/2025-06-30",
            "18回": "2026-02-16/2026-02-25",
        },
    ),
    "up to this time": ("2015年から今回までに、34人が家族と再会した。", {"34人": "2015-01-01/2026-03-20"}),
    "years past": ("過去10年間に同じような事故で200人が死亡している。", {"200人": "2016-03-20/2026-03-20"}),
    "a season that is named by two years": (
        "2024-25年度シーズンに勝ち点44点を挙げた。",
        {"44点": "2024-07-01/2025-06-30"},
    ),
    "a day of last year, told as gone": ("男は9月8日午後に財布2個を盗んだ。", {"2個": "2025-09-08"}),
    "whom, and then when": ("警察は会社員3人を検察庁に3月8日付で書類送検した。", {"3人": "2026-03-08"}),
}


@pytest.mark.parametrize("why", TIMES)
def test_when(why: str) -> None:
    text, wanted = TIMES[why]
    found = {
        claim.evidence.text: claim.time and "/".join(dict.fromkeys((str(claim.time.start), str(claim.time.end))))
        for claim in extract_text(text, published=TOLD)
        if claim.kind != "quote"
    }
    assert {figure: found.get(figure, "no claim") for figure in wanted} == wanted


def test_words_before_a_meeting_were_not_said_on_its_day() -> None:
    text = "森教授は、2025年5月9日の学長選を前に、同僚に「棄権してほしい」と持ち掛けた。"
    assert [claim.time for claim in extract_text(text, published=TOLD) if claim.kind == "quote"] == [None]


def test_a_year_of_two_figures_was_in_the_last_century() -> None:
    text = "98年にも同じ川で船が沈み、6人が死亡した。"
    (time,) = (claim.time for claim in extract_text(text, published=date(2006, 5, 1)) if claim.evidence.text == "6人")
    assert time is not None
    assert (str(time.start), str(time.end)) == ("1998-01-01", "1998-12-31")


def test_what_a_court_said_was_said_when_it_judged() -> None:
    text = "昨年11月の一審判決では、被告が2022年4月3日に住宅へ押し入ったとして、「責任は重い」と述べた。"
    (time,) = (claim.time for claim in extract_text(text, published=TOLD) if claim.kind == "quote")
    assert time is not None
    assert str(time.start) == "2025-11-01"


SAID: dict[str, tuple[str, str | None]] = {
    "how long it was": ("11日夕方まで余震は観測されず、気象台は「大きな揺れは続かない」と説明した。", None),
    "when something befell": ("店は2月3日に開いたばかりで、店主は「客が少ない」と話す。", None),
    "when it was said": ("町長は15日夕方、「畑が心配だ」と話した。", "2026-03-15"),
}


@pytest.mark.parametrize("why", SAID)
def test_when_it_was_said(why: str) -> None:
    text, wanted = SAID[why]
    (time,) = (claim.time for claim in extract_text(text, published=TOLD) if claim.kind == "quote")
    assert (str(time.start) if time is not None else None) == wanted
