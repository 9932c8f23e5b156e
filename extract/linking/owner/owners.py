"""Whose figure it is: the name that word order gives it, else the phrase beside it, else whom the text speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TypeGuard

from jijitsu.extract.linking.sentence.brackets import shut_between
from jijitsu.extract.linking.subject.discourse import Discourse
from jijitsu.extract.linking.subject.subjects import POSSESSOR, STRONG, Candidate, spread
from jijitsu.extract.linking.value.course import Course
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

_TYPES: dict[str, frozenset[str]] = {
    "share_price": frozenset({"company", "product", "index", "crypto"}),
    "index": frozenset({"index"}),
    "fx_rate": frozenset({"currency"}),
    "crypto": frozenset({"crypto"}),
    "yield": frozenset({"other"}),
    "commodity": frozenset({"commodity", "product", "crypto"}),
    "price": frozenset({"company", "index", "crypto", "currency", "commodity", "product", "other"}),
    "cap": frozenset({"company", "crypto", "index", "group"}),
    "delivery": frozenset({"company", "product"}),
    "net_worth": frozenset({"person"}),
    "financial": frozenset({"company", "person", "organisation", "other"}),
    "quantity": frozenset({"company", "organisation", "other", "product", "crypto", "index"}),
}
_PERSONAL = frozenset({"net_worth", "other"})
_NOMINATIVE = frozenset("はがも株")
_TOPICS = frozenset({"は", "も"})
DESCRIBES = regex(
    r"(?:した|された|する|される|いる|った|んだ|れた|ある|なる|きた|いた|えた|ない)(?:という|との)?(?=[一-鿿ァ-ヶA-Z0-9「])"
)
"""A clause that describes the noun behind it: Aは、Bが保有していた株式を280億円で取得した, whose money is A's."""
# 290億ドルを集めたサウジアラムコ: what only its own doer does with money or goods.
_OVERTAKEN = frozenset("をにとはがも、")
_ITS = regex(r"(?:\([^()]{1,24}\))?の")
_MANY = 1000
"""Fewer cars than that may be of a make: 2台のテスラを."""
_DID = regex(
    r"(?:超|余り|近く|以上|強|弱|規模)?(?:(?:の[^、。はがも0-9]{0,10})?(?:を(?:たたき|叩き|稼ぎ)出し|に(?:とどまっ|転落し|陥っ))|を[^、。はがも0-9]{0,6}?(?:集め|調達し|計上し|稼い|売り上げ|記録し|達成し|突破し|超え|割り込ん|失っ|納車し|販売し|出荷し|生産し))[ただ](?:[米英仏独韓伊豪加蘭印](?=[ァ-ヺA-Z]))?"
)
# 伊藤忠商事の15兆円, ミナト商事(株)(福井県)の711億円
_OF = regex(r"」?(?:\([^()]{1,24}\)){0,2}の")
_RELATIVE = regex(r"(?:した|た|している|していた|となった|になった|だった|する|の|で|)(?=\S)")


def beside_owner(
    at: int,
    values: Sequence[Value],
    names: Sequence[Candidate],
    types: frozenset[str],
    course: Course,
    folded: str,
) -> tuple[Subject, ...]:
    """Return the owners of value number `at` that the words right beside it name, or ()."""
    value = values[at]
    fitting = [c for c in names if c.type in types]
    if holder := next((c for c in fitting if _OF.fullmatch(folded, c.end, value.start)), None):
        return spread(holder, at, values, folded)  # 伊藤忠商事の15兆円を上回った
    if (
        holder := _bracket_owner(value, [c for c in names if c.type in types | {"product", "country"}], folded)
    ) is not None:
        return spread(holder, at, values, folded)
    large = value.mention.type == "money" or (value.mention.type == "count" and value.amount.amount >= _MANY)
    if large and (its := _ITS.match(folded, value.tail)) is not None:
        # 15兆5100億円の日立製作所を上回り, 1万9000台(9.0%増)のホンダに抜かれ
        head = next((c for c in fitting if c.start == its.end() and c.particle in _OVERTAKEN), None)
        if head is not None:
            return head.subjects[:1]
    if (head := _described(value, fitting, folded)) is not None:
        return head.subjects
    if (head := _told_behind(value, fitting, folded)) is not None:
        return head.subjects
    following = values[at + 1] if at + 1 < len(values) else None
    if following is not None and _LEADS_ON.fullmatch(folded, value.tail, following.start):
        head = _described(following, fitting, folded) or _told_behind(following, fitting, folded)
        if head is not None:
            return head.subjects  # 2倍の1730万台を出荷したシャオミ
    floor = values[at - 1].tail if at else 0
    strong = strong_names(value, fitting, folded)
    if not any(c.start >= floor and c.particle[:1] in _NOMINATIVE for c in strong) and (
        head := _relative_head(value, course, fitting, folded)
    ):
        return head.subjects
    return ()


