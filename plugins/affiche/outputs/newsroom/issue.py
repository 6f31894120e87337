"""A newsletter of the desk: what it is called, what it tells of, where it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from affiche.model.text import Wording
from affiche.outputs.listing import Listing
from affiche.outputs.newsroom.edition import Edition
from affiche.outputs.newsroom.letter import Cover, Letter, letter_of
from affiche.outputs.output import Output
from affiche.outputs.site import Site


@dataclass(frozen=True, slots=True)
class Issue:
    """A newsletter: its key, what finds its events, the feeds that hold the same, the page that has all of them.

    Its words are `nav.newsroom.<key>` and `newsroom.<key>.text`, its address `segment.newsroom.<key>`.
    """

    key: str
    find: Callable[[Site], Edition]
    feeds: Sequence[Output] = ()
    page: str = "agenda"

    @property
    def route(self) -> str:
        """The key of its page, and the beginning of those of its words."""
        return f"newsroom.{self.key}"

    def cover(self, site: Site, language: str) -> Cover:
        """Its name and its address."""
        name = site.words[language](f"nav.{self.route}")
        return Cover(Wording(name), site.absolute(self.path(site, language)), self.page)

    def text(self, site: Site, language: str) -> str:
        """What it holds, for editors."""
        return site.words[language](f"{self.route}.text")

    def path(self, site: Site, language: str) -> str:
        """Its page."""
        return site.routes.page(language, self.route)

    def listing(self, site: Site, language: str) -> Listing:
        """The list that its feeds stand beside."""
        return site.listings(language)[0]

    def edition(self, site: Site) -> Edition:
        """What it tells of, worked out once for all languages and forms."""
        return site.once(("edition", self.key), partial(self.find, site))

    def stamp(self, site: Site) -> str:
        """All that it depends on."""
        return self.edition(site).stamp

    def letter(self, site: Site, language: str) -> Letter:
        """All of it in a language, made once for its page and its files."""
        make = partial(letter_of, site, self.edition(site), language, self.cover(site, language))
        return site.once(("letter", self.key, language), make)
