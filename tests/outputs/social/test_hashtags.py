from __future__ import annotations

from affiche.outputs.social.hashtags import hashtags


def test_a_hashtag_has_a_capital_for_each_word() -> None:
    assert hashtags(["arts visuels", "Molenbeek-Saint-Jean", "Musée d’Art", "KVS"]) == [
        *("#ArtsVisuels", "#MolenbeekSaintJean", "#MuséeDArt", "#KVS"),
    ]


def test_a_hashtag_stands_once_and_has_a_letter() -> None:
    assert hashtags(["Bal", "BAL", "2026", "…", "", "2026 en fête"]) == ["#Bal", "#2026EnFête"]
