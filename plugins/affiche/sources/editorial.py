"""Editorial pages: trusted Markdown in `content/pages/<language>/`, for the engine that has none of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from markdown import Markdown

from affiche.model.settings import SettingsError
from affiche.sources.front_matter import parse_front_matter
from affiche.sources.text import decode

#: Those of `mkdocs.yml`, and the anchors that MkDocs adds by itself.
EXTENSIONS = ("toc", "tables", "fenced_code", "sane_lists", "smarty")


@dataclass(frozen=True, slots=True)
class EditorialPage:
    """A page of text: `key` is its file's stem, the same in every language."""

    key: str
    language: str
    title: str
    description: str = ""
    text: str = ""


def load_editorial_keys(content: Path, languages: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """The languages of the site in which each editorial page is written, by key."""
    found: dict[str, tuple[str, ...]] = {}
    for language in languages:
        for path in _files(content, language):
            found[path.stem] = (*found.get(path.stem, ()), language)
    return found


def load_editorial_pages(content: Path, languages: tuple[str, ...]) -> list[EditorialPage]:
    """The editorial pages of the site's languages, by language and key; SettingsError for one that is no text."""
    return [_load(path, language) for language in languages for path in _files(content, language)]


def _files(content: Path, language: str) -> list[Path]:
    """The files of a language; raises OSError where there is a folder that cannot be opened."""
    folder = content / "pages" / language
    return sorted(path for path in folder.iterdir() if path.suffix == ".md") if folder.is_dir() else []


def _load(path: Path, language: str) -> EditorialPage:
    text, faults = decode(path.read_bytes())
    if faults and not text:
        raise SettingsError(f"{path}: not a text in UTF-8")
    matter = parse_front_matter(text)
    values = matter.values
    return EditorialPage(
        path.stem, language, str(values.get("title") or path.stem), str(values.get("description") or ""), matter.body
    )


def render_editorial(text: str) -> str:
    """The HTML of a maintainer's Markdown."""
    return Markdown(extensions=list(EXTENSIONS)).convert(text)
