"""Parts that the pages of all collections share."""

from __future__ import annotations

from affiche.outputs.pages.record_parts import sources
from tests.factories import event


def test_sources_of_one_host_are_told_apart() -> None:
    paths = ("", "fr/nous/", "une-page-dont-l-adresse-est-tres-bien-trop-longue-ici")
    links = [f"https://example.org/{path}" for path in paths]
    found = sources(event(source=[*links, "https://other.example/a", "Un tract"]))
    assert [each.href for each in found] == [*links, "https://other.example/a", ""]
    assert [each.text for each in found] == [
        "example.org",
        "example.org/fr/nous",
        "example.org/une-page-dont-l-adresse-est-tres-bien-trop-long…",
        "other.example",
        "Un tract",
    ]
