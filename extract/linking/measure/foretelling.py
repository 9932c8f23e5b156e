"""Is a figure to come? What the plan before it, its day and the bracket behind another say, beside its own words."""

from __future__ import annotations

import msgspec

from jijitsu.extract.linking.measure.hedging import was_before
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.modality import CLAUSE
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Story
from jijitsu.schemas.claim import Modality, Time

_BY_THEN = regex(r"(?:年|月|期|[末春夏秋冬内日]|度|前半|後半|半ば)までに(?!は?(?:既に|すでに))[^。「」]{0,50}$")
_BY_NOW = regex(
    r"[^。]{0,60}?(?:[しいきっれえけげめべ]た(?![いらりっ])|だった|(?:て|で)(?:いる|おり|いて)|済み(?:[。、と]|$))"
)
_PLAN_GOES_ON = regex(
    r"から(?:約)?|と(?:し|して)、(?:従来|前回|当初|これまで)(?:予想|計画)?の?(?:約)?|(?:に|へ)、[^。、0-9]{1,24}(?:は|も)(?:従来の)?(?:約)?"
)
_WAS = regex(r"から|を(?:大きく|大幅に|わずかに)?(?:上回|下回|超え|割り込|抜)|に比べ|と比べ")
_FORESEEN = regex(r"予想|計画|見通し|目標|想定|見込み|予測")
_ASIDE = regex(r"\((?!(?:前|従来|昨|去|同期)(?!年(?:同期|度)?比|期比|[年期]同期比))[^()0-9、]{0,10}")


class Plans(msgspec.Struct, frozen=True):
    """What the values before leave to the next: the plan told last, and the sum that was foreseen last."""

    planned: tuple[str, int] | None = None
    """The measure of the plan, and where its figure ends in the sentence."""
    foreseen: Value | None = None

    def hold(self, folded: str, value: Value, measure: Measure) -> bool:
        """純利益予想を240億円から280億円に、B社は80億円から94億円に引き上げた: the next figure of the same plan."""
        if self.planned is None or self.planned[0] != measure.name:
            return False
        return _PLAN_GOES_ON.fullmatch(folded, self.planned[1], value.start) is not None

    def beside(self, folded: str, value: Value) -> bool:
        """純利益は236億円(同53%減)に引き下げた, 6700億円(実力ベース7800億円)を見込む: behind a sum that is foreseen."""
        aside = self.foreseen is not None and _ASIDE.fullmatch(folded, self.foreseen.end, value.start) is not None
        return aside and not was_before(value, folded)


class Told(msgspec.Struct, frozen=True):
    """A figure whose modality is asked: where it stands, what it measures, of when it is, whether it is a change; the number
    of its sentence."""

    story: Story
    folded: str
    value: Value
    measure: Measure
    time: Time | None
    change: bool
    sentence: int


def foretold(told: Told, modality: Modality, plans: Plans) -> tuple[Modality, Plans]:
    """Return the modality as the figure's surroundings leave it, and the plans handed on behind it."""
    folded, value, measure = told.folded, told.value, told.measure
    if modality == "asserted" and _is_set(told):
        modality = "forecast"
    if modality == "asserted" and plans.hold(folded, value, measure):
        modality = "forecast"
    if modality in {"asserted", "reported"} and _is_due(told):
        modality = "forecast"  # 来春までに200人を採る
    if modality == "forecast" and not told.change and _is_past(told) and _WAS.match(folded, value.tail):
        clause = folded[max((m.end() for m in CLAUSE.finditer(folded, 0, value.start)), default=0) : value.start]
        modality = modality if _FORESEEN.search(clause) else "asserted"  # 前年の409億ドルを上回る計画だ
    beside = modality == "asserted" and plans.beside(folded, value)
    modality = "forecast" if beside else modality
    to_come = modality == "forecast" and measure.family == "financial"
    stays = beside or value.mention.type != "money"
    foreseen = plans.foreseen if stays else value if to_come else None
    return modality, Plans((measure.name, value.tail) if to_come else None, foreseen)


def _is_set(told: Told) -> bool:
    """業績見通しを下方修正すると発表した。売上高は…、営業利益は55億円とした; 売上高を従来の67億円から69億円へ."""
    if told.measure.family != "financial":
        return False
    if _UP_FROM.match(told.folded, told.value.tail):
        return True
    if _FORMER.search(told.folded, max(0, told.value.start - 8), told.value.start) and told.folded.startswith(
        "から", told.value.tail
    ):
        return True
    if told.measure.name not in _LINES or not told.folded.endswith(("とした。", "とする。")):
        return False
    before = next((s.sentence for s in told.story.scenes if s.sentence.index == told.sentence - 1), None)
    return before is not None and _OUTLOOK.search(before.folded) is not None


# 設備投資は910億ドルと、従来の850億ドルから引き上げた
_UP_FROM = regex(
    r"と、?(?:従来|前回|期初|当初)(?:予想|計画|見通し)?の[^、。]{2,24}から(?:引き[上下]げ|[上下]方修正|上積み|増額|減額)"
)
_FORMER = regex(r"(?:従来|前回|期初|当初)の(?:約)?$")
_OUTLOOK = regex(r"(?:業績|通期|今期|月期)(?:の?(?:連結|通期|業績)){0,2}の?(?:見通し|予想)(?!を(?:上回|下回|超))")
_LINES = frozenset({"revenue", "operating_profit", "ordinary_profit", "net_profit", "eps"})


def _is_due(told: Told) -> bool:
    """True for what is to be reached by a day to come, and is not told as done."""
    published, last = told.story.setting.published, told.time.end if told.time is not None else None
    if published is None or last is None or last <= published:
        return False
    by_then = _BY_THEN.search(told.folded, max(0, told.value.start - 60), told.value.start)
    return by_then is not None and not _BY_NOW.match(told.folded, told.value.tail)


def _is_past(told: Told) -> bool:
    published, last = told.story.setting.published, told.time.end if told.time is not None else None
    return told.measure.family in {"financial", "delivery", "cap"} and bool(published and last and last < published)
