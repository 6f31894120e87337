"""Names that look like those of another organisation or venue, by chance or to pass for it."""

from __future__ import annotations

from collections.abc import Iterator

from affiche.checks.keys import bare_address
from affiche.checks.scope import Scope, problem
from affiche.model.language import fold_name
from affiche.model.organisation import Organisation
from affiche.model.place import Venue
from affiche.model.skeleton import skeleton
from affiche.problems import Problem, Severity

House = Organisation | Venue


def check_look_alikes(scope: Scope) -> Iterator[Problem]:
    """`name-alike` (warning), at the younger of two files.

    Venues of one name may lie in two towns: only such are told as look the same and are written otherwise.
    """
    houses = [each for each in scope.records if isinstance(each, House) and each.replaced_by is None]
    houses.sort(key=lambda each: (scope.calendar.dates_of(each).published, each.origin.path))
    seen: dict[tuple[str, str], tuple[House, str]] = {}
    for house in houses:
        for name in dict.fromkeys(house.names):
            other, known = seen.setdefault((house.collection, skeleton(name)), (house, name))
            if other is not house and _is_alike(house, name, other, known):
                values = {"value": name, "name": known, "other": other.origin.path}
                yield problem(house, ("name",), "name-alike", severity=Severity.WARNING, **values)
                break


def _is_alike(house: House, name: str, other: House, known: str) -> bool:
    """Whether one name could be taken for the other; of one organisation under two addresses that is told already."""
    if isinstance(house, Organisation) and isinstance(other, Organisation):
        return bare_address(house.url) != bare_address(other.url)
    return fold_name(name) != fold_name(known)
