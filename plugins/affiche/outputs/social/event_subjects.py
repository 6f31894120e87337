"""The kits of events: what is drawn and said of each, from its file alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from affiche.model.event import Event
from affiche.model.occurrence import Occurrence, standing
from affiche.outputs.cards import fact_words, language_label, organiser_names, title_of
from affiche.outputs.counted import ticket_address
from affiche.outputs.dates import Length
from affiche.outputs.entry_texts import capitalised, one_line
from affiche.outputs.pages.record_parts import description_of
from affiche.outputs.places import town_words, whereabouts
from affiche.outputs.poster import colour_of, date_poster
from affiche.outputs.site import Site
from affiche.outputs.social.hashtags import hashtags, typed_tags
from affiche.outputs.social.kits import kit_events, kit_path
from affiche.outputs.social.subject import Subject, drawn_title, line_of, photo_of
from affiche.outputs.states import run_state, state_of
from affiche.outputs.when import ahead, when_words


def event_subjects(site: Site, language: str) -> Iterator[Subject]:
    """The kit of each event that has one, the next one first."""
    return (event_subject(site, language, event) for event in kit_events(site))


def event_subject(site: Site, language: str, event: Event) -> Subject:
    """The kit of an event."""
    words, title = site.words[language], title_of(site, language, event)
    state = _state(site, language, event)
    when = one_line(when_words(site, language, event))
    place = one_line(whereabouts(site, event, language))
    names = [name for each in organiser_names(site, language, event) if (name := one_line(each.text)) not in place]
    return Subject(
        key=event.id,
        path=kit_path(site, language, event.id),
        versions=tuple((code, kit_path(site, code, event.id)) for code in site.languages),
        about=site.routes.record(language, event),
        language=language,
        title=title,
        label=language_label(site, title, language),
        drawn=drawn_title([title.text, *event.title.values()], " · ".join(_kinds(site, language, event))),
        kind=" · ".join(filter(None, (state, *_kinds(site, language, event)))),
        date=line_of(when_words(site, language, event, Length.SHORT), words),
        when=capitalised(words("feed.item.state", state=state, date=when) if state else when),
        place=place,
        organisers=tuple(names),
        colour=colour_of(event.disciplines, event.id),
        poster=date_poster(site, language, event, standing(ahead(site, event))),
        photo=photo_of(site, event, language),
        facts=tuple(_facts(site, language, event, place, names)),
        text=_own_text(site, language, event),
        tags=(*typed_tags(site.calendar.campaigns_of(event)), *hashtags(_tags(site, language, event))),
        tickets=ticket_address(site, event, "social", event.id),
        houses=tuple(dict.fromkeys(organisation.id for organisation, _ in site.calendar.organisers_of(event))),
    )


def _state(site: Site, language: str, event: Event) -> str:
    """What must not be missed: sold out, moved, in its last days."""
    run = site.calendar.run_of(event)
    found = run_state(site, language, event, run) if run else state_of(site, language, event, ahead(site, event))
    return found.text


def _kinds(site: Site, language: str, event: Event) -> list[str]:
    words = site.words[language]
    return [words(f"type.{event.type}"), *(words(f"discipline.{name}") for name in event.disciplines[:1])]


def _facts(site: Site, language: str, event: Event, place: str, names: list[str]) -> Iterator[str]:
    """Where it is, who makes it, what it costs, in which languages, whose photograph it is."""
    if place:
        yield place
    if names:
        yield site.words[language]("calendar.organisers", names=", ".join(names))
    if facts := fact_words(site, language, event):
        yield one_line(" · ".join(facts))
    if photo := photo_of(site, event, language):
        yield photo.credit


def _own_text(site: Site, language: str, event: Event) -> str:
    """The organisation's own words, where they are in the language of the kit."""
    told = site.show(event.summary or event.body, language)
    return description_of(site, event, event.summary, language) if told.text and not told.language else ""


def _tags(site: Site, language: str, event: Event) -> Iterator[str]:
    """Disciplines, towns, organisers, the event's own keywords, the city: what people follow, the nearest first."""
    words = site.words[language]
    yield from [words(f"discipline.{name}") for name in event.disciplines] or [words(f"type.{event.type}")]
    yield from filter(None, (town_words(site, place, language) for place in site.calendar.places_of(event)))
    yield from (name.text for name in organiser_names(site, language, event))
    yield from (*event.keywords, *words("social.tags").split(", "))


def event_line(site: Site, language: str, event: Event, shown: Sequence[Occurrence] = ()) -> str:
    """An event in a line among others: when, its title, where."""
    where = whereabouts(site, event, language, [event.performances[each.index] for each in shown])
    when = when_words(site, language, event, Length.EXTRA_SHORT, shown)
    return one_line(f"• {', '.join(filter(None, (when, site.show(event.title, language).text, where)))}")
