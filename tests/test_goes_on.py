"""What money goes on about where no firm is spoken of: the last topic, the headline's, prizes, pay; and what it leaves."""

from __future__ import annotations

import pytest
from whose import owners_in, owners_of

CASES = {
    "a land that became the topic since": (
        "アジアで感染広がる\n\nインドネシアでは5人の感染が確認され、3人が死亡した。隣国のオーストラリアでは警戒が続く。"
        "新たに対策費として1000万豪ドルの予算を計上した。\n",
        {"1000万豪ドル": "オーストラリア"},
    ),
    "but a headline's body that the text has not left": (
        "国際サッカー連盟、基金を設立\n\n国際サッカー連盟は3日、基金を設けた。2010年から毎年、2000万ドルが積み立てられる。\n",
        {"2000万ドル": "国際サッカー連盟"},
    ),
    "a prize is its event's": (
        "朝霧ステークスが開催\n\n3日に朝霧競馬場で朝霧ステークスが行われ、雨の中で栗毛の牝馬が勝った。本賞金は6000万円。\n",
        {"6000万円": "朝霧ステークス"},
    ),
    "and a winner's who is given it": (
        "ジェフ千葉が優勝\n\n大会はジェフ千葉が制した。ジェフ千葉は、優勝賞金1億円を獲得した。\n",
        {"1億円": "ジェフ千葉"},
    ),
    "同市 is the city that was named": (
        "青井県霧沢市が予算案をまとめた。同市の借金は30億円に上る。",
        {"30億円": "青井県霧沢市"},
    ),
    "同子会社 is the subsidiary": (
        "独シーメンスは医療機器子会社シーメンス・ヘルシニアーズの株式を手放す。同子会社の売上高は234億ユーロ。シーメンスの負債は90億ユーロだ。",
        {"234億ユーロ": "Siemens Healthineers", "90億ユーロ": "Siemens"},
    ),
    "what is reported of another firm moves no topic": (
        "早見製作所の株価は急落した。日産自動車が減産を計画していると報じられ、部品が売れなくなるとの見方が広がった。同社の有利子負債は190億円に上る。",
        {"190億円": "早見製作所"},
    ),
    "nor what a firm does into which it has put money": (
        "早見製作所の株価は急落した。投資先の米オープンAIは人員を増やす。同社の有利子負債は190億円に上る。",
        {"190億円": "早見製作所"},
    ),
    "nor a subsidiary's loss": (
        "早見製作所の受注高は589億円に増えた。風力子会社カガリの営業赤字は13億円だった。配当は復活し、総額7億円とする。",
        {"13億円": "カガリ", "7億円": "早見製作所"},
    ),
    "the former and the latter of two firms": (
        "三菱商事と三井物産が決算を発表した。純利益は前者が27%減の6080億円、後者は6%減の6130億円だった。",
        {"6080億円": "三菱商事", "6130億円": "三井物産"},
    ),
    "but not of two figures": (
        "売上高と利益が増えた。前者は31億円、後者は2億円だった。",
        {"31億円": "前者", "2億円": "後者"},
    ),
    "but a sentence that is all about another one does": (
        "早見製作所の株価は急落した。青葉電機は増資すると報じられた。青葉電機の株価も下げ、同社の有利子負債は190億円に上る。",
        {"190億円": "青葉電機"},
    ),
    "and 同校 the school": (
        "大会には私立朝霧高校も出場した。同校は2000万円を寄付した。",
        {"2000万円": "私立朝霧高校"},
    ),
    "but 同級生 are nobody's name": ("朝霧高校で同級生30人が見送った。", {"30人": "同級生"}),
    "partners told one by one take nobody's place": (
        "インド、9月の貿易赤字83億ドルに縮小\n\n商工省によると、輸出額は228億ドルだった。国別では、日本が2%増えた一方、欧州連合は8%減った。"
        "輸入額は312億ドル。サービス収支は53億ドルの黒字だった。\n",
        {"228億ドル": "インド", "312億ドル": "インド", "53億ドル": "インド"},
    ),
    "but one partner that the text goes on about does": (
        "韓国は3日、貿易統計を発表した。中国の輸出額は5%減の90億ドルだった。輸入額は20億ドル。",
        {"20億ドル": "中国"},
    ),
    "a part is whose the whole was": (
        "原告らは返還を求めて提訴した。請求額は計3億円に上る。うち2000万円は慰謝料として請求する。",
        {"3億円": "原告ら", "2000万円": "原告ら"},
    ),
    "but who bears it where one is said to": (
        "県は被災地に3億円を支給する。うち1億円は国が負担する。",
        {"3億円": "県", "1億円": "国"},
    ),
    "who wins is given it": (
        "「海鳴りコンテスト」が21日に開かれ、スターズがグランプリを獲得し、賞金1000万円を獲得した。",
        {"1000万円": "スターズ"},
    ),
    "a record is the horse's, a prize its event's": (
        "「霧ステークス」が5日に行われ、カゼノオーが勝った。本賞金は6000万円。カゼノオーの戦績は16戦6勝、総獲得賞金1億2000万円となった。",
        {"6000万円": "霧ステークス", "1億2000万円": "カゼノオー"},
    ),
    "the greatest of all is whose it says": (
        "「ビッグ」は昨年に始まった。これまでのくじの最高当せん金は、ロト6の4億円だった。",
        {"4億円": "ロト6"},
    ),
    "a town that tells what it spends": (
        "球団が日程を発表した。岬市によると、工費2億円をかけて芝生を張り替える。しかし、岬市では、広告料を3億円の支出の一部に充てたい考えだ。",
        {"2億円": "岬市", "3億円": "岬市"},
    ),
    "but not what another does there": (
        "岬市によると、国が工費2億円をかけて岸壁を直す。",
        {"2億円": "国"},
    ),
    "what is built new, not the part that was told of last": (
        "岬市の新球場、設計案決まる\n\n岬市の新球場の設計案が決まった。ライトスタンドは応援席とする。外野は芝生席とする。しかし、事業費は129億円に膨らんだ。\n",
        {"129億円": "新球場"},
    ),
    "pay is theirs who earn it": (
        "山田一郎代表が説明した。選手の給与を月額20万円から8万円に引き下げる方針が決められた。",
        {"20万円": "選手", "8万円": "選手"},
    ),
    "an election owes nothing": (
        "岬市長選、山田氏が初当選\n\n岬市長選は山田太郎氏が当選した。市の借金にあたる市債の残高は412億円に達している。\n",
        {"412億円": "市債"},
    ),
    "what was shown, where a bare price follows": (
        "任天堂は、新しいゲーム機「ミニX」の発売日を日本では9月13日と発表した。価格は、日本では1万2000円、米国では99ドル。",
        {"1万2000円": "ミニX", "99ドル": "ミニX"},
    ),
    "and a new ware without brackets": (
        "ソニーは新型の小型カメラを公開した。価格は5万円の見込み。",
        {"5万円": "小型カメラ"},
    ),
    "what is dug, not the land": (
        "パナマに運河が返還された。大統領は運河の拡張計画を発表した。建設費用は52億ドルと見積もられている。",
        {"52億ドル": "運河"},
    ),
    "a land that few papers name": ("アルバニアは輸出額が3億ドルだった。", {"3億ドル": "アルバニア"}),
    "what one deals with in a clause that is over owns no sum": (
        "男は3年間に約2000本の動画を投稿し、1000万円の収益を受けていた。",
        {"1000万円": "男"},
    ),
    "a fee, not how it is counted": ("部屋の家賃は月額8万円だ。", {"8万円": "家賃"}),
    "the least of all in its brackets": (
        "値下がり幅が最も大きいのは北海道で、最小は「九州・沖縄」の15円10銭。",
        {"15円10銭": "九州・沖縄"},
    ),
    "what merging firms have together": (
        "任天堂とカプコンが経営統合する。統合後は売上高が4000億円となる。",
        {"4000億円": "任天堂とカプコン"},
    ),
    "but not what one of them has": (
        "任天堂とカプコンが経営統合する。統合により、任天堂は売上高が4000億円となる。",
        {"4000億円": "任天堂"},
    ),
    "a count goes on about no thing that the text has left": (
        "新駅が開業\n\n新駅「あおば」が3日、開業した。工事では作業員9人がけがをした。集落では5棟が焼けた。\n",
        {"9人": "作業員", "5棟": "集落"},
    ),
    "and a share about what was measured before": (
        "雨量は岩泉町で286.5ミリに上った。平年の1.6倍にあたる。",
        {"1.6倍": "岩泉町"},
    ),
    "a word that a headline says is no thing": (
        "健診結果を「正常」と報告\n\n青井市が発表した。受診したのは職員147人だった。\n",
        {"147人": "職員"},
    ),
    "who is out in force": ("母親が届け出た。県警は19日も、140人態勢で捜した。", {"140人": "県警"}),
    "a suspect did the damage": (
        "トヨタ自動車の山野誠容疑者が逮捕された。調べでは、山野容疑者は増資で会社に3億円の損害を与えた。",
        {"3億円": "山野誠"},
    ),
    "but the firm booked the loss": ("トヨタ自動車は3億円の損失を計上した。", {"3億円": "トヨタ自動車"}),
    "a bare sum is of what the headline begins with": (
        "朝霧新幹線の未着工3区間、認可へ\n\n工事は来年始まる見通しだ。完成は2035年を見込む。"
        "総事業費は2兆円から3兆円に増えた。\n",
        {"2兆円": "朝霧新幹線"},
    ),
    "and a measured thing is itself": (
        "大阪府・橋本知事が廃止案\n\n知事が案を示した。青井空港の有利子負債は、1兆円。\n",
        {"1兆円": "青井空港"},
    ),
    "what is 「so」 is no thing": (
        "今年の色は「青」に決まる\n\n青井会が3日、今年の色を発表した。応募総数は3000通だった。\n",
        {"3000通": "応募"},
    ),
    "pay is of whom the headline names": (
        "山野誠選手、入団へ\n\n山野誠選手が移籍する。故・早見慎吾前監督に誘われた。1年契約で年俸2億円。\n",
        {"2億円": "山野誠"},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_whose_it_is(case: str) -> None:
    text, wanted = CASES[case]
    assert owners_of(text, wanted) == wanted


def test_a_ministry_that_gave_out_figures_pays_none_of_the_next() -> None:
    text = (
        "地価が上昇\n\n国土交通省は24日、地価公示を発表した。上昇は2年ぶりだ。3区間の工事は来年始まる。"
        "総事業費は2兆円から3兆円に増えた。\n"
    )
    assert "国土交通省" not in owners_in(text).values()
