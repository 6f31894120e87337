"""Every page leads to the page by which anybody has a say, and that one always says how."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from affiche.model.settings import Settings
from affiche.outputs.host_headers import header_rules
from affiche.outputs.markup import make_environment
from affiche.outputs.pages.feedback import feedback_artifacts
from affiche.outputs.site import Site
from affiche.sources.assets import load_assets
from tests import factories as make
from tests.pages import Page, parse_page
from tests.projects import ROOT

FORM = "https://forms.example/f/agenda"
REPOSITORY = "https://github.com/house/agenda"


def site(**settings: Any) -> Site:
    made = make.site(make.event(), make.organisation(), settings=Settings(**settings))
    overrides = ROOT / "overrides"
    return replace(made, templates=make_environment(overrides), assets=load_assets(overrides))


def page(made: Site, path: str = "fr/votre-avis/index.html") -> Page:
    found = {each.path: each.render() for each in feedback_artifacts(made)}
    return parse_page(path, found[path])


@pytest.mark.parametrize(
    ("settings", "ways"),
    [
        ({}, ["by-organisation"]),
        ({"repo_url": REPOSITORY}, ["by-issue"]),
        ({"desk_contact": "desk@agenda.example"}, ["by-mail"]),
        ({"feedback_form": FORM}, ["by-form"]),
        (
            {"repo_url": REPOSITORY, "desk_contact": "https://agenda.example/desk", "feedback_form": FORM},
            ["by-form", "by-issue", "by-mail"],
        ),
    ],
)
def test_there_is_always_a_way(settings: dict[str, str], ways: list[str]) -> None:
    assert page(site(**settings)).all("//main//section/@aria-labelledby") == ways


def test_the_form_sends_to_the_host_that_the_policy_of_this_page_alone_allows() -> None:
    made = site(feedback_form=FORM)
    found = page(made, "nl/uw-mening/index.html")
    (policy,) = found.all("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert "form-action 'self' https://forms.example;" in policy
    assert found.all("//form/@action") == [FORM]
    names = found.all("//form//*[@name]/@name")
    assert [*dict.fromkeys(names)] == ["language", "page", "kind", "message"]
    assert found.all("//form//input[@name='kind']/@value") == ["error", "idea", "praise", "accessibility"]
    headers = next(rule for rule in header_rules(made) if rule.path == "/nl/*").headers["Content-Security-Policy"]
    assert "form-action 'self' https://forms.example;" in headers
    plain = next(rule for rule in header_rules(site()) if rule.path == "/nl/*").headers["Content-Security-Policy"]
    assert "form-action 'self';" in plain


def test_the_issue_form_is_in_the_language_of_the_page() -> None:
    made = site(repo_url=f"{REPOSITORY}/", languages=("fr", "nl", "en"))
    (link,) = page(made, "en/feedback/index.html").all("//a[@data-fill='page']/@href")
    assert link.partition("?")[0] == f"{REPOSITORY}/issues/new"
    assert parse_qs(urlsplit(link).query) == {"template": ["3-feedback-en.yml"]}


def test_a_mail_to_the_desk_is_begun() -> None:
    (link,) = page(site(desk_contact="desk@agenda.example")).all("//a[@data-fill='body']/@href")
    assert link == "mailto:desk%40agenda.example?subject=%C3%80%20propos%20de%20Affiche"
