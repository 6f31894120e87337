"""A fingerprint never stands for two contents of a path: at no moment that changes a page, and after no edit."""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path

from affiche.build import prepare_site
from affiche.calendar import Calendar
from affiche.model.event import Event
from affiche.model.history import Dates, History
from affiche.model.occurrence import resolve
from affiche.model.week import Week
from affiche.outputs.artifact import Artifact
from affiche.outputs.registry import site_artifacts
from affiche.outputs.site import Site
from affiche.outputs.steady import steady_until
from affiche.plan import Plan
from affiche.sources.loader import Content, load_content
from tests.factories import NOW, PUBLISHED
from tests.projects import make_project, plan_of
from tests.stale import Known, stale


def test_each_moment_that_changes_a_page_gives_it_a_new_fingerprint(tmp_path: Path) -> None:
    plan = in_french(make_project(tmp_path / "project"))
    base, known = prepare_site(plan).site, Known()
    moments = sorted(moment for moment in turning_points(base) if NOW <= moment < NOW + timedelta(days=75))
    fresh = copied(load_content(plan.folders.content))
    found = {str(moment): stale(known, texts_of(seen_at(base, fresh(), moment))) for moment in moments}
    assert {moment: paths for moment, paths in found.items() if paths} == {}


def test_each_edit_of_a_file_gives_what_shows_it_a_new_fingerprint(tmp_path: Path) -> None:
    plan = in_french(make_project(tmp_path / "project"))
    base, known, kept = prepare_site(plan).site, Known(), tmp_path / "kept" / "records.txt"
    assert stale(known, pages_of(seen_at(base, load_content(plan.folders.content, kept), NOW))) == []
    found = {}
    for number, path in enumerate(sorted(plan.folders.content.glob("[!p]*/**/*.md"))):
        text = path.read_text(encoding="utf-8")
        named_otherwise = re.sub("^(title|name): .*", r'\1: "Autrement"', text, flags=re.MULTILINE)
        path.write_text(named_otherwise if number % 3 else "---\n---\n", encoding="utf-8")
        found[path.name] = stale(known, pages_of(seen_at(base, load_content(plan.folders.content, kept), NOW)))
        path.write_text(text, encoding="utf-8")
    assert {edit: paths for edit, paths in found.items() if paths} == {}


def test_a_site_stays_as_it_is_until_it_says(tmp_path: Path) -> None:
    plan = in_french(make_project(tmp_path / "project"))
    base = prepare_site(plan).site
    fresh = copied(load_content(plan.folders.content))
    records = fresh().records
    moments = sorted(moment for moment in turning_points(base) if NOW <= moment < NOW + timedelta(days=75))
    for moment in moments[::15]:
        begun = seen_at(base, fresh(), moment)
        until = steady_until(begun, records)
        ended = seen_at(base, fresh(), until - timedelta(seconds=1))
        assert moment < until
        assert {each.path: each.render() for each in texts_of(begun)} == {
            each.path: each.render() for each in texts_of(ended)
        }
    for moment in moments:
        assert steady_until(seen_at(base, fresh(), moment - timedelta(seconds=1)), records) <= moment


def in_french(root: Path) -> Plan:
    """A plan for the French half of a project."""
    plan = plan_of(root)
    return replace(plan, settings=replace(plan.settings, languages=("fr",)))


def texts_of(site: Site) -> Iterator[Artifact]:
    """All artifacts but images, which nothing changes but their own bytes."""
    return (artifact for artifact in site_artifacts(site) if not artifact.media_type.startswith("image/"))


def pages_of(site: Site) -> Iterator[Artifact]:
    return (artifact for artifact in site_artifacts(site) if artifact.media_type == "text/html")


def copied(content: Content) -> Callable[[], Content]:
    """Copies of what was read, each as new: what one site remembers in its records, no other one knows."""
    return partial(pickle.loads, pickle.dumps(content))


def seen_at(site: Site, content: Content, now: datetime) -> Site:
    """The site of what was read, seen at a moment, with the same history."""
    settings = site.calendar.settings
    history = History({(record.collection, record.id): Dates(PUBLISHED, PUBLISHED) for record in content.records})
    digests, region = site.calendar.image_digests, site.calendar.region
    return replace(
        site,
        calendar=Calendar.of(
            content.without(content.left_out), settings, now, region=region, history=history, image_digests=digests
        ),
    )


def turning_points(site: Site) -> Iterator[datetime]:
    """The moments at which something is shown otherwise than just before."""
    calendar, zone = site.calendar, site.calendar.settings.time_zone
    yield from (occurrence.over_at for found in calendar.occurrences.values() for occurrence in found)
    days = {date(2026, 12, 1), date(2026, 11, 22), date(2027, 1, 1)}
    for event in calendar.all(Event):
        if run := calendar.run_of(event):
            ends = (run.last - timedelta(days=6), run.last + timedelta(days=1)) if run.last else ()
            days |= {run.first or date(2026, 11, 23), *ends}
        yield from (resolve(event.publish_from, zone) for _ in [0] if event.publish_from)
        days |= {image.expires + timedelta(days=1) for image in event.pictures if image.expires}
    yield from (datetime.combine(day, time(5), zone) for day in days)
    yield from (Week.at(NOW, zone).back(-count).opens(zone) for count in range(1, 11))
