"""The manual page jijitsu(1), in roff (man macros): made of what `--help` and the topics say, so it is never stale."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jijitsu.cli.topics import Topic

_ENDS = (
    ("0", "All is well."),
    (
        "1",
        "lint found errors or warnings, validate found something, diff found a difference, eval stayed below a --min.",
    ),
    ("2", "Wrong usage, wrong settings, or something could not be read."),
)
_VARIABLES = (
    ("NO_COLOR, FORCE_COLOR", "No colour, or colour also into a pipe."),
    ("LC_ALL, LC_MESSAGES, LANG", "Where they begin with ja, lint speaks Japanese."),
    ("JIJITSU_CACHE_DIR", "Where it is kept what was read of articles."),
    ("JIJITSU_DEBUG", "Set to 1, errors show where they were raised."),
)
_FILES = (
    ("jijitsu.yaml, pyproject.toml", "Settings; the closest one wins (see jijitsu help settings)."),
    (".jijitsu_cache/", "What was read of the articles of a project."),
)


def roff(program: Any, version: str, commands: Mapping[str, Any], topics: Sequence[Topic]) -> str:
    """Return the page. `program` and `commands` are Typer's commands (name -> command)."""
    return "\n".join(_lines(program, version, commands, topics)) + "\n"


def _lines(program: Any, version: str, commands: Mapping[str, Any], topics: Sequence[Topic]) -> Iterator[str]:
    yield f'.TH JIJITSU 1 "" "jijitsu {_text(version)}" "User Commands"'
    yield from (".SH NAME", "jijitsu \\- turns Japanese news into structured, checkable claims")
    yield from (".SH SYNOPSIS", ".B jijitsu", "\\fICOMMAND\\fR [\\fIOPTION\\fR]... [\\fIARGUMENT\\fR]...")
    yield from (".SH DESCRIPTION", _text(" ".join(_paragraphs(program.help))))
    yield from ("It runs offline, and prints the same bytes for the same input.", ".SH COMMANDS")
    for name, command in commands.items():
        yield from _command(name, command)
    yield ".SH TOPICS"
    for topic in topics:
        yield from _entry(f"jijitsu help {topic.name}", topic.title)
    for head, entries in (("EXIT STATUS", _ENDS), ("ENVIRONMENT", _VARIABLES), ("FILES", _FILES)):
        yield f".SH {head}"
        for term, told in entries:
            yield from _entry(term, told)


def _command(name: str, command: Any) -> Iterator[str]:
    context = command.make_context(name, [], resilient_parsing=True)
    pieces = [piece.strip("{}").replace("}...", "...") for piece in command.collect_usage_pieces(context)]
    yield f".SS {_text(' '.join(['jijitsu', name, *pieces]))}"
    for number, paragraph in enumerate(_paragraphs(command.help)):
        yield from ([".PP"] if number else [])
        yield _text(paragraph)
    for param in command.params:
        record = param.get_help_record(context)
        if record and param.param_type_name == "option":
            yield from _entry(*record)
    for example in _paragraphs(command.epilog):
        told, _, line = example.partition(": ")
        yield from (".PP", f"{_text(told)}:", f".B {_text(line)}")


def _paragraphs(text: str | None) -> list[str]:
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", (text or "").strip()) if part.strip()]


def _entry(term: str, told: str) -> Iterator[str]:
    yield from (".TP", f".B {_text(term)}", _text(" ".join(told.split())))


def _text(text: str) -> str:
    """Text as roff prints it: backslashes and hyphens escaped, no line that looks like a request."""
    safe = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{safe}" if safe.startswith((".", "'")) else safe
