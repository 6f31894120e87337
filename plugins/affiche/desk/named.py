"""Which organisations a file names, and which of them answer for it."""

from __future__ import annotations

from affiche.model.call import Call
from affiche.model.event import Event
from affiche.model.group import Group
from affiche.model.organisation import Organisation
from affiche.model.place import Venue
from affiche.model.practice import Practice
from affiche.model.project import Project
from affiche.model.record import Record
from affiche.sources.paths import MAINTAINED

#: Roles in which an organisation stands behind an event, so that it is asked before it is named.
SIGNING = frozenset({"organiser", "co-organiser", "host", "producer"})


def changers(record: Record) -> frozenset[str]:
    """The organisations that may change a file as it was: all that it names; a group, those that chair it."""
    if isinstance(record, Organisation):
        return frozenset({record.id})
    if isinstance(record, Event):
        return frozenset(organiser.organisation for organiser in record.organisers)
    if isinstance(record, Group):
        return frozenset(record.chairs)
    return answering(record)


def answering(record: Record) -> frozenset[str]:
    """The organisations that answer for a file, and are asked when it names them anew."""
    if isinstance(record, Event):
        return frozenset(organiser.organisation for organiser in record.organisers if organiser.role in SIGNING)
    if isinstance(record, Venue) and record.operator:
        return frozenset({record.operator})
    if isinstance(record, Project):
        return frozenset(partner.organisation for partner in record.organisations)
    if isinstance(record, Group):
        return frozenset((*record.chairs, *record.members))
    if isinstance(record, (Call, Practice)):
        return frozenset(record.organisations)
    return frozenset()


def predecessors(record: Record) -> frozenset[tuple[str, str]]:
    """What a record answers for: its own id and those it had, each with the collection."""
    return frozenset((record.collection, each) for each in (record.id, *record.redirect_from))


def names_image(record: Record, path: str) -> bool:
    """Whether a record shows the image at a path of the repository."""
    return path in record.origin.images.values()


def is_maintained(path: str) -> bool:
    """Whether a path is the maintainers' own: outside the content, or in a folder of theirs."""
    parts = path.split("/")
    return parts[0] != "content" or len(parts) < 3 or parts[1] in MAINTAINED
