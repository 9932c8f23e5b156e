"""How firmly a figure is said: charges, what a paper passes on, plans of several clauses, words that only look like doubt."""

from __future__ import annotations

from datetime import date

import pytest

from jijitsu.extract import extract_text

TOLD = date(2026, 5, 15)

FIRM: dict[str, tuple[str, dict[str, str]]] = {
    "what somebody is suspected of, in all its clauses": (
        "青木容疑者は偽の請求書を作り、取引先から計1200万円を振り込ませ、うち300万円を競馬に使った疑いが持たれている。",
        {"1200万円": "reported", "300万円": "reported"},
    ),
    "what somebody is tried for": (
        "岡田被告は顧客7人から計2億円を集め、返さなかった罪に問われている。",
        {"7人": "reported", "2億円": "reported"},
    ),
    "what somebody is seized for": (
        "府警は19日、女性3人から指輪など計12点をだまし取ったとして、住所不定の男を逮捕した。",
        {"3人": "reported", "12点": "reported"},
    ),
    "a cut of which somebody made an end": (
        "同社は全従業員の7%の削減を終えた。",
        {"7%": "asserted"},
    ),
    "but not those who are seized": (
        "警視庁は男3人を詐欺の疑いで逮捕し、2人を書類送検した。県警は元社長ら4人を、補助金をだまし取ったとして逮捕した。",
        {"3人": "asserted", "2人": "asserted", "4人": "asserted"},
    ),
    "nor what is done to honour somebody": (
        "市は、大会に貢献したとして選手12人を表彰した。",
        {"12人": "asserted"},
    ),
    "nor what stands in a clause on others": (
        "トラックが衝突して4人が死亡し、運転手の男は酒に酔っていた疑いがある。",
        {"4人": "asserted"},
    ),
    "all that a paper passes on, in its brackets too": (
        "大和通信は、死者が120人を超え、4000人が家を失ったと伝えた。中央新聞は、乗客47人（男性30人、女性17人）が運ばれたと報じた。",
        {"120人": "reported", "4000人": "reported", "47人": "reported", "30人": "reported", "17人": "reported"},
    ),
    "but not what stands before the paper": (
        "オムロンの株価は3%下落し、大和通信は買収が破談になったと報じた。",
        {"3%": "asserted"},
    ),
    "a plan of several clauses, told as somebody's": (
        "町は道路を直し、3億円をかけて橋を渡し、200人を雇う方針を固めた。村は高さ90メートルの塔を建て、年に5万人を集めることを目指すとしている。",
        {"3億円": "forecast", "200人": "forecast", "90メートル": "forecast", "5万人": "forecast"},
    ),
    "and not what was done before": (
        "オムロンは昨年2億円を投じて倉庫を建て、今年は6億円で工場を広げる計画だ。",
        {"2億円": "asserted", "6億円": "forecast"},
    ),
    "nor what the plan rests on": (
        "オムロンは債務52億円の大半を返したとして、来月にも再建の手続きを終える予定だ。",
        {"52億円": "asserted"},
    ),
    "what will be paid, by the word of who will pay": (
        "市長らは、遺族に1人500万円の見舞金を支払うと明らかにした。国は、島に毛布4万枚を配ると発表した。",
        {"500万円": "forecast", "4万枚": "forecast"},
    ),
    "what it is now": (
        "県によると、窓口は現在の40カ所から25カ所に減る。村は職員を現在の30人から20人に減らす計画だ。",
        {"40カ所": "reported", "25カ所": "reported", "30人": "asserted", "20人": "forecast"},
    ),
    "a cost that has been raised": (
        "橋の総工費は30億円から45億円に増額した。",
        {"30億円": "asserted", "45億円": "asserted"},
    ),
    "what somebody has reckoned": (
        "山口教授の試算の結果では、損害は年間8億円に上るという。",
        {"8億円": "estimated"},
    ),
    "what may be": (
        "損失は40億円に達し得る。被害は3億円に上りうる。",
        {"40億円": "conditional", "3億円": "conditional"},
    ),
    "what is so, in front of what is planned": (
        "投資額は40億円で、2028年の稼働を目指す。定員は120人で、来春に開校する予定だ。",
        {"40億円": "asserted", "120人": "asserted"},
    ),
    "but profits and sales are foreseen together": (
        "売上高は20億円で、純利益は2億円となる見通しだ。",
        {"20億円": "forecast", "2億円": "forecast"},
    ),
    "how many wares are taken back": (
        "カワセ自動車は軽自動車8万2000台をリコール（回収・無償修理）すると届け出た。店は、菓子3万個を自主回収すると発表した。",
        {"8万2000台": "reported", "3万個": "reported"},
    ),
    "how much of a target has come": (
        "1〜8月の販売は26万台と、通年目標（55万台）の47%にとどまる。申し込みは当初見込みの3倍に達した。成長率は市場予想の4.8%を上回った。",
        {"55万台": "forecast", "47%": "asserted", "3倍": "asserted", "4.8%": "forecast"},
    ),
    "what missed a plan by so many": (
        "入院患者は1日平均241人で、計画を34人下回った。",
        {"241人": "asserted", "34人": "asserted"},
    ),
    "what is guessed": (
        "移籍金は推定12億円だった。推定年俸は8000万円。死亡推定時刻は午前3時で、首に2カ所の傷があった。",
        {"12億円": "estimated", "8000万円": "estimated", "2カ所": "asserted"},
    ),
    "what is foreseen by a word from abroad": (
        "会社は7〜9月期の納車を8万台とするガイダンスを示した。",
        {"8万台": "forecast"},
    ),
    "a share of the staff that will go": (
        "カワセ社は従業員の8%に当たる1200人を削減する。昨年は従業員の5%を削減した。",
        {"8%": "forecast", "1200人": "forecast", "5%": "asserted"},
    ),
    "what can be seen is no outlook": (
        "現場は見通しのよい直線で、信号は50メートル先にある。カワセ社の予想PERは19.4倍だ。",
        {"50メートル": "asserted", "19.4倍": "asserted"},
    ),
    "what somebody says that they will do": (
        "市は体育館の補修に総額2億7000万円をかけ、屋根を張り替えるとしている。バス会社は残る6路線も運行をやめると発表した。",
        {"2億7000万円": "forecast", "6路線": "forecast"},
    ),
    "but not what they say there is, what is done every day, and what led to it": (
        "町は、空き店舗が140軒あるとしている。工場は毎日3万個を作っていると説明した。県は、去年8人が死亡した交差点に信号機を置くとしている。",
        {"140軒": "reported", "3万個": "reported", "8人": "reported"},
    ),
    "what those who are asked are told to have said, and what others are told to have announced": (
        "約4割が移住を考えていると山陽新聞は報じている。地元局は、少なくとも26人が行方不明になったとする知事の発表を伝えた。"
        "この施設では介護士が15人足りていないと指摘されている。",
        {"約4割": "reported", "少なくとも26人": "reported", "15人": "reported"},
    ),
    "what several papers tell, and what is witnessed": (
        "爆発は少なくとも5回に及んだと、AFP、東西新聞などが伝えている。逃れた住民の証言では、900人以上が死亡している。",
        {"少なくとも5回": "reported", "900人以上": "reported"},
    ),
    "but not those who tell": (
        "記者30人が現地から様子を伝えた。",
        {"30人": "asserted"},
    ),
    "what a court finds, what is looked into, and what a case is about": (
        "判決は、被告が偽の契約で会社から700万円を受け取ったとして、懲役3年を言い渡した。元理事は、代理人に6億円を送金したことについて捜査を受けている。"
        "この事件は、元店員が売上金1300万円を着服した、というもの。",
        {"700万円": "reported", "6億円": "reported", "1300万円": "reported"},
    ),
    "what it may be, by common talk": (
        "約700億円ともいわれる総工費を国と県が分ける。3億トンともいわれるガス田の開発を2社が目指す。",
        {"約700億円": "reported", "3億トン": "reported"},
    ),
    "what somebody means to do": (
        "社長は新工場に80億円を投じる意向だ。市は団地260戸を建て替える構想を発表した。国が半分を持ち、県が5億円を出す案が浮上している。",
        {"80億円": "forecast", "260戸": "forecast", "5億円": "forecast"},
    ),
    "a share that is there, whatever may come": (
        "売上高の6割を占める主力の店を閉じることで、上場を保てなくなる可能性がある。損失は売上高の1割を占める見込みだ。",
        {"6割": "asserted", "1割": "forecast"},
    ),
    "what somebody puts at so much": (
        "環境団体は、密漁で貝がおよそ6割減ったと見積もっている。",
        {"およそ6割": "estimated"},
    ),
    "how many there are by now, in front of what is planned": (
        "店舗は3月末時点で24店となり、年内に30店に増やす計画だ。募金は10日現在で350万円に上り、月末に締め切る予定だ。",
        {"24店": "asserted", "30店": "forecast", "350万円": "asserted"},
    ),
    "what it was, and will be passed": (
        "今年の件数は、過去最少だった2021年の471件を下回る見通しだ。来場者は昨年の5万人を超える見込みだ。応募者は今年8万人を超える見込みだ。",
        {"471件": "asserted", "5万人": "asserted", "8万人": "forecast"},
    ),
    "where something is foreseen": (
        "台風の通過が予想される島では、住民37万人が避難した。予想される雨量は150ミリだ。",
        {"37万人": "asserted", "150ミリ": "forecast"},
    ),
    "what there is, by the word of who knows": (
        "調査団は柱の穴が42基存在するとした。団体は、毎週300食を配ると説明した。会社は、事故で亡くなった5人の遺族に見舞金を渡すと発表した。",
        {"42基": "reported", "300食": "reported", "5人": "reported"},
    ),
    "what there is already of what is to grow or shrink": (
        "独家具のモルダは国内に14カ所ある店を26年度末に20カ所へ広げる計画だ。社員640人のうち90人が職を失う見通しだ。",
        {"14カ所": "asserted", "20カ所": "forecast", "640人": "asserted", "90人": "forecast"},
    ),
    "but not those that are yet to come": (
        "同社は新たに開く24店のうち7店を駅前に置く計画だ。客は2万人いる可能性がある。",
        {"24店": "forecast", "7店": "forecast", "2万人": "conditional"},
    ),
    "a forecast that is revised, and what it was": (
        "アジア開発銀行は7日の報告で、ベトナムの今年の成長率を6.7%と、前回の7.0%から引き下げた。岬商事はすずの予想を上方修正し、7月末に1トン=4万4000ドルとした。",
        {"6.7%": "forecast", "7.0%": "forecast", "4万4000ドル": "forecast"},
    ),
    "but neither a rate that is set nor one that fell": (
        "ペルー中銀は政策金利を4.1%と、先月の4.35%から引き下げた。物価の上昇率は1.9%と前の月の2.2%から鈍った。",
        {"4.1%": "asserted", "4.35%": "asserted", "1.9%": "asserted", "2.2%": "asserted"},
    ),
    "what came of a goal that is told before": (
        "トヨタの今年の出荷目標は48万台で、1〜2月は5万3000台にとどまる。",
        {"48万台": "forecast", "5万3000台": "asserted"},
    ),
    "what looks so is no hearsay": ("投票率は前回の52%を下回りそうだ。", {"52%": "asserted"}),
    "and words that only look so": (
        "うるま市では12人が避難している。オムロンは年間5億円の利益を得る。",
        {"12人": "asserted", "5億円": "asserted"},
    ),
    "what those who were asked think": (
        "理由は「将来を考えるのがつらい」が43.2%、「手取りが減った」が31%だった。",
        {"43.2%": "asserted", "31%": "asserted"},
    ),
}


