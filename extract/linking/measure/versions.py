"""What one of several versions of a ware costs: ガソリンモデルが185万円, 初回限定盤は3800円, 大人用が500円, 小さなものが200円.

`version_at` takes the folded sentence and a value, and returns where the version stands right before its price. It leaves what
is paid or owed (を支払う, に上る), and more money than one such thing costs.
"""

from __future__ import annotations

import re

from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex

_MACHINES = (
    r"モデル|タイプ|仕様|グレード|[0-9A-Z]車|(?:ハイブリッド|電気|ガソリン|ディーゼル|駆動|新型|限定|仕様|上級|標準)車"
)
_VERSION = regex(
    rf"(?P<what>(?P<machine>{_MACHINES})|(?<![出初再])版|[常定回別華産]盤|席|[通入乗戸日般売数]券|用|コース|セット|[小大中MSL]サイズ|もの|定食|弁当|丼|ランチ|単品|本体(?:のみ)?)"
    r"(?:は|が|も)、?(?:税込み?|税抜き|税別|各|1[個枚本人杯台冊])?(?:約|およそ)?$"
)
_COSTS = regex(
    r"(?:前後|程度|ほど|から|より)?(?:\((?:税|本体|消費税)|\+税|だった|だ[。、」]|で(?:、|。|ある|あっ|発売|販売|提供|売ら|売り出|購入)|です|。|、|」|$"
    r"|と(?:なる|なっ|なり|する|した|し、|、)|に(?:なる|設定|なっ)|を予定|の(?:予定|見込))"
)
_HANDED = regex(
    r"奨学金|補助|給付|助成|印税|賞金|報酬|手当|謝礼|予算|歳[出入]|被害|損害|寄付|負担|支給|罰金|賃金|給与|時給|月給"
)
"""Money that somebody gets is no price: 補助額は上位モデルが10万円."""
_MOST = 300_000
_MOST_MACHINE = 20_000_000


def version_at(folded: str, value: Value) -> re.Match[str] | None:
    """The version that stands right before its price, if one does: its group `what` is the version's last word."""
    if value.mention.type != "money" or not _COSTS.match(folded, value.end) or _HANDED.search(folded, 0, value.start):
        return None
    found = _VERSION.search(folded, max(0, value.start - 24), value.start)
    if found is None or abs(value.amount.amount) >= (_MOST_MACHINE if found["machine"] else _MOST):
        return None
    return found
