"""The readers of what others hand over: images, artefacts, reports, proposals, issues, answers of servers."""

from __future__ import annotations

import socket
from contextlib import suppress
from functools import cache
from http.client import HTTPException
from pathlib import Path
from tempfile import TemporaryDirectory

from affiche.desk.comment import render_comment
from affiche.desk.issue.proposal import propose
from affiche.desk.issue.words import Checked, texts_of
from affiche.desk.proposal import PROBLEMS_FILE, PROPOSAL_FILE, ArtefactRefused, parse_proposal, render_proposal
from affiche.desk.published import parse_published
from affiche.desk.report_file import parse_report
from affiche.importers.fetch import Fetcher, Unfetched
from affiche.locales import load_words
from affiche.model.indicators import Snapshot
from affiche.model.interval import Interval
from affiche.model.source import Source
from affiche.outputs.indicators.data import render_snapshot
from affiche.outputs.indicators.lines import groups_of
from affiche.outputs.indicators.periods import Indicators
from affiche.problems import Fault
from affiche.proposal import read_check
from affiche.sources.artefact import ArtefactUnsafe, read_artefact
from affiche.sources.event_file import EventUnreadable, load_issue
from affiche.sources.hints import as_problem, of_path
from affiche.sources.image_copies import AVIF, JPEG, WEBP, can_copy, render_feed_image, render_image
from affiche.sources.images import inspect_image
from affiche.sources.paths import path_faults
from affiche.sources.snapshots import parse_snapshot
from fuzz.files import tell, try_file
from tests.desk.test_comment import answer
from tests.desk.test_issue import KNOWN, LANGUAGES
from tests.factories import calendar

#: What the other end of a connection takes before anybody reads.
MOST_SENT = 60_000
#: How an image begins, and so what it is called.
_SUFFIXES = {b"\xff\xd8": ".jpg", b"\x89PNG": ".png", b"RIFF": ".webp"}


@cache
def _folder() -> TemporaryDirectory[str]:
    """Where bytes lie that are read as a file; it goes when the process ends."""
    return TemporaryDirectory(prefix="affiche-fuzz-")


def _file(data: bytes, suffix: str) -> Path:
    path = Path(_folder().name) / f"fuzzed{suffix}"
    path.write_bytes(data)
    return path


def try_image(data: bytes) -> None:
    """An image is refused in words, or all copies of it can be made."""
    suffix = next((suffix for start, suffix in _SUFFIXES.items() if data.startswith(start)), ".png")
    path = _file(data, suffix)
    found = inspect_image(path)
    if isinstance(found, Fault):
        tell([of_path(found, "content/images/fuzzed.png")])
    elif can_copy(path):
        assert all(render_image(path, 40, media_type) for media_type in (AVIF, WEBP, JPEG))
        assert render_feed_image(path)


def try_artefact(data: bytes) -> None:
    """An artefact is read as far as it is named, or refused as a whole."""
    path = _file(data, ".zip")
    with suppress(ArtefactUnsafe):
        read_artefact(path, (PROBLEMS_FILE, PROPOSAL_FILE))
    read_check(path)


def try_report(data: bytes) -> None:
    """A report that is accepted can be told in each format."""
    with suppress(ArtefactRefused):
        tell(parse_report(data))


def try_proposal(data: bytes) -> None:
    """A proposal that is accepted is the same once it is written and read, and can be answered."""
    with suppress(ArtefactRefused):
        proposal = parse_proposal(data)
        assert parse_proposal(render_proposal(proposal).encode()) == proposal
        render_comment(answer(proposal=proposal)).encode()


def try_issue(data: bytes) -> None:
    """The text of an issue makes a file at a path of ours, or an answer that says why not."""
    proposal = propose(12, data.decode("utf-8", "ignore"), KNOWN, LANGUAGES, 2026)
    if draft := proposal.draft:
        assert path_faults(draft.path) == []
        try_file(draft.path.split("/")[1], draft.text.encode())
    for text in texts_of(Checked(proposal), LANGUAGES).values():
        text.encode()


def try_event(data: bytes) -> None:
    """What GitHub tells of an issue is one, or is refused."""
    with suppress(EventUnreadable):
        load_issue(_file(data, ".json"))


def try_answer(data: bytes) -> None:
    """What a server of somebody else sends is an answer, or none."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(data[:MOST_SENT])
        theirs.shutdown(socket.SHUT_WR)
        with suppress(Unfetched, HTTPException, OSError, ValueError):  # as `fetch` does around it
            Fetcher("")._exchange(ours, "example.org", "http://example.org/", whole=True)  # noqa: SLF001


def try_snapshot(data: bytes) -> None:
    """Frozen figures are read, shown and written again, or told at a line each."""
    found = parse_snapshot(data)
    if isinstance(found, Snapshot):
        again = parse_snapshot(render_snapshot(found))
        assert again == found
        indicators = Indicators(Interval.year(found.year), found.figures, found.state, found.frozen)
        for language in LANGUAGES:
            groups_of(indicators, calendar(), load_words(language))
        for group in groups_of(indicators, calendar(), load_words("fr")):
            assert all(line.percent is None or 0 <= line.percent <= 100 for line in group.lines)
        return
    assert all(fault.line > 0 for fault in found)
    tell([as_problem(fault, Source("content/snapshots/2025.json")) for fault in found])


def try_published(data: bytes) -> None:
    """What a site says of itself is read, or taken for nothing."""
    parse_published("https://example.org/", data)
