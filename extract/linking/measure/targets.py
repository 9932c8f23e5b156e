"""Target prices: whose they are, and those said without the word 目標株価: the next broker's, aims for indices and metals.

`aimed_at` tells whether the words right before a value make it an aim (年末目標を7000に), a bare 目標 among ratings too; `goes_on_rating` whether a sentence
goes on with the target prices of the one before (大和証券は4200円とした), which are then of that share, not of the broker; `rated_firm` names the
firm right beside the word, also one that no list knows.
"""

from __future__ import annotations

from collections.abc import Sequence

from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.linking.subject.discourse import Discourse
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.subject.subjects import Candidate, is_broker
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene
from jijitsu.schemas.claim import Subject

_MONEY = r"[0-9][0-9.,万]*(?:円|米?ドル|ユーロ|ポンド|元|ウォン|香港ドル|台湾ドル|ポイント|ルピー)?(?:から|、?従来の?)?"
_AIM = regex(
    rf"(?:の|先の?|年末|期末|株価|価格)目標(?:値|水準)?(?:を|は|が)(?:従来の)?(?:1(?:株|オンス|トロイオンス|バレル|トン)(?:当たり)?)?(?:約)?(?:{_MONEY})?$"
)
# 20ドルの目標を維持した
_AIM_BEHIND = regex(
    r"[0-9][0-9.,万]{0,12}(?:円|米?ドル|ユーロ|ポンド|元|ウォン)の(?:目標を(?:維持|据え?置|引き)|目標(?:株価|価格)を)"
)
# 大和証券は4200円とした, SMBC日興証券は4500円を目標とする
_RATED = regex(
    r"(?:円|ドル|ユーロ|元|ウォン)(?:を目標|に(?:設定|引き上げ|引き下げ|据え置|見直)|へ(?:と)?(?:引き|見直)|とし|で据え置|を維持|。|、)"
)


# 岬証券は「買い」を継続し、目標を5800円から6100円とした; 目標2900円; 1620円としていた目標
_BARE_AIM = regex(rf"(?<![一-鿿ァ-ヺー])目標(?:は|を|が)?(?:約)?(?:{_MONEY}[→⇒]?)?$")
_FORMER_AIM = regex(r"[0-9][0-9.,万]{0,12}(?:円|米?ドル|ユーロ|ポンド|元|ウォン)としていた目標")
_OF_RATINGS = regex(
    r"「(?:買い|強気|やや強気|中立|弱気|やや弱気|売り|アウトパフォーム|アンダーパフォーム|オーバーウエート|アンダーウエート|ニュートラル|ホールド)」"
    r"|投資判断|レーティング|目標株価|目標価格|最上位|判断[をは][^。]{0,8}(?:据え?置|引き?[上下]げ)|カバーを(?:始め|開始|再開)"
)


def aimed_at(folded: str, start: int, discourse: Discourse) -> bool:
    """True if what stands right before `start` makes the price an aim; a bare 目標 does where shares are rated."""
    if _AIM.search(folded, max(0, start - 48), start) or _AIM_BEHIND.match(folded, start):
        return True
    if "目標" not in folded or not (
        _BARE_AIM.search(folded, max(0, start - 32), start) or _FORMER_AIM.match(folded, start)
    ):
        return False
    told = (folded, discourse.headline, *(scene.sentence.folded for scene in discourse.lately))
    return any(_OF_RATINGS.search(text) for text in told)


