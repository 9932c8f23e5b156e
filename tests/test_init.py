"""`jijitsu init`: what it writes is valid, is read, and runs; what is there is left alone."""

from __future__ import annotations

import os
import pty
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml
from running import Run
from test_ci_files import WRONG, pre_commit, valid

from jijitsu import __version__
from jijitsu.cli import config
from jijitsu.extract.linking.entity import userfile
from jijitsu.extract.linking.entity.names import names

FILES = ["jijitsu.yaml", "lexicon.yaml", ".github/workflows/jijitsu.yml", ".pre-commit-config.yaml"]


def test_it_writes_four_files_and_asks_nothing(run: Run, tmp_path: Path) -> None:
    ended = run("init", "--yes")
    assert (ended.code, ended.out.splitlines()) == (0, FILES)
    assert "Put articles into . (.txt, .md, .html), then: jijitsu lint ." in ended.err
    assert sorted(FILES) == sorted(
        path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()
    )
    assert not [name for name in FILES if re.search(r"@[A-Z]+@", (tmp_path / name).read_text("utf-8"))]


def test_what_is_there_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "jijitsu.yaml").write_text("lang: en\n", encoding="utf-8")
    (tmp_path / ".pre-commit-config.yaml").symlink_to(tmp_path / "elsewhere")
    ended = run("init", "--yes")
    assert ended.out.splitlines() == FILES[1:3]
    assert "jijitsu.yaml: is there already, and was left alone" in ended.err
    assert (tmp_path / "jijitsu.yaml").read_text("utf-8") == "lang: en\n"
    assert not (tmp_path / "elsewhere").exists()
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert run("init", "--yes").out == ""
    assert before == {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}


def test_the_settings_are_read_and_lint_runs(run: Run, tmp_path: Path) -> None:
    run("init", "--yes", "--lang", "ja")
    (tmp_path / "a.txt").write_text(WRONG, encoding="utf-8")
    ended = run("lint", ".", "--format", "concise")
    assert (ended.code, "火曜日" in ended.out) == (1, True)


def test_every_setting_in_a_comment_may_be_turned_on(run: Run, tmp_path: Path) -> None:
    run("init", "--yes")
    path = tmp_path / "jijitsu.yaml"
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"^# (?=[a-z-]+: )", "", text, flags=re.M), encoding="utf-8")
    assert config.read(path) is not None
    told = set(re.findall(r"^(?:# )?([a-z-]+): ", text, re.M))
    assert told == set(config._READERS) - {"format"} | {"path-ignores"}


def test_the_lexicon_is_read(run: Run, tmp_path: Path) -> None:
    run("init", "--yes")
    path = tmp_path / "lexicon.yaml"
    hits = [entity.name for _, _, entity in names(path).find("例題製の株価")]
    assert hits == ["例題製作所"]
    path.write_text(path.read_text("utf-8").replace("# id:", "  id:"), encoding="utf-8")
    userfile.forget()
    assert [entity.id for _, _, entity in names(path).find("例題製の株価")] == ["XTKS:9999"]


@pytest.mark.parametrize("articles", [".", "drafts", "記事 'o'/今日"])
def test_workflow_and_hook_are_valid_and_run(run: Run, tmp_path: Path, articles: str) -> None:
    for service, schema, place in (
        ("github", "vendor.github-workflows", FILES[2]), ("gitlab", "vendor.gitlab-ci", ".gitlab-ci.yml"),
    ):  # fmt: skip
        run("init", "--yes", "--articles", articles, "--ci", service)
        valid(schema, tmp_path / place)
    pre_commit("validate-config", ".pre-commit-config.yaml", folder=tmp_path)
    (tmp_path / articles).mkdir(parents=True, exist_ok=True)
    (tmp_path / articles / "a.txt").write_text(WRONG, encoding="utf-8")
    workflow = yaml.safe_load((tmp_path / FILES[2]).read_text("utf-8"))
    *_, install, lint = workflow["jobs"]["lint"]["steps"]
    assert install["run"] == f'pip install "jijitsu=={__version__}"'
    done = shell(lint["run"], tmp_path)
    assert done.returncode == 1
    assert done.stdout.startswith(f"::error file={Path(articles) / 'a.txt'},line=1")
    done = shell(yaml.safe_load((tmp_path / ".gitlab-ci.yml").read_text("utf-8"))["articles"]["script"][1], tmp_path)
    assert done.returncode == 1
    assert '"check_name": "T302"' in (tmp_path / "gl-code-quality-report.json").read_text("utf-8")


