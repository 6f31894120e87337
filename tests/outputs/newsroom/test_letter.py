"""How much of an edition a letter has: as much as mail programs show, a fair part of each group."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from affiche.model.event import Event
from affiche.outputs.newsroom.letter import fitted
from tests import factories as make
from tests.outputs.newsroom.letters import desk, letters, tree

GROUPS = st.lists(st.lists(st.integers(min_value=1, max_value=9), max_size=9), max_size=9)
#: The pages that have all of it.
WHOLE = {
    f"https://example.org/{path}/"
    for path in ("fr/agenda/2026/11", "nl/agenda/2026/11", "fr/changements", "nl/wijzigingen")
}
#: Where Gmail cuts a mail.
CLIPPED = 102_000


def same(size: int) -> int:
    return size


@given(GROUPS, st.integers(min_value=0, max_value=200))
def test_what_fits_is_the_beginning_of_each_group_and_no_more_than_there_is_room(
    groups: list[list[int]], room: int
) -> None:
    kept = fitted(groups, same, room)
    assert sum(map(sum, kept)) <= room
    assert [group[: len(held)] for group, held in zip(groups, kept, strict=True)] == kept


@given(GROUPS, st.integers(min_value=0, max_value=200))
def test_no_group_has_two_more_than_another_that_has_some_left(groups: list[list[int]], room: int) -> None:
    kept = fitted(groups, same, room)
    left = [len(held) for group, held in zip(groups, kept, strict=True) if len(held) < len(group)]
    assert all(len(held) <= shortest + 1 for held in kept for shortest in left)


@given(GROUPS)
def test_all_fits_where_there_is_room(groups: list[list[int]]) -> None:
    assert fitted(groups, same, 9 * 9 * 9) == groups


@pytest.mark.parametrize("language", ["fr", "nl"])
@pytest.mark.parametrize(("key", "total"), [("week", 90), ("weekend", 90), ("fortnight", 400), ("announced", 200)])
def test_a_letter_of_too_many_events_is_shown_whole_and_counts_what_it_leaves_out(
    language: str, key: str, total: int
) -> None:
    data = letters(desk(*map(long_event, range(400))))[f"{language}/{key}.html"].render()
    mail = tree(data)
    left = [int("".join(filter(str.isdigit, link.text))) for link in mail.xpath("//p[@class='more']/a")]
    assert 80_000 < len(data) < CLIPPED
    assert sum(left) + len(mail.xpath("//h3")) == total
    assert {link.get("href") for link in mail.xpath("//p[@class='more']/a")} <= WHOLE


def long_event(number: int) -> Event:
    """One of many a day for nine days, with texts that take room."""
    texts = {code: ("Ça & là, " * 12)[:90].strip() for code in ("fr", "nl")}
    start = f"2026-11-{21 + number % 9} {10 + number % 12}:00"
    return make.event(
        f"e-{number}", title=texts, summary=texts, start=start, venue="la-vallee", published="2026-11-20 09:00"
    )
