"""The watch sees what it is to see: otherwise silence would prove nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.visits import Visit, served, visiting
from tests.pages import CSP

POLICY = f'<meta http-equiv="Content-Security-Policy" content="{CSP}">'
BAD = """
<!doctype html><html lang="fr"><head>{policy}<title>Mauvais</title>
<style>.s {{ width: 9px; height: 9px; padding: 0 }}</style></head><body><main><h1>Mauvais</h1>
<script>alert("script"); document.cookie = "seen=1"; localStorage.seen = "1"; sessionStorage.seen = "1"</script>
<img src="/nothing.png" alt="" onerror="prompt('handler')">
<a href="javascript:confirm(1)">lien</a><img src="https://elsewhere.example/pixel.gif" alt="">
<p style="width: 2000px; color: #aaa; background: #fff">gris et trop large</p>
<button class="s">a</button><button class="s">b</button></main></body></html>
"""


@pytest.fixture
def bad(browser: Browser, tmp_path: Path) -> Iterator[Visit]:
    (tmp_path / "bare.html").write_text(BAD.format(policy=""))
    (tmp_path / "strict.html").write_text(BAD.format(policy=POLICY))
    with served(tmp_path) as host, visiting(browser, host) as visit:
        yield visit


def test_the_watch_sees_scripts_handlers_links_and_requests(bad: Visit) -> None:
    bad.go("bare.html")
    troubles = bad.troubles()
    assert {"alert", "prompt", "IMG onerror", "A href", "https://elsewhere.example/pixel.gif"} <= set(troubles)


def test_the_watch_sees_what_a_page_leaves_in_the_browser(bad: Visit) -> None:
    bad.go("bare.html")
    assert {"stored: cookie seen=1", "stored: local seen", "stored: session seen"} <= set(bad.troubles())


def test_the_watch_sees_what_the_policy_refuses(bad: Visit) -> None:
    bad.go("strict.html")
    troubles = bad.troubles()
    assert {"policy: script-src-elem", "policy: script-src-attr", "policy: img-src"} <= set(troubles)
    assert "alert" not in troubles


def test_the_watch_sees_what_is_too_wide_too_pale_and_too_small(bad: Visit) -> None:
    bad.go("bare.html")
    assert [found.partition(":")[0] for found in bad.too_wide(360)] == ["P."]
    assert {"color-contrast", "target-size"} <= {barrier.partition(":")[0] for barrier in bad.barriers("light")}
