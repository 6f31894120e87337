"""What the browser says of today, which a page built last night cannot: open until 18:00, closed today."""

from __future__ import annotations

import json
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests.browser.visits import Visit

BRUSSELS = ZoneInfo("Europe/Brussels")
PAGE = "fr/evenements/images-de-nuit/"
#: From Wednesday to Sunday, from 11:00 to 18:00, closed from 25 December to 1 January, until 3 January.
HOURS = "//p[@data-opening]"
#: What the page's own script says of hours at a moment.
ASK = """
async ([opening, moment]) => {
  const { today } = await import(document.querySelector("script[src*='today.js']").src);
  return today(JSON.parse(opening), new Date(moment));
}
"""


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-11-26 09:00", "Ouvre aujourd’hui à 11 h"),
        ("2026-11-26 11:00", "Ouvert aujourd’hui jusqu’à 18 h"),
        ("2026-11-26 17:59", "Ouvert aujourd’hui jusqu’à 18 h"),
        ("2026-11-26 18:00", "Fermé depuis 18 h"),
        ("2026-11-27 01:00", "Fermé depuis 18 h"),  # still the night of the day before
        ("2026-11-30 12:00", "Fermé aujourd’hui"),  # a Monday
        ("2026-12-25 12:00", "Fermé aujourd’hui"),
        ("2027-01-02 12:00", "Ouvert aujourd’hui jusqu’à 18 h"),
        ("2027-01-06 12:00", None),  # the run is over
    ],
)
def test_a_run_says_whether_it_is_open_now(visit: Visit, moment: str, said: str | None) -> None:
    assert at(visit, moment, PAGE) == said


def test_the_hour_is_that_of_the_place_wherever_the_visitor_is(visit: Visit) -> None:
    visit.page.clock.set_fixed_time(datetime(2026, 11, 26, 10, 30, tzinfo=ZoneInfo("UTC")))
    visit.go(PAGE)
    assert visit.page.locator(HOURS).first.inner_text() == "Ouvert aujourd’hui jusqu’à 18 h"


@pytest.mark.parametrize(
    ("opening", "moment", "said"),
    [
        ({"week": [[["18:00", "01:00"]]] * 7}, "2026-11-27 00:30", "jusqu’à 01:00"),
        ({"week": [[["10:00", "12:00"], ["14:00", "18:00"]]] * 7}, "2026-11-26 13:00", "à 14:00"),
        ({"week": [[]] * 7}, "2026-11-26 13:00", ""),
        ({"week": [[]] * 7, "adjusted": [["2026-11-26", "2026-11-26", [[]] * 7]]}, "2026-11-26 13:00", "fermé"),
        (
            {"week": [[]] * 7, "adjusted": [["2026-11-26", "2026-11-27", [[["10:00", "15:00"]]] * 7]]},
            "2026-11-26 13:00",
            "jusqu’à 15:00",
        ),
        (
            {"week": [[["10:00", "15:00"]]] * 7, "closed": [["2026-11-20", "2026-11-26"]]},
            "2026-11-26 13:00",
            "fermé",
        ),
    ],
)
def test_hours_are_read_as_the_model_reads_them(
    visit: Visit, opening: dict[str, object], moment: str, said: str
) -> None:
    words = {"open": "jusqu’à {hour}", "opens": "à {hour}", "over": "depuis {hour}", "closed": "fermé"}
    hours = {f"{hour:02}:00": f"{hour:02}:00" for hour in range(24)}
    plain = {"zone": "Europe/Brussels", "first": "", "last": "", "closed": [], "adjusted": [], "words": words}
    visit.go(PAGE)
    local = datetime.fromisoformat(moment).replace(tzinfo=BRUSSELS)
    found = visit.page.evaluate(
        ASK,
        [json.dumps({**plain, "hours": hours, **opening}), local.isoformat()],
    )
    assert found == said


def at(visit: Visit, moment: str, path: str) -> str | None:
    """What a page says of its hours at a local moment; None where it says nothing."""
    visit.page.clock.set_fixed_time(datetime.fromisoformat(moment).replace(tzinfo=BRUSSELS))
    visit.go(path)
    line = visit.page.locator(HOURS).first
    return line.inner_text() if line.is_visible() else None
