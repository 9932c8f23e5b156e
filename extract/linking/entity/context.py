"""What the neighbours of a word say: that メタ is the company, that 円 is the currency.

Takes offsets into the folded text of a sentence; looks at a few characters on either side, except for `_MARKET`, which
looks from a topic to the end of its sentence (at most 120 characters).
"""

from __future__ import annotations

import re

from jijitsu.extract.regex import regex

_BEHIND = regex(
    r"""\s*[<(\[]\s*(?:(?:本社|東京都|東証|未上場|米国|韓国|中国)|[0-9][0-9A-Z]{3}\b|[A-Z]{1,5}(?:\.[A-Z]{1,2})?\s*[)>\]]|約?[0-9][0-9,.兆億万]*(?:ドル|円|ユーロ|%))
    |株(?!主|式会社|価指数|式市場)|社(?!会|長室)|グループ|ホールディングス|HD
    |(?:の|、)?(?:株価|株式|時価総額|終値|初値|始値|投資判断|投資評価|レーティング|決算|業績|社長|会長|最高経営責任者|最高財務責任者|CEO|CFO|COO|CTO|広報|幹部|経営陣|本社|取締役|従業員|社員|筆頭株主|親会社|子会社|傘下
        |約?[0-9][0-9.,]{0,8}[兆億]|株(?=[はがもを])|(?:同店|既存店|連結|総|通期|通年)?売上高|(?:連結|通期|今期|前期|来期)?(?:営業利益|純利益)|営業益|純益|買収|上場|製品|工場|新型|目標株価|目標価格|企業価値|自社株|資金調達|新規上場|(?:(?:20)?[0-9]{2}年)?(?:[0-9]{1,2}[~-])?[0-9]{1,2}月期|第[1-4一二三四]四半期|(?:連結|通期|今期|前期|来期)の?(?:最終|営業|経常|純)|(?:連結)?(?:最終|営業|純|経常)(?:損益|[赤黒]字|損失|利益)|経常益|有利子負債|年間配当|期末配当|配当予想|世界販売|国内販売|広告|アナリスト|担当者|共同創業者|創業者)
    |の(?:[ァ-ヺー・=]{2,20}|[一-鿿]{1,6})(?:最高経営責任者|最高財務責任者|最高執行責任者|CEO|CFO|COO|CTO|副?社長|副?会長(?!社))
    |の(?:世界|国内|新車|年間|月間|四半期)?(?:販売|出荷|生産)(?:台数|数|が|は|も)|のシェアは|の(?:新端末|新製品|新機種|スマートフォン|スマホ|データセンター|(?:携帯型?|小型)?(?:音楽|情報|携帯)?(?:端末|電話|プレーヤー|プレイヤー))|(?<=[ァ-ヺー]{4})によ(?:ると|れば|りますと)、
    |の[^、。はがをも「」]{1,12}(?:での|における|向けの?|部門の?|事業の?)(?:[一-鿿ァ-ヺー]{0,8})(?:販売|出荷|納車|売上高|売り上げ|シェア|収入|営業利益|投資額|従業員)
    |(?:で|が|は)、?(?:時価総額|株価|終値)|[をに](?:追い)?抜[いきかく]|を逆転
    """,
    re.X,
)
_AHEAD = regex(
    r"""(?:[米英仏独韓中台伊豪加蘭印]|大手の?|子会社の|傘下の|親会社の?|同業の?|運営する|手がける|展開する|企業の?|メーカーの?|会社の?|新興の?|株式会社|\(株\)
        |競合の|ライバルの|最大手の?|首位の|業の|開発する|率いる|出資する|提供する|製造する|[0-9]位の)$""",
    re.X,
)
_TOPIC = regex(r"(?:など)?(?:は|が|も|に続き|によると|によれば)")
_MARKET = regex(
    r"%|パーセント|ポイント[高安]|[0-9]円[高安]|[億兆]円|[億万兆](?:ドル|ユーロ|ポンド|ウォン|元)|社債|起債|設備投資|売上|営業[利損]|純利益|純損|経常|増益|減益|増収|減収|決算|業績|[0-9万]台(?![目前])|[急続反]伸|[急続反]落|[急続反]騰|上昇|下落|値上がり|値下がり|株価|時価総額|買われ"
    r"|売られ|高値|安値|上場|買収|出資|提携|発表した|発表する|と発表|CEO|最高経営責任者|堅調|軟調|安い|高い|さえない|[上下]げ(?:た|て|、|。|幅)|[0-9][%円]?[高安]"
)

