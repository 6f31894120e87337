"""The kits as tables for tools that fill a design for each row (CSV, RFC 4180): their columns are an interface."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from affiche.model.organisation import Organisation
from affiche.outputs.artifact import Artifact
from affiche.outputs.data.spreadsheet import MEDIA_TYPE as CSV
from affiche.outputs.data.spreadsheet import render_table
from affiche.outputs.entry_texts import one_line
from affiche.outputs.site import Site
from affiche.outputs.social.captions import LENGTHS, Length, caption
from affiche.outputs.social.files import alt_text, image_artifact
from affiche.outputs.social.kits import KEY
from affiche.outputs.social.subject import Subject
from affiche.sources.social_images import BLOCKS
from affiche.sources.social_shapes import SHAPES

FILE = "social-kit.csv"
Cell = Callable[[Site, Subject], str]


def _caption(length: Length) -> Cell:
    return lambda site, subject: caption(subject, site.absolute(subject.about), length)


def _image(shape: str) -> Cell:
    return lambda site, subject: site.absolute(image_artifact(site, subject, shape).path)


#: The columns in their order; those who automate a design rely on the names, so that none changes its meaning or goes.
COLUMNS: Mapping[str, Cell] = {
    "id": lambda _, subject: subject.key,
    "title": lambda _, subject: one_line(subject.title.text),
    "kind": lambda _, subject: subject.kind,
    "date": lambda _, subject: one_line(subject.date),
    "place": lambda _, subject: subject.place,
    "organisers": lambda _, subject: ", ".join(subject.organisers),
    "link": lambda site, subject: site.absolute(subject.about),
    "tickets": lambda _, subject: subject.tickets,
    "hashtags": lambda _, subject: " ".join(subject.tags),
    "alt": alt_text,
    **{f"caption_{length.name}": _caption(length) for length in LENGTHS},
    **{f"image_{shape}": _image(shape) for shape in SHAPES},
    "image_credit": lambda _, subject: subject.photo.credit if subject.photo else "",
    "colour": lambda _, subject: BLOCKS[subject.colour][0],
    "colour_text": lambda _, subject: BLOCKS[subject.colour][1],
}


def tables(site: Site, language: str, subjects: Sequence[Subject]) -> Iterator[Artifact]:
    """The table of all kits of a language, and that of each organisation that has any, beside its page."""
    yield _table(site, table_path(site, language), subjects)
    for organisation in site.calendar.all(Organisation):
        if own := [subject for subject in subjects if organisation.id in subject.houses]:
            yield _table(site, table_path(site, language, organisation.id), own)


def table_path(site: Site, language: str, organisation: str = "") -> str:
    """Where the table of an organisation stands, or of all: `fr/organisations/zinneke/social-kit.csv`."""
    routes = site.routes
    folder = routes.of_id(language, "organisations", organisation) if organisation else routes.page(language, KEY)
    return f"{folder}{FILE}"


def _table(site: Site, path: str, subjects: Sequence[Subject]) -> Artifact:
    return Artifact(path, CSV, site.fingerprint("kits", path, *subjects), partial(_render, site, subjects))


def _render(site: Site, subjects: Sequence[Subject]) -> bytes:
    return render_table(COLUMNS, ([cell(site, subject) for cell in COLUMNS.values()] for subject in subjects))
