"""Where a later topic takes the word from an earlier one: Xは…する方針で、Yも…としている."""

from __future__ import annotations

from collections.abc import Sequence

from jijitsu.extract.linking.sentence.ranks import KNOWN, MASSES, MAYBE, NAMED, speakers_lexicon
from jijitsu.extract.linking.sentence.units import Unit
from jijitsu.extract.linking.speech.report import Report
from jijitsu.extract.linking.speech.speakers import Phrase, body, person_like
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene

_TURNS = frozenset(["が", "けれど", "けれども", "一方", "半面", "のに対し"])
"""Xは慎重だ[が]、Yは."""
_INTENDED = frozenset(["方針", "予定", "考え", "構え", "見込み", "見通し", "意向", "計画", "姿勢"])
"""Xは90億円を充てる[方針]で、Yも: what X does is told to its end."""


def left_behind(scene: Scene, line: Sequence[Unit], earlier: Phrase, later: Phrase) -> bool:
    """Xは…だが、Yは: the first topic's clause is over."""
    at = later.first - 1
    if [unit.text for unit in line[max(0, at - 2) : at + 1]] == ["と", "し", "て"]:
        return earlier.rank == MAYBE and later.mention is not None  # 打ち上げは危険であるとしてNASAは
    at = _before_a_day(line, at)
    if at < 1 or line[at].text != "、" or at <= earlier.last + 1:
        return False  # ホルトは、会社は…と付け加えた
    over = line[at - 1].text in _TURNS
    if later.particle == "も":
        return _told(line, at, over=over) and _answers(scene, line, earlier, later)
    if over and (earlier.particle != "は" or later.particle == "では"):
        return True
    paused = line[later.last + 1].text == "、"
    if over and later.mention is not None and later.mention.type == "person":
        return paused or line[earlier.last + 1].text != "、"  # 業績は厳しいが、井川社長は強気だと述べた
    if over and paused and human(line, later):
        return True
    if over and _others(line, later) and (paused or not _set_apart(line, earlier, later)):
        return True  # 男児は治療を受けていたが、県警は、; 一部は承認しているが、先進国の多くは
    if _told(line, at, over=over) and (_answers(scene, line, earlier, later) or _looks_on(scene, line, earlier, later)):
        return True
    if paused and line[earlier.last + 1].text != "、" and runs_on(line[at - 1]):
        # 連合は監視団を派遣し、団長のサル氏は、…と評価した
        return later.mention is not None or (later.rank >= KNOWN and body(line, later))
    stated = line[at - 1].text in {"あり", "おり"} and line[earlier.last + 1].text != "、"
    if stated and later.particle == "では" and later.rank >= KNOWN and body(line, later):
        return True  # 乗客は無事であり、航空会社では原因を調べるとしている
    return earlier.rank == MAYBE and later.rank == NAMED


def _before_a_day(line: Sequence[Unit], at: int) -> int:
    """The comma before 同日、 or 3日、: 発言したが、同日、宮坂党首は."""
    for back in range(at - 1, max(0, at - _DAY_UNITS) - 1, -1):
        if line[back].text == "、":
            told = "".join(unit.text for unit in line[back + 1 : at])
            return back if line[at].text == "、" and _DAY.fullmatch(told) else at
    return at


_DAY = regex(r"(?:同日|同じ日|翌日|前日|この日|その後|[0-9]{1,2}日)(?:朝|夜|夕方?|午前|午後|未明)?")
_DAY_UNITS = 5


def runs_on(unit: Unit) -> bool:
    """True for a verb in its connecting form: 派遣[し]、 可能性が[あり]、"""
    return (
        unit.pos in {"動詞", "助動詞"} and unit.text != unit.lemma and unit.text[-1] in "しりいきちみびぎえけげせてめれ"
    )


def _set_apart(line: Sequence[Unit], earlier: Phrase, later: Phrase) -> bool:
    """社長は、…, 社長は市場は…: a topic before a comma or another topic stands before the whole sentence."""
    within = line[earlier.last + 1 : later.first]
    return within[0].text == "、" or any(unit.text == "は" and unit.pos == "助詞" for unit in within)


def _others(line: Sequence[Unit], phrase: Phrase) -> bool:
    """True for a body, and for the many of some: 県警, 先進国の多く."""
    return phrase.rank >= KNOWN and (body(line, phrase) or line[phrase.last - 1].text in {"多く", "大半", "一部"})


