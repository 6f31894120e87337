"""What a change of the content makes: files in the words of the pages, a preview, addresses once it is online."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from dataclasses import replace
from pathlib import Path
from typing import Any

import html5lib

from affiche.desk.lookalikes import lookalikes
from affiche.desk.merged import render_published
from affiche.desk.preview import render_preview
from affiche.desk.proposal import Proposal
from affiche.desk.proposing import proposed
from affiche.model.record import Record
from affiche.model.text import Text
from affiche.outputs.markup import make_environment
from affiche.outputs.site import Site
from affiche.sources.history import ChangedFile, load_changed_files
from tests import factories as make
from tests.projects import ROOT
from tests.repositories import event_text, make_repository

BODY = Text.of(fr="Une nuit <script>alert(1)</script> de **musique**. ![x](https://evil.example/x.png)")


def site_of(*records: Record) -> Site:
    return replace(make.site(*records), templates=make_environment(ROOT / "overrides"))


def proposal(*records: Record) -> Proposal:
    return proposed(make.site(*records), records, {record.origin.path for record in records})


def test_event_is_told_as_its_page_says_it() -> None:
    event = make.event(
        disciplines=["music"], venue="la-vallee", price="8.50", summary={"fr": "Une nuit", "nl": "Een nacht"}
    )
    told = proposal(event, make.organisation(), make.venue()).files[0]
    assert told.card == {
        "fr": (
            *("Nuit ouverte", "Une nuit", "Musique – Zinneke", "samedi 5 décembre 2026 à 20 h"),
            *("La Vallée, Bruxelles", "8,50 €"),
        ),
        "nl": (
            *("Open nacht", "Een nacht", "Muziek – Zinneke", "zaterdag 5 december 2026 om 20 uur"),
            *("La Vallée, Brussel", "€ 8,50"),
        ),
    }  # fmt: skip
    assert told.lists["nl"] == ("Muziek", "Brussel", "Zinneke", "La Vallée")


def test_event_of_many_dates_is_told_in_a_few_lines() -> None:
    dates = [{"start": f"2026-12-{day:02} 20:00"} for day in range(1, 20)]
    card = proposal(make.event(dates=dates), make.organisation()).files[0].card["fr"]
    assert [card[2], card[7], card[8], len(card)] == [
        "mardi 1er décembre 2026 à 20 h", "dimanche 6 décembre 2026 à 20 h", "et encore 13 dates", 9,
    ]  # fmt: skip


def test_organisation_and_venue_are_told_with_their_address() -> None:
    organisation = make.organisation(street="Rue Haute 1", postal_code="1000", municipality="Bruxelles")
    assert [file.card["nl"] for file in proposal(organisation, make.venue()).files] == [
        ("Zinneke", "Rue Haute 1, 1000 Brussel", "https://zinneke.example.org/"),
        ("La Vallée", "Rue de la Vallée 1, 1000 Brussel"),
    ]


def test_what_readers_do_not_see_has_no_card() -> None:
    draft, replaced = make.event("a", draft="true"), make.event("b", replaced_by="a")
    assert [(file.state, file.card, file.lists) for file in proposal(draft, replaced).files] == [
        ("hidden", {}, {}), ("gone", {}, {}),
    ]  # fmt: skip


def test_paths_that_are_no_content_are_apart() -> None:
    paths = {"mkdocs.yml", "content/pages/fr/about.md", "content/events/gone.md"}
    assert proposed(make.site(), [], paths) == Proposal(apart=("content/pages/fr/about.md", "mkdocs.yml"))


def test_text_of_every_date_is_owed_once() -> None:
    dates = [{"start": f"2026-12-0{day} 20:00", "note": {"fr": "Première"}} for day in (1, 2)]
    told = proposal(make.event(dates=dates), make.organisation()).files[0].untranslated
    assert [(each.name, each.languages) for each in told] == [("dates.note", ("nl",))]


def test_preview_asks_for_nothing_and_runs_nothing() -> None:
    records = (make.event(body=BODY, title='<img src=x onerror="x">'), make.organisation())
    html = render_preview(site_of(*records), records, {record.origin.path for record in records})
    tree: Any = html5lib.parse(html, namespaceHTMLElements=False)
    tags = {each.tag for each in tree.iter()}
    assert tags & {"script", "img", "link", "iframe", "object", "form", "base", "svg"} == set()
    assert [
        name for each in tree.iter() for name in each.attrib if name.startswith("on") or name in ("src", "style")
    ] == []
    (style,) = tree.iter("style")
    digest = b64encode(hashlib.sha256(style.text.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    metas = {meta.get("http-equiv") or meta.get("name") or "charset": meta.get("content") for meta in tree.iter("meta")}
    assert (metas["Content-Security-Policy"], metas["robots"]) == (policy, "noindex, nofollow")
    assert next(iter(tree.find("head"))).get("http-equiv") == "Content-Security-Policy"
    assert "url(" not in style.text


def test_preview_shows_every_language() -> None:
    records = (make.event(price="free"), make.organisation())
    html = render_preview(site_of(*records), records, {records[0].origin.path})
    titles = re.findall(r'<section lang="(..)">|<h3><bdi>(.*?)</bdi></h3>', html)
    assert ["".join(each) for each in titles] == ["fr", "Nuit ouverte", "nl", "Open nacht"]
    assert html.count("Zinneke") == 2


def test_preview_of_nothing_says_so() -> None:
    assert "Cette proposition ne change rien de ce que les lecteurs voient." in render_preview(site_of(), [], ())


def test_published_proposal_has_its_addresses() -> None:
    records = (make.event(), make.organisation(), make.event("a", draft="true"))
    told = render_published(site_of(*records), records, {record.origin.path for record in records})
    assert "- `Open nacht` : <https://example.org/nl/evenementen/nuit-ouverte/> · [kalender (.ics)](" in told
    assert "- `Zinneke` : <https://example.org/fr/organisations/zinneke/>\n" in told
    assert "- `content/events/a.md` est enregistré, et sera montré plus tard." in told


def test_organisation_named_like_another_is_looked_at() -> None:
    there, like, own = (
        make.organisation(),
        make.organisation("zineke", name="Zinnéke"),
        make.organisation("kaai", name="Kaai"),
    )
    paths = {like.origin.path, own.origin.path}
    assert lookalikes([there], [there, like, own], paths) == {like.origin.path}


def test_organisation_with_letters_of_another_alphabet_is_looked_at() -> None:
    there, like = make.organisation("bozar", name="Bozar"), make.organisation("bozzar", name="ВΟZАR")
    assert lookalikes([there], [there, like], {like.origin.path}) == {like.origin.path}


def test_organisation_that_keeps_its_name_is_not_looked_at() -> None:
    there, like = make.organisation(), make.organisation("zineke", name="Zinnéke")
    assert lookalikes([there, like], [there, like], {like.origin.path}) == frozenset()


def test_venue_that_takes_the_name_of_another_is_looked_at() -> None:
    there, before = make.venue(), make.venue("kaai", name="Kaai")
    after = make.venue("kaai", name="La  Vallee")
    assert lookalikes([there, before], [there, after], {after.origin.path}) == {after.origin.path}


def test_changed_files_have_their_modes_and_sizes(tmp_path: Path) -> None:
    repository = make_repository(tmp_path)
    repository.commit(1, bal=event_text(), nuit=event_text(), fete=event_text())
    repository.git("branch", "base")
    repository.commit(2, bal=None, nuit=event_text(title="Nuit"))
    (tmp_path / "content" / "events" / "fête lien.md").symlink_to("/etc/passwd")
    (tmp_path / "content" / "events" / "fete.md").chmod(0o755)
    repository.git("add", "--all")
    repository.git("commit", "--message", "more", on=3)
    size = len(event_text(title="Nuit").encode())
    assert load_changed_files(tmp_path / "content", "base", "HEAD") == [
        ChangedFile("content/events/bal.md", "000000", 0, "D"),
        ChangedFile("content/events/fete.md", "100755", len(event_text().encode()), "M"),
        ChangedFile("content/events/fête lien.md", "120000", 11, "A"),
        ChangedFile("content/events/nuit.md", "100644", size, "M"),
    ]
