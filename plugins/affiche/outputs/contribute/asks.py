"""A form as a template draws it: each question with its kind, its words and its choices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from affiche.model.record import Record
from affiche.outputs.contribute.choices import Choice, choices_of, languages_of
from affiche.outputs.contribute.form_parts import Ask, Form, Step, Switch
from affiche.outputs.contribute.rules import Rule, form_rules
from affiche.outputs.field_words import field_words
from affiche.outputs.site import Site

#: Lists that are asked in one box, one item a line.
LINES = frozenset({"line", "url", "id", "pattern", "hashtag"})
#: Those of them that no comma is part of.
APART = LINES - {"line", "url"}
#: What the browser lets one pick, so that nobody has to know how it is written.
PICKED = frozenset({"day", "time", "moment", "coarse", "choice", "choices", "picks"})
#: Texts longer than a line of so many characters have a box.
LINE_LENGTH = 300
#: Of what the models have no field of its own: the body, and the parts of a price, whose rule is one.
OWN_RULES: Mapping[str, Rule] = {
    "body": {"kind": "body"},
    "price.name": {"kind": "text", "required": True},
    "price.price": {"kind": "amount", "required": True},
    "price.from": {"kind": "amount", "required": True},
    "price.pay_what_you_can.minimum": {"kind": "amount"},
    "price.pay_what_you_can.suggested": {"kind": "amount"},
}


@dataclass(frozen=True, slots=True)
class Field:
    """A question in words.

    `at` is its path from the row it is in, `path` from the record; `id` is unique in the form, with `{n}` in a row for
    the row's number. `below` and `more` are what each row of a list asks, `item` is what one is called; `is_apart` says
    that commas separate items as new lines do.
    """

    at: str
    path: str
    id: str
    kind: str
    label: str
    hint: str
    required: bool = False
    limit: int = 0
    choices: Sequence[Choice] = ()
    values: Sequence[Choice] = ()
    to: str = ""
    empty: bool = False
    item: str = ""
    is_apart: bool = False
    below: Sequence[Field | Ways] = ()
    more: Sequence[Field | Ways] = ()

    @property
    def cases(self) -> Sequence[tuple[str, Sequence[Field | Ways]]]:
        """None, where a switch has some."""
        return ()

    @property
    def is_long(self) -> bool:
        """Whether its text needs a box of several lines."""
        return self.path in ("summary", "body") or (self.limit > LINE_LENGTH and self.kind != "line-text")


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways of a switch, each with its name, its help and what it asks."""

    key: str
    id: str
    cases: Sequence[tuple[str, Sequence[Field | Ways]]]


