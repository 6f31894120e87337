"""Jinja for pages of one language: its texts are put into a template when that is compiled; and a quicker escape."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Context
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, _escape_inner, escape  # type: ignore[attr-defined]  # it has no public name

from affiche.locales import Words


def escaped(shown: object) -> str:
    """What markupsafe's `escape` makes of something, HTML as it is; pages are joined of it at once.

    Its inner function, which is native, returns plain text: a Markup of each piece would cost eight times as much.
    """
    if type(shown) is str:
        return _escape_inner(shown)
    return shown if type(shown) is Markup else escape(shown)


class _Code(CodeGenerator):
    """Has what a template shows escaped by `escaped`, where Jinja would make a Markup of every piece.

    `a.b` is an attribute, as in Python; Jinja would ask by a function that also looks for an item.
    """

    def visit_Getattr(self, node: nodes.Getattr, frame: Any) -> None:  # noqa: N802 - named after the node
        """An attribute; AttributeError where there is none."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def _output_child_pre(self, node: nodes.Expr, frame: Any, finalize: Any) -> None:
        """Jinja's hook before what is shown."""
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write("environment.escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)


class _Context(Context):
    """The names that a page knows. What it calls is only given what the template says, never the context itself."""

    def call(
        self, called: Callable[..., Any], /, *given: Any, _loop_vars: Any = None, _block_vars: Any = None, **named: Any
    ) -> Any:
        """What is called, without Jinja's look at each function for marks that none of ours has."""
        return called(*given, **named)


class CompiledOnce(BytecodeCache):
    """The code of templates in memory: whoever builds again and again, as `serve` does, compiles only what changed.

    For each name, language and way to escape it has the last code, and the checksum of the text that this was made of.
    """

    def __init__(self) -> None:
        self._codes: dict[tuple[Words | None, object, str], tuple[str, CodeType]] = {}

    def get_cache_key(self, name: str, _filename: str | None = None) -> str:
        """The name alone: a template is the same in whatever folder its project lies."""
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives the code of a template, if there is any of its present text."""
        checksum, code = self._codes.get(self._place(bucket), ("", None))
        bucket.code = code if checksum == bucket.checksum else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps the code of a template."""
        if bucket.code:
            self._codes[self._place(bucket)] = (bucket.checksum, bucket.code)

    @staticmethod
    def _place(bucket: Bucket) -> tuple[Words | None, object, str]:
        environment = bucket.environment
        words = environment.words if isinstance(environment, Templates) else None
        return words, environment.autoescape, bucket.key


class Templates(Environment):
    """An environment of our pages; `words` is the catalogue of those that it renders, None for pages in several."""

    words: Words | None = None
    code_generator_class = _Code
    context_class = _Context
    escaped = staticmethod(escaped)

    def in_language(self, words: Words) -> Templates:
        """The same for pages of one language, whose templates are compiled for it: `words` and `language` are known."""
        spoken = self.overlay()
        spoken.words = words
        return spoken

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """A plain dict for each template: Jinja's chain of two is walked, name by name, for every page and import."""
        return {**self.globals, **(d or {})}

    def _generate(self, source: nodes.Template, *rest: Any, **options: Any) -> str:
        """Jinja's hook between parsing and compiling."""
        return super()._generate(_Spoken(self.words).visit(source) if self.words else source, *rest, **options)


class _Spoken(NodeTransformer):
    """Puts constants in the place of `words("key")` and `language`; Jinja then joins them with the HTML around them."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - named after the node
        """A text without values is what the catalogue has."""
        self.generic_visit(node)
        match node:
            case nodes.Call(node=nodes.Name(name="words"), args=[nodes.Const(value=key)], kwargs=[]):
                return nodes.Const(self._words(key), lineno=node.lineno)
        return node

    def visit_Name(self, node: nodes.Name) -> nodes.Node:  # noqa: N802
        """The language of the page, wherever it is asked for."""
        is_asked = node.name == "language" and node.ctx == "load"
        return nodes.Const(self._words.language, lineno=node.lineno) if is_asked else node
