"""A form filled by asking: one question after the other, each answer judged at once in the person's language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from datetime import date
from functools import partial
from textwrap import fill
from typing import Any, Protocol

from babel.dates import format_date

from affiche.desk.answers import corrected, faults_at, put, say_faults, value_at
from affiche.desk.choices import choice_labels, chosen, chosen_language
from affiche.desk.questions import Form, Question, questions_for
from affiche.desk.value_words import value_words
from affiche.locales import DESK, Words, load_words
from affiche.model.language import language_name
from affiche.model.moment import parse_moment
from affiche.model.nearest import nearest
from affiche.outputs.contribute.rules import rule_at
from affiche.outputs.field_words import advice, field_words
from affiche.problems import Entries, Fault, Severity

WIDTH = 96


class Talk(Protocol):
    """Who is asked: a person at a terminal, or the script of a test."""

    def ask(self, prompt: str) -> str:
        """The line that is answered."""

    def say(self, text: str) -> None:
        """Shows a text."""


class Interview:
    """Fills a form with the answers of a talk."""

    def __init__(self, form: Form, talk: Talk) -> None:
        self.form = form
        self.talk = talk
        self.language = form.language
        self.words: Words = load_words(self.language, DESK)
        self.near: Sequence[str] = ()
        self.sought = ""

    def fill(self) -> None:
        """Asks all that is not yet answered."""
        self.talk.say(self.words("new.begin"))
        for question in questions_for(self.form):
            if not self.form.has(*question.at):
                self._put_question(question)

    def _put_question(self, question: Question) -> None:
        self.near, self.sought = (), ""
        self.talk.say("\n" + self._text_of(question))
        while typed := self._answer(question):
            if self._take(question, typed):
                self._after(question)
                return

    def _answer(self, question: Question) -> str:
        """What is typed, without blanks around it; asked again while it is empty and must not be."""
        while True:
            typed = self.talk.ask("> ").strip()
            if typed or not question.required:
                return typed
            self.talk.say(self.words("new.required"))

    def _text_of(self, question: Question) -> str:
        """What is asked: its name, a sentence of help the first time, the choices that there are."""
        label, hint = field_words(self.form.model, question.path, self.language)
        label, hint = question.label or label, question.hint or hint
        is_again = question.language not in ("", self.form.languages[0])
        if question.language:
            label = f"{label} ({language_name(question.language, self.language)})"
        if isinstance(question.at[-1], int) and question.at[-1] > 0:
            is_again, label = True, self.words("new.another", label=label)
        lines = [f"{label} *" if question.required else label, *([] if is_again else [fill(hint, WIDTH, **_INDENT)])]
        if len(question.choices) > 1:
            labels = choice_labels(question.choices, self.language)
            listed = (f"{number}. {label}" for number, label in enumerate(labels.values(), 1))
            lines.append(fill("   ".join(each.replace(" ", "\u00a0") for each in listed), WIDTH, **_INDENT))
        return "\n".join(lines).replace("\u00a0", " ")

    def _take(self, question: Question, typed: str) -> bool:
        """Whether an answer could stand, as it was typed or as it was meant; it is then in the form."""
        value = self._read(question, typed)
        if value is None:
            return False
        before = deepcopy(self.form.entry)
        put(self.form.entry, question.at, value)
        if self._lasts_for_days(question):
            return True
        faults = [*faults_at(self.form.model, self.form.entry, question.at), *self._unknown_town(question, value)]
        if not faults or self._stands(question, faults):
            return True
        self.form.entry = before
        return False

    def _read(self, question: Question, typed: str) -> Any:
        """An answer as front matter holds it; None for a name that leads to no file of ours."""
        if question.collection:
            return self._find(question, typed)
        parts = [part.strip() for part in typed.replace(";", ",").split(",")] if question.several else [typed]
        is_language = rule_at(self.form.model.collection, question.path)["kind"] == "language"
        read = chosen_language if is_language else partial(chosen, choices=question.choices, language=self.language)
        values = [read(part) for part in parts if part]
        return values if question.several else values[0]

    def _find(self, question: Question, typed: str) -> Any:
        """The id of what is called so, or has that number among the last proposals; else proposals, and None.

        A venue without a file becomes a place of the event itself.
        """
        known, is_place = self.form.known, question.path == "venue"
        if typed.isdecimal() and 0 < int(typed) <= len(self.near):
            return self.near[int(typed) - 1]
        if typed == "0" and is_place and self.sought:
            return {"name": self.sought}
        if found := known.find(question.collection, typed):
            return found
        if not typed.isdecimal():
            self.near, self.sought = known.near(question.collection, typed), typed
        if self.near:
            self._hint("new.near", value=self.sought)
        for number, record_id in enumerate(self.near, 1):
            label = known.label(question.collection, record_id, self.form.languages)
            self.talk.say(f"  {number}. {label} ({record_id})")
        self._hint("new.none.place" if is_place else "new.none.organisation", value=self.sought)
        return None

    def _hint(self, key: str, **values: str) -> None:
        self.talk.say(fill(self.words(key, **values), WIDTH, **_INDENT))

    def _stands(self, question: Question, faults: Sequence[Fault]) -> bool:
        """Says what is wrong; whether the answer stays, or what is proposed in its place is accepted."""
        for sentence in self._sentences(question, faults):
            self.talk.say(f"  ! {sentence}")
        meant = corrected(self.form.model, self.form.entry, question.at, faults)
        if meant is not None:
            words = value_words(question.path, meant, self.language, question.choices)
            self._hint("new.meant", value=words)
            if not (typed := self.talk.ask("> ").strip()):
                put(self.form.entry, question.at, meant)
                return True
            return self._take(question, typed)
        return all(fault.severity is not Severity.ERROR for fault in faults)

    def _unknown_town(self, question: Question, value: Any) -> Iterator[Fault]:
        """A municipality that the region does not have: elsewhere any name may stand."""
        if question.at[-1] != "municipality" or self.form.region.find(value):
            return
        code = self.form.region.find(str(value_at(self.form.entry, (*question.at[:-1], "postal_code"))))
        near = code.name.shown(self.language, self.form.languages).text if code else ""
        if near := nearest(value, self.form.region.names) or near:
            yield Fault("municipality-unknown", question.at, values={"value": value}, hint=near)

    def _sentences(self, question: Question, faults: Sequence[Fault]) -> Iterator[str]:
        """What is wrong; of a list that was just shown, its words are not said again."""
        for fault in faults:
            if question.choices and fault.code == "value-unknown":
                yield self.words("new.unlisted", value=fault.values["value"])
            else:
                yield from say_faults(self.form.model, [fault], self.language)

    def _lasts_for_days(self, question: Question) -> bool:
        """Whether a start and an end days later were one stretch, which is then a period."""
        start, end = (value_at(self.form.entry, (*question.at[:-1], name)) for name in ("start", "end"))
        if question.path != "dates.end" or self.form.has("dates", 1) or self.form.has("period"):
            return False
        short = {**self.form.entry, "start": start, "end": end}
        del short["dates"]
        for fault in faults_at(self.form.model, short, ("start",)):
            if isinstance(fault.hint, Entries):
                del self.form.entry["dates"]
                self.form.entry.update(fault.hint)
                self._hint("new.period")
                return True
        return False

    def _after(self, question: Question) -> None:
        """What helps once an answer stands: the day of the week, how to write of such an event."""
        value = value_at(self.form.entry, question.at)
        kind = rule_at(self.form.model.collection, question.path)["kind"]
        if kind in ("moment", "day") and (day := _day_of(str(value))):
            self.talk.say(f"  = {format_date(day, 'full', locale=self.language)}")
        known, label = self.form.known, self.form.model.label_field
        if question.path == label and (same := known.find(self.form.model.collection, str(value))):
            self._hint("new.exists", id=same)
        if question.path == "type":
            self.talk.say(fill(advice(str(value), self.language), WIDTH, **_INDENT))


_INDENT: Any = {"initial_indent": "  ", "subsequent_indent": "  ", "break_long_words": False, "break_on_hyphens": False}


def _day_of(value: str) -> date | None:
    """The day of a moment that is known to the day."""
    try:
        moment = parse_moment(value)
    except ValueError:
        return None
    return moment.day if moment and moment.precision <= 1 else None
