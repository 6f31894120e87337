"""A week in one text, day by day: as plain lines, and as the HTML that mails show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from affiche.model.occurrence import Occurrence
from affiche.model.text import Wording
from affiche.outputs.cards import language_label
from affiche.outputs.feed_images import FeedImage
from affiche.outputs.places import whereabouts
from affiche.outputs.rss_html import image_html
from affiche.outputs.rss_item import plain_line
from affiche.outputs.site import Site
from affiche.outputs.states import availability_words
from affiche.outputs.week_events import WeekEvent

#: A heading has no more lines than this, so that a week always fits a mail; the agenda has the others.
MOST_LINES = 60


@dataclass(frozen=True, slots=True)
class Line:
    """An event on a day: its hours, its title with its page, then its place and what else is to be known."""

    when: str
    title: Wording
    href: str
    facts: Sequence[str]


@dataclass(frozen=True, slots=True)
class Block:
    """The lines under a heading: a day, or the runs."""

    heading: str
    lines: Sequence[Line]


def week_blocks(site: Site, events: Sequence[WeekEvent], language: str) -> list[Block]:
    """The days that have something, in order, then the runs that begin or end."""
    days: dict[date, list[tuple[WeekEvent, list[Occurrence]]]] = defaultdict(list)
    for item in events:
        for day in dict.fromkeys(occurrence.day for occurrence in item.occurrences):
            days[day].append((item, [occurrence for occurrence in item.occurrences if occurrence.day == day]))
    blocks = [
        _block(site, site.dates[language].day(day, year=False), _day_lines(site, days[day], language), language)
        for day in sorted(days)
    ]
    runs = [_run_line(site, item, language) for item in events if item.run]
    return [*blocks, _block(site, site.words[language]("agenda.runs.month"), runs, language)] if runs else blocks


def _block(site: Site, heading: str, lines: Sequence[Line], language: str) -> Block:
    """The first lines of a heading, and how many more the agenda has."""
    left = len(lines) - MOST_LINES
    if left <= 0:
        return Block(heading, lines)
    more = Wording(site.words[language].count("digest.more", left))
    return Block(
        heading, [*lines[:MOST_LINES], Line("", more, site.absolute(site.routes.page(language, "agenda")), ())]
    )


def digest_text(blocks: Sequence[Block]) -> str:
    """Plain text: a line for each heading, one for each event."""
    return "\n".join(text for block in blocks for text in _text_lines(block))


def digest_html(blocks: Sequence[Block], image: FeedImage | None) -> str:
    """HTML for mails: an image at most, then a list under each heading."""
    parts = [f"<p>{image_html(image)}</p>"] if image else []
    for block in blocks:
        items = "\n".join(f"<li>{_line_html(line)}</li>" for line in block.lines)
        parts.append(f"<h3>{escape(block.heading)}</h3>\n<ul>\n{items}\n</ul>")
    return "\n".join(parts)


def _day_lines(site: Site, entries: Sequence[tuple[WeekEvent, Sequence[Occurrence]]], language: str) -> list[Line]:
    in_order = sorted(entries, key=lambda entry: (entry[1][0].sort_key, entry[0].event.id))
    return [_line(site, item, occurrences, language) for item, occurrences in in_order]


def _line(site: Site, item: WeekEvent, occurrences: Sequence[Occurrence], language: str) -> Line:
    hours = [site.dates[language].hour(occurrence.start) for occurrence in occurrences if occurrence.start]
    left = availability_words(site, language, item.event, occurrences)
    return _made(site, item, occurrences, language, when=site.dates[language].enumerated(hours), more=left)


def _run_line(site: Site, item: WeekEvent, language: str) -> Line:
    period = site.dates[language].period(item.run.first, item.run.last) if item.run else ""
    return _made(site, item, (), language, more=period)


def _made(
    site: Site, item: WeekEvent, occurrences: Sequence[Occurrence], language: str, *, more: str, when: str = ""
) -> Line:
    event = item.event
    title = site.show(event.title, language)
    where = whereabouts(site, event, language, [event.performances[each.index] for each in occurrences])
    facts = [fact for fact in (where, language_label(site, title, language), more) if fact]
    href = site.absolute(site.routes.record(language, event))
    return Line(when, Wording(plain_line(title.text), title.language), href, facts)


def _text_lines(block: Block) -> Iterator[str]:
    yield block.heading
    for line in block.lines:
        yield f"• {' · '.join(filter(None, (line.when, line.title.text, *line.facts)))}"


def _line_html(line: Line) -> str:
    lang = f' lang="{escape(line.title.language)}"' if line.title.language else ""
    title = f'<a href="{escape(line.href)}"{lang}>{escape(line.title.text, quote=False)}</a>'
    return " · ".join(filter(None, (line.when, title, *(escape(fact, quote=False) for fact in line.facts))))
