"""Which noun phrase speaks: the speaker before, behind or inside the narration of a report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jijitsu.extract.linking.sentence.brackets import concerning
from jijitsu.extract.linking.sentence.ranks import KNOWN, MAYBE, NAMED, NEVER, speakers_lexicon
from jijitsu.extract.linking.sentence.units import Unit
from jijitsu.extract.linking.speech.inquiring import answered, came_to_hear, found_out
from jijitsu.extract.linking.speech.narration import (
    asked,
    between,
    by_word,
    charged,
    closed,
    given,
    looking_into,
    modified,
    owned,
    presented,
)
from jijitsu.extract.linking.speech.passing_on import printed
from jijitsu.extract.linking.speech.polls import counted, ruling_among, tallied
from jijitsu.extract.linking.speech.report import Report
from jijitsu.extract.linking.speech.speakers import Phrase, body, is_press
from jijitsu.extract.linking.speech.turning import a_person, human, left_behind, tells_of_deed, told_by
from jijitsu.extract.linking.speech.unlisted import announces, circle, club, mute, outermost
from jijitsu.extract.story import Scene


def speaking(
    scene: Scene, line: Sequence[Unit], named: Sequence[Phrase], report: Report, before: int, *, carried: bool
) -> Phrase | None:
    """Return the phrase that speaks in a report, or None. `before`: the unit behind the last report of the sentence;
    `carried`: somebody has the word from there on.
    """
    if (owner := owned(scene, line, report) or printed(scene, line, report)) is not None:
        return owner
    if report.received:
        return given(scene, line, named, report)
    if report.cue is not None and report.cue.sort == "hold" and report.cue.passive:
        return _source(line, named, report, before)  # 同社のサイトによると「見通しは立っていない」とされている
    phrase = between(line, named, report) or modified(scene, line, report) or by_word(scene, line, report)
    phrase = phrase or presented(scene, line, report)
    if phrase is None:
        choose = _for_direct if report.type == "direct" else _for_indirect
        phrase = choose(scene, line, named, report, before)
        thing = phrase is not None and carried and line[phrase.last + 1].text != "、"
        thing = thing and phrase is not None and (phrase.rank < KNOWN or told_by(line, phrase, report))
        if (
            thing
            and report.type == "indirect"
            and phrase
            and (phrase.particle == "は" or told_by(line, phrase, report))
        ):
            phrase = None  # X氏は「…」と切り出し、学習に使うGPUは10基で済むと説明した
        if phrase is None and not carried and report.type == "direct" and before:
            phrase = choose(scene, line, named, report, 0)
    if report.reported and phrase is not None and phrase.particle in {"は", "も"} and _prints(line, phrase):
        phrase = _told_of(line, named, report, phrase) or phrase
    if phrase is None or _pursues(scene, line, phrase):
        phrase = charged(scene, line, report) or phrase
    if phrase is None and report.type == "indirect":
        phrase = looking_into(named, report)
    return phrase


def _prints(line: Sequence[Unit], phrase: Phrase) -> bool:
    entity = phrase.mention.value if phrase.mention is not None else None
    code = getattr(entity, "id", None)
    return is_press(line[phrase.last - 1].text.strip("「」『』"), code) or is_press(getattr(entity, "name", ""), code)


def _told_of(line: Sequence[Unit], named: Sequence[Phrase], report: Report, paper: Phrase) -> Phrase | None:
    """ミナト通信は、[観測所]が…と発表したと伝えた: whom the paper passes on."""
    first = report.said[0] if report.said else report.stop
    inner = [p for p in named if p.particle == "が" and p.rank >= KNOWN and paper.last < p.first and p.last < first]
    return inner[0] if inner and not closed(line, inner[0].last, first) else None


def _pursues(scene: Scene, line: Sequence[Unit], phrase: Phrase) -> bool:
    """True for police and prosecutors: 県警は「…」と脅したとして男を逮捕した."""
    text = scene.sentence.folded[line[phrase.first].start : line[phrase.last - 1].end]
    return re.search("県警|府警|警視庁|警察|地検|特捜部|検察|[一-鿿]署|警[^、]{0,8}課", text) is not None


def _for_direct(
    scene: Scene, line: Sequence[Unit], named: Sequence[Phrase], report: Report, before: int
) -> Phrase | None:
    """The nearest that may speak, before the words; は, も before が of a clause that has ended."""
    first = report.said[0] if report.said else report.stop
    candidates = [
        phrase for phrase in named
        if before <= phrase.first and phrase.last < first and phrase.particle in {"は", "も", "が", "では", "から"}
    ]  # fmt: skip
    ahead = [p for p in named if before <= p.first and p.last < first and line[p.last - 1].text != "ところ"]
    account = ahead[-1] if ahead else None  # Xの話として伝えたところでは
    if account is not None and account.particle == "の話として":
        return account
    if account is not None and account.particle in {"の話では", "の説明では"} and account.rank >= KNOWN:
        return account  # 加藤さんは年金も受給しており、年金機構の説明では「…」と指摘している
    if (answering := asked(line, named, report, before)) is not None:
        return answering
    if candidates and (ruling := ruling_among(line, candidates, report)) is not None:
        return ruling
    if candidates and (outer := _who_tells(line, candidates, candidates[-1])) is not None:
        return outer
    if candidates and (outer := tells_of_deed(line, candidates, report, first)) is not None:
        return outer
    if candidates and (beside := _beside(line, candidates[-1], report, first)) is not None:
        return beside
    for least in (KNOWN, MAYBE):
        for phrase in reversed(candidates):
            if phrase.rank < least or (phrase.particle in {"では", "から"} and phrase.rank < KNOWN):
                continue
            if came_to_hear(line, phrase, first):
                continue
            paused = phrase.particle == "が" and line[phrase.last + 1].text == "、"  # X氏が、祝う会で「…」と述べた
            if phrase.particle in {"が", "から"} and not paused and closed(line, phrase.last, first):
                continue
            if phrase.particle == "が" and _despite(line, phrase, first):
                continue
            next_to = (
                phrase.last + 1 + (line[phrase.last + 1].text in {"、", "は", "も"}) == first
            )  # X氏側からは「…」と
            next_to = next_to or (line[phrase.last + 1].text == "は" and concerning(line, first))
            if (
                phrase.particle == "から"
                and not next_to
                and not (report.cue and report.needs_speaker)
                and not _received(line, report)
            ):
                continue
            return phrase
    if teller := next(
        (
            p
            for p in named
            if p.particle in {"の話では", "の説明では", "の発表では"} and p.last < first and p.rank >= KNOWN
        ),
        None,
    ):
        return teller
    return _source(line, named, report, before)


def _despite(line: Sequence[Unit], phrase: Phrase, first: int) -> bool:
    """客が注意して[も]、「…」などと言い, 客が減った[ため]「…」: the clause is over right before the words of another."""
    last = first - 1 - (line[first - 1].text == "、")
    if last - 1 <= phrase.last or line[last].text not in {"も", "ても", "でも", "ため", "ので"}:
        return False
    return line[last].text != "も" or line[last - 1].text in {"て", "で"}


def _who_tells(line: Sequence[Unit], candidates: Sequence[Phrase], inner: Phrase) -> Phrase | None:
    """スミス氏は会見で、会社は「正しい道にいる」と語った: a person before a comma tells of the body right before the words."""
    common = inner.rank == KNOWN or (inner.rank == NAMED and inner.mention is None)
    # 委員は、岬社は革新的だが、「力を乱用した」と語った: a body named right behind the comma is whom he tells of
    firm = inner.mention is not None and inner.mention.type in {"company", "organisation", "country", "product"}
    at = inner.first - 2
    apart = firm and inner.particle == "は" and at > 0 and line[at + 1].text == "、"
    if apart and (teller := next((p for p in candidates if p.last == at and a_person(line, p)), None)) is not None:
        return teller
    thing = inner.particle == "は" and inner.mention is None and not _people(line, inner)
    if inner.particle not in {"は", "が"} or not (thing or (common and not human(line, inner))):
        return None
    for outer in reversed([p for p in candidates if p.last < inner.first]):
        if outer.particle != "は" or not a_person(line, outer):
            continue
        within = line[outer.last + 1 : inner.first]
        told = all(unit.pos not in {"動詞", "形容詞"} for unit in within)
        # 社長は競合の動きは「想定内」と述べた: what it is about needs no comma, a body that could speak does
        paused = bool(within) and within[-1].text == "、"
        return outer if told and (paused or (thing and inner.rank == NEVER)) else None
    return None


def _people(line: Sequence[Unit], phrase: Phrase) -> bool:
    """True for a name of somebody and a noun that means people; not 中国勢, 西側諸国."""
    head, known = line[phrase.last - 1], speakers_lexicon()
    written = "".join(unit.text for unit in line[phrase.first : phrase.last])
    return "人名" in head.detail or head.oov or written.endswith(known.humans + known.titles)


def _beside(line: Sequence[Unit], phrase: Phrase, report: Report, first: int) -> Phrase | None:
    """Xは「…」, Xは2日、「…」: whoever bears a name speaks, whatever the name ends in; Xが「…」と述べた: anyone."""
    people = re.search("[人名]$", line[phrase.last - 1].text) is not None and phrase.last - phrase.first > 1
    if (phrase.rank == NEVER and not (phrase.able or people)) or phrase.particle not in {"は", "も", "が"}:
        return None  # 男性1人が「むくんだ」と訴えた
    close = phrase.last + 1
    close += close < first and line[close].text == "、"
    verbless = all(line[at].pos not in {"動詞", "形容詞", "助動詞"} for at in range(phrase.last + 1, first))
    if phrase.particle == "が":
        told = report.cue is not None and not report.cue.passive and report.cue.sort in {"say", "feel", "judge"}
        return phrase if close == first and told else None
    if (
        close == first
        and report.cue is not None
        and report.cue.sort == "say"
        and not (report.cue.passive or report.topical)
        and line[phrase.last - 1].text not in speakers_lexicon().texts
    ):
        return phrase  # 大公は、「…」と述べ
    return phrase if phrase.proper and verbless else None


def _received(line: Sequence[Unit], report: Report) -> bool:
    """店主から「…」として苦情を受けた: the words come from X."""
    complaints = speakers_lexicon().complaints
    if report.cue is not None and report.cue.sort == "feel":
        return False  # 検察官から問われると「…」と声を落とした
    return any(unit.text in complaints for unit in line[report.stop : report.stop + 16])


def _for_indirect(
    scene: Scene, line: Sequence[Unit], named: Sequence[Phrase], report: Report, before: int
) -> Phrase | None:
    """The first topic that may speak; a later one if the first was left by が、 or was only a subject with が."""
    candidates = [
        phrase for phrase in named
        if before <= phrase.first and phrase.last < report.stop and phrase.particle in {"は", "も", "が", "では"}
        and not (phrase.particle in {"が", "も"} and counted(line, phrase)) and not mute(line, phrase, report, named)
        and not (phrase.mention is None and tallied(line, phrase))
    ]  # fmt: skip
    if (answering := answered(line, named, report, before)) is not None:
        return answering
    decided, told = _by_account(scene, line, named, candidates, report, before)
    if decided:
        return told
    candidates = [p for p in candidates if not (p.particle == "が" and _said_so(line, p))]
    chosen: Phrase | None = None
    for at, phrase in enumerate(candidates):
        first = chosen is None and at == 0 and not before
        if _sets_off(line, chosen, phrase):
            chosen = phrase
        elif phrase.particle == "が" and _is_inner(line, candidates[:at], phrase, report, before):
            continue
        elif phrase.particle == "では" and phrase.rank != NAMED and (phrase.rank < KNOWN or not body(line, phrase)):
            may = club(line, phrase, report) or circle(line, phrase, candidates, report)
            chosen = phrase if first and may else chosen
        elif first and (announces(line, phrase, report) or outermost(line, phrase, candidates, report)):
            chosen = phrase
        elif phrase.rank == NEVER or (at > 0 and phrase.rank < KNOWN and chosen is None):
            continue
        elif chosen is None or _takes_over(scene, line, chosen, phrase):
            chosen = phrase
    if chosen is None and not any(p.particle == "は" and p.rank >= KNOWN for p in candidates):
        if (inner := _inner_subject(line, candidates, report)) is not None:
            return inner
        if (finder := next((p for p in candidates if found_out(line, p, report)), None)) is not None:
            return finder
        return _source(line, named, report, before) or _on_occasion(line, candidates, report)
    return chosen


def _by_account(
    scene: Scene,
    line: Sequence[Unit],
    named: Sequence[Phrase],
    candidates: Sequence[Phrase],
    report: Report,
    before: int,
) -> tuple[bool, Phrase | None]:
    """Return (whether an account in front decides who speaks, who that is): 国防省の説明では, 県警は余罪もあるとみている."""
    if report.cue and report.cue.lemma in _SEES:
        police = [p for p in candidates if p.particle != "が" and _pursues(scene, line, p)]
        if police:
            return True, police[-1]  # 5人は客として訪れていたとされ、県警は余罪もあるとみている
    known = [p for p in named if p.first >= before and p.rank >= KNOWN]
    if report.cue and report.cue.sort == "hearsay":
        told = next((p for p in known if p.particle == "の話では"), None)
        if told is not None:
            return True, told
    if told := next((p for p in named if p.particle == "の話として" and before <= p.first < report.stop), None):
        return True, told
    told = next((p for p in known if p.particle in {"の話では", "の説明では"}), None)
    said = report.cue is not None and report.cue.sort != "hearsay"
    if told and said and candidates and told.last < candidates[0].first:
        return True, told  # 国防省の説明では、船は…としている
    announced = next((p for p in named if p.particle == "の発表では" and p.first >= before), None)
    topical = any(p.particle in {"は", "も"} and p.rank >= KNOWN for p in candidates)
    if said and not topical and announced:
        return True, announced if announced.rank >= KNOWN and announced.first < report.stop else None
    return False, None


def _sets_off(line: Sequence[Unit], chosen: Phrase | None, phrase: Phrase) -> bool:
    """国会では野党議員が、…とただした: a subject with a comma behind it."""
    free = chosen is None or (chosen.particle == "では" and human(line, phrase))
    return free and phrase.particle == "が" and phrase.rank >= KNOWN and line[phrase.last + 1].text == "、"


def _is_inner(line: Sequence[Unit], ahead: Sequence[Phrase], phrase: Phrase, report: Report, before: int) -> bool:
    """True for a subject with が that what is said is about, and that says nothing itself."""
    led = any(
        (p.rank or (p.able and p.particle == "は"))
        and not (p.particle == "が" and closed(line, p.last, phrase.first + 1))
        for p in ahead
    )
    if phrase.rank < KNOWN or led or closed(line, phrase.last, report.stop) or _is_told_of(line, phrase, report):
        return True
    held = report.cue is not None and report.cue.sort == "hold" and line[phrase.last + 1].text != "、"
    if held and (before or any(_frames(line, p) for p in ahead)):
        return True  # 食糧計画では首相が認めたとしている
    return bool(before) and phrase.mention is None and not human(line, phrase)  # …と嘆き、住宅市場が火種になると述べた


def _takes_over(scene: Scene, line: Sequence[Unit], chosen: Phrase, phrase: Phrase) -> bool:
    """True for a topic behind a mere subject, or behind a topic whose clause is over."""
    subject = chosen.particle == "が" and phrase.particle in {"は", "も"} and not _glued(line, chosen, phrase)
    if subject and not (chosen.rank == NAMED > phrase.rank and line[chosen.last + 1].text == "、"):
        return True
    topic = phrase.rank >= KNOWN and phrase.particle in {"は", "では", "も"}
    return topic and left_behind(scene, line, chosen, phrase)


def _frames(line: Sequence[Unit], phrase: Phrase) -> bool:
    """True for a topic and for a body in では: what が names behind it is part of what they hold."""
    return phrase.particle in {"は", "も"} or (phrase.particle == "では" and (phrase.proper or body(line, phrase)))


_SEES = frozenset(["みる", "見る", "判断", "断定", "推定"])
"""What the police do with what is found."""


def _said_so(line: Sequence[Unit], phrase: Phrase) -> bool:
    """各社が22日までに伝えた[ところによると]: the source's clause is over."""
    return any(
        line[at].text == "ところ" and line[at + 1].text in {"によると", "に", "では"}
        for at in range(phrase.last, min(phrase.last + 12, len(line) - 1))
    )


