"""Which noun phrase speaks: the speaker before, behind or inside the narration of a report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jijitsu.extract.linking.report import Report
from jijitsu.extract.linking.speakers import (
    KNOWN,
    MAYBE,
    NAMED,
    NEVER,
    Phrase,
    body,
    is_press,
    person_like,
    phrase_after,
    phrase_before,
    phrase_of,
)
from jijitsu.extract.linking.units import Unit
from jijitsu.extract.story import Scene


def speaking(
    scene: Scene, line: Sequence[Unit], named: Sequence[Phrase], report: Report, before: int, *, carried: bool
) -> Phrase | None:
    """Return the phrase that speaks in a report, or None. `before`: the unit behind the last report of the sentence;
    `carried`: somebody has the word from there on.
    """
    phrase = _between(named, report) or _modified(scene, line, report) or _by_word(scene, line, report)
    if phrase is None:
        choose = _for_direct if report.type == "direct" else _for_indirect
        phrase = choose(line, named, report, before)
        if phrase is None and not carried and report.type == "direct" and before:
            phrase = choose(line, named, report, 0)
    if phrase is None:
        phrase = _charged(scene, line, report)
    if phrase is None and report.type == "indirect":
        phrase = _looking_into(named, report)
    return phrase


def _between(named: Sequence[Phrase], report: Report) -> Phrase | None:
    """「…」と白石氏は言う: the speaker between と and the word of saying."""
    if report.cue is None:
        return None
    for phrase in named:
        inside = report.stop <= phrase.first and phrase.last < report.cue.at
        if inside and phrase.particle in {"は", "が", "も"} and phrase.rank >= MAYBE:
            return phrase
    return None


def _by_word(scene: Scene, line: Sequence[Unit], report: Report) -> Phrase | None:
    """「…」とは岩井氏の弁; X氏いわく「…」."""
    if report.type != "direct" or not report.said:
        return None
    first = report.said[0] - 1
    if first > 0 and line[first].text in {"、", ":"}:
        first -= 1
    if first > 0 and line[first].text in {"いわく", "曰く"}:
        return phrase_before(scene, line, first)
    if report.stop + 2 < len(line) and line[report.stop].text == "と" and line[report.stop + 1].text == "は":
        phrase = phrase_after(scene, line, report.stop + 2)
        if phrase is None or phrase.last - phrase.first < 3:
            return None
        if (
            line[phrase.last - 1].text in {"弁", "言葉", "言", "談", "話", "見立て"}
            and line[phrase.last - 2].text == "の"
        ):
            named = phrase_of(scene, line, phrase.first, phrase.last - 2, "")
            return named if named.rank >= KNOWN else None
    return None


def _modified(scene: Scene, line: Sequence[Unit], report: Report) -> Phrase | None:
    """「…」と書いた客の男性: the word of saying stands before its speaker."""
    if report.cue is None:
        return _last_word(scene, line, report)
    if report.end >= len(line):
        return None
    after = report.end
    if after + 1 < len(line) and line[after].text == "の" and line[after + 1].text in {"は", "が"}:
        after += 2  # と語るのは、X氏だ
        after += after < len(line) and line[after].text == "、"
        return next(
            (phrase for person in scene.of("person") for at, unit in enumerate(line)
             if scene.sentence.start + unit.start == person.start and at >= after
             and (phrase := phrase_after(scene, line, at))), phrase_after(scene, line, after),
        )  # fmt: skip
    phrase = phrase_after(scene, line, after)
    return phrase if phrase is not None and phrase.rank >= KNOWN and person_like(scene, line, phrase) else None


def _last_word(scene: Scene, line: Sequence[Unit], report: Report) -> Phrase | None:
    """「…」と岩井氏。 the verb is left out."""
    if report.type != "direct" or report.stop >= len(line) or line[report.stop].text not in {"と", "って"}:
        return None
    phrase = phrase_after(scene, line, report.stop + 1)
    ends = {"。", "、", "は", "が"}  # と岩井氏は天を仰ぐ
    if phrase is None or phrase.rank < KNOWN or (phrase.last < len(line) and line[phrase.last].text not in ends):
        return None
    return phrase


_CHARGE = re.compile("逮捕|起訴|書類送検|告発|提訴|摘発|検挙")


def _charged(scene: Scene, line: Sequence[Unit], report: Report) -> Phrase | None:
    """「…」と脅したとして、…の男が捕まった: the suspect stands behind."""
    behind = scene.sentence.folded[line[report.stop].start :] if report.stop < len(line) else ""
    if report.type != "direct" or not re.search(r"として", behind) or not _CHARGE.search(behind):
        return None
    for at in range(report.end, len(line)):
        phrase = phrase_before(scene, line, at) if line[at].text in {"を", "が", "は"} else None
        if phrase and phrase.first >= report.stop and phrase.rank >= KNOWN and person_like(scene, line, phrase):
            return phrase
    return None


def _looking_into(named: Sequence[Phrase], report: Report) -> Phrase | None:
    """…とみて、北署で調べている: the body that looks into it."""
    if report.cue is None or report.cue.lemma not in {"みる", "見る"}:
        return None
    return next((p for p in named if p.particle == "で" and p.first >= report.end and p.rank >= KNOWN), None)


def _for_direct(line: Sequence[Unit], named: Sequence[Phrase], report: Report, before: int) -> Phrase | None:
    """The nearest that may speak, before the words; は, も before が of a clause that has ended."""
    first = report.said[0] if report.said else report.stop
    candidates = [
        phrase for phrase in named
        if before <= phrase.first and phrase.last < first and phrase.particle in {"は", "も", "が", "では", "から"}
    ]  # fmt: skip
    for least in (KNOWN, MAYBE):
        for phrase in reversed(candidates):
            if phrase.rank < least or (phrase.particle in {"では", "から"} and phrase.rank < KNOWN):
                continue
            if phrase.particle in {"が", "から"} and _closed(line, phrase.last, first):
                continue
            if phrase.particle == "から" and not (report.cue and report.needs_speaker) and not _received(line, report):
                continue
            return phrase
    if told := next((p for p in named if p.particle == "の話では" and p.last < first and p.rank >= KNOWN), None):
        return told
    return _source(line, named, report)


def _received(line: Sequence[Unit], report: Report) -> bool:
    """店主から「…」として苦情を受けた: the words come from X."""
    return any(
        unit.text
        in {
            "抗議",
            "苦情",
            "声",
            "批判",
            "意見",
            "指摘",
            "要望",
            "連絡",
            "相談",
            "請願書",
            "問い合わせ",
            "通報",
            "やじ",
            "ヤジ",
        }
        for unit in line[report.stop : report.stop + 16]
    )


def _closed(line: Sequence[Unit], start: int, stop: int) -> bool:
    """True if a finite verb stands between: Xが発表した決算について is over before the words begin."""
    for at in range(start + 1, stop - 1):
        if line[at].pos in {"動詞", "助動詞", "形容詞"} and line[at + 1].pos in {"名詞", "代名詞", "接頭辞"}:
            return True
    return False


def _for_indirect(line: Sequence[Unit], named: Sequence[Phrase], report: Report, before: int) -> Phrase | None:
    """The first topic that may speak; a later one if the first was left by が、 or was only a subject with が."""
    candidates = [
        phrase for phrase in named
        if before <= phrase.first and phrase.last < report.stop and phrase.particle in {"は", "も", "が", "では"}
    ]  # fmt: skip
    if report.cue and report.cue.sort == "hearsay":
        told = next((p for p in named if p.particle == "の話では" and before <= p.first and p.rank >= KNOWN), None)
        if told is not None:
            return told
    chosen: Phrase | None = None
    for at, phrase in enumerate(candidates):
        if phrase.particle == "が" and phrase.rank >= KNOWN and line[phrase.last + 1].text == "、" and chosen is None:
            chosen = phrase
            continue
        if phrase.particle == "が" and (phrase.rank < KNOWN or at > 0 or _closed(line, phrase.last, report.stop)):
            continue
        if phrase.particle == "では" and (phrase.rank < KNOWN or not body(line, phrase)):
            continue
        if phrase.rank == NEVER or (at > 0 and phrase.rank < KNOWN and chosen is None):
            continue
        if (
            chosen is None
            or (chosen.particle == "が" and phrase.particle in {"は", "も"})
            or (phrase.rank >= KNOWN and phrase.particle in {"は", "では"} and _left_behind(line, chosen, phrase))
        ):
            chosen = phrase
    if chosen is None and not any(p.particle == "は" and p.rank >= KNOWN for p in candidates):
        return _source(line, named, report)
    return chosen


def _source(line: Sequence[Unit], named: Sequence[Phrase], report: Report) -> Phrase | None:
    """気象庁によると、…としている: the source speaks, unless it is a paper or agency."""
    for phrase in named:
        if phrase.particle == "によると" and phrase.last < report.stop and phrase.rank >= KNOWN:
            text = line[phrase.last - 1].text
            entity = phrase.mention.value if phrase.mention is not None else None
            if not is_press(text) and not is_press(getattr(entity, "name", "")):
                return phrase
    return None


def _left_behind(line: Sequence[Unit], earlier: Phrase, later: Phrase) -> bool:
    """Xは…だが、Yは: the first topic's clause is over."""
    at = later.first - 1
    if at < 1 or line[at].text != "、":
        return False
    unit = line[at - 1]
    over = unit.text in {"が", "けれど", "けれども", "一方", "半面", "のに対し"}
    if over and (earlier.particle != "は" or later.particle == "では"):
        return True
    return earlier.rank == MAYBE and later.rank == NAMED
