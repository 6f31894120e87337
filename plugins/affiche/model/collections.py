"""The collections of content: one model class each; the folder bears the collection's name."""

from __future__ import annotations

from affiche.model.call import Call
from affiche.model.campaign import Campaign
from affiche.model.event import Event
from affiche.model.group import Group
from affiche.model.organisation import Organisation
from affiche.model.place import Venue
from affiche.model.practice import Practice
from affiche.model.project import Project
from affiche.model.record import Record

COLLECTIONS: tuple[type[Record], ...] = (Event, Organisation, Venue, Campaign, Group, Project, Call, Practice)
