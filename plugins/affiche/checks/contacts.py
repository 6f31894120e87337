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
_ROLES = (
    "accueil admin administration onthaal welcome bienvenue welkom hallo hello bonjour info infos contact mail"
    " noreply reply office bureau desk secretariat secretariaat direction directie team equipe service services dienst"
    " diensten reservation reservations reservatie reservaties ticket tickets ticketing billetterie booking bookings"
    " box shop bar inscription inscriptions inschrijving inschrijvingen guest guests visit visits visites bezoek guide"
    " guides gids presse pers press communication communicatie com comm rp relations marketing media web webmaster"
    " site radio production productie prog programme programmation programmatie technique techniek compta boekhouding"
    " jobs rh hr public publics publiek education educatie mediation jeune jeunes jeunesse jeugd enfance kids vrije"
    " group groups groupe groupes groep groepen event events evenement evenements evenementen agenda expo expos"
    " atelier ateliers workshop workshops stage stages formation opleiding culture cultuur culturel culturelle art"
    " arts kunst danse dans dance musique muziek music cinema film films loisirs sport sports tourisme toerisme asbl"
    " vzw association asso collectif collectief compagnie cie company club fondation foundation stichting amis"
    " vrienden friends projet projets project festival galerie gallery theatre theater museum musee ecole school"
    " academie academy fanfare chorale koor choir orchestre orkest centre centrum center gc cc bib biblio bibliotheque"
    " bibliotheek library maison huis house foyer espace studio commune gemeente bxl brussels bruxelles brussel les"
    " het the"
)
ROLES = frozenset(_ROLES.split())
#: From how many letters on a word within another one is no chance: "ecole" in "ecoledemusique".
TELLING = 5
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
        labels += [name for house in houses for name in (*house.names, house.id)]
    if isinstance(record, Organisation):
        labels += record.alternate_names
    words = {word for label in labels for word in _NAME.findall(fold_name(label)) if len(word) > 1}
    return frozenset(words | {"".join(_NAME.findall(fold_name(label))) for label in labels})


def _is_personal(email: str, known: frozenset[str]) -> bool:
    """Whether a mailbox is named after a person: two names, or any name that is no house's at a host for everybody."""
    local, _, host = fold_name(email).rpartition("@")
    words = _NAME.findall(local)
    is_role = any(word in ROLES or word in known or _is_within(word, known) for word in words)
    if is_role or set(words) & set(_NAME.findall(host)):
        return False
    return bool(PERSON.fullmatch(local)) or host in FREE_HOSTS


def _is_within(word: str, known: frozenset[str]) -> bool:
    """Whether a word has one of a house's in it, or is in one: `kaaicafe` and `kaaitheater` of Kaai."""
    roles = (role for role in ROLES if len(role) >= TELLING)
    names = [name for name in known if len(name) > 3]
    return any(role in word for role in roles) or (
        len(word) > 3 and any(word in name or name in word for name in names)
    )
