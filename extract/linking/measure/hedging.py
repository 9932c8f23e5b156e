"""The modality of a figure: its hedges, its speech, and the plans that Japanese leaves unmarked."""

from __future__ import annotations

import re

from jijitsu.extract.linking.measure.undertaking import undertaken
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.modality import TERM_OF_ITS_OWN, Hedge, modality_of
from jijitsu.extract.linking.value.nothing import none_at_all
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Speech
from jijitsu.schemas.claim import Mark, Modality


def modality_at(
    value: Value,
    folded: str,
    hedges: tuple[Hedge, ...],
    speech: Speech | None,
    reading: Reading,
    mark: Mark | None,
    measure: Measure,
) -> Modality:
    """The modality of a figure; one in an indirect clause that alone vouches for it is at least reported."""
    if mark == "target":
        return "forecast"
    if none_at_all(folded, value):
        return "negated"
    base = reading.scene.sentence.start
    others = [s for s in reading.speeches if s.type == "direct" and not s.span.holds(value.mention.span)]
    if others:  # 800億円を見込むが、「見直しもあり得る」との認識を示した: what others' words hedge is theirs
        hedges = tuple(h for h in hedges if not any(s.start - base <= h.start < s.end - base for s in others))
    if measure.family == "price":
        hedges = tuple(hedge for hedge in hedges if folded[hedge.start] != "据")  # 政策金利を2.0%に据え置いた
    if measure.family == "price" and _REVISED_SO.search(folded, max(0, value.start - 24), value.start):
        hedges = tuple(
            h for h in hedges if h.means != "forecast" or h.start >= value.end
        )  # 通期予想も上方修正して24円高
    if measure.name not in _LINES and measure.name != "dividend" and not _GUIDED.search(folded):
        hedges = tuple(h for h in hedges if not folded.startswith(("増額", "減額"), h.start))  # 工費を45億円に増額した
    if measure.name.endswith(("PER", "PBR")):
        hedges = tuple(h for h in hedges if not folded.startswith(("PER", "PBR"), h.end))  # 予想PERは25倍だ
    if "た" in folded[value.tail : value.tail + 24] and _DONE_BY_THEN.match(folded, value.tail):
        hedges = tuple(h for h in hedges if h.means != "forecast" or h.start < value.start)
    if was_before(value, folded):  # 年間90円(前期は55円)とする計画
        hedges = tuple(hedge for hedge in hedges if hedge.means != "forecast")
    held = value.mention.type in {"count", "percent"} and _FROM_NOW.match(folded, value.tail)
    if held and not _OLD_PLAN.search(folded, 0, value.start):
        hedges = tuple(h for h in hedges if h.means != "forecast" or h.start < value.start)  # 11%から13%に高まる見通し
    ahead = folded[max(0, value.start - 12) : value.start]
    if folded.startswith("から", value.tail) and _NOW.search(ahead) and not _FORESEEN.search(ahead):
        hedges = tuple(h for h in hedges if h.reach == "sentence" and h.means == "reported")  # 現在800隻から1200隻に
        if speech is not None and speech.type == "indirect":
            return "reported"
    if _OF_NOW.search(ahead) and _WHOM.match(folded, value.tail):
        hedges = tuple(hedge for hedge in hedges if hedge.means != "forecast")  # 現在240人の従業員は年内に増やす計画だ
    if value.mention.type == "money" and _FORECAST_ITSELF.match(folded, value.tail):
        return "forecast"  # 10億円程度の市場予想を上回った
    if _TARGET_OF.search(folded, max(0, value.start - 48), value.start) and _CLOSES.match(folded, value.end):
        return "forecast"
    if reading.scene.sentence.role == "headline" and _TOWARDS.match(folded, value.tail):
        return "forecast"  # 損失400億円超へ
    if (
        reading.scene.sentence.role == "headline"
        and _REVISED_TO.search(folded, 0, value.start)
        and _NEW.match(folded, value.tail)
    ):
        return "forecast"  # 通期純利益を上方修正 3.6兆円に
    if speech is None:
        own = modality_of(*_with_aside(value, folded), folded, hedges)
        if own == "forecast" and measure.name == "debt" and _OWED.search(folded, 0, value.start):
            return "estimated"
        former = was_before(value, folded)
        return "forecast" if own == "asserted" and not former and _planned(value, measure, folded) else own
    inside = tuple(h for h in hedges if speech.start - base <= h.start and h.end <= speech.end - base)
    own = modality_of(value.start, value.end, folded, inside)
    if speech.type == "direct" or own != "asserted":
        return own
    cue = speech.attribution.cue or ""
    if re.search(r"推計|試算|推定", cue):
        return "estimated"
    said = folded[speech.start - base : speech.end - base]
    if _TAKEN_BACK.search(said):
        return "reported"  # 11万2400台を回収すると発表した: so many there are
    at = speech.start - base
    if speech.modality == "forecast" or undertaken(said, value.start - at, value.end - at):
        return "forecast"
    return "estimated" if "見積" in cue else "reported"  # 7割減ったと見積もる


