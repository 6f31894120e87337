"""Languages: codes that are accepted, and names as their own speakers write them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError

_CODE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
#: Sign languages of Belgium, which Unicode's CLDR does not name (ISO 639-3).
SIGN_LANGUAGES = {"sfb": "LSFB", "vgt": "VGT"}
#: Languages whose own name is understood as a heading; any other is given by its code.
NAMED_LANGUAGES = ("fr", "nl", "en", "de", "es", "it", "pt", "ar", "tr", "pl", "ro", "bg", "el", "uk")


@cache
def is_language(code: str) -> bool:
    """Whether a text is a BCP 47 code of a known language, in its usual case: `fr`, `nl-BE`, `zh-Hant`, `sfb`."""
    if code in SIGN_LANGUAGES:
        return True
    return bool(_CODE.fullmatch(code)) and code.split("-", maxsplit=1)[0] in _names_in("en")


@cache
def own_name(code: str) -> str:
    """A language's name in itself, with a capital, as a language switch shows it: `Français`, `Nederlands`."""
    name = language_name(code, code.split("-", maxsplit=1)[0])
    return name[:1].upper() + name[1:]


@cache
def language_name(code: str, language: str) -> str:
    """A language's name in another: `language_name("nl", "fr")` is `néerlandais`. Source: Unicode CLDR."""
    if code in SIGN_LANGUAGES:
        return SIGN_LANGUAGES[code]
    return _names_in(language).get(code.split("-", maxsplit=1)[0], code)


@cache
def codes_by_name() -> dict[str, str]:
    """Codes of the languages of Brussels by own name, folded: `francais` and `nederlands` lead to `fr` and `nl`."""
    return {fold_name(own_name(code)): code for code in NAMED_LANGUAGES}


@cache
def codes_by_any_name() -> dict[str, str]:
    """The same by their names in French, Dutch and English too, and by those of the sign languages."""
    named = {
        fold_name(language_name(code, language)): code for language in ("fr", "nl", "en") for code in NAMED_LANGUAGES
    }
    return named | codes_by_name() | {fold_name(name): code for code, name in SIGN_LANGUAGES.items()}


@cache
def months_by_name() -> dict[str, int]:
    """Numbers of months by name, folded, whole or short without a point: `fevrier`, `mrt`. Source: Unicode CLDR."""
    return {
        fold_name(name).rstrip("."): number
        for language in ("fr", "nl", "en")
        for width in ("wide", "abbreviated")
        for number, name in Locale(language).months["format"][width].items()
    }


@lru_cache(maxsize=4096)
def fold_name(name: str) -> str:
    """A name without case and accents, to compare what people type."""
    if name.isascii():
        return name.casefold().strip()
    spread = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in spread if not unicodedata.combining(letter)).strip()


@cache
def _names_in(language: str) -> dict[str, str]:
    try:
        return dict(Locale.parse(language, sep="-").languages)
    except (UnknownLocaleError, ValueError):
        return {}
