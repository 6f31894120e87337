"""The catalogues: the same texts in every language, and every text that templates and code ask for."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from jinja2 import Environment, nodes

from affiche.locales import (
    DESK,
    FIELDS,
    FOLDER,
    MESSAGES,
    SITE,
    MissingWords,
    catalogue_languages,
    load_words,
    parse_words,
)
from affiche.model import change
from affiche.model.collections import COLLECTIONS
from affiche.model.event import Event
from affiche.model.facet import TRAITS
from affiche.model.occurrence import OFF
from affiche.model.recurrence import NTHS
from affiche.model.vocabulary import (
    ACCESSIBILITY_FEATURES,
    ACCESSIBILITY_VALUES,
    BOOKING_REQUIREMENTS,
    CALL_KINDS,
    DISCIPLINES,
    EVENT_TYPES,
    OFFER_KINDS,
    ORGANISATION_KINDS,
    PARTICIPATIONS,
    SEASONS,
    SOCIAL_TARIFFS,
)
from affiche.outputs import projects as stages
from affiche.outputs.calls.listing import SUBSCRIPTIONS
from affiche.outputs.contribute.choices import STARTS
from affiche.outputs.contribute.form import FORMS
from affiche.outputs.contribute.form_parts import Ask, Step, Switch
from affiche.outputs.contribute.output import PREFIX as SAID
from affiche.outputs.finder.words import PREFIX
from affiche.outputs.indicators.lines import OF_EVENTS, OF_FILES, SHARES
from affiche.outputs.newsroom.issues import ISSUES
from affiche.outputs.once import Once
from affiche.outputs.open_today import TODAY
from affiche.outputs.pages import council
from affiche.outputs.pages.calls import NOTES
from affiche.outputs.pages.embeds import COLOURS, THEMES
from affiche.outputs.pages.feedback import KINDS as FEEDBACK_KINDS
from affiche.outputs.pages.home import DATED, MOST
from affiche.outputs.pages.matching import FILTERS as MATCHING
from affiche.outputs.pages.narrowing import FILTERS as DIRECTORY
from affiche.outputs.pages.programmes import GROUPS
from affiche.outputs.pages.shortcuts import WHENS
from affiche.outputs.pages.subscribe import KINDS, SERVICES
from affiche.outputs.practice_feed import FEED as PRACTICES
from affiche.outputs.promotion import NEEDS
from affiche.outputs.registry import subscriptions
from affiche.outputs.routes import AGENDA_DAYS, BELOW, FACET_PAGES
from affiche.outputs.social.captions import LENGTHS
from affiche.outputs.social.kits import KEY as KITS
from affiche.sources import paths
from affiche.sources.social_shapes import SHAPES

ROOT = Path(__file__).parents[1]
LANGUAGES = catalogue_languages()
#: Pages of their own.
PAGES = (
    *("changes", "data", "embed", "feedback", "archive", "favourites", "search", "campaigns", "marketing-calendar"),
    *("promotion-plan", "programmes", "indicators"),
    *("matching", "brussels-abroad", "profiles"),
    *BELOW,
    *("agenda", "subscribe", "newsroom", "about", "contribute", "dates", "policy", "accessibility", "privacy"),
    *("network", "sustainability", "professionals", "groups", "projects", "calls", "practices"),
)
LISTS = ("organisations", "venues", "disciplines", "municipalities")
#: The indicators that are as large as posters.
MAIN_FIGURES = (
    *("events", "dates", "organisations", *SHARES, "completeness", "lead"),
    *("dates_off", "sold_out", "professionals"),
)
SLUG = re.compile("[a-z0-9]+(-[a-z0-9]+)*")


def switches() -> list[Switch]:
    """The choices of ways in all forms."""
    asked = [each for form in FORMS for step in form.steps for each in (*step.first, *step.more)]
    found = [each for each in asked if isinstance(each, Switch)]
    inner = [each for switch in found for asks in switch.cases.values() for each in asks if isinstance(each, Switch)]
    return [*found, *inner]


def lists(step: Step) -> Iterator[str]:
    """The paths of the lists that a step asks row by row."""
    asked: list[tuple[Ask | Switch, str]] = [(each, "") for each in (*step.first, *step.more)]
    while asked:
        each, above = asked.pop()
        if isinstance(each, Switch):
            asked += [(inner, above) for asks in each.cases.values() for inner in asks]
        elif each.below:
            yield above + each.path
            asked += [(inner, f"{above}{each.path}.") for inner in each.below]


#: Keys that are put together from a word of ours: what comes before it, and the words.
BUILT: dict[str, tuple[str, ...]] = {
    "access.": ACCESSIBILITY_FEATURES,
    "abroad.": ("coming", "calls", "projects", "organisations", "past"),
    "access.value.": (*ACCESSIBILITY_VALUES, "unknown"),
    "call.": NOTES,
    "call.kind.": CALL_KINDS,
    "calls.by.": ("kind", "discipline"),
    "campaigns.": ("on", "coming", "past"),
    "network.": tuple(council.PARTS),
    "network.door.": tuple(key for _, keys in council.PARTS.values() for key in keys),
    "sustainability.share.": ("organisations", "projects", "venues", "events"),
    "sustainability.part.": ("organisations", "projects", "lessons", "venues", "events"),
    "change.": change.KINDS,
    "booking.": BOOKING_REQUIREMENTS,
    "calendar.": ("cancelled", "postponed", "withdrawn"),
    "colour.": COLOURS,
    "contribute.": tuple(switch.key for switch in switches()),
    "contribute.form.": tuple(form.model.collection for form in FORMS),
    "contribute.hint.": ("reference", "start", "end", "file", "lines"),
    "contribute.item.": tuple(sorted({path for form in FORMS for step in form.steps for path in lists(step)})),
    "contribute.lead.": tuple(form.model.collection for form in FORMS),
    "contribute.rights.": ("text", "image"),
    "contribute.say.rights.": ("text", "image"),
    "contribute.season.": SEASONS,
    "contribute.step.": tuple({step.key: "" for form in FORMS for step in form.steps}),
    "directory.": (*DIRECTORY, *MATCHING),
    "date.season.": SEASONS,
    "discipline.": DISCIPLINES,
    "embed.": ("frame", "element"),
    "event.": ("parts", "related", "following"),
    "finder.dates.": ("from", "to"),
    "finder.heading.": ("runs", "lasting", "starting", "undated", "last", "new", "near", "elsewhere"),
    "finder.panel.": ("when", "discipline", "type", "municipality", "public", "language", "access", "place", "sort"),
    "finder.sort.": ("date", "last", "new", "near"),
    "finder.when.": ("today", "tonight", "tomorrow", "weekend"),
    "feedback.kind.": FEEDBACK_KINDS,
    "facet.": ("discipline", "municipality"),
    "home.": tuple(key for key in MOST if key not in DATED),
    "indicators.about.": (*(key for key in OF_EVENTS if key != "main"), *OF_FILES),
    "indicators.files.": paths.COLLECTIONS,
    "indicators.group.": (*OF_EVENTS, *OF_FILES),
    "indicators.line.": (
        *MAIN_FIGURES,
        *("undated", "undisciplined", "elsewhere", "abroad", "unstated", "lower", "median", "upper", "known"),
        *("labelled", "transport", "practice"),
        *("house_completeness", "house_labelled", "house_practice", "house_abroad"),
    ),
    "indicators.means.": MAIN_FIGURES,
    "indicators.stage.": ("now", "coming", "past"),
    "match.offers.": OFFER_KINDS,
    "match.seeks.": OFFER_KINDS,
    "matching.": ("offers", "seeks"),
    "month.": tuple(map(str, range(1, 13))),
    "month.brief.": tuple(map(str, range(1, 13))),
    "nav.": ("home", *PAGES, *LISTS),
    "offer.": OFFER_KINDS,
    "organisation.": ("offers", "seeks"),
    "organisation.kind.": ORGANISATION_KINDS,
    "participation.": PARTICIPATIONS,
    "programmes.": GROUPS,
    "promotion.": tuple(need.key for need in NEEDS),
    "professionals.": ("kind", "group"),
    "practice.": ("worked", "did_not_work"),
    "projects.": stages.STAGES,
    "stage.": stages.STAGES,
    "poster.": ("from", "since", "until"),
    "rule.day.": ("1", "2", "n"),
    "rule.nth.": NTHS,
    "rule.week.": ("1", "2", "n"),
    "service.": tuple(SERVICES),
    "segment.": ("month", KITS, "weeks", "kinds", *PAGES, *LISTS, *FACET_PAGES.values(), *TRAITS, Event.collection),
    "segment.call.": CALL_KINDS,
    "segment.discipline.": DISCIPLINES,
    "segment.when.": tuple(when for when in WHENS if when != AGENDA_DAYS),
    "social.": tuple(length.name for length in LENGTHS),
    "social.image.": tuple(SHAPES),
    "status.": ("some",),
    "status.short.": OFF,
    "subscribe.": ("trait", "combined"),
    "tariff.": SOCIAL_TARIFFS,
    "theme.": THEMES,
    "today.": TODAY,
    "trait.": TRAITS,
    "type.": tuple(EVENT_TYPES),
    "when.": WHENS,
    "weekday.": tuple(map(str, range(7))),
    "weekday.brief.": tuple(map(str, range(7))),
    "weekday.each.": tuple(map(str, range(7))),
}
for values, start in STARTS.items():
    BUILT[start] = (*BUILT.get(start, ()), *values)
#: Keys put together from two words, or from a word and what comes behind it.
ENDINGS = {f"{name}.description" for name in (*LISTS, "discipline", "municipality")}
ENDINGS |= {f"home.{key}.all" for key in MOST}
ENDINGS |= {
    f"{page}.lead"
    for page in (
        *("brussels-abroad", "groups", "indicators", "matching"),
        *("practices", "profiles", "projects", "sustainability"),
    )
}
ENDINGS |= {f"{name}.count" for name in ("organisations", "venues")}
ENDINGS |= {
    f"hour{bare}{style}{exact}" for bare, style, exact in product(("", ".bare"), ("", ".compact"), ("", ".exact"))
}
ENDINGS |= {f"{key}.brief" for key in ("date.few", "date.month", "run.between", "run.since", "run.until")}
ENDINGS |= {"availability.sold-out.free", "contribute.say.problem.value-unknown.country"}
ENDINGS |= {"embed.frame.text", "embed.element.text"}
ENDINGS |= {f"contribute.{switch.key}.{case}" for switch in switches() for case in switch.cases}
ENDINGS |= {f"subscribe.{kind}.text" for kind in (*KINDS, "practices")}
ENDINGS |= {f"{issue.route}.text" for issue in ISSUES}
ENDINGS |= {key for item in (*subscriptions(), *SUBSCRIPTIONS, PRACTICES) for key in (item.title, item.text)} | {
    "subscribe.calls.text"
}


@cache
def catalogue(language: str, domain: str) -> Catalog:
    """A catalogue as Babel reads it, beside our own reader."""
    with (FOLDER / language / f"{domain}.po").open("rb") as file:
        return read_po(file, locale=language)


def messages(language: str, domain: str) -> dict[str, Message]:
    """The messages of a catalogue by key."""
    return {str(each.id[0] if each.pluralizable else each.id): each for each in catalogue(language, domain) if each.id}


def wordings(message: Message) -> tuple[str, ...]:
    return tuple(message.string or ()) if message.pluralizable else (str(message.string),)


def fields_of(text: str) -> set[str]:
    """The names in braces of a text."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


