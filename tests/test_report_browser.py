"""`jijitsu report` in a real browser: filters, links, keyboard, hostile text, and that nothing is asked of a network.

Where no Chromium is installed these are reported as not run; `.ci/run` installs one, and then they must run.
"""

from __future__ import annotations

import json
import socketserver
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from report import ARTICLES, LURE, opened, wait, write_articles

from jijitsu.cli import linting, wishes
from jijitsu.cli.reporting import building, data, plotting
from jijitsu.extract.reading import Reading
from jijitsu.schemas.config import Config

pytestmark = pytest.mark.browser
PAGES = ("", "articles", "claims", "subjects", "quotes", "findings")


class Lure(socketserver.TCPServer):
    """A server that nobody should ever ask; it notes who does."""

    asked: list[str]


class _Noting(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.server.asked.append(self.path)  # type: ignore[attr-defined]
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture(scope="module")
def lure() -> Iterator[Lure]:
    with Lure(("127.0.0.1", 0), _Noting) as server:
        server.asked = []
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with opened() as driver:
        yield driver


@pytest.fixture(scope="module")
def built(browser: Any, lure: Lure, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A report of the articles, with its data as they are and packed."""
    folder = tmp_path_factory.mktemp("report")
    write_articles(folder / "news", lure.server_address[1])
    wished = wishes.Wishes(given=Config(lang="ja"), reading=Reading(), parse="auto", config=False)
    told = data.data(linting.lint([str(folder / "news")], wished))
    library, plain = plotting.bundle(), building._PLAIN
    for name, most in (("plain", plain), ("packed", 0)):
        building._PLAIN = most
        chunks = building.page(told, title="試しの報告", language="ja", plotting=library)
        (folder / f"{name}.html").write_bytes(b"".join(chunks))
    building._PLAIN = plain
    return {name: folder / f"{name}.html" for name in ("plain", "packed")}


@pytest.fixture
def page(browser: Any, built: dict[str, Path]) -> Any:
    """The report, freshly opened; afterwards nothing has been said on its console, and nothing was asked for."""
    browser.get("about:blank")
    browser.get_log("browser"), browser.get_log("performance")
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})
    load(browser, built["plain"])
    yield browser
    assert browser.get_log("browser") == []
    assert [url for url in requests(browser) if not url.startswith(("file:", "data:", "about:"))] == []


def load(browser: Any, path: Path, address: str = "") -> None:
    browser.get("about:blank")
    browser.get(f"{path.as_uri()}{address}")
    wait(lambda: browser.execute_script("return document.documentElement.dataset.ready"))


def requests(browser: Any) -> list[str]:
    messages = (json.loads(entry["message"])["message"] for entry in browser.get_log("performance"))
    return [one["params"]["request"]["url"] for one in messages if one["method"] == "Network.requestWillBeSent"]


def go(page: Any, address: str) -> None:
    page.execute_script("location.hash = arguments[0]", address)
    wait(lambda: page.execute_script("return location.hash") == address)
    page.execute_async_script("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))")


def all_of(page: Any, selector: str) -> list[Any]:
    found: list[Any] = page.find_elements("css selector", selector)
    return found


def texts(page: Any, selector: str) -> list[str]:
    """What elements show, all at one moment."""
    script = "return [...document.querySelectorAll(arguments[0])].map((one) => one.innerText.trim())"
    found: list[str] = page.execute_script(script, selector)
    return found


def titles(page: Any) -> list[str]:
    return texts(page, ".list.articles h3")


def tick(page: Any, name: str, value: str) -> None:
    all_of(page, f"input[name={name}][value='{value}']")[0].click()


def subject(page: Any, name: str) -> str:
    """The address of a subject's page."""
    go(page, "#/subjects")
    (link,) = (one for one in all_of(page, ".list.subjects a") if one.text == name)
    address: str = link.get_attribute("href")
    return "#" + address.split("#")[1]


# Filters


def test_two_character_words_are_found(page: Any) -> None:
    go(page, "#/articles")
    assert len(titles(page)) == 4
    page.find_element("id", "search").send_keys("株価")
    wait(lambda: len(titles(page)) == 2)
    assert "トヨタ株が下落" in titles(page)[1]
    assert page.execute_script("return location.hash").startswith("#/articles?q=")
    page.find_element("id", "search").send_keys(" トヨタ")
    wait(lambda: titles(page) == ["トヨタ株が下落"])
    assert page.find_element("id", "status").get_attribute("textContent").startswith("記事 1 件")
    page.find_element("id", "clear").click()
    wait(lambda: len(titles(page)) == 4)


def test_width_and_case_make_no_difference(page: Any) -> None:
    go(page, "#/articles")
    page.find_element("id", "search").send_keys("４３８．０７")
    wait(lambda: titles(page) == ["テスラの納車、過去最多"])


def test_companies_kinds_and_modalities(page: Any) -> None:
    go(page, "#/claims")
    page.find_element("id", "finder").send_keys("7203")
    wait(lambda: len(all_of(page, "input[name=subject]")) == 1)
    tick(page, "subject", "XTKS:7203")
    wait(lambda: set(texts(page, ".claim a.subject")) == {"トヨタ自動車"})
    tick(page, "kind", "financial")
    wait(lambda: set(texts(page, ".claim .chip")) == {"業績・金額"})
    tick(page, "modality", "forecast")
    wait(lambda: len(all_of(page, ".claim")) == 1)
    assert "4兆円" in page.find_element("css selector", ".claim").text
    hash_before = page.execute_script("return location.hash")
    assert "subject=XTKS%3A7203&kind=financial&modality=forecast" in hash_before


def test_a_finder_that_finds_nobody_says_so(page: Any) -> None:
    go(page, "#/claims")
    page.find_element("id", "finder").send_keys("どこにもない会社")
    wait(lambda: texts(page, "#found-subjects") == ["条件に合うものがありません。"])


def test_dates_of_articles_and_of_events(page: Any) -> None:
    go(page, "#/articles?from=2026-02-01&to=2026-02-13")
    assert titles(page) == ["トヨタ株が下落"]
    go(page, "#/articles?from=2025-01-01&to=2025-03-31&by=event")
    assert set(titles(page)) == {"テスラの納車、過去最多", "テスラ、工場を増強"}


def test_severities_and_numbers_of_the_overview_narrow(page: Any) -> None:
    go(page, "#/findings")
    tick(page, "severity", "error")
    wait(lambda: {"誤り"} == set(texts(page, ".finding > .meta .severity")))
    go(page, "#/")
    next(one for one in all_of(page, ".bars button") if "発言" in one.text and "A2" not in one.text).click()
    wait(lambda: page.execute_script("return location.hash") == "#/claims?kind=quote")
    assert set(texts(page, ".claim .chip")) == {"発言"}


def test_a_filtered_address_opens_as_it_was(browser: Any, built: dict[str, Path]) -> None:
    load(browser, built["plain"], "#/articles?q=%E6%A0%AA%E4%BE%A1")
    assert len(titles(browser)) == 2
    assert browser.find_element("id", "search").get_attribute("value") == "株価"


def test_nothing_fits_is_said(page: Any) -> None:
    go(page, "#/articles?q=%E9%AF%A8%E9%AF%A8")
    assert texts(page, ".nothing") == ["条件に合うものがありません。"]


def test_packed_data_are_the_same_page(page: Any, built: dict[str, Path]) -> None:
    go(page, "#/claims")
    before = page.find_element("id", "main").text
    load(page, built["packed"], "#/claims")
    assert page.find_element("id", "main").text == before


# From point to sentence, from side to side


def points(page: Any) -> list[Any]:
    wait(lambda: all_of(page, ".timeline .point"))
    return all_of(page, ".plot .point")


def test_each_point_leads_to_its_sentence(page: Any) -> None:
    address = subject(page, "Tesla")
    go(page, address)
    number = len(points(page))
    assert number >= 8  # four figures, in the time line and as plots of their own
    seen = set()
    for at in range(number):
        go(page, address)
        point = points(page)[at]
        claim = point.get_attribute("data-claim")
        page.execute_script("arguments[0].dispatchEvent(new MouseEvent('click', {bubbles: true}))", point)
        (target,) = wait(lambda: all_of(page, ".evidence.target"))
        seen.add((claim, target.text))
        assert page.execute_script("return document.activeElement") == target
    assert {words for _, words in seen} == {"18万4000台", "14万8000台", "438.07ドル", "約452ドル"}


def test_the_axis_of_a_single_day_names_it(page: Any) -> None:
    go(page, subject(page, "任天堂"))
    points(page)
    named = "return [...document.querySelectorAll('.timeline text')].map((one) => one.textContent)"
    assert "2月13日" in page.execute_script(named)


def test_points_by_keyboard_and_with_names(page: Any) -> None:
    go(page, subject(page, "Tesla"))
    points(page)
    (point,) = all_of(page, ".timeline .point[tabindex='0']")
    assert point.get_attribute("role") == "link" and "Tesla" in point.get_attribute("aria-label")
    page.execute_script("arguments[0].focus()", point)
    assert page.find_element("id", "card").is_displayed()
    stops = "return document.querySelectorAll('.timeline .point[tabindex=\"0\"]').length"
    assert page.execute_script(stops) == 1
    seen = [page.switch_to.active_element.get_attribute("aria-label")]
    for _ in range(len(all_of(page, ".timeline .point")) - 1):
        page.switch_to.active_element.send_keys("\ue014")
        seen.append(page.switch_to.active_element.get_attribute("aria-label"))
    assert len(seen) == len(set(seen)) == 4 and page.execute_script(stops) == 1
    page.switch_to.active_element.send_keys("\ue007")
    wait(lambda: all_of(page, ".evidence.target"))


def test_intervals_and_contradictions_are_drawn(page: Any) -> None:
    go(page, subject(page, "Tesla"))
    points(page)
    drawn = """return [...document.querySelectorAll('.plots path, .plots line')].filter((one) => one.__data__ && one.__data__.datum)
        .map((one) => [one.__data__.datum.wide, one.__data__.datum.odd, getComputedStyle(one).stroke, one.__data__.strokeWidth || 0])"""
    marks = page.execute_script(drawn)
    assert any(wide and thick == 7 for wide, _, _, thick in marks)
    assert sum(bool(odd) and stroke == "rgb(196, 22, 28)" for _, odd, stroke, _ in marks) == 2
    assert "食い違い" in page.find_element("id", "main").text


def boxes(page: Any, selector: str) -> list[dict[str, float]]:
    """Where the elements stand that are shown."""
    script = """return [...document.querySelectorAll(arguments[0])].filter((one) => getComputedStyle(one).display !== "none")
        .map((one) => one.getBoundingClientRect().toJSON())"""
    found: list[dict[str, float]] = page.execute_script(script, selector)
    return found


def meet(one: dict[str, float], other: dict[str, float]) -> bool:
    across = one["left"] < other["right"] and other["left"] < one["right"]
    return across and one["top"] < other["bottom"] and other["top"] < one["bottom"]


@pytest.mark.parametrize("width", [360, 1280])
def test_in_a_time_line_nothing_hides_another(page: Any, width: int) -> None:
    screen = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 600}
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
    go(page, subject(page, "Tesla"))
    points(page)
    labels = boxes(page, ".timeline text[data-claim]")
    assert len(labels) >= 3
    assert not [1 for at, one in enumerate(labels) for other in labels[:at] if meet(one, other)]
    deliveries = [
        one["y"] for one in boxes(page, ".timeline .point[aria-label*='納車']")
    ]  # both of the year 2025: two values of one day and lane
    assert len(deliveries) == 2 and abs(deliveries[0] - deliveries[1]) >= 10


def test_both_sides_of_a_contradiction_lead_to_each_other(page: Any) -> None:
    go(page, "#/articles?q=%E5%B7%A5%E5%A0%B4%E3%82%92%E5%A2%97%E5%BC%B7")
    all_of(page, ".list.articles h3 a")[0].click()
    link = wait(lambda: [one for one in all_of(page, ".note .other a") if "18万4000台" in one.text])[0]
    link.click()
    wait(lambda: "過去最多" in page.find_element("css selector", "h1").text)
    assert texts(page, ".evidence.target") == ["18万4000台"]
    back = next(one for one in all_of(page, ".note .other a") if "14万8000台" in one.text)
    back.click()
    wait(lambda: texts(page, ".evidence.target") == ["14万8000台"])


# The record


def test_hover_and_focus_show_the_record(page: Any) -> None:
    from selenium.webdriver import ActionChains

    go(page, "#/articles?q=%E3%83%88%E3%83%A8%E3%82%BF")
    all_of(page, ".list.articles h3 a")[0].click()
    (mark,) = wait(lambda: [one for one in all_of(page, ".text .evidence") if one.text == "約1兆5000億円"])
    ActionChains(page).move_to_element(mark).perform()
    card = page.find_element("id", "card")
    wait(card.is_displayed)
    for words in ("トヨタ自動車 XTKS:7203", "約1兆5000億円", "2026年2月13日", "約97億米ドル", "断定"):
        assert words.replace("米", "") in card.text
    ActionChains(page).move_to_element(page.find_element("id", "footer")).perform()
    wait(lambda: not card.is_displayed())
    page.execute_script("arguments[0].focus()", mark)
    assert card.is_displayed() and mark.get_attribute("aria-describedby") == "card"
    mark.send_keys("\ue00c")
    assert not card.is_displayed()


def test_figures_within_an_utterance_are_links_of_their_own(page: Any) -> None:
    from selenium.webdriver import ActionChains

    go(page, "#/articles?q=%E5%8F%A4%E5%B7%9D")
    all_of(page, ".list.articles h3 a")[0].click()
    (said,) = wait(lambda: [one for one in all_of(page, ".text .evidence") if one.text == "売上高は3割増える"])
    assert page.execute_script("return document.querySelectorAll('a a').length") == 0
    assert said.get_attribute("role") == "group" and "古川俊太郎" in said.get_attribute("aria-label")
    page.execute_script("arguments[0].focus()", said)
    assert "古川俊太郎" in page.find_element("id", "card").text
    (figure,) = said.find_elements("css selector", "a")
    figure.click()
    wait(lambda: texts(page, ".evidence.target") == ["3割"])
    (said,) = (one for one in all_of(page, ".text .evidence") if one.text == "売上高は3割増える")
    ActionChains(page).move_to_element_with_offset(said, -said.size["width"] // 2 + 5, 0).click().perform()
    wait(lambda: texts(page, ".evidence.target") == ["売上高は3割増える"])


def test_quotes_by_speaker(page: Any) -> None:
    go(page, "#/quotes")
    assert "山野誠" in texts(page, "section.speaker h3 a")
    next(one for one in all_of(page, "section.speaker h3 a") if one.text == "山野誠").click()
    wait(lambda: texts(page, "blockquote") == ["「需要は底堅い」"])


def test_a_record_counts_as_the_claim_file_does(page: Any) -> None:
    go(page, "#/claims?subject=XTKS%3A7974")
    all_of(page, ".claim a.sentence")[0].click()
    (mark,) = wait(lambda: all_of(page, ".evidence.target"))
    text = ARTICLES["d-hostile"][1].replace(
        "{port}", page.execute_script("return /127.0.0.1:([0-9]+)/.exec(document.body.innerText)[1]")
    )
    start = text.index("2%")  # behind 𠮷
    assert mark.text == "2%" and f"{start}–{start + 2} 文字目" in page.find_element("id", "card").text


# Hostile text


def test_hostile_text_shows_as_text(page: Any, lure: Lure) -> None:
    go(page, "#/articles?q=%E4%BB%BB%E5%A4%A9%E5%A0%82")
    assert "𠮷野の<b>話</b> </style><script>" in titles(page)[0]
    all_of(page, ".list.articles h3 a")[0].click()
    shown = wait(lambda: texts(page, ".text"))[0]
    assert "</style><script>window.stolen = 1</script>" in shown and "</script><!--" in shown
    assert "2%" in texts(page, ".text .evidence")
    assert LURE in page.find_element("id", "main").text  # as text
    for address in ("#/", "#/claims", "#/quotes", "#/findings", "#/subjects"):
        go(page, address)
        assert page.execute_script("return window.stolen === undefined && document.images.length === 0")
        assert page.execute_script("return document.querySelectorAll('script').length") == 2
        assert set(page.execute_script("return [...document.links].map((one) => one.protocol)")) == {"file:"}
    assert lure.asked == []


def test_the_policy_stops_what_would_ask(browser: Any, built: dict[str, Path], lure: Lure) -> None:
    load(browser, built["plain"])
    ask = "fetch(arguments[0]).then(() => arguments[1]('fetched'), () => arguments[1]('refused'))"
    assert browser.execute_async_script(ask, f"http://127.0.0.1:{lure.server_address[1]}/y") == "refused"
    browser.execute_script(
        "const one = document.createElement('script'); one.textContent = 'window.stolen = 4'; document.body.append(one);"
        "const two = new Image(); two.src = arguments[0]; document.body.append(two);",
        f"http://127.0.0.1:{lure.server_address[1]}/z",
    )
    said = wait(lambda: [entry["message"] for entry in browser.get_log("browser")])
    assert all("Content Security Policy" in message for message in said)
    assert browser.execute_script("return window.stolen") is None and lure.asked == []


# Keyboard, names, languages, themes, widths, paper


def test_the_keyboard_reaches_everything(page: Any, built: dict[str, Path]) -> None:
    body = page.find_element("css selector", "body")
    body.send_keys("/")
    assert page.switch_to.active_element.get_attribute("id") == "search"
    load(page, built["plain"], "#/articles")
    page.find_element("css selector", "body").send_keys("\ue004")
    assert page.switch_to.active_element.get_attribute("id") == "skip"
    page.switch_to.active_element.send_keys("\ue007")
    assert page.switch_to.active_element.get_attribute("id") == "main"
    page.switch_to.active_element.send_keys("\ue004")
    page.switch_to.active_element.send_keys("\ue007")
    at = (
        "return document.activeElement.tagName"  # asked in one step: between two the page may put another element there
    )
    wait(lambda: page.execute_script(at) == "H1")
    page.switch_to.active_element.send_keys("\ue004")
    wait(lambda: page.execute_script(at) == "A")


NAMED = {
    "link",
    "button",
    "textbox",
    "searchbox",
    "checkbox",
    "combobox",
    "heading",
    "region",
    "navigation",
    "complementary",
}
"""Roles whose elements a screen reader calls by name."""


def test_everything_that_can_be_reached_has_a_name(page: Any) -> None:
    for address in (*PAGES, "article/0", "subject/0", "speaker/0"):
        go(page, f"#/{address}")
        tree = page.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
        nodes = [node for node in tree if not node.get("ignored") and node["role"]["value"] in NAMED]
        assert len(nodes) > 20, address
        for node in nodes:
            assert node.get("name", {}).get("value"), (address, node)
        headings = "return [...document.querySelectorAll('main :is(h1, h2, h3)')].map((one) => +(one.ariaLevel || one.tagName[1]))"
        levels = page.execute_script(headings)
        assert levels[0] == 1 and all(level <= above + 1 for above, level in pairwise(levels)), (address, levels)
        for element in ("main", "h1"):
            assert len(all_of(page, element)) == 1, address
        ids = page.execute_script("return [...document.querySelectorAll('[id]')].map((one) => one.id)")
        assert len(ids) == len(set(ids)), address


def test_english(page: Any) -> None:
    from selenium.webdriver.support.select import Select

    Select(page.find_element("id", "choose-language")).select_by_value("en")
    wait(lambda: page.execute_script("return document.documentElement.lang") == "en")
    assert texts(page, "nav.pages a")[1].startswith("Articles")
    go(page, "#/findings")
    assert "Another article gives" in page.find_element("id", "main").text
    page.execute_script("localStorage.clear()")


def test_light_and_dark(page: Any) -> None:
    from selenium.webdriver.support.select import Select

    ground = "return getComputedStyle(document.body).backgroundColor"
    page.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": "dark"}]}
    )
    dark = page.execute_script(ground)
    Select(page.find_element("id", "choose-theme")).select_by_value("light")
    light = page.execute_script(ground)
    assert dark != light
    page.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": "light"}]}
    )
    Select(page.find_element("id", "choose-theme")).select_by_value("dark")
    assert page.execute_script(ground) == dark
    page.execute_script("localStorage.clear()")


