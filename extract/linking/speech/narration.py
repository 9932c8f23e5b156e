"""The speaker within the narration: between the words and the word of saying, behind it, asked before the words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jijitsu.extract.linking.sentence.ranks import KNOWN, MAYBE, speakers_lexicon
from jijitsu.extract.linking.sentence.units import Unit
from jijitsu.extract.linking.speech.inquiring import heard_out
from jijitsu.extract.linking.speech.report import Report
from jijitsu.extract.linking.speech.speakers import Phrase, body, person_like, phrase_after, phrase_before, phrase_of
from jijitsu.extract.linking.speech.turning import runs_on
from jijitsu.extract.linking.speech.uttered import ANSWERS
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene


def between(line: Sequence[Unit], named: Sequence[Phrase], report: Report) -> Phrase | None:
    """「…」と白石氏は言う: the speaker between と and the word of saying."""
    if report.cue is None:
        return None
    for phrase in named:
        inside = report.stop <= phrase.first and phrase.last < report.cue.at
        known = phrase.particle in {"は", "が", "も"} and (phrase.rank >= MAYBE or _alone_between(line, phrase, report))
        if inside and (known or (phrase.particle == "では" and phrase.rank >= KNOWN and body(line, phrase))):
            if phrase.particle == "が" and closed(line, phrase.last, report.cue.at):
                continue  # 「…」と、孫が育つ様に目を細めた
            if any(
                line[at].text == "、"
                and (line[at - 1].pos in _VERBS or line[at - 1].text in {"が", "て"} or line[at - 2].text == "もの")
                for at in range(report.stop + 2, phrase.first)
            ):
                return None  # 「…」と買収に出たが、周囲は驚いた
            told = any(unit.text in {"また", "一方", "さらに", "対し"} for unit in line[report.stop + 1 : phrase.first])
            return None if told else phrase  # 「…」と見通しを示し、またXも: X is another
    return None


def presented(scene: Scene, line: Sequence[Unit], report: Report) -> Phrase | None:
    """通報したのは一緒にいた[友人]で、「…」と話した: whom the first clause presents."""
    if report.type != "direct" or not report.said or report.cue is None:
        return None
    at = report.said[0] - 1
    at -= at > 0 and line[at].text == "、"
    made_known = _MADE_KNOWN.search(scene.sentence.folded, 0, line[report.said[0]].start)
    subject = next((k for k in range(at, 0, -1) if made_known and line[k].start == made_known.start()), 0)
    if subject and (teller := phrase_before(scene, line, subject)) is not None and teller.rank >= KNOWN:
        return teller
    phrase = phrase_before(scene, line, at) if at > 0 and line[at].text == "で" else None
    if phrase is None or phrase.rank < KNOWN or not person_like(scene, line, phrase):
        return None
    led = "".join(unit.text for unit in line[: phrase.first])
    return phrase if _WHO_DID.search(led) else None


_MADE_KNOWN = regex(r"が[^、。「」はが]{0,16}(?:明らかにし|発表し|公表し|説明し|証言し|打ち明け|主張し)たもので、?$")
"""これは早見代表[が明らかにしたもので、]「…」としている."""
_WHO_DID = regex(r"[たるだ]のは[^。「」はが]{0,30}$")


def _alone_between(line: Sequence[Unit], phrase: Phrase, report: Report) -> bool:
    """「…」とマスクは書いている: nothing else stands between the words and the word of saying, so it tells."""
    if report.cue is None or report.cue.sort != "say" or report.cue.passive or not phrase.able:
        return False
    first = report.stop + 1 + (line[report.stop + 1].text == "、")
    beside = phrase.first == first and phrase.last + 1 == report.cue.at and phrase.particle in {"は", "も"}
    return beside and line[phrase.last - 1].text not in speakers_lexicon().texts


def closed(line: Sequence[Unit], start: int, stop: int) -> bool:
    """True if a finite verb stands between: Xが発表した決算について is over before the words begin."""
    return any(
        (line[at].pos in _VERBS or (line[at].pos == "形容詞" and line[at - 1].text not in _OBLIQUE))
        and (
            line[at + 1].pos in {"名詞", "代名詞", "接頭辞"}
            or line[at + 1].text == "様"
            or line[at + 1].sort in {"said", "title"}
        )
        and not _of_another(line, start, at)
        and not _came_upon(line, at, stop)
        for at in range(start + 1, stop - 1)
    )


def _came_upon(line: Sequence[Unit], verb: int, stop: int) -> bool:
    """妻が倒れている男性を[見つけ、]「…」と通報した: the verb describes whom the subject found, and the subject goes on."""
    for at in range(verb + 2, min(verb + 12, stop)):
        if line[at].text in {"が", "は"} and line[at].pos == "助詞":
            return False
        if line[at].lemma in _COMES_UPON or line[at].text in _COMES_UPON:
            return any(line[k].text == "、" for k in range(at + 1, min(at + 4, stop + 1)))
    return False


_COMES_UPON = frozenset(
    ["発見", "見つける", "見付ける", "目撃", "気づく", "気付く", "保護", "救助", "助ける", "見掛ける", "見かける"]
)
_OBLIQUE = frozenset(["に", "を", "で", "と", "へ", "、"])
"""状況[に]強い懸念を示し: the adjective describes what is shown."""


def _of_another(line: Sequence[Unit], start: int, verb: int) -> bool:
    """X氏が出廷し、飲酒が罪とならなかったことについて「…」: the verb has a nearer subject, behind a clause that runs on."""
    inner = next((at for at in range(verb - 1, start, -1) if line[at].text == "が" and not _but(line[at])), None)
    if inner is None:
        return False
    # 職員が確かめたが、蕾が小さかったため「…」と答えた
    return any(
        line[at].text == "、" and (runs_on(line[at - 1]) or _but(line[at - 1])) for at in range(start + 2, inner)
    )


def _but(unit: Unit) -> bool:
    return unit.text == "が" and "接続助詞" in unit.detail


_TELLS = frozenset(
    ["言う", "問う", "聞く", "諭す", "励ます", "激励", "叱る", "怒る", "指摘", "告げる", "叱責", "褒める", "ほめる"]
)


def given(scene: Scene, line: Sequence[Unit], named: Sequence[Phrase], report: Report) -> Phrase | None:
    """Who said what others received: 「…」とのXの指摘, Xから「…」との通報があった, Xに「…」と言われた."""
    assert report.cue is not None
    if not report.said:  # 騎手からは長い距離が向くと提言があった
        return next((p for p in named if p.particle == "から" and p.rank >= KNOWN and p.last < report.stop), None)
    first, noun = report.said[0], report.cue.at
    last = noun - 1
    last -= line[last - 1].text in {"から", "より"} and line[last].text == "の"
    if last > report.stop + 1 and line[noun - 1].text == "の":
        phrase = phrase_before(scene, line, last)
        if phrase is not None and phrase.first > report.stop and phrase.rank >= KNOWN:
            return phrase
    for phrase in reversed(named):
        if phrase.particle == "から" and phrase.rank >= KNOWN and (phrase.last < first or phrase.first >= report.stop):
            return phrase
    close = first - (line[first - 1].text == "、") if first else 0
    for phrase in reversed(named):
        if phrase.particle == "に" and phrase.last + 1 == close and person_like(scene, line, phrase):
            return phrase if report.cue.passive and report.cue.lemma in _TELLS else None
    if not report.cue.passive:
        for phrase in reversed(named):
            if phrase.particle in {"では", "には"} and phrase.rank >= KNOWN and phrase.last < first:
                return phrase
    return None


_WHICH = frozenset(["最後", "最期", "最初", "当時", "今回", "現在"])


def owned(scene: Scene, line: Sequence[Unit], report: Report) -> Phrase | None:
    """通信は早見外相の「容認しない」とする[発言]を伝えた, 三曹の「合意した」との[主張]を退けた: whose words they are."""
    first = report.said[0] if report.said else 0
    if first < 2 or line[first - 1].text != "の" or line[first - 1].pos != "助詞" or report.cue is None:
        return None
    noun = next((unit for unit in line[report.stop + 1 : report.stop + 6] if unit.text in _WORDS), None)
    phrase = phrase_before(scene, line, first - 1) if noun is not None else None
    return phrase if phrase is not None and phrase.rank >= KNOWN and person_like(scene, line, phrase) else None


_WORDS = frozenset(
    ["発言", "主張", "コメント", "談話", "声明", "言葉", "訴え", "証言", "供述", "投稿", "説明", "指摘", "意見", "要求"]
)


def by_word(scene: Scene, line: Sequence[Unit], report: Report) -> Phrase | None:
    """「…」とは岩井氏の弁; X氏いわく「…」."""
    if report.type != "direct" or not report.said:
        return None
    first = report.said[0] - 1
    if first > 0 and line[first].text in {"、", ":"}:
        first -= 1
    if first > 2 and line[first].text == "は" and line[first - 1].text in ANSWERS and line[first - 2].text == "の":
        last = first - 2
        last -= 2 * (last > 2 and line[last - 1].text in _WHICH and line[last - 2].text == "の")
        return phrase_before(scene, line, last)  # X氏の答えは「…」だった, X氏の最後の言葉は「…」だった
    if first > 0 and line[first].text in {"いわく", "曰く"}:
        return phrase_before(scene, line, first)
    if report.stop + 2 < len(line) and line[report.stop].text == "と" and line[report.stop + 1].text == "は":
        phrase = phrase_after(scene, line, report.stop + 2 + (line[report.stop + 2].text == "、"))
        if phrase is None or phrase.last - phrase.first < 3:
            return None
        if (
            line[phrase.last - 1].text in {"弁", "言葉", "言", "談", "話", "見立て"}
            and line[phrase.last - 2].text == "の"
        ):
            named = phrase_of(scene, line, phrase.first, phrase.last - 2, "")
            return named if named.rank >= KNOWN else None
    return None


def modified(scene: Scene, line: Sequence[Unit], report: Report) -> Phrase | None:
    """「…」と書いた客の男性: the word of saying stands before its speaker."""
    if report.cue is None:
        return _last_word(scene, line, report) or _who_did(scene, line, report)
    return _described(scene, line, report) or _who_did(scene, line, report)


def _described(scene: Scene, line: Sequence[Unit], report: Report) -> Phrase | None:
    """Whom the word of saying describes: と語るのは、X氏だ, と反論している卸会社に."""
    if report.end >= len(line) or not _attributive(line[report.end - 1]):
        return None
    after = report.end
    if after + 1 < len(line) and line[after].text == "の" and line[after + 1].text in {"は", "が"}:
        after += 2  # と語るのは、X氏だ
        after += after < len(line) and line[after].text == "、"
        told = phrase_after(scene, line, after)
        told = told if told is not None and (told.rank >= KNOWN or told.proper) else None
        told = _named_behind(scene, line, told) if told is not None else None
        return next(
            (phrase for person in scene.of("person") for at, unit in enumerate(line)
             if scene.sentence.start + unit.start == person.start and at >= after
             and (phrase := phrase_after(scene, line, at))), told,
        )  # fmt: skip
    phrase = phrase_after(scene, line, after)
    if phrase is not None and phrase.last - phrase.first > 2 and line[phrase.last - 1].text in _WORDS:
        whose = line[phrase.last - 2].text == "の"  # 「…」と説明した北大教授の発言に対し
        phrase = phrase_of(scene, line, phrase.first, phrase.last - 2, "") if whose else phrase
    if phrase is None or phrase.rank < KNOWN:
        return None
    body = (
        phrase.last < len(line) and line[phrase.last].text in {"に", "を"} and _HOUSE.search(line[phrase.last - 1].text)
    )
    return phrase if person_like(scene, line, phrase) or (body and report.type == "direct") else None


_HOUSE = regex("(?:社|業者|店|協会|団体|組合|党|側|委員会|メーカー|企業|銀行|病院)$")
"""「問題ない」と反論している[卸会社]に説明を求めた."""


def _named_behind(scene: Scene, line: Sequence[Unit], told: Phrase) -> Phrase:
    """と語るのは青葉大学の経済学者、[ノ・ヒョンジュ]だ: the name that an office leads up to, where the sentence ends in it."""
    if told.last >= len(line) or line[told.last].text != "、" or not person_like(scene, line, told):
        return told
    first, folded = told.last + 1, scene.sentence.folded
    kana = _KANA_NAME.match(folded, line[told.last].end)
    last = next((at for at in range(first, len(line)) if kana and line[at].end == kana.end()), None)
    if last is not None:
        name: Phrase | None = Phrase(first, last + 1, "", KNOWN, None, True, True)
    else:
        name = phrase_after(scene, line, first)
    if name is None or not name.proper or (name.last < len(line) and line[name.last].text not in _CLOSES):
        return told
    return name


_CLOSES = frozenset(["だ", "です", "で", "である", "。", "だっ"])
_KANA_NAME = regex(r"[ァ-ヴー]{1,12}(?:[・=][ァ-ヴー]{2,12}){1,3}")


def _attributive(last: Unit) -> bool:
    """True if the noun behind may be described: と語った首相, と話す店主; not 「…」として首相を, と述べ首相は."""
    return last.text in {"た", "だ"} or (last.pos != "助詞" and (last.pos not in _VERBS or last.text == last.lemma))


_VERBS = frozenset(["動詞", "助動詞"])


def _last_word(scene: Scene, line: Sequence[Unit], report: Report) -> Phrase | None:
    """「…」と岩井氏。 the verb is left out."""
    if report.type != "direct" or report.stop >= len(line) or line[report.stop].text not in {"と", "って"}:
        return None
    phrase = phrase_after(scene, line, report.stop + 1)
    ends = {"。", "、", "は", "が"}  # と岩井氏は天を仰ぐ
    if phrase is None or phrase.rank < KNOWN or (phrase.last < len(line) and line[phrase.last].text not in ends):
        return None
    return phrase


def _who_did(scene: Scene, line: Sequence[Unit], report: Report) -> Phrase | None:
    """警察は「金を出せ」と店員を脅した[男]を追っている, 「国産牛」とうたって輸入肉を売っていた[会社]: whom a clause of deeds describes."""
    if report.type != "direct" or report.stop >= len(line) or line[report.stop].text != "と":
        return None
    for at in range(report.stop + 2, min(report.stop + _DEED, len(line) - 1)):
        unit = line[at]
        if unit.text in {"、", "。", "は", "も", "が"} or unit.sort == "said":
            return None
        if unit.pos in _VERBS and line[at + 1].pos not in {"助詞", *_VERBS} and _attributive(unit):
            cue = report.cue.lemma if report.cue is not None and report.cue.at <= at else unit.lemma
            if cue not in _PRETENDS and not any(u.lemma in _PRETENDS for u in line[report.stop + 1 : at + 1]):
                return None  # 校長は「…」と話して教員を守った町長に; 監督は「…」と選手を称えた
            last = next((end for end in range(at + 1, len(line)) if line[end].text in _OBLIQUELY), 0)
            phrase = phrase_of(scene, line, at + 1, last, "") if at + 1 < last <= at + _DEED else None
            whole = (
                phrase is not None
                and phrase_after(scene, line, at + 1) is not None
                and (phrase.rank >= KNOWN or phrase.proper)
            )
            return phrase if whole and all(u.pos in _NOMINAL for u in line[at + 1 : last]) else None
    return None


_NOMINAL = frozenset({"名詞", "形状詞", "接尾辞", "接頭辞", "代名詞"})
_PRETENDS = frozenset(["うたう", "謳う", "偽る", "称する", "脅す", "宣伝", "勧誘", "持ちかける"])
_DEED = 16
_OBLIQUELY = frozenset(["に", "を", "の", "から", "へ"])
_CHARGE = regex("逮捕|(?<!不)起訴|書類送検|告発|提訴|摘発|検挙")


def charged(scene: Scene, line: Sequence[Unit], report: Report) -> Phrase | None:
    """「…」と脅したとして、…の男が捕まった: the suspect stands behind."""
    behind = scene.sentence.folded[line[report.stop].start :] if report.stop < len(line) else ""
    if report.type != "direct" or not re.search(r"として", behind) or not _CHARGE.search(behind):
        return None
    if report.cue is not None and report.cue.sort == "hold":
        return None  # 地検は「証拠がない」として、男を不起訴とした
    for at in range(report.end, len(line)):
        phrase = phrase_before(scene, line, at) if line[at].text in {"を", "が", "は"} else None
        if phrase and phrase.first >= report.stop and phrase.rank >= KNOWN and person_like(scene, line, phrase):
            return phrase
    return None


def looking_into(named: Sequence[Phrase], report: Report) -> Phrase | None:
    """…とみて、北署で調べている: the body that looks into it."""
    if report.cue is None or report.cue.lemma not in {"みる", "見る"}:
        return None
    behind = [p for p in named if p.first >= report.end and p.rank >= KNOWN]
    return next((p for p in behind if p.particle == "で" or (p.particle == "が" and p.first == report.end)), None)


_ASKS = frozenset([
    "問いただす", "問い質す", "問い詰める", "問う", "尋ねる", "たずねる", "聞く", "質問", "取材", "追及", "ただす", "質す", "インタビュー",
    "聞き取り", "聴取", "照会", "問い合わせる", "電話", "見せる", "確認",
])  # fmt: skip


_THEN = frozenset(["ところ", "時", "とき", "際", "結果", "と", "場合"])
"""同社に取材した[ところ]: the answer follows."""


def asked(line: Sequence[Unit], named: Sequence[Phrase], report: Report, before: int) -> Phrase | None:
    """長男を問いただした時「…」, 同社に取材したところ、「…」: the one who was asked answers."""
    first = report.said[0] if report.said else report.stop
    for phrase in reversed(named):
        if phrase.last >= first or phrase.first < before:
            continue
        if phrase.particle in {"は", "が", "も"}:
            return None
        verb = phrase.last + 1
        if phrase.particle in {"から", "へ", "に"} and phrase.rank >= KNOWN and heard_out(line, verb):
            return phrase
        if phrase.particle in {"を", "に", "へ"} and phrase.rank >= KNOWN and line[verb].lemma in _ASKS:
            behind = {unit.text for unit in line[verb + 1 : min(verb + 6, first)]}
            return phrase if behind & _THEN and not behind & {"れ", "られ"} else None  # 記者に問われ「…」
    return None
