"""People whose names are in letters, and what a firm holds of what it made."""

from __future__ import annotations

import pytest

from jijitsu.extract import extract_text

SPEAKERS: dict[str, tuple[str, str | None]] = {
    "behind the firm and before an office": (
        "岬電子は新型を発表した。同社のIda Holm上級副社長は「電池は長く持つ」と述べた。",
        "Ida Holm",
    ),
    "behind what she does": ("岬電子の広報担当Ida Holm氏は「影響は小さい」と説明した。", "Ida Holm"),
    "before an office in letters": ("GoogleのIda Holm CEOは「投資を増やす」と述べた。", "Ida Holm"),
    "with its reading": (
        "岬電子のIda Holm(イーダ・ホルム)氏は会見した。Holm氏は「電池は長く持つ」と述べた。",
        "Ida Holm",
    ),
    "with a particle and an initial": ("研究者のJan P. van Dijk氏は「欠陥は深い」と指摘した。", "Jan P. van Dijk"),
    "by the surname": ("Holm氏は会見で「出荷は順調だ」と強調した。", "Holm"),
    "who is meant by 同氏": (
        "CTOのIda Holm氏によれば、学習に1200基を使った。同氏は「費用は安かった」と明かした。",
        "Ida Holm",
    ),
}


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS.values(), ids=list(SPEAKERS))
def test_who_speaks(text: str, speaker: str) -> None:
    said = [c for c in extract_text(text) if c.kind == "quote"]
    assert [c.attribution.speaker for c in said if c.attribution is not None] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Kagari Games社長は会見を開き、売上高は3億円だったと発表した。",
        "岬電子と、Google Cloud CEOは会見した。売上高は3億円だった。",
        "Goldman Sachs CEOは会見した。売上高は3億ドルだった。",
        "新型のKagari Pro氏名入力欄は2つある。",
    ],
)
def test_what_is_no_person(text: str) -> None:
    assert all(c.subject is None or c.subject.type != "person" for c in extract_text(text))


HELD: dict[str, tuple[str, list[tuple[str | None, str]]]] = {
    "a topic and its figure": (
        "トヨタ自動車は新型車を発表した。航続距離は最大600キロとしている。",
        [("トヨタ自動車", "航続距離は最大600キロ")],
    ),
    "what is set to a figure is none": ("トヨタ自動車は新型車を発表した。新型は定員を8人としている。", []),
    "those who are counted hold nothing": ("三菱電機は流出を公表した。影響を受けた顧客は3万人としている。", []),
}


@pytest.mark.parametrize(("text", "told"), HELD.values(), ids=list(HELD))
def test_what_is_held(text: str, told: list[tuple[str | None, str]]) -> None:
    said = [c for c in extract_text(text) if c.kind == "quote"]
    assert [(c.attribution.speaker if c.attribution else None, c.evidence.text) for c in said] == told
