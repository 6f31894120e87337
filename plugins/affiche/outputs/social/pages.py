"""The page of each kit, with its images and its texts to copy, and the page that leads to all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from affiche.model.language import fold_name
from affiche.model.organisation import Organisation
from affiche.outputs.artifact import Artifact
from affiche.outputs.pages.page import Page, own_page, page_artifact
from affiche.outputs.site import Site
from affiche.outputs.social.captions import LENGTHS
from affiche.outputs.social.files import alt_text, archive_path, captions, image_artifact
from affiche.outputs.social.kits import KEY
from affiche.outputs.social.spreadsheet import table_path
from affiche.outputs.social.subject import Subject
from affiche.sources.social_shapes import SHAPES

#: The letters of a line of a text to copy.
LINE = 72


@dataclass(frozen=True, slots=True)
class ShownImage:
    """An image on the page of a kit: its address, its size in pixels, what it is for."""

    href: str
    width: int
    height: int
    use: str


def kit_page(site: Site, subject: Subject) -> Artifact:
    """The page of a kit: search engines are led to the page that it advertises."""
    words = site.words[subject.language]
    page = Page(
        language=subject.language,
        paths=dict(subject.versions),
        title=words("social.of", title=subject.title.text),
        description=words("social.lead"),
        section=KEY,
        canonical=subject.about,
        translated=(),
    )
    return page_artifact(site, page, "social_kit.html", (subject,), partial(_kit, site, subject))


def _kit(site: Site, subject: Subject) -> Mapping[str, Any]:
    said = captions(site, subject)
    return {
        "subject": subject,
        "about": site.href(subject.about),
        "all": site.href(site.routes.page(subject.language, KEY)),
        "images": [_image(site, subject, shape) for shape in SHAPES],
        "archive": site.href(archive_path(subject)),
        "alt": alt_text(site, subject),
        "captions": [(length, said[length.name], _rows(said[length.name])) for length in LENGTHS],
    }


def _rows(text: str) -> int:
    """How many lines a text has where it is shown, about."""
    return sum(1 + len(line) // LINE for line in text.splitlines()) + 1


def _image(site: Site, subject: Subject, shape: str) -> ShownImage:
    use = site.words[subject.language](f"social.image.{shape}")
    return ShownImage(site.href(image_artifact(site, subject, shape).path), *SHAPES[shape].size, use)


def overview(site: Site, language: str, subjects: Sequence[Subject]) -> Artifact:
    """All kits of a language, narrowed by organisation, with their tables."""
    words = site.words[language]
    page = own_page(site, language, KEY, title=words("nav.social-kit"), description=words("social.lead"))
    return page_artifact(site, page, "social.html", subjects, partial(_overview, site, language, subjects))


def _overview(site: Site, language: str, subjects: Sequence[Subject]) -> Mapping[str, Any]:
    with_kits = {house for subject in subjects for house in subject.houses}
    found = [record for record in site.calendar.all(Organisation) if record.id in with_kits]
    names = {record.id: site.show(record.name, language) for record in found}
    houses = [(key, names[key]) for key in sorted(names, key=lambda key: fold_name(names[key].text))]
    return {
        "kits": [(site.href(subject.path), subject) for subject in subjects],
        "houses": houses,
        "tables": [(name, site.href(table_path(site, language, key))) for key, name in houses],
        "table": site.href(table_path(site, language)),
    }
