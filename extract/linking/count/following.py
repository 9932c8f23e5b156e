"""Counts that go on about what their own sentence spoke of: 2年前より2100万人増えた, 列車が止まり、800人に影響が出た."""

from __future__ import annotations

from jijitsu.extract.linking.count.reach import ACTS, AUTHORITY, FIRM, Owners, tells, unit_of
from jijitsu.extract.linking.count.sight import Sight
from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.linking.subject.nouns import is_attribute, is_nobody
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject


def than_before(sight: Sight) -> Owners:
    """通えない子どもが2億人に上り、2年前より2100万人増えた: of those who were just counted."""
    if sight.value.mention.type != "count" or not sight.at or not sight.course.direction:
        return ()
    same = unit_of(sight.reading.values[sight.at - 1]) == unit_of(sight.value)
    return sight.last() if same and _THAN.search(sight.folded, 0, sight.value.start) else ()


def grew_to(sight: Sight) -> Owners:
    """外国人旅行者が増え、昨年は310万人に上った: of those who grew more or fewer in the clause before."""
    value, folded = sight.value, sight.folded
    if value.mention.type != "count" or not _COMES_TO.match(folded, value.tail):
        return ()
    grown = (n for n in reversed(sight.before) if n.particle in {"が", "も"})
    last = next(grown, None)
    if last is None or last.type in FIRM or _GREW.fullmatch(folded, last.behind, value.start) is None:
        return ()
    if any(n.start > last.start and n.particle[:1] == "は" for n in sight.before):
        return ()  # 感染が広がり、患者は120人に達した
    return sight.owner(last)


_COMES_TO = regex(
    r"(?:余り|以上|近く|ほど|前後|弱|強|超)?(?:に(?:まで)?(?:[上のぼ達及迫増減膨]|とどま|なっ|な[るり])|を(?:[^、。はが]{0,4})?(?:超え|上回|突破|下回|割)|とな|(?:だった|です|でした|だ|である)?。)"
)
_GREW = regex(
    r"(?:[^、。はがを0-9]{0,8})?(?:増え|減り|伸び|広がり|膨らみ|相次ぎ|続出し|(?:急増|増加|減少|急減|激増|激減|拡大|倍増|流入|多発)し|著しく)(?:続け)?(?:て(?:おり|いて|い)?|ており)?、"
    r"(?:[^、。はがも]{0,16}[はにでも]、?)?(?:[^、。はがも]{0,10}(?:の|で))?(?:約|およそ|計|既に|すでに|合わせて)*"
)


def those_again(sight: Sight) -> Owners:
    """客6人が閉じ込められた。作業員2人が来て、6人を助け出した: those who were so many before, not who came to them."""
    value, folded = sight.value, sight.folded
    if unit_of(value) != "人" or value.amount.amount < _PAIR or not _SAVED.match(folded, value.tail):
        return ()
    last = sight.before[-1] if sight.before else None
    if last is not None and last.thing and folded[last.end : value.start] in {"", "の", "ら", "など"}:
        return ()
    written = folded[value.start : value.end]
    for scene, _ in reversed(sight.reading.discourse.before[-_LATELY:]):
        at = scene.sentence.folded.find(written)
        glued = (p for p in phrases(scene.sentence.text) if p.start < at and p.end in {at, at + len(written)})
        who = next((scene.sentence.text[p.start : at] for p in glued), "")
        if who and not AUTHORITY.search(who) and not is_nobody(who):
            return (Subject(who, who, None, "group"),)
    return ()


_PAIR = 2
_LATELY = 3
_SAVED = regex(
    r"(?:とも|全員)?(?:を(?:[^、。はがを0-9]{0,10})?(?:救助|救出|発見|助け|保護|収容|搬送|逮捕|釈放|解放|引き[揚上]げ|見つけ)|に(?:は)?(?:けが|怪我|ケガ|外傷|異常|別条)"
    r"|の(?:命|容体|体調|安否|健康|意識))"
)


def often(sight: Sight) -> Owners:
    """裁判は、3度にわたって市長が視察したのは違法だとし: who did so, told behind how often."""
    value, folded = sight.value, sight.folded
    if value.amount.unit not in {"回", "度"} or value.mention.type != "count" or value.amount.amount not in _TIMES:
        return ()
    times = _SO_OFTEN.match(folded, value.tail)
    if times is None or any(
        n.particle in {"は", "が"} and "、" not in folded[n.behind : value.start] for n in sight.before
    ):
        return ()  # 会議は年2回、東京で
    acting = (n for n in sight.nouns if n.start >= times.end() and n.particle in {"が", "も"})
    doer = next(acting, None)
    if doer is None or is_attribute(doer) or _APART.search(folded, times.end(), doer.start):
        return ()
    return sight.owner(doer)


_SO_OFTEN = regex(r"(?:以上|ほど|余り)?(?:(?:に(?:わた|亘|渡)(?:って|り))?、|に(?:わた|亘|渡)(?:って|り))")
_TIMES = frozenset(range(2, 21))
_APART = regex(r"[、。「」を]|.{25}")
_THAN = regex(r"、(?:[^、。はがも]{1,16}(?:より(?:も)?|に比べて?|と比べて?)|[^、。はがも]{1,16}から)、?(?:約|およそ)?$")


