"""Plug-ins: the worked example in tests/plugin, built and installed; and bad ones, each told of in one line."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, article

ARTICLE = "2026年1月13日\nみほん自動車は来春、新卒300人を採用する。\n従業員は7万人だ。\n新型車がついに登場！\n"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the example package as pip installs it."""
    source, target = tmp_path_factory.mktemp("source") / "plugin", tmp_path_factory.mktemp("site")
    shutil.copytree(ROOT / "tests" / "plugin", source)
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-build-isolation", "--no-index"]
    done = subprocess.run([*pip, "--target", str(target), str(source)], capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stderr
    return target


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with an article."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def jijitsu(*arguments: str, site: Path) -> subprocess.CompletedProcess[str]:
    """Run the command in a process that finds what is installed in `site`."""
    path = os.pathsep.join(filter(None, (str(site), os.environ.get("PYTHONPATH"))))
    command = [sys.executable, "-m", "jijitsu", *arguments]
    environment = {**os.environ, "PYTHONPATH": path, "COLUMNS": "200"}
    return subprocess.run(command, capture_output=True, check=False, encoding="utf-8", env=environment)


def bad(site: Path, group: str, target: str, code: str, name: str = "bad") -> Path:
    """Install, by hand, a package `bad-NAME` of one module with one entry point."""
    module = target.partition(":")[0]
    (site / f"{module}.py").write_text(code, encoding="utf-8")
    info = site / f"{module}-0.1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 0.1\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[{group}]\n{name} = {target}\n", encoding="utf-8")
    return site


def kinds(lines: str) -> list[tuple[str, str]]:
    return [(record["kind"], record["evidence"]["text"]) for record in map(json.loads, lines.splitlines())]


def test_the_example_is_used_by_every_command(installed: Path, place: Path) -> None:
    read = jijitsu("extract", "a.txt", site=installed)
    assert (read.returncode, read.stderr) == (0, "")
    # The kind of one's own has the figure, and quantity, which would have had it, has the other.
    assert kinds(read.stdout) == [("x-hiring", "300人"), ("quantity", "7万人")]
    (place / "c.ndjson").write_text(read.stdout, encoding="utf-8")
    assert jijitsu("validate", "c.ndjson", site=installed).returncode == 0
    only = jijitsu("extract", "a.txt", "--kind", "x-hiring", "--to", "outline", site=installed)
    assert only.stdout == "a.txt\n  x-hiring: 300人\n"
    assert jijitsu("export", "c.ndjson", "-o", "c.outline", site=installed).returncode == 0
    assert (place / "c.outline").read_text(encoding="utf-8").count("\n") == 3
    linted = jijitsu("lint", "a.txt", "--select", "PD", "--format", "concise", "--lang", "en", site=installed)
    assert linted.returncode == 1
    assert linted.stdout.startswith("a.txt:4:10: PD101 ")
    page = jijitsu("rule", "pd101", site=installed).stdout
    assert page.startswith("# PD101 exclamation\n")
    assert "Readers take it for advertising." in page


def test_its_examples_hold(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(installed))
    from press_desk.exclamation import CHECK
    from press_desk.hiring import KIND

    from jijitsu.extract import linting, pipeline
    from jijitsu.extract.checking import Desk, Dossier
    from jijitsu.extract.kinds import _of_plugin
    from jijitsu.extract.plugins import Plugin

    def read(text: str) -> list[tuple[str, str]]:
        linked = pipeline.linked([pipeline.see(article(text))])[0]
        plugin = Plugin("hiring", "the example", KIND)
        return [
            (draft.kind, text[draft.start : draft.end])
            for draft in _of_plugin(plugin, linked, lambda *news: pytest.fail(str(news)))
        ]

    assert [read(text) for text in KIND.takes] == [[("x-hiring", "300人")]]
    assert [read(text) for text in KIND.leaves] == [[]]
    for texts, found in ((CHECK.fires, 1), (CHECK.silent, 0)):
        for text in texts:
            desk = Desk((Dossier("a.txt", article(text), ()),))
            assert len(list(linting.lint(desk, [CHECK], lambda _: None))) == found


