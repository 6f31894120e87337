"""Rules across files: each a module with one function, all of them in `CHECKS`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from itertools import chain

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
from affiche.processes import ProcessLost, count_workers, share_out

#: The fewest records whose rules are worth a process.
FEWEST = 2000

Rule = Callable[[Scope], Iterable[Problem]]

CHECKS: tuple[Rule, ...] = (
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


def check(scope: Scope, workers: int | None = None) -> Sequence[Problem]:
    """Every problem that every rule finds, in the order of files and lines.

    `workers` is how many processes share the rules; without a number, as many as pay.
    """
    workers = count_workers(len(scope.records), FEWEST) if workers is None else workers
    if workers > 1:
        with suppress(ProcessLost):
            return sorted(chain(*share_out(CHECKS, partial(_found, scope), workers, joins=True)))
    return sorted(_found(scope, CHECKS))


def _found(scope: Scope, rules: Iterable[Rule]) -> Sequence[Problem]:
    return [problem for rule in rules for problem in rule(scope)]