each_catalogue = pytest.mark.parametrize(("language", "domain"), [*product(LANGUAGES, (SITE, MESSAGES, FIELDS, DESK))])


@each_catalogue
def test_catalogue_has_the_keys_of_all_languages(language: str, domain: str) -> None:
    assert messages(language, domain).keys() == messages("fr", domain).keys()


@each_catalogue
def test_every_text_is_there(language: str, domain: str) -> None:
    found = messages(language, domain)
    assert [key for key, message in found.items() if message.fuzzy or not all(wordings(message))] == []
    assert set(load_words(language, domain)) == found.keys()


@each_catalogue
def test_text_is_for_a_number_in_all_languages_or_in_none(language: str, domain: str) -> None:
    counted = {key for key, message in messages(language, domain).items() if message.pluralizable}
    assert counted == {key for key, message in messages("fr", domain).items() if message.pluralizable}


@each_catalogue
def test_text_for_a_number_has_each_form_of_its_language(language: str, domain: str) -> None:
    forms = catalogue(language, domain).num_plurals
    found = {key: len(wordings(each)) for key, each in messages(language, domain).items() if each.pluralizable}
    assert found == dict.fromkeys(found, forms)
    assert forms == 2


@each_catalogue
def test_text_has_the_names_in_braces_of_all_languages(language: str, domain: str) -> None:
    own, french = ({key: _names(each) for key, each in messages(code, domain).items()} for code in (language, "fr"))
    assert own == french


