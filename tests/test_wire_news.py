"""Company and market news of the wire: whose a figure is, when it held, what it is compared with. Each rule has its counterexample."""

from __future__ import annotations

from datetime import date

import pytest

from jijitsu.extract import extract_text
from jijitsu.schemas.claim import Claim

TOLD = date(2026, 5, 13)


def figures(text: str) -> dict[str, Claim]:
    """The claims of a text that have a value, by their evidence."""
    return {c.evidence.text: c for c in extract_text(text, TOLD) if c.value is not None}


OWNERS = {
    "who pulls at an index does not own its points": (
        "ダウ工業株30種平均は4万7825ドル10セントで終えた。アップルが下落し、指数を約45ドル押し下げた。",
        {"約45ドル": "ダウ工業株30種平均"},
    ),
    "a rival that a paragraph turns to is its topic": (
        "ニデックは増益だった。\n一方、競合のカガリ電機は通期予想を240億円に引き下げた。減損損失62億円を計上する。",
        {"62億円": "カガリ電機"},
    ),
    "a change lies near no level": (
        "ユーロは1ユーロ=182円台を付けた。\n金先物は続伸した。12月物は前日比185円高で終えた。",
        {"185円": "金"},
    ),
    "a house that a firm belongs to in name is no topic": (
        "ENEOS系の石油会社、ガス田の権益を取得\n\n東洋石油開発は8日、ガス田の権益を8億ドルで取得すると発表した。",
        {"8億ドル": "東洋石油開発"},
    ),
    "who announces with money behind it is a firm": (
        "サクラ珈琲は8日、ベトナムの工場を8億円で取得すると発表した。",
        {"8億円": "サクラ珈琲"},
    ),
    "but no body or office is": (
        "福岡管区気象台は8日、大雨の被害が8億円に上ったと発表した。",
        {"8億円": "大雨"},
    ),
    "who speaks for a firm spends its money": (
        "アルタイルAIの純利益は3億円だった。リー・マーカス氏は「今年だけで700億ドルを投じる」と説明した。",
        {"700億ドル": "アルタイルAI"},
    ),
    "a broker where ratings are set is nobody's topic": (
        "カガリ産業は続落した。大和証券では投資判断を下げ、目標株価も520円から400円に引き下げている。",
        {"520円": "カガリ産業", "400円": "カガリ産業"},
    ),
    "turnover is of the section that its part is headed with": (
        "【プライム】出来高は19億8421万株。\n【スタンダード】スタンダードTOP20は小幅高。出来高4億2110万株。",
        {"19億8421万株": "東証プライム", "4億2110万株": "東証スタンダード"},
    ),
    "what is put into a firm values that firm": (
        "カナデ産業は米新興ノーススター・ラボに30億ドルを出資した。評価額は約250億ドルとなる。",
        {"30億ドル": "カナデ産業", "約250億ドル": "ノーススター・ラボ"},
    ),
    "but who takes part in a round is not valued": (
        "カガリ工業は20億円を調達した。トヨタ自動車も出資した。評価額は500億円となる。",
        {"500億円": "カガリ工業"},
    ),
    "who goes public is what the next sentence is about": (
        "ソフトバンク系PayPay、米国で上場\n\nPayPayが12日、米ナスダック市場に上場した。初値は19ドルだった。",
        {"19ドル": "PayPay"},
    ),
    "what a bidder would pay for a share is the target's price": (
        "ニデックは牧野フライス製作所へのTOBを撤回した。ニデックは1株1万1000円で完全子会社化を目指していた。",
        {"1万1000円": "牧野フライス製作所"},
    ),
    "a name that another begins with is none in it": (
        "中京セラミクスは増益だった。中京セラの有利子負債は980億円だ。",
        {"980億円": "中京セラミクス"},
    ),
    "the firm of a flash, not the index that it lifts": (
        "▲ナイキ（NKE）　3.4％高でダウの上昇をけん引。2026年通期の1株利益の見通しを17.75ドルに引き上げました。",
        {"3.4％": "Nike", "17.75ドル": "Nike"},
    ),
    "goods in brackets cost what stands behind them": (
        "コメの平均価格は4000円だった。このうち「ブレンド米」は前の週より52円安い3486円、「銘柄米」は31円安い4127円でした。",
        {"52円": "ブレンド米", "3486円": "ブレンド米", "31円": "銘柄米", "4127円": "銘柄米"},
    ),
    "where somebody spoke employs nobody": (
        "カガリ電機は増益だった。決算会見で最高財務責任者の南出孝則氏は「原材料費の上昇は年間で110億円になる」と述べた。",
        {"110億円": "カガリ電機"},
    ),
    "whose fiscal year it is is a firm, everyday word or not": (
        "日産の26年3月期の最終損益は5331億円の赤字だった。",
        {"5331億円": "日産自動車"},
    ),
    "what several firms have together": (
        "カガリ電機は増益だった。株の売却益が3社で計4200億円に上った。",
        {"4200億円": "3社"},
    ),
    "who only tells of sums owes none": (
        "市内の倒産は13件だった。担当者は「厳しい」とみている。負債総額は9億8000万円。",
        {"9億8000万円": "負債総額"},
    ),
    "a broker is not 同社": (
        "ニデックは増益だった。野村証券は同社の目標株価を3000円から2600円に引き下げた。",
        {"3000円": "ニデック", "2600円": "ニデック"},
    ),
    "how peers fared changes no topic": (
        "エヌビディアは増収だった。ブロードコムは3.2%、マイクロンは3.1%それぞれ下げた。売上高の見通しは780億ドルだ。",
        {"3.2%": "Broadcom", "780億ドル": "NVIDIA"},
    ),
    "but one other firm does": (
        "エヌビディアは増収だった。ブロードコムの売上高は3%増えた。純利益は78億ドルだ。",
        {"78億ドル": "Broadcom"},
    ),
    "a list that one deals with is no topic": (
        "ブロードコムは増収だった。グーグルやメタなど6社と取引がある。売上高は220億ドルを見込む。",
        {"220億ドル": "Broadcom"},
    ),
    "nor is who joins in": (
        "カガリ工業は20億円を調達した。トヨタ自動車も出資した。売上高は5億円だった。",
        {"5億円": "カガリ工業"},
    ),
    "a firm named behind the topic's own figures is no topic": (
        "NTTは増益だった。27年3月期は純利益が1兆400億円、KDDIの営業利益は9440億円を見込む。配当は5円とする。",
        {"1兆400億円": "NTT", "9440億円": "KDDI", "5円": "NTT"},
    ),
    "who holds shares owns the share": (
        "仏ルノーは日産株の約36%を保有する。",
        {"約36%": "Renault"},
    ),
    "a person too": ("スペースXは上場する。山野太郎氏はスペースX株の42%を保有する。", {"42%": "山野太郎"}),
    "and so does the state": ("NTTは増益だった。政府はNTT株の3割を保有する。", {"3割": "政府"}),
    "a house that estimates owns no estimate": (
        "サムスン電子は増益だった。LSEGスマートエスティメートの42兆ウォンを上回った。",
        {"42兆ウォン": "Samsung Electronics"},
    ),
    "consensus in a bracket is of the firm": (
        "キーエンスの純利益は1074億円で、QUICKコンセンサス（1051億円）を上回った。",
        {"1051億円": "キーエンス"},
    ),
    "funds own their flows": (
        "米国に上場するビットコイン現物ETFからは21億ドルが純流出した。",
        {"21億ドル": "ビットコイン現物ETF"},
    ),
    "a fund in brackets owns its price": (
        "「世界株式オープン」には1兆円が流入した。基準価額は3万6402円だった。",
        {"3万6402円": "世界株式オープン"},
    ),
    "an index by its provider": ("S&P北米ソフトウエア指数は15%下げた。", {"15%": "S&P北米ソフトウエア指数"}),
    "lands before names written in kanji": ("台湾鴻海の売上高は10億円だった。", {"10億円": "Foxconn"}),
    "who pays is not who gets": (
        "パラマウントはネットフリックスに28億ドルの違約金を支払う。",
        {"28億ドル": "Paramount"},
    ),
    "東証プライム has a market value": (
        "日経平均株価は5万円だった。東証プライムの時価総額は1297兆円と最高を更新した。",
        {"1297兆円": "東証プライム"},
    ),
    "falls of an index by its name": (
        "スリーエムの株は7%安だった。ダウ工業株30種平均の下げ幅は870ドルだった。",
        {"870ドル": "ダウ工業株30種平均"},
    ),
    "another's thing that it acts upon": (
        "米AMDは投資すると発表した。英国政府は同社の投資に合わせ、3億ポンドの補助金を拠出する。",
        {"3億ポンド": "英国政府"},
    ),
    "who buys into the topic is no topic": (
        "コアウィーブは増収だった。エヌビディアはコアウィーブ株を1株87ドルで取得した。株価は11%下落した。",
        {"87ドル": "CoreWeave", "11%": "CoreWeave"},
    ),
    "a clause with a が of its own describes the name behind": (
        "ブラックロックは、時価総額が510億ポンドに達した英ナショナル・グリッドの株式を手放した。",
        {"510億ポンド": "ナショナル・グリッド"},
    ),
    "so does one with を": (
        "LGエナジーソリューションは8日、4万2200台を納車した米新興メーカー、リビアンに電池を供給すると発表した。",
        {"4万2200台": "Rivian"},
    ),
    "what the topic itself did is its own": (
        "テスラは41万台を納車したが、リビアンは1万台にとどまった。",
        {"41万台": "Tesla", "1万台": "Rivian"},
    ),
    "a rank is a company's": ("レノボの出荷は1650万台だった。2位のHPは1210万台だった。", {"1210万台": "HP"}),
    "a rate by its own noun": (
        "長期金利は2.2%だった。銀行は短期プライムレートを年2.125%で維持する。",
        {"2.125%": "短期プライムレート"},
    ),
}


