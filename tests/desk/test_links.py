from __future__ import annotations

import socket
from datetime import date, timedelta
from pathlib import Path

import pytest

from affiche.desk.links import Failing, count_failures, dead_links, links_of
from affiche.importers.links import try_links
from affiche.model.text import Text
from affiche.sources.link_state import StateUnreadable, load_link_state, save_link_state
from tests.factories import calendar, event, organisation, venue
from tests.importers.servers import fetcher, says, served

TODAY = date(2026, 11, 21)
URL = "https://zinneke.example.org/"


def test_links_are_those_of_every_field_but_the_sources_by_address() -> None:
    date_fields = {"start": "2026-12-05 20:00", "booking_url": "https://b.example.org/"}
    told = event(
        dates=[date_fields], online_url="https://a.example.org/", source=["https://source.example.org/"],
        links=[{"url": "https://c.example.org/"}, {"url": URL}], performers=[{"name": "Ana", "url": URL}],
    )  # fmt: skip
    house, place = organisation(social=["https://d.example.org/"]), venue(url=URL)
    found = links_of(calendar(told, house, place))
    assert found.pop(URL) == [told, house, place]
    assert sorted(found) == [f"https://{host}.example.org/" for host in "abcd"]


def test_links_of_a_body_are_tried_in_every_language() -> None:
    body = Text.of(fr=f"[Ici]({URL}), www.a.example.org et mailto:b@example.org", nl="<https://b.example.org/>")
    assert [*links_of(calendar(event(body=body)))] == [URL, "http://www.a.example.org", "https://b.example.org/"]


def test_an_event_that_is_over_has_no_links_to_mend() -> None:
    assert links_of(calendar(event(start="2026-11-01 20:00", online_url=URL))) == {}


def test_failures_in_a_row_are_counted_from_the_first_day() -> None:
    before = {URL: Failing(2, date(2026, 11, 7), "time"), "https://gone.example.org/": Failing(1, TODAY, "404")}
    tried = {URL: "404", "https://new.example.org/": "host", "https://well.example.org/": ""}
    assert count_failures(before, tried, TODAY) == {
        URL: Failing(3, date(2026, 11, 7), "404"),
        "https://new.example.org/": Failing(1, TODAY, "host"),
    }


def test_an_address_that_answers_begins_again() -> None:
    assert count_failures({URL: Failing(2, TODAY, "404")}, {URL: ""}, TODAY) == {}


@pytest.mark.parametrize(("answer", "counted"), [("host", 0), ("", 9)])
def test_nothing_is_counted_when_nothing_at_all_answers(answer: str, counted: int) -> None:
    tried = {f"https://{number}.example.org/": "host" for number in range(9)} | {URL: answer}
    assert len(count_failures({}, tried, TODAY)) == counted


@pytest.mark.parametrize(
    ("times", "since", "is_dead"),
    [(3, 7, False), (9, 0, False), (3, 14, True), (2, 14, True), (3, 13, True), (1, 30, False)],
)
def test_a_link_is_dead_after_two_weeks_of_failures(times: int, since: int, *, is_dead: bool) -> None:
    house = organisation()
    found = dead_links(calendar(house), {URL: Failing(times, TODAY - timedelta(days=since), "404")})
    assert [(link.record, link.url) for link in found] == ([(house, URL)] if is_dead else [])


def test_a_dead_address_that_content_names_no_more_is_nobodys() -> None:
    assert dead_links(calendar(organisation()), {"https://old.example.org/": Failing(9, TODAY, "404")}) == []


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        *(("200 OK", ""), ("404 Not Found", "404"), ("410 Gone", "410"), ("500 Error", "500"), ("503 Later", "503")),
        *(("403 Forbidden", ""), ("405 Not Allowed", ""), ("429 Too Many Requests", ""), ("999 Denied", "")),
    ],
)
def test_a_page_is_gone_or_there_by_its_status(status: str, reason: str) -> None:
    with served(says(status)) as port:
        url = f"http://site.example:{port}/"
        assert try_links([url], fetcher()) == {url: reason}


def test_links_of_many_hosts_are_each_tried_once() -> None:
    heads: list[str] = []

    def note(stream: socket.socket, head: str) -> None:
        heads.append(head.split()[1])
        says("200 OK")(stream, head)

    with served(note) as port:
        urls = [f"http://{host}.example:{port}/{page}" for host in "abc" for page in (1, 2)]
        assert try_links(urls, fetcher()) == dict.fromkeys(urls, "")
    assert sorted(heads) == ["/1", "/1", "/1", "/2", "/2", "/2"]


def test_a_host_that_stays_silent_is_asked_no_more() -> None:
    asked: list[str] = []

    def resolve(host: str, _port: int) -> list[str]:
        asked.append(host)
        return []

    urls = [f"https://{host}.example/{page}" for host in "ab" for page in range(9)]
    assert try_links(urls, fetcher(resolve=resolve)) == dict.fromkeys(urls, "host")
    assert sorted(asked) == ["a.example"] * 3 + ["b.example"] * 3


def test_what_is_known_of_links_is_kept_in_a_file(tmp_path: Path) -> None:
    file, state = tmp_path / "known" / "links.json", {URL: (2, TODAY, "404")}
    assert load_link_state(file) == {}
    save_link_state(file, state)
    assert load_link_state(file) == state
    assert [path.name for path in file.parent.iterdir()] == ["links.json"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"version": 2, "failing": {}}',
        '{"version": 1, "failing": {"a": {"times": "x"}}}',
        "null",
        "[" * 5_000,
    ],
)
def test_a_file_of_something_else_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "links.json").write_text(text)
    with pytest.raises(StateUnreadable):
        load_link_state(tmp_path / "links.json")