def aimed_index(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """野村証券は日経平均の26年末見通しを5万5000円から6万円に引き上げた: of the index, whoever foresees it."""
    if value.mention.type not in {"money", "number", "points"}:
        return ()
    ahead = (c for c in reading.names if c.type in {"index", "commodity"} and c.end <= value.start)
    return next((c.subjects for c in ahead if _INDEX_AIM.fullmatch(reading.folded, c.end, value.start)), ())


_INDEX_AIM = regex(
    r"(?:先物|価格|相場)?の?(?:(?:20)?[0-9]{2}年(?:度)?末?|年末|年央|期末|年度末|来年末|今年末|[0-9]{1,2}月末|[0-9]{1,2}[カか]月[先後]|1年[先後])?(?:時点)?の?(?:平均)?"
    rf"(?:目標|予想|見通し|予測)(?:株価|価格|値|水準)?(?:を|は|が)、?(?:従来の|これまでの)?(?:約)?(?:{_MONEY})?"
)


def foresees_another(scene: Scene, names: Sequence[Candidate], discourse: Discourse) -> bool:
    """True for 岬証券は来期の営業利益を30億円と予想する, where the text speaks of a firm that is no broker: of that firm."""
    firms = [c for c in names if c.type == "company"]
    if discourse.company is None or is_broker(discourse.company.name) or len(firms) != 1 or len(names) > 1:
        return False
    broker = is_broker(firms[0].subjects[-1].name) and firms[0].particle in {"は", "が", "も", "では"}
    return broker and _FORESEEN.search(scene.sentence.folded, firms[0].end) is not None


_FORESEEN = regex(
    r"(?:営業|経常|最終|純|1株)(?:当たり)?(?:利益|損益|益)(?:予想)?を[^。]{0,40}?(?:と(?:予想|予測|みる|みて|見込|試算|推計|はじ)|に(?:見直|修正)|→)"
)


def goes_on_rating(scene: Scene, names: Sequence[Candidate], discourse: Discourse) -> bool:
    """True if brokers, and nobody else, are given prices right behind a sentence with a target price."""
    rated, firms = discourse.rated, [c for c in names if c.type == "company"]
    if rated is None or scene.sentence.index - rated[0] > 1 or len(firms) < len(names) or not firms:
        return False
    others = [s for c in firms for s in c.subjects if not is_broker(s.name) and s.name != rated[1].name]
    brokers = any(is_broker(c.subjects[-1].name) and c.particle[:1] in {"は", "が", "も"} for c in firms)
    return brokers and not others and _RATED.search(scene.sentence.folded) is not None


def rated_firm(reading: Reading, value: Value, names: tuple[Candidate, ...]) -> tuple[Subject, ...]:
    """大和証券が目標株価を900円から950円に引き上げた任天堂, 岬中央銀の目標株価を900円から: whose target that is."""
    named = _ITS_TARGET.search(reading.folded, 0, value.start) if "の目標" in reading.folded else None
    if named is not None and not any(c.end in {named.end("who"), named.end("who") + 1} for c in names):
        whole = next((p for p in phrases(reading.scene.sentence.text) if p.end == named.end("who")), None)
        if whole is not None and whole.thing and not _NO_FIRM.search(whole.text):
            return (Subject(whole.text, whole.text, None, "company"),)
    if object_ := _rated_object(reading, value, names):
        return object_
    found = next((m for m in _TARGET_OF.finditer(reading.folded) if m.start() <= value.start < m.end()), None)
    return next((c.subjects for c in names if found and c.start == found.end() and c.type == "company"), ())


def _rated_object(reading: Reading, value: Value, names: tuple[Candidate, ...]) -> tuple[Subject, ...]:
    """岬証券はカガリを「買い」で新規に取り上げ、目標株価を3300円に設定: of whom the broker takes up."""
    folded = reading.folded
    target = max(folded.rfind("目標株価", 0, value.start), folded.rfind("目標価格", 0, value.start))
    firms = [c for c in names if c.type == "company" and c.end <= target]
    if not firms or not is_broker(firms[0].subjects[-1].name) or firms[0].particle not in {"は", "が", "も"}:
        return ()
    taken = [c for c in firms[1:] if c.particle in {"を", "の"} and not is_broker(c.subjects[-1].name)]
    return taken[-1].subjects if taken and len(taken[-1].subjects) == 1 else ()  # each of a list has its own


_ITS_TARGET = regex(r"(?P<who>[一-鿿々ァ-ヺーA-Za-z])」?の目標(?:株価|価格)[をはも][^。はがも]{0,30}$")
# 同社の, 従来の, 株の, 12カ月先の, アナリストの目標株価: nobody's by name
_NO_FIRM = regex(
    r"^(?:同社|両社|各社|当社|従来|現在|新た|既存|平均|今回|前回|市場|個別|各|株|年末|期末|先|以前|銘柄)$"
    r"|(?:先|後|末|年|期|月|平均|各社|銘柄|株|指数|アナリスト|証券|ストラテジスト|氏|さん|市場|会社)$"
)
_TARGET_OF = regex(
    r"目標(?:株価|価格)を(?:約|従来の)?[0-9][0-9.,万]*(?:円|米?ドル|ユーロ|ポンド|元)?[^。はがも]{0,16}?"
    r"(?:引き?[上下]げ|[増減]額し|設定し|見直し|[上下]げ|変更し)た「?"
)