@pytest.mark.parametrize("case", OWNERS)
def test_whose_it_is(case: str) -> None:
    text, wanted = OWNERS[case]
    found = figures(text)
    names = {at: found[at].subject for at in wanted if at in found}
    assert {at: subject.name if subject else None for at, subject in names.items()} == wanted


TIMES = {
    "a quarter by the company's year": (
        "トヨタ自動車の第3四半期の純利益は8000億円だった。",
        "8000億円",
        "2025-10-01/2025-12-31",
    ),
    "and by the calendar's abroad": (
        "バンカメの第1・四半期の純利益は86億ドルだった。",
        "86億ドル",
        "2026-01-01/2026-03-31",
    ),
    "a run that names two years": (
        "エヌビディアの2025年11月〜26年1月期の売上高は681億ドルだった。",
        "681億ドル",
        "2025-11-01/2026-01-31",
    ),
    "two digits behind の": ("鴻海の25年の売上高は8兆円だった。", "8兆円", "2025-01-01/2025-12-31"),
    "a year's whole": ("パランティアの26年通期の売上高見通しは72億ドルだ。", "72億ドル", "2026-01-01/2026-12-31"),
    "what is to come has no such stretch": ("AMDは今後5年間で25億ドルを投じる。", "25億ドル", None),
    "what was done has": ("AMDはこの5年間で25億ドルを投資した。", "25億ドル", "2021-05-13/2026-05-13"),
    "the year that a rise began from": ("アマゾンの設備投資は25年の1310億ドルから5割増える。", "5割", None),
    "the whole year before": ("サムスン電子株は昨年1年間で125%上昇した。", "125%", "2025-01-01/2025-12-31"),
    "days of the month": ("ストラテジーは4〜10日にビットコインを2250枚買った。", "2250枚", "2026-05-04/2026-05-10"),
    "a month that is compared with": ("12日発表した4月の売上高は30億円だった。3月比では2.5%減だった。", "2.5%", None),
    "the eve of a result opens no session": (
        "12日の米株式市場でインテルは23%高だった。11日夕に発表した決算は増収だった。AMDは13%高だった。",
        "13%",
        "2026-05-12/2026-05-12",
    ),
    "the next of a list goes on with its stretch": (
        "12日の東京株式市場で時価総額は年初から170兆円膨らんだ。増加額の首位はキオクシアで24兆円だった。",
        "24兆円",
        "2026-01-01/2026-05-12",
    ),
    "another firm's loss does not": (
        "12日の東京株式市場で日立の時価総額は年初から6兆円増えた。ニデックは時価総額が1兆円減った。",
        "1兆円",
        "2026-05-12/2026-05-12",
    ),
    "a ranking carries its day on": (
        "12日の終値で集計した国内企業の時価総額はトヨタ自動車が52兆円だった。\n\n伊藤忠商事も17兆円に膨らんだ。",
        "17兆円",
        "2026-05-12/2026-05-12",
    ),
}


