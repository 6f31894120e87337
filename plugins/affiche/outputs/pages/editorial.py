"""Editorial pages in our own base template, for an engine that has no other way to make them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from affiche.outputs.artifact import Artifact
from affiche.outputs.markup import spaced_html, trusted
from affiche.outputs.pages.page import Page, page_artifact, render_page
from affiche.outputs.site import Site
from affiche.sources.editorial import EditorialPage, render_editorial

TEMPLATE = "editorial.html"
#: The pages for contributors, in the order of the links that lead from one to the other.
GUIDE = (
    "guide",
    "style",
    "dates",
    "images",
    "kits",
    "campaign",
    "call",
    "together",
    "recipes",
    "import",
    "file",
    "fields",
    "policy",
)


def editorial_artifacts(site: Site, sources: Sequence[EditorialPage]) -> Iterator[Artifact]:
    """The artifacts of editorial pages."""
    keys = {source.key for source in sources}
    for source in sources:
        languages = [other.language for other in sources if other.key == source.key]
        page = editorial_page(site, source, languages)
        yield page_artifact(site, page, TEMPLATE, (source.text, sorted(keys)), partial(_view, site, source, keys))


def editorial_page(site: Site, source: EditorialPage, languages: Iterable[str]) -> Page:
    """The page of a text, at its key's address; `languages` are those in which there is one, of any site."""
    routes, written = site.routes, tuple(code for code in languages if code in site.languages)
    paths = {code: routes.page(code, source.key) if code in written else routes.home(code) for code in site.languages}
    return Page(source.language, paths, source.title, source.description, section=source.key, translated=written)


def render_engine_page(site: Site, page: Page, html: str) -> str:
    """A whole page around the HTML that an engine made of a maintainer's text."""
    return render_page(site, page, TEMPLATE, _body(page.section, page.language, html)).decode()


def _view(site: Site, source: EditorialPage, keys: Iterable[str]) -> dict[str, object]:
    """The HTML of a text, links to sibling files made links to their pages."""
    html = render_editorial(source.text)
    for key in keys:
        html = html.replace(f'href="{key}.md', f'href="{site.href(site.routes.page(source.language, key))}')
    return _body(source.key, source.language, html)


def _body(key: str, language: str, html: str) -> dict[str, object]:
    """What a text's page shows: the text, and the pages beside it where it is one of the guide's."""
    return {"body": trusted(spaced_html(html, language)), "guide": GUIDE if key in GUIDE else ()}
