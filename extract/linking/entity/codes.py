"""Codes beside a name: `アンリツ<6754>`, `三菱重工業(7011)`, `騰訊控股(0700.HK)`, `エヌビディアNVDA.O`, `<6754>アンリツ`.

The code decides: a name that no registry knows gets the id from its code. A number in round brackets that may be a year
(1990 to 2099) says something only behind a name that is known to bear it. Markets behind the dot: Reuters' suffixes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from jijitsu.extract.gates import gate, signs_of
from jijitsu.extract.linking.entity.borders import script
from jijitsu.extract.regex import regex
from jijitsu.schemas.mention import Entity

_TOKYO = r"(?P<tokyo>[0-9][0-9A-Z][0-9][0-9A-Z])"
_RIC = r"(?P<ric>[0-9A-Z]{1,6})\.(?P<suffix>HK|TW|KS|SS|SZ|OQ|O|N|L|PA|DE|S|AS|MI)"
_CODE = regex(
    r"\s?(?P<open>[<(\[【])\s?"
    r"(?:(?:東証[ァ-ヺー一-鿿]{0,6}|証券コード|コード|銘柄コード|TYO|JP)\s?[・:、 ]?\s?)?"
    rf"(?:{_TOKYO}(?:\.T|:JP)?|{_RIC})\s?[>)\]】]"
)
BARE = r"\s?(?<![A-Z0-9.])(?:[0-9A-Z]{4}\.T|[0-9A-Z]{1,6}\.(?:HK|TW|KS|SS|SZ|OQ|O|N|L|PA|DE|S|AS|MI))(?![A-Za-z0-9.])"
"""A code of Reuters' without brackets: アップル[AAPL.O]の."""
_BARE = regex(rf"\s?(?<![A-Z0-9.])(?P<open>)(?:{_TOKYO}\.T|{_RIC})(?![A-Za-z0-9.])")
_FIRST = regex(
    rf"[ 　]{{0,2}}[■◆◇●▼▽△▲○◎★☆▶]?[ 　]?(?P<open>[<(\[【])(?:{_TOKYO}(?:\.T)?|{_RIC})[>)\]】][ 　]?"
    r"(?P<name>[ァ-ヺー一-鿿々A-Za-z0-9&・.\-]{2,20})(?=[ 　\n<(\[【]|\Z)"
)
_WITH_CODES = gate(_CODE, _BARE)
_MARKETS = {
    "HK": "XHKG", "TW": "XTAI", "KS": "XKRX", "SS": "XSHG", "SZ": "XSHE", "O": "XNAS", "OQ": "XNAS", "N": "XNYS",
    "L": "XLON", "PA": "XPAR", "DE": "XETR", "S": "XSWX", "AS": "XAMS", "MI": "XMIL",
}  # fmt: skip
_NAME = regex(r"[ァ-ヺー一-鿿々A-Za-z0-9&・.\-]{2,30}$")
_LEADING = regex(
    r"^(?:.{0,8}(?:大手|中堅|最大手|首位|子会社|傘下|同業|[^社]会社|メーカー)|[米英仏独韓中]|[・.\-]+)(?=.{2})"
)


def coded(
    folded: str, known: Mapping[tuple[int, int], Entity | None], by_id: Callable[[str], Entity | None]
) -> Iterator[tuple[int, int, Entity]]:
    """Yield (start, end, entity) for each name with a code beside it that `known` does not hold with that id."""
    if not _WITH_CODES(signs_of(folded)):
        return
    ends = {end: (start, entity) for (start, end), entity in sorted(known.items(), reverse=True) if entity}
    first = _FIRST.match(folded)
    if first is not None and not _year(first):
        named = Entity(first["name"], "company", _identifier(first))
        yield first.start("name"), first.end("name"), by_id(_identifier(first)) or named
    for match in (*_CODE.finditer(folded), *_BARE.finditer(folded)):
        if first is not None and match.end() <= first.start("name"):
            continue
        end = match.start()
        identifier = _identifier(match)
        start, entity = ends.get(end, (None, None))
        if entity and start is not None:
            if entity.id != identifier and entity.type == "company" and not _year(match):
                yield start, end, _meant(entity.name, by_id(identifier), identifier)
            continue
        registered = by_id(identifier)
        name = _NAME.search(folded[max(0, end - 30) : end])
        if not name or (match["open"] == "(" and registered is None) or _year(match):
            continue
        word = name.group()
        lead = _LEADING.match(word)
        word = word[lead.end() :] if lead else word
        if word.endswith("コード"):
            continue  # 証券コード<1234>: no name
        if script(word[0]) != "digit":
            yield end - len(word), end, registered or Entity(word, "company", identifier)


def _meant(name: str, registered: Entity | None, identifier: str) -> Entity:
    """Who bears the code, if the name written may be theirs: 東エレク<8035>; codes are mistyped and given anew, names less."""
    alike = registered is not None and (
        name[0] == registered.name[0] or any(name[at : at + 2] in registered.name for at in range(len(name) - 1))
    )
    return registered if registered is not None and alike else Entity(name, "company", identifier)


def _identifier(match: re.Match[str]) -> str:
    if match["tokyo"]:
        return f"XTKS:{match['tokyo']}"
    market, ticker = _MARKETS[match["suffix"]], match["ric"]
    return f"{market}:{ticker.zfill(4) if market == 'XHKG' else ticker}"


def _year(match: re.Match[str]) -> bool:
    """True if the number in round brackets may be a year: (2025)."""
    return match["open"] == "(" and bool(re.fullmatch(r"19\d\d|20\d\d", match["tokyo"] or ""))