def human(line: Sequence[Unit], phrase: Phrase) -> bool:
    """True for a name and for a noun that means people."""
    known = speakers_lexicon()
    return phrase.proper or line[phrase.last - 1].text.endswith(known.humans + known.titles)


def _told(line: Sequence[Unit], at: int, *, over: bool) -> bool:
    """True if the clause before the comma `at` tells to its end what the first topic does: 要求したが、 充てる方針で、 分かっており、"""
    if over or [unit.text for unit in line[max(0, at - 2) : at]] == ["もの", "の"]:
        return True
    before = line[at - 1]
    if before.text == "で" and line[at - 2].text in _INTENDED:
        return True
    return before.text == "おり" and line[at - 2].text in {"て", "で"}


def _answers(scene: Scene, line: Sequence[Unit], earlier: Phrase, later: Phrase) -> bool:
    """True if a body by name has the second clause, and no comma sets the first topic before the whole sentence."""
    if line[earlier.last + 1].text == "、" or later.rank < KNOWN:
        return False
    return (later.rank == NAMED or later.proper) and not person_like(scene, line, later)


def _looks_on(scene: Scene, line: Sequence[Unit], earlier: Phrase, later: Phrase) -> bool:
    """同社は調査を受けており、アナリストらは罰金が膨らむと予想している: whose trade it is to judge a body, which does not tell of them."""
    if line[earlier.last + 1].text == "、" or a_person(line, earlier) or person_like(scene, line, earlier):
        return False
    return _JUDGES.search("".join(unit.text for unit in line[later.first : later.last])) is not None


_JUDGES = regex(
    r"(?:アナリスト|エコノミスト|ストラテジスト|専門家|識者|評論家|投資家|弁護士|弁護側|弁護団|検察側|格付け会社|市場関係者|業界関係者|労組|組合側|野党|批判派|反対派|推進派|環境団体|人権団体|消費者団体)(?:たち|ら)?$"
)


def a_person(line: Sequence[Unit], phrase: Phrase) -> bool:
    """True for somebody by name or by office: ベルナー氏, 社長."""
    office = line[phrase.last - 1].text.endswith(speakers_lexicon().titles)
    return office or (phrase.mention is not None and phrase.mention.type == "person")


def tells_of_deed(line: Sequence[Unit], candidates: Sequence[Phrase], report: Report, first: int) -> Phrase | None:
    """会長は、早見氏が地域に尽くし、「頭が下がる」と述べた: a clause of somebody else's deed is part of what a person tells to the end."""
    inner = candidates[-1]
    if inner.particle != "が" or inner.first < 2 or line[first - 1].text != "、" or report.cue is None:
        return None
    outer = next((p for p in candidates if p.last == inner.first - 2 and a_person(line, p)), None)
    if outer is None or outer.particle != "は" or line[inner.first - 1].text != "、":
        return None
    ends = report.cue.end >= len(line) or line[report.cue.end].text in {"。", "、"}
    return outer if ends and runs_on(line[first - 2]) else None


def told_by(line: Sequence[Unit], phrase: Phrase, report: Report) -> bool:
    """…と語り、[犯行声明]は出ていないと付け加えた, [高齢者]は備えるべきだと述べた: papers and people at large, told of by whoever speaks."""
    head = line[phrase.last - 1].text
    paper = head.endswith(("声明", "報告", "報告書", "文書", "判決"))
    if (
        phrase.mention is None
        and phrase.particle in {"は", "も"}
        and not phrase.proper
        and _so_many(line, phrase.last + 1)
    ):
        return True
    return head in MASSES or (paper and report.cue is not None and report.cue.lemma in _BY_MOUTH)


def _so_many(line: Sequence[Unit], at: int) -> bool:
    """貿易戦争に勝者は[いない], 死者は[出ていない], 参加者は[300人だった]: how many there are, and nothing they say."""
    return _THERE_ARE.match("".join(unit.text for unit in line[at : at + 6])) is not None


_THERE_ARE = regex(
    r"(?:ほとんど|一人も|1人も|誰も|だれも|まだ|なお)?(?:いな|いる|いた|おらず|い[ずま]|出て?い?[なま]|なかっ|少な|多[いか]|増え|減っ|約?[0-9]{1,9})"
)


_BY_MOUTH = frozenset(
    ["付け加える", "付言", "続ける", "語る", "話す", "明かす", "打ち明ける", "繰り返す", "説明", "答える"]
)
