"""The settings of a site."""

from __future__ import annotations

import pytest

from affiche.model.settings import Settings


@pytest.mark.parametrize(
    ("site_url", "root", "address"),
    [
        ("https://affiche.example/", "/", "https://affiche.example/fr/"),
        ("https://affiche.example/agenda/", "/agenda/", "https://affiche.example/agenda/fr/"),
        ("https://affiche.example/a/b", "/a/b/", "https://affiche.example/a/b/fr/"),
    ],
)
def test_site_may_be_below_the_top_of_its_host(site_url: str, root: str, address: str) -> None:
    settings = Settings(site_url=site_url)
    assert (settings.root, settings.absolute("fr/")) == (root, address)


def test_settings_are_equal_by_value() -> None:
    assert Settings() == Settings()
    assert Settings(languages=("nl", "fr")) != Settings()
