"""Whose the figures of parts are: the device's, the car's or the robot's that they are built into; and what is no part of it."""

from __future__ import annotations

import pytest

from jijitsu.extract import extract_text

CASES: dict[str, tuple[str, dict[str, str]]] = {
    "parts of what is brought to market": (
        "岬電子は8日、携帯端末「ルモ3」を発表した。CPUは8コアで、画面は6.1インチ。メモリ帯域は64GB/sだ。",
        {"8コア": "ルモ3", "6.1インチ": "ルモ3", "64GB/s": "ルモ3"},
    ),
    "also what the part's build measures": (
        "カガリ自動車は小型車「ミナ」を発売した。電池の容量は40キロワット時だ。",
        {"40キロワット時": "ミナ"},
    ),
    "a number without a counter": (
        "岬電子は8日、演算装置「ノヴァ」を公開した。トランジスタ数は90億だ。",
        {"90億": "ノヴァ"},
    ),
    "the topic of the sentence has its parts": (
        "携帯端末「ルモ3」はメモリーが12GB、駆動時間は最大18時間だ。",
        {"12GB": "ルモ3", "最大18時間": "ルモ3"},
    ),
    "the one before, and another in its bracket": (
        "岬電子は8日、演算装置「ノヴァ」を公開した。NPUは50TOPSと、20TOPSだった前世代「エコ」の2.5倍だ。帯域は90GB/sで、Kite Q2(60GB/s)を上回る。",
        {"50TOPS": "ノヴァ", "20TOPS": "エコ", "2.5倍": "ノヴァ", "90GB/s": "ノヴァ", "60GB/s": "Kite Q2"},
    ),
    "one who only makes it for them has no parts": (
        "岬電子は8日、演算装置「ノヴァ」を公開した。TSMCの工程で作り、CPUは6コアだ。",
        {"6コア": "ノヴァ"},
    ),
    "a part of something else": (
        "岬電子は8日、演算装置「ノヴァ」を公開した。工場の画面は90インチだ。",
        {"90インチ": "画面"},
    ),
    "a part that is counted and not measured": (
        "岬電子は8日、演算装置「ノヴァ」を公開した。カメラは3割減り、CPUの出荷は20万個だった。",
        {"3割": "カメラ", "20万個": "CPU"},
    ),
}


@pytest.mark.parametrize(("text", "told"), CASES.values(), ids=list(CASES))
def test_whose_a_part_is(text: str, told: dict[str, str]) -> None:
    claims = extract_text(text)
    found = {c.evidence.text: c.subject.name for c in claims if c.value is not None and c.subject is not None}
    assert {words: found.get(words) for words in told} == told
