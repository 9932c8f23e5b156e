"""The files by which services run the linter: each valid by its schema, and what it runs is run."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from conftest import ROOT

ACTION = ROOT / ".github" / "actions" / "lint" / "action.yml"
WRONG = "🎌2026年1月6日(水)に発表した。\n"
BIN = Path(sys.executable).parent
ISSUES = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^(?!\\./|/)"},
                    "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}}},
                },
            },
        },
    },
}  # fmt: skip
"""What GitLab says of its Code Quality report."""


def valid(schema: str, *files: Path) -> None:
    """Hold files against a schema that check-jsonschema carries; nothing is fetched."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def lint(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "jijitsu", "lint", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)


def test_action_and_workflows_are_valid() -> None:
    valid("vendor.github-actions", ACTION)
    valid("vendor.github-workflows", *sorted((ROOT / ".github" / "workflows").glob("*.yml")))


def test_an_invalid_action_is_seen(tmp_path: Path) -> None:
    broken = tmp_path / "action.yml"
    broken.write_text(ACTION.read_text("utf-8").replace("shell: bash", "shel: bash"), encoding="utf-8")
    with pytest.raises(AssertionError, match="shel"):
        valid("vendor.github-actions", broken)


def fenced(name: str) -> list[str]:
    """The blocks of YAML of a page of the manual."""
    page = (ROOT / "cli" / "manual" / name).read_text("utf-8")
    return [block.partition("\n```")[0] for block in page.split("```yaml\n")[1:]]


def test_the_manuals_files_are_valid(tmp_path: Path) -> None:
    action, plain, gitlab, hooks = fenced("ci.md")
    for number, text in enumerate((action, plain)):
        (tmp_path / f"{number}.yml").write_text(f"name: x\non: push\n{text}", encoding="utf-8")
    valid("vendor.github-workflows", tmp_path / "0.yml", tmp_path / "1.yml")
    (tmp_path / ".gitlab-ci.yml").write_text(gitlab, encoding="utf-8")
    valid("vendor.gitlab-ci", tmp_path / ".gitlab-ci.yml")
    (tmp_path / "hooks.yaml").write_text(hooks, encoding="utf-8")
    pre_commit("validate-config", "hooks.yaml", folder=tmp_path)


def test_the_actions_inputs_are_those_the_manual_tells() -> None:
    page = (ROOT / "cli" / "manual" / "ci.md").read_text("utf-8")
    told = page.partition("Inputs: ")[2].partition("Without")[0]
    assert [name for name in yaml.safe_load(ACTION.read_text("utf-8"))["inputs"] if f"`{name}`" not in told] == []


def step(name: str) -> dict[str, Any]:
    """A step of the action."""
    steps: list[dict[str, Any]] = yaml.safe_load(ACTION.read_text("utf-8"))["runs"]["steps"]
    return next(one for one in steps if one.get("name") == name)


