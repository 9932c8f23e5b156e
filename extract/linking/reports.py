"""Where a sentence reports speech: the quotative と with its word of saying, and what stands before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from jijitsu.extract.linking.cues import Cue, cue_at, lexicon, view_at
from jijitsu.extract.linking.units import Unit
from jijitsu.extract.linking.wording import strength


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """A report of speech in a sentence. All indices are of units."""

    type: Literal["direct", "indirect"]
    said: tuple[int, ...] = ()
    """Direct: the brackets that hold the words (several where they are listed)."""
    stop: int
    """First unit behind the words: the quotative, or what stands in its place."""
    cue: Cue | None
    reported: bool = False
    needs_speaker: bool = False
    """True where only a named speaker makes it a quote (a short term, or という at the sentence's end)."""
    keep_unnamed: bool = False

    @property
    def end(self) -> int:
        """First unit behind the whole report."""
        return self.cue.end if self.cue else self.stop


_PASSED = frozenset(["など", "等", "とか", "、"])
_NOMINAL = frozenset(["ため", "必要", "不可欠", "困難", "重要", "可能", "確実", "当然", "予定", "方針", "見込み", "見通し", "考え",
                      "はず", "つもり", "慎重", "適切", "妥当", "不要", "無理", "必至", "必須", "好調", "堅調", "限定的", "明らか",
                      "不可能", "急務", "課題", "要因", "原因", "もの", "わけ", "有効", "有益", "不透明", "一時的"])  # fmt: skip


def reports(folded: str, line: Sequence[Unit]) -> tuple[Report, ...]:
    """Return the reports of a sentence, in order; と報じられている and という behind one mark it as reported."""
    found: list[Report] = []
    for at, unit in enumerate(line):
        if unit.sort == "said" and (bare := _without_quotative(folded, line, at)):
            found.append(bare)
        if unit.text not in {"と", "って"} or unit.pos != "助詞":
            continue
        before = at - 1
        while before >= 0 and (line[before].text in _PASSED or line[before].sort == "aside"):
            before -= 1
        if found and found[-1].cue and before < found[-1].end and before >= found[-1].cue.at - 1:
            outer = _tail(folded, line, at)
            if outer is not None:
                found[-1] = msgspec.structs.replace(found[-1], reported=found[-1].reported or outer)
                continue
        if before < 0:
            continue
        before = _judged(folded, line, before, at)
        report = (
            _direct(folded, line, before, at) if line[before].sort == "said" else _indirect(folded, line, before, at)
        )
        if report is not None:
            found.append(report)
    found += _continued(line, found)
    found += _needed(folded, line)
    return tuple(_merged(folded, line, found))


def _judged(folded: str, line: Sequence[Unit], before: int, at: int) -> int:
    """Xを「…」であると評した: である belongs to the judging, the words are direct."""
    said = before
    while said > 0 and line[said].text in {"で", "ある", "だ", "です"}:
        said -= 1
    if said < before and said > 0 and line[said].sort == "said" and line[said - 1].text == "を":
        cue = cue_at(folded, line, at + 1)
        if cue is not None and cue.lemma in {"評する", "評価", "表現", "形容", "呼ぶ"}:
            return said
    return before


def _needed(folded: str, line: Sequence[Unit]) -> Iterator[Report]:
    """…する必要性を指摘した: the clause with its 必要性 is what is said."""
    for at in range(1, len(line) - 2):
        if (
            line[at].text in {"必要性", "重要性", "危険性"}
            and line[at + 1].text == "を"
            and line[at - 1].pos in {"動詞", "助動詞"}
        ):
            cue = cue_at(folded, line, at + 2)
            if cue is not None and cue.lemma in {"指摘", "強調", "主張", "訴える", "説く"} and not cue.passive:
                yield Report(type="indirect", stop=at + 1, cue=cue)
        if line[at].text == "性" and line[at + 1].text == "を" and line[at - 1].text in {"必要", "重要", "危険"}:
            cue = cue_at(folded, line, at + 2)
            if (
                cue is not None
                and cue.lemma in {"指摘", "強調", "主張", "訴える"}
                and line[at - 2].pos in {"動詞", "助動詞"}
            ):
                yield Report(type="indirect", stop=at + 1, cue=cue)


def _continued(line: Sequence[Unit], found: Sequence[Report]) -> Iterator[Report]:
    """「…」とX氏は書いた、「しかし、…」。 the words go on behind the narration."""
    last = len(line) - 1
    if last > 0 and line[last].text == "。":
        last -= 1
    if found and last > 1 and line[last].sort == "said" and line[last - 1].text == "、" and found[-1].end == last - 1:
        yield Report(type="direct", said=(last,), stop=last + 1, cue=None, needs_speaker=True)


def _merged(folded: str, line: Sequence[Unit], found: list[Report]) -> Iterator[Report]:
    for report in sorted(found, key=lambda report: report.stop):
        tail = folded[line[report.end].start : line[report.end].start + 8] if report.end < len(line) else ""
        reported = report.reported or tail.startswith(
            ("模様", "もよう", "そうだ", "という。", "ということだ", "ということです")
        )
        denied = report.cue is not None and report.cue.sort == "hold" and re.search("否認|容疑を認め", folded)
        reported = reported or bool(denied and folded.rstrip("。").endswith(("模様", "模様である", "模様だ", "もよう")))
        yield msgspec.structs.replace(report, reported=reported)


def _tail(folded: str, line: Sequence[Unit], at: int) -> bool | None:
    """と behind a report: True if others pass it on (と報じられている, という), False if it is spoken of, None if neither."""
    for next_ in range(at + 1, min(at + 8, len(line))):
        unit = line[next_]
        if unit.lemma in {"報じる", "伝える", "報道", "報ずる"}:
            return True
        if next_ == at + 1 and unit.lemma in {"いう", "される", "見る", "みる"}:
            return True
        if next_ == at + 1 and unit.lemma == "する":
            return line[next_ + 1].lemma in {"れる", "られる"} if next_ + 1 < len(line) else False
        if cue_at(folded, line, next_):
            return False
        if unit.text == "。":
            break
    return None


def _listed(line: Sequence[Unit], at: int) -> tuple[int, ...]:
    """「A」「B」, 「A」、「B」: the brackets that share what follows the last of them."""
    first = at
    while first > 0:
        if line[first - 1].sort == "said":
            first -= 1
        elif line[first - 1].text in {"、", "や"} and first > 1 and line[first - 2].sort == "said":
            first -= 2
        else:
            break
    return tuple(index for index in range(first, at + 1) if line[index].sort == "said")


def _direct(folded: str, line: Sequence[Unit], said: int, at: int) -> Report | None:
    """「…」と with what follows."""
    power = strength(folded[slice(*line[said].inner)])
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
    known = lexicon()
    if cue is None:
        before_it = line[said - 1] if said else None
        topical = before_it is not None and (
            before_it.text in {"は", "も"}
            or (line[said - 2 : said - 1]
            and before_it.text == "、"
            and line[said - 2].text == "は")
        )
        if (power == "strong" or (power == "clause" and topical)) and not _names(line, at + 1):
            return Report(type="direct", said=listed, stop=at, cue=None, needs_speaker=True)
        return None
    if cue.passive or cue.sort == "name" or (line[cue.at].lemma in known.naming and power != "strong"):
        return None
    if cue.sort == "relay":
        return None
    if power == "weak" and not near:
        return None
    return Report(type="direct", said=listed, stop=at, cue=cue, needs_speaker=power == "weak")


def _names(line: Sequence[Unit], at: int) -> bool:
    """True if the verb behind と names a thing: 「…」と題した, 「…」と書かれた."""
    for unit in line[at : at + 4]:
        if unit.lemma in lexicon().naming or unit.text in lexicon().naming:
            return True
        if unit.pos == "動詞":
            return False
        if unit.sort == "said":
            return True
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
        if next_ > at + 14 or unit.pos in {"動詞", "形容詞"} or (unit.text == "、" and next_ > at):
            near = False
        if next_ > at + 40:
            break
    return None, False


def _noun(folded: str, line: Sequence[Unit], listed: tuple[int, ...], stop: int, at: int, power: str) -> Report | None:
    """「…」との見方を示した, 「…」とのコメントを出した, 「…」とのこと."""
    if at < len(line) and line[at].text == "こと":
        return Report(type="direct", said=listed, stop=stop, cue=None, reported=True) if power != "weak" else None
    cue = view_at(line, at)
    if cue is not None and power != "weak":
        return Report(type="direct", said=listed, stop=stop, cue=cue)
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
    if power == "weak" or form == "passive":
        return None
    if form in {"attributive", "present"}:
        known = lexicon()
        noun = next((unit.text for unit in line[end : end + 2] if unit.pos == "名詞"), "")
        if noun in known.nouns | known.views | {"うえ", "上"}:
            return Report(type="direct", said=listed, stop=at, cue=Cue(at + 1, end, "とする", "hold", False))
        return None
    return Report(
        type="direct", said=listed, stop=at, cue=Cue(at + 1, end, "とする", "hold", False),
        needs_speaker=power != "strong" and form == "connective" and len(line[listed[-1]].text) < 16,
    )  # fmt: skip


def hold_form(line: Sequence[Unit], at: int) -> tuple[str, int]:
    """The form of する behind と: continuing (している), past (した。), connective (して、, し、), attributive, present, passive."""
    end = at + 1
    while (end < len(line) and line[end].pos in {"助動詞", "動詞"}) or (end < len(line) and line[end].text in {"て"}):
        end += 1
    lemmas = [unit.lemma for unit in line[at:end]]
    following = line[end] if end < len(line) else None
    if "れる" in lemmas or "られる" in lemmas:
        return "passive", end
    noun_follows = following is not None and following.pos in {"名詞", "連体詞", "接頭辞", "代名詞"}
    if any(lemma in {"いる", "おる"} for lemma in lemmas):
        return ("attributive" if noun_follows else "continuing"), end
    if "て" in lemmas or (line[at].text == "し" and end == at + 1):
        return "connective", end
    if noun_follows or (following is not None and following.sort != "word"):
        return "attributive", end
    return ("past" if "た" in lemmas else "present"), end


def _without_quotative(folded: str, line: Sequence[Unit], at: int) -> Report | None:
    """「…」(X), 「…」などの書き込み, 「…」ことを明らかにした, 「…」オルティスはそう言って."""
    after = at + 1
    power = strength(folded[slice(*line[at].inner)])
    if after < len(line) and line[after].sort == "aside" and power != "weak":
        behind = line[after + 1].text if after + 1 < len(line) else "。"
        if behind in {"。", "、", "と"} or line[after + 1].pos in {"助詞", "助動詞"}:
            if behind != "と" or _direct(folded, line, at, after + 1) is None:
                return Report(type="direct", said=(at,), stop=after, cue=None, needs_speaker=True)
            return None
    if power != "weak" and at and _topical(line, at) and (after >= len(line) or line[after].text in {"。", "、"}):
        if after >= len(line) or line[after].text == "。" or (after + 1 < len(line) and line[after + 1].text != "と"):
            return Report(type="direct", said=(at,), stop=after, cue=None, needs_speaker=True)
    listed = _listed(line, at)
    while after < len(line) and line[after].text in {"など", "等", "といった"}:
        after += 1
    if after < len(line) and line[after].text == "の" and after > at + 1 and power != "weak":
        for next_ in range(after + 1, min(after + 6, len(line))):
            if line[next_].text in lexicon().nouns:
                return Report(
                    type="direct", said=listed, stop=at + 1, cue=Cue(next_, next_ + 1, line[next_].text, "say", False),
                    needs_speaker=True,
                )  # fmt: skip
            if line[next_].pos == "動詞":
                break
    if folded.startswith("ことを", line[at].end) and power == "strong":
        cue, _ = _cue_after(folded, line, at + 3)
        return Report(type="direct", said=(at,), stop=at + 1, cue=cue) if cue else None
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


def _topical(line: Sequence[Unit], at: int) -> bool:
    """X氏は「…」。 X氏いわく「…」: the verb is left out."""
    before = at - 1
    if line[before].text in {"、", ":"}:
        before -= 1
    if before < 1:
        return False
    return line[before].text in {"いわく", "曰く"} or (line[before].text in {"は", "も"} and line[before].pos == "助詞")


def _indirect(folded: str, line: Sequence[Unit], before: int, at: int) -> Report | None:
    """A clause before と and a word of saying."""
    ends = line[before]
    predicate = ends.pos in {"動詞", "形容詞", "助動詞", "形状詞"} or (
        ends.pos == "助詞" and ends.text in {"か", "から", "よ", "ね", "のみ", "では", "は"}
    )
    if predicate and _volitional(folded[: ends.end]) and line[at + 1 : at + 2] and line[at + 1].lemma == "する":
        return None  # 密輸入しようとした
    if ends.text in _NOMINAL and before > 0 and line[before - 1].text in {"を", "に"}:
        return None  # GPUを必要とした
    bare = not predicate and not (ends.pos == "名詞" and ends.text in _NOMINAL)
    if bare and not _verbless(folded, line, before, at):
        return None
    if at + 1 >= len(line):
        return None
    following = line[at + 1]
    if following.text == "の" or (following.lemma in {"いう"} and at + 2 < len(line) and line[at + 2].pos == "名詞"):
        cue = view_at(line, at + 2)
        return Report(type="indirect", stop=at, cue=cue) if cue else None
    if following.lemma == "する":
        form, end = hold_form(line, at + 1)
        aside = (
            form in {"attributive", "present"} and end < len(line) and line[end].text in {"一方", "とともに", "ほか"}
        )
        if (
            aside
            or form in {"continuing", "past"}
            or (line[at + 1].text == "し" and end == at + 2 and end < len(line) and line[end].text == "、")
        ):
            return Report(type="indirect", stop=at, cue=Cue(at + 1, end, "とする", "hold", False))
        return None
    if following.lemma in {"いう", "言う"} and following.text in {"いう", "いい"}:
        if at + 2 >= len(line) or line[at + 2].text in {"。", "、"}:
            return Report(
                type="indirect", stop=at, cue=Cue(at + 1, at + 2, "いう", "hearsay", False), needs_speaker=True
            )
        return None
    cue = _near_cue(folded, line, at + 1)
    if cue is None or cue.passive or (cue.sort in {"feel", "relay", "name"} and cue.lemma != "伝える"):
        return None
    if cue.lemma in {"みる", "見る"} and not _sees(line, cue):
        return None
    if _CHARGED.match(folded, line[cue.end].start if cue.end < len(line) else len(folded)):
        return None  # 爆破すると書き込んだとして逮捕された
    return Report(type="indirect", stop=at, cue=cue)


_CHARGED = re.compile(r"として[^。]{0,80}(?:逮捕|起訴|書類送検|告発|提訴|摘発|検挙|有罪)")


_STATING = frozenset(
    [
        "発表",
        "公表",
        "主張",
        "説明",
        "強調",
        "判断",
        "分析",
        "語る",
        "話す",
        "述べる",
        "指摘",
        "証言",
        "報告",
        "明かす",
        "結論づけ",
    ]
)


def _verbless(folded: str, line: Sequence[Unit], before: int, at: int) -> bool:
    """死者は39人と語った, 声明が適当と主張した: the copula is left out, but a subject tells a clause."""
    cue = cue_at(folded, line, at + 1)
    if cue is None or cue.lemma not in _STATING or line[before].pos not in {"名詞", "接尾辞", "形状詞"}:
        return False
    for back in range(before - 1, max(-1, before - 30), -1):
        if line[back].pos == "動詞" or line[back].sort == "said":
            return False
        if line[back].pos == "助詞" and line[back].text in {"は", "が", "も"}:
            return back > 0 and before - back <= 12 and any(line[k].text in {"は", "も", "が"} for k in range(back))
    return False


def _volitional(text: str) -> bool:
    return text.endswith("う") and not text.endswith(
        ("だろう", "でしょう", "ろう", "いう", "言う", "思う", "違う", "行う")
    )


def _sees(line: Sequence[Unit], cue: Cue) -> bool:
    """とみる。, と見ている, とみて調べている; not と見て取る."""
    if line[cue.at].text in {"みる", "見る"}:
        return cue.end >= len(line) or line[cue.end].text in {"。", "、", "が"}
    if any(unit.lemma in {"いる", "おる"} for unit in line[cue.at : cue.end]):
        return True
    return any(unit.text in {"捜査", "調べ", "捜索", "追及"} for unit in line[cue.end : cue.end + 24])


def _near_cue(folded: str, line: Sequence[Unit], at: int) -> Cue | None:
    """A word of saying right behind と, or behind a short Xに, Xで, Xは."""
    if cue := cue_at(folded, line, at):
        return cue
    for next_ in range(at, min(at + 12, len(line))):
        unit = line[next_]
        if unit.text in {"に", "で", "へ", "は", "が", "も"} and unit.pos == "助詞":
            if cue := cue_at(folded, line, next_ + 1):
                return cue
        elif (
            next_ > at
            and "数詞" in line[next_ - 1].detail + line[at].detail
            and (cue := cue_at(folded, line, next_ + 1))
        ):
            return cue  # と9月16日発表した
        elif unit.pos not in {"名詞", "接尾辞", "接頭辞", "副詞", "代名詞"} and unit.text not in {"の", "・"}:
            if unit.sort == "aside":
                continue
            return None
    return None
