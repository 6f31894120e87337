"""What the form in the browser is told beside its own labels: rules, sentences, words of dates, what may be named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from affiche.locales import MESSAGES, load_words
from affiche.model.campaign import Campaign
from affiche.model.event import Event
from affiche.model.group import Group
from affiche.model.opening import Closure, Hours
from affiche.model.organisation import Organisation
from affiche.model.place import Venue
from affiche.model.project import Project
from affiche.model.record import Record
from affiche.outputs.contribute.constants import form_constants
from affiche.outputs.contribute.rules import form_rules
from affiche.outputs.places import town_words
from affiche.outputs.site import Site

#: The codes of the problems that the form finds by itself; the check finds all others.
FOUND = (
    *("account-format", "age-format", "age-reversed", "campaign-unknown"),
    *("character-bidi", "character-invalid", "character-removed", "contact-personal"),
    *("date-format", "date-suspicious", "date-twice", "deadline-missing", "deadline-twice"),
    *("email-format", "end-before-start"),
    *("field-missing", "geo-format", "group-unknown", "hashtag-format"),
    *("hours-missing", "html-in-text", "id-format", "id-reserved", "id-twice", "image-alt-missing", "language-unknown"),
    *("moment-ambiguous", "moment-impossible", "municipality-doubtful", "municipality-unknown", "number-expected"),
    *("offset-wrong", "online-url-missing", "organiser-unknown", "period-empty", "period-missing", "period-open"),
    *("phone-format", "pick-twice", "place-without-name", "previous-start-missing", "previous-start-same"),
    *("price-format", "project-unknown"),
    *("recurrence-nth", "recurrence-too-long", "recurrence-unbounded", "run-as-dates", "run-as-start"),
    *("start-missing", "status-in-title", "status-reason-alone", "text-empty", "text-marks-stacked", "text-too-long"),
    *("time-doubtful", "time-format", "time-zone-unknown", "title-doubtful", "title-shouting", "too-many"),
    *("translation-missing", "url-doubtful"),
    *("url-format", "url-tracking", "value-unknown", "venue-unknown", "when-empty", "when-missing", "when-twice"),
    "year-format",
)
#: The collections whose records are named by a few of theirs; events are too many for every form.
NAMED = (Organisation, Venue, Group, Project, Campaign)
#: What the words of dates and prices begin with in the catalogue.
WORDS = (
    *("availability.", "calendar.named", "date.", "day.first", "decimal", "feed.item.state", "hour", "list.and"),
    *("month.brief.", "performance.doors", "price.", "rule.", "run.", "state.", "status.", "weekday."),
)


def form_facts(site: Site, language: str) -> dict[str, Any]:
    """All that the scripts `entry/*.js` ask for, as JSON: what they call `facts`."""
    settings = site.calendar.settings
    return {
        "languages": [*site.languages],
        "zone": settings.time_zone.key,
        "rules": {**form_rules(), **form_constants()},
        "messages": form_messages(language),
        "words": form_words(site, language),
        "known": form_known(site, language),
    }


def form_messages(language: str) -> Mapping[str, str]:
    """The sentences of the problems that the form finds, by code, or by code and reason."""
    words = load_words(language, MESSAGES)
    keys = (key for key in sorted(words) if key.partition(".")[0] in (*FOUND, "size"))
    return {key: words(key) for key in keys}


def form_words(site: Site, language: str) -> Mapping[str, Any]:
    """The words of dates, hours and prices by key; for a number, a list of forms; and how hours are written."""
    words = site.words[language]
    months = {f"month.{number}" for number in range(1, 13)}
    keys = [key for key in sorted(words) if key.startswith(WORDS) or key in months]
    texts = {key: patterns[0] if len(patterns := words.patterns(key)) == 1 else [*patterns] for key in keys}
    return {**texts, "style": dict(site.calendar.settings.hours_style).get(language, "")}


def form_known(site: Site, language: str) -> dict[str, Any]:
    """What may be named in each collection but that of events, and the municipalities of the region.

    What cannot be read is known by its id; drafts are told to nobody. Of events, festivals and what others are a part
    of already.
    """
    calendar = site.calendar
    wholes = [each for each in calendar.all(Event) if each.type == "festival" or calendar.parts_of(each)]
    return {
        **{
            model.collection: {
                **_unread(site, model),
                **{record.id: _known(site, language, record) for record in _records(site, model)},
            }
            for model in NAMED
        },
        "events": _titled(site, language, wholes),
        "municipalities": [
            {"name": dict(place.name), "aliases": [*place.aliases], "codes": [*place.postal_codes]}
            for place in calendar.region.municipalities
        ],
    }


def event_titles(site: Site, language: str) -> dict[str, Any]:
    """Every event, for the forms that ask for any; those for professionals too, as lessons come from meetings."""
    return _titled(site, language, site.calendar.all(Event))


def _unread(site: Site, model: type[Record]) -> dict[str, Any]:
    paths = [path.split("/")[-3:] for path in site.left_out]
    return {path[-1].removesuffix(".md"): {"names": []} for path in paths if model.collection in path[:-1]}


def _records(site: Site, model: type[Record]) -> Iterator[Record]:
    yield from site.calendar.records.get(model.collection, {}).values()


def _titled(site: Site, language: str, events: Iterable[Event]) -> dict[str, Any]:
    """Events by their titles, the latest first: two editions differ by their year."""
    return {
        event.id: {"names": [f"{title} ({_year(event)})" for title in _names(site, language, event)]}
        for event in sorted(events, key=_year, reverse=True)
    }


def _year(event: Event) -> str:
    return event.origin.path.split("/")[-2]


def _names(site: Site, language: str, record: Record) -> list[str]:
    """All that a record is called, as the page calls it first."""
    shown = site.show(record.label, language).text
    return list(dict.fromkeys([shown, *record.label.values(), *getattr(record, "alternate_names", ())]))


def _known(site: Site, language: str, record: Record) -> dict[str, Any]:
    known: dict[str, Any] = {"names": _names(site, language, record)}
    if isinstance(record, Venue):
        if record.time_zone:
            known["zone"] = record.time_zone.key
        if town := town_words(site, record, language):
            known["town"] = town
        known |= _schedule(record)
    return known


def _schedule(venue: Venue) -> dict[str, Any]:
    """The opening hours of a venue as its file has them."""
    days = {"closed": [_days(each) for each in venue.closed]}
    days["adjusted"] = [{**_days(each), "opening_hours": _hours(each.opening_hours)} for each in venue.adjusted]
    return {name: value for name, value in (("opening_hours", _hours(venue.opening_hours)), *days.items()) if value}


def _hours(week: Sequence[Hours]) -> list[dict[str, Any]]:
    return [{"days": [*each.days], "opens": f"{each.opens:%H:%M}", "closes": f"{each.closes:%H:%M}"} for each in week]


def _days(closure: Closure) -> dict[str, Any]:
    note = {"note": dict(closure.note)} if closure.note else {}
    return {"from": str(closure.first), "to": str(closure.last), **note}