def test_processes_and_cache_know_of_it(installed: Path, place: Path) -> None:
    (place / "news").mkdir()
    for number in range(30):
        (place / "news" / f"{number:02}.txt").write_text(ARTICLE, encoding="utf-8")
    without = jijitsu("extract", "news", site=place)
    assert "x-hiring" not in without.stdout
    one = jijitsu("extract", "news", "--jobs", "1", site=installed)  # what was kept without it is not what comes now
    assert one.stdout.count("x-hiring") == 60  # kind and rule
    two = jijitsu("extract", "news", "--jobs", "2", "--no-cache", site=installed)
    assert two.stdout == one.stdout
    assert jijitsu("extract", "news", site=place).stdout == without.stdout


def test_a_change_of_its_source_is_seen(installed: Path, place: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The version stays: the cache goes by what stands in the files."""
    site = tmp_path_factory.mktemp("edited") / "site"
    shutil.copytree(installed, site)
    assert '"x-hiring"' in jijitsu("extract", "a.txt", site=site).stdout
    module = site / "press_desk" / "hiring.py"
    module.write_text(module.read_text(encoding="utf-8").replace("x-hiring", "x-recruits"), encoding="utf-8")
    assert '"x-recruits"' in jijitsu("extract", "a.txt", site=site).stdout


KIND = """
from jijitsu.extract.parts import Kind
def read(linked):
    {body}
KIND = Kind({name!r}, read, "", {{}}, [])
"""
NO_KIND = {
    "raise RuntimeError('no licence\\nfound')": "cannot be loaded: RuntimeError: no licence found; it is left out",
    "import nowhere_at_all": "cannot be loaded: ModuleNotFoundError: No module named 'nowhere_at_all'; it is left out",
    "KIND = 7": "is no Kind but int; it is left out",
    "": "cannot be loaded: AttributeError: module 'badkind' has no attribute 'KIND'; it is left out",
    KIND.format(name="hiring", body="return []"):
        "calls its kind 'hiring': names of one's own begin with x-, as x-hiring; it is left out",
}  # fmt: skip


@pytest.mark.parametrize(("code", "said"), NO_KIND.items())
def test_a_bad_kind_is_named_and_stops_nobody(place: Path, tmp_path: Path, code: str, said: str) -> None:
    site = tmp_path / "site"
    site.mkdir()
    bad(site, "jijitsu.kinds", "badkind:KIND", code)
    for _ in range(1 if code else 2):  # the second time from the cache
        done = jijitsu("extract", "a.txt", site=site)
        assert done.returncode == 0
        assert kinds(done.stdout) == [("quantity", "300人"), ("quantity", "7万人")]
        assert done.stderr == f"warning: the plug-in bad of badkind 0.1 (badkind:KIND) {said}\n"


BREAKS = {
    "raise KeyError('a')": "KeyError: 'a'",
    "yield 3": "TypeError: a Draft is wanted, not int",
    "from jijitsu.extract.draft import Draft; yield Draft(kind='x-b', start=0, end=10**6, sentence=0)":
        "ValueError: [0, 1000000) is no place in the article",
    "from jijitsu.extract.draft import Draft; yield Draft(kind='x-b', start=0, end=2, sentence=99)":
        "ValueError: there is no sentence 99",
    "from jijitsu.extract.draft import Draft; yield Draft(kind='quote', start=0, end=2, sentence=0)":
        "ValueError: a draft of 'quote' where 'x-b' is wanted",
    "from jijitsu.extract.draft import Draft; yield Draft(kind='x-b', start=0, end=2, sentence=0, modality='sure')":
        "ValidationError: Invalid enum value 'sure' - at `$.modality`",
}  # fmt: skip


@pytest.mark.parametrize(("body", "said"), BREAKS.items())
def test_a_kind_that_breaks_leaves_the_others(place: Path, tmp_path: Path, body: str, said: str) -> None:
    site = tmp_path / "site"
    site.mkdir()
    bad(site, "jijitsu.kinds", "badkind:KIND", KIND.format(name="x-b", body=body))
    done = jijitsu("extract", "a.txt", site=site)
    assert done.returncode == 0
    assert kinds(done.stdout) == [("quantity", "300人"), ("quantity", "7万人")]
    label = "the plug-in bad of badkind 0.1 (badkind:KIND)"
    assert done.stderr == f"warning: {label} broke on a.txt: {said}; its claims of that article are left out\n"


def test_faults_in_other_processes_are_told_once_and_never_kept(place: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    bad(site, "jijitsu.kinds", "badkind:KIND", KIND.format(name="x-b", body="yield 3"))
    for number in range(30):
        (place / f"b{number:02}.txt").write_text("休んだ。\n", encoding="utf-8")
    label = "warning: the plug-in bad of badkind 0.1 (badkind:KIND)"
    for _ in range(2):
        done = jijitsu("extract", "--jobs", "2", *sorted(path.name for path in place.glob("*.txt")), site=site)
        assert done.returncode == 0
        assert kinds(done.stdout) == [("quantity", "300人"), ("quantity", "7万人")]
        first, last = done.stderr.splitlines()
        assert first.startswith(f"{label} broke on a.txt: TypeError: a Draft is wanted, not int; ")
        assert last == f"{label} broke 31 times in all"


def test_bad_checks_and_exports_are_named(place: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    check = (
        "from jijitsu.extract.checking import Check\n"
        "def find(desk):\n    raise ValueError('half done')\n"
        "CHECK = Check({code!r}, 'error', find, ('い', 'a'), 'claims', [], [])\n"
    )
    bad(site, "jijitsu.checks", "clashing:CHECK", check.format(code="T302"), name="clash")
    bad(site, "jijitsu.checks", "breaking:CHECK", check.format(code="ZZ900"), name="break")
    export = (
        "from jijitsu.cli.exporting import Export\n"
        "def chunks(claims, settings):\n    yield b'half'\n    raise ValueError('no ink')\n"
        "EXPORT = Export(name={name!r}, about='', suffixes=({suffix!r},), chunks=chunks)\n"
    )
    bad(site, "jijitsu.exports", "taken:EXPORT", export.format(name="csv", suffix=".x"), name="taken")
    bad(site, "jijitsu.exports", "inkless:EXPORT", export.format(name="inkless", suffix=".ink"), name="inkless")
    linted = jijitsu("lint", "a.txt", "--lang", "en", site=site)
    assert linted.returncode == 2  # a check that broke has not looked
    assert linted.stderr.splitlines()[:1] == [
        "warning: the plug-in clash of clashing 0.1 (clashing:CHECK) gives its check the code T302, which is jijitsu's "
        "own; it is left out"
    ]
    assert "the plug-in break of breaking 0.1 (breaking:CHECK) broke: ValueError: half done; ZZ900 found nothing." in (
        linted.stderr
    )
    done = jijitsu("extract", "a.txt", "-o", "c.ink", site=site)
    assert done.returncode == 2
    assert "the plug-in taken of taken 0.1 (taken:EXPORT) calls its format csv, as another one is called" in done.stderr
    assert "the plug-in inkless of inkless 0.1 (inkless:EXPORT) broke: ValueError: no ink; nothing is written." in (
        done.stderr
    )
    assert not (place / "c.ink").exists()
    assert jijitsu("extract", "a.txt", "-o", "c.csv", site=site).returncode == 0


def test_help_loads_no_plug_in(place: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    bad(site, "jijitsu.kinds", "loud:KIND", "raise SystemExit('loaded')")
    done = jijitsu("--help", site=site)
    assert (done.returncode, done.stderr) == (0, "")
