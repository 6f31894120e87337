"""`affiche new` without a terminal: the answers of a person who makes mistakes, and what is said to each."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as some

from affiche.desk.known import Known
from affiche.desk.new import Draft, NotFilled, WrongField, ask_draft, draft_of, fill_options
from affiche.desk.new_id import free_id, is_good_id, proposed_id
from affiche.desk.questions import Form
from affiche.model.event import Event
from affiche.model.organisation import Organisation
from affiche.model.place import Venue
from affiche.model.record import Record
from affiche.sources.front_matter import parse_front_matter
from affiche.sources.paths import path_faults
from tests.factories import REGION, event, organisation, venue

YEAR = 2026
HOURS = [{"days": ["sat"], "opens": "10:00", "closes": "18:00"}]
RECORDS = (
    organisation("zinneke"),
    organisation("ballon", name={"fr": "Le Ballon", "nl": "De Ballon"}),
    venue("la-vallee", name={"fr": "La Vallée", "nl": "De Vallei"}, opening_hours=HOURS),
    event("nuit-ouverte"),
)
STEMS = {
    model.collection: frozenset(each.id for each in RECORDS if isinstance(each, model))
    for model in (Event, Organisation, Venue)
}


@dataclass
class Script:
    """A person who types these lines, one after the other, and all that was said."""

    answers: Sequence[str]
    said: list[str] = field(default_factory=list)
    asked: int = 0

    def ask(self, _prompt: str) -> str:
        self.asked += 1
        return self.answers[self.asked - 1]

    def say(self, text: str) -> None:
        self.said.append(text.strip())

    @property
    def objections(self) -> list[str]:
        return [text.removeprefix("! ") for text in self.said if text.startswith("!")]


def form(model: type[Record], language: str = "nl", languages: Sequence[str] = ("fr", "nl")) -> Form:
    return Form(model, Known(RECORDS, STEMS), language, languages, REGION)


def asked(model: type[Record], *answers: str, language: str = "nl") -> tuple[Draft, Script]:
    """The file that answers make, all of which are used; and the talk."""
    script = Script(answers)
    draft = ask_draft(form(model, language), {}, "", script, YEAR)
    assert script.asked == len(answers)
    return draft, script


CONCERT = ("Open nacht", "Nuit ouverte", "1", "", "zinneke", "", "", "la-vallee", "2027-03-12 20:00")


def test_concert_becomes_a_file_in_block_form() -> None:
    draft, script = asked(Event, *CONCERT, "", "", "12.50", "", "Een avond.", "", "Folder", "")
    assert draft.path == "content/events/2027/open-nacht.md"
    assert draft.text == (
        '---\ntitle:\n  nl: "Open nacht"\n  fr: "Nuit ouverte"\nsummary:\n  nl: "Een avond."\ntype: concert\n'
        "organisers:\n  - zinneke\nvenue: la-vallee\nstart: 2027-03-12 20:00\nprice: 12.50\n"
        'source:\n  - "Folder"\n---\n'
    )
    assert script.objections == []
    assert "= vrijdag 12 maart 2027" in script.said


def test_exhibition_asks_for_its_run_its_opening_night_and_the_hours_of_its_place() -> None:
    draft, script = asked(
        Event,
        *("Licht", "Lumière", "tentoonstelling", "beeldende kunst; muziek", "De ballon", "", "", "Vallei", "1"),
        *("12/03/2027", "", "2027-03-10", "2027-03-28", "2027-03-12 18u30", "", "", "ja", "gratis", ""),
        *("", "", "", "Folder", "licht"),
    )
    assert draft.text == (
        '---\ntitle:\n  nl: "Licht"\n  fr: "Lumière"\ntype: exhibition\ndisciplines:\n  - visual-arts\n  - music\n'
        "organisers:\n  - ballon\nvenue: la-vallee\ndates:\n  - start: 2027-03-12 18:30\n    note:\n"
        '      nl: "Vernissage"\n      fr: "Vernissage"\nperiod:\n  start: 2027-03-12\n  end: 2027-03-28\n'
        'opening_hours: venue\nprice: free\nsource:\n  - "Folder"\n---\n'
    )
    assert script.objections == [
        (
            '"12/03/2027" is geen datum die de site kan lezen: schrijf jaar-maand-dag. '
            "Waarschijnlijk is het vrijdag 2027-03-12."
        ),
        "De laatste dag (woensdag 2027-03-10) komt voor de eerste (vrijdag 2027-03-12).",
        'In "2027-03-12 18u30" staat het uur niet zoals de site het kan lezen: 20:30, van 00:00 tot 23:59.',
        (
            '"gratis" is geen prijs die de site kan lezen: 8.50 voor één prijs, free voor gratis, "from: 8" vanaf 8 '
            "euro, een lijst met namen voor verschillende."
        ),
    ]
    assert "Enter: ‘2027-03-12 18:30’ schrijven. Of typ een ander antwoord." in script.said
    assert "Enter: ‘Gratis’ schrijven. Of typ een ander antwoord." in script.said


def test_a_festival_of_which_no_day_is_known_has_its_month() -> None:
    place = ("zinneke", "", "la-vallee")
    draft, script = asked(
        Event, "Pleinen", "Places", "festival", "", *place, "", "", "2027-06", "free", "", "", "", "Folder", ""
    )
    assert draft.path == "content/events/2027/pleinen.md"
    assert ("\nstart: 2027-06\n" in draft.text, "period" in draft.text, script.objections) == (True, False, [])


def test_start_and_end_days_later_become_a_run() -> None:
    draft, _ = asked(Event, *CONCERT[:-1], "2027-03-12", "2027-03-14", "", "", "", "", "Folder", "")
    assert "period:\n  start: 2027-03-12\n  end: 2027-03-14\n" in draft.text
    assert "dates" not in draft.text


def test_place_without_a_file_is_described_in_the_event() -> None:
    draft, script = asked(
        Event, *CONCERT[:-2], "Zaal Proef", "0", "1050", "Elsenne", "", "Proefstraat 1", "", "2027-03",
        "", "", "", "", "", "", "Folder", "",
    )  # fmt: skip
    expected = 'venue:\n  name: "Zaal Proef"\n  street:\n    nl: "Proefstraat 1"\n  postal_code: "1050"\n'
    assert f'{expected}  municipality: "Elsene"\n' in draft.text
    assert len(script.objections) == 1


def test_name_is_proposed_by_number_even_after_a_wrong_one() -> None:
    draft, script = asked(Event, *CONCERT[:4], "zinekke", "7", "1", *CONCERT[5:], "", "", "", "", "", "", "Folder", "")
    assert "organisers:\n  - zinneke\n" in draft.text
    assert "1. Zinneke (zinneke)" in script.said
    assert "Organisatie: nog een?" in script.said


def test_what_is_not_in_a_list_is_said_without_a_word_of_the_contract() -> None:
    _, script = asked(Event, *CONCERT[:2], "fuif", *CONCERT[2:], "", "", "", "", "", "", "Folder", "")
    assert script.objections == ["‘fuif’ staat niet in de lijst: typ een nummer, of een naam zoals hij er staat."]


def test_name_of_another_file_is_told_at_once() -> None:
    _, script = asked(Venue, "De Vallei", "", "", "1000", "Brussel", "", "", "Folder", "vallei")
    assert (
        "Er is al een fiche met die naam: la-vallee. Is het dezelfde, stop dan met Ctrl-C en vul die" in script.said[2]
    )


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
@pytest.mark.parametrize(
    ("model", "answers", "path"),
    [
        (
            Organisation,
            ("Les Essais", "https://essais.example.org/", "", "", "", "", "", "", "", "", "", "", "Tract", ""),
            "content/organisations/les-essais.md",
        ),
        (Venue, ("Le Nord", "", "", "1000", "Brussel", "", "", "Tract", ""), "content/venues/le-nord.md"),
    ],
)
def test_every_collection_is_asked_in_every_language(
    model: type[Record], answers: tuple[str, ...], path: str, language: str
) -> None:
    draft, script = asked(model, *answers, language=language)
    assert (draft.path, script.objections) == (path, [])


def test_title_that_ascii_cannot_write_needs_an_id_that_is_typed() -> None:
    answers = (*CONCERT[2:], "", "", "", "", "", "", "Folder")
    _, script = asked(Event, "夜", "ليلة", *answers, "", "Nacht!", "nuit-ouverte", "nacht")
    assert len(script.objections) == 3


def options(*given: str) -> Form:
    filled = form(Event, "fr")
    fill_options(filled, given)
    return filled


COMPLETE = (
    "title.fr=Nuit",
    "type=visite guidée",
    "organisers=le ballon",
    "organisers=zinneke",
    "start=2027-03-12 20:00",
)


def test_options_alone_make_a_file() -> None:
    filled = form(Event, "fr")
    bodies = fill_options(filled, (*COMPLETE, "spoken_languages=néerlandais", "price.from=8", "body.fr=Un essai."))
    draft = draft_of(filled, bodies, "", YEAR)
    assert draft == Draft(
        "content/events/2027/nuit.md",
        '---\ntitle:\n  fr: "Nuit"\ntype: guided-tour\norganisers:\n  - ballon\n  - zinneke\nstart: 2027-03-12 20:00\n'
        "price:\n  from: 8\nspoken_languages:\n  - nl\n---\n\n# Français\n\nUn essai.\n",
    )


def test_options_that_make_no_file_say_why() -> None:
    with pytest.raises(NotFilled) as refused:
        draft_of(options("title.fr=夜", "start=12/03/2027"), {}, "", YEAR)
    assert [sentence.partition(":")[0] for sentence in refused.value.sentences] == [
        "Début (start) ",
        "Le champ « Type d’événement (type) » manque ; sans lui, la fiche ne peut pas paraître.",
        "Le champ « Organisation (organisers) » manque ; sans lui, la fiche ne peut pas paraître.",
        "Comment appeler le fichier ? En lettres sans accents, chiffres et traits d'union, par exemple nuit-ouverte ",
    ]
    with pytest.raises(NotFilled, match="« nuit-ouverte » est déjà"):
        draft_of(options(*COMPLETE), {}, "nuit-ouverte", YEAR)


def test_rule_between_fields_is_said_without_a_name() -> None:
    with pytest.raises(NotFilled) as refused:
        draft_of(options("title=Nuit", "type=concert", "organisers=ballon"), {}, "", YEAR)
    assert [sentence[:17] for sentence in refused.value.sentences] == ["Il manque la date"]


@pytest.mark.parametrize("option", ["title", "=x", "title.fr=", " ", "title..fr=x", "3.x=y", "dates.1.start=2027"])
def test_option_without_a_field_or_a_value_is_refused(option: str) -> None:
    with pytest.raises(WrongField):
        options(option)


@pytest.mark.parametrize("second", ["organisers.2=zinneke", "organisers.role=host", "title.0=Nuit"])
def test_option_that_leads_nowhere_is_refused(second: str) -> None:
    with pytest.raises(WrongField):
        options("title.fr=Nuit", "organisers=ballon", second)


def test_option_takes_the_place_of_a_plain_item() -> None:
    assert options("organisers=ballon", "organisers.0.role=host").entry == {"organisers": [{"role": "host"}]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nuit ouverte, porte close !", "nuit-ouverte-porte-close"),
        ("L’été à Sint-Gillis", "l-ete-a-sint-gillis"),
        ("Straße, œuvre, Łódź & Ærø", "strasse-oeuvre-lodz-aero"),
        ("2027", "2027"),
        ("夜", ""),
        ("Nuit 夜", ""),
        ("🎉 …", ""),
        (" ".join(["nuit"] * 20), "-".join(["nuit"] * 12)),
        ("x" * 90, "x" * 60),
    ],
)
def test_id_is_proposed_without_losing_a_letter(text: str, expected: str) -> None:
    assert proposed_id(text) == expected
    assert expected == "" or is_good_id(expected)


def test_id_of_another_file_gets_the_year_or_a_number() -> None:
    taken = {"nuit", "nuit-2027", "nuit-2"}
    assert [free_id(each, "2027", taken) for each in ("jour", "nuit", "")] == ["jour", "nuit-3", ""]


@pytest.mark.parametrize("record_id", ["", "Nuit", "nuit ouverte", "con", "../nuit", "nuit/jour", "8/12", "x" * 81])
def test_id_that_no_file_may_have_is_refused(record_id: str) -> None:
    assert not is_good_id(record_id)


def test_known_are_found_by_any_name() -> None:
    known = Known(RECORDS, STEMS)
    found = [known.find("organisations", typed) for typed in ("DE BALLON", "zinneke", "ballon", "balon")]
    assert found == ["ballon", "zinneke", "ballon", ""]
    assert known.near("organisations", "balon") == ["ballon"]
    assert known.near("venues", "vallei") == ["la-vallee"]
    assert known.label("organisations", "ballon", ("nl", "fr")) == "De Ballon"
    assert known.label("organisations", "broken", ("nl", "fr")) == "broken"


class Gone(Exception):
    """The person closed the terminal."""


TYPED = some.sampled_from(
    [
        "",
        "0",
        "1",
        "2",
        "5",
        "zinneke",
        "vallei",
        "12/03/2027",
        "2027-03-12 20u",
        "2027-03-14",
        "23:00",
        "gratis",
        "8/12",
    ]
)


@given(
    some.sampled_from([Event, Organisation, Venue]), some.lists(some.one_of(TYPED, some.text(max_size=12)), max_size=60)
)
def test_whatever_is_typed_is_answered(model: type[Record], lines: list[str]) -> None:
    left = iter(lines)

    class Anybody(Script):
        def ask(self, _prompt: str) -> str:
            if (typed := next(left, None)) is None:
                raise Gone
            return typed

    filled = form(model)
    with suppress(Gone):
        draft = ask_draft(filled, {}, "", Anybody(()), YEAR)
        assert path_faults(draft.path) == []
        assert parse_front_matter(draft.text).faults == []
