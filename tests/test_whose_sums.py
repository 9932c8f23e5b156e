"""Whose a sum or a cut is: a new firm's capital, cuts of pay, the side of a deal, prices by land, what public money is put to."""

from __future__ import annotations

import pytest

from jijitsu.extract import extract_text

CASES: dict[str, tuple[str, dict[str, str]]] = {
    "the capital of a firm that two found": (
        "岬製鋼と東洋物産は、ベトナムに合弁会社を設立する。資本金は12億円で、岬製鋼が60%を出資する。",
        {"12億円": "other 合弁会社"},
    ),
    "by its name": (
        "岬市は第三セクター「みさき鉄道」を来年4月に設立する。資本金は3億円で、市が51%を出資する。",
        {"3億円": "other みさき鉄道"},
    ),
    "behind those who put money in": (
        "新会社は大和鉄鋼が51%、豪タスマン鉱業が49%を出資し、資本金は3億ドルとなる。",
        {"3億ドル": "other 新会社"},
    ),
    "the capital of an old firm": ("カガリ建設は1962年に設立。資本金は9000万円。", {"9000万円": "other カガリ建設"}),
    "each by office": (
        "報酬の減額期間は2カ月間で、議長と副議長が30%、その他の議員は10%をそれぞれカットする。",
        {"30%": "other 議長 down", "10%": "other 議員 down"},
    ),
    "of their own pay": (
        "市長は給料の50%、副市長は30%を半年間返上する。",
        {"50%": "other 市長 down", "30%": "other 副市長 down"},
    ),
    "as a punishment": ("市教委は教育長を減給10%(3カ月)の処分とした。", {"10%": "other 教育長 down"}),
    "whose pay a firm cuts": (
        "岬電機は14日、社長の報酬を50%、他の役員の報酬を20%削減すると発表した。",
        {"50%": "other 社長 down", "20%": "other 役員 down"},
    ),
    "no cut of pay": ("知事は報酬の見直しとともに、事業費を10%削減する方針だ。", {"10%": "cost 知事 down"}),
    "the side that offers": (
        "同社の村井社長は「回答は控える」と述べた。同紙によれば、買い手側は320億円を提示していたとみられる。",
        {"320億円": "other 買い手側"},
    ),
    "a club that offers pay": (
        "水島選手は今季10勝を挙げた。球団は来季の年俸として2億円を示したという。",
        {"2億円": "other 球団"},
    ),
    "who is paid": ("武田投手は昨年、球団と契約した。年俸は4500万円だった。", {"4500万円": "other 武田"}),
    "who pleads pays nothing": (
        "弁護側は、被告が被害者に200万円を支払ったと主張した。",
        {"200万円": "other 被告"},
    ),
    "prices by land": (
        "スマートフォン「ミント」が発表された。価格は北米で299ドル、中国で1999元。",
        {"299ドル": "commodity ミント", "1999元": "commodity ミント"},
    ),
    "what public money is put to": (
        "毎日新聞によると、15億円の公費がこの博覧会に投入された。",
        {"15億円": "cost 博覧会"},
    ),
    "no paper's": ("朝日新聞は、210億円の経費が「みさき2号」に投入されたという。", {"210億円": "cost みさき2号"}),
    "whose ministry puts it": ("防衛省は、34億円の予算を無人機の開発に投入する。", {"34億円": "other 防衛省"}),
    "who handed it over": (
        "米国の司法省は、実業家が大統領の側近に渡した120万ドルについて捜査している。",
        {"120万ドル": "other 実業家"},
    ),
    "somebody of a land": ("ケニアの農家は、1回の収穫で約400ドルを得ている。", {"約400ドル": "other 農家"}),
    "a house with a name in brackets": (
        "旅館「月の湯」は、露天風呂の改修に6000万円を投じた。",
        {"6000万円": "capex 月の湯"},
    ),
    "a fee in all": ("球場の年間賃料は3億5000万円だ。", {"3億5000万円": "other 球場"}),
    "a fee that each pays": ("受講料は3万円で、定員は40人。", {"3万円": "commodity 受講料"}),
    "a fine of whom no list knows": (
        "公正取引委員会は岬建設に課徴金2億3000万円の納付を命じた。",
        {"2億3000万円": "cost 岬建設"},
    ),
    "a tax claimed afterwards": (
        "税務署は男性に過少申告加算税を含む約1200万円を追徴課税した。",
        {"約1200万円": "cost 男性"},
    ),
    "what did it": ("港の閉鎖による損失は7億ユーロと見積もられた。", {"7億ユーロ": "loss 港の閉鎖"}),
    "the next who gets a prize": (
        "優勝した北浜ブレイズには賞金4000万円、準優勝の南台ウイングスにも2000万円が贈られた。",
        {"4000万円": "other 北浜ブレイズ", "2000万円": "other 南台ウイングス"},
    ),
    "what the payer puts elsewhere": (
        "町は、道路の補修に8000万円、橋の点検に2000万円を支払う。",
        {"8000万円": "other 町", "2000万円": "other 町"},
    ),
    "who asks, and who answers": (
        "組合の要求額1万5000円に対して、会社側は9000円と回答した。",
        {"1万5000円": "other 組合", "9000円": "other 会社側"},
    ),
    "who lives on it": (
        "取材に応じた元従業員の女性は、残業をしても手取りは18万円だったと話した。",
        {"18万円": "other 元従業員の女性"},
    ),
    "the thing that was put up": (
        "競売にかけられたのは、詩人が友人に送った手紙で、予想の3倍を超える54万ドルで落札された。",
        {"54万ドル": "commodity 手紙"},
    ),
    "all of them": ("上位3クラブを合わせた人件費は120億円に達する。", {"120億円": "cost 上位3クラブ"}),
    "what is charged by the piece": (
        "北浜病院は、検査費として1回あたり1300円を徴収していた。",
        {"1300円": "commodity 北浜病院"},
    ),
    "what a work costs by the piece": (
        "カガリの燃料費は1台当たり3万円増えた。",
        {"3万円": "cost カガリ up"},
    ),
    "given away by the piece, and earned by no share": (
        "カガリは、売り上げのうち1台あたり10ドルを基金に寄付する。",
        {"10ドル": "other カガリ"},
    ),
    "two are punished": (
        "球団は河西社長を減俸20%1カ月、寺坂常務を同じく10%1カ月とする処分を決めた。",
        {"20%": "other 河西 down", "10%": "other 寺坂 down"},
    ),
    "what a town has printed": ("市は防災の冊子を2万部印刷した。", {"2万部": "production 冊子"}),
    "works are no goods": ("映画会社は今年、8本の映画を製作した。", {"8本": "映画 映画"}),
    "a house of another land, by its name": (
        "韓国の芸能事務所スターナインは、公演の中止で80億ウォンの損失を出した。",
        {"80億ウォン": "loss スターナイン"},
    ),
    "no house": ("米国の長距離トラックは、1台で年間5万ドルの燃料を使う。", {"5万ドル": "other 米国"}),
    "a clock is no count": (
        "男は業者から腕時計1個(30万円相当)を受け取った。",
        {"30万円": "commodity 腕時計"},
    ),
    "what it is thought to need": ("県営住宅の再建には2億8000万円が見込まれる。", {"2億8000万円": "other 県営住宅"}),
    "the thing and not what is written on it": (
        "県警は「逃がすな」というキャッチフレーズを付けたポスターを5000枚製作した。",
        {"5000枚": "production ポスター"},
    ),
    "one of a row": ("3号機の建設費は5000億円に達した。", {"5000億円": "capex 3号機"}),
    "a prize by its place": (
        "1等賞金は3億円で、前後賞は5000万円。",
        {"3億円": "other 1等", "5000万円": "other 前後賞"},
    ),
    "what only a firm holds, whoever of its heads tells it": (
        "米工具大手のグラントンは9日、決算を公表した。エマ・リード最高執行責任者は、手元資金が14億ドルに細ったことを明らかにした。",
        {"14億ドル": "cash グラントン"},
    ),
    "the land whose growth was foreseen to be more": (
        "国際開発機構は、ケニアの今年の成長率を4.2%と、前回の4.6%から0.4ポイント引き下げた。",
        {"4.6%": "成長率 ケニア", "0.4ポイント": "成長率 ケニア down"},
    ),
    "what only an economy has, whatever broker spoke": (
        "岬証券のマルコ・ベリ氏は、景気は底堅いとみている。1月の鉱工業生産は4.8%増と、前月の7.8%増から鈍った。個人消費は0.4%伸びた。",
        {"4.8%": "production 鉱工業生産 up", "7.8%": "production 鉱工業生産 up", "0.4%": "割合 個人消費 up"},
    ),
    "but a firm's own shops are its": ("トヨタの2月の小売売上高は3%増えた。", {"3%": "revenue トヨタ自動車 up"}),
    "a surname with its reading": (
        "原告の寺川(てらかわ)稔さん(52)は、会社に約900万円の損害賠償を求めて訴えた。",
        {"約900万円": "other 寺川稔"},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_it_is_of(case: str) -> None:
    text, told = CASES[case]
    found: set[tuple[str, str]] = set()
    for claim in extract_text(text):
        if claim.value is not None:
            who = claim.subject.name if claim.subject else "nobody"
            found.add((claim.evidence.text, " ".join(filter(None, (claim.measure, who, claim.direction)))))
    assert set(told.items()) - found == set()
