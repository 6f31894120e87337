"""Texts of a source as Markdown: what shows, what stays as it is typed, what is not taken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from affiche.importers.texts import as_markdown, one_line
from affiche.sources.markdown import render_markdown
from affiche.sources.markdown_faults import markdown_faults
from tests.hostile import payloads, violations


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("Une soirée.", "Une soirée."),
        ("Un\n\nDeux\nTrois", "Un\n\nDeux\\\nTrois"),
        ("Un\nDeux", "Un\n\nDeux"),
        ("*Nuit* & jour, l'été <3 a_b _c_", "\\*Nuit\\* & jour, l'été \\<3 a_b \\_c\\_"),
        ("- un\n\n1. deux\n\n# trois", "\\- un\n\n1\\. deux\n\n\\# trois"),
        ("Foire &amp; f&ecirc;te", "Foire & fête"),
        ("<p>Un <b>gros</b> <i>mot</i></p><p>Deux<br>Trois</p>", "Un **gros** *mot*\n\nDeux\\\nTrois"),
        ("<h2>Titre</h2><ul><li>un<li>deux</ul>", "## Titre\n\n- un\n- deux"),
        ('<a href="https://example.org/">ici</a>', "[ici](https://example.org/)"),
        ('<p><a href="javascript:alert(1)">ici</a> <img src="x" onerror="y">là</p>', "ici là"),
        ("<p>Un</p><script>alert(1)</script><style>p{}</style>", "Un"),
        ("<table><tr><td>20 h</td><td>Bal</td></tr><tr><td>22 h</td><td>Feu</td></tr></table>", "20 h Bal\n\n22 h Feu"),
        ("<p>Un</p><br><br>", "Un"),
        ("<p>~~Un~~ <del>deux</del></p>", "\\~~Un~~ deux"),
        ("Con\ud800cert\x00", "Concert"),
        ("", ""),
    ],
)
def test_a_description_is_markdown_that_shows_what_it_says(text: str, markdown: str) -> None:
    assert as_markdown(text) == markdown


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  Nuit \n ouverte ", "Nuit ouverte"),
        ("Th&eacute;&acirc;tre &amp; jardin", "Théâtre & jardin"),
        ("<b>Nuit</b> ouverte", "Nuit ouverte"),
        ("R&D <3", "R&D <3"),
    ],
)
def test_a_title_is_one_line_without_tags(text: str, line: str) -> None:
    assert one_line(text) == line


@pytest.mark.parametrize("tag", ["b", "ul", "blockquote", "div", "a href='https://example.org/'"])
def test_html_that_is_nested_without_end_gives_its_words(tag: str) -> None:
    assert "Une soirée" in as_markdown(f"<{tag}>" * 20_000 + "Une soirée")


HOSTILE = [payload.text for name in ("own-markdown", "own-hostile-strings") for payload in payloads(name)]


@given(some.lists(some.sampled_from(HOSTILE) | some.text(), max_size=5))
def test_markdown_of_hostile_html_has_no_address_and_no_element_that_is_refused(parts: list[str]) -> None:
    markdown = as_markdown("<p>" + "</p><p>".join(parts))
    assert [fault.code for fault in markdown_faults(markdown, 1, {}) if fault.code == "link-refused"] == []
    assert violations(render_markdown(markdown, {})) == []
