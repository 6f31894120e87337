"""Bodies as HTML and as plain text: what is shown, and that nothing else can be."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from affiche.problems import Severity
from affiche.sources.commonmark import MarkdownTooLarge
from affiche.sources.markdown import PublishedImage, plain_text, render_markdown
from affiche.sources.markdown_faults import markdown_faults
from tests.examples import examples
from tests.hostile import Payload, payloads, tree, tree_in_page, violations

IMAGES = {"a.jpg": PublishedImage("/media/a.webp", 640, 480)}
PUBLISHED = ("/media/a.webp",)
REL = 'rel="nofollow ugc noopener noreferrer"'
BODY = "# Titre\n\nUn *soir* <b>x</b> [lien](https://example.org 't') ![alt](a.jpg)\n\n- un\n\n| a |\n|:-:|\n| b |\n"
SECONDS = 2
PIECES = (
    *(
        "# ",
        "- ",
        "1. ",
        "> ",
        "\n",
        "\n\n",
        "    ",
        "|",
        "|-|\n",
        "*",
        "**",
        "~~",
        "`",
        "```\n",
        "[a]",
        "(b)",
        "![",
        "](",
        ")",
    ),
    *(
        "<b>",
        "</b>",
        "<script>",
        "<!--",
        "-->",
        "<https://e.org>",
        "www.e.org",
        "javascript:x",
        "a.jpg",
        "https://e.org",
    ),
    *(
        "[a]: https://e.org",
        "[^1]",
        "&#8;",
        "&#x202e;",
        "&colon;",
        "&lt;",
        "\\",
        "\u2028",
        "é",
        "\u202e",
        "a@b.be",
        "- [ ] ",
    ),
)
markdowns = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=25).map("".join)


def render(text: str) -> str:
    return render_markdown(text, IMAGES)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a\nb  \nc", "<p>a\nb<br>\nc</p>"),
        ("[a](https://example.org/é?b=1&c=2)", f'<p><a href="https://example.org/é?b=1&amp;c=2" {REL}>a</a></p>'),
        ("<info@example.org>", f'<p><a href="mailto:info@example.org" {REL}>info@example.org</a></p>'),
        ("www.example.org", f'<p><a href="http://www.example.org" {REL}>www.example.org</a></p>'),
        ("[a](<tel:+32 2 511>)", f'<p><a href="tel:+32 2 511" {REL}>a</a></p>'),
        ("[a *b*](javascript:x) c", "<p>a <em>b</em> c</p>"),
        ("[a](www.example.org)", "<p>a</p>"),
        ("[a](/media/a.webp)", "<p>a</p>"),
        ("<b>gras</b>", "<p>gras</p>"),
        ("a\n\n<div>\nb\n</div>\n\nc", "<p>a</p>\n\n<p>c</p>"),
        ("~~a~~", "<p><del>a</del></p>"),
        ("3. a", '<ol start="3">\n<li>a</li>\n</ol>'),
        ("```js\n<b>\n```", "<pre><code>&lt;b&gt;\n</code></pre>"),
        ("- [ ] a", "<ul>\n<li>[ ] a</li>\n</ul>"),
        ("a[^1]\n\n[^1]: une note", "<p>a[^1]</p>\n<p>[^1]: une note</p>"),
        ('"a" -- b...', '<p>"a" -- b...</p>'),
        ("{{ 7*7 }} &lt;b&gt; :smile:", "<p>{{ 7*7 }} &lt;b&gt; :smile:</p>"),
        ("a&#8;b&#x202e;c&#xFFFE;", "<p>abc</p>"),
        ("", ""),
    ],
)
def test_render_shows(text: str, html: str) -> None:
    assert render(text) == html


def test_render_shows_images_of_the_repository_with_their_size() -> None:
    img = '<img src="/media/a.webp" alt="a &quot;b&quot;" title="t" width="640" height="480" loading="lazy">'
    assert render('![a "b"](a.jpg "t")') == f"<p>{img}</p>"


@pytest.mark.parametrize(
    "address", ["b.jpg", "https://example.org/a.jpg", "//example.org/a.jpg", "/media/a.webp", "data:image/png,x"]
)
def test_render_leaves_other_images_out(address: str) -> None:
    assert render(f"a\n\n![b]({address})") == "<p>a</p>"


def test_render_gives_a_link_the_words_of_its_lost_image() -> None:
    assert render("[![logo](b.jpg)](https://example.org)") == f'<p><a href="https://example.org" {REL}>logo</a></p>'


@pytest.mark.parametrize(
    ("text", "top", "levels"),
    [
        ("# a\n\n## b\n\n### c\n\n#### d\n\n##### e", 3, [3, 4, 5, 6, 6]),
        ("## a\n\n### b", 3, [3, 4]),
        ("##### a", 3, [3]),
        ("### b\n\n# a", 3, [5, 3]),
        ("a\n===\n\n> # b", 3, [3, 3]),
        ("# a\n\n## b", 4, [4, 5]),
    ],
)
def test_render_lowers_headings_to_begin_at_the_top(text: str, top: int, levels: list[int]) -> None:
    html = render_markdown(text, {}, top)
    assert [int(part[0]) for part in html.split("<h")[1:]] == levels


@pytest.mark.parametrize(
    "payload", [*payloads("own-markdown"), *payloads("own-hostile-strings")], ids=lambda each: each.id
)
def test_render_holds_nothing_but_the_allowed(payload: Payload) -> None:
    if len(payload.text) < 4_000 and not any("\ud800" <= each <= "\udfff" for each in payload.text):
        assert violations(render(payload.text), PUBLISHED) == []


@pytest.mark.parametrize("payload", payloads("own-urls"), ids=lambda each: each.id)
@pytest.mark.parametrize("form", ["[x](<{}>)", "[x]({})", "![x]({})", "<{}>", "{}", "[x]\n\n[x]: {}"])
def test_render_links_to_no_refused_address(payload: Payload, form: str) -> None:
    if payload.text.isascii() or payload.text.isprintable():
        assert violations(render(form.replace("{}", payload.text)), PUBLISHED) == []


def test_oracle_sees_what_the_sanitiser_takes_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("affiche.sources.markdown.sanitise", lambda html, _published: html)
    assert [payload.id for payload in payloads("own-markdown") if violations(render(payload.text), PUBLISHED)] != []


@examples(400)
@given(markdowns)
def test_render_holds_nothing_but_the_allowed_whatever_is_typed(text: str) -> None:
    html = render(text)
    assert violations(html, PUBLISHED) == []
    assert tree(html) == tree_in_page(html)
    assert all(character.isprintable() or character == "\n" or character in text for character in html)
    assert "\x08" not in html
    assert "<" not in plain_text(text.replace("<", "").replace("&", ""))


@pytest.mark.parametrize("payload", payloads("own-slow-markdown"), ids=lambda each: each.id)
def test_slow_payload_ends_in_time_with_an_error_or_a_page(payload: Payload) -> None:
    start = time.process_time()
    errors = [fault.code for fault in markdown_faults(payload.text, 1) if fault.severity is Severity.ERROR]
    for make in (render, plain_text):
        if errors:
            with pytest.raises(MarkdownTooLarge):
                make(payload.text)
        else:
            assert len(make(payload.text).encode()) <= 256_000
    assert time.process_time() - start < SECONDS


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("a" * 4_001, ["text-too-long"]),
        ("|" * 25, ["text-too-long"]),
        ("a\n" * 10_001, ["text-too-long"]),
        (">" * 21, ["body-too-deep"]),
        ("- " * 10 + "a", []),
        ("- " * 11 + "a", ["body-too-deep"]),
    ],
)
def test_render_refuses_what_the_check_reports(text: str, codes: list[str]) -> None:
    assert [fault.code for fault in markdown_faults(text, 1)] == codes
    if codes:
        with pytest.raises(MarkdownTooLarge, match=codes[0]):
            render(text)
    else:
        render(text)


def test_render_is_the_same_in_every_process() -> None:
    images = "{'a.jpg': PublishedImage('/a', 1, 2)}"
    program = f"from affiche.sources.markdown import *; print(render_markdown({BODY!r}, {images}))"
    path = str(Path(__file__).parents[2] / "plugins")
    seeds = [os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": path} for seed in ("0", "1", "2")]
    shown = {
        subprocess.run([sys.executable, "-c", program], env=seed, check=True, capture_output=True).stdout
        for seed in seeds
    }
    assert len(shown) == 1


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("# Titre\n\nun *soir*\nd'été  \nfin", "Titre\n\nun soir d'été\nfin"),
        ("a [b](https://example.org) ![c](a.jpg) <i>d</i>", "a b d"),
        ("a\n\n- b\n- c\n  - d\n- e\n\nf", "a\n- b\n- c\n- d\n- e\n\nf"),
        ("1. a\n\n2. b", "- a\n- b"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a b\n1 2"),
        ("```\nx\n  y\n```", "x\ny"),
        ("> a\n\n1 < 2 &amp; `3 > 2`", "a\n\n1 < 2 & 3 > 2"),
        ("a&#8;b", "ab"),
    ],
)
def test_plain_text_is_what_is_read(text: str, plain: str) -> None:
    assert plain_text(text) == plain
