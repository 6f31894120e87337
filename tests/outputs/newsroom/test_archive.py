"""The archive of newsletters: one for each week, which stays as it is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from affiche.outputs.digest import DIGEST
from tests import factories as make
from tests.outputs.agenda_feeds import read
from tests.outputs.newsroom.letters import desk, letters
from tests.outputs.test_week import EVENTS, OPENS

LATER = datetime(2027, 6, 1, 12, tzinfo=UTC)
FILES = ("fr/2026-W49.html", "fr/2026-W49.txt", "nl/2026-W49.html", "nl/2026-W49.txt")


def weeks(now: datetime) -> dict[str, str]:
    """The fingerprints of the files of weeks."""
    return {path: each.fingerprint for path, each in letters(desk(*EVENTS, now=now)).items() if "-W" in path}


def test_a_week_is_there_from_the_monday_on_which_it_opens() -> None:
    assert [path in weeks(now) for now in (OPENS - timedelta(seconds=1), OPENS) for path in FILES] == [False] * 4 + [
        True
    ] * 4


@settings(max_examples=20)
@given(hours=st.integers(min_value=0, max_value=24 * 400))
def test_a_week_is_the_same_whenever_it_is_made(hours: int) -> None:
    first, then = (letters(desk(*EVENTS, now=now)) for now in (OPENS, OPENS + timedelta(hours=hours)))
    assert [then[path].fingerprint for path in FILES] == [first[path].fingerprint for path in FILES]
    assert [then[path].render() for path in FILES] == [first[path].render() for path in FILES]


def test_a_week_changes_with_its_own_events_alone() -> None:
    before = weeks(LATER)
    records = (*EVENTS, make.event("autre", start="2027-02-02 20:00"))
    past = make.history(*records, make.organisation(), make.venue(), lundi=LATER)
    changed = desk(*records, now=LATER, past=past)
    after = {path: each.fingerprint for path, each in letters(changed).items() if "-W" in path}
    assert {path for path in before if before[path] != after[path]} == {*FILES}
    assert {path for path in after if path not in before} == {path.replace("2026-W49", "2027-W05") for path in FILES}


def test_a_week_tells_of_what_its_digest_tells_of() -> None:
    html = letters(desk(*EVENTS, now=OPENS))["fr/2026-W49.html"].render().decode()
    digest = read(DIGEST, desk(*EVENTS, now=OPENS)).entries[0].content[0].value
    named = [event.id for event in EVENTS if f"/fr/evenements/{event.id}/" in html]
    assert named == [event.id for event in EVENTS if f"/fr/evenements/{event.id}/" in digest]
    assert len(named) == 6


def test_the_archive_grows_with_the_weeks_and_not_with_their_events() -> None:
    many = [make.event(f"e-{number}", start=f"2026-11-0{number % 9 + 1} 20:00") for number in range(60)]
    assert len([path for path in letters(desk(*many)) if "-W" in path]) == 3 * 4