_OWED = regex(r"(?<!有利子)(?<!純)負債(?:総額|額|金額)?(?:は|が|も)[^。はが]{0,24}$")
"""負債は約8億円の見込み: what is owed already, and only reckoned up."""


def was_before(value: Value, folded: str) -> bool:
    """True for what a bracket gives of the year before: 0.86億円(前期実績は3.52億円), 97円(前期87円), 8億円(同7億円)."""
    ahead = max(0, value.start - 16)
    if _WAS_PAID.search(folded, ahead, value.start) is not None:
        return True
    return value.mention.type == "money" and _WAS.search(folded, ahead, value.start) is not None


def _with_aside(value: Value, folded: str) -> tuple[int, int]:
    """Where the hedges are looked for: 34億円(前期比38%増)を見込む is as firm in the bracket as before it."""
    if value.mention.type in {"percent", "multiple"}:
        aside = _ASIDE.search(folded, max(0, value.start - 24), value.start)
        closed = folded.find(")", value.end, value.end + 12)
        if aside and closed >= 0:
            return aside.start(), closed + 1
    return value.start, value.end


def _planned(value: Value, measure: Measure, folded: str) -> bool:
    """A dividend that is not said to have been paid is planned: 年間配当は48円とする."""
    if value.amount.unit in {"人", "名"} and _CUTS_STAFF.match(folded, value.tail):
        return True  # 1200人を削減する
    staff = value.amount.unit == "percent" and _STAFF.search(folded, max(0, value.start - 12), value.start) is not None
    if staff and _CUTS.match(folded, value.tail):
        return True  # 全従業員の7%に当たる1700人を削減する
    revised = _REVISED.search(folded, value.tail, value.tail + 60) if measure.name in _LINES else None
    if revised is not None and TERM_OF_ITS_OWN.search(folded, value.tail, revised.start()):
        revised = None  # 純利益は72億円で、通期予想は160億円に上方修正した
    if revised is not None or (measure.name in _LINES and _REVISES.match(folded, value.tail)):
        return True  # 売上収益は14.7%増の3兆9000億円に引き上げた
    if measure.family in {"financial", "delivery"} and _HELD.match(folded, value.tail):
        return _FORMERLY.search(folded, 0, value.start) is not None  # 従来は5900億円としていた
    return measure.name == "dividend" and not re.search(
        r"(?:だった|した|でした|なった|削って|支払われた|(?<!とし)て(?:おり|いる))", folded[value.tail :]
    )


