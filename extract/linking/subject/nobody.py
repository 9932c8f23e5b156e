"""What no figure is of: a plan, a time, a share; and what no money is of. Words in lexicon/nobody.yaml, forms here."""

from __future__ import annotations

import re
from functools import cache

from jijitsu.extract.lexicon import either, words
from jijitsu.extract.regex import regex


def is_nobody(text: str) -> bool:
    """True for what is never whose a figure is: a plan, a time, a share."""
    return _figures().search(text) is not None


def counts_for_nobody(text: str) -> bool:
    """True for what is never whose a count is: a plan, a time, a part, a way of counting."""
    return _counts().search(text) is not None


def is_no_payer(text: str) -> bool:
    """True for nouns that no money belongs to: 契約期間, 可能性."""
    return _money().search(text) is not None


@cache
def _figures() -> re.Pattern[str]:
    return _either("any", "figures", ends=_FIGURES_END, whole=_FIGURES)


@cache
def _counts() -> re.Pattern[str]:
    return _either("any", "counts", ends=_COUNTS_END, whole=_COUNTS)


@cache
def _money() -> re.Pattern[str]:
    return _either("money", ends=_MONEY_END, whole="")


def _either(*lists: str, ends: str, whole: str) -> re.Pattern[str]:
    """What ends in, or is, a word of these lists or a form."""
    known = words("nobody")
    last = either(word for name in lists for word in known[name]["ends"])
    alone = either(word for name in lists for word in known[name]["whole"])
    return regex(rf"(?:{last}|{ends})$|^(?:{alone}{'|' if whole else ''}{whole})$")


_FIGURES_END = (
    r"(?<![一-鿿])現・?|自然[増減]|(?:漁期|シーズン)(?:全体|中)?|(?<![会家時])計|[上下]げ幅|値[上下]がり幅|[一-鿿ァ-ヺー]向け|前の[年月週期日]"
    r"|(?:伸び|増加|減少|増減|上昇|下落)率|(?:平均|中央|最頻)値|(?<=..)次第|(?:値[上下]げ|改定|改正|引き?[上下]げ|見直し|変更|割引)[前後]"
)
_FIGURES = r"[今来昨][春夏秋冬]|(?:直営)?(?:全店|既存店)|ことし.*|税込み?|(?:史上|過去|年間|月間|国内|世界|県内)?初|(?:史上|過去)?最[高多大低少小悪]"
_COUNTS_END = (
    r"(?:連結|上半期|下半期|上期|下期|年度|通期|単独|単体|数量|金額|台数|ドル|円|名目|実質)ベース|(?:カタログ|理論|計算|規則|帳簿|名目|書類|歴史|法律|統計|形式|構造|制度|便宜)上"
    r"|[一-鿿ァ-ヺー]{2}後|(?:事故|引退|発生|試合|開始|事件|就任|結婚|入学|当選|離婚|震災)前|[四前]?半期|(?:当たり|あたり|につき)(?:年間|月間)?|まとめで?"
    r"|(?<=..)(?:次第|シナリオ)"
    r"|(?:災|公示|告示|解散|選挙|改選|開幕|開戦|コロナ|合併|開業|導入|改正|開始|終了|統合|移転|改定|就任|行使|発行|分割|調整|買収|上場|発売|[一-鿿]業)[前後]|前の[年月週期日]"
    r"|(?:自然|社会)[増減]|(?:者|業務|家庭|個人|商業|自家)用|[一-鿿ァ-ヺー](?![特個差区判識選送告餞鑑分死離戸惜])[一-鿿ァ-ヺー]別"
)
_COUNTS = (
    r"[ぁ-ん]|(?:募集|建設|開発|計画|交渉|稼働|準備|検討|申請|審査)中|[今来昨]?[春夏秋冬]|[年日回次戦番]目|(?![A-Z]{2,8}$)[0-9A-Za-z²%]+"
    r"|(?:MW|GW|KW|PPM|GB|MB|TB|UTC|GMT|JST)"
    r"|(?:国|性|月|県|市|港|党)別|(?:漁期|シーズン|期間)(?:全体)?"
    r"|[時分]?(?:頃|ごろ)|[0-9]+代|[0-9一]人|(?:最盛|全盛)期|ピーク[時期]?|その[後際間]|[0-9]+[回次年日戦]目|[昨今来前先](?:シーズン|季)|現役時代?|年代[前後]?半?|[南北][東西]"
    r"|全?世界|[同当弊]社|同[氏店校紙]|毎[年月日時分秒]|[0-9]*[年月日]間?|[0-9]+時間?|[0-9]+分間?"
)
_MONEY_END = r"同[期月週日]|(?<!学)期間|(?<!被)容疑|値[上下]げ[前後]|[導開][入業][前後]"
