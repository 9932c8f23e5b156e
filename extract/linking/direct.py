"""Reports of words in 「」: by と and a word of saying, by brackets with a speaker, by a noun of utterance."""

from __future__ import annotations

from collections.abc import Sequence

from jijitsu.extract.linking.cues import Cue, cue_at, hold_form, lexicon, shown_at, view_at
from jijitsu.extract.linking.report import Report
from jijitsu.extract.linking.units import Unit
from jijitsu.extract.linking.uttered import called_in, creed, uttered
from jijitsu.extract.linking.wording import Strength, strength


def direct(folded: str, line: Sequence[Unit], said: int, at: int) -> Report | None:
    """「…」と with what follows."""
    power = strength(folded[slice(*line[said].inner)])
    listed = _listed(line, said)
    report = _followed(folded, line, said, at, power)
    if report is not None or power == "weak" or folded[: line[said].end - 1].endswith(_TITLES):
        return report
    return uttered(line, listed, at)


_TITLES = ("について", "に関して", "のお知らせ", "に向けて")
"""「国旗の掲揚について」とする通達: the heading of a paper."""


def _followed(folded: str, line: Sequence[Unit], said: int, at: int, power: Strength) -> Report | None:
    listed = _listed(line, said)
    if at + 1 >= len(line) or line[at + 1].text == "。":
        return Report(type="direct", said=listed, stop=at, cue=None) if power == "strong" else None
    following = line[at + 1]
    if following.text == "は" and at + 2 < len(line):
        return Report(type="direct", said=listed, stop=at, cue=None, needs_speaker=True) if power != "weak" else None
    if following.text == "の":
        return _noun(folded, line, listed, at, at + 2, power)
    if following.lemma in {"いう", "云う"} or (following.lemma == "言う" and following.text == "いう"):
        return _said_iu(folded, line, listed, at, power)
    if following.lemma == "する":
        return _held(folded, line, listed, at, power)
    cue, near = _cue_after(folded, line, at + 1)
    if not near and power == "weak" and (shown := shown_at(line, at + 1)):
        cue, near = shown, True
    held = uttered(line, listed, at) if cue is not None and not near and power != "weak" else None
    if held is not None and line[held.end].text in {"が", "も"}:
        return held  # 「…」と匿名の通報があり、調べたところ…と認めた
    if cue is None:
        return _verbless(line, listed, said, at, power)
    if _calls(line, said, cue) and power == "weak":
        return Report(type="direct", said=listed, stop=at, cue=cue, needs_speaker=True)
    if cue.sort in {"name", "relay"} or (line[cue.at].lemma in lexicon().naming and power == "weak"):
        return None
    if cue.passive and any(unit.text == "を" for unit in line[at + 1 : cue.at]):
        return _verbless(line, listed, said, at, power)  # 「…」と実績を認められたことを喜んだ
    if cue.passive:
        given = power != "weak" and line[cue.at].lemma not in lexicon().naming
        return (
            Report(type="direct", said=listed, stop=at, cue=cue, needs_speaker=True, received=True) if given else None
        )
    if power == "weak" and (not near or _labels(line, cue)):
        return None
    return Report(type="direct", said=listed, stop=at, cue=cue, needs_speaker=power == "weak")


def _calls(line: Sequence[Unit], said: int, cue: Cue) -> bool:
    """それを「裏切り」と呼んだ, と呼び、…と警告した: a judgement passed once; not 雪を「雪渓」と呼ぶ, 呼んでいる."""
    if cue.lemma != "呼ぶ" or cue.passive or not said or line[said - 1].text != "を":
        return False
    once = line[cue.end - 1].text in {"だ", "た"} and _ends(line, cue.end)
    return once or (line[cue.end - 1].text == "呼び" and cue.end < len(line) and line[cue.end].text == "、")


def _labels(line: Sequence[Unit], cue: Cue) -> bool:
    """「泣ける」と書いたポスター: what bears the words."""
    return line[cue.at].lemma in {"書く", "記す"} and cue.end < len(line) and line[cue.end].pos == "名詞"