@pytest.mark.parametrize("width", [360, 1000])
def test_no_page_is_wider_than_the_screen(page: Any, width: int) -> None:
    screen = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 600}
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
    for address in (*PAGES, "article/2", "subject/0", "speaker/0"):
        go(page, f"#/{address}")
        assert page.execute_script("return document.documentElement.scrollWidth") <= width, address


def test_a_phone_scrolls_no_table_and_a_desk_has_a_margin(page: Any) -> None:
    screen = {"width": 400, "height": 800, "deviceScaleFactor": 1, "mobile": True}
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
    for address in ("#/article/2", subject(page, "Tesla")):
        go(page, address)
        assert page.execute_script(
            "const one = document.querySelector('.scroll'); return one.scrollWidth <= one.clientWidth"
        )
        assert max(row["height"] for row in boxes(page, "tbody tr")) < 200, address
        tree = page.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
        assert {"table", "row", "columnheader", "cell"} <= {node["role"]["value"] for node in tree}
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {**screen, "width": 1280, "mobile": False})
    go(page, "#/article/0")
    (margin,) = boxes(page, ".line aside")
    (text,) = (one for one in boxes(page, ".line p") if one["top"] == margin["top"])
    assert margin["width"] >= 240 and text["width"] >= 480 and margin["left"] > text["right"]


def test_a_phone_shows_which_section_is_open(page: Any) -> None:
    screen = {"width": 360, "height": 800, "deviceScaleFactor": 1, "mobile": True}
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
    for address in PAGES:
        go(page, f"#/{address}")
        (link,) = boxes(page, "nav.pages a[aria-current]")
        assert link["left"] >= 0 and link["right"] <= 360, address


def test_an_address_that_means_nothing_opens_the_overview(page: Any) -> None:
    for address in ("#/%", "#/article/99", "#/nothing/x?kind=%E0", "#/subject/-1"):
        go(page, address)
        assert all_of(page, ".tiles"), address


def test_on_paper_filters_and_sections_are_left_out(page: Any) -> None:
    go(page, "#/article/2")
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    shown = {
        name: page.find_element("css selector", name).is_displayed()
        for name in ("#panel", "nav.pages", ".text", "table")
    }
    assert shown == {"#panel": False, "nav.pages": False, ".text": True, "table": True}
    assert page.execute_script("return getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