@pytest.mark.parametrize("case", FIRM)
def test_how_firm(case: str) -> None:
    text, wanted = FIRM[case]
    found = {
        claim.evidence.text.rstrip("超"): claim.modality
        for claim in extract_text(text, published=TOLD)
        if claim.kind != "quote"
    }
    assert {figure: found.get(figure) for figure in wanted} == wanted


SUSPECTED: dict[str, tuple[str, str]] = {
    "what somebody is suspected to have said": (
        "男は昨年5月、女性に「写真をばらまく」と言い、現金40万円を脅し取った疑いが持たれている。",
        "reported",
    ),
    "what somebody is tried for": ("被告は同僚に「黙っていろ」と命じ、帳簿を燃やさせた罪に問われている。", "reported"),
    "but not what they say now": (
        "男は「知らない」と話しているが、県警は現金を盗んだ疑いがあるとみている。",
        "asserted",
    ),
    "nor what another says": ("社長は「遺憾だ」と語り、県警は社員を横領した疑いで逮捕した。", "asserted"),
}


@pytest.mark.parametrize("case", SUSPECTED)
def test_how_firm_is_what_was_said(case: str) -> None:
    text, wanted = SUSPECTED[case]
    assert [claim.modality for claim in extract_text(text, published=TOLD) if claim.kind == "quote"][:1] == [wanted]
