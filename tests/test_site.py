"""The documentation site: built strictly, every link leads somewhere, nothing is loaded from elsewhere, every page is there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from conftest import ROOT

from jijitsu.cli.app import COMMANDS
from jijitsu.cli.topics import topics
from jijitsu.extract.linting import checks

LOADING = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src"}
"""What a browser fetches without being asked."""


class Page(HTMLParser):
    """The links, anchors and loaded things of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.anchors: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the tag refers to."""
        given = dict(attrs)
        self.anchors.update(filter(None, (given.get("id"), given.get("name"))))
        if tag == "a" and given.get("href"):
            self.links.append(str(given["href"]))
        if tag in LOADING and given.get(LOADING[tag]) and given.get("rel") != "canonical":
            self.loads.append(str(given[LOADING[tag]]))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as .ci/run builds it."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-f", str(ROOT / ".docs" / "mkdocs.yml")]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run([*command, "-d", str(folder)], capture_output=True, check=False, text=True, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Page]:
    return {path: Page(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}


def test_every_topic_rule_and_command_has_its_page(site: Path) -> None:
    made = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    wanted = {f"manual/{one.name}.html" for one in topics()} | {f"rules/{one.code}.html" for one in checks()}
    wanted |= {f"commands/{name}.html" for name in COMMANDS}
    wanted |= {"index.html", "tutorial.en.html", "tutorial.ja.html", "contributing.html", "changelog.html"}
    assert wanted <= made


def test_pages_say_what_the_program_says(site: Path) -> None:
    page = (site / "rules" / "T302.html").read_text(encoding="utf-8")
    check = next(one for one in checks() if one.code == "T302")
    assert check.title[0] in page
    assert all(text.split("\n")[-1] in page for text in check.fires)
    assert "--min-exact" in (site / "commands" / "eval.html").read_text(encoding="utf-8")


def test_every_link_leads_somewhere(site: Path, pages: dict[Path, Page]) -> None:
    broken, followed = [], 0
    for path, page in pages.items():
        if path.name == "404.html":
            continue
        for link in page.links:
            to = urlsplit(link)
            if to.scheme or to.netloc:
                continue
            followed += 1
            target = (path.parent / unquote(to.path)).resolve() if to.path else path
            target = target / "index.html" if target.is_dir() else target
            if not target.is_file() or (to.fragment and unquote(to.fragment) not in pages[target].anchors):
                broken.append(f"{path.relative_to(site)}: {link}")
    assert broken == []
    assert followed > 500


def test_nothing_is_loaded_from_elsewhere(site: Path, pages: dict[Path, Page]) -> None:
    far = [(path.name, load) for path, page in pages.items() for load in page.loads if urlsplit(load).netloc]
    assert far == []
    for style in site.rglob("*.css"):
        assert not re.findall(r"url\([\"']?(?:https?:)?//", style.read_text(encoding="utf-8")), style


def test_the_repositorys_own_links_lead_somewhere() -> None:
    """Relative links of what is read in the repository itself."""
    for path in (ROOT / "README.md", *(ROOT / ".github").glob("*.md")):
        for link in re.findall(r"\]\((?!https?:|#)([^)\s#]+)", path.read_text(encoding="utf-8")):
            assert (path.parent / link).exists(), f"{path.name}: {link}"


def test_lines_of_japanese_are_joined_without_a_space(site: Path) -> None:
    page = (site / "tutorial.ja.html").read_text(encoding="utf-8")
    prose = re.sub(r"<pre>.*?</pre>", "", page, flags=re.S)
    assert "どこにそう書いてあるか" in prose
    assert re.findall(r"[ぁ-ゖ一-鿿、。]\n[ぁ-ゖ一-鿿]", prose) == []
