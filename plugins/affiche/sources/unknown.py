"""Fields that nobody has: what they were meant as, another name, the value of another field, a part of one."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from affiche.model.nearest import nearest
from affiche.model.record import Record, declared_fields, parts_at
from affiche.model.synonyms import PARTS, STATES, SYNONYMS, fold_word
from affiche.model.url import is_mailbox
from affiche.model.value_words import value_meant
from affiche.problems import Entries, Fault, FieldName, Place, Value

#: How many unknown fields of a file are compared with the known ones, which takes its time.
GUESSES = 20
#: From this likeness on, an unknown name is a slip of a known one.
SLIP = 0.7

#: What can be read of a value as that of a field: itself, a corrected one, or None.
Correct = Callable[[str, Any], Any]


def unknown_fields(given: Mapping[str, Any], known: Sequence[str], correct: Correct) -> Iterator[Fault]:
    """`field-unknown` for each top-level field that is none of the known ones, in the order of the file."""
    free = [name for name in known if name not in given]
    for index, name in enumerate(each for each in given if each not in known):
        hint = _meant(name, given[name], free, correct) if index < GUESSES else ""
        yield Fault("field-unknown", (name,), values={"name": name}, hint=hint)


def unknown_below(at: Place, known: Sequence[str], value: Any = None) -> Fault:
    """`field-unknown` for a name inside a field, with the one that was probably meant."""
    name = str(at[-1])
    field, state = STATES.get(fold_word(name), ("", ""))
    hint: Value = _renamed(_named(name, known), value)
    if not hint and field in known and _is_yes(value):
        hint = Entries({field: state})
    return Fault("field-unknown", at, values={"name": name}, hint=hint)


def stated_elsewhere(faults: Iterable[Fault], given: Container[str]) -> Iterator[Fault]:
    """The faults, those of a value that another field has with that field: `status: complet` is an availability."""
    for fault in faults:
        field, state = STATES.get(fold_word(fault.values.get("value", "")), ("", ""))
        is_there = fault.code == "value-unknown" and len(fault.at) == 1 and field not in ("", *fault.at)
        yield replace(fault, hint=Entries({field: state})) if is_there and field not in given else fault


def mailboxes_elsewhere(model: type[Record], faults: Iterable[Fault], given: Mapping[str, Any]) -> Iterator[Fault]:
    """The faults, those of a mailbox in the place of a page with the field for mailboxes that stands beside."""
    for fault in faults:
        url = fault.values.get("url", "")
        mailbox = url.removeprefix("mailto:")
        if fault.code != "url-format" or not is_mailbox(mailbox) or not _may_be_mailbox(model, fault.at, given):
            yield fault
        else:
            hint = FieldName("email") if mailbox == url else Entries({"email": mailbox})
            yield replace(fault, values={**fault.values, "reason": "mailbox"}, hint=hint)


def _may_be_mailbox(model: type[Record], at: Place, given: Mapping[str, Any]) -> bool:
    """Whether an address may be left out where a mailbox may stand, and none does."""
    around = given if len(at) == 1 else given.get(str(at[0])) if len(at) == 2 else None
    fields = [declared_fields(part) for part in parts_at(model, at[:-1])]
    is_free = isinstance(around, Mapping) and "email" not in around
    return is_free and any(
        "email" in each and at[-1] in each and not each[str(at[-1])].is_required() for each in fields
    )


def names_meant(faults: Iterable[Fault]) -> set[str]:
    """The fields that unknown ones stand for, which are then not missing."""
    names: set[str] = set()
    for fault in faults:
        names |= set(fault.hint) if isinstance(fault.hint, dict) else {str(fault.hint)}
    return names


def _meant(name: str, value: Any, free: Sequence[str], correct: Correct) -> Value:
    """A known name, or the fields to write instead; empty where nothing is evident."""
    word = fold_word(name)
    if (state := STATES.get(word)) and state[0] in free and _is_yes(value):
        return Entries(dict([state]))
    if guesses := [guess for guess in SYNONYMS.get(word, ()) if guess in free]:
        hints = (_as_field(guess, value, correct) for guess in guesses)
        return next((hint for hint in hints if hint), _renamed(guesses[0], value))
    field, part = PARTS.get(word, ("", ""))
    if field in free:
        inner: Any = ("yes" if part == "wheelchair" else {}) if _is_yes(value) else value
        corrected = correct(field, {part: inner})
        return Entries({field: corrected}) if corrected is not None else ""
    slip = nearest(name, free, likeness=SLIP)
    return _renamed(slip, value) if slip and slip in free and correct(slip, value) is not None else ""


def _as_field(name: str, value: Any, correct: Correct) -> Value:
    """A field by its own name, with its value where that has to be typed in another way; empty where it is none."""
    corrected = correct(name, value)
    if corrected is None and isinstance(value, str):
        wrapped = (correct(name, wrapping) for wrapping in ([{"url": value}], {"url": value}))
        corrected = next((each for each in wrapped if each is not None), None)
    if corrected is None:
        return ""
    return _renamed(name, value) if corrected == value else Entries({name: corrected})


def _renamed(name: str, value: Any) -> FieldName:
    """A name for a value as it was typed; one with something that is empty or unreadable in it is not said again."""
    return FieldName(name, value if isinstance(value, list | dict) and _is_whole(value) else "")


def _is_whole(value: Any) -> bool:
    inner = value.values() if isinstance(value, dict) else value
    return isinstance(value, str) or (isinstance(value, list | dict) and all(map(_is_whole, inner)))


def _named(name: str, known: Sequence[str]) -> str:
    """The known name that another one stands for, or is a slip of."""
    synonyms = (guess for guess in SYNONYMS.get(fold_word(name), ()) if guess in known)
    return next(synonyms, nearest(name, known, likeness=SLIP))


def _is_yes(value: Any) -> bool:
    return isinstance(value, str) and (value_meant(value, ("yes",)) or value) == "yes"
