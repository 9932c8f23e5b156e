"""Who said what, over several sentences: what one example beside the code cannot show."""

from __future__ import annotations

import pytest
from conftest import article

from jijitsu.extract import extract_text
from jijitsu.extract.linking.speech.people import people
from jijitsu.extract.linking.speech.speeches import speeches
from jijitsu.extract.pipeline import see
from jijitsu.extract.story import Speech

LEAD = "これは前置きである。\n"


def said(text: str) -> list[tuple[str, str, str | None]]:
    """(words, type, speaker) of every quote in `text`, read behind another line."""
    story = see(article(LEAD + text))
    found = speeches(story)
    for speech in found:
        assert story.article.text[speech.start : speech.end].strip()
    return [_told(speech, story.article.text) for speech in found]


def _told(speech: Speech, text: str) -> tuple[str, str, str | None]:
    return text[speech.start : speech.end], speech.type, speech.attribution.speaker


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "岬大学の研究チームは、ウイルスの起源が猿であると、科学誌に発表した。",
            [("ウイルスの起源が猿である", "indirect", "研究チーム")],
        ),
        # Where the speaker stands.
        ("店主の男性は「客足が戻った」と話す。", [("客足が戻った", "direct", "店主の男性")]),
        ("「値上げは最後の手段だ」と岩井裕介氏は言う。", [("値上げは最後の手段だ", "direct", "岩井裕介")]),
        ("「値上げは最後の手段だ」と岩井裕介氏。", [("値上げは最後の手段だ", "direct", "岩井裕介")]),
        ("「値上げは避けたい」。こう語るのは、東社の岩井裕介氏だ。", [("値上げは避けたい", "direct", "岩井裕介")]),
        ("「量産は計画通りだ」(広報担当者)。", [("量産は計画通りだ", "direct", "広報担当者")]),
        ("岩井裕介氏はこう語る。\n「次は眼鏡だと思う」", [("次は眼鏡だと思う", "direct", "岩井裕介")]),
        ("「店を燃やす」と脅した客の男を取り押さえた。", [("店を燃やす", "direct", "客の男")]),
        # Short forms and words that point back.
        (
            "岩井裕介氏が会見した。岩井氏は「恐れはない」と述べ、来年は伸びると予想した。",
            [("恐れはない", "direct", "岩井裕介"), ("来年は伸びる", "indirect", "岩井裕介")],
        ),
        (
            "トム・グレイCEOが会見した。グレイ氏は「急がない」と述べた。同氏は時期は未定だと説明した。",
            [("急がない", "direct", "トム・グレイ"), ("時期は未定だ", "indirect", "トム・グレイ")],
        ),
        ("岩井裕介氏は「早い」と述べた。「遅くもない」とも話す。", [
            ("早い", "direct", "岩井裕介"), ("遅くもない", "direct", "岩井裕介"),
        ]),
        # Indirect: from behind the topic and the occasion to before と.
        ("岩井裕介氏は会見で、来期は伸びるとの見方を示した。", [("来期は伸びる", "indirect", "岩井裕介")]),
        ("調査会社は、出荷が2%減ると見込んでいる。", [("出荷が2%減る", "indirect", "調査会社")]),
        ("岩井裕介氏は対話を強める必要性を指摘した。", [("対話を強める必要性", "indirect", "岩井裕介")]),
        # Two cut by narration.
        (
            "岩井裕介氏は「正直に言えば」と切り出し、「人が足りない」と述べた。",
            [("正直に言えば", "direct", "岩井裕介"), ("人が足りない", "direct", "岩井裕介")],
        ),
    ],
)  # fmt: skip
def test_speeches(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("いわゆる「優等生のつまずき」である。", "a scare quote"),
        ("新型機「ミナトX」(東都重工)と「ソラ」(北社)が並ぶ。", "brands with their makers"),
        ("大型店は「ホタル」と呼ばれる。", "a name in the passive"),
        ("経営陣は「民主化」という表現を好む。", "a term"),
        ("損失は10億円と見られる。", "hearsay without a speaker"),
        ("取引先によると、注文は3割増えたという。", "hearsay with a source: the figure is reported, no quote"),
        ("社長は来年に新工場を建てることを発表した。", "unveiling a plan, not quoting"),
        ("東都重工は純利益を48億円とする予想を据え置いた。", "とする before a noun"),
        ("男は店に押し入ろうとした疑いがある。", "an attempt"),
        ("装置は膨大な電力を必要としている。", "を必要とする"),
        ("株主ではなく顧客と話す。", "to talk with somebody"),
    ],
)
def test_no_speech(text: str, why: str) -> None:
    assert said(text) == [], why


def test_modality_follows_the_reporting() -> None:
    story = see(article("大山修社長は「一度で済ませる」と述べたという。岩井裕介氏は株価が戻ると予想する。"))
    assert [speech.modality for speech in speeches(story)] == ["reported", "forecast"]


def test_headline_takes_the_speaker_of_the_text() -> None:
    story = see(article("ハルニレ精機「足りないのは人」\n古賀倫太郎社長は「装置はある。足りないのは人です」と語った。"))
    assert [speech.attribution.speaker for speech in speeches(story)] == ["古賀倫太郎", "古賀倫太郎"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("早見氏は、会社の対応は「遅すぎた」と批判した。", ("indirect", "会社の対応は「遅すぎた」")),
        ("早見氏は日本経済が「緩やかに回復している」と述べた。", ("indirect", "日本経済が「緩やかに回復している」")),
        ("早見氏は、当時は「遅すぎた」と述べた。", ("direct", "遅すぎた")),
        ("早見氏は、会社の対応については「遅すぎた」と述べた。", ("direct", "遅すぎた")),
        ("トヨタ自動車は、社長が「遅すぎた」と述べたと発表した。", ("direct", "遅すぎた")),
        ("早見氏は会社の対応を「遅すぎた」と批判した。", ("direct", "遅すぎた")),
    ],
)
def test_words_that_are_part_of_what_is_said(text: str, wanted: tuple[str, str]) -> None:
    found = [(c.quote.type, c.evidence.text) for c in extract_text(text) if c.quote is not None]
    assert wanted in found


def test_people_join_short_forms() -> None:
    known = people(see(article("岩井氏が来た。経済コンサルタントの岩井裕介氏と、ジェイ・パク氏だ。パク氏は帰った。")))
    assert [person.name for person in known.persons] == ["岩井裕介", "ジェイ・パク"]
    joined = known.named("パク")
    assert joined is not None
    assert joined.name == "ジェイ・パク"


def test_interview_answers_belong_to_the_one_asked() -> None:
    text = "真鍋圭吾社長に聞いた。\n――赤字でした。\n「耳が痛いです」\n――今後は。\n「黒字にします」\n"
    assert said(text) == [("耳が痛いです", "direct", "真鍋圭吾"), ("黒字にします", "direct", "真鍋圭吾")]
