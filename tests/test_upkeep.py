"""The jobs of maintainers, from a project on the disk to a server on this machine."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from affiche.build import prepare_site
from affiche.desk.published import Published
from affiche.model.settings import Settings
from affiche.sources.link_state import load_link_state
from affiche.upkeep import read_published, site_issues, try_site_links
from tests.importers.servers import Answer, fetcher, says, served
from tests.projects import make_tiny, plan_of

STATUS = {"built": "2026-11-20", "left_out": [{"path": "content/events/a.md", "codes": ["when-missing"]}]}


def test_three_weeks_without_an_answer_become_an_issue(tmp_path: Path) -> None:
    root, state = make_tiny(tmp_path), tmp_path / "links.json"
    plan = plan_of(root)
    for week in (1, 2, 3):
        prepared = prepare_site(replace(plan, now=plan.now + timedelta(weeks=week)))
        tried = try_site_links(prepared, state, fetcher(resolve=lambda _host, _port: []))
        assert tried == {"https://zinneke.example.org/": "host"}
        assert [times for times, _, _ in load_link_state(state).values()] == [week]
        assert len(site_issues(prepared, state)) == (week == 3)
    assert [issue.marker for issue in site_issues(prepared, state)] == ["affiche:upkeep:zinneke"]
    assert site_issues(prepared, None) == []


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (
            says("200 OK", body=json.dumps(STATUS).encode()),
            Published("", date(2026, 11, 20), frozenset({"content/events/a.md"})),
        ),
        (says("200 OK", body=b"<html>"), Published("")),
        (says("404 Not Found"), Published("", reason="404")),
        (lambda *_: None, Published("", reason="answer")),
    ],
)
def test_the_published_site_says_when_it_was_built(answer: Answer, expected: Published) -> None:
    with served(answer) as port:
        settings = Settings(site_url=f"http://affiche.example:{port}/agenda/")
        published = read_published(settings, fetcher())
    assert published == replace(expected, url=f"http://affiche.example:{port}/agenda/api/v1/status.json")
