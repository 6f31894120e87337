"""Where in a file a person's mailbox or mobile number is found, and what only looks like one."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from affiche.checks.contacts import check_contacts
from affiche.checks.mailboxes import is_personal, mailboxes_in
from affiche.checks.telephones import mobiles_in
from tests.scopes import Told, event, organisation, scope_of, told

MOBILES = [
    *("0470123456", "0470 12 34 56", "0470 123 456", "0470/12.34.56", "0470-12-34-56", "(0470) 12 34 56"),
    *("04 70 12 34 56", "04.70.12.34.56", "Tél.0470/123456", "GSM:0470123456", "0470\u00a012\u202f34 56"),
    *("+32470123456", "+32 470 12 34 56", "+32 (0)470/12.34.56", "+32.470.12.34.56", "0032 470 12 34 56"),
    *("+33 6 12 34 56 78", "+31 6 12345678", "+352 621 123 456", "+49 151 12345678", "+44 (0)7700 900123"),
    *("+34 612 345 678", "+39 312 345 6789", "+351 912 345 678", "+41 79 123 45 67", "tel:+32470123456"),
    *("https://wa.me/32470123456", "https://api.whatsapp.example/send?phone=%2B32470123456", "t.me/+32470123456"),
]
LOOK_ALIKES = [
    *("02 123 45 67", "02/123.45.67", "+32 2 123 45 67", "04 222 11 11", "04/222.11.11", "+32 (0)4 222 11 11"),
    *("+33 1 23 45 67 89", "+31 20 123 4567", "+49 30 1234567", "0800 12 345", "070 123 456", "1204"),
    *("TVA BE 0470.123.465", "BE0470123456", "0470.123.465", "BE12 0471 2345 6734", "+++047/1234/56789+++"),
    *("ISBN 978-2-07-036822-8", "0-4705-1234-3", "50.8470123456, 4.3571234567", "2026-04-25 20:00"),
    *("04/5/2026 20.00", "04/05, 05/05, 06/05/2026", "de 8 à 12 €", "20470123456", "04701234567"),
    *(
        "https://example.org/?id=0470123456",
        "https://example.org/0470123456/",
        "nuit-0470123456",
        "20.00 32 470 12",
    ),
]
MAILBOXES = [
    *(("ana.exemple@zinneke.be", True), ("a.exemple@zinneke.be", True), ("sarah@zinneke.be", True)),
    *(("Ana_Exemple@zinneke.be", True), ("anaexemple@gmail.com", True), ("ana.van-exemple@zinneke.be", True)),
    *(("sarah1080@zinneke.be", True), ("jan.en.piet@zinneke.be", True), ("sarah+tim@zinneke.be", True)),
    *(("1080@zinneke.be", False), ("boxoffice@zinneke.be", False), ("sarah@sarah.be", False)),
    *(("info@zinneke.be", False), ("info.ana@zinneke.be", False), ("zinneke@gmail.com", False)),
    *(("la.vallee@gmail.com", False), ("lavallee1080@hotmail.com", False), ("open.call@zinneke.be", False)),
    *(("ecoledemusique@gmail.com", False), ("pers@vzw.be", False), ("zinneke.parade@zinneke.be", False)),
    *(
        ("vrijwilligers.noord@zinneke.be", False),
        ("press.officer@zinneke.be", False),
        ("exemple@zinneke.be", False),
    ),
]


def found_in(root: Path, text: str) -> list[Told]:
    """What is told of an event of Zinneke's."""
    files = {"events/nuit.md": text, "organisations/zinneke.md": organisation()}
    return told(check_contacts(scope_of(root, files)))


def test_a_comment_is_told_at_its_line(tmp_path: Path) -> None:
    text = event("start: 2026-12-05 20:00  # Ana : 0470-123456")
    assert found_in(tmp_path, text) == [Told("events/nuit.md", "5:34", "", "contact-personal")]


def test_a_field_that_cannot_be_read_is_looked_at_too(tmp_path: Path) -> None:
    text = event("start: 2026-12-05 20:00", "booking:", "  phone: 0470/12.34.56 ou 57")
    assert found_in(tmp_path, text) == [Told("events/nuit.md", "7:10", "booking.phone", "contact-personal")]


def test_a_text_of_several_lines_is_told_where_it_begins(tmp_path: Path) -> None:
    text = event("start: 2026-12-05 20:00", "source:", "  - |", "    Ana", "    0470 12 34 56")
    assert found_in(tmp_path, text) == [Told("events/nuit.md", "7:5", "source.0", "contact-personal")]


def test_a_number_is_told_once_a_line(tmp_path: Path) -> None:
    text = event("language: fr", "start: 2026-12-05 20:00") + "\nAna\n[0470123456](tel:0470123456)\n\n0470123456\n"
    expected = [Told("events/nuit.md", at, "body.fr", "contact-personal") for at in ("10:2", "12:1")]
    assert found_in(tmp_path, text) == expected


def test_the_lines_of_each_language_count_from_the_top_of_the_file(tmp_path: Path) -> None:
    body = "\n\n# Français\n\n\nUne nuit.\n\n# Nederlands\n\n\nEen nacht.\n\nBel 0470 12 34 56.\n"
    expected = [Told("events/nuit.md", "19:5", "body.nl", "contact-personal")]
    assert found_in(tmp_path, event("start: 2026-12-05 20:00") + body) == expected


@pytest.mark.parametrize(
    "text",
    MOBILES,
)
def test_a_mobile_number_is_found_however_it_is_written(text: str) -> None:
    (found,) = mobiles_in(f"Ana : {text}.")
    assert found[1].strip("+") in text


@pytest.mark.parametrize(
    "text",
    LOOK_ALIKES,
)
def test_what_only_looks_like_a_mobile_number_is_none(text: str) -> None:
    assert [*mobiles_in(f"Infos : {text}.")] == []


@pytest.mark.parametrize(
    ("mailbox", "expected"),
    MAILBOXES,
)
def test_a_mailbox_is_a_persons_or_a_services(mailbox: str, *, expected: bool) -> None:
    assert is_personal(mailbox, frozenset({"zinneke", "la", "vallee", "lavallee"})) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Écrire à <ana@zinneke.be>, ou bea@zinneke.be.", ["ana@zinneke.be", "bea@zinneke.be"]),
        ("[Ana](mailto:ana@zinneke.be)", ["ana@zinneke.be"]),
        ("l’adresse d’ana@zinneke.be", ["ana@zinneke.be"]),
        ("@ana.exemple et @ana@social.example.org", []),
        ("https://social.example.org/@ana.exemple, ana @ zinneke.be", []),
    ],
)
def test_mailboxes_are_found_in_a_text(text: str, expected: list[str]) -> None:
    assert [mailbox for _, mailbox in mailboxes_in(text)] == expected


@pytest.mark.parametrize(
    "text", ["a" * 20_000 + "@", "a@" * 10_000, "a@" + "b." * 10_000, "0" * 20_000, "+32 (0) " * 2_500]
)
def test_no_text_takes_long(text: str) -> None:
    start = time.process_time()
    assert [*mailboxes_in(text), *mobiles_in(text)] in ([], [(0, "a@b.b.b.b.b.b")])
    assert time.process_time() - start < 1
