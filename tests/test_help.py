"""The manual: topics found by listing their folder, pages of commands and rules, and a manual page that man reads."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable

import pytest
from conftest import ROOT

from jijitsu.cli import manpage
from jijitsu.cli.app import COMMANDS
from jijitsu.cli.topics import Topic, topics
from jijitsu.extract.linting import checks


def jijitsu(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "jijitsu", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def test_topics_are_the_pages_of_the_folder() -> None:
    files = sorted(path.stem for path in (ROOT / "cli" / "manual").glob("*.md"))
    assert [topic.name for topic in topics()] == files
    done = jijitsu("help")
    assert done.returncode == 0
    assert [line.split()[0] for line in done.stdout.splitlines()] == files


def test_no_topic_has_the_name_of_a_command_or_a_rule() -> None:
    assert not {topic.name for topic in topics()} & {*COMMANDS, *(check.code.lower() for check in checks())}


@pytest.mark.parametrize("topic", topics(), ids=lambda topic: topic.name)
def test_a_topic_is_printed_as_it_stands(topic: Topic) -> None:
    assert jijitsu("help", topic.name).stdout == (ROOT / "cli" / "manual" / f"{topic.name}.md").read_text("utf-8")


@pytest.mark.parametrize("topic", topics(), ids=lambda topic: topic.name)
def test_pages_name_commands_and_topics_that_exist(topic: Topic) -> None:
    assert set(re.findall(r"`jijitsu ([a-z]+)", topic.page)) <= set(COMMANDS)
    named = set(re.findall(r"jijitsu help ([a-z]+)", topic.page))
    assert named <= {*COMMANDS, *(one.name for one in topics())}


def test_commands_and_rules_are_topics_too() -> None:
    assert "Usage: jijitsu lint" in jijitsu("help", "lint").stdout
    assert jijitsu("help", "t302").stdout == jijitsu("rule", "T302").stdout
    done = jijitsu("help", "setings")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Did you mean settings?" in done.stderr


def test_the_manual_page_names_every_command_option_and_topic() -> None:
    page = jijitsu("help", "--man").stdout
    plain = page.replace("\\-", "-")
    assert re.findall(r"^\.SS jijitsu (\w+)", plain, re.M) == list(COMMANDS)
    assert "--write-baseline" in plain
    assert all(f".B jijitsu help {topic.name}" in plain for topic in topics())
    # Nothing but requests that are ours begins a line with a dot.
    assert set(re.findall(r"^[.'](\w*)", page, re.M)) <= {"TH", "SH", "SS", "PP", "TP", "B"}


@pytest.mark.parametrize(
    ("text", "written"), [(".so /etc/passwd", "\\&.so /etc/passwd"), ("a\\b --c", "a\\eb \\-\\-c"), ("'x", "\\&'x")]
)
def test_no_word_is_a_request(text: str, written: str) -> None:
    assert manpage._text(text) == written


def _groff(page: str) -> str:
    done = subprocess.run(
        ["groff", "-man", "-ww", "-Kutf8", "-Tutf8"], input=page, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stderr == ""
    return re.sub(r"\x1b\[[\d;]*m|.\x08", "", done.stdout)


def _roff_free(page: str) -> str:
    """Where no groff is: what is left when requests and escapes are taken off."""
    return re.sub(r"^\.\w+ ?", "", page, flags=re.M).replace("\\-", "-")


def test_man_lays_the_page_out() -> None:
    read: Callable[[str], str] = _groff if shutil.which("groff") else _roff_free
    told = " ".join(read(jijitsu("help", "--man").stdout).split())
    assert "jijitsu lint [OPTIONS] PATH..." in told
    assert "EXIT STATUS" in told
