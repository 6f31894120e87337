"""The words that synthetic events are made of, in French and in Dutch, each pair saying the same."""

from __future__ import annotations

from typing import NamedTuple


class Both(NamedTuple):
    """A text in the two languages of the corpus."""

    fr: str
    nl: str

    def filled(self, **values: str) -> Both:
        """The text with what stands in braces."""
        return Both(self.fr.format(**values), self.nl.format(**values))


_CENTRE = ("1000", Both("Bruxelles", "Brussel"), (50.8467, 4.3525))
#: Postal code, name, and the centre in degrees; one house of four is in the city itself.
TOWNS = (
    _CENTRE,
    _CENTRE,
    _CENTRE,
    ("1050", Both("Ixelles", "Elsene"), (50.8245, 4.3776)),
    ("1060", Both("Saint-Gilles", "Sint-Gillis"), (50.8305, 4.3420)),
    ("1080", Both("Molenbeek-Saint-Jean", "Sint-Jans-Molenbeek"), (50.8544, 4.3189)),
    ("1030", Both("Schaerbeek", "Schaarbeek"), (50.8612, 4.3857)),
    ("1070", Both("Anderlecht", "Anderlecht"), (50.8291, 4.2910)),
    ("1190", Both("Forest", "Vorst"), (50.8156, 4.3210)),
    ("1040", Both("Etterbeek", "Etterbeek"), (50.8338, 4.3916)),
    ("1180", Both("Uccle", "Ukkel"), (50.7914, 4.3562)),
    ("1090", Both("Jette", "Jette"), (50.8819, 4.3230)),
)

#: A type of event, its discipline, and what its title calls it.
KINDS = (
    ("concert", "music", Both("Soirée", "Avond")),
    ("performance", "theatre", Both("Théâtre", "Theater")),
    ("exhibition", "visual-arts", Both("Regards", "Blikken")),
    ("dance", "dance", Both("Pas de deux", "Danspassen")),
    ("film", "film", Both("Projection", "Filmavond")),
    ("workshop", "design", Both("Atelier", "Werkplaats")),
    ("reading", "literature", Both("Lecture", "Lezing")),
    ("debate", "multidisciplinary", Both("Rencontre", "Gesprek")),
    ("circus", "circus", Both("Voltige", "Luchtacrobatie")),
    ("exhibition", "photography", Both("Images", "Beelden")),
    ("family", "theatre", Both("Contes", "Sprookjes")),
    ("guided-tour", "heritage", Both("Promenade", "Wandeling")),
    ("showcase", "digital", Both("Laboratoire", "Laboratorium")),
    ("party", "music", Both("Bal", "Dansfeest")),
    ("lecture", "architecture", Both("Leçon", "Les")),
    ("festival", "comics", Both("Festival", "Festival")),
)
ABOUT = (
    Both("des rivières cachées", "over verborgen rivieren"),
    Both("du dernier tram", "van de laatste tram"),
    Both("des toits de zinc", "van zinken daken"),
    Both("de la cour ouverte", "op de open koer"),
    Both("des voix basses", "met zachte stemmen"),
    Both("de l’été indien", "in de nazomer"),
    Both("des mains noires", "met zwarte handen"),
    Both("du marché couvert", "in de overdekte markt"),
    Both("des fenêtres éclairées", "bij verlichte ramen"),
    Both("de la neige", "in de sneeuw"),
    Both("des escaliers perdus", "op verloren trappen"),
    Both("du canal gelé", "langs het bevroren kanaal"),
    Both("des lettres volées", "met gestolen brieven"),
    Both("de la fanfare", "met de fanfare"),
    Both("des jardins suspendus", "in hangende tuinen"),
    Both("du silence", "in stilte"),
    Both("des cœurs naïfs", "voor naïeve harten"),
    Both("de la pluie", "in de regen"),
    Both("des géants", "met reuzen"),
    Both("du grenier", "op zolder"),
    Both("des cartes anciennes", "met oude kaarten"),
    Both("d’après minuit", "na middernacht"),
    Both("des oiseaux de ville", "met stadsvogels"),
)
SUMMARY = (
    Both(
        "Un exemple inventé, le numéro {number}, pour qui aime {theme} et les salles à taille humaine.",
        "Een verzonnen voorbeeld, nummer {number}, voor wie houdt van {theme} en van zalen op mensenmaat.",
    ),
    Both(
        "Numéro {number} d’une série imaginée : {theme}, sans façons, avec un verre à la fin.",
        "Nummer {number} van een verzonnen reeks: {theme}, zonder plichtplegingen, met een glas achteraf.",
    ),
    Both(
        "{number} chaises, une lampe, et {theme} comme on ne les raconte jamais.",
        "{number} stoelen, één lamp, en {theme} zoals niemand ze ooit vertelt.",
    ),
)
THEMES = (
    Both("les histoires vraies", "ware verhalen"),
    Both("les musiques d’ailleurs", "muziek van elders"),
    Both("les images fragiles", "kwetsbare beelden"),
    Both("les gestes précis", "precieze gebaren"),
    Both("les langues mêlées", "gemengde talen"),
    Both("les objets trouvés", "gevonden voorwerpen"),
    Both("les mémoires de quartier", "herinneringen uit de wijk"),
)