# イオンでは営業利益が1割増えた: results are a firm's
_AT_FIRM = regex(
    r"では、?[^。]{0,40}?(?:売上高?|営業[利収損]|純利益|最終[利損赤]|経常[利損]|決算|業績|[増減][益収]|最高経営責任者|CEO|株価|時価総額)"
)
# 2位はアップルの3930万台(12.0%), 3位がシャープで10%
_RANK_AHEAD = regex(r"(?:首位|トップ|[0-9]位)[はがに、](?:[米英仏独韓中台])?$")
_RANKED = regex(r"(?:の|で、?|が|は)?\(?約?[0-9][0-9.,]{0,15}(?:[億万]|%|台|個|本)|(?:で|が続|の順)")
_FX_BEHIND = regex(
    r"相場|[安高](?!い|値|くな)|買い|売り|(?:は|が|も)(?:、|対|さえない|しっかり|もみ合|じり|やや|ほぼ|いったん|おおむね|[一-鿿0-9ァ-ヺ])|の(?:対|下落|上昇|実効|急落|急騰|価値|値動き|水準)|(?:・|/)?(?:ドル|円|ユーロ)(?:相場|は|が|$|[^0-9安高])|に対し"
    r"|[/・](?:ドル|円|ユーロ)|全面[安高]|と(?:ドル|円|ユーロ)の|で(?:は)?[0-9]|(?:一時)?[0-9]{2,3}(?:\.[0-9]{1,2})?円(?:台|前半|後半|半ば|付近|近辺)|が対|を(?:買|売)|指数"
)
_FX_AHEAD = regex(r"(?:対|[、・](?=.{0,3}$)|(?:対)?(?:ドル|円|ユーロ)[・/に]?|主要通貨の)$")
_AMOUNT_BEFORE = regex(
    r"[0-9一二三四五六七八九十百千万億兆何数〇零半銭厘.]\s*(?:米|豪|加|香港|台湾|NZ|カナダ|シンガポール)?$"
)


_SOMEBODY = regex(
    r"(?:氏|さん|容疑者|被告|選手|首相|大統領|議員|監督|ちゃん|くん|夫妻|投手|教授)|(?:市|町|村|区|郡|駅|川|山|島|神社|寺|高校|中学|球場|通り)(?![一-鿿])"
)


_TEAM_BEHIND = regex(
    r"戦(?![略争])|球団|ナイン|スワローズ|ホークス|ライオンズ|イーグルス|の(?:監督|選手)|の?(?:投手|捕手|内野手|外野手)"
)
_PLACE_AHEAD = regex(r"(?:福岡|千葉|埼玉|東北|北海道|横浜|(?<!台)湾|東京|対東京)$")


# 会計原則(GAAP)ベースの純利益, 非GAAPベース: on which basis, and no firm
_BASIS = regex(r"[)A-Za-z一-鿿]$")


def is_shown(folded: str, start: int, end: int) -> bool:
    """True if the words right beside the span say that a company is meant."""
    return bool(_BEHIND.match(folded, end) or _AHEAD.search(folded[max(0, start - 8) : start]))


# アマゾンの株主総会が開かれた。売上高は2割増えた: whose results the next sentence tells of without a word
_TOLD_NEXT = regex(
    r"(?:は|が|の|も)[^。\n]{1,90}。[ \n\u3000]{0,3}(?:[^。、はがも]{0,16}、)?(?:[^。、はがも]{0,14}[ので])?(?:連結|既存店|通期|全社|総)?"
    r"(?:売上高?|売り上げ高?|純利益|純損益|営業利益|経常利益|最終(?:損益|赤字|黒字|利益)|営業(?:赤字|損益|損失)|時価総額|株価)[はがも]"
)


def is_told_of_next(folded: str, end: int) -> bool:
    """True if the next sentence begins with results and names nobody: they are those of what ends at `end`."""
    return _TOLD_NEXT.match(folded, end) is not None


