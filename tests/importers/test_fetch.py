"""What is fetched stays within its bounds, whatever the server does."""

from __future__ import annotations

import shutil
import socket
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from affiche.importers.fetch import Bounds, Fetcher, Unfetched
from affiche.importers.public_address import is_public
from tests.importers.servers import QUICK, Answer, certificate_of, fetcher, says, served

NAME = "site.example"
needs_openssl = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate")


def reason_of(answer: Answer, asks: Fetcher | None = None, path: str = "/") -> str:
    """Why nothing comes from a server."""
    with served(answer) as port, pytest.raises(Unfetched) as caught:
        (asks or fetcher()).fetch(f"http://{NAME}:{port}{path}")
    return caught.value.reason


def test_an_answer_is_its_status_type_and_bytes() -> None:
    with served(says("404 Not Found", "Content-Type: text/calendar; charset=utf-8", body=b"BEGIN")) as port:
        url = f"http://{NAME}:{port}/feed?a=1#part"
        assert fetcher().fetch(url) == (url, 404, "text/calendar", b"BEGIN")


def test_a_request_names_its_host_and_who_asks_and_sends_nothing_more() -> None:
    heads: list[str] = []

    def note(stream: socket.socket, head: str) -> None:
        heads.append(head)
        says("200 OK")(stream, head)

    with served(note) as port:
        fetcher().fetch(f"http://{NAME}:{port}/été?q=ü%20b")
    assert heads[0].split("\r\n")[:-2] == [
        *("GET /%C3%A9t%C3%A9?q=%C3%BC%20b HTTP/1.1", f"Host: {NAME}:{port}", "User-Agent: Affiche (test)"),
        *("Accept: */*", "Accept-Encoding: identity", "Connection: close"),
    ]


def test_the_body_is_left_where_only_the_status_is_wanted() -> None:
    with served(drip(b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 65536, pause=0)) as port:
        assert fetcher().fetch(f"http://{NAME}:{port}/", whole=False)[1:] == (200, "text/plain", b"")


@pytest.mark.parametrize(("hops", "arrives"), [(3, True), (4, False)])
def test_three_redirects_are_followed_and_no_more(hops: int, *, arrives: bool) -> None:
    def lead(stream: socket.socket, head: str) -> None:
        left = int(head.split()[1].removeprefix("/"))
        says("302 Found", f"Location: /{left - 1}")(stream, head) if left else says("200 OK")(stream, head)

    with served(lead) as port:
        url = f"http://{NAME}:{port}/{hops}"
        if arrives:
            assert fetcher().fetch(url).url == f"http://{NAME}:{port}/0"
        else:
            with pytest.raises(Unfetched, match="redirects"):
                fetcher().fetch(url)


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("http://127.0.0.1/", "address"),
        ("http://2130706433/", "address"),
        ("http://localhost/", "address"),
        ("http://[::1]/", "address"),
        ("file:///etc/passwd", "address"),
        ("gopher://site.example/", "address"),
        ("http://user@site.example/", "address"),
        ("http://inside.example/", "private"),
        ("//inside.example/", "private"),
        ("http://nowhere.example/", "host"),
    ],
)
def test_a_redirect_is_checked_as_the_first_address_is(location: str, reason: str) -> None:
    known = {NAME: ["127.0.0.1"], "inside.example": ["10.0.0.1"], "nowhere.example": []}
    asks = fetcher(resolve=lambda host, _port: known[host])
    assert reason_of(says("301 Moved Permanently", f"Location: {location}"), asks) == reason


@pytest.mark.parametrize(
    "addresses",
    [["10.0.0.1"], ["93.184.215.14", "127.0.0.1"], ["::ffff:127.0.0.1"], ["fe80::1%eth0"], ["not an address"]],
)
def test_a_name_that_leads_inside_is_not_asked(addresses: list[str]) -> None:
    asks = Fetcher("test", QUICK, resolve=lambda _host, _port: addresses)
    with pytest.raises(Unfetched, match="private"):
        asks.fetch("https://site.example/")


def test_a_name_is_resolved_once_for_the_check_and_the_connection() -> None:
    answers = [["127.0.0.1"], ["10.0.0.1"]]
    with served(says("200 OK")) as port:
        asks = fetcher(resolve=lambda _host, _port: answers.pop(0))
        assert asks.fetch(f"http://{NAME}:{port}/").status == 200
    assert answers == [["10.0.0.1"]]


