"""What may be typed in a field, in a few words made from its rule: `list, 5 at most: the fields of image`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from babel.numbers import format_decimal

from affiche.locales import FIELDS, SITE, Words, load_words
from affiche.outputs.contribute.choices import choices_of
from affiche.outputs.contribute.rules import Rule

#: Lists that are longer stand in a table of their own.
FEW = 7


@dataclass(frozen=True)
class Kinds:
    """The words of rules in a language, as Markdown; a link leads to the fields of a part, or to a long list."""

    language: str
    part_link: Callable[[str], str]
    list_link: Callable[[Sequence[str]], str]

    def words(self, rule: Rule) -> str:
        """The words of a rule of `outputs/contribute/rules.py`."""
        kind = rule["kind"]
        if kind in self._made:
            return self._made[kind](rule)
        limit = format_decimal(rule.get("limit", 0), locale=self.language)
        return self._say(f"kind.{kind}", limit=limit, example=f"`{rule.get('example')}`")

    @cached_property
    def _made(self) -> Mapping[str, Callable[[Rule], str]]:
        """How the kinds are said that hold others, or words of ours."""
        return {
            "choice": self._choice,
            "features": self._features,
            "list": self._list,
            "part": lambda rule: self._say("kind.part", fields=self.part_link(rule["part"])),
            "either": self._either,
            "price": lambda _: self._say("kind.price", fields=self.part_link("Tariff")),
            "reference": lambda rule: self._say(f"kind.reference.{rule['to']}".removesuffix(".")),
        }

    @cached_property
    def _say(self) -> Words:
        return load_words(self.language, FIELDS)

    def _choice(self, rule: Rule) -> str:
        choices = rule["choices"]
        if len(choices) == 1:
            return self._say("kind.choice.one", choices=f"`{choices[0]}`")
        if len(choices) > FEW:
            return self._say("kind.choice", list=self.list_link(choices))
        return self._say("kind.choice.few", choices=self._named(choices))

    def _features(self, rule: Rule) -> str:
        return self._say("kind.features", list=self.list_link(rule["choices"]), values=self._named(rule["values"]))

    def _list(self, rule: Rule) -> str:
        item = self.words(rule["of"])
        return (
            self._say("kind.list.most", most=rule["most"], of=item)
            if "most" in rule
            else self._say("kind.list", of=item)
        )

    def _either(self, rule: Rule) -> str:
        first, second = map(self.words, rule["forms"])
        return self._say("kind.either", first=first, second=second)

    def _named(self, values: Sequence[str]) -> str:
        """Each value of a short list with its name."""
        words = load_words(self.language, SITE)
        return ", ".join(f"`{value}` ({name})" for value, name in choices_of(values, words))
