"""Whose a mailbox is: a service's, which many people read, or one person's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from affiche.model.language import fold_name

#: Words of mailboxes that many people read.
_ROLES = (
    "accueil admin administration onthaal welcome bienvenue welkom hallo hello bonjour info infos contact mail"
    " noreply reply office bureau desk secretariat secretariaat direction directie team equipe service services dienst"
    " diensten reservation reservations reservatie reservaties ticket tickets ticketing billetterie booking bookings"
    " box shop bar cafe restaurant boutique winkel kassa caisse inscription inscriptions inschrijving inschrijvingen"
    " guest guests visit visits visites bezoek guide guides gids presse pers press communication communicatie comm rp"
    " relations marketing media web webmaster site newsletter nieuwsbrief radio production productie prog programme"
    " programma program programmation programmatie technique techniek technical compta boekhouding finance finances"
    " facturation facturatie invoice jobs job vacature vacatures emploi rh hr public publics publiek education"
    " educatie mediation jeune jeunes jeunesse jeugd youth enfance kids famille familles families vrije scolaire"
    " scholen schools group groups groupe groupes groep groepen event events evenement evenements evenementen agenda"
    " expo expos exhibition atelier ateliers workshop workshops stage stages formation opleiding culture cultuur"
    " culturel culturelle art arts artist artists artiste artistes kunst danse dans dance musique muziek music cinema"
    " film films loisirs sport sports tourisme toerisme asbl vzw association asso collectif collectief compagnie cie"
    " company club fondation foundation stichting amis vrienden friends benevoles benevolat vrijwilligers volunteers"
    " membres leden members projet projets project projects festival galerie gallery theatre theater museum musee"
    " ecole school academie academy fanfare chorale koor choir orchestre orkest centre centrum center gc cc bib biblio"
    " bibliotheque bibliotheek library archives archief documentation documentatie maison huis house foyer espace"
    " studio salle salles zaal zalen location locations verhuur rental commune gemeente bxl brussels bruxelles brussel"
    " residence residences residentie residenties open call appel oproep casting audition auditions candidature"
    " candidatures kandidaturen partners partenaires sponsoring mecenat dons giften donations abonnement abonnements"
    " abo coordination coordinatie coordination international internationaal accessibilite toegankelijkheid access"
    " privacy gdpr rgpd dpo support help aide hulp les het the"
)
ROLES = frozenset(_ROLES.split())
#: First names borne in Brussels that are no other word of its houses: a mailbox with nothing else is a person's.
_FIRST_NAMES = (
    "adrien alain alessandro alexandra alexandre alexis alice amelie amina andrea anna anne annelies annick anouk"
    " antoine arnaud arthur astrid ahmed bart benjamin benoit bernard bert bram bruno camille caroline catherine cecile"
    " celine charlotte christian christine christophe claire claude claudia clara clement daan daniel dario david"
    " delphine denis didier dieter dirk dominique dries eduardo elena elisa elise elke ellen els emilie emma eric erik"
    " esther eva evelien fabien fabrice fatima filip florence francesca francesco francois frank frederic gael geert"
    " georges gert gilles giulia griet guillaume guy hamza hanne hans hassan helene hendrik herman hilde hugo ibrahim"
    " ilse ine ines ingrid isabelle jacques jan jasper jean jeroen jerome joachim johan jonas joris jose joke julie"
    " julien juliette jurgen kaat karel karen karim karin karolien katrien kevin khalid klaas koen kristof lara laura"
    " laure laurence laurent lea leen lena lien lies lieve lisa lise lore louise luc lucas lucie maarten manon marc"
    " margaux marianne marie marijke marine marion mark martin martine mathias mathieu mathilde matthias maud maxime"
    " melanie michel michele mieke mohamed muriel nadia nathalie nathan nele nicolas nicole nina noemie olivier oscar"
    " pablo pascal patrick paul pauline peter philippe piet pierre pieter quentin rachid raf raphael rik robin rudi"
    " sabine samira samuel sander sara sarah saskia sebastien serge simon sofie sophie stefaan stefan steven sven"
    " sylvie thibault thierry thomas tim tine tom valentine valerie vanessa veerle veronique vincent virginie wannes"
    " wim wouter xavier yann yasmina youssef yves zoe"
)
FIRST_NAMES = frozenset(_FIRST_NAMES.split())
#: From how many letters on a word within another one is no chance: "ecole" in "ecoledemusique".
TELLING = 5
#: Hosts at which everybody has a mailbox.
FREE_HOSTS = frozenset(
    {"gmail.com", "hotmail.com", "hotmail.be", "hotmail.fr", "outlook.com", "outlook.be", "live.be", "live.com"}
    | {"yahoo.com", "yahoo.fr", "icloud.com", "me.com", "proton.me", "protonmail.com", "skynet.be", "telenet.be"}
    | {"proximus.be", "scarlet.be", "voo.be", "gmx.com", "gmx.net", "laposte.net", "orange.fr", "free.fr", "msn.com"}
)
#: A mailbox within a text; not an account of a network, which begins with "@".
MAILBOX = re.compile(
    "(?<![^\\s<>()\\[\\]{}\"'’‘“”«»`,;:|*=/])[^\\s<>()\\[\\]{}\"'’‘“”«»`,;:|*=/@]{1,64}"
    "@[A-Za-z0-9-]{1,63}(?:[.][A-Za-z0-9-]{1,63}){1,5}"
)
PERSON = re.compile(r"[^\W\d_]{1,20}[._-][^\W\d_]{2,20}(?:[._-][^\W\d_]{2,20})?[0-9]{0,2}")
_NAME = re.compile(r"[^\W\d_]+")


def words_in(label: str) -> frozenset[str]:
    """The words of a name as mailboxes have them, and all of them as one: "lavallee" of La Vallée."""
    words = _NAME.findall(fold_name(label))
    return frozenset([*(word for word in words if len(word) > 1), "".join(words)])


def is_service(mailbox: str) -> bool:
    """Whether the name of a mailbox alone says that many people read it."""
    return not ROLES.isdisjoint(_NAME.findall(fold_name(mailbox.rpartition("@")[0])))


def is_personal(mailbox: str, known: frozenset[str]) -> bool:
    """Whether a mailbox is named after a person: `known` has the words of the names of houses.

    Two names, or first names alone, or any name that is no house's at a host for everybody.
    """
    local, _, host = fold_name(mailbox).rpartition("@")
    words = _NAME.findall(local)
    is_role = any(word in ROLES or word in known or _is_within(word, known) for word in words)
    if is_role or set(words) & set(_NAME.findall(host)):
        return False
    has_first_name = bool(words) and FIRST_NAMES.issuperset(words)
    return has_first_name or bool(PERSON.fullmatch(local)) or host in FREE_HOSTS


def mailboxes_in(text: str) -> Iterator[tuple[int, str]]:
    """The mailboxes of a text, each with where it begins."""
    for found in MAILBOX.finditer(text) if "@" in text else ():
        yield found.start(), found[0]


def _is_within(word: str, known: frozenset[str]) -> bool:
    """Whether a word has one of a house's in it, or is in one: `kaaicafe` and `kaaitheater` of Kaai."""
    roles = (role for role in ROLES if len(role) >= TELLING)
    names = [name for name in known if len(name) > 3]
    return any(role in word for role in roles) or (
        len(word) > 3 and any(word in name or name in word for name in names)
    )
