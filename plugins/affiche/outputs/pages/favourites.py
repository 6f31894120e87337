"""The page of favourites: a frame that the browser fills from what it alone keeps."""

from __future__ import annotations

from collections.abc import Iterator

from affiche.outputs.artifact import Artifact
from affiche.outputs.pages.page import Page, everywhere, page_artifact
from affiche.outputs.site import Site

KEY = "favourites"


def favourite_artifacts(site: Site) -> Iterator[Artifact]:
    """The page in each language."""
    for language in site.languages:
        words = site.words[language]
        page = Page(
            language=language,
            paths=everywhere(site, lambda code: site.routes.page(code, KEY)),
            title=words("favourites.title"),
            description=words("favourites.lead"),
            section=KEY,
        )
        yield page_artifact(site, page, "favourites.html", (), dict)
