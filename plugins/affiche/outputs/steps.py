"""The shared marketing calendar: the steps of the campaigns, for whoever plans them and for their calendars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby

from affiche.model.campaign import Campaign, Step
from affiche.model.fingerprint import digest
from affiche.model.organisation import Organisation
from affiche.model.text import Wording
from affiche.outputs.artifact import Artifact
from affiche.outputs.data.spreadsheet import MEDIA_TYPE as CSV
from affiche.outputs.data.spreadsheet import render_table
from affiche.outputs.ical_text import date_line, instant_line, render_lines, text_line, text_value, uri_line
from affiche.outputs.ics import BEGIN, END, REFRESH_INTERVAL
from affiche.outputs.ics import MEDIA_TYPE as ICS
from affiche.outputs.output import Output
from affiche.outputs.site import Site

#: The page, and the files beside it.
PAGE = "marketing-calendar"
CALENDAR, TABLE = "marketing.ics", "marketing.csv"
#: The columns of the table, which partners' tools know by name.
COLUMNS = (
    "date", "channel", "channel_id", "action", "organisation", "organisation_id", "campaign", "campaign_id", "url",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step in the words of a language; without an organisation, `who` is empty: it is for all."""

    step: Step
    campaign: Campaign
    uid: str
    day: str
    channel: str
    action: Wording
    who: Wording
    who_href: str
    about: Wording
    about_href: str

    @property
    def month(self) -> date:
        """The first day of its month."""
        return self.step.date.replace(day=1)


def step_lines(site: Site, campaigns: Iterable[Campaign], language: str) -> list[StepLine]:
    """The steps of some campaigns in words, by date."""
    lines = [line for campaign in campaigns for line in _of_campaign(site, campaign, language)]
    return sorted(lines, key=lambda line: (line.step.date, line.campaign.id))


def _of_campaign(site: Site, campaign: Campaign, language: str) -> Iterator[StepLine]:
    seen: dict[str, int] = {}
    for step in campaign.steps:
        number = seen[_said(step)] = seen.get(_said(step), 0) + 1
        owner = site.calendar.find(Organisation, step.organisation)
        yield StepLine(
            step,
            campaign,
            site.calendar.settings.identify(f"{campaign.identity}.step-{digest([_said(step), str(number)])[:10]}"),
            site.dates[language].day(step.date),
            site.words[language](f"channel.{step.channel}"),
            site.show(step.action, language),
            site.show(owner.name if owner else None, language),
            site.href(site.routes.record(language, owner)) if owner else "",
            site.show(campaign.name, language),
            site.href(site.routes.record(language, campaign)),
        )


def _said(step: Step) -> str:
    """What a step is known by: all but its day, which may move."""
    return f"{step.channel} {step.organisation} {dict(step.action.wordings)}"


def steps_stamp(site: Site, campaigns: Iterable[Campaign]) -> list[str]:
    """What the steps of some campaigns depend on."""
    behind = [site.calendar.find(Organisation, step.organisation) for campaign in campaigns for step in campaign.steps]
    owners = {owner.id: site.calendar.digest_of(owner) for owner in behind if owner}
    return [*map(site.calendar.digest_of, campaigns), *owners.values()]


def by_month(lines: Sequence[StepLine]) -> list[tuple[date, list[StepLine]]]:
    """Steps in the months that have any."""
    return [(month, list(found)) for month, found in groupby(lines, key=lambda line: line.month)]


def step_artifacts(site: Site) -> Iterator[Artifact]:
    """The calendar and the table of all steps, in each language; they answer without a step too."""
    campaigns = site.calendar.all(Campaign)
    stamp = steps_stamp(site, campaigns)
    for language in site.languages:
        folder = site.routes.page(language, PAGE)
        for name, media_type, render in ((CALENDAR, ICS, render_calendar), (TABLE, CSV, render_steps)):
            fingerprint = site.fingerprint("steps", name, language, stamp)
            yield Artifact(f"{folder}{name}", media_type, fingerprint, partial(render, site, language))


def render_calendar(site: Site, language: str) -> bytes:
    """All steps as whole days (RFC 5545); a step that moves keeps its UID."""
    words, settings = site.words[language], site.calendar.settings
    title = text_value(f"{words('nav.marketing-calendar')} - {settings.site_name}")
    path = site.routes.page(language, PAGE)
    head = render_lines((
        f"NAME;LANGUAGE={language}:{title}",
        f"X-WR-CALNAME:{title}",
        f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESH_INTERVAL}",
        uri_line("SOURCE", site.absolute(f"{path}{CALENDAR}"), VALUE="URI"),
        f"UID:{text_value(settings.identify(path + CALENDAR))}",
        uri_line("URL", site.absolute(path)),
        f"X-PUBLISHED-TTL:{REFRESH_INTERVAL}",
    ))  # fmt: skip
    lines = step_lines(site, site.calendar.all(Campaign), language)
    return BEGIN + head + b"".join(_vevent(site, line, language) for line in lines) + END


def _vevent(site: Site, line: StepLine, language: str) -> bytes:
    who = line.who.text or site.words[language]("steps.all")
    dates = site.calendar.dates_of(line.campaign)
    return render_lines((
        "BEGIN:VEVENT",
        text_line("SUMMARY", Wording(f"{line.action.text} ({line.channel})", language)),
        date_line("DTSTART", line.step.date),
        instant_line("DTSTAMP", dates.updated),
        text_line("UID", Wording(line.uid)),
        text_line("DESCRIPTION", Wording(f"{who}\n{line.about.text}", language)),
        instant_line("LAST-MODIFIED", dates.updated),
        "TRANSP:TRANSPARENT",
        uri_line("URL", site.absolute(site.routes.record(language, line.campaign))),
        "END:VEVENT",
    ))  # fmt: skip


def render_steps(site: Site, language: str) -> bytes:
    """All steps as a table (CSV, RFC 4180)."""
    rows = [_row(site, line, language) for line in step_lines(site, site.calendar.all(Campaign), language)]
    return render_table(COLUMNS, rows)


def _row(site: Site, line: StepLine, language: str) -> Sequence[str]:
    step, campaign = line.step, line.campaign
    return (
        step.date.isoformat(), line.channel, step.channel, line.action.text, line.who.text, step.organisation or "",
        line.about.text, campaign.id, site.absolute(site.routes.record(language, campaign)),
    )  # fmt: skip


STEPS = Output("steps", step_artifacts)
