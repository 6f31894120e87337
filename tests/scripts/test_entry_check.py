"""The form finds in the browser what the check finds, in the same cases: codes, places, values and hints."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from affiche.desk.message import message
from affiche.outputs.contribute.facts import FOUND
from affiche.problems import Problem
from affiche.sources.front_matter import UNREADABLE
from tests.scripts.entries import Entry, Folder, as_check
from tests.scripts.node import ask
from tests.test_cases import CASES, SINGLE, write

#: What a form cannot find, and why: a file with such a problem is none that it holds.
WHY = {
    "a form has fields, and no YAML": (
        *(
            "bracket-open",
            "encoding-not-utf8",
            "field-twice",
            "front-matter-missing",
            "hidden-space",
            "indentation-off",
        ),
        *("quotes-needed", "quotes-unbalanced", "space-after-colon", "tab-found", "text-cut-by-comma"),
        *("text-cut-by-hash", "yaml-alias", "yaml-anchor", "yaml-complex-key", "yaml-directive"),
        *("yaml-second-document", "yaml-tag", "yaml-too-much", "yaml-unreadable"),
    ),
    "a form gives each field its name and its kind of value": (
        *("field-unknown", "list-expected", "mapping-expected", "text-expected", "true-expected"),
        *("closed-format", "closed-weekly", "field-misplaced", "hours-format"),
    ),
    "a form has a box for each language of the description": (
        *("body-before-heading", "body-language-missing", "body-language-twice"),
    ),
    "only the site's own parser knows what Markdown makes of the description": (
        *(
            "body-too-deep",
            "html-not-shown",
            "image-refused",
            "link-refused",
            "markdown-not-shown",
            "url-tracking in body",
        ),
    ),
    "a form sees no files: it says where to put the image, under the name that it gave it": (
        *("image-format", "image-name-format", "image-not-found", "image-path", "image-too-heavy"),
    ),
    "a form gives the file its path, and an id that is free": (
        *("file-too-large", "folder-format", "id-taken", "path-of-git", "path-outside", "path-too-deep"),
    ),
    "what compares an entry with all others waits for the proposal": (
        "duplicate",
        "event-unknown",
        "name-alike",
        "part-of-itself",
    ),
    "the language of a description is guessed by its little words, which a form need not know": (
        "body-language-doubtful",
    ),
    "drafts and former ids are told to nobody": ("redirect-loop", "redirect-nowhere", "reference-hidden"),
}
LEFT = {code: reason for reason, codes in WHY.items() for code in codes}


def key_of(problem: Problem) -> str:
    """The code of a problem; the rule of addresses is also asked of links of a description."""
    is_in_body = not problem.field and problem.code.startswith("url-")
    return f"{problem.code} in body" if is_in_body else problem.code


def told(problem: Problem) -> tuple[Any, ...]:
    """A problem in full; one of characters or of the description without its line, which the form does not know."""
    values = sorted(problem.values.items())
    if problem.code.startswith("character-") or problem.field in ("", "body.fr", "body.nl"):
        return problem.code, str(problem.severity), values
    place = problem.field, problem.line, problem.column
    return problem.code, str(problem.severity), values, *place, problem.hint, problem.last_line


def is_held(entry: Entry) -> bool:
    """Whether a form could hold an entry: nothing that it leaves to the check, nothing unread or empty in a field."""
    is_empty = any(value is UNREADABLE or lacks_a_value(value) for value in entry.fields.values())
    return not is_empty and not any(key_of(problem) in LEFT for problem in entry.problems)


def lacks_a_value(value: Any) -> bool:
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return any(item is None or lacks_a_value(item) for item in items)


@pytest.fixture(scope="module")
def folder_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Folder]:
    """The folder of a case, read once for all tests."""
    root = tmp_path_factory.mktemp("cases")

    @cache
    def read(name: str) -> Folder:
        return Folder.of(write(root / name, CASES[name]["files"]))

    return read


@pytest.mark.parametrize("name", CASES)
def test_the_form_finds_and_says_what_the_check_does(name: str, folder_of: Callable[[str], Folder]) -> None:
    folder = folder_of(name)
    entries = [entry for entry in folder.entries() if is_held(entry)]
    for entry, found in zip(entries, folder.checked(entries), strict=True):
        problems = [as_check(each, entry.record.origin) for each in found]
        assert sorted(map(told, problems)) == sorted(map(told, entry.problems))
        for language in ("fr", "nl"):
            assert folder.said(found, language) == [message(each, language) for each in problems]


@pytest.mark.parametrize("name", SINGLE)
def test_a_hint_of_the_form_leaves_no_problem(name: str, folder_of: Callable[[str], Folder]) -> None:
    folder = folder_of(name)
    for entry in (each for each in folder.entries() if each.problems and is_held(each)):
        ((problem,),) = folder.checked([entry])
        fixed = replace(entry, fields=ask("entry/hint.js", "script.applyHint(...values)", entry.fields, problem))
        (left,) = folder.checked([fixed])
        assert [each for each in left if each["severity"] != "notice"] == []


def test_the_form_leaves_to_the_check_what_the_list_says(folder_of: Callable[[str], Folder]) -> None:
    seen = {key_of(problem) for name in CASES for problem in folder_of(name).problems}
    assert seen - {*FOUND} == {*LEFT}
    assert not {*LEFT} & {*FOUND}
