"""The formats that events are imported from, one a module."""

from __future__ import annotations

from affiche.importers.csv.events import CSV
from affiche.importers.ics.events import ICS
from affiche.importers.imported import Importer
from affiche.importers.jsonld.events import JSONLD
from affiche.importers.openagenda import OPENAGENDA
from affiche.importers.uitdatabank.events import UITDATABANK

IMPORTERS: tuple[Importer, ...] = (ICS, JSONLD, CSV, OPENAGENDA, UITDATABANK)