def is_company(folded: str, start: int, end: int) -> bool:
    """True if the words around the span say that a company is meant."""
    if _RANK_AHEAD.search(folded, max(0, start - 8), start) and _RANKED.match(folded, end):
        return True
    if is_shown(folded, start, end) or (_TOPIC.match(folded, end) and _MARKET.search(folded, end, end + 120)):
        return True
    return _AT_FIRM.match(folded, end) is not None


def is_other(folded: str, start: int, end: int) -> bool:
    """True if the words beside it make the name a person, a place or a team: 野村氏, 鹿島市, 福岡ソフトバンク."""
    return bool((folded[start:end] == "ベース" and _BASIS.search(folded, 0, start)) or _SOMEBODY.match(folded, end) or _TEAM_BEHIND.match(folded, end)
                or _PLACE_AHEAD.search(folded[max(0, start - 4) : start]))  # fmt: skip


_PRICED = regex(
    r"(?:(?:の|は|が|も)?(?:1(?:リットル|キロ|グラム|トン|バレル|トロイオンス|個|パック|ブッシェル|ポンド)|小売|卸値|卸売|店頭|平均|仕入れ|輸入|買い取り|販売)){0,3}(?:の|は|が|も)?"
    r"(?:東京|大阪|ニューヨーク|NY|ロンドン|シカゴ|上海|国内|アジア)?(?:価格|相場|先物|現物|終値|清算値|建値|市況|値段|取引価格|スポット|期近|中心限月"
    r"|[A-Z]{2,4}[0-9]{1,2}号|[0-9]{0,4}年?[0-9]{1,2}月[物限])"
    r"| [0-9][0-9,.万]*(?:円|ドル) {1,3}[0-9]|[0-9][0-9.]{0,8}(?:%|円|ドル)(?:超|強|弱|近く|余り)?(?:[高安](?![値い])|上げ|下げ|上昇|下落|続[伸落])"
    r"|\((?:RSS|TSR)[0-9]{1,2}号?\)"
    r"|[はがも](?=[^。、]{0,6}(?:底堅|堅調|軟調|もみ合|小動き|小幅[高安続反]|さえない|値を[崩戻上下飛保]|じり[高安]|上値|下値))"
    r"|[はが](?=約?[0-9.]{1,4}倍(?:近く|超|以上)?[にと](?:なっ|なり|なる|上昇|跳ね|値上が))"
    r"|[はがもで、(](?=[^。]{0,60}(?:[0-9一二三四五六七八九十百千万銭](?:円|ドル)|%|上昇|下落|値上がり|値下がり|最高値|高値|安値|続伸|続落|反発|反落|高騰|急騰|急落|値上げ|値下げ|買われ|売られ))"
)


# NY市場の金は、ドル安を支えに続伸した
_ON_MARKET = regex(
    r"(?:NY|ニューヨーク|シカゴ|東京|大阪|ロンドン|先物|商品|現物)(?:商品)?市場の[^、。はがものに]{1,8}[はがも]$"
)


def is_priced(folded: str, start: int, end: int) -> bool:
    """True if a price is spoken of behind the span: 銅は3%上昇した, 卵の価格. Never for the end of a word (中銀)."""
    inside = end - start == 1 and re.match(r"[一-鿿ァ-ヺー]", folded[start - 1 : start] if start else "")
    return not inside and (
        bool(_PRICED.match(folded, end)) or _ON_MARKET.search(folded, max(0, start - 6), end + 1) is not None
    )


def behind_number(folded: str, start: int) -> bool:
    """True if an amount runs up to the span: 100円安."""
    return bool(_AMOUNT_BEFORE.search(folded[max(0, start - 6) : start]))


_PAIR_CODE = regex(r"[<(\[][A-Z]{3,6}=[A-Z]{0,3}[>)\]]")


def is_currency(folded: str, start: int, end: int) -> bool:
    """True if a rate of exchange is spoken of: 円相場, 円安, 対ドル."""
    if (code := _PAIR_CODE.match(folded, end)) is not None:
        end = code.end()  # ユーロ<EUR=>は
    return bool(_FX_BEHIND.match(folded, end) or _FX_AHEAD.search(folded[max(0, start - 6) : start]))
