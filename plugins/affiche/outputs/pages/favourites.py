"""The page of favourites: a frame that the browser fills from what it alone keeps."""

from __future__ import annotations

from collections.abc import Iterator

from affiche.outputs.artifact import Artifact
from affiche.outputs.pages.page import own_page, page_artifact
from affiche.outputs.site import Site

KEY = "favourites"


def favourite_artifacts(site: Site) -> Iterator[Artifact]:
    """The page in each language."""
    for language in site.languages:
        words = site.words[language]
        page = own_page(site, language, KEY, title=words("favourites.title"), description=words("favourites.lead"))
        yield page_artifact(site, page, "favourites.html", (), dict)
