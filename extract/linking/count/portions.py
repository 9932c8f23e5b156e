"""Whose a share is by a form of its own: of those of whom a part is told, of those of an age."""

from __future__ import annotations

from jijitsu.extract.linking.count.reach import Owners, described_by, tells
from jijitsu.extract.linking.count.sight import Sight
from jijitsu.extract.linking.subject.nouns import Noun, is_attribute
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject


def of_its_form(sight: Sight) -> Owners:
    """Whose it is by what stands right around it."""
    return (
        limited(sight)
        or kept(sight)
        or in_its_bracket(sight)
        or placed_behind(sight)
        or amounting(sight)
        or of_those(sight)
    )


def limited(sight: Sight) -> Owners:
    """経理に限ると53%, 20代に絞れば6割: of that part alone."""
    if "に限" not in sight.folded and "に絞" not in sight.folded:
        return ()
    found = _LIMITED.search(sight.folded, 0, sight.value.start)
    if found is None:
        return ()
    who = sight.reading.scene.sentence.text[slice(*found.span("who"))]
    return (Subject(who, who, None, "group"),)


_LIMITED = regex(
    r"(?:^|(?<=[、。「はがも]))(?P<who>(?:[0-9]{1,2}代|[一-鿿ァ-ヺーA-Z])[^、。はがもを0-9]{0,14})に(?:限ると|限れば|限っては|限っても|絞ると|絞れば)[は、]{0,2}(?:約)?$"
)


def kept(sight: Sight) -> Owners:
    """残り20%は創業家が保有する, 株式の51%を県が持つ: of who keeps the part that is its topic or object."""
    value = sight.value
    found = _KEPT.match(sight.folded, value.tail) if value.mention.type in {"percent", "count"} else None
    who = next((n for n in sight.nouns if found is not None and n.end == found.end("who")), None)
    return sight.owner(who) if who is not None and not is_attribute(who) else ()


_KEPT = regex(
    r"(?:の株式?|分)?(?:は|を)、?(?P<who>[^、。はがを0-9]{2,20})が(?:[^、。はがを0-9]{0,8}、?)(?:保有|所有|持[つちっ]|握[るりっ]|出資)(?![^、。]{0,8}[株比率])"
)


def in_its_bracket(sight: Sight) -> Owners:
    """早見氏(得票率48%)、森田氏(同31%): whom the bracket is said of, whatever 同 stands for."""
    value, folded = sight.value, sight.folded
    if not folded.endswith("(同", 0, value.start):
        return ()
    described = described_by(sight.nouns, value.start, folded)
    return sight.owner(described) if described is not None and not is_attribute(described) else ()


def of_those(sight: Sight) -> Owners:
    """視聴者から意見が寄せられ、6割が反対だった: of those who came together in the clause before, if nobody counted them."""
    value, folded = sight.value, sight.folded
    if value.mention.type != "percent" or not folded.startswith(("が", "は"), value.tail):
        return ()
    if not _THEN.search(folded, max(0, value.start - 8), value.start):
        return ()
    came = [n for n in sight.before if n.particle in {"が", "も"} and _CAME.fullmatch(folded, n.behind, value.start)]
    return sight.owner(came[-1]) if came else ()


_THEN = regex(r"[りしれいみき]、(?:この|その)?(?:うち)?(?:約|およそ)?$")
_CAME = regex(
    r"[^、。はがも0-9]{0,16}(?:寄せられ|集まり|参加し|回答し|応募し|訪れ|出席し|来場し|届き|加わり|押し寄せ|乗り込み|詰めかけ|登録し)(?:ており|て)?、[^、。はが]{0,6}"
)


def amounting(sight: Sight) -> Owners:
    """全体の3割にあたる期日前投票分: what amounts to so much of all."""
    value, folded = sight.value, sight.folded
    if value.mention.type != "percent" or not _OF_ALL.search(folded, max(0, value.start - 8), value.start):
        return ()
    found = _AMOUNTING.match(folded, value.tail)
    what = next((n for n in sight.nouns if found and n.start == found.end()), None)
    return sight.owner(what) if what is not None and not tells(what) else ()


_OF_ALL = regex(r"(?:^|[、。「はがも])(?:全体|総数|全部)の(?:約|およそ|ほぼ)?$")
_AMOUNTING = regex(r"(?:以上|弱|強|余り)?に(?:あ|当)たる|(?:以上|弱|強|余り)?に相当する|(?:以上|弱|強|余り)?を占める")


def placed_behind(sight: Sight) -> Owners:
    """最も多かったのは34%で「収入」だった, 1位は45人で海鳴高校: who holds the place, said behind the figure."""
    value, folded = sight.value, sight.folded
    if not _PLACE.search(folded, max(0, value.start - 12), value.start):
        return ()
    found = _HOLDS.match(folded, value.tail)
    if found is None:
        return ()
    if found["answer"]:
        written = sight.reading.scene.sentence.text[slice(*found.span("answer"))]
        return (Subject(written, written, None, "other"),)
    start, end = found.span("who")
    who = next((n for n in sight.nouns if n.start == start and n.end <= end), None)
    return sight.owner(who) if who is not None and _ends(who, folded, end) else ()


def _ends(noun: Noun, folded: str, end: int) -> bool:
    """True if nothing but a title stands between the noun and `end`."""
    return folded[noun.end : end] in {"", "氏", "さん", "選手", "」"} and not is_attribute(noun)


