"""When a figure held or a word was said: hours that go on with a day, runs from a day on, years that a tale keeps."""

from __future__ import annotations

from datetime import date

import pytest

from jijitsu.extract import extract_text

TOLD = date(2011, 8, 20)

WHEN: dict[str, tuple[str, dict[str, str | None]]] = {
    "an hour goes on with the day before": (
        "19日朝、津市で火事があり、住宅3棟が焼けた。午後2時ごろには松阪市でも2棟が焼けた。正午には900人が避難していた。"
        "道は午後8時に開いたが、バス30本が足止めされた。",
        {"3棟": "2011-08-19", "2棟": "2011-08-19", "900人": "2011-08-19", "30本": None},
    ),
    "but not one of every day, or to come": (
        "19日、店が開いた。店は午前10時に開き、席は40席ある。午後3時から200人を集めて式を行う予定だ。",
        {"40席": None, "200人": None},
    ),
    "nor with a day long gone": (
        "博覧会は3月25日に開幕した。午前11時に入場者は8万人に達した。",
        {"8万人": None},
    ),
    "from a day on for so long": (
        "会社は2004年10月21日から約2カ月間に、計2000万円を集めた。橋本さんは5月1日から3週間で12カ国を回った。"
        "店は2007年12月から約半年間に亘り、30人を雇った。",
        {"2000万円": "2004-10-21/2004-12-20", "12カ国": "2011-05-01/2011-05-21", "30人": "2007-12-01/2008-05-31"},
    ),
    "from what happened on a day": (
        "川の船は6月19日に再開してから1カ月で客が7%減ったことを明らかにした。",
        {"7%": "2011-06-19/2011-07-18"},
    ),
    "from a month until now": (
        "早見容疑者らは2011年6月頃から、部品など約4200万円を売り上げていた。",
        {"約4200万円": "2011-06-01/2011-08-20"},
    ),
    "to a day with a word in brackets": (
        "2006年7月30日から2007年7月29日（予定）までの間に、300万円が支払われる。",
        {"300万円": "2006-07-30/2007-07-29"},
    ),
    "a tale of long ago keeps its year": (
        "2006年8月6日、田村は土地を10億円で売る契約を会社と結び、9月12日までに5億円を受け取った。"
        "2004年10月21日から12月20日までに1000万円を集めた。",
        {"10億円": "2006-08-06", "5億円": "2006-09-12", "1000万円": "2004-10-21/2004-12-20"},
    ),
    "but not the day that a firm was founded on": (
        "2006年8月6日に設立されたカワセ社は新型を出し、7月29日に5億円を調達した。",
        {"5億円": "2011-07-29"},
    ),
    "what was done in a month lies behind": (
        "岸容疑者らは12月下旬に店で偽の財布1個を3000円で売った疑い。カワセ社は1月に新型を3万台売った。",
        {"3000円": "2010-12-21/2010-12-31", "3万台": "2011-01-01/2011-01-31"},
    ),
    "what will be done in one lies ahead": (
        "カワセ社は12月に店を5店開く。",
        {"5店": "2011-12-01/2011-12-31"},
    ),
    "late in the month named before": (
        "男は今年1月中旬、知人から20万円を借り、同下旬に50万円を奪った。",
        {"20万円": "2011-01-11/2011-01-20", "50万円": "2011-01-21/2011-01-31"},
    ),
    "as of a day in brackets behind its noun": (
        "島には約450人の住民（7月末現在）がいる。市には186人の外国人（2010年10月時点）が住む。",
        {"約450人": "2011-07-31", "186人": "2010-10-01/2010-10-31"},
    ),
    "from the evening to the morning": (
        "19日夜から20日朝にかけて、120ミリの雨が降った。",
        {"120ミリ": "2011-08-19/2011-08-20"},
    ),
    "since the year or the month began": (
        "今年に入り、倒産は28件に上る。今月に入って5棟が焼けた。4月に入って3店が閉じた。",
        {"28件": "2011-01-01/2011-08-20", "5棟": "2011-08-01/2011-08-20", "3店": "2011-04-01/2011-04-30"},
    ),
    "fiscal years from one on": (
        "市は来年度から5年間で公園を12カ所整備する。",
        {"12カ所": "2012-04-01/2017-03-31"},
    ),
    "the year before last": (
        "昨年の大会には約800人、一昨年の大会には約700人が参加した。",
        {"約800人": "2010-01-01/2010-12-31", "約700人": "2009-01-01/2009-12-31"},
    ),
    "how big a thing is, at any time": (
        "社では8月3日に祭りがあり、射手は約50センチ四方の的を射た。",
        {"約50センチ": None},
    ),
    "the hour of a day is no word of the quote": (
        "同盟は18日現地時間早朝、隣国を助ける義務があると語った。石井社長は18日夕、都内で開いた会見で、工場を閉めると述べた。",
        {"隣国を助ける義務がある": "2011-08-18", "工場を閉める": "2011-08-18"},
    ),
    "held against what was then": (
        "2005年の選挙での投票者・3万2000人から比べて1.6倍に増えた。",
        {"1.6倍": None},
    ),
    "the month that something was said in": (
        "原田さんは2008年3月に、「説明が足りない」として市を訴えた。2009年10月に石井文科相が教科書の訂正を認めると表明した。",
        {"説明が足りない": "2008-03-01/2008-03-31", "教科書の訂正を認める": "2009-10-01/2009-10-31"},
    ),
    "and not one that tells who it was, or is to come": (
        "2009年10月に就任した石井社長は「値上げはしない」と述べた。森社長は来年3月に「新しい工場を開く」と述べた。",
        {"値上げはしない": None, "新しい工場を開く": None},
    ),
}


@pytest.mark.parametrize("case", WHEN)
def test_when_it_goes_on(case: str) -> None:
    text, wanted = WHEN[case]
    found: dict[str, str | None] = {}
    for claim in extract_text(text, published=TOLD):
        time = claim.time
        days = None if time is None else str(time.start) if time.start == time.end else f"{time.start}/{time.end}"
        found[claim.evidence.text] = days
    assert {figure: found[figure] for figure in wanted} == wanted
