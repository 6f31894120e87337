"""Front matter that is as long as may be, and asks for much work."""

from __future__ import annotations

#: Front matter of 60 kB that asks for much work: what is repeated, and what stands before and after.
LARGE = {
    "unknown fields": ("", "a{}: 1\n", ""),
    "unknown organisers": ("organisers: [", "zinnek{}, ", "x]\n"),
    "unknown values": ("disciplines: [", "musi{}, ", "x]\n"),
    "addresses": ("same_as: [", "www.x{}.org, ", "x]\n"),
    "anchors": ("", "a{}: &a 1\n", ""),
    "one field": ("", "a: {}\n", ""),
    "broken lines": ("", 'a{}: "x" y\n', ""),
    "loose lines": ("", "abc {}\n", ""),
    "lost items": ("organisers:\n", "  - a{}\n - b\n", ""),
    "tabs": ("keywords:\n", "\t- a{}\n", ""),
    "joined items": ("keywords:\n - a\n", "  - a{}\n", ""),
    "languages": ("room: {fr: a, ", "k{}: x, ", "nl: b}\n"),
    "cut texts": ("room: {fr: a, ", "kkkk{}, ", "nl: b}\n"),
    "features": ("accessibility: {", "whe{}: yes, ", "tactile: no}\n"),
    "invisible characters": ("keywords: [", '"a\\u200b{}", ', "x]\n"),
}
START = '---\ntitle: "Nuit"\ntype: concert\nstart: 2026-12-05 20:00\n'


def large(kind: str) -> str:
    """The text of an event with front matter of 60 kB of a kind."""
    before, repeated, after = LARGE[kind]
    items = "".join(repeated.format(index) for index in range(60_000 // (len(repeated) + 3)))
    return f"{START}{before}{items}{after}---\n"