_PLACE = regex(
    r"(?:[0-9]{1,2}位|[0-9]{1,2}番人気|最多|最少|最高|最低|トップ|首位|最下位|(?:(?:多|少な|高|低)かった|多い|少ない|高い|低い)の)は、?(?:約|およそ)?$"
    r"|(?:次いで|続いて)、?(?:約|およそ)?$"
)
_HOLDS = regex(
    r"(?:\([^()]{1,20}\))?で、?(?:「(?P<answer>[^「」]{1,40})」|(?P<who>[^、。はがもをに「」0-9]{2,24}?))"
    r"(?=だった|だ。|だ$|である|であり|でした|です|とな|と続|と答|の順|が続|が入|、|。|$)"
)


def part_told(sight: Sight) -> Owners:
    """沈んだコンブのうち海底に届くのは11%だ: of all of which the part is told, whatever the clause names."""
    if sight.value.mention.type != "percent":
        return ()
    found = _PART_TOLD.search(sight.folded, max(0, sight.value.start - 60), sight.value.start)
    whole = next((n for n in reversed(sight.before) if found and n.end == found.end("who")), None)
    return sight.owner(whole) if whole is not None and not tells(whole) else ()


_PART_TOLD = regex(
    r"(?P<who>[^、。はがもをに「」]{2,16})のうち、?[^、。]{1,40}?[うくぐすつぬぶむるたい](?:のは|ものは)(?:約|およそ|わずか)?$"
)


def of_age(sight: Sight) -> Owners:
    """米国の10代の46%が使う, 18~29歳は3割だった: those of an age, which no noun of the sentence is."""
    start = sight.value.start
    found = _AGED.search(sight.folded, max(0, start - 20), start) if sight.value.mention.type == "percent" else None
    if found is None:
        return ()
    return (Subject(sight.reading.scene.sentence.text[slice(*found.span("who"))], found["who"], None, "other"),)


_AGED = regex(
    r"(?P<who>(?<![0-9])(?:[1-9][0-9][~-])?[1-9][0-9](?:歳(?:以上|以下|未満)?|代)(?:の[男女]性|の若者|以[上下])?)(?:の(?:うち、?)?|では|は|が|の[一-鿿]{1,6}(?:率|割合)(?:は|が|も))(?:約|およそ|わずか)?$"
)


def surveyed(sight: Sight) -> Owners:
    """調査対象は70社176店: of those who are asked, not of the town that the sentence before named."""
    found = _SURVEYED.search(sight.folded, 0, sight.value.start)
    if found is None:
        return ()
    return (Subject(sight.reading.scene.sentence.text[slice(*found.span("who"))], found["who"], None, "other"),)


_SURVEYED = regex(
    r"(?:^|[、。(「])(?P<who>(?:調査|集計|分析|推計|アンケート|統計)の?対象)(?:は|が)(?:約|およそ|計|[0-9][0-9.,万千]{0,8}[一-鿿]{1,3}、?(?:計)?)?$"
)


def of_what_is_told(sight: Sight) -> Owners:
    """Whose it is by a form that says more than the nouns around it: a share of a land's product, growth, as many, an order."""
    return of_gdp(sight) or of_growth(sight) or as_many(sight) or ordered(sight)


def of_gdp(sight: Sight) -> Owners:
    """首相は、防衛費を2027年までに国内総生産(GDP)の2.5%に引き上げる: what is to be so much of a land's product."""
    value, folded = sight.value, sight.folded
    ahead = _PRODUCT.search(folded, max(0, value.start - 24), value.start) if value.mention.type == "percent" else None
    last = next((n for n in reversed(sight.before) if ahead and n.end <= ahead.start()), None)
    return (
        (sight.subject(last),) if last is not None and last.particle in {"を", "は", "が"} and not last.subjects else ()
    )


def as_many(sight: Sight) -> Owners:
    """公務員の1割に当たる約1万3000人を削減する: of those whose share was told right before."""
    if not sight.at or sight.value.mention.type != "count" or sight.value.amount.unit == "株":
        return ()
    share = sight.reading.values[sight.at - 1]
    told = share.mention.type == "percent" and _COMES_TO.fullmatch(sight.folded, share.tail, sight.value.start)
    return sight.counted.get("", ()) if told else ()


_COMES_TO = regex(r"(?:超|余り|強|弱|近く)?に(?:当たる|あたる|相当する)(?:約|およそ|最大)?")


def ordered(sight: Sight) -> Owners:
    """トルコ航空は、ボーイング787型機を最大75機発注する: who orders them, not who makes them."""
    value, folded = sight.value, sight.folded
    if value.amount.unit not in _CRAFT or not _ORDERS.match(folded, value.tail):
        return ()
    acting = next((n for n in sight.before if n.particle == "は" and (n.subjects or n.thing)), None)
    return sight.owner(acting) if acting is not None else ()


_CRAFT = frozenset({"機", "隻", "両", "編成"})
_ORDERS = regex(
    r"(?:以上|超|余り)?(?:を|、[^。はがも]{0,40}[0-9](?:機|隻|両|編成)(?:を)?)?(?:新たに|追加で|それぞれ)*(?:発注|購入|調達|導入|注文|リース)(?:す|し|契)"
)
_PRODUCT = regex(r"(?:国内総生産|GDP)(?:\((?:GDP|国内総生産)\))?比?で?の?(?:約)?$")


def of_growth(sight: Sight) -> Owners:
    """小売売上高は2.8%増え、伸びは12月の0.9%から加速した: of what grew, told right before."""
    if sight.value.mention.type not in {"percent", "points"}:
        return ()
    if _GREW.search(sight.folded, max(0, sight.value.start - 30), sight.value.start) is None:
        return ()
    told, last = sight.reading.discourse.last or (-9, None)
    near = last is not None and sight.reading.scene.sentence.index - told == 1
    return sight.counted.get("(", ()) if sight.at else ((last,) if near and last is not None else ())


_GREW = regex(r"(?:^|[、。])(?:伸び率?|増加率|増勢|減少率|上昇率|下落率)(?:は|が|も)[^はがも]{0,20}$")
