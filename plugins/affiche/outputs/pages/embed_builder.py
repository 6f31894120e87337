"""The page where partners choose a list for their own pages and find the code to copy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from affiche.model.facet import PROFESSIONAL, Facet
from affiche.model.language import fold_name, own_name
from affiche.model.text import Wording
from affiche.outputs.artifact import Artifact
from affiche.outputs.data.event_files import UPCOMING
from affiche.outputs.data.files import FOLDER as API_FOLDER
from affiche.outputs.pages.embeds import COLOURS, FOLDER, MOST, PERIODS, SHOWN, THEMES, embed_path
from affiche.outputs.pages.page import own_page, page_artifact
from affiche.outputs.routes import FACET_PAGES, RECORD_FACETS
from affiche.outputs.site import Site

KEY = "embed"
#: The kinds of lists, in the order of the page; the whole agenda and the professional one stand before them.
KINDS = ("discipline", "municipality", "organisation", "venue", "campaign", "group")
#: Numbers of dates to choose from.
COUNTS = (3, 5, 8, SHOWN, MOST)
#: Where the data of lists stands, for the web component.
DATA = f"{API_FOLDER}{UPCOMING}"


@dataclass(frozen=True, slots=True)
class Choice:
    """A list to choose: its page for frames, and what differs by language and in the data where that is not its id.

    `paths` and `names` are those of the site's other languages.
    """

    name: Wording
    href: str
    data: str = ""
    paths: Mapping[str, str] | None = None
    names: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The lists of a kind; `folders` has the one of their pages for frames in each language, from the site's root."""

    kind: str
    title: str
    folders: Mapping[str, str]
    choices: Sequence[Choice]


def embed_builder_artifacts(site: Site) -> Iterator[Artifact]:
    """The page in each language."""
    for language in site.languages:
        words, groups = site.words[language], _groups(site, language)
        page = own_page(site, language, KEY, title=words("nav.embed"), description=words("embed.lead"))
        yield page_artifact(site, page, "embed_builder.html", (groups,), partial(_view, site, language, groups))


def _groups(site: Site, language: str) -> Sequence[Group]:
    """The lists by kind, the whole agenda first, without the kinds that have none."""
    found = [Group("", site.words[language]("agenda.title"), _folders(site, ""), _agendas(site, language))]
    for kind in KINDS:
        facets = [facet for facet in site.facets if facet.kind == kind]
        choices = sorted(
            (_choice(site, language, facet) for facet in facets), key=lambda each: fold_name(each.name.text)
        )
        if choices:
            page = FACET_PAGES[kind]
            found.append(Group(kind, site.words[language](f"nav.{page}"), _folders(site, page), choices))
    return found


def _folders(site: Site, page: str) -> Mapping[str, str]:
    """Where the pages for frames of a kind of list begin, in each language."""
    routes = site.routes
    return {code: FOLDER + (routes.page(code, page) if page else routes.home(code)) for code in site.languages}


def _agendas(site: Site, language: str) -> Sequence[Choice]:
    whole = site.listings(language)[0]
    paths = {code: site.listings(code)[0].page for code in site.languages}
    agenda = Choice(Wording(whole.title), site.href(embed_path(whole)), f"{DATA}.json", _segments(paths))
    return [agenda, _choice(site, language, PROFESSIONAL)]


def _choice(site: Site, language: str, facet: Facet) -> Choice:
    name, href = site.facet_name(facet, language), site.href(embed_path(site.listing(language, facet)))
    if facet.kind in RECORD_FACETS:
        return Choice(name, href)
    listings = {code: site.listing(code, facet) for code in site.languages}
    return Choice(
        name,
        href,
        f"{DATA}/{facet.kind}/{facet.id}.json",
        _segments({code: listing.page for code, listing in listings.items()}),
        {code: listing.title for code, listing in listings.items()},
    )


def _segments(paths: Mapping[str, str]) -> Mapping[str, str]:
    """The last segment of each path."""
    return {code: path.rstrip("/").rpartition("/")[2] for code, path in paths.items()}


def _view(site: Site, language: str, groups: Sequence[Group]) -> Mapping[str, Any]:
    listing, settings = site.listings(language)[0], site.calendar.settings
    code = {
        "name": f"{listing.title} · {settings.site_name}",
        "frame": site.absolute(embed_path(listing)),
        "script": site.absolute("assets/affiche-agenda.js"),
        "data": site.absolute(f"{DATA}.json"),
        "page": site.absolute(listing.page),
        "language": language,
        "count": SHOWN,
    }
    return {
        "groups": groups,
        "languages": [(code, own_name(code)) for code in site.languages],
        "counts": COUNTS,
        "shown": SHOWN,
        "most": MOST,
        "periods": PERIODS,
        "themes": THEMES,
        "colours": COLOURS,
        "lists": DATA,
        "preview": site.href(embed_path(listing)),
        "codes": {
            key: site.templates.get_template(f"embed_{key}.html").render(code).strip() for key in ("frame", "element")
        },
    }
