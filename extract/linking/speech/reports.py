"""Where a sentence reports speech: every quotative と, what stands before it, and who passes it on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from jijitsu.extract.linking.sentence.units import Unit
from jijitsu.extract.linking.speech.bare import bare
from jijitsu.extract.linking.speech.cues import cue_at
from jijitsu.extract.linking.speech.direct import direct
from jijitsu.extract.linking.speech.indirect import indirect, needed
from jijitsu.extract.linking.speech.quoted_part import part_of_clause
from jijitsu.extract.linking.speech.report import Report
from jijitsu.extract.regex import regex

_UNREAL = (
    "のが相当", "のが妥当", "のが適当", "のは早計", "のは早い", "のは早過ぎ", "のは早すぎ", "のは時期尚早", "のは危険", "のは間違", "のは誤り",
    "のが自然", "べき", "のは難し", "場合", "可能性", "恐れ", "おそれ", "かもしれない", "かのよう",
)  # fmt: skip
"""名誉を傷つけると感じた場合: nobody has said it."""
_ASKED = (
    "企業", "会社", "人", "割合", "世帯", "家庭", "回答者", "店", "学生", "生徒", "消費者", "有権者", "者", "市民", "社",
)  # fmt: skip
_PASSED = frozenset(["など", "等", "とか", "、"])


def reports(folded: str, line: Sequence[Unit]) -> tuple[Report, ...]:
    """Return the reports of a sentence, in order; と報じられている and という behind one mark it as reported."""
    found: list[Report] = []
    for at, unit in enumerate(line):
        if unit.sort == "said" and (words := bare(folded, line, at)):
            found.append(words)
        if unit.text not in {"と", "って", "とも"} or unit.pos != "助詞":
            continue
        if unit.text == "とも" and cue_at(folded, line, at + 1) is None:
            continue  # 5億円変わるとも説明した, but never 遅くとも
        before = at - 1
        while before >= 0 and (line[before].text in _PASSED or line[before].sort == "aside"):
            before -= 1
        if found and found[-1].cue and before < found[-1].end and before >= found[-1].cue.at - 1:
            outer = _tail(folded, line, at)
            if (
                outer is False
                and _denied(line, found[-1])
                and (clause := indirect(folded, line, before, at)) is not None
            ):
                found[-1] = clause  # 統計に問題があったとは考えていないと証言した
                continue
            if outer is not None:
                found[-1] = msgspec.structs.replace(found[-1], reported=found[-1].reported or outer)
                continue
        if before < 0:
            continue
        before = _judged(folded, line, before, at)
        report = direct(folded, line, before, at) if line[before].sort == "said" else indirect(folded, line, before, at)
        if report is not None:
            whole = part_of_clause(folded, line, report, found[-1] if found else None)
            found.append(msgspec.structs.replace(report, type="indirect", said=()) if whole else report)
    found = [report for report in found if not _written_there(line, report, found)]
    found += _continued(line, found)
    found += needed(folded, line)
    return tuple(_merged(folded, line, list(_once(found))))


# 「白紙にしろ」と脅し、契約を破棄させた疑いがある: so it is suspected; not 「知らない」と話したが、共謀した疑いがある
_SUSPECTED = regex(
    r"(?:(?![たるいだ]が、|[てで]おり、|[てで]いるが|一方|、[^、。「」]{1,20}(?<!しく)(?<!また)は(?!な))[^。「」]){0,120}?"
    r"[ただ](?:という|との|とする)?(?:疑い|容疑|罪)(?:が(?:ある|[持も]たれ|かけられ)|で(?:[^、。]{0,12}(?:逮捕|送検|起訴|告訴|告発|摘発|指名手配))|に問われ)"
)


def _denied(line: Sequence[Unit], report: Report) -> bool:
    """True for what somebody does not think: とは考えていない, とは思わない; what is said is that it is not so."""
    if report.type != "indirect" or report.cue is None or report.cue.sort != "judge":
        return False
    told = line[report.cue.at : report.cue.end]
    return told[-1].lemma == "ない" or any(unit.text in {"ませ", "ず", "べき"} for unit in told)


def _ought(line: Sequence[Unit], report: Report) -> bool:
    """True for what somebody should say or think, and does not: 話すべきだった, と考えるべきだ."""
    return report.cue is not None and any(unit.text == "べき" for unit in line[report.cue.at : report.cue.end])


def _written_there(line: Sequence[Unit], report: Report, found: Sequence[Report]) -> bool:
    """True for 条約には「…」とあり、政府はこの島が当たると主張している: what is written there is not what is claimed."""
    if report.type != "direct" or report.cue is None or line[report.stop + 1 : report.stop + 2] == ():
        return False
    cue, following = report.cue, line[report.stop + 1]
    claimed = any(r.type == "indirect" and r.cue == cue and r.stop > report.stop for r in found)
    return claimed and following.lemma in {"ある", "有る"}


def _once(found: Sequence[Report]) -> Iterator[Report]:
    """Words that two reports hold belong to the one with the word of saying: 「A」、「B」などと供述した."""
    for at, report in enumerate(found):
        held = {unit for other in found[at + 1 :] if other.cue is not None for unit in other.said}
        said = tuple(unit for unit in report.said if unit not in held)
        if said or not report.said:
            yield msgspec.structs.replace(report, said=said)


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


def _continued(line: Sequence[Unit], found: Sequence[Report]) -> Iterator[Report]:
    """「…」とX氏は書いた、「しかし、…」。 the words go on behind the narration."""
    last = len(line) - 1
    if last > 0 and line[last].text == "。":
        last -= 1
    if found and last > 1 and line[last].sort == "said" and line[last - 1].text == "、" and found[-1].end == last - 1:
        yield Report(type="direct", said=(last,), stop=last + 1, cue=None, needs_speaker=True)


def _merged(folded: str, line: Sequence[Unit], found: list[Report]) -> Iterator[Report]:
    for report in sorted(found, key=lambda report: report.stop):
        tail = folded[line[report.end].start : line[report.end].start + 24] if report.end < len(line) else ""
        if (report.cue is not None and tail.startswith((*_UNREAL, "向き"))) or _ought(line, report):
            continue  # 割安だと見る向きもある
        if report.cue is not None and report.cue.lemma in {"答える", "回答"} and _asked(tail):
            continue  # 人手が不足していると答えた企業は6割だった
        reported = report.reported or tail.startswith(
            ("模様", "もよう", "そうだ", "という。", "ということだ", "ということです")
        )
        if report.type == "direct" and report.stop < len(line):
            reported = reported or _SUSPECTED.match(folded, line[report.stop].start) is not None
        denied = report.cue is not None and report.cue.sort == "hold" and re.search("否認|容疑を認め", folded)
        reported = reported or bool(denied and folded.rstrip("。").endswith(("模様", "模様である", "模様だ", "もよう")))
        yield msgspec.structs.replace(report, reported=reported)


_SHARE_OF = regex(
    r"[^、。「」はがもを0-9]{0,12}(?:[0-9]{2}代)?(?:の割合)?(?:は|が|も)(?:全体の|約|わずか|計){0,2}[0-9]{1,3}(?:\.[0-9]{1,2})?(?:%|割|人に[0-9])"
)


def _asked(tail: str) -> bool:
    """True for whoever answers in a survey: 答えた[人]は, 答えた[企業]が, 答えた[母親]は54%; not 答えた[社長]の."""
    return _SHARE_OF.match(tail) is not None or any(
        tail.startswith(word) and not "一" <= tail[len(word) : len(word) + 1] <= "鿿" for word in _ASKED
    )


def _tail(folded: str, line: Sequence[Unit], at: int) -> bool | None:
    """と behind a report: True if others pass it on (と報じられている), False if it is spoken of, None if neither."""
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
