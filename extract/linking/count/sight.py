"""Whose the figure of a noun is.

A thing owns its own figure (渋滞は24キロ). What somebody has or employs is its owner's (同社の従業員), and so is what is
measured of something (橋の全長): the owner is the noun before の, what a bracket describes, the topic, the firm of the text.
"""

from __future__ import annotations

from jijitsu.extract.linking.count.reach import ACTS, FIRM, Owners, Reach, described_by, only_tells, tells
from jijitsu.extract.linking.subject.buildings import building_of
from jijitsu.extract.linking.subject.grounded import tells_why
from jijitsu.extract.linking.subject.nouns import (
    Noun,
    is_attribute,
    is_held,
    is_place,
    is_public,
)
from jijitsu.extract.linking.subject.subjects import spread
from jijitsu.extract.linking.value.modality import CLAUSE
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

# 3社の国内シェアは7割, 2社が占める割合は44%
_SEVERAL = regex(
    r"(?P<who>(?<![0-9,.])(?:[2-9]|[1-9][0-9]|[二三四五六])(?:社|行|カ国|か国|人|党|県|市))(?:の|が[^、。]{0,8}に占める)(?:[一-鿿]{2})?$"
)
_BACKED = ("党", "内閣", "候補", "氏", "陣営", "首相", "大統領", "会派", "連合")
_HOUSES = regex(r"(?:スタートアップ|工場|ベンチャー|会社|企業|メーカー|銀行|チェーン|工房|農園|旅館|ホテル|酒造|酒蔵)$")
_SUPPORT = regex(r"支持|得票|議席|票(?!率)|当選|定数|賛成")
# What is measured of a thing itself.
_BODILY = regex(
    r"(?:最大|平均|推定|総)?(?:全長|全幅|体長|体高|体重|身長|直径|標高|水深|中心気圧|(?:瞬間)?風速|重さ|高さ|長さ|深さ|幅|厚さ|面積|広さ|太さ)"
)
_BUILT = regex(
    r"(?:最大|平均|総|定格|合計|発電|想定)?(?:出力|発電能力|処理能力|生産能力|計算性能|消費電力|容量|貯水容量|貯水量|総延長|総重量|排水量|航続距離|設計寿命|耐用年数|排気量|積載量"
    r"|搭載量)|最高(?:速度|時速|速力|出力)"
)
"""What a ship or a plant has: 発電所が稼働した。出力は14万キロワットで."""
_BODIES = regex(r"(?:[会庁省署局班隊者氏市県町村府都]|チーム|グループ|大学)$")
_WATERS = frozenset({"津波", "波"})
"""津波が高さ4メートルに達した: what is high itself."""
_CASES_OF = regex(r"(?:認知|検挙|相談|発生|被害|摘発)(?:件数|人数)?")
_REGION = regex(r"[北南]米|中南米|欧州|欧米|東南アジア|アジア|中東|アフリカ|海外|国内外?|全?世界|首都圏|全国")
_CASES = frozenset({"本体", "車体", "機体", "筐体"})
_WITHIN = regex(r"[市県都道府区町村国島]内")
_PERSONS_OF = regex(r"[者客員]$")
_PHYSICAL = regex(
    r"(?:重さ|重量|質量|長さ|全長|高さ|幅|奥行き|厚さ|直径|容量|出力|航続距離|最高速度|最高時速|画面|寿命|消費電力|充電時間|解像度)$"
)
_FORESEES = regex(
    r"(?:の(?:約)?[0-9][0-9.,万千億]{0,8}[人件台店枚]{1,2})?(?:程度|ほど|前後)?と(?:見込|見積|予想|予測|想定|推計|試算|推定|みて|見て)"
)
_DIVISION = regex(r"(?:事業|部門|分野|本部|現場)$")
_FROM_THERE = regex(r"(?:者|客|人)数?$")
_THERE_IS = regex(r"[^、。はがを]{0,6}(?:あ[るっり]|生じ|出る|伴う|見込)")
_SIZE = regex(
    r"(?:最大|平均)?(?:全長|全幅|全高|車長|車幅|体長|体高|体重|重さ|重量|高さ|長さ|幅|厚さ|直径|太さ|奥行き|定員|最高速度|最高時速|出力|航続距離|糖度|樹高|樹齢|排水量|総トン数|収容人数|最高高度|飛行距離|射程)"
)
_THINGS = frozenset("隻台両基体匹頭本棟個面枚機羽尾杯艇株点冊発") | {"編成", "機体", "カ所", "か所", "つ", "玉"}
_ANIMALS = frozenset("体匹頭羽尾")
_TOPICAL = frozenset({"は", "が", "も", "には", "では"})
_HIRAGANA = regex(r"[ぁ-ん]")
_GATE = regex(r"(?:観客|入場者|観衆|動員|勝ち点|勝点|得点|失点)数?$")
_HOLDS_STAFF = regex(
    r"(?:[館園社所会庁省県市町村署局班隊校院店場蔵房国者氏]|チーム|グループ|センター|大学|企業|法人|団体|メーカー|チェーン|ホテル|スタートアップ|事業|部門|ブランド|基地|施設|船|港)$"
)
_KEEPERS = regex(r"(?:[館園社所会庁省県市町村署局班隊校院店者氏]|チーム|グループ|センター|大学)$")


