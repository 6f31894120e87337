"""The whole line as one function: content files in, a site out."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass, field, replace
from datetime import timedelta
from pathlib import Path, PurePosixPath

from affiche.checks.base import check_base
from affiche.checks.base_clashes import check_clashes
from affiche.checks.scope import Scope
from affiche.judged import Judged, judge_content, left_out
from affiche.outputs.artifact import Artifact
from affiche.outputs.markup import make_environment
from affiche.outputs.pages.editorial import editorial_artifacts
from affiche.outputs.registry import site_artifacts, subscriptions
from affiche.outputs.site import Site
from affiche.outputs.steady import steady_until
from affiche.plan import Plan, digest_plan
from affiche.problems import Problem, refuses
from affiche.processes import PATIENCE
from affiche.sources.assets import load_assets
from affiche.sources.base import load_base
from affiche.sources.design import digest_design
from affiche.sources.editorial import load_editorial_keys, load_editorial_pages
from affiche.sources.kept import Kept
from affiche.sources.loader import Content
from affiche.sources.paths import content_path
from affiche.sources.programmes import load_programmes
from affiche.sources.repair import repair_content
from affiche.writer.errors import UnsafePath
from affiche.writer.manifest import UNKNOWN, MadeOf
from affiche.writer.place import Place
from affiche.writer.site import Written, write_site

#: A repair may bring to light what it hid; after as many rounds, what is left needs a person.
MOST_REPAIRS = 5


@dataclass(frozen=True, slots=True)
class Prepared:
    """Everything read and checked: the site as it can be written, all problems, and the digest of what was read."""

    site: Site
    problems: Sequence[Problem]
    content: Content = field(default_factory=Content)
    folders: Sequence[Path] = ()
    publish: bool = False
    digest: str = ""

    @property
    def left_out(self) -> frozenset[str]:
        """The files that are not in the site."""
        return left_out(self.problems)

    def refusal(self, *, strict: bool) -> str:
        """Why nothing is written: what a strict build, or one to publish, does not accept; usually nothing."""
        history = self.site.calendar.history
        if self.publish and history.is_shallow:
            return SHALLOW
        if self.publish and not history.dates:
            return UNDATED
        if self.publish and self._is_early:
            return f"not published: {EARLY}"
        return "refused under --strict" if strict and refuses(self.problems, strict=True) else ""

    @property
    def remark(self) -> str:
        """What the person who builds should know of the history that dates come from; usually nothing."""
        history = self.site.calendar.history
        if history.is_shallow:
            return "a shallow clone: published and updated are those of the commits that it has"
        if self._is_early:
            return EARLY
        return "" if history.dates else "no git history: what has no published counts as published today"

    @property
    def former(self) -> Sequence[str]:
        """Which files are shown as they were before they got an error, a line each."""
        return [f"{path} is shown as it was on {moment:%Y-%m-%d}" for path, moment in sorted(self.site.former.items())]

    @property
    def _is_early(self) -> bool:
        """Whether the clock has not yet come to the newest change, as far as two clocks may differ."""
        newest = self.site.calendar.history.newest
        return newest is not None and newest - self.site.calendar.now > CLOCKS_DIFFER


#: Why a site is not published: its dates would be wrong, and every event new to the readers of its feeds.
SHALLOW = (
    "not published from a shallow clone, whose dates are wrong: get the whole history with `git fetch --unshallow`, "
    "or with `fetch-depth: 0` where actions/checkout makes the clone"
)
EARLY = "the clock is behind the newest commit, so what is over may count as to come: set it, or SOURCE_DATE_EPOCH"
UNDATED = "not published without git history, which dates come from: build it in a clone, with git installed"

#: How far the clocks of two machines may be apart that both count as right.
CLOCKS_DIFFER = timedelta(minutes=10)

#: What a door adds to the site: the editorial pages of its engine.
Editorial = Callable[[Site], Iterable[Artifact]]


def own_editorial(plan: Plan) -> Editorial:
    """The editorial pages that are made without an engine."""
    return lambda site: editorial_artifacts(site, load_editorial_pages(plan.folders.content, plan.settings.languages))


@contextmanager
def _patient_collector() -> Iterator[None]:
    """Inside, the garbage collector looks far less often: a build makes much and drops little of it before its end."""
    usual = gc.get_threshold()
    gc.set_threshold(*PATIENCE)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def build_site(plan: Plan, out: Path, editorial: Editorial) -> tuple[Prepared, Written]:
    """The site in the folder `out`, files with errors left out; unchanged files stay as they are."""
    prepared = prepare_site(plan, digest_plan(plan))
    return prepared, publish_site(prepared, out, editorial)


@_patient_collector()
def prepare_site(plan: Plan, read: str = "") -> Prepared:
    """What the content makes, before anything is written; `read`, the digest of the plan, lets it be found again."""
    judged = judge_content(plan)
    return Prepared(_site(plan, judged), judged.problems, judged.content, astuple(plan.folders), plan.publish, read)


def _left_out(problems: Sequence[Problem]) -> dict[str, list[str]]:
    """The codes of the errors of each file that has any, by path."""
    codes: dict[str, set[str]] = {}
    for problem in problems:
        if problem.is_error:
            codes.setdefault(problem.path, set()).add(problem.code)
    return {path: sorted(found) for path, found in codes.items()}


def repair_site(plan: Plan) -> Prepared:
    """What the content makes once everything that has one safe answer is mended in its files."""
    prepared = prepare_site(plan)
    for _ in range(MOST_REPAIRS):
        if not repair_content(plan.folders.content, prepared.problems):
            break
        prepared = prepare_site(plan)
    return prepared


def compare_site(plan: Plan, prepared: Prepared, commit: str) -> Sequence[Problem]:
    """All problems, and what the content does to what was published at a commit; raises `CommitUnknown`."""
    scope = Scope(prepared.content.records, prepared.content.stems, prepared.site.calendar)
    base = load_base(plan.folders.content, commit)
    return sorted((*prepared.problems, *check_base(base, scope), *check_clashes(base, scope)))


def problems_in(prepared: Prepared, problems: Sequence[Problem], paths: Sequence[Path]) -> Sequence[Problem]:
    """The problems of some files and folders, of all without any; raises ValueError for one outside the content."""
    named = [PurePosixPath(content_path(path, prepared.folders[0])) for path in paths]
    return [each for each in problems if not named or any(map(PurePosixPath(each.path).is_relative_to, named))]


@_patient_collector()
def publish_site(prepared: Prepared, out: Path, editorial: Editorial) -> Written:
    """Writes a prepared site and the editorial pages; the folder is exchanged as a whole, or not touched.

    Copies of images are kept beside it, as long as the site has them. One to publish has the checksums of its files.
    Raises a `WriteError` for a folder that holds the sources or lies in them, beside those of the writer.
    """
    place = Place.of(out)
    for folder in map(Path.resolve, prepared.folders):
        if place.site in (folder, *folder.parents) or folder in place.site.parents:
            raise UnsafePath(str(out), f"the site would replace {folder}")
    site = replace(prepared.site, kept=Kept(place.kept))
    artifacts = (*site_artifacts(site), *editorial(site))
    written = write_site(artifacts, out, made_of=_made_of(prepared), with_sums=prepared.publish)
    site.kept.keep_only({artifact.fingerprint for artifact in artifacts})
    return written


def _made_of(prepared: Prepared) -> MadeOf:
    """What the next build may find this one by: nothing where there are files to tell of, or pages of an engine's."""
    if prepared.left_out or not prepared.digest:
        return UNKNOWN
    until = steady_until(prepared.site, prepared.content.records)
    return MadeOf(prepared.digest, prepared.site.calendar.now.timestamp(), until.timestamp())


def _site(plan: Plan, judged: Judged) -> Site:
    content = judged.content
    return Site(
        judged.calendar,
        design=digest_design(plan.folders.overrides),
        images=content.images,
        image_files={path: plan.folders.content / path.removeprefix("content/") for path in content.images},
        templates=make_environment(plan.folders.overrides),
        assets=load_assets(plan.folders.overrides),
        subscriptions=subscriptions(),
        texts=load_editorial_keys(plan.folders.content, plan.settings.languages),
        left_out=_left_out(judged.problems),
        former=judged.former,
        gone=judged.gone,
        programmes=load_programmes(plan.folders.programmes),
        snapshots=judged.snapshots,
    )
