from __future__ import annotations

from affiche.model.campaign import Campaign
from affiche.outputs.social.hashtags import hashtags, typed_tags
from tests import factories as make


def test_a_hashtag_has_a_capital_for_each_word() -> None:
    assert hashtags(["arts visuels", "Molenbeek-Saint-Jean", "Musée d’Art", "KVS"]) == [
        *("#ArtsVisuels", "#MolenbeekSaintJean", "#MuséeDArt", "#KVS"),
    ]


def test_campaigns_write_their_hashtags_themselves() -> None:
    campaign = make.record(Campaign, "hiver", name="Hiver", hashtags=["hiverbxl"])
    assert typed_tags([campaign, campaign]) == ["#hiverbxl"]


def test_a_hashtag_stands_once_and_has_a_letter() -> None:
    assert hashtags(["Bal", "BAL", "2026", "…", "", "2026 en fête"]) == ["#Bal", "#2026EnFête"]
