"""Dates that stand before a figure and are of something else: of a clause that is over, of what is compared with, of what comes
after.

Each pattern is read from the end of the date on; the figure stands behind what it takes.
"""

from __future__ import annotations

from jijitsu.extract.linking.time.pins import Pin
from jijitsu.extract.regex import regex

_FIGURE = r"(?:約|およそ)?[0-9][0-9.,兆億万千]*(?:分の[0-9]{1,2})?"
# 2000年に対する増加率は, 2010年に比べて、農家は35%減った
_HELD_TO_IT = regex(
    r"(?:時点|末|実績|当時)?(?:に対する|に比べ|と比べ|との比較|と比較|を(?:基準|100|1)と|に対する比率)"
    # 2010年から2014年に受け取っていた年金の平均額と比較した場合、20%の減額
    r"|(?![^。]{0,60}(?:前年|昨年|前期|前月|同期|同月|前回))[^。、はがも0-9]{1,60}?(?:と比較し(?:た場合|て)|(?:に|と)比べ(?:て|ると|た場合)|を基準(?:に|と))"
)
# 2021年の51.20%を上回り58.31%だった, 前回2020年の3万票を大きく超え、4万票
_LEVEL_THEN = regex(
    rf"(?:\([^()]{{1,12}}\))?の[^、。はがを0-9]{{0,10}}{_FIGURE}[^、。0-9はがを]{{0,8}}?(?:を|に|から|と|より)[^、。0-9はがを]{{0,10}}"
    r"(?:上回|下回|超[えし]|及ば|比べ|割り込|倍増し|半減し|増え|減り|減っ|増加し|減少し|届か|抜い|抜き|対し|比較し)[^、。0-9は]{0,8}、?"
)
# 6月24日の議長選の前に, 4月1日の施行を前に、講習を開いた
_BEFORE_IT = regex(
    r"(?:の[^、。はがを0-9]{1,16}?)?(?:の(?:直)?前に|を(?:目前|前|控え|間近)に?|に先立[ちっ]|に先駆け|に向け|に備え)"
)
# 8月から9月にかけて自転車を盗んだとして、少年4人を逮捕した: the date of the deed; 9月に、盗んだとして: that of the arrest
_CHARGED = regex(r"(?:に|から|まで|にかけて|ごろ|頃){0,2}(?![、はも])[^。「」]{1,90}?[ただるい](?:など)?として、")
_POLICE = regex(r"(?:警|検|署|警察|当局|庁|捜査本部|特捜部|地検支部|海上保安部)(?:[^、。はが0-9]{0,8})?[はが]$")
_THEREUPON = regex(r"に?、|には")
_SEIZED = regex(
    r"[^。]{0,60}?[ただ](?:など)?(?:として|疑いで|容疑で|罪で)[^。]{0,30}?(?:逮捕|起訴|送検|告発|摘発|検挙|家宅捜索)"
)
_PERSONS = regex(r"(?:人|名)(?:ら)?$")
_NO_NOUN = r"(?!ため|ほか|後|際|時|結果|場合|上で|段階|分|額|数|年|月|日|頃|直後|最中|途中|一方|半面|反面|影響|模様|可能性|疑い|容疑|罪|様子|勢い|計算|格好|形)"
_PAST = r"[しいきけげえめれってんじちびり][ただ]"
# 昨年5月に辞任した前社長に代わり、社員450人を率いる; 2005年に行われた放映権の販売に加え、副会長に200万を払った
_OTHER_THING = regex(
    rf"に(?:は)?[^、。0-9「」]{{0,24}}?{_PAST}(?=[一-鿿ァ-ヺA-Z]){_NO_NOUN}(?:"
    r"[^、。はがもをでに0-9]{1,20}(?:を(?!基|もと|元|対象|含|除|受け|機|契機|きっかけ|中心|皮切|合わせ)|について|に関し|をめぐ|を巡|に代わ|の代わり|の?跡地)|[^、。はが0-9]{1,40}に加え)"
)
# 昨年には8万人が泳いだ海水浴場の水から、基準の6倍の; not 昨年30人が死亡した事故で
_USED_UP = regex(
    rf"(?:に(?:は)?、?|、)?[^、。はが]{{0,12}}{_FIGURE}(?![年月日時分かヶカ])[^、。0-9はがを]{{1,6}}?[がをにも][^、。はがを0-9]{{1,12}}?{_PAST}(?=[一-鿿ァ-ヺA-Z「]){_NO_NOUN}"
    r"(?!事故|事件|火災|地震|台風|豪雨|爆発|衝突|噴火|攻撃|戦闘|大会|イベント|選挙|会議|催し|試合|災害)"
)
# 12月末で代表権を返すことや、役員10人の報酬を
_AND_ALSO = regex(r"(?:で|に|から|までに)[^、。0-9]{1,30}[るた]こと(?:や|に加え)、?")
_BEHIND = (_LEVEL_THEN, _CHARGED, _OTHER_THING, _USED_UP, _AND_ALSO)


def of_something_else(pin: Pin, folded: str, offset: int, start: int, end: int) -> bool:
    """True if the date before the figure from `start` to `end` is of another thing than the figure."""
    if pin.end > start:
        return False
    at, stop = pin.end - offset, start - offset
    if _HELD_TO_IT.match(folded, at, stop) or _BEFORE_IT.match(folded, at, stop):
        return True
    if any(pattern.match(folded, at, stop) for pattern in _BEHIND):
        return True
    return _of_the_arrest(pin, folded, offset, start, end)


def _of_the_arrest(pin: Pin, folded: str, offset: int, start: int, end: int) -> bool:
    """県警は2月、1200万円をだまし取ったとして男を逮捕した: the day of the arrest, and not of the deed."""
    ahead = folded[max(0, pin.start - offset - 20) : pin.start - offset]
    if not _THEREUPON.match(folded, pin.end - offset, start - offset):
        return False
    if not (folded.startswith("には", pin.end - offset) or _POLICE.search(ahead)):
        return False
    whom = _PERSONS.search(folded, start - offset, end - offset) and folded.startswith("を", end - offset)
    return not whom and _SEIZED.match(folded, end - offset) is not None


def of_what_follows(pin: Pin, folded: str, offset: int) -> bool:
    """True for the day of what is still to come: 6月24日の議長選の前に「…」と持ち掛けた."""
    return _BEFORE_IT.match(folded, pin.end - offset) is not None
