"""Whose the figures of firms are where an article turns to another firm and back: suppliers, rivals, buyers, those who are judged."""

from __future__ import annotations

import pytest
from whose import owners_of

from jijitsu.extract import extract_text

CASES = {
    "a paragraph about nobody is the article's own firm's, behind one that ended with a customer": (
        "コマキ精機、増益\n\nコマキ精機の純利益は3億円だった。\n\n受注が伸びた。納入先のアヤメ自動車は増産している。\n\n研究開発費は7億円に増えた。",
        {"7億円": "コマキ精機"},
    ),
    "or with a lender, whatever stands between the word and the name": (
        "コマキ精機、減益\n\nコマキ精機の純利益は3億円だった。\n\n大株主である英国のファンド、グレイロック・キャピタルは増配を求めた。\n\n有利子負債は40億円ある。",
        {"40億円": "コマキ精機"},
    ),
    "not where the paragraph before was another's from its start": (
        "コマキ精機、アヤメ食品を買収\n\nコマキ精機はアヤメ食品を20億円で買収する。\n\nアヤメ食品は缶詰が主力で、東北に工場を持つ。\n\n売上高は120億円だった。",
        {"120億円": "アヤメ食品"},
    ),
    "a firm that the text names for the first time, and that does something": (
        "ナルト銀行は減益だった。純利益は8億円だった。\n\n支援には靴卸のアヤメ商会が名乗りを上げている。同社の売上高は90億円で、手元資金は5億円ある。",
        {"90億円": "アヤメ商会", "5億円": "アヤメ商会"},
    ),
    "what the next sentence calls 同社 is a firm": (
        "ナルト銀行は減益だった。\n\n支援には靴卸のフラミンゴが名乗りを上げている。同社の売上高は90億円だ。",
        {"90億円": "フラミンゴ"},
    ),
    "a broker only helps": (
        "コマキ商事は増配する。ナルト証券が仲介した。同社の年間配当は50円となる。",
        {"50円": "コマキ商事"},
    ),
    "the firm of a rich man, and his fortune": (
        "長者番付で2位に入ったのは、菓子大手アヤメ製菓を率いる青木一郎氏だった。同社の株価が12%上昇し、資産は9億ドルに増えた。",
        {"12%": "アヤメ製菓", "9億ドル": "青木一郎"},
    ),
    "a supplier that nobody lists, though the article began with a listed firm": (
        "ソニーグループは新型機を出す。ねじのコマキ精工は増産を急ぐ。株価は8%高の640円だった。",
        {"8%": "コマキ精工", "640円": "コマキ精工"},
    ),
    "a rival that was the last topic, for 同社": (
        "コマキ運輸は赤字だった。ライバルのヒバリ急便は黒字を保った。同社の営業利益は12億円だった。",
        {"12億円": "ヒバリ急便"},
    ),
    "but not for the group": (
        "コマキ運輸は赤字だった。傘下のヒバリ急便は黒字を保った。同グループの営業利益は12億円だった。",
        {"12億円": "コマキ運輸"},
    ),
    "the parent by that word": (
        "アヤメ電機の子会社、コマキ電池は増収だった。コマキ電池は工場を増やす。親会社の売上高は600億円に達する。",
        {"600億円": "アヤメ電機"},
    ),
    "where shares are traded moves nothing": (
        "アヤメ電機株は米国の時間外取引で8%下落した。",
        {"8%": "アヤメ電機"},
    ),
    "who sold so many stands behind": (
        "テスラは226万台を売った中国の比亜迪に首位を譲った。",
        {"226万台": "BYD"},
    ),
    "whose reasons are told": (
        "アヤメ電機は増益だった。コマキ電機が値下げを急ぐのは、在庫が積み上がったからだ。営業利益は30億円に減った。",
        {"30億円": "コマキ電機"},
    ),
    "the firm that a clause describes is not the one in the clause": (
        "コマキ不動産は増配する。香港系ファンドのグレイロックが株を持つ同社は、60億円を株主に返す。",
        {"60億円": "コマキ不動産"},
    ),
    "both of them, in a month": (
        "コマキ電機は2%高、傘下のアヤメ電池は1%高。両社の2月の出荷は計58万台だった。",
        {"58万台": "コマキ電機とアヤメ電池"},
    ),
    "what is bid for each share": (
        "コマキ商事はアヤメ精機にTOBを実施する。コマキ商事は18日、1株当たりの提示価格を740円から860円に引き上げた。",
        {"740円": "アヤメ精機", "860円": "アヤメ精機"},
    ),
    "the condition of a purchase": (
        "コマキ商事はアヤメ精機の買収について、1株27ドルを現金で支払う条件に改めた。",
        {"27ドル": "アヤメ精機"},
    ),
    "what was bought for so much pays nothing": (
        "コマキ製鉄は赤字になる。昨年142億ドルで買収した米USスチールでは設備が止まった。",
        {"142億ドル": "コマキ製鉄"},
    ),
    "one is spoken of, the other only stands beside it": (
        "ナルト建設は受注が減った。\n\nコマキ電機の営業利益は7億円で、アヤメ電機の5億円を上回る。ただ、同社の在庫は2億円に膨らんだ。",
        {"7億円": "コマキ電機", "5億円": "アヤメ電機", "2億円": "コマキ電機"},
    ),
    "but a row of firms leaves the text where it was": (
        "ナルト建設は増益だった。コマキ電機は3%高、アヤメ電機は2%安だった。売上高は60億円に増えた。",
        {"60億円": "ナルト建設"},
    ),
    "whom an analyst judges": (
        "ナルトHDの純利益は2億円だった。\n\n青葉証券の山野健アナリストはコマキ商事について、来期の純利益が6億円になると予想する。10日の株価は920円だった。",
        {"6億円": "コマキ商事", "920円": "コマキ商事"},
    ),
    "the firm that is bought, where its buyer is named beside 同社": (
        "ファンドのグレイロックはコマキ精機を買収する。グレイロックは同社の営業利益を5年で30億円に引き上げる方針だ。",
        {"30億円": "コマキ精機"},
    ),
    "what was bought has no part in what follows": (
        "アヤメ電機は米ノードワークスを2億ドルで買収し、海外売上高を300億円に増やす。",
        {"300億円": "アヤメ電機"},
    ),
    "all of them together": (
        "5大商社の決算が出そろった。純利益の合計は9000億円と前年同期より4%増えた。",
        {"9000億円": "5大商社", "4%": "5大商社"},
    ),
    "of whom the tariff took it": (
        "国内電機6社の決算が出そろった。米国の関税が6社の営業利益を800億円押し下げた。",
        {"800億円": "6社"},
    ),
    "what a surveyor foretells is of its field": (
        "コマキ電機は減産する。\n\n調査会社トレンドフォースは、2026年のパソコン出荷台数を5%減と予測し、従来の1%増から見直した。",
        {"5%": "パソコン", "1%": "パソコン"},
    ),
    "yen are the index's that is told in yen": (
        "日経平均株価の終値は5万4210円だった。TOPIXも0.8%下げた。下げ幅は一時900円を超えた。",
        {"900円": "日経平均株価"},
    ),
    "an index by its land's letter, behind another": (
        "ドイツ株価指数は0.6%安、仏CAC40種は0.4%安だった。",
        {"0.4%": "CAC40指数"},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_whom_the_text_turns_to(case: str) -> None:
    text, wanted = CASES[case]
    assert owners_of(text, wanted) == wanted


FORTUNES = {
    "a founder in a list of the rich": (
        "長者番付がまとまった。アヤメ電機の時価総額は3兆円に増えた。一方、コマキ電機の創業者、青木一郎氏は24億ドルと46%減った。",
        {"24億ドル": ("net_worth", "青木一郎"), "46%": ("net_worth", "青木一郎")},
    ),
    "with his house": (
        "富豪の番付では、2位は「カゴ」を営むコマキ商店の青木一郎会長とその家族で20億ドルだった。",
        {"20億ドル": ("net_worth", "青木一郎")},
    ),
    "all of them": ("富豪上位50人の資産は2860億ドルだった。", {"2860億ドル": ("net_worth", "富豪上位50人")}),
    "what he gives is none": (
        "富豪の番付で3位の青木一郎氏は、2億ドルを大学に寄付した。",
        {"2億ドル": ("other", "青木一郎")},
    ),
    "the firm's money is none": (
        "富豪の青木一郎氏は上機嫌だ。コマキ電機の時価総額は3兆円に増えた。",
        {"3兆円": ("market_cap", "コマキ電機")},
    ),
}


@pytest.mark.parametrize("case", FORTUNES)
def test_who_is_rich(case: str) -> None:
    text, wanted = FORTUNES[case]
    found = {c.value.text: (c.measure, c.subject.name if c.subject else None) for c in extract_text(text) if c.value}
    assert {figure: found.get(figure) for figure in wanted} == wanted
