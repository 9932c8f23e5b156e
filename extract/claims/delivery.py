"""Units delivered, sold, produced, shipped or registered, or their change.

A count with its counter, or a change in percent or times.
"""

from __future__ import annotations

from collections.abc import Iterator

from jijitsu.extract.claims_from import draft_of
from jijitsu.extract.draft import Draft
from jijitsu.extract.linking import Linked
from jijitsu.extract.parts import Kind


def read(linked: Linked) -> Iterator[Draft]:
    """Yield a draft for each figure of the story that is one."""
    for figure in linked.figures:
        if figure.family == "delivery":
            yield draft_of(figure, KIND.name, direction=figure.direction)


KIND = Kind(
    "delivery",
    read,
    "Units delivered, sold, produced, shipped or registered, or their change.",
    takes={
        "オランダの時計輸出額は19億ユーロだった。数量は121万本で、1年前より18万本少ない。": "オランダ: 121万本 shipments | オランダ: 18万本 down",
        "日産自動車の社長は、世界の自動車販売台数が6900万台に戻るには時間がかかると述べた。": "世界の自動車: 6900万台",
        "スズキが昨年販売した電動車は3万台と前の年から倍増した。": "スズキ: 3万台 sales | スズキ: 倍増 up sales",
        "これまでに製造された電池は約200万個に上る。": "電池: 約200万個 production",
        "順位は、1位がカガリ電機(カガリ)で、出荷台数は1460万台だった。": "カガリ電機: 1460万台",
        "ソニーは増産する。Kagarix Zは1200万台を出荷した。": "Kagarix Z: 1200万台",
        "米Gartnerは1月9日、世界PC出荷台数を発表した。世界全体の出荷台数は9030万台だった。": "世界全体: 9030万台",
        "トヨタ自動車の1月の世界販売は5%増の80万台だった。": "トヨタ自動車: 5% up | トヨタ自動車: 80万台 sales",
        "スズキの5月の販売は「ワゴンR」が9万台、「スイフト」が4万台で、全体では13万台だった。": "ワゴンR: 9万台 | スイフト: 4万台 | スズキ: 13万台",
        "エアバスの納入は793機だった。日本航空は「A350」など9機の受領を見込む。": "Airbus: 793機 | 日本航空: 9機 forecast",
        "トヨタ自動車は41万台のEVを売り、首位に立った。": "トヨタ自動車: 41万台 sales",
        "今治市のタオル工場では、1日に6000枚を織り上げる。村の農協はゆずポン酢を年に300万本売る。": "タオル工場: 6000枚 production | 農協: 300万本 sales",
        "あおば木工は椅子を年間3万脚つくる。": "あおば木工: 3万脚 production",
        "トヨタ自動車の子会社は工具を作る。北米を中心に9000組を出荷した。": "トヨタ自動車: 9000組 shipments",
        "トヨタ自動車の1月の販売は8万台だった。ホンダが10日公表した1月の販売は5万台だった。": "トヨタ自動車: 8万台 sales | ホンダ: 5万台 sales",
        "トヨタ自動車の総生産台数は2万台(-3.1%)で、予想も下回った。": "トヨタ自動車: 2万台 production asserted | トヨタ自動車: -3.1% down",
        "トヨタ自動車は増産した。ライバルのスズキとホンダの数字はまだ出ていない。生産は9万台だった。": "トヨタ自動車: 9万台",
        "米IDCは7日、タブレットの出荷台数の調査結果を発表した。9%減の320万台だった。": "タブレット: 9% down | タブレット: 320万台 shipments",
        "新エネ車の生産量は9万台で、販売量は8万台だった。": "新エネ車: 9万台 production | 新エネ車: 8万台 sales",
        "出荷台数はソニーグループが80万台だった。2位はアップルの39万台だった。": "ソニーグループ: 80万台 | Apple: 39万台 shipments",
        "任天堂のゲーム機の売り上げは36万台、ソフトの売り上げも2万本以上にのぼる。": "任天堂: 36万台 sales | 任天堂: 2万本以上 sales",
        "スズキの販売台数は前年比 6.9% 増加した。": "スズキ: 6.9% up sales",
        "日産自動車の販売台数は1万8000台で、1万9000台(9.0%増)のホンダに抜かれた。": "日産自動車: 1万8000台 | ホンダ: 1万9000台 | ホンダ: 9.0% up",
        "スズキの生産は3万台と大幅に増えた。昨年1月の800台より40%増えた。": "スズキ: 3万台 production | スズキ: 800台 | スズキ: 40% up",
        "スズキの今期の販売台数は9万台(同8万台)に上振れする。": "スズキ: 9万台 sales | スズキ: 8万台 sales",
        "補助金が手厚かった軽自動車の販売は、3.1%減の28万台だった。": "軽自動車: 3.1% down sales | 軽自動車: 28万台 sales",
        "スズキの占有率は5%。前期における世界のテレビの出荷台数は9万台で、前年同期比2%増加した。": "世界のテレビ: 9万台 | 世界のテレビ: 2% up",
        "ミツバ自動車は2008年度に国内で1万8000台を減産する。": "ミツバ自動車: 1万8000台 down production",
    },
    leaves=[
        "大型テレビの出荷は70インチ以上が伸びた。",
        "充電器のうち20万台に異常発熱の恐れがある。割り当ては輸出割当量が147トンだ。",
        "ミツバ化成の工場で火事があり、製造棟など8棟が焼けた。",
        "ミツバ乳業は不具合のあった牛乳5108箱を回収し、3機種の販売を停止した。",
        "事務局は2006年分の輸出割当量の調整を行った。毎年数100トンが輸出される。",
        "大会は1日12レース編成だ。",
        "トヨタ自動車の売上高は80億円だった。",
    ],
)
