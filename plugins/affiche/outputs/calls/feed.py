"""Calls in feeds (RSS 2.0): beside every list of calls those that are open, the newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial
from html import escape

from affiche.model.call import Call
from affiche.outputs.artifact import Artifact
from affiche.outputs.bodies import body_html
from affiche.outputs.calls.closing import deadline_words
from affiche.outputs.calls.lines import calls_stamp, country_names, discipline_names, kind_words
from affiche.outputs.calls.listing import FEED, call_listing
from affiche.outputs.calls.lists import CallList, calls_of
from affiche.outputs.cards import language_label
from affiche.outputs.feed_images import feed_image
from affiche.outputs.listing import Listing
from affiche.outputs.news import public_since
from affiche.outputs.output import Output
from affiche.outputs.rss_channel import Channel, Draft, draft, feed_artifacts
from affiche.outputs.rss_html import image_html, mail_images, paragraph
from affiche.outputs.rss_item import plain_line
from affiche.outputs.rss_xml import Telling, make_item
from affiche.outputs.site import Site

#: A draft after the moment (aware, UTC) since which its call has been public.
Dated = tuple[datetime, Draft]


def call_feeds(site: Site) -> Iterator[Artifact]:
    """The feed of each list of calls in each language, also while it is empty."""
    for chosen in calls_of(site).lists:
        channels = [_channel(site, call_listing(site, language, chosen)) for language in site.languages]
        yield from feed_artifacts(site, channels, [each for _, each in call_drafts(site, chosen)])


def _channel(site: Site, listing: Listing) -> Channel:
    words = site.words[listing.language]
    title = words("feed.channel", title=listing.title, site=site.calendar.settings.site_name)
    return Channel(listing.language, FEED.path(listing), listing.page, title, words("feed.calls.description"))


def call_drafts(site: Site, chosen: CallList) -> Sequence[Dated]:
    """The items of the open calls of a list, the newest first, those of one moment by id."""
    found: Sequence[tuple[Call, Dated]] = site.once(("call drafts",), partial(_drafts, site))
    return [dated for call, dated in found if chosen.holds(call)]


def _drafts(site: Site) -> Sequence[tuple[Call, Dated]]:
    found = [(call, (public_since(site.calendar, call), _draft(site, call))) for call in calls_of(site).current()]
    return sorted(found, key=lambda each: (-each[1][0].timestamp(), each[0].id))


def _draft(site: Site, call: Call) -> Draft:
    since = public_since(site.calendar, call)
    changed = max(site.calendar.dates_of(call).updated, since)
    return draft(call.id, (calls_stamp(site, [call]), str(since)), changed, partial(call_item, site, call))


def call_item(site: Site, call: Call, language: str) -> bytes:
    """The item of a call; its identity and its date are the same in every language and list."""
    facts, image = _facts(site, call, language), feed_image(site, call, language)
    told = Telling(
        key=site.calendar.settings.identify(call.identity),
        link=site.absolute(site.routes.record(language, call)),
        title=_title(site, call, language),
        dated=public_since(site.calendar, call),
        description=" ".join(f"{fact.removesuffix('.')}." for fact in facts),
        html="\n".join(_html(site, call, language, facts)),
        categories=_categories(site, call, language),
        image=image,
    )
    return make_item(site, told)


def _title(site: Site, call: Call, language: str) -> str:
    """Title and deadline: as days pass it stays the same."""
    title = plain_line(site.show(call.title, language).text)
    return site.words[language]("feed.item.title", title=title, date=_deadline(site, call, language))


def _deadline(site: Site, call: Call, language: str) -> str:
    words = site.words[language]
    if call.deadline is None:
        return words("closing.rolling")
    return words("deadline.title", title=deadline_words(site, call.deadline, language))


def _facts(site: Site, call: Call, language: str) -> list[str]:
    """The deadline first; then the label of a text in another language, its kind, who calls, its terms."""
    words = site.words[language]
    who = [site.show(each.name, language).text for each in calls_of(site).callers(call)]
    label = language_label(site, site.show(call.title, language), language)
    told = [
        words("calendar.named", name=words(f"call.{name}"), value=site.show(text, language).text)
        for name, text in (("eligibility", call.eligibility), ("covered", call.covered), ("costs", call.costs))
        if text
    ]
    facts = (
        _deadline(site, call, language),
        label,
        kind_words(site, call, language),
        ", ".join(who),
        ", ".join((*discipline_names(site, call, language), *country_names(call, language))),
        *told,
    )
    return [f"{fact[0].upper()}{fact[1:]}" for fact in map(plain_line, facts) if fact]


def _html(site: Site, call: Call, language: str, facts: Sequence[str]) -> Iterator[str]:
    if image := feed_image(site, call, language):
        yield f"<p>{image_html(image)}</p>"
    yield paragraph(*facts)
    body = site.show(call.body, language)
    if body.text:
        html = body_html(site, body.text, mail_images(site, call))
        yield f'<div lang="{escape(body.language)}">\n{html}\n</div>' if body.language else html


def _categories(site: Site, call: Call, language: str) -> list[tuple[str, str]]:
    disciplines = discipline_names(site, call, language)
    kind = site.absolute("#kind"), kind_words(site, call, language)
    return [kind, *((site.absolute("#discipline"), name) for name in disciplines)]


CALLS = Output("calls", call_feeds)
