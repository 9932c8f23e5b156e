"""Any other counted or measured statement: shares of users, distances, staff, multiples.

Everything that no other kind reads and that is not merely a name, a rank or a time of day.
"""

from __future__ import annotations

from collections.abc import Iterator

from jijitsu.extract.claims_from import draft_of
from jijitsu.extract.draft import Draft
from jijitsu.extract.linking import Linked
from jijitsu.extract.parts import Kind


def read(linked: Linked) -> Iterator[Draft]:
    """Yield a draft for each figure that is a quantity."""
    for figure in linked.figures:
        if figure.family == "quantity":
            yield draft_of(figure, KIND.name, direction=figure.direction)


KIND = Kind(
    "quantity",
    read,
    "Any other counted or measured statement.",
    takes={
        "トヨタ自動車の従業員は7万人だ。": "トヨタ自動車: 7万人",
        "治療を受けた5人はいずれも軽症だ。": "治療を受けた5人: 5人",
        "同国は6000人からなる監視部隊を派遣した。": "監視部隊: 6000人",
        "第91回全国書道大会に49校が出た。": "第91回全国書道大会: 49校",
        "新党の青空党は支持率41%、若葉党は44%だった。": "青空党: 41% | 若葉党: 44%",
        "現場は岸から約2.5キロの沖合だ。": "現場: 約2.5キロ",
        "事故現場から約3キロ離れた川で見つかった。": "事故現場: 約3キロ",
        "堤防には高さ90メートルの風車が並ぶ。": "風車: 90メートル",
        "高松市では98ミリの猛烈な雨が降った。": "高松市: 98ミリ",
        "漏えいで顧客4万人分の個人情報が流れた。": "顧客: 4万人分",
        "吊り橋は谷に架かっている。全長は60メートルだ。": "吊り橋: 60メートル",
        "選挙は新人と現職の2人が争う。": "新人と現職: 2人",
        "台風が島を横断した。少なくとも30人が死亡した。": "死者: 少なくとも30人",
        "現場にいた職員5人は無事だった。": "職員: 5人",
        "朝の下り電車で合わせて46本が運休した。": "下り電車: 46本",
        "トヨタ自動車には7万人の従業員がいる。": "トヨタ自動車: 7万人",
        "極地を除く水温は20度だった。": "水温: 20度",
        "調査官2人を派遣した。": "調査官: 2人",
        "トヨタ自動車は600人を解雇した。": "トヨタ自動車: 600人 down",
        "企業は7割を超えた。": "企業: 7割 gt",
        "客のうち9人の便を調べた。": "客: 9人",
        "木造の住宅など12棟、およそ1400平方メートルが焼けた。": "住宅: 12棟 | 住宅: およそ1400平方メートル",
        "相談は2300件あった。7割は税金の話だ。": "相談: 2300件 | 相談: 7割",
        "新型「ノヴァ5」が売れている。本体の重さは98キロだ。": "ノヴァ5: 98キロ",
        "トヨタ自動車は増産する。北米の顧客は3割増えた。": "トヨタ自動車: 3割 up",
        "青空の会が9%だった。": "青空の会: 9%",
        "復旧には少なくとも2カ月かかる。": "復旧: 少なくとも2カ月 ge",
        "町の人口は減った。惑星の質量は地球の3倍、半径は2倍だ。": "惑星: 3倍 | 惑星: 2倍",
        "従業員28人の部品メーカーが潤う。": "部品メーカー: 28人",
        "トヨタ自動車は増産する。空き家は住宅の1割に上る。": "空き家: 1割",
        "図書館の来館者は52万人だった。前の年より3万人多い。": "来館者: 52万人 | 来館者: 3万人 up",
        "窓口には100件の問い合わせがあった。": "問い合わせ: 100件",
    },
    leaves=[
        "トヨタ自動車は2026年1月6日に発表した。",
        "被告に懲役2年6月を言い渡した。",
        "男性は1人で歩いていた。",
        "給水は4市3町に及ぶ。",
        "館では1日2回、学芸員が説明する。",
        "現場は片側2車線の直線だ。",
        "2016年8月16日(火):台風で2人けが2016年9月1日(木):大雨で3棟浸水",
    ],
)
