"""Signs that a word names a company: how news brings in a name (`外食のX`, `株式会社X`), and what it says of one later.

`signs` takes the folded text and yields every word that may be a name with what speaks for it; `support` takes a place
of such a word and says what the words right around it add. Each sign has points; wordhood.needed says how many a word
needs, by how ordinary it is: ソラマメ more than アドリス. Every pattern looks at a bounded stretch.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

import msgspec

from jijitsu.extract.lexicon import either, words
from jijitsu.extract.linking.entity.borders import script
from jijitsu.extract.linking.entity.endings import (
    BEFORE,
    EDGE,
    KATAKANA,
    MIXED,
    OF_PERIOD,
    RUN,
    WORD,
    endings,
    land_and_trade,
    without_lead,
)
from jijitsu.extract.linking.entity.wordhood import is_coined
from jijitsu.extract.regex import regex
from jijitsu.extract.words.anchors import Anchored

HIRAGANA = r"[ぁ-ゖ][ぁ-ゖー]{2,8}?"
KANJI = r"[一-鿿々ヶ]{2,6}"
# フレッシュみつば, いそまる水産: letters of two scripts, hiragana among them; wordhood looks whether they are words.
WITH_KANA = r"(?:[ァ-ヺー]{2,12}[ぁ-ゖ]{2,6}?|[ぁ-ゖ]{2,6}(?:[一-鿿]{0,4}[ァ-ヺー]{2,12}|[一-鿿]{1,6}))"
NUMBERED = r"[0-9]{1,2}[A-Za-z]?[-&.][A-Za-z][A-Za-z0-9.-]{0,10}"
_FOLLOWED = (
    r"(?=[はもを、(<]|が(?![りるっれ])|に(?:よると|よれば)|と[、一-鿿ァ-ヺ]|[株社側](?![員会長債])"
    r"|の(?:株|社長|会長|親会社|子会社|売上|業績|[0-9][0-9~/年月-]{0,10}(?:期|月|年度)|純利益|営業利益|経常利益))"
)
DATE = r"(?:[0-9]{1,2}月)?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})日"


# Only firms do so: アオバ(川崎市)が会社更生法の適用を申請した。
_FAILED = regex(
    r"[はが][^。\n]{0,60}?(?:民事再生|会社更生|経営破綻|負債総額|自己破産|破産を申|破産手続|債務超過|新規株式公開|初値[はが]|公開価格"
    r"|東証[ァ-ヺ一-鿿]{2,6}に上場)"
)
# Evidence that counts only beside other evidence.
BESIDE = {"made": {"placed", "suffered", "legal"}, "act": {"trade", "placed", "quoted"}, "earned": {"placed"}}


class Sign(msgspec.Struct, frozen=True):
    """A word that may be a name, and what says so. `points`: how much that says."""

    name: str
    label: str
    points: int


class _Words(msgspec.Struct, frozen=True):
    trades: tuple[str, ...]
    firms: tuple[str, ...]
    persons: tuple[str, ...]
    deed: re.Pattern[str]
    dated: re.Pattern[str]
    act: re.Pattern[str]
    goods: tuple[str, ...]


@cache
def _words() -> _Words:
    data = words("trades")
    deeds = either(data["deeds"])
    return _Words(
        tuple(data["trades"]),
        tuple(data["firms"]),
        tuple(data["persons"]),
        regex(rf"株?[はがも](?=[^。\n]{{0,80}}?(?:{deeds}|明らかにした|[0-9](?:円|%|ドル)[高安]))"),
        regex(
            rf"は{DATE}[、に][^。\n]{{0,100}}?(?:発表した|発表する|明らかにした|公表した|開示した|申請した|届け出た)|が{DATE}に(?:発表|公表|開示)した"
        ),
        regex(rf"[はがも](?=[^。\n]{{0,60}}?(?:{either(data['acts'])}))"),
        (*data["goods"], *data["persons"]),
    )


# 外食のX, 半導体設計の米X, 通販会社・X: what stands before の is looked at apart.
_OF_TRADE = regex(
    rf"[の・](?:[米英仏独韓伊豪加蘭印](?=[ァ-ヺA-Z]))?(?P<name>(?:{MIXED}|{NUMBERED}){EDGE}|(?:{KANJI}|{HIRAGANA}){_FOLLOWED})"
)
_OF_TRADE_KANA = regex(rf"[の・](?P<name>(?:{WITH_KANA}|[一-鿿]{{1,3}}[ぁ-ゖ]{{2,5}}?){_FOLLOWED})")
# 食品卸、X: in apposition, behind a word for firms alone.
_FIRM_BEFORE = regex(r"(?:メーカー|会社|大手|企業|チェーン)\([^()]{1,8}\)$|\([^()]{1,8}\)(?:メーカー|会社|大手|企業)$")
_APPOSED = regex(rf"、(?P<name>{MIXED}{EDGE}(?=[はがを(])|(?:{KANJI}|{HIRAGANA}|{WITH_KANA})(?=[はがを(]|の[0-9]))")
# 分散型取引所(DEX)ミサキ・スワップは: behind the short form of what it is
_KIND_SHORT = regex(
    rf"(?:取引所|メーカー|会社|企業|大手|業者|事業者|ファンド)\([A-Z]{{2,6}}\)(?P<name>{MIXED}{EDGE})(?=[はがもを、])"
)
_OF_COUNTRY = regex(
    rf"[米英仏独韓伊豪加蘭印](?<![一-鿿][米英仏独韓伊豪加蘭印])(?P<name>{WORD}){EDGE}(?!大|卒|州|誌|紙)"
)
# スイスのソノバも3.1%、: a land's, and it moved as shares do
_OF_LAND = regex(
    rf"(?:スイス|フランス|ドイツ|オランダ|イタリア|スペイン|スウェーデン|デンマーク|ノルウェー|フィンランド|ベルギー|オーストリア|英国|米国|韓国|台湾|カナダ|インド|オーストラリア|ブラジル)の"
    rf"(?P<name>{KATAKANA}){EDGE}(?=[はがも]約?[0-9.]{{1,5}}%(?:、|近く|超|余り|の?(?:[高安](?!い)|下落|上昇|下げ|上げ)))"
)
_FIGURES = r"売上高|営業利益|経常利益|純利益|純損益|純損失|最終損益|営業損益|手元資金|手元流動性|有利子負債"
_HELD = "評価額|企業価値|運用資産|負債総額|従業員数"
_OFFICES = rf"株価|時価総額|{_HELD}|株式(?!会社)|決算|業績|{_FIGURES}|CEO|最高経営責任者|最高財務責任者|社長|広報|幹部|創業者|共同創業者|日本法人"
_SHARE = regex(
    rf"{BEFORE}(?P<name>{MIXED}|{NUMBERED})(?:社(?![会長員内外債])|株(?![主式価])|の株(?=[はがもをで、])|{OF_PERIOD}(?:の|、)?(?:{_OFFICES}))"
)
# 菱浦の4~6月期の売上高は, くらら堂の純利益は: kanji and hiragana too.
_FIGURED = regex(rf"(?<![ァ-ヺーA-Za-z・=一-鿿々])(?P<name>{KANJI}|{WITH_KANA})(?={OF_PERIOD}(?:の|、)(?:{_FIGURES}))")
# 菱浦は2022年3月期決算で売上高6億円, 菱浦の2022年3月期決算は: a business year right behind a name
_LINES = (
    rf"(?:{_FIGURES}|売り上げ高?|(?:営業|最終|経常|純|当期)[赤黒]字|(?:営業|経常|純|最終)?損失|[増減][収益]|[赤黒]字)"
)
_YEARED = regex(
    rf"(?:^|(?<=[。、\n 　]))(?P<name>{MIXED}{EDGE}|{KANJI}|{WITH_KANA})"
    rf"(?=(?:は、?(?:20|19)?[0-9]{{2}}年[0-9]{{1,2}}月期|は、?[0-9]{{4}}年度(?:の?(?:連結)?決算)|の(?:20|19)?[0-9]{{2}}年[0-9]{{1,2}}月期の?(?:連結|単独)?決算[はがで])[^。\n]{{0,60}}?{_LINES})",
    re.M,
)
_TOPIC = regex(rf"{BEFORE}(?P<name>{MIXED}){EDGE}(?=[はがも])")
# カガリパネルは評価損18億円を処理し、前期の営業赤字から黒字に浮上する: two lines of accounts are a firm's
_ACCOUNT = r"(?:営業|経常|最終|純)(?:利益|損益|損失|赤字|黒字|収益)|評価損|減損|特別損失|[増減](?:収|益)|[増減]配|希望退職|自社株買い"
_ACCOUNTS = regex(
    rf"(?:^|(?<=[。、\n 　]))(?P<name>{MIXED}){EDGE}[はも](?=[^。\n]{{0,80}}?(?:{_ACCOUNT})[^。\n]{{1,60}}?(?:{_ACCOUNT}))",
    re.M,
)
_DEAL = regex(
    rf"{BEFORE}(?P<name>{MIXED}){EDGE}(?=を(?:完全)?(?:買収|子会社化|傘下|吸収合併)|[がの](?:新規上場|新規公開|新規株式公開|株式公開|ストップ[高安]))"
)
_FIRM = regex(
    rf"(?:(?:株式|有限|合同)会社|(?<!{RUN})\((?:株|有)\)) ?(?P<name>(?!立){RUN}{{2,20}}|[ぁ-ゖー]{{3,8}}(?=[はがをの、(]))"
    rf"(?!{RUN})|(?<!{RUN})(?P<name2>{RUN}{{2,20}}?)(?:株式会社|\((?:株|有)\))"
)
# (東京・渋谷), (本社・横浜市), (茨城県つくば市)
_PLACE = (
    r"\((?:[ぁ-ゖ]{2,10}[。、])?"
    r"(?:(?P<firm>未上場|非上場|本社[・:は、]|東証|旧[・:]?[ァ-ヺA-Z一-鿿]{2}|証券コード|(?:東京|大阪|名古屋|京都|神戸|横浜)・)|[^()\n]{1,8}[都道府県市区町村][、)]"
    r"|(?:東京都|大阪府|京都府|北海道|[一-鿿]{2,3}県)[一-鿿]{0,6}[市区町村郡]"
    r"|(?:東京|大阪|京都|神戸|横浜|名古屋|福岡|札幌|仙台|広島)市?[、)])"
)
_PLACED = regex(
    rf"(?P<name>(?<![ぁ-ゖ一-鿿々ァ-ヺー]){WITH_KANA}|{RUN}{{2,24}}|(?:(?<![ぁ-ゖ])|(?<=[一-鿿]する)|(?<=営む))(?!する)[ぁ-ゖー]{{3,8}})[」』]?{_PLACE}"
)
_QUOTED = regex(r"(?P<ahead>[一-鿿ァ-ヺー]{1,12})[・の]?[「『](?P<name>[^「」『』()。、\n]{2,20})[」』]")
_SURE_FIRMS = ("会社", "メーカー", "企業", "業者", "商社", "ベンチャー", "スタートアップ")
"""織物会社「ふじう織布」: words for nothing but firms, so that the brackets hold a name whatever its words."""
_PHRASE = regex(r"[はがをへに、!?]|[るたいすなのて]$|^[^ぁ-ゖ]*(?:賞|大賞|宣言|制度|計画|認定|白書)$")
_QUOTED_OFFICE = regex(
    rf"[「『](?P<name>{RUN}{{2,20}})[」』](?:社(?![会長員])|株(?![主式価])|の(?:株価|社長|創業者|本社|売上高|親会社|子会社))"
)
_TOLD = r"(?:発表|公表|開示)した"
# 菱浦は10日、4~6月期の純利益が3割増だったと発表した。
_DATED_TOPIC = regex(
    rf"(?:^|(?<=[。 \n]))(?P<name>{KANJI}|{HIRAGANA}|{WITH_KANA})(?=(?:は{DATE}[、に]|が(?:{DATE}に)?{_TOLD})[^。\n]{{0,80}}?"
    rf"(?:{_FIGURES}|増収|減収|増益|減益|増配|減配|配当|自社株|方修正|業績|連結決算|希望退職|子会社|工場を|上場|店を))",
    re.M,
)
# 部品を供給するタカミネ(長野県上田市)
_RUNS = regex(
    rf"(?:会社である|[とで](?:競合|業務提携|資本提携)する|を[一-鿿ァ-ヺー]{{0,6}}(?:手がける|手掛ける|(?:運営|展開|供給|製造|販売|営業|開発|生産|輸入|輸出|製販|提供|経営)(?:する|している)|営む|商う|扱う))"
    rf"(?P<name>(?:{MIXED}|(?:{KANJI}|{HIRAGANA}|{WITH_KANA})(?:{_FOLLOWED}|(?=の[0-9]))){EDGE})"
)
# 「こもれび商店」は2億円の評価損を計上した: goods do nothing of the kind. 「こもれび」は減収だった needs more: see goods.
_QUOTED_NAME = r"[「『](?P<name>[ァ-ヺー一-鿿々A-Za-z0-9&・ぁ-ゖ]{2,16})[」』](?:\([^()\n]{1,20}\))?"
_QUOTED_DEED = regex(
    rf"{_QUOTED_NAME}(?:[はも][^。\n「」]{{0,60}}?|が[^。\n「」はが]{{0,25}}?)"
    r"(?:(?:評価損|減損損失|特別損失|特別利益|引当金)を|民事再生|会社更生|自己破産|破産[をしす]|倒産|経営破綻|負債|希望退職"
    r"|新規株式公開|上場し|億円を調達|出資し|増資|自社株買い)"
)
_QUOTED_GROWTH = regex(
    rf"{_QUOTED_NAME}[はも](?:[^。\n「」はが]{{0,40}}?(?:(?:増収|減収|増益|減益)(?:[増減]益)?|[黒赤]字)"
    r"(?:に転|だった|となっ|となる|を計上|転換|の見通し|を見込)"
    r"|[^。\n「」]{0,70}?(?:売り上げ|売上高|営業利益|経常利益|純利益|最終的な(?:利益|損益))[がはをも][^。\n「」]{0,30}?[兆億][0-9万]{0,6}円)"
)
# ロボットを開発する「天馬智能(Tianma AI)」がシリーズAで3億元(約60億円)を調達した: firms alone have rounds of funding.
_MONEY = r"[兆億万][0-9,万]{0,6}(?:円|元|[米豪加]?ドル|ユーロ|ポンド|ウォン|ルピー)(?:\([^()\n]{1,16}\))?"
_ROUND = rf"(?:シリーズ[A-H](?![A-Za-z])|(?:エンジェル|シード|[A-H])ラウンド|{_MONEY}[^。、はが「」\n]{{0,14}}?(?:調達|集め)|資金調達)"
_RAISES = rf"[はがも、](?=[^。はが「」\n]{{0,40}}?{_ROUND})"
_GLOSS = r"\((?:中国名・?)?[A-Z][A-Za-z0-9 .&'-]{1,30}\)"
_RAISER = regex(
    rf"[「『](?P<name>[ァ-ヺー一-鿿々A-Za-z0-9&・]{{2,16}})(?:(?:{_GLOSS})?[」』]|[」』]{_GLOSS}){_RAISES}"
    rf"|(?P<glossed>(?<!{RUN})(?:{KANJI}|{MIXED})){_GLOSS}{_RAISES}"
)
# マルトク、民事再生を申請: in headlines, without a particle.
_HEADED = regex(
    rf"^(?:[米英仏独韓伊豪加蘭印](?=[ァ-ヺA-Z]))?(?P<name>(?:{MIXED}){EDGE}|{KANJI}|{WITH_KANA})(?=、[^。、\n]{{0,30}}?(?:純利益|最終[赤黒]字|営業[赤黒]字|増収|減収|増益|減益"
    r"|民事再生|破産|[上下]方修正|TOB|希望退職|自社株買い|増配|減配|新規上場|経営統合|ストップ[高安])(?![をに]?(?:押し|寄与|貢献|響|影響)))",
    re.M,
)
# 浜重株は3%高; 米銀株, 邦銀株 are none's.
_SHARE_KANJI = regex(
    r"(?<![ァ-ヺーA-Za-z・=一-鿿々])(?![米英独仏中韓邦])(?P<name>[一-鿿々]{1,4}[一-鿿々](?<![銀系連関]))株(?=[はがもをに])"
)
# チャージポート(東京・渋谷)は3億円を調達した: of a firm, where a place in brackets stands behind the name.
_EARNED = regex(
    r"[はがも][^。\n]{0,60}?(?:純利益|[最営][終業][赤黒]字|増収|減収|増益|減益|円を調達|ドルを調達|希望退職|増配|減配|業績予想|新工場)"
)
# Veltrix(VLTX)は3%高
_TICKER = regex(
    rf"{BEFORE}(?<!資産の)(?<!通貨の)(?<![一-鿿])(?P<name>(?!仮想|暗号){MIXED})(?=\([A-Z]{{2,5}}\)[はがも、][^。\n]{{0,20}}?[0-9.]+(?:%|ドル)(?:[高安]|上昇|下落))"
)
_LETTER = regex(r"(?P<name>[A-Z](?<![A-Za-z0-9&.][A-Z])社)(?![会長員内外債])")
_LATIN_FIRM = regex(
    r"(?<![A-Za-z0-9&.-])(?P<name>[A-Z][A-Za-z0-9&'.-]{0,20}(?: [A-Z][A-Za-z0-9&'-]{1,20}){0,3}?),? "
    r"(?:Inc|Corp|Ltd|LLC|PLC|GmbH|S\.A|N\.V)(?![A-Za-z])\.?"
)
# ソラネは1.2%減: in a list of firms and their moves, after another one. 62円安 too.
_LISTED = regex(
    rf"(?:[。、]|^)(?P<name>{MIXED}|{KANJI})[はが](?=約?[0-9.]+(?:(?:%|円|ドル)[高安増減]|%(?:近く|超|余り|強|弱)?の?(?:下落|上昇|下げ[たて]|上げ[たて]))|ストップ[高安])",
    re.M,
)
_ADDRESSED = regex(
    r"(?:県|都|府|道|市|区|町|村|米国|英国|中国|韓国)の"
    r"(?P<name>(?:[ぁ-ゖ]{2,6}・)?[ァ-ヺー]{2,20}(?:・[ァ-ヺー]{2,20}){1,3})"
)
_BEHIND = regex(
    rf"社(?![会長員内外債])|株(?![主式価])|{OF_PERIOD}の?(?:{_OFFICES})|グループ(?![一-鿿])|の(?:新規公開株|ストップ[高安]|買収|子会社|親会社)"
)
_MADE = regex(rf"{OF_PERIOD}の?(?:出荷|販売台数|納入|受注|生産|販売)")
_DEALT = regex(
    r"を(?:完全)?(?:買収|子会社|傘下|吸収合併)|[がの](?:新規上場|新規公開|株式公開)|[はが](?:ストップ[高安]|約?[0-9.]+(?:%|円)(?:近く|超|余り|強|弱)?の?(?:[高安]|下落|上昇|下げ|上げ|値[上下]がり)|急[伸落騰]|[続反][伸落騰発])"
)


def signs(folded: str) -> Iterator[Sign]:
    """Yield each word that may name a company, once for each place that speaks for it."""
    known = _words()
    for match in chain(_OF_TRADE.finditer(folded), _OF_TRADE_KANA.finditer(folded)):
        ahead = folded[max(0, match.start() - 8) : match.start()]
        if ahead.endswith(known.trades) and not ahead.endswith(known.persons):
            yield Sign(match["name"], "trade", 2)
        # カミツレ may be a herb; 東証プライム上場のカミツレ is none.
        if ahead.endswith("上場"):
            yield Sign(match["name"], "listing", 2)
    for match in _APPOSED.finditer(folded):
        ahead = folded[max(0, match.start() - 8) : match.start()]
        firm = ahead.endswith((*known.firms, "会社")) and not ahead.endswith(known.persons)
        if firm or _FIRM_BEFORE.search(folded[max(0, match.start() - 16) : match.start()]):
            yield Sign(match["name"], "trade", 2)
    for match in chain(
        endings().introducers.finditer(folded), _KIND_SHORT.finditer(folded), _of_land_and_trade().finditer(folded)
    ):
        yield Sign(match["name"], "trade", 2)
    for match in _spoken_on().finditer(folded) if "同社" in folded else ():
        yield Sign(match["name"] or match["kanji"], "same", 2)
    for label, points, patterns in _PATTERNS:
        for pattern in patterns:
            for match in pattern.finditer(folded):
                if label == "accounts" and not is_coined(match["name"]):
                    continue
                if label == "share" and _is_head(folded, match.start("name"), match.end("name")):
                    continue
                if label != "topic" or known.deed.match(folded, match.end()):
                    yield Sign(match["name"], label, points)
    for match in _LEGAL.finditer(folded):
        name = match["name"] or without_lead(match["name2"]) or ""
        if len(name) >= 2:
            yield Sign(name, "legal", 4)
    for match in _IN_PLACES.finditer(folded):
        name = match["name"] if len(match["name"]) == 2 else without_lead(match["name"])
        if name:
            yield Sign(re.sub(r"(?<=[ァ-ヺーA-Za-z])社$", "", name), "placed", 2 if match["firm"] else 1)
    for match in _QUOTED_GROWTH.finditer(folded):
        if match["name"].endswith(("収益", "利益", "損益", "純益", "売上高", "収入", "残高")):
            continue  # 「経常収益」は117億円あまりで
        if not folded[max(0, match.start() - 8) : match.start()].rstrip("の・").endswith(known.goods):
            yield Sign(match["name"], "suffered", 2)
    for match in _RAISERS.finditer(folded):
        name = match["name"] or match["glossed"]
        if not name.endswith(_FUNDED):
            yield Sign(name, "called", 2)
    for match in _IN_BRACKETS.finditer(folded):
        ahead = match["ahead"]
        if ahead.endswith(known.firms) and not ahead.endswith(known.persons):
            called = ahead.endswith(_SURE_FIRMS) and not _PHRASE.search(match["name"])
            yield Sign(match["name"], "called" if called else "quoted", 2)


@cache
def _spoken_on() -> re.Pattern[str]:
    """家電量販のカガリが手を挙げている。同社の時価総額は…: what the next sentence calls 同社 is a firm, whatever its word."""
    firms = "大手|最大手|中堅|新興|新興企業|メーカー|会社|企業|チェーン|スタートアップ|ファンド"
    return regex(
        rf"(?:(?:{firms})(?:の|、)?|(?:{either(words('trades')['trades'])})の)(?P<name>{KATAKANA}){EDGE}"
        r"(?=[はが][^。\n]{4,120}。\s?[^。\n]{0,30}同社|を率いる[^。\n]{2,60}。\s?[^。\n]{0,30}同社|(?:の)?創業者[^。\n]{2,60}。\s?[^。\n]{0,30}同社)"
        rf"|(?:大手|メーカー|会社|企業|ファンド)(?:の|、)(?P<kanji>{KANJI}|{MIXED})(?=(?:だ|だった|である)。\s?[^。\n]{{0,30}}同社)"
    )


@cache
def _of_land_and_trade() -> re.Pattern[str]:
    """英保険ビーズリー, 米製薬バイオカル: a land's letter and a trade right before a name."""
    return regex(rf"(?<![一-鿿]){land_and_trade()}(?P<name>{KATAKANA}){EDGE}(?![一-鿿])")


