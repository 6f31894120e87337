"""One thing to add next: what a file misses most, with the lines to paste."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from affiche.calendar import Calendar
from affiche.checks.translations import missing_translations
from affiche.locales import DESK, load_words
from affiche.model.event import Event
from affiche.model.language import language_name, own_name
from affiche.model.organisation import Organisation
from affiche.model.record import Record
from affiche.model.text import Text
from affiche.model.texts import BODY
from affiche.model.written import entry_lines
from affiche.outputs.completeness import Completeness, Missing, Scorable
from affiche.outputs.field_words import advice
from affiche.problems import Value

#: What a person fills in.
BLANK = "…"
#: The lines of an event that are written rather than filled in.
WRITING = frozenset({"title", "summary", "body"})
#: The features that visitors ask after first.
USUAL_FEATURES = ("wheelchair", "accessible-toilet", "induction-loop")


class Tip(NamedTuple):
    """A sentence, with the points that it gives; lines to paste, and advice on writing, where there are any."""

    sentence: str
    paste: str
    advice: str


def next_tip(completeness: Completeness, record: Scorable, calendar: Calendar, language: str) -> Tip | None:
    """The heaviest line that a record misses, said in a language; None where nothing is missing."""
    if not completeness.missing:
        return None
    missing = completeness.missing[0]
    sentence = tip_words(record.collection, missing, lacking_languages(record, calendar), language)
    helped = advice(record.type, language) if isinstance(record, Event) and missing.key in WRITING else ""
    return Tip(sentence, lines_to_paste(missing.key, record, calendar), helped)


def tip_words(collection: str, missing: Missing, lacking: Iterable[str], language: str) -> str:
    """What to add, with the points that it gives; `lacking` are the languages that some text is not in."""
    words, names = load_words(language, DESK), ", ".join(language_name(code, language) for code in lacking)
    return words("tip.points", tip=words(f"tip.{collection}.{missing.key}", languages=names), n=missing.points)


def lacking_languages(record: Record, calendar: Calendar) -> tuple[str, ...]:
    """The languages of the site that some text of a record is not in."""
    languages = calendar.settings.languages
    lacking = {code for _, found in missing_translations(record, languages) for code in found}
    return tuple(code for code in languages if code in lacking)


def lines_to_paste(key: str, record: Scorable, calendar: Calendar) -> str:
    """The lines that add what a record misses, with blanks to fill in; empty where a few lines would not do."""
    if key == "translations":
        return "\n".join(_untranslated(record, calendar.settings.languages))
    known: Mapping[str, Callable[[Calendar], Mapping[str, Value]]] = PASTES[record.collection]
    lines = known[key](calendar) if key in known else {}
    return "\n".join(line for name, value in lines.items() for line in entry_lines(name, value))


def _untranslated(record: Scorable, languages: tuple[str, ...]) -> list[str]:
    """The texts that lack a language, with a blank for it, those inside other fields apart; headings for the body."""
    lines: list[str] = []
    for (name, *inside), lacking in missing_translations(record, languages):
        if (name,) == BODY:
            lines += [line for code in lacking for line in ("", f"# {own_name(code)}", "", BLANK)]
        elif not inside:
            text: Text = getattr(record, str(name))
            lines += entry_lines(str(name), {**text, **dict.fromkeys(lacking, BLANK)})
    return lines


def _text(calendar: Calendar) -> Value:
    return dict.fromkeys(calendar.settings.languages, BLANK)


def _image(calendar: Calendar) -> Value:
    return {"src": "affiche.jpg", "alt": _text(calendar), "credit": BLANK}


#: Front matter to paste, by collection and line: facts that only the contributor knows are blanks, which are refused.
PASTES: Mapping[str, Mapping[str, Callable[[Calendar], Mapping[str, Value]]]] = {
    Event.collection: {
        "place": lambda _: {"venue": BLANK},
        "summary": lambda site: {"summary": _text(site)},
        "image": lambda site: {"image": _image(site)},
        "price": lambda _: {"price": BLANK},
        "booking": lambda _: {"booking": {"requirement": BLANK}},
        "accessibility": lambda _: {"accessibility": dict.fromkeys(USUAL_FEATURES, BLANK)},
        "languages": lambda _: {"spoken_languages": [BLANK]},
        "disciplines": lambda _: {"disciplines": [BLANK]},
        "age": lambda _: {"typical_age_range": BLANK},
    },
    Organisation.collection: {
        "contact": lambda _: {"email": BLANK},
        "mission": lambda site: {"mission": _text(site)},
        "image": lambda site: {"image": _image(site)},
        "address": lambda site: {"street": _text(site), "postal_code": BLANK, "municipality": BLANK},
        "disciplines": lambda _: {"disciplines": [BLANK]},
        "kind": lambda _: {"kind": BLANK},
        "accessibility": lambda _: {"accessibility": dict.fromkeys(USUAL_FEATURES, BLANK)},
        "exchange": lambda site: {"offers": [{"kind": BLANK, "text": _text(site)}]},
        "verified": lambda site: {"verified": str(site.today.date())},
    },
}
