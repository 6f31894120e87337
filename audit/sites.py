"""The sites that are measured: the repository's own, and synthetic ones with many events."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from affiche.build import prepare_site
from affiche.clock import read_clock
from affiche.outputs.artifact import Artifact
from affiche.outputs.pages.editorial import editorial_artifacts
from affiche.outputs.registry import site_artifacts
from affiche.plan import Plan, load_plan
from affiche.sources.editorial import load_editorial_pages
from audit.host import hosted
from benchmarks.corpus.content import write_content
from benchmarks.corpus.season import Season
from tests.projects import make_project, plan_of

ROOT = Path(__file__).resolve().parent.parent
#: What makes the artifacts of a site that is served at an address.
Maker = Callable[[str], list[Artifact]]


@contextmanager
def real_site() -> Iterator[str]:
    """The address of the repository's own content, as it is today."""
    with hosted(maker(load_plan(ROOT / "mkdocs.yml", None, read_clock()))) as address:
        yield address


@contextmanager
def small_site() -> Iterator[str]:
    """The address of the small site of the tests, which has every kind of page."""
    with TemporaryDirectory() as folder, hosted(maker(plan_of(make_project(Path(folder) / "project")))) as address:
        yield address


@contextmanager
def season(events: int, days_before: int) -> Iterator[str]:
    """The address of a season of synthetic events, of which so many days are over."""
    with TemporaryDirectory() as folder:
        now = read_clock()
        write_content(Season(events, first_day=(now - timedelta(days=days_before)).date()), Path(folder))
        shutil.copytree(ROOT / "content/pages", Path(folder) / "content/pages")
        plan = load_plan(ROOT / "mkdocs.yml", Path(folder) / "content", now)
        with hosted(maker(plan)) as address:
            yield address


def editorial_paths() -> set[str]:
    """The paths of the repository's editorial pages, which are long texts."""
    plan = load_plan(ROOT / "mkdocs.yml", None, read_clock())
    pages = load_editorial_pages(plan.folders.content, plan.settings.languages)
    return {
        artifact.path.removesuffix("index.html") for artifact in editorial_artifacts(prepare_site(plan).site, pages)
    }


def maker(plan: Plan) -> Maker:
    """What makes the artifacts of a plan, editorial pages too."""

    def make(address: str) -> list[Artifact]:
        site = prepare_site(replace(plan, settings=replace(plan.settings, site_url=address))).site
        pages = load_editorial_pages(plan.folders.content, plan.settings.languages)
        return [*site_artifacts(site), *editorial_artifacts(site, pages)]

    return make