@each_catalogue
def test_text_has_no_blank_at_its_ends_and_is_one_line(language: str, domain: str) -> None:
    found = {key: wordings(each) for key, each in messages(language, domain).items()}
    assert [key for key, texts in found.items() for text in texts if text != " ".join(text.split())] == []


def _names(message: Message) -> set[str]:
    """The names of a message, the number apart: a language may write `one` in letters."""
    return set().union(*map(fields_of, wordings(message))) - {"n"}


def forms(node: Any) -> list[str]:
    """The keys that an expression of a template or of Python may give, as patterns."""
    match node:
        case nodes.Const() | ast.Constant():
            return [re.escape(str(node.value))]
        case nodes.CondExpr():
            return [*forms(node.expr1), *forms(node.expr2)]
        case ast.IfExp():
            return [*forms(node.body), *forms(node.orelse)]
        case nodes.Concat():
            return ["".join(parts) for parts in product(*map(forms, node.nodes))]
        case ast.JoinedStr():
            return ["".join(parts) for parts in product(*map(forms, node.values))]
        case _:
            return [".+"]


def is_words(node: Any) -> bool:
    """Whether an expression is a catalogue: `words`, `self.words`, `site.words[language]`."""
    match node:
        case nodes.Name() | nodes.Getattr() | ast.Name() | ast.Attribute():
            return "words" in (getattr(node, "name", ""), getattr(node, "id", ""), getattr(node, "attr", ""))
        case nodes.Getitem():
            return is_words(node.node)
        case ast.Subscript():
            return is_words(node.value)
    return False


