"""Whose a figure is by who tells it: a firm of itself, somebody of his own purse, a survey of its own field."""

from __future__ import annotations

from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.linking.subject.nobody import is_nobody
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.subject.subjects import tells_of_others
from jijitsu.extract.linking.subject.things import measured_owner, topic_owner, whole_noun
from jijitsu.extract.linking.subject.topics import AUTHORITY
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

# A survey's sentence speaks of its own field, not of the company before.
_SURVEY = regex(
    r"(?:統計|集計|調査|調べ|推計|まとめ|した(?:データ|リポート))(?:では|によると|によれば|によりますと)|が(?:集計|推計|調査)した|がまとめた|リサーチ(?:による|によれ)|(?:協会|連合会|連盟|協同組合|協議会|聯席会|連席会|工業会|協議会)(?:による|によれ|の集計|の統計)"
    r"|(?:[省庁局府]|日銀|日本銀行|中央銀行|協会|連合会|連盟|工業会|協議会|機構|研究所|データバンク|リサーチ)(?:\([^()]{0,20}\))?が[^、。0-9]{0,6}(?:[0-9]{1,2}日(?:に)?)?(?:発表|公表)した(?![、。])"
)
# 公安省のまとめで7月の電動二輪は, 調査会社のリポートによれば7~9月期のスマートフォン出荷は
_COUNTED_BY = regex(
    r"(?:統計|集計|調べ|まとめ|登録ベース)で(?:は)?、?(?=[^、。はがも]{2,16}は)|(?:リポート|レポート|報告書)(?:では|によると|によれば|によりますと)"
)
WHEN = regex(r"[年月期]|通年|単月|国内|世界|海外|全体")


def _by_teller(reading: Reading, value: Value) -> bool:
    """米IDCによると、パソコンの世界出荷台数は6560万台: a firm whose trade is to tell counts its field.

    トレンドフォースは、パソコンの出荷を5%減と予測した: so does one that foretells.
    """
    folded = reading.folded
    foretold = _FORETELLS.search(folded, value.tail) is not None
    return any(
        c.end <= value.start and (_BY.match(folded, c.end) or (foretold and _TOPIC.match(folded, c.end)))
        and (tells_of_others(c.subjects[0].name) or (c.type == "other" and _TRADE_BODY.search(c.subjects[0].name)))
        for c in reading.names if c.type in {"company", "other"}
    )  # fmt: skip


_FORETELLS = regex(
    r"(?:と|を)(?:[^、。はが]{0,6})?(?:予測|予想|見込[みむん]|見通|試算|推計|推定|見積も|み[るて])|見通し(?:を|だ)|(?:増え|減|なる|伸び)[^、。]{0,6}と(?:予|見|み)|(?:から|に|へ)(?:上方|下方)?(?:見直|修正)"
)
_TOPIC = regex(r"(?:\([^()]{1,20}\))?は、?")
_TRADE_BODY = regex(r"(?:協会|連合会|連盟|工業会|協議会|国際エネルギー機関)$")


