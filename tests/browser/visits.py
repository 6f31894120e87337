"""What Chromium sees of a site: what runs, what is asked for, what is refused, what does not fit."""

from __future__ import annotations

import functools
import shutil
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Dialog, Page, Request, sync_playwright

from affiche.outputs.artifact import Artifact

#: Records, before any script of a page runs, what hostile texts want to call and what the policy refuses.
WATCH = """
window.seen = [];
for (const name of ["alert", "confirm", "prompt", "print"]) window[name] = (...args) => seen.push(name);
document.addEventListener("securitypolicyviolation", event => seen.push(`policy: ${event.violatedDirective}`));
"""
#: How the browser is started: as root too, and with no way to any other host than the tests' own.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
#: The window of a page that is opened.
WINDOW = {"width": 1280, "height": 720}
#: All of axe's rules, those of WCAG 2.2 that are off by themselves too.
AXE: dict[str, Any] = {"rules": {"target-size": {"enabled": True}}}
#: All that is another thing in the dark.
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
#: Runs axe, and leaves out what it finds in order: to describe each element of that takes longer than to look at all.
VIOLATIONS = "options => axe.run({...options, resultTypes: ['violations']}).then(({violations}) => violations)"
#: Elements that stick out of the page on the right, those inside a box that scrolls by itself left out.
TOO_WIDE = """
() => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll("body *")]
  .filter(element => element.getBoundingClientRect().right > innerWidth + 1)
  .map(element => `${element.tagName}.${element.className}: ${element.textContent.trim().slice(0, 40)}`)
"""
#: Handlers and links that a script would run by, whether or not anybody clicks.
LIVE = """
() => [...document.querySelectorAll("*")].flatMap(element => [...element.attributes]
  .filter(({name, value}) => name.startsWith("on") || /^\\s*(javascript|data|vbscript):/i.test(value))
  .map(({name}) => `${element.tagName} ${name}`))
"""
#: What a page leaves in the browser.
STORED = """
() => [["cookie", document.cookie], ...[["local", localStorage], ["session", sessionStorage]]
  .flatMap(([kind, storage]) => Object.keys(storage).map(key => [kind, key]))]
  .filter(([, what]) => what).map(([kind, what]) => `stored: ${kind} ${what}`)
"""


@dataclass
class Visit:
    """A page of the browser, and what has happened on it so far that should not."""

    page: Page
    host: str
    foreign: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)

    def go(self, path: str) -> None:
        """Opens a page of the site."""
        answer = self.page.goto(f"http://{self.host}/{path}", wait_until="load")
        assert answer
        assert answer.status in (200, 404), path

    def troubles(self) -> list[str]:
        """Everything that should not have happened on the page, in words."""
        seen = self.page.evaluate("() => window.seen")
        return [*self.foreign, *self.console, *seen, *self.page.evaluate(LIVE), *self.page.evaluate(STORED)]

    def too_wide(self, width: int) -> list[str]:
        """What sticks out in a window of that many pixels."""
        self.page.set_viewport_size({"width": width, "height": 900})
        return self.page.evaluate(TOO_WIDE)  # type: ignore[no-any-return]

    def barriers(self, scheme: str, options: Mapping[str, Any] | None = None) -> list[str]:
        """What axe finds: by all its rules in light, by those of colours in the dark, unless told otherwise."""
        self.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        if not self.page.evaluate("() => 'axe' in window"):
            self.page.evaluate(Axe().axe_script)
        found = self.page.evaluate(VIOLATIONS, options or (COLOURS if scheme == "dark" else AXE))
        return [f"{each['id']}: {node['html'][:160]}" for each in found for node in each["nodes"]]

    def forget(self) -> None:
        """Makes the page as it was before anybody came: nothing open, stored, granted, answered or noted."""
        context = self.page.context
        for other in context.pages:
            if other != self.page:
                other.close()
        self.page.unroute_all(behavior="wait")
        context.clear_cookies()
        context.clear_permissions()
        self.page.set_viewport_size(WINDOW)  # type: ignore[arg-type]
        self.page.emulate_media(color_scheme="light", reduced_motion="no-preference")
        self.page.goto(f"http://{self.host}/robots.txt")
        self.page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
        self.page.goto("about:blank")
        self.foreign.clear()
        self.console.clear()


def as_it_is(_: Visit) -> None:
    """The page as it was opened."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, as root too."""
    path = shutil.which("chromium")
    assert path, "chromium is not installed: see tools/debian.sh"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def visiting(browser: Browser, host: str, **options: Any) -> Iterator[Visit]:
    """A fresh page, watched, with options of a browser's context; requests of other hosts are noted and never leave."""
    context = browser.new_context(**options)
    page = context.new_page()
    visit = Visit(page, host)

    def note(request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme.startswith("http") and address.netloc != host:
            visit.foreign.append(request.url)

    def dismiss(dialog: Dialog) -> None:
        visit.console.append(dialog.message)
        dialog.dismiss()

    page.on("request", note)
    page.on("console", lambda message: visit.console.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: visit.console.append(str(error)))
    page.on("dialog", dismiss)
    page.add_init_script(WATCH)
    yield visit
    context.close()


@contextmanager
def rendered(artifacts: Iterable[Artifact]) -> Iterator[str]:
    """The host of a site of which each file is made when it is asked for: a large one costs what is looked at."""
    lock = threading.Lock()
    made = {artifact.path: cached(artifact, lock) for artifact in artifacts}

    class OnDemand(_Quiet):
        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path).removeprefix("/")
            artifact = made.get(f"{path}index.html" if path.endswith("/") or not path else path)
            found = artifact or made["404.html"]
            data = found.render()
            self.send_response(200 if artifact else 404)
            self.send_header("Content-Type", found.media_type)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

    with _running(OnDemand) as host:
        yield host


def cached(artifact: Artifact, lock: threading.Lock) -> Artifact:
    """The same artifact, made once, while nothing else of its site is made."""

    @functools.cache
    def render() -> bytes:
        return artifact.render()

    def locked() -> bytes:
        with lock:
            return render()

    return replace(artifact, render=locked)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The host under which a folder is served, as a static host does, until the block ends."""
    with _running(functools.partial(_Quiet, directory=str(folder))) as host:
        yield host


@contextmanager
def _running(handler: Callable[..., BaseHTTPRequestHandler]) -> Iterator[str]:
    with _Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"127.0.0.1:{server.server_port}"
        server.shutdown()


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Says nothing of a browser that leaves before it has read all, but whatever else goes wrong."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass
