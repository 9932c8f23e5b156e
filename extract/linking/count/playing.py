"""Whose a count is that a label names (海鳴地方:800ミリ), and who plays: 増田投手が通算80セーブを挙げた."""

from __future__ import annotations

from jijitsu.extract.linking.count.reach import PERSONAL, Owners
from jijitsu.extract.linking.count.sight import Sight
from jijitsu.extract.linking.owner.focus import is_fresh
from jijitsu.extract.linking.subject.nouns import Noun, is_attribute, is_held, is_public
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject


def labelled(sight: Sight) -> Owners:
    """海鳴地方:800ミリ、朝霧地方:600ミリ: the label in front, unless it says what is measured."""
    value, folded = sight.value, sight.folded
    if each := _each(sight):
        return each
    if value.mention.type != "count" or folded[value.start - 1 : value.start] not in {":", "-"}:
        return ()
    noun = next((n for n in reversed(sight.before) if n.end == value.start - 1), None)
    if noun is None or is_attribute(noun) or is_held(noun) or is_public(noun):
        return ()
    return sight.owner(noun)


def _each(sight: Sight) -> Owners:
    """各党の得票率は岬党 42.1%、海鳴党 38.4%: the label right in front, where the row says that each has one."""
    value = sight.value
    row = _OF_EACH.search(sight.folded, 0, value.start) if len(sight.reading.values) > 1 else None
    label = _LABEL.search(sight.folded, row.end() - 1, value.start) if row is not None else None
    if label is None or _NO_LABEL.search(label["who"]):
        return ()
    noun = next((n for n in sight.before if n.start == label.start("who") and n.subjects), None)
    who = sight.reading.scene.sentence.text[slice(*label.span("who"))]
    return noun.subjects[:1] if noun is not None else (Subject(who, who, None, "other"),)


_OF_EACH = regex(r"(?:各[一-鿿]{1,4}|(?<=[一-鿿])別)の[^、。はがを0-9]{1,14}は、?")
_LABEL = regex(
    r"[は、](?P<who>(?:[0-9]{1,2}代|[^、。はがをもでに0-9()「」 ][^、。はがを0-9()「」]{0,18}?)) ?(?:\([^()]{1,12}\))?(?:約)?$"
)
_NO_LABEL = regex(r"(?:比|増|減|計|合計|平均|全体|前[年月回]|同|より|から|[いるたで]|それぞれ|約|と)$|^(?:前|昨|今)")


def player(sight: Sight) -> Owners:
    """増田投手が通算80セーブを挙げた, 通算成績は412試合: who plays, else the person that the text speaks of."""
    record = next((n for n in reversed(sight.before) if _TALLY.search(n.name) and n.particle != ""), None)
    own = sight.value.amount.unit in PERSONAL - {"試合"} or (record is not None and _scored(sight))
    if not (own or _is_feat(sight)):
        return ()
    playing = [
        n for n in sight.before
        if (n.type in _PLAYERS or SIDE.search(n.name) or (n.type == "country" and n.particle in {"は", "が"})) and not _TALLY.search(n.name) and _plays(sight, n)
    ]  # fmt: skip
    person = sight.reading.discourse.person
    if playing:
        return sight.owner(playing[-1])
    if not own and _SAME.search(sight.folded, 0, sight.value.start):
        return ()  # 同社は技術賞を5回受賞した
    if not own and any(
        n.particle in {"は", "が", "も"} and n.behind < sight.value.start - _NEAR and not _TALLY.search(n.name)
        for n in sight.before
    ):
        return ()  # 同校は3度の優勝を誇る
    return (person,) if person is not None and is_fresh(sight.reading, person) else ()


def _scored(sight: Sight) -> bool:
    """生涯成績は412試合で143勝、打率.287: so many games, hits or points of a career."""
    return sight.value.amount.unit in PERSONAL | _IN_CAREER or _rated(sight)


def _is_feat(sight: Sight) -> bool:
    """6回の日本一, 最多勝を3度獲得した, 通算打率は3割2分, 本塁打23本: what only players do, though its counter tells nothing."""
    value, folded = sight.value, sight.folded
    if value.amount.unit in {"回", "度"}:
        won = _WON.match(folded, value.tail) and _PRIZE.search(folded, max(0, value.start - 14), value.start)
        return bool(won) or _FEAT.match(folded, value.tail) is not None
    said = folded[max(0, value.start - 12) : value.start]
    return _rated(sight) or bool(
        (value.amount.unit in {"本", "点", "個"} and _SCORE.search(said))
        or (value.amount.unit == "試合" and _PLAYED.match(folded, value.tail))
        or (value.amount.unit == "本" and _HITS.match(folded, value.tail))
    )


def _rated(sight: Sight) -> bool:
    """打率は3割2分, 防御率3.12."""
    said = sight.folded[max(0, sight.value.start - 12) : sight.value.start]
    return sight.value.mention.type in {"percent", "number"} and _AVERAGE.search(said) is not None


_NEAR = 2
_SAME = regex(r"同[社店校局園館市町村県国紙誌団会](?=[はがも])")
_TALLY = regex(r"(?:成績|戦績|通算|勝敗|キャリア)$")
"""プロ通算成績は, J1通算では: a record is somebody's."""
_IN_CAREER = frozenset({"本", "点", "個", "回", "度", "戦", "セット", "イニング"})
_FEAT = regex(
    r"の(?:日本一|世界一|優勝|受賞|制覇|V|金メダル|銀メダル|銅メダル|首位打者|本塁打王|打点王|最多勝|王座|防衛|当選|入賞|戴冠)"
)
_WON = regex(
    r"[、。・)]|$|(?:も|ずつ|の)?(?:受賞|獲得|優勝|選出|選ばれ|出場|制覇|輝[いく]|入賞|防衛|獲[っり]|制し)(?!し?[たる][一-鿿ァ-ヺA-Z「])"
)
"""But 賞を2回受賞した作品."""
_PRIZE = regex(
    r"(?:賞|タイトル|首位打者|王|最優秀[一-鿿]{1,3}|最多勝|MVP|ナイン|グラブ|メダル|オールスター[一-鿿]{0,2}|選手権|五輪|オリンピック|ワールドカップ|W杯|日本一|世界一|優勝|出場|歌合戦|候補|[一-鿿]杯|オープン|大会)(?:を|に|で|には|では|にも|でも|も|は)?(?:計|通算|合わせて)?$"
)
_PLAYED = regex(r"(?:に)?(?:出場|登板|先発)")
_HITS = regex(r"(?:目の)?(?:安打|本塁打|ホームラン|ヒット)")
_AVERAGE = regex(r"(?:打率|防御率|出塁率|長打率|阻止率|奪三振率)(?:は|が|も|、|:)?(?:わずか)?$")
_SCORE = regex(r"(?:本塁打|安打|打点|盗塁|奪三振)(?:は|が|も)?$")


def _plays(sight: Sight, noun: Noun) -> bool:
    record = noun.particle == "の" and _RECORD.fullmatch(sight.folded, noun.behind, sight.value.start)
    if noun.particle == "が" and _SUCH.search(sight.folded, noun.behind, sight.value.start):
        return False  # 森田が2点を挙げるなど4点を奪った
    told = noun.particle in _PLAYS or sight.value.start in {noun.end, noun.behind}
    return told or bool(record)


_SUCH = regex(r"[るたうくすつ]など(?:して|し)?、?")
_PLAYS = frozenset({"は", "が", "も", "、"})
_RECORD = regex(r"(?![^、。]{0,14}含め)[^、。にをでか]{1,16}(?:は|が|も)[^、。は]{0,6}")
"""森田厩舎の今年の勝利数は8勝: whose record it is."""
_PLAYERS = frozenset({"person", "company", "group"})
SIDE = regex(
    r"(?:選手|投手|捕手|騎手|[内外]野手|監督|力士|厩舎|調教師|チーム|球団|高校|高|大学|代表|[ァ-ヺー]ズ|軍|ジャパン)$"
)
