from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from affiche.model.text import Wording
from affiche.outputs.markup import glued, make_environment, sanitised, script_data, spaced, spaced_html
from tests.projects import ROOT


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("20 h 30", "20\u202fh\u202f30"),
        ("de 20 h à 22 h 30", "de 20\u202fh à 22\u202fh\u202f30"),
        ("8,50 €", "8,50\u202f€"),
        ("de 8 à 12 €", "de 8 à 12\u202f€"),
        ("Sources :", "Sources\u00a0:"),
        ("2026 ; prochaine : samedi", "2026\u202f; prochaine\u00a0: samedi"),
        ("Vraiment ? Oui !", "Vraiment\u202f? Oui\u202f!"),
        ("« Bal »", "«\u00a0Bal\u00a0»"),
        ("20h30", "20h30"),
        ("le 3 hôtels", "le 3 hôtels"),
        ("https://example.org", "https://example.org"),
    ],
)
def test_french_has_its_spaces(typed: str, shown: str) -> None:
    assert spaced(typed, "fr") == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Zinneke : 25 ans", "Zinneke\u00a0: 25 ans"),
        ("Qui va là ? Personne !", "Qui va là\u202f? Personne\u202f!"),
        ("KANAL - Centre Pompidou", "KANAL\u00a0- Centre Pompidou"),
        ("Bal – de nuit", "Bal\u00a0– de nuit"),
        ("Le « Bal »", "Le «\u00a0Bal\u00a0»"),
        ("Nuit-blanche: alles", "Nuit-blanche: alles"),
    ],
)
def test_no_line_of_a_title_begins_with_a_mark(typed: str, shown: str) -> None:
    assert glued(Wording(typed, "fr")) == Wording(shown, "fr")


def test_texts_in_html_have_their_spaces_and_code_and_addresses_none() -> None:
    told = (
        '<p>Venez <em>tous</em> : <a href="/a" title="b > c : d">ici</a> ; <code>a : b</code></p>'
        "<pre><code>x : y\n</code></pre>"
    )
    assert spaced_html(told, "fr") == told.replace("</em> :", "</em>\u00a0:").replace("</a> ;", "</a>\u202f;")
    assert spaced_html(told, "nl") == told


@pytest.mark.parametrize("language", ["nl", "en"])
def test_other_languages_keep_numbers_with_their_units(language: str) -> None:
    assert spaced("20 h 30 : 8 € ?", language) == "20 h 30 : 8 € ?"
    assert spaced("van 20 tot 22.30 uur, € 8", language) == "van 20 tot 22.30\u00a0uur, €\u00a08"


def test_templates_escape_and_know_no_unknown_name(tmp_path: Path) -> None:
    environment = make_environment(tmp_path)
    assert environment.from_string('<a title="{{ text }}">').render(text="\"<&'>") == (
        '<a title="&#34;&lt;&amp;&#39;&gt;">'
    )
    with pytest.raises(UndefinedError):
        environment.from_string("{{ nothing }}").render()
    with pytest.raises(AttributeError):
        environment.from_string("{{ page.nothing }}").render(page=object())


def test_every_template_compiles() -> None:
    environment = make_environment(ROOT / "overrides")
    names = [path.name for path in sorted((ROOT / "overrides/affiche").iterdir())]
    assert [environment.get_template(name).name for name in names] == names


def test_no_template_passes_by_the_escaping() -> None:
    sources = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "overrides/affiche").iterdir()}
    words = ("|safe", "| safe", "autoescape", "Markup")
    assert [(name, word) for name, source in sources.items() for word in words if word in source] == []


def test_only_one_module_declares_html() -> None:
    package = ROOT / "plugins/affiche"
    found = [path.relative_to(package).as_posix() for path in package.rglob("*.py") if "Markup(" in path.read_text()]
    assert found == ["outputs/markup.py"]
    assert (sanitised("<p>"), script_data("{}")) == (Markup("<p>"), Markup("{}"))
