"""What the browser says of calls: how long there is to answer, and which dates of professionals are asked for."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from tests.browser.visits import Visit

BRUSSELS = ZoneInfo("Europe/Brussels")


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-10-20 12:00", ""),  # the date says more
        ("2026-11-23 23:59", "Clôture dans 3 jours"),
        ("2026-11-25 09:00", "Clôture demain à 17 h"),
        ("2026-11-26 00:30", "Clôture aujourd’hui à 17 h"),
        ("2026-11-26 16:59", "Clôture aujourd’hui à 17 h"),
        ("2026-11-26 17:00", "Clôturé"),
    ],
)
@pytest.mark.parametrize("path", ["fr/appels/", "fr/appels/residence-ouverte/", "fr/professionnels/", "fr/"])
def test_a_call_says_how_long_there_is_to_answer(visit: Visit, path: str, moment: str, said: str) -> None:
    visit.page.clock.set_fixed_time(datetime.fromisoformat(moment).replace(tzinfo=BRUSSELS))
    visit.go(path)
    strip = visit.page.locator("[data-closing]").first
    expect(strip).to_have_text(said.replace("17 h", "17\u202fh"))
    assert strip.is_visible() is bool(said)


def test_the_professional_agenda_is_narrowed_to_deadlines(visit: Visit) -> None:
    visit.go("nl/professionals/")
    visit.page.get_by_label("Soort afspraak").select_option("Deadline (2)")
    expect(visit.page.get_by_role("status").first).to_have_text("2 afspraken op komst")
    assert visit.page.locator(".diary h3:visible").all_inner_texts() == ["Open residentie", "Tokyo Lab"]
    assert visit.page.locator(".diary-month h2:visible").all_inner_texts() == ["November 2026", "Februari 2027"]
    assert visit.page.url.split("?")[1] == "kind=deadline"