def act(folder: Path, **given: str) -> subprocess.CompletedProcess[str]:
    """Run the action's last step as a runner does: inputs put into variables, the script given to bash."""
    inputs = {name: one["default"] for name, one in yaml.safe_load(ACTION.read_text("utf-8"))["inputs"].items()}
    inputs |= {name.replace("_", "-"): value for name, value in given.items()}
    variables = {}
    for name, expression in step("Lint")["env"].items():
        variables[name] = inputs[expression.removeprefix("${{ inputs.").removesuffix(" }}")]
    (folder / "bin").mkdir(exist_ok=True)
    python = folder / "bin" / "python"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    path = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    bash = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step("Lint")["run"]]
    environment = os.environ | variables | {"PATH": path, "GITHUB_ACTIONS": "true"}
    return subprocess.run(bash, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


def test_the_action_lints(tmp_path: Path) -> None:
    articles = tmp_path / "記事 一"
    articles.mkdir()
    (articles / "a.txt").write_text(WRONG, encoding="utf-8")
    (tmp_path / "$(touch pwned).txt").write_text("良い天気だ。\n", encoding="utf-8")
    done = act(tmp_path, paths="記事 一\n$(touch pwned).txt", lang="ja")
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error file=記事 一/a.txt,line=1,endLine=1,col=3,endColumn=15,title=jijitsu T302::")
    assert "火曜日" in done.stdout
    assert not (tmp_path / "pwned").exists()
    quiet = act(
        tmp_path, paths="記事 一", arguments="--ignore\nT302", fail_on="error", format="sarif", output="out.sarif"
    )
    assert (quiet.returncode, quiet.stdout) == (0, "")
    assert json.loads((tmp_path / "out.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert act(tmp_path, paths="nowhere").returncode == 2


def test_the_action_installs_its_own_revision() -> None:
    source = step("Install jijitsu")["env"]["SOURCE"].replace("${{ github.action_path }}", str(ACTION.parent))
    assert (Path(source) / "pyproject.toml").samefile(ROOT / "pyproject.toml")


def pre_commit(*arguments: str, folder: Path, fails: bool = False) -> str:
    """Run pre-commit in a folder; return what it prints."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"PRE_COMMIT_HOME": str(folder / ".cache"), "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", *arguments], cwd=folder, env=environment, capture_output=True,
        encoding="utf-8", check=False,
    )  # fmt: skip
    assert (done.returncode != 0) == fails, done.stdout + done.stderr
    return done.stdout


def test_the_hook_is_valid_and_runs(tmp_path: Path) -> None:
    """As `pre-commit try-repo` does, but in this environment: an environment of its own takes minutes to install."""
    pre_commit("validate-manifest", str(ROOT / ".pre-commit-hooks.yaml"), folder=tmp_path)
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    entry = f"{sys.executable} -m {hook['entry']}"
    local = {"repo": "local", "hooks": [hook | {"language": "system", "entry": entry}]}
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [local]}), encoding="utf-8")
    (tmp_path / "記事 一.txt").write_text(WRONG, encoding="utf-8")
    (tmp_path / "b.py").write_text(f"# {WRONG}", encoding="utf-8")
    git = shutil.which("git")
    assert git, "pre-commit needs git"
    for command in (["init", "-q"], ["add", "-A"]):
        subprocess.run([git, *command], cwd=tmp_path, check=True)
    told = pre_commit("run", "--all-files", folder=tmp_path, fails=True)
    assert "記事 一.txt:1:2: T302 error" in told
    assert "b.py" not in told
    (tmp_path / "記事 一.txt").write_text(WRONG.replace("水", "火"), encoding="utf-8")
    subprocess.run([git, "add", "-A"], cwd=tmp_path, check=True)
    assert "Passed" in pre_commit("run", "--all-files", folder=tmp_path)


def test_gitlabs_report(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("a.txt", "sub/b.txt"):
        (tmp_path / name).write_text(f"一行目。\n{WRONG}{WRONG}", encoding="utf-8")
    issues = []
    for paths in ((".",), (str(tmp_path / "a.txt"), "./sub/b.txt")):
        done = lint(*paths, "--format", "gitlab", folder=tmp_path)
        assert done.returncode == 1
        issues.append(json.loads(done.stdout))
    assert issues[0] == issues[1]
    jsonschema.validate(issues[0], ISSUES)
    assert [(one["location"]["path"], one["location"]["lines"]["begin"]) for one in issues[0]] == [
        ("a.txt", 2), ("a.txt", 3), ("sub/b.txt", 2), ("sub/b.txt", 3),
    ]  # fmt: skip
    assert len({one["fingerprint"] for one in issues[0]}) == 4
    assert {one["severity"] for one in issues[0]} == {"major"}
    # An edit elsewhere leaves the fingerprint alone: GitLab shows the finding as an old one.
    (tmp_path / "a.txt").write_text(f"前書き。\n\n一行目。\n{WRONG}{WRONG}", encoding="utf-8")
    again = json.loads(lint("a.txt", "--format", "gitlab", folder=tmp_path).stdout)
    assert [one["fingerprint"] for one in again] == [one["fingerprint"] for one in issues[0][:2]]


def test_reviewdog_is_given_suggestions_in_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WRONG, encoding="utf-8")
    (one,) = json.loads(lint("a.txt", "--format", "rdjson", folder=tmp_path).stdout)["diagnostics"]
    line = WRONG.encode()
    made = []
    for suggestion in one["suggestions"]:
        start, end = suggestion["range"]["start"], suggestion["range"]["end"]
        assert start["line"] == end["line"] == 1
        made.append((line[: start["column"] - 1] + suggestion["text"].encode() + line[end["column"] - 1 :]).decode())
    assert made == [WRONG.replace("水", "火"), WRONG.replace("6日", "7日")]
