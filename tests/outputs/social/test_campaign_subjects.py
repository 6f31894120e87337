from __future__ import annotations

from typing import Any

import pytest

from affiche.model.campaign import Campaign
from affiche.outputs.poster import Poster
from affiche.outputs.social.campaign_subjects import campaign_subjects, kit_campaigns
from tests import factories as make
from tests.outputs.social.kits import kit_site


def campaign(**typed: Any) -> Campaign:
    plain = {"name": {"fr": "L’hiver", "nl": "De winter"}, "slogan": {"fr": "Une ville, cent lumières."}}
    return make.record(Campaign, "hiver", **{**plain, "hashtags": ["hiverbxl"], "from": "2026-11-15", **typed})


def test_a_campaign_has_a_kit_with_its_events_for_each_of_their_organisations() -> None:
    bal = make.event("bal", title="Bal", campaigns=["hiver"], start="2026-11-22 20:00")
    (kit,) = campaign_subjects(kit_site(bal, campaign(until="2026-12-31")), "fr")
    assert (kit.key, kit.path) == ("hiver", "fr/kit-social/campagnes/hiver/")
    assert (kit.title.text, kit.kind, kit.place) == ("L’hiver", "Campagne · 1 événement", "Une ville, cent lumières.")
    assert (kit.when, kit.poster) == ("Du 15 novembre au 31 décembre 2026", Poster("jusqu’au", "31", "décembre"))
    assert kit.lines == ("• dim. 22 nov., 20 h, Bal",)
    assert (kit.tags, kit.houses) == (("#hiverbxl", "#Bruxelles", "#Brussels"), ("zinneke",))


def test_a_campaign_does_not_speak_another_language() -> None:
    (kit,) = campaign_subjects(kit_site(campaign()), "nl")
    assert (kit.title.text, kit.place, kit.facts) == ("De winter", "", ())


@pytest.mark.parametrize(
    ("typed", "there"),
    [
        ({"until": "2026-11-21"}, True),
        ({"until": "2026-11-20"}, False),
        ({"from": "2027-01-16"}, True),
        ({"from": "2027-01-17"}, False),
    ],
)
def test_a_campaign_has_a_kit_while_it_is_on_or_near(typed: dict[str, str], there: bool) -> None:  # noqa: FBT001
    site = kit_site(campaign(**typed))
    assert bool(kit_campaigns(site)) == there
