"""What a field of a file is called when a person is told about it: its label, and its name in the file beside it."""

from __future__ import annotations

from affiche.desk.choices import told_choices
from affiche.desk.message import Show, message, shown
from affiche.locales import MESSAGES, MissingWords, load_words
from affiche.model.collections import COLLECTIONS
from affiche.outputs.field_words import BESIDE_FIELDS, field_words
from affiche.problems import Problem

MODELS = {model.collection: model for model in COLLECTIONS}

#: Values of messages that are names of fields, and the codes whose messages have them; of the second, below the field.
_NAMES = ("name", "first", "second", "where")
_NAMING = frozenset(
    {"field-misplaced", "field-twice", "period-missing", "translation-missing", "when-empty", "when-twice"}
)
_NAMING_BELOW = frozenset({"field-missing", "image-alt-missing", "period-open"})


def tell(problem: Problem, language: str, show: Show = shown) -> str:
    """What a problem says, in which fields are called by their labels; `show` wraps values that others wrote."""
    if problem.code == "value-unknown":
        listed = problem.values["choices"]
        told = told_choices(problem.values["value"], tuple(listed.split(", ")), language, show)
        return message(problem, language, lambda text: told if text == listed else show(text))
    if problem.code not in _NAMING | _NAMING_BELOW:
        return message(problem, language, show)
    names = [value for key, value in problem.values.items() if key in _NAMES]
    labels = {name: _named(problem, name, language, show) for name in names}
    if several := problem.values.get("names"):
        labels[several] = ", ".join(_named(problem, name, language, show) for name in several.split(", "))
    return message(problem, language, lambda text: labels.get(text) or show(text))


def tell_with_field(problem: Problem, language: str, show: Show = shown) -> str:
    """What a problem says, after its field where the sentence is not about that field itself."""
    said = tell(problem, language, show)
    if not problem.field or problem.values.get("name") == problem.field:
        return said
    field = called(problem.path, problem.field, language, show)
    return load_words(language, MESSAGES)("report.field", field=field, message=said)


def called(path: str, place: str, language: str, show: Show = shown) -> str:
    """The label of the field at a place, such as `venue.name`, with that in brackets, to be found by."""
    return _with_name(field_label(path, place, language), place, show)


def field_label(path: str, place: str, language: str) -> str:
    """The label of the field at a place of a file, after those of the fields around it; empty for no field of ours.

    `venue.name` is `Venue – name`; what has no label below one that has, such as a language, is called like that.
    """
    first, *others = _labels(path, place, language) or [""]
    return " – ".join([first, *map(_small, others)])


def _labels(path: str, place: str, language: str) -> list[str]:
    """The labels of the fields on the way to a place, as far as they are ours."""
    model = MODELS.get(path.removeprefix("content/").partition("/")[0])
    names = [step for step in place.split(".") if not step.isdecimal()]
    labels: list[str] = []
    for end in range(1, len(names) + 1):
        if model is None:
            break
        try:
            labels.append(field_words(model, ".".join(names[:end]), language).label)
        except MissingWords:
            break
    return labels


def _named(problem: Problem, name: str, language: str, show: Show) -> str:
    """The field that a message names: one that the problem's own field lacks, or any other of the file."""
    if problem.code == "field-misplaced":
        return _misplaced(problem, name, language, show)
    if problem.code not in _NAMING_BELOW or problem.field.rpartition(".")[2] == name:
        return called(problem.path, name, language, show)
    labels = _labels(problem.path, f"{problem.field}.{name}".lstrip("."), language)
    return _with_name(labels[-1] if labels else "", name, show)


def _misplaced(problem: Problem, name: str, language: str, show: Show) -> str:
    """A field that stands apart: one of the file, or of the field that it goes into; else the word that was typed."""
    for place in (name, f"{problem.values['where']}.{name}"):
        labels = _labels(problem.path, place, language)
        if len(labels) == len(place.split(".")):
            return _with_name(labels[-1], name, show)
    return show(name)


def _with_name(label: str, name: str, show: Show) -> str:
    """A label with the name of its field; what has no name in a file, such as its text, has its label alone."""
    if not label:
        return show(name)
    return label if name in BESIDE_FIELDS else f"{label} ({show(name)})"


def _small(label: str) -> str:
    """A label inside a line: with a small letter, if it begins with a word."""
    return f"{label[:1].lower()}{label[1:]}" if label[1:2].islower() else label
