"""When a figure held: what is compared with, what goes on to another figure, stretches, and what only describes a name."""

from __future__ import annotations

from datetime import date

import pytest

from jijitsu.extract import extract_text

TOLD = date(2026, 5, 15)
"""A Friday."""

WHEN: dict[str, tuple[str, dict[str, str | None]]] = {
    "so many times as now is a measure, and no day": (
        "オムロンは2028年度の売上高を現在の1.5倍の3000億円に引き上げる計画だ。工場は32年に現在の5億円から8億円に増額する。",
        {"3000億円": "2028-04-01/2029-03-31", "5億円": "2026-05-15"},
    ),
    "a year of the thirties, of what is to come": (
        "蓄電池の世界市場は30年に1兆円に拡大する見込みだ。オムロンは32年の量産開始を目指し、200億円を投じる。",
        {"1兆円": "2030-01-01/2030-12-31", "200億円": "2032-01-01/2032-12-31"},
    ),
    "but not so many years": (
        "オムロンは30年にわたり3億円を投じる計画だ。創業30年に5億円の記念配当を見込む。刑は30年に短縮され、7億円を返す予定だ。",
        {"3億円": None, "5億円": None, "7億円": None},
    ),
    "the same month of the year before is what the figure is compared with": (
        "去年12月の実質賃金は、前の年の同じ月より0.1%減りました。先月の売り上げは去年の同じ月を2.4%上回りました。",
        {"0.1%": "2025-12-01/2025-12-31", "2.4%": "2026-04-01/2026-04-30"},
    ),
    "unless it is told how much it was": (
        "去年12月の売り上げは32億円で、前の年の同じ月は35億円だった。",
        {"32億円": "2025-12-01/2025-12-31", "35億円": "2024-12-01/2024-12-31"},
    ),
    "and so it is in a sentence of its own": (
        "オムロンの売上高は4月に3億ドルを突破した。前年の同じ月は8500万ドルだった。",
        {"3億ドル": "2026-04-01/2026-04-30", "8500万ドル": "2025-04-01/2025-04-30"},
    ),
    "a month by which something will be done is to come": (
        "オムロンは3月までに31万台の販売を見込む。オムロンは4月末までに500人を削減すると発表した。社長は「2月までに3億円を投じる」と述べた。",
        {"31万台": "2027-03-31", "500人": "2027-04-30", "3億円": "2027-02-28"},
    ),
    "one by which it was done is past": (
        "オムロンは4月までに3万台を出荷した。オムロンは3月末までに500人を採用したと発表した。",
        {"3万台": "2026-04-30", "500人": "2026-03-31"},
    ),
    "a year behind the day of telling, with its months in brackets": (
        "調査会社は13日、2025年(1〜12月)の国内スマホ出荷台数が2810万台になったと発表した。",
        {"2810万台": "2025-01-01/2025-12-31"},
    ),
    "the month of what held it up": (
        "オムロンは3月末のサイバー攻撃による障害で出荷が滞り、売上高は5%減少した。",
        {"5%": None},
    ),
    "a day that a price is dearer than": (
        "日経平均株価は15日、前日終値より320円高い4万8200円で終えた。",
        {"320円": "2026-05-15", "4万8200円": "2026-05-15"},
    ),
    "the day before is the same one, however often it is named": (
        "雲仙製菓の株価は前日に3%下げた。前日の終値は1200円だった。",
        {"3%": "2026-05-14", "1200円": "2026-05-14"},
    ),
    "the day of the line that an agency heads its text with": (
        "［東京 14日 ロイター］ - 日経平均株価は3%上昇した。",
        {"3%": "2026-05-14"},
    ),
    "a word for it alone opens no session": ("株価はきのうより4.2%安い3911円だった。", {"4.2%": None, "3911円": None}),
    "but the day that the price is of does": ("きのうの株価は4.2%安い3911円だった。", {"3911円": "2026-05-14"}),
    "a year that a plan is smaller than": (
        "来年の漁獲枠はことしより5%少ない9万1000トンとする。",
        {"5%": "2027-01-01/2027-12-31", "9万1000トン": "2027-01-01/2027-12-31"},
    ),
    "a year that so many times are of": (
        "市は来年の来館者をことしの2倍の24万人と見込む。",
        {"2倍": "2027-01-01/2027-12-31", "24万人": "2027-01-01/2027-12-31"},
    ),
    "when a place was visited": ("先週訪ねた工場では、60人が皿を焼いていた。", {"60人": None}),
    "but not when its guests came": ("昨年訪れた観光客は3万人だった。", {"3万人": "2025-01-01/2025-12-31"}),
    "years in which so many were lost": (
        "町の世帯は10年間に1340世帯減り、3210世帯になった。",
        {"1340世帯": "2016-05-15/2026-05-15", "3210世帯": None},
    ),
    "a month from which a price holds": ("4月1日より会費を1200円とした。", {"1200円": "2026-04-01"}),
    "what it costs until then": (
        "同社は6月から定価を1200円から1350円に引き上げる。",
        {"1200円": None, "1350円": "2026-06-01/2026-06-30"},
    ),
    "a forecast that is changed is of the period": (
        "2027年3月期の純利益予想を200億円から230億円に引き上げた。",
        {"200億円": "2026-04-01/2027-03-31", "230億円": "2026-04-01/2027-03-31"},
    ),
    "months in a row are of the year that the first one names": (
        "販売は2024年10月が3万台、11月が4万台、12月は5万台、続く1月に6万台だった。",
        {
            "3万台": "2024-10-01/2024-10-31",
            "4万台": "2024-11-01/2024-11-30",
            "5万台": "2024-12-01/2024-12-31",
            "6万台": "2026-01-01/2026-01-31",
        },
    ),
    "a month that is over, though it would be nearer to come": (
        "販売は6月が3万台、7月が4万台だった。",
        {"3万台": "2025-06-01/2025-06-30", "4万台": "2025-07-01/2025-07-31"},
    ),
    "but not one of which somebody told": (
        "同社は7月が3万台になると述べた。",
        {"3万台": "2026-07-01/2026-07-31"},
    ),
    "a bracket is of the year that stands before it, and what it is the base of is not": (
        "利用者は、ピークの1991年度(43万8千人)の4分の1だ。",
        {"43万8千人": "1991-04-01/1992-03-31", "4分の1": None},
    ),
    "the same season of last year is what is compared with": ("利用者は去年の同じ時期を7%上回った。", {"7%": None}),
    "a year ago without a particle": (
        "搬送は1〜3月で412人(前年同期287人)だった。",
        {"412人": "2026-01-01/2026-03-31", "287人": "2025-01-01/2025-03-31"},
    ),
    "a day's sales are of no first of the month": ("店の1日の販売数は380個だ。", {"380個": None}),
    "a month to come": ("10月から月額料金を980円に値上げする。", {"980円": "2026-10-01/2026-10-31"}),
    "a month gone": ("10月から月額料金を980円に値上げしている。", {"980円": "2025-10-01/2025-10-31"}),
    "how much now of what was": ("従業員は10年前の6割に減った。", {"6割": None}),
    "how much then": ("従業員は10年前の600人から減った。", {"600人": "2016-01-01/2016-12-31"}),
    "the time before": ("15日の20年債入札の応札倍率は3.05倍で、前回の3.42倍を下回った。", {"3.42倍": None}),
    "a year that ends with a month": (
        "ことし3月までの1年間の決算は、最終利益が5兆300億円だった。",
        {"5兆300億円": "2025-04-01/2026-03-31"},
    ),
    "a quarter that ends with a month": (
        "4月までの3カ月間の売上高は52億ドルだった。",
        {"52億ドル": "2026-02-01/2026-04-30"},
    ),
    "two months with から": (
        "2005年9月から2006年8月までの1年間で売上高は4億円に達した。",
        {"4億円": "2005-09-01/2006-08-31"},
    ),
    "a day and a night": ("14日未明までの24時間に降った雨は183ミリに達した。", {"183ミリ": "2026-05-13/2026-05-14"}),
    "the day that a firm was founded": (
        "カガリ工業は1946年に創業し、社員は300人、年間売上高は50億円だ。同店は2001年に開業し、初年度は9万人が訪れた。",
        {"300人": None, "50億円": None, "9万人": "2001-01-01/2001-12-31"},
    ),
    "years in which so many are to go": (
        "カガリ工業は3年間で1500人を自然減で減らすとしている。カガリ工業は3年間で40人を採用した。",
        {"1500人": None, "40人": "2023-05-15/2026-05-15"},
    ),
    "how big it is at any time": (
        "16日、浜岳(標高2141メートル)で8人が遭難した。2月に見つかった直径45メートルの小惑星が近づく。",
        {"2141メートル": None, "45メートル": None, "8人": "2026-05-16"},
    ),
    "what there is each day": (
        "サイトは4月に始まり、1日の閲覧数は20万件、1日の再生回数は1億回だ。",
        {"20万件": None, "1億回": None},
    ),
    "a ticket for a day": ("運賃は初乗りが160円から170円、1日券が600円から700円に上がる。", {"700円": None}),
    "days behind an event": ("発売4日で350万台を売り上げた。", {"350万台": None}),
    "days up to now": ("この4日間で350万台を売り上げた。", {"350万台": "2026-05-12/2026-05-15"}),
    "how long a contract is": ("契約期間は3年間で、年間契約金は700万円。", {"700万円": None}),
    "each day": ("海外では1日に300件の電話をかけていた。", {"300件": None}),
    "the first of the month": ("1日に神戸市で300人が参加した。", {"300人": "2026-05-01"}),
    "the half-year before this one": ("上期の営業利益は210億円だった。", {"210億円": "2025-04-01/2025-09-30"}),
    "the half-year to come": ("上期の営業利益は210億円を見込む。", {"210億円": "2026-04-01/2026-09-30"}),
    "a clause that says which firm": ("イオンは昨秋、営業利益が4割減った不二越と提携した。", {"4割": None}),
    "a clause of its own": ("イオンは昨秋、営業利益が4割減った。", {"4割": "2025-09-01/2025-11-30"}),
    "a year that names a thing": ("2001年発売のウィンドウズの価格は2万5800円だった。", {"2万5800円": None}),
    "a year twice": ("2003年（平成15年）6月に440万円を受け取った。", {"440万円": "2003-06-01/2003-06-30"}),
    "a price that was": (
        "昨秋に800円だった株価は足元で2400円まで上昇した。",
        {"800円": "2025-09-01/2025-11-30", "2400円": None},
    ),
    "last Friday's close": ("先週末の終値は3200円だった。", {"3200円": "2026-05-08"}),
    "a heading that names the session": (
        "<15日前場の動いた株>\n\n■トヨタ自動車(7203) 続伸\n\n1410円高の4万1230円。",
        {"1410円": "2026-05-15", "4万1230円": "2026-05-15"},
    ),
    "a day behind the end of a month": ("3月末に開いた館の入館者が9日、10万人に達した。", {"10万人": "2026-05-09"}),
    "as of a day gone": ("台風は24日午前9時現在、風速49メートルだった。", {"49メートル": "2026-04-24"}),
    "every such day of the week": ("試合は、土曜日と祝日が各3試合だ。", {"3試合": None}),
    "one day of the week": ("土曜日に3試合を行った。", {"3試合": "2026-05-09"}),
    "months with から": ("2026年1月から4月までに5種類を売った。", {"5種類": "2026-01-01/2026-04-30"}),
    "a day that is looked back to": (
        "ビットコインは15日、10万1200ドルで取引されている。\n\n相場は15日、下落した。14日に一時10万4800ドルまで上げた。イーサリアムは3.1%安だ。",
        {"10万4800ドル": "2026-05-14", "3.1%": "2026-05-15"},
    ),
    "no morning": ("市は区分けされた5カ所を回った。", {"5カ所": None}),
    "what is planned for then": (
        "球団は今年秋に予定されるドラフト会議の準備のために3000万円を投じた。",
        {"3000万円": None},
    ),
    "what is planned itself": (
        "首相は10月に予定される消費税10%への引き上げを延ばした。",
        {"10%": "2025-10-01/2025-10-31"},
    ),
    "this morning": ("けさ、漁船14隻が出港した。", {"14隻": "2026-05-15"}),
    "a year of the thirties": ("30年までに年産能力を8000トンに引き上げる計画だ。", {"8000トン": "2030-12-31"}),
    "thirty years": ("30年までの契約で8000トンを納めた。", {"8000トン": None}),
    "how a thing is": ("15日、高速列車(8両編成)が脱線した。", {"8両": None}),
    "who was asked": ("今年4月の調査で、回答した512校のうち278校が賛成した。", {"512校": None}),
    "times as many as then": ("水揚げ量は、ことし、去年の1.6倍に増えた。", {"1.6倍": "2026-01-01/2026-12-31"}),
    "what it was and what it is": (
        "町の人口は1985年の1万4200人から8千人まで減った。",
        {"1万4200人": "1985-01-01/1985-12-31", "8千人": None},
    ),
    "the same day, not the year's last": (
        "イオンは15日、年内に株を取得すると発表した。12月末までに終える。同日の終値は2195円だった。",
        {"2195円": "2026-05-15"},
    ),
    "a part of a named year": (
        "2022年12月期第1四半期の営業損益は10億円の赤字(前期は32億円の赤字)だった。",
        {"10億円": "2022-01-01/2022-03-31", "32億円": "2021-01-01/2021-12-31"},
    ),
    "the second half ends the year": (
        "ミツバは下期(10~3月期)の営業利益を40億円と見込む。通期は90億円の見通し。",
        {"90億円": "2026-04-01/2027-03-31"},
    ),
    "months that are a quarter": (
        "ミツバの販売台数は、今年1~3月の第1四半期には38万台だった。",
        {"38万台": "2026-01-01/2026-03-31"},
    ),
    "a quarter that is only compared with": (
        "2026年第1四半期の納車台数は46万台で、2025年第4四半期比で4.2%増となった。",
        {"46万台": "2026-01-01/2026-03-31", "4.2%": "2026-01-01/2026-03-31"},
    ),
    "a year before without its quarter": ("販売台数は2025年同期比で16%減少した。", {"16%": None}),
    "a day more or less": ("休日1日増が響き、来店客数は6.1%増えた。", {"6.1%": None}),
    "a contract of that month": (
        "15日の債券市場で国債先物の中心限月である6月きりは43銭高の136円33銭だった。",
        {"43銭": "2026-05-15", "136円33銭": "2026-05-15"},
    ),
    "a price that is published": (
        "日銀が15日公表した午後5時時点の外国為替市況は1ドル=153円79銭だった。",
        {"153円79銭": "2026-05-15"},
    ),
    "past a peak": (
        "ビットコインは15日、昨年10月の最高値から半減し、6万3000ドルを下回った。",
        {"6万3000ドル": "2026-05-15"},
    ),
    "a sum up to now": ("還元を始めた2012年からの合計額は2000億ドルに達する。", {"2000億ドル": None}),
    "the year that it goes back to": (
        "1~3月期で営業赤字になるのは、4億円の営業赤字だった2009年度以来だ。",
        {"4億円": "2009-04-01/2010-03-31"},
    ),
    "told on a Friday": (
        "同社は前週末の取引終了後、7億円の自社株買いを実施すると発表した。",
        {"7億円": None},
    ),
    "the quarter of last year": (
        "これまでの最高だった去年第3四半期の売上高67兆ウォンを上回った。",
        {"67兆ウォン": "2025-07-01/2025-09-30"},
    ),
    "a bracket of the year before": (
        "1~3月期の売上高は前年同期(47億円)に比べ29%増の62億円だった。",
        {"47億円": "2025-01-01/2025-03-31", "62億円": "2026-01-01/2026-03-31"},
    ),
    "a record of another day": (
        "14日の米株式市場でダウ平均は1014ドル安だった。ダウ平均は13日に過去最大の上昇幅(2962ドル高)を記録した。\n\nナスダック総合指数は737ポイント安だった。",
        {"2962ドル": "2026-05-13", "737ポイント": "2026-05-14"},
    ),
    "months behind 決算": (
        "2026年6月期・第2四半期連結決算(2025年7~12月・累計)は、売上高が14%増の254億円となった。",
        {"254億円": "2025-07-01/2025-12-31"},
    ),
    "another firm's year": (
        "23日の米国株式市場でトヨタ自動車は通期の営業利益予想を5%増に据え置いた。コカ・コーラは通期の利益見通しを7%増に据え置いた。",
        {"5%": "2026-04-01/2027-03-31", "7%": "2026-01-01/2026-12-31"},
    ),
    "three years up to this": (
        "ソニーグループは今期までの3年間の設備投資額を7000億円とする。",
        {"7000億円": "2024-04-01/2027-03-31"},
    ),
    "a clause that tells which firm by its year": (
        "今期の出店計画が過去最高となるファミリーマートは、営業利益が81億円だった。",
        {"81億円": None},
    ),
    "the same within a sentence": (
        "通期の業績予想を修正した。売上高予想を751億円(前期比4.5%増)、営業利益予想を270億円(同0.3%増)に引き下げた。",
        {"751億円": None, "270億円": None},
    ),
    "half a year's dividend of a year": (
        "今期は増益の見通しだ。中間配当は25円(前年同期は20円)とする。",
        {"20円": None},
    ),
    "a year ago, of a quarter": (
        "ミツバの今年1~3月の決算では、営業損益が1年前の44億円の赤字から5億円の黒字へ転換した。",
        {"44億円": "2025-01-01/2025-03-31", "5億円": "2026-01-01/2026-03-31"},
    ),
    "over the month": (
        "14日の米株式市場でダウ平均は反落した。月間では3.2%高だった。",
        {"3.2%": "2026-05-01/2026-05-14"},
    ),
    "issues that rose": (
        "14日の東京株式市場は大幅に続落した。プライム上場銘柄の9割超が値下がりした。",
        {"9割超": "2026-05-14"},
    ),
    "the same day is none to come, where all is over": (
        "カガリ工業は14日、新料金を発表した。来月1日から適用する。同日の東京株式市場で株価は3%高で終えた。",
        {"3%": "2026-05-14"},
    ),
    "nor the day of what was announced": (
        "カガリ工業は14日、20日に新型車を発売すると発表した。この日の株価は2%高だった。",
        {"2%": "2026-05-14"},
    ),
    "a clause that tells whose it is": (
        "昨年初めて首位に立った米国向けの売上高は3億フランだ。3月に値上げした即席麺は売り上げが4%減った。",
        {"3億フラン": None, "4%": None},
    ),
    "but the year in which money was raised": ("昨年調達した資金は20億円だった。", {"20億円": "2025-01-01/2025-12-31"}),
    "a plan of a month": ("純利益は4月公表の予想(96億円)を上回る。", {"96億円": None}),
    "when a firm was founded": ("1934年の創業で、世界で9%のシェアを持つ。", {"9%": None}),
}


