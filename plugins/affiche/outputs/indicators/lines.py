"""The figures in groups of lines with their labels in a language: what pages, tables and reports show alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from affiche.calendar import Calendar
from affiche.locales import Words
from affiche.model.country import country_name
from affiche.model.indicators import Debt, Figures, Share, State, Tally
from affiche.model.language import language_name
from affiche.model.text import Text, Wording
from affiche.outputs.dates import Dates
from affiche.outputs.entry_texts import capitalised
from affiche.outputs.indicators.periods import Indicators

#: What joins two ids in the id of a line.
AND = "+"
#: The shares of the first group, in its order.
SHARES = ("translated", "priced", "free", "described", "accessible", "pictured", "joint")


@dataclass(frozen=True, slots=True)
class Line:
    """A figure: `of` is the whole that it is a part of, None for a plain number; `is_days` says what it counts."""

    id: str
    label: Wording
    count: int
    of: int | None = None
    is_days: bool = False

    @property
    def percent(self) -> int | None:
        """Its share in whole percents, of a whole never more; None for a plain number, or of nothing."""
        return None if self.of is None else Share(min(self.count, self.of), self.of).percent


@dataclass(frozen=True, slots=True)
class Group:
    """Figures of one kind, under a heading: `key` is that of its words."""

    key: str
    lines: Sequence[Line]


def named(name: Mapping[str, str], calendar: Calendar, language: str) -> Wording:
    """A name that was kept by language, as it is shown in one."""
    return Text(tuple(name.items())).shown(language, calendar.settings.languages)


def month_of(key: str) -> date:
    """The first day of a month by its key: `2026-10`."""
    year, _, month = key.partition("-")
    return date(int(year), int(month), 1)


@dataclass(frozen=True, slots=True)
class _Speaker:
    """Who says figures in a language; `calendar` knows the names of municipalities and the order of languages."""

    calendar: Calendar
    words: Words

    def months(self, figures: Figures) -> Iterator[Line]:
        yield from self._tallies(figures.months, lambda month: Dates(self.words).month(month_of(month)))
        yield from self._rest("undated", figures.undated)

    def disciplines(self, figures: Figures) -> Iterator[Line]:
        yield from self._tallies(figures.disciplines, partial(self._word, "discipline"))
        yield from self._rest("undisciplined", figures.undisciplined)

    def types(self, figures: Figures) -> Iterator[Line]:
        return self._tallies(figures.types, partial(self._word, "type"))

    def professional(self, figures: Figures) -> Iterator[Line]:
        return self._tallies(figures.professional, partial(self._word, "type"))

    def states(self, figures: Figures) -> Iterator[Line]:
        return self._tallies(figures.states, partial(self._word, "status"))

    def organisations(self, figures: Figures) -> Iterator[Line]:
        return (Line(each.id, self._named(each.name), each.events) for each in figures.organisations)

    def partners(self, figures: Figures) -> Iterator[Line]:
        members = sorted(figures.organisations, key=lambda each: (-each.partners, -each.joint, each.id))
        return (Line(each.id, self._named(each.name), each.partners) for each in members if each.partners)

    def access(self, figures: Figures) -> Iterator[Line]:
        for each in figures.features:
            answers = each.yes + each.partial + each.no
            yield Line(each.id, Wording(capitalised(self._word("access", each.id))), each.yes, answers)

    def debts(self, figures: Figures) -> Iterator[Line]:
        return self._debts(figures.debts, self._language)

    def countries(self, figures: Figures) -> Iterator[Line]:
        return self._tallies(figures.places.countries, self._country)

    def sustainability(self, figures: Figures) -> Iterator[Line]:
        return self._shares(figures, ("labelled", "transport", "practice"))

    def files(self, state: State) -> Iterator[Line]:
        return self._tallies(state.collections, partial(self._word, "indicators.files"))

    def due(self, state: State) -> Iterator[Line]:
        all_of = {each.id: each.count for each in state.collections}
        for each in state.due:
            label = self._word("indicators.files", each.id)
            yield Line(each.id, Wording(label), each.count, all_of.get(each.id))

    def owed(self, state: State) -> Iterator[Line]:
        return self._debts(state.debts, self._kind_and_language)

    def abroad(self, state: State) -> Iterator[Line]:
        return self._tallies(state.countries, self._country)

    def main(self, figures: Figures) -> Iterator[Line]:
        yield self._line("events", figures.events)
        yield self._line("dates", figures.dates)
        yield self._line("organisations", len(figures.organisations))
        yield from self._shares(figures, SHARES)
        if figures.completeness is not None:
            yield self._line("completeness", figures.completeness, 100)
        if figures.lead:
            yield replace(self._line("lead", figures.lead.median), is_days=True)
        yield self._line("dates_off", figures.dates_off, figures.dates)
        yield self._line("sold_out", figures.sold_out, figures.events)
        yield self._line("professionals", figures.professionals)

    def _shares(self, figures: Figures, names: Sequence[str]) -> Iterator[Line]:
        for name in names:
            share: Share = getattr(figures.shares, name)
            yield self._line(name, share.count, share.of)

    def municipalities(self, figures: Figures) -> Iterator[Line]:
        places = figures.places
        names = {each.id: each.name for each in self.calendar.region.municipalities}
        yield from self._tallies(places.municipalities, lambda key: self._named(names.get(key, {"und": key})).text)
        for name in ("elsewhere", "abroad", "unstated"):
            yield from self._rest(name, getattr(places, name))

    def lead(self, figures: Figures) -> Iterator[Line]:
        if lead := figures.lead:
            for name in ("lower", "median", "upper"):
                yield replace(self._line(name, getattr(lead, name)), is_days=True)
        yield self._line("known", lead.events if lead else 0, figures.events)

    def pairs(self, figures: Figures) -> Iterator[Line]:
        names = {each.id: self._named(each.name).text for each in figures.organisations}
        for each in figures.pairs:
            first, second = (names.get(key, key) for key in (each.first, each.second))
            label = self.words("indicators.pair", first=first, second=second)
            yield Line(f"{each.first}{AND}{each.second}", Wording(label), each.events)

    def _debts(self, debts: Sequence[Debt], label: Callable[[Debt], str]) -> Iterator[Line]:
        for debt in debts:
            yield Line(
                f"{debt.collection}{AND}{debt.language}", Wording(capitalised(label(debt))), debt.missing, debt.texts
            )

    def _language(self, debt: Debt) -> str:
        return language_name(debt.language, self.words.language)

    def _kind_and_language(self, debt: Debt) -> str:
        kind = self._word("indicators.files", debt.collection)
        return self.words("indicators.owed", kind=kind, language=self._language(debt))

    def houses(self, state: State) -> Iterator[Line]:
        if state.completeness is not None:
            yield self._line("house_completeness", state.completeness, 100)
        yield self._line("house_labelled", state.labelled.count, state.labelled.of)
        yield self._line("house_practice", state.practice.count, state.practice.of)
        yield self._line("house_abroad", state.international.count, state.international.of)

    def _rest(self, name: str, count: int) -> Iterator[Line]:
        """What is in none of the others, if anything is."""
        if count:
            yield self._line(name, count)

    def _line(self, name: str, count: int, of: int | None = None) -> Line:
        return Line(name, Wording(self.words(f"indicators.line.{name}")), count, of)

    def _tallies(self, tallies: Iterable[Tally], label: Callable[[str], str]) -> Iterator[Line]:
        for each in tallies:
            yield Line(each.id, Wording(label(each.id)), each.count)

    def _word(self, start: str, key: str) -> str:
        """The word of a closed list: a code that was kept and is in the list no more speaks for itself."""
        return self.words(f"{start}.{key}") if f"{start}.{key}" in self.words else key

    def _country(self, code: str) -> str:
        return country_name(code, self.words.language)

    def _named(self, name: Mapping[str, str]) -> Wording:
        return named(name, self.calendar, self.words.language)


#: The groups about events, in the order of the page.
OF_EVENTS: Mapping[str, Callable[[_Speaker, Figures], Iterator[Line]]] = {
    "main": _Speaker.main,
    "months": _Speaker.months,
    "disciplines": _Speaker.disciplines,
    "types": _Speaker.types,
    "municipalities": _Speaker.municipalities,
    "organisations": _Speaker.organisations,
    "partners": _Speaker.partners,
    "pairs": _Speaker.pairs,
    "access": _Speaker.access,
    "lead": _Speaker.lead,
    "states": _Speaker.states,
    "debts": _Speaker.debts,
    "countries": _Speaker.countries,
    "sustainability": _Speaker.sustainability,
    "professional": _Speaker.professional,
}
#: Those about all files.
OF_FILES: Mapping[str, Callable[[_Speaker, State], Iterator[Line]]] = {
    "files": _Speaker.files,
    "due": _Speaker.due,
    "owed": _Speaker.owed,
    "houses": _Speaker.houses,
    "abroad": _Speaker.abroad,
}


def groups_of(found: Indicators, calendar: Calendar, words: Words) -> Sequence[Group]:
    """All groups that have a line, in the order of the page."""
    speaker = _Speaker(calendar, words)
    made = [(key, say(speaker, found.figures)) for key, say in OF_EVENTS.items()]
    if found.state:
        made += [(key, tell(speaker, found.state)) for key, tell in OF_FILES.items()]
    return [Group(key, listed) for key, lines in made if (listed := [*lines])]
