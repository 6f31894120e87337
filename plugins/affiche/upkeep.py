"""What the jobs of maintainers ask of a prepared site: lists, links that answer, issues to keep up to date."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from http import HTTPStatus
from pathlib import Path

from affiche.build import Prepared
from affiche.desk.links import Failing, count_failures, links_of
from affiche.desk.lists import Basis
from affiche.desk.published import Published, parse_published
from affiche.desk.standing_issue import StandingIssue
from affiche.desk.upkeep import upkeep_issues
from affiche.importers.fetch import Fetcher, Unfetched
from affiche.importers.links import try_links
from affiche.model.settings import Settings
from affiche.outputs.data.files import FOLDER
from affiche.outputs.data.status import NAME as STATUS
from affiche.outputs.indicators.data import render_snapshot
from affiche.outputs.indicators.periods import freeze
from affiche.sources.link_state import load_link_state, save_link_state
from affiche.sources.lives import load_past_texts
from affiche.sources.new_file import NotWritten, write_new
from affiche.sources.snapshots import FOLDER as SNAPSHOTS


def basis_of(prepared: Prepared) -> Basis:
    """What the lists of the desk are made from."""
    records = prepared.content.without(prepared.left_out)
    past = partial(load_past_texts, prepared.folders[0], records)
    return Basis(prepared.site.calendar, prepared.problems, past)


class NotFrozen(Exception):
    """Why a year is not frozen: `key` is that of the sentence."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def freeze_year(prepared: Prepared, year: int) -> str:
    """Writes the snapshot of a year, once and for all; its path. Raises `NotFrozen` where its figures would be wrong.

    A snapshot is never written over: who wants another one removes it first, for all to see.
    """
    calendar = prepared.site.calendar
    if year >= calendar.today.year:
        raise NotFrozen("freeze.running")
    if calendar.history.is_shallow:
        raise NotFrozen("freeze.shallow")
    if any(path.endswith(".md") for path in prepared.left_out):
        raise NotFrozen("freeze.faulty")
    path = f"content/{SNAPSHOTS}/{year}.json"
    try:
        write_new(prepared.folders[0], path, render_snapshot(freeze(prepared.site, year)).decode())
    except (NotWritten, OSError):
        raise NotFrozen("freeze.unwritten") from None
    return path


def fetcher_of(settings: Settings) -> Fetcher:
    """Who asks other servers: they read the address of the site."""
    return Fetcher(f"Affiche (+{settings.site_url})")


def try_site_links(prepared: Prepared, state: Path, fetcher: Fetcher | None = None) -> dict[str, str]:
    """Why each link of a site does not answer, empty where it does; failures in a row are counted in a file.

    Raises `StateUnreadable` before anything is tried.
    """
    calendar = prepared.site.calendar
    before = {url: Failing(*each) for url, each in load_link_state(state).items()}
    tried = try_links(links_of(calendar), fetcher or fetcher_of(calendar.settings))
    save_link_state(state, count_failures(before, tried, calendar.today.date()))
    return tried


def site_issues(prepared: Prepared, state: Path | None, gone: Collection[str] = ()) -> list[StandingIssue]:
    """The issues that ask organisations to look at their files again; raises `StateUnreadable`.

    `gone` are accounts that GitHub does not know any more.
    """
    known = load_link_state(state) if state else {}
    return upkeep_issues(prepared.site.calendar, {url: Failing(*each) for url, each in known.items()}, gone)


def read_published(settings: Settings, fetcher: Fetcher | None = None) -> Published:
    """What the published site says of itself."""
    url = settings.absolute(f"{FOLDER}{STATUS}.json")
    try:
        answer = (fetcher or fetcher_of(settings)).fetch(url)
    except Unfetched as error:
        return Published(url, reason=error.reason)
    if answer.status != HTTPStatus.OK:
        return Published(url, reason=str(answer.status))
    return parse_published(url, answer.body)
