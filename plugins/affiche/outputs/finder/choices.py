"""The choices of each filter, as far as an event to come has them, in the order in which they are offered."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from affiche.model.language import fold_name, language_name
from affiche.model.organisation import Organisation
from affiche.model.place import Venue
from affiche.model.text import Text
from affiche.model.vocabulary import (
    ACCESSIBILITY_FEATURES,
    AUDIENCES,
    DISCIPLINES,
    EVENT_TYPES,
    PARTICIPATIONS,
    SOCIAL_TARIFFS,
)
from affiche.outputs.data.values import Fields
from affiche.outputs.finder.values import municipality_value
from affiche.outputs.markup import spaced
from affiche.outputs.site import Site

#: A value, what it is called, and other names to find it by where there are any.
Choice = Sequence[str]
#: The filters with a closed list of ours, whose order is kept; each label is the catalogue's, under the same start.
LISTS: Mapping[str, Iterable[str]] = {
    "discipline": DISCIPLINES,
    "type": EVENT_TYPES,
    "access": ACCESSIBILITY_FEATURES,
    "tariff": SOCIAL_TARIFFS,
    "participation": PARTICIPATIONS,
    "audience": AUDIENCES,
}


def choices_among(site: Site, language: str, entries: Sequence[Fields]) -> Mapping[str, Sequence[Choice]]:
    """The choices by filter, without the filters that have none."""
    named = {
        "municipality": _municipalities(site, language, _used(entries, "municipality")),
        "venue": _records(site, language, Venue, _used(entries, "venue")),
        "organisation": _records(site, language, Organisation, _used(entries, "organisation")),
        "language": _languages(language, _used(entries, "language")),
        "surtitles": _languages(language, _used(entries, "surtitles")),
    }
    found = {name: _listed(site, language, name, _used(entries, name)) for name in LISTS}
    found |= {name: sorted(choices, key=_by_label) for name, choices in named.items()}
    return {name: choices for name, choices in found.items() if choices}


def _used(entries: Iterable[Fields], name: str) -> set[str]:
    """The values that some entry has; of features, those that are there at least in part."""
    return {value for entry in entries for value in _values(entry.get(name, ()))}


def _values(stated: str | Collection[str] | Mapping[str, str]) -> Iterable[str]:
    if isinstance(stated, Mapping):
        return (feature for feature, answer in stated.items() if answer != "no")
    return (stated,) if isinstance(stated, str) else stated


def _listed(site: Site, language: str, name: str, used: Collection[str]) -> list[Choice]:
    words = site.words[language]
    return [(value, spaced(words(f"{name}.{value}"), language)) for value in LISTS[name] if value in used]


def _municipalities(site: Site, language: str, used: Collection[str]) -> Iterator[Choice]:
    """The municipalities, to be found by their other names too."""
    for municipality in site.calendar.region.municipalities:
        if (value := municipality_value(site, municipality)) in used:
            yield _choice(site, language, value, municipality.name)


def _records(site: Site, language: str, model: type[Venue | Organisation], used: Iterable[str]) -> Iterator[Choice]:
    """Venues or organisations, to be found by all their names."""
    for record_id in used:
        if record := site.calendar.find(model, record_id):
            yield _choice(site, language, record_id, record.name, record.alternate_names)


def _choice(site: Site, language: str, value: str, name: Text, others: Sequence[str] = ()) -> Choice:
    label = site.show(name, language).text
    other = ", ".join(text for text in dict.fromkeys((*name.values(), *others)) if text != label)
    return (value, label, other) if other else (value, label)


def _languages(language: str, used: Iterable[str]) -> Iterator[Choice]:
    return ((code, language_name(code, language)) for code in used)


def _by_label(choice: Choice) -> tuple[str, str]:
    return fold_name(choice[1]), choice[0]
