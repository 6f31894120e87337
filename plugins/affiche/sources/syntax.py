"""What a broken line of YAML was meant to be: the commonest slips, each with the corrected line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

import yaml

from affiche.model.language import is_language
from affiche.model.written import quoted
from affiche.problems import Fault

#: The fields that may stand at the left edge, each with the names that it may hold.
Fields = Mapping[str, AbstractSet[str]]

HIDDEN_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")

_LINE = re.compile(
    r"(?P<indent>\s*)(?P<dash>- +)?(?:(?P<name>[^\W\d][\w-]*)(?P<colon>\s*:)(?P<space>\s*))?(?P<value>.*?)\s*"
)
#: The spaces and dashes that a line begins with.
_LEAD = re.compile(r"\s*(?:-\s+)*")
_SURROGATE = re.compile(r"\\u([dD][89a-fA-F][0-9a-fA-F]{2})")
_SPECIAL_STARTS = ("[", "]", "{", "}", "*", "&", "!", "|", ">", "%", "@", "`", ",")
_LIST_STARTS = ("- ", "? ")
#: What text of several lines is announced with.
_BLOCK_STARTS = ("|", ">")
_CLOSING = {"[": "]", "{": "}"}
_WORDING = re.compile(r"[{,]\s*([a-z]{2,3}(?:-[A-Z]{2})?):\s")
#: Dutch words that begin with an apostrophe: 's avonds, 't Zomert.
_APOSTROPHE = re.compile(r"'[a-z]\b")


def name_of(line: str) -> str:
    """The field that a line begins; empty where there is none."""
    match = _LINE.fullmatch(line)
    return (match and match["name"]) or ""


def syntax_fault(
    lines: Sequence[str], first_line: int, error: Exception | None, *, fields: Fields, follows: bool
) -> Fault:
    """The fault of an entry's lines that YAML cannot read, of which the first is line `first_line` of its file.

    `error` is the parser's, None for text that is no field; `follows` says that another entry stands above.
    """
    for offset, _ in enumerate(lines):
        if fault := _tab(lines, offset, first_line, fields) or _slip(lines, offset, first_line):
            return fault
    if lines[0] == "...":
        return Fault("yaml-second-document", line=first_line)
    mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
    offset = min(mark.line, len(lines) - 1) if mark else 0
    if offset == 0 and (name_of(lines[0]) or not follows):
        return Fault("yaml-unreadable", line=first_line, values={"value": lines[0].strip()})
    return _indentation(lines, offset, first_line, fields)


def _tab(lines: Sequence[str], offset: int, first_line: int, fields: Fields) -> Fault | None:
    """`tab-found` for a line that begins with a tab, with the place that is meant: two spaces, or what is above."""
    text = lines[offset]
    blank = text[: len(text) - len(text.lstrip())]
    lead = "".join(_LEAD.findall(text)[:1])
    if "\t" not in lead:
        return None
    line, column = first_line + offset, text.index("\t") + 1
    rest = lead[len(blank) :].replace("\t", " ") + text[len(lead) :]
    indented = blank.expandtabs(2) + rest
    if "\t" in blank and _is_own_field(lines[:offset], rest, indented, fields):
        values = {"reason": "field", "name": name_of(rest)}
        return Fault("tab-found", line=line, column=column, values=values, hint=rest)
    reason = "" if "\t" in blank else "inside"
    return Fault("tab-found", line=line, column=column, values={"reason": reason}, hint=indented)


def _is_own_field(above: Sequence[str], text: str, indented: str, fields: Fields) -> bool:
    """Whether a line that a tab moved in begins a field of the record: what stands above it is filled already."""
    name, before = name_of(text), next((_LINE.fullmatch(line) for line in reversed(above) if line.strip()), None)
    if not name or not above:
        return bool(name)
    if before is None or not before["value"] or before["value"][0] in _BLOCK_STARTS:
        return False
    is_known = name in fields and name not in fields.get(name_of(above[0]), ())
    return (is_known or not _parses("\n".join([*above, indented]))) and _parses("\n".join([*above, text]))


def _slip(lines: Sequence[str], offset: int, first_line: int) -> Fault | None:
    """The slip that one line shows by itself."""
    text, line = lines[offset], first_line + offset
    match = _LINE.fullmatch(text)
    blank = text[: len(text) - len(text.lstrip())]
    if match is None:
        return None
    for part in (blank, match["colon"], match["space"]):
        if part and (hidden := HIDDEN_SPACES.search(part)):
            return Fault("hidden-space", line=line, column=text.index(hidden[0]) + 1, hint=HIDDEN_SPACES.sub(" ", text))
    if match["name"] and match["value"] and not match["space"]:
        hint = f"{text[: match.end('colon')]} {quoted(_bare(match['value']))}"
        return Fault("space-after-colon", line=line, column=match.end("colon"), hint=hint)
    return _value_slip(match, line, [match["value"], *lines[offset + 1 :]])


def _value_slip(match: re.Match[str], line: int, following: Sequence[str]) -> Fault | None:
    """A value that needs quotes, whose quotes or brackets do not pair, or with half a character."""
    value, column = match["value"], match.start("value") + 1
    if half := _SURROGATE.search(value):
        return Fault("character-invalid", line=line, column=column, values={"characters": f"U+{half[1].upper()}"})
    code = _code_of(value, following) if match["name"] or match["dash"] else ""
    if not code:
        return None
    start = match.string[: match.start("value")]
    hint = start + (value + _CLOSING[value[0]] if code == "bracket-open" else quoted(_bare(value)))
    if wordings := _wordings(value):
        indent = " " * (len(match["indent"]) + len(match["dash"] or "") + 2)
        hint = "\n".join([start.rstrip(), *(f"{indent}{language}: {quoted(text)}" for language, text in wordings)])
    return Fault(code, line=line, column=column, values={"value": value}, hint=hint)


def _code_of(value: str, following: Sequence[str]) -> str:
    if value[:1] in ("'", '"'):
        return "" if _is_closed_in(following) else "quotes-unbalanced"
    if value[:1] in _CLOSING and _parses(value + _CLOSING[value[0]]):
        return "" if _is_closed_in(following) else "bracket-open"
    is_special = value.startswith(_LIST_STARTS) or (value.startswith(_SPECIAL_STARTS) and not _parses(value))
    return "quotes-needed" if is_special or ": " in value or value.endswith(":") else ""


def _wordings(value: str) -> list[tuple[str, str]]:
    """The texts of `{fr: Soirée : jazz, nl: Avond}`, which only quotes can save; none where a key is no language."""
    if not value.startswith("{") or not value.endswith("}"):
        return []
    _, *parts = _WORDING.split(value.removesuffix("}"))
    found = list(zip(parts[::2], map(_bare, parts[1::2]), strict=True))
    return found if all(is_language(language) for language, _ in found) else []


def _indentation(lines: Sequence[str], offset: int, first_line: int, fields: Fields) -> Fault:
    """A line that begins too far left or right, with the first place for it that can be read."""
    text, line = lines[offset].lstrip(), first_line + offset
    for indent in _indents(lines, offset, fields):
        moved = " " * indent + text
        if _parses("\n".join([*lines[:offset], moved, *lines[offset + 1 :]])):
            return Fault("indentation-off", line=line, values={"value": text}, hint=moved)
    return Fault("indentation-off", line=line, values={"value": text})


def _indents(lines: Sequence[str], offset: int, fields: Fields) -> Iterator[int]:
    """Where the lines before begin that are of the same kind, item or field, the likeliest first."""
    text = lines[offset].lstrip()
    is_item = text.startswith("- ")
    if name_of(text) in fields:
        yield 0
    for before in reversed(lines[:offset]):
        if before.lstrip().startswith("- ") == is_item and before.strip():
            yield len(before) - len(before.lstrip())
    yield 2


def _is_closed_in(lines: Sequence[str]) -> bool:
    """Whether a value that begins with a quote or bracket can be read, alone or with some of the next lines."""
    return any(_parses("\n".join(lines[:count])) for count in range(1, min(len(lines), 20) + 1))


def _parses(text: str) -> bool:
    try:
        for _ in yaml.parse(text, Loader=yaml.CSafeLoader):
            pass
    except (yaml.YAMLError, ValueError):
        return False
    return True


def _bare(value: str) -> str:
    """A text without the quotes that were meant to enclose it."""
    text = value.strip()
    quote = text[:1]
    if quote not in ("'", '"'):
        return text
    if len(text) > 1 and text.endswith(quote):
        return text[1:-1]
    return text if _APOSTROPHE.match(text) else text[1:]