def _verbless(line: Sequence[Unit], listed: tuple[int, ...], said: int, at: int, power: Strength) -> Report | None:
    """「…」と with no word of saying behind: somebody's words if they are a sentence, or a clause behind its topic."""
    before_it = line[said - 1] if said else None
    topical = before_it is not None and (
        before_it.text in {"は", "も"}
        or (line[said - 2 : said - 1] and before_it.text == "、" and line[said - 2].text == "は")
    )
    if _names(line, at + 1):
        return None
    if held := uttered(line, listed, at) if power != "weak" else None:
        return held
    if not topical and power != "weak" and (held := called_in(line, listed, at)):
        return held
    if power == "strong" or (power == "clause" and topical):
        return Report(type="direct", said=listed, stop=at, cue=None, needs_speaker=True)
    return None


def _names(line: Sequence[Unit], at: int) -> bool:
    """True if the verb behind と names a thing: 「…」と題した, 「…」と書かれた."""
    for unit in line[at : at + 4]:
        if unit.lemma in lexicon().naming or unit.text in lexicon().naming:
            return True
        if unit.pos == "動詞":
            return False
        if unit.sort == "said":
            return unit is line[at]  # 「A」と「B」; not 「…」と、「脱炭素」を目指す考えを
    return False


def _cue_after(folded: str, line: Sequence[Unit], at: int) -> tuple[Cue | None, bool]:
    """The first word of saying from unit `at` on, and whether it stands near (behind と, or behind Xに, Xは)."""
    near = True
    for next_ in range(at, len(line)):
        unit = line[next_]
        if unit.sort == "said":
            return None, False
        cue = cue_at(folded, line, next_)
        if cue is not None and (cue.sort != "relay" or near):
            return cue, near
        if unit.text == "。":
            break
        if unit.pos == "名詞" and (view := view_at(line, next_)) and not near:
            return view, True
        adverb = unit.pos == "形容詞" and unit.text.endswith("く")  # と詳しく説明した
        if next_ > at + 14 or (unit.pos in {"動詞", "形容詞"} and not adverb) or (unit.text == "、" and next_ > at):
            near = False
        if next_ > at + 40:
            break
    return None, False


def _noun(
    folded: str, line: Sequence[Unit], listed: tuple[int, ...], stop: int, at: int, power: Strength
) -> Report | None:
    """「…」との見方を示した, 「…」とのコメントを出した, 「…」とのこと."""
    if at < len(line) and line[at].text == "こと":
        return Report(type="direct", said=listed, stop=stop, cue=None, reported=True) if power != "weak" else None
    cue = view_at(line, at)
    if cue is not None and (power != "weak" or cue.end > cue.at + 1):
        return Report(type="direct", said=listed, stop=stop, cue=cue, needs_speaker=power == "weak")
    return None


def _said_iu(folded: str, line: Sequence[Unit], listed: tuple[int, ...], at: int, power: str) -> Report | None:
    """「…」という: a name or hearsay, but for 「…」という考えを示した, 「…」といい、, 「…」という。"""
    following = line[at + 2] if at + 2 < len(line) else None
    if following is None or following.text in {"。", "、", "が"}:
        return (
            Report(
                type="direct", said=listed, stop=at, cue=Cue(at + 1, at + 2, "いう", "say", False), needs_speaker=True
            )
            if power != "weak"
            else None
        )
    cue = view_at(line, at + 2)
    return Report(type="direct", said=listed, stop=at, cue=cue) if cue is not None and power != "weak" else None


