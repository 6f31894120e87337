from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from affiche.desk.links import Failing
from affiche.desk.standing_issue import StandingIssue
from affiche.desk.upkeep import MOST, accounts_of, upkeep_issues
from affiche.model.record import Record
from affiche.model.settings import Settings
from tests.factories import NOW, calendar, event, organisation, venue

OLD: dict[str, Any] = {"verified": "2025-01-01"}
ON_GITHUB = Settings(repo_url="https://github.com/example/agenda/")


def issues(*records: Record, now: datetime = NOW, **failing: Failing) -> list[StandingIssue]:
    """The issues of some records, whose websites are named by organisation."""
    failures = {f"https://{name}.example.org/": each for name, each in failing.items()}
    return upkeep_issues(calendar(*records, now=now, settings=ON_GITHUB), failures)


def test_nothing_to_ask_is_no_issue() -> None:
    assert issues(organisation(), event(), venue()) == []


def test_an_organisation_is_asked_to_confirm_with_a_link_to_its_file_in_its_language_first() -> None:
    (asked,) = issues(organisation(**OLD, languages=["nl"]))
    assert (asked.marker, asked.title) == ("affiche:upkeep:zinneke", "Zinneke – na te lezen / à relire")
    dutch, french = asked.body.split("\n---\n")
    assert dutch.startswith("<!-- affiche:upkeep:zinneke -->\n\nDag! ")
    edit = "https://github.com/example/agenda/edit/main/content/organisations/zinneke.md"
    assert f"- `Zinneke`, laatst bevestigd op 1 januari 2025 – [de fiche wijzigen]({edit})" in dutch.splitlines()
    assert (
        f"- `Zinneke`, dernière confirmation le 1er janvier 2025 – [modifier la fiche]({edit})" in french.splitlines()
    )
    assert "`verified: 2026-11-21`" in dutch


def test_the_houses_of_an_organisation_and_its_runs_stand_in_its_issue() -> None:
    run = event(period={"start": "2026-03-01", "end": "2027-03-01"}, verified="2026-05-01")
    (asked,) = issues(organisation(), venue(operator="zinneke", **OLD), run)
    assert asked.marker == "affiche:upkeep:zinneke"
    assert [name in asked.body for name in ("`La Vallée`", "`Nuit ouverte`", "`Zinneke`")] == [True, True, False]


def test_what_has_no_organisation_is_the_desks() -> None:
    (asked,) = issues(venue(**OLD))
    assert (asked.marker, asked.title) == ("affiche:upkeep:-", "Fiches sans organisation – à relire / na te lezen")


def test_a_dead_link_is_told_with_its_reason_and_its_first_day() -> None:
    (asked,) = issues(organisation(), zinneke=Failing(3, date(2026, 11, 1), "404"))
    assert "- `https://zinneke.example.org/`, page introuvable depuis le 1er novembre 2026 – " in asked.body
    assert "verified" not in asked.body
    assert "erreur du site" in issues(organisation(), zinneke=Failing(3, date(2026, 11, 1), "502"))[0].body


def test_accounts_that_are_gone_are_told_to_their_organisation() -> None:
    houses = [organisation(maintainers=["Ana", "bo"]), organisation("kanal", name="Kanal", maintainers=["ana"])]
    found = calendar(*houses, settings=ON_GITHUB)
    assert accounts_of(found) == ["ana", "bo"]
    asked = upkeep_issues(found, {}, ["ana"])
    assert [issue.marker for issue in asked] == ["affiche:upkeep:kanal", "affiche:upkeep:zinneke"]
    edit = "https://github.com/example/agenda/edit/main/content/organisations/zinneke.md"
    assert f"- `Ana` – [modifier la fiche]({edit})" in asked[1].body.splitlines()
    assert "`bo`" not in asked[1].body
    assert upkeep_issues(found, {}) == []


def test_nobody_is_asked_anew_within_a_month() -> None:
    house = organisation(verified="2025-11-10")
    assert [len(issues(house, now=datetime(2026, month, 20, 12, tzinfo=UTC))) for month in (11, 12)] == [0, 1]


def test_names_of_others_are_code_and_markers_are_ours() -> None:
    name = "Zinneke --> <!-- affiche:upkeep:kanal --> @ana"
    (asked,) = issues(organisation(name=name, **OLD))
    assert f"- `{name}`, " in asked.body
    assert asked.body.splitlines()[0] == "<!-- affiche:upkeep:zinneke -->"


def test_a_long_list_ends_with_the_number_of_the_others() -> None:
    houses = [venue(f"salle-{number}", operator="zinneke", **OLD) for number in range(MOST + 3)]
    (asked,) = issues(organisation(), *houses)
    assert "- et encore 3\n" in asked.body
    assert asked.body.count("`La Vallée`") == 2 * MOST
