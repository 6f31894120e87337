"""What organisations and projects offer and seek, what open calls offer, and which of it could meet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import chain, islice

from affiche.model.call import Call
from affiche.model.organisation import Offer, Organisation
from affiche.model.project import Project
from affiche.model.text import Text
from affiche.outputs.calls.lists import calls_of
from affiche.outputs.projects import seeks_of, still_open
from affiche.outputs.site import Site

#: The sides of an exchange, as fields of organisations are called.
OFFERS, SEEKS = "offers", "seeks"
#: Calls of these kinds offer what organisations also offer, under the same name.
CALLS_OFFER = ("residency", "mentoring", "funding")
#: A discipline that meets all others, as if none was stated.
ANY = "multidisciplinary"
#: What is proposed to whoever seeks: so much, of the newest of each shelf, so that no search grows with what there is.
MOST_PROPOSED, MOST_SEEN = 5, 50


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that is offered or sought: by whom, who stands behind that, and what holds for it."""

    side: str
    kind: str
    text: Text
    owner: Organisation | Project | Call
    makers: frozenset[str]
    disciplines: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    until: date | None = None

    @property
    def fields(self) -> frozenset[str]:
        """The disciplines that it keeps to; none where it is for all."""
        return frozenset() if ANY in self.disciplines else frozenset(self.disciplines)


@dataclass(frozen=True, slots=True)
class Match:
    """An offer and a wish that could meet, with the disciplines and countries that both state."""

    offer: Notice
    seek: Notice
    disciplines: tuple[str, ...]
    countries: tuple[str, ...]


def notices_of(site: Site) -> Sequence[Notice]:
    """Everything that is offered and sought today, the newest first."""
    return site.once(("notices",), partial(_notices, site))


def _notices(site: Site) -> Sequence[Notice]:
    calendar = site.calendar
    found = [*_of_organisations(site), *_of_projects(site), *_of_calls(site)]
    return sorted(found, key=lambda each: (-calendar.dates_of(each.owner).updated.timestamp(), each.owner.id))


def _of_organisations(site: Site) -> Iterator[Notice]:
    today = site.calendar.today.date()
    for owner in site.calendar.all(Organisation):
        if owner.status == "active":
            for side, stated in ((OFFERS, owner.offers), (SEEKS, owner.seeks)):
                for each in still_open(stated, today):
                    yield _stated(side, each, owner, frozenset({owner.id}), owner.disciplines)


def _of_projects(site: Site) -> Iterator[Notice]:
    """What projects seek, for their disciplines, else those of their groups, and where they are."""
    calendar = site.calendar
    for project in calendar.all(Project):
        makers = frozenset(partner.id for partner, _ in calendar.partners_of(project))
        behind = (each for group in calendar.groups_in(project) for each in group.disciplines)
        disciplines = project.disciplines or tuple(dict.fromkeys(behind))
        for each in seeks_of(site, project):
            notice = _stated(SEEKS, each, project, makers, disciplines)
            yield replace(notice, countries=notice.countries or project.countries)


def _stated(
    side: str, offer: Offer, owner: Organisation | Project, makers: frozenset[str], disciplines: tuple[str, ...]
) -> Notice:
    return Notice(side, offer.kind, offer.text, owner, makers, disciplines, offer.countries, offer.until)


def _of_calls(site: Site) -> Iterator[Notice]:
    for call in calls_of(site).current():
        if call.kind in CALLS_OFFER:
            until = calls_of(site).last_day(call) if call.deadline else None
            makers = frozenset(each.id for each in calls_of(site).callers(call))
            yield Notice(OFFERS, call.kind, call.title, call, makers, call.disciplines, call.countries, until)


def matches_of(site: Site) -> Sequence[Match]:
    """Which offers and wishes could meet."""
    return site.once(("matches",), lambda: list(find_matches(notices_of(site))))


def matches_for(site: Site, organisation: Organisation) -> Sequence[Match]:
    """Those of an organisation's own offers and wishes."""
    return site.once(("matches by organisation",), partial(_by_organisation, site)).get(organisation.id, ())


def _by_organisation(site: Site) -> Mapping[str, Sequence[Match]]:
    found: dict[str, list[Match]] = defaultdict(list)
    for match in matches_of(site):
        for owner in (match.offer.owner, match.seek.owner):
            if isinstance(owner, Organisation):
                found[owner.id].append(match)
    return found


def find_matches(notices: Iterable[Notice]) -> Iterator[Match]:
    """For everything that is sought, the offers of the same kind that could meet it, the nearest first.

    They are of different organisations, share a discipline or state none, and do not state other countries.
    """
    listed = list(notices)
    shelves = _shelves(each for each in listed if each.side == OFFERS)
    for seek in listed:
        if seek.side == SEEKS:
            yield from islice(sorted(_meeting(seek, shelves), key=lambda match: -len(match.disciplines)), MOST_PROPOSED)


def _shelves(offers: Iterable[Notice]) -> Mapping[tuple[str, str], Sequence[Notice]]:
    """Offers by kind and discipline, those for all under none, and all of a kind under `ANY`."""
    shelves: dict[tuple[str, str], list[Notice]] = defaultdict(list)
    for offer in offers:
        for discipline in (*(offer.fields or ("",)), ANY):
            shelves[offer.kind, discipline].append(offer)
    return shelves


def _meeting(seek: Notice, shelves: Mapping[tuple[str, str], Sequence[Notice]]) -> Iterator[Match]:
    asked = [(seek.kind, each) for each in ((*sorted(seek.fields), "") if seek.fields else (ANY,))]
    seen = chain.from_iterable(shelves.get(shelf, ())[:MOST_SEEN] for shelf in asked)
    for offer in {id(each): each for each in seen}.values():
        if not offer.makers & seek.makers and _meet(offer.countries, seek.countries):
            yield Match(offer, seek, _common(seek.disciplines, offer.fields), _common(seek.countries, offer.countries))


def _meet(these: Sequence[str], those: Sequence[str]) -> bool:
    """Whether countries have one in common; where none is stated, it is anywhere."""
    return not these or not those or not set(these).isdisjoint(those)


def _common(these: Iterable[str], those: Iterable[str]) -> tuple[str, ...]:
    known = set(those)
    return tuple(each for each in these if each in known)
