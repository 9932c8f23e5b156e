"""How firmly a figure is said: asserted, or hedged by a word that reaches it (lexicon/modality.yaml)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from jijitsu.extract.lexicon import words
from jijitsu.extract.linking.value.charges import charges_of, charges_with, told_by_paper
from jijitsu.extract.linking.value.revising import revised_in
from jijitsu.extract.regex import regex
from jijitsu.extract.words.wordlist import finder
from jijitsu.schemas.claim import Modality

# Where several meet, the first of this order wins (spec/claims.md, Decisions/Quotes).
ORDER: tuple[Modality, ...] = ("negated", "conditional", "forecast", "estimated", "reported", "asserted")
# A clause ends where a verb's connecting form has a comma behind it: 上回り、 減ったが、 一方、
CLAUSE = regex(
    r"(?:同時に|[しりえけげべめれきびみち]|って|して|(?<!つ)いて|んで|[たるいだす](?:\([^()]{1,40}\))?が|だったのが|たこと(?:から|で|により)|ため|ものの|一方で?|半面|反面|ほか|"
    r"のに対し(?:て)?|とともに|おり|ず|なく|ところ|[減増高安益収]で|(?:計画|方針|見通し|予定)で|(?<=[円ル元])からで)、"
    r"|(?<=[増減高安益収])だが(?=[^、])|(?<=だった)が(?=[^、])"
    r"| (?=[^\x00-\x7f])|(?<=[ぁ-ゖァ-ヺー一-鿿%])[-―—](?=[ぁ-ゖァ-ヺ一-鿿])"
)


class Hedge(msgspec.Struct, frozen=True):
    """A word that hedges; offsets into the folded text."""

    start: int
    end: int
    means: Modality
    reach: str


def _vocabulary(reach: str) -> Iterator[tuple[str, str | None]]:
    for entry in words("modality"):
        if entry["reach"] == reach:
            for word in entry["words"]:
                yield word, entry["means"]
            for listed in entry.get("unless", ()):
                for word in listed if isinstance(listed, list) else [listed]:  # a list named above, and words beside it
                    yield word, None


def _finder_of(reach: str) -> Callable[[str], Iterator[tuple[int, int, str]]]:
    return finder(lambda: _vocabulary(reach))


_REACHES = {reach: _finder_of(reach) for reach in ("behind", "ahead", "sentence", "onward", "joined")}
_MODALITIES: dict[str, Modality] = {modality: modality for modality in ORDER}


def hedges_of(folded: str) -> tuple[Hedge, ...]:
    """The hedging words of a sentence."""
    return (
        *(
            Hedge(start, end, _MODALITIES[means], reach)
            for reach, find in _REACHES.items()
            for start, end, means in find(folded)
            if means != "forecast" or not (_BEATEN.match(folded, end) or _REACHED.match(folded, end))
        ),
        *(Hedge(*at, "reported", "joined") for at in charges_of(folded)),
        *(Hedge(*at, "forecast", "within") for at in revised_in(folded)),
    )


def modality_of(start: int, end: int, folded: str, hedges: tuple[Hedge, ...]) -> Modality:
    """Return the modality of the figure from `start` to `end` of the folded sentence."""
    seen = {hedge.means for hedge in hedges if _reaches(hedge, start, end, folded)}
    return next((modality for modality in ORDER if modality in seen), "asserted")


# 計画を5%上回った, 予想に対して3割多かった, 市場予想(3億円)を5%下回った: what came is held against it.
_BEATEN = regex(
    r"(?:の?(?:平均|中央値)|値)?(?:\([^()]{1,40}\))?(?:を|に対し(?:て)?|に比べ(?:て)?|比で?)、?(?:約|およそ)?[0-9][0-9.,兆億万]{0,14}(?:%|割|ポイント|倍|円|ドル|ユーロ|[人名台件社店戸校枚本個頭トン]{1,2})(?:超|近く|ほど|程度|余り|以上|も)?"
    r"(?:を)?(?:上回っ|下回っ|上回り|下回り|超過|多かっ|少なかっ|高かっ|低かっ)"
)


# 目標の15万人を大きく超えた, 目標とする3000億円を達成した: what was aimed at is there.
_REACHED = regex(
    r"(?<=目標)(?:の|とする|としていた)(?:約)?[0-9][0-9.,兆億万千]{0,14}[^\W\d_]{1,4}(?:を|に)(?:大きく|大幅に|初めて|既に|すでに){0,2}"
    r"(?:突破|達成|クリア|(?:超え|越え|上回っ|到達し|達し)(?:た|て(?!い?な)))(?!でき|し?な|を|に|する?見)"
)


# 2.31ドルと市場予想の2.05ドルを上回った, 15億円と、通期計画18億円の8割に達した: the forecast is the next figure.
_OF_ANOTHER = regex(
    r"(?:の?(?:平均|中央))?値?約?[0-9]|の範囲内|(?:に|と)(?:ほぼ)?(?:一致|沿)|並み|通り|(?:(?:と?し|ん)?[てで])?いた約?[0-9]|(?:の?(?:平均|中央値))?の(?:平均|中央値|約|[\d一二三四五六七八九])|(?:平均|中央値)?\(|(?:の?(?:平均|中央値))?値?は約?[0-9]"
)
# 見通しを下げたオリンパスは7%安: the forecast was an act of its own.
TERM_OF_ITS_OWN = regex(
    r"(?:で、?|[しりがびちえけせてべめれきみ]、)(?:続く)?(?:[0-9]{2,4}年[0-9]{1,2}月期|通期|今期|来期|当期|今年度|来年度|年間|通年)(?![0-9])"
    r"|[しりがびちえけせてべめれきみ]、(?:今年|来年|今後|将来)は"
)
_DONE = regex(r"た(?=[^、。ばりめ])|。|これまでに(?!な)|すでに|既に")


# 通期予想の上方修正で6.9%高: the revision moved the shares, and is done.
_REVISED = regex(
    r"の?(?:大幅な?)?(?:上方|下方)?(?:修正|引き上げ|引き下げ|増額|減額|見直し|公表|発表|未達|達成)(?:など)?(?:で|を(?:受け|好感|嫌気|手掛)|が(?:好感|嫌気|材料)|に(?:反応|失望))"
    r"|(?:が|など)(?:好感|嫌気|評価|材料視|失望)[^、。]{0,4}(?:て|、|た)|(?:を|など)(?:好感|嫌気|手掛かり|材料)"
)
# 通期計画18億円に対する進捗率は82%: how far it has come, not what is planned.
_RATE_OF_PLAN = regex(r"(?:に対する|の|に対し(?:て)?、?)(?:進捗|進ちょく|達成率|消化率)")
# 通年目標(55万台)の48%, 当初見込みの3倍近くに達した: how much of it has come
_PART = regex(r"(?:%|割|倍)(?:超|近く|余り|ほど|程度|以上|弱|強)?")
_OF_WHOLE = regex(r"(?:値|額|台数)?(?:\([^()]{1,20}\)|の[0-9][^、。はがを]{1,14})?の(?:約|およそ|ほぼ)?")
# 投資額は約120億円で、2028年4月の稼働を予定する: another clause plans another thing
_IS_SO = regex(r"(?:\([^()]{1,30}\))?で、(?![^。]{0,60}(?:利益|売上|売り上げ|配当|赤字|黒字|損失|減る|増える))")
# 売却は年内に完了する見込みで、生産量は日量9万バレル: the plan was of the clause that is over; 売上高は4億円の見通しで、純利益は1億円
_PLANNED = regex(
    r"(?:で、|(?<=み)、)(?!(?:うち|このうち|前期比|前年比|[0-9])|(?![^、。]{0,12}(?:前期|前年|昨年|前の))[^、。]{0,16}(?:利益|損益|売上|売り上げ|収益|配当|赤字|黒字|投資|費))"
)
_FORESEEN = regex(r"(?:予想|予測|見通し|コンセンサス|計画|目標)[^、。はがも0-9]{0,12}$")
_FORMER = regex(r"(?:前回|前年|昨年|去年|前期|前月|前週|前日|前季|昨季|同期|同月)の(?:約)?$")
_HELD_AGAINST = regex(r"[^、。0-9]{0,12}(?:に反し|を[^、。0-9]{0,6}[上下]回|に届か|とは(?:逆|裏腹)|を超え)")
_MORE = regex(r"と、[^、。0-9]{0,16}[0-9]")
_NEXT_PART = regex(r"(?<=[^\x00-\x7f]) (?=[0-9])")
_INTO = regex(r"(?:に|へ)(?:は|も)?、?(?:約|総額|計|既に|すでに|これまでに){0,3}")
_SPENT = regex(r"(?:以上|超|余り)?(?:を|が)[^、。はがを]{0,10}(?:た|てい[たる]|てきた)(?:。|$|、|が|と|こと)")
_FARTHER = regex(r"[、と(]|[0-9]")
# …を1.5倍に増やし、日野は横ばいとする方針だ: the plan at the sentence's end is of all that is joined to it.
_LAST = regex(
    r"(?:(?:方針|計画|予定|見通し|見込み|考え)(?:だ|である|です|となった)?|(?:を|が|も|へ|に)?目指す)"
    r"(?:という|と(?:している|した|述べた|発表した|説明した|明らかにした|話した)|を(?:示した|決めた|固めた|発表した|明らかにした))?。?$"
)
_ALL_FORESEEN = regex(
    r"は、?(?:(?:売上高?|売り上げ高?|[営純経][^、。はが0-9]{0,6}利益|純損失|1株[^、。はが0-9]{0,6}利益|EPS|調整後[^、。はが0-9]{2,10})(?:が|は)"
    r"[^、。はが]{1,30}、)+[^、。はが]{2,14}[がは][^、。はが]{0,12}"
)
_HARD = regex(
    r"(?:た|たこと(?:から|で|により)|[てで]おり|[たるいだす]が|ものの|一方で?|半面|反面|のに対し(?:て)?|ほか|[減増高安益収]で|[ただるい]として)、"
)


# 900億円ともいわれる総工費を分ける案
_SAID_TO_BE = regex(r"とも?(?:い|言)われ(?:る|ている|た)(?=[一-鿿ァ-ヺA-Z])")
# 店舗は3月末時点で24店となり、年内に30店に増やす計画だ: how many there are
_BY_NOW = regex(
    r"(?<!年末)(?<!来年)(?:時点|現在)(?:で|の)?[^、。0-9]{0,12}$|(?:昨日|これ|きのう|[0-9]{1,2}日)までに[^、。0-9]{0,8}$"
)
_THEN_WAS = regex(r"(?:(?<!比)(?:前年|昨年|前期|前回|昨季|前季|(?:19|20)[0-9]{2}年))(?:度|実績)?の?(?:約)?$")
_PASSED = regex(r"(?:以上|超)?を[^、。0-9]{0,6}(?:上回|下回|超え|抜)")
# 台風の通過が予想される島では、37万人が避難した; not 予想される雨量は150ミリ
_WHERE = regex(r"(?:が|の)[^、。]{0,6}$")
_PLACE = regex(r"(?:さ)?れる[^、。0-9はが]{1,12}(?:で|に|から)は?、?")
# 売上高の7割を占める事業をやめ、上場を保てなくなる可能性がある: how much it has, whatever may come; not 7割を占める見込み
_HAS = regex(
    r"(?:超|以上|近く|余り|ほど|程度|強|弱)?(?:\([^()]{1,20}\))?[をも](?:占め|抱え|擁し?|誇|持|有し?)(?:る|す|つ|する|て(?:い)?る|って(?:い)?る)"
    r"(?=[一-鿿ァ-ヺA-Z「])(?!可能性|恐れ|見込|見通|計画|方針|予定|予想|予測|目標|考え|公算|想定|試算|推計)"
)
# 納車目標は55万台で、1~2月は6万1000台にとどまる: what was aimed at is told to its end
_GOAL_TOLD = regex(
    r"(?:台数|額|値|数)?は[^、。はが0-9]{0,12}[0-9][0-9.,万億千兆]{0,12}[^、。はが0-9]{1,6}(?:で|だが|に対し(?:て)?|のところ)、(?!(?:前年|前期|従来|うち|このうち|来年|来期)[^、。]{0,8}[0-9])"
    r"(?=[^、。0-9]{0,10}[0-9~年月日期半上下第四同末時点まで前今現在]{0,24}(?:は|に|の))(?![^。]{0,20}(?:利益|売上|配当|損益))"
)
# 12カ所ある販売店を30カ所に増やす計画だ, 従業員420人のうち300人が職を失う見通しだ: how many there are before it
_THERE_ALREADY = regex(
    r"(?:超|以上|近く|余り|ほど)?(?:ある|いる)(?=[一-鿿ァ-ヺA-Z])(?!可能性|恐れ|見込|見通|計画|方針|予定|予想|予測|公算|想定|試算|推計|場合)[^、。はが]{1,14}(?:を|から|の)"
)
_OF_THOSE = regex(r"(?:超|以上|近く|余り|ほど)?の(?:うち|中で)、?[^、。0-9]{0,12}[0-9]")
_NEW_ONES = regex(r"(?:新た|新設|新規|開[くす]|採用する|予定の|計画する|投入する|建設する|募集する)[^、。]{0,8}$")
_MONEY = regex(r"円|ドル|ユーロ|元|ウォン|ポンド|ルピー|フラン|%|割")
_TOPIC = regex(r"、[^、。「」0-9]{1,20}は(?!な[いく]|あ)")
_VOUCHED = regex(r"と(?:みられ|見られ|され|いわれ|言われ|伝えられ|報じられ)(?:て(?:いる(?:が|ことから)|おり))?、")


def _bracketed_off(folded: str, start: int, hedge: int) -> bool:
    """True if the figure stands in brackets and the hedge outside them: トヨタ(約57兆円)の4分の3が消えた計算だ."""
    opened = folded.rfind("(", 0, start)
    if opened < 0 or folded.find(")", opened, start) >= 0:
        return False
    closed = folded.find(")", start)
    return closed >= 0 and not opened < hedge < closed


def _is_part(folded: str, hedge: Hedge, between: str, end: int) -> bool:
    """True for how much of a target has come: 通年目標(55万台)の48%, 当初見込みの3倍; not 市場予想の4.8%."""
    if _OF_WHOLE.fullmatch(between) is None or (part := _PART.search(folded, max(hedge.end, end - 4), end)) is None:
        return False
    plain = between.lstrip("値額台数").rstrip("約およそほぼ") == "の"
    return not (plain and part.group().startswith("%")) or folded[hedge.start : hedge.end] in {"計画", "目標"}


def _reaches(hedge: Hedge, start: int, end: int, folded: str) -> bool:
    if hedge.reach == "within":
        return hedge.start <= start and end <= hedge.end
    if hedge.reach == "sentence":
        return True
    if hedge.reach == "joined" or (hedge.reach == "behind" and hedge.means == "reported"):
        if hedge.start >= end and charges_with(folded, end, hedge.start, hedge.end):
            return False
        if hedge.start >= end and told_by_paper(folded, start, hedge.end):
            return True
    if hedge.reach == "joined":
        if hedge.start < end or _TOPIC.search(folded, end, hedge.start):
            return False  # 4人が死亡し、運転手は酒に酔っていた疑いがある
        return not _HARD.search(folded, end, hedge.start + 1)
    if hedge.means == "forecast" and hedge.start >= end and TERM_OF_ITS_OWN.search(folded, end, hedge.start):
        return False  # 49%減の1890億円で、通期予想を上方修正した
    low, high = min(end, hedge.end), max(start, hedge.start)
    if "。" in folded[low:high] or _bracketed_off(folded, start, hedge.start):
        return False
    if hedge.reach == "onward":
        # 5万円を割れば: the condition itself, and all that follows from it.
        return (hedge.start >= end and not CLAUSE.search(folded, end, hedge.start)) or (
            hedge.end <= start
            and not _HARD.search(folded, hedge.end, start)
            and folded.count("」", hedge.end, start) <= folded.count("「", hedge.end, start)  # 「払えば貸す」と言い
        )
    if hedge.reach == "behind":
        if hedge.means == "negated" and folded[hedge.start] in "にを" and _FARTHER.search(folded, end, hedge.start):
            return False  # 182億円と、市場予想(200億円)に届かなかった: the other figure was not reached
        if hedge.means == "negated" and (
            _FORESEEN.search(folded, max(0, start - 24), start) or _FORMER.search(folded, max(0, start - 12), start)
        ):
            return False  # QUICKコンセンサスの2180億円に届かなかった, 前回の2.44倍に届かなかった
        if hedge.start < end or _OF_ANOTHER.match(folded, hedge.end):
            return False
        if (
            hedge.means == "forecast"
            and _HELD_AGAINST.match(folded, hedge.end)
            and _MORE.search(folded, end, hedge.start)
        ):
            return False  # 在庫は310万バレル減と、90万バレル増を見込んだ市場予想に反して減った
        if hedge.means in {"estimated", "conditional"} and "と、" in folded[end : hedge.start]:
            return False
        if _NEXT_PART.search(folded, end, hedge.start):
            return False  # 24%高で25年ぶり高値 1~3月期売上高が予想上回る
        if (
            hedge.means == "forecast"
            and _THEN_WAS.search(folded, max(0, start - 24), start)
            and _PASSED.match(folded, end)
        ):
            return False  # 過去最少だった2021年の471件を下回る見通し
        by_now = _BY_NOW.search(folded, max(0, start - 24), start) is not None
        stop = _HARD if _LAST.match(folded, hedge.start) and not by_now else CLAUSE
        if hedge.means == "forecast" and _IS_SO.match(folded, end):
            return False
        if hedge.means in {"forecast", "conditional"} and (
            _HAS.match(folded, end) or _SAID_TO_BE.match(folded, end) or _THERE_ALREADY.match(folded, end)
        ):
            return False
        if (
            hedge.means in {"forecast", "conditional"}
            and _OF_THOSE.match(folded, end)
            and not (_MONEY.search(folded, start, end) or _NEW_ONES.search(folded, max(0, start - 12), start))
        ):
            return False
        if hedge.means == "forecast" and _VOUCHED.search(folded, end, hedge.start):
            return False  # 被害額は3億円に上るとみられ、県警は余罪を調べる方針
        return not stop.search(folded, end, hedge.start + 1)
    between = folded[hedge.end : start]
    if hedge.means == "forecast" and _PLANNED.match(folded, hedge.end):
        return False
    if hedge.means == "forecast" and _GOAL_TOLD.match(between):
        return False
    if _REVISED.match(between) or _RATE_OF_PLAN.search(between):
        return False
    if hedge.means == "forecast" and hedge.end <= start and _is_part(folded, hedge, between, end):
        return False
    if hedge.means == "forecast" and _PLACE.match(between) and _WHERE.search(folded, 0, hedge.start):
        return False
    if hedge.means == "estimated" and "うち" in between:
        return False  # 推定の19個のうち7個
    if _INTO.fullmatch(between) and _SPENT.match(folded, end):
        return False  # 再開発計画に12億円を投じた: the plan is what the money went into
    if hedge.end <= start and between.startswith("は") and _ALL_FORESEEN.fullmatch(between):
        return True  # 予想は売上高が237億ドル、純利益が68億ドル、1株利益は2.35ドルだった
    return hedge.end <= start and len(between) <= 30 and not CLAUSE.search(between) and not _DONE.search(between)
