"""The state of the files of organisations, for the council."""

from __future__ import annotations

from affiche.outputs.pages.profiles import _profiles, _view
from tests import factories as make
from tests.pages import BuiltSite

SEEKS = {"kind": "space", "text": {"fr": "Une salle", "nl": "Een zaal"}}


def test_files_that_say_least_stand_first_with_what_to_add(small: BuiltSite) -> None:
    page = small.page("fr/fiches/")
    points = [int(text.split()[0]) for text in page.texts("//main//li/p/strong")]
    assert (len(points), points) == (3, sorted(points))
    assert page.texts("//main//li/h2") == ["Bureau du Dehors", "Den Hoek", "Zinneke"]
    assert page.texts("//main//li/p")[0].startswith("Ajoutez une adresse e-mail ou un numéro de téléphone")


def test_the_state_of_files_is_not_for_search_engines(small: BuiltSite) -> None:
    assert small.page("nl/fiches/").all("//meta[@name='robots'][@content='noindex']")
    assert b"/fiches/" not in small.files["sitemap.xml"]


def test_the_mean_is_that_of_the_indicators_half_a_point_up() -> None:
    house, other = make.organisation(), make.organisation("kvs", disciplines=["dance"], kind="venue", seeks=[SEEKS])
    view = _view(_profiles(make.site(house, other), frozenset(), "fr"))
    assert ([each.points for each in view["profiles"]], view["mean"]) == ([20, 33], 27)
