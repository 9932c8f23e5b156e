"""How big a report is and how fast it answers in a browser: `python tests/bench/report.py report.html ...`.

For each file, medians of several openings, by the clock and in CPU seconds of the page's thread (which other work on the
machine does not lengthen): until the page is there and can be used; the first filter by a word (which reads all texts) and
a second; a company; the heap. Needs Chromium and its driver on the path.
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Iterator
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
if (!document.querySelector("input[name=subject]")) {  // of all types, where no company is left
  const type = document.getElementById("finder-type");
  type.value = "";
  type.dispatchEvent(new Event("change"));
}
const box = document.querySelector("input[name=subject]");
const began = performance.now();
box.click();
requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
"""


def cpu(browser: Any) -> float:
    """CPU seconds of the page's thread so far."""
    metrics = browser.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
    return float(next(one["value"] for one in metrics if one["name"] == "TaskDuration"))


def measured(browser: Any, path: Path) -> Iterator[tuple[str, float, float]]:
    """One opening: what, seconds by the clock, CPU seconds."""
    browser.execute_cdp_cmd("Performance.disable", {})
    browser.get("about:blank")
    browser.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})
    began = cpu(browser)
    browser.get(path.resolve().as_uri() + "#/articles")
    wait(lambda: browser.execute_script("return document.documentElement.dataset.ready"), 60)
    ready = browser.execute_script("return performance.getEntriesByName('ready')[0].startTime")
    yield "ready", ready / 1000, (before := cpu(browser)) - began
    for what, script, *words in (
        ("first word", FILTER, "株価"), ("second word", FILTER, "上昇"), ("company", TICK),
    ):  # fmt: skip
        taken = browser.execute_async_script(script, *words)
        yield what, taken / 1000, (after := cpu(browser)) - before
        before = after


def main() -> None:
    """Print a line for each file."""
    with opened() as browser:
        browser.set_script_timeout(120)
        for name in sys.argv[1:]:
            path = Path(name)
            runs = [list(measured(browser, path)) for _ in range(TIMES)]
            heap = browser.execute_cdp_cmd("Runtime.getHeapUsage", {})["usedSize"]
            print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB, heap {heap / 1e6:.0f} MB")
            for rows in zip(*runs, strict=True):
                clock, own = (statistics.median(row[at] for row in rows) for at in (1, 2))
                print(f"  {rows[0][0]}: {clock:.2f} s, CPU {own:.2f} s")


if __name__ == "__main__":
    main()
