"""The figures of a year or a season, added up from the facts of its events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from affiche.model.event import Event
from affiche.model.indicators import Debt, Feature, Figures, Lead, Member, Month, Pair, Places, Share, Shares, Tally
from affiche.model.interval import Interval
from affiche.model.organisation import Organisation
from affiche.model.vocabulary import ACCESSIBILITY_FEATURES, DISCIPLINES, EVENT_TYPES, STATUSES
from affiche.outputs.indicators.facts import Facts

#: How many of an interval's quarters its quartiles are.
QUARTERS = (1, 2, 3)


def figures_of(facts: Iterable[Facts], interval: Interval, languages: Sequence[str]) -> Figures:
    """The figures of the events that begin in an interval."""
    found = [each for each in facts if interval.first <= each.day <= interval.last]
    events = [each for each in found if each.is_public]
    months = Counter(each.month for each in events)
    disciplines = Counter(discipline for each in events for discipline in each.event.disciplines)
    return Figures(
        events=len(events),
        dates=sum(each.dates for each in events),
        dates_off=sum(each.dates_off for each in events),
        sold_out=sum(each.is_sold_out for each in events),
        months=tuple(Month(month, months[month]) for month in interval.months),
        undated=months[""],
        disciplines=_in_order(disciplines, DISCIPLINES),
        undisciplined=sum(not each.event.disciplines for each in events),
        types=_in_order(Counter(each.event.type for each in events), EVENT_TYPES),
        states=_in_order(Counter(each.state for each in events), STATUSES),
        organisations=_members(events),
        pairs=_pairs(events),
        places=_places(events),
        shares=_shares(events),
        features=_features(events),
        lead=_lead([each.lead for each in events if each.lead is not None]),
        debts=event_debts(events, languages),
        completeness=mean([each.completeness for each in events]),
        professional=_in_order(Counter(each.event.type for each in found if not each.is_public), EVENT_TYPES),
    )


def _in_order(counts: Counter[str], order: Iterable[str]) -> tuple[Tally, ...]:
    """What there is of a closed list, the most first, equal numbers in its order."""
    return tuple(Tally(key, counts[key]) for key in sorted(order, key=lambda key: -counts[key]) if counts[key])


def most_first(counts: Mapping[str, int]) -> tuple[Tally, ...]:
    """Tallies, the greatest first, equal ones by their ids."""
    return tuple(Tally(key, counts[key]) for key in sorted(counts, key=lambda key: (-counts[key], key)))


def _members(events: Sequence[Facts]) -> tuple[Member, ...]:
    """The organisations, the one with most events first."""
    known: dict[str, Organisation] = {}
    made, joint = Counter[str](), Counter[str]()
    partners: dict[str, set[str]] = {}
    for each in events:
        ids = [organisation.id for organisation in each.organisations]
        known |= {organisation.id: organisation for organisation in each.organisations}
        made.update(ids)
        if len(ids) > 1:
            joint.update(ids)
            for key in ids:
                partners.setdefault(key, set()).update(ids)
    return tuple(
        Member(key, dict(known[key].name), made[key], joint[key], max(len(partners.get(key, ())) - 1, 0))
        for key in sorted(made, key=lambda key: (-made[key], key))
    )


def _pairs(events: Sequence[Facts]) -> tuple[Pair, ...]:
    """Every two organisations that made an event together, the most events first."""
    counts = Counter(
        pair for each in events for pair in combinations([organisation.id for organisation in each.organisations], 2)
    )
    return tuple(Pair(*pair, counts[pair]) for pair in sorted(counts, key=lambda pair: (-counts[pair], pair)))


def _places(events: Sequence[Facts]) -> Places:
    places = [each.where for each in events]
    return Places(
        municipalities=most_first(Counter(town for place in places for town in place.municipalities)),
        elsewhere=sum(place.is_elsewhere for place in places),
        abroad=sum(place.is_abroad for place in places),
        unstated=sum(not place.is_stated for place in places),
        countries=most_first(Counter(country for place in places for country in place.countries)),
    )


def _shares(events: Sequence[Facts]) -> Shares:
    def share(is_one: Callable[[Facts], object], of: Sequence[Facts] = events) -> Share:
        return Share(sum(map(bool, map(is_one, of))), len(of))

    priced = [each for each in events if each.is_free is not None]
    described = [each for each in events if each.access]
    return Shares(
        translated=share(lambda each: each.is_translated),
        priced=Share(len(priced), len(events)),
        free=share(lambda each: each.is_free, priced),
        described=Share(len(described), len(events)),
        accessible=share(lambda each: each.access.get("wheelchair") == "yes", described),
        pictured=share(lambda each: each.is_pictured),
        joint=share(lambda each: len(each.organisations) > 1),
        labelled=share(lambda each: _footprint(each.event, "labels")),
        transport=share(lambda each: _footprint(each.event, "transport")),
        practice=share(lambda each: _footprint(each.event, "note")),
    )


def _footprint(event: Event, name: str) -> bool:
    return event.sustainability is not None and bool(getattr(event.sustainability, name))


def _features(events: Sequence[Facts]) -> tuple[Feature, ...]:
    counts = Counter(answer for each in events for answer in each.access.items())
    return tuple(
        Feature(feature, *(counts[feature, value] for value in ("yes", "partial", "no")))
        for feature in ACCESSIBILITY_FEATURES
        if any(counts[feature, value] for value in ("yes", "partial", "no"))
    )


def _lead(days: Sequence[int]) -> Lead | None:
    """The quartiles of some numbers of days, each one of these numbers; None without any."""
    ordered = sorted(days)
    if not ordered:
        return None
    return Lead(len(ordered), *(ordered[(quarter * len(ordered) + 3) // 4 - 1] for quarter in QUARTERS))


def event_debts(events: Sequence[Facts], languages: Sequence[str]) -> tuple[Debt, ...]:
    """How many texts of events lack each language."""
    texts = sum(each.texts for each in events)
    return tuple(
        Debt(Event.collection, language, sum(each.missing.get(language, 0) for each in events), texts)
        for language in languages
    )


def mean(points: Sequence[int]) -> int | None:
    """The mean in whole points, half of one up; None of nothing."""
    return (2 * sum(points) + len(points)) // (2 * len(points)) if points else None
