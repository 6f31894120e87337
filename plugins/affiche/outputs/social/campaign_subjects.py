"""The kits of campaigns: what many organisations post in one voice, each with its own event among the others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from affiche.model.campaign import Campaign
from affiche.model.facet import Facet
from affiche.outputs.cards import language_label
from affiche.outputs.dates import Length
from affiche.outputs.entry_texts import capitalised, one_line
from affiche.outputs.markup import glued
from affiche.outputs.pages.record_parts import description_of
from affiche.outputs.poster import colour_of, period_poster
from affiche.outputs.site import Site
from affiche.outputs.social.event_subjects import event_line
from affiche.outputs.social.hashtags import hashtags, typed_tags
from affiche.outputs.social.kits import kit_path
from affiche.outputs.social.subject import Subject, drawn_title, line_of, photo_of
from affiche.outputs.when import dates_at
from affiche.sources.letters import drawable


def campaign_subjects(site: Site, language: str) -> Iterator[Subject]:
    """The kit of each campaign that has one, the one that ends first in front."""
    found = sorted(kit_campaigns(site), key=lambda campaign: (campaign.last or date.max, campaign.id))
    return (campaign_subject(site, language, campaign) for campaign in found)


def kit_campaigns(site: Site) -> list[Campaign]:
    """The campaigns that are on, or begin within the weeks of the settings."""
    today, weeks = site.calendar.today.date(), site.calendar.settings.social_weeks
    last = today + timedelta(weeks=weeks)
    near = site.calendar.all(Campaign) if weeks else ()
    return [each for each in near if not each.is_over(today) and (each.first or today) <= last]


def campaign_subject(site: Site, language: str, campaign: Campaign) -> Subject:
    """The kit of a campaign."""
    words, path = site.words[language], partial(kit_path, site, key=campaign.id, kind="campaigns")
    title, slogan = glued(site.show(campaign.name, language)), site.show(campaign.slogan, language)
    said = "" if slogan.language else one_line(slogan.text)
    events = site.upcoming(Facet("campaign", campaign.id))
    houses = [organisation.id for event in events for organisation, _ in site.calendar.organisers_of(event)]
    days = dates_at(site, language, Length.SHORT).period(campaign.first, campaign.last)
    count = [words.count("count.events", len(events))] if events else []
    return Subject(
        key=campaign.id,
        path=path(language),
        versions=tuple((code, path(code)) for code in site.languages),
        about=site.routes.record(language, campaign),
        language=language,
        title=title,
        label=language_label(site, title, language),
        drawn=drawn_title([title.text, *campaign.name.values()], words("facet.campaign")),
        kind=" · ".join([words("facet.campaign"), *count]),
        date=line_of(days, words),
        when=capitalised(one_line(site.dates[language].period(campaign.first, campaign.last))),
        place=drawable(said),
        colour=colour_of(campaign.disciplines, campaign.id),
        poster=period_poster(site, language, campaign.first, campaign.last),
        photo=photo_of(site, campaign, language),
        facts=(said,) if said else (),
        text=_own_text(site, language, campaign),
        lines=tuple(event_line(site, language, event) for event in events),
        tags=(*typed_tags([campaign]), *hashtags(words("social.tags").split(", "))),
        houses=tuple(dict.fromkeys(houses)),
    )


def _own_text(site: Site, language: str, campaign: Campaign) -> str:
    """The campaign's own words, where they are in the language of the kit."""
    told = site.show(campaign.body, language)
    return description_of(site, campaign, None, language) if told.text and not told.language else ""