def _held(folded: str, line: Sequence[Unit], listed: tuple[int, ...], at: int, power: str) -> Report | None:
    """「…」としている, 「…」とした, 「…」として、 + a deed: somebody's words if they are more than a term."""
    form, end = hold_form(line, at + 1)
    if power == "weak" and form in {"past", "continuing"} and _concerning(line, listed[0]) and _ends(line, end):
        return Report(
            type="direct", said=listed, stop=at, cue=Cue(at + 1, end, "とする", "hold", False), needs_speaker=True,
            topical=True,
        )  # fmt: skip
    topical = power == "weak" and form in {"past", "continuing"} and _topical(line, listed[0]) and not _dots(line, end)
    if topical:  # 社長は「想定の範囲内」としている
        return Report(
            type="direct", said=listed, stop=at, cue=Cue(at + 1, end, "とする", "hold", False), needs_speaker=True
        )
    if form == "passive" or (power == "weak" and form != "attributive"):
        return None
    if form == "present" and power != "weak" and _ends(line, end):
        return Report(
            type="direct", said=listed, stop=at, cue=Cue(at + 1, end, "とする", "hold", False), needs_speaker=True
        )
    if form in {"attributive", "present"}:
        known = lexicon()
        noun = next((unit.text for unit in line[end : end + 2] if unit.pos == "名詞"), "")
        if any(unit.text in {"が", "は", "も"} for unit in line[end + 1 : end + 3]):
            return None  # 「反対だ」とする意見が8割を占めた
        if noun in known.nouns | known.views | _ASIDES:
            return Report(
                type="direct",
                said=listed,
                stop=at,
                cue=Cue(at + 1, end, "とする", "hold", False),
                needs_speaker=power == "weak",
            )
        return None
    relays = (
        line[k].lemma in {"報じる", "伝える"} or "報道し" in line[k].text + line[k + 1].text
        for k in range(end, min(end + 2, len(line) - 1))
    )
    if form == "connective" and any(relays):
        return None  # 同紙は「…」として報じた: a title
    if form == "connective" and _stages(line, end):
        return None  # 「みなと劇場!」として開業した: a name
    if form == "connective" and _suffers(line, end):
        return Report(type="direct", said=listed, stop=at, cue=Cue(at + 1, end, "とする", "hold", False), needs_speaker=True,
                      received=True)  # fmt: skip
    return Report(
        type="direct", said=listed, stop=at, cue=Cue(at + 1, end, "とする", "hold", False),
        needs_speaker=power != "strong" and form == "connective" and len(line[listed[-1]].text) < 16,
    )  # fmt: skip


def bare(folded: str, line: Sequence[Unit], at: int) -> Report | None:
    """「…」(X), 「…」などの書き込み, 「…」ことを明らかにした, 「…」オルティスはそう言って."""
    after = at + 1
    power = strength(folded[slice(*line[at].inner)])
    if after < len(line) and line[after].sort == "aside" and power != "weak":
        behind = line[after + 1].text if after + 1 < len(line) else "。"
        if behind in {"。", "、", "と"} or line[after + 1].pos in {"助詞", "助動詞"}:
            if behind in {"や", "に", "を", "の", "へ", "は", "が"}:
                return None  # 「どうにもとまらない」(山本さん)や「せんせい」: titles
            if behind != "と" or direct(folded, line, at, after + 1) is None:
                return Report(type="direct", said=(at,), stop=after, cue=None, needs_speaker=True)
            return None
    ends = after >= len(line) or line[after].text == "。"
    goes_on = after + 1 < len(line) and line[after].text == "、" and line[after + 1].text != "と"
    if power != "weak" and at and goes_on and _paired(line, at):
        return Report(type="direct", said=(at,), stop=after, cue=None, needs_speaker=True)
    if power != "weak" and at and _topical(line, at) and (ends or goes_on):
        # 先行きについても「物価高が重しになる」。
        return Report(
            type="direct", said=(at,), stop=after, cue=None, needs_speaker=True, topical=ends and _concerning(line, at)
        )
    if power == "strong" and goes_on and at == 0 and (cue := _told_last(folded, line, after)):
        return Report(type="direct", said=(at,), stop=after, cue=cue, needs_speaker=True)
    listed = _listed(line, at)
    quoted = next((unit.text for unit in line[after:] if unit.text not in {"など", "等", "、"}), "")
    quotative = quoted in {"と", "って"}
    if power != "weak" and not quotative and (held := uttered(line, listed, after) or creed(line, at)):
        return held
    if power != "weak" and (held := _professed(folded, line, at)):
        return held
    if folded.startswith(("ことを", "ことも"), line[at].end) and power == "strong":
        cue, _ = _cue_after(folded, line, at + 3)
        return Report(type="direct", said=(at,), stop=at + 1, cue=cue) if cue and not cue.passive else None
    for next_ in range(at + 1, min(at + 14, len(line))):
        if line[next_].text in {"そう", "こう"} and power != "weak":
            cue = next(
                (cue for k in range(next_ + 1, min(next_ + 4, len(line))) if (cue := cue_at(folded, line, k))), None
            )
            if cue:
                return Report(type="direct", said=(at,), stop=at + 1, cue=cue)
        if line[next_].text in {"と", "「", "。"} or line[next_].sort == "said":
            break
    return None


