"""A typed answer judged by the model's own readers: what is wrong with it, and what it was probably meant to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import pairwise
from typing import Any

from affiche.desk.field_labels import tell, tell_with_field
from affiche.model.record import Record
from affiche.problems import Entries, Fault, FieldName, Place, Problem, Severity
from affiche.sources.record_file import cleaned_values
from affiche.sources.records import parse_record

Entry = dict[str, Any]


def put(tree: Any, at: Place, value: Any) -> None:
    """Sets the value at a place, and makes the mappings and lists that lead there."""
    for step, below in pairwise(at):
        if isinstance(tree, list):
            tree.extend({} for _ in range(len(tree), int(step) + 1))
        if not isinstance(value_at(tree, (step,)), dict | list):
            tree[step] = [] if isinstance(below, int) else {}
        tree = tree[step]
    if isinstance(tree, list) and at[-1] == len(tree):
        tree.append(value)
    else:
        tree[at[-1]] = value


def is_open(tree: Any, at: Place) -> bool:
    """Whether a value can be put at a place: names lead into mappings, positions into lists, to the next at most."""
    for depth, step in enumerate(at):
        around = value_at(tree, at[:depth])
        if isinstance(step, int):
            if isinstance(around, dict) or step > (len(around) if isinstance(around, list) else 0):
                return False
        elif not step or isinstance(around, list):
            return False
    return True


def value_at(tree: Any, at: Place) -> Any:
    """The value at a place; None where there is none."""
    for step in at:
        is_there = step in tree if isinstance(tree, dict) else isinstance(tree, list) and step in range(len(tree))
        if not is_there:
            return None
        tree = tree[step]
    return tree


def faults_at(model: type[Record], entry: Mapping[str, Any], at: Place) -> list[Fault]:
    """What is wrong with the value at a place, in itself and beside those around it."""
    values, unclean = cleaned_values(entry)
    found = (*unclean, *parse_record(model, values, None).faults)
    return [fault for fault in found if fault.at[: len(at)] == at]


def corrected(model: type[Record], entry: Mapping[str, Any], at: Place, faults: Iterable[Fault]) -> Any:
    """The value at a place with each fault mended as its hint says; None where something would still be wrong."""
    mended = deepcopy(dict(entry))
    for fault in faults:
        if fault.hint and not isinstance(fault.hint, FieldName | Entries):
            put(mended, fault.at, fault.hint)
    return None if faults_at(model, mended, at) else value_at(mended, at)


def say_with_field(model: type[Record], fault: Fault, language: str) -> str:
    """A fault in a sentence, after the field that it is about."""
    return tell_with_field(_problem(model, fault), language)


def say_faults(model: type[Record], faults: Sequence[Fault], language: str) -> Iterator[str]:
    """Each fault in a sentence of the catalogue of messages, errors first; fields are called by their labels."""
    for fault in sorted(faults, key=lambda each: list(Severity).index(each.severity)):
        yield tell(_problem(model, fault), language)


def _problem(model: type[Record], fault: Fault) -> Problem:
    """A fault of an entry that has no file yet."""
    field = ".".join(str(step) for step in fault.at if isinstance(step, str))
    return Problem(f"content/{model.collection}/", 1, 1, fault.code, field, fault.severity, fault.values)
