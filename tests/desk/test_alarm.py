from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from affiche.desk.alarm import WATCHED, Run, alarm_issues, parse_runs
from affiche.desk.published import Published

TODAY = date(2026, 11, 21)
URL = "https://affiche.example/api/v1/status.json"
FRESH = Published(URL, TODAY)
WELL = [Run(name, "success", "https://github.com/run/1") for name in ("Publish", "Audit", "Upkeep", "Fuzz")]


def told(*runs: Run, published: Published = FRESH) -> list[str]:
    """The paragraphs of the issue in French but the last, or nothing."""
    issues = alarm_issues([*runs, *WELL], published, TODAY, ("fr", "nl"))
    assert [(each.marker, each.title) for each in issues] in (
        [],
        [("affiche:alarm:site", "Le site n'est pas à jour / De site is niet bijgewerkt")],
    )
    return issues[0].body.split("\n\n---\n\n")[0].split("\n\n")[1:-1] if issues else []


@pytest.mark.parametrize("ended", ["success", "cancelled", "skipped", ""])
def test_all_is_well_without_an_issue(ended: str) -> None:
    assert told(Run("Publish", ended, "https://github.com/run/2")) == []


@pytest.mark.parametrize("ended", ["failure", "timed_out", "startup_failure", "action_required"])
def test_a_job_that_failed_is_named_with_its_run(ended: str) -> None:
    run = Run("Publish", ended, "https://github.com/run/2")
    assert told(run) == ["La tâche automatique `Publish` a échoué : https://github.com/run/2"]


def test_a_job_that_is_well_again_or_that_nobody_watches_is_no_alarm() -> None:
    url = "https://github.com/run/2"
    assert told(Run("Publish", "success", url), Run("Publish", "failure", url), Run("Tests", "failure", url)) == []


@pytest.mark.parametrize(("day", "is_old"), [(20, False), (19, False), (18, True)])
def test_a_published_site_is_old_after_two_days(day: int, *, is_old: bool) -> None:
    said = told(published=Published(URL, date(2026, 11, day)))
    assert said == (
        ["Le site en ligne date du 18 novembre 2026 : les pages et les flux ont plus de deux jours."] * is_old
    )


@pytest.mark.parametrize(
    ("reason", "words"), [("404", "page introuvable"), ("time", "pas de réponse à temps"), ("", "erreur du site")]
)
def test_a_site_that_cannot_be_read_is_an_alarm(reason: str, words: str) -> None:
    (said,) = told(published=Published(URL, reason=reason))
    assert said == f"On ne sait pas de quand date le site en ligne : `{URL}` ne se lit pas ({words})."


def test_all_that_is_wrong_stands_in_one_issue_in_every_language() -> None:
    run = Run("Audit", "failure", "https://github.com/run/2")
    (issue,) = alarm_issues([run], Published(URL, date(2026, 11, 1)), TODAY, ("fr", "nl"))
    french, dutch = issue.body.split("\n\n---\n\n")
    assert [part.count("\n\n") for part in (french, dutch)] == [3, 2]
    assert "De site die online staat, is van 1 november 2026" in dutch


def test_runs_are_read_as_github_lists_them() -> None:
    listed = [{"workflowName": "Publish", "conclusion": None, "url": "https://github.com/run/2"}]
    assert parse_runs(json.dumps(listed)) == [Run("Publish", "", "https://github.com/run/2")]


@pytest.mark.parametrize("text", ["", "{}x", "[1]", '[{"url": ""}]', "7"])
def test_runs_that_are_none_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"line|list|int|workflowName|string|Extra"):
        parse_runs(text)


def test_what_is_watched_are_workflows_that_run_by_themselves() -> None:
    files = sorted((Path(__file__).parents[2] / ".github" / "workflows").glob("*.yml"))
    texts = {text.split("\n")[0].removeprefix("name: "): text for text in (file.read_text("utf-8") for file in files)}
    assert {*WATCHED} == {name for name, text in texts.items() if "  schedule:" in text} - {"Alarm"}
