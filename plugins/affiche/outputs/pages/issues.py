"""The repository's issue forms, and the page by which anybody has a say, as pages lead to them."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from affiche.locales import DESK, catalogue_languages
from affiche.outputs.site import Site

#: The languages of the forms for entries, the first one for readers of any other.
LANGUAGES = ("fr", "nl")
#: The key of the page.
FEEDBACK = "feedback"


def issue_language(language: str) -> str:
    """The language of the issue forms for a page."""
    return language if language in LANGUAGES else LANGUAGES[0]


def feedback_address(site: Site, language: str, about: str = "") -> str:
    """The page by which anybody has a say, `about` the page at a path: its script reads that from the query."""
    address = site.href(site.routes.page(language, FEEDBACK))
    return f"{address}?page={quote(site.href(about))}" if about else address


def feedback_issue(site: Site, language: str, page: str = "", title: str = "") -> str:
    """The issue form for what anybody has to say, its page and title filled in; empty without a repository."""
    repository = site.calendar.settings.repo_url.rstrip("/")
    if not repository:
        return ""
    known = language if language in catalogue_languages(DESK) else LANGUAGES[0]
    filled = {"template": f"3-feedback-{known}.yml", "title": title, "page": page}
    return f"{repository}/issues/new?{urlencode({name: value for name, value in filled.items() if value})}"
