"""The comment after a merge: that it is online, and where."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from affiche.desk.comment import fitted
from affiche.desk.markdown import code
from affiche.desk.proposing import is_shown
from affiche.locales import DESK, load_words
from affiche.model.event import Event
from affiche.model.record import Record
from affiche.outputs.site import Site

MARKER = "<!-- affiche:published -->"
#: More addresses than anybody opens.
MOST = 20_000


def render_published(site: Site, records: Iterable[Record], paths: Collection[str]) -> str:
    """Where the files of some paths are now, in every language of the site."""
    changed = [record for record in records if record.origin.path in paths]
    parts = ["\n\n".join(_part(site, language, changed)) for language in site.languages]
    return "\n\n".join([MARKER, *parts]) + "\n"


def _part(site: Site, language: str, records: Sequence[Record]) -> Iterator[str]:
    words = load_words(language, DESK)
    yield f"**{words('published.verdict')}**"
    lines = [_line(site, language, record) for record in records]
    if lines:
        yield fitted(["\n".join(f"- {line}" for line in lines)], MOST, words.count("comment.more-files", len(lines)))
    yield words("published.next")


def _line(site: Site, language: str, record: Record) -> str:
    """A record's title with its address, and that of its calendar file; or that it is not shown."""
    words = load_words(language, DESK)
    if not is_shown(site, record):
        return words("published.hidden", path=code(record.origin.path))
    address = site.absolute(site.routes.record(language, record))
    line = f"{code(site.show(record.label, language).text)} : <{address}>"
    if not isinstance(record, Event):
        return line
    calendar = site.absolute(site.routes.entry(language, record, record.id))
    return f"{line} · [{words('published.calendar')}]({calendar})"
