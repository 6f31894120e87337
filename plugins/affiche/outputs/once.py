"""A tag of our templates for what many pages have in common: `{% once language, section %} … {% endonce %}`."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Protocol, TypeVar

from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.parser import Parser
from markupsafe import Markup

T = TypeVar("T")


class Keeper(Protocol):
    """What keeps things for one build: the site."""

    def once(self, key: tuple[Hashable, ...], make: Callable[[], T]) -> T:
        """What was made under a key, made now for the first that asks."""


class Once(Extension):
    """What stands between the tags is rendered once for each value of what the first tag names, all that it shows."""

    tags = {"once"}  # noqa: RUF012 - as Jinja declares it

    def parse(self, parser: Parser) -> nodes.Node:
        """The node of a pair of tags (Jinja's `Extension.parse`)."""
        line = next(parser.stream).lineno
        shown = parser.parse_tuple(explicit_parentheses=True) if not parser.stream.current.test("block_end") else ()
        key = shown if isinstance(shown, nodes.Tuple) else nodes.Tuple([shown] if shown else [], "load")
        body = parser.parse_statements(("name:endonce",), drop_needle=True)
        asked = [nodes.Name("site", "load"), nodes.Const((parser.name, line)), key]
        return nodes.CallBlock(self.call_method("_kept", asked), [], [], body).set_lineno(line)

    @staticmethod
    def _kept(site: Keeper, place: tuple[str, int], key: tuple[Hashable, ...], caller: Callable[[], Markup]) -> Markup:
        return site.once((place, *key), caller)
