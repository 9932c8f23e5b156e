"""Words are reported, and the article neither names nor describes who said them.

## What it checks
`「…」との声もある`, `…との指摘も出ている`, `「…」と言われている`, `…と囁かれている` where nobody stands behind the words: no
person, no group (市場関係者からは, アナリストの間では), no place of saying. 期待 is no utterance. An unnamed but described
speaker is A202, a note.

## Why it matters
The words may be anybody's, also the writer's own.

## How to mend
Say whose words they are, at least which group's; or leave them out.

## What it needs
The article's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jijitsu.extract.checking import Check, Desk, Dossier, Fault, Place
from jijitsu.extract.places import short
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene

_NOUN = r"(?P<noun>声|指摘|見方|意見|批判|不満|異論|反論|疑問の声|憶測|噂|うわさ|悲鳴|嘆き|苦情|非難|評|陰口)"
_KIND = (
    r"(?:(?:厳しい|冷ややかな|切実な|悲痛な|否定的な|肯定的な|慎重な|懐疑的な|辛辣な|"
    r"不安の|懸念の|批判の|不満の|戸惑いの|怒りの|反対の|賛成の|嘆きの|懸念する|危惧する|不安視する|疑問視する|批判する)、?)?"
)
_IS = (
    r"(?:ある|あり|あった|あっ|出て|出た|出始|上が|挙が|あが|聞か|聞こえ|相次|多い|多く|多かっ|少なくな|根強|目立|漏れ|もれ|広が|寄せ"
    r"|飛び|飛ん|くすぶ|絶え|後を絶|殺到|強い|強ま|強く|浮上|噴出|高ま|渦巻|見られ|みられ|交錯|も出|流れ|届い|届く|響|集ま)"
)
_SAID = regex(
    rf"(?P<close>」|』)?(?:など|といった)?と(?:の|いう|いった|する|言う){_KIND}{_NOUN}"
    rf"(?:(?:も|が|は|すら|さえ)(?:[^、。「」]{{0,8}}?)?{_IS}|(?:も|が)?(?:、|。|$))"
)
_WHISPERED = regex(
    r"(?P<close>」|』)?(?:など)?と(?:も|さえ)?(?:(?P<said>言|い|指摘さ|批判さ|評さ|揶揄さ)(?:わ)?|囁か|ささやか|噂さ|うわささ|うわさ)れ"
    r"(?:て(?:い|お|き)|る|た|ます|ました)"
)
_SUCH = regex(
    rf"(?:そんな|こんな|こうした|そうした|このような|そのような){_KIND}{_NOUN}(?:も|が|は)[^、。「」]{{0,8}}?{_IS}"
)
"""「客が半分になった」。そんな声が後を絶たない: the words stand in the sentence before."""
_BEHIND = regex(
    r"(?P<who>[^、。「」『』\s]{1,20}?|[」』])(?:から(?:は|も)?|の間(?:で(?:は|も)?|に(?:は|も)?)|より|によ(?:ると|れば|りますと|って)|"
    r"では|でも|内で|側で|筋で|界で|には|にも|サイドから)(?=[、「『]|[^、。]{0,60}$)"
)
_NOBODY = regex(
    r"(?:一部|いま|今|現在|最近|近ごろ|近年|これ|それ|ここ|前|後|以降|時点|なか|中|一方|年|月|日|期|上|下|段階|局面|状況|ところ"
    r"|こと|もの|ほど|だけ|[%倍円台人件割])$"
)
"""Words before では and から that stand for nobody."""
_TOPIC = regex(
    r"(?:氏|さん|社長|会長|教授|関係者|筋|担当者|アナリスト|専門家|住民|同社|同氏|各社|業界|市場)(?:は|が|も)"
)
_ACCORDING = regex(r"によ(?:ると|れば|りますと)|の話として|の話では|の調べ")
_RELAYED = regex(
    r"と(?:[^、。]{1,20}(?:は|が|も))?(?:伝え|報じ|述べ|話し|話す|語|指摘し|指摘する|説明|批判し|分析|明か|みる|見る|打ち明け)"
)
"""The sentence goes on with somebody's words: …との声もあると東西新聞が伝えた."""
_FAR = 160
"""How far before its 」 the words may begin, in code points."""


def find(desk: Desk) -> Iterator[Fault]:
    """Yield the words that nobody says."""
    for dossier in desk.dossiers:
        before: Scene | None = None
        for scene in dossier.story.scenes if dossier.story else ():
            if scene.sentence.role not in {"furniture", "headline"}:
                yield from _in_scene(dossier, scene)
                if before is not None:
                    yield from _such(dossier, before, scene)
            before = scene


