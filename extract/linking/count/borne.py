"""What only names the sort of a thing sold: 1000円のカード, 80円切手, 卵1パックを298円で売る, 1ケース20本, 300万円未満の定期預金."""

from __future__ import annotations

from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex


def borne(folded: str, value: Value) -> bool:
    """True for what a card, stamp or voucher bears: 3万円、5万円のカード, 切手(50円、80円); and for 1円でも安く;
    also for the one piece that a price is told of, how many of them one case holds, and how much a deposit is of."""
    if value.mention.type in {"count", "percent"} and _SOLD.match(folded, value.tail):
        return value.amount.amount == 1 or value.amount.unit in _WEIGHTS or value.mention.type == "percent"
    if value.mention.type == "count":
        return _CASE.search(folded, max(0, value.start - 12), value.start) is not None
    if value.mention.type != "money":
        return False
    if value.amount.amount == 1 and _EVEN_ONE.match(folded, value.tail):
        return True
    if _STAMPS.search(folded, max(0, value.start - 40), value.start) and _IN_ROW.match(folded, value.tail):
        return True
    deposit = value.amount.relation in _BOUNDS and _DEPOSITS.match(folded, value.tail)
    return bool(deposit or _BORNE.match(folded, value.tail))


_BOUNDS = frozenset({"ge", "gt", "le", "lt"})
_DEPOSITS = regex(
    r"を預け[るた](?:場合|人|顧客)|の[^、。はがを0-9]{0,6}(?:[0-9]{1,2}[カか]?[月年]もの?)?[^、。はがを0-9]{0,8}(?:定期|預金|貯金|残高の(?:場合|口座))"
)
_STAMPS = regex(r"(?:切手|はがき|紙幣|硬貨|商品券|図書券|ギフト券)\((?:[0-9][0-9万千,]{0,6}円[、と・]){0,6}$")
_IN_ROW = regex(r"(?:[、と・][0-9][0-9万千,]{0,6}円){0,6}(?:の[0-9]種類?)?\)")
_CASE = regex(r"1(?:ケース|箱|函|カートン|ダース|パック|樽|袋)(?:当たり|あたり|につき|は|=|、|[大中小]瓶)?$")
_EVEN_ONE = regex(r"でも(?:多[くい]|早[くい]|安[くい]|高[くい]|長[くい]|少な[くい]|増や|減ら)")
_BORNE = regex(
    r"(?:[、と][0-9][0-9万,]*円)*の(?:[0-9]種類の)?(?:プリペイド|ギフト|磁気)?(?:カード|商品券|図書券|クーポン|紙幣|硬貨|切手)(?!ローン|会社|決済|代)"
)
_WEIGHTS = frozenset({"キロ", "グラム", "リットル", "ミリリットル", "ml", "mL", "g", "kg"})
_SOLD = regex(
    r"(?:カット|個|玉|本)?[をが](?:税込み?|税抜き|税別|特価)?(?:約|およそ)?[0-9][0-9.,万]{0,8}円(?:\([^()]{1,12}\))?(?:ほど|前後|程度)?"
    r"で(?:販売|売(?!却)|提供|並|購入|出)| ?(?:入り)?(?:缶|瓶|びん|ペットボトル|ボトル|パック)(?!詰|換算)"
)
