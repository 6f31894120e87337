"""The last step alone: whatever HTML it is given, only the allowed remains."""

from __future__ import annotations

import comrak
import pytest
from hypothesis import given
from hypothesis import strategies as st

from affiche.sources.sanitiser import sanitise
from tests.examples import examples
from tests.hostile import Payload, payloads, violations

IMAGES = frozenset({"/media/a.webp"})
PIECES = (
    *(
        "<",
        ">",
        '"',
        "'",
        "/",
        "=",
        " ",
        "&#106;",
        "\u2028",
        "javascript:alert(1)",
        "https://e.org",
        "/media/a.webp",
        "//e.org",
    ),
    *(
        "<a href=",
        "<img src=",
        "<svg>",
        "<math>",
        "<style>",
        "<template>",
        "<noscript>",
        "<textarea>",
        "<title>",
        "<!--",
    ),
    *(
        "-->",
        "</p>",
        "<table>",
        "<td align=",
        "<ol start=",
        "<form>",
        "onerror=alert(1)",
        "<mglyph>",
        "<![CDATA[",
        "]]>",
    ),
)


def with_raw_html(text: str) -> str:
    """Markdown as a careless renderer would give it."""
    options = comrak.RenderOptions()
    options.unsafe_ = True
    return comrak.render_markdown(text, None, None, options)


@pytest.mark.parametrize(
    "payload", [*payloads("own-markdown"), *payloads("own-hostile-strings")], ids=lambda each: each.id
)
def test_sanitiser_holds_alone_against_raw_html(payload: Payload) -> None:
    if not any("\ud800" <= each <= "\udfff" for each in payload.text):
        assert violations(sanitise(with_raw_html(payload.text), IMAGES), IMAGES) == []


@pytest.mark.parametrize("payload", payloads("own-urls"), ids=lambda each: each.id)
def test_sanitiser_drops_refused_addresses(payload: Payload) -> None:
    address = payload.text.replace("&", "&amp;").replace('"', "&quot;")
    html = sanitise(f'<a href="{address}">a</a><img src="{address}" alt="">', IMAGES)
    assert violations(html, IMAGES) == []
    assert ("href" in html) == (not payload.expect.startswith("error"))


def test_sanitiser_keeps_a_value_as_given_or_drops_it() -> None:
    assert "href" not in sanitise('<a href="\u2028javascript:alert(1)">a</a>', IMAGES)
    assert "href" not in sanitise('<a href=" https://example.org">a</a>', IMAGES)


def test_sanitiser_keeps_what_the_renderer_gives() -> None:
    image = '<p><img src="/media/a.webp" alt="a" title="b" width="3" height="4" loading="lazy"></p>'
    for html in (image, '<ol start="3"><li>c</li></ol>', "<pre><code>d</code></pre>"):
        assert sanitise(html, IMAGES) == html
    assert sanitise('<p align="center" title="t" lang="fr" class="c" id="i">a</p>', IMAGES) == "<p>a</p>"
    assert sanitise('<img src="/media/b.webp" width="9em" start="1">', IMAGES) == "<img>"


@examples(400)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=20).map("".join))
def test_sanitised_html_holds_nothing_else(html: str) -> None:
    assert violations(sanitise(html, IMAGES), IMAGES) == []