def _is_told_of(line: Sequence[Unit], phrase: Phrase, report: Report) -> bool:
    """山本副社長が就任すると発表した: somebody whose doing is all that is announced, by the firm."""
    if report.cue is None or report.cue.lemma not in {"発表", "公表"} or line[phrase.last + 1].text == "、":
        return False
    head = line[phrase.last - 1]
    if not (head.text.endswith(speakers_lexicon().humans + speakers_lexicon().titles) and human(line, phrase)):
        return False
    return all(unit.text not in {"は", "が", "を", "も"} for unit in line[phrase.last + 1 : report.stop])


def _inner_subject(line: Sequence[Unit], candidates: Sequence[Phrase], report: Report) -> Phrase | None:
    """客が多いことから、商店街が像を作ろうと提案した: the last subject, behind a reason that its comma closes."""
    if len(candidates) < 2 or report.cue is None or report.cue.sort not in {"say", "forecast"}:
        return None
    phrase = candidates[-1]
    if phrase.particle != "が" or phrase.rank < KNOWN or phrase.first < 2 or line[phrase.first - 1].text != "、":
        return None
    reason = line[phrase.first - 2].text in {"から", "ため", "ので", "て", "で", "ところ", "結果"}
    return phrase if reason and not closed(line, phrase.last, report.stop) else None


