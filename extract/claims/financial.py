"""An accounting or money figure of a company, person or state, or its change.

A loss in a profit line is negative (営業赤字1800億円), a loss that is no profit line is positive (損失270億円).
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from jijitsu.extract.claims_from import draft_of
from jijitsu.extract.draft import Draft
from jijitsu.extract.linking import Linked
from jijitsu.extract.parts import Kind
from jijitsu.schemas.rules import MEASURES


def read(linked: Linked) -> Iterator[Draft]:
    """Yield a draft for each financial figure of the story."""
    for figure in linked.figures:
        if figure.family == "financial":
            draft = draft_of(figure, KIND.name, direction=figure.direction, negative=figure.negative)
            # A word of the user's own kind that names money, in a unit that the kind does not take.
            own = draft.measure not in MEASURES[KIND.name]
            yield msgspec.structs.replace(draft, measure="other") if own else draft


KIND = Kind(
    "financial",
    read,
    "An accounting or money figure of a company, person or state, or its change.",
    takes={
        "トヨタ自動車の売上高は前年比2割増の120億円だった。": "トヨタ自動車: 2割 up revenue | トヨタ自動車: 120億円 revenue",
        "トヨタ自動車は増益だった。取引先のミライエでは売上高が2割減った。": "ミライエ: 2割 down revenue",
        "トヨタ自動車は増益だった。上場企業の純利益は5%減った。国内勢も2兆円を投じる。": "上場企業: 5% down | 国内勢: 2兆円",
        "実現すれば、2019年に290億ドルを集めたサウジアラムコを上回る。": "Saudi Aramco: 290億ドル funding",
        "マクニカは純利益予想を280億円に、レスターは80億円から94億円に引き上げた。": "マクニカ: 280億円 forecast | レスター: 80億円 forecast | レスター: 94億円 forecast",
        "トヨタ自動車の最終損益は74億円の赤字だった。": "トヨタ自動車: 74億円 net_profit -7400000000",
        "海野市は7月、浸水した世帯に20万円を支給する。": "海野市: 20万円",
        "トヨタ自動車の株主に話を聞いた。町の職員は公金2000万円を着服した。": "職員: 2000万円",
        "簡裁は被告に対し、90万円を支払うよう命じた。": "被告: 90万円",
        "府警は7日、募金を装って計80万円をだまし取ったとして、無職の男(41)を逮捕した。": "無職の男: 80万円",
        "トヨタ自動車の社員寮から現金9万円を盗んだとして、県警は窃盗容疑で会社員の男を逮捕した。": "会社員の男: 9万円",
        "店から計3万円相当の菓子を盗んだとして、無職の浜野徹容疑者(41)を、窃盗の疑いで逮捕した。": "浜野徹: 3万円",
        "トヨタ自動車の建設現場から、ケーブル10巻(計約50万円相当)が盗まれた。展示中の金塊(時価2億円相当)も消えた。": "ケーブル: 約50万円 | 金塊: 2億円",
        "金融庁は、トヨタ自動車へ課徴金16億円の納付を命じるよう勧告された。": "トヨタ自動車: 16億円 cost",
        "トヨタ自動車は下水道工事の入札に加わり、8590万円で落札した。基本給は月額9000円上がる。": "トヨタ自動車: 8590万円 | トヨタ自動車: 9000円 up",
        "ソニーグループは、任天堂が保有していた株式を280億円で取得する。": "ソニーグループ: 280億円",
        "トヨタ自動車はスズキを完全子会社にする。買収総額は3000億円になる見通しだ。": "トヨタ自動車: 3000億円",
        "県内を大雨が襲った。被害額は68億円に上る。": "大雨: 68億円 loss",
        "公正取引委員会は、トヨタ自動車が違反したとして7億円の課徴金を科した。": "トヨタ自動車: 7億円 cost",
        "全国書道連盟は会員に対し罰金3万円の処分を下した。": "会員: 3万円 cost",
        "男性は罰金6000円を納めた。": "男性: 6000円 cost",
        "任天堂杯で優勝チームには賞金5000万円、準優勝チームにも300万円が贈られた。": "優勝チーム: 5000万円 | 準優勝チーム: 300万円",
        "みなと宝くじは1等(2億円)が3本、前後賞5000万円が6本出る。": "1等: 2億円 | 前後賞: 5000万円",
        "毎日新聞が伝えた話によると、上場企業は増益だった。小売業者の年間総売り上げは3億円になったという。": "小売業者: 3億円",
        "契約期間は3年で、今回の年末宝くじの総売り上げは90億円だった。": "年末宝くじ: 90億円",
        "みなと製作所、今期経常は2.4倍増益へ": "みなと製作所: 2.4倍 up ordinary_profit",
        "涼を売る夏　京都の扇子メーカー、売上高2割増": "扇子メーカー: 2割 up revenue",
        "東京電力は増収だった。団地で暮らす女性は「電気とガスで月2万円かかる」と話した。": "女性: 2万円 cost",
        "外国人旅行者が国内で使った金額は9兆円だった。1人当たりの支出は22万9000円だった。": "外国人旅行者: 9兆円 | 外国人旅行者: 22万9000円 cost",
        "トヨタ自動車は増収だった。設立3年未満の企業の調達額は15%減の640億円だった。": "企業: 15% down | 企業: 640億円 funding",
        "ふるさと納税が伸びた。首位は北海道の白糠町で、211億円を集めた。": "白糠町: 211億円",
        "トヨタ自動車の5月の売上高は9.8%増えた。既存店は6.2%増だった。": "トヨタ自動車: 9.8% up | トヨタ自動車: 6.2% up",
        "工作機械の受注額は1490億円だった。内需は3.2%減の390億円、外需は23%増の1100億円。": "1490億円 | 内需: 3.2% down | 内需: 390億円 | 外需: 23% up | 外需: 1100億円",
        "中国の4月の輸出は前年同月比8.1%増の3157億ドルだった。": "中国: 8.1% up | 中国: 3157億ドル",
        "支柱の更新には1戸当たり500万円かかる。": "500万円 cost",
        "雇用保険は3億円、労災保険は9億円の赤字だった。": "雇用保険: 3億円 | 労災保険: 9億円",
    },
    leaves=[
        "トヨタ自動車の1月の販売は4万台だった。",
        "1等-2億円83組136917番1等前後賞-5,000万円83組136916番",
        "トヨタ自動車は3万円、5万円のカードを廃止する。",
    ],
)