def so_many_of_them(sight: Sight) -> Owners:
    """412件の被害が確認され、修復を終えたのは3割だ: a share of those that were just counted."""
    if sight.value.mention.type != "percent" or not sight.at:
        return ()
    before = sight.reading.values[sight.at - 1]
    if before.mention.type != "count" or not _CLEFT.search(sight.folded, before.tail, sight.value.start):
        return ()
    return sight.counted.get(unit_of(before), ())


_CLEFT = regex(r"(?:[^一-鿿ァ-ヺ][ただ]|る|ない)のは、?(?:このうち|その)?(?:約|およそ|わずか)?$")


def late(sight: Sight) -> Owners:
    """この影響で40便以上に遅れが出た: the flights themselves, where the sentence names nothing that goes."""
    unit = sight.value.amount.unit
    if unit != "便" or not _LATE.match(sight.folded, sight.value.tail):
        return ()
    because = _BECAUSE.search(sight.folded, max(0, sight.value.start - 24), sight.value.start)
    return (Subject(unit, unit, None, "other"),) if because is not None else ()


_LATE = regex(r"(?:余り|以上|ほど|近く)?(?:に|が|で)[^、。はが]{0,12}(?:遅れ|欠航|運休|影響)")
_BECAUSE = regex(r"(?:^|[、。])(?:この|その)(?:影響|事故|トラブル|ため)で?、?(?:計|合わせて|約|およそ|少なくとも)*$")


def affected(sight: Sight) -> Owners:
    """民間機42便が欠航し、約5800人に影響が出た: of what went wrong in its sentence, not of whoever was counted before."""
    if unit_of(sight.value) != "人":
        return ()
    if not _AFFECTED.match(sight.folded, sight.value.tail):
        return _suffered(sight)
    begun = {value.start for value in sight.reading.values}
    if sight.before and sight.before[-1].end == sight.value.start:
        return ()  # 乗客800人に影響した
    going = [n for n in sight.before if not tells(n) and (n.particle in {"は", "が"} or n.end in begun)]
    return (sight.subject(going[-1]),) if going else ()


_AFFECTED = regex(r"(?:余り|以上|ほど)?(?:の足)?に(?:も)?(?:[^、。0-9]{0,4})影響")


def _suffered(sight: Sight) -> Owners:
    """80万人が黄砂の影響を受けている: what they suffer from, where nobody tells who they are."""
    found = _SUFFER.match(sight.folded, sight.value.tail)
    if found is None or (sight.before and sight.before[-1].end == sight.value.start):
        return ()
    if sight.there() or any(n.particle in {"は", "も"} and not tells(n) for n in sight.before):
        return ()  # スーダンで2100万人が食料不足に陥った
    written = sight.reading.scene.sentence.text[slice(*found.span("whole"))]
    return (Subject(written, found["what"], None, "other"),)


_SUFFER = regex(
    r"(?:余り|以上|ほど|近く|超)?が、?(?:今も|なお|いまだに|現在も|新たに|直接)?(?P<whole>(?!被害)(?P<what>[^、。はがを0-9]{1,16}?)(?:の(?:影響|被害)|(?<=被害)|(?<=不足)|(?<=危機)|(?<=貧困)|(?<=後遺症)))"
    r"(?:を(?:受け|被|こうむ)|に(?:遭|あっ|苦し|悩|見舞|直面|さらさ|陥))"
)


def rest(sight: Sight) -> Owners:
    """うち3人, 残りの2人; 6人が流されて1人が: of what was counted before."""
    value, folded = sight.value, sight.folded
    if sight.at and value.mention.type in {"percent", "multiple"}:
        whole = sight.reading.values[sight.at - 1]
        if whole.mention.type == "count" and _OF_WHOLE.fullmatch(folded, whole.tail, value.start):
            return sight.counted.get(unit_of(whole), ())
    if value.mention.type == "percent" and value.start <= 1 and folded[value.tail : value.tail + 1] in ACTS:
        return sight.counted.get("", ())  # 相談は2300件に上る。7割は住宅に関するものだ
    again = not (sight.hurt and sight.befallen()) and folded[value.tail : value.tail + 1] in ACTS and any(
        v.amount.unit == value.amount.unit and v.mention.type == "count"
        and folded[v.tail : v.tail + 1] in ACTS | {"の"} for v in sight.reading.values[: sight.at]
    )  # fmt: skip
    earlier = any(unit_of(v) == unit_of(value) for v in sight.reading.values[: sight.at])
    again = again or (sight.hurt and earlier and folded.startswith("を", value.tail) and not sight.befallen())
    if sight.hurt and earlier and _DEAD.search(folded, max(0, value.start - 14), value.start) and not sight.befallen():
        return sight.casualties()  # 生徒3人が死亡、7人が負傷した
    left = unit_of(value) == "人" and folded.endswith("残る", 0, value.start)  # 残る17人の捜索を続ける
    if again or left or _REST.search(folded, max(0, value.start - 6), value.start):
        return sight.last()
    return ()


_REST = regex(r"(?:うち(?:の)?|の内|残り(?:の)?|ほか(?:に|の)?|他(?:に|の)?|別の|もう|同じ)(?:、|約)?$")
_OF_WHOLE = regex(r"の(?:うち)?(?:約|およそ|ほぼ|実に)?")
_DEAD = regex(r"死亡(?:し(?:、|て、?)|、)(?:ほか、?)?(?:約|少なくとも|別の)*$")