def calls() -> Iterator[tuple[Any, Any]]:
    """What is called, and with what first, in every template and every module but those that speak to contributors."""
    for path in sorted((ROOT / "overrides").rglob("*.html")):
        tree = Environment(autoescape=True, extensions=[Once]).parse(path.read_text(encoding="utf-8"))
        yield from ((call.node, call.args[0]) for call in tree.find_all(nodes.Call) if call.args)
    for path in sorted((ROOT / "plugins/affiche").rglob("*.py")):
        if not {"desk", "cli"} & {*path.relative_to(ROOT).parts}:
            code = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            yield from ((call.func, call.args[0]) for call in code if isinstance(call, ast.Call) and call.args)


#: What a script asks for: `speak.say("clear")`, `speak.count("more", 60)`, `speak.say(`sort.${name}`)`; of a form,
#: `phrases.say("copied")`.
SPOKEN = re.compile(r"\b(speak|phrases)\.(say|count)\(\s*([\"`])([^\"`]+)\3")
STARTED = {"speak": PREFIX, "phrases": SAID}


@cache
def scripts() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "overrides/assets").rglob("*.js")))


def spoken(script: str, how: str) -> set[str]:
    """The patterns of the keys that a script asks for, to `say` as they are or to `count`."""
    asked = (STARTED[who] + key for who, way, _, key in SPOKEN.findall(script) if way == how)
    return {".+".join(map(re.escape, re.split(r"\$\{[^}]*\}", key))) for key in asked}


def test_what_a_script_asks_for_is_found() -> None:
    script = 'speak.say("clear"); tools.speak.count("more", 1, { left: speak.say(`sort.${key}`) }); say("no", "no")'
    assert spoken(script, "say") == {r"finder\.clear", r"finder\.sort\..+"}
    assert spoken(script, "count") == {r"finder\.more"}


@cache
def asked() -> tuple[frozenset[str], frozenset[str]]:
    """The patterns of the keys that are asked for, without and with a number."""
    single, counted = spoken(scripts(), "say"), spoken(scripts(), "count")
    for called, first in calls():
        if is_words(called):
            single.update(forms(first))
        elif getattr(called, "attr", "") == "count" and is_words(
            getattr(called, "node", getattr(called, "value", None))
        ):
            counted.update(forms(first))
    return frozenset(single), frozenset(counted)


@cache
def literals() -> str:
    """All templates and code, to find in them a key that is handed on."""
    paths = [*(ROOT / "overrides").rglob("*.html"), *(ROOT / "plugins/affiche").rglob("*.py")]
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(paths))


def built() -> set[str]:
    return {f"{start}{word}" for start, words in BUILT.items() for word in words} | ENDINGS