def _in_scene(dossier: Dossier, scene: Scene) -> Iterator[Fault]:
    folded, base = scene.sentence.folded, scene.sentence.start
    for pattern in (_SAID, _WHISPERED):
        for match in pattern.finditer(folded):
            words = _words(scene, match)
            if words is None or _quoted(scene, base + match.start() + 1):
                continue
            start, end = words
            if _sourced(folded, start, match.start()) or _spoken(dossier, base + start, base + end):
                continue
            said = short(scene.sentence.text[start:end], 24)
            yield Fault(
                place=Place(dossier.path, base + start, base + match.end() if match["close"] is None else base + end),
                message=_message(said),
            )


def _such(dossier: Dossier, before: Scene, scene: Scene) -> Iterator[Fault]:
    """The quotation that a sentence behind it says nobody said."""
    from jijitsu.extract.linking.sentence.wording import strength

    such, said = _SUCH.search(scene.sentence.folded), before.sentence.folded.strip("。 ")
    if such is None or not (said.startswith("「") and said.endswith("」") and said.count("「") == 1):
        return
    start = before.sentence.start + before.sentence.folded.index("「") + 1
    end = before.sentence.start + before.sentence.folded.rindex("」")
    if strength(said[1:-1]) == "weak" or _sourced(scene.sentence.folded, such.start(), such.start()):
        return
    if not _spoken(dossier, start, end):
        words = short(before.sentence.text[start - before.sentence.start : end - before.sentence.start], 24)
        yield Fault(place=Place(dossier.path, start, end), message=_message(words))


def _message(said: str) -> tuple[str, str]:
    return f"「{said}」は誰の言葉か書かれていません", f"nobody is named or described as saying 「{said}」"


def _words(scene: Scene, match: re.Match[str]) -> tuple[int, int] | None:
    """Where the words stand in the sentence; None if they are a term, or not there."""
    from jijitsu.extract.linking.sentence.wording import strength

    folded = scene.sentence.folded
    at = match.start()
    if match["close"]:
        opening = folded.rfind("「" if match["close"] == "」" else "『", max(0, at - _FAR), at)
        least = {"weak"} if match.re is _SAID else {"weak", "clause"}  # 「声なき大衆の歌声」と評された: a name
        if opening < 0 or strength(folded[opening + 1 : at]) in least:
            return None
        return opening + 1, at
    if match.re is _WHISPERED and match["said"]:
        return None  # …と言われている without brackets: what everybody says of it
    start = max(folded.rfind(sign, 0, at) for sign in "、。」") + 1
    if at - start < 6:
        start = max(folded.rfind(sign, 0, max(0, start - 1)) for sign in "、。」") + 1
    return (start, at) if at - start >= 4 and strength(folded[start:at]) != "weak" else None


def _quoted(scene: Scene, place: int) -> bool:
    return any(said.start <= place < said.end for said in scene.of("utterance"))


def _sourced(folded: str, start: int, stop: int) -> bool:
    """True if somebody stands behind the words: before them, between them and their verb, or behind it all."""
    if _RELAYED.search(folded, stop) or _ACCORDING.search(folded):
        return True
    before = folded[max(0, start - 80) : start].rstrip("「『")
    if any(not _NOBODY.search(match["who"]) for match in _BEHIND.finditer(before)):
        return True
    inner = re.match(r"[^、]{2,20}?(?:から(?:は|も)|の間で(?:は|も)?|では|によると|によれば)", folded[start:stop])
    if (
        inner
        and folded[start - 1 : start] not in {"「", "『"}
        and not _NOBODY.search(inner.group().rstrip("ではからも"))
    ):
        return True
    return _TOPIC.search(before) is not None


def _spoken(dossier: Dossier, start: int, end: int) -> bool:
    """True if the extraction found whose words they are."""
    return any(speech.start < end and start < speech.end for speech in dossier.speeches or ())


CHECK = Check(
    code="A201",
    severity="warning",
    find=find,
    title=("誰の発言か分からない", "an utterance whose speaker the article never names or describes"),
    needs="text",
    fires=[
        "「もう限界だ」との声も。",
        "「人が面接にすら来ない」との声もある。",
        "株価は高く、割高感は否めないとの指摘もある。",
        "「これは最後のカードである」と言われている。",
        "合併が近いと囁かれている。",
        "「客が半分になった」。そんな声が後を絶たない。",
        "「店をたたむしかない」という切実な声も出ています。",
    ],
    silent=[
        "市場関係者からは「もう限界だ」との声もある。",
        "アナリストの間では割高感は否めないとの指摘もある。",
        "山野氏は「もう限界だ」と話した。",
        "「客が半分になった」。商店街の店主たちからはそんな声も上がる。",
        "「失われた30年」と言われている。",
        "回復が続くとの期待もある。",
        "審理が左右されるとの指摘が出ていると東西新聞が伝えた。",
        "時事新聞の関係者の話として伝えたところによれば、決着に時間を要するとの見方もある。",
        "景気は底を打ったとの見方から買われた。",
    ],
)
