"""A page or a feed of somebody else's server, asked for within bounds: the only module that uses the network.

Public addresses only: every address that a name resolves to is checked, and the connection goes to a checked one, at
the first request and at each redirect, so that no name can lead to a machine of this network in between.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from queue import Empty, SimpleQueue
from threading import Thread, Timer
from time import monotonic
from typing import NamedTuple
from urllib.parse import SplitResult, urljoin, urlsplit

from affiche.importers.public_address import is_public
from affiche.model.url import host_of

REDIRECTS = frozenset({301, 302, 303, 307, 308})
PORTS = {"http": 80, "https": 443}
#: Seconds in which a thread that has nothing left to do ends: whoever forks a process next must be alone.
THREAD_ENDS = 1

#: The addresses of a host.
Resolve = Callable[[str, int], Sequence[str]]


class Unfetched(Exception):
    """Nothing came, or nothing that is accepted; `reason` is one word of `REASONS`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


#: Why nothing came: the address is refused, no such host, a host of this network, no answer in time, a certificate that
#: does not hold, an answer that is none, too many redirects, too many bytes.
REASONS = ("address", "host", "private", "unreachable", "time", "certificate", "answer", "redirects", "size")


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a request may cost: seconds for all of it, bytes of the answer, redirects."""

    seconds: float = 20
    size: int = 10_000_000
    redirects: int = 3


class Fetched(NamedTuple):
    """An answer: the address it came from, its status (RFC 9110), its media type as stated, its bytes."""

    url: str
    status: int
    media_type: str
    body: bytes


def resolve_host(host: str, port: int) -> Sequence[str]:
    """The IP addresses of a host, as this machine knows them."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Who asks: `agent` says so to servers. `is_allowed` and `resolve` are for tests, whose servers are local."""

    agent: str
    bounds: Bounds = Bounds()
    is_allowed: Callable[[str], bool] = is_public
    resolve: Resolve = resolve_host

    def fetch(self, url: str, *, whole: bool = True) -> Fetched:
        """The answer at an address, redirects followed; without its body unless it is wanted `whole`.

        Raises `Unfetched`; an answer of any status is one.
        """
        deadline = monotonic() + self.bounds.seconds
        for _ in range(self.bounds.redirects + 1):
            answer = self._ask(url, deadline, whole=whole)
            if not isinstance(answer, str):
                return answer
            url = answer
        raise Unfetched("redirects")

    def _ask(self, url: str, deadline: float, *, whole: bool) -> Fetched | str:
        """The answer of one server, or where it leads."""
        host, parts = host_of(url), urlsplit(url)
        if not host:
            raise Unfetched("address")
        with self._connected(host, parts, deadline) as stream:
            try:
                return self._exchange(stream, host, url, whole=whole)
            except (OSError, HTTPException, ValueError) as error:
                raise Unfetched("time" if monotonic() >= deadline else "answer") from error

    def _exchange(self, stream: socket.socket, host: str, url: str, *, whole: bool) -> Fetched | str:
        parts = urlsplit(url)
        connection = HTTPConnection(host)
        connection.sock = stream
        target = _in_ascii(parts.path or "/") + (f"?{_in_ascii(parts.query)}" if parts.query else "")
        connection.request(
            "GET", target, headers={"Host": f"{host}:{parts.port}" if parts.port else host, **self._headers}
        )
        with closing(connection.getresponse()) as answer:
            location = answer.getheader("Location") if answer.status in REDIRECTS else None
            if location:
                return urljoin(url, _in_ascii(location)).partition("#")[0]
            body = answer.read(self.bounds.size + 1) if whole else b""
            if len(body) > self.bounds.size:
                raise Unfetched("size")
            return Fetched(url, answer.status, answer.headers.get_content_type(), body)

    @property
    def _headers(self) -> dict[str, str]:
        return {"User-Agent": self.agent, "Accept": "*/*", "Accept-Encoding": "identity", "Connection": "close"}

    @contextmanager
    def _connected(self, host: str, parts: SplitResult, deadline: float) -> Iterator[socket.socket]:
        """A connection that is cut at the deadline, however slowly the other side talks."""
        port = parts.port or PORTS[parts.scheme]
        stream = _connect(self._addresses(host, port, deadline), port, deadline)
        secured = _secured(stream, host) if parts.scheme == "https" else None
        cut = Timer(max(0, deadline - monotonic()), _cut, [secured or stream])
        cut.daemon = True
        cut.start()
        try:
            if secured:
                _shake_hands(secured, deadline)
            yield secured or stream
            if monotonic() >= deadline:
                raise Unfetched("time")
        finally:
            cut.cancel()
            (secured or stream).close()
            cut.join(THREAD_ENDS)

    def _addresses(self, host: str, port: int, deadline: float) -> Sequence[str]:
        """The addresses of a host, all of them public: a name that leads to both kinds is not to be trusted."""
        addresses = _in_time(lambda: self.resolve(host, port), deadline)
        if not addresses:
            raise Unfetched("host")
        if not all(map(self.is_allowed, addresses)):
            raise Unfetched("private")
        return addresses


def _in_time(resolve: Callable[[], Sequence[str]], deadline: float) -> Sequence[str]:
    """What a name leads to; the system's resolver has no time limit, so it is left alone when it takes too long."""
    found: SimpleQueue[Sequence[str]] = SimpleQueue()

    def look_up() -> None:
        try:
            found.put(resolve())
        except (OSError, UnicodeError):
            found.put(())

    asking = Thread(target=look_up, daemon=True)
    asking.start()
    try:
        addresses = found.get(timeout=max(0, deadline - monotonic()))
    except Empty:
        raise Unfetched("time") from None
    asking.join(THREAD_ENDS)
    return addresses


def _connect(addresses: Sequence[str], port: int, deadline: float) -> socket.socket:
    """A connection to the first address that answers."""
    for address in addresses:
        left = deadline - monotonic()
        if left <= 0:
            raise Unfetched("time")
        try:
            return socket.create_connection((address, port), timeout=left)
        except OSError:
            continue
    raise Unfetched("time" if monotonic() >= deadline else "unreachable")


def _secured(stream: socket.socket, host: str) -> ssl.SSLSocket:
    return ssl.create_default_context().wrap_socket(stream, server_hostname=host, do_handshake_on_connect=False)


def _shake_hands(stream: ssl.SSLSocket, deadline: float) -> None:
    try:
        stream.do_handshake()
    except ssl.SSLCertVerificationError as error:
        raise Unfetched("certificate") from error
    except (OSError, ValueError) as error:
        raise Unfetched("time" if monotonic() >= deadline else "answer") from error


def _cut(stream: socket.socket) -> None:
    """Ends a connection from another thread: whoever reads it finds its end."""
    with suppress(OSError):
        socket.socket.shutdown(stream, socket.SHUT_RDWR)


def _in_ascii(target: str) -> str:
    """A path or an address with every other character as the bytes of its UTF-8, and no space or control."""
    return "".join(each if "!" <= each <= "~" else "".join(f"%{byte:02X}" for byte in each.encode()) for each in target)
