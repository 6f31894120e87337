"""A static host: files compressed, with the headers of caches, each made when it is asked for."""

from __future__ import annotations

import gzip
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote, urlsplit

from affiche.outputs.artifact import Artifact

#: What hosts of static sites send compressed.
TEXTS = (
    "text/",
    "application/json",
    "application/rss+xml",
    "application/manifest+json",
    "application/xml",
    "image/svg",
)
TEN_MINUTES = "max-age=600"


@contextmanager
def hosted(make: Callable[[str], Iterable[Artifact]]) -> Iterator[str]:
    """The address of a site, whose artifacts are made for that address."""
    with _Server(("127.0.0.1", 0), _Request) as server:
        address = f"http://localhost:{server.server_port}/"
        server.artifacts = {artifact.path: artifact for artifact in make(address)}
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield address
        server.shutdown()


class _Server(ThreadingHTTPServer):
    artifacts: dict[str, Artifact]

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._bodies: dict[str, tuple[bytes, bool]] = {}
        self._lock = threading.Lock()

    def body_of(self, artifact: Artifact) -> tuple[bytes, bool]:
        """The bytes of a file as they are sent, made once, and whether they are compressed."""
        with self._lock:
            if artifact.path not in self._bodies:
                data, is_text = artifact.render(), artifact.media_type.startswith(TEXTS)
                self._bodies[artifact.path] = (gzip.compress(data, mtime=0), True) if is_text else (data, False)
            return self._bodies[artifact.path]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Says nothing of a browser that leaves before it has read all, but whatever else goes wrong."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Request(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path).removeprefix("/")
        artifact = self.server.artifacts.get(f"{path}index.html" if path.endswith("/") or not path else path)
        found = artifact or self.server.artifacts["404.html"]
        data, is_compressed = self.server.body_of(found)
        self.send_response(200 if artifact else 404)
        is_named = "charset" in found.media_type or not found.media_type.startswith("text/")
        self.send_header("Content-Type", found.media_type if is_named else f"{found.media_type}; charset=utf-8")
        if is_compressed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", TEN_MINUTES)
        self.send_header("ETag", f'"{found.fingerprint}"')
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Says nothing of each request."""