MEASURES = {
    "what tells which index it is is not what was measured": (
        "ハイテク株の比率が高いナスダック総合株価指数は0.2%安い2万2843.39で引けた。",
        {"2万2843.39": "index", "0.2%": "index"},
    ),
    "but a high ratio may be": ("カガリ電機の海外売上高比率は高く、62%に達する。", {"62%": "海外売上高比率"}),
    "each in its turn": (
        "カガリ電機の売上高は6120億円、営業利益は590億円だった。従来予想はそれぞれ5900億円、520億円だった。",
        {"5900億円": "revenue", "520億円": "operating_profit"},
    ),
    "a price line of a flash": (
        "■カガリ電機＜6699＞　1,842円　+212円（+13.0%）",
        {"1,842円": "share_price", "212円": "share_price", "13.0%": "share_price"},
    ),
    "above the close by so much is a move": (
        "カガリ電機株はPTSで、終値を8%上回る3540円を付ける場面があった。",
        {"8%": "share_price", "3540円": "share_price"},
    ),
    "money put into something is what it is put into": (
        "カガリ電機の時価総額は1兆円だ。売却代金のうち5億ドルを借入金の返済に充てる。",
        {"5億ドル": "other"},
    ),
    "what is sold from a day on is not shipped": (
        "ヒノデ食品は即席麺の希望小売価格を9月1日出荷分から6%引き上げる。",
        {"6%": "commodity"},
    ),
    "what one can buy something for is its price": (
        "カガリ電機の洗濯機「ミオ」は人気だ。補助金を使えば実質12万円で購入できる。",
        {"12万円": "commodity"},
    ),
    "positions are no market value": (
        "リップルは7%下げた。暗号資産の時価総額は2兆ドルだ。強制決済された建玉は約10億ドルに上った。",
        {"約10億ドル": "建玉"},
    ),
    "a multiple in brackets is a change": (
        "嵐駒汽車は6月に5万1000台（同2.1倍）を納車した。",
        {"2.1倍": "deliveries"},
    ),
    "what a sentence of counts announces": (
        "大手3社が発表した4月の既存店売上高は全社が上回った。ファミリーマートは3.4%増だった。",
        {"3.4%": "revenue"},
    ),
    "how far it rose is no level": ("日経平均株価は一時3000円を超す上げ幅となった。", {"3000円": "index"}),
    "a contract is no funding": (
        "カガリ電機は160億円を調達した。ヒノデ通信とは総額380億円の契約を結んだ。",
        {"160億円": "funding", "380億円": "other"},
    ),
    "a dividend is no price": ("カガリ電機は無配とする（従来予想は1株10円）。", {"10円": "dividend"}),
    "and a buyback is no profit": (
        "カガリ電機の経常利益は14億円だった。上限を30万株・9億円とする自己株取得も発表した。",
        {"9億円": "other"},
    ),
}


