"""What is offered and sought, and what of it could meet."""

from __future__ import annotations

from datetime import date

import pytest

from affiche.outputs.exchange import (
    MOST_PROPOSED,
    Match,
    Notice,
    find_matches,
    matches_for,
    matches_of,
    notices_of,
)
from tests import factories as make

TEXT = {"fr": "Un espace"}


def notice(side: str, maker: str = "a", kind: str = "space", **held: object) -> Notice:
    owner = make.organisation(maker)
    return Notice(side, kind, owner.name, owner, frozenset({maker}), **held)  # type: ignore[arg-type]


def met(*notices: Notice) -> list[tuple[str, str]]:
    return [(match.offer.owner.id, match.seek.owner.id) for match in find_matches(notices)]


@pytest.mark.parametrize(
    ("offer", "seek", "count"),
    [
        ({}, {}, 1),
        ({"kind": "funding"}, {}, 0),
        ({"maker": "b"}, {"maker": "b"}, 0),
        ({"disciplines": ("dance", "music")}, {"disciplines": ("music",)}, 1),
        ({"disciplines": ("dance",)}, {"disciplines": ("music",)}, 0),
        ({"disciplines": ("dance",)}, {}, 1),
        ({"disciplines": ("multidisciplinary",)}, {"disciplines": ("music",)}, 1),
        ({"countries": ("BE", "FR")}, {"countries": ("FR", "JP")}, 1),
        ({"countries": ("BE",)}, {"countries": ("FR",)}, 0),
        ({"countries": ("BE",)}, {}, 1),
    ],
)
def test_an_offer_and_a_wish_meet_by_kind_discipline_and_country(
    offer: dict[str, object], seek: dict[str, object], count: int
) -> None:
    found = met(notice("offers", **{"maker": "a", **offer}), notice("seeks", **{"maker": "c", **seek}))  # type: ignore[arg-type]
    assert len(found) == count


def test_a_match_says_what_both_state() -> None:
    offer = notice("offers", disciplines=("dance", "music"), countries=("BE", "FR"))
    seek = notice("seeks", "b", disciplines=("music", "film"), countries=("FR",))
    assert [*find_matches([offer, seek])] == [Match(offer, seek, ("music",), ("FR",))]


def test_the_offers_that_share_most_are_proposed_and_no_more_than_a_few() -> None:
    offers = [notice("offers", f"o{number}") for number in range(9)]
    near = notice("offers", "near", disciplines=("music",))
    found = met(*offers, near, notice("seeks", "s", disciplines=("music",)))
    assert found == [("near", "s"), *((f"o{number}", "s") for number in range(MOST_PROPOSED - 1))]


def test_notices_are_those_of_today_of_organisations_projects_and_calls() -> None:
    late, last = ({"kind": "space", "text": TEXT, "until": day} for day in ("2026-11-20", "2026-11-21"))
    site = make.site(
        make.organisation(offers=[late, last], disciplines=["music"]),
        make.organisation("fini", status="inactive", offers=[last]),
        make.group(disciplines=["circus"]),
        make.project(groups=["theatre"], countries=["FR"], seeks=[{"kind": "partner", "text": TEXT}]),
        make.call(disciplines=["dance"]),
        make.call("salon", kind="fair"),
        make.call("trop-tard", deadline="2026-11-20"),
    )
    assert [(each.side, each.kind, each.owner.id, each.disciplines, each.countries) for each in notices_of(site)] == [
        ("seeks", "partner", "parade", ("circus",), ("FR",)),
        ("offers", "residency", "residence", ("dance",), ()),
        ("offers", "space", "zinneke", ("music",), ()),
    ]


def test_a_project_is_not_matched_with_its_own_partners() -> None:
    space = {"kind": "space", "text": TEXT}
    partner, other = make.organisation(offers=[space]), make.organisation("kvs", offers=[space])
    site = make.site(partner, other, make.project(seeks=[space]))
    assert [match.offer.owner.id for match in matches_of(site)] == ["kvs"]
    assert (len(matches_for(site, other)), len(matches_for(site, partner))) == (1, 0)


def test_a_call_is_not_matched_with_who_calls_under_a_former_id() -> None:
    former = make.organisation("ancien", replaced_by="zinneke")
    seeking = make.organisation(seeks=[{"kind": "residency", "text": TEXT}])
    assert not matches_of(make.site(former, seeking, make.call(organisations=["ancien"])))


def test_matching_looks_at_a_part_of_what_is_offered() -> None:
    """What could meet thousands of times costs as much as what could meet some times."""
    offers = [notice("offers", f"o{number}") for number in range(400)]
    seeks = [notice("seeks", f"s{number}", until=date(2027, 1, 1)) for number in range(400)]
    assert len(met(*offers, *seeks)) == 400 * MOST_PROPOSED
