"""What is fuzzed: functions of bytes that end in silence, and raise where something is not as it must be."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from functools import partial

from affiche.importers.registry import IMPORTERS
from affiche.processes import FILE_BOUNDS
from affiche.sources.loader import MODELS
from fuzz.files import try_file
from fuzz.handed import (
    try_answer,
    try_artefact,
    try_event,
    try_image,
    try_issue,
    try_proposal,
    try_published,
    try_report,
    try_snapshot,
)
from fuzz.imports import try_import
from fuzz.texts import try_address, try_front_matter, try_markdown, try_moment, try_path

Target = Callable[[bytes], None]

#: An event that needs nothing but to say when it is.
HEAD = b'---\ntitle: "Nuit"\ntype: concert\norganisers: [zinneke]\nlanguage: fr\n'


def try_when(data: bytes) -> None:
    """An event's fields of time."""
    try_file("events", HEAD + data + b"\n---\n")


TARGETS: Mapping[str, Target] = {
    **{name: partial(try_file, name) for name in MODELS},
    "when": try_when,
    "front-matter": try_front_matter,
    "markdown": try_markdown,
    "moment": try_moment,
    "address": try_address,
    "path": try_path,
    "image": try_image,
    "artefact": try_artefact,
    "report": try_report,
    "proposal": try_proposal,
    "issue": try_issue,
    "event-file": try_event,
    "published": try_published,
    "snapshot": try_snapshot,
    "answer": try_answer,
    **{importer.name: partial(try_import, importer) for importer in IMPORTERS},
}


def try_target(name: str, data: bytes) -> None:
    """Raises what the target does, or TimeoutError where it takes longer of the processor than reading a file may."""
    started = time.process_time()
    TARGETS[name](data)
    spent = time.process_time() - started
    if spent > FILE_BOUNDS.seconds:
        raise TimeoutError(f"{spent:.1f} s")
