"""Who tells behind the clause and a comma: 成長は続くと、A社のアナリスト、B氏は電話会見で述べた.

`paused` tells whether a comma between と and the word of saying is a pause, not the end of a condition (金利が下がると、株価は上がる);
`told_behind` finds the word of saying across a speaker whose office or source shows that he tells.
"""

from __future__ import annotations

from collections.abc import Sequence

from jijitsu.extract.lexicon import either
from jijitsu.extract.linking.sentence.units import Unit
from jijitsu.extract.linking.speech.cues import Cue, cue_at
from jijitsu.extract.regex import regex

SOURCES = ("関係者", "関係筋", "情報筋", "消息筋", "外交筋", "当局者")
"""Who tells and is not named."""
IN_THE_KNOW = r"(?:事情|内情|計画|協議|交渉|問題|状況|議論|検討内容|取引|件|考え)に(?:詳しい|精通する|近い|通じた)"
"""事情に詳しい3人."""
_ANNOUNCED = regex(
    r"(?:[^、。「」はが]{1,16}(?:を(?:拠点|本拠)(?:と|に)(?:する|した)|に(?:本部|拠点|本拠)を(?:置く|構える)))?"
    r"[^、。「」とをに]{2,30}[がは](?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?に?(?:正式に)?"
    r"(?:発表|公表|明らかに|表明|述べ|語っ|予想|予測|説明|指摘|分析|警告|強調|主張|試算|推計|推定|判断|(?:み|見|考え|見積もっ)て|見込んで|見込|見積も)"
    r"(?:する|して?い?[たる]|しました|しています|て?い?[たる]|います|ました)?(?:[。、]|が、|$)"
)
"""特急を増発すると、[北斗電鉄が8日発表]した, 増益になると、[同社はみて]いる; not 水位が上がると、市は避難を呼びかけた."""
_BEHIND = regex(
    r"、(?P<who>[^。「」はがもと]{0,60}?(?:[ァ-ヺー一-鿿]氏|さん|報道官|広報担当|広報担当者|長官|大臣|[財外国防務商農]相|首相|大統領|総裁|議長|理事|知事|市長|CEO|最高[一-鿿]{2,5}者|社長|会長"
    rf"|アナリスト|エコノミスト|ストラテジスト|トレーダー|{either(SOURCES)}|高官|担当者|幹部|専門家|に詳しい人物)(?:ら|たち)?"
    rf"(?:\([^()]{{1,24}}\))?(?:[0-9]{{1,2}}人)?|{IN_THE_KNOW}(?:複数の)?[0-9]{{1,2}}人)"
    r"[はが](?P<way>(?:[^。「」はがもとを]{0,30}|[^。「」はがもとを]{0,12}を条件に、?[^。「」はがもとを]{0,12}))(?P<cue>語(?!り(?:始|出|合|継|掛|かけ))|話(?!し(?:始|出|合|掛|かけ|込))(?=[しす])|述べ(?!始)|明らかに|明かし|明かす|説明|指摘|投稿|発言|証言|分析|主張|強調|警告|予想|予測|記し)"
    r"[^。と、]{0,8}(?:[。、]|$)"
)
_BASED = regex(
    r"、[^、。「」はが]{1,16}(?:を(?:拠点|本拠)と(?:する|した)|に(?:本部|拠点|本拠)を(?:置く|構える))[^、。「」はがと]{2,30}[がは]"
    r"[^、。「」はがをと]{0,16}?(?P<cue>発表|公表|明らかに|述べ|語|説明|指摘|主張|推計|報告)"
)
"""米国を拠点とする人権団体HRANAが11日発表した."""
_ON_AIR = regex(
    r"、(?:[^、。「」はがをと]{0,20}との)?[^、。「」はがをと]{0,14}(?:インタビュー|会見|声明|演説|講演|書簡|投稿|電話会議|リポート|取材|SNS|ブログ)(?:で|に(?:対し)?)"
    r"(?P<cue>述べ|語|話し|明らかに|明かし|説明|指摘|強調|警告|主張)"
)
"""交渉は進んでいると、放送局とのインタビューで明らかにした: who tells stands in front."""


_PAPER = r"[^、。「」はがを]{0,12}(?:報告書?|月報|リポート|レポート|調査|試算|見通し|論文|白書|顧客向けメモ)(?:の中)?で(?:は)?"
_WARNED = r"(?!さ?れ)[^。、と通]{0,8}(?:[。、]|$)"
_WARNS = r"(?:警告|指摘|明らかに|述べ|予測|予想|示し|分析|強調|説明|推計|試算|推定)"
_DATED = r"(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:付)?(?:に|の)?"
_IN_PAPER = regex(
    rf"、[^。「」はがもと]{{2,60}}[がは]{_DATED}(?:{_PAPER}(?P<cue>{_WARNS}){_WARNED}|[^、。「」はがを]{{0,12}}誌(?:[「『][^「」『』]{{1,24}}[」』])?(?:の?電子版)?に(?P<print>発表|公表){_WARNED})"
)
"""電力需要は増えると、[国際機関が15日の月報で]予測した; 融解が進んでいると、[研究チームが科学誌に]発表した."""
_OF_PAPER = regex(
    rf"、[^。「」はがもと]{{2,60}}[がは]{_DATED}(?P<cue>発表|公表)した(?:ばかりの)?{_PAPER}{_WARNS}{_WARNED}"
)
"""適地は半減すると、[研究所が14日に]発表した報告書で警告した."""


def paused(folded: str, line: Sequence[Unit], before: int, at: int) -> bool:
    """True for a comma between と and the word of saying: 増えたと、会見で述べた."""
    ends, following = line[before], line[at + 1]
    if following.text != "、":
        return False
    closes = ends.text in {"た", "だ", "ない", "です", "ます"} or (
        ends.text == "ある" and line[before - 1].text == "で"
    )
    return (closes and at + 2 < len(line)) or _ANNOUNCED.match(folded, following.end) is not None


def told_behind(folded: str, line: Sequence[Unit], at: int) -> Cue | None:
    """The word of saying behind と、 and whoever tells: 検討していると、[関係者2人が]明らかにした."""
    if line[at + 1].text != "、":
        return None
    match = next(
        (m for way in (_BEHIND, _BASED, _ON_AIR, _OF_PAPER, _IN_PAPER) if (m := way.match(folded, line[at + 1].start))),
        None,
    )
    if match is None:
        return None
    start = match.start("print" if match.groupdict().get("print") else "cue")
    told = next((n for n in range(at + 2, len(line)) if line[n].start == start), None)
    cue = cue_at(folded, line, told) if told is not None else None
    return cue if cue is not None and not cue.passive and cue.sort in _TELLING else None


_TELLING = frozenset({"say", "judge", "forecast"})
