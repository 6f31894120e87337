"""A letter: an edition in one language, with as much of it as mail programs show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TypeVar

from affiche.model.text import Wording
from affiche.outputs.newsroom.edition import Edition, Group, Mention
from affiche.outputs.newsroom.item import Item
from affiche.outputs.newsroom.mail_style import styled_bytes
from affiche.outputs.site import NOTHING, Site

T = TypeVar("T")

#: Gmail hides what follows the first 102 kB of a mail: for the items of a letter, so that its frame has the rest.
ROOM = 84_000
ITEM_TEMPLATE = "newsroom_mail_item.html"


@dataclass(frozen=True, eq=False, slots=True)
class Section:
    """The items under a heading, and, where there was no room for all, how many are left and where they stand."""

    heading: str
    items: Sequence[Item]
    more: str
    href: str


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands around the events of a letter: its name, what its readers are told first, where it is on the web.

    `page` is the key of the page that has what it leaves out.
    """

    name: Wording
    online: str
    page: str = "agenda"
    lead: Wording = NOTHING


@dataclass(frozen=True, eq=False, slots=True)
class Letter:
    """A newsletter in a language: its days and the number of its events in words, its sections."""

    language: str
    cover: Cover
    days: str
    total: str
    sections: Sequence[Section]

    @property
    def title(self) -> str:
        """Its name with its days."""
        return ", ".join(filter(None, (self.cover.name.text, self.days)))


def letter_of(site: Site, edition: Edition, language: str, cover: Cover) -> Letter:
    """The letter of an edition."""
    groups = edition.groups
    held = fitted([group.mentions for group in groups], partial(_weight, site, language), ROOM)
    sections = [
        _section(site, language, group, kept, cover.page) for group, kept in zip(groups, held, strict=True) if kept
    ]
    days = site.dates[language].period(edition.first, edition.last)
    return Letter(language, cover, days, site.words[language].count("count.events", len(edition.events)), sections)


def fitted(groups: Sequence[Sequence[T]], size: Callable[[T], int], room: int) -> list[Sequence[T]]:
    """What there is room for: the first of each group, then the second of each, until one finds none."""
    kept = [0] * len(groups)
    for place, index in sorted((place, index) for index, group in enumerate(groups) for place in range(len(group))):
        room -= size(groups[index][place])
        if room < 0:
            break
        kept[index] += 1
    return [group[:number] for group, number in zip(groups, kept, strict=True)]


def _weight(site: Site, language: str, mention: Mention) -> int:
    """The bytes of an event in the HTML of a mail."""
    html = site.templates_in[language].get_template(ITEM_TEMPLATE).render(item=mention.item(language))
    return styled_bytes(site, html)


def _section(site: Site, language: str, group: Group, kept: Sequence[Mention], page: str) -> Section:
    words, left = site.words[language], len(group.mentions) - len(kept)
    if isinstance(group.heading, date):
        day = site.dates[language].day(group.heading, year=False)
        heading, whole = f"{day[0].upper()}{day[1:]}", site.routes.month(language, group.heading)
    else:
        heading, whole = group.heading and words(group.heading), site.routes.page(language, page)
    items, more = [mention.item(language) for mention in kept], words.count("digest.more", left) if left else ""
    return Section(heading, items, more, site.absolute(whole))
