"""`make audit`: measures, prints what was found beside what is allowed, and fails where it is not."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator

from playwright.sync_api import expect

from audit import barriers, crowd, faults, hostile, lighthouse, response, weight
from audit.kinds import text_at
from audit.outcome import Outcome, table
from audit.sites import editorial_paths, real_site, season, small_site
from tests.browser.test_a_thousand_events import STATES
from tests.browser.test_pages import KINDS
from tests.browser.visits import as_it_is, chromium

#: The pages of the real content that Lighthouse looks at.
PAGES = ("fr/", "nl/agenda/", "nl/organisaties/", "fr/recherche/")
FULL, REAL, MANY = 100, 99, 95


def audit_lighthouse() -> Iterator[Outcome]:
    """The real content; the agenda with 5,000 events to come."""
    with real_site() as address:
        for page in (*PAGES, next_event(address)):
            yield from lighthouse.measure(f"{address}{page}", REAL, FULL)
    with season(5_000, days_before=0) as address:
        yield from lighthouse.measure(f"{address}fr/agenda/", MANY, FULL)


def audit_barriers() -> Iterator[Outcome]:
    """Every kind of page of the small site, every state of a site with 10,000 events."""
    with chromium() as browser:
        with small_site() as address:
            states = {kind: (path, as_it_is) for kind, (path, _) in KINDS.items()}
            yield from barriers.measure(browser, host_of(address), states)
        with season(10_000, days_before=300) as address:
            yield from barriers.measure(browser, host_of(address), STATES)


def audit_response() -> Iterator[Outcome]:
    """The finder on an agenda with 5,000 events to come."""
    with season(5_000, days_before=0) as address, chromium() as browser:
        yield from response.measure(browser, f"{address}fr/agenda/")


def audit_weight() -> Iterator[Outcome]:
    """The first views of the real content."""
    with real_site() as address, chromium() as browser:
        yield from weight.measure(browser, address, editorial_paths())


def audit_hostile() -> Iterator[Outcome]:
    """Every page of a site whose texts all want to do harm."""
    with chromium() as browser:
        yield from hostile.measure(browser)


def next_event(address: str) -> str:
    """The path of the page of the event that comes next."""
    data = json.loads(text_at(f"{address}fr/upcoming.json"))
    return f"{data['events'].removeprefix('/')}{data['entries'][0]['id']}/"


def host_of(address: str) -> str:
    """The host and port of an address."""
    return address.split("/")[2]


PARTS: dict[str, Callable[[], Iterable[Outcome]]] = {
    "weight": audit_weight,
    "response": audit_response,
    "lighthouse": audit_lighthouse,
    "axe": audit_barriers,
    "hostile": audit_hostile,
    "faults": faults.measure,
    "crowd": crowd.measure,
}


def main(names: list[str]) -> int:
    """The exit code: 1 where anything is not allowed, 2 for a part that is none.

    `names` are the parts to run, all without any.
    """
    if unknown := sorted({*names} - PARTS.keys()):
        print(f"no such part: {', '.join(unknown)}; there are {', '.join(PARTS)}", file=sys.stderr)
        return 2
    expect.set_options(timeout=60_000)
    outcomes: list[Outcome] = []
    for name in names or PARTS:
        for outcome in PARTS[name]():
            outcomes.append(outcome)
            print(table([outcome]), flush=True)
    failed = [outcome for outcome in outcomes if not outcome.is_good]
    print(f"\n{len(outcomes)} measured, {len(failed)} not as it must be")
    print(table(failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
