"""Structured data for search engines: schema.org's Event, Organization and Place as JSON-LD in a script element."""

from __future__ import annotations

import json
from typing import Any

from affiche.model.event import Event
from affiche.model.language import language_name
from affiche.model.organisation import Organisation
from affiche.model.place import Place, Venue
from affiche.model.record import Record
from affiche.outputs.site import Site
