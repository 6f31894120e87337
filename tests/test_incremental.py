"""A build after any edits, at any later moment, gives what a clean build gives, and writes only what is new.

The writer keeps a file while the fingerprint of its artifact is the same. So the property is that a fingerprint, at one
path, never stands for two contents: tried here by random edits.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tempfile
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from affiche.build import prepare_site
from affiche.outputs.registry import site_artifacts
from tests.factories import NOW
from tests.projects import ROOT, build_project, draw_image, files_of, make_project, make_tiny, plan_of
from tests.stale import Drawn, Known, stale

Typed = dict[str, Any]

IDS = ("un", "deux", "trois", "quatre", "cinq")
ORGANISATIONS = ("zinneke", "den-hoek", "bureau")
VENUES = ("la-vallee", "scene")
IMAGES = ("events/rouge.png", "images/bleu.png", "images/jaune.jpg")
NAMES = ("rouge.png", "bleu.png", "jaune.jpg", "absente.png")
FILES = tuple(
    f"{collection}/{name}.md"
    for collection, names in (("events", IDS), ("organisations", ORGANISATIONS), ("venues", VENUES))
    for name in names
)
COMMIT = "2026-09-01T08:00:00+00:00"


def one_of(*values: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(values)


texts = one_of("Nuit", {"fr": "Nuit"}, {"nl": "Nacht"}, {"fr": "Jour", "nl": "Dag"})
whens = one_of(
    {"start": "2026-11-21 20:00"},
    {"start": "2026-11-22 23:00", "end": "2026-11-23 04:00"},
    {"start": "2026-12-05 20:00"},
    {"start": "2026-11-20"},
    {"start": "2027-01"},
    {"start": "2027-spring"},
    {"period": {"start": "2026-11-01", "end": "2026-11-27"}, "opening_hours": "venue"},
    {"period": {"start": "2026-12-01"}, "dates": [{"start": "2026-11-30 18:00", "status": "cancelled"}]},
    {"dates": [{"start": "2026-11-22 15:00"}, {"start": "2026-11-22 20:00"}, {"start": "2026-12-01 20:00"}]},
    {"dates": [{"start": "2026-11-23 20:00", "venue": "scene"}, {"start": "2026-11-24 20:00"}]},
    {"recurrence": {"every": "week", "days": ["thu"], "from": "2026-11-05", "until": "2027-01-28", "start": "20:00"}},
)
pictures = st.builds(
    lambda name, day: {"image": {"src": name, "alt": "Une image", "credit": "Zinneke"} | day},
    st.sampled_from(NAMES),
    one_of({}, {"expires": "2026-11-22"}, {"expires": "2026-12-10"}),
)
extras = st.one_of(
    one_of(
        {},
        {"status": "cancelled"},
        {"status": "rescheduled", "previous_start": ["2026-10-03 20:00"]},
        {"status": "moved-online", "online_url": "https://example.org/live"},
        {"availability": "sold-out", "price": "free"},
        {"audience": "professionals"},
        {"part_of": "un"},
        {"draft": "true"},
        {"publish_from": "2026-11-25 09:00"},
        {"withdrawn": {"date": "2026-11-01", "reason": "Une erreur."}},
        {"replaced_by": "deux"},
        {"redirect_from": ["zero"]},
        {"published": "2026-11-24 09:00"},
    ),
    pictures,
)
bodies = one_of("", "# fr\n\nUn texte.\n", "# fr\n\n![Une image](jaune.jpg)\n\n# nl\n\nEen tekst.\n")


@st.composite
def events(draw: st.DrawFn) -> str:
    """The text of an event's file."""
    typed: Typed = {
        "title": draw(texts),
        "type": draw(one_of("concert", "exhibition")),
        "disciplines": draw(one_of([], ["music"], ["film", "music"])),
        "organisers": draw(st.lists(st.sampled_from(ORGANISATIONS), min_size=1, max_size=2, unique=True)),
        "venue": draw(one_of(*VENUES, {"name": "Ailleurs", "municipality": "Ixelles"})),
    }
    return text_of(typed | draw(whens) | draw(extras), draw(bodies))


@st.composite
def organisations(draw: st.DrawFn, name: str) -> str:
    """The text of an organisation's file."""
    address = {"municipality": draw(one_of("Bruxelles", "Elsene")), "venues": draw(one_of([], ["la-vallee"]))}
    typed: Typed = {
        "name": draw(texts),
        "url": f"https://{name}.example.org/",
        "disciplines": draw(one_of([], ["film"])),
    }
    return text_of(typed | draw(one_of({}, address)) | draw(st.one_of(one_of({}), pictures)), draw(bodies))