def of_survey(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """What a survey counts: its own field, not the company before."""
    text, folded = reading.scene.sentence.text, reading.folded
    surveyed = _SURVEY.search(folded[: value.start]) is not None or _by_teller(reading, value)
    if measure.family in {"delivery", "quantity"}:
        surveyed = surveyed or _COUNTED_BY.search(folded, 0, value.start) is not None
    if measure.family in {"delivery", "financial", "quantity"} and surveyed:
        noun = measure.family == "quantity" and measure.start >= 0
        if noun and (found := whole_noun(measure, value, text, reading.measures)):
            return found
        ahead = measure.start < value.start  # 出荷台数は6560万台で、レノボの出荷は
        if phrase := (measured_owner(measure, text, folded) if ahead else ()) or topic_owner(
            value, text, reading.measures
        ):
            return phrase
    if measure.family == "delivery" and reading.discourse.field is not None:
        goods = measured_owner(measure, text, folded)  # ソフトの販売, but not 25年通年の販売
        if goods and not WHEN.search(goods[0].name):
            return goods
        if (goes_on := _gone_on(reading, value) or _leading(reading, measure)) is not None:
            return (goes_on,)
        bare = BARE_SUM.search(folded, 0, value.start) and reading.discourse.goods is not None
        return () if bare else topic_owner(value, text, reading.measures) or (reading.discourse.field,)
    return ()


def _gone_on(reading: Reading, value: Value) -> Subject | None:
    """軽自動車は9万台だった。6月単月に限れば1万台と増加に転じ、伸び率は2%だった: of what the sentence before counted."""
    told, subject = reading.discourse.last or (-9, None)
    if subject is None or reading.scene.sentence.index - told != 1 or subject.type != "other":
        return None
    opened = _TIME_ALONE.match(reading.folded)
    return subject if opened is not None and _RATE_ALONE.fullmatch(reading.folded, opened.end(), value.start) else None


def _leading(reading: Reading, measure: Measure) -> Subject | None:
    """首位はレノボで、シェアは25%だった。出荷台数は300万台: of the one firm that the sentence before puts first."""
    told, names = reading.discourse.before[-1] if reading.discourse.before else (None, ())
    named = any(c.type in {"company", "product", "country"} for c in reading.names)
    if told is None or named or measure.start < 0 or told.sentence.paragraph != reading.scene.sentence.paragraph:
        return None
    firms = {c.subjects[0].name: c for c in names if c.type == "company" and len(c.subjects) == 1}
    if len(firms) != 1:
        return None
    (firm,) = firms.values()
    first = _FIRST_IS.search(told.sentence.folded, 0, firm.start) or _IS_FIRST.match(told.sentence.folded, firm.end)
    return firm.subjects[0] if first is not None else None


_FIRST_IS = regex(r"(?:首位|トップ|1位|最大手|最多)は、?(?:前年に続き|引き続き|[米英仏独韓中台])?\Z")
_IS_FIRST = regex(
    r"(?:が|は)[^。はが]{0,40}?(?:首位|トップ|1位)(?:だった|となった|になった|を(?:守|維持|保|獲得|占め|奪)|に(?:立|浮上|躍)|で|。)"
)
_TIME_ALONE = regex(
    r"[ 　]?(?:うち)?(?:[0-9]{1,4}年|[0-9]{1,2}月|[上下]半期|[0-9]{1,2}[~-][0-9]{1,2}月期?|単月|年間|累計){1,3}(?:だけ)?"
    r"(?:に限れば|に限ると|で[見み](?:れば|ると)|では|は|で)、?"
)
_RATE_ALONE = regex(r"(?:[^。はがも]{0,30}[、に](?:伸び率|増加率|減少率)[はが])?(?:約)?")


BARE_SUM = regex(
    r"(?:^|[、。])(?:(?:販売|取引|売り上げ|水揚げ|合計|出荷|生産|輸出)?金額|取引額|販売額|出荷額|水揚げ額|(?:販売)?(?:台|枚|本|個|部|隻|頭)数|(?:販売)?数量)(?:\([^()]{1,16}\))?[はがも][^、。はが]{0,16}$"
)


def own_account(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """ゼニスによると、売上高は30億円: a firm that tells of itself."""
    tellers = [
        c for c in reading.names
        if c.type == "company" and c.end <= value.start and _BY.match(reading.folded, c.end)
        and not tells_of_others(c.subjects[0].name) and not _SURVEYOR.search(reading.folded, max(0, c.start - 12), c.start)
    ]  # fmt: skip
    return tellers[-1].subjects[:1] if tellers else ()


# カガリの連結決算によると、売上高は20億円だった
_BY = regex(
    r"(?:\([^()]{0,20}\))?(?:側)?(?:の[^、。はがもを]{0,16}?(?:決算(?:短信|資料|発表)?|発表|報告書?|開示|資料|声明))?に(?:よると|よれば|よりますと)"
)
_SURVEYOR = regex(r"(?:調査|データ|証券|情報|格付け|シンクタンク|銀行)[^、。]{0,6}$")


def own_words(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """Who says it of himself: 「月に2500万円の売上があった」と供述した."""
    speech = next((s for s in reading.speeches if s.type == "direct" and s.span.holds(value.mention.span)), None)
    teller = speech.attribution.speaker if speech is not None else None
    person = reading.discourse.person
    return (person,) if person is not None and person.name == teller else ()


def own_purse(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """女性は「電気とガスで月2万円近くかかる」と話した: whoever is asked in the street speaks of his own money.

    In other words than his only where the sum is what he earns or lives on: 女性は、手取りは18万円だと話した.
    """
    if measure.name not in _PURSE:
        return ()
    speech = next((s for s in reading.speeches if s.span.holds(value.mention.span)), None)
    if speech is not None and speech.type != "direct" and not _LIVES_ON.search(reading.folded, 0, value.start):
        return ()
    if speech is None or speech.attribution.speaker_id is not None:
        return ()
    who, floor = speech.attribution.speaker or "", speech.start - reading.scene.sentence.start
    if not _ANYBODY.search(who) or any(floor <= c.start < value.start for c in reading.names):
        return ()
    return (Subject(who, who, None, "other"),)


_LIVES_ON = regex(
    r"(?<!の)(?:手取り|月給|給料|給与|ボーナス|年収|月収|収入|貯金|貯蓄|生活費|食費|仕送り|年金|小遣い|バイト代|時給|日当|燃料代|光熱費|電気代|ガス代|家賃)(?:は|が|も)[^、。はがも]{0,12}$"
)
_PURSE = frozenset({"cost", "other", "debt", "revenue", "loss", "cash"})
_ANYBODY = regex(
    r"(?:女性|男性|主婦|主夫|夫婦|母親|父親|学生|生徒|元?選手|看護師|介護士|保育士|教員|シングルマザー|住民|市民|客|年金生活者|会社員|従業員|運転手|漁師|農家|漁業者|生産者|農業者|店主|女将|園長|オーナー|経営者|職人"
    r"|(?:会社|メーカー|工場|店|工房|農園|旅館|ホテル|業者|問屋|食堂|居酒屋)の(?:社長|代表|店長|経営者|主人|支配人))(?:の[^、。]{1,8})?$"
)


def only_speaks(name: str) -> bool:
    """クラブ関係者は、移籍金が6000万ユーロになると話す: who speaks for others, or judges them, owes nothing."""
    return AUTHORITY.search(name) is not None or _SPOKESMEN.search(name) is not None


_SPOKESMEN = regex(
    r"(?:関係者|担当者|報道官|当局者|専門家|広報|アナリスト|エコノミスト|ストラテジスト|評論家|弁護士|格付け会社)(?:たち|ら)?$"
)


def of_what_is_told(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """会長は、協会の赤字が1億円に達したと報告した: the money is of what it is said of, not of who tells it."""
    folded = reading.folded
    if measure.family != "financial" or not 0 <= measure.start < value.start:
        return ()
    if not _SAID_OF.match(folded, measure.end) or not _TOLD.search(folded, value.tail):
        return ()
    found = [p for p in phrases(reading.scene.sentence.text) if p.end <= value.start]
    word = next((p for p in found if p.start <= measure.start < p.end), None)
    holder = next((p for p in found if word is not None and p.end + 1 == word.start and folded[p.end] == "の"), None)
    teller = next((p for p in found if holder is not None and p.particle[:1] == "は" and p.end < holder.start), None)
    if holder is None or teller is None or not _OFFICIAL.search(teller.text):
        return ()
    if _OWN_FIRM.fullmatch(holder.text):
        return (reading.discourse.company,) if reading.discourse.company is not None else ()
    if not holder.thing or _NO_HOLDER.search(holder.text) or is_nobody(holder.text):
        return ()
    known = next((c for c in reading.names if c.start < holder.end <= c.end), None)
    return known.subjects[:1] if known is not None else (Subject(holder.text, holder.text, None, "other"),)


_SAID_OF = regex(r"(?:総?額)?(?:が|は|も|を)")
_TOLD = regex(
    r"(?:と|ことを|ことも|ことが|との[^、。]{1,8}を|旨を)[^。「」はが]{0,12}?(?:述べ|説明|報告|明らか|発表|話し|語っ|指摘|強調|主張|認め|公表|示し|訴え|表明|伝え)"
)
_OWN_FIRM = regex(r"同[社行]|当社|自社")
_NO_HOLDER = regex(
    r"^(?:自分|自ら|自身|本人|今回|今後|同|これら?|それら?|予算案?|一般会計|歳[出入])$|(?:[年月日期度季]|事業|部門|分野)$"
)
_OFFICIAL = regex(r"(?:[長事官相役裁王側員]|氏|さん|代表|大臣|大統領|担当者|責任者|CEO|幹部|教授|弁護士)$")


def what_it_counted(reading: Reading, meant: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """統計局が発表した小売売上高は1.8%増。前年同月比では4.5%増: of what the body counted, which takes no money itself."""
    told, last = reading.discourse.last or (-9, None)
    near = last is not None and reading.scene.sentence.index - told <= _STILL
    if len(meant) != 1 or last is None or not near or last == meant[0] or not _COUNTS_OTHERS.search(meant[0].name):
        return ()
    return (last,)


_STILL = 3
_COUNTS_OTHERS = regex(r"(?:統計[局庁]|統計センター|工業会|業界団体|通関局|税関|気象機関)$")