@pytest.mark.parametrize("why", WHEN)
def test_when(why: str) -> None:
    text, wanted = WHEN[why]
    claims = {claim.evidence.text: claim.time for claim in extract_text(text, TOLD) if claim.value is not None}
    for evidence, days in wanted.items():
        time = claims[evidence]
        if days is None:
            assert time is None, (evidence, time)
        else:
            first, _, last = days.partition("/")
            assert time is not None, evidence
            assert (str(time.start), str(time.end)) == (first, last or first), evidence


SAID: dict[str, tuple[str, str | None]] = {
    "a day to come": ("弁護側は20日に異議を申し立てるとしている。", None),
    "another day behind what was said": ("林社長は13日、「急がない」と語り、14日の会議で投資を決めた。", "2026-05-13"),
    "the day right behind": ("林社長は12日に起きた事故について「人為的なミスだ」と14日に公表した。", "2026-05-14"),
    "after the close": ("カガリ工業は14日の取引終了後、減益になると発表した。", "2026-05-14"),
    "what another did before": (
        "A国は12日に延期を発表しており、外交筋によると「天気も考慮したのではないか」という。",
        None,
    ),
    "the month of a report": (
        "山岡教授のグループは4月に発表した論文で、昆布の2割が分解されると見積もった。",
        "2026-04-01",
    ),
    "the day of one": ("岬銀行は8日に公表した報告書で、来期は増益になると予想した。", "2026-05-08"),
    "the month of a meeting": ("岬社長は今月の説明会で、年内に黒字に戻ると強調した。", "2026-05-01"),
    "the week in which one spoke": ("岬社長は先週、値上げはしないと話した。", "2026-05-04"),
    "a year to come is what was said": ("岬社長は来年、値上げはしないと話した。", None),
    "a month of what is told": ("岬社長は4月の売上高が5%伸びたと話した。", None),
}


