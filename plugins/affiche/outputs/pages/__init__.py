"""The public pages, in every language; the engine's own pages join them at the door."""

from __future__ import annotations

from collections.abc import Iterator

from affiche.outputs.artifact import Artifact
from affiche.outputs.output import Output
from affiche.outputs.pages.abroad import abroad_artifacts
from affiche.outputs.pages.agenda import agenda_artifacts
from affiche.outputs.pages.archive import archive_artifacts
from affiche.outputs.pages.assets import asset_artifacts
from affiche.outputs.pages.calls import call_artifacts
from affiche.outputs.pages.campaigns import campaign_artifacts
from affiche.outputs.pages.changes import change_artifacts
from affiche.outputs.pages.chooser import chooser_artifacts
from affiche.outputs.pages.contribute import contribute_artifacts
from affiche.outputs.pages.council import council_artifacts
from affiche.outputs.pages.directories import directory_artifacts
from affiche.outputs.pages.embed_builder import embed_builder_artifacts
from affiche.outputs.pages.embeds import embed_artifacts
from affiche.outputs.pages.events import event_artifacts
from affiche.outputs.pages.facet_lists import facet_list_artifacts
from affiche.outputs.pages.facets import facet_artifacts
from affiche.outputs.pages.favourites import favourite_artifacts
from affiche.outputs.pages.feedback import feedback_artifacts
from affiche.outputs.pages.groups import group_artifacts
from affiche.outputs.pages.home import home_artifacts
from affiche.outputs.pages.indicators import indicator_page_artifacts
from affiche.outputs.pages.marketing_calendar import marketing_calendar_artifacts
from affiche.outputs.pages.matching import matching_artifacts
from affiche.outputs.pages.month_tables import month_table_artifacts
from affiche.outputs.pages.organisations import organisation_artifacts
from affiche.outputs.pages.practices import practice_artifacts
from affiche.outputs.pages.professionals import professional_artifacts
from affiche.outputs.pages.profiles import profile_artifacts
from affiche.outputs.pages.programmes import programme_artifacts
from affiche.outputs.pages.projects import project_artifacts
from affiche.outputs.pages.promotion_plan import promotion_plan_artifacts
from affiche.outputs.pages.redirects import redirect_artifacts
from affiche.outputs.pages.search import search_artifacts
from affiche.outputs.pages.shortcuts import shortcut_artifacts
from affiche.outputs.pages.subscribe import subscribe_artifacts
from affiche.outputs.pages.sustainability import sustainability_artifacts
from affiche.outputs.pages.venues import venue_artifacts
from affiche.outputs.site import Site

MAKERS = (
    chooser_artifacts,
    home_artifacts,
    agenda_artifacts,
    shortcut_artifacts,
    month_table_artifacts,
    archive_artifacts,
    event_artifacts,
    organisation_artifacts,
    venue_artifacts,
    campaign_artifacts,
    call_artifacts,
    professional_artifacts,
    group_artifacts,
    project_artifacts,
    practice_artifacts,
    matching_artifacts,
    abroad_artifacts,
    profile_artifacts,
    marketing_calendar_artifacts,
    promotion_plan_artifacts,
    programme_artifacts,
    indicator_page_artifacts,
    council_artifacts,
    sustainability_artifacts,
    facet_artifacts,
    facet_list_artifacts,
    directory_artifacts,
    change_artifacts,
    search_artifacts,
    favourite_artifacts,
    feedback_artifacts,
    subscribe_artifacts,
    embed_artifacts,
    embed_builder_artifacts,
    contribute_artifacts,
    redirect_artifacts,
    asset_artifacts,
)


def page_artifacts(site: Site) -> Iterator[Artifact]:
    """Every public page, and the assets they link to."""
    for make in MAKERS:
        yield from make(site)


PAGES = Output("pages", page_artifacts)
