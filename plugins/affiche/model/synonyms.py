"""Words that contributors use for our fields: French, Dutch, English, schema.org's and UiTdatabank's.

Words are compared without case, accents, spaces, hyphens and underscores.
"""

from __future__ import annotations

import re

from affiche.model.language import fold_name

#: Fields with other words for them; of the fields that share a word, the first one that a file may still have is meant.
_NAMES = {
    "title": "titre titel intitule omschrijvingkort nom naam name headline",
    "name": "nom naam titre titel title denomination benaming legalname",
    "alternate_names": "alternatename autresnoms anderenamen alias aliases surnom acronyme afkorting",
    "summary": "resume samenvatting description omschrijving beschrijving chapo accroche intro korteinhoud"
    " disambiguatingdescription shortdescription soustitre ondertitel subtitle",
    "mission": "missie opdracht description omschrijving beschrijving",
    "type": "genre soort categorie category eventtype eventtypes terms soortevenement typedevenement kind",
    "kind": "type soort genre categorie organisationtype",
    "disciplines": "discipline theme thema themes domaine domaines domein domeinen secteur kunstvorm",
    "keywords": "keyword motscles motcle trefwoorden trefwoord tags tag labels hashtags",
    "audience": "public publiccible doelgroep audiencetype publiek",
    "typical_age_range": "age ages agerange leeftijd leeftijden trancheage vanafleeftijd",
    "participation": "deelname",
    "organisers": "organiser organizer organizers organisateur organisateurs organisator organisatoren organisatrice"
    " organisation organisations organisatie sponsor funder",
    "performers": "performer artiste artistes artist artists artiest artiesten kunstenaar kunstenaars uitvoerders"
    " interpretes distribution cast lineup actor contributor contributors",
    "part_of": "superevent faitpartiede festival maaktdeeluitvan onderdeelvan",
    "venue": "lieu lieux locatie location plaats place endroit waar where",
    "room": "salle zaal ruimte espace local",
    "online_url": "lienenligne onlinelink streaming stream livestream virtuallocation",
    "start": "debut begin aanvang date datum startdate startdatum begindatum datedebut datededebut quand wanneer when"
    " dag jour day startuur from van du",
    "end": "fin einde enddate einddatum datefin datedefin eindedatum einduur till until to tot au jusquau",
    "dates": "data subevent subevents representations voorstellingen seances speeldata timings",
    "period": "periode looptijd duree duur",
    "opening_hours": "horaires openingsuren openingstijden uren heuresouverture heuresdouverture openinghours"
    " openinghoursspecification",
    "closed": "ferme fermetures fermeture gesloten sluitingsdagen sluiting joursdefermeture",
    "adjusted": "specialopeninghoursspecification exceptions uitzonderingen horairesspeciaux",
    "recurrence": "recurrente repetition herhaling eventschedule rrule repeat frequence",
    "status": "statut etat staat eventstatus statustype",
    "status_reason": "raison reden statusreason motif",
    "previous_start": "previousstartdate anciennedate oudedatum dateprecedente vorigedatum",
    "availability": "disponibilite beschikbaarheid bookingavailability places plaatsen",
    "price": "prix prijs tarif tarifs tarief tarieven priceinfo prices offers entree toegang inkom cout cost kost",
    "booking": "reservation reservations reservatie reservaties reserveren bookinginfo inscription inscriptions"
    " inschrijving inschrijven",
    "spoken_languages": "langue langues taal talen inlanguage languages voertaal spokenlanguage langueparlee",
    "language": "langue taal mainlanguage hoofdtaal",
    "languages": "langue langues taal talen",
    "surtitles": "surtitres boventitels soustitres ondertitels subtitles",
    "sign_languages": "languedessignes gebarentaal",
    "accessibility": "accessibilite toegankelijkheid accessible pmr facilities amenityfeature",
    "video": "videos film trailer bandeannonce recordedin",
    "image": "imageurl photo photos foto fotos afbeelding beeld visuel affiche poster mainimage mediaobject picture",
    "images": "photos fotos afbeeldingen mediaobject galerie",
    "logo": "embleme",
    "links": "liens lien link url website site siteweb webpagina page pageweb web",
    "url": "website site siteweb web webpagina page pageweb homepage sitewebadresse lien link",
    "street": "rue straat adresse adres address streetaddress adresstraat",
    "postal_code": "codepostal postcode zip zipcode cp postalcode",
    "municipality": "commune gemeente ville stad city addresslocality localite town",
    "country": "pays land addresscountry",
    "geo": "coordonnees coordinaten latlon latlng position gps",
    "transport": "acces bereikbaarheid transports vervoer openbaarvervoer",
    "operator": "exploitant uitbater beheerder gestionnaire",
    "rooms": "salles zalen room",
    "phone": "telephone telefoon tel gsm mobile numero",
    "email": "courriel mail mel emailadres contact",
    "founded": "foundingdate fondation opgericht oprichting anneedecreation creation",
    "social": "reseaux reseauxsociaux socialmedia socials facebook instagram",
    "member_of": "memberof membrede lidvan",
    "venues": "lieux locaties location venue",
    "source": "sources bron bronnen",
    "same_as": "sameas seealso",
    "external_ids": "externalid identifier identifiers identifiant id cdbid uitid",
    "verified": "verifie geverifieerd controle",
    "published": "publie gepubliceerd datepublished",
    "publish_from": "availablefrom publierle publicerenvanaf embargo",
    "redirect_from": "redirect ancienid oudeid aliases",
    "replaced_by": "remplacepar vervangendoor duplicateof doublon",
    "draft": "brouillon ontwerp concept",
    "withdrawn": "retire ingetrokken",
    "text": "texte tekst description omschrijving",
    "note": "remarque opmerking nota commentaire",
    "alt": "alternative alttext textealternatif description caption legende",
    "credit": "credits copyright auteur fotograaf photographe fotocredit copyrightholder",
    "src": "fichier bestand file url path contenturl",
    "licence": "license licentie",
    "organisation": "organisatie id name nom naam organization",
    "role": "rol",
    "days": "jours dagen jour dag dayofweek",
    "opens": "ouvre ouverture opent van start begin",
    "closes": "ferme fermeture sluit tot end fin",
    "from": "du van start begin debut vanaf apartirde",
    "to": "au tot end fin einde until",
    "until": "jusquau tot end fin enddate",
    "doors": "doortime ouverturedesportes deuren portes deurenopen",
    "booking_url": "url reservation reservatie tickets billetterie ticketurl",
    "label": "libelle titre titel texte tekst name",
    "every": "chaque elke frequence",
    "except": "sauf behalve exceptdate",
    "count": "nombre aantal fois keer",
    "requirement": "obligation verplichting",
    "capacity": "capacite capaciteit maximumattendeecapacity places plaatsen",
}

