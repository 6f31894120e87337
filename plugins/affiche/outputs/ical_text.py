"""TEXT values and content lines of RFC 5545 where icalendar alone would not keep them whole."""

from __future__ import annotations

import re

from icalendar import Component, vText
from icalendar.parser import Contentline

from affiche.model.text import Wording

#: Lines of fewer bytes need no fold, which icalendar looks for character by character.
FOLDED_FROM = 75
#: An escape, and the fold that icalendar may put inside it where several backslashes follow each other.
_ESCAPE = re.compile(rb"\\(\r\n )?(.)")


class TextValue(vText):
    r"""A text in which `\N` stays what it is: icalendar takes it for a line break."""

    def to_ical(self) -> bytes:
        """The text, escaped."""
        return rb"\\N".join(vText(part).to_ical() for part in self.split(r"\N"))


def text_value(wording: Wording) -> TextValue:
    """A text with its LANGUAGE, when it has one."""
    return TextValue(wording.text, params={"LANGUAGE": wording.language} if wording.language else None)


def serialised(component: Component) -> bytes:
    """The lines of a component, folded between two characters and never inside an escape."""
    data = b"".join(_content_line(line) for line in component.content_lines() if line)
    return _ESCAPE.sub(rb"\\\2\1", data) if b"\\\r\n " in data else data


def _content_line(line: Contentline) -> bytes:
    data = line.encode()
    if len(data) >= FOLDED_FROM:
        data = line.to_ical()  # type: ignore[no-untyped-call]
    return data + b"\r\n"
