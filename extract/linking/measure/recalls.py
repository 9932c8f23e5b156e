"""Wares that were taken back or are faulty, and works that were stopped: neither sold nor made."""

from __future__ import annotations

from jijitsu.extract.linking.measure.asked import Asked
from jijitsu.extract.linking.measure.unworded import noun
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.regex import regex


def taken_back(asked: Asked) -> Measure | None:
    """5108箱を回収した; うち20万台に異常発熱の恐れがある: a quantity, whatever was measured before."""
    back = asked.sort("count") and (asked.behind(_WITHDRAWN) or asked.behind(_FAULTY))
    return Measure("quantity", noun(asked.reading, asked.value)) if back else None


# 5108箱を回収した, 3機種の販売を停止した: what is taken back is not what was made.
_WITHDRAWN = regex(
    r"(?:以上|余り|近く|超|ほど|程度)?(?:の[^、。はが]{0,12})?を?(?:自主的に|無償で|新たに|自主|無償)?(?:回収|押収|リコール|廃棄|(?:販売|出荷|生産|製造|納入|輸出)を(?:一時)?(?:的に)?(?:停止|中止|見合わせ|取りやめ|やめ))"
    r"|(?<=基)を?[^、。はが 0-9]{0,10}(?:[0-9]{1,4}年)?(?:[0-9]{1,2}月)?(?:末)?(?:まで)?に?(?:休止|廃止|閉鎖|廃炉)"
)
# うち20万台に異常発熱の恐れがある, 約50台でこの現象があった
_FAULTY = regex(
    r"(?:余り|以上|ほど)?(?:に|で|から)(?:は)?(?:この|同じ|同様の|こうした)?[一-鿿ァ-ヺー]{0,4}(?:異常|不具合|欠陥|故障|発火|発煙|現象|危険|恐れ|おそれ|破損|異物|不良|トラブル)"
)
