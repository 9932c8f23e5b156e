"""Who confesses: the suspect, where the police alone are named or nobody is."""

from __future__ import annotations

import pytest
from conftest import article

from jijitsu.extract.linking.speech.speeches import speeches
from jijitsu.extract.pipeline import see

ARRESTED = "北浜署は29日、会費を着服したとして、会社員の男(46)を逮捕した。"
NAMED = "北浜署は3日、現金をだまし取ったとして、無職の早見太郎容疑者(33)を詐欺容疑で逮捕した。"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (ARRESTED + "「遊びに使った」などと容疑を認めている。", "会社員の男"),
        (ARRESTED + "同署によると、「遊びに使った」と容疑を認めているという。", "会社員の男"),
        (ARRESTED + "調べに対し「身に覚えがない」と話している。", "会社員の男"),
        (NAMED + "「金に困っていた」と供述しているという。", "早見太郎"),
        (ARRESTED + "同署は「捜査に支障がある」として認否を明らかにしていない。", "北浜署"),
        (ARRESTED + "男の勤め先は「容疑を認めたと聞いている」と話した。", "男の勤め先"),
        ("北浜署は「不審な点はない」と関与を否定した。", "北浜署"),
        (
            "北浜署は車を運転していた54歳の会社員を逮捕した。調べに対し「気付くのが遅れた」と容疑を認めている。",
            "54歳の会社員",
        ),
    ],
)
def test_who_confesses(text: str, speaker: str) -> None:
    """The police pass on what the suspect says; their own words stay theirs."""
    story = see(article(text))
    assert [s.attribution.speaker for s in speeches(story) if s.type == "direct" and s.attribution] == [speaker]