_LEADS_ON = regex(r"の|[増減]の|[増減]となる|多い|少ない|(?:増え|減っ|伸び|増加し|減少し)て、?")
_WAS = regex(r"だった(?:[米英仏独韓中台](?=[ァ-ヺA-Z]))?")


def _told_behind(value: Value, names: Sequence[Candidate], folded: str) -> Candidate | None:
    """3位は7%減って、1兆円だったキア: whose the level is stands right behind it."""
    was = _WAS.match(folded, value.tail) if value.mention.type in {"money", "count"} else None
    return next((c for c in names if c.start == was.end()), None) if was is not None else None


def strong_names(value: Value, fitting: Sequence[Candidate], folded: str) -> list[Candidate]:
    """The names in front of a value that word order and particles make its owners, the nearest last."""
    found = [
        c
        for c in fitting
        if c.strength >= STRONG and c.end <= value.start and not shut_between(folded, c.end, value.start)
    ]
    topical = next((c for c in found if c.particle in _TOPICS), None)
    if topical is not None and found[-1].particle == "が" and DESCRIBES.search(folded, found[-1].end, value.start):
        return [c for c in found if c.particle != "が" or c.start < topical.start]
    return found


def weak_owner(value: Value, names: Sequence[Candidate], types: frozenset[str]) -> tuple[Subject, ...]:
    """The nearest name before the value that stands in some other part, or ()."""
    weak = [c for c in names if c.type in types and c.end <= value.start and c.strength >= 1]
    if "commodity" not in types:
        weak.sort(key=lambda c: (c.strength >= POSSESSOR, c.end))
    return weak[-1].subjects[:1] if weak else ()


def types_of(measure: Measure, discourse: Discourse) -> frozenset[str]:
    """What can own a figure of this measure. A person has no turnover where the text speaks of a company."""
    if measure.family == "financial" and discourse.company is not None and measure.name not in _PERSONAL:
        return frozenset({"company"})
    return _TYPES.get(measure.name) or _TYPES[measure.family]


def _alike(value: Value, discourse: Discourse) -> Subject | None:
    """Whose last price lies nearest to this one, if one lies near at all."""
    amount = abs(value.amount.amount)
    near = [
        (max(amount, level) / min(amount, level), at, subject)
        for at, (subject, level, unit) in enumerate(discourse.levels)
        if unit == value.amount.unit and amount and subject.type in {"crypto", "index", "currency"}
    ]
    ratio, _, subject = min(near, key=lambda item: (item[0], -item[1]), default=(Decimal(9), 0, None))
    return subject if ratio < 3 else None


def omitted_owner(value: Value, measure: Measure, discourse: Discourse, *, change: bool) -> tuple[Subject, ...]:
    """Whom a sentence that names nobody means. A `change` by 185円 lies near no level of 182円."""
    types = types_of(measure, discourse) | ({"country"} if measure.family == "financial" else set())
    # 暗号資産全体の時価総額は…。昨年10月のピーク(4兆ドル)の半分だ
    whole = discourse.subject if discourse.subject is not None and discourse.subject.type == "group" else None
    order: tuple[Subject | None, ...] = {
        "cap": (discourse.quoting, discourse.company, whole, discourse.price),
        "delivery": (discourse.company, discourse.product),
        "financial": (discourse.company, discourse.subject, discourse.main),
        "price": (None if change else _alike(value, discourse), discourse.price, discourse.company),
    }.get(measure.family, (discourse.company, discourse.subject, discourse.main))
    if measure.name == "share_price":
        order = (discourse.company, discourse.price)
        if _is_listed(discourse.main) and _invests(discourse.company):
            return (discourse.main,)  # a fund that the registry lacks had the word: 27日の株価は6%高の1042円
        if measure.generic and discourse.price is not None and discourse.price.type in _QUOTED_TYPES:
            return (discourse.price,)  # 銅は最高値を更新した。終値は1.5%高の1万1183ドル
    if measure.family == "financial" and discourse.company is None:
        order, types = (*order, discourse.product), types | {"product"}  # 宿「X」が開業する。改修費は3億円
    if measure.family == "financial" and measure.name not in _PERSONAL:
        types -= {"person"}  # a person that the article set out with has no turnover and no debts of a town
    meant = next(((s,) for s in order if s is not None and s.type in types), ())
    only = discourse.firms if len(discourse.firms) == 1 and measure.name in _OF_FIRMS else ()
    return meant or only


def _is_listed(subject: Subject | None) -> TypeGuard[Subject]:
    return subject is not None and subject.type == "company" and subject.id is not None


