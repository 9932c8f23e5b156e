"""Dates that stand before a value and say nothing of it: those of an old high, of a result, of a clause that is over."""

from __future__ import annotations

from jijitsu.extract.linking.time.pins import Pin
from jijitsu.extract.regex import regex


def of_old_price(pin: Pin, folded: str, offset: int, start: int) -> bool:
    """True if the pin dates an old high that this value is not: 4255円まで買われ、6月29日の年初来高値4175円を更新した."""
    old = _OLD_PRICE.match(folded, pin.end - offset) or _OLD_MOVE.match(folded, pin.end - offset)
    return old is not None and start - offset != old.start("at")


# 昨日の193円高に対し、前引けは203円安
_OLD_MOVE = regex(r"の(?P<at>[0-9][0-9.,万]*(?:円(?:[0-9]+銭)?|ドル|ポイント|%))[高安]に(?:対し|比べ)")
_OLD_PRICE = regex(
    r"(?:の|に(?:つけ|付け|記録し)た)[^、。はが0-9]{0,8}[高安]値[(]?(?P<at>(?:[0-9][0-9.,万]*円?(?:[0-9]+銭)?)?)[)]?(?:を|に)[^、。はが]{0,8}(?:更新|上回|下回|抜|迫|突破|超え|接近|届|並|塗り替|割)"
)


def of_result(pin: Pin, before: str, offset: int) -> bool:
    """True for what dates no price: [第3四半期]の売上高見通しが予想を上回り、8%高; [前週後半]に急落したトヨタは3%高."""
    behind = before[pin.end - offset :]
    if pin.grain == "period":
        return _RESULT.match(behind) is not None
    return pin.text.startswith(("前週", "先週", "先月", "前月")) and _DESCRIBING.match(behind) is not None


_RESULT = regex(
    r"(?:累計)?(?:の|に|は|、)?[^、。]{0,14}(?:売上|売り上げ|収益|利益|損益|決算|業績|見通し|増収|減収|増益|減益|配当|受注|赤字|黒字)"
)
_DESCRIBING = regex(
    r"(?:後半|前半|末|初め)?(?:に|、)[^、。はがも]{1,16}(?:した|だった|んだ|いた|った|けた|げた)[ァ-ヺー一-鿿A-Za-z]{1,16}[はがも]"
)
# 6月末までに終わる予定だったが、…工費は104億円; 現在の22%から25%に: the pin is of what stands before.
# 9月末のサイバー攻撃による障害で出荷が滞り、売上高は5%減少した: the day of why it was so
_OVER = regex(
    r"の[^、。0-9はが]{2,24}(?:による|に伴う|の影響で|を受けた)[^。は]{2,40}?(?:[りしきみえいてく]|ず)、[^。]{0,30}?[^、。]{2,20}は|"
    r"には[^。]{2,60}?[たる]が、[^、。]{0,8}(?:最近|近年|現在|今|数年)は|"
    r"に[^。]{2,60}?(?:ことが?も?あるが|ていたものの?で|ていたが)、|"
    r"に(?:は)?[^。]{2,60}?(?<=[てげめけ])おり、[^。]{0,30}?[^、。]{2,20}は|"
    r"(?:に(?!は)|から|まで|までに|以降|頃|ごろ)(?!終)[^。]{2,80}?(?:[たるだ]が|ため|もので|であり|ており|[0-9]年間で|の期間で)、[^。]{0,30}?[^、。]{2,20}は"
)
# 4~6月期に終える予定で、3行が1000億円の; 契約は6月までで、年俸は; 漁は5月末まで続き、; 4月から無償化するため、2億円を; 3月、計画を明らかにしており、
_SET_FOR = regex(
    r"(?:に(?!は)|までに|から)[^。、0-9]{1,24}(?:予定|計画|見込み|見通し|方針|運び)(?:で|だが|であり|だったが|であったが)、"
    r"|(?:の[^、。0-9]{1,16}?)?(?:は|では|には)[^。]{1,60}?[たるだ]が、(?:今回|今年|今季|現在|足元|最近|近年|今は|今では)"
    r"|(?:頃|ごろ)?(?:の|に)[^、。0-9]{1,16}を?(?:予定|計画|目指)[^、。0-9]{0,8}(?:たが|だが)、"
    r"|までで、|まで(?:続|行わ|開か|開催|募集|実施|受け付け)[^、。]{0,6}[きれしけり]、"
    r"|(?:に|から|までに)[^。、0-9]{1,24}[るうくすつぶむぐ]ため、"
    r"|、[^。]{2,60}?(?:明らかにし|発表し|公表し|表明し)て(?:おり|いるが|いるほか)、"
)


def is_over(pin: Pin, before: str, offset: int) -> bool:
    """True if the pin belongs to a clause that has ended, and another topic stands in front of the value."""
    behind = before[pin.end - offset :]
    if _SET_FOR.match(behind):
        return True
    return pin.grain in ("day", "month", "year", "span") and _OVER.match(behind) is not None


_TO_ANOTHER = regex(r"から[^。0-9]{0,6}[0-9][0-9.,兆億万千]*[^、。0-9]{1,8}?(?:に|へ)")
_FORECAST = regex(r"予想|見通し|目標|計画|見込み|想定")


def changes_from(folded: str, start: int, end: int) -> bool:
    """True for the figure that a change starts with, unless it is a forecast that is changed."""
    return _TO_ANOTHER.match(folded, end) is not None and _FORECAST.search(folded, 0, start) is None
