"""A server on this machine that answers as a test tells it, and whoever asks it by a name."""

from __future__ import annotations

import socket
import ssl
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

from affiche.importers.fetch import Bounds, Fetcher

#: Sends the answer to a request, of which it gets the head.
Answer = Callable[[socket.socket, str], None]
QUICK = Bounds(seconds=0.5, size=1_000)


def says(status: str, *headers: str, body: bytes = b"") -> Answer:
    """An answer that is there at once."""

    def send(stream: socket.socket, _head: str) -> None:
        head = "\r\n".join([f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body)}", "", ""])
        stream.sendall(head.encode() + body)

    return send


@contextmanager
def served(answer: Answer, certificate: ssl.SSLContext | None = None) -> Iterator[int]:
    """The port of a server that answers every request in the same way, over TLS with a certificate."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        Thread(target=_serve, args=(listener, answer, certificate), daemon=True).start()
        yield listener.getsockname()[1]
        listener.shutdown(socket.SHUT_RDWR)


def _serve(listener: socket.socket, answer: Answer, certificate: ssl.SSLContext | None) -> None:
    while True:
        try:
            stream, _ = listener.accept()
        except OSError:
            return
        Thread(target=_answer, args=(stream, answer, certificate), daemon=True).start()


def _answer(accepted: socket.socket, answer: Answer, certificate: ssl.SSLContext | None) -> None:
    head = b""
    try:
        with certificate.wrap_socket(accepted, server_side=True) if certificate else accepted as stream:
            while b"\r\n\r\n" not in head and (more := stream.recv(4096)):
                head += more
            answer(stream, head.decode("latin-1"))
    except OSError:
        return


def certificate_of(folder: Path, name: str) -> tuple[ssl.SSLContext, Path]:
    """A certificate for a name, that nobody has signed, and its file; made by OpenSSL."""
    key, file = folder / "key.pem", folder / "certificate.pem"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={name}"]
    made += ["-addext", f"subjectAltName=DNS:{name}", "-keyout", str(key), "-out", str(file)]
    subprocess.run(made, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file, key)
    return context, file


def fetcher(**changed: Any) -> Fetcher:
    """Who asks this machine, whatever the name, and finds its address public."""
    plain = {"bounds": QUICK, "is_allowed": "127.0.0.1".__eq__, "resolve": lambda _host, _port: ["127.0.0.1"]}
    return Fetcher("Affiche (test)", **{**plain, **changed})
