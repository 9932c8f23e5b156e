"""A draft of gold as it is read back: YAML with the lines of its keys, so that mistakes can be named by them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import yaml

from jijitsu.cli.console import did_you_mean
from jijitsu.extract.grading.gold import KEYS
from jijitsu.schemas.errors import JijitsuError

_TOP = ("article", "sha256", "claims")
_CLAIM = ("keep", *(key for key in KEYS if key not in {"doc", "optional"}))


class Draft(msgspec.Struct, frozen=True):
    """A draft as it was read: where its article is said to be, and its claims, each with the lines of its keys."""

    article: str
    sha256: str | None
    claims: tuple[DraftClaim, ...]


class DraftClaim(msgspec.Struct, frozen=True):
    """A block of the draft: key -> value as written, key -> line, and the line that it begins in."""

    values: dict[str, Any]
    lines: dict[str, int]
    line: int


def read_draft(name: str, text: str) -> Draft:
    """Read a draft. Raises JijitsuError for what is no draft at all."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as fault:
        line = fault.problem_mark.line + 1 if fault.problem_mark else 1
        raise JijitsuError(f"no YAML: {fault.problem or fault.context}", where=f"{name}:{line}") from None
    except (yaml.YAMLError, RecursionError) as fault:
        raise JijitsuError(f"no YAML: {' '.join(str(fault).split())}", where=name) from None
    if not isinstance(root, yaml.MappingNode):
        raise JijitsuError("no draft: article and claims are wanted", where=name, hint="`jijitsu annotate ARTICLE`")
    top = {str(key.value): (key, value) for key, value in root.value}
    for key, (node, _) in top.items():
        if key not in _TOP:
            raise _wrong(name, node, f"{key}: unknown key. {did_you_mean(key, _TOP)}")
    for key in ("article", "claims"):
        if key not in top:
            raise JijitsuError(f"{key}: missing", where=f"{name}:1")
    article, claims = top["article"][1], top["claims"][1]
    if not isinstance(article, yaml.ScalarNode) or not article.value:
        raise _wrong(name, article, "article: the path of the article is wanted")
    if isinstance(claims, yaml.ScalarNode) and not claims.value:
        claims = yaml.SequenceNode(claims.tag, [])
    if not isinstance(claims, yaml.SequenceNode):
        raise _wrong(name, claims, "claims: a list is wanted, each claim beginning with `- keep: yes`")
    digest = str(top["sha256"][1].value) if "sha256" in top else None
    return Draft(article.value, digest, tuple(_claim(name, node) for node in claims.value))


def _claim(name: str, node: yaml.Node) -> DraftClaim:
    if not isinstance(node, yaml.MappingNode):
        raise _wrong(name, node, "a claim is a block of `key: value`, beginning with `- keep: yes`")
    values: dict[str, Any] = {}
    lines: dict[str, int] = {}
    for key_node, value in node.value:
        key = str(key_node.value)
        if key not in _CLAIM:
            raise _wrong(name, key_node, f"{key}: unknown key. {did_you_mean(key, _CLAIM)}")
        if key in values:
            raise _wrong(name, key_node, f"{key}: stands twice in this claim")
        values[key], lines[key] = _plain(value), key_node.start_mark.line + 1
    return DraftClaim(values, lines, node.start_mark.line + 1)


def _plain(node: yaml.Node) -> Any:
    """Text, lists of text, and None; numbers and days are read by the fields that want them."""
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    if not isinstance(node, yaml.ScalarNode):
        return {}  # of no field
    return None if node.style is None and node.value in ("", "null", "~") else node.value


def article_of(draft: Draft, name: str, given: str | None) -> Path:
    """Return where the article lies: as given, else as the draft says, from here or from the draft's folder."""
    if given is not None:
        return Path(given)
    for path in (Path(draft.article), Path(name).parent / draft.article):
        if path.is_file():
            return path
    hint = "Name it: `jijitsu annotate ARTICLE --accept DRAFT`"
    raise JijitsuError(f"the article {draft.article} is not there", where=name, hint=hint)


def _wrong(name: str, node: yaml.Node, what: str) -> JijitsuError:
    return JijitsuError(what.rstrip("."), where=f"{name}:{node.start_mark.line + 1}")
