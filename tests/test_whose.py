"""Whose a figure is through an article: headings of items, who only tells, who only joins, prices of nothing, works in brackets."""

from __future__ import annotations

import pytest
from whose import owners_of

from jijitsu.extract import extract_text

CASES = {
    "a row of firms leaves the text where it was": (
        "オムロンは赤字だった。負債はオムロンが50億円、任天堂が20億円、カプコンは9億円で、実質では3社で60億円程度とみられる。売上高は3億円。",
        {"9億円": "カプコン", "60億円程度": "3社", "3億円": "オムロン"},
    ),
    "a year is no goods, though a house counts what was shipped in it": (
        "IDCは14日、世界PC市場の見通しを公表した。10〜12月期の世界PC出荷は7100万台だった。\nIDCは25年通年の世界出荷を2億7100万台と予測する。",
        {"2億7100万台": "世界PC"},
    ),
    "a court owns no rent": (
        "福岡地裁は、家賃約60万円を滞納していた男性に支払い義務があると認定した。",
        {"約60万円": None},
    ),
    "no price owns itself, whatever day stands between": (
        "金と銀が上がった。銀の28日の小売価格も1グラム=528円と9円値上がりした。",
        {"528円": "銀", "9円": "銀"},
    ),
    "nor a season": (
        "農協は慎重だ。来春の卸値は60キロ2万4千円前後まで下がると予想する。",
        {"2万4千円前後": "卸値"},
    ),
    "nor a sum": ("概算要求で、一般会計の総額が128兆円となった。", {"128兆円": "一般会計"}),
    "who bears it, whatever firm the text speaks of": (
        "オムロンは赤字だ。町の負担は25年度で1800万円に上る。家計の負担は月3000円増える。",
        {"1800万円": "町", "3000円": "家計"},
    ),
    "how many homes are sold owns nothing": (
        "オムロンの2025年の首都圏での販売戸数は1240戸と前の年を2割下回ったが、1戸当たりの平均価格は1億円に上がった。",
        {"2割": "オムロン", "1億円": "オムロン"},
    ),
    "the firm whose fall it was lost the value": (
        "オムロンの急落は、1日で約500億ドルの時価総額を消し去った。",
        {"約500億ドル": "オムロン"},
    ),
    "what a body of makers counts is its field's, also where it announces it": (
        "スズキの販売は33万台だった。日本自動車輸入組合は、8月の輸入車の新車登録台数が2万台だったと発表した。",
        {"33万台": "スズキ", "2万台": "輸入車"},
    ),
    "a drop is of whose drop it is": ("8月の米国販売は12万台だった。PHVの落ち込みは2割を超えた。", {"2割": "PHV"}),
    "what is paid is a fee's, not a grown-up's": (
        "園は4月に大人の入園料を1500円から1800円に引き上げた。",
        {"1500円": "入園料", "1800円": "入園料"},
    ),
    "a third beer is no beer": (
        "ビールが3%増えたのに対し、第3のビールは12%減った。",
        {"3%": "ビール", "12%": "第3のビール"},
    ),
    "what gets cheaper, not who was spoken of": (
        "スズキは値上げする。10月には税が一本化され、ビールは約9円安く、茶は約7円高くなる。",
        {"約9円": "ビール", "約7円": "茶"},
    ),
    "what one unit is in others says nothing new": (
        "ビールの販売は3億ケース(1ケースは大瓶20本換算)だった。",
        {"3億ケース": "ビール", "1ケース": None, "20本": None},
    ),
    "what is valued owns its worth, not who values it": (
        "県警は、盗まれた仏像の価値を3000万円とみている。市は旧庁舎の土地の評価額を9億8000万円と算定した。腕時計の価値は1億2000万円相当という。",
        {"3000万円": "仏像", "9億8000万円": "土地", "1億2000万円": "腕時計"},
    ),
    "but a holding's worth is the holder's, and a firm's the firm's": (
        "オムロンの持ち分の価値は77億円となる。米ファンドはカプコンの企業価値を約900億円と算定した。",
        {"77億円": "オムロン", "約900億円": "カプコン"},
    ),
    "whom somebody values or buys, 同社 is": (
        "オムロンは10日、新工場を建てると発表した。浜田キャピタルは、同社の企業価値を9000億円と評価した。",
        {"9000億円": "オムロン"},
    ),
    "but its own works are its own": (
        "カプコンは赤字だ。オムロンは、同社の工場で7億円の損失を出した。",
        {"7億円": "オムロン"},
    ),
    "what two firms have when they merge is of both": (
        "オムロンとカプコンは経営統合する。単純合算で売上高は800億円となる。新会社は店を改装する。統合効果は営業利益で7億円を見込む。",
        {"800億円": "オムロンとカプコン", "7億円": "オムロンとカプコン"},
    ),
    "times as much of the bottom line, in a headline": (
        "オムロン、上期最終益3.1倍　経常益2.5倍　電池は赤字拡大\n\nオムロンは増産する。",
        {"3.1倍": "オムロン", "2.5倍": "オムロン"},
    ),
    "what is told of so many firms is of them": (
        "純利益の分かった38社でみると合計は41億円。オムロンは増益だった。",
        {"41億円": "38社"},
    ),
    "a price in somebody's words is of the goods": (
        "支店は「サバの卸値は1キロ430円前後だ」とみる。",
        {"430円前後": "サバ"},
    ),
    "a debt in the bracket behind a noun is the noun's": (
        "オムロンは赤字だ。負債では2010年の浜田グランド園（同46億円）を抜いた。主力の部品事業（同6億円）は伸びた。",
        {"46億円": "浜田グランド園", "6億円": "オムロン"},
    ),
    "what a headline says of two firms that merge is of both": (
        "スズキ・トヨタ経営統合、売上高4200億円に　3年で400店改装\n\n両社が14日発表した。",
        {"4200億円": "スズキとトヨタ自動車", "400店": "スズキとトヨタ自動車"},
    ),
    "and so it is in one sentence": (
        "オムロンとカプコンは2026年10月に合併し、売上高4200億円の会社になる。純利益はそれぞれ3億円、5億円だった。",
        {"4200億円": "オムロンとカプコン"},
    ),
    "who holds a place in a ranking": (
        "売上高ランキングで、首位はオムロンの310億円。2位は月の輪堂（京都市）の280億円。首位は前年の286億円から増えた。",
        {"310億円": "オムロン", "280億円": "月の輪堂"},
    ),
    "whose loss only weighs on the topic takes nobody's place": (
        "オムロンは減益だった。買収した任天堂の営業赤字4億円が重荷となった。売上高は6%増えた。",
        {"4億円": "任天堂", "6%": "オムロン"},
    ),
    "同社 is the subsidiary of which the sentence before tells": (
        "オムロンは減益だった。子会社の任天堂が振るわなかった。同社の売上高は6%減った。",
        {"6%": "任天堂"},
    ),
    "but not one that is only why": (
        "オムロンは減益だった。子会社の任天堂が振るわず、配当を減らす。同社の売上高は6%減った。",
        {"6%": "オムロン"},
    ),
    "a heading opens the lines of another firm": (
        "■東京エレクトロン(8035)　続伸\n1410円高の4万1230円。米インテルは23日、増産を決めた。\n\n■任天堂(7974)　反落\n2.9%安の9104円まで下げた。\n",
        {"1410円": "東京エレクトロン", "2.9%": "任天堂", "9104円": "任天堂"},
    ),
    "a sign in front of a whole sentence is no heading": (
        "トヨタ自動車は増産する。\n■任天堂は減産する。同社の株価は3%下げた。\n",
        {"3%": "任天堂"},
    ),
    "who compiled the forecasts owns none of them": (
        "オムロンは28日、純利益が300億円になる見通しだと発表した。LSEGがまとめたアナリスト予想の平均391億円を下回る。",
        {"300億円": "オムロン", "391億円": "オムロン"},
    ),
    "a federation owns the orders that it compiles": (
        "オークマの株価が上げた。日本工作機械工業会がまとめた9月の受注額は1391億円だった。",
        {"1391億円": "日本工作機械工業会"},
    ),
    "an analyst's house does not become what the article is about": (
        "ダイキン工業の株価が12日、5%高の2万円に上昇した。\n\nみらい証券の岡部慎一アナリストは思惑が強まると指摘。目標株価を2万5500円に引き上げた。",
        {"2万5500円": "ダイキン工業"},
    ),
    "a president's firm does": (
        "トヨタ自動車は増産する。任天堂の早見慎吾社長は強気だ。売上高は20億円を見込む。",
        {"20億円": "任天堂"},
    ),
    "who joins in is no topic": (
        "任天堂は40億ドルを調達した。出資はミサキ投信が主導し、マイクロソフトも加わった。売上高は52億ドルに上る。",
        {"52億ドル": "任天堂"},
    ),
    "who does the same is one": ("任天堂は増収だった。カプコンも売上高が52億円に上る。", {"52億円": "カプコン"}),
    "the one firm that is named later": (
        "しかし売上高は5%増の529億ドルだった。アップルのクックCEOは、新機種の噂が響いたと説明した。",
        {"5%": "Apple", "529億ドル": "Apple"},
    ),
    "a survey counts its field": (
        "米シグマ調査は10日、世界PC出荷の速報値を公開した。これによると、前年比8%減の8750万台となった。",
        {"8750万台": "世界PC"},
    ),
    "a survey's field has its sums too": (
        "電子機器協会は24日、9月の国内パソコン出荷実績を発表した。出荷台数は12%増の82万台、出荷金額は950億円だった。",
        {"950億円": "国内パソコン"},
    ),
    "whose results the next sentence tells": (
        "オラクルのクラウド事業が伸びている。売上高は2割増の57億ドルだった。",
        {"57億ドル": "Oracle"},
    ),
    "a plain word owns no results": (
        "ミサキ電機の生産ラインが再び動いた。売上高は57億円だった。",
        {"57億円": "ミサキ電機"},
    ),
    "a land is no goods, what was shown is": (
        "時計のラクスは10日、新型の腕時計「ミナモ」を発表した。価格は米国で599ドル、日本では8万9000円。",
        {"599ドル": "ミナモ", "8万9000円": "ミナモ"},
    ),
    "a price of nothing is its goods'": ("銅の国際価格は1トン1万3000ドルを突破した。", {"1万3000ドル": "銅"}),
    "takings are the work's": (
        "配給元の東都映画は、長編映画『海鳴りの塔』の興行収入が100億円を突破したと発表した。",
        {"100億円": "海鳴りの塔"},
    ),
    "several groups own their sum": (
        "3メガバンクグループが14日に発表した4〜9月期の連結純利益は、合計で2兆7900億円だった。",
        {"2兆7900億円": "3メガバンクグループ"},
    ),
    "what is hoped for is no work": (
        "任天堂は新工場を建てる。総工費は約300億円に上る見込みだ。",
        {"約300億円": "任天堂"},
    ),
    "what a firm has at its own": (
        "任天堂は新作を出した。イオンでは営業収益が10兆円に増える。トラステラでは売上高が4億円だった。水素イオンでは3%だった。",
        {"10兆円": "イオン", "4億円": "トラステラ"},
    ),
    "a turn of speech is no part of a short name": (
        "日本郵船は予想を見直した。このうち郵船は26年3月期の純利益予想を2400億円に引き下げた。",
        {"2400億円": "日本郵船"},
    ),
    "a bank of issue is not the firm that a text calls 同社": (
        "町おこしを担う合同会社が宿を開く。日銀は物価を注視している。同社は町に年120万円の賃料を払う。",
        {"120万円": "同社"},
    ),
    "what somebody puts together owns nothing": (
        "九州電力のまとめでは、九州全域で13万2,000戸が停電した。業界団体のまとめでは、2026年3月期の業績は売上高が9億円となる。",
        {"13万2,000戸": "九州全域"},
    ),
    "what costs are of": (
        "村は広場に鏡を置いた。計画に要した費用は10万ユーロ。",
        {"10万ユーロ": "計画"},
    ),
    "a name behind its bracket is no half of it": (
        "女優の早見法子(本名・高見法子=たかみ・のりこ)被告が17日、保釈金500万円を支払って保釈された。",
        {"500万円": "早見法子"},
    ),
    "what stands in brackets at a head may be the firm, and no byline": (
        "きょうの株\n【トヨタ自動車＝7203】 3%高の2850円で終えた。\n【ソニー＝業績予想】 純利益を4000億円に引き上げた。\n[AAPL] アップルは4%高の285ドルで終えた。",
        {"3%": "トヨタ自動車", "4000億円": "ソニーグループ", "285ドル": "Apple"},
    ),
    "who waits for a figure does not own it": (
        "注目の失業率は5.4%だった。",
        {"5.4%": "失業率"},
    ),
    "an agency that wrote a line is nobody in it": (
        "［ロンドン ロイター］ - 町おこしを担う合同会社が宿を開く。同社は町に年120万円の賃料を払う。",
        {"120万円": "同社"},
    ),
    "a firm with a code that is named as an agency is": (
        "潮見通信<9499>が急伸。前日比85円高の1170円まで買われた。売買高は前日の4倍に膨らんだ。受注額は18億円。",
        {"85円": "潮見通信", "1170円": "潮見通信", "4倍": "潮見通信", "18億円": "潮見通信"},
    ),
    "and one whose shares are told of": (
        "潮見放送が続落。前日比15円安の820円をつけた。売買代金は42億円。",
        {"15円": "潮見放送", "42億円": "潮見放送"},
    ),
    "an agency tells of others": (
        "光通信が急伸した。共同通信によると、オムロンの純利益は320億円だった。",
        {"320億円": "オムロン"},
    ),
    "a mood of the market says whose the next price is": (
        "銀は5.6%安の81.20ドルで終えた。\n　暗号資産のビットコインは下げがきつい。調査会社によると、午前7時時点で24時間前に比べ6.3%安い7万1850ドル前後で推移する。",
        {"81.20ドル": "銀", "6.3%": "ビットコイン", "7万1850ドル前後": "ビットコイン"},
    ),
    "so does what also happens to a price": (
        "円相場は1ドル＝157円15銭だった。ユーロも売られた。午後5時時点では前日に比べ1円12銭安い185円20銭で推移する。",
        {"1円12銭": "ユーロ", "185円20銭": "ユーロ"},
    ),
    "and where buyers or sellers come in": (
        "金は1トロイオンス＝4910ドルだった。イーサリアムにも売りが波及した。前日比4%安の2010ドルで取引された。",
        {"4%": "イーサリアム", "2010ドル": "イーサリアム"},
    ),
    "a metal in a mood is one that is quoted": (
        "金は1トロイオンス＝4910ドルだった。銅は底堅い。3カ月先物は前日比120ドル高の1トン＝1万2910ドルで終えた。",
        {"4910ドル": "金", "120ドル": "銅"},
    ),
    "a firm is no mood": (
        "オムロンは銅を使う部品が強い。売上高は3億円だった。",
        {"3億円": "オムロン"},
    ),
    "ドローン does not end in ローン": (
        "この日は産業用ドローンのホシノリンク（498A）も上場した。初値は890円だった。",
        {"890円": "ホシノリンク"},
    ),
    "a broker rates another, and what follows is of the rated": (
        "大和証券は18日付で、潮見建機<6399>の投資判断を「2」から「1」に引き上げた。目標株価は3100円から4200円に変更した。",
        {"3100円": "潮見建機", "4200円": "潮見建機"},
    ),
    "also where a short name of the broker leads the headline": (
        "野村、村田製を「買い」に格上げ　目標株価4200円\n\n　投資判断を2段階上げた。目標株価は従来3100円だった。",
        {"4200円": "村田製作所", "3100円": "村田製作所"},
    ),
    "and where the broker stands in a list with it": (
        "ゴールドマン、オムロンの目標株価5200円に引き上げ\n\n　世界景気の回復を織り込む。",
        {"5200円": "オムロン"},
    ),
    "a broker that nobody rates is its own": (
        "野村ホールディングスは反落。任天堂は新作を出した。野村ホールディングスの純利益は3億円だった。",
        {"3億円": "野村ホールディングス"},
    ),
    "a sector of American shares moves by itself": (
        "S&P500の11セクターでは、一般消費財が1.9%安と下げが目立った。エネルギーは0.8%高。個別ではアップルが2.2%安だった。",
        {"1.9%": "一般消費財", "0.8%": "エネルギー", "2.2%": "Apple"},
    ),
    "a trade by that name is no sector": (
        "オムロンのエネルギー事業は3%増えた。セクターごとに違う。",
        {"3%": "オムロン"},
    ),
    "what is traded at an exchange is no firm's": (
        "個別ではアップルが8.4%急騰した。米取引所の合算出来高は182億株だった。",
        {"182億株": "米取引所"},
    ),
    "what an auction brought is of the bond": (
        "10年債入札は、最低落札価格が99円62銭と市場予想を下回った。テールは3銭だった。応札倍率は3.42倍だった。",
        {"99円62銭": "10年債利回り", "3銭": "10年債利回り", "3.42倍": "10年債利回り"},
    ),
    "an auction of no bond is not": (
        "10年債は売られた。県の工事の入札で、オムロンの落札価格は3億円だった。",
        {"3億円": "オムロン"},
    ),
    "money has no customers": (
        "ニトリホールディングスは3日、既存店売上高が4%増え、客数は1%減ったと発表した。",
        {"1%": "ニトリホールディングス"},
    ),
    "a paper owes nothing of what it tells, nor its land": (
        "カガリ証券は調査を始めた。オーロラ・タイムズ紙は、損失が20億ドルに膨らむ可能性があると報じた。イギリスのヘラルド紙は、費用が300万ポンドに達すると伝えた。",
        {"20億ドル": "カガリ証券", "300万ポンド": "カガリ証券"},
    ),
    "but what it earns is its own": (
        "デイリー・ヘラルド社は減益だった。同紙の売上高は3億円に減った。",
        {"3億円": "デイリー・ヘラルド"},
    ),
    "what may be is nobody": (
        "大聖堂で火事があった。修復の費用が1200万ポンドに達する恐れがある。",
        {"1200万ポンド": "修復"},
    ),
    "who speaks for others pays nothing": (
        "岬クラブの関係者は、移籍金が600万ユーロにのぼると話している。",
        {"600万ユーロ": "移籍金"},
    ),
    "who only tells of the dead is not they": (
        "保健相は、コレラの患者が3400人に達し、210人が死亡したと発表した。",
        {"3400人": "患者", "210人": "患者"},
    ),
    "nor who finds them, and the missing are not the dead": (
        "フェリーが沈んだ。沿岸警備隊は29人の死亡を確認し、60人余りが行方不明になっている。17人の行方は分かっていない。",
        {"29人": "死者", "60人余り": "行方不明者", "17人": "行方不明者"},
    ),
    "but the hurt of a body that is hurt are its own": (
        "岬町の消防団は、団員3人が負傷した。",
        {"3人": "団員"},
    ),
    "firms that do it together are a list though each has its words": (
        "部品大手のオムロン（本社・京都市）と中堅の任天堂は5日、10月に合併すると発表した。合併後の売上高は400億円となる。両社は重複する部門で1200人を減らす。両社には9000人の従業員がいる。",
        {"400億円": "オムロンと任天堂", "1200人": "オムロンと任天堂", "9000人": "オムロンと任天堂"},
    ),
    "one of them from abroad": (
        "オムロンと米インテルは5日、共同で工場を建てると発表した。両社は技術者700人を雇う。",
        {"700人": "オムロンとIntel"},
    ),
    "but what each has is no sum": (
        "オムロンと提携先の任天堂の交渉が続く。オムロンの売上高は30億円だった。従業員は200人を数える。",
        {"30億円": "オムロン", "200人": "オムロン"},
    ),
    "who is to pay, right in front of the sum, and not what the judge's words speak of": (
        "岬地裁の大野裁判長は「安全管理体制には重大な不備があった」と述べ、学校法人に計3200万円を支払うよう命じた。別の判決では「教諭の指導は行き過ぎだった」として、道に50万円の賠償を命じた。",
        {"3200万円": "学校法人", "50万円": "道"},
    ),
    "nor where the verdict stands behind": (
        "岬地裁は5日、岬食品に1200万円の支払いを命じる判決を言い渡した。",
        {"1200万円": "岬食品"},
    ),
    "a line of money has no visitors": (
        "岬ホークスは5日、決算を発表した。売上高は231億円だった。入場者数は224万人だった。",
        {"231億円": "岬ホークス", "224万人": "岬ホークス"},
    ),
    "what a president's words speak of ends with them": (
        "オムロンの佐伯社長は会見で「管理体制が甘かった」と謝罪し、会員1人につき500円分のポイントを配ると説明した。",
        {"500円": "オムロン"},
    ),
    "a decade prints nothing": (
        "月刊誌「月刊アオバ」は1975年の創刊で、80年代には19万部を発行していた。",
        {"19万部": "月刊アオバ"},
    ),
    "who audits spent nothing": (
        "会計検査院は、問題の研究に投じられた公費が約1億4500万円に上ると発表した。",
        {"約1億4500万円": "公費"},
    ),
    "a noun right behind 場合 begins there": (
        "雨天の場合観客は2万人に制限される。当せんが出た場合最高金額の7億円を払う。",
        {"2万人": "観客"},
    ),
    "what a thing is made of or shows is not what there are so many of": (
        "問題の動画は、更衣室内を撮影したもので、4本が見つかった。冊子は市内を紹介したもので、2万部を配る。",
        {"4本": "動画", "2万部": "冊子"},
    ),
    "who adds up is not what is added up": (
        "感染者は706人となった。国際保健機関の集計では、世界で3万9620人が感染した。",
        {"3万9620人": "感染者"},
    ),
    "homes without power where no place is told of": (
        "早見知事は派遣を要請し、隊員が捜した。北浜電力によると、約2万戸が停電した。",
        {"約2万戸": "停電"},
    ),
    "but the place where one is": ("南県では約2万戸が停電した。", {"約2万戸": "南県"}),
    "where one stayed costs nothing": (
        "早見氏は船で海を渡った。途中、ハワイには3日間立ち寄った。費用は2000万円だった。",
        {"2000万円": "早見氏"},
    ),
    "nobody owns the turnout": (
        "市長選、早見氏が当選　投票率は42.3%\n\n市長選が15日に行われた。早見氏は得票率が51%だった。",
        {"42.3%": "投票率", "51%": "早見"},
    ),
    "a film in plain brackets": (
        "映画「海鳴り」興行収入100億円突破\n\n配給元は、映画「海鳴り」が全国435スクリーンで上映されていると発表した。",
        {"100億円": "海鳴り", "435スクリーン": "海鳴り"},
    ),
    "a model named by its size": (
        "価格は16ギガバイトモデルで6万7800円からだ。",
        {"6万7800円": "16ギガバイトモデル"},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_whose_it_is(case: str) -> None:
    text, wanted = CASES[case]
    assert owners_of(text, wanted) == wanted


def test_a_line_cut_within_its_unit_is_read_without_fault() -> None:
    text = "米国株、ダウ続落し592ドル安\n10年債利回りは前日から0.09%低い4.18%。ビットコインは約1\n年ぶりに6万ドルを割り込んだ。WTI3月物は1.85ドル安の1バレル＝63.29ド"
    assert {"592ドル", "4.18%"} <= {claim.value.text for claim in extract_text(text) if claim.value}