@st.composite
def venues(draw: st.DrawFn) -> str:
    """The text of a venue's file."""
    hours = {"opening_hours": [{"days": ["sat", "sun"], "opens": "10:00", "closes": "18:00"}]}
    typed: Typed = {"name": draw(texts), "postal_code": draw(one_of("1000", "1050")), "municipality": "Bruxelles"}
    extra = draw(one_of({}, hours, {"accessibility": {"wheelchair": "yes"}}, {"operator": "zinneke"}))
    return text_of(typed | extra, draw(bodies))


def website(name: str) -> Typed:
    return {"url": f"https://{name}.example.org/"}


def text_of(typed: Typed, body: str = "") -> str:
    """A file of content: JSON values are YAML."""
    lines = "\n".join(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in typed.items())
    return f"---\n{lines}\n---\n{body}"


def plain_text(path: str) -> str:
    """The text of a file before any edit."""
    collection, name = path.removesuffix(".md").split("/")
    plain: dict[str, Typed] = {
        "events": {"title": name, "type": "concert", "organisers": ["bureau"], "start": "2026-12-24 20:00"},
        "organisations": {"name": name, **website(name)},
        "venues": {"name": name, "postal_code": "1000", "municipality": "Bruxelles"},
    }
    return text_of(plain[collection])


def commit(root: Path) -> None:
    """Everything in a project's content, committed at a fixed moment, so that history is the same at each build."""
    git = ("git", "-C", str(root), "-c", "user.name=Affiche", "-c", "user.email=affiche@example.org")
    dated = {**os.environ, "GIT_AUTHOR_DATE": COMMIT, "GIT_COMMITTER_DATE": COMMIT}
    for command in (("init", "--quiet"), ("add", "content"), ("commit", "--quiet", "--message", "All")):
        subprocess.run([*git, *command], check=True, env=dated, capture_output=True)


