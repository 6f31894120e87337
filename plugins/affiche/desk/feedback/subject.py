"""What somebody has a say about: the record whose page an address is, or that is called so, and who looks after it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from affiche.calendar import Calendar
from affiche.desk.known import Known
from affiche.desk.named import answering, changers
from affiche.model.organisation import Organisation
from affiche.model.record import Record
from affiche.outputs.site import Site

#: An address that is longer is none of ours.
LONGEST = 2000
#: So many accounts are named; whoever is not sees the issue all the same.
MOST_ACCOUNTS = 10


def find_subject(site: Site, known: Known, typed: str) -> Record | None:
    """The record of the page at an address, or of the page above it; else the one of just that name."""
    text = " ".join(typed[:LONGEST].split())
    for path in _paths(site, text):
        if found := _pages(site, known).get(path):
            return found
    named = ((shelf, known.find(shelf, text)) for shelf in known.stems if text)
    return next((known.records[key] for key in named if key in known.records), None)


def _paths(site: Site, text: str) -> Iterator[str]:
    """The path of an address from the site's root, then those above it."""
    base = urlsplit(site.absolute(""))
    try:
        address = urlsplit(text)
    except ValueError:
        return
    if address.netloc.casefold() not in ("", base.netloc.casefold()) or not address.path.startswith(base.path):
        return
    steps = address.path.removeprefix(base.path).split("/")
    for end in range(len(steps), 1, -1):
        yield f"{'/'.join(steps[:end]).rstrip('/')}/"


def _pages(site: Site, known: Known) -> Mapping[str, Record]:
    """Every record by the path of its page in each language, also under the ids that it had."""
    return site.once(("pages of records",), lambda: dict(_page_paths(site, known)))


def _page_paths(site: Site, known: Known) -> Iterator[tuple[str, Record]]:
    for record in known.records.values():
        for record_id in (*record.redirect_from, record.id):
            for language in site.languages:
                yield site.routes.of_id(language, record.collection, record_id), record


def caretakers(record: Record, calendar: Calendar) -> Sequence[Organisation]:
    """The organisations that look after a record, as far as their files can be read: those that answer for it first."""
    ids = answering(record) or changers(record)
    found = (calendar.find(Organisation, each) for each in sorted(ids))
    return [organisation for organisation in found if organisation]


def accounts_of(organisations: Sequence[Organisation]) -> Sequence[str]:
    """The accounts of their maintainers, each once."""
    named = (account for organisation in organisations for account in organisation.maintainers)
    return list({account.casefold(): account for account in named}.values())[:MOST_ACCOUNTS]