def _invests(subject: Subject | None) -> bool:
    """True for a fund, whose own shares nobody trades; not for a supplier that the registry lacks."""
    return subject is None or (subject.id is None and _FUND.search(subject.name) is not None)


_FUND = regex(
    r"ファンド|キャピタル|パートナーズ|インベスト|マネジメント|アドバイザーズ|アセット|投資(?!法人)|アソシエイツ|投信"
)
_OF_FIRMS = frozenset(
    {"revenue", "operating_profit", "ordinary_profit", "net_profit", "gross_margin", "dividend", "eps"}
)
_QUOTED_TYPES = frozenset({"commodity", "crypto", "index", "currency"})


def _bracket_owner(value: Value, names: Sequence[Candidate], folded: str) -> Candidate | None:
    """アップル(3110億ドル): the bracket that the value stands in opens right behind a name."""
    opened = folded.rfind("(", 0, value.start)
    if opened < 0 or folded.find(")", opened, value.start) >= 0 or value.start - opened > 40:
        return None
    holder = next((c for c in names if c.end + (folded[c.end] in "」』") == opened), None)
    if holder is None:  # 日興グループへの勧告(5億円)
        holder = next((c for c in names if c.end < opened and _AIMED.fullmatch(folded, c.end, opened)), None)
    return holder if holder is None or len(holder.subjects) == 1 else _last_of(holder)


_AIMED = regex(r"(?:への|に対する)[一-鿿ァ-ヶー]{2,8}")


def _last_of(candidate: Candidate) -> Candidate:
    return Candidate(
        start=candidate.start, end=candidate.end, subjects=candidate.subjects[-1:], strength=candidate.strength,
        particle=candidate.particle, text=candidate.text,
    )  # fmt: skip


# Aは、2025年に4万台を納車した米新興メーカー、リビアンに; Aは、時価総額が510億ポンドに達した英Bの株式を
_DONE = regex(
    r"(?:超|余り|近く|以上)?を[^、。はがも0-9]{0,6}?(?:納車|販売|出荷|生産|調達|計上|売り上げ|売っ|稼い)し?(?:[ただ]|ている|する|る)"
)
_STOOD = regex(r"(?:時価総額|評価額|売上高|純利益|営業利益|株価|販売台数|純金利収入)が[^、。はがも]{0,14}$")
_BECAME = regex(
    r"(?:余り|強|弱|超|近く|以上)?(?:を|に|まで)?(?:\([^()]{0,24}\))?(?:を|に|まで)?(?:達し|超え|上回っ|下回っ|割り込ん|膨らん|減っ|増え|縮ん|伸び|下落し|上昇し|急落し|急騰し|落ち込ん|上[がっ]っ|下がっ)[ただ]"
)
_KIND = regex(r"[一-鿿ァ-ヺーA-Z]{0,16}(?:\([A-Z]{2,4}\))?(?:メーカー|大手|会社|銀行)?[、の]?|[米英独仏韓中伊豪加印]")
# 1730万台を出荷した中国の新興メーカー、シャオミ
_KIND_THERE = regex(rf"(?:[一-鿿ァ-ヺー]{{1,6}}の)?(?:{_KIND.pattern})")


def _described(value: Value, names: Sequence[Candidate], folded: str) -> Candidate | None:
    """The name that a clause with its own が or を describes, behind another's topic."""
    did = _DONE.match(folded, value.tail)
    kind = _KIND if did is None else _KIND_THERE
    if did is None and _STOOD.search(folded, max(0, value.start - 24), value.start):
        did = _BECAME.match(folded, value.tail)
    if did is None:
        return None
    head = next((c for c in names if c.start >= did.end() and c.type == "company"), None)
    return head if head is not None and kind.fullmatch(folded, did.end(), head.start) else None


_FOR_SO_MUCH = regex(r"(?:余り|超|強|弱)?で(?:買収|取得|購入|買い取|買っ|手に入れ|傘下に)")


def _relative_head(value: Value, course: Course, names: Sequence[Candidate], folded: str) -> Candidate | None:
    """21%値上がりしたIHI: the name that the clause of the value is said of stands behind it."""
    if did := _DID.match(folded, value.tail):
        return next((c for c in names if c.start == did.end()), None)
    if _FOR_SO_MUCH.match(folded, value.tail):
        return None  # 300億円で買収したアヤメは: what was bought for it
    turn = course.turn
    if turn is None or turn.start < value.tail or folded[turn.end - 1] in "、。":
        return None  # A株は7%下げ、Bも1%安だった: no clause of B's
    match = _RELATIVE.match(folded, turn.end)
    end = match.end() if match else turn.end
    led = folded.endswith("で", 0, end)
    # 3.4%高でダウの上昇をけん引: an index does not rise by its member's figure
    return next((c for c in names if c.start == end and not (led and c.type == "index" and c.particle == "の")), None)
