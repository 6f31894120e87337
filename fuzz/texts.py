"""The readers of texts: front matter, bodies, moments, addresses, paths."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from urllib.parse import urlsplit

from affiche.model.language import codes_by_name
from affiche.model.moment import (
    guess_day,
    guess_hour,
    guess_moment,
    guess_time,
    parse_day,
    parse_moment,
    parse_time,
    with_day_first,
)
from affiche.model.url import host_of, url_faults
from affiche.problems import Fault, Severity
from affiche.sources.body import divide_body
from affiche.sources.commonmark import MarkdownTooLarge
from affiche.sources.front_matter import parse_front_matter
from affiche.sources.markdown import plain_text, render_markdown
from affiche.sources.markdown_faults import markdown_faults
from affiche.sources.paths import image_path, path_faults
from affiche.sources.text import clean_line, decode
from tests.hostile import SCHEMES, tree, tree_in_page, violations
from tests.sources.test_markdown import IMAGES, PUBLISHED

#: The longest HTML that is parsed to look at it: the parser is true to the standard, and slow.
MOST_PARSED = 20_000


def try_front_matter(data: bytes) -> None:
    """All of a text is front matter or body, and every value is text, or holds texts."""
    text, _ = decode(data)
    matter = parse_front_matter(text)
    assert text.endswith(matter.body)
    assert all(fault.line >= 1 for fault in matter.faults)
    _look_at(matter.values, 0)


def _look_at(value: object, depth: int) -> None:
    """Nothing was made of a value but dict, list, str and None (and the mark of one that cannot be read)."""
    assert depth < 20
    if isinstance(value, dict):
        assert all(type(name) is str for name in value)
        for each in value.values():
            _look_at(each, depth + 1)
    elif isinstance(value, list):
        for each in value:
            _look_at(each, depth + 1)


def try_markdown(data: bytes) -> None:
    """A body is divided; each part has faults, or HTML that holds the allowed alone and means the same in a page."""
    text, _ = decode(data)
    sections, _ = divide_body(text, 1, "fr", codes_by_name())
    for section in sections.values():
        is_refused = any(map(_is_error, markdown_faults(section.text, 1)))
        html = _unless_refused(lambda text: render_markdown(text, IMAGES), section.text, is_refused=is_refused)
        if len(html) <= MOST_PARSED:
            assert violations(html, PUBLISHED) == []
            assert tree(html) == tree_in_page(html)
        _unless_refused(plain_text, section.text, is_refused=is_refused)


def _unless_refused(make: Callable[[str], str], text: str, *, is_refused: bool) -> str:
    """What is made of a body; nothing where it is too large, which must have been told."""
    try:
        return make(text)
    except MarkdownTooLarge:
        assert is_refused
        return ""


def _is_error(fault: Fault) -> bool:
    return fault.severity is Severity.ERROR


def try_moment(data: bytes) -> None:
    """What is read of a text is read again of what it is written as; what is guessed can be read."""
    text, _ = clean_line(data.decode("utf-8", "ignore"))
    with suppress(ValueError):
        if moment := parse_moment(text):
            assert parse_moment(moment.typed) == moment
    for parse in (parse_day, parse_time):
        with suppress(ValueError):
            parse(text)
    for guess, parse_guess in (
        (guess_moment, parse_moment),
        (guess_day, parse_day),
        (with_day_first, parse_moment),
        (guess_time, parse_time),
        (guess_hour, parse_time),
    ):
        guessed = guess(text)
        assert not guessed or parse_guess(guessed) is not None


def try_address(data: bytes) -> None:
    """An accepted address is what it seems to others, and what is proposed instead of another is accepted."""
    url = data.decode("utf-8", "ignore")
    for in_body in (False, True):
        faults = url_faults(url, in_body=in_body)
        for fault in faults:
            assert not fault.hint or not any(map(_is_error, url_faults(str(fault.hint), in_body=in_body)))
        if any(map(_is_error, faults)):
            continue
        parts = urlsplit(url)
        assert parts.scheme in (SCHEMES if in_body else {"http", "https"})
        assert parts.username is parts.password is None
        assert host_of(url).isascii()


def try_path(data: bytes) -> None:
    """A path that may stand is plain, and an image stays in the content."""
    path = data.decode("utf-8", "surrogateescape")
    if not path_faults(path):
        assert path.startswith("content/")
        assert not {"", ".", ".."} & {*path.split("/")}
    found = image_path(path, "content/events/2027/nuit.md")
    assert found is None or (path_faults(found) == [] and ".." not in found)
