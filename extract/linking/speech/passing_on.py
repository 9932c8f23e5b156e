"""Whose words a paper prints: 同紙は外相の談話を紹介し、「…」と述べている.

`printed` returns who is named with の before a word of theirs that a paper, a channel or a site passes on, if the words in 「」 stand
right behind. It leaves whoever passes on words of others to speak of them: 社長は顧客の声を紹介し、「改善を急ぐ」と述べた.
"""

from __future__ import annotations

from collections.abc import Sequence

from jijitsu.extract.linking.sentence.units import Unit
from jijitsu.extract.linking.speech.cues import lexicon
from jijitsu.extract.linking.speech.report import Report
from jijitsu.extract.linking.speech.speakers import Phrase, phrase_before
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene

_PRINTS = frozenset(
    ["紹介", "掲載", "引用", "放送", "伝える", "載せる", "報じる", "報道", "取り上げる", "配信", "流す", "転載", "公開"]
)
_PAPER = regex(
    r"(?:新聞|[^用色表白台手][紙誌]|(?<![当事薬医支部開総税])局|通信|放送|テレビ|ラジオ|ニュース|タイムズ|ポスト|メディア|番組|サイト|雑誌|週刊)"
    r"(?:社|版|電子版)?(?:「[^「」]{1,24}」)?は、?$"
)
"""英紙「デイリー」[は]."""
_WHEN = ("後", "前", "時", "中", "日", "最後")


def printed(scene: Scene, line: Sequence[Unit], report: Report) -> Phrase | None:
    """Who is quoted by a paper that prints words of theirs, right before the words in brackets."""
    if report.type != "direct" or not report.said:
        return None
    at = report.said[0] - 1
    if at < 5 or line[at].text != "、":
        return None
    deed = next((k for k in range(at - 1, max(2, at - 5), -1) if line[k].text == "を"), 0)
    passes_on = deed and any(unit.lemma in _PRINTS or unit.text in _PRINTS for unit in line[deed + 1 : at])
    known = lexicon()
    if (
        not passes_on
        or line[deed - 1].text not in known.nouns | known.utterances | _WORDS
        or line[deed - 2].text != "の"
    ):
        return None
    last = _before_occasion(line, deed - 2)
    phrase = phrase_before(scene, line, last)
    if phrase is None or phrase.first == 0:
        return None
    return phrase if _PAPER.search(scene.sentence.folded, 0, line[phrase.first - 1].end) else None


_WORDS = frozenset(["インタビュー", "見立て", "証言", "手記", "ブログ", "ツイッター", "SNS"])


def _before_occasion(line: Sequence[Unit], last: int) -> int:
    """早見監督の[試合後の]談話: when it was said is no part of who said it."""
    if not line[last - 1].text.endswith(_WHEN):
        return last
    return next((at for at in range(last - 1, max(1, last - 5), -1) if line[at].text == "の"), last)
