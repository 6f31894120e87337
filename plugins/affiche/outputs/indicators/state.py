"""What all files are today, whatever year they tell of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from affiche.checks.translations import missing_translations
from affiche.model.collections import COLLECTIONS
from affiche.model.event import Event
from affiche.model.indicators import Debt, Share, State, Tally
from affiche.model.organisation import Organisation
from affiche.model.record import Record
from affiche.model.texts import texts_of
from affiche.outputs.completeness import completeness_of
from affiche.outputs.freshness import find_due
from affiche.outputs.indicators.facts import HOME, all_facts
from affiche.outputs.indicators.figures import event_debts, mean, most_first
from affiche.outputs.site import Site


def state_of(site: Site) -> State:
    """How many files there are, how complete, confirmed and translated; what organisations say of themselves."""
    calendar = site.calendar
    due = Counter(each.record.collection for each in find_due(calendar))
    organisations = calendar.all(Organisation)

    def share(is_one: Callable[[Organisation], object]) -> Share:
        return Share(sum(map(bool, map(is_one, organisations))), len(organisations))

    return State(
        collections=tuple(Tally(model.collection, len(calendar.all(model))) for model in COLLECTIONS),
        debts=tuple(_debts(site)),
        completeness=mean([completeness_of(each, calendar).points for each in organisations]),
        due=tuple(Tally(key, due[key]) for key in sorted(due)),
        labelled=share(lambda each: each.sustainability and each.sustainability.labels),
        practice=share(lambda each: each.sustainability and each.sustainability.practices),
        international=share(_countries),
        countries=most_first(Counter(country for each in organisations for country in _countries(each))),
    )


def _countries(organisation: Organisation) -> set[str]:
    """The countries abroad that an organisation works in."""
    return {*(organisation.international.countries if organisation.international else ())} - {HOME}


def _debts(site: Site) -> Iterator[Debt]:
    """The texts that lack a language, by collection; those of events were counted with their facts."""
    for model in COLLECTIONS:
        if model is Event:
            yield from event_debts(all_facts(site), site.languages)
        else:
            yield from _record_debts(site.calendar.all(model), site.languages)


def _record_debts(records: Sequence[Record], languages: tuple[str, ...]) -> Iterator[Debt]:
    if not records:
        return
    texts = sum(1 for record in records for _ in texts_of(record))
    missing = Counter(
        language for record in records for _, lacking in missing_translations(record, languages) for language in lacking
    )
    collection = records[0].collection
    yield from (Debt(collection, language, missing[language], texts) for language in languages)