@pytest.mark.parametrize("case", MEASURES)
def test_what_it_measures(case: str) -> None:
    text, wanted = MEASURES[case]
    read = figures(text)
    assert {figure: read[figure].measure for figure in wanted} == wanted


@pytest.mark.parametrize("case", TIMES)
def test_when_it_held(case: str) -> None:
    text, figure, wanted = TIMES[case]
    time = figures(text)[figure].time
    assert (f"{time.start}/{time.end}" if time else None) == wanted


@pytest.mark.parametrize(
    ("text", "figure", "relation", "modality"),
    [
        ("ソニーGの営業利益は予想平均1兆5640億円を下回った。", "1兆5640億円", "eq", "forecast"),
        ("ソニーGの営業利益は1兆円を下回った。", "1兆円", "lt", "asserted"),
        ("純利益は2000億円と、QUICKコンセンサスの2180億円に届かなかった。", "2180億円", "eq", "forecast"),
        ("TSMCの26年の設備投資は560億ドルと、前年の409億ドルを大きく上回る計画だ。", "409億ドル", "eq", "asserted"),
        ("TSMCの26年の設備投資は560億ドルと、前年の409億ドルを大きく上回る計画だ。", "560億ドル", "eq", "forecast"),
        ("三菱UFJの純利益は市場予想の平均(2兆6100億円)を上回る。", "2兆6100億円", "eq", "forecast"),
        ("ソニーGの純利益は市場予想の平均(QUICK)である108億円を上回った。", "108億円", "eq", "forecast"),
        (
            "ソニーGは増収だった。売上高は従来5900億円としていた。当初は5800億円としていた。",
            "5800億円",
            "eq",
            "forecast",
        ),
        ("カガリ社は市の負債を620億円としている。", "620億円", "eq", "asserted"),
        ("日経平均は5万7800円台を回復した。", "5万7800円台", "approx", "asserted"),
        ("純利益は1300億円と会社計画の1100億円を上回った。", "1100億円", "eq", "forecast"),
        ("スペースXは最大750億ドルを調達する計画で、実現すれば過去最大となる。", "最大750億ドル", "le", "forecast"),
        ("エヌビディア決算：売上高681億ドル、予想上回る", "681億ドル", "eq", "asserted"),
    ],
)
def test_what_it_is_compared_with(text: str, figure: str, relation: str, modality: str) -> None:
    claim = figures(text)[figure]
    assert claim.value is not None
    assert (claim.value.relation, claim.modality) == (relation, modality)