def _on_occasion(line: Sequence[Unit], candidates: Sequence[Phrase], report: Report) -> Phrase | None:
    """社長が4月に開いた会見で、…と述べた: the one who held it speaks."""
    occasions = speakers_lexicon().occasions
    for phrase in candidates:
        if phrase.particle != "が" or phrase.rank < KNOWN:
            continue
        for at in range(phrase.last + 1, min(report.stop, phrase.last + 16)):
            if line[at].text in {"で", "際"} and (line[at].text == "際" or line[at - 1].text.endswith(occasions)):
                return phrase
            if line[at].text in {"、", "は", "が"}:
                break
    return None


def _glued(line: Sequence[Unit], outer: Phrase, inner: Phrase) -> bool:
    """当局者が死者は63人に上ると語った: no verb between, so が rules the saying."""
    between = line[outer.last + 1 : inner.first]
    return all(unit.pos not in {"動詞", "形容詞", "助動詞"} and unit.text != "、" for unit in between)


def _source(line: Sequence[Unit], named: Sequence[Phrase], report: Report, before: int) -> Phrase | None:
    """気象庁によると、…としている: the source speaks, unless it is a paper or agency."""
    for phrase in named:
        known = phrase.rank >= KNOWN or (
            phrase.rank == MAYBE and phrase.proper and line[phrase.last - 1].sort == "aside"
        )
        if phrase.particle == "によると" and before <= phrase.first < report.stop and known:
            text = line[phrase.last - 1].text.strip("「」『』")
            entity = phrase.mention.value if phrase.mention is not None else None
            if not is_press(text) and not is_press(getattr(entity, "name", "")):
                return phrase
    return None
