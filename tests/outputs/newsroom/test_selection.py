"""The choice of editors for a campaign: in their order, with their words, while the campaign is on."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from affiche.outputs.newsroom.output import NEWSROOM
from tests import factories as make
from tests.outputs.newsroom.letters import desk, letters, text, tree

DAYS: dict[str, Any] = {"from": "2026-11-15", "until": "2026-12-31"}
HIVER = make.campaign(
    "hiver",
    name={"fr": "L’hiver en scène", "nl": "Winter op de planken"},
    slogan={"fr": "Une ville, cent lumières."},
    selection=[
        {"event": "bal", "comment": {"fr": "Pour ceux qui dansent.", "nl": "Voor wie danst."}},
        "hier",
        "entre-nous",
        "ancien",
        {"event": "nuit"},
    ],
    **DAYS,
)
EVENTS = (
    make.event("nuit", start="2026-12-01 20:00"),
    make.event("bal", start="2026-12-05 20:00"),
    make.event("hier", start="2026-11-20 20:00"),
    make.event("entre-nous", start="2026-12-03 10:00", audience="professionals"),
)


def test_a_selection_has_the_slogan_and_what_is_to_come_in_its_order_each_with_its_comment() -> None:
    mail = tree(text(desk(HIVER, *EVENTS), "fr/campaign-hiver.html"))
    assert mail.xpath("//h1//text()") == ["L’hiver en scène"]
    assert mail.xpath("string(//p[@class='lead'])") == "Une ville, cent lumières."
    assert mail.xpath("//h3/a/@href") == [f"https://example.org/fr/evenements/{name}/" for name in ("bal", "nuit")]
    assert ["".join(each.itertext()) for each in mail.xpath("//p[@class='comment']")] == ["Pour ceux qui dansent."]
    assert "Voor wie danst.\nhttps://example.org/nl/evenementen/bal/" in text(
        desk(HIVER, *EVENTS), "nl/campaign-hiver.txt"
    )


@pytest.mark.parametrize(
    ("moment", "there"),
    [
        *((datetime(2026, 11, 14, 12, tzinfo=UTC), False), (datetime(2026, 11, 15, 12, tzinfo=UTC), True)),
        *((datetime(2026, 12, 31, 12, tzinfo=UTC), True), (datetime(2027, 1, 1, 12, tzinfo=UTC), False)),
    ],
)
def test_a_selection_is_there_while_its_campaign_is_on(moment: datetime, *, there: bool) -> None:
    assert ("fr/campaign-hiver.html" in letters(desk(HIVER, *EVENTS, now=moment))) is there


def test_a_campaign_for_which_nothing_is_chosen_has_no_selection() -> None:
    assert "fr/campaign-regle.html" not in letters(desk(make.campaign("regle", types=["concert"]), *EVENTS))


def test_a_selection_changes_with_its_campaign() -> None:
    other = make.campaign("hiver", name="Winter", selection=["bal", "nuit"], **DAYS)
    before, after = (
        {each.path: each.fingerprint for each in NEWSROOM.artifacts(desk(campaign, *EVENTS))}
        for campaign in (HIVER, other)
    )
    changed = {path for path in before if before[path] != after[path]}
    files = {f"mail/{language}/campaign-hiver.{suffix}" for language in ("fr", "nl") for suffix in ("html", "txt")}
    assert changed == files | {"fr/redaction/index.html", "nl/redactie/index.html"}
