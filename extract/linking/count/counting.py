"""Whose a count is: the noun that it counts, whoever has that or is measured, else what was counted last.

Taken in this order, surest first: the noun that the figure is bound to (見物客4人, 9頭の競走馬); the rest of what was counted
before (うち3人); the subject of the figure's clause (渋滞は24キロ); whom a clause describes (地下で作業していた6人); the place
(佐倉市では2人); what befell the dead and hurt (事故で4人が死亡); whom the text speaks of; what was counted last in the same unit.
"""

from __future__ import annotations

import re

from jijitsu.extract.lexicon import words
from jijitsu.extract.linking.count.against import PASSES, against
from jijitsu.extract.linking.count.attending import attending
from jijitsu.extract.linking.count.binding import bound, one, taker, told
from jijitsu.extract.linking.count.burnt import burnt
from jijitsu.extract.linking.count.following import (
    affected,
    grew_to,
    late,
    often,
    rest,
    so_many_of_them,
    than_before,
    those_again,
)
from jijitsu.extract.linking.count.of_kind import of_its_kind
from jijitsu.extract.linking.count.placing import far, where_so_warm
from jijitsu.extract.linking.count.playing import labelled, player
from jijitsu.extract.linking.count.portions import of_age, of_its_form, of_what_is_told, part_told, surveyed
from jijitsu.extract.linking.count.reach import (
    AUTHORITY,
    FIRM,
    HELD_UNITS,
    PERSONAL,
    TAKEN_TO,
    Counted,
    Owners,
    only_tells,
    tells,
    unit_of,
)
from jijitsu.extract.linking.count.relative import gathered, scorer
from jijitsu.extract.linking.count.rowing import respectively
from jijitsu.extract.linking.count.sight import Sight
from jijitsu.extract.linking.count.sources import sources
from jijitsu.extract.linking.count.specs import of_a_part
from jijitsu.extract.linking.count.storms import storm
from jijitsu.extract.linking.count.summing import goods_of, summed
from jijitsu.extract.linking.owner.focus import is_fresh
from jijitsu.extract.linking.owner.owners import DESCRIBES, types_of
from jijitsu.extract.linking.owner.pairs import paired
from jijitsu.extract.linking.owner.totals import again
from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.linking.subject.grounded import tells_why
from jijitsu.extract.linking.subject.nouns import Noun, is_attribute, is_event, is_held, is_measured
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.value.course import Course
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.modality import CLAUSE
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

COUNTS = frozenset({"count", "percent", "multiple", "duration"})
"""The types of figures that are read here; points only where they are percentage points."""
_HAVING = regex(r"(?:保有|所有|運営|展開|雇用|管理)(?:する|している|していた)$|(?:抱える|手がける|持つ|持っている)$")
_TURN = regex(r"(?:と|れば|たら|なら|たところ|ものの)、")
_ENDED = regex(r"[たるいなう](?:ため(?:に)?|ので|など|こと(?:で|から|により)|事により|とともに|と共に)(?!、)")
"""球団が加わったため現在7チームだ, 異臭がしたために238袋を回収した: a clause that ends without a comma."""
_CLEFT = regex(
    r"(?:[ただ]|る|ない)のは、?(?:(?:合計|全体|全部|これまでに?)で?(?:約)?|[0-9]{1,4}[一-鿿]{1,4}(?:の)?(?:中|うち))?$"
)
"""身元が分かったのは26人だ: whatever the clause has, it is not counted."""
_HANDLED = regex(
    r"(?:(?<!合わせ)(?<!あわせ)(?<!加え)(?<!含め)[しっいえめけげべれせちりみき]て|[んっ]で)(?!い)|(?:する|した|される|された|いる|った)(?=[^ぁ-ゖ]|$|こと|とし)"
)
"""アームを操作して約5時間半をかけ, 事業を委託する100%出資の会社: what has its own verb in front of the figure."""
_COMPARED = regex(r"(?:より|に比べて?)(?:約|およそ)?$")
_THEN = regex(r"(?:年前|前年|昨年|去年|前回|同期|同月)の(?:約|およそ)?$")
_MEANS = frozenset({"は", "が", "も", "を"})
_TOPICS = frozenset({"は", "も"})
_ATTACK = regex(r"攻撃|空爆|砲撃|爆撃|襲撃|発射|発砲|撃ち込|侵攻|爆破")
_STRUCK = regex(
    r"(?:を|に)[^、。はが]{0,8}?(?:殺|死な|死亡さ|負傷さ|(?:怪我|けが|ケガ|重傷|軽傷)を負わ|(?:怪我|けが|ケガ)をさ)"
)
_FORCE = regex(r"(?:軍|部隊|勢力|組織|政府|政権|派|容疑者|の男|国|ロシア|イスラエル|米国|ウクライナ)$")
_THOSE = regex(r"(?:上記|前述|これら|この|その|同|当該|残る|残り|ほか|他|問題)(?:の)?$")
_HOMES = frozenset({"世帯", "戸", "軒"})
_SHARES = frozenset({"percent", "multiple", "points"})
_ACTING = frozenset({"社", "校", "世帯", "団体", "自治体", "店", "カ国", "か国", "行", "家族"})
"""Who act as people do: 同種の被害を訴える5世帯が提訴する."""
_TOWNS = frozenset({"市町村", "町村", "市町", "都道府県", "府県", "道府県", "県", "市", "町", "村", "区", "区市町村"})