_ASIDES = frozenset(["もの", "ものの", "うえ", "上", "一方", "ほか", "後", "のち", "あと", "ところ", "半面"])
"""「…」とした[一方]."""


def _paired(line: Sequence[Unit], at: int) -> bool:
    """Xさんは判決について「…」、Yさんは「…」と話した: both spoke."""
    later = next((k for k in range(at + 2, min(at + 14, len(line))) if line[k].sort == "said"), None)
    if later is None or line[later - 1].text not in {"は", "も"}:
        return False
    return later + 1 < len(line) and line[later + 1].text == "と"


def _told_last(folded: str, line: Sequence[Unit], at: int) -> Cue | None:
    """「…」、同社の責任者は電話会議で語った: translated prose; nothing else is reported behind the words."""
    if any(unit.sort == "said" or unit.text in {"と", "って"} for unit in line[at:]):
        return None
    cues = [cue for k in range(at + 1, len(line)) if (cue := cue_at(folded, line, k))]
    last = cues[-1] if cues else None
    return last if last and last.sort == "say" and not last.passive and _ends(line, last.end) else None


_STAGED = frozenset([
    "リニューアル", "発売", "開業", "営業", "開催", "放送", "出版", "刊行", "上映", "運行", "登録", "出演", "活躍", "活動", "デビュー", "オープン",
    "知る", "親しむ", "再出発", "発足", "改装", "連載", "配信", "上演", "販売",
])  # fmt: skip


def _stages(line: Sequence[Unit], at: int) -> bool:
    """として発売した, として知られる; not として出演の辞退を申し入れた."""
    deed = at < len(line) and (line[at].text in _STAGED or line[at].lemma in _STAGED)
    return deed and (line[at].pos == "動詞" or at + 1 >= len(line) or line[at + 1].pos in {"動詞", "補助記号"})


def _dots(line: Sequence[Unit], at: int) -> bool:
    """True if the bracket is a term of what follows: 社長は「A」としていたB."""
    return at < len(line) and line[at].text not in {"。", "、", "が", "一方"}


def _suffers(line: Sequence[Unit], at: int) -> bool:
    """被告は「信頼を傷つけた」として会を[解雇され]ている: others said it."""
    verb = next((k for k in range(at, min(at + 14, len(line))) if line[k].pos == "動詞"), None)
    return verb is not None and any(unit.lemma in {"れる", "られる"} for unit in line[verb + 1 : verb + 2])


def _ends(line: Sequence[Unit], at: int) -> bool:
    return at >= len(line) or line[at].text == "。"


def _concerning(line: Sequence[Unit], said: int) -> bool:
    """原因については「調査中」とした: one word answers a question."""
    at = said - (line[said - 1].text == "、") if said else 0
    text = "".join(unit.text for unit in line[max(0, at - 4) : at])
    return text.endswith(("について", "については", "についても", "に関して", "に関しては", "に関しても"))


_PROFESSES = frozenset(["表明", "強調", "主張", "約束", "宣言", "明言", "誓う", "訴える", "公約", "言明", "断言"])


def _professed(folded: str, line: Sequence[Unit], at: int) -> Report | None:
    """「断固たる反対」を表明した."""
    cue = cue_at(folded, line, at + 2) if at + 2 < len(line) and line[at + 1].text == "を" else None
    if cue is None or cue.passive or cue.lemma not in _PROFESSES:
        return None
    return Report(type="direct", said=(at,), stop=at + 1, cue=cue, needs_speaker=True)


def _topical(line: Sequence[Unit], at: int) -> bool:
    """X氏は「…」。 X氏いわく「…」: the verb is left out."""
    before = at - 1
    if line[before].text in {"、", ":"}:
        before -= 1
    if before < 1:
        return False
    return line[before].text in {"いわく", "曰く"} or (line[before].text in {"は", "も"} and line[before].pos == "助詞")


def _listed(line: Sequence[Unit], at: int) -> tuple[int, ...]:
    """「A」「B」, 「A」、「B」: the brackets that share what follows the last of them."""
    first = at
    while first > 0:
        if line[first - 1].sort == "said":
            first -= 1
        elif line[first - 1].text in {"、", "や", "とか"} and first > 1 and line[first - 2].sort == "said":
            first -= 2
        else:
            break
    return tuple(index for index in range(first, at + 1) if line[index].sort == "said")