# 昨年5万台を売った北米で、8万台を販売する計画だ: the plan is not of what has been done; 3億円を見込んだ計画 is.
_DONE_BY_THEN = regex(
    r"(?:超|余り|近く|以上|強|弱|ほど|程度)?(?:を|が|に)?(?![^、。]{0,8}(?:見込|予想|想定|計画|予定|目指|掲げ|引き|見直|修正|据え|設定|目標|とし))[^、。はがをも0-9「」]{0,12}"
    r"(?:[しじいきちみびりえけげせてねべめれっ]た|[いん]だ)(?=[一-鿿ァ-ヶA-Z「])(?!場合|後|段階|時点|上で|際|時|結果|以上|ため)"
)
_FORECAST_ITSELF = regex(
    r"(?:程度|前後|近辺|ほど|台)?の(?:市場|会社|アナリスト|事前|従来|当初)?の?(?:予想|コンセンサス|計画|目標)(?:の?平均|値|の?中央値)?(?:を|も|に|には)[^、。0-9]{0,8}(?:上回|下回|届|超え|達し|及ば)"
)
_REVISED_SO = regex(
    r"(?:修正|増額|減額|引き上げ|引き下げ)(?:し(?:て|、|たため、?|たことで、?|たことから、?)|て、?|たため、?|たことで、?)[^、。0-9はがも]{0,8}$"
)
_HELD = regex(r"[^。「」]{0,30}?とし(?:ていた|ている|てきた)")
_FORMERLY = regex(r"(?:従来|当初|前回|これまで|期初)[はに](?!比)")
_REVISED_TO = regex(
    r"(?:[上下]方修正|増額修正|減額修正|予想(?:を|の)?引き[上下]げ)[^0-9、。]{0,3}[ 、][^0-9。]{0,12}(?:約)?$"
)
_NEW = regex(r"(?:台|前後|程度)?(?:に|へ)(?:$|[ 、。])")
_GUIDED = regex(r"予想|見通し|計画|目標|配当|想定|予定")
_STAFF = regex(r"(?:従業員|人員|社員|職員|スタッフ|雇用)(?:数|全体)?の(?:約|およそ|最大)?$")
_CUT = r"を?(?:削減|減ら|リストラ|切|解雇)(?!した|され|して|し、|を(?:終え|完了|実施した|行った|済ませ)|が(?:終わ|完了|済))"
_CUTS_STAFF = regex(rf"(?:の(?!うち|中)[^、。]{{1,8}})?{_CUT}")
_CUTS = regex(rf"(?:に(?:当|あ)たる(?:約|およそ)?[0-9][0-9.,万千]*(?:人|名)(?:超|余り|近く)?)?{_CUT}")
_LINES = frozenset({"revenue", "operating_profit", "ordinary_profit", "net_profit", "eps"})
_REVISED = regex(
    r"(?:円|ドル|ユーロ|元|ウォン|ポンド)(?:前後|程度)?(?:\([^()]{0,24}\))?(?:から[^、。はが]{0,20})?(?:に|へと?)?"
    r"(?:、[^、。0-9]{1,12}は[^、。はが]{0,30}に?)?、?(?:それぞれ)?(?:引き上げ(?:た|て|、)|引き下げ(?:た|て|、)|見直した|上方修正|下方修正|修正した)"
)
_REVISES = regex(
    r"(?:前後|程度)?(?:\([^()]{0,24}\))?(?:に|へ|、)?(?:それぞれ)?(?:引き上げ(?:た|て|、)|引き下げ(?:た|て|、)|見直し(?:た|て|、)|上方修正|下方修正)"
)
_TAKEN_BACK = regex(r"(?:回収|リコール|無償修理|無償交換)(?:\([^()]{1,8}\))?(?:[・や](?:交換|修理|返金))?する$")
_ASIDE = regex(r"\((?:前期|前年|前年度|前年同期|前年同月|同|前回)[^()。]{0,10}$")
_TOWARDS = regex(r"(?:増益|減益|増収|減収|増配|増|減|の?(?:黒字|赤字))?へ(?=[・、= \u3000]|\s*$)")
_CLOSES = regex(r"\)|、|[増減高安]\)|の[赤黒]字\)")
_WAS_PAID = regex(r"[(、](?:前期|前年|前の期|前年度|前年同期|前年同月|昨年|去年)(?:の)?(?:実績)?は(?:約)?$")
_WAS = regex(r"(?<=円)\((?:(?:前期|前の期|前年度|前年同期|前年同月)(?:の)?(?:実績)?|同)(?:約)?$")
_FORESEEN = regex(r"(?:予想|想定|計画)した")
_NOW = regex(r"(?:現在|足元|昨年|前年|前期|去年)(?!比|同)|今の")
_FROM_NOW = regex(
    r"(?:程度|前後|台|超|近く|ほど)?から(?:約|およそ|[^、。はがを0-9]{0,8}に)?[0-9][0-9.,兆億万]{0,12}[^、。0-9はがを]{1,10}?(?:程度|前後|以上|超|近く)?(?:に|へ)"
)
_OLD_PLAN = regex(r"予想|計画|見通し|目標|想定|従来|前回|当初|見込み|コンセンサス")
_OF_NOW = regex(r"(?:現在|いま|今)の?(?:約|およそ)?$")
_WHOM = regex(r"の[^、。はがを0-9]{1,14}[はをが]")
# 通期計画(38億円)を超過した: what a bracket gives the figure of.
# 市場予想の平均(2兆6100億円)を上回る, 市場予想(123億ドル、0.01ドル)を上回った
_TARGET_OF = regex(
    r"(?:計画|予想|見通し|目標|想定|見込み|コンセンサス|予測|前回公表|前回発表)(?:値|額)?(?:の平均|の中央値|の上限|の下限|平均|中央値)?(?:の|は)?\((?:(?:同|前[年期]同?期?比)?(?:約)?[0-9.]+(?:%[増減]|倍)の)?(?:[0-9][0-9.,兆億万]*[円ドルユーロ元台]+、)*$"
)