def count_owners(reading: Reading, at: int, measure: Measure, course: Course, counted: Counted) -> Owners:
    """Return whose the count, share or multiple number `at` is, () if nothing tells."""
    sight = Sight(reading, at, measure, course, counted)
    return (
        labelled(sight)
        or respectively(sight)
        or sources(sight)
        or of_a_part(sight)
        or of_its_form(sight)
        or of_what_is_told(sight)
        or of_its_kind(sight)
        or scorer(sight)
        or player(sight)
        or foreseen(sight)
        or storm(sight)
        or against(sight)
        or late(sight)
        or affected(sight)
        or attending(sight)
        or so_many_of_them(sight)
        or those_again(sight)
        or number_of(sight)
        or taker(sight)
        or surveyed(sight)
        or far(sight)
        or burnt(sight)
        or often(sight)
        or bound(sight)
        or again(sight.reading, sight.value)
        or summed(sight)
        or part_told(sight)
        or of_age(sight)
        or goods_of(sight)
        or foremost(sight)
        or beside(sight)
        or rest(sight)
        or one(sight)
        or gathered(sight)
        or (described(sight) and told(sight))
        or grew_to(sight)
        or governed(sight)
        or told(sight)
        or than_before(sight)
        or had(sight)
        or sight.happened()
        or sight.there()
        or sight.befallen()
        or itself(sight, "own_nouns")
        or sight.doer()
        or spoken_of(sight)
        or first_hurt(sight)
        or sight.last()
        or itself(sight, "nouns")
        or nearest(sight)
    )


def foreseen(sight: Sight) -> Owners:
    """What is foreseen, not who foresees it: 日銀は消費者物価指数の26年度の上昇率の見通しを2.3%とし、4月時点の2.0%から引き上げた."""
    folded, value = sight.folded, sight.value
    if value.mention.type not in {"percent", "points"} or sight.measure.family != "quantity":
        return ()
    start = value.start
    if sight.at and _FORMERLY.fullmatch(folded, sight.reading.values[sight.at - 1].tail, start):
        start = sight.reading.values[sight.at - 1].start
    outlook = _OUTLOOK.search(folded, max(0, start - 24), start)
    if outlook is None:
        return ()
    text, end = sight.reading.scene.sentence.text, outlook.start()
    for phrase in reversed([p for p in phrases(text) if p.end <= outlook.start()]):
        if not _OF.fullmatch(folded, phrase.end, end):
            break
        if not _PLAIN_RATE.fullmatch(phrase.text) and not _YEARS.search(phrase.text):
            return (Subject(phrase.text, phrase.text, None, "other"),)
        end = phrase.start
    return ()


_OUTLOOK = regex(r"の(?:見通し|予想|予測|想定)(?:を|は|が|も)(?:[^、。0-9]{0,10}の)?(?:約)?$")
_FORMERLY = regex(r"と(?:し|予想し|見込み|みて)、(?:[0-9]{0,4}年?[0-9]{0,2}月?[^、。0-9]{0,6}の|従来|前回)(?:約)?")
_OF = regex(r"\)?(?:\([^()]{1,16}\))?の?(?:[0-9]{2,4}(?:年度?(?:の)?)?)?")
_PLAIN_RATE = regex(r"(?:上昇|下落|伸び|増加|減少|変動|成長)率")
_YEARS = regex(r"^(?:年度?|今年度?|来年度?|通年|同年度?|[0-9]+年度?)$")


