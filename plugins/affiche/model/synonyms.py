"""Names that contributors use for our fields: French, Dutch, schema.org's and UiTdatabank's."""

from __future__ import annotations

SYNONYMS: dict[str, str] = {
    "titre": "title", "titel": "title", "nom": "name", "naam": "name",
    "resume": "summary", "résumé": "summary", "samenvatting": "summary", "description": "summary",
    "organizer": "organisers", "organizers": "organisers", "organiser": "organisers", "organisateur": "organisers",
    "organisateurs": "organisers", "organisator": "organisers", "organisatoren": "organisers",
    "lieu": "venue", "locatie": "venue", "location": "venue", "plaats": "venue", "place": "venue", "salle": "room",
    "zaal": "room", "debut": "start", "début": "start", "begin": "start", "startdate": "start", "start_date": "start",
    "date": "start", "datum": "start", "fin": "end", "einde": "end", "enddate": "end", "end_date": "end",
    "data": "dates", "subevent": "dates", "periode": "period", "période": "period", "horaires": "opening_hours",
    "openingsuren": "opening_hours", "openinghours": "opening_hours", "prix": "price", "prijs": "price",
    "tarif": "price", "tarief": "price", "priceinfo": "price", "langue": "language", "taal": "language",
    "langues": "spoken_languages", "talen": "spoken_languages", "inlanguage": "spoken_languages", "genre": "type",
    "eventtype": "type", "discipline": "disciplines", "theme": "disciplines", "thème": "disciplines",
    "mots_cles": "keywords", "trefwoorden": "keywords", "tags": "keywords", "keyword": "keywords",
    "public": "audience", "doelgroep": "audience", "age": "typical_age_range", "leeftijd": "typical_age_range",
    "âge": "typical_age_range", "artistes": "performers", "artiesten": "performers", "performer": "performers",
    "reservation": "booking", "réservation": "booking", "reservatie": "booking", "bookinginfo": "booking",
    "accessibilite": "accessibility", "accessibilité": "accessibility", "toegankelijkheid": "accessibility",
    "statut": "status", "eventstatus": "status", "image_url": "image", "photo": "image", "foto": "image",
    "afbeelding": "image", "liens": "links", "link": "links", "lien": "links", "url": "links", "website": "url",
    "site": "url", "rue": "street", "straat": "street", "adresse": "street", "adres": "street",
    "code_postal": "postal_code", "postcode": "postal_code", "zip": "postal_code", "commune": "municipality",
    "gemeente": "municipality", "ville": "municipality", "stad": "municipality", "city": "municipality",
    "pays": "country", "land": "country", "telephone": "phone", "téléphone": "phone", "telefoon": "phone",
    "courriel": "email", "mail": "email", "sources": "source", "bron": "source", "superevent": "part_of",
}  # fmt: skip
