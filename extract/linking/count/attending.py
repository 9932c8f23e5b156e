"""Whose those are who came to what was held: 増税に反対する集会が開かれ、1万人が参加した, 追悼式には300人が参列した."""

from __future__ import annotations

from jijitsu.extract.linking.count.reach import FIRM, Owners, tells, unit_of
from jijitsu.extract.linking.count.sight import Sight
from jijitsu.extract.regex import regex

_COMERS = frozenset({"人", "社", "団体", "カ国", "か国", "ヶ国", "校", "チーム", "組", "市町村", "自治体", "世帯"})
_CAME = regex(
    r"(?:余り|以上|ほど|程度|近く|超|あまり)?(?:もの[一-鿿]{1,4})?(?:が|も|で|の[一-鿿]{1,4}が)[^、。はがを0-9]{0,12}?"
    r"(?:参[加列観集]|出席|臨席|集[まいうっ結]|来[場館客]|訪[れね]|加わ|詰め?[か掛]け|つめかけ|観[戦覧客]|見物|見[守入送]|[走歩踊]|楽し|駆け[付つ]|出[場展走]|受[講験賞]|傍聴|聴講|鑑賞"
    r"|献花|繰り出|押し[寄掛]|押しかけ|足を運|動員|にぎわ|賑わ|立候補|応募|入場|別れを)"
)
"""が参加した, の市民が集まった, でにぎわった."""
_HELD = regex(
    r"[^、。はがを0-9「」]{0,12}?(?:行わ|行なわ|おこなわ|開か|ひらか|開催さ|営ま|催さ|実施さ|執り行わ|挙行さ|始ま|再開さ|開幕し|あ|予定さ|企画さ)"
    r"(?:れ(?:た後)?|り|し)?(?:て(?:おり)?)?、(?:[^、。はがも]{0,16}、)?"
    r"(?:[^、。はがも0-9]{0,10}(?:発表で|によると|によれば|推計で|集計で))?(?:初日|この日|当日|会場|沿道|両日|期間中|雨の中|全国|各地|市内|合わせて|延べ|のべ)?"
    r"(?:は|に|には|から|で)?、?(?:計|合わせて|延べ|のべ|約|およそ|最大|少なくとも)*"
)
"""が行われ、主催者発表で, が始まり、初日は: between what was held and those who came."""
_TO = regex(
    r"(?:[^、。はがをもに0-9]{1,8}から)?、?(?:計|合わせて|延べ|のべ|約|およそ|少なくとも|全国から|国内外から|世界から)*"
)


def attending(sight: Sight) -> Owners:
    """What so many people came to: what the clause before says was held, or what stands with に or には in front of them."""
    value, folded = sight.value, sight.folded
    if unit_of(value) not in _COMERS or sight.hurt or not _CAME.match(folded, value.tail):
        return ()
    for noun in reversed(sight.before):
        to = noun.particle in {"には", "に", "にも"} and _TO.fullmatch(folded, noun.behind, value.start)
        held = noun.particle in {"が", "も"} and _HELD.fullmatch(folded, noun.behind, value.start)
        if (to or held) and not noun.subjects and not tells(noun):
            holder = sight.possessor(noun)
            return sight.owner(noun) if holder is not None and holder.type in FIRM else (sight.subject(noun),)
        if noun.behind == value.start:
            return ()
    return ()
