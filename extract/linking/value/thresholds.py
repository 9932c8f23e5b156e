"""Crossing a level: 8万ドルを割り込んだ is below it, 1兆円を超えた above it.

A level of somebody else that is only compared with (前回の3.61倍を下回った) stays as it is.
"""

from __future__ import annotations

from jijitsu.extract.regex import regex
from jijitsu.schemas.mention import Relation

_VERB = (
    r"(?:の(?:大台|節目|水準|壁|線|目標))?(?:を|に|へ)?(?:初めて|一時|大きく|大幅に|わずかに|やや|若干|ぎりぎり|かろうじて|再び|軽く|優に|はるかに|一気に|すでに"
    r"|早くも|[0-9]{0,2}年ぶりに)*"
)
_ABOVE = regex(
    _VERB + r"(?:上回|超え|超す|超し|超過|突破|(?<!に)(?<!へ)回復|(?<!を)乗せ|越え|オーバー)"
    r"|(?:の(?:大台|節目|水準)|(?<=[円ルロ])台)に(?:初めて|一時|再び|一気に|早くも)*乗[っる]"
    r"|(?<!台)に(?:初めて|一時|再び|一気に|早くも|つい?に)*突入"
)
_BELOW = regex(
    _VERB + r"(?:下回|割り込|割った|割って|割り、|割れ|割る|切っ|切る|切り、|満たな|も満た|届か|もかから[なず])"
)
_BACK_ON = regex(r"を回復|に乗[せっ]")
_COMPARED = regex(
    r"(?:前回|前年|昨年|去年|一昨年|おととし|昨季|前季|平年|前期|前月|前週|前日|[0-9]{4}年(?:度)?|[0-9]{1,2}月|首位|従来|これまで|同期|予想|平均|時点|値下がり|値上がり|社|グループ)(?:の|[^、。]{0,12}に(?:当たる|あたる|相当する))$"
)
# 反対は54%で、賛成の33%を上回った: what the figure before is held against
_BESIDE = regex(
    r"[0-9](?:[^、。0-9はがを]{1,5})(?:と|で|となり|だったが|が[^、。0-9]{1,8})、[^、。0-9はが]{2,20}(?<!節目)(?<!大台)(?<!基準)(?<!水準)(?<!目安)(?<!ライン)の(?:約)?$"
)
_PASSES = regex(_VERB + r"(?:[上下]回|届か)")
_NEEDED = regex(r"(?:分)?の?[^。]{0,36}最低(?:限|でも)?必要")
_OF_LAST = regex(r"(?:前[年期月週日]|同期|昨年|去年|平年|例年)の$")
# 予想平均1兆円を下回った, 市場予想(QUICKコンセンサス)の3000億円を下回る, 昨年来高値3598円を上回った
_FORESEEN = regex(
    r"(?:予想|予測|見通し|コンセンサス|エスティメート|推定値?|推計値?|会社計画|会社想定|(?:当初|従来|前回)の?(?:見込み|計画|想定))(?:の)?(?:平均|中央値|値)?(?:値)?(?:\([^()]{0,24}\))?(?:の[一-鿿]{0,6}|である)?(?:約)?$|(?:来高値|来安値)(?:\([^()]{0,16}\))?の?$"
    r"|(?:(?:見込|目論)んで|(?:想定|予想|計画|予定|予測|設定|(?:目標|上限|下限|目安|限度|基準)と)して|掲げて)い?た(?:約|およそ)?$"
)


def threshold_of(folded: str, start: int, tail: int, relation: Relation, *, named: bool) -> Relation:
    """Return the relation that the words behind a value from `start` to `tail` give it, else `relation`.

    `named`: the value is somebody's by name right before it (伊藤忠商事の15兆円を上回った), and so is only compared with.
    """
    if (
        relation == "lt"
        and folded.startswith("に届か", tail)
        and (
            _FORESEEN.search(folded, max(0, start - 32), start)
            or _COMPARED.search(folded, max(0, start - 24), start)
            or _BESIDE.search(folded, max(0, start - 48), start)
        )
    ):
        return "eq"
    if relation == "eq" and _BESIDE.search(folded, max(0, start - 48), start) and _PASSES.match(folded, tail):
        return relation
    # 前年同期の3倍を超える: how much it is, and nothing compared with; but 過去5年平均の11倍を上回る
    share = folded.startswith("倍", tail - 1) and _OF_LAST.search(folded, max(0, start - 8), start) is not None
    if relation not in {"eq", "approx"} or named or (not share and _COMPARED.search(folded, max(0, start - 24), start)):
        return relation
    if _FORESEEN.search(folded, max(0, start - 32), start):
        return relation
    if relation == "approx" and folded[tail - 1 : tail] == "台" and _BACK_ON.match(folded, tail):
        return relation  # 5万7000円台を回復した
    if relation == "eq" and _NEEDED.match(folded, tail):
        return "ge"  # 7台分の駐車場が最低必要だった
    if folded.startswith(("を上限", "をそれぞれ上限"), tail) or (
        folded.startswith("まで", tail) and folded.endswith("を上限に", 0, start)
    ):
        return "le"
    if _ABOVE.match(folded, tail):
        return "gt"
    return "lt" if _BELOW.match(folded, tail) else relation
