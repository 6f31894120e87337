"""Rules across files: each a module with one function, all of them in `CHECKS`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from affiche.checks.addresses import check_addresses
from affiche.checks.contacts import check_contacts
from affiche.checks.doubtful_times import check_doubtful_times
from affiche.checks.duplicates import check_duplicates
from affiche.checks.identity import check_ids
from affiche.checks.local_time import check_local_times
from affiche.checks.look_alikes import check_look_alikes
from affiche.checks.periods import check_periods
from affiche.checks.places import check_municipalities
from affiche.checks.redirects import check_redirects
from affiche.checks.references import check_references
from affiche.checks.runs import check_runs
from affiche.checks.scope import Scope
from affiche.checks.statuses import check_statuses
from affiche.checks.titles import check_titles
from affiche.checks.translations import check_translations
from affiche.problems import Problem

CHECKS: tuple[Callable[[Scope], Iterable[Problem]], ...] = (
    check_ids,
    check_duplicates,
    check_look_alikes,
    check_references,
    check_redirects,
    check_local_times,
    check_doubtful_times,
    check_periods,
    check_runs,
    check_municipalities,
    check_statuses,
    check_titles,
    check_addresses,
    check_contacts,
    check_translations,
)


def check(scope: Scope) -> Sequence[Problem]:
    """Every problem that every rule finds, in the order of files and lines."""
    return sorted(problem for rule in CHECKS for problem in rule(scope))