def number_of(sight: Sight) -> Owners:
    """生まれた子どもの数は68万人で、前の年より4万人減った; 総人口に占める割合は11%: those who are numbered."""
    found = _NUMBER.search(sight.folded, 0, sight.value.start)
    later = [n for n in sight.before if found is not None and n.start > found.end() and n.particle in _MEANS]
    if found is None or not all(sight.folded.startswith(("含", "除"), n.behind) for n in later):
        return ()  # 子どもの数は外国人を含めて70万人: of the children
    if later == [] and any(n.particle == "の" and n.behind == sight.value.start for n in sight.before):
        return ()  # 書店の数は減り、市町村の28%に書店がない
    if found["share"]:
        own = any(n.particle in _MEANS and n.end <= found.start() for n in sight.before)
        return () if own else sight.counted.get("", ())
    whose = next((n for n in sight.before if n.end == found.start()), None)
    return sight.owner(whose) if whose is not None and not tells(whose) else ()


_NUMBER = regex(
    r"(?:の(?:総)?数|(?P<clause>が[^、。はがも0-9]{1,14}(?:れ|し)た(?:件数|回数|人数|数))|(?P<share>に占める割合))(?:は|が|も)[^はがも]{0,40}$"
)


def foremost(sight: Sight) -> Owners:
    """国別で最も多いのは韓国で約166万人, 首位は朝霧市で3割だった: who holds the place."""
    found = _MOST.search(sight.folded, 0, sight.value.start)
    last = next((n for n in reversed(sight.before) if found and n.end == found.end("who")), None)
    return sight.owner(last) if last is not None and not is_attribute(last) else ()


_MOST = regex(
    r"(?:(?:最も|一番)[^、。はがを]{1,8}|[^、。はがを]{0,6}(?:多|少な|高|低|大き|長)かった|[^、。はがを]{1,10}が(?:最も)?(?:大きい|多い|高い|低い|少ない|長い|目立つ)|最多|最高|トップ|首位)(?:のは|のが|は)、?"
    r"(?P<who>[^、。はがも]{1,24})の?(?:(?:で、?|が|[(])(?:約|およそ)?|で、(?:前年|前回|前月|1年前)[^。はが、]{0,24})$"
)


def beside(sight: Sight) -> Owners:
    """Whose each of several figures in a row is: 香川用水で35%、徳島用水で17%削減する."""
    noun = paired(sight.reading, sight.at)
    place = noun is not None and noun.particle in {"で", "に", "では", "には"}
    if place and sight.value.amount.unit in HELD_UNITS and (firm := sight.named() or sight.firm()):
        return firm  # 青葉市に7店舗、海鳴市に4店舗を出す
    return (
        sight.owner(noun)
        if noun is not None and (noun.subjects or noun.particle in {"で", "に", "では", "には"})
        else ()
    )


def described(sight: Sight) -> bool:
    """True where people act or suffer whom only the clause in front of their number tells: 手術を受けた5人は重症だ."""
    acting = sight.folded[sight.value.tail : sight.value.tail + 1] in _MEANS
    return acting and (unit_of(sight.value) == "人" or (sight.value.amount.unit in _ACTING and sight.value.start > 2))


