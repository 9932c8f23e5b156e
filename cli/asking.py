"""A simple form in the terminal: one claim after the other, kept, left out or corrected by a person; the draft is the result."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import typer

from jijitsu.cli import console

Check = Callable[[str], Sequence[str]]
"""A whole draft -> what is wrong with it."""
_KEYS = {"y": "yes", "n": "no", "m": "maybe"}
_HELP = (
    "y keep, n leave out, m maybe (optional), FIELD=VALUE correct (amount=5890億), b back, q stop and save the draft"
)
_FIELD = re.compile(r"(?P<lead>- |  )(?P<key>\w+): (?P<value>.*)")
_BETWEEN = "\n\n# line "


def ask(draft: str, check: Check) -> tuple[str, bool]:
    """Return the draft as a person answers, and whether all was asked. Speaks on standard error.

    An answer that makes a mistake is told of and taken back.
    """
    head, *blocks = draft.rstrip("\n").split(_BETWEEN)
    console.say(_HELP)
    at, shown = 0, -1
    while at < len(blocks):
        if at != shown:
            console.say(f"\n[{at + 1}/{len(blocks)}] line {blocks[at]}")
            shown = at
        try:
            answer = typer.prompt("keep? y/n/m/FIELD=VALUE/b/q", default="y", err=True, show_default=False).strip()
        except typer.Abort:
            answer = "q"
        if answer == "q":
            break
        if answer == "b":
            at = max(0, at - 1)
            continue
        block = _answered(blocks[at], answer)
        wrong = check(f"{head}{_BETWEEN}{block}\n") if block is not None else ()
        for what in wrong:
            console.say(console.visible(what))
        if block is not None and not wrong:
            blocks[at] = block
            at += answer.lower() in _KEYS
    return _BETWEEN.join([head, *blocks]) + "\n", at == len(blocks)


def _answered(block: str, answer: str) -> str | None:
    """The claim as it now is; None (and a word about it) for what is no answer."""
    if answer.lower() in _KEYS:
        return _set(block, "keep", _KEYS[answer.lower()])
    key, equals, value = (part.strip() for part in answer.partition("="))
    keys = [match["key"] for match in map(_FIELD.fullmatch, block.splitlines()) if match]
    if not equals:
        console.say(f"{answer!r} is no answer: {_HELP}")
    elif key not in keys:
        console.say(f"{key!r} is no field of this claim. {console.did_you_mean(key, keys)}")
    else:
        return _set(block, key, value or "null")
    return None


def _set(block: str, key: str, value: str) -> str:
    lines = block.split("\n")
    for number, line in enumerate(lines):
        match = _FIELD.fullmatch(line)
        if match and match["key"] == key:
            lines[number] = f"{match['lead']}{key}: {value}"
    return "\n".join(lines)
