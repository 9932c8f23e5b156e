"""How big a report is and how fast it answers in a browser: `python tests/bench/report.py report.html ...`.

For each file, medians of several openings: until the page is there and can be used; the first filter by a word (which reads
all texts) and a second; a company; the heap. Needs Chromium and its driver on the path.
"""

from __future__ import annotations

import statistics
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from report import opened, wait

TIMES = 5
FILTER = """
const [words, done] = arguments;
const search = document.getElementById("search");
const began = performance.now();
asked(search, words);
function asked(element, value) { element.value = value; element.dispatchEvent(new Event("input", {bubbles: true})); }
const before = document.getElementById("status").textContent;
new MutationObserver((_, observer) => { observer.disconnect(); requestAnimationFrame(() => setTimeout(() => done(performance.now() - began))); })
  .observe(document.getElementById("status"), {childList: true, characterData: true, subtree: true});
"""
TICK = """
const done = arguments[0];
const box = document.querySelector("input[name=subject]");
const began = performance.now();
box.click();
requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
"""


def measured(browser: Any, path: Path) -> dict[str, float]:
    """One opening, in seconds and megabytes."""
    browser.get("about:blank")
    browser.get(path.resolve().as_uri() + "#/articles")
    wait(lambda: browser.execute_script("return document.documentElement.dataset.ready"), 60)
    ready = browser.execute_script("return performance.getEntriesByName('ready')[0].startTime")
    first = browser.execute_async_script(FILTER, "株価")
    second = browser.execute_async_script(FILTER, "上昇")
    company = browser.execute_async_script(TICK)
    heap = browser.execute_cdp_cmd("Runtime.getHeapUsage", {})["usedSize"]
    return {"ready s": ready / 1000, "first word s": first / 1000, "second s": second / 1000, "company s": company / 1000,
            "heap MB": heap / 1e6}  # fmt: skip


def main() -> None:
    """Print a line for each file."""
    with opened() as browser:
        browser.set_script_timeout(120)
        for name in sys.argv[1:]:
            path = Path(name)
            runs = [measured(browser, path) for _ in range(TIMES)]
            told = ", ".join(f"{key} {statistics.median(run[key] for run in runs):.2f}" for key in runs[0])
            print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB, {told}")


if __name__ == "__main__":
    main()
