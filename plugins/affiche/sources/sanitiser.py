"""The last step of every body: HTML that holds what the Markdown renderer may emit, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import nh3

from affiche.model.url import is_link

TAGS = {
    *("a", "blockquote", "br", "code", "del", "em", "h2", "h3", "h4", "h5", "h6", "hr", "img", "li", "ol", "p", "pre"),
    *("strong", "table", "tbody", "td", "th", "thead", "tr", "ul"),
}
ATTRIBUTES: dict[str, set[str]] = {
    "*": set(),  # left out, nh3 keeps `title` and `lang` on every tag
    "a": {"href", "title"},
    "img": {"src", "alt", "title", "width", "height"},
    "ol": {"start"},
}
ATTRIBUTE_VALUES: dict[str, dict[str, set[str]]] = {
    "td": {"align": {"left", "center", "right"}},
    "th": {"align": {"left", "center", "right"}},
    "img": {"loading": {"lazy"}},
}
LINK_REL = "nofollow ugc noopener noreferrer"
URL_SCHEMES = frozenset({"http", "https", "mailto", "tel"})


def sanitise(html: str, published: frozenset[str]) -> str:
    """HTML safe to publish, with images of `published` addresses only; nothing may change it afterwards."""
    return _cleaner(published).clean(html)


@lru_cache(maxsize=64)
def _cleaner(published: frozenset[str]) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=TAGS,
        clean_content_tags={"script", "style"},
        attributes=ATTRIBUTES,
        attribute_filter=_attribute_filter(published),
        strip_comments=True,
        link_rel=LINK_REL,
        tag_attribute_values=ATTRIBUTE_VALUES,
        url_schemes=URL_SCHEMES,
        url_relative=lambda address: address if address in published else None,
    )


def _attribute_filter(published: frozenset[str]) -> Callable[[str, str, str], str | None]:
    def kept(tag: str, name: str, value: str) -> str | None:
        """The value as given, or None: nobody would look at a changed value again."""
        try:
            return value if _is_good(tag, name, value, published) else None
        except Exception:  # noqa: BLE001 - nh3 keeps an attribute whose filter raises
            return None

    return kept


def _is_good(tag: str, name: str, value: str, published: frozenset[str]) -> bool:
    match tag, name:
        case "img", "src":
            return value in published
        case "a", "href":
            return is_link(value)
        case _, "start" | "width" | "height":
            return value.isascii() and value.isdecimal()
    return True
