"""What every public page has: its head, its place in the menu, the same page in the other languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import SimpleNamespace
from typing import Any

from affiche.model.language import own_name
from affiche.outputs.artifact import Artifact
from affiche.outputs.jsonld import breadcrumbs_jsonld
from affiche.outputs.listing import Listing
from affiche.outputs.markup import script_data
from affiche.outputs.pages.issues import feedback_address
from affiche.outputs.pages.sharing import Property, SharedImage, shared_head
from affiche.outputs.site import Site

HTML = "text/html"
#: Keys of the main menu, in order: pages of `Routes.page`.
MENU = ("agenda", "organisations", "venues", "disciplines", "municipalities", "network")


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one language; `paths` has the same page in every language, relative to the site."""

    language: str
    paths: Mapping[str, str]
    title: str
    description: str = ""
    section: str = ""
    kind: str = "website"
    listing: Listing | None = None
    canonical: str = ""
    image: SharedImage | None = None
    properties: Sequence[Property] = ()
    translated: Sequence[str] | None = None

    @property
    def path(self) -> str:
        """Its own path."""
        return self.paths[self.language]


def page_artifact(
    site: Site, page: Page, template: str, fingerprint: Sequence[object], view: Callable[[], Mapping[str, Any]]
) -> Artifact:
    """The artifact of a page; `view` is what its template shows, made only when the page is.

    A view's `data` is the structured data of the head, as texts of JSON.
    """
    return later_artifact(site, page.path, template, (page, *fingerprint), lambda: page, view)


def later_artifact(
    site: Site,
    path: str,
    template: str,
    fingerprint: Sequence[object],
    page: Callable[[], Page],
    view: Callable[[], Mapping[str, Any]],
) -> Artifact:
    """The artifact of a page of which nothing is worked out before it is made: `fingerprint` covers its head too."""

    def render() -> bytes:
        return render_page(site, page(), template, view())

    return Artifact(f"{path}index.html", HTML, site.fingerprint("page", template, path, *fingerprint), render)


def render_page(site: Site, page: Page, template: str, view: Mapping[str, Any]) -> bytes:
    """The HTML of a page (UTF-8)."""
    words = site.words[page.language]
    context = {
        "page": page,
        "head": _head(site, page, view.get("data", ())),
        "site": site,
        "words": words,
        "language": page.language,
        "finder_href": site.href(site.routes.upcoming(page.language)),
        **view,
    }
    return site.templates_in[page.language].get_template(template).render(context).encode()


def _head(site: Site, page: Page, data: Sequence[str]) -> SimpleNamespace:
    """Links and data of the head: canonical and alternate addresses, feeds, how it is shared, structured data."""
    translated = site.languages if page.translated is None else page.translated
    listing = page.listing or site.listings(page.language)[0]
    is_own = page.path in (listing.page, listing.folder)
    above = site.routes.page(page.language, page.section) if page.section in MENU else ""
    alternates = {code: site.absolute(page.paths[code]) for code in translated} if page.language in translated else {}
    return SimpleNamespace(
        address=site.absolute(page.path),
        canonical=site.absolute(page.canonical or page.path),
        default=site.absolute(""),
        feedback=feedback_address(site, page.language, page.path),
        home=site.href(site.routes.home(page.language)),
        alternates=alternates,
        others=[
            (code, own_name(code), site.href(page.paths[code])) for code in site.languages if code != page.language
        ],
        menu=site.once(("menu", page.language), partial(_menu, site, page.language)),
        subscriptions=site.once(("feeds", listing, is_own), partial(_subscriptions, site, listing, is_own=is_own)),
        is_top=page.path == above,
        data=[script_data(text) for text in (*data, _breadcrumbs(site, page, above)) if text],
        **shared_head(site, page.language, page.image, alternates),
    )


def _menu(site: Site, language: str) -> Sequence[tuple[str, str]]:
    return [(key, site.href(site.routes.page(language, key))) for key in MENU]


def _subscriptions(site: Site, listing: Listing, *, is_own: bool) -> tuple[tuple[str, str, str, str], ...]:
    """The feeds beside a list, on its own page all of them: media type, address, their name and that of the list."""
    return tuple(
        (item.media_type, site.href(item.path(listing)), site.words[listing.language](item.title), listing.title)
        for item in site.subscriptions_of(listing)
        if is_own or not item.is_single
    )


def _breadcrumbs(site: Site, page: Page, above: str) -> str:
    """The way to a page below one of the menu, for search engines; the menu shows visitors where they are."""
    if not above or page.path == above:
        return ""
    name = site.words[page.language](f"nav.{page.section}")
    return breadcrumbs_jsonld(site, ((name, above), (page.title, page.path)))


def everywhere(site: Site, path: Callable[[str], str]) -> dict[str, str]:
    """The path of a page in every language."""
    return {language: path(language) for language in site.languages}


def own_page(site: Site, language: str, key: str, *, title: str, description: str, section: str = "") -> Page:
    """A page that stands at the address of a key in every language; it is its own section unless another is named."""
    paths = everywhere(site, lambda code: site.routes.page(code, key))
    return Page(language=language, paths=paths, title=title, description=description, section=section or key)


def network_page(site: Site, language: str, key: str) -> Page:
    """A page below that of the network, at the address of a key, in the words that the catalogue has for the key."""
    words = site.words[language]
    return own_page(site, language, key, title=words(f"nav.{key}"), description=words(f"{key}.lead"), section="network")
