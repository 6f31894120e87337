"""The files of a letter: HTML that mail programs show as it is, and plain text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from textwrap import wrap

from affiche.outputs.artifact import Artifact
from affiche.outputs.newsroom.item import Item
from affiche.outputs.newsroom.letter import Letter, Section
from affiche.outputs.newsroom.mail_style import styled
from affiche.outputs.rss_item import plain_line
from affiche.outputs.site import Site

#: The folder of the files, which stands apart from pages as they have a policy of their own.
FOLDER = "mail"
HTML, TEXT = "text/html", "text/plain"
#: Characters of a line of plain text: few enough to be quoted in an answer.
WIDTH = 72


def mail_path(language: str, name: str, suffix: str = "html") -> str:
    """Where a file of a letter stands: `mail/fr/week.html`."""
    return f"{FOLDER}/{language}/{name}.{suffix}"


def mail_artifacts(
    site: Site, language: str, name: str, stamp: str, letter: Callable[[], Letter]
) -> Iterator[Artifact]:
    """Both files of a letter, which is made when one of them is."""
    for suffix, media_type, render in (("html", HTML, render_html), ("txt", TEXT, render_text)):
        path = mail_path(language, name, suffix)
        yield Artifact(path, media_type, site.fingerprint("mail", path, stamp), partial(_render, site, letter, render))


def _render(site: Site, letter: Callable[[], Letter], render: Callable[[Site, Letter], bytes]) -> bytes:
    return render(site, letter())


def render_html(site: Site, letter: Letter) -> bytes:
    """A letter as HTML: tables, styles on their elements, full addresses, no script."""
    template = site.templates_in[letter.language].get_template("newsroom_mail.html")
    return styled(site, template.render(site=site, letter=letter, words=site.words[letter.language]))


def render_text(site: Site, letter: Letter) -> bytes:
    """A letter as plain text, in short lines."""
    words, name = site.words[letter.language], site.calendar.settings.site_name
    head = [line for text in (name, letter.title, letter.cover.lead.text, letter.total) for line in _lines(text)]
    body = [line for section in letter.sections for line in _section(section)]
    foot = ["", "-" * WIDTH, *_lines(words("home.lead")), site.absolute(site.routes.home(letter.language))]
    return plain_line("\n".join([*head, *body, *foot, ""])).encode()


def _section(section: Section) -> Iterator[str]:
    if section.heading:
        yield from ("", "", section.heading.upper(), "=" * min(len(section.heading), WIDTH))
    for item in section.items:
        yield from ("", *_item(item))
    if section.more:
        yield from ("", *_lines(section.more), section.href)


def _item(item: Item) -> Iterator[str]:
    """The lines of an event, its address alone on the last, so that mail programs make a link of it."""
    title = f"{item.title.text} ({item.label})" if item.label else item.title.text
    organisers = ", ".join([name.text for name in item.organisers])
    when, who = _joined(item.state.text, item.when), _joined(organisers, item.where)
    for text in (title, when, who, _joined(item.kind, *item.facts), item.summary, item.comment.text):
        yield from _lines(text)
    yield item.href


def _joined(*texts: str) -> str:
    return " · ".join(filter(None, texts))


def _lines(text: str) -> Sequence[str]:
    if len(text) <= WIDTH:  # most are: wrapping costs fifty times as much
        return [text] if text else []
    return wrap(plain_line(text), WIDTH, break_long_words=False, break_on_hyphens=False)
