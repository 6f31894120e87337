"""The pages that belong to no language: the root, which lets a visitor choose one, and the page for lost addresses."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from types import SimpleNamespace

from affiche.model.language import own_name
from affiche.outputs.artifact import Artifact
from affiche.outputs.jsonld import website_jsonld
from affiche.outputs.markup import script_data
from affiche.outputs.pages.issues import feedback_address
from affiche.outputs.pages.page import HTML
from affiche.outputs.pages.sharing import shared_head
from affiche.outputs.site import Site


def chooser_artifacts(site: Site) -> Iterator[Artifact]:
    """`index.html` and `404.html`, which speak every language of the site.

    The root leads on by its script: to the language that a visitor chose before, else to one that the browser asks for.
    """
    for path, template in (("index.html", "chooser.html"), ("404.html", "lost.html")):
        yield Artifact(path, HTML, site.fingerprint("page", template), partial(_render, site, template))


def _render(site: Site, template: str) -> bytes:
    languages = [
        (
            code,
            own_name(code),
            site.words[code],
            site.href(site.routes.home(code)),
            site.href(site.routes.page(code, "agenda")),
            site.href(site.routes.page(code, "search")),
            feedback_address(site, code),
        )
        for code in site.languages
    ]
    alternates = {code: site.absolute(site.routes.home(code)) for code in site.languages}
    words = [site.words[code] for code in site.languages]
    context = {
        "title": " · ".join([site.calendar.settings.site_name, *(each("city") for each in words)]),
        "description": ". ".join(each("site.title") for each in words),
        "head": SimpleNamespace(**shared_head(site, site.languages[0], None, site.languages)),
        "data": script_data(website_jsonld(site)),
        "language": site.languages[0],
        "languages": languages,
        "homes": json.dumps({code: home for code, _, _, home, *_ in languages}),
        "site": site,
        "alternates": alternates,
        "canonical": site.absolute(""),
    }
    return site.templates.get_template(template).render(context).encode()
