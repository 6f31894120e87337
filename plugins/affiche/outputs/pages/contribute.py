"""The pages of the form that writes a file of content: one for each collection."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from affiche.model.language import own_name
from affiche.outputs.artifact import Artifact
from affiche.outputs.contribute.asks import Field, rows_of, steps_of
from affiche.outputs.contribute.choices import stretches_of
from affiche.outputs.contribute.form import FORMS
from affiche.outputs.contribute.form_parts import Form
from affiche.outputs.contribute.output import IDS, facts_path, titles_path
from affiche.outputs.data.files import JSON, json_text
from affiche.outputs.pages.issues import issue_language
from affiche.outputs.pages.page import Page, own_page, page_artifact
from affiche.outputs.site import Site


def contribute_artifacts(site: Site) -> Iterator[Artifact]:
    """The page of each form in each language."""
    for form in FORMS:
        for language in site.languages:
            page = _page(site, language, form)
            yield page_artifact(site, page, "contribute.html", (), partial(_view, site, language, form))
            stamp = site.fingerprint("contribute rest", language, form.model.collection)
            yield Artifact(rest_path(site, language, form), JSON, stamp, partial(_render_rest, site, language, form))


def rest_path(site: Site, language: str, form: Form) -> str:
    """Where the rest of a form stands, which its script asks for: `fr/contribute-events.json`."""
    return f"{site.routes.home(language)}contribute-{form.model.collection}.json"


def _render_rest(site: Site, language: str, form: Form) -> bytes:
    """What is folded and what is drawn later, as HTML in JSON, so that the page itself is light; all its scripts."""
    words = {"site": site, "words": site.words[language], "language": language}
    template = site.templates_in[language].get_template("contribute_rest.html")
    html = template.render({**_view(site, language, form), **words})
    return json_text({"html": html, "scripts": site.scripts_behind("contribute.js")}).encode()


def _page(site: Site, language: str, form: Form) -> Page:
    words, collection = site.words[language], form.model.collection
    title, lead = words(f"nav.{form.key}"), words(f"contribute.lead.{collection}")
    return own_page(site, language, form.key, title=title, description=lead, section="contribute")


def _view(site: Site, language: str, form: Form) -> Mapping[str, Any]:
    steps = steps_of(site, language, form)
    rows: dict[str, Field] = {}
    for _, first, more in steps:
        for row in rows_of((*first, *more)):
            rows.setdefault(row.path, row)
    settings = site.calendar.settings
    return {
        "collection": form.model.collection,
        "forms": [(other.model.collection, site.href(site.routes.page(language, other.key))) for other in FORMS],
        "steps": steps,
        "rows": list(rows.values()),
        "stretches": stretches_of(site.words[language]),
        "codes": [(code, own_name(code)) for code in site.languages],
        "rest": site.href(rest_path(site, language, form)),
        "ids": site.href(IDS),
        "facts": site.href(facts_path(site, language)),
        "titles": site.href(titles_path(site, language)) if form.has_events else "",
        "repository": settings.repo_url.rstrip("/"),
        "desk": settings.desk_contact,
        "issue_language": issue_language(language),
        "guides": site.text_links(language, ("guide", "dates", "policy")),
    }
