"""A quoted price, index, currency or coin rose or fell.

The amount of the move, in percent, money, points or times; the level that it led to is a price_level.
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
        if figure.family == "price" and figure.change:
            yield draft_of(figure, KIND.name, direction=figure.direction)


KIND = Kind(
    "price_move",
    read,
    "A quoted price, index, currency or coin rose or fell.",
    takes={
        "スズキの株価は11%下げた。競合の独ミルダーは1.2%安、米カールウェルは2%近く下落した。": "スズキ: 11% | ミルダー: 1.2% | カールウェル: 2%近く down",
        "中銀は政策金利を25bp引き下げた。利下げ幅は累計で75bpに達した。": "政策金利: 25bp down yield | 政策金利: 75bp down yield",
        "通貨フォリントは一時0.6%高、ブダペスト証券取引所のBUX指数は0.3%安。": "ハンガリーフォリント: 0.6% up fx_rate | BUX指数: 0.3% down index",
        "トヨタは配当落ちで2500円(3.2%安)と軟調だった。": "トヨタ自動車: 3.2% down share_price",
        "日経平均の下げ幅が、終了間際に一時1000円を超えた。": "日経平均株価: 1000円 down",
        "みどり電鉄が運賃の値上げを検討している。値上げ幅は20円となる見込み。": "運賃: 20円 up forecast",
        "ミツバ社は値上げする。13銘柄で1.5円、6銘柄で0.5円の値上げとなる。": "ミツバ: 1.5円 up | 銘柄: 0.5円 up",
        "台湾の取引所では石油関連の指数が1.4%安となった。": "石油関連の指数: 1.4% down index",
        "スリランカでは選挙の後、平均株価が7%下落した。": "平均株価: 7% down index",
        "みやこ信金は普通預金の金利を8月から最大0.2%引き上げて0.25%とする。": "普通預金の金利: 最大0.2% up yield",
        "トヨタ自動車の株価は前日比80円(3%)安で引けた。": "トヨタ自動車: 80円 down | トヨタ自動車: 3% down",
        "17日の日経平均株価は318円高だった。": "日経平均株価: 318円 up index",
        "業種別では銀行業が2.3%高で上昇率首位だった。情報・通信業は1.1%下落した。": "銀行業: 2.3% up index | 情報・通信業: 1.1% down index",
        "プーマはアンタ・スポーツが29%を取得して筆頭株主となり、株価は13%上昇した。": "Puma: 13% up",
        "日経平均が1%安となるなか、ソニーグループは3%高だった。": "日経平均株価: 1% down index | ソニーグループ: 3% up share_price",
        "ソニーグループは日経平均が下げるなか3%高となった。": "ソニーグループ: 3% up share_price",
        "日経平均の上げ幅は午後には600円を超えた。": "日経平均株価: 600円 up index",
        "日経平均は円安の継続により、前日比90円高の3万円で終了した。": "日経平均株価: 90円 up index",
        "ダウ工業株30種<.DJI>は80ドル高だった。": "ダウ工業株30種平均: 80ドル up index",
        "大豆の終値は前日比2セント高だった。": "大豆: 2セント up commodity",
        "アルトコイン、トロン(TRX)は19%の上昇だった。": "トロン: 19% up crypto",
        "トヨタ自動車株は前日比-1.2%の2000円で終えた。": "トヨタ自動車: 1.2% down share_price",
        "ハンセン指数 16100.50(-43.53 -0.27%)。": "ハンセン指数: -43.53 down index | ハンセン指数: -0.27% down index",
        "円相場は前日に比べ10銭強のドル安・円高だった。": "円: 10銭強 up fx_rate",
        "対円では1ユーロ=160円と40銭弱のユーロ高・円安だった。": "円: 40銭弱 down fx_rate",
        "新発10年債の利回りは前日終値より0.010%低い0.85%で始まった。": "新発10年債利回り: 0.010% down yield",
        "ソニーグループは5%高、ツルカメ保険は1%高となった。": "ソニーグループ: 5% up share_price | ツルカメ保険: 1% up share_price",
        "ミネベアミツミは通期の業績見通しも上方修正して24円高だった。": "ミネベアミツミ: 24円 up asserted",
        "日経平均は249円安だった。増税は違法との判決を受け、一時600円近く値下がりした。": "日経平均株価: 249円 down | 日経平均株価: 600円近く down index",
        "23日の米株式市場ではボーイングが2.8%、アップルが2.2%、それぞれ下落した。": "Boeing: 2.8% down share_price | Apple: 2.2% down share_price",
        "23日の米株式市場でボーイングは利益見通しを5%増に据え置いたことで2%下落した。": "Boeing: 2% down share_price",
        "5月の下落率はS&P500種が8.8%、ダウ平均が5%だった。": "S&P500種株価指数: 8.8% down index | ダウ工業株30種平均: 5% down index",
        "10年債利回りは7ベーシスポイント(bp、1bp=0.01%)上げて3.1%となった。": "10年債利回り: 7ベーシスポイント up yield",
        "日経平均は昨日の170円安に比べ底堅い。": "日経平均株価: 170円 down index",
        "任天堂の株価は14時現在8000円(△120円)だった。": "任天堂: △120円 up share_price",
        "LMEのアルミ3カ月物相場は1.1%安だった。": "アルミニウム: 1.1% down commodity",
        "為替が1ドル119円台に戻ったものの、日経平均は210円高まで上げた。": "日経平均株価: 210円 up index",
        "アップルの売上高は1100億ドルだった。アップル<AAPL> 145.03(-5.79 -3.84%)": "Apple: -5.79 down share_price | Apple: -3.84% down share_price",
        "アップルの株価は7%下げ、S&P総合500指数先物も1%安となった。": "Apple: 7% down share_price | S&P500先物: 1% down index",
        "任天堂<7974>が前日比85円(+1.07%)高の8029円と続伸した。": "任天堂: 85円 up share_price | 任天堂: 1.07% up share_price",
        "3指数とも売られ、ナスダックは4%近い下落だった。": "ナスダック総合指数: 4%近い down index",
        "日経平均株価が3日ぶりに値下がりした。終値は前日終値より110円(0.3%)安い3万8000円。": "日経平均株価: 110円 down index | 日経平均株価: 0.3% down index",
        "10時時点では1ユーロ=1.13ドル近辺と前日に比べ0.0097ドルのユーロ安・ドル高水準だ。": "ユーロ: 0.0097ドル down fx_rate",
        "スキー場「雪原」が値上げする。リフト券の値上げ幅は20円だ。": "リフト券: 20円 up commodity",
        "トヨタ自動車の株価は安値から2割戻した。": "トヨタ自動車: 2割 up share_price",
        "日経平均株価は3日ぶりに反発した。前日比200円高の5万円だった。": "日経平均株価: 200円 up index",
        "FRBは0.25%の利下げを決めた。": "米連邦準備制度理事会: 0.25% down yield",
        "円相場は会見後に50銭ほど円安に振れた。": "円: 50銭ほど down fx_rate",
        "料金が上がる。都市ガスは、東京ガスが33円上がって5812円、大阪ガスが38円上がって6207円になる。": "東京ガス: 33円 up commodity | 大阪ガス: 38円 up commodity",
        "■雲仙製菓<473B> 4955 +215": "雲仙製菓: 215 up share_price",
        "<台北> ハンセン指数 終値 741.38(-3.07)": "ハンセン指数: -3.07 down index",
        "日経平均株価:3万8000円12銭(+120円34銭)": "日経平均株価: 120円34銭 up index",
        "東南アジア株は高安まちまち。インドネシアは0.33%安。": "インドネシア: 0.33% down index",
        "TOPIXは5ポイント安だった。任天堂が1銘柄で指数を2ポイント押し下げた。": "東証株価指数: 5ポイント down index | 東証株価指数: 2ポイント down index",
        "ゴム5%超下げる": "天然ゴム: 5%超 down commodity",
        "東京金は27円安だった。": "金: 27円 down commodity",
        "アジア株、上海は0.8%安 香港は1%超下げ": "上海: 0.8% down index | 香港: 1%超 down index",
        "ミームコイン「ミサキソル(MSOL)」が、1日で93%暴落した。": "ミサキソル: 93% down crypto",
        "超長期債が売られ、40年債は4.5bp上昇の2.800%。": "40年債利回り: 4.5bp up yield",
        "40年債利回りが上昇した。先物3月限の終値は前日比37銭安だった。": "長期国債先物: 37銭 down",
        "日経ジャスダック平均は3.3%下げ3526円83銭だった。": "ジャスダック指数: 3.3% down index",
        "川崎重工業は通期予想の上方修正で6.9%高となった。": "川崎重工業: 6.9% up asserted",
    },
    leaves={
        "車の出荷は、上海は0.8%減、香港は3%減となった。": "no report on shares",
        "日本は円安で旅行者の買いが続き、9.1%増だった。": "what grew is no rate",
        "トヨタ自動車の株価は1200円だった。": "a level",
        "円安が50銭の重荷だという。": "no move",
        "銀行業の不良債権は2.3%減った。": "no sector's index where nobody speaks of sectors",
    },
)
