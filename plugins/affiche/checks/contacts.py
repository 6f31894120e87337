"""Mailboxes and telephones that are a person's: what is published stays in the repository's history for good."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from typing import NamedTuple

from affiche.checks.mailboxes import is_personal, is_service, mailboxes_in, words_in
from affiche.checks.scope import Scope
from affiche.checks.telephones import may_have_mobiles, mobiles_in
from affiche.model.event import Event
from affiche.model.record import Record
from affiche.model.source import Source
from affiche.model.texts import BODY
from affiche.problems import Fault, Place, Problem, Severity
from affiche.sources.hints import as_problem

#: Where ids of other systems stand, some of which look like mailboxes: the UID of a calendar is `abc@example.org`.
IDENTIFIERS = ("external_ids",)


class Contact(NamedTuple):
    """A mailbox or, for the reason `phone`, a telephone, and where it begins in a text."""

    start: int
    value: str
    reason: str = ""

    @property
    def values(self) -> Mapping[str, str]:
        """What its message says."""
        return {"value": self.value, "reason": self.reason} if self.reason else {"value": self.value}


def check_contacts(scope: Scope) -> Iterator[Problem]:
    """`contact-personal` (warning): a mailbox that bears a person's name, a mobile number, anywhere in a file.

    Also in its comments and in fields that cannot be read: they are in the history all the same.
    """
    for record in scope.records:
        if any(map(_may_have_contacts, _texts_of(record))):
            yield from _problems_of(scope, record)


def _texts_of(record: Record) -> Iterator[str]:
    yield record.origin.head
    if record.body is not None:
        yield from (text for _, text in record.body.wordings)


def _may_have_contacts(text: str) -> bool:
    return "@" in text or may_have_mobiles(text)


def _problems_of(scope: Scope, record: Record) -> Iterator[Problem]:
    told: dict[Hashable, Fault] = {}
    for fault in (*_in_head(scope, record), *_in_body(scope, record)):
        told.setdefault((fault.at, fault.line, fault.values["value"]), fault)
    yield from (as_problem(fault, record.origin) for fault in told.values())


def _in_head(scope: Scope, record: Record) -> Iterator[Fault]:
    head = record.origin.head
    for contact in _personal(scope, record, head):
        line, column = _position(head, contact.start)
        at = _place_at(record.origin, line, column)
        if at[:1] == IDENTIFIERS:
            continue
        yield _fault_of(contact, at) if at else _fault_of(contact, (), line, column)


def _in_body(scope: Scope, record: Record) -> Iterator[Fault]:
    for language, text in record.body.wordings if record.body is not None else ():
        at = (*BODY, language)
        for contact in _personal(scope, record, text):
            line, column = _position(text, contact.start)
            yield _fault_of(contact, at, record.origin.places[at].line + line - 1, column)


def _personal(scope: Scope, record: Record, text: str) -> Iterator[Contact]:
    for start, phone in mobiles_in(text):
        yield Contact(start, phone, "phone")
    for start, mailbox in mailboxes_in(text):
        if not is_service(mailbox) and is_personal(mailbox, _words_of(scope, record)):
            yield Contact(start, mailbox)


def _fault_of(contact: Contact, at: Place, line: int = 0, column: int = 1) -> Fault:
    return Fault("contact-personal", at, Severity.WARNING, values=contact.values, line=line, column=column)


def _position(text: str, start: int) -> tuple[int, int]:
    """The line and column, from 1, of a character of a text."""
    return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)


def _place_at(source: Source, line: int, column: int) -> Place:
    """The field that has a value at a line and column; none for a comment."""
    around = [
        place
        for place, span in source.places.items()
        if (span.line, span.column) <= (line, column) < (span.last_line, span.end_column) and place[:1] != BODY
    ]
    innermost = max(around, key=len, default=())
    return innermost if not any(place[:-1] == innermost for place in source.places) else ()


def _words_of(scope: Scope, record: Record) -> frozenset[str]:
    """The words of the names that a record, and those who make it, are known by."""
    labels = [*record.names, record.id]
    if isinstance(record, Event):
        houses = [house for house, _ in scope.calendar.organisers_of(record)]
        labels += [name for house in houses for name in (*house.names, house.id)]
    return frozenset[str]().union(*map(words_in, labels))
