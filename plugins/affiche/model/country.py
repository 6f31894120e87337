"""Countries: ISO 3166-1 codes, and the names people type for them."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

from affiche.model.language import fold_name

_LANGUAGES = ("fr", "nl", "en", "de")

#: Names in everyday use that CLDR does not have.
_COMMONLY = {
    **dict.fromkeys(("angleterre", "engeland", "england", "grande-bretagne", "groot-brittannie", "uk", "ecosse"), "GB"),
    **dict.fromkeys(("hollande", "holland"), "NL"),
    **dict.fromkeys(("usa", "etats unis", "vs"), "US"),
}
NO_COUNTRIES = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ"})


def is_country(code: str) -> bool:
    """Whether a text is an ISO 3166-1 alpha-2 code in capitals."""
    return code in countries()


def country_named(name: str) -> str:
    """The code of a country by its name in French, Dutch, English or German, or in small letters; else empty."""
    folded = fold_name(name)
    return name.upper() if is_country(name.upper()) else _by_name().get(folded, "") or _COMMONLY.get(folded, "")


@cache
def country_name(code: str, language: str) -> str:
    """A country's name in a language: `country_name("GB", "fr")` is `Royaume-Uni`. Source: Unicode CLDR."""
    return str(Locale.parse(language).territories.get(code, code))


@cache
def countries() -> frozenset[str]:
    """The codes of CLDR that stand for a country: not those of regions, nor the ones for private use."""
    codes = map(str, Locale("en").territories)
    return frozenset(code for code in codes if re.fullmatch("[A-Z]{2}", code)) - NO_COUNTRIES


@cache
def _by_name() -> dict[str, str]:
    return {
        fold_name(name): code
        for language in _LANGUAGES
        for code, name in Locale(language).territories.items()
        if code in countries()
    }
