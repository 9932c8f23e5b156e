"""Words that are nobody's: answers of a survey (77.7%が「感じない」と回答した), what a law lays down (条例では、…としている).

And a ruling's own (判決では、…), whoever stands behind it; and who is only counted (生存者は58人、…).
"""

from __future__ import annotations

from collections.abc import Sequence

from jijitsu.extract.linking.sentence.ranks import KNOWN
from jijitsu.extract.linking.sentence.units import Unit
from jijitsu.extract.linking.speech.report import Report
from jijitsu.extract.linking.speech.speakers import Phrase
from jijitsu.extract.regex import regex

_MORE = "(?:[強弱超余]|近く|以上|余り|程度|未満)?"
_SHARE = regex(
    rf"(?:[0-9一二三四五六七八九](?:%|パーセント|割[0-9]?分?)|[0-9]分の[0-9]|(?:過半|半)数){_MORE}"
    r"(?:の(?:人々?|回答者|企業|世帯|市民|国民|住民|生徒|学生|社員|若者|消費者|有権者))?[がはも]、?"
)
_SHARE_OF_THEM = regex(
    rf"(?:^|[、。]|(?:回答者|有権者|国民|若者|消費者|市民|人々|成人|住民|学生|会員|企業|世帯)の)(?:残る|残りの?)?(?:約|およそ)?[0-9]{{0,3}}{_SHARE.pattern}"
)
_SOMEBODY = regex(r"(?<![人者層])は、")
_ABOUT = regex("[^、。「」はがも]{1,20}[をにで]")
_HEADS = regex(rf"[0-9](?:人|社|名|世帯|自治体|校|店|団体|市町村|都道府県){_MORE}[がはも]、?")
_OPINES = frozenset(["考える", "感じる", "思う", "信じる", "予想", "期待"])
_ANSWERS = frozenset(["回答", "答える", "挙げる", "あげる", "選ぶ", "返答"])


def polled(folded: str, line: Sequence[Unit], named: Sequence[Phrase], report: Report) -> bool:
    """True if a share of those asked says it (約7割が「…」と答えた), or a number of them answers (80社が「…」と回答した)."""
    answered = report.cue is not None and report.cue.lemma in _ANSWERS
    if report.said:
        stop = line[report.said[0]].start
        before = folded[max(0, stop - 48) : stop]
        if answered and any(_ABOUT.fullmatch(before, match.end()) for match in _SHARE.finditer(before)):
            return True  # 企業の62%が影響を「マイナス」と答えた
        return any(match.end() == len(before) for match in _SHARE.finditer(before)) or (
            answered and any(match.end() == len(before) for match in _HEADS.finditer(before))
        )
    opines = report.cue is not None and report.cue.lemma in _OPINES  # 成人の72%が温暖化を事実だと考えている
    held = report.cue is not None and report.cue.lemma == "とする"  # 75%が不満だとした
    if not (answered or opines or held) or any(
        p.particle in {"は", "も"} and p.rank >= KNOWN and p.last < report.stop for p in named
    ):
        return False
    stop = line[report.stop - 1].end
    if held:
        share = _SHARE_OF_THEM.search(folded, 0, stop)
        return share is not None and _SOMEBODY.search(folded, 0, share.start() + 1) is None
    return bool(_SHARE.search(folded, 0, stop) or _HEADS.search(folded, 0, stop))


_RULES = (
    "法", "法案", "法律", "条例", "条例案", "憲法", "規約", "規定", "規則", "条約", "協定", "指針", "基準",
    "ガイドライン", "要綱", "通達", "改正案", "草案",
)  # fmt: skip


def ruled(line: Sequence[Unit], named: Sequence[Phrase], report: Report) -> bool:
    """True for a clause that a law holds: 住民投票条例では、投票率が半分に満たない場合は開票をしないとしている."""
    if report.type != "indirect" or report.cue is None or report.cue.sort != "hold" or not named:
        return False
    if _CHARGE.match("".join(unit.text for unit in line[:10])) or _CHARGE.match(_past_source(line)):
        return True
    first = named[0]
    return first.particle == "では" and first.last < report.stop and line[first.last - 1].text.endswith(_RULES)


def _past_source(line: Sequence[Unit]) -> str:
    """The words behind 同署によると、."""
    at = next((at for at in range(2, min(12, len(line))) if line[at].text == "、"), 0)
    by = at > 1 and "".join(unit.text for unit in line[max(0, at - 4) : at]).endswith(
        ("よると", "よれば", "よりますと")
    )
    return "".join(unit.text for unit in line[at + 1 : at + 11]) if by else ""


_CHARGE = regex(
    "(?:[^、。「」はが]{1,24}の)?(?:再?逮捕|書類送検|送検|起訴|直接の)?容疑は|起訴内容は|公訴事実は|起訴状では"
)
"""[逮捕容疑は]、民家に侵入し現金を盗んだとしている: a charge, which nobody says."""


def ruling_among(line: Sequence[Unit], candidates: Sequence[Phrase], report: Report) -> Phrase | None:
    """一審[判決では]、被告は家に押し入り金を奪ったとして、「更生は難しい」として死刑を言い渡した: whoever stands behind it is judged."""
    first = candidates[0]
    head = line[first.last - 1].text
    if first.particle != "では" or not head.endswith("判決") or len(candidates) < 2:
        return None
    if any(_COURT.search(line[phrase.last - 1].text) for phrase in candidates[1:]):
        return None
    judged = any(unit.lemma in _JUDGES or unit.text in _JUDGES for unit in line[report.stop : report.stop + 16])
    return first if judged else None


_COURT = regex("裁$|裁判|判事|法廷$|審$")
_JUDGES = frozenset(["言い渡す", "命ずる", "命じる", "棄却", "却下", "退ける", "認定", "結論", "無罪", "有罪"])


def tallied(line: Sequence[Unit], phrase: Phrase) -> bool:
    """死者は40人、生存者は[58人、]…と語った: who is only counted."""
    behind = line[phrase.last + 1 : phrase.last + 5]
    if len(behind) < 3 or phrase.particle not in {"は", "が"}:
        return False
    behind = behind[behind[0].text in {"約", "計", "少なくとも"} :]
    return "数詞" in behind[0].detail and behind[1].text in {"人", "名"} and behind[2].text in {"、", "で", "と", "に"}


def counted(line: Sequence[Unit], phrase: Phrase) -> bool:
    """5000人が死亡したと推計している: who is counted does not count."""
    if phrase.mention is not None:
        return False
    return any(
        "名詞-数詞" in unit.detail or unit.detail.startswith("数詞") for unit in line[phrase.first : phrase.last]
    )