@dataclass(frozen=True, slots=True)
class Asker:
    """What turns the description of a form into questions in one language."""

    site: Site
    language: str
    model: type[Record]

    def step(self, step: Step) -> tuple[Step, Sequence[Field | Ways], Sequence[Field | Ways]]:
        """A step with what it asks first and what is folded."""
        return step, self.items(step.first), self.items(step.more)

    def items(self, asked: Sequence[Ask | Switch], above: str = "", mark: str = "") -> Sequence[Field | Ways]:
        """Questions in the rows of the list `above`, whose ids end in `mark`."""
        return [
            self._ways(each, above, mark) if isinstance(each, Switch) else self._field(each, above, mark)
            for each in asked
        ]

    def _ways(self, switch: Switch, above: str, mark: str) -> Ways:
        cases = [(case, self.items(asked, above, f"-{case}{mark}")) for case, asked in switch.cases.items()]
        return Ways(switch.key, f"{switch.key}{mark}", cases)

    def _field(self, ask: Ask, above: str, mark: str) -> Field:
        path = ".".join(filter(None, (above, ask.path)))
        rule = _rule(self.model.collection, path, is_item=not ask.path)
        words, told = self.site.words[self.language], field_words(self.model, path, self.language)
        return Field(
            at=ask.path,
            path=path,
            id=f"{path.replace('.', '-').replace('_', '-')}{mark}",
            kind=ask.kind or _kind(path, rule),
            label=words(key) if (key := _label_key(ask, path)) else told.label,
            hint=self._hint(ask, path, rule, told.hint),
            required=bool(rule.get("required")) and "." not in ask.path,
            limit=rule.get("limit", 0),
            choices=self._choices(path, rule),
            values=choices_of(rule["values"], words) if "values" in rule else (),
            to=_known(path, rule),
            empty=ask.empty,
            item=words(f"contribute.item.{path}") if ask.below else "",
            is_apart=path == "keywords" or rule.get("of", {}).get("kind") in APART,
            below=self.items(ask.below, path, "-{n}"),
            more=self.items(ask.more, path, "-{n}"),
        )

    def _hint(self, ask: Ask, path: str, rule: Rule, hint: str) -> str:
        """The help of a field in a form: a box that proposes names or days needs no example of how they are typed."""
        words, kind = self.site.words[self.language], ask.kind or _kind(path, rule)
        if ask.label or (not ask.path and kind not in ("reference", "text")):
            return ""
        if [each.path for each in ask.below if isinstance(each, Ask)] == [""]:
            kind = "picks"
        if kind in ("reference", "start", "end", "file"):
            told = words(f"contribute.hint.{kind}")
            return f"{hint} {told}" if path == "part_of" else told
        if kind == "lines":
            return f"{hint} {words('contribute.hint.lines')}"
        return hint.partition(words("contribute.example"))[0].strip() if kind in PICKED else hint

    def _choices(self, path: str, rule: Rule) -> Sequence[Choice]:
        words, inner = self.site.words[self.language], rule.get("of", rule)
        if inner["kind"] == "language":
            named = languages_of(words, signed=path.endswith("sign_languages"))
            return [(code, f"{name[:1].upper()}{name[1:]}") for code, name in named]
        return choices_of(inner["choices"], words) if "choices" in inner else ()


def _label_key(ask: Ask, path: str) -> str:
    """The key of a name that is not the field's own; an item of a list is called as its row is."""
    return ask.label if ask.path else f"contribute.item.{path}"


def steps_of(site: Site, language: str, form: Form) -> Sequence[tuple[Step, Any, Any]]:
    """The steps of a form in a language."""
    asker = Asker(site, language, form.model)
    return [asker.step(step) for step in form.steps]


def rows_of(items: Sequence[Field | Ways]) -> Iterator[Field]:
    """Every list among questions, at any depth, whose rows are drawn from a template."""
    for item in items:
        if isinstance(item, Ways):
            for _, asked in item.cases:
                yield from rows_of(asked)
        elif item.below:
            yield item
            yield from rows_of((*item.below, *item.more))


def _known(path: str, rule: Rule) -> str:
    """Among which names one is proposed: those of a collection, or of the region's municipalities."""
    forms = [rule, *rule.get("forms", ())]
    if rule["kind"] == "country":
        return "countries"
    named = next((form.get("to", "") for form in forms if form["kind"] == "reference"), "")
    return "municipalities" if path.endswith(("municipality", "municipalities")) else named


def _kind(path: str, rule: Rule) -> str:
    """How a rule is asked."""
    of = rule.get("of", {})
    if _known(path, rule):
        return "reference"
    match rule["kind"], of.get("kind", ""):
        case "list", ("choice" | "language"):
            return "choices"
        case "list", inner if inner in LINES:
            return "lines"
        case "list", _:
            return "rows"
        case "either", _:
            return "rows"
        case kind, _:
            return str(kind)


def _rule(collection: str, path: str, *, is_item: bool) -> Rule:
    """The rule of a field by the names that lead to it, or of an item of the list that it is."""
    if path in OWN_RULES:
        return OWN_RULES[path]
    rules = form_rules()
    fields, rule = rules["collections"][collection]["fields"], {}
    for name in path.split("."):
        rule = fields[name]
        parts = [each["part"] for each in _inside(rule) if each["kind"] == "part"]
        fields = {key: value for part in parts for key, value in rules["parts"][part].items()}
    return rule["of"] if is_item else rule


def _inside(rule: Rule) -> Iterator[Rule]:
    yield rule
    for each in (*([rule["of"]] if "of" in rule else []), *rule.get("forms", ())):
        yield from _inside(each)
