"""The repository's issue forms, as pages lead to them."""

from __future__ import annotations

#: Their languages, the first one for readers of any other.
LANGUAGES = ("fr", "nl")


def issue_language(language: str) -> str:
    """The language of the issue forms for a page."""
    return language if language in LANGUAGES else LANGUAGES[0]
