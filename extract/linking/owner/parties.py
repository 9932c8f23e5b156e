"""Whom money concerns that no plain name owns: a whole field, a state, a place in a ranking, what was built, who is charged."""

from __future__ import annotations

from jijitsu.extract.linking.sentence.phrases import Phrase, phrases
from jijitsu.extract.linking.speech.confessing import last_arrested
from jijitsu.extract.linking.subject.group_names import heading_group
from jijitsu.extract.linking.subject.reading import FIELD, Reading
from jijitsu.extract.linking.subject.subjects import STRONG, Candidate
from jijitsu.extract.linking.subject.things import bound_owner, measured_owner, topic_owner
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject


def before_bracket(reading: Reading, value: Value, names: tuple[Candidate, ...]) -> tuple[Subject, ...]:
    """2位は北海道白糠町(211億円), 岬浜グランド園(同46億円): the noun that the bracket stands behind, where no name is and no figure."""
    label = None if value.bracketed else _LABELLED.search(reading.folded, max(0, value.start - 8), value.start)
    if not (value.bracketed or (label is not None and reading.folded[value.end : value.end + 1] == ")")):
        return ()
    opened = label.start() if label is not None else value.start - 1
    held = next((c for c in names if c.end in {opened, opened - 1}), None)
    if held is not None:
        return held.subjects[-1:] if held.type == "commodity" else ()
    phrase = next((p for p in phrases(reading.scene.sentence.text) if p.end == opened), None)
    measured = any(m.start < opened <= m.end + 1 for m in reading.measures)
    if phrase is None or measured or not phrase.thing or _PLAN.search(phrase.text) or phrase.text[0] in "%％":
        return ()
    if label is not None and (len(phrase.text) < _A_NAME or _PART_OF_FIRM.search(phrase.text)):
        return ()  # 国内(同46億円), 電子部品事業(同6億円)
    return (Subject(phrase.text, phrase.text, None, "other"),)


_LABELLED = regex(r"\((?:同|負債(?:総額)?)(?:約)?$")
_PART_OF_FIRM = regex(r"(?:事業|部門|セグメント|製品|商品|部品|向け)$")
_A_NAME = 4