_AT_LARGE = regex(r"(?:[一-鿿ァ-ヺーA-Z]{1,8})?(?:需要|供給|市場|消費|物価|賃金|雇用|人口)")
"""What is everybody's rather than the firm's of whoever tells of it."""
_OF_SHOPS = regex(r"(?:平均)?客単価|(?:来店|入店|利用|購買|来場)?客数?|店舗数?|買い?上げ点数")

_ITSELF = regex(r"(?:グループ|自社|本社|連結|単体)(?:全体|企業)?")
_TAKINGS = regex(r"(?:既存店|全店)?(?:の)?(?:売上高|売り上げ|販売額|販売高)$")


class Sight(Reach):
    """A count in its sentence, and whose the figure of each noun in its reach is."""

    def owner(self, noun: Noun, depth: int = 0, *, glued: bool = False) -> Owners:
        """Whose the figure of this noun is: its own, or the owner's of what is held or measured."""
        if noun.subjects:
            candidate = next((c for c in self.reading.names if c.start == noun.start), None)
            return spread(candidate, self.at, self.reading.values, self.folded) if candidate else noun.subjects
        holder = self.possessor(noun)
        if holder is not None and holder.particle == "からの" and _FROM_THERE.search(noun.name):
            return (self.subject(noun),)  # 携帯からの利用者数は
        word = holder is not None and holder.type == "product" and not (is_held(noun) or is_attribute(noun))
        if holder is not None and holder.type in FIRM and not glued and not (word and _HIRAGANA.search(holder.text)):
            return holder.subjects[:1]  # 「残り1つ」の自治体 are no thing's
        if glued:
            return (self.subject(noun, self.value.start),)
        if is_held(noun) or is_attribute(noun):
            return self.holder_of(noun, holder, depth) or (self.subject(noun),)
        money = any(m.family == "financial" and m.end == noun.end for m in self.reading.measures)
        if money and holder is not None and holder.particle in {"への", "向けの", "との"}:
            return self.firm() or (self.subject(noun),)  # ホンダへの売上高が6割を占める
        if money and depth and noun.particle == "の" and holder is None and (firm := self.firm()):
            return firm  # 売上高の海外比率は21%: a line's rate is the firm's
        if money and noun.particle[:1] in ACTS and (firm := self.named() or self.firm()):
            return firm  # 既存店売上高が4%増え、客数は1%減った: money has no customers
        if money and noun.particle[:1] in ACTS | {"の"} and holder is not None:
            return self.owner(holder, depth + 1)  # 花火の売上高は2500万フランで、350人が働く
        return (self.subject(noun),)

    def holder_of(self, noun: Noun, holder: Noun | None, depth: int) -> Owners:
        """Who has what is held or measured: its possessor, what its bracket describes, the topic, the firm of the text."""
        if holder is not None and depth < 3 and (holder.type != "person" or is_attribute(noun)):
            return self._of_possessor(noun, holder, depth)
        several = _SEVERAL.search(self.folded, max(0, noun.start - 12), noun.start)
        if (
            several
            and not self.value.start <= several.start() < self.value.tail
            and not self.folded.startswith("を", noun.end)
        ):
            return (Subject(several["who"], several["who"], None, "group"),)
        described = described_by(self.nouns, noun.start, self.folded)
        if described is not None:
            return self.owner(described, depth + 1)
        if thing := self._counted_last(noun):
            return thing
        public = is_public(noun)
        if not public and not _BODILY.fullmatch(noun.name) and (named := self.named()):
            return named
        told, last = self.reading.discourse.last or (-9, None)
        if (
            public
            and _CASES_OF.fullmatch(noun.name)
            and last is not None
            and self.reading.scene.sentence.index - told == 1
        ):
            return (last,)  # 特殊詐欺の被害額は271億円だった。認知件数は6800件で
        if public:
            return self.backed(noun) or self.there() or self.spoken_place(noun)
        return self._of_text(noun)

    def _counted_last(self, noun: Noun) -> Owners:
        """護衛艦を2隻建造する。全長は133メートル: so big are the things that the sentence before counted, not who has them."""
        told, last = self.reading.discourse.last or (-9, None)
        if last is None or last.type not in {"other", "product"} or not _SIZE.fullmatch(noun.name):
            return ()
        units = _ANIMALS if noun.name.startswith("体") else _THINGS
        things = {owners[0] for unit, owners in self.reading.discourse.counted if unit in units}
        if self.reading.scene.sentence.index - told != 1 or last not in things:
            return ()
        told_of = (
            n for n in self.before if n.start < noun.start and n.particle in _TOPICAL and not _SIZE.fullmatch(n.name)
        )
        return () if any(not tells(n) for n in told_of) else (last,)

    def _of_possessor(self, noun: Noun, holder: Noun, depth: int) -> Owners:
        """Whose the noun behind の is; a place, a deed or a body of a thing leave it to the firm or the thing."""
        if _ITSELF.fullmatch(holder.name) and (firm := self.named() or self.firm()):
            return firm  # イオンはグループの従業員が60万人になったと発表した
        abroad = holder.type == "country" or _REGION.fullmatch(holder.name)
        deed = is_held(noun) and not (holder.subjects or holder.thing or holder.name.startswith("同"))
        if (abroad or deed) and not is_public(noun) and (firm := self.firm()):
            return firm  # 米国の在庫, 北米の主要顧客, 研究開発の人員
        product = self.reading.discourse.product
        if product is not None and holder.name in _CASES and not self.possessor(holder):
            return (product,)  # 本体の重さは98キログラム
        if is_held(noun) and _DIVISION.search(holder.name) and (owner := self.firm() or self.named()):
            return owner  # 総合スーパー事業の人員
        if deed or (is_held(noun) and _WITHIN.fullmatch(holder.name)):
            return (self.subject(noun),)  # 漆塗りの木製品, 市内の教室
        if not (holder.subjects or holder.thing or is_held(holder) or self.possessor(holder)):
            return (self.subject(holder),)  # 同装置の受注台数
        return self.owner(holder, depth + 1)

    def _counted(self, noun: Noun) -> Noun | None:
        """うち大腿骨(だいたいこつ)1本は長さ2メートル、重さ540キロ: the noun whose count is the topic of what is measured."""
        for value in reversed(self.reading.values[: self.at]):
            if value.mention.type == "count" and self.folded.startswith(("は", "が"), value.tail):
                gap = self.folded[value.tail + 1 : noun.start]
                if "。" in gap or any(n.particle == "は" for n in self.before if value.tail < n.start < noun.start):
                    return None
                ends = {
                    value.start,
                    self.folded.rfind("(", 0, value.start) if self.folded[value.start - 1] == ")" else -1,
                }
                return next((n for n in reversed(self.before) if n.end in ends), None)
        return None

    def _of_text(self, noun: Noun) -> Owners:
        """Who has what stands without a possessor: the topic, the thing or the firm that the text speaks of."""
        if _BODILY.fullmatch(noun.name) and (counted := self._counted(noun)) is not None:
            return self.owner(counted, 3)
        why = {n.start for n in self.before if not n.subjects and tells_why(self.folded, n.end, noun.start)}
        topics = [n for n in self.before if n.start not in why and self._may_hold(n, noun)]
        telling = noun.particle not in ACTS  # 日本政府観光局は訪日客数が…と発表した tells of others
        if noun.particle == "を" and _FORESEES.match(self.folded, self.value.tail):
            topics = [n for n in topics if n.particle != "は"]  # 市は、年間発電量を約160万キロワット時と見込む
        topics = [n for n in topics if not tells(n)] or (topics if telling else [])
        if _AT_LARGE.fullmatch(noun.name) and any(n.type == "other" for n in topics):
            return (self.subject(noun),)  # IEAは、世界の石油需要の伸びを日量85万バレルと予想した
        if (teller := self.teller()) and noun.particle in ACTS:
            topics = [n for n in topics if n.type != "person" or n.subjects[0].name != teller]
            # ベラCEOは、供給は1%しか増えないと話した: what he tells of is not his own
        topics = [n for n in topics if n.subjects or not only_tells(n, self.teller(), self.folded)]
        seat = next((n for n in reversed(self.before) if n.subjects and n.particle == "には"), None)
        if seat is not None and is_held(noun) and not topics:
            return seat.subjects[:1]  # 同機関には約1万6000人の職員がいる
        if noun.start > self.value.start and (seat := self._endowed(noun)) is not None:
            return self.owner(seat, 3)
        beside = next(
            (
                n
                for n in reversed(self.before)
                if n.start not in why and is_attribute(n) and n.end < noun.start and n.particle in ACTS
            ),
            None,
        )
        if not topics and beside is not None and (holder := self.possessor(beside)) is not None and is_attribute(noun):
            return self.owner(holder, 3)  # 惑星の質量は地球の3倍、半径は1.6倍
        product = self.reading.discourse.product
        bare = self.folded[noun.start - 1 : noun.start] in {"", "、", "。", "「"}
        if product is not None and bare and not topics and _PHYSICAL.search(noun.name):
            return (product,)  # 本体の重さは98キログラム: no firm weighs that
        if not topics and is_held(noun) and (seller := self._of_the_line(noun)):
            return seller
        if firm := self.firm():
            if not topics and _GATE.search(noun.name) and (club := self.main(noun) or self.lately()):
                return club  # サンライズは7位に終わった。平均観客数は6412人で
            topics = [n for n in topics if n.type != "person"]
        if topics:
            return self.owner(topics[-1], 3)
        built = _BUILT.fullmatch(noun.name)
        thing = (
            (self.defined(noun) or self.lately())
            if bare and noun.particle in ACTS and (built or _BODILY.fullmatch(noun.name))
            else ()
        )
        if thing and not (_BODIES if built else _KEEPERS).search(thing[0].name):
            return thing  # 橋は50年前に架けられた。全長は60メートルで
        return (
            firm or self.there() or self.defined(noun) or self.main(noun) or self._house(noun) or self._trade(noun)
            or (building_of(noun.name, self.reading.scene, self.reading.discourse.scenes) if bare and noun.particle in ACTS else ())
        )  # fmt: skip

    def _endowed(self, noun: Noun) -> Noun | None:
        """調査には3%の誤差がある, 橋には60メートルの長さがある: what has so much of it."""
        has = noun.particle in ACTS and _THERE_IS.match(self.folded, noun.behind)
        seat = next((n for n in reversed(self.before) if n.particle in {"には", "にも"}), None)
        found = has and seat is not None and not tells(seat) and not _REGION.fullmatch(seat.name)
        return seat if found else None

    def _of_the_line(self, noun: Noun) -> Owners:
        """甲社の前期の売上高は60億円で、従業員は210人だった: of whose line stands before, in the same sentence."""
        line = next((n for n in reversed(self.before) if n.end < noun.start and n.particle in {"は", "が"}), None)
        if line is None or not any(m.family == "financial" and m.end == line.end for m in self.reading.measures):
            return ()
        whose = [c for c in self.reading.names if c.type == "company" and c.end < line.start and c.particle[:1] == "の"]
        near = whose and not CLAUSE.search(self.folded, whose[-1].end, line.start)
        return whose[-1].subjects[:1] if near else ()

    def _trade(self, noun: Noun) -> Owners:
        """コンビニの売上高は1兆円だった。客単価は767円: of the trade whose takings were told last, where no firm is."""
        if not _OF_SHOPS.fullmatch(noun.name) or noun.particle not in ACTS:
            return ()
        trade = dict(self.reading.discourse.sums).get("revenue")
        name = _TAKINGS.sub("", trade.name) if trade is not None and trade.type == "other" else ""
        return (Subject(name, name, None, "other"),) if name else ()

    def _house(self, noun: Noun) -> Owners:
        """このスタートアップは1億ドルを調達した。従業員は86人: who employs them, though it has no name."""
        last = self.lately() if is_held(noun) and noun.particle in ACTS else ()
        return last if last and _HOUSES.search(last[0].name) else ()

    def _may_hold(self, topic: Noun, noun: Noun) -> bool:
        """True for a topic or subject that may have the noun: not one of a clause that is over, nor people, nor money."""
        if topic.start >= noun.start or topic.particle not in {"は", "も", "が"} or is_attribute(topic):
            return False
        if is_public(topic) and not (topic.name in _WATERS and _BODILY.fullmatch(noun.name)):
            return False  # 町の人口は減り、高齢化率は43%に達する
        if "。" in self.folded[topic.behind : noun.start] or (is_held(noun) and _PERSONS_OF.search(topic.name)):
            return False
        if any(m.family in {"financial", "price"} and m.end == topic.end for m in self.reading.measures):
            return False  # グッズの売上高は4億円で、会員数は2万人; 入館料は900円で、利用者は7万人
        counted = any(topic.behind <= v.start < noun.start for v in self.reading.values)
        if counted and is_held(noun) and not topic.subjects and not _HOLDS_STAFF.search(topic.name):
            return False  # 機械は50台で、従業員は30人
        over = CLAUSE.search(self.folded, topic.behind, noun.start)
        return topic.particle == "は" or bool(topic.subjects) or not over  # 濃い魚群ができ、平均の重さは135グラムと

    def spoken_place(self, noun: Noun) -> Owners:
        """The place that the clause speaks of: セメイ市は人口35万人だ."""
        topics = [n for n in self.before if n.end <= noun.start and n.particle in {"は", "も"} and is_place(n)]
        return self.owner(topics[-1], 3) if topics else ()

    def backed(self, noun: Noun) -> Owners:
        """The party or person whose support or seats they are: 労働党は支持率41%、国民党は44%."""
        if not _SUPPORT.search(noun.name):
            return ()  # 大統領は、国内の死者数が912人に達したと述べた
        backs = [
            n for n in self.before
            if n.start < noun.start and n.particle in {"は", "が", "も"} and n.name.endswith(_BACKED) and not n.name.startswith("同")
        ]  # fmt: skip
        return self.owner(backs[-1], 3) if backs else ()