#: Sentences of bodies. `{theme}`, `{other}`, `{street}` and `{artist}` are filled in.
SENTENCES = (
    Both(
        "Ce soir-là, **{theme}** occupent toute la scène, et personne ne sait vraiment où elle finit.",
        "Die avond nemen **{theme}** het hele podium in, en niemand weet precies waar het ophoudt.",
    ),
    Both(
        "Le travail a commencé il y a trois ans, autour d’une table, avec des habitants et quelques artistes invités.",
        "Het werk begon drie jaar geleden, rond een tafel, met bewoners en enkele uitgenodigde kunstenaars.",
    ),
    Both(
        "Il en reste une forme courte, drôle par endroits, qui laisse de la place à {other}.",
        "Daar blijft een korte vorm van over, hier en daar grappig, die ruimte laat voor {other}.",
    ),
    Both(
        "L’entrée se fait par la cour ; les portes ouvrent une demi-heure avant le début.",
        "U komt binnen via de koer; de deuren gaan een halfuur voor het begin open.",
    ),
    Both(
        "Les places assises sont limitées, mais il y a de l’espace debout au fond de la salle.",
        "Het aantal zitplaatsen is beperkt, maar achteraan in de zaal kunt u rechtstaan.",
    ),
    Both(
        "Après la représentation, l’équipe répond volontiers aux questions, un café à la main.",
        "Na de voorstelling beantwoordt de ploeg graag uw vragen, met een kop koffie in de hand.",
    ),
    Both(
        "Aucune connaissance préalable n’est nécessaire : on comprend tout en regardant et en écoutant.",
        "Voorkennis is niet nodig: wie kijkt en luistert, begrijpt alles.",
    ),
    Both(
        "Le son est parfois fort ; des bouchons d’oreilles sont disponibles gratuitement à l’accueil.",
        "Het geluid is soms luid; aan het onthaal krijgt u gratis oordopjes.",
    ),
    Both(
        "{artist} signe la mise en espace et joue aussi, en alternance avec deux complices de longue date.",
        "{artist} tekent voor de enscenering en speelt ook zelf mee, afwisselend met twee oude vrienden.",
    ),
    Both(
        "La lumière, très simple, vient d’une seule lampe que l’on déplace au fil de la soirée.",
        "Het licht is heel eenvoudig en komt van één lamp, die in de loop van de avond wordt verplaatst.",
    ),
    Both(
        "Pour venir, le plus simple est le tram, à deux minutes à pied ; un parking pour vélos se trouve {street}.",
        "U komt het gemakkelijkst met de tram, op twee minuten wandelen; een fietsenstalling vindt u {street}.",
    ),
    Both(
        "On y croise {theme}, bien sûr, mais aussi {other} et une bonne dose de malice.",
        "U ontmoet er {theme}, natuurlijk, maar ook {other} en een flinke dosis schalksheid.",
    ),
    Both(
        "Le texte a été écrit pour ce lieu : chaque porte, chaque marche y trouve son rôle.",
        "De tekst is voor deze plek geschreven: elke deur en elke trede krijgt er een rol.",
    ),
    Both(
        "Les enfants sont les bienvenus à partir de huit ans, accompagnés d’un adulte.",
        "Kinderen zijn welkom vanaf acht jaar, samen met een volwassene.",
    ),
    Both(
        "Cette création reçoit le soutien d’un fonds imaginaire et de la générosité des voisins.",
        "Deze creatie krijgt de steun van een denkbeeldig fonds en van de gulle buren.",
    ),
    Both(
        "Une brochure bilingue, avec les paroles et quelques photographies, est distribuée à l’entrée.",
        "Aan de ingang krijgt u een tweetalige brochure met de teksten en enkele foto’s.",
    ),
    Both(
        "La presse, tout aussi inventée, a parlé d’une heure « suspendue, précise et généreuse ».",
        "De pers, even verzonnen, had het over een uur ‘zwevend, precies en gul’.",
    ),
    Both(
        "Si vous arrivez en retard, patientez au bar : on vous fera entrer entre deux tableaux.",
        "Bent u te laat? Wacht dan even aan de bar: tussen twee scènes laten we u binnen.",
    ),
)
STREETS = (
    Both("rue de l’Exemple", "in de Voorbeeldstraat"),
    Both("place du Modèle", "op het Modelplein"),
    Both("quai de l’Essai", "op de Proefkaai"),
)
#: Invented companies, which perform.
ARTISTS = ("Compagnie Alpha", "Collectif Bêta", "Ensemble Gamma", "Trio Delta", "Groupe Epsilon", "Orkest Zeta")
HEADING = Both("Au programme", "Op het programma")
LIST = (
    Both("un accueil en musique", "een onthaal met muziek"),
    Both("une première partie de quarante minutes", "een eerste deel van veertig minuten"),
    Both("une pause, avec de la soupe", "een pauze, met soep"),
    Both("une seconde partie, plus calme", "een tweede, rustiger deel"),
)
