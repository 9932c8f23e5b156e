"""What the tests of the report share: articles written for them, and a browser where there is one."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

ARTICLES = {
    "a-first": (
        "2026-01-06",
        "テスラの納車、過去最多\n\nテスラは5日、2025年の納車が18万4000台だったと発表した。5日の終値は438.07ドルだった。",
    ),
    "b-second": (
        "2026-01-08",
        "テスラ、工場を増強\n\nテスラの2025年の納車は14万8000台だった。7日の終値は約452ドルだった。",
    ),
    "c-toyota": (
        "2026-02-13",
        "トヨタ株が下落\n\nトヨタ自動車の株価は13日、前日比3%超下落し、時価総額が約1兆5000億円（約97億ドル）減った。\n"
        "山野誠アナリストは「需要は底堅い」と述べた。\n25年4〜12月期の営業利益は3兆1000億円以上だった。26年3月期の営業利益は4兆円を見込む。",
    ),
    "d-hostile": (
        "2026-02-14",
        '𠮷野の<b>話</b> </style><script>window.stolen = 1</script>\n\n<img src="http://127.0.0.1:{port}/x" onerror="window.stolen = 2">'
        "任天堂の株価は13日、2%上昇した。</script><!-- \n任天堂の広報は「<script>window.stolen = 3</script>」と述べた。\n"
        "任天堂の古川俊太郎社長は「売上高は3割増える」と述べた。",
    ),
}
"""Name -> day of publication, text. The first two contradict each other; the last is hostile."""
LURE = "javascript:window.stolen=5"
"""The address that the hostile article says it has."""
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--window-size=1400,950",
)  # fmt: skip
REQUIRED = "JIJITSU_BROWSER"
"""Set by .ci/run where it has installed a browser: then one that is not there is a failure."""


def write_articles(folder: Path, port: int = 9) -> Path:
    """Write the articles with their days of publication; return their folder."""
    folder.mkdir(exist_ok=True)
    for name, (published, text) in ARTICLES.items():
        (folder / f"{name}.txt").write_text(text.replace("{port}", str(port)), encoding="utf-8", newline="")
        meta = {"published": published, **({"url": LURE} if "hostile" in name else {})}
        (folder / f"{name}.meta.json").write_text(json.dumps(meta))
    return folder


def browser_paths() -> tuple[str, str] | None:
    """The browser and its driver, where both are installed."""
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)
    driver = shutil.which("chromedriver")
    return (browser, driver) if browser and driver else None


@contextmanager
def opened() -> Iterator[Any]:
    """A browser that keeps what it says and asks for; where there is none, the test is skipped and told so."""
    paths = browser_paths()
    if paths is None:
        reason = "no Chromium with its driver on the path: the report was not tried in a browser"
        if os.environ.get(REQUIRED):
            pytest.fail(reason)
        pytest.skip(reason)
    from selenium import webdriver
    from selenium.webdriver.chrome.options import Options
    from selenium.webdriver.chrome.service import Service

    options = Options()
    options.binary_location = paths[0]
    for flag in FLAGS:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(paths[1]))
    try:
        yield driver
    finally:
        driver.quit()


def wait(what: Callable[[], Any], seconds: float = 15) -> Any:
    """Wait until `what` gives something true, and return it."""
    end = time.monotonic() + seconds
    while not (found := what()):
        assert time.monotonic() < end, "the page did not get there"
        time.sleep(0.03)
    return found
