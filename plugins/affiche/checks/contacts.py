"""Mailboxes and telephones that are a person's: what is published stays in the repository's history for good."""

from __future__ import annotations

import re
from collections.abc import Iterator

from affiche.checks.scope import Scope, problem
from affiche.model.event import Event
from affiche.model.language import fold_name
from affiche.model.organisation import Organisation
from affiche.model.record import Record
from affiche.problems import Place, Problem, Severity

#: Words of mailboxes that many people read.
ROLES = frozenset(
    {
        "info",
        "infos",
        "contact",
        "hello",
        "hallo",
        "bonjour",
        "mail",
        "office",
        "bureau",
        "accueil",
        "onthaal",
        "welcome",
    }
    | {"reservation", "reservations", "reservatie", "reservaties", "tickets", "ticket", "ticketing", "billetterie"}
    | {"presse", "pers", "press", "communication", "communicatie", "com", "comm", "public", "publiek", "publics"}
    | {"production", "productie", "prog", "programme", "programmation", "programmatie", "admin", "administration"}
    | {
        "secretariat",
        "secretariaat",
        "direction",
        "directie",
        "booking",
        "bookings",
        "education",
        "educatie",
        "mediation",
    }
    | {"visites", "visits", "bezoek", "groups", "groupes", "groepen", "event", "events", "evenements", "evenementen"}
    | {"atelier", "ateliers", "workshops", "inscription", "inscriptions", "inschrijving", "inschrijvingen", "stages"}
    | {"culture", "cultuur", "agenda", "team", "equipe", "ecole", "school", "bxl", "brussels", "bruxelles", "brussel"}
    | {"asbl", "vzw", "collectif", "collectief", "festival", "galerie", "theatre", "theater", "museum", "musee", "rp"}
)
#: Hosts at which everybody has a mailbox.
FREE_HOSTS = frozenset(
    {"gmail.com", "hotmail.com", "hotmail.be", "hotmail.fr", "outlook.com", "outlook.be", "live.be", "live.com"}
    | {"yahoo.com", "yahoo.fr", "icloud.com", "me.com", "proton.me", "protonmail.com", "skynet.be", "telenet.be"}
    | {"proximus.be", "scarlet.be", "voo.be", "gmx.com", "gmx.net", "laposte.net", "orange.fr", "free.fr", "msn.com"}
)
_NAME = re.compile(r"[^\W\d_]+")
PERSON = re.compile(r"[^\W\d_]{1,20}[._-][^\W\d_]{2,20}(?:[._-][^\W\d_]{2,20})?[0-9]{0,2}")
#: Mobile numbers of Belgium, France and the Netherlands, without spaces.
MOBILE = re.compile(r"(?:(?:\+|00)32(?:0)?|0)4[5-9][0-9]{7}|(?:\+|00)33(?:0)?[67][0-9]{8}|(?:\+|00)31(?:0)?6[0-9]{8}")


def check_contacts(scope: Scope) -> Iterator[Problem]:
    """`contact-personal` (warning): a mailbox that bears a person's name, a mobile number."""
    for record in scope.records:
        for at, email in _emails(record):
            if _is_personal(email, _words_of(scope, record)):
                yield problem(record, at, "contact-personal", severity=Severity.WARNING, value=email)
        for at, phone in _phones(record):
            if MOBILE.fullmatch(re.sub(r"[\s./()-]", "", phone)):
                yield problem(record, at, "contact-personal", severity=Severity.WARNING, value=phone, reason="phone")


def _emails(record: Record) -> Iterator[tuple[Place, str]]:
    if isinstance(record, Organisation) and record.email:
        yield ("email",), record.email
    if isinstance(record, Event) and record.booking and record.booking.email:
        yield ("booking", "email"), record.booking.email


def _phones(record: Record) -> Iterator[tuple[Place, str]]:
    if isinstance(record, Organisation) and record.phone:
        yield ("phone",), record.phone
    if isinstance(record, Event) and record.booking and record.booking.phone:
        yield ("booking", "phone"), record.booking.phone


def _words_of(scope: Scope, record: Record) -> frozenset[str]:
    """The words of the names that a record, and those who make it, are known by."""
    labels = [*record.label.values(), record.id]
    if isinstance(record, Event):
        houses = [house for house, _ in scope.calendar.organisers_of(record)]
        labels += [name for house in houses for name in (*house.name.values(), *house.alternate_names, house.id)]
    if isinstance(record, Organisation):
        labels += record.alternate_names
    words = {word for label in labels for word in _NAME.findall(fold_name(label)) if len(word) > 1}
    return frozenset(words | {"".join(_NAME.findall(fold_name(label))) for label in labels})


def _is_personal(email: str, known: frozenset[str]) -> bool:
    """Whether a mailbox is named after a person: two names, or any name that is no house's at a host for everybody."""
    local, _, host = fold_name(email).rpartition("@")
    words = _NAME.findall(local)
    is_role = any(word in ROLES or word in known or any(word in name or name in word for name in known if len(name) > 3)
                  for word in words)  # fmt: skip
    if is_role or set(words) & set(_NAME.findall(host)):
        return False
    return bool(PERSON.fullmatch(local)) or host in FREE_HOSTS
