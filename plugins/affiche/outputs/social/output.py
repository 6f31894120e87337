"""The social kit as an output: in each language the kits, the page of all, and their tables."""

from __future__ import annotations

from collections.abc import Iterator

from affiche.outputs.artifact import Artifact
from affiche.outputs.output import Output
from affiche.outputs.site import Site
from affiche.outputs.social.campaign_subjects import campaign_subjects
from affiche.outputs.social.event_subjects import event_subjects
from affiche.outputs.social.files import kit_files
from affiche.outputs.social.pages import kit_page, overview
from affiche.outputs.social.spreadsheet import tables
from affiche.outputs.social.week_subjects import week_subjects

#: What kits are about, in the order of the page.
MAKERS = (campaign_subjects, week_subjects, event_subjects)


def social_artifacts(site: Site) -> Iterator[Artifact]:
    """Every file of every kit; nothing where the settings want none."""
    for language in site.languages if site.calendar.settings.social_weeks else ():
        subjects = [subject for make in MAKERS for subject in make(site, language)]
        for subject in subjects:
            yield kit_page(site, subject)
            yield from kit_files(site, subject)
        yield overview(site, language, subjects)
        yield from tables(site, language, subjects)


SOCIAL = Output("social kit", social_artifacts)