#: Fields that nobody has, and which say the value of one of ours.
STATES: dict[str, tuple[str, str]] = {
    word: state
    for state, words in (
        (("availability", "sold-out"), "soldout complet uitverkocht volzet"),
        (("status", "cancelled"), "cancelled canceled annule geannuleerd afgelast"),
        (("status", "postponed"), "postponed reporte uitgesteld"),
        (("price", "free"), "free gratuit gratis isaccessibleforfree entreelibre vrijetoegang"),
    )
    for word in words.split()
}
#: What belongs into a part of ours rather than beside it: the part and its field.
PARTS: dict[str, tuple[str, str]] = {
    word: part
    for part, words in (
        (("booking", "url"), "tickets ticket billetterie billets ticketurl bookingurl ticketing reserver"),
        (("booking", "email"), "email courriel mail emailadres contact contactpoint"),
        (("booking", "phone"), "phone telephone telefoon tel gsm"),
        (("accessibility", "wheelchair"), "wheelchair rolstoel rolstoeltoegankelijk fauteuilroulant"),
        (("price", "pay_what_you_can"), "paywhatyoucan prixlibre vrijebijdrage participationlibre"),
    )
    for word in words.split()
}

_SEPARATORS = re.compile(r"[\s_.’'·-]+")


def fold_word(word: str) -> str:
    """A word as it is compared here; of an address of schema.org, its last part."""
    return _SEPARATORS.sub("", fold_name(word.rpartition("schema.org/")[2]))


def by_word(table: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """What each word may mean, in the order of the table."""
    found: dict[str, list[str]] = {}
    for meaning, words in table.items():
        for word in dict.fromkeys((fold_word(meaning), *words.split())):
            found.setdefault(word, []).append(meaning)
    return {word: tuple(meanings) for word, meanings in found.items()}


#: Fields by other words for them.
SYNONYMS = by_word(_NAMES)