def shell(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a script in which `jijitsu` is ours."""
    ours = f'jijitsu() {{ "{sys.executable}" -m jijitsu "$@"; }}\n{script}'
    return subprocess.run(["bash", "-c", ours], cwd=folder, capture_output=True, encoding="utf-8", check=False)


def test_the_hook_takes_the_articles_alone(run: Run, tmp_path: Path) -> None:
    run("init", "--yes", "--articles", "drafts")
    path = tmp_path / ".pre-commit-config.yaml"
    held = yaml.safe_load(path.read_text("utf-8"))
    (hook,) = held["repos"][0]["hooks"]
    assert hook.pop("additional_dependencies") == [f"jijitsu=={__version__}"]
    hook |= {"language": "system", "entry": f"{sys.executable} -m {hook['entry']}"}
    path.write_text(yaml.safe_dump(held), encoding="utf-8")
    (tmp_path / "drafts").mkdir()
    for name in ("drafts/a.txt", "readme.md"):
        (tmp_path / name).write_text(WRONG, encoding="utf-8")
    git = shutil.which("git")
    assert git, "pre-commit needs git"
    for command in (["init", "-q"], ["add", "-A"]):
        subprocess.run([git, *command], cwd=tmp_path, check=True)
    told = pre_commit("run", "--all-files", folder=tmp_path, fails=True)
    assert "drafts/a.txt:1:2: T302 error" in told
    assert "readme.md" not in told


@pytest.mark.parametrize("articles", ["/etc", "../x", "a\nb"])
def test_a_folder_outside_is_refused(run: Run, articles: str) -> None:
    ended = run("init", "--yes", "--articles", articles)
    assert (ended.code, ended.out) == (2, "")
    assert "is no folder of this project" in ended.err


def test_where_nobody_can_answer_it_says_so(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "jijitsu", "init"], cwd=tmp_path, stdin=subprocess.DEVNULL, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    assert "Give --yes" in done.stderr
    assert not list(tmp_path.iterdir())


def answered(folder: Path, answers: list[tuple[str, str]]) -> str:
    """Run it on a terminal, each answer given when its question is there; return what the terminal showed."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(folder)
        os.execv(sys.executable, [sys.executable, "-m", "jijitsu", "init"])
    shown = ""
    for question, answer in [*answers, ("Now:", "")]:
        since, until = len(shown), time.monotonic() + 180
        while question not in shown[since:] and time.monotonic() < until:
            try:
                shown += os.read(terminal, 4096).decode("utf-8", "replace")
            except OSError:
                break
        assert question in shown[since:] or question == "Now:", shown
        os.write(terminal, f"{answer}\n".encode())
    os.close(terminal)
    os.waitpid(pid, 0)
    return shown


def test_a_person_is_asked(tmp_path: Path) -> None:
    shown = answered(
        tmp_path,
        [
            ("articles lie?", "drafts"), ("Language of messages", "fr"), ("Language of messages", "ja"),
            ("which service", "gitlab"), ("hook of pre-commit?", "n"), ("?", "y"),
        ],
    )  # fmt: skip
    assert "Write jijitsu.yaml, lexicon.yaml, .gitlab-ci.yml to" in " ".join(shown.split())
    assert sorted(path.name for path in tmp_path.iterdir()) == [".gitlab-ci.yml", "jijitsu.yaml", "lexicon.yaml"]
    assert "jijitsu lint drafts " in (tmp_path / ".gitlab-ci.yml").read_text("utf-8")
    assert "\nlang: ja\n" in (tmp_path / "jijitsu.yaml").read_text("utf-8")
