"""Whose a figure is where no name stands beside it: bare sums, towns, deals, prices of goods, brokers' targets, short names."""

from __future__ import annotations

from datetime import date

import pytest
from whose import owners_of

from jijitsu.extract import extract_text

CASES = {
    "what a broker foresees for the firm that the text speaks of": (
        "■雲仙製菓<473B> 428 -31\n下げ止まらず。大和は来期の営業損益を1億円の黒字→7億円の赤字に見直し。コンセンサスは2億円強の黒字だった。",
        {"428": "雲仙製菓", "1億円": "雲仙製菓", "7億円": "雲仙製菓", "2億円強": "雲仙製菓"},
    ),
    "but what it says of itself is its own": (
        "野村は2026年3月期の純利益を2000億円に引き上げた。",
        {"2000億円": "野村ホールディングス"},
    ),
    "each of the firms that head an item has its own target": (
        "・任天堂<7974>、ソニーG<6758>――大和はそれぞれ8000円、5300円へ上げた。",
        {"8000円": "任天堂", "5300円": "ソニーグループ"},
    ),
    "a fortune is the family's that holds it": (
        "ウォルマートを創業したウォルトン家の資産は5130億ドルに達した。サントリーホールディングスの佐治信忠会長と家族の資産は101億ドルだった。",
        {"5130億ドル": "ウォルトン家", "101億ドル": "佐治信忠"},
    ),
    "but what a firm manages is the firm's": (
        "青葉証券とその顧客の資産は3億円増えた。ベアテの純資産は20億ドルとなった。",
        {"20億ドル": "ベアテ"},
    ),
    "a firm itself is the firm": (
        "日本製鉄はUSスチールを買収した。日鉄自身の26年3月期の最終損益は700億円の赤字となる。",
        {"700億円": "日本製鉄"},
    ),
    "こちら is whom the sentence before named last": (
        "任天堂<7974>は3%安。任天堂株を10%握る雲仙製菓<473B>も4%下げた。こちらは営業利益が4億円減る見込みだ。",
        {"3%": "任天堂", "10%": "雲仙製菓", "4%": "雲仙製菓", "4億円": "雲仙製菓"},
    ),
    "a sum so large is no coin's price": (
        "ETHは2350ドルと小動きだ。ネット詐欺の被害は年初来の累計で7.3億ドルだった。",
        {"2350ドル": "イーサリアム", "7.3億ドル": "ネット詐欺"},
    ),
    "what is paid out on a unit is a dividend, of the trust by its short name": (
        "海鳴投資法人は第12期の1口当たり分配金を2980円とした。海鳴投資法人は1.9%安。",
        {"2980円": "海鳴投資法人", "1.9%": "海鳴投資法人"},
    ),
    "issues that rose are counted of the market": (
        "東証プライム市場の売買代金は4兆円だった。三菱UFJは3.8%安。上昇したのは121銘柄どまり。",
        {"4兆円": "東証プライム市場", "3.8%": "三菱UFJフィナンシャル・グループ", "121銘柄": "東証プライム"},
    ),
    "turnover so large is the market's, and not the share's told of last": (
        "日経平均は続落した。トヨタは2%安。売買代金は3兆円だった。",
        {"2%": "トヨタ自動車", "3兆円": "日経平均株価"},
    ),
    "what a list by lands or prefectures gives is each one's": (
        "新車登録台数は県別では宮城が5.9%減の4万9012台、山形は11.4%減と落ち込みが目立ち、秋田だけが0.3%増の1万202台だった。",
        {"5.9%": "宮城", "4万9012台": "宮城", "0.3%": "秋田", "1万202台": "秋田"},
    ),
    "a land in front of its bracket too, and it has no profit": (
        "任天堂の9月の出荷は3%増えた。純利益は41億円だった。国別ではインドが9%減少。これに対し、エジプト(24%増)とケニア(11%増)は伸びた。",
        {"3%": "任天堂", "41億円": "任天堂", "9%": "インド", "24%": "エジプト", "11%": "ケニア"},
    ),
    "a report that a firm published is of others": (
        "調査会社岬インサイツが6日公表したリポートによると、7~9月期のインドのスマホ出荷台数は3%増の1840万台だった。",
        {"3%": "スマホ", "1840万台": "スマホ"},
    ),
    "but results that it published are its own": (
        "スズキが6日公表した7~9月期の出荷台数は3%増の84万台だった。",
        {"3%": "スズキ", "84万台": "スズキ"},
    ),
    "one of several brands owns nothing of their sum": (
        "スズキは「ワゴンR」など3ブランド合計で5%減の89万台、シェアは52%から48%に下がった。",
        {"5%": "スズキ", "52%": "スズキ", "48%": "スズキ"},
    ),
    "a model that helped is no owner": (
        "日産は3月に出した新型の「カガリ」が寄与して販売台数は12%増の1万4600台だった。",
        {"12%": "日産自動車", "1万4600台": "日産自動車"},
    ),
    "同社 is whom the sentence before calls it a headwind for": (
        "スズキの9月の販売は3%増えた。ホンダは販売こそ80万台だが、前年の3.2倍だ。\n平均価格が上がったことも、スズキには逆風だ。"
        "同社の純利益は10億円だった。",
        {"3.2倍": "ホンダ", "10億円": "スズキ"},
    ),
    "a chief's words go on about the firm": (
        "ヤマハ発動機の7月の販売は3割減だった。スズキの山野誠副社長は「8月の工場稼働率は6割まで落とす」と話した。"
        "同社は前期に42億円の純損失を計上した。",
        {"3割": "ヤマハ発動機", "6割": "スズキ", "42億円": "スズキ"},
    ),
    "what a body has registered is of the goods that it counts": (
        "トヨタの6月の販売は3万台だった。登録ベースでは、公安省のまとめで7月の電動二輪は3万1550台、シェアは12.8%だった。",
        {"3万台": "トヨタ自動車", "3万1550台": "電動二輪", "12.8%": "電動二輪"},
    ),
    "a month by itself goes on about what the sentence before counted": (
        "上半期の新車登録台数は11万3208台だった。軽自動車は全国軽自動車協会連合会の集計で9万4570台(4.2%減)。"
        "6月単月に限れば1万7325台と増加に転じ、伸び率は2.7%だった。",
        {"11万3208台": "新車", "9万4570台": "軽自動車", "1万7325台": "軽自動車", "2.7%": "軽自動車"},
    ),
    "a payment in front of its bracket is nobody": (
        "不動産のミサキ置地が社債の利払い(62億円)を見送った。",
        {"62億円": "ミサキ置地"},
    ),
    "a price is of what could be had for it": (
        "アップルの出荷は減った。1年前に15万円で買えた入門機が今は24万円する。",
        {"15万円": "入門機", "24万円": "入門機"},
    ),
    "turnover is of the exchanges that the sentence names": (
        "上海総合指数は下げた。値下がりは両市場で380銘柄に達し、売買代金は9107億元だった。",
        {"9107億元": "両市場"},
    ),
    "goods of a price range, with its bracket": (
        "日本向けの輸出額は3億円だった。価格帯別では、3000フラン(約52万円)を超す高級機が5.1%減で踏みとどまった。",
        {"5.1%": "高級機"},
    ),
    "a land's firm that moved as shares do": (
        "補聴器大手のカガリの株価は一時17%安となった。スイスのソルヴァも3.1%、同業ノヴァルは4%超下げている。",
        {"17%": "カガリ", "3.1%": "ソルヴァ"},
    ),
    "so many are of what the sum before was for": (
        "オランダの時計輸出額は19億ユーロだった。数量は121万本で、1年前より18万4000本少ない。",
        {"121万本": "オランダ", "18万4000本": "オランダ"},
    ),
    "orders are counted, and whose they are": (
        "スズキの6月末の受注残は前年の1.5倍の2万台だった。",
        {"1.5倍": "スズキ", "2万台": "スズキ"},
    ),
    "a difference is between two": ("両者の差は3ドル47セントだった。", {"3ドル47セント": "両者の差"}),
    "a trade that few papers name": (
        "香港株が上がった。配車の速嘀が6%近く上げた。",
        {"6%近く": "速嘀"},
    ),
    "a share of a sum is whose the sum is": (
        "オランダの物価が上がった。みなと銀行は利下げを見込む。財政赤字は1~6月で2兆ユーロと、通年目標の3兆ユーロの67%に達した。",
        {"2兆ユーロ": "オランダ", "3兆ユーロ": "オランダ", "67%": "オランダ"},
    ),
    "an officer by title and name speaks of his firm": (
        "スズキはホンダを買収する。スズキの最高財務責任者(CFO)、山野誠氏は電話会議で、年5000万円の費用削減を見込むと述べた。",
        {"5000万円": "スズキ"},
    ),
    "what a firm's data tell is of the field": (
        "英調査会社カンターが5日公表したデータによると、英スーパー売上高は2.9%増だった。首位テスコのシェアは27.6%だった。",
        {"2.9%": "英スーパー", "27.6%": "Tesco"},
    ),
    "a rate of prices is of the prices": (
        "テスコの売上高は3%増えた。食品物価の上昇率は2.4%と鈍化した。",
        {"3%": "Tesco", "2.4%": "食品物価"},
    ),
    "a deficit of the state is no bank's": (
        "オランダの物価が上がった。みなと銀行の山野誠氏は利下げを見込む。財政赤字は1~6月で2兆ユーロに達した。",
        {"2兆ユーロ": "オランダ"},
    ),
    "the whole market is nobody's": (
        "スズキの6月の販売は3万台だった。来年の市場全体については4%増の76万台を見込む。",
        {"4%": "市場全体", "76万台": "市場全体"},
    ),
    "issues that fell are of the exchanges where they are counted": (
        "上海総合指数は下げた。値下がりは両市場で380銘柄に達した。",
        {"380銘柄": "両市場"},
    ),
    "a bare sum goes on about the noun before": (
        "新庁舎は鉄骨造り地上5階建てで、2028年の完成を目指す。総事業費は約60億円を見込む。",
        {"約60億円": "新庁舎"},
    ),
    "or about what the noun before is measured of": (
        "新球場の収容人数は1万5200人。総工費は88億円から117億円に膨らんだ。",
        {"88億円": "新球場", "117億円": "新球場"},
    ),
    "what the sentence takes up again has its own costs": (
        "オムロンが瀬戸球場の命名権を取得した。同球場は2009年に総工費88億円で建設された。",
        {"88億円": "瀬戸球場"},
    ),
    "a line its loss": (
        "オムロンの城下を走る大原線が廃止される。同線の輸送密度は1日120人で、年間赤字は3億円に上る。",
        {"3億円": "大原線"},
    ),
    "but not what another pays for it": (
        "オムロンが瀬戸球場の命名権を取得した。同球場は市が3億円で改修する。",
        {"3億円": "市"},
    ),
    "a firm's plant is the firm's": (
        "オムロンが浜松工場を新設する。同工場は5億円を投じて建てる。",
        {"5億円": "オムロン"},
    ),
    "the word for a sum owns none": (
        "青葉町はふるさと納税の寄付が増えた。受入額は前年比2割増の12億円だった。",
        {"2割": "青葉町", "12億円": "青葉町"},
    ),
    "nor behind the topic of its sentence": (
        "同馬は重賞を5勝し、生涯獲得賞金額は3億2000万円に上る。",
        {"3億2000万円": "同馬"},
    ),
    "but what damage was done is of what did it": (
        "台風が通り過ぎた。被害額は3億円に達した。",
        {"3億円": "台風"},
    ),
    "but a firm that is spoken of comes first": (
        "任天堂は本社を建て替える。新しい棟は10階建てだ。総工費は90億円。",
        {"90億円": "任天堂"},
    ),
    "what both firms have is of both": (
        "トヨタ自動車とスズキが提携する。両社の昨年の売上高は30兆円を超えた。",
        {"30兆円": "トヨタ自動車とスズキ"},
    ),
    "a sum of two that merge is of both, and so is the total behind it": (
        "大岬銀行が、北村銀行と経営統合すると発表した。両社を合わせた預金は11兆円、純利益の合計は390億円になる。",
        {"11兆円": "大岬銀行と北村銀行", "390億円": "大岬銀行と北村銀行"},
    ),
    "each of a list takes its change with its level": (
        "樹脂部品のアオバ精機と鋳物のカガリ工業は、営業利益をそれぞれ22%減の31億円、40%減の8億円に見直した。",
        {"22%": "アオバ精機", "31億円": "アオバ精機", "40%": "カガリ工業", "8億円": "カガリ工業"},
    ),
    "but a change and a level alone are of all of the list": (
        "ホンダと日産自動車の純利益は10%減の300億円だった。",
        {"300億円": "ホンダ"},
    ),
    "whose target it is stands before it, though no list knows the firm": (
        "大空証券のアナリストは「店を畳める」と指摘、岬中央銀の目標株価を1700円から2300円に引き上げた。",
        {"1700円": "岬中央銀", "2300円": "岬中央銀"},
    ),
    "only a firm has a business year": (
        "鉄鋼大手の岬物流の21年12月期の売上高は41%減の9億円、純損失は2億円だった。",
        {"41%": "岬物流", "9億円": "岬物流", "2億円": "岬物流"},
    ),
    "but a trade has one as well": (
        "トヨタ自動車の子会社は増益だった。自動車部門の24年3月期の営業利益は3億円だった。",
        {"3億円": "トヨタ自動車"},
    ),
    "who grows or runs so much stands behind it, not the firm that is spoken of": (
        "トヨタ自動車は増産する。牛50頭を飼う岬町の山田太郎さんは驚く。全国に300店を展開するアオバ商事は減益だった。",
        {"50頭": "山田太郎", "300店": "アオバ商事"},
    ),
    "plans that are added up are of all who made them": (
        "岬精鋼を含む三社の計画を足し合わせると、減益額は29億円を超える。",
        {"29億円": "三社"},
    ),
    "where it was sold owns what nothing else does": (
        "市内のスーパーでは、価格を198円に下げ、1日の販売数は380パックほどと2割増えた。",
        {"380パックほど": "スーパー", "2割": "スーパー"},
    ),
    "a day is nobody's sales": (
        "スーパーでは、卵の1日の販売数が380パックに増えた。",
        {"380パック": "卵"},
    ),
    "a work is given money, though it brings a price": (
        "岬町は予算案を発表した。バスを1回200円で走らせる事業に1850万円、住宅の建設に9700万円を計上する。",
        {"1850万円": "岬町", "9700万円": "岬町"},
    ),
    "what a mayor spends is the town's, and so is where it comes from": (
        "岬市の白川伸昌市長は、給食の補助に3億円を計上する考えを示した。財源は補正予算で2億円を見込む。",
        {"3億円": "岬市", "2億円": "岬市"},
    ),
    "but what he takes is his own": (
        "岬市の白川伸昌市長は、支援者から300万円を受け取った。",
        {"300万円": "白川伸昌"},
    ),
    "what the head of a plant says is of the plant's firm": (
        "アオバ製糖は工場を閉める。浦北製糖の日下昭彦所長は「操業は125日間を見込む」と話した。",
        {"125日間": "浦北製糖"},
    ),
    "an answer owns nothing, those who gave it were counted before": (
        "県内の中学校216校のうち39校が中止した。「各顧問の判断に任せる」も82校あった。",
        {"82校": "中学校"},
    ),
    "nor is a share of answers its own": (
        "市民1200人に聞いた調査で、「よく眠れる」は31%だった。",
        {"31%": "市民"},
    ),
    "but a film is": (
        "「海が聞こえる」は120館で公開された。",
        {"120館": "海が聞こえる"},
    ),
    "towns that are told of by what they did are those of the place": (
        "岬町は予算案を発表した。町によると、昨年度に県内で給食を無償にしたのは34市町村中11町村だった。",
        {"34市町村": "県内", "11町村": "県内"},
    ),
    "a rival's prices are the rival's": (
        "ミナト汽船は運賃を上げる。高速船で競合する筑紫オーシャンが先行して12%上げた。",
        {"12%": "筑紫オーシャン"},
    ),
    "a sector has a turnover of its own, a rate has none": (
        "長期金利が上昇した。業種別東証株価指数の「銀行業」は1.6%高の612.4、売買代金は4900億円だった。",
        {"4900億円": "銀行業"},
    ),
    "a sum of several is not of the first of them": (
        "トヨタ自動車など自動車大手3社が決算を発表し、純利益の合計が3兆円を超えた。",
        {"3兆円": "自動車大手3社"},
    ),
    "what did badly in a clause that is over owns nothing behind it": (
        "丸紅の純利益は30億円だった。スーパーの岬屋が苦戦し、営業利益は8億円にとどまった。",
        {"8億円": "丸紅"},
    ),
    "firms in their brackets make a list too": (
        "「丸紅」、「双日」の純利益は8億円増えた。",
        {"8億円": "丸紅"},
    ),
    "a firm that a headline's firm overtakes is not beside it": (
        "トヨタ、ホンダ超え首位 純利益は30億円\n\n決算の発表が相次いだ。",
        {"30億円": "トヨタ自動車"},
    ),
    "what a body counts of a whole market is not the headline's firm's": (
        "ホンダ、2位に浮上\n\n自動車販売協会は1日、新車販売台数を発表した。5%増の165万台だった。",
        {"5%": "新車", "165万台": "新車"},
    ),
    "somebody by the byname that a headline opens with": (
        "インドの「ポンプ王」、資産が4倍の62億ドルに\n\n株価が上がった。",
        {"4倍": "ポンプ王", "62億ドル": "ポンプ王"},
    ),
    "what a headline quotes is no thing": (
        "「送る前に、まず聞け」…食品大手、社員15%削減\n\n株価が上がった。",
        {"15%": "社員"},
    ),
    "a firm in two Latin words comes before the one spoken of": (
        "アップルの売上高は3億ドルだった。Blue Leafは10億ドルを調達した。",
        {"10億ドル": "Blue Leaf"},
    ),
    "so does one of which a line is told": (
        "アップルの売上高は3億ドルだった。カガリ・モビリティは売上高が8億ドルに増えた。",
        {"8億ドル": "カガリ・モビリティ"},
    ),
    "why it was so is told of another": (
        "丸紅の純利益は30億円だった。取引先のスズキが発注を減らしたため、売上高は8億円減った。",
        {"8億円": "丸紅"},
    ),
    "nor is it of whom it suffered from": (
        "スズキは、三菱自動車の業績が落ち込んだ影響で純利益が3割減った。",
        {"3割": "スズキ"},
    ),
    "a part that is the topic has the firm's own figures": (
        "丸紅の営業利益は30億円だった。金融部門は岬銀行や岬証券が伸び、2割増の8億円だった。",
        {"2割": "丸紅", "8億円": "丸紅"},
    ),
    "whose shares fell made the loss of another": (
        "丸紅の売上高は30億円だった。投資先の米エアビー(エアビー)の株価低迷で8億円の減損損失を計上した。",
        {"8億円": "丸紅"},
    ),
    "a town owns its budget": (
        "岩手県霧沢町は新年度の予算案をまとめた。一般会計の総額は98億円。歳入では町税が9億円とほぼ横ばいだ。",
        {"98億円": "霧沢町", "9億円": "霧沢町"},
    ),
    "what a public body says it spends is its own": (
        "共同通信によると、オーストラリア政府は300万豪ドルを支援すると発表した。",
        {"300万豪ドル": "オーストラリア政府"},
    ),
    "economic effects are of what brings them": (
        "シンクタンクの北陸総研は、球場の開業が県内にもたらす経済効果は年43億円に上ると試算した。",
        {"43億円": "球場"},
    ),
    "a storm owns its damage": ("台風15号による農業被害は28億円に上った。", {"28億円": "台風15号"}),
    "whoever sets a target price rates another": (
        "テスラ株は3%高だった。ノースゲート・セキュリティーズは目標株価を14ドルから11ドルに引き下げた。",
        {"14ドル": "Tesla", "11ドル": "Tesla"},
    ),
    "a broker's own target is another's too": (
        "テスラ株は3%高だった。バークレイズの目標は180ドルだ。",
        {"180ドル": "Tesla"},
    ),
    "a rating list's item is its firm's": (
        "■任天堂(7974)　岬証券、「買い」継続。目標株価は9100円。\n",
        {"9100円": "任天堂"},
    ),
    "who buys at a sum spends it": (
        "ソフトバンクグループはスイスのABBのロボット事業を53億ドルで買収する。",
        {"53億ドル": "ソフトバンクグループ"},
    ),
    "and the land it buys in does not": ("三菱商事は豪州の炭鉱権益を3000億円で取得する。", {"3000億円": "三菱商事"}),
    "a bid's price is of the firm bid for": (
        "KKRは富士ソフトに1株9850円でTOBを実施する。買収総額は約6500億円となる。",
        {"9850円": "富士ソフト", "約6500億円": "KKR"},
    ),
    "and of the firm whose shares are sold": (
        "トヨタ自動車は保有するKDDI株を1株4500円で売却した。",
        {"4500円": "KDDI"},
    ),
    "whoever tells of it is not 同社": (
        "水産加工会社「ひみ水産」が破産を申請した。帝国データバンクによると、同社は10年に売上高30億円を計上していた。",
        {"30億円": "ひみ水産"},
    ),
    "the only firm of an article owns its lines": (
        "織物会社「ふじう織布」の六代目、佐伯圭さんは笑う。転機は展示会だった。いまは売上高3億円の4割を海外が占める。",
        {"3億円": "ふじう織布"},
    ),
    "clubs stand behind their league": (
        "サッカーJ2のサンライズ氷見は命名権の売却で合意した。金額は年1億8000万円だ。",
        {"1億8000万円": "サンライズ氷見"},
    ),
    "persons have the name that was given first": (
        "山野誠氏が185票を獲得した。党員票では山野氏が119票だった。",
        {"185票": "山野誠", "119票": "山野誠"},
    ),
    "goods own the price right behind them": (
        "キャベツの卸売価格は1キロ82円だった。はくさいは64円で、37%の値下がりとなった。",
        {"82円": "キャベツ", "64円": "ハクサイ", "37%": "ハクサイ"},
    ),
    "a plant is no firm": ("スバルは群馬製作所での生産を2万台減らす。", {"2万台": "SUBARU"}),
    "a group as a whole is the group": (
        "ダイハツ工業の停止の影響で、トヨタグループ全体の生産は80万台となった。",
        {"80万台": "トヨタグループ"},
    ),
    "a name on a site speaks of no firm": (
        "知事は自身のフェイスブックで窮状を訴えた。予算管理省は90億円を充てる。",
        {"90億円": "予算管理省"},
    ),
    "the topic that gets the sum": (
        "後半に千葉の巻選手がゴールした。ジェフ千葉は、優勝チーム賞金1億円を獲得した。",
        {"1億円": "ジェフ千葉"},
    ),
    "a firm that raises money, and no investor behind it": (
        "AI半導体の「星芯智能」がシリーズAで3億元（約66億円）を調達した。小米集団（シャオミ）やBYDも出資した。\n\n"
        "同社は2021年に設立された。社員は200人で、売上高は5億元だった。",
        {"3億元": "星芯智能", "200人": "星芯智能", "5億元": "星芯智能"},
    ),
    "the rate of a time before is of whose the rate was": (
        "スズキの1～3月期の営業利益率は7%だった。前四半期は9%だった。",
        {"9%": "スズキ"},
    ),
    "what they answered owns nothing": (
        "若者の半数「投資に関心」\n\n20代に聞いたところ、「始めたい」との回答は48%だった。",
        {"48%": "回答"},
    ),
    "whose job it is, not whose land": ("英国の会社員の41%がAIを使っている。", {"41%": "会社員"}),
    "those into whom money flowed, not who raised some before": (
        "カガリは4億ドルを調達した。昨年この分野の新興企業に流れ込んだ資金は73億ドルだった。",
        {"4億ドル": "カガリ", "73億ドル": "この分野の新興企業"},
    ),
    "and those who raised it": (
        "スズキは4億ドルを調達した。AI分野のスタートアップによる資金調達額は昨年、75%増の200億ドルに達した。",
        {"75%": "AI分野のスタートアップ", "200億ドル": "AI分野のスタートアップ"},
    ),
    "but what a firm puts into them is its own": (
        "ソフトバンクグループの新興企業への投資額は3兆円に上った。",
        {"3兆円": "ソフトバンクグループ"},
    ),
    "what others lost, whoever counts it": (
        "調査会社チェイナリシスは10日、詐欺の被害額が170億ドルに上ったと発表した。",
        {"170億ドル": "詐欺"},
    ),
    "a firm by its short name": (
        "JR西日本が申告漏れを指摘された。ビルト社の追徴税額は約2000万円と見られている。",
        {"約2000万円": "ビルト社"},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_whose_it_is(case: str) -> None:
    text, wanted = CASES[case]
    assert owners_of(text, wanted) == wanted


KINDS = {
    "goods become dearer": ("銘柄米は4348円で前の週から8円上がった。", {"4348円": "price_level", "8円": "price_move"}),
    "a thing costs what stands in its brackets": (
        "「青の実」（120グラム、1480円）は売れた。",
        {"1480円": "price_level"},
    ),
    "a count between two prices of a row": (
        "値上げ幅は41銘柄で30円、20銘柄で25円となる。",
        {"30円": "price_move", "25円": "price_move"},
    ),
    "but a fund of another size is none": (
        "新型は1台3000円で売る。開発には20億円を投じた。",
        {"3000円": "price_level", "20億円": "financial"},
    ),
    "what a firm makes more of is no price": ("キオクシアは四日市工場の月産能力を3割引き上げる。", {"3割": "quantity"}),
    "the rate of a time before": (
        "スズキの営業利益率は7%だった。前年同期は9%だった。",
        {"7%": "financial", "9%": "financial"},
    ),
    "positions that are closed by force": (
        "過去24時間で2億ドル相当のショートが強制的に清算された。",
        {"2億ドル": "quantity"},
    ),
    "what it was held worth when it raised money": (
        "スズキの評価額は先月の資金調達で3800億ドルとなった。ホンダは増資ラウンドで20億ドルと評価された。",
        {"3800億ドル": "market_cap_level", "20億ドル": "market_cap_level"},
    ),
    "by what its holders sold": (
        "決済新興のストライプは2日、従業員が保有する株式の売却を通じて、評価額が1590億ドルになったと明らかにした。",
        {"1590億ドル": "market_cap_level"},
    ),
    "but not what is held": ("スズキは保有する株式の評価額が30億円になったと発表した。", {"30億円": "financial"}),
    "and what it raised": ("スズキは評価額3500億ドルで200億ドルの資金調達を進めている。", {"200億ドル": "financial"}),
    "give or take": ("誤差はプラスマイナス3ポイントだ。", {"3ポイント": "quantity"}),
    "where a quoted price went in a session whose sentence has no name": (
        "日経平均は反落した。午前10時すぎには5万3200円まで下げた。",
        {"5万3200円": "price_level"},
    ),
    "and the level that it won back": (
        "日経平均株価は続伸で始まった。5万4000円台を回復する場面もあった。",
        {"5万4000円台": "price_level"},
    ),
    "a rate of exchange, too": (
        "円相場は続落した。午後3時前には158円70銭まで下げた。",
        {"158円70銭": "price_level"},
    ),
    "but no sum and no shop's price": (
        "円相場は下落した。税収は午後の試算で5000億円まで下げた。午後に食品スーパーは弁当を398円まで下げた。",
        {"5000億円": "financial", "398円": "financial"},
    ),
    "up to where a fall widened": (
        "日経平均株価は5万3200円まで下げ幅を広げた。TOPIXは2.1%まで下げ幅を広げた。",
        {"5万3200円": "price_level", "2.1%": "price_move"},
    ),
    "and by how much": (
        "日経平均株価は一時500円超まで下げ幅を広げた。",
        {"500円超": "price_move"},
    ),
    "a price that widened its gain, by the one beside it": (
        "オムロンは反発した。6120円で寄り付いた後、6300円まで上げ幅を拡大した。",
        {"6300円": "price_level"},
    ),
    "yields in a row that all rose": (
        "2年債利回りは1.38%、5年債利回りは1.71%といずれも上昇した。",
        {"1.38%": "price_level", "1.71%": "price_level"},
    ),
    "indices in a row that all rose": (
        "日経平均株価は2.1%、TOPIXは1.4%といずれも上昇した。",
        {"2.1%": "price_move", "1.4%": "price_move"},
    ),
    "lack of parts is no funding": ("ホンダは部品の調達難で2.7%減った。", {"2.7%": "quantity"}),
    "what all coins lost beside one's worth": (
        "ビットコインの時価総額は2兆ドルを割り、暗号資産全体では3000億ドルが失われた。",
        {"3000億ドル": "market_cap_move"},
    ),
    "what vanished as the shares fell": (
        "テスラの株価は15%下落し、1日で1200億ドルが吹き飛んだ。",
        {"1200億ドル": "market_cap_move"},
    ),
    "but what holders lost": (
        "テスラ株が15%急落し、投資家は30億ドルを失った。",
        {"30億ドル": "financial"},
    ),
    "a rate of growth beside the one before": (
        "マイクロソフトの増収率は17%で、前の四半期の18%から鈍化した。",
        {"17%": "financial", "18%": "financial"},
    ),
    "with what it holds too": (
        "先月、国内で販売された新車は、軽自動車を含めて40万3012台だった。このうちトヨタは2%減った。",
        {"40万3012台": "delivery", "2%": "delivery"},
    ),
    "several times last year's is a change": ("売上高は前年同期の4倍を超える11億ドルに達した。", {"4倍": "financial"}),
}


def test_the_mark_of_an_index_is_no_count() -> None:
    text = "カガリ電子は10.6%上昇した。総合株価指数（KOSPI）は6.4%高の7384.56で、初の7000台に乗せた。"
    found = [(c.kind, c.subject.name if c.subject else None) for c in extract_text(text) if c.value is not None]
    assert found[1:] == [("price_move", "韓国総合株価指数"), *[("price_level", "韓国総合株価指数")] * 2]


def test_orders_are_neither_profit_nor_sales() -> None:
    text = "スズキの純利益は34億ドルだった。受注は20%増の53億ドルに達した。"
    assert [c.measure for c in extract_text(text) if c.value is not None] == ["net_profit", "other", "other"]


@pytest.mark.parametrize("case", KINDS)
def test_what_it_is(case: str) -> None:
    text, wanted = KINDS[case]
    kinds = {c.value.text: c.kind for c in extract_text(text) if c.value is not None}
    assert {figure: kinds.get(figure) for figure in wanted} == wanted


def test_a_storm_stands_in_the_record_as_it_is_written() -> None:
    (claim,) = [c for c in extract_text("台風１５号による農業被害は２８億円に上った。") if c.value is not None]
    assert claim.subject is not None
    assert (claim.subject.text, claim.subject.name) == ("台風１５号", "台風15号")


def test_money_is_of_the_land_that_the_article_speaks_of() -> None:
    """ペソ is Mexico's, but in an article on Manila the Philippines'; a land that is said with it stays."""
    units = [
        {c.value.unit for c in extract_text(text) if c.value is not None}
        for text in (
            "罰金は9億ペソだ。",
            "フィリピン政府の罰金は9億ペソだ。",
            "フィリピンでの罰金は9億メキシコペソだ。",
        )
    ]
    assert units == [{"MXN"}, {"PHP"}, {"MXN"}]


@pytest.mark.parametrize(
    ("text", "modality", "direction"),
    [
        ("日銀は政策金利を0.5%に据え置くことを決めた。", "asserted", None),
        ("FRBは政策金利の誘導目標を0.25%引き下げた。", "asserted", "down"),
        ("会社は純利益の予想を50億円に据え置いた。", "forecast", None),
        ("フリーキャッシュフローは1200億円のプラスだった。", "asserted", None),
        ("スズキの純利益は市場予想の平均を5%上回った。", "asserted", "up"),
        ("スズキ、約2000人を解雇へ", "forecast", "down"),
        ("スズキは600人を解雇した。", "asserted", "down"),
        ("スズキは約3000人の人員削減を終えた。", "asserted", "down"),
        ("スズキは約3000人の人員削減を実施する。", "forecast", "down"),
        ("為替が円高に振れた場合、スズキの営業利益は20億円になる。", "conditional", None),
        ("契約を結んだ場合違約金として300万円を支払う。", "conditional", None),
        ("同業と比べた場合、スズキの負債は30億円だ。", "asserted", None),
        ("男は「払えば貸す」と電話をかけ、現金48万円をだまし取った疑い。", "reported", None),
        ("被害額は3億円に上るとみられ、県警は余罪を調べる方針。", "reported", None),
        ("スズキは600人を解雇して再建を急ぐ。", "asserted", "down"),
        ("美波市は新駅建設計画のための予算3400万円を計上していた。", "asserted", None),
        ("美波市は再開発計画に12億円を投じた。", "asserted", None),
        ("美波市は再開発計画に12億円を投じる。", "forecast", None),
        ("スズキの売上高は目標の3000億円を達成した。", "asserted", None),
        ("スズキは出資比率を11%から引き上げる予定だ。", "forecast", None),
        ("スズキの売上高は目標の3000億円を達成する見通しだ。", "forecast", None),
    ],
)
def test_how_it_is_said(text: str, modality: str, direction: str | None) -> None:
    (claim,) = [c for c in extract_text(text) if c.value is not None]
    assert (claim.modality, claim.direction) == (modality, direction)


def test_as_of_a_clock_time_is_not_the_day_of_publication() -> None:
    text = "警察によると、30日午後8時(UTC+8)現在、死者は12人に上った。"
    (claim,) = [c for c in extract_text(text, published=date(2008, 5, 31)) if c.kind == "quantity"]
    assert claim.time is None or claim.time.start != "2008-05-31"


@pytest.mark.parametrize(
    ("text", "evidence", "owner"),
    [
        ("トヨタ自動車の株価は2%高だった。ノードライトは逆に4.4%上げた。", "4.4%", "ノードライト"),
        ("トヨタ自動車は純利益が3%増えた。競合の北辰フィルムも通期の赤字を25億円とした。", "25億円", "北辰フィルム"),
        (
            "トヨタ自動車は純利益が3%増えた。インボイスは利益を4億円押し下げた。",
            "4億円",
            "トヨタ自動車",
        ),  # what moved it
        ("トヨタ自動車は純利益が3%増えた。資金繰りは改善し、借入金は4億円減った。", "4億円", "トヨタ自動車"),  # no name
        ("トヨタ自動車は純利益が3%増えた。カガリノは同社の販売を4%増とみる。", "4%", "トヨタ自動車"),
    ],
)
def test_the_sentences_own_topic_goes_before_a_firm_of_another(text: str, evidence: str, owner: str) -> None:
    names = [c.subject.name for c in extract_text(text, date(2026, 5, 15)) if c.evidence.text == evidence and c.subject]
    assert names == [owner]