def drip(first: bytes, each: bytes, pause: float = 0.05) -> Answer:
    """A server that sends a little every now and then, for ever."""

    def send(stream: socket.socket, _head: str) -> None:
        stream.sendall(first)
        while True:
            stream.sendall(each)
            time.sleep(pause)

    return send


def silence(stream: socket.socket, _head: str) -> None:
    stream.recv(1)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        pytest.param(drip(b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 65536, pause=0), "size", id="endless body"),
        pytest.param(drip(b"HTTP/1.1 200 OK\r\n", pause=0, each=b"X-A: b\r\n" * 100), "answer", id="endless head"),
        pytest.param(drip(b"HTTP/1.1 200 OK\r\nX-", b"a"), "time", id="slow head"),
        pytest.param(drip(b"HTTP/1.1 200 OK\r\n\r\n", b"a"), "time", id="slow body"),
        pytest.param(
            drip(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"), "time", id="chunks"
        ),
        pytest.param(drip(b"", b"HTTP/1.1 100 Continue\r\n\r\n"), "time", id="always to be continued"),
        pytest.param(silence, "time", id="silence"),
        pytest.param(lambda stream, _: stream.sendall(b"SSH-2.0-OpenSSH\r\n"), "answer", id="no HTTP"),
        pytest.param(lambda *_: None, "answer", id="hangs up"),
        pytest.param(says("302 Found", "Location: http://["), "answer", id="leads to no address"),
    ],
)
def test_a_hostile_server_costs_its_bounds_and_no_more(answer: Answer, reason: str) -> None:
    started = time.monotonic()
    assert reason_of(answer) == reason
    assert time.monotonic() - started < 3


def test_a_server_that_never_shakes_hands_is_left_in_time() -> None:
    with served(silence) as port, pytest.raises(Unfetched, match="time"):
        fetcher().fetch(f"https://{NAME}:{port}/")


@needs_openssl
def test_a_certificate_must_hold_and_be_for_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    certificate, file = certificate_of(tmp_path, NAME)
    with served(says("200 OK", body=b"hi"), certificate) as port:
        with pytest.raises(Unfetched, match="certificate"):
            fetcher().fetch(f"https://{NAME}:{port}/")
        monkeypatch.setenv("SSL_CERT_FILE", str(file))
        assert fetcher().fetch(f"https://{NAME}:{port}/").body == b"hi"
        with pytest.raises(Unfetched, match="certificate"):
            fetcher().fetch(f"https://other.example:{port}/")


@needs_openssl
def test_a_slow_server_is_left_in_time_over_tls_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    certificate, file = certificate_of(tmp_path, NAME)
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    with served(drip(b"HTTP/1.1 200 OK\r\n\r\n", b"a"), certificate) as port, pytest.raises(Unfetched, match="time"):
        fetcher().fetch(f"https://{NAME}:{port}/")


def test_a_resolver_that_hangs_is_left_in_time() -> None:
    def hang(_host: str, _port: int) -> list[str]:
        time.sleep(2)
        return []

    with pytest.raises(Unfetched, match="time"):
        fetcher(resolve=hang, bounds=Bounds(seconds=0.2)).fetch("http://a.example/")


def test_a_closed_port_is_unreachable_and_the_next_address_is_tried() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(Unfetched, match="unreachable"):
        fetcher().fetch(f"http://{NAME}:{port}/")
    with ExitStack() as stack:
        port = stack.enter_context(served(says("200 OK")))
        both: Callable[[str, int], list[str]] = lambda _host, _port: ["127.0.0.9", "127.0.0.1"]  # noqa: E731
        asks = fetcher(is_allowed={"127.0.0.1", "127.0.0.9"}.__contains__, resolve=both)
        assert asks.fetch(f"http://{NAME}:{port}/").status == 200


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("93.184.215.14", True),
        ("2606:2800:220:1::1", True),
        ("::ffff:93.184.215.14", True),
        *((address, False) for address in ("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254")),
        *((address, False) for address in ("0.0.0.0", "100.64.0.1", "224.0.0.1", "255.255.255.255", "240.0.0.1")),  # noqa: S104
        *((address, False) for address in ("::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1")),
        *((address, False) for address in ("::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1")),
        *((address, False) for address in ("64:ff9b:1::a00:1", "2001:0:53aa:64c:0:fbff:80ff:fffe", "", "site.example")),
    ],
)
def test_only_addresses_of_the_public_internet_are_public(address: str, *, expected: bool) -> None:
    assert is_public(address) is expected
