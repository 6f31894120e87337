"""What a change of the content makes: each file that it touches, in the words of the pages."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from affiche.checks.translations import missing_translations
from affiche.desk.named import is_maintained
from affiche.desk.proposal import (
    MOST_FILES,
    MOST_LINES,
    MOST_NAMES,
    NextTip,
    Proposal,
    ProposedFile,
    State,
    Untranslated,
)
from affiche.desk.tip import WRITING, lacking_languages, lines_to_paste
from affiche.locales import DESK, load_words
from affiche.model.event import Event
from affiche.model.facet import Facet, has_page
from affiche.model.organisation import Organisation
from affiche.model.place import Venue
from affiche.model.record import Record
from affiche.outputs.cards import event_card
from affiche.outputs.completeness import Scorable, completeness_of
from affiche.outputs.places import town_words, whereabouts
from affiche.outputs.prices import price_words
from affiche.outputs.site import Site
from affiche.outputs.when import when_lines

#: The longest line of a card, in characters.
LONGEST = 300
#: Dates of an event that a card lists; of more, only how many.
MOST_DATES = 6


def proposed(site: Site, records: Iterable[Record], paths: Collection[str], *, has_preview: bool = False) -> Proposal:
    """What a change of some paths makes; `records` are those of all files, readable with faults too."""
    files = [_file(site, record) for record in records if record.origin.path in paths]
    apart = tuple(sorted(path for path in paths if is_maintained(path)))
    return Proposal(files=tuple(files[:MOST_FILES]), apart=apart, has_preview=has_preview)


def is_shown(site: Site, record: Record) -> bool:
    """Whether readers will see a record as itself."""
    return site.calendar.find(type(record), record.id) is record


def _file(site: Site, record: Record) -> ProposedFile:
    shown = is_shown(site, record)
    completeness = completeness_of(record, site.calendar) if shown and isinstance(record, Scorable) else None
    return ProposedFile(
        path=record.origin.path,
        collection=record.collection,
        state="shown" if shown else _state(site, record),
        language=record.language or "",
        card={language: card_lines(site, language, record) for language in site.languages} if shown else {},
        points=completeness.points if completeness else None,
        tip=_tip(site, record) if shown and isinstance(record, Scorable) else None,
        untranslated=tuple(_untranslated(site, record)),
        lists={language: _lists(site, language, record) for language in site.languages} if shown else {},
    )


def _state(site: Site, record: Record) -> State:
    if record.origin.path in site.left_out:
        return "faulty"
    return "gone" if record.replaced_by or record.withdrawn else "hidden"


def card_lines(site: Site, language: str, record: Record) -> tuple[str, ...]:
    """What readers will see of a record, a line each: an event as its page says it."""
    lines = [line for line in _said(site, language, record) if line]
    return tuple(line[:LONGEST] for line in lines[:MOST_LINES])


def _said(site: Site, language: str, record: Record) -> Iterator[str]:
    if isinstance(record, Event):
        yield from _event_lines(site, language, record)
        return
    yield site.show(record.label, language).text
    if isinstance(record, Organisation | Venue):
        street, town = site.show(record.street, language).text, town_words(site, record, language)
        yield ", ".join(filter(None, (street, f"{record.postal_code or ''} {town}".strip())))
        yield record.url or ""


def _event_lines(site: Site, language: str, event: Event) -> Iterator[str]:
    card, words = event_card(site, language, event), site.words[language]
    yield card.title.text
    yield site.show(event.summary, language).text
    yield words("feed.item.state", state=card.kind, date=", ".join(name.text for name in card.organisers))
    yield card.state.text
    dates = when_lines(site, language, event)
    yield from dates[:MOST_DATES]
    if len(dates) > MOST_DATES:
        yield load_words(language, DESK).count("comment.more-dates", len(dates) - MOST_DATES)
    yield whereabouts(site, event, language)
    yield price_words(words, event.price)


def _tip(site: Site, record: Scorable) -> NextTip | None:
    missing = completeness_of(record, site.calendar).missing
    if not missing:
        return None
    key, points = missing[0]
    lacking, paste = lacking_languages(record, site.calendar), lines_to_paste(key, record, site.calendar)
    kind = record.type if isinstance(record, Event) and key in WRITING else ""
    return NextTip(key=key, points=points, languages=lacking, paste=paste, advice=kind)


def _untranslated(site: Site, record: Record) -> Iterator[Untranslated]:
    """The texts that lack a language, by the names of their fields: that of every date once."""
    found: dict[str, dict[str, None]] = {}
    for place, languages in missing_translations(record, site.languages):
        name = ".".join(step for step in place if isinstance(step, str))
        found.setdefault(name, {}).update(dict.fromkeys(languages))
    for name, lacking in [*found.items()][:MOST_NAMES]:
        yield Untranslated(name=name, languages=tuple(lacking))


def _lists(site: Site, language: str, record: Record) -> tuple[str, ...]:
    """The lists with feeds and a page that an event will be in."""
    if not isinstance(record, Event):
        return ()
    chosen = [facet for facet, events in site.calendar.by_facet.items() if record in events and has_page(facet)]
    return tuple(site.facet_name(facet, language).text for facet in _ordered(site, chosen))[:MOST_NAMES]


def _ordered(site: Site, facets: Sequence[Facet]) -> Sequence[Facet]:
    return [facet for facet in site.facets if facet in facets]
