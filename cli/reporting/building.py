"""The page as one file: style, scripts and data inline, and a policy that lets nothing else run or load.

The policy names the digest of each script and of the style, so that no other would run even if article text got into the
markup; and article text never does: it stands in a block of data, and the page's script puts it in as text.
"""

from __future__ import annotations

import zlib
from base64 import b64encode
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files
from string import Template
from typing import Any

import msgspec
import yaml

_PLAIN = 2**20
"""Bytes of data that stand in the page as they are, so that one can read and search them; more is packed."""


def page(told: Mapping[str, Any], *, title: str, language: str, plotting: str) -> Iterator[bytes]:
    """Yield the page. `told` is what data() returns, with what the page's script wants beside it."""
    script = _script()
    style = _file("style.css")
    encoded = msgspec.json.encode({**told, "labels": labels(), "language": language, "title": title})
    form, block = _block(encoded)
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src {_digest(plotting)} {_digest(script)}",
            f"style-src {_digest(style)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    before, after = Template(_file("page.html")).substitute(
        language=language, title=escape(title), policy=policy, style=style, form=form, data="\0", script=script,
        plotting=plotting, **{f"label_{key}": escape(labels()[key][language]) for key in ("loading", "too_old")},
    ).split("\0")  # fmt: skip
    yield before.encode("utf-8", "replace")
    yield block
    yield after.encode("utf-8", "replace")


@cache
def labels() -> dict[str, Any]:
    """The words of the page: key -> {"ja": …, "en": …}, and groups of such keys."""
    rows = yaml.safe_load(_file("labels.yaml"))
    return {
        key: {name: _pair(pair) for name, pair in row.items()} if isinstance(row, dict) else _pair(row)
        for key, row in rows.items()
    }


def _pair(row: tuple[str, str]) -> dict[str, str]:
    return dict(zip(("ja", "en"), row, strict=True))


def _script() -> str:
    """The page's own script: the modules of the folder in one scope, then the start."""
    folder = files("jijitsu.cli.reporting") / "page"
    names = sorted(one.name for one in folder.iterdir() if one.name.endswith(".js"))
    return "".join(["(() => {\n'use strict';\n", *map(_file, names), "start();\n})();\n"])


@cache
def _file(name: str) -> str:
    return (files("jijitsu.cli.reporting") / "page" / name).read_text(encoding="utf-8")


def _digest(source: str) -> str:
    return f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"


def _block(encoded: bytes) -> tuple[str, bytes]:
    """The data as a script element holds them: JSON without any `<`, or packed and in base64."""
    if len(encoded) > _PLAIN:
        return "deflate", b64encode(zlib.compress(encoded, 9))
    return "plain", encoded.replace(b"<", b"\\u003c")
