"""What pages of a language share: texts that are put in when a template is compiled, parts that are rendered once."""

from __future__ import annotations

from pathlib import Path

import pytest

from affiche.locales import MissingWords, load_words
from affiche.outputs.markup import make_environment
from affiche.outputs.templates import Templates
from tests import factories as make


def templates(folder: Path, source: str) -> Templates:
    """An environment with one template, `page.html`."""
    (folder / "affiche").mkdir()
    (folder / "affiche" / "page.html").write_text(source, encoding="utf-8")
    return make_environment(folder)


def test_texts_of_a_language_are_known_before_rendering(tmp_path: Path) -> None:
    source = '{{ language }}: {{ words("nav.agenda") }}{{ words("search.lead")|spaced(language) }}, {{ words(key) }}'
    environment = templates(tmp_path, source)
    for language in ("fr", "nl"):
        words = load_words(language)
        page = environment.in_language(words).get_template("page.html")
        shown = environment.get_template("page.html").render(words=words, language=language, key="nav.menu")
        assert page.render(words=load_words("en"), language="en", key="nav.menu") == shown.replace(
            words("nav.menu"), load_words("en")("nav.menu")
        )


def test_a_text_that_is_not_there_is_an_error_of_its_template(tmp_path: Path) -> None:
    environment = templates(tmp_path, '{{ words("nothing") }}').in_language(load_words("fr"))
    with pytest.raises(MissingWords):
        environment.get_template("page.html")


def test_what_pages_share_is_rendered_once_for_what_it_shows(tmp_path: Path) -> None:
    source = "{% once shown %}{{ shown }}{{ made() }}{% endonce %}{% once %}<{{ made() }}>{% endonce %}{{ made() }}"
    site, numbers = make.site(), iter(range(100))
    page = templates(tmp_path, source).get_template("page.html")
    rendered = [page.render(site=site, shown=shown, made=lambda: next(numbers)) for shown in ("&", "b", "&", "b")]
    assert rendered == ["&amp;0<1>2", "b3<1>4", "&amp;0<1>5", "b3<1>6"]
    assert page.render(site=make.site(), shown="&", made=lambda: next(numbers)) == "&amp;7<8>9"
