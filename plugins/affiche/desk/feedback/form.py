"""The issue form for what anybody has to say, in the words of a language; and its answers, found again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from affiche.desk.issue.answers import Answers, cleaned, divided, lines_of
from affiche.locales import DESK, catalogue_languages, load_words
from affiche.model.written import entry_lines
from affiche.outputs.pages.feedback import KINDS
from affiche.problems import Value

#: The label by which the workflow knows such an issue, and what each kind is labelled with.
LABEL = "feedback"
LABELS = {"error": "correction", "idea": "idea", "praise": "praise", "accessibility": "accessibility"}
#: The fields of the form, which addresses fill in by their names.
PAGE, KIND, MESSAGE = "page", "kind", "message"
FIELDS = (PAGE, KIND, MESSAGE)


def render_feedback_form(language: str) -> str:
    """The file of `.github/ISSUE_TEMPLATE/`; a mistake is what is chosen unless somebody chooses."""
    words, names = load_words(language, DESK), load_words(language)
    elements: list[Value] = [
        _element(PAGE, "input", language, description=words("feedback.page.hint")),
        _element(KIND, "dropdown", language, options=[names(f"feedback.kind.{kind}") for kind in KINDS], default="0"),
        _element(MESSAGE, "textarea", language, description=words("feedback.message.hint")),
    ]
    form: dict[str, Value] = {
        "name": words("feedback.name"),
        "description": words("feedback.description"),
        "labels": [LABEL],
        "body": elements,
    }
    return "".join(f"{line}\n" for name, value in form.items() for line in entry_lines(name, value))


def _element(name: str, kind: str, language: str, **more: Value) -> Value:
    attributes: dict[str, Value] = {"label": _heading(name, language), **more}
    required: dict[str, Value] = {"required": "true" if name != PAGE else "false"}
    return {"type": kind, "id": name, "attributes": attributes, "validations": required}


def _heading(name: str, language: str) -> str:
    return load_words(language)(f"feedback.{name}")


def parse_feedback(body: str, languages: Sequence[str]) -> Answers:
    """The answers of an issue's text, by the language that it has most headings of; nothing in them is trusted.

    Of the `languages` of the site the first is that of a text without any.
    """
    lines = lines_of(body)
    asked = {code: [(name, _heading(name, code)) for name in FIELDS] for code in _spoken(languages)}
    found = (Answers(code, divided(lines, headings)) for code, headings in asked.items())
    return cleaned(max(found, key=lambda answers: len(answers.by_path)))


def parse_sent(sent: Mapping[str, str], languages: Sequence[str]) -> Answers:
    """The same of what the form of the site sent, by the names of its fields."""
    known, language = _spoken(languages), sent.get("language", "")
    answers = {name: "\n".join(lines_of(sent[name])) for name in FIELDS if name in sent}
    return cleaned(Answers(language if language in known else known[0], answers))


def _spoken(languages: Sequence[str]) -> list[str]:
    """The languages that forms are in, those of the site first."""
    return list(dict.fromkeys([*languages, *catalogue_languages(DESK)]))


def kind_of(answers: Answers) -> str:
    """What somebody has to say, as one of `KINDS`; empty for what is none of them."""
    typed, words = answers.by_path.get(KIND, ""), load_words(answers.language)
    return next((kind for kind in KINDS if typed in (kind, words(f"feedback.kind.{kind}"))), "")
