"""What money is needed for or put to, where no firm has it: 体育館の改修には12億円かかる, 3億円の公費が復興に投入された.

`needed_for` takes a reading and a value. It leaves whom it costs (市には50万円が必要) to be told as any other noun, and times.
"""

from __future__ import annotations

from jijitsu.extract.linking.sentence.phrases import phrases
from jijitsu.extract.linking.subject.nobody import is_nobody
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.subject.subjects import STRONG
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

_MONEY = r"の(?:費用|資金|経費|予算|支援|資金援助|[公国県都府市町村巨]費|公金|公的資金|税金|血税|補助金|寄付金?|義援金|交付金)"
_NEEDED = regex(
    rf"(?:以上|程度|ほど|近く|余り|前後)?(?:も)?(?:{_MONEY})?(?:が|は|を)?(?:新たに|さらに)?(?:必要(?!以上)|かか[るっりら]|要[しす]|(?:投入|投資|支出|計上|試算|想定)さ|見込まれ|見積も[らり]|(?:投じ|充て|当て|注ぎ込ま|つぎ込ま|費やさ|使わ)[らさ]?れ)"
)
# 8億円の公費がこの施設に投入された
_PUT_TO = regex(
    rf"(?:以上|程度|ほど|近く|余り|前後|超)?(?:も)?{_MONEY}[がは](?P<to>[^、。がを]{{1,20}}?)に(?:投入さ|支出さ|(?:投じ|充て|当て)ら|(?:注ぎ込|つぎ込)ま|費やさ|使わ)れ"
)
_FOR = regex(
    r"に(?:は|も)?、?(?:これまでに|既に|すでに)?(?:少なくとも|最大で?|最低で?|総額|合計|全部で|さらに|年間|毎年|年に|月に|1[人日年台件回戸カ月]{1,2}(?:当たり|あたり)|合わせて|あわせて|計|[^、。はがを0-9]{0,6}だけで|[0-9]{1,2}(?:年|カ月|か月|日)(?:間|程度|ほど|近く|以上)?[と、]|(?:費用|経費)[はがも]、?)*(?:約|およそ)?$"
)
_DEED = regex(
    r"(?:建設|改修|改築|修理|修復|修繕|整備|清掃|撤去|解体|建て替え|復旧|復興|再建|運営|維持|開催|導入|設置|製作|製造|開発|調査|除去|拡張|移転|処理|治療|支援|交換|更新|補修|購入|保護|保存|実現|改良)$"
)
_TIMES = regex(r"(?:[年月日時分秒期度]|時間|場合|ため|以内|以降|前|後|間|結果|背景|一方|ほか|前提|条件)$")


def needed_for(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """Return what the money is needed for; nobody where nothing tells, or a firm is spoken of."""
    folded = reading.folded
    if value.mention.type != "money":
        return ()
    if (put := _PUT_TO.match(folded, value.tail)) is not None:
        return _noun(reading, put.end("to")) or _called(reading, *put.span("to"))
    if not _NEEDED.match(folded, value.tail):
        return ()
    if any(c.type == "company" and c.strength >= STRONG and c.end <= value.start for c in reading.names):
        return ()
    aim = _FOR.search(folded, max(0, value.start - 24), value.start)
    return _noun(reading, aim.start()) if aim is not None else ()


def _called(reading: Reading, start: int, end: int) -> tuple[Subject, ...]:
    """はやぶさ: a name that is no noun by its words."""
    written = reading.scene.sentence.text[start:end]
    return (Subject(written, written, None, "other"),) if _KANA.fullmatch(written) else ()


_KANA = regex(r"[ぁ-んー]{3,8}")


def _noun(reading: Reading, end: int) -> tuple[Subject, ...]:
    """The name or the noun that ends there, with what it is done to: 体育館の改修."""
    text = reading.scene.sentence.text
    found = phrases(text)
    if text[end - 1] in "」』" and (opened := text.rfind("「" if text[end - 1] == "」" else "『", 0, end)) >= 0:
        written = text[opened + 1 : end - 1]
        return (Subject(written, written, None, "other"),)
    noun = next((p for p in found if p.end == end), None)
    if noun is None or is_nobody(noun.text) or _TIMES.search(noun.text):
        return ()
    known = next((c for c in reading.names if c.end == noun.end), None)
    if known is not None:
        return known.subjects[:1]
    of = next((p for p in found if p.end + 1 == noun.start and p.particle == "の" and p.thing), None)
    if of is None or not _DEED.search(noun.text) or is_nobody(of.text):
        return (Subject(noun.text, noun.text, None, "other"),)
    return (Subject(text[of.start : noun.end], of.text, None, "other"),)
