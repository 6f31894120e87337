"""Organisations."""

from __future__ import annotations

from decimal import Decimal

import pytest

from affiche.model.organisation import Organisation
from affiche.model.text import Text
from tests.factories import organisation
from tests.typed import codes_of


def test_organisation_is_called_by_its_name() -> None:
    assert organisation(name={"fr": "La Vallée", "nl": "De Vallei"}).label == Text.of(fr="La Vallée", nl="De Vallei")


def test_organisation_is_active_and_belgian_unless_it_says_otherwise() -> None:
    assert (organisation().status, organisation().country) == ("active", "BE")
    assert (organisation(status="inactive").status, organisation(country="FR").country) == ("inactive", "FR")


def test_offer_says_what_and_until_when() -> None:
    [offer] = organisation(offers=[{"kind": "space", "text": {"fr": "Salle"}, "until": "2027-01-31"}]).offers
    assert (offer.kind, dict(offer.text), str(offer.until)) == ("space", {"fr": "Salle"}, "2027-01-31")


def test_place_of_an_organisation_is_two_degrees() -> None:
    assert organisation(geo=["50.8466", "4.3528"]).geo == (float(Decimal("50.8466")), float(Decimal("4.3528")))


@pytest.mark.parametrize(
    ("field", "value", "problem"),
    [
        ("name", None, ("field-missing", "")),
        ("url", None, ("field-missing", "")),
        ("url", "zinneke.example.org", ("url-format", "url")),
        ("founded", "94", ("year-format", "founded")),
        ("email", "info", ("email-format", "email")),
        ("phone", "appelez", ("phone-format", "phone")),
        ("maintainers", ["la vallee"], ("account-format", "maintainers.0")),
        ("offers", [{"kind": "room", "text": "a"}], ("value-unknown", "offers.0.kind")),
        ("feeds", [{"type": "ics"}], ("field-missing", "feeds.0")),
        ("languages", ["fr", "FR"], ("language-unknown", "languages.1")),
    ],
)
def test_field_of_an_organisation_is_refused_where_it_stands(
    field: str, value: object, problem: tuple[str, str]
) -> None:
    assert codes_of(Organisation, **{field: value}) == [problem]
