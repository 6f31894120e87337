"""Time zones by the countries and towns that people type for them."""

from __future__ import annotations

from functools import cache

from affiche.model.country import country_name
from affiche.model.language import fold_name

#: The zones around us by country: of those that have one on the continent (IANA, zone1970.tab).
_ZONES = {
    "BE": "Europe/Brussels", "NL": "Europe/Amsterdam", "LU": "Europe/Luxembourg", "FR": "Europe/Paris",
    "DE": "Europe/Berlin", "GB": "Europe/London", "IE": "Europe/Dublin", "CH": "Europe/Zurich", "AT": "Europe/Vienna",
    "IT": "Europe/Rome", "ES": "Europe/Madrid", "PT": "Europe/Lisbon", "PL": "Europe/Warsaw", "CZ": "Europe/Prague",
    "DK": "Europe/Copenhagen", "SE": "Europe/Stockholm", "NO": "Europe/Oslo", "FI": "Europe/Helsinki",
    "GR": "Europe/Athens", "RO": "Europe/Bucharest", "BG": "Europe/Sofia", "HU": "Europe/Budapest",
}  # fmt: skip
#: Towns that are called otherwise here than in the name of their zone.
_TOWNS = {
    "bruxelles": "BE", "brussel": "BE", "londres": "GB", "londen": "GB", "berlijn": "DE", "parijs": "FR", "rom": "IT",
    "lisbonne": "PT", "lissabon": "PT", "vienne": "AT", "wenen": "AT", "varsovie": "PL", "warschau": "PL",
    "praag": "CZ",
    "copenhague": "DK", "kopenhagen": "DK", "athenes": "GR", "athene": "GR",
}  # fmt: skip


@cache
def zones_by_word() -> dict[str, str]:
    """Zones by the names of their countries in French, Dutch, English and German, and of their towns, folded."""
    countries = {
        fold_name(country_name(code, language)): zone
        for code, zone in _ZONES.items()
        for language in ("fr", "nl", "en", "de")
    }
    towns = {fold_name(zone.rpartition("/")[2]): zone for zone in _ZONES.values()}
    codes = {code.lower(): zone for code, zone in _ZONES.items()}
    return {**codes, **countries, **towns, **{town: _ZONES[code] for town, code in _TOWNS.items()}}
