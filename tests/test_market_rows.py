"""Rows of movers, what shares add to an index, turnover and breadth by market, rates and levels as flashes write them."""

from __future__ import annotations

from datetime import date

import pytest

from jijitsu.extract import extract_text

TOLD = date(2026, 3, 13)

CASES: dict[str, tuple[str, dict[str, str]]] = {
    "a row goes on with the move of its head": (
        "下落率が最も大きかったのはインテルの5.6%で、AMDの4.3%がこれに続いた。",
        {"5.6%": "Intel share_price down", "4.3%": "AMD share_price down"},
    ),
    "also in the next sentence": (
        "上昇率トップは川崎汽船の7.1%。以下、商船三井の6.4%、日本郵船の5.9%が続いた。",
        {"7.1%": "川崎汽船 share_price up", "6.4%": "商船三井 share_price up", "5.9%": "日本郵船 share_price up"},
    ),
    "and by places": (
        "下落率首位はオムロンで、9.8%安。2位は京セラの8.2%、3位はTDKの7.5%だった。",
        {"8.2%": "京セラ share_price down", "7.5%": "TDK share_price down"},
    ),
    "but not with what has a word of its own": (
        "オムロンは3%安。以下、市場シェアは21%と続く。次いで売上高が24億円だった。",
        {"21%": "オムロン 市場シェア None", "24億円": "オムロン revenue None"},
    ),
    "what a share adds to an index is no price of it": (
        "日経平均のプラス寄与度首位はオムロン <6645>で、日経平均を41.27円押し上げ。次いで京セラ <6971>が21.16円、テルモ <4543>が17.24円と続いた。",
        {"41.27円": "日経平均株価 index up", "21.16円": "京セラ 寄与度 None", "17.24円": "テルモ 寄与度 None"},
    ),
    "nor what it takes from it": (
        "マイナス寄与度は38.45円の押し下げでオムロンがトップ。以下、TDKが14.3円、京セラが6.72円と並んだ。",
        {"14.3円": "TDK 寄与度 None", "6.72円": "京セラ 寄与度 None"},
    ),
    "a price behind such a row is one": (
        "指数への寄与度首位はオムロンの31円だった。京セラは22円高の2100円で引けた。",
        {"31円": "オムロン 寄与度 None", "22円": "京セラ share_price up", "2100円": "京セラ share_price None"},
    ),
    "turnover is each market's": (
        "出来高はニューヨーク証券取引所が13億2100万株、ナスダックが72億株だった。",
        {"13億2100万株": "ニューヨーク証券取引所 出来高 None", "72億株": "ナスダック総合指数 出来高 None"},
    ),
    "in money too": (
        "売買代金は東証プライムが6兆3000億円、スタンダードが1400億円だった。",
        {"6兆3000億円": "東証プライム市場 売買代金 None", "1400億円": "スタンダード 売買代金 None"},
    ),
    "shares that rose and fell, parted by a stroke": (
        "東証プライムの騰落銘柄数は値上がり389/値下がり1176。",
        {"389": "東証プライム市場 銘柄数 None", "1176": "東証プライム市場 銘柄数 None"},
    ),
    "a level of an index is no count of machines": (
        "インドの主要株価指数SENSEXは前日終値比1.8%安の7万8400台まで下げた。",
        {"7万8400台": "センセックス指数 index None"},
    ),
    "but machines are": ("スズキの販売は1.8%減の7万8400台だった。", {"7万8400台": "スズキ sales None"}),
    "a sector's shares own their move": (
        "欧州では鉱業株が2.1%高、商社株は総じて1.4%安となった。",
        {"2.1%": "鉱業株 share_price up", "1.4%": "商社株 share_price down"},
    ),
    "those of a land too, over a run of days": (
        "欧州の海運株は4日続伸し、1.2%高で引けた。中国のテック株は一時3%下げた。",
        {"1.2%": "欧州の海運株 share_price up", "3%": "中国のテック株 share_price down"},
    ),
    "also behind a firm's": (
        "スズキ株は2%安、自動車株全体では1.6%下げた。",
        {"2%": "スズキ share_price down", "1.6%": "自動車株 share_price down"},
    ),
    "but of those that are named as such each": (
        "スズキ<7269>、マツダ<7261>などの自動車株はそろって2%下げた。",
        {"2%": "マツダ share_price down"},
    ),
    "but a firm's shares are the firm's, an index is one": (
        "浜重株は3%高。ダウ工業株30種平均は110ドル安。同社株は2%上げた。",
        {"3%": "浜重 share_price up", "110ドル": "ダウ工業株30種平均 index down", "2%": "浜重 share_price up"},
    ),
    "market value that is lost, however it is told": (
        "エヌビディアの株価急落で2320億ドル相当の株主価値が失われた。安い半導体の登場は米ハイテク大手から1兆ドルの時価総額を奪った。",
        {"2320億ドル": "NVIDIA market_cap down", "1兆ドル": "米ハイテク大手 market_cap down"},
    ),
    "or cut, or gone with its figure": (
        "インテルの企業価値はおよそ150億ドル毀損した。AMDでは時価総額310億ドルが消えた。",
        {"およそ150億ドル": "Intel market_cap down", "310億ドル": "AMD market_cap down"},
    ),
    "or gained": (
        "インテルの上昇分は時価総額にして150億ドルに相当し、AMDの株価急騰は310億ドルの時価総額を生み出した。",
        {"150億ドル": "Intel market_cap up", "310億ドル": "AMD market_cap up"},
    ),
    "but how large a firm is has no way": (
        "上場廃止で時価総額500億円以下の銘柄が消えた。取引所は時価総額2兆円の企業を失った。",
        {"500億円以下": "銘柄 market_cap None", "2兆円": "企業 market_cap None"},
    ),
    "a rate beside one that rose, rose": (
        "英国の住宅価格は11月に1.8%上昇と、10月の2.4%から鈍化した。スズキの売上高は3.1%増で、市場予想の4.5%に届かなかった。",
        {"2.4%": "住宅価格 commodity up", "4.5%": "スズキ revenue up"},
    ),
    "a share or a level did not": (
        "スズキのシェアは3%上昇し、前年の20%から23%になった。失業率は4.1%と、前月の4.2%から低下した。",
        {"20%": "スズキ シェア None", "4.2%": "失業率 失業率 None"},
    ),
    "market value of a group by its name and number": (
        "「マグニフィセント・セブン」7社の合計時価総額は年初から1兆2000億ドル減少した。",
        {"1兆2000億ドル": "マグニフィセント・セブン market_cap down"},
    ),
    "whose price it is told in the same sentence": (
        "嶺南ホテルズは上場初日に株価が4倍となった。金価格は2年で2倍になり、プラチナは3倍となった。",
        {"4倍": "嶺南ホテルズ share_price up", "2倍": "金 commodity up", "3倍": "プラチナ commodity up"},
    ),
    "a price twice that of others has not grown": (
        "半導体は株価が下がりやすく、価格は業界平均の2倍となった。",
        {"2倍": "半導体 半導体 None"},
    ),
    "a level is crossed in a sentence without a topic": (
        "TOPIXは3日続伸し、2811で終えた。昨年8月以来、約7カ月ぶりに2800を上回った。",
        {"2800": "東証株価指数 index None"},
    ),
    "but one with a topic counts its own": (
        "TOPIXは3日続伸し、2811で終えた。値上がり銘柄数は900を上回った。",
        {"900": "値上がり銘柄 値上がり銘柄数 None"},
    ),
    "what an index shows is not what its level measures": (
        "S&P500の予想変動率を示すVIXは1.4ポイント低い17.30で終えた。",
        {"1.4ポイント": "VIX指数 index down", "17.30": "VIX指数 index None"},
    ),
    "a name that is a common word too, with its close": (
        "ターゲットの終値は97ドルだった。アームの初値は51ドルだった。",
        {"97ドル": "Target share_price None", "51ドル": "Arm share_price None"},
    ),
    "a rating is of the firm that is rated": (
        "岬証券のアダム・ベル氏は、フォードの投資判断を「買い」に引き上げ、目標株価を11ドルから15ドルに変更した。",
        {"11ドル": "Ford Motor share_price None", "15ドル": "Ford Motor share_price None"},
    ),
    "also of one that no list knows, rated by nobody that is named": (
        "国内大手証券は12日付で、村上製鋼のレーティングを「強気」から「中立」に引き下げた。目標株価は3200円から2700円へ見直した。",
        {"3200円": "村上製鋼 share_price None", "2700円": "村上製鋼 share_price None"},
    ),
    "a price that another is compared with is no rate of exchange": (
        "岬通商の株価は公開価格1900円に対して1割安い1710円で始まり、その後も下げ幅を広げて1655円で取引を終えた。",
        {"1割": "岬通商 share_price down", "1710円": "岬通商 share_price None", "1655円": "岬通商 share_price None"},
    ),
    "a level may look like a year": (
        "バルチック海運指数は前日比32ポイント高の2035となった。",
        {"32ポイント": "バルチック海運指数 index up", "2035": "バルチック海運指数 index None"},
    ),
    "a rate that is reckoned with": (
        "ADR市場では、対東証比較（1ドル155.34円換算）で、ホンダ<7267>などが下落した。",
        {"155.34円": "円 fx_rate None"},
    ),
    "a pair of other currencies": ("ユーロ/ポンドは85.40ペンスで横ばい。", {"85.40ペンス": "ユーロ fx_rate None"}),
    "a spread is no yield": (
        "日独10年債の利回り差は58bpに縮小した。日本の10年債利回りは2.1%だった。",
        {"58bp": "利回り差 利回り差 None", "2.1%": "10年債利回り yield None"},
    ),
    "how far a share fell, in a sentence of its own": (
        "岬電機<472B>が4日続落。下落率は一時8%に達した。",
        {"8%": "岬電機 share_price down"},
    ),
    "but not how far sales did": (
        "トヨタは国内販売が3割減少した。下落率は5%だった。",
        {"5%": "トヨタ自動車 sales down"},
    ),
    "sectors as flashes shorten them": (
        "業種別では非鉄金属の3.4%安を筆頭に、銀行（2.2%安）、証券（1.9%安）などが下げた。",
        {"3.4%": "非鉄金属 index down", "2.2%": "銀行 index down", "1.9%": "証券 index down"},
    ),
    "a table of quotations": (
        "日経平均;54912.33;-384.98\nTOPIX;3621.06;+47.49",
        {
            "54912.33": "日経平均株価 index None",
            "-384.98": "日経平均株価 index down",
            "3621.06": "東証株価指数 index None",
            "47.49": "東証株価指数 index up",
        },
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_whose_and_what(case: str) -> None:
    text, wanted = CASES[case]
    told = {
        c.value.text: f"{c.subject and c.subject.name} {c.measure} {c.direction}"
        for c in extract_text(text, TOLD)
        if c.value is not None
    }
    assert {figure: told.get(figure) for figure in wanted} == wanted


AMOUNTS = {
    "ユーロは対ドルで1ユーロ=1.1703~1704ドルだった。": [(1.1703, 1.1704, "range", "asserted")],
    "ユーロは対ドルで1ユーロ=1.1703~04ドルだった。": [(1.1703, 1.1704, "range", "asserted")],
    "円は一時157円ちょうど近辺まで売られた。": [(157, None, "approx", "asserted")],
    "日経平均の3月末の想定レンジを5万3000円から5万8000円とした。": [(53000, 58000, "range", "forecast")],
    # An old and a new price are two.
    "岬電機は目標株価を5300円から5800円とした。": [
        (5300, None, "eq", "forecast"),
        (5800, None, "eq", "forecast"),
    ],
    # What is foreseen there is no price.
    "予想変動率を示す日経平均ボラティリティー・インデックスは3.21ポイント高の31.10だった。": [
        (3.21, None, "eq", "asserted"),
        (31.1, None, "eq", "asserted"),
    ],
}


@pytest.mark.parametrize("text", AMOUNTS)
def test_how_much(text: str) -> None:
    found = [
        (float(c.value.amount), c.value.amount_max and float(c.value.amount_max), c.value.relation, c.modality)
        for c in extract_text(text, TOLD)
        if c.value is not None
    ]
    assert found == AMOUNTS[text]


WHEN = {
    "今年に入ってからの株安で、アドビは21%下落した。": [("2026-01-01", "2026-03-13", None)],
    # What is compared with tells no time.
    "人民元の基準値は1ドル=6.8124元。前日の基準値に比べ0.0051元の元安だった。": [(None, None, None)] * 2,
    # A mark is of its own level.
    "5年債利回りは1.510%、超長期債では30年債が一時3.405%をつけた。": [(None, None, None), (None, None, "intraday")],
    "カガリ電機は通常取引を191ドルで終えた後、時間外で一段安となり、175ドル前後で取引されている。": [
        (None, None, "close"),
        (None, None, "intraday"),
    ],
    "日経平均は384円安の54912円と続落して取引を開始した。": [(None, None, None), (None, None, "open")],
}


@pytest.mark.parametrize("text", WHEN)
def test_when_and_how_marked(text: str) -> None:
    told = [
        (c.time and str(c.time.start), c.time and str(c.time.end), c.mark)
        for c in extract_text(text, TOLD)
        if c.value is not None
    ]
    assert told == WHEN[text]
