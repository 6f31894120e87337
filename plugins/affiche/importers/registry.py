"""The formats that events are imported from, one a module."""

from __future__ import annotations

from affiche.importers.csv_events import CSV
from affiche.importers.ics import ICS
from affiche.importers.imported import Importer
from affiche.importers.jsonld import JSONLD

IMPORTERS: tuple[Importer, ...] = (ICS, JSONLD, CSV)
