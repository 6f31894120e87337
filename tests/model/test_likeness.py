from __future__ import annotations

import pytest

from affiche.model.likeness import are_alike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nuit ouverte", "nuit  OUVERTE !"),
        ("L'Été des sculptures", "l’ete des sculptures"),
        ("Nuit ouverte", "Nuit ouvrete"),
        ("Nuit des portes ouvertes", "La nuit des portes ouvertes"),
        ("Rue du Fort 12", "rue du Fort, 12"),
        ("Openluchtcinema", "Openlucht cinema"),
    ],
)
def test_texts_are_alike(one: str, other: str) -> None:
    assert are_alike([one], ["Autre", other])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nuit ouverte", "Open nacht"),
        ("Concert 3", "Concert 4"),
        ("Rue du Fort 12", "Rue du Fort 14"),
        ("Visite guidée", "Visite guidée de la réserve du musée"),
        ("Jazz", "Jazz à la maison"),
        ("Atelier A", "Atelier B"),
        ("Visite guidée en français", "Visite guidée en anglais"),
        ("Rondleiding in het Frans", "Rondleiding in het Engels"),
        ("!", "?"),
        ("", ""),
    ],
)
def test_texts_are_not_alike(one: str, other: str) -> None:
    assert not are_alike([one], [other])