def worth_of(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """ケーブル10巻(計約50万円相当), 金塊(時価2億円): what the bracket says the worth of; 仏像の価値を300万円とみる."""
    folded = reading.folded
    if valued := _VALUED.search(folded, max(0, value.start - 16), value.start):
        return _thing_valued(reading, valued.start())
    opened = folded.rfind("(", 0, value.start)
    if opened < 0 or folded.find(")", opened, value.start) >= 0:
        return ()
    if not (_WORTH.match(folded, value.end) or _AT_A_PRICE.search(folded, opened, value.start)):
        return ()
    count = _SO_MANY.search(folded, max(0, opened - 16), opened)
    end = count.start() if count is not None else opened
    text = reading.scene.sentence.text
    found = [_bare(p) for p in phrases(text) if p.start < end and p.thing]
    if not found or folded[found[-1].end : end] not in {"", "」", "』", "計", "約"}:
        return ()
    first = last = found.pop()
    while found and found[-1].particle == "や" and found[-1].end + 1 == first.start:
        first = found.pop()
    if first is last:
        return (Subject(last.text, last.text, None, "other"),)
    named = text[first.start : last.end]  # バッグや財布など12点(約50万円相当)
    return (Subject(text[first.start : last.end + 2 * folded.startswith("など", last.end)], named, None, "other"),)


def _bare(phrase: Phrase) -> Phrase:
    """覚醒剤[約]: what says only how many is no part of the noun."""
    text = _SO_MANY_OF.sub("", phrase.text)
    return Phrase(phrase.start, phrase.start + len(text), text, phrase.particle)


def _thing_valued(reading: Reading, end: int) -> tuple[Subject, ...]:
    """仏像 of 仏像の価値を300万円とみる; nobody where a name has the worth, which word order tells."""
    for phrase in phrases(reading.scene.sentence.text):
        if phrase.end == end and phrase.thing and not _HELD_BY.search(phrase.text):
            named = any(c.start < end and phrase.start < c.end for c in reading.names)
            return () if named else (Subject(phrase.text, phrase.text, None, "other"),)
    return ()


_SO_MANY_OF = regex(r"(?:(?<![契予])約|(?<![時会体温統家設])計){1,2}$")
_AT_A_PRICE = regex(r"(?:時価|末端価格|市価)(?:で|は|計|総額)?(?:約|およそ)?$")
_WORTH = regex(r"(?:相当|分)")
_HELD_BY = regex(r"^[同当]|^(?:ポスト|プレ)マネー$|(?:持ち?分|株式?|全体|企業|会社|事業|案件|取引|契約|資産|顧客)$")
"""岬製薬の持ち分の価値: whoever holds it has the sum."""
_VALUED = regex(r"の(?:資産|市場|実際の)?(?:価値|評価額|査定額|鑑定額|見積額|時価)[をはが、](?:計|総額|合計|時価)?$")
_SO_MANY = regex(r"(?:約|計|など){0,3}[0-9][0-9,.]{0,20}[万千]?(?:[^0-9、。()]{1,3}|[ァ-ヺー]{4,5})(?:など)?$")
_PLAN = regex(
    r"計画|予想|見通し|目標|想定|コンセンサス|予測|QUICK|上限|下限|実績|公表値|発表値|終値|価格|水準|ピーク|前期|前年|同期|従来|最高|最低|平均|合計|総額|高値|安値|時点|現在|[0-9年月日期]$|(?:利払い|支払い|返済|償還|発行|増資|融資|出資|投資|買収|取得|寄付|賠償|調達|引き受け|拠出|補償)$"
)


_TAKEN = regex(
    r"(?:相当|分)?\)?(?:の[^、。をはが0-9]{1,16})?を[^。]{0,40}?(?:取|盗|脅|奪|着服|横領|流用|受給|受け取|隠し|免れ|脱税|詐取|支払|渡し|持ち出|繰り返)"
    r"[^。]{0,30}?(?:として、?|(?:疑い|容疑|罪|の罪)で、?)"
)
_CHARGES = regex(
    r"を[^、。]{0,16}?(?:容疑|疑い)で|を[^。]{0,40}?(?:逮捕|書類送検|起訴|告発|追送検|摘発|送検)|が[^、。]{0,20}?(?:逮捕|(?:罪|違反)(?:など)?[にで]問われ)"
)
_CUFFED = r"(?:逮捕|書類送検|起訴|告発|追送検|摘発|再逮捕)"
# …をだまし取ったとして、無職の男(34)を逮捕した, その息子が逮捕, 男の逮捕状を取った, 詐欺罪に問われた元教授に
_SUSPECT = regex(
    r"(?:(?P<tried>問われ(?:た|ている|ていた)、?)|として、?|で、?|、|の|(?:した|だった|ていた)(?=[元無前一-鿿]))(?:その)?(?P<who>(?:[^、。をにはがでのと()]{1,12}の)?[^、。をにはがでのと()0-9]{0,8}?(?:男|女|男性|女性|少年|少女|者|員|社長|会長|議長|店長|[記支市町村区部課]長|知事|役員|秘書|教授|理事|医師|代表|夫婦|夫妻|住職|教諭|息子|娘|長男|長女|次男|妻|男ら|女ら|人))"
    rf"(?:\d{{1,2}}人)?(?:\([^()]{{1,20}}\))?(?:ら)?(?:\d{{1,2}}人)?(?(tried)(?=[のにがはを、])|(?:を[^、。]{{0,24}}?{_CUFFED}|が[^、。]{{0,16}}?逮捕|の逮捕状))"
)
_SAME_SUSPECT = regex(r"(?:同|両)(?:容疑者|被告|職員|社員)")
_CHARGE = regex(r"(?:逮捕|再逮捕|起訴|直接の|送検)?容疑は")
_DONE = regex(
    r"(?:相当|分)?\)?(?:の[^、。をはが0-9]{1,16})?を[^。]{0,24}?(?:取|盗|脅|奪|着服|横領|流用|詐取|受給)[^。]{0,16}?(?:という|疑い|とされ|もの|。|$)"
)


def charged(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """助成金約1億円をだまし取ったとして、村瀬徹容疑者を逮捕した: who is said to have taken it."""
    folded = reading.folded
    if doer := _doer(reading, value):
        return doer
    if not _TAKEN.match(folded, value.tail):
        told = _CHARGE.search(folded, 0, value.start) and _DONE.match(folded, value.tail)
        if not told:
            return ()
        person = reading.discourse.person or reading.discourse.anybody
        return (person,) if person is not None else _arrested(reading)  # 容疑は、現金3万円を盗んだというもの
    suspects = (c for c in reading.names if c.type == "person" and c.start > value.end)
    for suspect in suspects:
        if is_charged(suspect, folded) and _AT_LAW.search(folded, value.tail, suspect.start):
            return suspect.subjects[:1]  # 着服したとして業務上横領の罪に問われた早見被告に、懲役3年を言い渡した
        behind = _BEHIND_SUSPECT.match(folded, suspect.end)
        if behind and _CHARGES.match(folded, behind.end()):
            return suspect.subjects[:1]
    if (unnamed := _SUSPECT.search(folded, value.tail)) is None:
        if not _SAME_SUSPECT.search(folded, 0, value.start):
            return ()  # 村は同容疑者を免職とし、3000万円を横領したとして告訴した
        person = reading.discourse.person or reading.discourse.anybody
        return (person,) if person is not None else _arrested(reading)
    written = reading.scene.sentence.text[slice(*unnamed.span("who"))]
    return (Subject(written, written, None, "other"),)


def _arrested(reading: Reading) -> tuple[Subject, ...]:
    """Who was arrested without a name: 元職員の男(46)を逮捕した。逮捕容疑は3万円を盗んだ疑い。"""
    for scene, _ in reversed(reading.discourse.before):
        folded = scene.sentence.folded
        if (found := last_arrested(folded, 0, len(folded))) is not None:
            return (Subject(found["who"], found["who"], None, "other"),)
    return ()


def _doer(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """Who is charged and did it: 山野容疑者は3億円の損害を与えた; in the next sentence too (さらに6万円で売却していた)."""
    folded = reading.folded
    if value.mention.type != "money" or not _DID_IT.match(folded, value.tail):
        return ()
    acting = [c for c in reading.names if c.strength >= STRONG and c.end <= value.start and c.particle in _ACTS]
    if acting:
        last = acting[-1]
        return last.subjects[:1] if is_charged(last, folded) else ()
    scene, names = reading.discourse.before[-1] if reading.discourse.before else (None, ())
    topics = [c for c in names if c.particle in _ACTS and c.strength >= STRONG and c.type in {"person", "company"}]
    if scene is None or len(topics) != 1 or any(p.particle[:1] == "は" for p in phrases(reading.scene.sentence.text)):
        return ()
    return topics[0].subjects[:1] if is_charged(topics[0], scene.sentence.folded) else ()


_AT_LAW = regex(r"(?:罪|違反)(?:など)?[にで](?:問われ|起訴され)")


def is_charged(candidate: Candidate, folded: str) -> bool:
    """True for a person who is called a suspect or the accused: 山野容疑者, 早見被告."""
    said = candidate.text + folded[candidate.end : candidate.end + 3]
    return candidate.type == "person" and _ACCUSED.search(said) is not None


_ACCUSED = regex(r"容疑者|被告")
_ACTS = frozenset({"は", "が", "も"})
_DID_IT = regex(
    r"(?:あまり|余り|相当|以上|程度)?(?:の[^、。をはが0-9]{0,16})?(?:を|で)(?:[^、。はが]{0,24}?)"
    r"(?:横領|着服|詐取|だまし取|騙し取|脅し取|盗[みんま]|奪[いっ]|流用|損害を与え|不正受給|売却し|転売し|もうけ|儲け|得てい)"
    r"|(?:あまり|余り|相当|以上|程度)?の(?:損害|損失)を与え"
)
_BEHIND_SUSPECT = regex(r"[^。をが]{0,60}?(?=[をが])")


def causing(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """What has the economic effect that a figure is of: 新球場の開業がもたらす経済効果, 万博による経済波及効果."""
    effect = _EFFECT.search(reading.folded, 0, value.start)
    link = _BRINGS.search(reading.folded, 0, effect.start()) if effect is not None else None
    noun = next((p for p in phrases(reading.scene.sentence.text) if link and p.end == link.start()), None)
    return (Subject(noun.text, noun.text, None, "other"),) if noun is not None else ()


_EFFECT = regex(r"経済(?:波及)?効果|波及効果|生産誘発額")
_BRINGS = regex(
    r"(?:の(?:開業|開催|優勝|誘致|延伸|導入|実施|進出|建設))?(?:が[^、。は]{0,16}?(?:もたらす|生む|与える)|による|に伴う|の)[^、。はが]{0,8}$"
)


# 免税売上高は4社とも2割前後減った, 3社いずれも5%増だった
_ALIKE = regex(r"(?P<who>(?:大手)?(?<![0-9])[2-9][社行])(?:とも(?:に)?|いずれも|そろって)(?:約|およそ)?$")


def collective(reading: Reading, measure: Measure, value: Value) -> tuple[Subject, ...]:
    """A figure of a whole field or of several firms together: 業界全体の設備投資, 3社合算の時価総額."""
    text, folded = reading.scene.sentence.text, reading.folded
    field = _FIELD.search(folded, 0, value.start) if measure.family == "delivery" else None
    if field is not None:
        written = text[slice(*field.span("who"))]
        return (Subject(written, field["who"], None, "group"),)  # EV全体では27%減の21万台だった
    world = _WORLD.search(folded, 0, value.start) if measure.family == "delivery" and "世界" in folded else None
    if world is not None and not any(
        c.type == "company" and world.end() <= c.start < value.start for c in reading.names
    ):
        written = text[slice(*world.span("who"))]
        return (Subject(written, written, None, "other"),)
    if alike := _ALIKE.search(folded, max(0, value.start - 20), value.start):
        return (Subject(text[slice(*alike.span("who"))], alike["who"], None, "group"),)
    if (both := merged(reading, value)) is not None:
        return (both,)
    if all_of := heading_group(reading, value):
        return all_of
    if _BOTH_SUM.search(folded, max(0, value.start - 30), value.start) or _BOTH_HAVE.search(folded, 0, value.start):
        return (_last_two(reading),)
    match = _TOGETHER.search(folded, max(0, value.start - 70), value.start)
    listed = any(len(c.subjects) > 1 and c.end <= value.start for c in reading.names)
    if match and match["sum"] and not match["all"] and listed:
        match = None  # 丸紅と双日の時価総額は2社で8億円減った: of the two by their names
    if match and measure.family == "delivery" and (match["sum"] or "").endswith("国"):
        match = None  # 世界40カ国で600万部が売れた: where it sold
    if match is None:
        match = _THEIRS.search(folded, 0, value.start)
    if match and (measure.family == "financial" or match.start() == 0 or not match["several"]):
        firms = next(filter(None, match.groupdict().values()))
        return (Subject(text[match.start() : match.start() + len(firms)], firms, None, "group"),)
    if measure.family == "financial" and (all_of := _summed(reading, value)):
        return all_of
    if not any(c.strength >= STRONG and c.end <= value.start for c in reading.names) and (
        group := _GROUP.search(folded, 0, value.start)
    ):
        return (Subject(text[group.start() : group.end()], group.group(), None, "group"),)
    if FIELD.search(folded[: value.start]):
        return measured_owner(measure, text, folded) or topic_owner(value, text, reading.measures)
    if measure.name == "revenue" and "世界" in folded and (
        sold := _WORLD_SALES.search(folded, max(0, measure.start - 20), max(0, measure.start))
    ):  # fmt: skip
        return (Subject(sold["who"], sold["who"], None, "other"),)  # 23年の世界半導体売上高が5330億ドルに達する
    owner = measured_owner(measure, text, folded) if measure.family != "delivery" else ()
    # 世界の時価総額ランキングで、米エヌビディアが4兆ドル: whom the clause goes on to name is nearer.
    nearer = any(measure.end <= c.start < value.start and c.strength >= STRONG for c in reading.names)
    # グループ全体の最終利益: the topic's own group; 世界の既存店売上高 is the firm's that is spoken of.
    here = any(c.type == "company" and c.end <= measure.start for c in reading.names)
    firm = (here or reading.discourse.company is not None) and owner and owner[0].name == "世界"
    own = owner and (firm or owner[0].name in OWN_WHOLE | {"全体"})
    return owner if owner and not nearer and not own and _WHOLE.search(owner[0].name) else ()


def _summed(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """純利益の合計は, 各社の減損は合わせて behind 商社5社の決算が出そろった: of all of them, not of the first that is named."""
    own = _JOINTLY.search(reading.folded, 0, value.start)
    if own is None and _MOVES.match(reading.folded, value.tail):
        own = _THEIRS_MOVED.search(reading.folded, 0, value.start)
    if own is not None:
        written = reading.scene.sentence.text[slice(*own.span("who"))]
        return (Subject(written, own["who"], None, "group"),)  # 3メガバンクの純利益が合わせて3兆円を超えた
    told, last = reading.discourse.last or (-9, None)
    together = last is not None and last.type == "group" and reading.scene.sentence.index - told == 1
    if together and last is not None and _AS_BEFORE.search(reading.folded, 0, value.start):
        return (last,)  # 3社の純利益は2兆円だった。前期の3379億円から約7倍に増えた
    if not _OF_THEM_ALL.search(reading.folded, 0, value.start):
        return ()
    for scene in (reading.scene, *reversed(reading.discourse.lately)):
        end = value.start if scene is reading.scene else None
        if group := _GROUP.search(scene.sentence.folded, 0, end or len(scene.sentence.folded)):
            return (Subject(scene.sentence.text[slice(*group.span())], group.group(), None, "group"),)
    pair = last if together else reading.discourse.pair  # 両社を合わせた預金は11兆円。純利益の合計は391億円
    return (pair,) if pair is not None else ()


_JOINTLY = regex(
    r"(?:^|[、。])(?P<who>[一-鿿ァ-ヺー]{0,6}(?<![0-9.,])(?:[2-9]|[1-9][0-9]|[二三四五六七八九])(?:社|行|(?:大|メガ)[一-鿿ァ-ヺー]{2,8}))(?:(?:\([^()]{1,40}\))?の[^。はが]{2,40}が[0-9]{1,2}日(?:までに)?出(?:そろ|揃)い、[^、。はが0-9]{2,12}|の[^、。はが0-9]{2,12})[がは](?:合わせて|合計で?|計)(?:約|およそ)?$"
)
_AS_BEFORE = regex(
    r"^(?:[^、。はがも]{1,20}(?:で|により|から)、?)?(?:前[年期]|前年度|前年同期)(?:の|に比べ|から|比)[^、。はがも]{0,24}$"
)
_OF_THEM_ALL = regex(
    r"(?:^|[、。])(?:(?:連結|最終|当期)?(?:利益|純利益|最終利益|営業利益|経常利益|売上高|業務純益|減損損失)の(?:合計|総額)(?:額)?[はが]"
    r"|各社[のが][^、。はも]{2,20}?は?(?:合わせて|合計で?|計))(?:[^、。はが]{0,24}(?:で|と)、)?[^、。はが]{0,24}$"
)
# 関税が7社の営業利益を約1兆円押し下げた
_THEIRS_MOVED = regex(
    r"(?<![0-9.,])(?P<who>[一-鿿ァ-ヺー]{0,8}(?:[2-9]|[1-9][0-9])(?:社|行|グループ))の[^、。はがを0-9]{2,16}を(?:合計で?|合わせて|計)?(?:約|およそ)?$"
)
_MOVES = regex(r"(?:ほど|程度|余り|近く|超)?(?:分)?(?:押し[上下]げ|減らし|増やし|吹き飛ば|目減りさせ)")


def same_firm(reading: Reading, measure: Measure) -> tuple[Subject, ...]:
    """同社 that nobody named before, as written: better than nobody."""
    if measure.family not in {"financial", "delivery", "cap"} and measure.name != "share_price":
        return ()
    match = _SAME_FIRM.search(reading.folded)
    return (Subject(match.group(), match.group(), None, "company"),) if match else ()


def work_of(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """総事業費74億円の新市庁舎: what was built for it stands behind."""
    if reaching := _REACHING.match(reading.folded, value.tail):
        work = next((p for p in phrases(reading.scene.sentence.text) if p.start == reaching.end() and p.thing), None)
        return (Subject(work.text, work.text, None, "other"),) if work and not _BOOKED.match(work.text) else ()
    if reading.folded[value.tail : value.tail + 1] != "の" or _BOOKED.match(reading.folded, value.tail + 1):
        return ()
    deed = next((p for p in phrases(reading.scene.sentence.text) if p.start == value.tail + 1 and not p.thing), None)
    if deed is not None and (built := _DEED.sub("", deed.text)) not in {"", deed.text}:
        return (Subject(deed.text, built, None, "other"),)  # 総事業費74億円の新市庁舎建設
    return bound_owner(value, reading.scene.sentence.text, reading.folded, reading.measures)


_DEED = regex(r"(?:建設|整備|改修|工事|建て替え|計画|事業)+$")


def merged(reading: Reading, value: Value) -> Subject | None:
    """The firms that merge, of which the sum is: 合併後は売上高が4000億円となる, 両行合わせた総資産, 両社を合わせた店舗は."""
    pair, folded = reading.discourse.pair, reading.folded
    aside = folded.rfind("(", 0, value.start) > folded.rfind(")", 0, value.start)  # 業界2位の岬乳業(5868億円)に迫る
    both = _AS_ONE.search(folded, 0, value.start)
    if aside or not (both or (pair is not None and _ONE_FIRM.search(folded, 0, value.start))):
        return None
    named = any(c.type == "company" and c.strength >= STRONG and c.end <= value.start for c in reading.names)
    return None if named else pair or _last_two(reading)


def _last_two(reading: Reading) -> Subject:
    """両社の時価総額は計820億ドル減った: the two firms named last, as one."""
    found: list[str] = []
    for _, names in reversed(reading.discourse.before):
        for candidate in reversed(names):
            for subject in reversed(candidate.subjects if candidate.type == "company" and candidate.strength else ()):
                if subject.name not in found and len(found) < 2:
                    found.insert(0, subject.name)
    return Subject("両社", "と".join(found) if len(found) == 2 else "両社", None, "group")


def both_of(reading: Reading, value: Value) -> Subject | None:
    """両社は重複する部門で約1200人を減らす: of both, though neither is named in the sentence."""
    told = _BOTH_DO.search(reading.folded, 0, value.start)
    if told is None or any(c.strength >= STRONG and told.end("who") <= c.start < value.start for c in reading.names):
        return None
    return reading.discourse.pair or _last_two(reading)


_BOTH_DO = regex(
    r"(?:^|[、。])(?P<who>両[社行])(?:には|では|[はが])(?![^。]{0,80}(?:それぞれ|いずれも|ともに))[^。]{0,80}$"
)
_BOTH_SUM = regex(
    r"両[社行](?:の(?:[0-9]{1,2}月の)?[^、。はが0-9]{1,10}[はが](?:合計で?|合わせて|計)年?|の[^、。はが0-9]{1,16}(?:の合計|合計額?)[はが]|(?:で|は)?(?:合わせて|合計で?|計))(?:約)?$"
)
# 両社の米国での年間販売台数は; not 両社の売上高はいずれも
_BOTH_HAVE = regex(
    r"(?:^|[、。])両[社行]の[^、。はがも]{1,24}(?:台数|売上高|売り上げ|利益|時価総額|投資額|シェア)(?:は|が)(?!いずれも|ともに|それぞれ)[^、。はがも]{0,20}$"
)
# 統合が実現すれば, 両行の合計で, 単純合算で売上高は4000億円, 統合効果は営業利益で75億円
_AS_ONE = regex(r"両(?:銀?行|社|グループ|信金|金庫)(?:を|の)?(?:合わせ|あわせ|合計|合算|足し)")
_ONE_FIRM = regex(
    r"(?:合併|経営統合|統合)(?:後(?:は|の|に|、)|(?:が)?(?:実現)?(?:すれば|すると|した場合)|が(?:実現|成立|決まれば)|により|で(?:、|[0-9]))"
    r"|単純(?:合算|合計)|(?<![一-鿿])合算(?:すると|した|で|ベース)|(?:統合|相乗|シナジー)効果(?:は|が|として|で)"
)
_TOGETHER = regex(
    r"(?P<firms>(?:上位|主要|大手|日系|国内)?(?<![0-9.,])(?:[0-9]{1,3}|[二三四五])(?:社|行|大?商社|大?メガバンク))(?:合算|合計|の合計|で失われ|を?合わせた|の[^、。はがも]{1,10}を(?:足し合わせ|合わせ|合計す|合算す)ると|の[^、。はがも]{2,20}(?:の?合計(?:額)?|の総額|計)は)|(?P<groups>[0-9](?:大?メガバンクグループ|グループ|社|行))(?=が[^、。]{0,12}発表した[^。]{2,40}は、?合計)"
    r"|(?P<several>(?<![0-9,.])(?:[0-9]{1,2}|[二三四五六])[社行])の(?:[0-9]{1,2}月の|[今来昨][年期]の|[0-9]{2,4}年度?の)?[^、。はが]{1,10}[はが](?:合計で?|合わせて|計)|(?P<top>(?:上位|主要|大手|構成)[0-9]{1,4}(?:社|銘柄|行))の(?:合計)?時価総額"
    r"|(?P<sum>(?:上位|主要|大手)?(?<![0-9.,])(?:[0-9]{1,3}|[二三四五六])(?:社|行|カ国))で(?P<all>(?:みると|見ると)、?(?:合計|総額)[はが]|計|合計|合わせて|総額)?(?:約|およそ)?(?:[0-9.,兆億万]{1,12}円と前年同期の)?$"
)
# 4社の今年の販売計画は3億ケース, 3グループの純利益は; not 3社の売上高はいずれも
_THEIRS = regex(
    r"^(?P<several>(?:[2-9]|[1-9][0-9]|[二三四五六七八九])(?:社|行|大?メガバンク|グループ))の(?:[0-9]{1,2}月の|[今来昨][年期]の|[0-9]{2,4}年度?の|国内の?){0,2}[^、。はがもの]{2,12}[はが](?!いずれも|ともに|それぞれ|そろって|軒並み|各)[^、。はがも]{0,20}$"
)
_WHOLE = regex(r"(?:業界|市場|全体|全国|世界|家計)$")
OWN_WHOLE = frozenset(
    {"グループ全体", "会社全体", "全社", "連結全体", "直営店全体", "店舗全体", "全店", "全店舗", "チェーン全店"}
)
"""What a firm is called of which all parts are meant."""
_BOOKED = regex(
    r"(?:黒字|赤字|大台|水準|規模|見込|見通|予定|公算|可能性|恐れ|おそれ|懸念|との|という|模様|もよう|方向|支払|負担|拠出|投資|削減|増額|減額|予算|補助|計上|圧縮|請求|納付|返還|うち|ほか|半分|一部)"
)
# ビール系飲料大手4社の1~6月の販売数量は, トヨタグループ全体の生産は
_FIELD = regex(
    r"(?:^|[、。])(?:(?:[今来昨][年期]|[0-9]{2,4}年)の)?(?P<who>(?!グループ|会社|連結)[一-鿿ァ-ヺーA-Z]{2,10}全体)(?:で|について)?は[^、。はがも]{0,24}$"
)
# 世界の自動車販売台数が6900万台に戻る: of all makers, not of the one who speaks
_WORLD = regex(
    r"(?<!の)(?P<who>(?:全)?世界(?:全体)?の(?:自動車|新車|乗用車|スマートフォン|スマホ|携帯電話|PC|パソコン|EV|電気自動車|テレビ|タブレット|半導体|ゲーム機|二輪車))"
    r"(?:端末|市場)?の?(?:総|年間|新車)?(?:販売|出荷|生産|登録)(?:台数|量|数)?(?:は|が|も|を)[^、。はがも]{0,24}$"
)
_WORLD_SALES = regex(
    r"(?<![^年期月度]の)(?P<who>世界の?(?:半導体|スマートフォン|スマホ|パソコン|PC|ファウンドリー?|メモリー?|ゲーム|音楽|映画|医薬品|自動車|テレビ|タブレット|AI半導体|半導体製造装置))(?:市場)?の?(?:総|年間)?$"
)
_GROUP = regex(
    r"(?<![一-鿿ァ-ヺー])(?!発表|公表|調査|回答|対象|合計|合わせ|残り|過去|全国|最大|累計)[一-鿿ァ-ヺー]{2,14}(?<![約計全他各])(?:約)?[0-9]{1,4}(?:社|行|グループ)(?=の|は|が|で、|\()"
    r"|(?<![一-鿿ァ-ヺーA-Z])(?!同|両|当)[一-鿿ァ-ヺーA-Z]{2,12}グループ(?=全体の)"
    r"|(?<![0-9.,])[3-9三四五六七八]大[一-鿿ァ-ヺー]{2,10}(?=の|は|が|で、|\()"
)
# 総事業費118億円に上る新庁舎
_REACHING = regex(r"に(?:も)?(?:上る|のぼる|達する|及ぶ)|(?:以上|超|近く)?を(?:かけた|投じた|投じる|かける)")
_SAME_FIRM = regex(r"同社|会社側")
