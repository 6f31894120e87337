"""An event as a card: what a list shows of it, in words, in one language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from markupsafe import Markup

from affiche.locales import Words
from affiche.model.event import Event
from affiche.model.language import language_name
from affiche.model.moment import Precision
from affiche.model.occurrence import OFF, Occurrence, Run, standing
from affiche.model.performance import Performance
from affiche.model.text import Wording
from affiche.outputs.dates import Length
from affiche.outputs.images import Picture, picture_of
from affiche.outputs.markup import glued
from affiche.outputs.open_today import opening_data
from affiche.outputs.opening import open_words, schedule_of
from affiche.outputs.places import whereabouts
from affiche.outputs.poster import colour_of, title_size
from affiche.outputs.prices import price_words
from affiche.outputs.site import Site
from affiche.outputs.states import State, run_state, state_of
from affiche.outputs.when import ahead, day_words, iso_of, when_words

#: Longer notes of a performance, in characters, stand on the page of its event alone.
LONGEST_NOTE = 80


@dataclass(frozen=True, slots=True)
class Card:
    """One entry of a list; `size` is how large its title is set, `drawn` its HTML once a template has made it."""

    href: str
    title: Wording
    label: str
    size: int
    colour: str
    kind: str
    date: str
    iso: str
    note: Wording
    hours_data: str
    hours_words: str
    state: State
    organisers: Sequence[Wording]
    where: str
    facts: Sequence[str]
    picture: Picture | None
    drawn: list[Markup] = field(default_factory=list, compare=False, repr=False)


def event_card(
    site: Site, language: str, event: Event, shown: Sequence[Occurrence] = (), day: date | None = None
) -> Card:
    """The card of an event: of the performances that are shown, else of all that are still to come.

    A run says whether it is open on `day`. All that show the same of an event show the same card, made once.
    """
    key = ("card", language, event.id, tuple([occurrence.index for occurrence in shown]), day)
    return site.once(key, partial(_card, site, language, event, shown, day))


def _card(site: Site, language: str, event: Event, shown: Sequence[Occurrence], day: date | None) -> Card:
    run = site.calendar.run_of(event) if not shown else None
    hours_data, hours_words = _opening(site, language, event, run, day)
    return Card(
        **site.once(("card of all", language, event.id), partial(_always, site, language, event)),
        date=_date(site, language, event, shown),
        iso=_iso(site, run, standing(shown or ahead(site, event))),
        note=_note(site, language, event, shown),
        hours_data=hours_data,
        hours_words=hours_words,
        state=_state(site, language, event, run, shown),
        where=where_words(site, language, event, shown),
    )


def _always(site: Site, language: str, event: Event) -> dict[str, Any]:
    """What all the cards of an event say."""
    title = title_of(site, language, event)
    return {
        "href": site.href(site.routes.record(language, event)),
        "title": title,
        "label": language_label(site, title, language),
        "size": title_size(title.text),
        "colour": colour_of(event.disciplines, event.id),
        "kind": kind_words(site.words[language], event),
        "organisers": organiser_names(site, language, event),
        "facts": fact_words(site, language, event),
        "picture": picture_of(site, event, language),
    }


def title_of(site: Site, language: str, event: Event) -> Wording:
    """The title of an event, as pages set it."""
    return site.once(("title", language, event.id), lambda: glued(site.show(event.title, language)))


def _state(site: Site, language: str, event: Event, run: Run | None, shown: Sequence[Occurrence]) -> State:
    """The state of a run, or of its performances; none where the hours of a day say which of them are off."""
    if run is not None:
        return run_state(site, language, event, run)
    if len({occurrence.takes_place for occurrence in shown}) > 1 and all(occurrence.start for occurrence in shown):
        return State()
    return state_of(site, language, event, shown or ahead(site, event))


def _date(site: Site, language: str, event: Event, shown: Sequence[Occurrence]) -> str:
    """The hours of performances that stand under their day, else the event's date, as short as can be."""
    if shown and shown[0].precision <= Precision.DAY:
        return day_words(site, language, event, shown)
    return when_words(site, language, event, Length.EXTRA_SHORT, shown)


