"""Places in a text as editors count them, in each encoding that the protocol knows."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jijitsu.cli.positions import Encoding, offset, position, spliced
from jijitsu.extract.linting import text_of

LINE = 'x = "日本語テキスト🎌𠮷野家";'
ENCODINGS: tuple[Encoding, ...] = ("utf-8", "utf-16", "utf-32")
CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
TEXTS = st.text(st.sampled_from("あ株1a🎌𠮷é\n\r\u2028\x0b\x85。"), max_size=30)


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 41), ("utf-16", 19), ("utf-32", 17)])
def test_the_column_behind_a_flag_and_a_rare_kanji(encoding: Encoding, column: int) -> None:
    text = text_of(f"見出し\r\n{LINE}\n")
    at = text.text.index(";")
    assert position(text, at, encoding) == (1, column)
    assert offset(text, (1, column), encoding) == at


def test_lines_end_where_editors_end_them() -> None:
    text = text_of("一\u2028二\x0b三\x85四\r五\r\n六")
    assert [position(text, text.text.index(sign), "utf-16")[0] for sign in "一二三四五六"] == [0, 0, 0, 0, 1, 2]


def test_behind_the_end_of_a_line_is_its_end() -> None:
    text = text_of("あ🎌\nい")
    assert offset(text, (0, 99), "utf-16") == 2
    assert offset(text, (1, 99), "utf-16") == 4
    assert offset(text, (9, 0), "utf-16") == 4
    assert offset(text, (0, 2), "utf-16") == 1  # in the middle of 🎌: its beginning


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.sampled_from(ENCODINGS))
def test_every_offset_has_its_place(written: str, encoding: Encoding) -> None:
    text = text_of(written)
    for at in range(len(written) + 1):
        if written[at - 1 : at + 1] == "\r\n":
            continue  # between the two signs of one line end no editor stands
        assert offset(text, position(text, at, encoding), encoding) == at


def reference(written: str, encoding: Encoding, start: tuple[int, int], end: tuple[int, int], new: str) -> str:
    """An editor's own buffer, as lists of units by lines."""
    import re

    codec, size = CODECS[encoding]
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", written)

    def at(place: tuple[int, int]) -> int:
        if place[0] >= len(lines):
            return len(written.encode(codec))
        before = len("".join(lines[: place[0]]).encode(codec))
        return before + min(place[1] * size, len(lines[place[0]].rstrip("\r\n").encode(codec)))

    whole = written.encode(codec)
    return (whole[: at(start)] + new.encode(codec) + whole[at(end) :]).decode(codec)


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS, st.data(), st.sampled_from(ENCODINGS))
def test_an_edit_does_what_the_editor_did(written: str, new: str, data: Any, encoding: Encoding) -> None:
    text = text_of(written)
    first, last = sorted(data.draw(st.tuples(*[st.integers(0, len(written))] * 2)))
    start, end = position(text, first, encoding), position(text, last, encoding)
    expected = written[:first] + new + written[last:]
    if "\r\n" not in (written[first - 1 : first + 1], written[last - 1 : last + 1]):
        assert spliced(text, start, end, new, encoding) == expected
    assert spliced(text, start, end, new, encoding) == reference(written, encoding, start, end, new)


def test_half_a_pair_may_be_renewed() -> None:
    """An editor that compares in UTF-16 sends of 𠮷 -> 𠮸 the second half alone."""
    assert "𠮷".encode("utf-16-le")[:2] == "𠮸".encode("utf-16-le")[:2]
    half = "𠮸".encode("utf-16-le")[2:].decode("utf-16-le", "surrogatepass")
    assert spliced(text_of("山𠮷"), (0, 2), (0, 3), half, "utf-16") == "山𠮸"
