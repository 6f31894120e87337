from __future__ import annotations

from affiche.outputs.poster import Poster
from affiche.outputs.social.week_subjects import week_subjects
from tests import factories as make
from tests.outputs.social.kits import kit_site


def test_this_week_and_the_next_have_a_kit_of_what_they_offer() -> None:
    events = [
        make.event("bal", title="Bal", start="2026-11-22 20:00", venue="la-vallee"),
        make.event("passe", title="Passé", start="2026-11-17 20:00"),
        make.event("expo", title="Expo", type="exhibition", period={"start": "2026-11-25", "end": "2027-01-03"}),
        make.event("loin", title="Loin", start="2026-12-05 20:00"),
    ]
    this, following = week_subjects(kit_site(*events, make.venue()), "fr")
    assert (this.key, this.path) == ("semaine-2026-w47", "fr/kit-social/semaines/2026-w47/")
    assert (this.title.text, this.date) == ("Du 16 au 22\N{NO-BREAK SPACE}novembre", "1 événement")
    assert (this.when, this.place) == ("Agenda de la semaine : 1 événement", "Bal")
    assert this.lines == ("• dim. 22 nov., 20 h, Bal, La Vallée, Bruxelles",)
    assert this.poster == Poster("lundi", "16", "novembre")
    assert following.lines == ("• du 25 nov. au 3 janv. 2027, Expo",)


def test_a_week_without_events_has_none() -> None:
    assert list(week_subjects(kit_site(make.event()), "fr")) == []


def test_an_image_names_a_few_events_of_many() -> None:
    events = [make.event(f"e-{hour}", title=f"Bal {hour}", start=f"2026-11-22 {hour}:00") for hour in range(16, 22)]
    (week,) = week_subjects(kit_site(*events), "nl")
    assert week.place.replace("\N{NO-BREAK SPACE}", " ") == "Bal 16 · Bal 17 · Bal 18 · …"
    assert len(week.lines) == 6
