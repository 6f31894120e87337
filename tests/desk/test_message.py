"""What a problem says, in the words of a language."""

from __future__ import annotations

import pytest

from affiche.desk.message import message, shown
from affiche.problems import Problem


def said(code: str, language: str = "fr", **values: str) -> str:
    return message(Problem("content/events/nuit.md", 1, 1, code, "title", values=values), language)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", "« alt » n'existe pas encore en néerlandais, anglais ; en attendant, le site montre l'autre langue."),
        ("nl", '"alt" bestaat nog niet in het Nederlands, Engels; intussen toont de site de andere taal.'),
        ("en", '"alt" does not exist in Dutch, English yet; in the meantime the site shows the other language.'),
    ],
)
def test_languages_are_named_in_the_language_of_the_message(language: str, expected: str) -> None:
    assert said("translation-missing", language, name="alt", languages="nl, en") == expected


def test_a_reason_has_a_sentence_of_its_own() -> None:
    impossible = said("moment-impossible", value="2027-03-28 02:30", reason="clock")
    assert impossible == "« dimanche 2027-03-28 02:30 » n'existe pas : cette nuit-là, on avance l'heure."
    unknown = said("organiser-unknown", "en", value="zineke", reason="near", near="zinneke")
    nearest = '"zineke" is the id of no organisation. The nearest: zinneke. If it is none of these, '
    assert unknown == f"{nearest}add it first with the form for organisations on the site."


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", "La date passe de samedi 2026-12-05 20:00 à 2027-03."),
        ("nl", "De datum gaat van zaterdag 2026-12-05 20:00 naar 2027-03."),
        ("en", "The date moves from Saturday 2026-12-05 20:00 to 2027-03."),
    ],
)
def test_dates_are_said_with_their_weekday(language: str, expected: str) -> None:
    moved = said("start-moved", language, old="2026-12-05 20:00", new="2027-03")
    assert f"{moved.partition('.')[0]}." == expected


def test_weekdays_are_those_of_each_date_and_of_real_ones_only() -> None:
    assert ": samedi 2026-12-05, lundi 2026-12-07." in said("performance-removed", value="2026-12-05, 2026-12-07")
    assert said("moment-impossible", value="2026-02-30").startswith("« 2026-02-30 » n'existe pas")
    assert "publiée sous le nom « 2026-12-05-nuit » :" in said("id-changed", id="nuit", old="2026-12-05-nuit")
    assert "sans doute samedi 2026-10-03." in said("date-format", value="3/10/2026", near="2026-10-03", reason="near")


def test_weekday_stands_before_what_somebody_wrote() -> None:
    problem = Problem("content/events/nuit.md", 1, 1, "end-before-start", values={"start": "2026-12-05", "end": "x"})
    assert "(Saturday `2026-12-05`)" in message(problem, "en", lambda text: f"`{text}`")


def test_a_refused_link_says_why_in_the_words_for_addresses() -> None:
    assert said("link-refused", "en", url="www.x.org", reason="scheme-missing") == (
        "This link is left out, only its text stays. "
        'The address "www.x.org" is incomplete: https:// is missing at its start.'
    )


def test_bytes_are_told_in_larger_units_rounded_up() -> None:
    assert "128 ko" in said("file-too-large", limit="128000")
    assert "5 MB" in said("image-too-heavy", "nl", limit="5000000")
    assert said("text-too-long", "en", what="body", length="20001", limit="20000") == (
        "The description in one language takes 21 kB; the site accepts 20 kB."
    )


def test_numbers_are_grouped_as_the_language_does() -> None:
    values = {"width": "1", "height": "1", "limit": "40000000", "side": "12000"}
    assert [said("image-too-large", language, **values).count(group) for language, group in (
        ("fr", "40 000 000"), ("nl", "40.000.000"), ("en", "40,000,000"),
    )] == [1, 1, 1]  # fmt: skip


def test_long_values_are_cut_and_lists_of_ours_are_not() -> None:
    assert said("time-format", "en", value="x" * 300) == (
        f'In "{"x" * 200}…" the hour is not written as the site can read it: 20:30, from 00:00 to 23:59.'
    )
    assert said("value-unknown", "en", value="x", choices="y" * 300) == f'"x" is not in the list. Choices: {"y" * 300}.'


def test_braces_of_values_are_no_names() -> None:
    assert said("quotes-needed", "en", value="{field} {0}").startswith('"{field} {0}" holds')


def test_what_could_hide_or_move_something_is_spelt_out() -> None:
    assert shown("a\nb\u202ec\x1b\udcff") == "a\\u{A}b\\u{202E}c\\u{1B}\\u{DCFF}"
