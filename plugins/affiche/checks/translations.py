"""Translation debt: which texts lack which of the site's languages."""

from __future__ import annotations

from collections.abc import Iterator

from affiche.checks.scope import Scope, problem
from affiche.model.record import Record
from affiche.model.texts import texts_of
from affiche.problems import Place, Problem, Severity


def check_translations(scope: Scope) -> Iterator[Problem]:
    """`translation-missing` (notice), one for each text that does not serve every language of the site.

    Of a file that has a language in none of its texts, they are named at once.
    """
    for record in scope.records:
        if record.origin.path not in scope.faulty:
            yield from _check_record(record, scope.calendar.settings.languages)


def _check_record(record: Record, languages: tuple[str, ...]) -> Iterator[Problem]:
    missing = [*missing_translations(record, languages)]
    if not missing:
        return
    worded = {language for _, text in texts_of(record) for language in text}
    whole = [language for language in languages if language not in worded]
    places = [place for place, lacking in missing if {*whole} <= {*lacking}]
    if whole and len(places) > 1:
        yield problem(
            record, places[0], "translation-missing", severity=Severity.NOTICE, name=_named(places[0]),
            names=", ".join(map(_named, places)), languages=", ".join(whole), reason="whole",
        )  # fmt: skip
        missing = [(place, tuple(each for each in lacking if each not in whole)) for place, lacking in missing]
    for place, lacking in missing:
        if lacking:
            yield problem(
                record, place, "translation-missing",
                severity=Severity.NOTICE, name=_named(place), languages=", ".join(lacking),
            )  # fmt: skip


def _named(place: Place) -> str:
    return ".".join(map(str, place))


def missing_translations(record: Record, languages: tuple[str, ...]) -> Iterator[tuple[Place, tuple[str, ...]]]:
    """The texts of a record by place, the body as `body`, each with the languages it lacks."""
    for place, text in texts_of(record):
        lacking = tuple(language for language in languages if not text.says(language))
        if lacking:
            yield place, lacking
