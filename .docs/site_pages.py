"""Pages of the site that nobody writes twice: topics, rules and commands as the program prints them, the repository's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from jijitsu.cli import rulepages
from jijitsu.cli.app import COMMANDS, app
from jijitsu.cli.topics import topics
from jijitsu.extract.linting import checks

ROOT = Path(__file__).resolve().parent.parent
OWN = {"contributing.md": ".github/CONTRIBUTING.md", "changelog.md": ".github/CHANGELOG.md"}
_JAPANESE = "ぁ-ゖァ-ヶー一-鿿々、。（）「」・"
_BROKEN = re.compile(rf"(?<=[{_JAPANESE}])\n(?=[{_JAPANESE}])")
_TOPIC = re.compile(r"`jijitsu help ([a-z]+)`")
_COMMAND = re.compile(r"`jijitsu rule ([A-Z][0-9]{3})`")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Add the made pages to the navigation."""
    assert config.nav is not None
    config.nav += [
        {"Manual": [{one.title: f"manual/{one.name}.md"} for one in topics()]},
        {"Commands": ["commands/index.md", *({name: f"commands/{name}.md"} for name in COMMANDS)]},
        {
            "Rules": [
                "rules/index.md",
                *({f"{one.code} {rulepages.name_of(one)}": f"rules/{one.code}.md"} for one in checks()),
            ]
        },
        {"Project": [{"Contributing": "contributing.md"}, {"Changelog": "changelog.md"}]},
    ]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the made pages themselves."""
    for path, content in pages():
        files.append(File.generated(config, path, content=content))
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Join lines of Japanese, which has no spaces between words; what is fenced stays."""
    parts = re.split(r"(^```.*?^```$)", markdown, flags=re.M | re.S)
    return "".join(part if part.startswith("```") else _BROKEN.sub("", part) for part in parts)


def pages() -> Iterator[tuple[str, str]]:
    """Yield path and Markdown of every made page."""
    for one in topics():
        yield f"manual/{one.name}.md", _linked(one.page)
    yield "commands/index.md", _overview()
    for name, command in _commands().items():
        yield f"commands/{name}.md", _command(name, command)
    yield "rules/index.md", _catalogue()
    for check in checks():
        yield f"rules/{check.code}.md", rulepages.markdown(check)
    for path, source in OWN.items():
        yield path, (ROOT / source).read_text(encoding="utf-8")


def _linked(page: str) -> str:
    """A topic whose mentions of other topics and of rules are links."""
    page = _TOPIC.sub(lambda match: f"[{match[0]}](../{_place(match[1])})", page)
    return _COMMAND.sub(lambda match: f"[{match[0]}](../rules/{match[1]}.md)", page)


def _place(topic: str) -> str:
    return f"commands/{topic}.md" if topic in COMMANDS else f"manual/{topic}.md"


def _commands() -> dict[str, Any]:
    from typer.main import get_command

    group: Any = get_command(app())
    return {name: group.commands[name] for name in COMMANDS}


def _overview() -> str:
    rows = [f"| [`{name}`]({name}.md) | {_first(command.help)} |" for name, command in _commands().items()]
    return "\n".join(["# Commands", "", "| command | |", "|---|---|", *rows]) + "\n"


def _command(name: str, command: Any) -> str:
    context = command.make_context(name, [], resilient_parsing=True)
    usage = " ".join(["jijitsu", name, *command.collect_usage_pieces(context)])
    lines = [f"# jijitsu {name}", "", "```", usage, "```", "", command.help or "", ""]
    rows = [
        f"| {_cell(term, code=True)} | {_cell(told)} |"
        for param in command.params
        if (record := param.get_help_record(context)) and (told := record[1]) is not None and (term := record[0])
    ]
    if rows:
        lines += ["## Options and arguments", "", "| | |", "|---|---|", *rows, ""]
    examples = [line.partition("Example: ")[2] or line for line in (command.epilog or "").split("\n\n")]
    return "\n".join([*lines, "## Examples", "", "```sh", *examples, "```", ""])


def _catalogue() -> str:
    rows = [
        f"| [{one.code}]({one.code}.md) | {one.severity} | {_cell(one.title[1])} | {_cell(one.title[0])} |"
        for one in checks()
    ]
    head = "What `jijitsu lint` looks for; `jijitsu rule CODE` prints the same pages."
    return "\n".join(["# Rules", "", head, "", "| code | severity | finding | |", "|---|---|---|---|", *rows]) + "\n"


def _first(text: str | None) -> str:
    return " ".join((text or "").strip().partition("\n\n")[0].split())


def _cell(text: str, *, code: bool = False) -> str:
    plain = " ".join(text.split()).replace("|", "\\|")
    return f"`{plain}`" if code else plain.replace("<", "&lt;").replace("[", "\\[").replace("*", "\\*")