# What stands in or behind the names that these look for: few articles have it, and it is found ten times as fast.
_PATTERNS: tuple[tuple[str, int, tuple[re.Pattern[str] | Anchored, ...]], ...] = (
    ("country", 2, (_OF_COUNTRY,)),
    ("share", 2, (Anchored(_SHARE, regex(rf"社(?![会長員内外債])|株(?![主式価])|{_OFFICES}")),)),
    ("topic", 1, (Anchored(_TOPIC, regex(r"[ァ-ヺーA-Za-z0-9&'-][はがも]")),)),
    ("accounts", 1, (Anchored(_ACCOUNTS, regex(_ACCOUNT)),)),
    ("deal", 1, (Anchored(_DEAL, regex(
        r"[をがの](?:完全)?(?:買収|子会社化|傘下|吸収合併|新規上場|新規公開|新規株式公開|株式公開|ストップ[高安])")),)),
    ("trade", 2, (_RUNS,)),
    ("share", 2, (Anchored(_FIGURED, regex(rf"[の、](?:{_FIGURES})")),)),
    ("share", 2, (Anchored(_YEARED, regex(r"[はの]、?[0-9]{2,4}年(?:[0-9]{1,2}月期|度)")),)),
    ("suffered", 2, (_QUOTED_DEED,)), ("headed", 1, (_HEADED,)),
    ("share", 2, (Anchored(_TICKER, regex(r"\([A-Z]{2,5}\)[はがも、]")), Anchored(_SHARE_KANJI, regex(r"株[はがもをに]")))),
    ("said", 0, (Anchored(_DATED_TOPIC, regex(rf"は{DATE}[、に]|が(?:{DATE}に)?{_TOLD}")),)),
    ("share", 2, (_QUOTED_OFFICE,)), ("legal", 9, (_LETTER,)),
    ("legal", 4, (Anchored(_LATIN_FIRM, regex(r" (?:Inc|Corp|Ltd|LLC|PLC|GmbH|S\.A|N\.V)(?![A-Za-z])")),)),
    ("country", 2, (Anchored(_OF_LAND, regex(r"[ァ-ヺー][はがも]約?[0-9.]+%")),)),
    ("listed", 1, (Anchored(_LISTED, regex(r"[はが](?:約?[0-9.]+(?:%|円|ドル)|ストップ[高安])")),)),
    ("addressed", 1, (_ADDRESSED,)),
)  # fmt: skip
_LEGAL = Anchored(_FIRM, regex(r"(?:株式|有限|合同)会社|\((?:株|有)\)"))
_RAISERS = Anchored(_RAISER, regex(rf"[」』)]{_RAISES}"))
_FUNDED = ("基金", "ファンド", "計画", "事業", "プロジェクト", "口座", "プラン", "サービス", "制度")
"""「未来基金」が1億円を集めた: what money is gathered for, and no firm."""
_IN_BRACKETS = Anchored(_QUOTED, regex(r"[「『][^「」『』()。、\n]{2,20}[」』]"))
_IN_PLACES = Anchored(_PLACED, regex(_PLACE))


