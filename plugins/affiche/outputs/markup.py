"""Our Jinja environment, and the only place where a text is declared to be HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from jinja2 import FileSystemLoader, StrictUndefined
from markupsafe import Markup

from affiche.model.text import Wording
from affiche.model.url import host_of
from affiche.outputs.once import Once
from affiche.outputs.policy import MAIL_POLICY, PAGE_POLICY, REDIRECT_POLICY
from affiche.outputs.templates import CompiledOnce, Templates, escaped
from affiche.sources.display_font import font_name

#: What this process has compiled.
COMPILED = CompiledOnce()
#: The most letters of a word that a phone shows in a line of the largest ones.
LONGEST_WORD = 15
NARROW, WIDE = "\u202f", "\u00a0"
_BEFORE_MARKS = re.compile(r" ([;!?])")
_BEFORE_COLON = re.compile(r" (:|»)")
_BEFORE_DASH = re.compile(r" (?=[-–—] )")
_AFTER_QUOTE = re.compile(r"(«) ")
#: What one of the four above may be.
_LOOSE = re.compile(r" [;!?:»–—-]|« ")
_WITH_UNIT = re.compile(r"(?<=[0-9]) (?=uur\b)|(?<=€) (?=[0-9])")
#: What holds no text for people: code, and tags.
_NO_TEXT = re.compile(r'(<(pre|code)\b.*?</\2>|<(?:[^">]|"[^"]*")*>)', re.DOTALL)
_IN_HOURS = re.compile(r"(?<=[0-9]) (h\b|€|%)|(?<=\bh) (?=[0-9])")


class Drawable(Protocol):
    """What keeps its own HTML: empty until it is made."""

    @property
    def drawn(self) -> list[Markup]:
        """The HTML, if it is there."""


def make_environment(overrides: Path) -> Templates:
    """The environment of the public pages: it escapes, and an unknown name is an exception."""
    environment = Templates(
        loader=FileSystemLoader(overrides / "affiche"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        cache_size=-1,  # all templates stay: there are forty
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=[Once],
        bytecode_cache=COMPILED,
    )
    environment.globals |= {
        "font_name": font_name(),
        "Wording": Wording,
        # All are ours, and stand in an attribute whose marks are others than theirs.
        "mail_policy": Markup(MAIL_POLICY),  # noqa: S704
        "page_policy": Markup(PAGE_POLICY),  # noqa: S704
        "redirect_policy": Markup(REDIRECT_POLICY),  # noqa: S704
    }
    environment.filters["spaced"] = spaced
    environment.filters["host"] = host_of
    environment.filters["drawn"] = drawn
    environment.filters["wording"] = wording
    environment.tests["long_worded"] = has_long_word
    return environment


def has_long_word(name: str) -> bool:
    """Whether a word is too long for a line of a phone in the largest letters."""
    return any(len(word) > LONGEST_WORD for word in re.split(r"[\s-]", name))


@lru_cache(maxsize=8192)
def wording(text: Wording) -> Markup:
    """A text apart from the direction of its line, with its language where that is not the page's."""
    language = f' lang="{escaped(text.language)}"' if text.language else ""
    return Markup(f"<bdi{language}>{escaped(text.text)}</bdi>")  # noqa: S704 - escaped


def drawn(item: Drawable, macro: Callable[[Drawable, str], Markup], language: str) -> Markup:
    """What a macro makes of an item, made once for all the pages that show the same one."""
    if not item.drawn:
        item.drawn.append(macro(item, language))
    return item.drawn[0]


def sanitised(html: str) -> Markup:
    """HTML that the sanitiser has just returned; nothing else may pass through here."""
    return Markup(html)  # noqa: S704 - the one place


def trusted(html: str) -> Markup:
    """HTML that an engine made of a maintainer's page, which was reviewed as code is."""
    return Markup(html)  # noqa: S704 - not contributed


def script_data(json: str) -> Markup:
    """JSON for a script element, in which `<`, `>` and `&` are already escapes of JSON."""
    return Markup(json)  # noqa: S704 - the other kind of text that is safe as it is


def glued(title: Wording) -> Wording:
    """A contributed title in which no line begins with a mark or a dash, or ends with an opening quotation mark."""
    if not _LOOSE.search(title.text):
        return title
    text = _BEFORE_COLON.sub(rf"{WIDE}\1", _BEFORE_MARKS.sub(rf"{NARROW}\1", title.text))
    return title._replace(text=_BEFORE_DASH.sub(WIDE, _AFTER_QUOTE.sub(rf"\1{WIDE}", text)))


@lru_cache(maxsize=8192)
def spaced(text: str, language: str) -> str:
    """A text of ours with the spaces that French typography wants; in others, numbers stay with their units."""
    return _spaced(text, language)


def _spaced(text: str, language: str) -> str:
    if language != "fr":
        return _WITH_UNIT.sub(WIDE, text)
    text = _BEFORE_MARKS.sub(rf"{NARROW}\1", text)
    text = _AFTER_QUOTE.sub(rf"\1{WIDE}", _BEFORE_COLON.sub(rf"{WIDE}\1", text))
    return _IN_HOURS.sub(lambda match: NARROW + (match[1] or ""), text)


def spaced_html(html: str, language: str) -> str:
    """HTML whose texts have those spaces, but for code."""
    return "".join(_spaced_parts(html, language))


def _spaced_parts(html: str, language: str) -> Iterator[str]:
    start = 0
    for match in _NO_TEXT.finditer(html):
        yield from (_spaced(html[start : match.start()], language), match[0])
        start = match.end()
    yield _spaced(html[start:], language)
