"""States in titles, and the same words in real titles."""

from __future__ import annotations

import time

import pytest

from affiche.checks.title_marks import read_marks

CANCELLED, POSTPONED, RESCHEDULED = ({"status": status} for status in ("cancelled", "postponed", "rescheduled"))
FULL, LAST, WAITING = ({"availability": state} for state in ("sold-out", "limited", "waiting-list"))


@pytest.mark.parametrize(
    ("title", "states", "cleaned"),
    [
        ("ANNULÉ - Nuit ouverte", CANCELLED, "Nuit ouverte"),
        ("ANNULE Nuit ouverte", CANCELLED, "Nuit ouverte"),
        ("Annulée : Nuit ouverte", CANCELLED, "Nuit ouverte"),
        ("ANNULÉ·E·S – Nuit ouverte", CANCELLED, "Nuit ouverte"),
        ("**ANNULÉ** Nuit ouverte", CANCELLED, "Nuit ouverte"),
        ("#ANNULÉ# Nuit ouverte", CANCELLED, "Nuit ouverte"),
        ("GEANNULEERD / ANNULÉ Nuit ouverte", CANCELLED, "Nuit ouverte"),
        ("Nuit ouverte (ANNULÉ / GEANNULEERD)", CANCELLED, "Nuit ouverte"),
        ("Open nacht: afgelast", CANCELLED, "Open nacht"),
        ("Canceled! Open night", CANCELLED, "Open night"),
        ("NUIT OUVERTE - CANCELLED", CANCELLED, "NUIT OUVERTE"),
        ("UITGESTELD: Open nacht", POSTPONED, "Open nacht"),
        ("[Reporté] Nuit ouverte", POSTPONED, "Nuit ouverte"),
        ("Open nacht | nieuwe datum", RESCHEDULED, "Open nacht"),
        ("REPORTÉ : NOUVELLE DATE, Nuit", RESCHEDULED, "Nuit"),
        ("VERPLAATST! Open nacht", RESCHEDULED, "Open nacht"),
        ("Nuit [EN LIGNE]", {"status": "moved-online"}, "Nuit"),
        ("Nuit ouverte COMPLET", FULL, "Nuit ouverte"),
        ("Nuit ouverte · COMPLET", FULL, "Nuit ouverte"),
        ("Jazz! Volzet!", FULL, "Jazz!"),
        ("Visite COMPLÈTE", FULL, "Visite"),
        ("sold-out – Nuit", FULL, "Nuit"),
        ("Nuit ouverte (complet) !", FULL, "Nuit ouverte"),
        ("Nuit – dernières places !", LAST, "Nuit"),
        ("LAATSTE PLAATSEN Nacht", LAST, "Nacht"),
        ("Nuit (liste d’attente)", WAITING, "Nuit"),
        ("UITVERKOCHT - WACHTLIJST - Nacht", WAITING, "Nacht"),
        ("ANNULÉ ! COMPLET ! Nuit", CANCELLED | FULL, "Nuit"),
        ("Nuit ouverte - NOUVELLE DATE : 12 mai", RESCHEDULED, ""),
        ("Nieuwe datum: 12 mei", RESCHEDULED, ""),
        ("REPORTÉ au 12 mai : Nuit", POSTPONED, ""),
        ("Nuit REPORTÉ au 12 mai", POSTPONED, ""),
        ("Nuit (annulé pour cause de pluie)", CANCELLED, ""),
    ],
)
def test_state_is_read_where_it_is_marked(title: str, states: dict[str, str], cleaned: str) -> None:
    marks = read_marks(title)
    assert marks is not None
    assert (marks.states, marks.title) == (states, cleaned)


@pytest.mark.parametrize(
    "title",
    [
        "Le complet veston",
        "Complet-veston",
        "complet-veston - une pièce",
        "Œuvres complètes",
        "Zinneke (Œuvres complètes)",
        "The COMPLETE works",
        "Ticket complet",
        "Mon complet : une histoire",
        "NUIT OUVERTE COMPLET",
        "« COMPLET » : lecture",
        "COMPLET",
        "[Annulé]",
        "Annulé, une comédie",
        "Annulé ? Une comédie",
        "Annulé·e·s",
        "NUIT ANNULÉE",
        "Histoire d'un concert annulé",
        "Le train reporté",
        "Report: the state of things",
        "Nouvelle date pour un rendez-vous",
        "Nieuwe data: een workshop over cijfers",
        "Verplaatst door de wind",
        "Atelier en ligne",
        "En ligne : danse",
        "ONLINE: a talk",
        "Online - festival",
        "Une liste d'attente",
        "Dernières places",
    ],
)
def test_words_of_a_title_are_no_state(title: str) -> None:
    assert read_marks(title) is None


@pytest.mark.parametrize("title", ["annulé " * 40 + "x", "complet" + " " * 280 + "x", "- " * 140 + "annulé"])
def test_no_title_takes_long_to_read(title: str) -> None:
    started = time.process_time()
    read_marks(title)
    assert time.process_time() - started < 2