def governed(sight: Sight) -> Owners:
    """The subject or topic of the figure's clause, or its object if nobody acts."""
    value, folded = sight.value, sight.folded
    ends = [m.end() for end in (CLAUSE, _TURN) for m in end.finditer(folded, 0, value.start)]
    teller = sight.teller()  # 農相は、31養鶏場以外に感染はないと語った
    manned = folded.startswith(("態勢", "体制"), value.tail)  # 県警は140人態勢で捜した
    acts = folded.startswith(("が", "も"), value.tail) and unit_of(value) == "人"  # 証拠を集め、4万人が殺されたと訴えた
    before = [
        n for n in sight.before
        if not only_tells(n, teller, folded, acting=acts or value.mention.type == "percent") and (manned or not tells(n))
    ]  # fmt: skip
    ends += [m.end() for m in _ENDED.finditer(folded, 0, value.start)]
    near = [
        n for n in before
        if n.start >= max(ends, default=0) and n.particle in _MEANS and not folded.startswith(("含", "除"), n.behind)
        and (n.particle in _TOPICS or not DESCRIBES.search(folded, n.behind, value.start))
        and not (_is_done(n, folded, value.start))
    ]  # fmt: skip
    counts_actors = unit_of(value) == "人" or value.amount.unit in _ACTING | _TOWNS
    if counts_actors and (cleft := _CLEFT.search(folded, 0, value.start)):
        near = [n for n in near if n.start >= cleft.end()]
    topics = [n for n in before if n.particle in _TOPICS or (n.topical and n.particle not in {"の", "が", "や", "と"})]
    if any(n.particle == "は" for n in near):
        near = [n for n in near if n.particle == "は" or not tells_why(folded, n.end, value.start)]
    if PASSES.match(folded, value.tail):
        near = [n for n in near if n.particle != "を"]  # 平年を42ポイント下回り
    if acts or value.amount.unit in PERSONAL or (value.amount.unit == "回" and topics):
        near = [n for n in near if n.particle != "を"]
    chosen = near[-1] if near else topics[-1] if topics else _goes_on(sight, max(ends, default=0))
    if near and near[-1].particle == "を":
        agents = [n for n in near[:-1] + topics if n.particle in {"は", "が", "も", "、"} and n.type in FIRM]
        chosen = agents[-1] if agents else chosen
    if chosen is not None and topics and topics[-1].type in FIRM and _HAVING.search(folded, 0, chosen.start):
        chosen = topics[-1]  # 同社は保有するビットコインが1450枚
    if sight.hurt and _ATTACK.search(folded, 0, value.start) and chosen is not None and _FORCE.search(chosen.name):
        return ()  # ロシア軍はキーウを攻撃し、12人が死亡した
    other = sight.casualties() if acts and chosen is not None and chosen.name.endswith("者") else ()
    if other and other[0].name.endswith("者") and other[0].name not in {chosen.name if chosen else ""}:
        return other  # 死者は640人を超え、なお183人が行方不明だ
    if sight.hurt and chosen is not None and _STRUCK.match(folded, value.tail) and chosen.particle != "を":
        return ()  # 男は10人に怪我を負わせた
    if chosen is not None and (asked := _asked(sight, chosen)):
        return asked
    if chosen is None or (sight.hurt and chosen.type in FIRM) or (tells(chosen) and not manned):
        return ()
    if chosen.type == "person" and value.amount.unit not in PERSONAL and sight.reading.discourse.company:
        return ()
    if warm := where_so_warm(sight, chosen):
        return warm
    if value.amount.unit in _HOMES and is_event(chosen):
        return (sight.subject(chosen),)  # 停電は7万世帯に及んだ
    told = value.amount.unit == "件" and not (chosen.thing or is_held(chosen) or is_measured(chosen))
    told = told and sight.possessor(chosen) is None
    return (sight.subject(chosen),) if told else sight.owner(chosen)  # 相談は8412件で


def _goes_on(sight: Sight, start: int) -> Noun | None:
    """小型車部門では、スズキが首位を守ったものの、前年より3%下がった: who acted in the clause before, if nothing is named since."""
    if (
        sight.value.mention.type not in _SHARES
        or not sight.course.direction
        or any(n.start >= start for n in sight.before)
    ):
        return None
    return next((n for n in reversed(sight.before) if n.particle == "が" and n.type in FIRM), None)


def _asked(sight: Sight, noun: Noun) -> Owners:
    """「現場の判断に任せる」も82校あり: an answer in its brackets owns nothing, and those who gave it were counted before."""
    if noun.type != "product" or not _ANSWER.search(noun.text):
        return ()
    if sight.value.mention.type == "count":
        return sight.last()
    return sight.counted.get("", ()) if _SURVEY.search(sight.folded, 0, noun.start) else ()


_ANSWER = regex(
    r"[一-鿿をにがはと][^、。」]{0,12}(?:[いきしちりえけせてねべめれあ][るた]|[うくすつぬむぶ]|った|んだ|ない|たい)$"
)
_SURVEY = regex(r"(?:尋ね|聞い|たずね|質問|アンケート|調査|回答)")


