"""What an editor copies, as it comes out of the clipboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.visits import Visit, visiting
from tests.pages import BuiltSite

#: The texts of the clipboard, by their types.
CLIPBOARD = """async () => {
  const [item] = await navigator.clipboard.read();
  const found = item.types.map(async (type) => [type, await (await item.getType(type)).text()]);
  return Object.fromEntries(await Promise.all(found));
}"""


@pytest.fixture
def editor(browser: Browser, host: str) -> Iterator[Visit]:
    """Somebody whose clipboard may be read."""
    with visiting(browser, host, permissions=["clipboard-read", "clipboard-write"]) as visit:
        yield visit


def copied(visit: Visit, place: str) -> dict[str, str]:
    """What is in the clipboard after a button was pressed, and that was said."""
    button = visit.page.locator(place).first
    button.click()
    expect(button.locator("xpath=..").get_by_role("status")).to_have_text("C’est copié : il reste à coller.")
    return visit.page.evaluate(CLIPBOARD)  # type: ignore[no-any-return]


def test_a_newsletter_is_copied_as_code_as_text_and_with_its_styles(editor: Visit, small: BuiltSite) -> None:
    editor.go("fr/redaction/")
    html, plain = (small.files[f"mail/fr/week.{suffix}"].decode() for suffix in ("html", "txt"))
    assert copied(editor, "[data-copy=source]") == {"text/plain": html}
    assert copied(editor, "[data-copy=plain]") == {"text/plain": plain}
    assert editor.troubles() == []
    rich = copied(editor, "[data-copy=rich]")
    assert rich["text/plain"] == plain
    assert "Ce soir" in rich["text/html"]
    assert "background-color: rgb(255, 212, 0)" in rich["text/html"]


def test_an_event_of_a_newsletter_is_copied_with_its_address(editor: Visit) -> None:
    editor.go("fr/redaction/deux-semaines/")
    found = copied(editor, "[data-copy=item]")
    lines = found["text/plain"].splitlines()
    assert (lines[0], lines[-1]) == ("Ce soir", "https://affiche.example/fr/evenements/ce-soir/")
    assert 'href="https://affiche.example/fr/evenements/ce-soir/"' in found["text/html"]


def test_the_facts_of_an_event_are_copied_from_its_page(editor: Visit) -> None:
    editor.go("fr/evenements/concert-annule/")
    found = copied(editor, "[data-facts]")
    assert [line.replace("\u202f", " ") for line in found["text/plain"].splitlines()] == [
        *("Le grand silence", "Annulé", "La chanteuse est malade.", "Samedi 28 novembre 2026 à 20 h"),
        *("Zinneke", "La Vallée, Bruxelles", "10 € · Accessible en fauteuil roulant"),
        "https://affiche.example/fr/evenements/concert-annule/",
    ]
    assert '<a href="https://affiche.example/fr/evenements/concert-annule/">Le grand silence</a>' in found["text/html"]


def test_a_browser_that_does_not_allow_it_says_what_to_do(browser: Browser, host: str) -> None:
    with visiting(browser, host, permissions=[]) as visit:
        visit.page.add_init_script("navigator.clipboard.write = () => Promise.reject(new Error('no'));")
        visit.go("fr/redaction/")
        visit.page.locator("[data-copy=plain]").first.click()
        said = "Votre navigateur ne permet pas de copier ici : ouvrez le fichier et copiez-le."
        expect(visit.page.get_by_role("status").first).to_have_text(said)