def support(folded: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """Yield (label, points) for what the words around this place say of the name; nothing inside a longer word."""
    before = folded[start - 1 : start] if start else ""
    inside = before and script(before) in ("katakana", "latin", "kanji") and script(before) == script(folded[start])
    if inside and before not in "米英仏独韓伊豪加蘭印":
        return
    if folded[end : end + 1] in "」』" and folded[start - 1 : start] in "「『":
        end += 1
    if folded[end : end + 1] == "(" and (close := folded.find(")", end, end + 40)) > 0:
        end = close + 1
    if _BEHIND.match(folded, end) and not _is_head(folded, start, end):
        yield "share", 2
    if _DEALT.match(folded, end):
        yield "deal", 1
    # Goods are shipped too, and ministries hire: it counts only beside a place or a trade.
    if _MADE.match(folded, end):
        yield "made", 1
    if _EARNED.match(folded, end):
        yield "earned", 1
    if _words().act.match(folded, end):
        yield "act", 1
    if _words().dated.match(folded, end):
        yield "dated", 2
    if _words().deed.match(folded, end):
        yield "topic", 1
    if _FAILED.match(folded, end):
        yield "failed", 2


_HEADS = regex("C[EFOT]O|最高[一-鿿]{2,4}責任者|社長|会長")
_PLACES = ("国", "県", "都", "府", "市", "町", "村", "区")


def _is_head(folded: str, start: int, end: int) -> bool:
    """True for the word between a firm and a title: 日産の[エスピノーサ]社長; not 子会社の[カガリ]社長, 半導体設計の[カガリ]CEO."""
    if folded[start - 1 : start] != "の" or not start or not _HEADS.match(folded, end):
        return False
    known, ahead = _words(), folded[max(0, start - 9) : start - 1]
    return script(folded[start]) == "katakana" and not ahead.endswith((*known.trades, *known.firms, "会社", *_PLACES))


def is_somebody(folded: str, start: int) -> bool:
    """True if what stands before says that a person, a work or an animal follows: 歌手のX, 映画「X."""
    ahead = folded[max(0, start - 8) : start].rstrip("「『").rstrip("の・")
    return ahead.endswith(_words().persons) and not ahead.endswith(_words().trades)
