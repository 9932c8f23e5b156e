"""A sum that its own sentence names or does something with: it goes on with no cost, loss or loan of the sentence before."""

from __future__ import annotations

from jijitsu.extract.linking.measure.nearby import Nearby
from jijitsu.extract.linking.subject.frames import Frame
from jijitsu.extract.linking.value.course import LEVEL
from jijitsu.extract.regex import regex


def of_its_own(asked: Nearby, frame: Frame) -> bool:
    """工費は3億円だった。市は基金から2億円を受け取った; 売り上げは6億円だった。繰越金は1億円: not what was measured before.

    Goes on: 工費は3億円だった。南棟は1億円だ, うち2億円を借り換えた, 北棟には5億円を投じる.
    """
    if frame.family != "financial" or asked.course is not LEVEL or not asked.sort("money") or asked.ahead(_PART, 24):
        return False
    if asked.ahead(_OWN_NOUN, 30):
        return True
    return frame.measure in _NO_LINES and bool(asked.behind(_DEALT_WITH))


_NO_LINES = frozenset({"cost", "loss", "funding", "debt", "cash"})
_PART = regex(r"(?:うち|残り|この|その|同|内訳|さらに|加えて)(?:の)?(?:約|およそ|計|合計|総額|年間?)?$")
# 繰越金は14億円, 機密費1480万円, 手付金として200万円, GPUの在庫は1年前の2倍の140億円
_OWN_NOUN = regex(
    r"(?:[一-鿿ァ-ヺー](?<!資)(?:金|費)|在庫|補助|助成|手当|備蓄)(?:など)?(?:は|が|も|を|として(?:は)?|の)?、?(?:[^、。はがもを]{0,12}の)?(?:約|およそ|計|合計|総額|年間?|月額?|最大|少なくとも|現在)*$"
)
_DEALT_WITH = regex(
    r"(?:余り|ほど|程度|超|以上|近く)?(?:\([^()]{0,30}\))?(?:分(?:の|を)|を(?!(?:投|か?け|掛|費や|充て|計上|支出|支払|払|負担|要|上回|下回|超|割り?込|突破"
    r"|見込|見積|予想|想定|計画|記録|集め|調達|借り|融資|出資|拠出|投資|引き受け|失|損|被|返済|肩代わり|予定|盛り込|[^、。はが]{0,6}増|[^、。はが]{0,6}減))"
    r"|が入っ|の(?=[一-鿿ァ-ヺ])(?!(?:増|減|赤字|黒字|負担|費用|経費|コスト|見込|見通|予定|追加|規模|削減|上乗せ|融資|出資|負債|債務|借|損|被害|資金|支払|現金|投資|工費)))"
)
