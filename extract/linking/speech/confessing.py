"""The suspect as who confesses: 同署によると、「生活費に使った」と容疑を認めている is the man's, not the police's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jijitsu.extract.linking.sentence.units import Unit
from jijitsu.extract.linking.speech.attributing import Voice
from jijitsu.extract.linking.speech.investigating import POLICE
from jijitsu.extract.linking.speech.people import People
from jijitsu.extract.linking.speech.report import Report
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene


def confessing(scene: Scene, line: Sequence[Unit], report: Report, voice: Voice | None, known: People) -> Voice | None:
    """Who was arrested, of words that only a suspect says, where nobody or the police would have them.

    `voice`: who is named in the sentence, or had the word before. Looks back 800 code points.
    """
    if report.type != "direct" or not report.said or (voice is not None and not POLICE.search(voice.text)):
        return None
    base, folded = scene.sentence.start, scene.sentence.folded
    first = line[report.said[0]].start
    if folded[:first].endswith(("署は", "警は", "署は、", "警は、", "地検は")):
        return None  # 北浜署は「問題ない」と関与を否定した
    asked = _ASKED.search(folded, max(0, first - 24), first) is not None
    behind = folded[line[report.stop].start :] if report.stop < len(line) else ""
    deed = _DEED.match(behind) is not None and _HELD_TO.search(behind) is not None
    if not deed and not _OWNS_UP.match(behind) and not (asked and _ANSWERS.match(behind)):
        return None
    found = last_arrested(known.text, max(0, base - _BACK), base + first)
    if found is None:
        return None
    who = found["who"]
    if accused := _ACCUSED.fullmatch(who):
        person = known.named(accused["name"])
        return Voice.of_person(person, accused["name"], None) if person is not None else None
    return Voice(who, who)


def last_arrested(text: str, start: int, stop: int) -> re.Match[str] | None:
    """妻を殴ったとして会社員の[夫]を逮捕した: whom the arrest stands next to, and not who suffered."""
    found = None
    for match in ARRESTED.finditer(text, start, stop):
        found = match
    while found is not None and (nearer := ARRESTED.search(text, found.end("who") + 1, found.end())) is not None:
        found = nearer
    return found


_BACK = 800
_ASKED = regex(r"(?:調べ|取り調べ|聞き取り|調査|事情聴取|聴取)に(?:対し(?:て)?)?(?:は)?、?(?:いずれも)?$")
_OWNS_UP = regex(
    r"(?:など)?と(?:も)?(?:し|話し|述べ|言い|説明し|供述し)?(?:て|、)?(?:、)?"
    r"[^。「」は]{0,12}?(?:(?:容疑|起訴内容|罪状|事実関係|犯行|関与|着服|横領|不正)(?:の一部)?を(?:大筋で|一部|おおむね|全面的に)?(?:認め|否認|否定)"
    r"|(?:[一-鿿]{2,8}について[はも])(?:大筋で|一部|おおむね)?(?:認め|否認|否定)"
    r"|供述)(?!し、?[一-鿿]{1,8}[署警])"
)
_DEED = regex(
    r"(?:など)?と(?:[^、。「」は]{0,16}?(?:うそ|嘘|電話|メール|メッセージ|勧誘|脅|偽|かた[りっ]|だま|持ちかけ|声をかけ|言い寄|迫))"
)
_HELD_TO = regex(r"疑い|容疑|とされ|という(?:。|こと)|とみられ|としている")
"""うそを言い、現金をだまし取った[疑い]: what a suspect is held to have done."""
_ANSWERS = regex(r"(?:など)?と(?:話し|述べ|答え|説明し|否定し|釈明し|弁明し)")
# 会社員の男(47)を逮捕した, 会社員の男が逮捕された, 山野太郎容疑者(33)=青森市=を詐欺容疑で逮捕した
ARRESTED = regex(
    r"(?P<who>(?:(?<![一-鿿ァ-ヺー])[一-鿿ァ-ヺー]{1,10}の)?(?<![一-鿿ァ-ヺー々])(?:[0-9]{1,2}(?:歳|代)の?)?(?<![0-9])[一-鿿ァ-ヺー々]{0,12}"
    r"(?:男性?|女性?|[父母][親]?|[夫妻兄弟姉妹]|実[父母兄弟姉妹]|[長次三]男|[長次三]女|息子|娘|孫|少年|少女|職員|社員|会社員|役員|店員|教諭|巡査|巡査長|警部補?|容疑者|被告))"
    r"(?:\([^()]{1,16}\))?(?:=[^=。]{1,30}=)?(?:ら[0-9]{0,2}人?)?"
    r"(?:を[^。]{0,60}?(?:逮捕|書類送検|追送検|起訴|摘発|送検)|[がは][^。]{0,40}?(?:逮捕|書類送検|追送検|起訴|摘発|送検)さ?れ)"
)
_ACCUSED = regex(r"(?:.{0,60}の)?(?P<name>[^の]{2,12})(?:容疑者|被告)")
