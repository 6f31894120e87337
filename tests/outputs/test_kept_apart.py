"""What is for professionals is in no public list, feed, calendar, search, newsletter, kit or programme."""

from __future__ import annotations

import re

import pytest
from icalendar import Calendar

from tests.pages import BuiltSite

#: Where anything for professionals may stand: in their agenda, and where all pages and ids are listed.
THEIRS = r"(fr/professionnels|nl/professionals)/|contribute-ids\.json|sitemap\.xml"
#: In what the forms load to know an event by its title, as a lesson may come from a meeting.
TITLES = r"../contribute-titles\.json"
#: Where else events may: on pages and in files of their own, of their groups and projects, in an embed of their agenda
#: or of a group, in the data of all events.
EVENTS = (
    r"(fr/evenements|nl/evenementen)/{id}/|(embed/)?(fr/groupes|nl/werkgroepen)/|(fr/projets|nl/projecten)/"
    r"|embed/../(professionnels|professionals)/|api/v1/(events(/{id})?\.json|events\.csv|upcoming/(audience|group)/)"
    rf"|{TITLES}"
)
#: And calls: in their own lists, on pages of disciplines and organisations, of what is offered and of what is abroad;
#: on the home while they close soon.
CALLS = (
    r"(fr/appels|nl/oproepen)/|../disciplines/[a-z-]+/((appels|oproepen)/|index\.html)"
    r"|(fr/organisations|nl/organisaties)/[a-z-]+/index\.html|(fr/offres-et-demandes|nl/vraag-en-aanbod)/index\.html"
    r"|(fr/bruxelles-a-l-etranger|nl/brussel-in-het-buitenland)/index\.html|../index\.html|api/v1/calls\.json"
)
KEPT = {
    **dict.fromkeys(("rencontre-pro", "reunion-des-membres"), EVENTS),
    **dict.fromkeys(("residence-ouverte", "mission-lointaine", "coups-de-main", "bourse-ancienne"), CALLS),
}


@pytest.mark.parametrize("record", KEPT)
def test_what_is_for_professionals_is_in_their_own_files_alone(small: BuiltSite, record: str) -> None:
    named = re.compile(rb"(?<![a-z-])%b(?![a-z-])" % record.encode())
    allowed = re.compile(f"{THEIRS}|{KEPT[record].format(id=record)}")
    holding = {path for path, data in small.files.items() if named.search(data)}
    assert sorted(path for path in holding if not allowed.match(path)) == []


def test_the_professional_agenda_has_meetings_and_deadlines_in_one_calendar(small: BuiltSite) -> None:
    entries = Calendar.from_ical(small.files["nl/professionals/calendar.ics"]).walk("VEVENT")
    assert [str(entry["UID"]).partition("@")[0] for entry in entries] == [
        "residence-ouverte.deadline",
        "appel-retire.deadline",
        "reunion-des-membres.20261208T1000",
        "rencontre-pro.20261209T1000",
        "mission-lointaine.deadline",
    ]
