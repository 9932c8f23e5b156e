"""Is a fee what one pays (入館料は500円), or what is paid or taken in all (手数料は21%増の18億ドル, 放映権料は年間40億円)?"""

from __future__ import annotations

from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene
from jijitsu.schemas.mention import Amount, Mention


def each_pays(scene: Scene, fee: Mention) -> bool:
    """True if the first sum behind a fee is what one pays: 給食費は月4800円, 検査費として1回1300円; not 給食費の無償化に2億円."""
    behind = next((m for m in scene.of("money") if fee.end <= m.start <= fee.end + 30), None)
    value = behind.value if behind is not None else None
    if behind is None or not isinstance(value, Amount) or value.unit != "JPY" or abs(value.amount) >= _TOO_DEAR:
        return False
    if fee.text.endswith(_FEE_COSTS):
        return True
    folded, base = scene.sentence.folded, scene.sentence.start
    if not fee.text.endswith("費") or _SPENT.search(fee.text) or _HANDED.match(folded, behind.end - base):
        return False
    return _PER_ONE.search(folded[fee.end - base : behind.start - base]) is not None


_TOO_DEAR = 100_000
_PER_ONE = regex(
    r"^(?:として|は|が|も)[^、。はがも0-9]{0,10}、?[^、。はがも0-9]{0,6}1(?:[人回台件通日泊枚袋個本着冊食頭匹社戸名部]|時間|世帯|[カか]月|キロ|箱)(?:当たり|あたり|につき)?(?:約|一律|平均)?$"
)
_HANDED = regex(r"(?:を|が)[^、。はが]{0,8}(?:支給|補助|助成|給付|交付|配|渡)")
_SPENT = regex(
    r"人件|製造|建設|開発|生産|制作|運営|維持|燃料|輸送|物流|広告|研究|設備|工事|原材料|警備|事業|消費|電気|光熱|販促|調達|宣伝|医療|歳費|軍事|防衛"
)
"""What a work costs those who do it, though it is told by the piece."""
_FEE_COSTS = ("給食費", "療養費", "診療費", "分娩費", "保育費", "教材費", "登録費", "諸会費")


def is_total(scene: Scene, fee: Mention) -> bool:
    """True if the sum said behind a fee is more than anybody pays at once: what a firm takes in."""
    if scene.sentence.folded[fee.end - scene.sentence.start :][:1] not in {"は", "が", "も"}:
        return False  # 手数料1億円を支払う
    behind = next((m for m in scene.of("money") if fee.end <= m.start <= fee.end + 30), None)
    amount = getattr(behind.value, "amount", None) if behind is not None else None
    unit = getattr(behind.value, "unit", "") if behind is not None else ""
    return amount is not None and amount >= (100_000_000 if unit in {"JPY", "KRW", "IDR", "VND"} else 5_000_000)


def in_all(scene: Scene, fee: Mention) -> str:
    """What the sum behind a fee is if it is no price that many pay (命名権料は年間2500万円; not 授業料は年120万円), else ""."""
    behind = next((m for m in scene.of("money") if fee.end <= m.start <= fee.end + 16), None)
    value = behind.value if behind is not None else None
    if behind is None or not isinstance(value, Amount):
        return ""
    if abs(value.amount) < (_NO_FEE if value.unit in {"JPY", "KRW", "IDR", "VND"} else _NO_FEE // 100):
        return ""
    return "cost" if _PAYS.match(scene.sentence.folded, behind.end - scene.sentence.start) else "other"


_NO_FEE = 10_000_000
_PAYS = regex(r"(?:以上|超|余り)?を[^、。はが]{0,12}(?:支払[いうっわ]|払[いうっわ]|納め)")
FEES = frozenset({"手数料", "料金", "運賃", "保険料", "利用料", "月額利用料", "入場料", "家賃", "会費", "授業料"})
