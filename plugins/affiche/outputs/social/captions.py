"""Captions in three lengths, each within what the networks take that it is for; made of facts, the same each time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from affiche.outputs.entry_texts import one_line, shortened
from affiche.outputs.social.subject import Subject

#: What X counts a link as, however long it is; the ranges of what it counts as one, everything else being two.
LINK_WEIGHT, LIGHT = 23, ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))
_LINK = re.compile(r"https?://\S+")


def x_length(text: str) -> int:
    """How long a post is by the rules of X (twitter-text 3)."""
    bare, links = _LINK.subn("", text)
    return links * LINK_WEIGHT + sum(1 if any(low <= ord(each) <= high for low, high in LIGHT) else 2 for each in bare)


def _fits_short(text: str) -> bool:
    """X takes 280; Bluesky 300 graphemes, links in full, of which there are never more than characters."""
    return x_length(text) <= 280 and len(text) <= 300


def _fits_medium(text: str) -> bool:
    """Mastodon takes 500; LinkedIn and Facebook fold what is longer."""
    return len(text) <= 500


def _fits_long(text: str) -> bool:
    """Instagram takes 2,200 with at most 30 hashtags."""
    return len(text) <= 2200 and text.count("#") <= 30


@dataclass(frozen=True, slots=True)
class Length:
    """A length of captions: the networks it is for, what fits, and how many hashtags it has at most."""

    name: str
    networks: str
    fits: Callable[[str], bool]
    tags: int


LENGTHS = (
    Length("short", "X, Bluesky", _fits_short, 3),
    Length("medium", "Mastodon, LinkedIn, Facebook", _fits_medium, 5),
    Length("long", "Instagram", _fits_long, 12),
)

#: The paragraph of what stands in a list, which ends where there is no more room: a gap would be a choice.
LISTED = 2


def caption(subject: Subject, link: str, length: Length) -> str:
    """A title, when and where it is, as much of the rest as there is room for in its order, the link, the hashtags."""
    for head, tags in _openings(subject, " ".join(subject.tags[: length.tags])):
        said: tuple[list[str], ...] = (list(head), [], [], [link, *filter(None, [tags])])
        if length.fits(_joined(said)):
            break
    for group, line in _rest(subject):
        said[group].append(line)
        if not length.fits(_joined(said)):
            said[group].pop()
            if group == LISTED:
                break
    return _joined(said)


def _openings(subject: Subject, tags: str) -> Iterator[tuple[Sequence[str], str]]:
    """What is said at least, with the hashtags, from the best to what fits however long its title and its place are."""
    title = one_line(subject.title.text)
    yield (title, subject.when), tags
    yield (title, subject.when), ""
    for most in (100, 60, 30):
        yield (shortened(title, most), subject.date), ""


def _rest(subject: Subject) -> Iterator[tuple[int, str]]:
    """What else may be said, by importance, each in its paragraph."""
    yield from ((0, fact) for fact in subject.facts)
    yield from ((1, text) for text in [subject.text] if text)
    yield from ((LISTED, line) for line in subject.lines)


def _joined(paragraphs: Sequence[Sequence[str]]) -> str:
    return "\n\n".join("\n".join(lines) for lines in paragraphs if lines)
