"""Names in focus without a は, and names that are none: カガリの業績について、営業利益が3億円になると予想する, 資産を増やしたのは山野氏だった."""

from __future__ import annotations

from jijitsu.extract.regex import regex

# 日経平均が下げるなか3%高となった, 日経平均の下落率を上回る5%安: what the market did meanwhile.
BACKDROP = regex(
    r"(?:が|の)(?:大幅に?)?(?:下げ|上げ|下落|上昇|反落|続落|反発|続伸|軟調|堅調|急落|急騰|値下がり|値上がり)[^、。0-9]{0,8}?(?:なか|中で|率?を(?:大きく)?(?:上回|下回)|幅を(?:上回|下回)|に対し|をよそに|に逆行)"
)
# 米カガリを20億ドルで買収し、売上高を3000億円に増やす: what is bought has no part in what follows
TRADED = regex(
    r"(?:[^、。はがを]{0,10}株式?|[^、。はがを]{1,10}事業)?を(?:約|およそ|総額|最大|計)?[0-9][0-9.,兆億万]{0,14}(?:円|ドル|ユーロ|ポンド|元|ウォン)(?:\([^()]{1,20}\))?(?:余り|超|強|弱|規模)?で(?:買収|売却|取得|買い取|買っ|売っ|譲渡|手放)"
)
# 円の上昇が重荷となり: why something else moved.
CAUSE = regex(
    r"[安高]?の?[^、。はがを0-9]{0,10}(?:が|を|も)(?:寄与|貢献|けん引|牽引|奏功|重荷|重し|重石|圧迫|支援|押し上げ要因|押し下げ要因|追い風|逆風|支え|好感|嫌気|懸念|警戒|受け|背景|手掛かり|手がかり|材料|きっかけ|眺め|下支え|響[いき]|直撃|痛手|打撃|手伝)"
    r"|[安高](?:・?(?:ドル|円|ユーロ)[安高])?(?:の(?:進行|継続|一服|一巡|動き|流れ|影響))?(?:など)?(?:の[^、。はが]{1,8})?(?:により|によって|に伴|による|から、)"
    r"|」?(?:\([^()]{1,16}\))?の(?:株価|業績|販売|株式|生産)?の?(?:下落|急落|低迷|不振|悪化|減少|高騰|上昇|急騰|終了|停止|遅れ)(?:など)?(?:で(?!は|も)|に伴|により|によって)|の(?:(?:完全)?(?:連結)?(?:子会社)?化|連結|買収|株式取得)(?:効果|など)*(?:で(?!は|も)|に伴|により|によって|に加え|[もが]寄与)"
)
# カガリ系のファンド, カガリ出身の技術者: of that house, and not the house
KIN = regex(r"」?(?:グループ)?(?:系(?!統)(?:列)?(?:の|[一-鿿ァ-ヺA-Z])|出身|OB)")
# 米国の時間外取引で: where shares are traded is not what moved
TRADED_IN = regex(r"の?(?:時間外|店頭|株式|現物|先物|証券)?(?:取引所|取引|市場|時間外)で(?!は|も)")
_ABOUT = regex(r"(?:の(?:業績|株価|今後|先行き|決算|見通し)|株)?(?:について|に関し(?:て)?)(?:は|も)?、?")
_JUDGES = regex(
    r"(?:アナリスト|ストラテジスト|エコノミスト|氏|マネジャー|マネージャー|証券|格付け会社|投信|UBS|モルガン|ゴールドマン(?:・サックス)?)は、?"
    r"[^、。はがも「」]{0,20}$"
)


def is_judged(folded: str, start: int, end: int) -> bool:
    """True for the firm between these places where an analyst, a broker or a person says something about it."""
    return _ABOUT.match(folded, end) is not None and _JUDGES.search(folded, 0, start) is not None


_CLEFT = regex(r"[いうくすつぬぶむるただ]のは、?[^。、はが]{0,40}$")
_CLEFT_END = regex(r"(?:だった|だ|である|です|でした)。?$")
# 4位はカガリの青木会長(3億ドル)だった, 3位はカガリの青木会長。
_RANK = regex(r"(?:首位|[0-9]{1,2}位)[はが]、?[^。、はが]{0,40}$")
_RANK_END = regex(r"(?:\([^()]{1,24}\))?(?:だった|だ|である|です|でした)?。?$")


def closes_cleft(folded: str, start: int, behind: int) -> bool:
    """True for the name that a sentence ends with which says who did it: 最も資産を増やしたのは、山野氏だった."""
    if _CLEFT_END.match(folded, behind) and _CLEFT.search(folded, 0, start):
        return True
    return _RANK_END.match(folded, behind) is not None and _RANK.search(folded, 0, start) is not None


_REASON = regex(
    r"が[^。はが]{2,40}(?:[うくぐすつぬぶむるたいだ]|な)のは、?[^。]{2,70}(?:ため|から|おかげ|結果|影響|事情が?(?:ある)?|背景が?(?:ある)?)(?:だ|である|だった|による|です)?。?$"
)


def is_reasoned(folded: str, start: int, end: int) -> bool:
    """True for カガリ in カガリが統合を急ぐのは、特許が切れるためだ: the text goes on about whose reasons it tells."""
    return start <= _LEADS and _REASON.match(folded, end) is not None


_LEADS = 16
