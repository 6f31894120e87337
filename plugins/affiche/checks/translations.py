"""Translation debt: which texts lack which of the site's languages."""

from __future__ import annotations

from collections.abc import Iterator

from affiche.checks.scope import Scope, problem
from affiche.model.record import Record
from affiche.model.text import Text
from affiche.problems import Problem, Severity


def check_translations(scope: Scope) -> Iterator[Problem]:
    """`translation-missing` (notice), one for each text that does not serve every language of the site."""
    for record in scope.records:
        if record.origin.path in scope.faulty:
            continue
        for name, languages in missing_translations(record, scope.calendar.settings.languages):
            yield problem(
                record, (name,), "translation-missing",
                severity=Severity.NOTICE, name=name, languages=", ".join(languages),
            )  # fmt: skip


def missing_translations(record: Record, languages: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The texts of a record by field name, the body as `body`, each with the languages it lacks."""
    texts = {name: value for name in record.model_fields_set if isinstance(value := getattr(record, name), Text)}
    if record.body:
        texts["body"] = record.body
    for name in sorted(texts):
        lacking = tuple(language for language in languages if not texts[name].says(language))
        if lacking:
            yield name, lacking
