"""Translation debt: which texts lack which of the site's languages."""

from __future__ import annotations

from collections.abc import Iterator

from affiche.checks.scope import Scope, problem
from affiche.model.record import Record
from affiche.model.texts import texts_of
from affiche.problems import Place, Problem, Severity


def check_translations(scope: Scope) -> Iterator[Problem]:
    """`translation-missing` (notice), one for each text that does not serve every language of the site."""
    for record in scope.records:
        if record.origin.path in scope.faulty:
            continue
        for place, languages in missing_translations(record, scope.calendar.settings.languages):
            yield problem(
                record, place, "translation-missing",
                severity=Severity.NOTICE, name=".".join(map(str, place)), languages=", ".join(languages),
            )  # fmt: skip


def missing_translations(record: Record, languages: tuple[str, ...]) -> Iterator[tuple[Place, tuple[str, ...]]]:
    """The texts of a record by place, the body as `body`, each with the languages it lacks."""
    for place, text in texts_of(record):
        lacking = tuple(language for language in languages if not text.says(language))
        if lacking:
            yield place, lacking