def test_templates_and_code_are_searched() -> None:
    single, counted = asked()
    assert {"nav\\.home", "type\\..+", "event\\.when"} <= single
    assert {"count\\.events", ".+\\.count"} <= counted


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_asked_for_is_there(language: str) -> None:
    found = messages(language, SITE)
    counted = {key for key, message in found.items() if message.pluralizable}
    for patterns, keys in zip(asked(), (found.keys() - counted, counted), strict=True):
        assert [pattern for pattern in sorted(patterns) if not any(re.fullmatch(pattern, key) for key in keys)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_put_together_from_our_words_is_there(language: str) -> None:
    assert sorted(built() - messages(language, SITE).keys()) == []


def test_every_start_of_a_key_is_one_of_ours() -> None:
    starts = {pattern.removesuffix(".+").replace("\\", "") for pattern in asked()[0] if pattern.count(".+") == 1}
    assert sorted({start for start in starts if start.endswith(".")} - BUILT.keys()) == []


def test_every_key_is_asked_for() -> None:
    exact = {pattern.replace("\\", "") for patterns in asked() for pattern in patterns if ".+" not in pattern}
    other = messages("fr", SITE).keys() - exact - built()
    named = {key for start in STARTED.values() for key in other if f'"{key.removeprefix(start)}"' in scripts()}
    named |= {key for key in other if key.removeprefix(f"{SAID}problem.") in messages("fr", MESSAGES)}
    assert sorted(key for key in other - named if f'"{key}"' not in literals()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_segments_of_addresses_are_plain_and_each_its_own(language: str) -> None:
    words = load_words(language)
    for start in ("segment.", "segment.discipline.", "segment.when."):
        segments = {word: words(f"{start}{word}") for word in BUILT[start]}
        assert [segment for segment in segments.values() if not SLUG.fullmatch(segment)] == []
        assert len({*segments.values()}) == len(segments)


@pytest.mark.parametrize("language", LANGUAGES)
def test_segments_of_addresses_are_no_language(language: str) -> None:
    segments = {load_words(language)(f"segment.{word}") for word in BUILT["segment."]}
    assert segments & {*LANGUAGES, "assets", "media"} == set()


@pytest.mark.parametrize("model", COLLECTIONS)
def test_every_collection_has_a_segment(model: type[Event]) -> None:
    assert model.collection in BUILT["segment."]


CATALOGUE = r"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\n"

msgid "greeting"
msgstr "Bonjour {name}"

msgid "seats"
msgid_plural "seats"
msgstr[0] "{n} place"
msgstr[1] "{n} places"

msgid "untranslated"
msgstr ""

#, fuzzy
msgid "doubtful"
msgstr "Peut-être"

msgid "half"
msgid_plural "half"
msgstr[0] "{n} demi"
msgstr[1] ""
"""
WORDS = parse_words(CATALOGUE.encode(), "fr")


def test_text_takes_values_for_the_names_in_braces() -> None:
    assert WORDS("greeting", name="Ana {n}") == "Bonjour Ana {n}"
    assert WORDS.count("seats", 120) == "120 places"


@pytest.mark.parametrize(("number", "text"), [(0, "0 place"), (1, "1 place"), (2, "2 places")])
def test_text_for_a_number_follows_the_rule_of_its_language(number: int, text: str) -> None:
    assert WORDS.count("seats", number) == text


def test_nought_is_singular_in_french_alone() -> None:
    assert [load_words(language).count("venue.seats", 0)[-1] for language in ("fr", "nl", "en")] == ["e", "n", "s"]


@pytest.mark.parametrize("key", ["unknown", "untranslated", "doubtful", "seats", "half", ""])
def test_missing_text_is_an_error(key: str) -> None:
    with pytest.raises(MissingWords, match=f"fr: {key}"):
        WORDS(key)


@pytest.mark.parametrize("key", ["unknown", "greeting", "half"])
def test_missing_text_for_a_number_is_an_error(key: str) -> None:
    with pytest.raises(MissingWords, match=f"fr: {key}"):
        WORDS.count(key, 2)


def test_pattern_of_a_text_keeps_its_names_in_braces() -> None:
    assert WORDS.patterns("greeting") == ("Bonjour {name}",)
    assert WORDS.patterns("seats") == ("{n} place", "{n} places")


@pytest.mark.parametrize("key", ["unknown", "untranslated", "doubtful", "half"])
def test_missing_pattern_is_an_error(key: str) -> None:
    with pytest.raises(MissingWords, match=f"fr: {key}"):
        WORDS.patterns(key)


def test_missing_value_is_an_error() -> None:
    with pytest.raises(KeyError, match="name"):
        WORDS("greeting", nom="Ana")


def test_language_without_a_catalogue_is_an_error() -> None:
    with pytest.raises(MissingWords, match=r"de: site\.po"):
        load_words("de")


def test_words_know_their_keys() -> None:
    assert sorted(WORDS) == ["greeting", "seats"]
    assert ("greeting" in WORDS, "untranslated" in WORDS) == (True, False)


def test_every_language_has_every_catalogue() -> None:
    assert catalogue_languages(SITE) == catalogue_languages(MESSAGES) == catalogue_languages(DESK) == ("en", "fr", "nl")
