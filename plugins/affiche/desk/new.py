"""A new file of content, from answers: its id, its path and its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from affiche.checks.identity import SHARED_NAMESPACE
from affiche.desk.answers import faults_at, is_open, put, say_with_field, value_at
from affiche.desk.choices import chosen, chosen_language
from affiche.desk.entry_file import is_list, render_entry
from affiche.desk.interview import Interview, Talk
from affiche.desk.new_id import free_id, is_good_id, proposed_id
from affiche.desk.questions import Form
from affiche.locales import DESK, load_words
from affiche.model.event import Event
from affiche.model.language import is_language
from affiche.outputs.contribute.rules import rule_at
from affiche.problems import Place, Severity

#: What a description is called among the options: `body.fr`.
BODY = "body"

#: Where an event's first day stands, in any of its forms.
_FIRST_DAYS: tuple[Place, ...] = (("start",), ("period", "start"), ("dates", 0, "start"), ("recurrence", "from"))


class WrongField(ValueError):
    """An option that names no field, or gives it no value."""


class NotFilled(ValueError):
    """Options that make no file by themselves; its sentences say why, in the person's language."""

    def __init__(self, sentences: Sequence[str]) -> None:
        super().__init__(*sentences)
        self.sentences = sentences


@dataclass(frozen=True, slots=True)
class Draft:
    """A file that is not yet written: its path from the repository's root, and its text."""

    path: str
    text: str


def fill_options(form: Form, options: Iterable[str]) -> dict[str, str]:
    """Puts `title.fr=Nuit` and the like in a form; the descriptions given as `body.fr=…`. Raises `WrongField`.

    A list takes one more value each time that it is given; names of organisations and venues lead to their ids.
    """
    bodies: dict[str, str] = {}
    for option in options:
        name, _, value = option.partition("=")
        at: Place = tuple(int(step) if step.isdecimal() else step for step in name.strip().split("."))
        if not value.strip() or not is_open(form.entry, at):
            raise WrongField(option)
        if at[0] == BODY and len(at) == 2 and is_language(str(at[1])):
            bodies[str(at[1])] = value
        else:
            _put_option(form, at, value.strip())
    return bodies


def _put_option(form: Form, at: Place, value: str) -> None:
    path = ".".join(step for step in at if isinstance(step, str))
    try:
        rule = rule_at(form.model.collection, path)
    except (KeyError, StopIteration):
        rule = {}
    if rule.get("kind") == "reference":
        value = form.known.find(rule["to"], value) or value
    elif rule.get("kind") == "choice" and value not in rule["choices"]:
        value = chosen(value, rule["choices"], form.language)
    elif rule.get("kind") == "language":
        value = chosen_language(value)
    if is_list(form.model, at):
        at = (*at, len(value_at(form.entry, at) or ()))
    put(form.entry, at, value)


def ask_draft(form: Form, bodies: Mapping[str, str], record_id: str, talk: Talk, year: int) -> Draft:
    """The file that a person's answers make; `year` is the present one, for what has no date."""
    Interview(form, talk).fill()
    good = record_id and not _id_refusal(form, record_id)
    return draft_named(form, bodies, record_id if good else _ask_id(form, talk, year), year)


def draft_of(form: Form, bodies: Mapping[str, str], record_id: str, year: int) -> Draft:
    """The file that options alone make; raises `NotFilled`."""
    faults = [fault for fault in faults_at(form.model, form.entry, ()) if fault.severity is Severity.ERROR]
    sentences = [say_with_field(form.model, fault, form.language) for fault in faults]
    chosen_id = record_id or proposal(form, year)
    if refusal := _id_refusal(form, chosen_id):
        sentences.append(load_words(form.language, DESK)(refusal, value=chosen_id))
    if sentences:
        raise NotFilled(sentences)
    return draft_named(form, bodies, chosen_id, year)


def proposal(form: Form, year: int) -> str:
    """The id that a form's title or name proposes; empty where it cannot be written in ASCII."""
    label = form.entry.get(form.model.label_field)
    wordings = [label] if isinstance(label, str) else [(label or {}).get(language) for language in form.languages]
    proposed = next((found for text in wordings if text and (found := proposed_id(str(text)))), "")
    return free_id(proposed, _year(form, year), _taken(form))


def _ask_id(form: Form, talk: Talk, year: int) -> str:
    """The id that a person confirms or types, until it can be one."""
    words, proposed = load_words(form.language, DESK), proposal(form, year)
    talk.say("\n" + (words("new.id", value=proposed) if proposed else words("new.id.empty")))
    while refusal := _id_refusal(form, typed := talk.ask("> ").strip() or proposed):
        talk.say(f"  ! {words(refusal, value=typed)}")
    return typed


def _id_refusal(form: Form, record_id: str) -> str:
    """The key of why a file may not be called so; empty where it may."""
    if not is_good_id(record_id):
        return "new.id.wrong" if record_id else "new.id.empty"
    return "new.id.taken" if record_id in _taken(form) else ""


def _taken(form: Form) -> set[str]:
    """The ids that other files have, of all collections whose ids may not meet."""
    own = form.model.collection
    space = SHARED_NAMESPACE.get(own, own)
    return {key for name, keys in form.known.stems.items() if SHARED_NAMESPACE.get(name, name) == space for key in keys}


def draft_named(form: Form, bodies: Mapping[str, str], record_id: str, year: int) -> Draft:
    """The file of a form under an id; one date by itself takes the short form."""
    only = value_at(form.entry, ("dates", 0))
    is_alone = isinstance(only, dict) and not form.has("dates", 1) and not form.has("period")
    if is_alone and only.keys() <= {"start", "end"}:
        form.entry = {name: value for name, value in form.entry.items() if name != "dates"} | only
    folder = f"{form.model.collection}/{_year(form, year)}" if form.model is Event else form.model.collection
    return Draft(f"content/{folder}/{record_id}.md", render_entry(form.model, form.entry, bodies))


def _year(form: Form, year: int) -> str:
    """The year of an event's first day, else the present one."""
    days = (str(value_at(form.entry, at) or "") for at in _FIRST_DAYS)
    return next((day[:4] for day in days if re.match("[0-9]{4}-", day)), str(year))