@pytest.mark.parametrize("why", SAID)
def test_when_it_was_said(why: str) -> None:
    text, wanted = SAID[why]
    time = next(claim.time for claim in extract_text(text, TOLD) if claim.kind == "quote")
    assert (str(time.start) if time is not None else None) == wanted


DUE = {
    "what is to be reached": ("同社は2028年までに年間100万台を生産する。", "forecast"),
    "what is done": ("同社は2026年4月までに年間100万台を生産した。", "asserted"),
    "what is done by a day to come": ("同社は年末までに100万台を生産している。", "asserted"),
    "what must be, is": ("同社は100万台を回収しなければいけなかった。", "asserted"),
    "what was done where it is planned": ("トヨタ自動車は昨年100万台を売った北米で販売を増やす計画だ。", "asserted"),
    "but not what a plan was of": ("トヨタ自動車は100万台を見込んだ計画を見直す予定だ。", "forecast"),
    "what there is now": ("同社は現在100万台の生産を年内に2割増やす計画だ。", "asserted"),
    "but not where it starts from": ("トヨタ自動車は生産を100万台から130万台に増やす計画だ。", "asserted"),
    "nor that it was planned before": ("トヨタ自動車は計画を100万台から130万台に引き上げる予定だ。", "forecast"),
    "without a deadline": ("同社は2028年に年間100万台を生産する。", "asserted"),
}


