"""Dates that stand before a figure and are of something else: of a clause that is over, of what is compared with, of what comes
after.

Each pattern is read from the end of the date on; the figure stands behind what it takes.
"""

from __future__ import annotations

from datetime import date

from jijitsu.extract.linking.time.pins import Pin
from jijitsu.extract.regex import regex

_FIGURE = r"(?:約|およそ)?[0-9][0-9.,兆億万千]{0,14}(?:分の[0-9]{1,2})?"
# 2000年に対する増加率は, 2010年に比べて、農家は35%減った
_HELD_TO_IT = regex(
    r"より[^、。0-9]{0,16}?(?:増|減|多|少|高|低|拡大|縮小)|(?:に入って|の中で|で|として)?最[高多大低少悪長短速安](?!賞|高裁|大手)"
    r"|(?:時点|末|実績|当時)?(?:に対する|に比べ|と比べ|との比較|と比較|を(?:基準|100|1)と|に対する比率)"
    # 2018年から2023年に受け取っていた報酬よりも25%少ない
    r"|(?:に|の)(?![^。]{0,40}(?:前年|昨年|前期|前月|同期|同月|前回|計画|予想|従来|目標|見通し))[^、。はがもを0-9]{1,40}?よりも?(?:約|およそ)?$"
    # 2010年から2014年に受け取っていた年金の平均額と比較した場合、20%の減額
    r"|(?![^。]{0,60}(?:前年|昨年|前期|前月|同期|同月|前回))[^。、はがも0-9]{1,60}?(?:と比較し(?:た場合|て)|(?:に|と)比べ(?:て|ると|た場合)|を基準(?:に|と))"
)
# 2021年の51.20%を上回り58.31%だった, 前回2020年の3万票を大きく超え、4万票
_LEVEL_THEN = regex(
    rf"(?:\([^()]{{1,12}}\))?の[^、。はがを0-9]{{0,10}}{_FIGURE}[^、。0-9はがを]{{0,8}}?(?:を|に|から|と|より)[^、。0-9はがを]{{0,10}}"
    r"(?:上回|下回|超[えし]|及ば|比べ|割り込|倍増し|半減し|増え|減り|減っ|増加し|減少し|届か|抜い|抜き|対し|比較し)[^、。0-9は]{0,8}、?"
    # 5月2日から8日の310件より80件増えた
    rf"|の[^、。はがを0-9]{{0,10}}{_FIGURE}[^、。0-9はがを]{{0,6}}?よりも?(?:約|およそ|さらに)?$"
    # 昨年は42試合が放送されていたので4割も減る; not 2007年には
    rf"|(?:は|には)[^。]{{0,24}}?{_FIGURE}[^。、0-9]{{0,16}}?(?:ていた|だった|であった|あった)(?:ので|のに対し|のが|ため)、?"
)
# 2012年に海外へ渡り、これまでに8か国で; 2008年に独立し、その後5冊を書いた; 募集をやめ、現在在籍する17人
_LATER = regex(r"[^。]{2,80}?(?:これまでに|(?<=[、てし])(?:その後|以後|やがて|のちに|後に)|(?<=[、。で])現在(?!地))")
# 1999年の初優勝を含む4度
_INCLUDING = regex(r"の[^、。はが0-9]{1,30}を(?:含む|含めた|含めて|加えた|加えて)、?(?:計|合計|総計)?(?:約)?$")
# 14日に山口で行われるなど、38試合を数える; 1967年に建てられたもので、駅の南100メートルにある; 1974年に創刊されたが、
_TOLD_OF = regex(
    r"に(?:は|も)?[^。0-9]{2,40}?[るたうくつむ]など、|(?:に|から)[^、。0-9]{2,40}?[たる]もの(?:で|であり|だが)、"
)
_OF_THAT_YEAR = regex(r"に[^、。0-9]{1,40}?[たる]が、(?!同年|その年|初年|翌年)")
# 6月24日の議長選の前に, 4月1日の施行を前に、講習を開いた
_BEFORE_IT = regex(
    r"(?:の[^、。はがを0-9]{1,16}?)?(?:の(?:直)?前に|を(?:目前に|前に|控え|間近に)|に先立[ちっ]|に先駆け|に向け|に備え)"
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
    r"[^、。はがもをでに0-9]{1,20}(?:を(?!基|もと|元|対象|含|除|受け|機|契機|きっかけ|中心|皮切|合わせ)|について|に関し|をめぐ|を巡|に代わ|の代わり|の?跡地|と(?:共同|協力|連携|提携|ともに|共に))|[^、。はが0-9]{1,40}に加え)"
)
# 昨年には8万人が泳いだ海水浴場の水から、基準の6倍の; not 昨年30人が死亡した事故で
_USED_UP = regex(
    rf"(?:に(?:は)?、?|、)?[^、。はが]{{0,12}}{_FIGURE}(?![年月日時分週かヶカ])[^、。0-9はがを]{{1,6}}?[がをにも][^、。はがを0-9]{{1,12}}?{_PAST}(?=[一-鿿ァ-ヺA-Z「]){_NO_NOUN}"
    r"(?!事故|事件|火災|地震|台風|豪雨|爆発|衝突|噴火|攻撃|戦闘|大会|イベント|選挙|会議|催し|試合|災害)"
)
# 12月末で代表権を返すことや、役員10人の報酬を
_AND_ALSO = regex(r"(?:で|に|から|までに)[^、。0-9]{1,30}[るた]こと(?:や|に加え)、?")
# 3月末で退任し、後任が株式の4割を持つ; 旧店舗は1月に閉店し、新しい店は広さが2倍に
_ENDED = regex(
    r"(?:末|付|付け)?(?:で|に)[^、。0-9]{0,12}(?:退社|退任|退職|辞任|辞職|引退|勇退|閉鎖|閉店|閉館|廃校|閉校|終了|廃止|廃業|解散|卒業|脱退|撤退)(?:し|となり|して)、"
)
# 先月28日に亡くなった作家は、生涯で60冊を書いた; not 10日に亡くなった人は3人
_BEFALLEN = regex(
    r"に?[^、。0-9]{0,12}(?:亡くなっ|死去し|就任し|引退し|退任し|辞任し|退社し|結婚し|来日し|着任し)た(?!人は|人が|方は|者は)[^、。はが0-9]{1,24}[はがも]"
)
_BEHIND = (_LEVEL_THEN, _CHARGED, _OTHER_THING, _USED_UP, _AND_ALSO, _ENDED, _BEFALLEN, _TOLD_OF)
# 23日に投開票が行われる知事選には4人が立候補している: what is so already is of no day to come
_IS_TO_BE = regex(r"に[^、。0-9]{1,24}[るうくすつむぶ][一-鿿ァ-ヺA-Z][^、。0-9はが]{0,20}(?:には?|では?|は|に向けて?)")
_IS_SO = regex(
    r"(?![^。]{0,40}(?:見込|予定|計画|予想|とし|見通|方針))[^、。0-9]{0,24}(?:[てで](?:いる|いた|おり)|[しっいきりち]た|済み)(?:[。、]|$)"
)


def of_something_else(pin: Pin, folded: str, offset: int, start: int, end: int, published: date | None) -> bool:
    """True if the date before the figure from `start` to `end` is of another thing than the figure."""
    if pin.end > start:
        return False
    at, stop = pin.end - offset, start - offset
    to_come = published is not None and pin.days[0] > published
    if to_come and _IS_TO_BE.match(folded, at, stop) and _IS_SO.match(folded, end - offset):
        return True
    if _HELD_TO_IT.match(folded, at, stop) or _BEFORE_IT.match(folded, at, stop):
        return True
    if any(pattern.match(folded, at, stop) for pattern in _BEHIND) or _INCLUDING.match(folded, at, stop):
        return True
    if pin.grain != "day" and _LATER.match(folded, at, stop):
        return True
    if pin.grain == "year" and _OF_THAT_YEAR.match(folded, at, stop):
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
