"""The page by which anybody has a say about any page: as an issue, by a form without an account, or by e-mail."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any
from urllib.parse import quote, urlencode

from affiche.outputs.artifact import Artifact
from affiche.outputs.pages.issues import FEEDBACK, feedback_issue
from affiche.outputs.pages.page import own_page, page_artifact
from affiche.outputs.policy import PAGE_POLICY, sending_to
from affiche.outputs.site import Site

#: What somebody may have to say.
KINDS = ("error", "idea", "praise", "accessibility")


def feedback_artifacts(site: Site) -> Iterator[Artifact]:
    """The page in each language."""
    for language in site.languages:
        words = site.words[language]
        page = own_page(site, language, FEEDBACK, title=words("feedback.title"), description=words("feedback.lead"))
        yield page_artifact(site, page, "feedback.html", (), partial(_view, site, language))


def _view(site: Site, language: str) -> Mapping[str, Any]:
    settings, words = site.calendar.settings, site.words[language]
    desk = settings.desk_contact
    return {
        "policy": sending_to(PAGE_POLICY, settings.feedback_form),
        "form": settings.feedback_form,
        "kinds": [(kind, words(f"feedback.kind.{kind}")) for kind in KINDS],
        "issue": feedback_issue(site, language),
        "mail": _mail(site, language, desk) if "@" in desk else "",
        "desk": desk,
        "directory": site.href(site.routes.page(language, "organisations")),
    }


def _mail(site: Site, language: str, desk: str) -> str:
    """A message to the desk (RFC 6068) that is begun; the script adds the page."""
    subject = site.words[language]("feedback.subject", site=site.calendar.settings.site_name)
    return f"mailto:{quote(desk)}?{urlencode({'subject': subject}, quote_via=quote)}"