@pytest.mark.parametrize(
    ("text", "figure", "kind"),
    [
        ("エアバスの受注残は8754機だ。25年の納入は793機だった。受注残は8700機となった。", "8700機", "quantity"),
        ("テスラの生産は40万台で、在庫が約5万台積み上がった。", "約5万台", "quantity"),
        ("バンカメの純利益は86億ドルだった。投資銀行手数料は21%増の18億ドルとなった。", "18億ドル", "financial"),
        ("この銀行の振込手数料は330円だ。", "330円", "price_level"),
        ("マイクロンの売上高は伸びた。NAND型フラッシュメモリーは2.7倍の50億ドル。", "50億ドル", "financial"),
        ("DRAMの売上高は188億ドルで全体の79%を占めた。", "79%", "quantity"),
        (
            "ビットコインは6万ドルだった。現物ETFからは21億ドルが流出し、うち1本が12億ドルを占めた。",
            "12億ドル",
            "quantity",
        ),
    ],
)
def test_what_it_is(text: str, figure: str, kind: str) -> None:
    assert figures(text)[figure].kind == kind


@pytest.mark.parametrize(
    ("text", "figure", "direction"),
    [
        ("日経平均株価は一時3000円を超す上げ幅となった。", "3000円", "up"),
        ("日経平均株価は5万7000円を超す水準となった。", "5万7000円", None),
        ("嵐駒汽車は6月に5万1000台（同2.1倍）を納車した。", "2.1倍", "up"),
        ("食品メーカー195社の6月の値上げは1932品目だった。", "195社", None),
    ],
)
def test_which_way(text: str, figure: str, direction: str | None) -> None:
    assert figures(text)[figure].direction == direction


def test_how_exact_a_forecast_is_is_no_figure() -> None:
    assert set(figures("カガリ電機の売上高見通しは780億ドル（プラスマイナス2%）だ。")) == {"780億ドル"}
    assert set(figures("カガリ電機の売上高は780億ドル（前期比2%増）だった。")) == {"780億ドル", "2%"}


def test_which_generation_a_chip_is_counts_nothing() -> None:
    assert set(figures("TSMCの売上高に占める3ナノメートル品の割合は28%、5ナノは35%だった。")) == {"28%", "35%"}
    assert "3ナノメートル" in figures("新しい顕微鏡は幅3ナノメートルの溝を見分ける。")
