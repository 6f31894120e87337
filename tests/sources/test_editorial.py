"""Editorial pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from affiche.model.settings import SettingsError
from affiche.sources.editorial import EditorialPage, load_editorial_pages, render_editorial


def write(root: Path, path: str, text: str) -> None:
    (root / "pages" / path).parent.mkdir(parents=True, exist_ok=True)
    (root / "pages" / path).write_text(text, encoding="utf-8")


def test_pages_are_read_by_language_and_key(tmp_path: Path) -> None:
    write(tmp_path, "nl/about.md", "---\ntitle: Over\ndescription: Wie\n---\nTekst\n")
    write(tmp_path, "fr/privacy.md", "---\ntitle: Vie privée\n---\nTexte\n")
    write(tmp_path, "fr/about.md", "---\ntitle: À propos\n---\nTexte\n")
    write(tmp_path, "de/about.md", "---\ntitle: Über\n---\nText\n")
    assert load_editorial_pages(tmp_path, ("fr", "nl")) == [
        EditorialPage("about", "fr", "À propos", "", "\nTexte\n"),
        EditorialPage("privacy", "fr", "Vie privée", "", "\nTexte\n"),
        EditorialPage("about", "nl", "Over", "Wie", "\nTekst\n"),
    ]


def test_page_without_a_title_is_called_by_its_key(tmp_path: Path) -> None:
    write(tmp_path, "fr/about.md", "---\ntitle:\ndescription:\n---\nTexte\n")
    write(tmp_path, "fr/bare.md", "Texte\n")
    assert load_editorial_pages(tmp_path, ("fr",)) == [
        EditorialPage("about", "fr", "about", "", "\nTexte\n"),
        EditorialPage("bare", "fr", "bare", "", "Texte\n"),
    ]


def test_site_without_pages_has_none(tmp_path: Path) -> None:
    assert load_editorial_pages(tmp_path, ("fr", "nl")) == []


def test_page_that_is_no_text_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, "fr/about.md", "")
    (tmp_path / "pages/fr/about.md").write_bytes("Vie privée".encode("latin-1"))
    with pytest.raises(SettingsError, match=r"pages/fr/about\.md"):
        load_editorial_pages(tmp_path, ("fr",))


def test_page_is_rendered_with_tables_code_lists_and_quotes() -> None:
    text = '## Titre\n\nl\'été -- "fin"\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n```\n'
    html = render_editorial(text)
    assert '<h2 id="titre">Titre</h2>' in html
    assert "<p>l&rsquo;été &ndash; &ldquo;fin&rdquo;</p>" in html
    assert "<td>1</td>" in html
    assert "<pre><code>code\n</code></pre>" in html


def test_pages_are_rendered_each_by_itself() -> None:
    assert render_editorial("## Titre") == render_editorial("## Titre")
