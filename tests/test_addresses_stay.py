"""An address that was published goes on answering: with a page, with one that leads on, or with a notice."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from affiche.build import prepare_site
from affiche.outputs.artifact import Artifact
from affiche.outputs.registry import site_artifacts
from tests.factories import NOW
from tests.pages import Page, parse_page
from tests.projects import make_tiny, plan_of
from tests.repositories import Repository, event_text, make_repository

Site = Mapping[str, Artifact]

GONE = {"fr": "Cette page n’est plus là", "nl": "Deze pagina is er niet meer"}
BROKEN = event_text(title="Nuit perdue").replace("start:", "strat:")


def begun(tmp_path: Path, **texts: str) -> Repository:
    """A project of one organisation and some events, committed on the first of January."""
    root = make_tiny(tmp_path)
    repository = make_repository(root)
    repository.commit(1, **texts)
    return repository


def described(repository: Repository) -> Site:
    """The files of the site, none of which is made yet."""
    site = prepare_site(plan_of(repository.root, NOW)).site
    return {artifact.path: artifact for artifact in site_artifacts(site)}


def page(site: Site, path: str) -> Page:
    return parse_page(path, site[path].render())


def heading(site: Site, path: str) -> str:
    return page(site, path).texts("//h1")[0]


def addresses(site: Site) -> set[str]:
    """The paths of all pages."""
    return {path for path in site if path.endswith(".html")}


def says(site: Site, word: str) -> list[str]:
    """The files that have a word in them, of those that are text."""
    texts = (artifact for path, artifact in site.items() if not artifact.media_type.startswith(("image/", "font/")))
    return [artifact.path for artifact in texts if word in artifact.render().decode()]


def left_out(site: Site) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(site["api/v1/status.json"].render())["left_out"]
    return found


def test_a_broken_file_is_shown_as_it_was_last_sound(tmp_path: Path) -> None:
    repository = begun(tmp_path, nuit=event_text(title="Première nuit"))
    repository.commit(2, nuit=event_text(title="Nuit d’été"))
    before = described(repository)
    repository.commit(3, nuit=BROKEN)
    repository.commit(4, nuit=BROKEN.replace("perdue", "perdue encore"))
    after = described(repository)
    assert heading(after, "fr/evenements/nuit/index.html") == "Nuit d’été"
    assert left_out(after) == [
        {
            "path": "content/events/nuit.md",
            "codes": ["field-unknown"],
            "shown": "2026-01-02T12:00:00+00:00",
        }
    ]
    assert addresses(after) == addresses(before)
    assert says(after, "perdue") == []


def test_a_version_that_does_not_stand_beside_the_others_gives_way_to_an_older_one(tmp_path: Path) -> None:
    repository = begun(tmp_path, nuit=event_text(title="Nuit d’été"), autre=event_text(title="Autre"))
    repository.commit(2, nuit=event_text(title="Nuit de tous", redirect_from=["autre-nuit"], part_of="autre"))
    repository.commit(3, nuit=BROKEN, autre=None)
    after = described(repository)
    assert heading(after, "fr/evenements/nuit/index.html") == "Nuit d’été"
    assert heading(after, "fr/evenements/autre/index.html") == GONE["fr"]


def test_a_file_that_never_was_sound_leaves_a_notice(tmp_path: Path) -> None:
    site = described(begun(tmp_path, nuit=BROKEN))
    for language, path in (("fr", "fr/evenements/nuit/"), ("nl", "nl/evenementen/nuit/")):
        notice = page(site, f"{path}index.html")
        assert notice.texts("//h1") == [GONE[language]]
        assert notice.all("//meta[@name='robots']/@content") == ["noindex"]
        assert "nuit" not in site["sitemap.xml"].render().decode()
    assert "shown" not in left_out(site)[0]


def test_a_broken_file_that_nobody_committed_leaves_no_trace(tmp_path: Path) -> None:
    repository = begun(tmp_path)
    before = described(repository)
    repository.write("content/events/nuit.md", BROKEN)
    assert addresses(described(repository)) == addresses(before)


def test_a_deleted_file_leaves_a_notice_that_says_nothing_of_it(tmp_path: Path) -> None:
    repository = begun(tmp_path, nuit=event_text(title="Nuit secrète"))
    before = described(repository)
    repository.commit(2, nuit=None)
    after = described(repository)
    assert heading(after, "fr/evenements/nuit/index.html") == GONE["fr"]
    assert addresses(before) <= addresses(after) | {"embed/fr/event/nuit/index.html", "embed/nl/event/nuit/index.html"}
    assert says(after, "secrète") == []


@pytest.mark.parametrize("hidden", [{"draft": True}, {"publish_from": "2030-01-01"}])
def test_what_was_never_shown_leaves_no_notice(tmp_path: Path, hidden: dict[str, object]) -> None:
    repository = begun(tmp_path, nuit=event_text(**hidden), jour=event_text(**hidden))
    before = described(repository)
    repository.commit(2, nuit=None, jour=BROKEN)
    assert addresses(described(repository)) == addresses(before)


def test_a_renamed_file_leads_on_while_its_new_one_is_broken(tmp_path: Path) -> None:
    repository = begun(tmp_path, ancien=event_text(title="Nuit d’été"))
    repository.commit(2, ancien=None, nouveau=event_text(title="Nuit d’été", redirect_from=["ancien"]))
    repository.commit(3, nouveau=BROKEN)
    after = described(repository)
    assert heading(after, "fr/evenements/nouveau/index.html") == "Nuit d’été"
    assert "evenements/nouveau/" in after["fr/evenements/ancien/index.html"].render().decode()


def test_an_organisation_and_its_events_outlive_a_mistake_in_its_file(tmp_path: Path) -> None:
    repository = begun(tmp_path)
    before = described(repository)
    repository.write("content/organisations/zinneke.md", "---\nnom: Zinneke\n---\n")
    repository.commit(2)
    after = described(repository)
    assert heading(after, "fr/organisations/zinneke/index.html") == "Zinneke"
    assert addresses(after) == addresses(before)


def test_news_do_not_tell_a_broken_file_anew(tmp_path: Path) -> None:
    repository = begun(tmp_path, nuit=event_text(title="Nuit d’été"))
    repository.commit(2, nuit=event_text(title="Nuit d’été", start="2026-12-06 20:00"))
    before = described(repository)
    repository.commit(3, nuit=BROKEN)
    after = described(repository)
    for path in ("fr/feed.xml", "fr/changes.xml"):
        assert guids(after, path) == guids(before, path)


def guids(site: Site, path: str) -> list[str]:
    return [each.split("</guid>")[0] for each in site[path].render().decode().split("<guid")[1:]]