def _is_done(noun: Noun, folded: str, until: int) -> bool:
    """True for the object of a verb in front of the figure: アームを操作して約5時間半をかけ, 一層悪化の様相を見せ、1人の救出も."""
    if noun.particle != "を" or folded.startswith("対象", noun.behind):
        return False
    return bool(_HANDLED.search(folded, noun.behind, until) or _STEM.search(folded, noun.behind, until))


# 冊子は市内を紹介したもので、2万部を配った: that says what the topic is
_STEM = regex(r"[しりえけげべめれきびみちせいぎ]、|[たるいうくぐすつぬぶむ]もので、")


def had(sight: Sight) -> Owners:
    """Whose the shops, goods or shares are that only their counter names: 9月の上場では4500株を公募."""
    return (sight.named() or sight.firm()) if sight.value.amount.unit in HELD_UNITS else ()


def spoken_of(sight: Sight) -> Owners:
    """Whom the text speaks of; the dead and hurt are no firm's."""
    discourse = sight.reading.discourse
    order = (discourse.company, discourse.product, discourse.subject, discourse.main)
    if sight.hurt:
        return ()
    person = discourse.person
    if sight.value.amount.unit in PERSONAL and person is not None and is_fresh(sight.reading, person):
        return (person,)
    told = discourse.company is None or _THOSE.search(sight.folded, 0, sight.value.start)
    if unit_of(sight.value) == "人" and told and (last := sight.last()):
        return last  # an aircraft or a song is not its people
    compared = sight.course.direction and _COMPARED.search(sight.folded, 0, sight.value.start)
    if compared and sight.value.mention.type == "count" and (last := sight.last()):
        return last  # 来館者は52万人だった。前の年度より3万人多い
    again = sight.value.mention.type == "multiple" and _THEN.search(sight.folded, 0, sight.value.start)
    if again and not sight.before and (whole := sight.counted.get("", ())):
        return whole  # 5年前の1.7倍になった
    if sight.measured and (last := sight.last()):
        return last  # 最高気温は38度。平年を5度上回った
    types = types_of(sight.measure, discourse)
    return next(
        ((s,) for s in order if s and s.type in types and not AUTHORITY.search(s.name) and is_fresh(sight.reading, s)),
        (),
    )


def first_hurt(sight: Sight) -> Owners:
    """The dead or hurt that no noun and no event tells, where nobody was counted before in the sentence."""
    before = any(unit_of(v) == unit_of(sight.value) for v in sight.reading.values[: sight.at])
    return () if before or sight.reading.scene.sentence.role == "headline" else sight.casualties()


def itself(sight: Sight, sort: str) -> Owners:
    """The counter that names what it counts, where nothing else does: 半径3キロ以内の17農場."""
    unit = sight.value.amount.unit
    if sight.value.mention.type != "count" or unit not in words("counted")[sort]:
        return ()
    return (Subject(unit, unit, None, "other"),)


def nearest(sight: Sight) -> Owners:
    """A headline's topic (都市の明かり、10年で2割増), where there is (世界に1億人いる), or whose the last figure was."""
    ahead = [n for n in sight.before if n.end < sight.value.start]
    if ahead and sight.reading.scene.sentence.role == "headline":
        return sight.owner(next((n for n in ahead if n.particle == "、"), ahead[0]))
    there = [n for n in sight.before if n.particle == "に" and n.thing]
    if there and re.match(r"(?:が)?[いあ][るっり]|住|存在", sight.folded[sight.value.tail :]):
        return sight.owner(there[-1])
    within = [
        n
        for n in sight.before
        if n.thing
        and not is_attribute(n)
        and not tells(n)
        and n.particle in {"に", "で", "を", "と"}
        and not _HANDLED.search(sight.folded, n.behind, sight.value.start)
        and not (n.particle == "に" and TAKEN_TO.match(sight.folded, n.behind))
    ]
    # 継目板766本(計15トン), 雨量は286ミリに上った。平年の1.6倍にあたる: the figure goes on about the one before.
    goes_on = sight.at or sight.value.mention.type in _SHARES
    again = sight.counted.get("", ()) if goes_on else ()
    return again or (sight.owner(within[-1]) if within else ()) or sight.lately()
