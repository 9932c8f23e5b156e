"""What `jijitsu init` writes: settings, a lexicon, a workflow and a hook, each from a file of `starter/`."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Literal, get_args

import msgspec

from jijitsu import __version__
from jijitsu.cli import console
from jijitsu.schemas.errors import JijitsuError

Service = Literal["github", "gitlab", "none"]
SERVICES: tuple[str, ...] = get_args(Service)
_PLACES = {"github": ".github/workflows/jijitsu.yml", "gitlab": ".gitlab-ci.yml"}
_UNSAFE = re.compile(r"[\x00-\x1f\x7f]")


class Plan(msgspec.Struct, frozen=True):
    """What is wanted. `articles` is the folder of articles, from the project's."""

    articles: str
    lang: str
    service: Service
    hook: bool


class Part(msgspec.Struct, frozen=True):
    """A file to be written: its path from the project's folder, and its text."""

    path: str
    text: str


def parts(plan: Plan) -> Iterator[Part]:
    """Yield the files of a plan. Raises JijitsuError for a folder of articles that no file could name."""
    if _UNSAFE.search(plan.articles) or Path(plan.articles).is_absolute() or ".." in Path(plan.articles).parts:
        raise JijitsuError(f"{plan.articles!r} is no folder of this project", hint="Name it as articles")
    yield Part("jijitsu.yaml", _filled("jijitsu", plan))
    yield Part("lexicon.yaml", _filled("lexicon", plan))
    if plan.service != "none":
        yield Part(_PLACES[plan.service], _filled(plan.service, plan))
    if plan.hook:
        yield Part(".pre-commit-config.yaml", _filled("pre-commit", plan))


def write(folder: Path, plan: Plan) -> tuple[list[Part], list[Part]]:
    """Write the files of a plan; return those written, and those left alone because they are there already."""
    made, there = [], []
    for part in parts(plan):
        path = folder / part.path
        if path.exists() or path.is_symlink():
            there.append(part)
            continue
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with console.output(path) as put:
                put(part.text.encode())
        except OSError as fault:
            raise console.unwritable(path, fault) from None
        made.append(part)
    return made, there


def _filled(name: str, plan: Plan) -> str:
    text = resources.files("jijitsu.cli.starter").joinpath(f"{name}.yaml").read_text("utf-8")
    folder = Path(plan.articles).as_posix()
    inside = "" if folder == "." else re.escape(folder) + "/"
    words = {
        "LANG": plan.lang, "VERSION": __version__, "ARTICLES": shlex.quote(folder),
        "PATTERN": f"^{inside}.*\\.(txt|md|ndjson)$".replace("'", "''"),
    }  # fmt: skip
    return re.sub(r"@([A-Z]+)@", lambda match: words[match[1]], text)
