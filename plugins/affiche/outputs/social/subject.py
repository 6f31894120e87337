"""What a social kit is about, in one language: an event, a week or a campaign, all of it in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from affiche.locales import Words
from affiche.model.record import Record
from affiche.model.text import Wording
from affiche.outputs.entry_texts import capitalised, one_line
from affiche.outputs.images import main_image
from affiche.outputs.markup import WIDE, spaced
from affiche.outputs.poster import Poster
from affiche.outputs.site import Site
from affiche.sources.letters import drawable

NO_POSTER = Poster()
#: The licences under which an image may be cropped, set beside words, and posted by whoever announces its event.
PASSED_ON = (
    *("cc0-1.0", "cc-by-4.0", "cc-by-sa-4.0", "cc-by-nc-4.0", "cc-by-nc-sa-4.0"),
    *("public-domain", "press"),
)


@dataclass(frozen=True, slots=True)
class Photo:
    """The picture of a kit: its path in the repository, whose it is, what is to be seen."""

    path: str
    credit: str
    alt: str


@dataclass(frozen=True, slots=True)
class Subject:
    """All that the images and the captions of a kit say, so that whoever makes one makes a kit.

    `key` names its files, `path` is the folder of its page, `about` the page that it advertises, both from the site's
    root; `versions` has the same kit in each language. Images show `drawn` for the title, which may be in letters that
    they have not, then `date`, `place` and those of the `organisers` whom the place does not name; captions say `when`,
    which is longer, `facts`, the organisation's own `text`, and as many of `lines` as there is room for. `tickets` is
    where one books, `houses` are the ids of the organisations that post it.
    """

    key: str
    path: str
    versions: Sequence[tuple[str, str]]
    about: str
    language: str
    title: Wording
    kind: str
    date: str
    colour: str
    drawn: str
    when: str
    place: str = ""
    organisers: Sequence[str] = ()
    poster: Poster = NO_POSTER
    photo: Photo | None = None
    label: str = ""
    facts: Sequence[str] = ()
    text: str = ""
    lines: Sequence[str] = ()
    tags: Sequence[str] = ()
    tickets: str = ""
    houses: Sequence[str] = ()


def line_of(date: str, words: Words) -> str:
    """A date as a line of its own, in which a month stays with what stands before it."""
    for month in range(1, 13):
        date = date.replace(f" {words(f'month.{month}')}", f"{WIDE}{words(f'month.{month}')}")
    return capitalised(spaced(date, words.language))


def photo_of(site: Site, record: Record, language: str) -> Photo | None:
    """The picture of a record, if one may be shown today and its licence lets others pass it on under a title."""
    image = main_image(site, record)
    if image is None or image.licence not in PASSED_ON:
        return None
    return Photo(record.origin.images[image.src], one_line(image.credit), one_line(site.show(image.alt, language).text))


def drawn_title(wordings: Iterable[str], otherwise: str) -> str:
    """The first wording of a title of which images have most letters, else what is to be drawn in its place."""
    return next((shown for text in wordings if 2 * len(shown := drawable(text)) > len(text)), otherwise)