def _iso(site: Site, run: Run | None, following: Sequence[Occurrence]) -> str:
    """The day that the words of a card are about: of a run that has begun its last one, if it is known."""
    begun = run is not None and (run.first is None or run.first <= site.calendar.today.date())
    return str(run.last) if run and begun and run.last else iso_of(run, following)


def _opening(site: Site, language: str, event: Event, run: Run | None, day: date | None) -> tuple[str, str]:
    """The hours of a run that is on, for the browser, and whether it is open on a day, in words."""
    if run is None or event.status in OFF or not run.is_on(site.calendar.today.date()):
        return "", ""
    schedule = schedule_of(site, event)
    return opening_data(site, schedule, language, run), open_words(site, schedule, language, day) if day else ""


def _note(site: Site, language: str, event: Event, shown: Sequence[Occurrence]) -> Wording:
    """What is said of the one performance that is shown, such as that it is the opening; not more than a line."""
    note = event.performances[shown[0].index].note if len(shown) == 1 else None
    wording = site.show(note, language)
    return wording if len(wording.text) <= LONGEST_NOTE else Wording("")


def organiser_names(site: Site, language: str, event: Event) -> list[Wording]:
    """The names of those who make an event, whatever their roles, each once."""
    found = {organisation.id: organisation for organisation, _ in site.calendar.organisers_of(event)}
    return [site.show(organisation.name, language) for organisation in found.values()]


def kind_words(words: Words, event: Event) -> str:
    """What kind of thing an event is: its first discipline, else its type."""
    return words(f"discipline.{event.disciplines[0]}" if event.disciplines else f"type.{event.type}")


def language_label(site: Site, wording: Wording, language: str) -> str:
    """`en néerlandais`, for a text in another language than its page; empty otherwise."""
    if not wording.language:
        return ""
    return site.words[language]("language.label.in", language=language_name(wording.language, language))


def where_words(site: Site, language: str, event: Event, shown: Sequence[Occurrence] = ()) -> str:
    """Where the performances that are shown are, else all of the event, beside the names of its organisers."""
    told = shown if shown and any(performance.venue for performance in event.performances) else ()
    key = ("where", language, event.id, tuple([item.index for item in told]))
    return site.once(key, partial(_where_words, site, language, event, told))


def _where_words(site: Site, language: str, event: Event, shown: Sequence[Occurrence]) -> str:
    organisers = {site.show(organisation.name, language).text for organisation, _ in site.calendar.organisers_of(event)}
    return whereabouts(site, event, language, [event.performances[item.index] for item in shown], organisers)


def fact_words(site: Site, language: str, event: Event) -> list[str]:
    """Price, languages and accessibility, as far as they are known."""
    return site.once(("facts", language, event.id), partial(_fact_words, site, language, event))


def _fact_words(site: Site, language: str, event: Event) -> list[str]:
    words = site.words[language]
    facts = [price_words(words, event.price), *language_words(site, language, event)]
    if site.calendar.accessibility_of(event).get("wheelchair") == "yes":
        facts.append(words("access.wheelchair.short"))
    return [fact for fact in facts if fact]


def language_words(site: Site, language: str, event: Event) -> list[str]:
    """Which languages an event needs and offers: never those its text is written in."""
    return site.once(("languages", language, event.id), partial(_language_words, site, language, event))


def _language_words(site: Site, language: str, event: Event) -> list[str]:
    words = site.words[language]
    if event.no_language_needed:
        return [words("languages.none_needed")]
    spoken = site.dates[language].enumerated([language_name(code, language) for code in event.spoken_languages])
    return [*([words("languages.spoken", languages=spoken)] if spoken else []), *translation_words(words, event)]


def translation_words(words: Words, shown: Event | Performance) -> list[str]:
    """The surtitles and sign languages of an event or of one of its performances."""
    facts = []
    if shown.surtitles:
        facts.append(words("languages.surtitles", codes=", ".join(code.upper() for code in shown.surtitles)))
    if shown.sign_languages:
        codes = [language_name(code, words.language) for code in shown.sign_languages]
        facts.append(words("languages.signed", codes=", ".join(codes)))
    return facts