@pytest.mark.parametrize("why", DUE)
def test_what_is_due_is_a_target(why: str) -> None:
    text, wanted = DUE[why]
    assert [c.modality for c in extract_text(text, TOLD) if c.evidence.text.endswith("100万台")] == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("係員は、5日の調べで、窓を3回たたいた。", "2026-05-05"), ("店は5日に3回鐘を鳴らす予定だ。", "2026-06-05")],
)
def test_a_bare_day_is_gone_unless_it_is_to_come(text: str, wanted: str) -> None:
    found = [c.time for c in extract_text(text, date(2026, 5, 26)) if c.evidence.text == "3回"]
    assert [str(time.start) for time in found if time is not None] == [wanted]


NOT_OF_THEN = {
    "to the end of a month": ("昨年4月から今年2月末までに236人がけがをした。", "236人", ("2025-04-01", "2026-02-28")),
    "held against a survey": ("内閣支持率は前回1月調査から3ポイント上がって55%となった。", "3ポイント", None),
    "nor a census years ago": ("人口は1億2305万人で、5年前の前回調査から309万人減った。", "309万人", None),
    "nor the year that somebody began": ("早見響子さんは2019年にデビューし、著作は8冊を数える。", "8冊", None),
    "by a month that is over": ("2月末までに142件が確認されています。", "142件", ("2026-02-28", "2026-02-28")),
    "by one to come": ("7月末までに200戸を建てる。", "200戸", ("2026-07-31", "2026-07-31")),
    "as of a day of this month": ("人口は1日現在、21万4508人だ。", "21万4508人", ("2026-05-01", "2026-05-01")),
    "or of the last": ("人口は28日現在、21万4508人だ。", "21万4508人", ("2026-04-28", "2026-04-28")),
    "nor is what it is now of then": ("内閣支持率は前回1月調査から3ポイント上がって55%となった。", "55%", None),
}  # fmt: skip


@pytest.mark.parametrize("why", NOT_OF_THEN)
def test_what_a_date_is_not_of(why: str) -> None:
    text, figure, wanted = NOT_OF_THEN[why]
    found = [c.time for c in extract_text(text, date(2026, 5, 26)) if c.evidence.text == figure]
    assert [time and (str(time.start), str(time.end)) for time in found] == [wanted]