class Edits(RuleBasedStateMachine):
    """Edits of a project's files and of the clock; each build compares every artifact with all builds before it."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp(prefix="affiche-edits-"))
        self.now = NOW
        self.before: dict[Path, list[bytes]] = {}
        self.known: Known = {}

    @initialize(texts=st.lists(events(), min_size=3, max_size=3))
    def begin(self, texts: list[str]) -> None:
        for name in ("overrides", "data"):
            (self.root / name).symlink_to(ROOT / name)
        shutil.copyfile(ROOT / "mkdocs.yml", self.root / "mkdocs.yml")
        for path in IMAGES:
            self.draw(path, "#c4122f")
        for path in FILES:
            self.put(path.removesuffix(".md"), plain_text(path))
        commit(self.root)
        for name, text in zip(IDS, texts, strict=False):
            self.put(f"events/{name}", text)
        self.build()

    @rule(name=st.sampled_from(IDS), text=events())
    def write_event(self, name: str, text: str) -> None:
        self.put(f"events/{name}", text)

    @rule(name=st.sampled_from(ORGANISATIONS), data=st.data())
    def write_organisation(self, name: str, data: st.DataObject) -> None:
        self.put(f"organisations/{name}", data.draw(organisations(name)))

    @rule(name=st.sampled_from(VENUES), text=venues())
    def write_venue(self, name: str, text: str) -> None:
        self.put(f"venues/{name}", text)

    @rule(path=st.sampled_from(IMAGES), colour=one_of("#c4122f", "#0b3fa8"))
    def write_image(self, path: str, colour: str) -> None:
        self.draw(path, colour)

    @rule(old=st.sampled_from(FILES[1:]), new=one_of(*IDS, "autre"))
    def rename(self, old: str, new: str) -> None:
        source = self.root / "content" / old
        if source.exists() and source.stem != new:
            self.write(source.with_stem(new), source.read_bytes())
            source.unlink()

    @rule(path=st.sampled_from((*FILES, *IMAGES)))
    def delete(self, path: str) -> None:
        (self.root / "content" / path).unlink(missing_ok=True)

    @rule(data=st.data())
    def revert(self, data: st.DataObject) -> None:
        path = data.draw(st.sampled_from(sorted(self.before)))
        path.write_bytes(data.draw(st.sampled_from(self.before[path])))

    @rule(hours=one_of(1, 5, 9, 24, 72, 24 * 7, 24 * 40))
    def wait(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    @rule()
    def build(self) -> None:
        site = replace(prepare_site(plan_of(self.root, self.now)).site, kept=Drawn())
        assert stale(self.known, site_artifacts(site)) == []

    def teardown(self) -> None:
        if self.before:
            self.build()
        shutil.rmtree(self.root)

    def put(self, name: str, text: str) -> None:
        self.write(self.root / "content" / f"{name}.md", text.encode())

    def draw(self, path: str, colour: str) -> None:
        place = self.root / "content" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        draw_image(place, (40, 30), colour)
        self.before.setdefault(place, []).append(place.read_bytes())

    def write(self, place: Path, data: bytes) -> None:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
        self.before.setdefault(place, []).append(data)


TestEdits = pytest.mark.filterwarnings("ignore::hypothesis.errors.NonInteractiveExampleWarning")(Edits.TestCase)
TestEdits.settings = settings(
    max_examples=5,
    stateful_step_count=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def test_a_build_after_edits_is_the_clean_build_and_a_second_one_writes_nothing(tmp_path: Path) -> None:
    root = make_project(tmp_path / "project")
    night = root / "content/events/2026/nuit-ouverte.md"
    for step, now in enumerate((NOW, NOW + timedelta(days=9))):
        if step:
            night.write_text(night.read_text(encoding="utf-8").replace("12.50", f"{step}.50"), encoding="utf-8")
        build_project(root, root / "site", now)
        clean = make_clean(root, tmp_path / f"clean-{step}", now)
        assert files_of(root / "site") == clean
        _, again = build_project(root, root / "site", now + timedelta(minutes=20))
        assert (again.written, again.removed, again.exchanged) == (0, 0, False)


def test_an_editorial_page_changes_with_its_other_languages(tmp_path: Path) -> None:
    root = make_tiny(tmp_path)
    for language in ("fr", "nl"):
        page = root / "content/pages" / language / "about.md"
        page.parent.mkdir(parents=True)
        page.write_text('---\ntitle: "Affiche"\n---\n')
    build_project(root, root / "site")
    (root / "content/pages/nl/about.md").unlink()
    build_project(root, root / "site")
    assert files_of(root / "site") == make_clean(root, tmp_path / "clean", NOW)


def make_clean(root: Path, out: Path, now: datetime) -> dict[str, bytes]:
    build_project(root, out, now)
    return files_of(out)


def test_an_edit_writes_only_what_shows_it(tmp_path: Path) -> None:
    root = make_project(tmp_path / "project")
    _, first = build_project(root, root / "site")
    other = root / "content/events/2027/a-londres.md"
    other.write_text(other.read_text(encoding="utf-8").replace("19:30", "20:30"), encoding="utf-8")
    before = files_of(root / "site")
    _, second = build_project(root, root / "site")
    after = files_of(root / "site")
    changed = {path for path in after if after[path] != before.get(path)}
    # Figures, plans and the desk are counted again; those that come out the same stay the same files.
    assert second.written == len(changed)
    assert {path.split("/")[1] for path in changed if path.startswith("fr/")} == {
        *("agenda", "calendar.ics", "changements", "evenements", "feed.xml", "organisations", "redaction"),
        *("bruxelles-a-l-etranger", "upcoming.json"),
    }
    assert second.written < first.written / 5


def test_a_new_event_leaves_the_months_that_have_been_as_they_are(tmp_path: Path) -> None:
    root = make_tiny(tmp_path, hier=dated("2026-03-14"))
    build_project(root, root / "site")
    before = files_of(root / "site")
    for name, day in (("nouveau", "2026-12-19"), ("lointain", "2027-02-03")):
        (root / f"content/events/{name}.md").write_text(dated(day), encoding="utf-8")
    build_project(root, root / "site", NOW + timedelta(days=1))
    after = files_of(root / "site")
    months = {path for path in before if re.match("../agenda/2026/03/", path)}
    assert {path.removeprefix("fr/agenda/2026/03/") for path in months if path.startswith("fr")} == {
        "index.html",
        "mois/index.html",
    }
    assert {path for path in months if after[path] != before[path]} == set()
    assert after["fr/agenda/2026/12/index.html"] != before["fr/agenda/2026/12/index.html"]


def dated(day: str) -> str:
    """The text of an event of the one organisation, on a day."""
    return plain_text("events/nouveau.md").replace("2026-12-24", day).replace("bureau", "zinneke")
