"""How long the finder takes to answer on a slow machine, from the visitor's act to the next frame."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from statistics import median

from playwright.sync_api import Browser, Page

from audit.outcome import Outcome, at_most

SLOWDOWN = 4
LIMIT = 200
TIMES = 5
#: Begins with the first act, ends in the frame after what was found has changed; in milliseconds.
WATCH = """() => {
  window.answered = new Promise(done => {
    let start = 0;
    const begin = event => start ||= event.timeStamp;
    for (const type of ["click", "input"]) document.addEventListener(type, begin, {capture: true, once: true});
    new MutationObserver((_, observer) => requestAnimationFrame(() => setTimeout(() => {
      observer.disconnect();
      done(performance.now() - start);
    }))).observe(document.querySelector("[data-part=found]"), {childList: true, attributes: true});
  });
}"""


def measure(browser: Browser, address: str) -> Iterator[Outcome]:
    """The medians of filters that are chosen and taken away, and of a letter that is typed."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address)
    page.locator("[data-opens=discipline]").click()
    choice, search = page.locator("#finder-discipline input").first, page.locator("#q")
    choice.check()
    page.locator("[data-part=found] .card").first.wait_for()
    choice.uncheck()
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    times: dict[str, list[float]] = {}
    for _ in range(TIMES):
        for name, act in (
            ("a filter is chosen", choice.check),
            ("a letter narrows the search", lambda: search.press_sequentially("s")),
            ("the letter is taken back", lambda: search.press("Backspace")),
            ("the filter is taken away", choice.uncheck),
        ):
            times.setdefault(name, []).append(answer(page, act))
    page.close()
    for name, found in times.items():
        yield at_most(f"{name}, {SLOWDOWN} times slower", median(found), LIMIT, "ms")


def answer(page: Page, act: Callable[[], object]) -> float:
    """The milliseconds between an act and the frame that shows what it found."""
    page.evaluate(WATCH)
    act()
    return float(page.evaluate("() => window.answered"))
